// Data markings (STIX 2.1 §7.2): the nine TLP definitions everybody shares, and what an object's markings say.
// STIX defines no rule for combining them; Tocsin's is: the most restrictive one, object-level and granular alike.
import { markingReferencesOf } from './references.ts';
import { isRecord, type JsonRecord, type StixObject, textOf } from './stix-object.ts';

export type Tlp = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED';

/** From open to closed. */
export const TLP_ORDER: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

export const TLP2_EXTENSION_ID = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

export const TLP2_MARKING_IDS: Readonly<Record<Tlp, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** TLP 1 (§7.2.1): accepted and mapped, WHITE to CLEAR; its AMBER is AMBER, not STRICT. */
export const TLP1_MARKING_IDS: Readonly<Record<'WHITE' | 'GREEN' | 'AMBER' | 'RED', string>> = {
  WHITE: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  GREEN: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  AMBER: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  RED: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
};

const tlpById: ReadonlyMap<string, Tlp> = new Map<string, Tlp>([
  ...TLP_ORDER.map((tlp) => [TLP2_MARKING_IDS[tlp], tlp] as const),
  [TLP1_MARKING_IDS.WHITE, 'CLEAR'],
  [TLP1_MARKING_IDS.GREEN, 'GREEN'],
  [TLP1_MARKING_IDS.AMBER, 'AMBER'],
  [TLP1_MARKING_IDS.RED, 'RED'],
]);

/** The TLP that a predefined marking definition stands for (TLP 1 mapped to TLP 2.0), or null. */
export function tlpOfMarking(markingId: string): Tlp | null {
  return tlpById.get(markingId) ?? null;
}

/** The standard's own definition of a TLP 2.0 level (OASIS common objects, `tlp-2.0`). */
export function tlpMarkingObject(tlp: Tlp): StixObject {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: TLP2_MARKING_IDS[tlp],
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${tlp}`,
    extensions: {
      [TLP2_EXTENSION_ID]: { extension_type: 'property-extension', tlp_2_0: tlp.toLowerCase() },
    },
  };
}

/** The standard's own definition of a TLP 1 level (§7.2.1.4). */
export function tlp1MarkingObject(level: 'WHITE' | 'GREEN' | 'AMBER' | 'RED'): StixObject {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: TLP1_MARKING_IDS[level],
    created: '2017-01-20T00:00:00.000Z',
    definition_type: 'tlp',
    name: `TLP:${level}`,
    definition: { tlp: level.toLowerCase() },
  };
}

/** The stricter of two levels; nothing said counts as nothing. */
export function stricterTlp(a: Tlp | null, b: Tlp | null): Tlp | null {
  if (a === null || b === null) return a ?? b;
  return TLP_ORDER.indexOf(a) >= TLP_ORDER.indexOf(b) ? a : b;
}

export type Markings = {
  /** The strictest TLP, object-level and granular together; null when none is given. */
  readonly tlp: Tlp | null;
  /** Texts of `statement` markings: carried and shown, without effect. */
  readonly statements: readonly string[];
  /** Markings that are neither TLP nor a statement, and those that cannot be found: the reader fails closed. */
  readonly unknown: readonly string[];
};

/** What an object's markings say. Definitions other than the predefined ones are looked up in the map given. */
export function readMarkings(
  object: unknown,
  markingDefinitions: ReadonlyMap<string, JsonRecord> = new Map(),
): Markings {
  let tlp: Tlp | null = null;
  const statements: string[] = [];
  const unknown: string[] = [];
  for (const id of new Set(markingReferencesOf(object).map((reference) => reference.id))) {
    const level = tlpOfMarking(id);
    const definition = markingDefinitions.get(id);
    const statement = definition === undefined ? null : statementOf(definition);
    if (level !== null) tlp = stricterTlp(tlp, level);
    else if (statement !== null) statements.push(statement);
    else unknown.push(id);
  }
  return { tlp, statements, unknown };
}

/** The text of a pure `statement` marking; null for any that says more (an extension of it might restrict). */
function statementOf(definition: JsonRecord): string | null {
  const content = definition['definition'];
  if (textOf(definition, 'definition_type') !== 'statement' || !isRecord(content)) return null;
  return definition['extensions'] === undefined ? (textOf(content, 'statement') ?? null) : null;
}
