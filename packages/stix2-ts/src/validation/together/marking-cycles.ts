// Finds cycles of marking definitions that mark each other (STIX 2.1 §3.2), in linear time.
import { markingReferencesOf } from '../../references.ts';
import { isStixObject } from '../../stix-object.ts';

/** Positions of the definitions that are in a cycle or lead into one. Self-marking is reported elsewhere. */
export function markingCycles(objects: readonly unknown[]): number[] {
  const marks = marksOf(objects);
  const markedBy = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [id, { others }] of marks) {
    const inside = others.filter((other) => marks.has(other));
    open.set(id, inside.length);
    for (const other of inside) {
      const markers = markedBy.get(other);
      if (markers === undefined) markedBy.set(other, [id]);
      else markers.push(id);
    }
  }
  // A definition that marks nothing else is in no cycle: remove such definitions until none is left.
  const free = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    open.delete(id);
    for (const marker of markedBy.get(id) ?? []) {
      const left = (open.get(marker) ?? 0) - 1;
      open.set(marker, left);
      if (left === 0) free.push(marker);
    }
  }
  return [...open.keys()].map((id) => marks.get(id)?.index ?? 0);
}

type Marks = { readonly index: number; readonly others: readonly string[] };

function marksOf(objects: readonly unknown[]): Map<string, Marks> {
  const marks = new Map<string, Marks>();
  for (const [index, object] of objects.entries()) {
    if (!isStixObject(object) || object.type !== 'marking-definition') continue;
    const others = new Set(markingReferencesOf(object).map((reference) => reference.id));
    others.delete(object.id);
    marks.set(object.id, { index, others: [...others] });
  }
  return marks;
}
