// What is administered, once of each kind: a row in every collection that no journey of a warning reaches.
import type { Actor } from '../../../src/domain/member.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { changeRetention } from '../../../src/service/retention/change-retention.ts';
import type { TestHub } from '../hub.ts';

/** `warning` is removed, and its removal is left unfinished. */
export const administer = async ({ hub, actor }: TestHub, warning: string): Promise<void> => {
  const operator = async (who: string): Promise<Actor> => ({
    ...(await actor('cyberAgency', 'hub-operator', `cyber-agency/${who}`)),
    via: { way: 'PASSKEY', range: null },
  });
  const payload = { scope: 'CLASS', target: 'AUDIT', reason: 'A court asks for it.' };
  const proposed = await propose(hub, await operator('ann'), { kind: 'PLACE_HOLD', payload });
  const done = await approve(hub, await operator('bea'), proposed.ok ? proposed.value.id : '');
  const changed = await changeRetention(hub, await operator('ann'), { name: 'AUDIT', days: 3_000 });
  if (!done.ok || !changed.ok) throw new Error('nothing was administered');
  const head = await hub.warnings.head(warning);
  if (head === null) throw new Error('there is no such warning');
  const ended = { warning, version: head.version, publisher: head.publisher, endsAt: hub.clock.now() };
  await hub.database.transaction((session) => hub.removedWarnings.remove(ended, hub.clock.now(), session));
};
