// `tocsin warning new`: writes a commented file to fill in.
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { wrap } from '../../exchange/text/wrap.ts';
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

const COLUMNS = 80;

const COMMENT = /^((?:# {2,})?# )(?=\S)(.*)$/;
/** A field to fill in, which is commented out: it stays a line. */
const FIELD = /^[a-z]\w*:(?: |$)/i;

/** Comments in lines that a terminal shows whole; what is to be filled in stays as it is. */
export const folded = (template: string): string => {
  const lines: string[] = [];
  let open: { readonly lead: string; text: string } | null = null;
  const close = (): void => {
    if (open !== null) lines.push(...wrap(open.text, COLUMNS, open.lead));
    open = null;
  };
  for (const line of template.split('\n')) {
    const [, lead = '', text = ''] = COMMENT.exec(line) ?? [];
    const isWide = line.length > COLUMNS;
    if (open !== null && lead === open.lead && !FIELD.test(text)) {
      open.text += ` ${text}`;
      if (!isWide) close();
      continue;
    }
    close();
    if (lead !== '' && isWide) open = { lead, text };
    else lines.push(line);
  }
  close();
  return lines.join('\n');
};

const write = (file: string | undefined, { practice }: { readonly practice?: true }): void => {
  const template = folded(practice === true ? PRACTICE_TEMPLATE : WARNING_TEMPLATE);
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
