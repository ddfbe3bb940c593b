// The options that say what a subscription asks for, and when it tells.
import { type Command, InvalidArgumentError } from 'commander';
import { CADENCES } from '../../domain/subscription/subscription.ts';
import { ITEM_KINDS } from '../../domain/warning.ts';
import { gradeOptions } from '../feed/feed-filter.ts';
import { choiceOption } from '../terminal/choices.ts';

export type SubscribedOptions = {
  readonly sector?: readonly string[];
  readonly kind?: readonly string[];
  readonly severity?: readonly string[];
  readonly urgency?: readonly string[];
  readonly certainty?: readonly string[];
  readonly country?: readonly string[];
  readonly community?: readonly string[];
  readonly publisher?: readonly string[];
  readonly vendor?: readonly string[];
  readonly cpe?: readonly string[];
  readonly text?: string;
  readonly direct?: true;
  readonly exercise?: string;
  readonly cadence?: string;
  readonly hour?: number;
  readonly weekday?: string;
  readonly zone?: string;
  readonly perHour?: number;
  readonly quiet?: string;
};

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const wholeNumber = (text: string): number => {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Enter a whole number.');
};

const span = (text: string): string => {
  if (/^\d\d:\d\d-\d\d:\d\d$/.test(text)) return text;
  throw new InvalidArgumentError('Write two local times, such as 22:00-06:30.');
};

export const subscribedOptions = (command: Command): Command =>
  gradeOptions(
    command
      .option(
        '--sector <id...>',
        'only what concerns these sectors, their parts or the whole of them; tocsin sector list shows them',
      )
      .addOption(choiceOption('--kind <kind...>', 'only warnings, or only practices', ITEM_KINDS)),
  )
    .option('--country <code...>', 'only what concerns these countries, e.g. XA')
    .option('--community <slug...>', 'only what was addressed through these communities of yours')
    .option('--publisher <slug...>', 'only from these members')
    .option('--vendor <name...>', 'only about products of these makers')
    .option('--cpe <name...>', 'only about these products, e.g. cpe:2.3:a:vendor:product:*')
    .option('--text <words>', 'only what contains all these words')
    .option('--direct', 'only what is addressed to your organisation itself')
    .option('--exercise <id>', 'the traffic of this exercise instead of real traffic')
    .addOption(choiceOption('--cadence <cadence>', 'how often (default: daily)', CADENCES))
    .option('--hour <hour>', 'local hour of the digest, 0 to 23 (default: 8)', wholeNumber)
    .addOption(choiceOption('--weekday <day>', 'day of a weekly digest (default: monday)', WEEKDAYS))
    .option('--zone <name>', 'time zone of the hours, e.g. Europe/Helsinki (default: yours)')
    .option(
      '--per-hour <number>',
      'single messages within an hour (default: 10); the rest is gathered',
      wholeNumber,
    )
    .option('--quiet <from-until>', 'quiet hours, e.g. 22:00-06:30; what is severe comes all the same', span);

const upper = (values: readonly string[] | undefined): string[] | undefined =>
  values?.map((each) => each.toUpperCase());

const withoutAbsent = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The fields of `PreviewSubscriptionInput` that were given. */
export const subscribedInput = (options: SubscribedOptions): Record<string, unknown> => {
  const products = [
    ...(options.vendor ?? []).map((vendor) => ({ vendor })),
    ...(options.cpe ?? []).map((cpe) => ({ cpe })),
  ];
  const filter = withoutAbsent({
    sectors: options.sector,
    kinds: upper(options.kind),
    severities: upper(options.severity),
    urgencies: upper(options.urgency),
    certainties: upper(options.certainty),
    countries: upper(options.country),
    communities: options.community,
    publishers: options.publisher,
    products: products.length === 0 ? undefined : products,
    text: options.text,
    directOnly: options.direct,
    exercise: options.exercise,
  });
  const [from, until] = options.quiet?.split('-') ?? [];
  const weekday = WEEKDAYS.map(String).indexOf(options.weekday?.toUpperCase() ?? '');
  return withoutAbsent({
    filter: Object.keys(filter).length === 0 ? undefined : filter,
    cadence: options.cadence?.toUpperCase().replaceAll('-', '_'),
    hour: options.hour,
    weekday: weekday < 0 ? undefined : weekday + 1,
    timeZone: options.zone,
    mostPerHour: options.perHour,
    quietHours: options.quiet === undefined ? undefined : { from, until },
  });
};
