// Keeps the journal of this data directory whole: it gets what another hub or a command has journaled elsewhere, and what a
// crash kept out of it between the commit of an act and its line.
import { isJournaled, journalLineOf } from '../../domain/backup/journal.ts';
import type { Hub } from '../../hub.ts';
import { actsAfter } from '../../store/backup/acts-after.ts';
import { openRights } from '../../store/backup/rights.ts';

const EACH_MS = 60_000;
/** Acts are looked for so far back: clocks of hubs differ, and a transaction takes its time. */
const OVERLAP_MS = 15 * 60_000;
const BATCH = 500;

/** Ids of acts sort by time. */
const ID = /"act":"(act--[0-9a-f]+)"/g;

const idAt = (ms: number): string => `act--${Math.max(0, ms).toString(16).padStart(12, '0')}`;

type Deps = Pick<Hub, 'database' | 'journal' | 'clock'>;

/** What is known of the journal: how far it was read, and the acts in it that may be looked for again. */
type Read = { end: number; known: Set<string> };

const nothingRead = (): Read => ({ end: 0, known: new Set() });

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
  Object.assign(read, { end, known });
  const rights = openRights(hub.database);
  let after = since === null || end === 0 ? idAt(0) : again;
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

/** From now on once a minute; the first time over everything. */
export const keepJournal = (hub: Deps & Pick<Hub, 'log'>): { stop(): Promise<void> } => {
  let since: Date | null = null;
  const read = nothingRead();
  let underWay: Promise<void> = Promise.resolve();
  const keep = (): void => {
    const from = since;
    underWay = underWay.then(async () => {
      const startedAt = hub.clock.now();
      await completeJournal(hub, from, read).then(
        () => {
          since = startedAt;
        },
        (error: unknown) =>
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
