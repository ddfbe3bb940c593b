// Who may read a process's figures. Totals reveal hidden content (I5), so they are for the hub's operator only.
import type { Hub } from '../../hub.ts';
import { maySeeTotals } from '../../policy/grants.ts';
import { authenticate } from '../access/authenticate.ts';

/** `ABSENT`: a valid key with a role for which the figures do not exist. */
export const mayReadFigures = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  authorization: string | undefined,
): Promise<'UNKNOWN' | 'ABSENT' | 'ALLOWED'> => {
  const actor = await authenticate(hub, authorization);
  if (actor === null) return 'UNKNOWN';
  return maySeeTotals(actor) ? 'ALLOWED' : 'ABSENT';
};
