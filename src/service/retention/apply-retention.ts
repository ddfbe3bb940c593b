// Removes what is beyond its time, class by class in bounded batches, and records how much of each class. A legal hold keeps
// what it covers. A run that is interrupted goes on where it ended.
import type { RetentionClass } from '../../domain/retention/classes.ts';
import { type Held, isHeld } from '../../domain/retention/hold.ts';
import type { Hub } from '../../hub.ts';
import { OPENING_EVENTS } from '../../policy/audit-scope.ts';
import type { OldCase } from '../../store/retention/worn-out.ts';
import { recordAct } from '../audit/record-act.ts';
import { tryEach, tryOne } from '../job/try-each.ts';
import { erasePersonsWhoLeft } from '../person-data/erase-person.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import { NAME, type Sweep, type SweepOf } from './sweep.ts';
import { sweepApplications } from './sweep-applications.ts';
import { sweepIndicators } from './sweep-indicators.ts';

export type RetentionRun = Readonly<Record<RetentionClass, number>>;

export type RetentionOptions = {
  /** Counts, and removes nothing. */
  readonly isTrial?: boolean;
  /** Ends the run between two batches. */
  readonly signal?: AbortSignal;
};

const DAY_MS = 24 * 3_600_000;
const WARNINGS_AT_ONCE = 50;
const ROWS_AT_ONCE = 500;

/** How many rows of each class were removed, or would be. */
export const applyRetention = async (
  hub: Hub,
  { isTrial = false, signal }: RetentionOptions = {},
): Promise<RetentionRun> => {
  const holds = await hub.holds.inForce();
  const now = hub.clock.now().getTime();
  const counts: Partial<Record<RetentionClass, number>> = {};
  for (const { name, days, through } of await hub.retention.all()) {
    const sweep: Sweep = {
      before: new Date(now - days * DAY_MS),
      through,
      isHeld: (row) => isHeld(holds, { ...row, class: name }),
      isTrial,
      isEnding: () => signal?.aborted === true,
    };
    counts[name] = await swept(hub, name, sweep);
  }
  const run = counts as RetentionRun;
  if (!isTrial)
    await hub.database.transaction((session) =>
      recordAct(
        hub,
        {
          event: 'retention.applied',
          by: { way: 'HUB' },
          members: [],
          facts: { ...run, holds: holds.length },
        },
        session,
      ),
    );
  return run;
};

/**
 * What is wrong with one class is no fault of the others: it is noted where operators see it. However often it failed, it comes up
 * again tomorrow, since what is beyond its time may not stay because nobody looked.
 */
const swept = async (hub: Hub, name: RetentionClass, sweep: Sweep): Promise<number> => {
  const act = (): Promise<number> => SWEEPS[name](hub, sweep);
  if (sweep.isTrial) return act();
  const count = await tryOne(hub, { name: NAME, about: name, subject: {}, exercise: null }, act);
  if (count === null) return 0;
  await hub.entries.trials.done(NAME, name);
  return count;
};

const sweepWarnings: SweepOf = async (hub, { before, isHeld, isTrial, isEnding }) => {
  if (!isTrial) await finishRemovals(hub);
  let count = 0;
  let last = null;
  while (!isEnding()) {
    const ended = await hub.removedWarnings.ended(before, WARNINGS_AT_ONCE, last);
    const gone: Ended[] = [];
    for (const each of ended) if (!(await isWarningHeld(hub, each, isHeld))) gone.push(each);
    const pieces = gone.map((each) => ({
      about: each.warning,
      subject: { warning: each.warning },
      exercise: null,
      act: () => removeWarning(hub, each),
    }));
    count += isTrial ? gone.length : (await tryEach(hub, NAME, pieces)).filter((isGone) => isGone).length;
    last = ended.at(-1) ?? last;
    if (ended.length < WARNINGS_AT_ONCE) break;
  }
  return count;
};

type Ended = Awaited<ReturnType<Hub['removedWarnings']['ended']>>[number];

/** What its readers wrote goes with it, so that a hold on one of them keeps it too. */
const isWarningHeld = async (
  hub: Hub,
  { warning, publisher: member }: Ended,
  isHeld: Sweep['isHeld'],
): Promise<boolean> =>
  isHeld({ warning, member }) || (await hub.removedWarnings.wroteOn(warning)).some((each) => isHeld(each));

const removeWarning = async (hub: Hub, ended: Ended): Promise<boolean> => {
  const isRemoved = await hub.database.transaction((session) =>
    hub.removedWarnings.remove(ended, hub.clock.now(), session),
  );
  if (isRemoved) await hub.removedWarnings.finish(ended.warning);
  await yieldToEventLoop();
  return isRemoved;
};

const finishRemovals = async (hub: Hub): Promise<void> => {
  for (;;) {
    const left = await hub.removedWarnings.unfinished(WARNINGS_AT_ONCE);
    const pieces = left.map((warning) => ({
      about: `rest of ${warning}`,
      subject: { warning },
      exercise: null,
      act: () => hub.removedWarnings.finish(warning),
    }));
    const finished = await tryEach(hub, NAME, pieces);
    // Those that cannot be finished come up again in the next run.
    if (left.length < WARNINGS_AT_ONCE || finished.length === 0) return;
  }
};

