// Completion, as the shell itself runs it: nouns, verbs, options and their values, by every form of a command.
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addCommands } from '../../../src/cli/commands.ts';
import { type CommandTree, commandTree } from '../../../src/cli/completion/command-tree.ts';
import { bashScript, fishScript, zshScript } from '../../../src/cli/completion/scripts.ts';
import { SHORT_FORMS, withoutShortForm } from '../../../src/cli/short-forms.ts';

let tree: CommandTree;
beforeAll(async () => {
  const program = new Command('tocsin');
  await addCommands(program, undefined);
  tree = commandTree(program);
});

/** What bash offers after each of these lines; the last word may be begun. */
const allOffered = (lines: readonly (readonly string[])[]): string[][] => {
  const asked = lines.map((words) => {
    const line = ['tocsin', ...words].map((each) => `'${each}'`).join(' ');
    return `COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _tocsin; echo "\${COMPREPLY[*]}"`;
  });
  const script = `${bashScript(tree)}\n${asked.join('\n')}`;
  const said = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  return said
    .trimEnd()
    .split('\n')
    .map((each) => each.split(' ').filter((word) => word !== ''));
};
const offered = (...words: string[]): string[] => allOffered([words])[0] ?? [];

describe('bash', () => {
  test('nouns, verbs, options and values', () => {
    expect(offered('')).toEqual(
      expect.arrayContaining(['warning', 'delivery', 'indicator', 'stix', 'completion']),
    );
    expect(offered('war')).toEqual(['warning']);
    expect(offered('warning', '')).toEqual(
      expect.arrayContaining(['watch', 'list', 'show', 'new', 'publish', 'update']),
    );
    expect(offered('warning', 'list', '--un')).toEqual(['--unanswered']);
    expect(offered('warning', 'list', '--tlp', 'amber')).toEqual(['amber', 'amber+strict']);
    expect(offered('feed', '--severity', 's')).toEqual(['severe']);
    expect(offered('ack', 'warning--1', '--answer', 'n')).toEqual(['not-affected', 'need-help']);
    expect(offered('warning', 'publish', 'package.j')).toEqual(['package.json']);
    expect(offered('nonsense', '')).toEqual(expect.arrayContaining(['warning']));
  });

  test('every command and option is in each script', () => {
    const [bash, zsh, fish] = [bashScript(tree), zshScript(tree), fishScript(tree)];
    expect(tree.places.length).toBeGreaterThan(30);
    const lines = tree.places.flatMap(({ place, words }) =>
      words.map(({ word }) => [...place.split(' ').filter((each) => each !== ''), word]),
    );
    const found = allOffered(lines).map((each, at) => each.includes(lines[at]?.at(-1) ?? ''));
    expect(lines.filter((_, at) => found[at] !== true)).toEqual([]);
    for (const { place, options } of tree.places) {
      for (const script of [bash, zsh]) expect(script).toContain(`'${place}')`);
      for (const { word } of options) {
        expect([bash.includes(word), zsh.includes(word)]).toEqual([true, true]);
        if (word.startsWith('--')) expect(fish).toContain(`-l ${word.slice(2)}`);
      }
    }
  });

  test('about each word there is something to read', () => {
    for (const { words, options } of tree.places)
      for (const { word, about } of [...words, ...options])
        expect([word, about.length > 2]).toEqual([word, true]);
  });
});

test('a short form is its noun and verb, and every one exists', () => {
  expect(withoutShortForm(['feed', '--first', '3'])).toEqual(['warning', 'list', '--first', '3']);
  expect(withoutShortForm(['warning', 'show', 'feed'])).toEqual(['warning', 'show', 'feed']);
  expect(withoutShortForm(['constructor'])).toEqual(['constructor']);
  expect(withoutShortForm([])).toEqual([]);
  const known = new Set(tree.places.map(({ place }) => place));
  for (const [word, [noun, verb]] of Object.entries(SHORT_FORMS)) {
    expect([word, known.has(` ${noun} ${verb}`)]).toEqual([word, true]);
    expect(known.has(` ${word}`)).toBe(false);
  }
});

test('each command is a noun and a verb', () => {
  const leaves = tree.places.filter(({ words, place }) => words.length === 0 && place !== '');
  expect(leaves.filter(({ place }) => place.trim().split(' ').length < 2)).toEqual([]);
});
