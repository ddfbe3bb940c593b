// Notes when keys were last used, to the hour, and persons last seen, to the day: written in batches outside the requests.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';

export type Uses = {
  note(actor: Actor): void;
  flush(): Promise<void>;
  close(): Promise<void>;
};

const FLUSH_MS = 10_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More names than these are forgotten, and noted again. */
const REMEMBERED = 50_000;

type Deps = Pick<Hub, 'keys' | 'persons' | 'clock' | 'log'>;

/** The start of its hour or day. */
const startOf = (at: Date, unit: number): number => Math.floor(at.getTime() / unit) * unit;

export const openUses = (hub: Deps, flushMs = FLUSH_MS): Uses => {
  /** What was noted last, by name. */
  const noted = new Map<string, number>();
  let keys = new Map<string, Date>();
  let persons = new Map<string, Date>();

  const isNew = (name: string, moment: number): boolean => {
    if (noted.get(name) === moment) return false;
    if (noted.size >= REMEMBERED) noted.clear();
    noted.set(name, moment);
    return true;
  };
  const flush = async (): Promise<void> => {
    const [ofKeys, ofPersons] = [keys, persons];
    keys = new Map();
    persons = new Map();
    try {
      await Promise.all([hub.keys.noteUses(ofKeys), hub.persons.noteSeen(ofPersons)]);
    } catch (error) {
      hub.log.warn({ err: error }, 'when keys were used was not written');
      noted.clear();
    }
  };
  const timer = setInterval(() => void flush(), flushMs);
  timer.unref();
  return {
    note: ({ key, person, via }) => {
      const now = hub.clock.now();
      const [hour, day] = [startOf(now, HOUR_MS), startOf(now, DAY_MS)];
      if (via?.way === 'KEY' && isNew(key, hour)) keys.set(key, new Date(hour));
      if (person !== null && isNew(person, day)) persons.set(person, new Date(day));
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
};
