// The Permissible Actions Protocol (PAP) in every form in use: the five definitions of OASIS's common objects, those of
// OpenCTI (a `statement` with x_opencti_definition, or definition_type PAP with the level in name or definition),
// MISP's older definitions, and the labels that MISP writes today.

import { PAP_EXTENSION_ID } from '../registry/marking-extensions.ts';
import type { StixObject } from '../stix-object.ts';
import { stricterOf } from './tlp.ts';

/** From the most open to the most restrictive. */
export const PAP_ORDER = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const;
export type Pap = (typeof PAP_ORDER)[number];

/** The five definitions (pap-marking-definition-f8d). "There is no need to share" them, so they are built in. */
const PREDEFINED: readonly (readonly [id: string, created: string, word: string])[] = [
  ['marking-definition--ad15a0cd-55b6-4588-a14c-a66105329b92', '2022-10-01T00:00:00.000Z', 'clear'],
  ['marking-definition--a3bea94c-b469-41dc-9cfe-d6e7daba7730', '2022-10-01T00:00:00.000Z', 'white'],
  ['marking-definition--c43594d1-4b11-4c59-93ab-1c9b14d53ce9', '2022-10-09T00:00:00.000Z', 'green'],
  ['marking-definition--60f8932b-e51e-4458-b265-a2e8be9a80ab', '2022-10-02T00:00:00.000Z', 'amber'],
  ['marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e', '2022-10-06T00:00:00.000Z', 'red'],
];

const byId: ReadonlyMap<string, StixObject> = new Map(
  PREDEFINED.map(([id, created, word]) => [
    id,
    {
      type: 'marking-definition',
      spec_version: '2.1',
      id,
      created,
      name: `PAP:${word.toUpperCase()}`,
      extensions: { [PAP_EXTENSION_ID]: { extension_type: 'property-extension', pap: word } },
    },
  ]),
);

const levels: ReadonlyMap<string, Pap> = new Map(
  PREDEFINED.map(([id, , word]) => [id, readPap(word) ?? 'RED']),
);

export function papOfMarking(markingId: string): Pap | null {
  return levels.get(markingId) ?? null;
}

/** The PAP definition with this id from OASIS's common objects; null for any other id. */
export function papMarkingObject(markingId: string): StixObject | null {
  return byId.get(markingId) ?? null;
}

/** Reads `red`, `RED`, `PAP:RED`, `pap:red`, or `WHITE` for CLEAR; null for anything else. */
export function readPap(text: unknown): Pap | null {
  if (typeof text !== 'string' || text.length > 20) return null;
  const word = text.toUpperCase().replace(/^PAP:/, '');
  if (word === 'WHITE') return 'CLEAR';
  return PAP_ORDER.find((level) => level === word) ?? null;
}

/** The level in the labels of an object: MISP writes the tag PAP:RED as a label. */
export function papOfLabels(labels: unknown): Pap | null {
  if (!Array.isArray(labels)) return null;
  return labels.reduce<Pap | null>(
    (strictest, label) =>
      typeof label === 'string' && /^pap:/i.test(label)
        ? stricterOf(PAP_ORDER, strictest, readPap(label))
        : strictest,
    null,
  );
}
