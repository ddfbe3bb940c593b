// Whose data it is: the person itself, and the administrators of its member, who answer for it. To others it does not exist.
import type { Actor } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, notFound, type Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { mayKeyAdminister } from '../../policy/two-persons.ts';
import type { Outsider } from '../audit/record-act.ts';

/** The names by which rows of any release know it. */
export const namesOf = ({ id, formerName }: Pick<Person, 'id' | 'formerName'>): string[] =>
  formerName === null ? [id] : [id, formerName];

const isItself = (by: Actor, id: string): boolean => by.person === id && mayKeyAdminister(by, 'MEMBER');

export const personWithData = async (
  hub: Pick<Hub, 'persons'>,
  by: Actor | Outsider,
  id: string,
): Promise<Outcome<Person>> => {
  const person = await hub.persons.byId(id);
  if (person === null) return notFound('$.person');
  // The operator on the machine of the hub answers for everybody.
  if (!('member' in by) || isItself(by, id)) return accepted(person);
  const isOwn = person.member === by.member.id && mayAct(by, 'person.list', null).allowed;
  return isOwn ? accepted(person) : notFound('$.person');
};
