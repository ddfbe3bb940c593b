// `tocsin hub rotate-secrets`: another key for the secrets that the hub keeps to say them to others. Opens the database and
// the file of the keys itself, on the machine of the hub.
import type { Command } from 'commander';
import { type Rotated, rotateSecretsKey } from '../../service/secret/reseal-secrets.ts';
import { tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { withOperatorHub } from '../operator/operator-hub.ts';
import { count, print, printJson } from '../terminal/output.ts';

type Options = ClientOptions & { readonly json?: true };

export const addRotateSecrets = (hub: Command): void => {
  hub
    .command('rotate-secrets')
    .description('seal the secrets of providers and webhooks by a new key (on the machine of the hub)')
    .option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)')
    .option('--json', 'one JSON object')
    .action(rotateSecrets);
};

const rotateSecrets = async (options: Options): Promise<void> => {
  const outcome = await withOperatorHub(options, rotateSecretsKey);
  if (!outcome.ok) process.exitCode = tellRefusals(outcome.problems, 'No secret was sealed anew.');
  else if (options.json === true) printJson(outcome.value);
  else for (const line of linesOf(outcome.value)) print(line);
};

const linesOf = ({ sealed, lost, isNew }: Rotated): string[] => [
  `${count(sealed, 'secret')} ${sealed === 1 ? 'is' : 'are'} sealed by ${isNew ? 'a new key' : 'the first key of TOCSIN_SECRETS_KEY'}.`,
  ...(lost === 0
    ? [isNew ? 'The former keys are gone; keep a copy of the new file.' : 'The keys after it can go.']
    : [
        `${count(lost, 'secret')} cannot be opened by any key that is here. Former keys were kept.`,
        'Their members give them again (tocsin provider set, tocsin channel rotate), or you bring the former key back.',
      ]),
];
