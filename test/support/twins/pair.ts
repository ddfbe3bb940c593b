// T2: two worlds that differ only in what one reader may not see, and the same script of that reader in both: every answer
// must have the same bytes. Everything is drawn from the seed of the pair.
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { rowOf } from '../../../src/store/partnership/member-row.ts';
import { personWith } from '../persons.ts';
import { type Random, randomOf } from '../random.ts';
import { type Act, makePublication } from '../world/acts.ts';
import { admit } from '../world/played-world.ts';
import { type Answer, firstDifference } from './answer.ts';
import { DIFFERENCES, type Difference, unnamedAct } from './differences.ts';
import { openSharedClock, type SharedClock } from './draws.ts';
import { type Hidden, hiddenOf, play, type Twin } from './hidden-steps.ts';
import type { Place } from './place.ts';
import { graphql, learn, type Operation, type ScriptState } from './requests/asking.ts';
import { drawOperation, ownDeliveries } from './script.ts';
import { everythingOf } from './selections.ts';
import { openSide, type Side } from './side.ts';
import { makeTwinPartnership, sharedActs, type TwinPartnership } from './twin-partnership.ts';

export type PairOptions = {
  readonly seed: number;
  readonly operations: number;
  /** The kinds of difference; by default some are drawn. */
  readonly only?: readonly Difference[];
};

export type PairResult = {
  /** Answers that were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  readonly failures: readonly string[];
  /** How many steps only the second world took. */
  readonly hidden: number;
};

const SHARED = 14;
/** The others come while the script runs. */
const SHARED_BEFORE = 10;
const STREAMS = 2;
/** A pair that went apart is not followed further. */
const MAX_FAILURES = 3;
const UNNAMED: Difference = 'who an unnamed publisher is';

