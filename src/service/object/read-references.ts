// A page of the references in one object, by their places in it. Access to each target is decided when it is read, within the
// traffic of the object that refers.
import { markingReferencesOf, referencesOf } from 'stix2-ts/references';
import type { Partition } from '../../domain/exercise/partition.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { cursorProblem, openCursor, openSealer } from '../cursor.ts';
import type { VisibleObject } from './visible-object.ts';

/** `property` is a JSON path, `id` what stands there. */
export type ObjectReference = {
  readonly property: string;
  readonly id: string;
  readonly partition: Partition;
};

export type ReferencePage = {
  readonly references: readonly { readonly cursor: string; readonly reference: ObjectReference }[];
  readonly hasNextPage: boolean;
};

export const readReferences = (
  hub: Pick<Hub, 'cursorKey' | 'config'>,
  { object, through }: VisibleObject,
  { first, after }: { readonly first: number; readonly after: string | null },
): Outcome<ReferencePage> => {
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const binding = `references of ${object.id} ${String(object['modified'] ?? '')}`;
  const start = after === null ? 0 : openCursor(hub.cursorKey, binding, after);
  if (start === null) return refused(cursorProblem(hub.cursorKey, binding, after ?? ''));
  const all = [...referencesOf(object), ...markingReferencesOf(object)];
  const seal = openSealer(hub.cursorKey, binding);
  const references = all.slice(start, start + first).map(({ path, id }, index) => ({
    cursor: seal(start + index + 1),
    reference: { property: path, id, partition: through.content.access.exercise },
  }));
  return accepted({ references, hasNextPage: all.length > start + first });
};
