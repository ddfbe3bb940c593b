// What the world of T7 keeps from everybody but whom it is about: unlisted members, closed communities, lines of the audit trail
// and legal holds.
import { newIdentifier } from 'stix2-ts/identifier';
import { type Community, formerCommunity } from '../../src/domain/partnership/community.ts';
import type { Hold } from '../../src/domain/retention/hold.ts';
import { newTimedId } from '../../src/service/audit/line-place.ts';
import { recordAct } from '../../src/service/audit/record-act.ts';
import { type CastName, memberOf } from '../support/cast.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { plantPersons } from '../support/persons.ts';
import { idsOf, type Kind, madeUp, POOL, type Pool, times } from './pool.ts';

type Pools<Each extends Kind> = Readonly<Record<Each, Pool>>;

/** Members that are unlisted to everybody, with somebody to call, and communities that show themselves to nobody. */
export const unseenBy = async (
  endpoint: TestEndpoint,
): Promise<Pools<'member' | 'memberSlug' | 'community' | 'communitySlug'>> => {
  const { hub } = endpoint;
  const members = times(POOL, (index) =>
    memberOf(`unseen-${index}`, { kind: 'OPERATOR', isUnlisted: true, listedTo: [] }),
  );
  for (const member of members) await hub.members.save(member);
  hub.directory.forget();
  const contacts = [{ kind: 'PHONE', value: '+999 1 555 0100', visibleTo: 'PARTNERSHIP' }] as const;
  await plantPersons(
    hub,
    members.map(({ slug }) => `${slug}/desk`),
    { contacts },
  );
  const communities = times(POOL, (index): Community => {
    const named = { id: newIdentifier('community'), slug: `closed-${index}`, createdAt: hub.clock.now() };
    return { ...formerCommunity(named), roll: 'MANAGERS' };
  });
  await hub.members.change(async (session) => {
    for (const community of communities) await hub.communities.save(community, session);
  });
  hub.directory.forget();
  const slugsOf = (named: readonly { readonly slug: string }[]): string[] => named.map(({ slug }) => slug);
  const pool = (absent: string[], hidden: string[]): Pool => ({ absent, hidden, forbidden: hidden });
  return {
    member: pool(madeUp('member'), idsOf(members)),
    memberSlug: pool(
      times(POOL, (index) => `absent-${index}`),
      slugsOf(members),
    ),
    community: pool(madeUp('community'), idsOf(communities)),
    communitySlug: pool(
      times(POOL, (index) => `absent-${index}`),
      slugsOf(communities),
    ),
  };
};

/** Lines of the audit trail and legal holds of another member. */
export const keptFrom = async (endpoint: TestEndpoint, name: CastName): Promise<Pools<'act' | 'hold'>> => {
  const { hub } = endpoint;
  const by = await endpoint.actor(name, 'member-admin');
  const holds = times(
    POOL,
    (): Hold => ({
      ...{ id: newIdentifier('hold'), scope: 'MEMBER', target: by.member.id, member: by.member.id },
      ...{ circle: 'MEMBER', reason: 'A case in court', placedAt: hub.clock.now() },
      ...{ placedBy: newIdentifier('approval'), liftedAt: null, liftedBy: null },
    }),
  );
  await hub.members.change(async (session) => {
    for (const hold of holds) {
      await hub.holds.place(hold, session);
      const act = { by, members: [by.member.id], subject: hold.id, facts: {} };
      await recordAct(hub, { ...act, event: 'hold.placed' }, session);
    }
  });
  const lines = await hub.acts.rows.find({ subject: { $in: idsOf(holds) } }).toArray();
  const acts = lines.map(({ _id }) => _id);
  const madeUpActs = times(POOL, () => newTimedId(hub, 'act', hub.clock.now()));
  return {
    act: { absent: madeUpActs, hidden: acts, forbidden: acts },
    hold: { absent: madeUp('hold'), hidden: idsOf(holds), forbidden: idsOf(holds) },
  };
};
