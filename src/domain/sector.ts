// The hub's own scheme of sectors: the NIS2 annexes and what other States add. Every other scheme is mapped onto it
// (sector-scheme/); audiences, feeds and dependencies use it.

export type Sector = {
  /** `energy` or `energy/electricity`. */
  readonly id: string;
  readonly name: string;
  /** The sector that this is a part of, or null at the top. */
  readonly parent: string | null;
  /** The nearest words of STIX 2.1 industry-sector-ov. */
  readonly stix: readonly string[];
};

type Row = readonly [id: string, name: string, stix: string];

const ROWS: readonly Row[] = [
  ['energy', 'Energy', 'energy utilities'],
  ['energy/electricity', 'Electricity', 'energy utilities'],
  ['energy/oil', 'Oil', 'energy'],
  ['energy/gas', 'Gas', 'energy utilities'],
  ['energy/hydrogen', 'Hydrogen', 'energy'],
  ['energy/district-heating', 'District heating and cooling', 'energy utilities'],
  ['nuclear', 'Nuclear', 'nuclear'],
  ['dams', 'Dams', 'dams'],
  ['transport', 'Transport', 'transportation'],
  ['transport/air', 'Air transport', 'transportation aerospace'],
  ['transport/rail', 'Rail transport', 'transportation'],
  ['transport/water', 'Water transport', 'transportation'],
  ['transport/road', 'Road transport', 'transportation'],
  ['banking', 'Banking', 'financial-services'],
  ['financial-market-infrastructure', 'Financial market infrastructure', 'financial-services'],
  ['health', 'Health', 'healthcare pharmaceuticals'],
  ['drinking-water', 'Drinking water', 'water utilities'],
  ['waste-water', 'Waste water', 'water utilities'],
  ['digital-infrastructure', 'Digital infrastructure', 'technology telecommunications'],
  ['telecom', 'Telecommunications', 'telecommunications communications'],
  ['ict-services', 'ICT service management', 'technology'],
  ['digital-providers', 'Digital providers', 'technology'],
  [
    'public-administration',
    'Public administration',
    'government government-national government-regional government-local',
  ],
  ['emergency-and-public-safety', 'Emergency services and public safety', 'emergency-services'],
  ['space', 'Space', 'aerospace'],
  ['postal', 'Postal and courier services', 'transportation'],
  ['waste-management', 'Waste management', 'utilities'],
  ['chemical', 'Chemicals', 'chemical'],
  ['food', 'Food and agriculture', 'agriculture'],
  ['manufacturing', 'Manufacturing', 'manufacturing'],
  ['research', 'Research', 'education'],
  ['defence-industrial-base', 'Defence industrial base', 'defense'],
  ['commercial-facilities', 'Commercial facilities', 'commercial'],
  ['tourism', 'Tourism', 'hospitality-leisure'],
  ['culture', 'Culture', 'entertainment'],
  ['education', 'Education', 'education'],
  ['elections', 'Elections', 'government'],
];

function parentOf(id: string): string | null {
  const slash = id.lastIndexOf('/');
  return slash < 0 ? null : id.slice(0, slash);
}

export const SECTORS: readonly Sector[] = ROWS.map(([id, name, stix]) => ({
  id,
  name,
  parent: parentOf(id),
  stix: stix.split(' '),
}));

const BY_ID: ReadonlyMap<string, Sector> = new Map(SECTORS.map((sector) => [sector.id, sector]));

export function isSector(id: string): boolean {
  return BY_ID.has(id);
}

export function sectorById(id: string): Sector | undefined {
  return BY_ID.get(id);
}

/** The sector itself, then its ancestors, nearest first. Empty for an unknown id. */
export function sectorAndAncestors(id: string): string[] {
  const found: string[] = [];
  for (let at = BY_ID.get(id); at !== undefined; at = at.parent === null ? undefined : BY_ID.get(at.parent)) {
    found.push(at.id);
  }
  return found;
}

/** The sector itself, then its parts. Empty for an unknown id. */
export function sectorAndDescendants(id: string): string[] {
  if (!BY_ID.has(id)) return [];
  return SECTORS.filter((sector) => sector.id === id || sector.id.startsWith(`${id}/`)).map(
    (sector) => sector.id,
  );
}
