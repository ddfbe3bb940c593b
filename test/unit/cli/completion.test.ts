// Completion, as the shell itself runs it: nouns, verbs, options and their values, by every form of a command.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** A script is longer than one argument may be, so a shell reads it from a file. */
const run = (shell: string, options: readonly string[], script: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-completion-'));
  try {
    writeFileSync(path.join(folder, 'script'), script);
    return execFileSync(shell, [...options, path.join(folder, 'script')], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Lines without those that are empty. */
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe('zsh', () => {
  /** What the script hands to zsh's own functions, of which the real ones work on a keyboard alone. */
  const given = (...words: string[]): string[] => {
    const line = ['tocsin', ...words].map((each) => `'${each}'`).join(' ');
    const script = [
      'setopt no_unset',
      "compdef() { print -r -- 'registered' }",
      'compadd() { shift; print -rl -- "$@" }',
      `_describe() { print -rl -- "\${(@P)2}" }`,
      "_files() { print -r -- 'FILES' }",
      zshScript(tree),
      `words=(${line}); CURRENT=${words.length + 1}; _tocsin`,
    ].join('\n');
    return linesOf(run('zsh', ['-f'], script));
  };

  test('the script parses', () => {
    expect(run('zsh', ['-f', '-n'], zshScript(tree))).toBe('');
    expect(() => run('zsh', ['-f', '-n'], `${zshScript(tree)}\nif`)).toThrow('parse error');
  });

  test('nouns, verbs, options and values', () => {
    expect(given('')).toEqual(
      expect.arrayContaining([
        'registered',
        expect.stringMatching(/^warning:/),
        expect.stringMatching(/^stix:/),
      ]),
    );
    expect(given('warning', '')).toEqual(expect.arrayContaining([expect.stringMatching(/^publish:/)]));
    expect(given('warning', 'list', '--')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^--unanswered:/)]),
    );
    expect(given('warning', 'list', '--tlp', '')).toEqual(expect.arrayContaining(['amber+strict']));
    expect(given('ack', 'warning--1', '--answer', '')).toEqual(expect.arrayContaining(['need-help']));
    expect(given('warning', 'publish', '')).toContain('FILES');
  });
});

describe('fish', () => {
  const offers = (...words: string[]): string[] => {
    const line = ['tocsin', ...words].join(' ');
    const script = `${fishScript(tree)}\ncomplete -C '${line}'`;
    const said = run('fish', ['--no-config'], script);
    return linesOf(said).map((each) => each.split('\t')[0] ?? '');
  };

  test('the script parses', () => {
    expect(run('fish', ['--no-config', '--no-execute'], fishScript(tree))).toBe('');
    expect(() => run('fish', ['--no-config', '--no-execute'], `${fishScript(tree)}\nend`)).toThrow(
      'outside of a block',
    );
  });

  test('nouns, verbs, options and values', () => {
    expect(offers('')).toEqual(expect.arrayContaining(['warning', 'delivery', 'stix']));
    expect(offers('war')).toEqual(['warning']);
    expect(offers('warning', '')).toEqual(expect.arrayContaining(['publish', 'show']));
    expect(offers('warning', 'list', '--un')).toEqual(['--unanswered']);
    expect(offers('warning', 'list', '--tlp', 'amber')).toEqual(['amber', 'amber+strict']);
    expect(offers('ack', 'warning--1', '--answer', 'n')).toEqual(['need-help', 'not-affected']);
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
