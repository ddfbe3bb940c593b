// A member says to whom it is listed. To all others it is absent, on every hub before the act is answered.
import { directorySeenBy } from '../../domain/directory.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';

export type ListingChange = {
  readonly isUnlisted: boolean;
  /** Slugs of members that are told of it nevertheless. */
  readonly listedTo: readonly string[];
};

const MAX_LISTED_TO = 200;

export const changeListing = async (
  hub: Pick<Hub, 'members' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'>,
  actor: Actor,
  { isUnlisted, listedTo: slugs }: ListingChange,
): Promise<Outcome<Member>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  if (slugs.length > MAX_LISTED_TO)
    return refused(problem('TOO_MANY', '$.listedTo', `At most ${MAX_LISTED_TO} members.`, 'Leave some out.'));
  const { bySlug } = directorySeenBy(await hub.directory.current(), actor.member.id);
  const unknown = slugs.findIndex((slug) => !bySlug.has(slug));
  if (unknown >= 0) {
    const message = `There is no member "${slugs[unknown]}".`;
    return refused(
      problem('MEMBER_UNKNOWN', `$.listedTo[${unknown}]`, message, 'Give the slug of a member.'),
    );
  }
  const listedTo = [...new Set(slugs.flatMap((slug) => bySlug.get(slug)?.id ?? []))].sort();
  // To be seen by fewer only takes away: that is done on a full disk too.
  const { isUnlisted: wasUnlisted, listedTo: before = [] } = actor.member;
  const isFewer = isUnlisted && (wasUnlisted !== true || listedTo.every((id) => before?.includes(id)));
  const write = isFewer ? hub.members.narrow : hub.members.change;
  const changed = await write(async (session): Promise<Outcome<Member>> => {
    const before = await hub.members.byId(actor.member.id, session);
    if (before === null) return notFound('$');
    const after: Member = { ...before, isUnlisted, listedTo };
    await hub.members.put(after, session);
    const facts = { isUnlisted, listedTo };
    await recordAct(hub, { event: 'member.changed', by: actor, members: [before.id], facts }, session);
    return accepted(after);
  });
  if (changed.ok) await confirmEverywhere(hub);
  return changed;
};
