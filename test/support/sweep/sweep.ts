// T1, widened: a world with adversaries, every way out asked by every reader, and each answer's bytes searched for the
// marks and ids of everything that is hidden from that reader.
import { Agent } from 'node:http';
import type { Actor, Member } from '../../../src/domain/member.ts';
import { listen } from '../../../src/http/listen.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import {
  acceptDuplicate,
  rejectDuplicate,
  undoMerge,
} from '../../../src/service/duplicate/review-duplicates.ts';
import { openBroker } from '../../../src/service/live/broker.ts';
import { openTestHub, type TestHub } from '../hub.ts';
import { type Random, randomOf } from '../random.ts';
import { type Act, makeActs } from '../world/acts.ts';
import { admit, settle } from '../world/played-world.ts';
import { makePartnership, PERSONS, type Reader, withLateJoiners } from '../world/worlds.ts';
import { adversaries } from './adversaries.ts';
import {
  type BookRow,
  type Books,
  heldBefore,
  heldVersions,
  idsIn,
  mentionsOf,
  ownWords,
  type View,
  viewOf,
} from './books.ts';
import { canariesIn, withCanaries } from './canaries.ts';
import {
  formCommunities,
  type Lives,
  livesIn,
  livesOn,
  readersOf,
  tracesIn,
  unlistedTo,
  wronglyRuled,
} from './lives.ts';
import { playBooks } from './play-books.ts';
import { type Asked, askEverything, type Universe } from './ways-out.ts';

/** The rules, each of which fails by itself. */
export const RULES = {
  hidden: 'What a reader may not read leaves by no way out (I1).',
  references: 'No id leaves that stands for something hidden, unless it is the publisher’s own word (I30).',
  definitions: 'A marking definition travels as far as its own publisher allows.',
  withdrawn:
    'What a correction took out is shown only among versions and as what changed, to those who had it.',
  missing: 'What a reader may read is there when it asks by id.',
  accepted: 'The hub takes what its rules allow.',
  unlisted: 'To whom a member is unlisted it is absent (I32).',
  ruled: 'A community by rule has those whom its rule fits.',
} as const;
export type Rule = keyof typeof RULES;

export type SweepOptions = {
  readonly seed: number;
  readonly readers: number;
  readonly acts: number;
  readonly flood: number;
};

export type Swept = {
  /** (reader, thing, way out) that were compared. */
  readonly counted: number;
  readonly failures: ReadonlyMap<Rule, readonly string[]>;
  /** Number of pairs by way out. */
  readonly pairs: ReadonlyMap<string, number>;
};

type Tally = { counted: number; readonly failures: Map<Rule, string[]>; readonly pairs: Map<string, number> };

const fail = ({ failures }: Tally, rule: Rule, line: string): void => {
  failures.set(rule, [...(failures.get(rule) ?? []), line]);
};

const START = Date.parse('2030-06-01T00:00:00.000Z');
const MINUTE_MS = 60_000;

/** Bytes are compared here, not times: answers that found nothing leave at once, and on a busy machine one may take long. */
const OPERATION_MS = 300_000;
const ENV = {
  TOCSIN_REQUESTS_PER_SECOND: '1000000',
  TOCSIN_REQUEST_BURST: '1000000',
  TOCSIN_PUBLISHES_PER_SECOND: '1000000',
  TOCSIN_NOT_FOUND_MS: '1',
  // The sweep asks for every field at once.
  TOCSIN_MAX_QUERY_COST: '50000',
};

type SweptHub = TestHub & { readonly url: string };

const openSwept = async (clock: { now(): Date }): Promise<SweptHub> => {
  const world = await openTestHub({ env: ENV, clock });
  const { config } = world.hub;
  const served = {
    ...world.hub,
    config: { ...config, limits: { ...config.limits, operationMs: OPERATION_MS } },
  };
  const listening = await listen(served, await openBroker(served));
  return {
    ...world,
    url: listening.url,
    close: async () => {
      await listening.close();
      await world.close();
    },
  };
};

