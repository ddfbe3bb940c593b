// Tells the readers of a warning when its validity ends, by a notice, and records it. Whoever holds it keeps it by its id until
// its class ends.
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { rowId } from '../../store/warnings.ts';
import { newEntry } from '../record/append-entry.ts';

const AT_ONCE = 100;
/** Of one run: what is left is told in the next. */
const MOST = 5_000;

type Deps = Pick<Hub, 'warnings' | 'feed' | 'entries' | 'database' | 'clock' | 'entropy'>;

/** Returns how many. */
export const endWarnings = async (hub: Deps): Promise<number> => {
  let told = 0;
  while (told < MOST) {
    const ended = await hub.warnings.endedBefore(hub.clock.now(), AT_ONCE);
    for (const { warning, version, content } of ended) {
      const { exercise } = contentOf(content).access;
      await hub.database.transactionUnlessTaken(async (session) => {
        if (!(await hub.warnings.endIsTold(warning, version, session))) return;
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
      });
      told += 1;
    }
    if (ended.length < AT_ONCE) break;
  }
  return told;
};