const seedFor = (seed: number, name: string): number =>
  [...name].reduce((mixed, letter) => (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0, seed);

/** Steps of several kinds in one order that keeps the order of each kind. */
const merged = (random: Random, hidden: readonly Hidden[]): Hidden['steps'] => {
  const left = hidden.map(({ steps }) => [...steps]).filter((steps) => steps.length > 0);
  const order: Hidden['steps'][number][] = [];
  while (left.length > 0) {
    const index = random.below(left.length);
    const step = left[index]?.shift();
    if (step === undefined) left.splice(index, 1);
    else order.push(step);
  }
  return order;
};

type Pair = {
  readonly twins: readonly [Twin, Twin];
  readonly clock: SharedClock;
  readonly partnership: TwinPartnership;
  readonly seed: number;
  readonly differences: readonly Difference[];
  readonly state: ScriptState;
  readonly failures: string[];
  compared: number;
};

const fail = (pair: Pair, what: string): void => {
  const kinds = pair.differences.join('; ');
  pair.failures.push(`pair ${pair.seed} (${kinds}), ${what}`);
};

const both = async <Value>(
  { twins: [one, other] }: Pick<Pair, 'twins'>,
  act: (twin: Twin) => Promise<Value>,
): Promise<[Value, Value]> => Promise.all([act(one), act(other)]);

const settled = (pair: Pair): Promise<unknown> => both(pair, ({ side }) => side.settle());

/** While no stream is open: what the reader was shown is written too. */
const quiet = async (pair: Pair): Promise<void> => {
  await both(pair, ({ side }) => side.write());
  await settled(pair);
};

/** An act of both; where the publisher is what differs, each twin has its own. */
const playShared = async (pair: Pair, index: number, act: Act, isUnnamed: boolean): Promise<void> => {
  pair.clock.tick(1_000);
  const [one, other] = pair.twins;
  const { candidates } = pair.partnership;
  const as = (by: string): Act => (isUnnamed ? { ...act, by } : act);
  const name = isUnnamed ? 'unnamed' : 'shared';
  const told = await Promise.all([
    play(one, name, index, as(candidates[0])),
    play(other, name, index, as(candidates[1])),
  ]);
  if (told[0] !== told[1]) fail(pair, `act ${index} of ${act.by} itself went apart: ${told.join(' but ')}`);
};

/** Whether workers have something to do for others afterwards: a refused act leaves them nothing. */
const isWritten = (name: string, { body }: Answer): boolean =>
  /^(publish|update|cancel|withdraw)/.test(name) && !/^\{"data":\{"\w+":\{"warning":null,/.test(body);

const compare = (pair: Pair, name: string, asked: string, [one, other]: readonly [Answer, Answer]): void => {
  pair.compared += 1;
  const difference = firstDifference(one, other);
  if (difference !== null) fail(pair, `${name} ${difference} for ${asked.slice(0, 400)}`);
};

const operate = async (
  pair: Pair,
  index: number,
  { name, request, learn: more }: Operation,
): Promise<void> => {
  pair.clock.tick(1_000);
  const answers = await both(pair, ({ side }) => {
    side.draws.begin(`operation ${index}`);
    return side.ask(request);
  });
  compare(pair, `operation ${index} ${name}`, `${request.path} ${request.body}`, answers);
  learn(pair.state, answers[0].body);
  more?.(answers[0].body);
  if (isWritten(name, answers[0]) || isWritten(name, answers[1])) await quiet(pair);
};

/** A stream, resumed from an earlier cursor, up to a warning that is published while it is open. */
const stream = async (pair: Pair, index: number, hiddenStep: () => Promise<void>): Promise<void> => {
  const { random, cursors } = pair.state;
  const open = cursors.filter(({ filter }) => Object.keys(filter).length === 0);
  const after = open.length > 0 && random.chance(0.8) ? random.pick(open).name : null;
  const query = `subscription ($after: String) { warningReceived(after: $after) { cursor node { ${everythingOf('Warning', 0)} } } }`;
  const request = graphql(pair.state, query, { after }, { accept: 'text/event-stream' });
  const socket = { token: pair.state.token, query, variables: { after } };
  const isSocket = random.chance(0.4);
  const headline = `Marker ${index}`;
  let ended = 0;
  const read = pair.twins.map(({ side }) => {
    side.draws.begin(`stream ${index}`);
    const answer = isSocket ? side.socket(socket, headline) : side.stream(request, headline);
    return answer.finally(() => {
      ended += 1;
    });
  });
  const isOpen = ({ side }: Twin): boolean => side.broker.counts().streams > 0;
  while (ended === 0 && !pair.twins.every(isOpen)) await new Promise((resolve) => setTimeout(resolve, 2));
  await hiddenStep();
  await playShared(pair, 1_000 + index, markerFor(pair, headline), false);
  await settled(pair);
  const [one, other] = await Promise.all(read);
  if (one !== undefined && other !== undefined)
    compare(pair, `stream ${index}`, `after ${after}`, [one, other]);
};

/** A warning for everybody, by another than the reader. */
const markerFor = ({ partnership: { publishers, reader, members }, seed }: Pair, headline: string): Act => {
  const by = publishers.find((slug) => slug !== reader.member.slug) ?? '';
  const { draft, ...act } = makePublication(randomOf(seedFor(seed, headline)), members, 1_000);
  const open = {
    headline,
    marking: 'CLEAR' as const,
    audience: { alternatives: [{}], excludes: [] },
    exercise: null,
    bundle: null,
    externalReferences: [],
  };
  return { ...act, by, draft: { ...draft, ...open }, given: [], tlp: 'CLEAR' };
};

const PERSONS = ['ann', 'bo'];

type Row = { readonly _id: string };

const asRow = ({ id, ...facts }: { readonly id: string }): Row => ({ _id: id, ...facts });

const insert = async ({ hub }: Side, collection: string, rows: readonly Row[]): Promise<void> => {
  if (rows.length > 0)
    await hub.database
      .native()
      .collection<Row>(collection)
      .insertMany([...rows]);
};

/** Both sides get the same members, keys and the reader's token. */
const openPair = async (pair: Omit<Pair, 'state'>): Promise<string> => {
  const { members, dependencies, reader } = pair.partnership;
  const keys = members.flatMap((member) =>
    PERSONS.map((name) => ({
      _id: `of-${member.slug}-${name}`,
      hash: '0'.repeat(64),
      member: member.id,
      role: 'analyst',
      person: personIdOf(`${member.slug}/${name}`),
      label: 'a person',
      createdAt: pair.clock.clock.now(),
      expiresAt: null,
      revokedAt: null,
    })),
  );
  const persons = members.flatMap((member) =>
    PERSONS.map((name) => personWith(`${member.slug}/${name}`, member.id, { roles: ['analyst'] })),
  );
  const [token, other] = await both(pair, async ({ side }) => {
    // All at once; the hub learns of them by the count.
    await insert(side, 'members', members.map(rowOf));
    await insert(side, 'persons', persons.map(asRow));
    await insert(side, 'dependencies', dependencies.map(asRow));
    await insert(side, 'keys', keys);
    await side.hub.counters.next('directory');
    side.hub.directory.forget();
    side.draws.begin('key of the reader');
    return (await admit(side, { ...reader, member: reader.member.slug })).token;
  });
  if (token !== other) throw new Error('the reader has one token in both worlds');
  return token;
};

/** Ids of what the second side alone has, for the script to ask for. */
const noteSecrets = async ({ state, twins: [, other] }: Pair, hidden: readonly Hidden[]): Promise<void> => {
  const objects = hidden.flatMap(({ acts }) =>
    acts.flatMap(({ given }) => given.map(({ object }) => object)),
  );
  const isShared = new Set(
    [...other.played].flatMap(([key, { id }]) => (key.startsWith('shared') ? [id] : [])),
  );
  const warnings = [...other.played.values()].map(({ id }) => id).filter((id) => !isShared.has(id));
  const pairs = await other.side.hub.pairs.rows.find().toArray();
  const ids = [
    ...objects.filter(({ type }) => type !== 'marking-definition').map(({ id }) => id),
    ...warnings,
    ...pairs.filter((row) => row.warnings.some((id) => warnings.includes(id))).map(({ _id }) => _id),
  ];
  state.secretIds.splice(0, state.secretIds.length, ...new Set(ids));
  state.secretObjects.splice(0, state.secretObjects.length, ...objects);
};

const playScript = async (
  pair: Pair,
  hidden: readonly Hidden[],
  shared: readonly Act[],
  operations: number,
): Promise<void> => {
  const order = randomOf(seedFor(pair.seed, 'order'));
  const steps = [...merged(order, hidden)];
  const isUnnamed = pair.differences.includes(UNNAMED);
  const unnamed = isUnnamed
    ? unnamedAct(randomOf(seedFor(pair.seed, UNNAMED)), pair.partnership, shared)
    : null;
  const later = Math.floor(steps.length * 0.3);
  const hiddenSteps = async (count: number): Promise<void> => {
    for (const step of steps.splice(0, count)) {
      // Of both, so that what both have is delivered at one moment of the clock.
      if (step.isAfterAll === true) await settled(pair);
      await step.run(pair.twins[1]);
    }
  };
  const [before, during] = [shared.slice(0, SHARED_BEFORE), shared.slice(SHARED_BEFORE)];
  for (const [index, act] of before.entries()) {
    await hiddenSteps(Math.floor((steps.length - later) / (before.length - index)));
    await playShared(pair, index, act, false);
    if (index % 6 === 5) await settled(pair);
  }
  if (unnamed !== null) await playShared(pair, 0, unnamed, true);
  await settled(pair);
  await noteSecrets(pair, hidden);
  const every = Math.max(1, Math.floor(operations / (during.length + 1)));
  for (let index = 0; index < operations && pair.failures.length < MAX_FAILURES; index += 1) {
    const act = index % every === every - 1 ? during[Math.floor(index / every)] : undefined;
    if (act !== undefined) {
      await hiddenSteps(Math.ceil(later / during.length));
      await playShared(pair, SHARED_BEFORE + Math.floor(index / every), act, false);
      await quiet(pair);
    }
    if (index % Math.ceil(operations / (STREAMS + 1)) === 1 && index > 1)
      await stream(pair, index, () => hiddenSteps(1));
    else await operate(pair, index, drawOperation(pair.state));
  }
  await quiet(pair);
  await operate(pair, operations, ownDeliveries(pair.state));
};

/** Plays one pair; its two databases are emptied first. Throws `TooBusy`. */
export const playPair = async (
  places: readonly [Place, Place],
  options: PairOptions,
): Promise<PairResult> => {
  const { seed, only, operations } = options;
  const partnership = makeTwinPartnership(randomOf(seedFor(seed, 'partnership')));
  const shared = sharedActs(randomOf(seedFor(seed, 'shared')), partnership, SHARED);
  const differences = only ?? randomOf(seedFor(seed, 'differences')).some(DIFFERENCES, 1, 4);
  const hidden = differences.map((each) => hiddenOf(each, partnership, shared, seedFor(seed, each)));
  const clock = openSharedClock('2030-06-01T00:00:00.000Z');
  const sides: Side[] = [];
  try {
    for (const place of places) {
      sides.push(await openSide(place, seed, clock.clock));
    }
    const [one, other] = sides.map((side): Twin => ({ side, played: new Map(), actors: new Map() }));
    if (one === undefined || other === undefined) throw new Error('a pair has two sides');
    const opened = {
      twins: [one, other] as const,
      clock,
      partnership,
      seed,
      differences,
      failures: [],
      compared: 0,
    };
    const token = await openPair(opened);
    const random = randomOf(seedFor(seed, 'script'));
    const known = { seen: new Map(), secretIds: [], secretObjects: [], own: [], cursors: [] };
    const pair: Pair = { ...opened, state: { random, twins: partnership, token, ...known } };
    await playScript(pair, hidden, shared, operations);
    const { compared, failures } = pair;
    return {
      compared,
      failures,
      differences,
      hidden: hidden.reduce((sum, { steps }) => sum + steps.length, 0),
    };
  } finally {
    for (const side of sides) await side.close();
  }
};
