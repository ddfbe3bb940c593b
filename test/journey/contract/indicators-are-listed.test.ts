// Indicators over what one may read: in both orders, page by page, by what people search for. What is hidden takes no place,
// and a filter finds exactly what it says.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import type { Hub } from '../../../src/hub.ts';
import type { IndicatorFilter } from '../../../src/service/indicator/indicator-filter.ts';
import {
  type IndicatorPage,
  type IndicatorRequest,
  listIndicators,
} from '../../../src/service/indicator/list-indicators.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';
import { seed } from '../../support/seed.ts';

const AT = '2026-01-01T00:00:00.000Z';
const indicator = (name: string, pattern: string, more: object = {}) =>
  made('indicator', { name, pattern, pattern_type: 'stix', valid_from: AT, ...more });
const red = { object_marking_refs: [TLP2_MARKING_IDS.RED] };

const address = indicator(
  'address',
  "[ipv4-addr:value = '198.51.100.7' OR ipv4-addr:value IN ('198.51.100.8', '198.51.100.9')]",
);
const link = indicator('link', "[url:value = 'http://login.example.net/a']");
const hash = indicator('hash', `[file:hashes.'SHA-256' = '${'ab'.repeat(32)}']`);
const ended = indicator('ended', "[domain-name:value = 'old.example.net']", {
  valid_until: '2026-01-02T00:00:00.000Z',
});
const rule = indicator('rule', 'alert tcp any any -> any 502', { pattern_type: 'snort', confidence: 70 });
const secret = indicator('secret', "[ipv4-addr:value = '203.0.113.66']", red);
const drill = indicator('drill', "[ipv4-addr:value = '192.0.2.1']");
const lockbit = made('malware', { name: 'LockBit', is_family: true, aliases: ['ABCD'] });
const technique = made('attack-pattern', {
  name: 'Exploit Public-Facing Application',
  external_references: [{ source_name: 'mitre-attack', external_id: 'T1190.001' }],
});

let world: TestHub;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await openTestHub();
  const audience = to('riverWater', 'northGrid');
  ids['first'] = await publishBy(world, 'cyberAgency', {
    headline: 'Gateway attacked',
    audience,
    bundle: bundleOf(address, link, secret, lockbit),
  });
  ids['hidden'] = await publishBy(world, 'cyberAgency', {
    audience: to('xbCsirt'),
    bundle: bundleOf(indicator('hidden', "[ipv4-addr:value = '203.0.113.1']")),
  });
  ids['none'] = await publishBy(world, 'cyberAgency', { audience });
  ids['second'] = await publishBy(world, 'northGrid', {
    headline: 'Ransomware on its way',
    audience: to('riverWater'),
    bundle: bundleOf(hash, ended, rule, technique),
  });
  ids['drill'] = await publishBy(world, 'cyberAgency', {
    audience,
    exercise: 'winter-drill',
    bundle: bundleOf(drill),
  });
});
afterAll(() => world.close());

const page = async (
  request: Partial<IndicatorRequest> = {},
  by: CastName = 'riverWater',
  hub: Hub = world.hub,
): Promise<IndicatorPage> => {
  const asked = {
    first: 50,
    after: null,
    filter: {},
    order: 'NEWEST_FIRST',
    since: null,
    ...request,
  } as const;
  const found = await listIndicators(hub, await world.actor(by, 'analyst'), asked);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};
const named = ({ indicators }: IndicatorPage): string[] =>
  indicators.map((each) => each.indicator.name ?? '');
const matching = async (filter: IndicatorFilter, by?: CastName) => named(await page({ filter }, by)).sort();

const whole = async (request: Partial<IndicatorRequest>, hub?: Hub): Promise<string[]> => {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const next = await page({ ...request, after }, 'riverWater', hub);
    expect(next.indicators.length).toBeLessThanOrEqual(request.first ?? 50);
    found.push(...named(next));
    if (!next.hasNextPage) return found;
    expect(next.endCursor).not.toBe(after);
    after = next.endCursor;
  }
};

test('a reader gets the indicators of what it may read, and of nothing else', async () => {
  expect((await whole({})).sort()).toEqual(['address', 'ended', 'hash', 'link', 'rule']);
  expect(await matching({}, 'northGrid')).toEqual(['address', 'ended', 'hash', 'link', 'rule']);
  expect(await matching({}, 'xbCsirt')).toEqual(['hidden']);
  expect(await matching({}, 'metroRail')).toEqual([]);
});

test('each says what to look for, how long, and on whose word', async () => {
  const { indicators } = await page();
  const of = (name: string) => indicators.find((each) => each.indicator.name === name)?.indicator;
  expect(of('address')).toMatchObject({
    patternType: 'stix',
    values: ['7', '8', '9'].map((last) => ({
      type: 'ipv4-addr',
      property: 'value',
      value: `198.51.100.${last}`,
    })),
    validFrom: AT,
    validUntil: null,
    isValid: true,
    tlp: 'GREEN',
    item: { summary: { id: ids['first'] } },
  });
  expect(of('hash')?.values).toEqual([
    { type: 'file', property: "hashes.'SHA-256'", value: 'ab'.repeat(32) },
  ]);
  expect(of('ended')).toMatchObject({ isValid: false, validUntil: '2026-01-02T00:00:00.000Z' });
  expect(of('rule')).toMatchObject({ patternType: 'snort', values: [], confidence: 70 });
});

