// Targeting: turns a numbered version into one delivery per recipient, each with its reason, and entries that trigger
// the deliveries in chunks. It is idempotent: delivery ids and entry keys are derived from the version.
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EntryRow } from '../../store/entries.ts';
import { rowId } from '../../store/warnings.ts';
import { recipientsOf } from '../audience/resolve-audience.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import { newEntry, precedenceOf } from '../record/append-entry.ts';

type Deps = Pick<Hub, 'warnings' | 'deliveries' | 'entries' | 'directory' | 'database' | 'clock' | 'entropy'>;

/** Recipients per delivery job. */
const CHUNK = 100;

export const targetWarning = async (hub: Deps, { subject }: Pick<EntryRow, 'subject'>): Promise<void> => {
  const { warning, version } = subject;
  if (warning === undefined || version === undefined) return;
  const row = await hub.warnings.version(warning, version);
  if (row === null || row.isQuiet) return;
  const content = contentOf(row.content);
  const { access } = content;
  hub.directory.forget();
  const { recipients } = recipientsOf(access, await hub.directory.current(), hub.clock.now().getTime());
  for (let from = 0; from < recipients.length; from += CHUNK) {
    const chunk = recipients.slice(from, from + CHUNK);
    const key = `targeted:${rowId(warning, version)}:${from / CHUNK}`;
    const at = hub.clock.now();
    const members = chunk.map(({ member }) => member.id);
    const rows = chunk.map(({ member, reason }) =>
      newDelivery({ warning, version, member: member.id, exercise: access.exercise }, reason, at),
    );
    const entry = newEntry(hub, {
      event: 'warning.targeted',
      subject: { warning, version, members },
      exercise: access.exercise,
      key,
      precedence: precedenceOf(content),
    });
    await hub.database.transactionUnlessTaken(async (session) => {
      if (await hub.entries.hasKey(key, session)) return;
      await hub.deliveries.ensure(rows, session);
      await hub.entries.append([entry], session);
    });
  }
};
