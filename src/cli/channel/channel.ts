// `tocsin channel …`: the endpoints of a person or member: mail addresses and webhooks.
import { type Command, Option } from 'commander';
import { TLP_LEVELS } from '../../domain/marking.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, mayTry, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { readUtf8File } from '../client/read-utf8-file.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { choiceOption, typed } from '../terminal/choices.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson, tell } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { showWays } from './ways.ts';

type Endpoint = {
  readonly endpointId: string;
  readonly channel: string;
  readonly person: string | null;
  readonly address: string;
  readonly label: string;
  readonly form: string;
  readonly ceiling: string;
  readonly isEncrypted: boolean;
  readonly state: string;
  readonly cause: string | null;
  readonly isAlive: boolean;
  readonly lastDeliveredAt: string | null;
};
type Options = ClientOptions & { readonly json?: true };
type Draft = Options & {
  readonly label?: string;
  readonly form?: string;
  readonly ceiling?: string;
  readonly signature?: string;
  readonly certificate?: string;
  readonly member?: true;
  readonly overlapHours?: string;
};
type Done = {
  readonly result: {
    readonly endpoint?: Endpoint | null;
    readonly secret?: string | null;
    readonly deliveryId?: string | null;
    readonly refusals: readonly Refusal[];
  };
};

const FORMS = ['THIN', 'FULL'] as const;
const SIGNATURES = ['HMAC', 'ED25519'] as const;
const ENDPOINT = ['<endpoint>', 'endpoint--…, as `channel list` shows it'] as const;

const drafted = (command: Command): Command =>
  command
    .addOption(
      choiceOption(
        '--form <form>',
        'thin: that something waits; full: content, as far as its marking allows',
        FORMS,
      ),
    )
    .addOption(choiceOption('--ceiling <tlp>', 'nothing marked higher goes there in full', TLP_LEVELS));

export const addChannel = (program: Command): void => {
  const noun = program
    .command('channel')
    .description('where warnings reach you outside the hub: mail and webhooks');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('list', 'your endpoints, whether they are proved, and when they last took something').action(list);
  add('ways', 'by which ways your organisation is reached, until when, or why not').action(showWays);
  drafted(
    add('add-webhook', 'register a web address of your member (member-admins); its secret is shown once'),
  )
    .argument('<address>', 'https://…')
    .requiredOption('--label <text>', 'what you call it')
    .addOption(choiceOption('--signature <kind>', 'how the hub signs', SIGNATURES))
    .action((address: string, options: Draft) => addWebhook(address, options));
  drafted(add('add-mail', 'register a mail address; a code is sent there'))
    .argument('<address>', 'one mail address')
    .requiredOption('--label <text>', 'what you call it')
    .option('--certificate <file>', 'PEM: mail is encrypted for it (S/MIME)')
    .addOption(new Option('--member', 'of your member, not your own (member-admins)'))
    .action((address: string, options: Draft) => addMail(address, options));
  add('prove', 'prove a mail address with the code that was sent there')
    .argument(...ENDPOINT)
    .argument('<code>', 'as it stands in the mail')
    .action((endpoint: string, code: string, options: Options) =>
      act('proveEndpoint', { endpoint, code }, options),
    );
  for (const [name, operation, about, would] of SIMPLE)
    mayTry(add(name, about))
      .argument(...ENDPOINT)
      .action((endpoint: string, options: Options & Tried) =>
        act(operation, { endpoint, ...asTried(options) }, { ...options, would }),
      );
  addChanges(add);
};

const addChanges = (add: (name: string, about: string) => Command): void => {
  drafted(add('change', 'change what goes to an endpoint'))
    .argument(...ENDPOINT)
    .option('--label <text>', 'what you call it')
    .option('--certificate <file>', 'PEM: mail is encrypted for it (S/MIME)')
    .action((endpoint: string, options: Draft) =>
      act('changeEndpoint', { endpoint, ...draftOf(options) }, options),
    );
  for (const isPaused of [true, false])
    add(
      isPaused ? 'pause' : 'resume',
      isPaused ? 'send nothing new there; corrections of what went there still come' : 'send there again',
    )
      .argument(...ENDPOINT)
      .action((endpoint: string, options: Options) => act('changeEndpoint', { endpoint, isPaused }, options));
  add('rotate', 'make a new secret; the former one signs too for some hours')
    .argument(...ENDPOINT)
    .option('--overlap-hours <hours>', 'for how long', '24')
    .addOption(choiceOption('--signature <kind>', 'how the hub signs with the new one', SIGNATURES))
    .action((endpoint: string, options: Draft) => {
      const input = { endpoint, overlapHours: Number(options.overlapHours), ...draftOf(options) };
      return act('rotateEndpointSecret', input, options);
    });
};

