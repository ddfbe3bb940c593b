// The predefined marking definitions, which need not be sent: TLP 1 and 2.0 (STIX 2.1 §7.2.1.4, OASIS's common objects)
// and PAP. Bundles sent to others should still contain those they refer to.

import type { StixObject } from '../stix-object.ts';
import { papMarkingObject } from './permissible-actions.ts';
import { TLP_ORDER, TLP1_MARKING_IDS, TLP2_MARKING_IDS, tlp1MarkingObject, tlpMarkingObject } from './tlp.ts';

const tlpDefinitions: ReadonlyMap<string, StixObject> = new Map([
  ...TLP_ORDER.map((tlp) => [TLP2_MARKING_IDS[tlp], tlpMarkingObject(tlp)] as const),
  ...(['WHITE', 'GREEN', 'AMBER', 'RED'] as const).map(
    (level) => [TLP1_MARKING_IDS[level], tlp1MarkingObject(level)] as const,
  ),
]);

/** The predefined definition with this id, or null. */
export function predefinedMarking(id: string): StixObject | null {
  return tlpDefinitions.get(id) ?? papMarkingObject(id);
}
