// Writes a feed of many warnings directly as rows: those that a reader with many tokens may see, some with rare kinds,
// severities, countries and words, mixed with warnings for others that contain one word often. Tests use it too.
import { randomUUID } from 'node:crypto';
import { wordsOf } from '../../src/domain/likeness/words.ts';
import type { ItemKind, Severity } from '../../src/domain/warning.ts';
import type { Hub } from '../../src/hub.ts';
import { accessClassOf } from '../../src/policy/access-class.ts';
import { createKey } from '../../src/service/access/create-key.ts';
import { admitMember, memberId } from '../../src/service/member/admit-member.ts';
import { contentOf, contentText } from '../../src/store/content/stored-content.ts';
import { EVERY_SECTOR, type FeedRow, REAL } from '../../src/store/feed.ts';
import type { Content } from '../../src/store/warnings.ts';
import { draftFor } from '../generator.ts';
import { seedWarnings } from '../partnership.ts';

/** With the country, kind and community of the reader, about 80 tokens. */
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

/** Rows per insert. */
const BATCH = 2_000;

/** Words that only some rows contain; none is a prefix of another. */
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

export type FeedPlan = {
  readonly seed: number;
  /** Number of warnings that the reader may see. */
  readonly visible: number;
  /** Number of warnings for others among them; every second one names the reader's sector and excludes it. */
  readonly hidden: number;
  /** One row in this many has each of the rare traits. */
  readonly rareEvery: number;
  /** One warning in this many is also in the range of its sector. */
  readonly sectorEvery: number;
};

/** Publishes one warning as the template of all rows; `settle` waits until it is numbered. */
export const fillFeed = async (hub: Hub, plan: FeedPlan, settle: () => Promise<void>): Promise<void> => {
  await seedWarnings(hub, plan.seed, 1);
  await settle();
  const published = await hub.feed.rows.findOne({ sector: EVERY_SECTOR, sequence: { $gt: 0 } });
  if (published === null) throw new Error('nothing was published');
  const template = contentOf(published.content);
  const total = plan.visible + plan.hidden;
  const first = (await hub.counters.next('sequence', total)) - total + 1;
  const hiddenEvery = plan.hidden === 0 ? Number.POSITIVE_INFINITY : Math.floor(total / plan.hidden);
  for (let from = 0; from < total; from += BATCH) {
    const rows: FeedRow[] = [];
    for (let index = from; index < Math.min(total, from + BATCH); index += 1) {
      const isHidden = index % hiddenEvery === hiddenEvery - 1;
      const base = { ...published, sequence: first + index };
      rows.push(...(await rowsOf(hub, plan, { base, template, index, isHidden })));
    }
    await hub.feed.rows.insertMany(rows, { ordered: false });
  }
};

const traitsOf = (
  index: number,
  rareEvery: number,
): { kind: ItemKind; severity: Severity; country: string; words: string; isUrgent: boolean } => {
  const isRare = index % rareEvery === rareEvery / 2;
  const words = [isRare ? WORDS.rare : '', index % 2 === 0 ? WORDS.even : WORDS.odd];
  return {
    kind: isRare ? 'PRACTICE' : 'WARNING',
    severity: isRare
      ? 'UNKNOWN'
      : index % rareEvery === 1
        ? 'EXTREME'
        : pick(['SEVERE', 'MODERATE'], index >> 1),
    country: index % rareEvery === 3 ? RARE_COUNTRY : pick(COUNTRIES, index),
    words: words.join(' '),
    isUrgent: index % rareEvery === 5,
  };
};

type Place = {
  readonly base: FeedRow;
  readonly template: Content;
  readonly index: number;
  readonly isHidden: boolean;
};

const rowsOf = async (
  hub: Hub,
  plan: FeedPlan,
  { base, template, index, isHidden }: Place,
): Promise<FeedRow[]> => {
  const draft = draftFor(1, index);
  const { kind, severity, country, words, isUrgent } = traitsOf(index, plan.rareEvery);
  const id = `warning--${randomUUID()}`;
  const sector = pick(SECTORS, index >> 3);
  const text = `${draft.summary} ${words} ${isHidden ? WORDS.hidden : ''}`;
  const addressed = [{ sectors: [sector], countries: [pick(COUNTRIES, index)] }];
  const elsewhere = [{ sectors: ['digital-infrastructure'], countries: ['XZ'] }];
  const isExcluded = isHidden && index % 4 < 2;
  const audience = {
    alternatives: isHidden && !isExcluded ? elsewhere : addressed,
    excludes: isExcluded ? [memberId('wide-operator')] : [],
  };
  const access = {
    ...template.access,
    publisher: memberId(`publisher-${index % PUBLISHERS}`),
    tlp: 'GREEN' as const,
    audience,
    cascade: [],
  };
  const summary = {
    ...template.summary,
    id,
    kind,
    severity,
    headline: draft.headline,
    summary: text,
    sectorsConcerned: [sector],
    countriesConcerned: [country],
  };
  const accessClass = accessClassOf(access);
  await hub.accessClasses.keep(accessClass);
  const row: FeedRow = {
    ...base,
    _id: `${id}.1.${EVERY_SECTOR}`,
    warning: id,
    version: 1,
    sector: EVERY_SECTOR,
    exercise: REAL,
    tokens: [...accessClass.tokens],
    access: accessClass.id,
    firstSequence: base.sequence ?? 0,
    kind,
    severity,
    countries: [country],
    words: wordsOf([summary.headline, text]),
    thing: null,
    effectiveUrgency: isUrgent ? 'IMMEDIATE' : pick(['EXPECTED', 'FUTURE'], index),
    effectiveCertainty: isUrgent ? 'OBSERVED' : 'POSSIBLE',
    content: contentText({ access, summary }),
  };
  return index % plan.sectorEvery === 0 ? [row, { ...row, _id: `${id}.1.${sector}`, sector }] : [row];
};
