// `tocsin init`: prints the code with which an empty hub is founded. Opens the database itself, on the machine of the hub.
import type { Command } from 'commander';
import { issueSetupCode } from '../../service/founding/setup-code.ts';
import { tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { withOperatorHub } from '../operator/operator-hub.ts';
import { print, printJson } from '../terminal/output.ts';

export const addInit = (hub: Command): void => {
  hub
    .command('init')
    .description('found an empty hub: prints a setup code, valid once and for an hour (on its machine)')
    .option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)')
    .option('--if-empty', 'exit with 0 and say so on a hub that is founded already')
    .option('--json', 'one JSON object')
    .action(init);
};

type Options = ClientOptions & { readonly json?: true; readonly ifEmpty?: true };

const founded = (origin: string): string =>
  `This hub has members already. Sign in at ${origin}/sign-in.
For an empty hub beside it, stop this one and give the other a folder of its own:
  TOCSIN_DATA=.tocsin-own npm start -- --empty`;

const init = async (options: Options): Promise<void> => {
  await withOperatorHub(options, async (hub) => {
    const issued = await issueSetupCode(hub);
    if (!issued.ok) {
      if (options.ifEmpty === true) print(founded(hub.origin));
      else process.exitCode = tellRefusals(issued.problems, 'No setup code was made.');
      return;
    }
    const { code, expiresAt } = issued.value;
    const url = `${hub.origin}/setup`;
    if (options.json === true) {
      printJson({ code, url, expiresAt: expiresAt.toISOString() });
      return;
    }
    print('This hub is empty. Whoever has this code can found it, once, within an hour:');
    print('');
    print(`  ${code}`);
    print('');
    print(`Open ${url} in a browser, and type it there.`);
  });
};
