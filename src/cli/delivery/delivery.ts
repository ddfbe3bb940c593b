// `tocsin delivery …`
import type { Command } from 'commander';
import { addList } from './list-deliveries.ts';

export const addDelivery = (program: Command): void => {
  addList(program.command('delivery').description('who received what you published, and what they answered'));
};
