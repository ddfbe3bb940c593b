// The options shared by every command that talks to a hub as a client.
import type { Command } from 'commander';

export const clientCommand = (command: Command): Command =>
  command
    .option(
      '--as <name>',
      'a ready identity: analyst, duty-officer, centre-manager, control-room, integrator, state-contact',
    )
    .option('--key <token>', 'your key; TOCSIN_KEY is safer, since other users of the machine cannot see it')
    .option(
      '--url <address>',
      'the hub (default: TOCSIN_URL, the one running here, or http://127.0.0.1:4000)',
    )
    .option('--data <directory>', 'data directory of a hub started here (default: TOCSIN_DATA or .tocsin)');
