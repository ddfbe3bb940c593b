// Keeps the journal of this data directory whole: it gets what another hub or a command has journaled elsewhere, and what a
// crash kept out of it between the commit of an act and its line.
import { compacted, isJournaled, journalLineOf, missingIn, throughIn } from '../../domain/backup/journal.ts';
import type { Hub } from '../../hub.ts';
import { actsAfter } from '../../store/backup/acts-after.ts';
import { openRights } from '../../store/backup/rights.ts';
import { journalLinesIn, journalText } from './read-journal.ts';

const EACH_MS = 60_000;
const TURNS_AN_HOUR = 60;
/** Acts are looked for so far back: clocks of hubs differ, and a transaction takes its time. */
const OVERLAP_MS = 15 * 60_000;
const BATCH = 500;

/** Ids of acts sort by time. */
const ID = /"act":"(act--[0-9a-f]+)"/g;

const idAt = (ms: number): string => `act--${Math.max(0, ms).toString(16).padStart(12, '0')}`;

type Deps = Pick<Hub, 'database' | 'journal' | 'clock'>;

/** What is known of the journal: how far it was read, and the acts in it that may be looked for again. */
/** `through`: acts up to here have had their lines, also where those were left out since. */
type Read = { end: number; known: Set<string>; through: string | null };

const nothingRead = (): Read => ({ end: 0, known: new Set(), through: null });

/** Adds the lines that are missing since `since`, or all where the journal is new; returns how many. */
export const completeJournal = async (
  hub: Deps,
  since: Date | null,
  read: Read = nothingRead(),
): Promise<number> => {
  const { text, end } = await hub.journal.readFrom(read.end);
  const again = since === null ? '' : idAt(since.getTime() - OVERLAP_MS);
  // It grows for the life of the hub: what is not looked for again is forgotten, and nothing is read twice.
  const former = [...read.known].filter((id) => id >= again);
  const known = new Set([...former, ...[...text.matchAll(ID)].map(([, id = '']) => id)]);
  const through = throughIn(text) ?? read.through;
  Object.assign(read, { end, known, through });
  const rights = openRights(hub.database);
  let after = since === null || end === 0 ? (through ?? idAt(0)) : again;
  let added = 0;
  for (;;) {
    const acts = await actsAfter(hub.database, after, BATCH);
    for (const act of acts) {
      if (!isJournaled(act) || known.has(act.id)) continue;
      await hub.journal.append(journalLineOf(act, await rights.after(act)));
      added += 1;
    }
    const last = acts.at(-1);
    if (last === undefined || acts.length < BATCH) return added;
    after = last.id;
  }
};

/** Below this it is not worth the while. */
const SHORTENED_FROM_BYTES = 256 * 1024;
const QUIET_MS = EACH_MS;

/**
 * Leaves out what later lines have said again, so that the journal grows with what there is and not with what was done. Call it
 * when the journal is complete. Whether it did; where that would save little it leaves the file.
 */
export const shortenJournal = async (
  hub: Pick<Deps, 'journal' | 'clock'>,
  { isDue = true, fromBytes = SHORTENED_FROM_BYTES, quietMs = QUIET_MS } = {},
): Promise<boolean> => {
  const now = hub.clock.now();
  const through = idAt(now.getTime() - 2 * OVERLAP_MS);
  return hub.journal.replace({
    quietMs,
    fromBytes,
    shorter: (text) => {
      const lines = isDue ? journalLinesIn(text) : null;
      // What is damaged is for its operator to see.
      if (lines === null) return null;
      const next = journalText(compacted(lines, through, now));
      return next.length < text.length / 2 ? next : null;
    },
    missing: (text, former) => {
      const [lines, formerLines] = [journalLinesIn(text), journalLinesIn(former)];
      return lines === null || formerLines === null ? former : journalText(missingIn(lines, formerLines));
    },
  });
};

/** From now on once a minute; the first time over everything. Once an hour it is made shorter. */
export const keepJournal = (hub: Deps & Pick<Hub, 'log'>): { stop(): Promise<void> } => {
  let since: Date | null = null;
  const read = nothingRead();
  let turns = 0;
  let underWay: Promise<void> = Promise.resolve();
  const keep = (): void => {
    const from = since;
    underWay = underWay.then(async () => {
      const startedAt = hub.clock.now();
      const kept = async (): Promise<void> => {
        await completeJournal(hub, from, read);
        since = startedAt;
        turns += 1;
        await shortenJournal(hub, { isDue: turns % TURNS_AN_HOUR === 1 });
      };
      await kept().then(undefined, (error: unknown) =>
        hub.log.warn({ err: error }, 'the journal could not be completed; the hub tries again'),
      );
    });
  };
  keep();
  const timer = setInterval(keep, EACH_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return underWay;
    },
  };
};
