// Delivers a version: it is read and decided again for each recipient as of now. What policy has stopped allowing is
// withheld with its reason, the rest is sent. On the feed channel, being in the feed counts as sent; TLP:RED is not sent
// to persons who cannot sign in.
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EntryRow } from '../../store/entries.ts';
import { rowId } from '../../store/warnings.ts';
import { newEntry } from '../record/append-entry.ts';
import { untilDone } from '../record/until-done.ts';
import { keptVersion } from './kept-version.ts';
import { whyWithheldIn } from './why-withheld.ts';

type Deps = Pick<
  Hub,
  'warnings' | 'deliveries' | 'entries' | 'members' | 'directory' | 'database' | 'clock' | 'entropy'
>;

export const deliverWarning = async (
  hub: Deps,
  { _id, subject }: Pick<EntryRow, '_id' | 'subject'>,
): Promise<void> => {
  const { warning, version, members } = subject;
  if (warning === undefined || version === undefined || members === undefined) return;
  const row = await keptVersion(hub, warning, version);
  if (row === null) return;
  const { access } = contentOf(row.content);
  // A correction may have become stricter while this version waited.
  const head = await hub.warnings.head(warning);
  const inForce =
    head === null || head.version === version ? [access] : [access, contentOf(head.content).access];
  hub.directory.forget();
  const directory = await hub.directory.current();
  const causeOf = await whyWithheldIn(hub, inForce, directory);
  await untilDone(hub, async (session) => {
    const waiting = await hub.deliveries.waiting({ warning, version, members }, session);
    const moves = Map.groupBy(waiting, causeOf);
    const at = hub.clock.now();
    for (const [failure, rows] of moves) {
      const ids = rows.map((each) => each._id);
      await hub.deliveries.advance(ids, { to: failure === null ? 'SENT' : 'WITHHELD', at, failure }, session);
    }
    const append = async (event: 'delivery.sent' | 'delivery.withheld', rows: typeof waiting) => {
      if (rows.length === 0) return;
      const subject = { warning, version, members: rows.map(({ member }) => member) };
      const key = `${event}:${rowId(warning, version)}:${_id.toHexString()}`;
      const entry = newEntry(hub, { event, subject, exercise: access.exercise, key });
      await hub.entries.append([entry], session);
    };
    await append('delivery.sent', moves.get(null) ?? []);
    const withheld = [...moves].filter(([failure]) => failure !== null);
    await append(
      'delivery.withheld',
      withheld.flatMap(([, rows]) => rows),
    );
  });
};