export const sweep = async (options: SweepOptions): Promise<Swept> => {
  const random = randomOf(options.seed);
  let nowMs = START;
  // Some join between the acts: what was issued before is not theirs.
  const joinedAt = new Date(nowMs + (options.acts / 2) * MINUTE_MS);
  const lives = livesIn(random, withLateJoiners(random, makePartnership(random, 16, 16), joinedAt));
  const { partnership, named } = lives;
  const endpoint = await openSwept({ now: () => new Date(nowMs) });
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const tally: Tally = { counted: 0, failures: new Map(), pairs: new Map() };
  try {
    await settle(endpoint, partnership);
    await admitPersons(
      endpoint,
      partnership.members.map(({ slug }) => slug),
    );
    await formCommunities(endpoint, lives);
    for (const line of await wronglyRuled(endpoint)) fail(tally, 'ruled', line);
    const told = makeActs(random, named, options.acts);
    const others = adversaries(random, named, told.length, options.flood);
    const narrowed = narrowingsOf(random, told, named);
    const acts = [...told, ...others, ...recallsOf(told), ...narrowed].map(withCanaries);
    const live = livesOn(endpoint, lives);
    let played = 0;
    const { books, refused } = await playBooks(endpoint, partnership, acts, async () => {
      nowMs += MINUTE_MS;
      await live(played / acts.length);
      played += 1;
    });
    for (const [index, codes] of refused)
      if (index >= told.length) fail(tally, 'accepted', `act ${index} was refused: ${codes.join(', ')}`);
    await rule(endpoint, random, partnership.members);
    await answer(endpoint, partnership.members, [...books.warnings.keys()]);
    const further = await otherIds(endpoint);
    const scene = { endpoint, agent, books, others: further, lives, tally };
    for (const reader of readersOf(random, lives, options.readers)) await sweepReader(scene, reader);
  } finally {
    agent.destroy();
    await endpoint.close();
  }
  return tally;
};

/** Every third publication is recalled in the end, unless it was cancelled. A recalled version holds no objects. */
const recallsOf = (acts: readonly Act[]): Act[] =>
  acts
    .filter(({ verb }) => verb === 'PUBLISH')
    .filter((_, index) => index % 3 === 1)
    .map((act) => ({ ...act, verb: 'RECALL', given: [] }));

/** Another third is narrowed: some member loses it, whether or not it had it. */
const narrowingsOf = (random: Random, acts: readonly Act[], members: readonly Member[]): Act[] =>
  acts
    .filter(({ verb }) => verb === 'PUBLISH')
    .filter((_, index) => index % 3 === 2)
    .map((act) => {
      const { excludes } = act.draft.audience;
      const others = members.filter(
        ({ slug, isActive }) => isActive && slug !== act.by && !excludes.includes(slug),
      );
      return { ...act, verb: 'NARROW', given: [], without: random.pick(others).slug };
    });

/** Every person that an audience may name has a key. */
const admitPersons = async (endpoint: SweptHub, slugs: readonly string[]): Promise<void> => {
  for (const slug of slugs)
    for (const name of PERSONS)
      await admit(endpoint, { member: slug, role: 'analyst', person: `${slug}/${name}` });
};

/** Reviewers rule on pairs of warnings that they may read, one way or the other. */
const rule = async (endpoint: SweptHub, random: Random, members: readonly Member[]): Promise<void> => {
  const pairs = await endpoint.hub.pairs.rows.find().sort({ _id: 1 }).limit(40).toArray();
  for (const { slug } of members.filter(({ mayPublish }) => mayPublish)) {
    const reviewer = { member: slug, role: 'manager', person: `${slug}/ann` } as const;
    const { actor } = await admit(endpoint, reviewer);
    for (const { _id } of pairs.filter(() => random.chance(0.15)))
      await random.pick([acceptDuplicate, rejectDuplicate, undoMerge])(endpoint.hub, actor, _id);
  }
};

/** The persons answer what they may read: what the hub holds of them tells of it. */
const answer = async (
  endpoint: SweptHub,
  members: readonly Member[],
  warnings: readonly string[],
): Promise<void> => {
  for (const [index, { slug }] of members.filter(({ isActive }) => isActive).entries()) {
    const analyst = { member: slug, role: 'analyst', person: `${slug}/${PERSONS[index % 2]}` } as const;
    const { actor } = await admit(endpoint, analyst);
    for (const warning of warnings)
      await acknowledgeWarning(endpoint.hub, actor, { warning, answer: 'AFFECTED', note: `Of ${warning}` });
  }
};

