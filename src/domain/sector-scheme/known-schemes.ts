// Each State's own list of sectors, and how it maps onto the hub's scheme. The hub maps a State's list and never
// rewrites it; a national sector without a mapping is valid.
import { BRAZIL, CANADA, US_CISA } from './americas.ts';
import { AUSTRALIA, INDIA, JAPAN, SINGAPORE } from './asia-pacific.ts';
import { EU_NIS2, UNITED_KINGDOM } from './europe.ts';
import { STATE_XA, STATE_XB, STATE_XC } from './fictional.ts';
import type { NationalSector, SectorScheme } from './scheme.ts';

export type {
  MappingPredicate,
  NationalSector,
  SectorMapping,
  SectorScheme,
} from './scheme.ts';

export const SECTOR_SCHEMES: readonly SectorScheme[] = [
  US_CISA,
  EU_NIS2,
  UNITED_KINGDOM,
  AUSTRALIA,
  CANADA,
  INDIA,
  JAPAN,
  BRAZIL,
  SINGAPORE,
  STATE_XA,
  STATE_XB,
  STATE_XC,
];

const SCHEMES: ReadonlyMap<string, SectorScheme> = new Map(
  SECTOR_SCHEMES.map((scheme) => [scheme.id, scheme]),
);

function withSubsectors(sectors: readonly NationalSector[]): NationalSector[] {
  return sectors.flatMap((sector) => [sector, ...withSubsectors(sector.subsectors)]);
}

const NATIONAL: ReadonlyMap<string, ReadonlyMap<string, NationalSector>> = new Map(
  SECTOR_SCHEMES.map((scheme) => [
    scheme.id,
    new Map(withSubsectors(scheme.sectors).map((sector) => [sector.id, sector])),
  ]),
);

export function sectorScheme(id: string): SectorScheme | undefined {
  return SCHEMES.get(id);
}

export function nationalSector(schemeId: string, nationalId: string): NationalSector | undefined {
  return NATIONAL.get(schemeId)?.get(nationalId);
}

/**
 * The hub's sectors that a national sector maps to, for targeting. A relatedMatch is shown to readers but never widens
 * an audience, so it is left out here. Empty for an unknown or unmapped sector.
 */
export function hubSectorsOf(schemeId: string, nationalId: string): string[] {
  const mappings = nationalSector(schemeId, nationalId)?.mappings ?? [];
  return mappings.filter((mapping) => mapping.predicate !== 'relatedMatch').map((mapping) => mapping.hub);
}
