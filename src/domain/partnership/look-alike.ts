// Names that look alike (Unicode UTS 39): whoever reads a list at night must not take one organisation for another. Slugs and
// names are compared by what is seen of them: letters of other scripts, accents, case, spaces and hyphens make no difference.
import confusables from 'unicode-confusables';

/** What two names that look alike have in common; not for display. */
export const skeletonOf = (name: string): string =>
  // As it is written, and in small letters: a Greek capital looks like one Latin letter, and the small one like another.
  seen(seen(name).toLowerCase())
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    // In many typefaces; UTS 39 has them for capitals only.
    .replace(/[1l]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/vv/g, 'w');

const seen = (text: string): string =>
  confusables.rectifyConfusion(text.normalize('NFKD').replace(/\p{M}/gu, ''));

export type Named = {
  readonly slug: string;
  readonly name: string;
  readonly latinName?: string | null | undefined;
};

const namesOf = ({ slug, name, latinName }: Named): string[] => [slug, name, latinName ?? ''];

/** The first of `known` whose slug or names look like the slug or names that are given; null where none does. */
export const lookAlikeIn = <Known extends Named>(given: Named, known: Iterable<Known>): Known | null =>
  alikeIn(namesOf(given), known);

/** The same for names alone. */
export const alikeIn = <Known extends Named>(
  names: readonly string[],
  known: Iterable<Known>,
): Known | null => {
  // A name without a letter or digit looks like nothing.
  const skeletons = new Set(names.map(skeletonOf).filter((each) => each !== ''));
  for (const each of known) if (namesOf(each).some((name) => skeletons.has(skeletonOf(name)))) return each;
  return null;
};