const otherIds = async ({ hub }: SweptHub): Promise<string[]> => {
  const pairs = await hub.pairs.rows.find().toArray();
  const deliveries = await hub.deliveries.rows.find().limit(200).toArray();
  return [...pairs.map(({ _id }) => _id), ...deliveries.map(({ _id }) => _id)];
};

type Scene = {
  readonly endpoint: SweptHub;
  readonly agent: Agent;
  readonly books: Books;
  readonly others: readonly string[];
  readonly lives: Lives;
  readonly tally: Tally;
};

const sweepReader = async (
  { endpoint, agent, books, others, lives, tally }: Scene,
  reader: Reader,
): Promise<void> => {
  const { actor, token } = await admit(endpoint, reader);
  // A person of an inactive member may not use any endpoint.
  if (!actor.member.isActive) return;
  const view = viewOf(books, actor);
  const objects = [...new Set(books.rows.map(({ object }) => object.id))].filter((id) => !books.open.has(id));
  const persons = (await endpoint.hub.persons.ofMember(actor.member.id)).map(({ id }) => id);
  const hidden = await unlistedTo(endpoint, actor, lives);
  const universe: Universe = {
    ...{ warnings: [...books.warnings.keys()], objects, persons, members: lives.quiet },
    others: [...others, ...hidden.map(({ id }) => id)],
  };
  const judge = judgeOf(books, view, actor);
  const own = await answeredBy(endpoint, actor);
  const seenOf = new Map<string, Set<string>>();
  await askEverything({ url: endpoint.url, agent, token }, universe, (asked) => {
    const seen = seenOf.get(asked.way) ?? new Set();
    seenOf.set(asked.way, seen);
    for (const word of wordsOf(asked)) {
      seen.add(word);
      // A person has what it wrote, also where it asks by a key of a role that may not read what it wrote of.
      if (asked.way === 'personData' && own.has(word)) continue;
      const rule = judge.leak(word, asked.way);
      if (rule !== null) fail(tally, rule, lineFor(actor, asked, word));
    }
    for (const [id, isThere] of foundIn(asked)) {
      if (judge.isSecret(id) && isThere) fail(tally, 'hidden', lineFor(actor, asked, id));
      if (judge.isDue(id, asked.way) && !isThere) fail(tally, 'missing', lineFor(actor, asked, id));
      if (hidden.some((each) => each.id === id) && isThere)
        fail(tally, 'unlisted', lineFor(actor, asked, id));
    }
    for (const trace of tracesIn(asked, hidden)) fail(tally, 'unlisted', lineFor(actor, asked, trace));
  });
  for (const way of seenOf.keys()) {
    tally.counted += judge.size;
    tally.pairs.set(way, (tally.pairs.get(way) ?? 0) + judge.size);
  }
};

/** The warnings that the person has answered, by any of its keys. */
const answeredBy = async ({ hub }: SweptHub, { person }: Actor): Promise<ReadonlySet<string>> => {
  if (person === null) return new Set();
  const rows = await hub.deliveries.rows.find({ 'answers.by': person } as never).toArray();
  return new Set(rows.map(({ warning }) => warning));
};

const lineFor = ({ member, roles, person }: Actor, { way, request, answer }: Asked, word: string): string => {
  const at = answer.body.indexOf(word);
  const around = answer.body.slice(Math.max(0, at - 80), at + word.length + 60).replaceAll(/\s+/g, ' ');
  return `${way}: ${word} for ${member.slug} as ${roles.join(', ')} (${person ?? 'machine'}), asked ${request.path} ${request.body.slice(-160)}: …${around}…`;
};

const BY_ID: ReadonlySet<string> = new Set(['warning', 'object', 'node']);

/** The ids that were asked for, and whether the answer had something for each. */
const foundIn = ({ way, request, answer }: Asked): (readonly [string, boolean])[] => {
  if (!BY_ID.has(way)) return [];
  const { variables } = JSON.parse(request.body) as { readonly variables: Record<string, string> };
  const { data } = JSON.parse(answer.body) as { readonly data?: Record<string, unknown> | null };
  const found = Object.values(data ?? {});
  // The fields of the answer come in the order of the variables.
  return Object.values(variables).map((id, index) => [id, (found[index] ?? null) !== null]);
};