/** Reads in order from where the run before ended, and keeps how far it came. */
const inOrder =
  <Row>(
    name: RetentionClass,
    parts: {
      readonly read: (hub: Hub, after: number, before: Date) => Promise<readonly Row[]>;
      readonly placeOf: (row: Row) => number;
      /** Whose it is: of each who wrote in it. */
      readonly belongsTo: (row: Row) => readonly Omit<Held, 'class'>[];
      readonly remove: (hub: Hub, rows: readonly Row[]) => Promise<number>;
    },
  ): SweepOf =>
  async (hub, { before, through, isHeld, isTrial, isEnding }) => {
    let count = 0;
    let after = through;
    while (!isEnding()) {
      const rows = await parts.read(hub, after, before);
      const gone = rows.filter((row) => !parts.belongsTo(row).some(isHeld));
      const removed = isTrial ? gone.length : await parts.remove(hub, gone);
      count += removed;
      const last = rows.at(-1);
      if (last === undefined) break;
      const place = parts.placeOf(last);
      // Rows of one instant may lie on both sides of a batch: the last instant is read again.
      if (rows.length < ROWS_AT_ONCE) after = place;
      else if (place - 1 > after) after = place - 1;
      else if (removed === 0 || isTrial) after = place;
      if (!isTrial) await hub.retention.passed(name, after);
      if (rows.length < ROWS_AT_ONCE) break;
      await yieldToEventLoop();
    }
    return count;
  };

const sweepActs = (name: RetentionClass, isOpenings: boolean): SweepOf =>
  inOrder(name, {
    read: (hub, after, before) =>
      hub.wornOut.acts(
        after,
        before,
        // Who founded the hub is asked for as long as it has few members.
        isOpenings
          ? { not: false, of: OPENING_EVENTS }
          : { not: true, of: [...OPENING_EVENTS, 'hub.founded'] },
        ROWS_AT_ONCE,
      ),
    placeOf: ({ at }) => at.getTime(),
    belongsTo: ({ warning, byMember, members, person, byPerson }) => [
      { warning, member: byMember ?? members[0] ?? null, person: person ?? byPerson },
    ],
    remove: (hub, rows) => hub.wornOut.deleteActs(rows.map(({ _id }) => _id)),
  });

const sweepProposals: SweepOf = async (hub, { before, isHeld, isTrial, isEnding }) => {
  let count = 0;
  let after = '';
  while (!isEnding()) {
    const rows = await hub.wornOut.proposals(before, ROWS_AT_ONCE, after);
    const gone = rows.filter(({ member, by }) => !isHeld({ member, person: by })).map(({ _id }) => _id);
    count += isTrial ? gone.length : await hub.wornOut.deleteProposals(gone);
    after = rows.at(-1)?._id ?? after;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  return count;
};

/** Of both members, of who helped, and of who wrote in it. */
const sweepCases: SweepOf = async (hub, { before, isHeld, isTrial, isEnding }) => {
  let count = 0;
  let last: OldCase | null = null;
  while (!isEnding()) {
    const rows: OldCase[] = await hub.wornOut.cases(before, ROWS_AT_ONCE, last);
    const gone = rows.filter(
      ({ warning, member, owner, publisher, takenBy: person, notes }) =>
        ![
          ...[member, owner, publisher].map((each) => ({ member: each, person })),
          ...notes.map((note) => ({ member: note.member, person: note.person })),
        ].some((each) => isHeld({ warning, ...each })),
    );
    count += isTrial ? gone.length : await hub.wornOut.deleteCases(gone.map(({ _id }) => _id));
    last = rows.at(-1) ?? last;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  return count;
};

const sweepAnswers: SweepOf = inOrder('ANSWERS', {
  read: (hub, after, before) => hub.wornOut.answers(after, before, ROWS_AT_ONCE),
  placeOf: ({ acknowledgedAt }) => acknowledgedAt?.getTime() ?? 0,
  belongsTo: ({ warning, member, acknowledgedBy, answers }) =>
    [acknowledgedBy, ...(answers ?? []).map(({ by }) => by)].map((person) => ({ warning, member, person })),
  remove: (hub, rows) => hub.wornOut.bareAnswers(rows.map(({ _id }) => _id)),
});

const SWEEPS: Readonly<Record<RetentionClass, SweepOf>> = {
  WARNINGS: sweepWarnings,
  INDICATORS: sweepIndicators,
  ANSWERS: async (hub, sweep) => (await sweepAnswers(hub, sweep)) + (await sweepCases(hub, sweep)),
  ENTRIES: inOrder('ENTRIES', {
    read: (hub, after, before) => hub.wornOut.entries(after, before, ROWS_AT_ONCE),
    placeOf: ({ sequence }) => sequence ?? 0,
    belongsTo: ({ subject: { warning, members } }) => [
      { warning: warning ?? null, member: members?.length === 1 ? (members[0] ?? null) : null },
    ],
    remove: (hub, rows) => hub.wornOut.bareEntries(rows.map(({ _id }) => _id)),
  }),
  AUDIT: sweepActs('AUDIT', false),
  OPENINGS: sweepActs('OPENINGS', true),
  PROPOSALS: sweepProposals,
  APPLICATIONS: sweepApplications,
  PERSONS: erasePersonsWhoLeft,
};
