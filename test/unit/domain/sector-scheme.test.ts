// National schemes: the tables agree with the published definitions and map to sectors of the hub.
import { describe, expect, test } from '@jest/globals';
import { isSector } from '../../../src/domain/sector.ts';
import {
  hubSectorsOf,
  type NationalSector,
  nationalSector,
  SECTOR_SCHEMES,
  sectorScheme,
} from '../../../src/domain/sector-scheme/known-schemes.ts';
import { textOfSet } from '../../support/inputs/public-set.ts';

const flat = (sectors: readonly NationalSector[]): NationalSector[] =>
  sectors.flatMap((sector) => [sector, ...flat(sector.subsectors)]);

describe('national sector schemes', () => {
  test('nine real ones with 105 sectors, and three different ones of the sample story', () => {
    const real = SECTOR_SCHEMES.filter((scheme) => !scheme.isFictional);
    expect(real.map((scheme) => scheme.id)).toEqual([
      'us-cisa-16',
      'eu-nis2',
      'uk-cni-13',
      'au-soci-11',
      'ca-10',
      'in-nciipc-6',
      'jp-14',
      'br-ensic',
      'sg-cii-11',
    ]);
    expect(real.flatMap((scheme) => scheme.sectors)).toHaveLength(105);
    const story = SECTOR_SCHEMES.filter((scheme) => scheme.isFictional);
    expect(story.map((scheme) => [scheme.territory, scheme.sectors.length])).toEqual([
      ['XA', 7],
      ['XB', 11],
      ['XC', 6],
    ]);
  });

  test('ids are unique in their scheme, and every mapping points to a sector of the hub', () => {
    for (const scheme of SECTOR_SCHEMES) {
      const sectors = flat(scheme.sectors);
      expect(new Set(sectors.map((sector) => sector.id)).size).toBe(sectors.length);
      for (const { hub, author, date } of sectors.flatMap((sector) => sector.mappings)) {
        expect([hub, isSector(hub)]).toEqual([hub, true]);
        expect(author).toBe(scheme.isFictional ? scheme.territory : 'hub');
        expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    }
  });

  test('a national sector becomes the hub’s equivalent ones; related ones never widen an audience', () => {
    expect(hubSectorsOf('eu-nis2', 'energy/electricity')).toEqual(['energy/electricity']);
    expect(hubSectorsOf('us-cisa-16', 'water-and-wastewater')).toEqual(['drinking-water', 'waste-water']);
    expect(hubSectorsOf('us-cisa-16', 'government-services-and-facilities')).toEqual([
      'public-administration',
    ]);
    expect(hubSectorsOf('xc-6', 'energy-and-water')).toEqual([
      'energy',
      'drinking-water',
      'waste-water',
      'dams',
    ]);
    expect(hubSectorsOf('br-ensic', 'aguas')).toContain('dams');
    expect(
      nationalSector('us-cisa-16', 'commercial-facilities')?.mappings.map((one) => one.predicate),
    ).toEqual(['closeMatch', 'relatedMatch', 'relatedMatch']);
  });

  test('unmapped is a valid state, and an unknown sector maps to nothing', () => {
    expect(nationalSector('in-nciipc-6', 'strategic-public-enterprises')?.mappings).toEqual([]);
    expect(hubSectorsOf('in-nciipc-6', 'strategic-public-enterprises')).toEqual([]);
    expect(hubSectorsOf('no-such-scheme', 'energy')).toEqual([]);
    expect(sectorScheme('no-such-scheme')).toBeUndefined();
  });

  test('the tables use the names of the published definitions', () => {
    type Published = { scheme: string; sectors: { name: string; subsectors?: string[] }[] };
    const published = JSON.parse(textOfSet('sectors', 'national-sector-definitions.json')) as Published[];
    const real = SECTOR_SCHEMES.filter((scheme) => !scheme.isFictional);
    expect(published.map(({ scheme }) => scheme).sort()).toEqual(real.map(({ id }) => id).sort());
    for (const { scheme, sectors } of published) {
      const ours = sectorScheme(scheme)?.sectors.map((sector) => [
        sector.name,
        sector.subsectors.map((subsector) => subsector.name),
      ]);
      expect(ours).toEqual(sectors.map((sector) => [sector.name, sector.subsectors ?? []]));
    }
  });
});
