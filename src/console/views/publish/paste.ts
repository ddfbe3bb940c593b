// Fills the form from a STIX bundle or a CSAF file. A bundle goes along whole; of a CSAF file the texts are taken, which a
// person then reads and mends.
import type { Tlp } from '../../operations/graphql.generated.ts';
import { type Raw, rawOf, textOf } from '../../ui/stix.ts';
import type { Form } from './form.ts';

export type Pasted =
  | { readonly kind: 'STIX' | 'CSAF'; readonly changes: Partial<Form> }
  | { readonly kind: PasteFault };
export type PasteFault = 'NOT_JSON' | 'TOO_DEEP' | 'UNKNOWN';

const HEADLINE = 140;
const SUMMARY = 4_000;
const MOST_ACTIONS = 5;
const ACTION = 500;
/** More than any bundle of use has, and the hub takes no more. What is far deeper no browser can write down again. */
const DEEPEST = 100;

export const readPasted = (text: string): Pasted => {
  const value = parsed(text);
  if (value === undefined) return { kind: 'NOT_JSON' };
  if (isDeep(value)) return { kind: 'TOO_DEEP' };
  const raw = rawOf(value);
  if (raw['type'] === 'bundle') return { kind: 'STIX', changes: fromBundle(raw) };
  if (isRecord(raw['document'])) return { kind: 'CSAF', changes: fromCsaf(raw) };
  return { kind: 'UNKNOWN' };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Level by level: what is nested deeply enough ends a function that calls itself. */
const isDeep = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return false;
};

const list = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(rawOf) : []);

const fromBundle = (bundle: Raw): Partial<Form> => {
  const report = list(bundle['objects']).find(({ type }) => type === 'report');
  if (report === undefined) return { bundle };
  return {
    bundle,
    ...cut('headline', textOf(report, 'name'), HEADLINE),
    ...cut('summary', textOf(report, 'description'), SUMMARY),
  };
};

/** Cut between characters. */
const beginningOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** What the file does not have changes nothing. */
const cut = (field: 'headline' | 'summary', text: string | null, most: number): Partial<Form> =>
  text === null || text.trim() === '' ? {} : { [field]: beginningOf(text, most) };

/** CSAF 2.0 has the names of TLP 1. */
const MARKINGS: Readonly<Record<string, Tlp>> = {
  WHITE: 'CLEAR',
  CLEAR: 'CLEAR',
  GREEN: 'GREEN',
  AMBER: 'AMBER',
  'AMBER+STRICT': 'AMBER_STRICT',
  RED: 'RED',
};

const SEVERITIES: Readonly<Record<string, Form['severity']>> = {
  CRITICAL: 'EXTREME',
  HIGH: 'SEVERE',
  IMPORTANT: 'SEVERE',
  MEDIUM: 'MODERATE',
  MODERATE: 'MODERATE',
  LOW: 'MINOR',
};

const fromCsaf = (csaf: Raw): Partial<Form> => {
  const document = rawOf(csaf['document']);
  const vulnerabilities = list(csaf['vulnerabilities']);
  const notes = list(document['notes']);
  const note = notes.find(({ category }) => category === 'summary') ?? notes[0] ?? {};
  const tlp = textOf(rawOf(rawOf(document['distribution'])['tlp']), 'label') ?? '';
  const remedies = vulnerabilities.flatMap(({ remediations }) => list(remediations));
  const texts = [...new Set(remedies.map((each) => textOf(each, 'details')).filter((each) => each !== null))];
  const cves = [
    ...new Set(vulnerabilities.map((each) => textOf(each, 'cve')).filter((each) => each !== null)),
  ];
  const references = list(document['references']).map((each) => textOf(each, 'url'));
  const told = [...cves, ...references.filter((each) => each !== null)];
  const language = textOf(document, 'lang');
  const severity = SEVERITIES[(textOf(rawOf(document['aggregate_severity']), 'text') ?? '').toUpperCase()];
  const marking = MARKINGS[tlp.toUpperCase()];
  return {
    ...cut('headline', textOf(document, 'title'), HEADLINE),
    ...cut('summary', textOf(note, 'text'), SUMMARY),
    ...(texts.length === 0
      ? {}
      : {
          actions: texts.slice(0, MOST_ACTIONS).map((text) => ({ text: beginningOf(text, ACTION), by: '' })),
        }),
    ...(told.length === 0 ? {} : { references: told.join('\n') }),
    ...(language === null ? {} : { language }),
    ...(severity === undefined ? {} : { severity }),
    ...(marking === undefined ? {} : { marking }),
  };
};

type Sorted = { readonly free: Partial<Form>; readonly filled: Partial<Form> };

/**
 * What a file would change: fields that nobody has filled, and those that it would replace, which a person is asked of first. The
 * bundle goes along in either case. A correction stays under the marking that there is.
 */
export const sortPasted = (
  changes: Partial<Form>,
  form: Form,
  { isCorrection, empty }: { readonly isCorrection: boolean; readonly empty: Form },
): Sorted => {
  const isSame = (field: keyof Form, other: Form): boolean =>
    JSON.stringify(form[field]) === JSON.stringify(other[field]);
  const fields = (Object.keys(changes) as (keyof Form)[]).filter(
    (field) => !(isCorrection && field === 'marking') && !isSame(field, { ...form, ...changes }),
  );
  // The language is that of the texts: it goes where they go.
  const hasTexts = !isSame('headline', empty) || !isSame('summary', empty);
  const isFree = (field: keyof Form): boolean =>
    field === 'bundle' || (field === 'language' ? !hasTexts : isSame(field, empty));
  const only = (of: (field: keyof Form) => boolean): Partial<Form> =>
    Object.fromEntries(fields.filter(of).map((field) => [field, changes[field]]));
  return { free: only(isFree), filled: only((field) => !isFree(field)) };
};

/** Sizes for the person: how many objects a bundle has. */
export const objectsIn = (bundle: unknown): number => list(rawOf(bundle)['objects']).length;
export const typesIn = (bundle: unknown): string[] => [
  ...new Set(list(rawOf(bundle)['objects']).flatMap((each) => textOf(each, 'type') ?? [])),
];
