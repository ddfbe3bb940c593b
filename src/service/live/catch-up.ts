// What a stream missed: read from the store, oldest first, from the reader's cursor to where the broker stood when the
// stream was opened. From there on the broker's own rows follow without a gap.
import type { Actor } from '../../domain/member.ts';
import { readerTokens } from '../../policy/scope.ts';
import { isFolded, loadTwins } from '../feed/fold-twins.ts';
import type { CheckedFilter, Item } from '../item/item.ts';
import { readRows } from '../feed/read-feed.ts';
import type { BrokerRoom } from './live-row.ts';
import { toItem } from './match.ts';

const BATCH = 100;

export async function* catchUp(
  hub: BrokerRoom,
  listener: {
    readonly actor: Actor;
    readonly filter: CheckedFilter;
    readonly seal: (sequence: number) => string;
  },
  after: number,
  until: number,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  const tokens = readerTokens(listener.actor);
  let from = after;
  while (from < until && !signal.aborted) {
    const page = await readRows(hub, listener.filter, tokens, BATCH, { after: from });
    const { rows } = page;
    const twins = await loadTwins(hub, rows, tokens);
    for (const row of rows) {
      if ((row.sequence ?? 0) > until) return;
      const nowMs = hub.clock.now().getTime();
      if (row.isQuiet || isFolded(row, twins, listener.actor, listener.filter, nowMs)) continue;
      const item = toItem(hub, row, listener.actor, listener.seal);
      if (item !== null) yield item;
    }
    if (page.isLast) return;
    from = page.end ?? until;
  }
}
