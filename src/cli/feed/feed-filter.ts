// The command-line options that filter the feed and the stream.
import type { Command } from 'commander';
import { CERTAINTIES, ITEM_KINDS, SEVERITIES, URGENCIES } from '../../domain/warning.ts';
import type { ClientOptions } from '../client/settings.ts';
import { choiceOption } from '../terminal/choices.ts';

export type FeedOptions = ClientOptions & {
  readonly sector?: readonly string[];
  readonly kind?: string;
  readonly severity?: readonly string[];
  readonly urgency?: readonly string[];
  readonly certainty?: readonly string[];
  readonly country?: string;
  readonly exercise?: string;
  readonly text?: string;
};

/** Shared by the feed and by subscriptions. */
export const gradeOptions = (command: Command): Command =>
  command
    .addOption(choiceOption('--severity <severity...>', 'only these', SEVERITIES))
    .addOption(
      choiceOption('--urgency <urgency...>', 'only these, as raised by what is publicly known', URGENCIES),
    )
    .addOption(
      choiceOption(
        '--certainty <certainty...>',
        'only these, as raised by what is publicly known',
        CERTAINTIES,
      ),
    );

export const filterOptions = (command: Command): Command =>
  gradeOptions(
    command
      .option(
        '--sector <id...>',
        'only what concerns these sectors, e.g. energy or energy/electricity; tocsin sector list shows them',
      )
      .addOption(choiceOption('--kind <kind>', 'only warnings, or only practices', ITEM_KINDS)),
  )
    .option('--country <code>', 'only what concerns this country, e.g. XA')
    .option(
      '--text <words>',
      'only items that contain all these words: in their texts, or as a value, hash, malware, technique or product in their objects (of thousands of values, tocsin indicator list --value finds the rest)',
    )
    .option('--exercise <id>', 'the traffic of this exercise instead of real traffic');

/** Names of what ISO 3166-1 assigns; a code that it leaves to its users has none. */
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const isAssigned = (code: string): boolean => code !== 'ZZ' && COUNTRIES.of(code) !== undefined;

/**
 * What may be mistyped where nothing is found: the hub does not say whether there is such an exercise, since its answer is the same
 * for one that nobody runs and one that is not for you.
 */
export const doubtsOf = ({ exercise, country }: Pick<FeedOptions, 'exercise' | 'country'>): string[] => [
  ...(exercise === undefined
    ? []
    : [
        `Only exercise “${exercise}” was asked for: nothing of one spelt so is for you so far, or there is none. Real warnings have no exercise.`,
      ]),
  ...(country === undefined || isAssigned(country.toUpperCase())
    ? []
    : [
        `ISO 3166-1 assigns “${country.toUpperCase()}” to no country: it finds something only where a member uses it.`,
      ]),
];

/** The GraphQL input `FeedFilter`, without the fields that were not given. */
export const filterOf = (options: FeedOptions): Readonly<Record<string, unknown>> => {
  const { sector, kind, severity, urgency, certainty, country, exercise, text } = options;
  const filter = {
    sectors: sector,
    kind: kind?.toUpperCase(),
    severities: severity?.map((each) => each.toUpperCase()),
    urgencies: urgency?.map((each) => each.toUpperCase()),
    certainties: certainty?.map((each) => each.toUpperCase()),
    country: country?.toUpperCase(),
    text,
    exercise,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
};