const SIMPLE = [
  [
    'challenge',
    'challengeEndpoint',
    'have a new challenge sent, such as to one that was disabled',
    'A new challenge would be sent there.',
  ],
  ['test', 'testEndpoint', 'send a test there', 'A test would be sent there.'],
  [
    'remove',
    'removeEndpoint',
    'remove an endpoint: nothing goes there any more',
    'The endpoint would be removed with its address: what waits for it is not sent, and nothing goes there any more.',
  ],
] as const;

const draftOf = ({ label, form, ceiling, signature, certificate }: Draft) => ({
  ...(label === undefined ? {} : { label }),
  ...(form === undefined ? {} : { form: form.toUpperCase() }),
  ...(ceiling === undefined ? {} : { ceiling: ceiling.toUpperCase().replaceAll(/[-+]/g, '_') }),
  ...(signature === undefined ? {} : { signature: signature.toUpperCase() }),
  ...(certificate === undefined ? {} : { certificate: readUtf8File(certificate) }),
});

const addWebhook = (address: string, options: Draft): Promise<void> =>
  act('addWebhook', { address, ...draftOf(options) }, options);

const addMail = (address: string, { member, ...options }: Draft): Promise<void> =>
  act('addMailAddress', { address, isOwn: member !== true, ...draftOf(options) }, options);

type Act =
  | 'addWebhook'
  | 'addMailAddress'
  | 'proveEndpoint'
  | 'changeEndpoint'
  | 'rotateEndpointSecret'
  | (typeof SIMPLE)[number][1];

const act = async (
  operation: Act,
  input: object,
  options: Options & Tried & { readonly would?: string },
): Promise<void> => {
  const { result } = await hubClient(options).ask<Done>(operation, { input });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was changed.');
  if (options.dryRun === true && result.refusals.length === 0) return tellTried(options.would ?? '', options);
  if (options.json === true) return printJson(result);
  if (result.refusals.length > 0) return;
  const { endpoint = null, secret = null, deliveryId = null } = result;
  if (endpoint !== null) show([endpoint]);
  if (secret !== null) {
    print(secret);
    if (secret.startsWith('whsec_'))
      tell('This secret is shown once: keep it where your receiver checks signatures.');
  }
  if (deliveryId !== null) print(`${deliveryId}\nSee what came of it: tocsin delivery show ${deliveryId}`);
  if (endpoint === null && deliveryId === null) print('It is removed.');
};

const list = async (options: Options): Promise<void> => {
  const { endpoints } = await hubClient(options).ask<{ readonly endpoints: readonly Endpoint[] }>(
    'endpoints',
  );
  if (options.json === true) {
    for (const each of endpoints) printJson(each);
    return;
  }
  show(endpoints);
  print(
    endpoints.length === 0
      ? 'There is no endpoint: warnings wait in the feed.'
      : `\n${count(endpoints.length, 'endpoint')}.`,
  );
};

const show = (endpoints: readonly Endpoint[]): void => {
  if (endpoints.length > 0)
    print(
      table(
        ['ENDPOINT', 'BY', 'STATE', 'GETS', 'UP TO', 'LAST TOOK', 'ADDRESS', 'FOR'],
        endpoints.map(rowOf),
      ),
    );
};

const rowOf = (each: Endpoint): string[] => [
  each.endpointId,
  each.channel.toLowerCase(),
  each.cause === null ? typed(each.state) : `${typed(each.state)} (${typed(each.cause)})`,
  `${each.form.toLowerCase()}${each.isEncrypted ? '' : ', clear'}`,
  each.ceiling.replace('_', '+'),
  each.lastDeliveredAt === null ? '-' : utcText(each.lastDeliveredAt),
  tidy(each.address),
  tidy(each.person === null ? each.label : `${each.label} (${each.person})`),
];
