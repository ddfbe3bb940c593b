// Tells the readers of a warning when its validity ends, by a notice, and records it. Whoever holds it keeps it by its id until
// its class ends.
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { rowId, type WarningRow } from '../../store/warnings.ts';
import { tryEach } from '../job/try-each.ts';
import { newEntry } from '../record/append-entry.ts';

const AT_ONCE = 100;
/** Of one run: what is left is told in the next. */
const MOST = 5_000;

type Deps = Pick<Hub, 'warnings' | 'feed' | 'entries' | 'database' | 'clock' | 'entropy' | 'log'>;

const NAME = 'end-warning';

/** Returns how many were told. One that fails is tried again by itself, and holds up no other. */
export const endWarnings = async (hub: Deps): Promise<number> => {
  let told = 0;
  let last: WarningRow | null = null;
  for (let looked = 0; looked < MOST; looked += AT_ONCE) {
    const ended: WarningRow[] = await hub.warnings.endedBefore(hub.clock.now(), AT_ONCE, last);
    const pieces = ended.map((row) => ({
      about: row._id,
      subject: { warning: row.warning, version: row.version },
      exercise: null,
      act: () => tellEnd(hub, row),
    }));
    told += (await tryEach(hub, NAME, pieces)).filter((isTold) => isTold).length;
    last = ended.at(-1) ?? null;
    if (ended.length < AT_ONCE) break;
  }
  return told;
};

/** False where it was told meanwhile, or there is a newer version. */
const tellEnd = async (hub: Deps, { warning, version, content }: WarningRow): Promise<boolean> => {
  const { exercise } = contentOf(content).access;
  const isTold = await hub.database.transactionUnlessTaken(async (session) => {
    if (!(await hub.warnings.endIsTold(warning, version, session))) return false;
    // No version in it: it makes none.
    const entry = newEntry(hub, {
      event: 'warning.expired',
      subject: { warning },
      exercise,
      key: `ended:${rowId(warning, version)}`,
      hasNoWork: true,
    });
    await hub.feed.insertNotice({ warning, version, entry: entry._id, tells: 'ENDED' }, session);
    await hub.entries.append([entry], session);
    return true;
  });
  return isTold === true;
};
