// `tocsin member dependency …`: what your organisation needs of others. Nobody else sees it.
import type { Command } from 'commander';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { mayTry, type Tried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { type Dependency, done, type Facts, type Options } from './facts.ts';

type Declared = Options & {
  readonly strength: number;
  readonly redundancy: number;
  readonly bufferHours?: number;
};

export const addDependencies = (member: Command): void => {
  const noun = member
    .command('dependency')
    .description('what your organisation needs of others; nobody else sees it');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('list', 'what your organisation declared').action(list);
  add('declare', 'declare what it needs of another; the same provider and service again changes it')
    .argument('<provider>', 'slug of the member that provides')
    .argument('<service>', 'what is needed of it')
    .requiredOption('--strength <share>', 'share of your function lost without it, from 0 to 1', Number)
    .option('--redundancy <share>', 'share of that which a substitute covers, from 0 to 1', Number, 0)
    .option('--buffer-hours <hours>', 'hours until the loss is felt', Number)
    .action((provider: string, service: string, options: Declared) => {
      const { strength, redundancy, bufferHours = null, ...rest } = options;
      return done(rest, 'declareDependency', { provider, service, strength, redundancy, bufferHours });
    });
  mayTry(add('withdraw', 'withdraw one'))
    .argument('<provider>', 'slug of the member that provides')
    .argument('<service>', 'as it was declared')
    .action((provider: string, service: string, options: Options & Tried) =>
      done(
        options,
        'withdrawDependency',
        { provider, service },
        () => `${provider} would no longer count as one that your organisation needs for ${tidy(service)}.`,
      ),
    );
};

const list = async (options: Options): Promise<void> => {
  type Answer = { readonly memberFacts: Facts | null };
  const { memberFacts } = await hubClient(options).ask<Answer>('memberFacts', { slug: null });
  const declared = memberFacts?.dependencies ?? [];
  if (options.json === true) for (const each of declared) printJson(each);
  else tell(declared);
};

const tell = (declared: readonly Dependency[]): void => {
  if (declared.length > 0)
    print(table(['PROVIDER', 'SERVICE', 'STRENGTH', 'REDUNDANCY', 'HOURS'], declared.map(row)));
  print(declared.length === 0 ? 'None declared.' : `\n${count(declared.length, 'declaration')}.`);
};

const row = ({ provider, service, strength, redundancy, bufferHours }: Dependency): string[] => [
  provider,
  tidy(service),
  String(strength),
  String(redundancy),
  bufferHours === null ? '-' : String(bufferHours),
];
