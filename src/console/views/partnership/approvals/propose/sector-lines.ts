// A sector definition as people type it: a sector in a line, with what it means in the hub's scheme; a part of it begins with a
// hyphen. `Water: exactMatch water` and below it `- Drinking water: closeMatch water/drinking-water`.

type Named = {
  readonly name: string;
  readonly mappings: readonly { readonly sector: string; readonly predicate: string }[];
};
type Sector = Named & { readonly subsectors?: readonly Named[] };

/** What has neither a predicate nor a sector is left to the hub to refuse. */
const namedOf = (line: string): Named => {
  const at = line.lastIndexOf(':');
  const name = (at < 0 ? line : line.slice(0, at)).trim();
  const mappings = (at < 0 ? '' : line.slice(at + 1))
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [predicate = '', sector = ''] = each.split(/\s+/);
      return { sector, predicate };
    });
  return { name, mappings };
};

export const sectorsFrom = (text: string): readonly Sector[] => {
  const sectors: (Named & { subsectors?: Named[] })[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const above = sectors.at(-1);
    if (!/^[-–•]/.test(line) || above === undefined) sectors.push(namedOf(line));
    else above.subsectors = [...(above.subsectors ?? []), namedOf(line.slice(1))];
  }
  return sectors;
};
