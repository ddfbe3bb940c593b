// The STIX objects that a correction must carry along: those that its publisher gave. What the hub made for the version
// before (its report, its courses of action) it makes anew from the texts.
import { identifierByName } from 'stix2-ts/identifier';
import { type Raw, rawOf, textOf, textsOf } from '../../ui/stix.ts';

/** The hub makes the ids of its own objects in this namespace (src/exchange/identifier-for.ts); it never changes. */
const TOCSIN_NAMESPACE = 'd1f0a3c6-5b1e-4f5c-9a57-3c0f4f6b8e21';
const MOST_COURSES = 50;

const isTranslation = (object: Raw): boolean => {
  const of = textOf(object, 'object_ref');
  return (
    of !== null &&
    textOf(object, 'id') === identifierByName(TOCSIN_NAMESPACE, 'language-content', `${of}/translations`)
  );
};

const marksOf = (object: Raw): string[] => {
  const granular = object['granular_markings'];
  return [
    ...textsOf(object, 'object_marking_refs'),
    ...(Array.isArray(granular) ? granular : []).flatMap((each) => textOf(rawOf(each), 'marking_ref') ?? []),
  ];
};

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
  const given = (Array.isArray(objects) ? objects : [])
    .map(rawOf)
    .filter((each) => !made.has(textOf(each, 'id') ?? '') && !isTranslation(each));
  // The policy that is stated with the warning marks only what the hub made.
  const marking = new Set(given.flatMap(marksOf));
  const kept = given.filter(
    (each) => each['type'] !== 'marking-definition' || marking.has(textOf(each, 'id') ?? ''),
  );
  const isGiven = kept.some(({ type }) => type !== 'marking-definition' && type !== 'identity');
  return isGiven ? { ...rawOf(bundle), objects: kept } : null;
};
