// The shape of a national sector scheme, and the short notation of its tables.
// Mapping predicates are SKOS, read "the national sector <predicate> the hub's sector".

export type MappingPredicate = 'exactMatch' | 'closeMatch' | 'broadMatch' | 'narrowMatch' | 'relatedMatch';

export type SectorMapping = {
  readonly hub: string;
  readonly predicate: MappingPredicate;
  /** Who made this mapping: a State's code, or `hub`. */
  readonly author: string;
  readonly date: string;
};

export type NationalSector = {
  /** Unique in its scheme; a subsector is `sector/subsector`. */
  readonly id: string;
  readonly name: string;
  readonly mappings: readonly SectorMapping[];
  readonly subsectors: readonly NationalSector[];
};

export type SectorScheme = {
  readonly id: string;
  /** ISO 3166-1 alpha-2, or EU. */
  readonly territory: string;
  readonly instrument: string;
  readonly source: string;
  /** Whether someone has read a stored copy of the source. */
  readonly checked: boolean;
  /** True for the three States of the sample story. */
  readonly isFictional: boolean;
  readonly language: string;
  readonly sectors: readonly NationalSector[];
};

/**
 * Name; mappings separated by commas (empty if unmapped); subsectors. A mapping is a sign and a sector:
 * `= x` exact, `~ x` close, `< x` the hub's x is broader, `> x` the hub's x is narrower, `? x` related.
 */
export type SectorRow = readonly [name: string, mappings: string, subsectors?: readonly SectorRow[]];

const PREDICATES: Readonly<Record<string, MappingPredicate>> = {
  '=': 'exactMatch',
  '~': 'closeMatch',
  '<': 'broadMatch',
  '>': 'narrowMatch',
  '?': 'relatedMatch',
};

function mappingsFrom(text: string, author: string, date: string): SectorMapping[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const predicate = PREDICATES[part.slice(0, 1)];
      if (predicate === undefined) throw new Error(`no such predicate: ${part}`);
      return { hub: part.slice(2), predicate, author, date };
    });
}

/** Lower case, without accents, words joined by hyphens: `Águas` gives `aguas`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** Turns the short rows of a table into sectors. `ids` names those whose id is not the slug of their name. */
export function sectorsFrom(
  rows: readonly SectorRow[],
  reading: { author: string; date: string },
  ids: Readonly<Record<string, string>> = {},
  prefix = '',
): NationalSector[] {
  return rows.map(([name, mappings, subsectors]) => {
    const id = prefix + (ids[name] ?? slugOf(name));
    return {
      id,
      name,
      mappings: mappingsFrom(mappings, reading.author, reading.date),
      subsectors: sectorsFrom(subsectors ?? [], reading, {}, `${id}/`),
    };
  });
}
