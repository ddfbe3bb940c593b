// Delivers a version: it is read and decided again for each recipient as of now. What policy has stopped allowing is
// withheld with its reason, the rest is sent. On the feed channel, being in the feed counts as sent.
import type { Hub } from '../../hub.ts';
import { decideMember } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EntryRow } from '../../store/entries.ts';
import { rowId } from '../../store/warnings.ts';
import { newEntry } from '../record/append-entry.ts';

type Deps = Pick<Hub, 'warnings' | 'deliveries' | 'entries' | 'directory' | 'database' | 'clock' | 'entropy'>;

export const deliverWarning = async (
  hub: Deps,
  { _id, subject }: Pick<EntryRow, '_id' | 'subject'>,
): Promise<void> => {
  const { warning, version, members } = subject;
  if (warning === undefined || version === undefined || members === undefined) return;
  const row = await hub.warnings.version(warning, version);
  if (row === null) return;
  const { access } = contentOf(row.content);
  hub.directory.forget();
  const directory = await hub.directory.current();
  const waiting = await hub.deliveries.waiting(warning, version, members);
  const at = hub.clock.now();
  const mayHave = (id: string): boolean => {
    const member = directory.members.get(id);
    if (member === undefined) return false;
    return decideMember(
      { member, providers: directory.providersOf(id), personsCount: true },
      access,
      at.getTime(),
    ).allowed;
  };
  const allowed = waiting.filter(({ member }) => mayHave(member));
  const withheld = waiting.filter((delivery) => !allowed.includes(delivery));
  const entryOf = (event: 'delivery.sent' | 'delivery.withheld', rows: typeof waiting) =>
    newEntry(hub, {
      event,
      subject: { warning, version, members: rows.map(({ member }) => member) },
      exercise: access.exercise,
      key: `${event}:${rowId(warning, version)}:${_id.toHexString()}`,
    });
  if (waiting.length === 0) return;
  await hub.database.transactionUnlessTaken(async (session) => {
    const idsOf = (rows: typeof waiting) => rows.map((each) => each._id);
    if (allowed.length > 0) {
      await hub.deliveries.advance(idsOf(allowed), { to: 'SENT', at, failure: null }, session);
      await hub.entries.append([entryOf('delivery.sent', allowed)], session);
    }
    if (withheld.length > 0) {
      const move = { to: 'WITHHELD', at, failure: 'POLICY_NO_LONGER_ALLOWS' } as const;
      await hub.deliveries.advance(idsOf(withheld), move, session);
      await hub.entries.append([entryOf('delivery.withheld', withheld)], session);
    }
  });
};
