// `tocsin warning diff`: what differs between two versions of an item, in sentences, field by field, and object by object.
import { type Command, InvalidArgumentError } from 'commander';
import { differenceOf } from 'stix2-ts/difference';
import { wrap } from '../../../exchange/text/wrap.ts';
import { orAbsent } from '../../client/absent.ts';
import { clientCommand } from '../../client/client-command.ts';
import { type HubClient, hubClient } from '../../client/hub-client.ts';
import type { ClientOptions } from '../../client/settings.ts';
import { changedText } from '../../stix/changed-text.ts';
import { shortened, visible } from '../../stix/visible.ts';
import { CliFault } from '../../terminal/fault.ts';
import { print, printJson, styled, widthOfOutput } from '../../terminal/output.ts';

export const addDiff = (noun: Command): void => {
  clientCommand(
    noun
      .command('diff')
      .description('what differs between two of its versions that you had: texts, fields and objects')
      .argument('<id>', 'warning--… or practice--…')
      .argument('<from>', 'the number of a version, as tocsin warning versions lists them', numberOf)
      .argument('[to]', 'the number of the other one (default: the current version)', numberOf),
  )
    .option('--json', 'one JSON object')
    .action(diff);
};

const numberOf = (text: string): number => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 2 ** 31 - 1)
    throw new InvalidArgumentError('A version has a number, from 1.');
  return number;
};

type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };
type ChangedObject = {
  readonly change: 'ADDED' | 'REMOVED' | 'CHANGED' | 'REORDERED';
  readonly objectId: string;
  readonly type: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};
type Side = { readonly version: number; readonly markingInWords: string; readonly headline: string };
type Difference = {
  readonly from: Side;
  readonly to: Side;
  readonly inWords: readonly string[];
  readonly changes: readonly Change[];
};
type Page = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: ChangedObject }[];
};
type Answer = {
  readonly warning: {
    readonly exercise: string | null;
    readonly difference: (Difference & { readonly objects: Page }) | null;
  } | null;
};

type Options = ClientOptions & { readonly json?: true };

const diff = async (id: string, from: number, to: number | undefined, options: Options): Promise<void> => {
  const { exercise, objects, ...shown } = await readDifference(hubClient(options), { id, from, to });
  if (options.json === true) printJson({ exercise, ...shown, objects });
  else print(differenceText({ ...shown, exercise, objects }, widthOfOutput()));
};

type Meant = { readonly id: string; readonly from: number; readonly to: number | undefined };

export const readDifference = async (
  client: Pick<HubClient, 'ask'>,
  { id, from, to }: Meant,
): Promise<Whole> => {
  const objects: ChangedObject[] = [];
  // All pages are of the version that was the current one at the first: a correction may come in between.
  let until = to ?? null;
  for (let after: string | null = null; ; ) {
    const answer: Answer = await client.ask<Answer>('difference', { id, from, to: until, after });
    const { exercise, difference } = orAbsent(id, answer.warning);
    if (difference === null) throw notHad(id, from, to);
    const { objects: page, ...shown } = difference;
    objects.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { ...shown, exercise, objects };
    until = difference.to.version;
    after = page.pageInfo.endCursor;
  }
};

const notHad = (id: string, from: number, to: number | undefined): CliFault =>
  new CliFault(
    to === undefined
      ? `You have no version ${from} of it.`
      : `You do not have both version ${from} and version ${to} of it.`,
    'There is none, it did not come to you, or it is not for you now; the hub does not say which.',
    `tocsin warning versions ${id} lists yours.`,
  );

type Whole = Difference & { readonly exercise: string | null; readonly objects: readonly ChangedObject[] };

export const differenceText = (
  { from, to, inWords, changes, objects, exercise }: Whole,
  width: number,
): string => {
  const mark =
    from.markingInWords === to.markingInWords ? [] : [`Version ${from.version}: ${from.markingInWords}`];
  const head = [
    ...(exercise === null ? [] : [styled('bold', `EXERCISE ${visible(exercise)}`)]),
    ...[...mark, `${mark.length > 0 ? `Version ${to.version}: ` : ''}${to.markingInWords}`].flatMap((line) =>
      wrap(line, width),
    ),
    '',
    ...wrap(`Version ${from.version} → ${to.version}: ${visible(to.headline)}`, width).map((line) =>
      styled('bold', line),
    ),
  ];
  if (inWords.length + changes.length + objects.length === 0)
    return [...head, 'They are the same.'].join('\n');
  return [
    ...head,
    ...inWords.flatMap((line) => wrap(visible(line), width, '- ', '  ')),
    ...changes.flatMap(({ field, before, after }) => ['', field, ...sides(before, after)]),
    ...(objects.length === 0 ? [] : ['', 'STIX objects', ...objects.flatMap(objectLines)]),
  ].join('\n');
};

const sides = (before: unknown, after: unknown): string[] => {
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before))
    return entrySides(before as Entries, after as Entries);
  return [...sideOf('-', before, after), ...sideOf('+', after, before)];
};

const sideOf = (sign: '-' | '+', value: unknown, other: unknown): string[] =>
  value === null
    ? []
    : [`  ${styled(sign === '-' ? 'red' : 'green', `${sign} ${changedText(value, other ?? undefined)}`)}`];

type Entries = readonly unknown[] | null;

/** Of lists the entries that only one side has; both whole where they have the same in another order. */
const entrySides = (before: Entries, after: Entries): string[] => {
  const gone = without(before ?? [], after ?? []);
  const come = without(after ?? [], before ?? []);
  if (gone.length + come.length === 0) return [...sideOf('-', before, after), ...sideOf('+', after, before)];
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => [gone[at], come[at]]);
  return pairs.flatMap(([was = null, is = null]) => [...sideOf('-', was, is), ...sideOf('+', is, was)]);
};

/** The entries that the other list has not, or not as often. */
const without = (entries: readonly unknown[], others: readonly unknown[]): unknown[] => {
  const left = others.map((each) => JSON.stringify(each));
  return entries.filter((each) => {
    const at = left.indexOf(JSON.stringify(each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

const SIGNS = { ADDED: '+', REMOVED: '-', CHANGED: '~', REORDERED: '~' } as const;
const COLOURS = { ADDED: 'green', REMOVED: 'red', CHANGED: 'yellow', REORDERED: 'yellow' } as const;

const objectLines = ({ change, objectId, type, before, after }: ChangedObject): string[] => {
  const { pattern, name, value } = { ...(after ?? before) };
  const word = [pattern, name, value].find((each) => typeof each === 'string');
  const called = word === undefined ? '' : ` ${shortened(visible(String(word)), 120)}`;
  return [
    `  ${styled(COLOURS[change], `${SIGNS[change]} ${visible(type)}${called}`)}`,
    `    ${visible(objectId)}`,
    ...(before === null || after === null ? [] : placeLines(before, after)),
  ];
};

/** Of the objects as they are: the hub's own list of changes is cut, and so are its values. */
const placeLines = (before: object, after: object): string[] => {
  const { changes, isWhole } = differenceOf(before, after);
  const lines = changes.flatMap((each) => {
    const was = 'before' in each ? each.before : undefined;
    const is = 'after' in each ? each.after : undefined;
    return [
      `    ${visible(each.path)}`,
      ...('before' in each ? [`      - ${changedText(was, is)}`] : []),
      ...('after' in each ? [`      + ${changedText(is, was)}`] : []),
    ];
  });
  return isWhole ? lines : [...lines, `    and more: only ${changes.length} places are listed.`];
};
