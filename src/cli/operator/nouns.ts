// The nouns of the operator whose verbs were commands by themselves before.
import type { Command } from 'commander';
import { addRelease } from '../backup/release.ts';
import { addInit } from '../founding/init.ts';
import { addMove } from '../founding/move.ts';
import { addRotateSecrets } from '../founding/rotate-secrets.ts';
import { addMigrate } from '../migrate.ts';
import { addRefresh } from '../refresh.ts';
import { addStatus } from '../status.ts';

export const addHub = (program: Command): void => {
  const hub = program.command('hub').description('the hub and its worker');
  addInit(hub);
  addStatus(hub);
  addRelease(hub);
  addMove(hub);
  addRotateSecrets(hub);
};

export const addDatabase = (program: Command): void => {
  addMigrate(program.command('database').description('the database of the hub (on its machine)'));
};

export const addReferenceSet = (program: Command): void => {
  addRefresh(
    program
      .command('reference-set')
      .description('sets that warnings are enriched from (on the machine of the hub)'),
  );
};
