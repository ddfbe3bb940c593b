// Notes who opened and who exported which version of a warning: once for each person (or key of no person), version and day,
// written in batches outside the reads, so that no read waits for it. One entry binds a batch.
import { createHash } from 'node:crypto';
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Actor } from '../../domain/member.ts';
import type { ActLine } from '../../domain/record/act-line.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import type { OnceLine } from '../../store/acts.ts';
import { digestOf, newEntry } from '../record/append-entry.ts';
import { newTimedId } from './line-place.ts';

export type OpeningEvent = Extract<ActLine['event'], 'warning.opened' | 'warning.exported'>;

type Opened = {
  readonly summary: Pick<Summary, 'id' | 'version'>;
  readonly access: Pick<AccessFacts, 'publisher'>;
};

export type Openings = {
  note(actor: Actor, item: Opened, event: OpeningEvent): void;
  flush(): Promise<void>;
  close(): Promise<void>;
};

const FLUSH_MS = 2_000;
/** Names that are remembered, and lines that wait: some 20 MB at most. */
const REMEMBERED = 50_000;
const MOST_WAITING = 20_000;
const AT_ONCE = 500;
const DAY_CHARACTERS = 10;

type Deps = Pick<Hub, 'acts' | 'entries' | 'database' | 'clock' | 'entropy' | 'log' | 'storage'>;

export const openOpenings = (hub: Deps, flushMs = FLUSH_MS): Openings => {
  let day = '';
  const seen = new Set<string>();
  let waiting: OnceLine[] = [];
  let isWriting: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    // Reading goes on where a disk is full; what is opened again later is noted then.
    if (!(await hub.storage.allows('WORK'))) {
      waiting = [];
      seen.clear();
      return;
    }
    const lines = waiting;
    waiting = [];
    try {
      for (let from = 0; from < lines.length; from += AT_ONCE)
        await writeBatch(hub, lines.slice(from, from + AT_ONCE));
    } catch (error) {
      hub.log.warn({ err: error }, 'openings were not written');
      // Lines that were written after all are known by their names.
      waiting = [...lines, ...waiting].slice(0, MOST_WAITING);
    }
  };
  const flush = (): Promise<void> => {
    isWriting = isWriting.then(write);
    return isWriting;
  };
  const timer = setInterval(flush, flushMs);
  timer.unref();

  return {
    note: (actor, { summary, access }, event) => {
      if (event === 'warning.opened' && access.publisher === actor.member.id) return;
      const at = hub.clock.now();
      const today = at.toISOString().slice(0, DAY_CHARACTERS);
      if (today !== day || seen.size >= REMEMBERED) {
        day = today;
        seen.clear();
      }
      const name = `${event} ${summary.id}.${summary.version} ${actor.person ?? actor.key}`;
      if (seen.has(name) || waiting.length >= MOST_WAITING) return;
      seen.add(name);
      waiting.push({ ...lineOf(hub, actor, { summary, access }, event), once: onceOf(today, name) });
    },
    flush,
    close: () => {
      clearInterval(timer);
      return flush();
    },
  };
};

/** The same in every hub, and names nobody. */
const onceOf = (day: string, name: string): string =>
  createHash('sha256').update(`${day} ${name}`).digest('base64url').slice(0, 22);

const lineOf = (hub: Deps, actor: Actor, { summary, access }: Opened, event: OpeningEvent): ActLine => {
  const at = hub.clock.now();
  return {
    id: newTimedId(hub, 'act', at),
    event,
    at,
    byMember: actor.member.id,
    byPerson: actor.person,
    byKey: actor.key,
    way: actor.via?.way ?? 'KEY',
    range: actor.via?.range ?? null,
    members: [access.publisher],
    person: null,
    warning: summary.id,
    subject: null,
    facts: { version: summary.version },
  };
};

const writeBatch = async (hub: Deps, lines: readonly OnceLine[]): Promise<void> => {
  // Another hub may write the same line meanwhile: then nothing is written, and it is found at the next attempt.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const known = await hub.acts.knownOnce(lines.map(({ once }) => once));
    const fresh = lines.filter(({ once }) => !known.has(once));
    if (fresh.length === 0) return;
    const written = await hub.database.transactionUnlessTaken(async (session) => {
      await hub.acts.appendOnce(fresh, session);
      const digest = digestOf(fresh.map(({ once: _, ...line }) => JSON.stringify(line)));
      const entry = newEntry(hub, {
        event: 'warning.opened',
        subject: {},
        exercise: null,
        digest,
        hasNoWork: true,
      });
      await hub.entries.append([entry], session);
      return true;
    });
    if (written !== null) return;
  }
};
