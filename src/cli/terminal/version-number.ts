// The number of a version, as an option takes it.
import { InvalidArgumentError } from 'commander';

export const versionNumber = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Enter the number of a version, from 1.');
};
