// The four comparisons of the suite, each with its printed seed, its rows for the table, and the differences it found.
import { observableIdentifier } from 'stix2-ts/identifier';
import { parsePattern } from 'stix2-ts/pattern';
import { randomOf } from '../support/random.ts';
import { bombOf } from './bombs.ts';
import { bundleTextOf, type Json } from './bundles.ts';
import type { Judge } from './judge.ts';
import { listed, listingOf } from './listed.ts';
import { observableOf } from './observables.ts';
import { patternOf } from './patterns.ts';
import { fateOf } from './survival.ts';

export type Row = {
  readonly what: string;
  readonly cases: number;
  readonly result: string;
  readonly isGood: boolean;
};

export type Section = { readonly rows: readonly Row[]; readonly notes: readonly string[] };

const batches = function* <Value>(count: number, size: number, make: () => Value): Generator<Value[]> {
  for (let done = 0; done < count; done += size)
    yield Array.from({ length: Math.min(size, count - done) }, make);
};

/** Nothing to derive an id from: both draw a random one. */
const isDrawn = (own: string | null, judges: string | undefined): boolean =>
  own === null && judges?.charAt(judges.length - 22) === '4';

export const judgeIds = async (judge: Judge, seed: number, count: number): Promise<Section> => {
  const random = randomOf(seed);
  const notes: string[] = [];
  let drawn = 0;
  for (const batch of batches(count, 500, () => observableOf(random))) {
    const ids = await judge.ids(batch);
    for (const [index, observable] of batch.entries()) {
      const own = observableIdentifier(observable);
      if (isDrawn(own, ids[index])) drawn += 1;
      else if (own !== ids[index]) notes.push(`${JSON.stringify(observable)}: ${own}, judged ${ids[index]}`);
    }
  }
  const result = `${count - notes.length} equal (${drawn} of them random on both sides), ${notes.length} not`;
  return {
    rows: [
      {
        what: 'ids of generated observables, as stix2 makes them',
        cases: count,
        result,
        isGood: notes.length === 0,
      },
    ],
    notes,
  };
};

type Tally = { others: string[]; valid: number; readonly listed: Map<string, number> };

const tally = (pattern: string, judged: string | null, into: Tally): void => {
  const reading = parsePattern(pattern);
  if (judged === null) into.valid += 1;
  if (reading.ok === (judged === null)) return;
  const listing = listingOf({ pattern, judge: judged, own: reading.ok ? null : reading });
  if (listing === null)
    into.others.push(
      `${JSON.stringify(pattern)}: judged ${judged}, here ${reading.ok ? null : `${reading.offset} ${reading.expected}`}`,
    );
  else into.listed.set(listing, (into.listed.get(listing) ?? 0) + 1);
};

const newTally = (): Tally => ({ others: [], valid: 0, listed: new Map() });

const patternRow = (what: string, cases: number, { others, valid, listed: found }: Tally): Row => {
  const named = [...found.values()].reduce((sum, value) => sum + value, 0);
  return {
    what,
    cases,
    result: `${valid} valid; ${named} differ as listed, ${others.length} otherwise`,
    isGood: others.length === 0,
  };
};

export const judgePatterns = async (
  judge: Judge,
  seed: number,
  count: number,
  say: (text: string) => void,
): Promise<Section> => {
  const own = await judge.ownPatterns();
  const lists = newTally();
  for (const pattern of own.valid) tally(pattern, null, lists);
  for (const pattern of own.invalid) tally(pattern, 'in the list of the invalid', lists);
  const random = randomOf(seed);
  const fuzzed = newTally();
  let done = 0;
  for (const batch of batches(count, 1_000, () => patternOf(random))) {
    const verdicts = await judge.patterns(batch);
    for (const [index, pattern] of batch.entries()) tally(pattern, verdicts[index] ?? null, fuzzed);
    done += batch.length;
    if (done % 10_000 === 0) say(`  ${done} patterns, ${fuzzed.others.length} differ otherwise`);
  }
  const listing = [lists, fuzzed].flatMap((one) =>
    listed.flatMap(({ name, sentence }) =>
      one.listed.has(name) ? [`listed: ${name}, ${one.listed.get(name)} times: ${sentence}`] : [],
    ),
  );
  return {
    rows: [
      patternRow(
        "PASS and FAIL lists of stix2-patterns' own tests",
        own.valid.length + own.invalid.length,
        lists,
      ),
      patternRow('fuzzed patterns, as stix2-patterns judges them', count, fuzzed),
    ],
    notes: [...lists.others, ...fuzzed.others, ...listing],
  };
};

type Watch = {
  readonly outcomes: Record<string, number>;
  longest: number;
  where: string;
  readonly crashes: string[];
};

const watched = async (kind: string, text: string, watch: Watch): Promise<void> => {
  try {
    const { outcome, longestTurn } = await fateOf(text);
    watch.outcomes[outcome] = (watch.outcomes[outcome] ?? 0) + 1;
    if (longestTurn > watch.longest) {
      watch.longest = longestTurn;
      watch.where = kind;
    }
  } catch (error) {
    watch.crashes.push(`${kind}: ${String(error)}: ${text.slice(0, 400)}`);
  }
};

/** The longest event-loop turn allowed, in milliseconds. */
const LONGEST_TURN = 100;

const watchRow = (what: string, cases: number, watch: Watch): Row => {
  const { unreadable = 0, refused = 0, accepted = 0 } = watch.outcomes;
  const turn = `longest turn ${watch.longest.toFixed(0)} ms (${watch.where})`;
  return {
    what,
    cases,
    result: `${watch.crashes.length} crashes; ${unreadable} unreadable, ${refused} refused, ${accepted} accepted and the same when read again; ${turn}`,
    isGood: watch.crashes.length === 0 && watch.longest <= LONGEST_TURN && accepted > 0,
  };
};

export const judgeSurvival = async (
  samples: readonly Json[],
  seed: number,
  bundles: number,
  bombs: number,
): Promise<Section> => {
  const random = randomOf(seed);
  const bent: Watch = { outcomes: {}, longest: 0, where: '', crashes: [] };
  for (let turn = 0; turn < bundles; turn += 1) await watched('bundle', bundleTextOf(random, samples), bent);
  const burst: Watch = { outcomes: {}, longest: 0, where: '', crashes: [] };
  for (let turn = 0; turn < bombs; turn += 1) {
    const { kind, text } = bombOf(random, turn);
    await watched(kind, text, burst);
  }
  return {
    rows: [watchRow('mutated bundles', bundles, bent), watchRow('bombs', bombs, burst)],
    notes: [...bent.crashes, ...burst.crashes],
  };
};
