// Some objects of a bundle as a bundle of their own: with the markings and the identities that they refer to, so that whoever takes
// them along knows what is allowed.
import { type Raw, rawOf, textOf, textsOf } from '../stix.ts';

const granular = (raw: Raw): string[] => {
  const markings = raw['granular_markings'];
  return (Array.isArray(markings) ? markings : []).flatMap(
    (each) => textOf(rawOf(each), 'marking_ref') ?? [],
  );
};

const refsOf = (raw: Raw): string[] => [
  ...textsOf(raw, 'object_marking_refs'),
  ...granular(raw),
  ...[textOf(raw, 'created_by_ref')].filter((each) => each !== null),
];

/** `ids` are those of the wanted objects. */
export const partOfBundle = (bundle: unknown, ids: ReadonlySet<string>, id: string): Raw => {
  const { objects } = rawOf(bundle);
  const all = (Array.isArray(objects) ? objects : []).map(rawOf);
  const wanted = new Set(ids);
  // A marking can be marked, and an identity too.
  for (let before = -1; before < wanted.size; ) {
    before = wanted.size;
    for (const raw of all)
      if (wanted.has(textOf(raw, 'id') ?? '')) for (const ref of refsOf(raw)) wanted.add(ref);
  }
  return { type: 'bundle', id, objects: all.filter((raw) => wanted.has(textOf(raw, 'id') ?? '')) };
};
