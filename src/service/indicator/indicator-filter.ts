// Which indicators a reader asks for. Values, types and validity are those of the indicator; malware and techniques are those
// that its warning brings, since most sources do not relate the two.
import { aliasesOf, entityKey } from 'stix2-ts/entity';
import { isRecord, type StixObject } from 'stix2-ts/stix-object';
import { lookupValues } from 'stix2-ts/value';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { type CheckedFilter, checkFilter } from '../item/item.ts';
import type { Indicator } from './indicator-of.ts';

export type IndicatorFilter = {
  readonly value?: string;
  readonly types?: readonly string[];
  readonly malware?: string;
  readonly technique?: string;
  /** Words of the warning's texts. */
  readonly text?: string;
  readonly warning?: string;
  readonly isValid?: boolean;
  readonly exercise?: string;
};

export type CheckedIndicatorFilter = {
  /** By which warnings are read. */
  readonly feed: CheckedFilter;
  readonly warning?: string;
  /** Of the indicator itself. */
  readonly fits: (indicator: Indicator) => boolean;
  /** Each must hold of some other object in its warning. */
  readonly companions: readonly ((object: StixObject) => boolean)[];
  /** What cursors are bound to. */
  readonly binding: string;
};

const MAX_VALUE = 2_048;
const MAX_NAME = 256;
const MAX_TYPES = 20;

/** Types of the objects by which an indicator's warning is found. */
export const COMPANIONS = ['malware', 'tool', 'attack-pattern'] as const;

export const checkIndicatorFilter = (filter: IndicatorFilter): Outcome<CheckedIndicatorFilter> => {
  const { text, exercise, warning } = filter;
  const feed = checkFilter({
    ...(text === undefined ? {} : { text }),
    ...(exercise === undefined ? {} : { exercise }),
  });
  if (!feed.ok) return feed;
  const lengths: readonly [string, string | undefined, number][] = [
    ['value', filter.value, MAX_VALUE],
    ['malware', filter.malware, MAX_NAME],
    ['technique', filter.technique, MAX_NAME],
  ];
  for (const [name, given, most] of lengths) {
    if (given !== undefined && given.length > most)
      return refused(
        problem('TEXT_TOO_LONG', `$.filter.${name}`, `At most ${most} characters.`, 'Give one value only.'),
      );
  }
  if ((filter.types?.length ?? 0) > MAX_TYPES)
    return refused(
      problem('TOO_MANY', '$.filter.types', `At most ${MAX_TYPES} types.`, 'Leave some out, or all of them.'),
    );
  return accepted({
    feed: feed.value,
    ...(warning === undefined ? {} : { warning }),
    fits: fittingOf(filter),
    companions: companionsOf(filter),
    binding: `indicators:${JSON.stringify(Object.entries(filter).sort())}`,
  });
};

const fittingOf = ({ value, types, isValid }: IndicatorFilter): CheckedIndicatorFilter['fits'] => {
  const plain = value === undefined ? null : refanged(value);
  const keys = plain === null ? null : new Set(keysFor(plain));
  const isNamed = (indicator: Indicator): boolean =>
    keys === null ||
    indicator.values.some((each) => each.value.toLowerCase() === plain) ||
    lookupValues(indicator.object.object).some((key) => keys.has(key));
  return (indicator) =>
    (isValid === undefined || indicator.isValid === isValid) &&
    (types === undefined || types.length === 0 || types.some((type) => indicator.types.has(type))) &&
    isNamed(indicator);
};

/** As people write a value so that it cannot be clicked, back to what it is; in lower case. */
const refanged = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replaceAll(/\[(\.|:|@|\/)\]|\((\.|@)\)/g, '$1$2')
    .replace(/\[dot\]|\(dot\)/g, '.')
    .replace(/^hxxp/, 'http')
    .replace(/^(https?)\[:\/\/\]/, '$1://');

/** The keys that `lookupValues` gives for it as an address, a host name, a URL or a hash. */
const keysFor = (value: string): string[] => [
  ...['ipv4-addr', 'ipv6-addr'].flatMap((type) => lookupValues({ type, value })),
  ...(value.includes('/') || value.includes(':') ? [] : lookupValues({ type: 'domain-name', value })),
  ...(value.includes('://') ? lookupValues({ type: 'url', value }).slice(0, 1) : []),
  ...(/^[0-9a-f]{16,128}$/.test(value) ? [`hash:${value}`] : []),
];

const companionsOf = ({
  malware,
  technique,
}: IndicatorFilter): readonly ((object: StixObject) => boolean)[] => [
  ...(malware === undefined ? [] : [isNamedAs(malware)]),
  ...(technique === undefined ? [] : [isTechnique(technique)]),
];

/** By canonical name, so that spelling makes no difference; a sample of malware has keys of its own. */
const isNamedAs = (name: string): ((object: StixObject) => boolean) => {
  const forms = [{ type: 'malware' }, { type: 'malware', is_family: false }, { type: 'tool' }];
  const keys = new Set(forms.map((form) => entityKey({ ...form, name })).filter((key) => key !== null));
  return (object) =>
    (object.type === 'malware' || object.type === 'tool') &&
    [entityKey(object), ...aliasesOf(object).map(({ key }) => key)].some(
      (key) => key !== null && keys.has(key),
    );
};

const isTechnique = (number: string): ((object: StixObject) => boolean) => {
  const wanted = number.trim().toUpperCase();
  return (object) => {
    const references = object['external_references'];
    if (object.type !== 'attack-pattern' || !Array.isArray(references)) return false;
    return references.some((reference) => {
      const id = isRecord(reference) ? String(reference['external_id'] ?? '').toUpperCase() : '';
      return id === wanted || id.startsWith(`${wanted}.`);
    });
  };
};
