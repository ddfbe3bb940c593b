// The filters of the open streams: one object for all streams that ask for the same, which seals the cursors of all of them.
import { openSealer } from '../cursor.ts';
import type { CheckedFilter } from '../item/item.ts';
import type { Wanted } from './fan-out.ts';
import type { BrokerDeps } from './live-row.ts';

export type WantedFilters = { take(filter: CheckedFilter): Wanted; leave(wanted: Wanted): void };

type Held = { readonly wanted: Wanted; users: number };

export const openWantedFilters = (hub: Pick<BrokerDeps, 'cursorKey'>): WantedFilters => {
  const held = new Map<string, Held>();
  return {
    take: (filter) => {
      const known = held.get(filter.binding) ?? {
        wanted: { filter, seal: sealerOf(hub, filter.binding) },
        users: 0,
      };
      held.set(filter.binding, known);
      known.users += 1;
      return known.wanted;
    },
    leave: ({ filter: { binding } }) => {
      const known = held.get(binding);
      if (known === undefined) return;
      known.users -= 1;
      if (known.users === 0) held.delete(binding);
    },
  };
};

/** Seals the cursors of delivered rows with the key of the moment, which a stream may outlive. */
const sealerOf = (hub: Pick<BrokerDeps, 'cursorKey'>, binding: string): ((sequence: number) => string) => {
  let key = hub.cursorKey;
  let seal = openSealer(key, binding);
  return (sequence) => {
    if (key !== hub.cursorKey) {
      key = hub.cursorKey;
      seal = openSealer(key, binding);
    }
    return seal(sequence);
  };
};
