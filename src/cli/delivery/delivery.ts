// `tocsin delivery …`
import type { Command } from 'commander';
import { addList } from './list-deliveries.ts';
import { addRetry } from './retry-deliveries.ts';
import { addShow } from './show-delivery.ts';

export const addDelivery = (program: Command): void => {
  const noun = program
    .command('delivery')
    .description('who received what you published and what they answered; what went to your endpoints');
  addList(noun);
  addShow(noun);
  addRetry(noun);
};
