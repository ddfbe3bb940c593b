// The options of every command that speaks to a hub as a client.
import type { Command } from 'commander';

export const clientCommand = (command: Command): Command =>
  command
    .option(
      '--as <name>',
      'a ready identity: analyst, duty-officer, centre-manager, integrator, state-contact',
    )
    .option('--key <token>', 'your key; better in TOCSIN_KEY, which other users of the machine do not see')
    .option('--url <address>', 'the hub (TOCSIN_URL; else the one running here, else http://127.0.0.1:4000)')
    .option('--data <directory>', 'data directory of a hub started here (TOCSIN_DATA; else .tocsin)');
