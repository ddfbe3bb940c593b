// Under which marking a page is printed: the strictest of what is on it.
import type { Tlp } from '../../operations/graphql.generated.ts';

/** A null marking is one that the hub does not understand: nothing is stricter. */
export type Printed = { readonly tlp: Tlp | null; readonly words: string };

const RANK: Record<Tlp, number> = { CLEAR: 0, GREEN: 1, AMBER: 2, AMBER_STRICT: 3, RED: 4 };
const rank = ({ tlp }: Printed): number => (tlp === null ? 5 : RANK[tlp]);

/** As TLP 2.0 writes them; never translated. */
export const tlpLabel = (tlp: Tlp | null): string =>
  tlp === null ? 'TLP:?' : `TLP:${tlp === 'AMBER_STRICT' ? 'AMBER+STRICT' : tlp}`;

/** Of at least one. */
export const strictestOf = (markings: readonly (Tlp | null)[]): Tlp | null | undefined =>
  markings.map((tlp) => ({ tlp, words: '' })).toSorted((one, other) => rank(other) - rank(one))[0]?.tlp;

/** What stands at the head and the foot of each page; empty where nothing on it is marked. */
export const markOf = (printed: Iterable<Printed>): string => {
  const all = [...printed];
  const most = Math.max(...all.map(rank));
  const strictest = all.filter((each) => rank(each) === most);
  const [first] = strictest;
  if (first === undefined) return '';
  const words = new Set(strictest.map((each) => each.words).filter(Boolean));
  return [tlpLabel(first.tlp), ...words].join(' – ');
};
