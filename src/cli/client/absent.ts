// What a command says when the hub returns nothing for an id.
import { CliFault } from '../terminal/fault.ts';

/** The value, or a fault that is the same for an unknown and for a forbidden id. */
export const orAbsent = <Value>(id: string, value: Value | null): Value => {
  if (value !== null) return value;
  throw new CliFault(
    `Nothing with the id ${id} is visible to you.`,
    'It does not exist, or it is not addressed to you; the hub does not say which.',
    'Check the id: tocsin feed shows yours.',
  );
};
