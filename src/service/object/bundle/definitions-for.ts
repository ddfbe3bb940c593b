// The marking definitions that the objects of a bundle refer to.
import { predefinedMarking } from 'stix2-ts/marking';
import { markingReferencesOf, referencesOf } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Partition } from '../../../domain/exercise/partition.ts';
import type { Actor } from '../../../domain/member.ts';
import { type ObjectDeps, readObjectsByIds } from '../read-objects.ts';

type Bundled = {
  readonly definitions: readonly StixObject[];
  readonly others: readonly StixObject[];
  readonly exercise: Partition;
};

/**
 * The marking definitions that these objects refer to, directly or through other definitions, so that a bundle
 * explains its own markings. Others are left out: they could hint at what is withheld.
 */
export const definitionsFor = async (
  hub: ObjectDeps,
  actor: Actor,
  { definitions, others, exercise }: Bundled,
): Promise<StixObject[]> => {
  const held = new Map(definitions.map((each) => [each.id, each]));
  const found = new Map<string, StixObject>();
  let wanted = new Set(others.flatMap(namedBy));
  while (wanted.size > 0) {
    const missing = [...wanted].filter((id) => !held.has(id) && predefinedMarking(id) === null);
    const stored = await readObjectsByIds(hub, actor, missing, exercise);
    const next: StixObject[] = [];
    for (const id of wanted) {
      const definition = held.get(id) ?? predefinedMarking(id) ?? stored.get(id)?.object;
      if (definition === undefined || found.has(id)) continue;
      found.set(id, definition);
      next.push(definition);
    }
    wanted = new Set(next.flatMap(namedBy).filter((id) => !found.has(id)));
  }
  return [...found.values()];
};

const namedBy = (object: StixObject): string[] =>
  [...markingReferencesOf(object), ...referencesOf(object)].flatMap(({ id }) =>
    id.startsWith('marking-definition--') ? [id] : [],
  );
