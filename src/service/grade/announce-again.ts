// Notices that a sequencer of the release before has numbered: it does not show them, so they are announced once more.
import type { Hub } from '../../hub.ts';
import { REAL } from '../../store/feed.ts';
import { newEntry } from '../record/append-entry.ts';

const AT_ONCE = 100;

export const announceAgain = async (
  hub: Pick<Hub, 'feed' | 'entries' | 'database' | 'clock' | 'entropy'>,
): Promise<void> => {
  for (const { _id, entry: id, warning, version, exercise } of await hub.feed.unnumbered(AT_ONCE)) {
    const former = await hub.entries.byId(id);
    // Still to be numbered.
    if (former?.sequence === undefined) continue;
    const entry = newEntry(hub, {
      event: 'grade.raised',
      subject: { warning, version },
      exercise: exercise === REAL ? null : exercise,
      key: `raised:${_id}:${former.sequence}`,
      hasNoWork: true,
    });
    await hub.database.transactionUnlessTaken(async (session) => {
      await hub.feed.announceAgain(_id, entry._id, session);
      await hub.entries.append([entry], session);
    });
  }
};
