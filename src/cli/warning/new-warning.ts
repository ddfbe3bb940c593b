// `tocsin warning new`: writes a commented file to fill in.
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { CliFault } from '../terminal/fault.ts';
import { print, printExactly } from '../terminal/output.ts';
import { PRACTICE_TEMPLATE, WARNING_TEMPLATE } from './template.ts';

export const addNew = (noun: Command): void => {
  noun
    .command('new')
    .description('write a file with every field and what it means, to fill in and publish; needs no hub')
    .argument('[file]', 'the file to make; without it, standard output')
    .option('--practice', 'a best practice instead of a warning')
    .action(write);
};

const write = (file: string | undefined, { practice }: { readonly practice?: true }): void => {
  const template = practice === true ? PRACTICE_TEMPLATE : WARNING_TEMPLATE;
  if (file === undefined) {
    printExactly(template);
    return;
  }
  try {
    // Never over a file that somebody has filled in.
    writeFileSync(file, template, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const why = isThere ? 'There is a file of this name.' : String(error);
    throw new CliFault(`${file} was not written.`, why, 'Choose another name.', 2, error);
  }
  print(`${file} is written. Fill it in, then: tocsin warning preview ${file}`);
};
