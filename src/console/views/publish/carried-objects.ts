// The STIX objects that a correction must carry along: those that its publisher gave. What the hub made for the version
// before (its report, its courses of action) it makes anew from the texts.
import { identifierByName } from 'stix2-ts/identifier';
import { rawOf, textOf } from '../warning/stix.ts';

/** The hub makes the ids of its own objects in this namespace (src/exchange/identifier-for.ts); it never changes. */
const TOCSIN_NAMESPACE = 'd1f0a3c6-5b1e-4f5c-9a57-3c0f4f6b8e21';
const MOST_COURSES = 50;

export const carriedObjects = (id: string, bundle: unknown): unknown => {
  const made = new Set(
    [id, `${id}/unnamed`].flatMap((seed) => [
      identifierByName(TOCSIN_NAMESPACE, 'report', seed),
      ...Array.from({ length: MOST_COURSES }, (_, at) =>
        identifierByName(TOCSIN_NAMESPACE, 'course-of-action', `${seed}/${at + 1}`),
      ),
    ]),
  );
  const { objects } = rawOf(bundle);
  const kept = (Array.isArray(objects) ? objects : [])
    .map(rawOf)
    .filter((each) => !made.has(textOf(each, 'id') ?? ''));
  const isGiven = kept.some(({ type }) => type !== 'marking-definition' && type !== 'identity');
  return isGiven ? { ...rawOf(bundle), objects: kept } : null;
};
