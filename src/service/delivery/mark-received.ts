// Records that a reader of a member was shown a version: RECEIVED. Marks are collected and written outside the reads,
// so that no read waits for a write.
import { askedBy } from '../../domain/answer/asked-by.ts';
import { deliveryId } from '../../domain/delivery.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { isUnlisted } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson } from '../../policy/decide.ts';
import { listedReason } from '../../policy/disclosed-relation.ts';
import { listingIn } from '../../policy/naming.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import type { Item } from '../item/item.ts';
import { newDelivery } from './new-delivery.ts';

export type Receipts = {
  /** `isLive`: shown on a stream; the delivery is created if the workers have not done so yet. */
  note(actor: Actor, item: Item, isLive: boolean): void;
  flush(): Promise<void>;
  close(): Promise<void>;
};

type RowIn = (directory: Directory) => DeliveryRow;

const rowOf = ({ member }: Actor, { summary, access, reason }: Item, at: Date): RowIn => {
  const { id: warning, version } = summary;
  const target = { warning, version, member: member.id, exercise: access.exercise };
  return (directory) => {
    const listed = listedReason(listingIn(directory, access, at.getTime(), anyPerson)(member));
    return newDelivery(target, { own: reason, listed }, at, { asking: askedBy(summary) });
  };
};

const FLUSH_MS = 250;
const REMEMBERED = 50_000;

export const openReceipts = (
  hub: Pick<Hub, 'deliveries' | 'directory' | 'clock' | 'log' | 'storage'>,
): Receipts => {
  const seen = new Set<string>();
  let live: RowIn[] = [];
  let shown: string[] = [];
  let unlisted: string[] = [];
  let isWriting: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const [rows, ids, hidden] = [live, shown, unlisted];
    [live, shown, unlisted] = [[], [], []];
    if (ids.length === 0 && hidden.length === 0) return;
    if (!(await hub.storage.allows('WORK'))) {
      // Reading goes on; what is shown again later is noted then.
      seen.clear();
      return;
    }
    if (rows.length > 0) {
      const directory = await hub.directory.current();
      await hub.deliveries.ensure(rows.map((rowIn) => rowIn(directory)));
    }
    const move = { to: 'RECEIVED', at: hub.clock.now(), failure: null } as const;
    if (ids.length > 0) await hub.deliveries.advance(ids, move);
    // A delivery that was listed stays as its publisher sees it when only a declared relation lets the member read on.
    if (hidden.length > 0) await hub.deliveries.advance(hidden, { ...move, onlyUnlisted: true });
  };
  const flush = (): Promise<void> => {
    isWriting = isWriting.then(write).catch((error: unknown) => {
      hub.log.warn({ err: error }, 'receipts were not written');
      seen.clear();
    });
    return isWriting;
  };
  const timer = setInterval(flush, FLUSH_MS);
  timer.unref();

  return {
    note: (actor, item, isLive) => {
      if (item.reason.kind === 'OWN' || item.isQuiet) return;
      const { id: warning, version } = item.summary;
      const name = `${warning}.${version} ${actor.member.id}`;
      if (seen.has(name)) return;
      if (seen.size >= REMEMBERED) seen.clear();
      seen.add(name);
      const id = deliveryId(warning, version, actor.member.id, 'FEED');
      if (isLive) live.push(rowOf(actor, item, hub.clock.now()));
      (isUnlisted(item.reason) ? unlisted : shown).push(id);
    },
    flush,
    close: () => {
      clearInterval(timer);
      return flush();
    },
  };
};
