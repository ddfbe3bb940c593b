// Records that a reader of a member was shown a version: RECEIVED. Marks are collected and written outside the reads,
// so that no read waits for a write.
import { askedBy } from '../../domain/answer/asked-by.ts';
import { deliveryId } from '../../domain/delivery.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { isUnlisted } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson } from '../../policy/decide.ts';
import { listedReason } from '../../policy/disclosed-relation.ts';
import { listingIn } from '../../policy/naming.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import { deliveredVersions } from '../item/delivered-version.ts';
import type { Item } from '../item/item.ts';
import { newDelivery } from './new-delivery.ts';
import { openStanding, type Standing } from './standing.ts';

export type Receipts = {
  /** `isLive`: shown on a stream; the delivery is created if the workers have not done so yet. */
  note(actor: Actor, item: Item, isLive: boolean): void;
  flush(): Promise<void>;
  close(): Promise<void>;
};

/** A version that a reader of a member was shown on a stream. */
type Shown = { readonly id: string; readonly member: Member; readonly item: Item; readonly at: Date };

/** The rows of those deliveries that the workers have not made yet: most are there when a stream has shown them. */
const missing = async (
  hub: Pick<Hub, 'deliveries' | 'directory' | 'warnings'>,
  shown: readonly Shown[],
): Promise<DeliveryRow[]> => {
  const there = await hub.deliveries.known(shown.map(({ id }) => id));
  const directory = await hub.directory.current();
  const byVersion = new Map<Item['access'], ReturnType<typeof listingIn>>();
  const absent = shown.filter(({ id }) => !there.has(id));
  const standing = await standingsOf(hub, absent);
  return absent.map(({ id, member, item: { summary, access, reason }, at }) => {
    const { id: warning, version } = summary;
    const listing = byVersion.get(access) ?? listingIn(directory, access, at.getTime(), anyPerson);
    byVersion.set(access, listing);
    const target = { warning, version, member: member.id, exercise: access.exercise };
    const reasons = { own: reason, listed: listedReason(listing(member)) };
    return newDelivery(target, reasons, at, { asking: askedBy(summary), standing: standing.get(id) });
  });
};

/** What stands for these deliveries, by their ids. */
const standingsOf = async (
  hub: Pick<Hub, 'deliveries' | 'warnings'>,
  shown: readonly Shown[],
): Promise<ReadonlyMap<string, Standing>> => {
  const found = new Map<string, Standing>();
  for (const group of Map.groupBy(shown, ({ item }) => item.access).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const standing = await openStanding(hub, first.item.summary)(group.map(({ member }) => member.id));
    for (const { id, member } of group) {
      const stands = standing.get(member.id);
      if (stands !== undefined) found.set(id, stands);
    }
  }
  return found;
};

type Silent = Pick<Shown, 'member' | 'item'>;

/**
 * The deliveries by which these members have what came silently: those of the version that was announced before it. None is made for
 * whoever has none.
 */
const standingFor = async (
  hub: Pick<Hub, 'warnings'>,
  silent: readonly Silent[],
): Promise<{ readonly ids: string[]; readonly hidden: string[] }> => {
  // Of one warning several versions may be shown at once, each with what was announced before it.
  const byVersion = Map.groupBy(silent, ({ item }) => item.summary.version);
  const found: { ids: string[]; hidden: string[] } = { ids: [], hidden: [] };
  for (const [version, group] of byVersion) {
    const announced = await deliveredVersions(
      hub,
      group.map(({ item }) => item),
    );
    for (const { member, item } of group) {
      const { id } = item.summary;
      const delivery = deliveryId(id, announced.get(id) ?? version, member.id, 'FEED');
      (isUnlisted(item.reason) ? found.hidden : found.ids).push(delivery);
    }
  }
  return found;
};

const FLUSH_MS = 250;
const REMEMBERED = 50_000;

/**
 * Which members were shown which versions, by the facts of a version, which readers share: a page of versions that were seen
 * before makes no names.
 */
const openSeen = () => {
  let members = new WeakMap<Item['access'], Set<string>>();
  let remembered = 0;
  const forget = (): void => {
    members = new WeakMap();
    remembered = 0;
  };
  return {
    forget,
    isNew: ({ access }: Item, member: string): boolean => {
      if (members.get(access)?.has(member) === true) return false;
      if (remembered >= REMEMBERED) forget();
      remembered += 1;
      const known = members.get(access);
      if (known === undefined) members.set(access, new Set([member]));
      else known.add(member);
      return true;
    },
  };
};

type Deps = Pick<Hub, 'deliveries' | 'directory' | 'warnings' | 'clock' | 'log' | 'storage'>;

export const openReceipts = (hub: Deps, flushMs = FLUSH_MS): Receipts => {
  const seen = openSeen();
  let live: Shown[] = [];
  let shown: string[] = [];
  let unlisted: string[] = [];
  let silent: Silent[] = [];
  let isWriting: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const [rows, loud, unseen, still] = [live, shown, unlisted, silent];
    [live, shown, unlisted, silent] = [[], [], [], []];
    if (loud.length === 0 && unseen.length === 0 && still.length === 0) return;
    if (!(await hub.storage.allows('WORK'))) {
      // Reading goes on; what is shown again later is noted then.
      seen.forget();
      return;
    }
    if (rows.length > 0) await hub.deliveries.ensure(await missing(hub, rows));
    const standing = await standingFor(hub, still);
    const [ids, hidden] = [
      [...loud, ...standing.ids],
      [...unseen, ...standing.hidden],
    ];
    const move = { to: 'RECEIVED', at: hub.clock.now(), failure: null } as const;
    if (ids.length > 0) await hub.deliveries.advance(ids, move);
    // A delivery that was listed stays as its publisher sees it when only a declared relation lets the member read on.
    if (hidden.length > 0) await hub.deliveries.advance(hidden, { ...move, onlyUnlisted: true });
  };
  const flush = (): Promise<void> => {
    isWriting = isWriting.then(write).catch((error: unknown) => {
      hub.log.warn({ err: error }, 'receipts were not written');
      seen.forget();
    });
    return isWriting;
  };
  const timer = setInterval(flush, flushMs);
  timer.unref();

  return {
    note: (actor, item, isLive) => {
      if (item.reason.kind === 'OWN') return;
      if (!seen.isNew(item, actor.member.id)) return;
      if (item.isQuiet) {
        silent.push({ member: actor.member, item });
        return;
      }
      const { id: warning, version } = item.summary;
      const id = deliveryId(warning, version, actor.member.id, 'FEED');
      if (isLive) live.push({ id, member: actor.member, item, at: hub.clock.now() });
      (isUnlisted(item.reason) ? unlisted : shown).push(id);
    },
    flush,
    close: () => {
      clearInterval(timer);
      return flush();
    },
  };
};
