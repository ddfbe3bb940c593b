// B21: a feed page under filters that match little or nothing among many warnings, against a plain page of the same
// reader: CPU of hub and mongod, and wall. A word that only hidden warnings contain must cost what an absent word
// costs.

import { indexName } from '../../src/store/collection/declare.ts';
import { FEED } from '../../src/store/feed.ts';
import { atLeast, type Row, reported } from '../figures.ts';
import { untilIdle } from '../partnership.ts';
import { measured } from '../processes.ts';
import type { Stage } from '../stage.ts';
import { fillFeed, openReader, RARE_COUNTRY, WORDS } from './large-feed.ts';

const QUERY = `query Page($filter: FeedFilter, $after: String) {
  feed(first: 50, filter: $filter, after: $after) {
    edges { cursor node { id kind headline severity marking publishedAt } } pageInfo { hasNextPage endCursor }
  }
}`;

type Filter = Readonly<Record<string, unknown>>;

const FILTERS: readonly (readonly [string, Filter])[] = [
  ['a rare severity', { severities: ['EXTREME'] }],
  ['an absent severity', { severities: ['MINOR'] }],
  ['two severities, one of them rare', { severities: ['EXTREME', 'MINOR'] }],
  ['a rare kind', { kind: 'PRACTICE' }],
  ['a rare country', { country: RARE_COUNTRY }],
  ['an absent country', { country: 'XQ' }],
  ['a rare word', { text: WORDS.rare }],
  ['the beginning of a rare word', { text: WORDS.rare.slice(0, 6) }],
  ['an absent word', { text: 'absentword' }],
  ['a word of hidden warnings only', { text: WORDS.hidden }],
  ['two frequent words that never meet', { text: `${WORDS.odd} ${WORDS.even}` }],
  ['a frequent severity and an absent word', { severities: ['SEVERE'], text: 'absentword' }],
  ['a rare country in a sector', { country: RARE_COUNTRY, sectors: ['energy'] }],
  ['a frequent word', { text: WORDS.even }],
  ['a rare effective urgency', { urgencies: ['IMMEDIATE'] }],
  ['a rare effective certainty', { certainties: ['OBSERVED'] }],
  ['an absent effective urgency', { urgencies: ['PAST'] }],
  ['a rare effective urgency and a frequent word', { urgencies: ['IMMEDIATE'], text: WORDS.even }],
  ['a frequent effective urgency', { urgencies: ['EXPECTED'] }],
];

type Page = {
  readonly data: {
    readonly feed: {
      readonly edges: readonly unknown[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

type Cost = { readonly wallMs: number; readonly cpuMs: number };

export const selectiveFilters = async (stage: Stage): Promise<readonly Row[]> => {
  const [visible, hidden] = stage.isQuick ? [20_000, 5_000] : [200_000, 50_000];
  const { observer, load, url } = stage;
  stage.say(`  writing ${visible} warnings for the reader and ${hidden} for others …`);
  const token = await openReader(observer);
  // Building the indexes afterwards is much faster: with them, inserting the rows would take many minutes.
  await observer.feed.rows.dropIndexes();
  const plan = { seed: stage.seed, visible, hidden, rareEvery: 10_000, sectorEvery: 10 };
  await fillFeed(observer, plan, () => untilIdle(observer));
  await observer.feed.rows.createIndexes(FEED.indexes.map((index) => ({ ...index, name: indexName(index) })));
  const ask = async (filter: Filter, after: string | null = null): Promise<Page> =>
    load.call<Page>('ask', url, token, QUERY, { filter, after });
  const each = stage.isQuick ? 5 : 10;
  const costOf = async (filter: Filter): Promise<Cost> => {
    const { hub, mongod } = stage.pids;
    const { wallMs, cpu } = await measured({ hub, mongod }, async () => {
      for (let turn = 0; turn < each; turn += 1) await ask(filter);
    });
    return { wallMs: wallMs / each, cpuMs: ((cpu['hub'] ?? 0) + (cpu['mongod'] ?? 0)) / each };
  };
  const rows: Row[] = [];
  for (const [name, filter] of FILTERS) {
    // Compare with the plain page of the same sectors, since a sector's page is read from its own range.
    const plain = 'sectors' in filter ? { sectors: filter['sectors'] } : {};
    const costs: { ours: Cost[]; plain: Cost[] } = { ours: [], plain: [] };
    for (let round = -1; round < stage.repetitions; round += 1) {
      const [ours, rival] = [await costOf(filter), await costOf(plain)];
      if (round < 0) continue;
      costs.ours.push(ours);
      costs.plain.push(rival);
    }
    const { edges, pageInfo } = (await ask(filter)).data.feed;
    const found = `${edges.length} found, ${pageInfo.hasNextPage ? 'goes on' : 'whole'}`;
    rows.push(...rowsOf(`${name} (${found}), vs a plain page`, costs));
    stage.say(`  ${name}: ${found}`);
  }
  // In turn, so that other load on the machine affects both alike.
  const words = { hidden: [] as number[], absent: [] as number[] };
  for (let round = 0; round < stage.repetitions; round += 1) {
    words.absent.push((await costOf({ text: 'absentword' })).cpuMs);
    words.hidden.push((await costOf({ text: WORDS.hidden })).cpuMs);
  }
  rows.push(
    atLeast(0.8, {
      id: 'B21',
      unit: 'ms',
      what: 'a word of hidden warnings only, vs an absent word: CPU',
      ours: words.hidden,
      rival: words.absent,
    }),
  );
  return rows;
};

const rowsOf = (what: string, costs: Record<'ours' | 'plain', readonly Cost[]>): Row[] => {
  const pick = (of: keyof Cost) => ({
    ours: costs.ours.map((each) => each[of]),
    rival: costs.plain.map((each) => each[of]),
  });
  return [
    atLeast(0.1, { id: 'B21', unit: 'ms', what: `${what}: CPU of hub and mongod`, ...pick('cpuMs') }),
    reported({ id: 'B21', unit: 'ms', what: 'the same: wall' }, pick('wallMs').ours, pick('wallMs').rival),
  ];
};
