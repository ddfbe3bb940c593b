// Once a minute: what has come to its end is told and recorded. Once a day: what is beyond its time is removed. One worker
// does the latter at a time; a run that takes longer goes on the next time.
import type { Hub } from '../../src/hub.ts';
import { expireProposals } from '../../src/service/approval/expire-proposals.ts';
import { retirePersons } from '../../src/service/person/retire-persons.ts';
import { applyRetention } from '../../src/service/retention/apply-retention.ts';
import { endWarnings } from '../../src/service/retention/end-warnings.ts';

const LEASE = 'retention';
const DAY_MS = 24 * 3_600_000;
/** Of one run; the lease lasts a minute longer. */
const RUN_MS = 9 * 60_000;
const LEASE_MS = 10 * 60_000;

export const keepRetention = async (hub: Hub, signal: AbortSignal): Promise<void> => {
  // After a restore nothing ends by itself either, until an operator has looked at what is lost.
  if (!(await hub.storage.allows('WORK')) || !(await hub.restored.mayDeliver())) return;
  // What is wrong with one of them is no fault of the others.
  for (const step of [endWarnings, expireProposals, retirePersons])
    await step(hub).catch((error: unknown) =>
      hub.log.warn(
        { err: error, step: step.name },
        'what has ended could not be told; the worker tries again',
      ),
    );
  const last = (await hub.acts.last('retention.applied'))?.at.getTime() ?? 0;
  const sinceMs = hub.clock.now().getTime() - last;
  if (sinceMs >= 0 && sinceMs < DAY_MS) return;
  const session = hub.database.openSession();
  const holder = hub.entropy.uuid();
  try {
    if ((await hub.leases.acquire(LEASE, holder, LEASE_MS, session)) === null) return;
    const counts = await applyRetention(hub, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(RUN_MS)]),
    });
    hub.log.info({ counts }, 'what was beyond its time is removed');
  } finally {
    await hub.leases.release(LEASE, holder);
    await session.endSession();
  }
};
