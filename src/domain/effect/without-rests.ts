// Cells that may not be shown beside others: what one has less than another must be nobody, or enough members that nothing tells of
// one. Withheld is the smaller of the two, so that the figures of all sectors together stay.

/** `sector` is null for all sectors together. */
type Cell = { readonly sector: string | null; readonly members: ReadonlySet<string> };

const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].every((member) => other.has(member));

const isFew = (count: number, least: number): boolean => count > 0 && count < least;

/** Those that lie within another which has a few members more. `least`: fewer are not told apart. */
export const withinByFew = <Sector extends string | null>(
  cells: readonly { readonly sector: Sector; readonly members: ReadonlySet<string> }[],
  least: number,
): Set<Sector> => {
  const shown = cells.filter(({ members }) => members.size >= least);
  const isTelling = ({ members }: (typeof shown)[number]): boolean =>
    shown.some(
      (other) => isFew(other.members.size - members.size, least) && isWithin(members, other.members),
    );
  return new Set(shown.filter(isTelling).map(({ sector }) => sector));
};

/** The sectors to be withheld. `least`: fewer members are not told apart. */
export const tellingOfFew = (cells: readonly Cell[], least: number): ReadonlySet<string | null> => {
  const shown = cells.filter(({ members }) => members.size >= least);
  const withheld = withinByFew(cells, least);
  const all = shown.find(({ sector }) => sector === null);
  const sectors = shown
    .filter(({ sector }) => sector !== null && !withheld.has(sector))
    .toSorted((one, other) => other.members.size - one.members.size);
  // What no sector that is shown has: where it is a few, the smallest sector goes with them.
  while (all !== undefined && sectors.length > 0) {
    const told = new Set(sectors.flatMap(({ members }) => [...members]));
    const rest = [...all.members].filter((member) => !told.has(member));
    if (!isFew(rest.length, least)) break;
    withheld.add(sectors.pop()?.sector ?? null);
  }
  return withheld;
};
