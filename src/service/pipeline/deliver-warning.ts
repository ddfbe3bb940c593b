// Delivers a version: it is read and decided again for each recipient as of now. What policy has stopped allowing is
// withheld with its reason, the rest is sent. On the feed channel, being in the feed counts as sent; TLP:RED is not sent
// to persons who cannot sign in.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { personsNamedBy } from '../../domain/audience.ts';
import type { Directory } from '../../domain/directory.ts';
import type { ProblemCode } from '../../domain/problem-codes/catalogue.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson, decideMember } from '../../policy/decide.ts';
import { listingIn } from '../../policy/listing.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import type { EntryRow } from '../../store/entries.ts';
import { rowId } from '../../store/warnings.ts';
import { personsWhoSignIn } from '../access/persons-who-sign-in.ts';
import { newEntry } from '../record/append-entry.ts';

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
  const row = await hub.warnings.version(warning, version);
  if (row === null) return;
  const { access } = contentOf(row.content);
  hub.directory.forget();
  const directory = await hub.directory.current();
  const waiting = await hub.deliveries.waiting(warning, version, members);
  const at = hub.clock.now();
  const causeOf = await causesIn(hub, access, directory);
  const causes = new Map(waiting.map((delivery) => [delivery._id, causeOf(delivery)]));
  const allowed = waiting.filter((row) => causes.get(row._id) === null);
  const withheld = waiting.filter((row) => causes.get(row._id) !== null);
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
      for (const [failure, rows] of Map.groupBy(withheld, (row) => causes.get(row._id) ?? null))
        await hub.deliveries.advance(idsOf(rows), { to: 'WITHHELD', at, failure }, session);
      await hub.entries.append([entryOf('delivery.withheld', withheld)], session);
    }
  });
};

/**
 * Why a member may not have it now; null where it may. One that is listed is decided by what its publisher may know: its
 * state must not tell that a declared relation still lets the member read (I32).
 */
const causesIn = async (
  hub: Deps,
  access: AccessFacts,
  directory: Directory,
): Promise<(delivery: DeliveryRow) => ProblemCode | null> => {
  const nowMs = hub.clock.now().getTime();
  const whoSignIn =
    access.tlp === 'RED' ? await personsWhoSignIn(hub, personsNamedBy(access.audience)) : null;
  const canSignIn = (person: string): boolean => whoSignIn?.has(person) !== false;
  const mayHave = ({ member: id, isListed }: DeliveryRow, counts: (person: string) => boolean): boolean => {
    const member = directory.members.get(id);
    if (member === undefined) return false;
    if (isListed === true) return listingIn(access, nowMs, counts)(member)?.allowed === true;
    return decideMember({ member, providers: directory.providersOf(id), counts }, access, nowMs).allowed;
  };
  return (delivery) => {
    if (!mayHave(delivery, anyPerson)) return 'POLICY_NO_LONGER_ALLOWS';
    return mayHave(delivery, canSignIn) ? null : 'NOBODY_CAN_SIGN_IN';
  };
};
