// TLP markings (STIX 2.1 §7.2.1): the nine predefined definitions and their order. The combined effect of an object's
// markings is read in marking/read-markings.ts.
import type { StixObject } from '../stix-object.ts';

export type Tlp = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED';

/** From the most open to the most restrictive. */
export const TLP_ORDER: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

export const TLP2_EXTENSION_ID = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

export const TLP2_MARKING_IDS: Readonly<Record<Tlp, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** TLP 1 (§7.2.1), mapped to TLP 2.0: WHITE becomes CLEAR, AMBER stays AMBER. */
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

/** The TLP level of a predefined marking definition (TLP 1 mapped to TLP 2.0), or null. */
export function tlpOfMarking(markingId: string): Tlp | null {
  return tlpById.get(markingId) ?? null;
}

/** The predefined definition of a TLP 2.0 level (OASIS common objects, `tlp-2.0`). */
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

/** The predefined definition of a TLP 1 level (§7.2.1.4). */
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

/** The stricter of two words in a list from open to restrictive; null counts as no restriction. */
export function stricterOf<Word extends string>(
  order: readonly Word[],
  a: Word | null,
  b: Word | null,
): Word | null {
  if (a === null || b === null) return a ?? b;
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

export function stricterTlp(a: Tlp | null, b: Tlp | null): Tlp | null {
  return stricterOf(TLP_ORDER, a, b);
}
