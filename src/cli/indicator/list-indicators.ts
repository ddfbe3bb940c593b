// `tocsin indicator list`: the indicators of a warning, or of everything newer than an instant, to look up or to copy into
// another tool. They are read from the bundles of the warnings, which the hub has decided for this reader.
import type { Command } from 'commander';
import { bundleOf, type StixBundle } from 'stix2-ts/bundle';
import type { StixObject } from 'stix2-ts/stix-object';
import { defanged } from '../../domain/known/defang.ts';
import { type EffectiveTlp, strictest } from '../../domain/marking.ts';
import {
  type IndicatorFacts,
  type IndicatorValue,
  indicatorsIn,
  listsOf,
} from '../../exchange/indicator/indicator-facts.ts';
import { hostIn, isJoined, isNotToBlock } from '../../exchange/indicator/not-to-block.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { orAbsent } from '../client/absent.ts';
import { clientCommand } from '../client/client-command.ts';
import { type HubClient, hubClient } from '../client/hub-client.ts';
import { sinceOf } from '../client/since.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printCsv, printJson, tell } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import {
  findIndicators,
  isNarrowed,
  type Meant,
  narrowsWarnings,
  type WhichOptions,
  whichOptions,
} from './find-indicators.ts';

export const addList = (noun: Command): void => {
  const list = noun
    .command('list')
    .description(
      'the indicators of a warning, those that name a value, malware or technique, or all that are newer than an instant',
    )
    .argument('[id]', 'warning--… or practice--…')
    .option(
      '--since <when>',
      'of what is in force and the hub took in since: 30m, 12h, 2d, 1w, or a date',
      (text) => sinceOf(text),
    );
  whichOptions(clientCommand(list))
    .option('--csv', 'CSV with a head; a spreadsheet opens it safely. is_to_block: what --plain prints')
    .option(
      '--stix',
      'one STIX 2.1 bundle: the indicators as their producers wrote them, and the markings they refer to',
    )
    .option('--strict', 'with --stix: without objects that break a rule of the standard')
    .option(
      '--plain',
      'one value per line: addresses, host names, URLs, hashes; only what is valid now and on no list of common false positives',
    )
    .option('--defang', 'addresses that cannot be followed: hxxp://evil[.]example')
    .action(run);
};

type Options = WhichOptions & {
  readonly csv?: true;
  readonly stix?: true;
  readonly strict?: true;
  readonly plain?: true;
  readonly defang?: true;
};

type State = 'ACTIVE' | 'EXPIRED' | 'CANCELLED';

/** The indicators of one warning. */
type Found = {
  readonly warning: string;
  readonly headline: string;
  readonly tlp: EffectiveTlp;
  readonly state: State;
  readonly objects: readonly StixObject[];
};

/** Each costs a request; a key may send bursts of 200. */
const MOST_WARNINGS = 100;

const run = async (id: string | undefined, options: Options): Promise<void> => {
  const forms = [options.csv, options.stix, options.plain].filter((each) => each === true);
  if (forms.length > 1) throw usage('--csv, --stix and --plain exclude each other.', 'Choose one.');
  if (id !== undefined && options.since !== undefined)
    throw usage('A warning and a time exclude each other.', 'Leave out one of the two.');
  if (id !== undefined && narrowsWarnings(options))
    throw usage(
      'A warning, and options about which warnings are meant, exclude each other.',
      'Leave out the id, or --sector, --kind, --severity, --urgency, --certainty and --country.',
    );
  if (id === undefined && options.since === undefined && !isNarrowed(options))
    throw usage(
      'It is not clear which indicators are meant.',
      'Give the id of a warning, a --value, --malware, --technique or --text, or --since 2d.',
    );
  if (options.stix === true && options.defang === true)
    throw usage(
      'A STIX bundle is not defanged: its patterns would match nothing.',
      'Leave out one of the two.',
    );
  if (options.strict === true && options.stix !== true)
    throw usage('--strict is about the objects of a bundle.', 'Add --stix, or leave it out.');
  const client = hubClient(options);
  const found = id === undefined ? await ofRecent(client, options) : [await ofOne(client, id, options)];
  if (options.stix === true) return printJson(stixOf(found));
  const rows = found.flatMap(({ warning, headline, tlp, state, objects }) =>
    indicatorsIn(objects)
      .toSorted(inUse)
      .map((facts) => ({ warning, headline, tlp: strictest(tlp, ...facts.markings), state, facts })),
  );
  for (const { state } of found) if (state !== 'ACTIVE') tell(OVER[state]);
  if (rows.length === 0) {
    tell(id === undefined || isNarrowed(options) ? 'No items match.' : 'No indicators.');
    await tellOfHost(client, options);
  }
  const shown = options.defang === true ? defanged : (text: string): string => text;
  if (options.csv === true) printRows(rows, shown);
  else if (options.plain === true) printPlain(rows, shown);
  else if (rows.length > 0) printTable(rows, shown);
};

