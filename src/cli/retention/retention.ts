// `tocsin retention …`: how long what is kept, legal holds, and the daily removal, which an operator may also run at once.
import type { Command } from 'commander';
import { tidy } from '../../exchange/text/wrap.ts';
import { applyRetention } from '../../service/retention/apply-retention.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { withOperatorHub } from '../operator/operator-hub.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Options = ClientOptions & { readonly json?: true };

type Class = {
  readonly name: string;
  readonly about: string;
  readonly countedFrom: string;
  readonly days: number;
  readonly changedAt: string | null;
};

type Hold = {
  readonly id: string;
  readonly scope: string;
  readonly target: string | null;
  readonly reason: string;
  readonly placedAt: string;
  readonly liftedAt: string | null;
};

export const addRetention = (program: Command): void => {
  const noun = program.command('retention').description('how long what is kept, and legal holds');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('list', 'the classes of what is kept, and for how long').action(list);
  add('holds', 'legal holds that you may see; two persons place and lift them (tocsin approval)').action(
    holds,
  );
  add('change', 'keep a class for longer; a shorter time takes two persons (tocsin approval)')
    .argument('<class>', 'as `retention list` shows it')
    .argument('<days>', 'a whole number', Number)
    .action(change);
  noun
    .command('run')
    .description('remove now what is beyond its time (on the machine of the hub); else once a day')
    .option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)')
    .option('--dry-run', 'count, and remove nothing')
    .option('--json', 'one JSON object')
    .action(run);
};

const list = async (options: Options): Promise<void> => {
  const { retentionClasses } = await hubClient(options).ask<{ readonly retentionClasses: readonly Class[] }>(
    'retentionClasses',
  );
  if (options.json === true) for (const each of retentionClasses) printJson(each);
  else
    print(
      table(
        ['CLASS', 'DAYS', 'CHANGED', 'COUNTED FROM'],
        retentionClasses.map(({ name, days, changedAt, countedFrom }) => [
          name,
          String(days),
          changedAt?.slice(0, 10) ?? '-',
          (countedFrom.split(/[:,]/)[0] ?? '').slice(0, 40),
        ]),
      ),
    );
};

const holds = async (options: Options): Promise<void> => {
  const { holds: found } = await hubClient(options).ask<{ readonly holds: readonly Hold[] }>('holds');
  if (options.json === true) for (const each of found) printJson(each);
  else if (found.length === 0) print('No legal hold that you may see.');
  else
    for (const { id, scope, target, reason, placedAt, liftedAt } of found) {
      print(`${id}  ${liftedAt === null ? 'in force' : `lifted ${utcText(liftedAt)}`}`);
      print(`  ${scope.toLowerCase()} ${tidy(target ?? '')}, since ${utcText(placedAt)}`);
      print(`  ${tidy(reason)}`);
    }
};

type Changed = { readonly result: { readonly class: Class | null; readonly refusals: readonly Refusal[] } };

const change = async (name: string, days: number, options: Options): Promise<void> => {
  const { result } = await hubClient(options).ask<Changed>('changeRetention', { input: { name, days } });
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'It stays as it is.');
  if (result.class !== null && options.json !== true)
    print(`${result.class.name} is kept for ${result.class.days} days.`);
};

const run = async (options: Options & { readonly dryRun?: true }): Promise<void> => {
  const isTrial = options.dryRun === true;
  const counts = await withOperatorHub(options, (hub) => applyRetention(hub, { isTrial }));
  if (options.json === true) return printJson(counts);
  print(
    table(
      ['CLASS', isTrial ? 'WOULD GO' : 'GONE'],
      Object.entries(counts).map(([name, each]) => [name, String(each)]),
    ),
  );
};
