// Warnings that may be about one event, whose jobs overlap in random order, are interrupted and run again; and what their pairs
// are by definition, computed apart from the code that settles them.
import { setTimeout as pause } from 'node:timers/promises';
import { likenessOf, verdictOf } from '../../../src/domain/likeness/likeness.ts';
import type { Actor } from '../../../src/domain/member.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import type { Hub } from '../../../src/hub.ts';
import { addContext } from '../../../src/service/context/add-context.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import type { EntryRow } from '../../../src/store/entries.ts';
import { CAST } from '../cast.ts';
import { draft, type TestHub } from '../hub.ts';
import type { Random } from '../random.ts';

const PER_PUBLISHER = 20;

/** Members that may publish, beyond the cast. */
export const publishersOf = async ({ hub }: TestHub, count: number, random: Random): Promise<Actor[]> => {
  const actors: Actor[] = [];
  for (let index = 0; index < count; index += 1) {
    const slug = `agency-${index}`;
    const member = {
      ...CAST.xbCsirt,
      id: `member--${random.uuid()}`,
      identity: `identity--${random.uuid()}`,
      slug,
      name: `Agency ${index}`,
    };
    await hub.members.save(member);
    actors.push({ member, roles: ['publisher'], person: `${slug}/ann`, key: `key-${slug}`, providers: [] });
  }
  hub.directory.forget();
  return actors;
};

const CVES = ['CVE-2026-1001', 'CVE-2026-1002', 'CVE-2026-1003', 'CVE-2026-1004'];
const HEADLINES = [
  'Ivanti gateways under attack',
  'Gateways of Ivanti: Angriffe',
  'Exploited flaw in relays',
];

const textsOf = (random: Random): Partial<WarningDraft> => {
  const references = random.some(CVES, 1, 3).map((id) => ({ source: 'cve', id, url: null }));
  const advisory = random.chance(0.3)
    ? [{ source: 'agency', id: `ADV-2026-${random.below(3)}`, url: null }]
    : [];
  return { headline: random.pick(HEADLINES), externalReferences: [...references, ...advisory] };
};

/** Publishes so many versions at random: new ones mostly, some corrections and cancellations; no job runs yet. */
export const publishAtRandom = async (
  { hub }: TestHub,
  actors: readonly Actor[],
  versions: number,
  random: Random,
): Promise<void> => {
  const told: { id: string; version: number; actor: Actor; texts: Partial<WarningDraft> }[] = [];
  for (let index = 0; index < versions; index += 1) {
    const earlier = told.length > 0 && random.chance(0.25) ? random.pick(told) : null;
    if (earlier === null) {
      const actor = random.chance(0.4) ? (actors[0] as Actor) : random.pick(actors);
      const texts = textsOf(random);
      const exercise = random.chance(0.1) ? 'drill' : null;
      const published = await publishWarning(hub, actor, draft({ ...texts, exercise }));
      if (!published.ok) throw new Error(JSON.stringify(published.problems));
      told.push({ id: published.value.warning, version: 1, actor, texts });
      continue;
    }
    const { id, version, actor } = earlier;
    const request = { id, expectedVersion: version };
    const done = random.chance(0.3)
      ? await cancelWarning(hub, actor, { ...request, reason: 'It was nothing.' })
      : await updateWarning(hub, actor, { ...request, draft: draft(textsOf(random)) });
    if (done.ok) earlier.version += 1;
  }
};

/** A hub whose store answers after random delays, so that jobs interleave, and which fails now and then as if it was killed. */
const unsteady = (hub: Hub, random: Random, shareOfKills: number): Hub => {
  const slowed = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function' || name === 'headsOfEntities') return value;
        return async (...args: unknown[]) => {
          if (random.chance(shareOfKills)) throw new Error('killed');
          if (random.chance(0.5)) await pause(random.below(4));
          return value.apply(target, args);
        };
      },
    });
  return { ...hub, pairs: slowed(hub.pairs), warnings: slowed(hub.warnings) };
};

