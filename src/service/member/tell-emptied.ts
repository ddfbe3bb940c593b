// A change of a member's facts may leave nobody in a community that has its members by a rule, and a suspension or a departure nobody in
// any. It is done all the same; the managers of the community are told, and whoever does it, each as far as it is told who is in it.
import { type Directory, directoryOf } from '../../domain/directory.ts';
import type { Actor, Member } from '../../domain/member.ts';
import type { Community } from '../../domain/partnership/community.ts';
import { isEmptyOf, isListedTo, isRollShownTo } from '../../domain/partnership/disclosure.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { type RecordDeps, recordAct } from '../audit/record-act.ts';
import { noticesToMember } from '../channel/notices-to.ts';

export type TellingDeps = RecordDeps &
  Pick<Hub, 'members' | 'communities' | 'endpoints' | 'persons' | 'channelDeliveries'>;

/** As it was, and as it is. */
type Moment = { readonly was: Directory; readonly now: Directory; readonly left: Member };

/** Within the change that wrote the member; the slugs of the communities that the actor is told are empty now. */
export const tellEmptied = async (
  hub: TellingDeps,
  actor: Actor,
  before: Member,
  session: Session,
): Promise<readonly string[]> => {
  const after = await hub.members.byId(before.id, session);
  // Who is suspended or leaves stays on the roll, and takes no part.
  const stays = after?.isActive === true ? after.communities : [];
  const lost = before.communities.filter((slug) => !stays.includes(slug));
  if (lost.length === 0 || !before.isActive) return [];
  const moment = await momentOf(hub, before, session);
  const known = lost.flatMap((slug) => moment.now.communities.get(slug) ?? []);
  for (const community of known) await tellManagers(hub, actor, { community, moment }, session);
  return known.map(({ slug }) => slug).filter((slug) => isToldOf(moment, slug, actor));
};

const momentOf = async (
  hub: Pick<Hub, 'members' | 'communities'>,
  left: Member,
  session: Session,
): Promise<Moment> => {
  const [members, communities] = [await hub.members.all(session), await hub.communities.all(session)];
  const asBefore = members.map((each) => (each.id === left.id ? left : each));
  return {
    was: directoryOf(0, { members: asBefore, declared: [], communities }),
    now: directoryOf(0, { members, declared: [], communities }),
    left,
  };
};

/**
 * Whether the community has lost its last active member: of those that `onlooker` (id of a member) is told of, of all for null.
 * Whom the onlooker is not told of makes no difference, also to whether it is told now.
 */
const isEmpty = ({ was, now, left }: Moment, slug: string, onlooker: string | null): boolean => {
  // As it was told before: who leaves the partnership is told of no unlisted member any more, and they are in it all the same.
  const isTold = (member: Member): boolean => onlooker === null || isListedTo(was, member, onlooker);
  return isTold(left) && isEmptyOf(now, slug, isTold);
};

/** An operator of the hub is told of every member and community. */
const isToldOf = (moment: Moment, slug: string, actor: Actor): boolean =>
  mayAct(actor, 'community.create', null).allowed
    ? isEmpty(moment, slug, null)
    : isRollShownTo(moment.was, slug, actor.member.id) && isEmpty(moment, slug, actor.member.id);

type Emptied = { readonly community: Community; readonly moment: Moment };

const tellManagers = async (
  hub: TellingDeps,
  actor: Actor,
  { community, moment }: Emptied,
  session: Session,
): Promise<void> => {
  const { id, slug } = community;
  const at = hub.clock.now();
  const managers = community.managers.filter(
    (member) => moment.now.members.get(member)?.isActive === true && isEmpty(moment, slug, member),
  );
  if (managers.length === 0 && !isEmpty(moment, slug, null)) return;
  const notice = {
    key: `emptied ${id} ${at.toISOString()}`,
    details: { what: 'EMPTIED', community: id },
    roles: ['member-admin', 'manager'] as const,
  };
  for (const member of managers)
    await hub.channelDeliveries.ensure(await noticesToMember(hub, member, notice, at), session);
  await recordAct(
    hub,
    { event: 'community.changed', by: actor, members: managers, subject: id, facts: { act: 'EMPTIED' } },
    session,
  );
};
