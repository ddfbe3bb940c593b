// Whom an audience names, in the words of a person who decides on it: every value, in the form in which it was written.
import type { Alternative, Audience } from '../audience.ts';

type Written = { readonly [field in keyof Alternative]?: readonly string[] | undefined };

const asKind = (kind: string): string => kind.toLowerCase().replaceAll('_', '-');

/** Completes an alternative; a field that is absent says nothing. */
const PARTS: readonly (readonly [keyof Alternative, string, string])[] = [
  ['members', 'member', 'members'],
  ['persons', 'person', 'persons'],
  ['communities', 'community', 'communities'],
  ['kinds', 'kind', 'kinds'],
  ['sectors', 'sector', 'sectors'],
  ['countries', 'country', 'countries'],
];

const partText = (alternative: Written, [field, one, many]: (typeof PARTS)[number]): string[] => {
  const values = alternative[field];
  if (values === undefined) return [];
  const shown = field === 'kinds' ? values.map(asKind) : values;
  return [`${values.length === 1 ? one : many} ${shown.join(' or ')}`];
};

const alternativeText = (alternative: Written): string => {
  const parts = PARTS.flatMap((part) => partText(alternative, part));
  return parts.length === 0 ? 'the whole partnership' : parts.join(', of ');
};

/** Such as "sector energy, of countries XA or XB; or community night-desk; but not north-grid". */
export const audienceInWords = ({
  alternatives,
  excludes,
}: {
  readonly alternatives: readonly Written[];
  readonly excludes: Audience['excludes'];
}): string =>
  [
    alternatives.map(alternativeText).join('; or '),
    ...(excludes.length === 0 ? [] : [`but not ${excludes.join(', ')}`]),
  ]
    .filter((part) => part !== '')
    .join('; ');
