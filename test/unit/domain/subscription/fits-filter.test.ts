// What a subscription asks for, and products by maker, name and CPE.
import { describe, expect, test } from '@jest/globals';
import { fitsFilter, type SubscribedItem } from '../../../../src/domain/subscription/fits-filter.ts';
import { cpeAttributes, fitsProduct, type Product } from '../../../../src/domain/subscription/product.ts';
import type { SubscriptionFilter } from '../../../../src/domain/subscription/subscription.ts';

const item: SubscribedItem = {
  kind: 'WARNING',
  severity: 'SEVERE',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  sectors: ['energy/electricity'],
  countries: ['FI', 'EE'],
  exercise: null,
  publisher: 'member--grid',
  isDirect: true,
  communities: ['nordic'],
  words: ['vpn', 'gateway', 'cve-2026-1'],
};
const software: Product = {
  vendor: 'Example Corp',
  name: 'Edge VPN',
  cpe: 'cpe:2.3:a:example_corp:edge_vpn:7.2:*:*:*:*:*:*:*',
};

const CASES: readonly [SubscriptionFilter, boolean][] = [
  [{}, true],
  [{ sectors: [] }, true],
  [{ sectors: ['energy'] }, true],
  [{ sectors: ['health', 'energy/electricity'] }, true],
  [{ sectors: ['energy/gas'] }, false],
  [{ kinds: ['PRACTICE'] }, false],
  [{ severities: ['SEVERE'], urgencies: ['IMMEDIATE'], certainties: ['OBSERVED'] }, true],
  [{ severities: ['EXTREME'] }, false],
  [{ urgencies: ['FUTURE'] }, false],
  [{ certainties: ['LIKELY'] }, false],
  [{ countries: ['EE'] }, true],
  [{ countries: ['SE'] }, false],
  [{ communities: ['nordic'] }, true],
  [{ communities: ['baltic'] }, false],
  [{ publishers: ['member--grid'] }, true],
  [{ publishers: ['member--other'] }, false],
  [{ text: 'VPN gate' }, true],
  [{ text: 'vpn firewall' }, false],
  [{ isDirectOnly: true }, true],
  [{ exercise: 'drill' }, false],
  [{ products: [{ vendor: 'example corp' }] }, true],
  [{ products: [{ vendor: 'other' }, { product: 'edge vpn' }] }, true],
  [{ products: [{ vendor: 'other' }] }, false],
];

describe('a filter', () => {
  test.each(CASES)('%j fits: %j', (filter, does) => {
    expect(fitsFilter(filter, item, [software])).toBe(does);
  });

  test('of what is directly addressed takes nothing else, and real traffic never an exercise (I10)', () => {
    expect(fitsFilter({ isDirectOnly: true }, { ...item, isDirect: false }, [])).toBe(false);
    expect(fitsFilter({}, { ...item, exercise: 'drill' }, [])).toBe(false);
    expect(fitsFilter({ exercise: 'drill' }, { ...item, exercise: 'drill' }, [])).toBe(true);
  });
});

describe('a filter by sector', () => {
  const about = (...sectors: string[]): SubscribedItem => ({ ...item, sectors });
  test.each<[string, readonly string[], boolean]>([
    ['energy', ['energy/electricity'], true],
    ['energy/electricity', ['energy'], true],
    ['energy/electricity', ['health', 'energy'], true],
    ['energy/electricity', ['energy/gas'], false],
    ['energy/electricity', ['health'], false],
    // Words of the same beginning are no part.
    ['transport/water', ['drinking-water'], false],
  ])('of %s takes what concerns %j: %j', (sector, concerned, does) => {
    expect(fitsFilter({ sectors: [sector] }, about(...concerned), [])).toBe(does);
  });

  test('takes what names no sector where it is addressed to the member itself', () => {
    expect(fitsFilter({ sectors: ['energy/electricity'] }, about(), [])).toBe(true);
    expect(fitsFilter({ sectors: ['energy/electricity'] }, { ...about(), isDirect: false }, [])).toBe(false);
    expect(fitsFilter({ sectors: ['energy/electricity'], severities: ['MINOR'] }, about(), [])).toBe(false);
  });
});

describe('a product', () => {
  const named = (cpe: string): Product => ({ vendor: null, name: null, cpe });
  test('is met by its CPE name, in either form', () => {
    const wanted = { cpe: 'cpe:2.3:a:example_corp:edge_vpn:*:*:*:*:*:*:*:*' };
    expect(fitsProduct(wanted, software)).toBe(true);
    expect(fitsProduct(wanted, named('cpe:/a:example_corp:edge_vpn:6.0'))).toBe(true);
    expect(fitsProduct(wanted, named('cpe:/o:example_corp:edge_vpn'))).toBe(false);
  });

  test('without a CPE name is met by its maker and name, in each version', () => {
    const wanted = { cpe: 'cpe:2.3:a:example_corp:edge_vpn:7.2:*:*:*:*:*:*:*' };
    expect(fitsProduct(wanted, { ...software, cpe: null })).toBe(true);
    expect(fitsProduct({ cpe: 'cpe:2.3:*:examplecorp:*' }, { ...software, cpe: null })).toBe(true);
    expect(fitsProduct(wanted, { ...software, name: 'Other', cpe: null })).toBe(false);
    expect(fitsProduct(wanted, { vendor: null, name: 'Edge VPN', cpe: null })).toBe(false);
    // One that has a CPE name which is none says nothing.
    expect(fitsProduct(wanted, { ...software, cpe: 'none' })).toBe(false);
  });

  test('is the same however its maker writes blanks', () => {
    const given: Product = { vendor: 'Schneider Electric', name: 'U.motion-Builder', cpe: null };
    for (const vendor of [
      'schneider-electric',
      'Schneider_Electric',
      'schneiderelectric',
      ' SCHNEIDER  electric',
    ])
      expect(fitsProduct({ vendor, product: 'u.motion builder' }, given)).toBe(true);
    expect(fitsProduct({ vendor: 'schneider' }, given)).toBe(false);
    expect(fitsProduct({ vendor: '-' }, given)).toBe(false);
    // Of a version each character counts.
    const version = (text: string): Product => ({ vendor: null, name: null, cpe: `cpe:2.3:a:x:y:${text}` });
    expect(fitsProduct({ cpe: 'cpe:2.3:a:x:y:1-0' }, version('10'))).toBe(false);
  });

  test('of a version is met where another names none', () => {
    const wanted = { cpe: 'cpe:2.3:a:example_corp:edge_vpn:7.2' };
    expect(fitsProduct(wanted, software)).toBe(true);
    expect(fitsProduct(wanted, named('cpe:2.3:a:example_corp:edge_vpn:*'))).toBe(true);
    expect(fitsProduct(wanted, named('cpe:2.3:a:example_corp:edge_vpn:8.0'))).toBe(false);
  });

  test('is found by maker and name in the CPE name too', () => {
    const given = named('cpe:2.3:a:example_corp:edge_vpn:7.2');
    expect(fitsProduct({ vendor: 'Example Corp', product: 'EDGE VPN' }, given)).toBe(true);
    expect(fitsProduct({ vendor: 'Example Corp', product: 'Other' }, given)).toBe(false);
  });

  test('names are read as they are written', () => {
    expect(cpeAttributes('cpe:2.3:a:foo\\:bar:big\\$money:1')).toEqual([
      'a',
      'foo:bar',
      'big$money',
      '1',
      '*',
    ]);
    expect(['cpe:2.3:x:a:b', 'a:b', 'cpe:'].map(cpeAttributes)).toEqual([null, null, null]);
  });
});
