// Revokes a key: when the act is answered, every hub refuses it and its streams have ended.
import { personIdOf } from '../../domain/access/former-name.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { type Act, recordAct } from '../audit/record-act.ts';
import { confirmEverywhere } from './confirm-everywhere.ts';

type Deps = Pick<Hub, 'members' | 'keys' | 'directory' | 'clock' | 'entropy' | 'acts' | 'entries'>;

/** On the machine of the hub, any key. `wasActive` is false when it had been revoked before. */
export const revokeKey = async (
  hub: Deps,
  id: string,
  by: Act['by'] = { way: 'HOST' },
): Promise<Outcome<{ readonly id: string; readonly wasActive: boolean }>> => {
  const key = await hub.keys.byId(id);
  if (key === null) {
    return refused(
      problem('KEY_UNKNOWN', '$.id', `There is no key "${id}".`, 'Look it up with `tocsin key list`.'),
    );
  }
  const wasActive = await hub.members.narrow(async (session) => {
    const isNew = await hub.keys.revoke(id, hub.clock.now(), session);
    const person = key.person === null ? {} : { person: personIdOf(key.person) };
    if (isNew)
      await recordAct(
        hub,
        { event: 'key.revoked', by, members: [key.member], subject: id, ...person },
        session,
      );
    return isNew;
  });
  await confirmEverywhere(hub);
  return accepted({ id, wasActive });
};