/** A page may be unknown on a host that is known: a URL is compared whole. Counted as the command that it names counts. */
const tellOfHost = async (client: HubClient, { value = '' }: Options): Promise<void> => {
  const url = value
    .trim()
    .replace(/^hxxp/i, 'http')
    .replace(/[[({](?:\.|dot)[\])}]/gi, '.')
    .replace(/\[:\]/g, ':');
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url) || !URL.canParse(url)) return;
  const host = hostIn(url);
  const found = host === '' ? [] : await findIndicators(client, { value: host });
  const number = found.reduce((sum, { ids }) => sum + ids.size, 0);
  if (number > 0)
    tell(`Its host is in ${count(number, 'indicator')}: tocsin indicator list --value '${defanged(host)}'`);
};

/** Whoever copies what ended is told so first. */
const OVER = {
  EXPIRED: 'The warning has expired: its indicators are history, and none is valid now.',
  CANCELLED: 'The warning was cancelled: its indicators are history, and none is valid now.',
} as const;

const usage = (what: string, remedy: string): CliFault =>
  new CliFault(what, 'The options do not fit together.', remedy, 2);

type Answer = {
  readonly warning: {
    readonly bundle: StixBundle<StixObject>;
    readonly headline?: string;
    readonly state: State;
    /** As the contract writes it; null where the hub does not understand the marking. */
    readonly marking: string | null;
  } | null;
};

const ofWarning = async (client: HubClient, { id, headline = '', strict = false }: Which): Promise<Found> => {
  const { warning } = await client.ask<Answer>('bundle', { id, strict });
  const { bundle, marking, state } = orAbsent(id, warning);
  const tlp = (marking?.replace('_', '+') ?? 'UNKNOWN') as EffectiveTlp;
  return { warning: id, headline, tlp, state, objects: bundle.objects ?? [] };
};

type Which = { readonly id: string; readonly headline?: string; readonly strict?: boolean };

/** One warning, whatever its state; the options choose among its indicators. */
const ofOne = async (client: HubClient, id: string, options: Options): Promise<Found> => {
  const found = await ofWarning(client, { id, strict: options.strict === true });
  if (!isNarrowed(options)) return found;
  const [meant] = await findIndicators(client, options, id);
  return among(found, meant?.ids ?? new Set());
};

const ofRecent = async (client: HubClient, options: Options): Promise<Found[]> => {
  const meant = await findIndicators(client, options);
  if (meant.length > MOST_WARNINGS)
    tell(
      `Only those of the newest ${count(MOST_WARNINGS, 'warning')}; for the others use a shorter --since.`,
    );
  const found: Found[] = [];
  for (const { warning, headline, ids } of meant.slice(0, MOST_WARNINGS))
    found.push(
      among(await ofWarning(client, { id: warning, headline, strict: options.strict === true }), ids),
    );
  return found;
};

/** What is beside the indicators stays: it says what they point to. */
const among = (found: Found, ids: Meant['ids']): Found => ({
  ...found,
  objects: found.objects.filter(({ id, type }) => type !== 'indicator' || ids.has(id)),
});

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

type Row = {
  readonly warning: string;
  readonly headline: string;
  /** The strictest of the indicator's own marking and its warning's. */
  readonly tlp: EffectiveTlp;
  readonly state: State;
  readonly facts: IndicatorFacts;
};
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
  'marking',
  'warning_lists',
  'is_to_block',
] as const;

const printRows = (rows: readonly Row[], shown: Shown): void => {
  const listed = listedIn(rows);
  printCsv(HEAD);
  for (const row of rows) {
    const { warning, tlp, facts } = row;
    const values = facts.values.length === 0 ? [{ kind: '', value: '' }] : facts.values;
    const isSign = isCurrent(row) && isAlone(row);
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
        `TLP:${tlp}`,
        listsOn(facts, { kind, value }).join('; '),
        String(isSign && isToBlock(value, listed)),
      ];
      printCsv(cells);
    }
  }
};

const isExpired = ({ validUntil }: IndicatorFacts): boolean =>
  validUntil !== null && Date.parse(validUntil) <= Date.now();

const isToCome = ({ validFrom }: IndicatorFacts): boolean =>
  validFrom !== null && Date.parse(validFrom) > Date.now();

const isInUse = (facts: IndicatorFacts): boolean => !facts.isRevoked && !isExpired(facts) && !isToCome(facts);

/** What may be blocked today comes first, then by value: a bundle's own order is that of ids, which say nothing. */
const inUse = (one: IndicatorFacts, other: IndicatorFacts): number =>
  Number(isInUse(other)) - Number(isInUse(one)) ||
  byText(sortedBy(one), sortedBy(other)) ||
  byText(one.id, other.id);

const sortedBy = ({ values: [first], patternType, pattern }: IndicatorFacts): string =>
  first === undefined ? `${patternType} ${pattern}` : `${first.kind} ${first.value}`;

const byText = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** What is revoked, outside its time, or of a warning that has ended is not for copying into a block list. */
const isCurrent = ({ state, facts }: Row): boolean => state === 'ACTIVE' && isInUse(facts);

