// Who may read the figures of a process. Totals tell of what one may not see (I5): they are for who runs the hub.
import type { Hub } from '../../hub.ts';
import { mayRoleSeeTotals } from '../../policy/grants.ts';
import { authenticate } from '../access/authenticate.ts';

/** `ABSENT`: a key of this hub, of a role for which the figures are not there. */
export const mayReadFigures = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  authorization: string | undefined,
): Promise<'UNKNOWN' | 'ABSENT' | 'ALLOWED'> => {
  const actor = await authenticate(hub, authorization);
  if (actor === null) return 'UNKNOWN';
  return mayRoleSeeTotals(actor.role) ? 'ALLOWED' : 'ABSENT';
};
