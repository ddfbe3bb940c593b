// The combined effect of an object's markings (STIX 2.1 §7.2). STIX does not define how to combine them. Here the most
// restrictive wins, over object and granular markings and over TLP, IEP and PAP; markings of a marking definition apply
// to everything it marks; and a marking that cannot be read is reported as unknown.

import { markingReferencesOf } from '../references.ts';
import { IEP_EXTENSION_ID, PAP_EXTENSION_ID } from '../registry/marking-extensions.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { type ExchangePolicy, readExchangePolicy, strictestPolicy } from './exchange-policy.ts';
import { PAP_ORDER, type Pap, papOfLabels, papOfMarking, readPap } from './permissible-actions.ts';
import { stricterOf, stricterTlp, TLP_ORDER, type Tlp, tlpOfMarking } from './tlp.ts';

export type Markings = {
  /** The strictest TLP, including that of exchange policies; null when there is none. */
  readonly tlp: Tlp | null;
  readonly policy: ExchangePolicy | null;
  readonly pap: Pap | null;
  /** Texts of `statement` markings, sorted. They have no effect of their own. */
  readonly statements: readonly string[];
  /** Ids, sorted, of markings that are missing or not understood. Treat the object as restricted when there are any. */
  readonly unknown: readonly string[];
};

export const NO_MARKINGS: Markings = { tlp: null, policy: null, pap: null, statements: [], unknown: [] };

/** Combines two results: commutative, associative, idempotent, and never less strict than either. */
export function combineMarkings(a: Markings, b: Markings): Markings {
  return {
    tlp: stricterTlp(a.tlp, b.tlp),
    policy: strictestPolicy(a.policy, b.policy),
    pap: stricterOf(PAP_ORDER, a.pap, b.pap),
    statements: union(a.statements, b.statements),
    unknown: union(a.unknown, b.unknown),
  };
}

const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
  b.length === 0 ? a : [...new Set([...a, ...b])].sort();

/** Definitions followed for one object, far more than real objects have. Those beyond count as unknown. */
const MOST_MARKINGS = 16;

/** The combined effect of an object's markings. Definitions that are not predefined are looked up in the given map. */
export function readMarkings(
  object: unknown,
  definitions: ReadonlyMap<string, JsonRecord> = new Map(),
): Markings {
  let found = ofLabels(object);
  const statements = new Set<string>();
  const unknown = new Set<string>();
  const seen = new Set<string>();
  const waiting = markingReferencesOf(object).map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    if (seen.size === MOST_MARKINGS) {
      unknown.add(id);
      break;
    }
    seen.add(id);
    const part = ofMarking(id, definitions.get(id));
    for (const text of part.statements) statements.add(text);
    for (const each of part.unknown) unknown.add(each);
    // The lists are sorted once at the end, so that a chain of definitions does not take quadratic time.
    const isBinding = part.tlp !== null || part.policy !== null || part.pap !== null;
    if (isBinding) found = combineMarkings(found, { ...part, statements: [], unknown: [] });
    waiting.push(...markingReferencesOf(definitions.get(id)).map((reference) => reference.id));
  }
  return { ...found, statements: [...statements].sort(), unknown: [...unknown].sort() };
}

const ofLabels = (object: unknown): Markings => {
  const pap = isRecord(object) ? papOfLabels(object['labels']) : null;
  return pap === null ? NO_MARKINGS : { ...NO_MARKINGS, pap };
};

const ofMarking = (id: string, definition: JsonRecord | undefined): Markings => {
  const unknown = { ...NO_MARKINGS, unknown: [id] };
  const tlp = tlpOfMarking(id);
  if (tlp !== null) return { ...NO_MARKINGS, tlp };
  const pap = papOfMarking(id);
  if (pap !== null) return { ...NO_MARKINGS, pap };
  if (definition === undefined) return unknown;
  const parts = [...ofExtensions(definition), ...ofDefinition(definition), ...ofOpenCti(definition)];
  if (parts.length === 0) return unknown;
  return parts.reduce<Markings>((all, part) => combineMarkings(all, part ?? unknown), NO_MARKINGS);
};

/** A part of a marking definition; null when it is present but cannot be read. */
type Part = Markings | null;

/** OpenCTI adds its own metadata (order, colour, times) to exported definitions. It restricts nothing. */
const NEUTRAL_EXTENSIONS: readonly string[] = ['extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba'];

function ofExtensions(definition: JsonRecord): Part[] {
  const extensions = definition['extensions'];
  if (extensions === undefined) return [];
  if (!isRecord(extensions)) return [null];
  return Object.entries(extensions).flatMap(([key, extension]): Part[] => {
    if (NEUTRAL_EXTENSIONS.includes(key)) return [];
    if (!isRecord(extension)) return [null];
    if (key === IEP_EXTENSION_ID) {
      const read = readExchangePolicy(extension);
      return [read === null ? null : { ...NO_MARKINGS, ...read }];
    }
    return [key === PAP_EXTENSION_ID ? ofPap(extension['pap']) : null];
  });
}

const ofPap = (text: unknown): Part => {
  const pap = readPap(text);
  return pap === null ? null : { ...NO_MARKINGS, pap };
};

function ofDefinition(definition: JsonRecord): Part[] {
  const type = textOf(definition, 'definition_type');
  if (type === undefined) return [];
  const content = definition['definition'];
  if (type === 'statement') {
    // OpenCTI gives the meaning of its statements in other properties; their text is only a placeholder.
    if (definition['x_opencti_definition_type'] !== undefined) return [];
    const statement = isRecord(content) ? textOf(content, 'statement') : undefined;
    return [statement === undefined ? null : { ...NO_MARKINGS, statements: [statement] }];
  }
  if (type.toLowerCase() !== 'pap') return [null];
  return [ofPap(isRecord(content) ? (content[type] ?? content['pap']) : definition['name'])];
}

/** OpenCTI writes TLP:CLEAR, TLP:AMBER+STRICT and PAP as statements, with the meaning in its own properties. */
function ofOpenCti(definition: JsonRecord): Part[] {
  const type = definition['x_opencti_definition_type'];
  const text = definition['x_opencti_definition'];
  if (type === undefined && text === undefined) return [];
  if (typeof type !== 'string' || typeof text !== 'string') return [null];
  if (type.toLowerCase() === 'pap') return [ofPap(text)];
  if (type.toLowerCase() === 'statement') return [{ ...NO_MARKINGS, statements: [text] }];
  if (type.toLowerCase() !== 'tlp') return [null];
  const word = text.toUpperCase().replace(/^TLP:/, '');
  const tlp = word === 'WHITE' ? 'CLEAR' : TLP_ORDER.find((level) => level === word);
  return [tlp === undefined ? null : { ...NO_MARKINGS, tlp }];
}
