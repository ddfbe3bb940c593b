// The marking definitions that everybody has, so that nobody need send them: TLP 1 and 2.0 (STIX 2.1 §7.2.1.4, OASIS's
// common objects), and PAP. A bundle that is given out holds those that it refers to all the same.

import type { StixObject } from '../stix-object.ts';
import { papMarkingObject } from './permissible-actions.ts';
import { TLP_ORDER, TLP1_MARKING_IDS, TLP2_MARKING_IDS, tlp1MarkingObject, tlpMarkingObject } from './tlp.ts';

const tlpDefinitions: ReadonlyMap<string, StixObject> = new Map([
  ...TLP_ORDER.map((tlp) => [TLP2_MARKING_IDS[tlp], tlpMarkingObject(tlp)] as const),
  ...(['WHITE', 'GREEN', 'AMBER', 'RED'] as const).map(
    (level) => [TLP1_MARKING_IDS[level], tlp1MarkingObject(level)] as const,
  ),
]);

/** The definition itself; null when this id is not one of them. */
export function predefinedMarking(id: string): StixObject | null {
  return tlpDefinitions.get(id) ?? papMarkingObject(id);
}
