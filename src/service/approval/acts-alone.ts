// The founder acts alone until three members are admitted: there is nobody yet who could approve. With three it ends for good:
// a suspension or a departure does not bring it back.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { isSignedInPerson } from '../../policy/two-persons.ts';

export const MEMBERS_FOR_TWO = 3;

export const actsAlone = async (hub: Pick<Hub, 'acts' | 'directory'>, actor: Actor): Promise<boolean> => {
  if (!isSignedInPerson(actor)) return false;
  hub.directory.forget();
  const { members } = await hub.directory.current();
  if (members.size >= MEMBERS_FOR_TWO) return false;
  const founding = await hub.acts.first('hub.founded');
  return founding !== null && (founding.person ?? founding.byPerson) === actor.person;
};
