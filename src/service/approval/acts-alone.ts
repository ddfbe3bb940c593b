// The founder acts alone until three members are admitted: there is nobody yet who could approve.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';

export const MEMBERS_FOR_TWO = 3;

export const actsAlone = async (
  hub: Pick<Hub, 'acts' | 'directory'>,
  { person }: Pick<Actor, 'person'>,
): Promise<boolean> => {
  if (person === null) return false;
  const { members } = await hub.directory.current();
  const active = [...members.values()].filter(({ isActive }) => isActive);
  if (active.length >= MEMBERS_FOR_TWO) return false;
  const founding = await hub.acts.first('hub.founded');
  return founding !== null && (founding.person ?? founding.byPerson) === person;
};
