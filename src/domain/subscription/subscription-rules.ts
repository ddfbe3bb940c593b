// What a subscription must satisfy: known sectors and zones, lengths and counts. Pure; each fault is a Problem. Paths begin with
// `$`, where the input of the act begins.
import { isTimeZone } from '../partnership/member-facts.ts';
import { type Problem, problem } from '../problem.ts';
import { isBlank } from '../reading/seen-text.ts';
import { isSector } from '../sector.ts';
import { countryProblem, exerciseProblems } from '../warning-rules.ts';
import { isTimeOfDay } from './local-time.ts';
import { isCpe } from './product.ts';
import {
  type ProductFilter,
  type Schedule,
  SUBSCRIPTION_LIMITS,
  type Subscription,
  type SubscriptionFilter,
} from './subscription.ts';

type Checked = Pick<Subscription, 'name' | 'filter' | 'expiresAt'> & Schedule;

const HOURS = 23;
const WEEKDAYS = 7;

export const subscriptionProblems = (given: Checked, now: Date): Problem[] => [
  ...nameProblems(given.name),
  ...filterProblems(given.filter),
  ...scheduleProblems(given),
  ...(given.expiresAt === null || given.expiresAt > now ? [] : [timePast('$.expiresAt')]),
];

export const timePast = (path: string): Problem =>
  problem(
    'SUBSCRIPTION_MALFORMED',
    path,
    'This instant is not after now.',
    'Give a later one, or leave it out.',
  );

const nameProblems = (name: string): Problem[] => {
  if (isBlank(name)) return [problem('TEXT_EMPTY', '$.name', 'The name is empty.', 'Say what it is for.')];
  return textProblems('$.name', name, SUBSCRIPTION_LIMITS.name);
};

const textProblems = (path: string, text: string, most: number): Problem[] => {
  if (text.length > most)
    return [problem('TEXT_TOO_LONG', path, `At most ${most} characters.`, 'Shorten it.')];
  return text.isWellFormed()
    ? []
    : [problem('TEXT_BROKEN', path, 'The text has half a character.', 'Send whole characters.')];
};

export const filterProblems = (filter: SubscriptionFilter): Problem[] => [
  ...LISTS.flatMap((name) => countProblems(`$.filter.${name}`, filter[name], SUBSCRIPTION_LIMITS.values)),
  ...countProblems('$.filter.products', filter.products, SUBSCRIPTION_LIMITS.products),
  ...(filter.sectors ?? []).flatMap((sector, at) =>
    isSector(sector)
      ? []
      : [
          problem(
            'SECTOR_UNKNOWN',
            `$.filter.sectors[${at}]`,
            `There is no sector "${sector.slice(0, 64)}" in the hub's scheme.`,
            'Ask `sectors` for the scheme.',
          ),
        ],
  ),
  ...(filter.countries ?? []).flatMap(
    (country, at) => countryProblem(`$.filter.countries[${at}]`, country) ?? [],
  ),
  ...(filter.products ?? []).flatMap((product, at) => productProblems(`$.filter.products[${at}]`, product)),
  ...(filter.text === undefined ? [] : textProblems('$.filter.text', filter.text, SUBSCRIPTION_LIMITS.text)),
  ...exerciseProblems('$.filter.exercise', filter.exercise ?? null),
];

const LISTS = [
  'sectors',
  'kinds',
  'severities',
  'urgencies',
  'certainties',
  'countries',
  'communities',
  'publishers',
] as const satisfies readonly (keyof SubscriptionFilter)[];

const countProblems = (path: string, values: readonly unknown[] | undefined, most: number): Problem[] =>
  (values?.length ?? 0) > most ? [problem('TOO_MANY', path, `At most ${most}.`, 'Leave some out.')] : [];

const productProblems = (path: string, { vendor, product, cpe }: ProductFilter): Problem[] => {
  const given = Object.entries({ vendor, product, cpe }).flatMap(([name, text]) =>
    text === undefined ? [] : [{ name, text }],
  );
  if (given.every(({ text }) => isBlank(text))) {
    return [problem('TEXT_EMPTY', path, 'It names no product.', 'Give a vendor, a product or a CPE name.')];
  }
  const long = given.flatMap(({ name, text }) =>
    textProblems(`${path}.${name}`, text, SUBSCRIPTION_LIMITS.part),
  );
  if (long.length > 0 || cpe === undefined || isCpe(cpe)) return long;
  return [
    problem(
      'SUBSCRIPTION_MALFORMED',
      `${path}.cpe`,
      `"${cpe.slice(0, 64)}" is not a CPE name.`,
      'Write it like cpe:2.3:a:vendor:product:*.',
    ),
  ];
};

const scheduleProblems = (schedule: Schedule): Problem[] => [
  ...rangeProblems('$.hour', schedule.hour, 0, HOURS),
  ...rangeProblems('$.weekday', schedule.weekday, 1, WEEKDAYS),
  ...rangeProblems('$.mostPerHour', schedule.mostPerHour, 1, SUBSCRIPTION_LIMITS.mostPerHour),
  ...(isTimeZone(schedule.timeZone)
    ? []
    : [
        problem(
          'TIME_ZONE_UNKNOWN',
          '$.timeZone',
          `"${schedule.timeZone.slice(0, 64)}" is not a time zone.`,
          'Use a name of the IANA database, such as Europe/Helsinki.',
        ),
      ]),
  ...(['from', 'until'] as const).flatMap((name) => {
    const time = schedule.quietHours?.[name];
    return time === undefined || isTimeOfDay(time)
      ? []
      : [
          problem(
            'SUBSCRIPTION_MALFORMED',
            `$.quietHours.${name}`,
            `"${time.slice(0, 16)}" is not a time of day.`,
            'Write it like 22:00.',
          ),
        ];
  }),
  ...emptyHours(schedule),
];

/** One who writes 08:00 to 08:00 may mean the whole day, and would get none. */
const emptyHours = ({ quietHours }: Pick<Schedule, 'quietHours'>): Problem[] =>
  quietHours === null || quietHours.from !== quietHours.until
    ? []
    : [
        problem(
          'SUBSCRIPTION_MALFORMED',
          '$.quietHours.until',
          `Quiet hours from ${quietHours.from.slice(0, 16)} until then are none.`,
          'Give another end, or leave quietHours out; to be told nothing for a while, pause it.',
        ),
      ];

const rangeProblems = (path: string, value: number, least: number, most: number): Problem[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [
        problem(
          'SUBSCRIPTION_MALFORMED',
          path,
          `A whole number from ${least} to ${most}.`,
          'Give one in this range.',
        ),
      ];
