// After a ruling: what was read before of the two is not so any more. Pairs that are listed stay where they are, and are read again when
// somebody comes back to them.
import { queries } from '../../app/queries.ts';

const OF_PAIRS = [['proposals'], ['object-proposals']] as const;
const SAID_ELSEWHERE = [['warning'], ['versions']] as const;

export const forgetRuled = (): void => {
  for (const queryKey of OF_PAIRS) void queries.invalidateQueries({ queryKey, refetchType: 'none' });
  for (const queryKey of SAID_ELSEWHERE) void queries.invalidateQueries({ queryKey });
};