describe('filters', () => {
  test.each<[string, IndicatorFilter, string[]]>([
    ['an address', { value: '198.51.100.8' }, ['address']],
    ['an address, defanged', { value: '198[.]51[.]100[.]8' }, ['address']],
    ['a URL, defanged', { value: 'hxxp://LOGIN.example[.]net/a' }, ['link']],
    ['the host of a URL', { value: 'login.example.net' }, ['link']],
    ['a hash in capitals', { value: 'AB'.repeat(32) }, ['hash']],
    ['a value that is hidden', { value: '203.0.113.66' }, []],
    ['a part of a value', { value: '198.51.100' }, []],
    ['types', { types: ['file', 'url'] }, ['hash', 'link']],
    ['malware by its name', { malware: 'lock bit' }, ['address', 'link']],
    ['malware by another name', { malware: 'abcd' }, ['address', 'link']],
    ['a technique and its parts', { technique: 't1190' }, ['ended', 'hash', 'rule']],
    ['malware and technique both', { malware: 'LockBit', technique: 'T1190' }, []],
    ['words of the warning', { text: 'ransomware' }, ['ended', 'hash', 'rule']],
    ['valid ones', { isValid: true, text: 'ransomware' }, ['hash', 'rule']],
    ['an exercise', { exercise: 'winter-drill' }, ['drill']],
  ])('%s', async (_, filter, expected) => {
    expect(await matching(filter)).toEqual(expected);
  });

  test('one warning, as long as one may read it', async () => {
    expect(await matching({ warning: ids['second'] ?? '' })).toEqual(['ended', 'hash', 'rule']);
    expect(await matching({ warning: ids['hidden'] ?? '' })).toEqual([]);
    expect(await matching({ warning: ids['drill'] ?? '' })).toEqual([]);
  });

  test('what is too long is refused with its path', async () => {
    const reader = await world.actor('riverWater', 'analyst');
    const base = { first: 5, after: null, order: 'NEWEST_FIRST', since: null } as const;
    const refusal = async (filter: IndicatorFilter) => listIndicators(world.hub, reader, { ...base, filter });
    expect(await refusal({ value: 'x'.repeat(2_049) })).toMatchObject({
      problems: [{ code: 'TEXT_TOO_LONG', path: '$.filter.value' }],
    });
    expect(await refusal({ types: Array.from({ length: 21 }, () => 'url') })).toMatchObject({
      problems: [{ code: 'TOO_MANY', path: '$.filter.types' }],
    });
    expect(
      await listIndicators(world.hub, reader, { ...base, filter: {}, first: MAX_PAGE_SIZE + 1 }),
    ).toMatchObject({
      problems: [{ code: 'PAGE_TOO_LARGE' }],
    });
    const { endCursor } = await page({ first: 1 });
    expect(
      await listIndicators(world.hub, reader, { ...base, filter: { isValid: true }, after: endCursor }),
    ).toMatchObject({
      problems: [{ code: 'CURSOR_INVALID' }],
    });
  });
});

test('both orders list the same warnings, at any size of page and any budget', async () => {
  const { config } = world.hub;
  const [newest, oldest] = [await whole({}), await whole({ order: 'OLDEST_FIRST' })];
  expect(oldest.slice().sort()).toEqual(newest.slice().sort());
  // Within a warning the order is that of the ids, in both.
  expect([...oldest.slice(2), ...oldest.slice(0, 2)]).toEqual(newest);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(1, 6, 1_000),
      fc.constantFrom('NEWEST_FIRST', 'OLDEST_FIRST'),
      fc.constantFrom<IndicatorFilter>({}, { isValid: true }, { malware: 'LockBit' }, { types: ['file'] }),
      async (first, searchRows, order, filter) => {
        const hub = { ...world.hub, config: { ...config, limits: { ...config.limits, searchRows } } };
        expect(await whole({ first, order, filter }, hub)).toEqual(await whole({ order, filter }));
      },
    ),
    { seed: seed(), numRuns: 25 },
  );
});

test('a poller gets what comes, and what a correction brings again', async () => {
  let after: string | null = null;
  const poll = async (): Promise<string[]> => {
    const next = await page({ order: 'OLDEST_FIRST', after });
    expect(next.endCursor).not.toBeNull();
    after = next.endCursor;
    return named(next);
  };
  expect(await poll()).toHaveLength(5);
  expect(await poll()).toEqual([]);
  expect(await poll()).toEqual([]);
  const fresh = indicator('fresh', "[domain-name:value = 'new.example.net']");
  await publishBy(world, 'cyberAgency', { audience: to('riverWater'), bundle: bundleOf(fresh) });
  expect(await poll()).toEqual(['fresh']);
  expect(await poll()).toEqual([]);
  // The same object in another warning of its source is held by a link.
  await publishBy(world, 'cyberAgency', { audience: to('riverWater'), bundle: bundleOf(fresh) });
  expect(await poll()).toEqual(['fresh']);
});
