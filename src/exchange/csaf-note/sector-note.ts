// Reads the free text of the note "Critical infrastructure sectors" as CISA writes it: names that contain commas,
// semicolons or no separator, typing errors, "Multiple". The result is ids of the scheme us-cisa-16.
import { hubSectorsOf, sectorScheme } from '../../domain/sector-scheme/known-schemes.ts';
import { phraseKey, scanPhrases } from './phrase-scan.ts';

export type SectorReading = {
  /** Ids of the scheme us-cisa-16, in alphabetical order. */
  readonly sectors: readonly string[];
  /** The note says "multiple" or "all". */
  readonly multiple: boolean;
  /** Words that name no sector. */
  readonly unmapped: readonly string[];
};

const SCHEME = 'us-cisa-16';
const MULTIPLE = 'multiple';
const NOTHING = '';

/** Other names of the sixteen sectors. Typing errors are forgiven by the scan. */
const SPELLINGS: readonly (readonly [phrase: string, meaning: string])[] = [
  ['Agriculture and Food', 'food-and-agriculture'],
  ['Food and Agricultural', 'food-and-agriculture'],
  ['Agriculture', 'food-and-agriculture'],
  ['Manufacturing', 'critical-manufacturing'],
  ['Critical Manufacturer', 'critical-manufacturing'],
  ['Critical Manufacturers', 'critical-manufacturing'],
  ['Petrochemical', 'chemical'],
  ['Chemicals', 'chemical'],
  ['Communication', 'communications'],
  ['Telecommunications', 'communications'],
  ['Telecommunication', 'communications'],
  ['Electrical', 'energy'],
  ['Electricity', 'energy'],
  ['Electric Power', 'energy'],
  ['Power Generation', 'energy'],
  ['Oil & Gas', 'energy'],
  ['Oil and Gas', 'energy'],
  ['Government', 'government-services-and-facilities'],
  ['Government Facilities', 'government-services-and-facilities'],
  ['Government Services', 'government-services-and-facilities'],
  ['Election Infrastructure', 'government-services-and-facilities'],
  ['Healthcare', 'healthcare-and-public-health'],
  ['Healthcare, Public Health', 'healthcare-and-public-health'],
  ['Health', 'healthcare-and-public-health'],
  ['Public Health', 'healthcare-and-public-health'],
  ['Nuclear', 'nuclear'],
  ['Transportation', 'transportation-systems'],
  ['Transportation Services', 'transportation-systems'],
  ['Water', 'water-and-wastewater'],
  ['Water and Wastewater', 'water-and-wastewater'],
  ['Wastewater', 'water-and-wastewater'],
  ['Transport', 'transportation-systems'],
  ['Finance', 'financial-services'],
  ['Financial', 'financial-services'],
  ['Banking', 'financial-services'],
  ['Banking and Finance', 'financial-services'],
  ['Defense', 'defense-industrial-base'],
  ['Defence', 'defense-industrial-base'],
  ['Defence Industrial Base', 'defense-industrial-base'],
  ['Multiple', MULTIPLE],
  ['Multiple Sectors', MULTIPLE],
  ['Multiple Industries', MULTIPLE],
  // An issuer that says "all" says no less than one that says "multiple": both are for the whole partnership.
  ['All Sectors', MULTIPLE],
  ['All Industries', MULTIPLE],
  ['All Critical Infrastructure', MULTIPLE],
  ['All Critical Infrastructure Sectors', MULTIPLE],
  ['N/A', NOTHING],
  ['Not Applicable', NOTHING],
  ['None', NOTHING],
  ['Other', NOTHING],
  ['Critical Infrastructure Sector:', NOTHING],
  ['Critical Infrastructure Sectors:', NOTHING],
  ['Other Sectors', NOTHING],
  ['Sector', NOTHING],
  ['Sectors', NOTHING],
  ['including', NOTHING],
];

const PHRASES: ReadonlyMap<string, string> = new Map([
  ...(sectorScheme(SCHEME)?.sectors ?? []).map((sector) => [phraseKey(sector.name), sector.id] as const),
  ...SPELLINGS.map(([phrase, meaning]) => [phraseKey(phrase), meaning] as const),
]);

export function readSectorNote(text: string): SectorReading {
  const { found, rest } = scanPhrases(spelledOut(text), PHRASES, true);
  const sectors = found.filter((meaning) => meaning !== MULTIPLE && meaning !== NOTHING);
  return { sectors: [...new Set(sectors)].sort(), multiple: found.includes(MULTIPLE), unmapped: rest };
}

/** "IT" in capitals is a sector, "it" is a word; "All" is one only where it is all that is said. */
function spelledOut(text: string): string {
  return text
    .trim()
    .replace(/^all\s*\.?$/i, 'All Sectors')
    .replace(/(?<![\p{L}\p{N}])IT(?![\p{L}\p{N}])/gu, 'Information Technology');
}

/** The hub's sectors that a reading corresponds to. */
export function hubSectorsOfReading(reading: SectorReading): string[] {
  return [...new Set(reading.sectors.flatMap((sector) => hubSectorsOf(SCHEME, sector)))];
}
