// `tocsin indicator list`: the indicators of a warning, or of everything newer than an instant, to look up or to copy into
// another tool. They are read from the bundles of the warnings, which the hub has decided for this reader.
import type { Command } from 'commander';
import { bundleOf, type StixBundle } from 'stix2-ts/bundle';
import type { StixObject } from 'stix2-ts/stix-object';
import { defanged } from '../../domain/known/defang.ts';
import { csvLine } from '../../exchange/indicator/csv-text.ts';
import { type IndicatorFacts, indicatorsIn } from '../../exchange/indicator/indicator-facts.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { orAbsent } from '../client/absent.ts';
import { clientCommand } from '../client/client-command.ts';
import { type HubClient, hubClient } from '../client/hub-client.ts';
import { sinceOf } from '../client/since.ts';
import { type FeedOptions, filterOf, filterOptions } from '../feed/feed-filter.ts';
import { readFeedPages } from '../feed/feed-pages.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson, tell } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

export const addList = (noun: Command): void => {
  const list = noun
    .command('list')
    .description('the indicators of a warning, or of everything that is newer than an instant')
    .argument('[id]', 'warning--… or practice--…')
    .option('--since <when>', 'of everything in force that is newer: 30m, 12h, 2d, 1w, or a date', (text) =>
      sinceOf(text),
    );
  filterOptions(clientCommand(list))
    .option('--csv', 'CSV with a head; a spreadsheet opens it safely')
    .option('--stix', 'one STIX 2.1 bundle: the indicators and the markings they refer to')
    .option('--plain', 'one value per line: addresses, host names, URLs, hashes')
    .option('--defang', 'addresses that cannot be followed: hxxp://evil[.]example')
    .action(run);
};

type Options = FeedOptions & {
  readonly since?: Date;
  readonly csv?: true;
  readonly stix?: true;
  readonly plain?: true;
  readonly defang?: true;
};

/** The indicators of one warning. */
type Found = { readonly warning: string; readonly headline: string; readonly objects: readonly StixObject[] };

/** Each costs a request; a key may send bursts of 200. */
const MOST_WARNINGS = 100;

const run = async (id: string | undefined, options: Options): Promise<void> => {
  const forms = [options.csv, options.stix, options.plain].filter((each) => each === true);
  if (forms.length > 1) throw usage('--csv, --stix and --plain exclude each other.', 'Choose one.');
  if ((id === undefined) === (options.since === undefined))
    throw usage('It is not clear which indicators are meant.', 'Give the id of a warning, or --since 2d.');
  if (options.stix === true && options.defang === true)
    throw usage(
      'A STIX bundle is not defanged: its patterns would match nothing.',
      'Leave out one of the two.',
    );
  const client = hubClient(options);
  const found = id === undefined ? await ofRecent(client, options) : [await ofWarning(client, id)];
  if (options.stix === true) return printJson(stixOf(found));
  const rows = found.flatMap(({ warning, headline, objects }) =>
    indicatorsIn(objects).map((facts) => ({ warning, headline, facts })),
  );
  if (rows.length === 0) return tell('No indicators.');
  const shown = options.defang === true ? defanged : (text: string): string => text;
  if (options.csv === true) printCsv(rows, shown);
  else if (options.plain === true) printPlain(rows, shown);
  else printTable(rows, shown);
};

const usage = (what: string, remedy: string): CliFault =>
  new CliFault(what, 'The options do not fit together.', remedy, 2);

type Answer = {
  readonly warning: { readonly bundle: StixBundle<StixObject>; readonly headline?: string } | null;
};

const ofWarning = async (client: HubClient, id: string, headline = ''): Promise<Found> => {
  const { warning } = await client.ask<Answer>('bundle', { id });
  return { warning: id, headline, objects: orAbsent(id, warning).bundle.objects ?? [] };
};

const ofRecent = async (client: HubClient, options: Options): Promise<Found[]> => {
  const { since = null } = options;
  const request = { first: MOST_WARNINGS, after: null, filter: filterOf(options), since };
  const { edges, older } = await readFeedPages(client, request);
  if (older !== null)
    tell(`Only the newest ${count(edges.length, 'warning')}; for the others use a shorter --since.`);
  const found: Found[] = [];
  for (const { node } of edges)
    if (node.state === 'ACTIVE') found.push(await ofWarning(client, node.id, node.headline));
  return found;
};

/** Each object once, though several warnings may hold it. */
const stixOf = (found: readonly Found[]): StixBundle<StixObject> => {
  const objects = new Map<string, StixObject>();
  for (const each of found.flatMap((one) => one.objects))
    if (each.type === 'indicator' || each.type === 'marking-definition')
      objects.set(
        `${each.id} ${String((each as Readonly<Record<string, unknown>>)['modified'] ?? '')}`,
        each,
      );
  return bundleOf([...objects.values()]);
};

type Row = { readonly warning: string; readonly headline: string; readonly facts: IndicatorFacts };
type Shown = (text: string) => string;

const HEAD = [
  'indicator',
  'type',
  'value',
  'pattern_type',
  'pattern',
  'name',
  'indicates',
  'valid_from',
  'valid_until',
  'revoked',
  'warning',
] as const;

const printCsv = (rows: readonly Row[], shown: Shown): void => {
  process.stdout.write(csvLine(HEAD));
  for (const { warning, facts } of rows) {
    const values = facts.values.length === 0 ? [{ kind: '', value: '' }] : facts.values;
    for (const { kind, value } of values) {
      const cells = [
        facts.id,
        kind,
        shown(value),
        facts.patternType,
        shown(facts.pattern),
        facts.name ?? '',
        facts.indicates.join('; '),
        facts.validFrom ?? '',
        facts.validUntil ?? '',
        String(facts.isRevoked),
        warning,
      ];
      process.stdout.write(csvLine(cells));
    }
  }
};

/** What is revoked is not for copying. */
const printPlain = (rows: readonly Row[], shown: Shown): void => {
  const current = rows.filter(({ facts }) => !facts.isRevoked);
  const values = new Set(current.flatMap(({ facts }) => facts.values.map(({ value }) => value)));
  for (const value of values) print(tidy(shown(value)).replaceAll('\n', ' '));
  const others = current.filter(({ facts }) => facts.values.length === 0).length;
  if (others > 0)
    tell(`${count(others, 'indicator')} without a plain value left out; --csv and --stix have the patterns.`);
};

const printTable = (rows: readonly Row[], shown: Shown): void => {
  const lines = rows.flatMap(({ facts }) => {
    const values =
      facts.values.length === 0 ? [{ kind: facts.patternType, value: facts.pattern }] : facts.values;
    const about = [...new Set([...(facts.name === null ? [] : [facts.name]), ...facts.indicates])];
    const until = facts.isRevoked ? 'REVOKED' : (facts.validUntil?.slice(0, 10) ?? '');
    return values.map(({ kind, value }) => [
      kind,
      tidy(shown(value)).replaceAll('\n', ' '),
      until,
      tidy(about.join('; ')).replaceAll('\n', ' '),
    ]);
  });
  print(table(['TYPE', 'VALUE', 'UNTIL', 'ABOUT'], lines));
  print(
    `${count(rows.length, 'indicator')}${shown('a.example') === 'a.example' ? '; --defang before you paste them anywhere' : ''}`,
  );
};
