// What the form of a subscription holds, and what the hub is asked from it.
import type {
  Cadence,
  Certainty,
  CreateSubscriptionInput,
  ItemKind,
  OwnSubscriptionFragment,
  PreviewSubscriptionInput,
  Severity,
  SubscriptionFilterInput,
  Urgency,
} from '../../operations/graphql.generated.ts';
import type { Fault } from '../../ui/act/sentences.ts';
import { instantIn } from '../../ui/time/moment.ts';
import { plainDigits } from '../../words/digits.ts';
import { listed } from '../partnership/act/lists.ts';

export type Product = { readonly vendor: string; readonly product: string; readonly cpe: string };

export type Form = {
  readonly name: string;
  readonly endpoint: string;
  readonly sectors: readonly string[];
  readonly kinds: readonly ItemKind[];
  readonly severities: readonly Severity[];
  readonly urgencies: readonly Urgency[];
  readonly certainties: readonly Certainty[];
  readonly countries: string;
  readonly communities: readonly string[];
  readonly publishers: string;
  readonly products: readonly Product[];
  readonly text: string;
  readonly directOnly: boolean;
  readonly exercise: string;
  readonly cadence: Cadence;
  readonly hour: string;
  readonly weekday: string;
  readonly timeZone: string;
  readonly mostPerHour: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** As its field has it, in UTC; what is no moment as it was typed, which is not sent. */
  readonly expiresAt: string;
};

type Quiet = Pick<Form, 'quietFrom' | 'quietUntil'>;

/** From the evening to the morning; where it is to begin or end just then, the other way round. */
const [EVENING, MORNING] = ['22:00', '06:00'] as const;

/** One end alone is no time: the other comes with it, for a person to change. */
export const quietWith = ({ quietFrom, quietUntil }: Quiet, changed: Partial<Quiet>): Quiet => {
  if (changed.quietFrom === '' || changed.quietUntil === '') return { quietFrom: '', quietUntil: '' };
  const { quietFrom: from, quietUntil: until } = changed;
  if (from !== undefined)
    return { quietFrom: from, quietUntil: quietUntil || (from === MORNING ? EVENING : MORNING) };
  if (until === undefined) return { quietFrom, quietUntil };
  return { quietFrom: quietFrom || (until === EVENING ? MORNING : EVENING), quietUntil: until };
};

/** The form as its fields see it. */
export type EditForm = {
  readonly form: Form;
  readonly set: (part: Partial<Form>) => void;
  /** What the hub said is wrong at a path of its input. */
  readonly faults: (path: string) => readonly Fault[];
};

export const NO_PRODUCT: Product = { vendor: '', product: '', cpe: '' };

/** Of every sector: what is addressed to one by name may concern another than one's own. */
export const emptyForm = (endpoint: string): Form => ({
  name: '',
  endpoint,
  sectors: [],
  kinds: [],
  severities: [],
  urgencies: [],
  certainties: [],
  countries: '',
  communities: [],
  publishers: '',
  products: [],
  text: '',
  directOnly: false,
  exercise: '',
  cadence: 'DAILY',
  hour: '8',
  weekday: '1',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  mostPerHour: '10',
  quietFrom: '',
  quietUntil: '',
  expiresAt: '',
});

export const formOf = (own: OwnSubscriptionFragment): Form => ({
  ...own,
  ...own.filter,
  countries: own.filter.countries.join(', '),
  publishers: own.filter.publishers.join(', '),
  products: own.filter.products.map(({ vendor, product, cpe }) => ({
    vendor: vendor ?? '',
    product: product ?? '',
    cpe: cpe ?? '',
  })),
  text: own.filter.text ?? '',
  exercise: own.filter.exercise ?? '',
  hour: String(own.hour),
  weekday: String(own.weekday),
  mostPerHour: String(own.mostPerHour),
  quietFrom: own.quietFrom ?? '',
  quietUntil: own.quietUntil ?? '',
  expiresAt: own.expiresAt?.slice(0, 16) ?? '',
});

const productsOf = ({ products }: Form): NonNullable<SubscriptionFilterInput['products']> =>
  products
    .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value.trim() !== '')))
    .filter((each) => Object.keys(each).length > 0);

/** Only what is asked for: a list that is left empty asks for nothing. */
export const filterOf = (form: Form): SubscriptionFilterInput => {
  const lists = {
    sectors: [...form.sectors],
    kinds: [...form.kinds],
    severities: [...form.severities],
    urgencies: [...form.urgencies],
    certainties: [...form.certainties],
    countries: listed(form.countries.toUpperCase()),
    communities: [...form.communities],
    publishers: listed(form.publishers),
    products: productsOf(form),
  };
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(form.text.trim() === '' ? {} : { text: form.text.trim() }),
    ...(form.directOnly ? { directOnly: true } : {}),
    ...(form.exercise.trim() === '' ? {} : { exercise: form.exercise.trim() }),
  };
};

export const hasQuietHours = ({ quietFrom, quietUntil }: Form): boolean =>
  quietFrom !== '' && quietUntil !== '';

/** What it tells, and how. */
const scheduleOf = (form: Form) => ({
  filter: filterOf(form),
  cadence: form.cadence,
  hour: Number(form.hour),
  weekday: Number(form.weekday),
  ...(form.timeZone.trim() === '' ? {} : { timeZone: form.timeZone.trim() }),
  mostPerHour: Number(form.mostPerHour),
  ...(hasQuietHours(form) ? { quietHours: { from: form.quietFrom, until: form.quietUntil } } : {}),
});

/** Without an endpoint that is chosen it is tried at one of one's own. */
export const triedOf = (form: Form): PreviewSubscriptionInput => ({
  ...scheduleOf(form),
  ...(form.endpoint === '' ? {} : { endpoint: form.endpoint }),
});

export const createdOf = (form: Form): CreateSubscriptionInput => ({
  ...scheduleOf(form),
  name: form.name.trim(),
  endpoint: form.endpoint,
  ...(form.expiresAt === '' ? {} : { expiresAt: instantIn(form.expiresAt) ?? form.expiresAt }),
});

/** A change takes away what the form does not have any more. */
export const changedOf = (form: Form, id: string) => {
  const { endpoint: _, ...rest } = createdOf(form);
  return {
    ...rest,
    id,
    quietHours: rest.quietHours ?? null,
    expiresAt: rest.expiresAt ?? null,
  };
};

/** Of what is typed the digits. */
export const digitsIn = (text: string): string => plainDigits(text).replaceAll(/\D/g, '');