/** Ids and marks in the bytes of an answer that were not in its request. */
const wordsOf = ({ request, answer }: Asked): Set<string> => {
  const text = `${answer.headers.join('\n')}\n${answer.body}`;
  const asked = new Set(idsIn(`${request.path} ${request.body}`));
  return new Set([...idsIn(text).filter((id) => !asked.has(id)), ...canariesIn(text)]);
};

type Judge = {
  /** The rule that is broken if this word leaves by this way; null if it may. */
  leak(word: string, way: string): Rule | null;
  /** Stands for something that the reader may not read. */
  isSecret(id: string): boolean;
  /** Whether the reader may read what has this id, and asked for it. */
  isDue(id: string, way: string): boolean;
  /** How many things there are to leak. */
  readonly size: number;
};

const wordsIn = (rows: Iterable<BookRow>): Set<string> =>
  new Set([...rows].flatMap(({ object }) => [object.id, ...canariesIn(JSON.stringify(object))]));

const judgeOf = (books: Books, view: View, actor: Actor): Judge => {
  const readable = [...books.warnings.values()].filter(({ id }) => view.mayReadWarning(id));
  const copies = [...view.copied];
  const allowed = new Set([
    ...readable.flatMap(({ id, canaries }) => [id, ...canaries]),
    ...readable.flatMap((warning) => heldBefore(books, warning, actor)),
    ...readable.flatMap(({ access, recalledCanaries }) =>
      access.publisher === actor.member.id ? recalledCanaries : [],
    ),
    // A copy names its original, and has its words.
    ...wordsIn([...view.whole, ...copies]),
    ...ownWords([...view.whole, ...copies]),
  ]);
  const wasThere = new Set([
    ...wordsIn(view.withdrawn),
    ...ownWords(view.withdrawn),
    ...readable.flatMap(({ formerCanaries }) => formerCanaries),
  ]);
  const held = new Set([
    ...wordsIn(view.withdrawn),
    ...ownWords(view.withdrawn),
    ...readable.flatMap((warning) => heldVersions(books, warning, actor)),
  ]);
  const all = new Set([
    ...wordsIn(books.rows),
    ...[...books.warnings.values()].flatMap(({ id, canaries, formerCanaries, recalledCanaries }) => [
      id,
      ...canaries,
      ...formerCanaries,
      ...recalledCanaries,
    ]),
  ]);
  const secret = [...all].filter((word) => !allowed.has(word) && !books.open.has(word));
  const isSecret = new Set(secret);
  const mentioned = new Set([...view.whole, ...copies].flatMap(({ object }) => mentionsOf(object)));
  const ruleOf = (word: string): Rule => {
    if (word.startsWith('marking-definition--')) return 'definitions';
    if (isTakenOut(books, actor, word)) return 'withdrawn';
    return mentioned.has(word) ? 'references' : 'hidden';
  };
  return {
    size: all.size,
    leak: (word, way) => {
      if (!isSecret.has(word) || (way === 'versions' && wasThere.has(word))) return null;
      if (way === 'versions of a warning' && held.has(word)) return null;
      return ruleOf(word);
    },
    isSecret: (id) => isSecret.has(id),
    isDue: (id, way) =>
      books.warnings.has(id)
        ? way !== 'object' && view.mayReadWarning(id)
        : way !== 'warning' && wholeIds(view).has(id),
  };
};

const idsOfViews = new WeakMap<View, Set<string>>();
const wholeIds = (view: View): Set<string> => {
  const known = idsOfViews.get(view) ?? new Set([...view.whole].map(({ object }) => object.id));
  idsOfViews.set(view, known);
  return known;
};

/** Whether it would be readable had no correction taken it out. */
const isTakenOut = (books: Books, actor: Actor, word: string): boolean => {
  const before: Books = {
    ...books,
    rows: books.rows.map((row) => ({
      ...row,
      holders: row.holders.map((holder) => ({
        ...holder,
        version: books.warnings.get(holder.warning)?.version ?? 0,
      })),
    })),
  };
  const view = viewOf(before, actor);
  return wordsIn([...view.whole, ...view.copied]).has(word) || isFormer(books, view, word);
};

const isFormer = ({ warnings }: Books, view: View, word: string): boolean =>
  [...warnings.values()].some(
    ({ id, formerCanaries }) => view.mayReadWarning(id) && formerCanaries.includes(word),
  );
