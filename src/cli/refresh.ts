// `tocsin refresh`: updates a reference set (known exploited vulnerabilities, SSVC, weaknesses) from its published files.
// Objects that use a changed entry are enriched again.
import { type Command, Option } from 'commander';
import { refreshSet } from '../service/enrichment/refresh-set.ts';
import { SOURCES } from '../service/enrichment/sources.ts';
import { readUtf8File } from './client/read-utf8-file.ts';
import { tellRefusals } from './client/refusals.ts';
import type { ClientOptions } from './client/settings.ts';
import { withOperatorHub } from './operator/operator-hub.ts';
import { CliFault } from './terminal/fault.ts';
import { count, print, printJson } from './terminal/output.ts';

type Options = ClientOptions & { readonly json?: true };

export const addRefresh = (program: Command): void => {
  const sets = SOURCES.filter(({ files }) => files.length > 0)
    .map(({ facts, files }) => `${facts.name} (${filesInWords(files)})`)
    .join('; ');
  program
    .command('refresh')
    .description(`update a reference set: ${sets}`)
    .argument('<set>', 'the reference set')
    .argument('<file...>', 'its files as published, in that order')
    .addOption(new Option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'))
    .option('--json', 'one JSON object')
    .action(refresh);
};

const filesInWords = (files: readonly string[]): string =>
  files.length > 5 ? `its ${files.length} files` : files.map(baseOf).join(', ');

const baseOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

const refresh = async (set: string, files: string[], options: Options): Promise<void> => {
  const wanted = SOURCES.find(({ facts }) => facts.name === set)?.files ?? [];
  if (wanted.length > 0 && files.length !== wanted.length) {
    const names = wanted.map(baseOf).join(', ');
    throw new CliFault(
      `${set} consists of ${count(wanted.length, 'file')}.`,
      `It needs ${names}.`,
      'Name them in that order.',
      2,
    );
  }
  const texts = await Promise.all(
    files.map(async (file, index) => [wanted[index] ?? file, readUtf8File(file)] as const),
  );
  const outcome = await withOperatorHub(options, (hub) => refreshSet(hub, set, Object.fromEntries(texts)));
  if (!outcome.ok) {
    process.exitCode = tellRefusals(outcome.problems, 'The set was not updated.');
    return;
  }
  if (options.json === true) return printJson(outcome.value);
  const { version, changed } = outcome.value;
  print(
    `${set} is at ${version}: ${count(changed, 'entry', 'entries')} changed; objects that use them are enriched again.`,
  );
};
