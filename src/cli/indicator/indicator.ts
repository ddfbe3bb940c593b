// `tocsin indicator …`
import type { Command } from 'commander';
import { addList } from './list-indicators.ts';

export const addIndicator = (program: Command): void => {
  addList(program.command('indicator').description('indicators in what you received'));
};
