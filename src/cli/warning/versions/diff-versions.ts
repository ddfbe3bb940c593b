// `tocsin warning diff`: what differs between two versions of an item, in sentences, field by field, and object by object.
import { type Command, InvalidArgumentError } from 'commander';
import { wrap } from '../../../exchange/text/wrap.ts';
import { orAbsent } from '../../client/absent.ts';
import { clientCommand } from '../../client/client-command.ts';
import { hubClient } from '../../client/hub-client.ts';
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
  readonly changes: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
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
  const client = hubClient(options);
  const objects: ChangedObject[] = [];
  for (let after: string | null = null; ; ) {
    const answer: Answer = await client.ask<Answer>('difference', { id, from, to: to ?? null, after });
    const { exercise, difference } = orAbsent(id, answer.warning);
    if (difference === null) throw notHad(id, from, to);
    const { objects: page, ...shown } = difference;
    objects.push(...page.edges.map(({ node }) => node));
    if (page.pageInfo.hasNextPage) {
      after = page.pageInfo.endCursor;
      continue;
    }
    if (options.json === true) printJson({ exercise, ...shown, objects });
    else print(differenceText({ ...shown, exercise, objects }, widthOfOutput()));
    return;
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

const differenceText = ({ from, to, inWords, changes, objects, exercise }: Whole, width: number): string => {
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

const sides = (before: unknown, after: unknown): string[] => [
  ...(before === null ? [] : [`  ${styled('red', `- ${changedText(before, after)}`)}`]),
  ...(after === null ? [] : [`  ${styled('green', `+ ${changedText(after, before)}`)}`]),
];

const SIGNS = { ADDED: '+', REMOVED: '-', CHANGED: '~', REORDERED: '~' } as const;
const COLOURS = { ADDED: 'green', REMOVED: 'red', CHANGED: 'yellow', REORDERED: 'yellow' } as const;

const objectLines = ({ change, objectId, type, before, after, changes }: ChangedObject): string[] => {
  const { pattern, name, value } = { ...(after ?? before) };
  const word = [pattern, name, value].find((each) => typeof each === 'string');
  const called = word === undefined ? '' : ` ${shortened(visible(String(word)), 120)}`;
  return [
    `  ${styled(COLOURS[change], `${SIGNS[change]} ${visible(type)}${called}`)}`,
    `    ${visible(objectId)}`,
    ...changes.flatMap((each) => [
      `    ${visible(each.path)}`,
      ...(each.before === null ? [] : [`      - ${shortened(visible(each.before), 200)}`]),
      ...(each.after === null ? [] : [`      + ${shortened(visible(each.after), 200)}`]),
    ]),
  ];
};
