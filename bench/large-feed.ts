// A feed of many warnings, written as rows and not published: what a reader of many tokens may read of it, some rare
// kinds, severities, countries and words, and as many warnings again for others that are full of a word.
import { randomUUID } from 'node:crypto';
import { wordsOf } from '../src/domain/likeness/words.ts';
import type { ItemKind, Severity } from '../src/domain/warning.ts';
import type { Hub } from '../src/hub.ts';
import { accessClassOf } from '../src/policy/access-class.ts';
import { createKey } from '../src/service/access/create-key.ts';
import { admitMember, memberId } from '../src/service/member/admit-member.ts';
import { EVERY_SECTOR, type FeedRow, REAL } from '../src/store/feed.ts';
import type { Content } from '../src/store/warnings.ts';
import { draftFor } from './generator.ts';
import { seedWarnings, untilIdle } from './partnership.ts';

/** With the country, kind and community of the reader: about 80 tokens. */
const SECTORS = [
  'energy',
  'transport',
  'banking',
  'health',
  'drinking-water',
  'waste-water',
  'space',
  'food',
];
const COUNTRIES = ['XA', 'XB', 'XC', 'XD', 'XE', 'XF', 'XG'];
const PUBLISHERS = 6;

/** One row of this many has each of the rare traits. */
const RARE_EVERY = 10_000;
/** Rows of one insert. */
const BATCH = 2_000;

/** Words that only some rows have; each is a word of its own and begins no other. */
export const WORDS = {
  rare: 'zirconrare',
  hidden: 'quasarhidden',
  odd: 'oddturn',
  even: 'eventurn',
} as const;
export const RARE_COUNTRY = 'XR';

export const openReader = async (hub: Hub): Promise<string> => {
  const admitted = await admitMember(hub, {
    slug: 'wide-operator',
    name: 'wide operator',
    kind: 'OPERATOR',
    country: 'XA',
    countries: COUNTRIES.slice(1),
    sectors: SECTORS,
    communities: [],
    clients: [],
    mayPublish: false,
    optsOutOfCascade: false,
  });
  if (!admitted.ok) throw new Error(admitted.problems[0]?.message);
  const request = { member: 'wide-operator', role: 'analyst', person: 'wide-operator/analyst' } as const;
  const created = await createKey(hub, request);
  if (!created.ok) throw new Error(created.problems[0]?.message);
  return created.value.token;
};

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

/** Puts so many warnings that the reader may see into the feed, and `hidden` for others among them. */
export const fillFeed = async (hub: Hub, seed: number, visible: number, hidden: number): Promise<void> => {
  await seedWarnings(hub, seed, 1);
  await untilIdle(hub);
  const published = await hub.feed.rows.findOne({ sector: EVERY_SECTOR, sequence: { $gt: 0 } });
  if (published === null) throw new Error('nothing was published');
  const template = JSON.parse(published.content) as Content;
  const total = visible + hidden;
  const first = (await hub.counters.next('sequence', total)) - total + 1;
  const hiddenEvery = hidden === 0 ? Number.POSITIVE_INFINITY : Math.floor(total / hidden);
  for (let from = 0; from < total; from += BATCH) {
    const rows: FeedRow[] = [];
    for (let index = from; index < Math.min(total, from + BATCH); index += 1) {
      const isHidden = index % hiddenEvery === hiddenEvery - 1;
      rows.push(...(await rowsOf(hub, { ...published, sequence: first + index }, template, index, isHidden)));
    }
    await hub.feed.rows.insertMany(rows, { ordered: false, writeConcern: { w: 1 } });
  }
};

const traitsOf = (index: number): { kind: ItemKind; severity: Severity; country: string; words: string } => {
  const isRare = index % RARE_EVERY === RARE_EVERY / 2;
  const words = [isRare ? WORDS.rare : '', index % 2 === 0 ? WORDS.even : WORDS.odd];
  return {
    kind: isRare ? 'PRACTICE' : 'WARNING',
    severity: isRare
      ? 'UNKNOWN'
      : index % RARE_EVERY === 1
        ? 'EXTREME'
        : pick(['SEVERE', 'MODERATE'], index >> 1),
    country: index % RARE_EVERY === 3 ? RARE_COUNTRY : pick(COUNTRIES, index),
    words: words.join(' '),
  };
};

const rowsOf = async (
  hub: Hub,
  base: FeedRow,
  template: Content,
  index: number,
  isHidden: boolean,
): Promise<FeedRow[]> => {
  const draft = draftFor(1, index);
  const { kind, severity, country, words } = traitsOf(index);
  const id = `warning--${randomUUID()}`;
  const sector = pick(SECTORS, index >> 3);
  const summary = `${draft.summary} ${words} ${isHidden ? WORDS.hidden : ''}`;
  const audience = isHidden
    ? { alternatives: [{ sectors: ['digital-infrastructure'], countries: ['XZ'] }], excludes: [] }
    : { alternatives: [{ sectors: [sector], countries: [pick(COUNTRIES, index)] }], excludes: [] };
  const envelope = {
    ...template.envelope,
    publisher: memberId(`publisher-${index % PUBLISHERS}`),
    tlp: 'GREEN' as const,
    audience,
    cascade: [],
  };
  const card = {
    ...template.card,
    id,
    kind,
    severity,
    headline: draft.headline,
    summary,
    sectors: [sector],
    countries: [country],
  };
  const access = accessClassOf(envelope);
  await hub.accessClasses.keep(access);
  const row: FeedRow = {
    ...base,
    _id: `${id}.1.${EVERY_SECTOR}`,
    warning: id,
    version: 1,
    sector: EVERY_SECTOR,
    exercise: REAL,
    tokens: [...access.tokens],
    access: access.id,
    firstSequence: base.sequence ?? 0,
    kind,
    severity,
    countries: [country],
    words: wordsOf([card.headline, summary]),
    thing: null,
    content: JSON.stringify({ envelope, card } satisfies Content),
  };
  // One in ten stands in the range of its sector as well: enough to measure a filter by sector.
  return index % 10 === 0 ? [row, { ...row, _id: `${id}.1.${sector}`, sector }] : [row];
};
