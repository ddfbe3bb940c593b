// The ids of the copies that the hub gives of a report or grouping, to a reader who may not have all of its references. An
// id follows from the original, its version and the references that remain, so nothing is stored of a copy: its first half
// leads back to the original, its second half is checked against the copy that the reader gets.
import { createHash } from 'node:crypto';
import type { StixObject } from 'stix2-ts/stix-object';

const HALF = 16;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How the UUID of each copy begins, with the version (5, name-based) in its place; the row of the original keeps it. */
export const copiesOf = (originalId: string): string => {
  const hex = digest(`copy of ${originalId}`).slice(0, HALF - 1);
  return `${hex.slice(0, 12)}5${hex.slice(12)}`;
};

/** The same of the id of what may be a copy; null for ids of other types. */
export const copiesIn = (id: string): string | null =>
  /^(?:report|grouping)--/.test(id)
    ? id
        .slice(id.indexOf('--') + 2)
        .replaceAll('-', '')
        .slice(0, HALF)
    : null;

/** One id for each content of a copy: an original, its version and the references that remain. */
export const copyId = (original: StixObject, content: object): string => {
  const second = digest(JSON.stringify(content)).slice(1, HALF);
  // The variant of RFC 9562 in its place.
  const hex = `${copiesOf(original.id)}8${second}`;
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${original.type}--${parts.join('-')}`;
};
