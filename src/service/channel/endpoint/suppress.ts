// Nothing more goes to a mail address. An act of the hub, so that a restore, which goes back in time, writes to nobody there again (0025).
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import type { Hub } from '../../../hub.ts';
import type { SuppressionCause } from '../../../store/delivery/suppressions.ts';
import { recordAct } from '../../audit/record-act.ts';
import { addressDigest } from '../address-digest.ts';

type Deps = Pick<Hub, 'suppressions' | 'database' | 'acts' | 'entries' | 'clock' | 'entropy' | 'nameKey'>;

/** Until the address is proved again, at this endpoint or another one. */
export const suppress = async (
  hub: Deps,
  { id, member, address }: Pick<Endpoint, 'id' | 'member' | 'address'>,
  cause: SuppressionCause,
): Promise<void> => {
  const digest = addressDigest(hub, address);
  const at = hub.clock.now();
  await hub.database.transaction(async (session) => {
    if (!(await hub.suppressions.add(digest, { cause, endpoint: id, at }, session))) return;
    const about = { members: [member], subject: id, facts: { cause } };
    await recordAct(hub, { event: 'endpoint.suppressed', by: { way: 'HUB' }, ...about }, session);
  });
};
