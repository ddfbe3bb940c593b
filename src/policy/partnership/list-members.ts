// Which members somebody is told of as a list: who administers, publishes or keeps a community those that are listed to its
// member, whoever runs the hub all, and anybody else its own.
import type { Directory } from '../../domain/directory.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { mayAct } from '../decide.ts';
import type { Verb } from '../grants.ts';
import { isListedTo } from '../naming.ts';

const WORKS_WITH_MEMBERS: readonly Verb[] = ['audience.preview', 'member.change', 'community.manage'];
const MOST = 5_000;

/** By slug. Those that take part no more are shown to operators of the hub alone. */
export const listMembers = (directory: Directory, actor: Actor): Member[] => {
  const seesAll = mayAct(actor, 'member.administer', null).allowed;
  const seesListed = WORKS_WITH_MEMBERS.some((verb) => mayAct(actor, verb, null).allowed);
  return [...directory.members.values()]
    .filter(
      (member) =>
        seesAll ||
        member.id === actor.member.id ||
        (seesListed && member.isActive && isListedTo(directory, member, actor.member.id)),
    )
    .sort((one, other) => (one.slug < other.slug ? -1 : 1))
    .slice(0, MOST);
};
