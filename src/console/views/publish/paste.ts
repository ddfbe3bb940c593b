// Fills the form from a STIX bundle or a CSAF file. A bundle goes along whole; of a CSAF file the texts are taken, which a
// person then reads and mends.
import type { Tlp } from '../../operations/graphql.generated.ts';
import { type Raw, rawOf, textOf } from '../warning/stix.ts';
import type { Form } from './form.ts';

export type Pasted =
  | { readonly kind: 'STIX' | 'CSAF'; readonly changes: Partial<Form> }
  | { readonly kind: 'NOT_JSON' | 'UNKNOWN' };

const HEADLINE = 140;
const SUMMARY = 4_000;
const MOST_ACTIONS = 5;
const ACTION = 500;

export const readPasted = (text: string): Pasted => {
  const value = parsed(text);
  if (value === undefined) return { kind: 'NOT_JSON' };
  const raw = rawOf(value);
  if (raw['type'] === 'bundle') return { kind: 'STIX', changes: fromBundle(raw) };
  if (typeof raw['document'] === 'object') return { kind: 'CSAF', changes: fromCsaf(raw) };
  return { kind: 'UNKNOWN' };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const list = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(rawOf) : []);

const fromBundle = (bundle: Raw): Partial<Form> => {
  const report = list(bundle['objects']).find(({ type }) => type === 'report');
  if (report === undefined) return { bundle };
  return {
    bundle,
    headline: (textOf(report, 'name') ?? '').slice(0, HEADLINE),
    summary: (textOf(report, 'description') ?? '').slice(0, SUMMARY),
  };
};

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
  const severity = SEVERITIES[(textOf(rawOf(document['aggregate_severity']), 'text') ?? '').toUpperCase()];
  const marking = MARKINGS[tlp.toUpperCase()];
  return {
    headline: (textOf(document, 'title') ?? '').slice(0, HEADLINE),
    summary: (textOf(note, 'text') ?? '').slice(0, SUMMARY),
    ...(texts.length === 0
      ? {}
      : { actions: texts.slice(0, MOST_ACTIONS).map((text) => ({ text: text.slice(0, ACTION), by: '' })) }),
    references: [...cves, ...references.filter((each) => each !== null)].join('\n'),
    language: textOf(document, 'lang') ?? 'en',
    ...(severity === undefined ? {} : { severity }),
    ...(marking === undefined ? {} : { marking }),
  };
};

/** Sizes for the person: how many objects a bundle has. */
export const objectsIn = (bundle: unknown): number => list(rawOf(bundle)['objects']).length;
export const typesIn = (bundle: unknown): string[] => [
  ...new Set(list(rawOf(bundle)['objects']).flatMap((each) => textOf(each, 'type') ?? [])),
];
