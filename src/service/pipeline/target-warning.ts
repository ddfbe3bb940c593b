// Targeting: turns a numbered version into one delivery per recipient, each with its reason, and entries that trigger
// the deliveries in chunks. It is idempotent: delivery ids are derived from the version, and entry keys from the members of
// a chunk, since the directory may change before it runs again: by a number a chunk would stand for other members, and those
// that moved across its edge would be left out. One that is delivered already is not delivered again. Recipients that
// the publisher does not see are in chunks of their own, after the others: times that chunks share must not tell how many
// of them there are (I32).
import { askedBy } from '../../domain/answer/asked-by.ts';
import type { Asking } from '../../domain/answer/asking.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson } from '../../policy/decide.ts';
import { listedReason } from '../../policy/disclosed-relation.ts';
import { listingIn } from '../../policy/naming.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EntryRow } from '../../store/entries.ts';
import { rowId } from '../../store/warnings.ts';
import { recipientsOf } from '../audience/resolve-audience.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import { openStanding, type StandingOf } from '../delivery/standing.ts';
import { digestOf, newEntry, type Precedence, precedenceOf } from '../record/append-entry.ts';
import { untilDone } from '../record/until-done.ts';
import { keptVersion } from './kept-version.ts';

type Deps = Pick<Hub, 'warnings' | 'deliveries' | 'entries' | 'directory' | 'database' | 'clock' | 'entropy'>;

/** Recipients per delivery job. */
const CHUNK = 100;

/** `anew`: for one member alone that may have it since; `mark` tells this time from others. */
export const targetWarning = async (
  hub: Deps,
  { subject }: Pick<EntryRow, 'subject'>,
  anew: { readonly member: string; readonly mark: string } | null = null,
): Promise<void> => {
  const { warning, version } = subject;
  if (warning === undefined || version === undefined) return;
  const row = await keptVersion(hub, warning, version);
  if (row === null || row.isQuiet) return;
  const content = contentOf(row.content);
  const { access } = content;
  hub.directory.forget();
  const nowMs = hub.clock.now().getTime();
  const directory = await hub.directory.current();
  const listingOf = listingIn(directory, access, nowMs, anyPerson);
  const all = recipientsOf(access, directory, nowMs);
  const chosen = anew === null ? all : all.filter(({ member }) => member.id === anew.member);
  const ordered = await holdersFirst(
    hub,
    { warning, version },
    chosen.map((each) => ({ ...each, id: each.member.id })),
  );
  const recipients = ordered.map(({ member, reason }) => ({
    member: member.id,
    own: reason,
    listed: listedReason(listingOf(member)),
  }));
  const mark = anew === null ? '' : `:${anew.mark}`;
  const precedence = precedenceOf(content, row);
  const asking = askedBy(content.summary);
  const standingOf = openStanding(hub, content.summary);
  const target = { warning, version, exercise: access.exercise, precedence, mark, asking, standingOf };
  // Nobody is reminded of a version that is not current any more; a step that is being noted is noted before or not at all.
  await hub.deliveries.closeFormer(warning, version);
  const isListed = ({ listed }: Targeted): boolean => listed !== null;
  await targetInChunks(hub, target, 'listed', recipients.filter(isListed));
  await targetInChunks(
    hub,
    target,
    'unlisted',
    recipients.filter((each) => !isListed(each)),
  );
};

/** Whoever has a former version is told of this one before others are. */
const holdersFirst = async <Each extends { readonly id: string }>(
  { deliveries }: Pick<Hub, 'deliveries'>,
  { warning, version }: { readonly warning: string; readonly version: number },
  recipients: readonly Each[],
): Promise<readonly Each[]> => {
  if (version === 1 || recipients.length <= CHUNK) return recipients;
  const held = await deliveries.heldBefore(
    warning,
    version,
    recipients.map(({ id }) => id),
  );
  const isHolder = ({ id }: Each): boolean => held.has(id);
  return [...recipients.filter(isHolder), ...recipients.filter((each) => !isHolder(each))];
};

type Version = {
  readonly warning: string;
  readonly version: number;
  readonly exercise: string | null;
  readonly precedence: Precedence;
  /** Part of the keys of its entries. */
  readonly mark: string;
  /** What it asks of its recipients; null for nothing. */
  readonly asking: Asking | null;
  readonly standingOf: StandingOf;
};
type Targeted = { readonly member: string; readonly own: Reason; readonly listed: Reason | null };

const targetInChunks = async (
  hub: Deps,
  { warning, version, exercise, precedence, mark, asking, standingOf }: Version,
  part: 'listed' | 'unlisted',
  recipients: readonly Targeted[],
): Promise<void> => {
  for (let from = 0; from < recipients.length; from += CHUNK) {
    const chunk = recipients.slice(from, from + CHUNK);
    const at = hub.clock.now();
    const members = chunk.map(({ member }) => member);
    const key = `targeted:${rowId(warning, version)}:${part}:${digestOf(members)}${mark}`;
    const standing = await standingOf(members);
    const rows = chunk.map((each) =>
      newDelivery({ warning, version, member: each.member, exercise }, each, at, {
        asking,
        standing: standing.get(each.member),
      }),
    );
    const entry = newEntry(hub, {
      event: 'warning.targeted',
      subject: { warning, version, members },
      exercise,
      key,
      precedence,
    });
    await untilDone(hub, async (session) => {
      if (await hub.entries.hasKey(key, session)) return;
      await hub.deliveries.ensure(rows, session);
      await hub.entries.append([entry], session);
    });
  }
};