/** Several steps of a job may be killed at once. */
const isKill = (error: unknown): boolean =>
  error instanceof AggregateError
    ? error.errors.every(isKill)
    : error instanceof Error && error.message === 'killed';

const VERSION_EVENTS = ['warning.published', 'warning.updated', 'warning.cancelled'];

/** Runs the context job of every version, at random in order and overlap; some twice, and the killed ones again. */
export const runOverlapping = async ({ hub }: TestHub, atOnce: number, random: Random): Promise<number> => {
  const entries = await hub.entries.rows.find({ event: { $in: VERSION_EVENTS as never[] } }).toArray();
  const waiting: EntryRow[] = entries.flatMap((entry) => (random.chance(0.2) ? [entry, entry] : [entry]));
  waiting.sort(() => random.below(3) - 1);
  const flaky = unsteady(hub, random, 0.01);
  let kills = 0;
  const work = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      const job = entry;
      await addContext(flaky, job).catch((error: unknown) => {
        if (!isKill(error)) throw error;
        kills += 1;
        waiting.push(job);
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return kills;
};

/** `<warning> <version> | <warning> <version>` → state, of the undecided pairs that are stored. */
export const storedPairs = async ({ hub }: TestHub): Promise<Map<string, string>> => {
  const rows = await hub.pairs.rows.find({ state: { $in: ['FOLDED', 'LINKED', 'PROPOSED'] } }).toArray();
  return new Map(
    rows.map(({ warnings, versions, state }) => [
      `${warnings[0]} ${versions[0]} | ${warnings[1]} ${versions[1]}`,
      state,
    ]),
  );
};

/** The same by definition: every two warnings are compared. */
export const definedPairs = async ({ hub }: TestHub): Promise<Map<string, string>> => {
  const heads = await hub.warnings.rows.find({ isHead: true }).sort({ warning: 1 }).toArray();
  const traits = new Map((await hub.pairs.traits.find().toArray()).map((row) => [row._id, row]));
  const isAmongFirst = (head: (typeof heads)[number]): boolean =>
    heads
      .filter(({ thing, publisher }) => thing === head.thing && publisher === head.publisher)
      .slice(0, PER_PUBLISHER)
      .some(({ warning }) => warning === head.warning);
  const pairs = new Map<string, string>();
  for (const [index, one] of heads.entries())
    for (const other of heads.slice(index + 1)) {
      const [a, b] = [contentOf(one.content), contentOf(other.content)];
      if (a.summary.messageType === 'CANCEL' || b.summary.messageType === 'CANCEL') continue;
      if (a.access.exercise !== b.access.exercise) continue;
      const isSame = one.thing !== null && one.thing === other.thing && a.summary.kind === b.summary.kind;
      if (isSame && isAmongFirst(one) && isAmongFirst(other)) {
        pairs.set(`${one.warning} ${one.version} | ${other.warning} ${other.version}`, 'FOLDED');
        continue;
      }
      const [t, u] = [traits.get(one.warning), traits.get(other.warning)];
      if (t === undefined || u === undefined || t.publisher === u.publisher) continue;
      if (!t.keys.some((key) => u.keys.includes(key))) continue;
      const likeness = likenessOf(t, u);
      const verdict = likeness === null ? 'APART' : verdictOf(likeness.score);
      if (verdict === 'APART') continue;
      const state = verdict === 'LINK' ? 'LINKED' : 'PROPOSED';
      pairs.set(`${t._id} ${t.version} | ${u._id} ${u.version}`, state);
    }
  return pairs;
};

/** What is stored and should not be, what is missing, and what is in another state. */
export const differences = (stored: Map<string, string>, defined: Map<string, string>): string[] => [
  ...[...defined].flatMap(([pair, state]) =>
    stored.get(pair) === state ? [] : [`${pair} is ${stored.get(pair) ?? 'missing'}, not ${state}`],
  ),
  ...[...stored].flatMap(([pair, state]) =>
    defined.has(pair) ? [] : [`${pair} is ${state}, and should not be`],
  ),
];
