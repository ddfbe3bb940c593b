// Every command that takes something away or sends something can be tried first. A new command stands in one of the lists.
import { beforeAll, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addCommands } from '../../../src/cli/commands.ts';
import { type CommandTree, commandTree } from '../../../src/cli/completion/command-tree.ts';

let tree: CommandTree;
beforeAll(async () => {
  const program = new Command('tocsin');
  await addCommands(program, undefined);
  tree = commandTree(program);
});

/** What takes away or sends; all of what a noun has under its name. */
const TAKES_OR_SENDS: Readonly<Record<string, string>> = {
  warning: 'publish update cancel recall narrow remind',
  delivery: 'retry',
  channel: 'challenge test remove',
  subscription: 'end',
  member: 'suspend leave unsponsor refuse withdraw-objection',
  'member dependency': 'withdraw',
  community: 'create change leave remove',
  person: 'deactivate erase',
  key: 'end revoke',
  machine: 'remove',
  provider: 'remove',
  approval: 'withdraw',
  retention: 'run',
  job: 'retry discard',
  import: 'stix csaf',
  backup: 'restore',
  database: 'migrate',
  hub: 'move',
  'reference-set': 'refresh',
};

/** What reads, makes, answers, or is put back by the same command. `hub release` without --deliver only says what waits. */
const OTHERS: Readonly<Record<string, string>> = {
  warning: 'watch list show versions diff playbooks acknowledge new preview answers',
  answer: 'list link plan',
  case: 'list show take note hand-over close',
  delivery: 'list show',
  indicator: 'list',
  audit: 'list',
  approval: 'kinds list propose',
  machine: 'list register',
  channel: 'ways list add-webhook add-mail prove change pause resume rotate',
  provider: 'show set',
  subscription: 'list new preview pause resume',
  retention: 'list holds change',
  community: 'list show invite requests accept join',
  member:
    'list show change attest reinstate applications invite apply verify sponsor set-aside object admit policy listing',
  'member dependency': 'list declare',
  person: 'list invite reinvite change export confirm recover contacts',
  key: 'make mine rotate create list rotate-cursors',
  duplicate: 'list accept reject undo',
  sector: 'list states',
  completion: 'bash zsh fish',
  stix: 'validate id pattern match canonical diff',
  hub: 'init status confirm recover rotate-secrets release',
  job: 'list show',
  backup: 'create verify',
};

const placesOf = (lists: Readonly<Record<string, string>>): string[] =>
  Object.entries(lists).flatMap(([noun, verbs]) => verbs.split(' ').map((verb) => ` ${noun} ${verb}`));

test('whatever takes away or sends has --dry-run, and every command is in one of the lists', () => {
  const verbs = tree.places.filter(({ place, words }) => place !== '' && words.length === 0);
  const [taking, others] = [placesOf(TAKES_OR_SENDS), placesOf(OTHERS)];
  expect(verbs.map(({ place }) => place).sort()).toEqual([...taking, ...others].sort());
  const without = verbs.filter(({ options }) => !options.some(({ word }) => word === '--dry-run'));
  expect(without.map(({ place }) => place).sort()).toEqual(others.sort());
});
