// `tocsin stix match`: tests whether observed data matches a pattern, and lists what was not evaluated.
import type { Command } from 'commander';
import { observableIdentifier } from 'stix2-ts/identifier';
import { matchPattern, type PatternMatch } from 'stix2-ts/pattern';
import type { JsonRecord } from 'stix2-ts/stix-object';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { objectsIn } from './objects-in.ts';
import { conclude } from './outcome.ts';
import { brokenText } from './pattern-fault.ts';
import { nameOf, readJson } from './read-input.ts';
import { visible } from './visible.ts';

export const addMatch = (stix: Command): void => {
  stix
    .command('match')
    .description('match a pattern against observed data; exit 1 when it does not match or is undecided')
    .argument(
      '<file>',
      'observed data with its observables, in a list or a bundle, or observables alone; - reads standard input',
    )
    .requiredOption('--pattern <pattern>', 'the pattern')
    .option('--json', 'one line: {matches: true | false | null, observations, notEvaluated}')
    .action(match);
};

type Options = { readonly pattern: string; readonly json?: true };
type Answer = Extract<PatternMatch, { ok: true }>;

const match = async (file: string, options: Options): Promise<void> => {
  const objects = objectsIn((await readJson(file)).value).map(addressable);
  const answer = matchPattern(options.pattern, objects);
  if (!answer.ok) {
    const remedy = `Correct the pattern:\n${brokenText(options.pattern, answer)}`;
    throw new CliFault('The pattern cannot be read.', `It is broken at ${answer.offset}.`, remedy, 2);
  }
  const { matches, observations, notEvaluated } = answer;
  if (options.json === true) printJson({ matches, observations, notEvaluated });
  else print(textOf(answer, file, objects.length));
  conclude(matches === true ? 'GOOD' : 'NOT_GOOD');
};

/** A hand-written object may lack an id; nothing can refer to it, but it can still be matched. */
const addressable = (object: JsonRecord, at: number): JsonRecord =>
  typeof object['id'] === 'string'
    ? object
    : { ...object, id: observableIdentifier(object) ?? `${String(object['type'])}#${at}` };

const textOf = ({ matches, observations, notEvaluated }: Answer, file: string, objects: number): string => {
  const verdict =
    matches === null
      ? styled('yellow', 'cannot be said: what is not evaluated decides')
      : matches
        ? styled('green', 'matches')
        : styled('red', 'does not match');
  return [
    `${styled('bold', nameOf(file))} (${count(objects, 'object')}): ${verdict}`,
    ...observations.map((id) => `  seen in ${id === 'all' ? 'the observables together' : visible(id)}`),
    ...notEvaluated.map((what) => `  not evaluated: ${visible(what)}`),
  ].join('\n');
};
