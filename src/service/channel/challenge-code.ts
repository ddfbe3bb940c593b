// The code that proves an endpoint: whoever receives there can give it back. It follows from the delivery that brought it, so
// that none is stored.
import { createHmac } from 'node:crypto';
import type { Hub } from '../../hub.ts';

/** Without letters and digits that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 4;
const EACH = 4;

/** Four groups of four, about 78 bits. `delivery` is the id of the challenge. */
export const challengeCode = ({ signInKey }: Pick<Hub, 'signInKey'>, delivery: string): string => {
  const digest = createHmac('sha256', signInKey).update(`challenge ${delivery}`).digest();
  return Array.from({ length: GROUPS }, (_, group) =>
    Array.from({ length: EACH }, (__, at) => LETTERS[(digest[group * EACH + at] ?? 0) % LETTERS.length]).join(
      '',
    ),
  ).join('-');
};

/** As a person may type it. */
export const isSameCode = (given: string, code: string): boolean =>
  given.replaceAll(/[\s-]/g, '').toUpperCase() === code.replaceAll('-', '');

/** A code is good for a day. */
export const CODE_MS = 24 * 3_600_000;
