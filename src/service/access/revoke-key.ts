// Revokes a key: it is refused from now on, and its open streams end at their next renewal.
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';

/** `wasActive` is false when it had been revoked before. */
export const revokeKey = async (
  hub: Pick<Hub, 'members' | 'directory' | 'clock'>,
  id: string,
): Promise<Outcome<{ readonly id: string; readonly wasActive: boolean }>> => {
  if ((await hub.members.key(id)) === null) {
    return refused(
      problem('KEY_UNKNOWN', '$.id', `There is no key "${id}".`, 'Look it up with `tocsin key list`.'),
    );
  }
  const wasActive = await hub.members.revokeKey(id, hub.clock.now());
  hub.directory.forget();
  return accepted({ id, wasActive });
};
