// Who loses a warning when it is narrowed: whoever holds a version of it, is among those it is for, and is not any more, whatever
// else keeps it from reading now. Under TLP:RED it is persons. Whom its publisher sees among them follows from the audience, the
// public matrix and the names that it gave, never from what members declared (I32).
import type { AccessFacts, Holders } from '../../../domain/access-facts.ts';
import { memberOfPerson, personsNamedBy } from '../../../domain/audience.ts';
import type { Member } from '../../../domain/member.ts';
import { isRollShownTo } from '../../../domain/partnership/disclosure.ts';
import type { Hub } from '../../../hub.ts';
import { anyPerson, type Decision, decideMember } from '../../../policy/decide.ts';
import { disclosedRelationIn, type Listing } from '../../../policy/disclosed-relation.ts';
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
    return losingPersons(holders, persons, (id) => slugs.has(directory.members.get(id)?.slug ?? ''));
  }
  const nowMs = hub.clock.now().getTime();
  const isFor = (member: Member, facts: AccessFacts): boolean => {
    const candidate = { member, providers: directory.providersOf(member.id) };
    return isAmong(decideMember({ ...candidate, counts: anyPerson }, facts, nowMs));
  };
  const disclosedBy = (facts: AccessFacts) =>
    disclosedRelationIn(facts, nowMs, anyPerson, (slug) => isRollShownTo(directory, slug, access.publisher));
  const [before, after] = [disclosedBy(access), disclosedBy(left)];
  const named = left.audience.excludes.filter((id) => !access.audience.excludes.includes(id));
  const active = (id: string): Member | null => {
    const member = directory.members.get(id);
    // Who is suspended or capped is among those it is for all the same.
    return member === undefined ? null : { ...member, isActive: true };
  };
  const listed = holders.listed.filter((id) => {
    const member = active(id);
    return named.includes(id) || (member !== null && isAmong(before(member)) && !isAmong(after(member)));
  });
  const shown = new Set(listed);
  return {
    // One that is not addressed any more is told so, even if a client relation lets it go on reading: else whoever is told would
    // show its publisher that there is one.
    members: holders.members.filter((id) => {
      const member = active(id);
      return shown.has(id) || (member !== null && isFor(member, access) && !isFor(member, left));
    }),
    listed,
  };
};

const isAmong = (decision: Decision | Listing | null): boolean =>
  decision !== null &&
  (decision.allowed || decision.because === 'MEMBER_CAPPED' || decision.because === 'JOINED_LATER');

const losingPersons = (
  { members, listed }: Holders,
  persons: readonly string[],
  loses: (id: string) => boolean,
): Holders => ({
  members: members.filter(loses),
  listed: listed.filter(loses),
  persons,
});
