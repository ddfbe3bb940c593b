// What a client says when the hub shows it nothing under an id.
import { CliFault } from '../terminal/fault.ts';

/** The value, or the fault that neither exists nor forbidden is told apart by. */
export const orAbsent = <Value>(id: string, value: Value | null): Value => {
  if (value !== null) return value;
  throw new CliFault(
    `There is no ${id} for you.`,
    'It does not exist, or it is not addressed to you; the hub does not tell which.',
    'Check the id: tocsin feed shows yours.',
  );
};