const isAlone = ({ facts }: Row): boolean => !isJoined(facts.pattern, facts.patternType);

/** What is on a list of common false positives is for a person to decide, and no list of values can ask. */
const isToBlock = (value: string, listed: ReadonlySet<string>): boolean =>
  value !== '' && !isNotToBlock(value) && !listed.has(value);

/** What one indicator's note names is looked at twice, whichever indicator has it too. */
const listedIn = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap(({ facts }) =>
      facts.values.filter((value) => listsOn(facts, value).length > 0).map(({ value }) => value),
    ),
  );

const printPlain = (rows: readonly Row[], shown: Shown): void => {
  const current = rows.filter(isCurrent);
  const plain = current.filter(({ facts }) => facts.values.length > 0);
  const alone = plain.filter(isAlone);
  const named = new Set(alone.flatMap(({ facts }) => facts.values.map(({ value }) => value)));
  const listed = listedIn(rows);
  const values = new Set([...named].filter((value) => isToBlock(value, listed)));
  for (const value of values) print(shown(value));
  tellMarking(alone, values);
  tellListed(alone);
  const left = (number: number, what: string): void => {
    if (number > 0) tell(what);
  };
  const past = rows.length - current.length;
  left(past, `${count(past, 'indicator')} revoked, expired or not valid yet left out.`);
  const never = [...named].filter(isNotToBlock).length;
  left(
    never,
    `${count(never, 'value')} left out: private, special, too wide a network, or written in a form that a firewall may read otherwise.`,
  );
  const joined = plain.length - alone.length;
  left(
    joined,
    `${count(joined, 'indicator')} left out whose values are signs only together; --csv has the patterns.`,
  );
  const others = current.length - plain.length;
  left(
    others,
    `${count(others, 'indicator')} without a plain value left out; --csv and --stix have the patterns.`,
  );
};

const markedText = (rows: readonly Row[]): string =>
  `TLP:${strictest('CLEAR', ...rows.map(({ tlp }) => tlp))}: keep this marking with them.`;

/** A list of values alone says nothing of how far it may go. */
const tellMarking = (rows: readonly Row[], printed: ReadonlySet<string>): void => {
  const named = rows.filter(({ facts }) => facts.values.some(({ value }) => printed.has(value)));
  if (named.length > 0) tell(markedText(named));
};

/** Nor of what is mostly no sign of an attack. */
const tellListed = (rows: readonly Row[]): void => {
  const lines = rows.flatMap(({ facts }) =>
    facts.values
      .filter(({ value }) => !isNotToBlock(value))
      .map((each) => ({ value: each.value, lists: listsOf(facts, each) }))
      .filter(({ lists }) => lists.length > 0)
      .map(
        ({ value, lists }) => `Left out: ${value}, on ${lists.join('; ')}. Look twice before you block it.`,
      ),
  );
  for (const line of new Set(lines)) tell(line);
};

/** Of a pattern without plain values, what any of its values is on. */
const listsOn = (facts: IndicatorFacts, value: IndicatorValue): string[] =>
  facts.values.length === 0
    ? [...new Set(facts.warningLists.map(({ list }) => list))]
    : listsOf(facts, value);

const untilOf = (facts: IndicatorFacts): string => {
  if (facts.isRevoked) return 'REVOKED';
  if (isToCome(facts)) return `NOT BEFORE ${facts.validFrom?.slice(0, 10) ?? ''}`;
  return isExpired(facts) ? 'EXPIRED' : (facts.validUntil?.slice(0, 10) ?? '');
};

const printTable = (rows: readonly Row[], shown: Shown): void => {
  const lines = rows.flatMap(({ facts }) => {
    const values =
      facts.values.length === 0 ? [{ kind: facts.patternType, value: facts.pattern }] : facts.values;
    const about = [...(facts.name === null ? [] : [facts.name]), ...facts.indicates];
    const until = untilOf(facts);
    return values.map(({ kind, value }) => {
      const twice = listsOn(facts, { kind, value }).map((list) => `LOOK TWICE, on ${list}`);
      return [
        kind,
        tidy(shown(value)).replaceAll('\n', ' '),
        until,
        tidy([...new Set([...twice, ...about])].join('; ')).replaceAll('\n', ' '),
      ];
    });
  });
  const hasEnds = lines.some(([, , until]) => until !== '');
  print(
    hasEnds
      ? table(['TYPE', 'VALUE', 'UNTIL', 'ABOUT'], lines)
      : table(
          ['TYPE', 'VALUE', 'ABOUT'],
          lines.map(([kind = '', value = '', , about = '']) => [kind, value, about]),
        ),
  );
  print(
    `${count(rows.length, 'indicator')}${lines.length === rows.length ? '' : `, ${count(lines.length, 'value')}`}${shown('a.example') === 'a.example' ? '; --defang before you paste them anywhere' : ''}`,
  );
  print(markedText(rows));
};
