// `tocsin subscription …`: what you want to be told of, where and when, as a client of the hub.
import { type Command, InvalidArgumentError } from 'commander';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, mayTry, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { typed } from '../terminal/choices.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { type SubscribedOptions, subscribedInput, subscribedOptions } from './subscribed-options.ts';

type Shown = {
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  readonly isOfMember: boolean;
  readonly state: string;
  readonly cadence: string;
  readonly hour: number;
  readonly timeZone: string;
  readonly pausedUntil: string | null;
  readonly nextDigestAt: string | null;
};
type Options = ClientOptions & { readonly json?: true };
type Answer = {
  readonly result: { readonly subscription: Shown | null; readonly refusals: readonly Refusal[] };
};

const instant = (text: string): string => {
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError('Write a date or an instant, such as 2030-01-31.');
  return new Date(at).toISOString();
};

const days = (text: string): number => {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Enter a whole number of days.');
};

export const addSubscription = (program: Command): void => {
  const noun = program
    .command('subscription')
    .description('what you are told of, at which endpoint, and when');
  const add = (name: string, about: string): Command =>
    clientCommand(noun.command(name).description(about)).option('--json', 'one JSON object per line');
  add('list', 'your subscriptions, and those of your organisation where you keep them').action(list);
  subscribedOptions(add('new', 'subscribe at an endpoint; digest by default'))
    .requiredOption('--name <text>', 'what you call it')
    .requiredOption('--endpoint <id>', 'where it is told')
    .option('--expires <date>', 'when it expires', instant)
    .action(subscribe);
  subscribedOptions(add('preview', 'what it would have sent you in the last days; writes nothing'))
    .option('--endpoint <id>', 'where it would be told; else at one of your own')
    .option('--days <number>', 'how many, 1 to 30', days, 30)
    .action(preview);
  add('pause', 'pause it; what comes meanwhile is gathered')
    .argument('<id>', 'as `subscription list` shows it')
    .option('--until <date>', 'when it goes on; else when you resume it', instant)
    .action(pause);
  add('resume', 'have it tell again').argument('<id>', 'as `subscription list` shows it').action(resume);
  mayTry(add('end', 'end it for good')).argument('<id>', 'as `subscription list` shows it').action(end);
};

const whenOf = ({ cadence, hour, timeZone }: Shown): string =>
  cadence === 'AT_ONCE' ? 'at once' : `${typed(cadence)} at ${String(hour).padStart(2, '0')}:00 ${timeZone}`;

const list = async (options: Options): Promise<void> => {
  const { subscriptions } = await hubClient(options).ask<{ readonly subscriptions: readonly Shown[] }>(
    'subscriptions',
  );
  if (options.json === true) {
    for (const each of subscriptions) printJson(each);
    return;
  }
  if (subscriptions.length === 0) {
    print('No subscriptions yet. Begin with your sector: tocsin subscription preview --sector energy');
    return;
  }
  for (const each of subscriptions) {
    const whose = each.isOfMember ? 'of your organisation' : 'yours';
    print(each.id);
    print(`  ${tidy(each.name)}, ${whose}: ${each.state.toLowerCase()}, ${whenOf(each)}`);
  }
};

const subscribe = async (
  options: Options &
    SubscribedOptions & { readonly name: string; readonly endpoint: string; readonly expires?: string },
): Promise<void> => {
  const { name, endpoint, expires } = options;
  const input = {
    ...subscribedInput(options),
    name,
    endpoint,
    ...(expires === undefined ? {} : { expiresAt: expires }),
  };
  tellResult((await hubClient(options).ask<Answer>('createSubscription', { input })).result, options);
};

const tellResult = ({ subscription, refusals }: Answer['result'], { json }: Options): void => {
  process.exitCode = tellRefusals(refusals, 'Nothing was changed.');
  if (json === true) printJson({ subscription, refusals });
  if (json === true || subscription === null) return;
  const { id, name, state, nextDigestAt, pausedUntil } = subscription;
  const until = pausedUntil === null ? '' : ` until ${utcText(pausedUntil)}`;
  print(id);
  print(`  ${tidy(name)} is ${state.toLowerCase()}${until}: ${whenOf(subscription)}.`);
  if (nextDigestAt !== null) print(`  Its next digest is due at ${utcText(nextDigestAt)}.`);
};

const pause = async (id: string, options: Options & { readonly until?: string }): Promise<void> => {
  const input = { id, ...(options.until === undefined ? {} : { until: options.until }) };
  tellResult((await hubClient(options).ask<Answer>('pauseSubscription', { input })).result, options);
};

const resume = async (id: string, options: Options): Promise<void> => {
  tellResult((await hubClient(options).ask<Answer>('resumeSubscription', { input: { id } })).result, options);
};

const end = async (id: string, options: Options & Tried): Promise<void> => {
  const input = { id, ...asTried(options) };
  const { result } = await hubClient(options).ask<Answer>('endSubscription', { input });
  const { subscription } = result;
  if (options.dryRun !== true || subscription === null) return tellResult(result, options);
  tellTried(`${tidy(subscription.name)} would end for good: it tells you of nothing any more.`, options);
};

type Previewed = {
  readonly subscriptionPreview: {
    readonly preview: {
      readonly inWords: string;
      readonly isPartial: boolean;
      readonly messages: readonly {
        readonly at: string;
        readonly isDigest: boolean;
        readonly warnings: readonly {
          readonly id: string;
          readonly severity: string;
          readonly headline: string;
        }[];
      }[];
    } | null;
    readonly refusals: readonly Refusal[];
  };
};

type Looking = { readonly days: number; readonly endpoint?: string };

const preview = async (options: Options & SubscribedOptions & Looking): Promise<void> => {
  const { endpoint } = options;
  const input = { ...subscribedInput(options), ...(endpoint === undefined ? {} : { endpoint }) };
  const variables = { input, days: options.days };
  const { subscriptionPreview } = await hubClient(options).ask<Previewed>('subscriptionPreview', variables);
  const { preview: found, refusals } = subscriptionPreview;
  process.exitCode = tellRefusals(refusals, 'It cannot be tried.');
  if (options.json === true) printJson(subscriptionPreview);
  if (options.json === true || found === null) return;
  for (const { at, isDigest, warnings } of found.messages) {
    print(`${utcText(at)}  ${isDigest ? `digest, ${count(warnings.length, 'item')}` : 'by itself'}`);
    for (const { severity, headline } of warnings)
      print(`    ${severity.toLowerCase().padEnd(9)} ${tidy(headline)}`);
  }
  print(`${found.messages.length === 0 ? '' : '\n'}${found.inWords}`);
  if (found.isPartial) print('More fitted than could be looked at: ask for fewer days, or narrow it.');
};
