// What legal holds cover of the log of attempts: it belongs to the warning that it brought, as a delivery does.
import { isHeld } from '../../domain/retention/hold.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import type { KeptAttempts } from '../../store/delivery/attempts.ts';

export const heldLog = async (
  hub: Pick<Hub, 'holds' | 'endpoints'>,
  session?: Session,
): Promise<KeptAttempts> => {
  const holds = await hub.holds.inForce(session);
  if (isHeld(holds, { class: 'WARNINGS' })) return 'ALL';
  const heldOf = (wanted: (typeof holds)[number]['scope']): string[] =>
    holds.flatMap(({ scope, target }) => (scope === wanted && target !== null ? [target] : []));
  const endpoints = await hub.endpoints.idsOf(heldOf('PERSON'));
  return { warnings: heldOf('WARNING'), members: heldOf('MEMBER'), endpoints };
};
