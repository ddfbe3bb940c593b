// `tocsin stix id`: shows the deterministic id of each observable, and whether the observable has it.
import type { Command } from 'commander';
import { observableIdentifier } from 'stix2-ts/identifier';
import { classOf } from 'stix2-ts/registry';
import { type JsonRecord, textOf } from 'stix2-ts/stix-object';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { objectsIn } from './objects-in.ts';
import { eachFile, type Verdict } from './outcome.ts';
import { nameOf, readJson } from './read-input.ts';
import { visible } from './visible.ts';

export const addId = (stix: Command): void => {
  stix
    .command('id')
    .description('the deterministic id of each observable, next to the id it has')
    .argument('<file...>', 'each an object, a list of objects or a bundle; - reads standard input')
    .option('--json', 'one line per observable: {id, expected, matches}')
    .action((files: string[], options: Options) => eachFile(files, (file) => showIds(file, options)));
};

type Options = { readonly json?: true };

type Identity = {
  /** Null when the object has none. */
  readonly id: string | null;
  /** Null where the standard prescribes a random one (§2.9). */
  readonly expected: string | null;
  /** Null when there is nothing to compare. */
  readonly matches: boolean | null;
};

const showIds = async (file: string, options: Options): Promise<Verdict> => {
  const observables = objectsIn((await readJson(file)).value).filter(isObservable);
  const found = observables.map(identityOf);
  const wrong = found.filter(({ matches }) => matches === false).length;
  if (options.json === true) for (const each of found) printJson(each);
  else {
    const mismatches = wrong === 0 ? '' : `, ${wrong} under another id than its content gives`;
    print(`${styled('bold', nameOf(file))}: ${count(found.length, 'observable')}${mismatches}`);
    for (const [at, each] of found.entries()) print(`  ${wordsFor(each, observables[at] ?? {})}`);
  }
  return wrong === 0 ? 'GOOD' : 'NOT_GOOD';
};

const isObservable = (object: JsonRecord): boolean => classOf(textOf(object, 'type') ?? '') === 'observable';

const identityOf = (object: JsonRecord): Identity => {
  const id = textOf(object, 'id') ?? null;
  const expected = observableIdentifier(object);
  return { id, expected, matches: id === null || expected === null ? null : id === expected };
};

const wordsFor = ({ id, expected, matches }: Identity, object: JsonRecord): string => {
  const name = visible(id ?? textOf(object, 'type') ?? '');
  if (expected === null) return `${styled('dim', 'random')}  ${name} (its content gives it none, §2.9)`;
  if (matches === null) return `${styled('yellow', 'no id')}   ${name}: ${expected}`;
  return matches
    ? `${styled('green', 'right')}   ${name}`
    : `${styled('red', 'other')}   ${name}\n          ${expected} is what its content gives`;
};
