// The copy of a report or grouping for a reader who may not have all of its references: an object of the hub's own, since
// nobody edits what a producer wrote. It keeps the original's texts, dates and markings, and names the original.
import type { StixObject } from 'stix2-ts/stix-object';
import { HUB_IDENTITY } from '../../../exchange/warning-extension.ts';
import { copyId } from '../../../store/object/copies.ts';
import { membersOf } from '../../../store/object/references.ts';

const DESCRIPTION = 'The hub’s copy of this object, without references to objects that you may not read.';

/** `withheld` are ids that only `object_refs` and `created_by_ref` hold; at least one of `object_refs` is not among them. */
export const copyContainer = (original: StixObject, withheld: ReadonlySet<string>): StixObject => {
  const { id, created_by_ref: _creator, external_references: given, ...rest } = original;
  const references: readonly unknown[] = Array.isArray(given) ? given : [];
  const content = {
    ...rest,
    created_by_ref: HUB_IDENTITY,
    object_refs: membersOf(original).filter((each) => !withheld.has(each)),
    external_references: [
      ...references,
      { source_name: 'Tocsin', external_id: id, description: DESCRIPTION },
    ],
    ...granularOf(original),
  };
  return { ...content, type: original.type, id: copyId(original, content) };
};

/** Marks the whole list where the original marks one of its elements, whose places have changed. */
const granularOf = ({ granular_markings: given }: StixObject): { readonly granular_markings?: unknown } => {
  if (!Array.isArray(given)) return {};
  return {
    granular_markings: given.map((marking: { readonly selectors?: unknown }) => {
      if (!Array.isArray(marking?.selectors)) return marking;
      const selectors = marking.selectors.map((selector) =>
        String(selector).startsWith('object_refs.') ? 'object_refs' : selector,
      );
      return { ...marking, selectors: [...new Set(selectors)] };
    }),
  };
};
