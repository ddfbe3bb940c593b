// Identifies a pair of warnings: one id, whichever side it is seen from.
import { identifierFor } from '../../exchange/identifier-for.ts';

export const warningPairId = (one: string, other: string): string =>
  identifierFor('duplicate', one < other ? `${one}|${other}` : `${other}|${one}`);
