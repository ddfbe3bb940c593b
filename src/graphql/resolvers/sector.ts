// The hub's sectors, and the sector schemes of States with their mappings.
import { DEFAULT_DEPENDENCIES } from '../../domain/cascade/cascade-matrix.ts';
import { SECTORS } from '../../domain/sector.ts';
import { SECTOR_SCHEMES, sectorScheme } from '../../domain/sector-scheme/known-schemes.ts';
import { sectorsWithUnlisted } from '../../policy/naming.ts';
import type { Resolvers } from '../types.generated.ts';

export const sectorResolvers = {
  MappingPredicate: {
    EXACT_MATCH: 'exactMatch',
    CLOSE_MATCH: 'closeMatch',
    BROAD_MATCH: 'broadMatch',
    NARROW_MATCH: 'narrowMatch',
    RELATED_MATCH: 'relatedMatch',
  },
  Query: {
    sectors: () => ({ scheme: SECTORS, definitions: [], dependencies: DEFAULT_DEPENDENCIES }),
    states: (_, __, { hub }) => hub.definitions.states(),
    unlistedMembers: async (_, __, { hub, actor }) =>
      sectorsWithUnlisted(await hub.directory.current(), actor.member.id).map((sector) => ({
        sector,
        count: 'FIVE_OR_MORE' as const,
      })),
  },
  SectorDirectory: {
    definitions: async (_, { scheme }, { hub }) =>
      // What operators gave before a release brought it is the release's.
      [
        ...SECTOR_SCHEMES,
        ...(await hub.definitions.schemes()).filter(({ id }) => sectorScheme(id) === undefined),
      ].filter(
        ({ id, territory }) =>
          scheme === null || scheme === undefined || id === scheme || territory === scheme,
      ),
  },
  SectorDependency: {
    provider: ({ from }) => from,
    dependent: ({ to }) => to,
    minHours: ({ bufferHours }) => bufferHours.min,
    maxHours: ({ bufferHours }) => bufferHours.max,
  },
  NationalSector: {
    code: ({ id }) => id,
    subsectors: ({ subsectors }) => subsectors.map(({ name }) => name),
  },
  SectorMapping: { sector: ({ hub }) => hub },
} satisfies Partial<Resolvers>;
