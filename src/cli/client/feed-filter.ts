// The command-line options that filter the feed and the stream.
import { type Command, Option } from 'commander';
import { CERTAINTIES, ITEM_KINDS, SEVERITIES, URGENCIES } from '../../domain/warning.ts';
import type { ClientOptions } from './settings.ts';

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

const lower = (known: readonly string[]) => known.map((each) => each.toLowerCase());

export const filterOptions = (command: Command): Command =>
  command
    .option('--sector <id...>', 'only what concerns these sectors, e.g. energy or energy/electricity')
    .addOption(new Option('--kind <kind>', 'only warnings, or only practices').choices(lower(ITEM_KINDS)))
    .addOption(new Option('--severity <severity...>', 'only these').choices(lower(SEVERITIES)))
    .addOption(
      new Option('--urgency <urgency...>', 'only these, as raised by what is publicly known').choices(
        lower(URGENCIES),
      ),
    )
    .addOption(
      new Option('--certainty <certainty...>', 'only these, as raised by what is publicly known').choices(
        lower(CERTAINTIES),
      ),
    )
    .option('--country <code>', 'only what concerns this country, e.g. XA')
    .option('--exercise <id>', 'the traffic of this exercise instead of real traffic');

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
