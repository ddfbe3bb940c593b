// The size of a page, as each list asks for it.
import { InvalidArgumentError, Option } from 'commander';
import { MAX_PAGE_SIZE } from '../../domain/limit/page-size.ts';

const firstOf = (text: string): number => {
  const first = Number(text);
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE_SIZE) return first;
  throw new InvalidArgumentError(`Write a number from 1 to ${MAX_PAGE_SIZE}.`);
};

/** `--first`, 20 unless it is given. */
export const firstOption = (): Option =>
  new Option('--first <n>', `how many, at most ${MAX_PAGE_SIZE}`).argParser(firstOf).default(20);
