// Who loses a warning when it is narrowed: whoever holds a version of it, is among those it is for, and is not any more, whatever
// else keeps it from reading now. Under TLP:RED it is persons.
import type { AccessFacts, Holders } from '../../../domain/access-facts.ts';
import { memberOfPerson, personsNamedBy } from '../../../domain/audience.ts';
import type { Hub } from '../../../hub.ts';
import { anyPerson, decideMember } from '../../../policy/decide.ts';
import type { Content } from '../../../store/warnings.ts';
import { holdersOf } from '../recall/holders-of.ts';

type Deps = Pick<Hub, 'deliveries' | 'directory' | 'clock'>;

/** `former` are the contents of every version, the current one last; `left` are the access facts of the next one. */
export const losersOf = async (
  hub: Deps,
  former: readonly [...Content[], Content],
  left: AccessFacts,
): Promise<Holders> => {
  const holders = await holdersOf(hub, former);
  const directory = await hub.directory.current();
  const { access } = former.at(-1) as Content;
  if (left.tlp === 'RED') {
    const keep = new Set(personsNamedBy(left.audience));
    const persons = personsNamedBy(access.audience).filter((person) => !keep.has(person));
    const slugs = new Set(persons.map(memberOfPerson));
    return some(holders, persons, (id) => slugs.has(directory.members.get(id)?.slug ?? ''));
  }
  const nowMs = hub.clock.now().getTime();
  const isFor = (id: string, facts: AccessFacts): boolean => {
    const member = directory.members.get(id);
    if (member === undefined) return false;
    // Who is suspended or capped is among those it is for all the same.
    const candidate = { member: { ...member, isActive: true }, providers: directory.providersOf(id) };
    const decision = decideMember({ ...candidate, counts: anyPerson }, facts, nowMs);
    return decision.allowed || decision.because === 'MEMBER_CAPPED' || decision.because === 'JOINED_LATER';
  };
  return some(holders, [], (id) => isFor(id, access) && !isFor(id, left));
};

const some = (
  { members, listed }: Holders,
  persons: readonly string[],
  loses: (id: string) => boolean,
): Holders => ({
  members: members.filter(loses),
  listed: listed.filter(loses),
  ...(persons.length === 0 ? {} : { persons }),
});
