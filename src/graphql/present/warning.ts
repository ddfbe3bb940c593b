// A warning as the contract shows it: one flat object a row, so that plain fields cost one property access each.
// What needs another read (sources, objects, deliveries) is resolved from `item`.
import { TLP_IN_WORDS, type Tlp } from '../../domain/marking.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Card } from '../../domain/warning.ts';
import type { Item } from '../../service/feed/item.ts';

export type WarningSource = Omit<Card, 'tlp' | 'report' | 'objectCount'> & {
  readonly state: Item['state'];
  /** Null when the hub does not understand the marking. */
  readonly marking: Tlp | null;
  readonly markingInWords: string;
  readonly whyMe: Reason;
  readonly item: Item;
};

export const warningSource = (item: Item): WarningSource => {
  const { tlp, report: _report, objectCount: _count, ...shown } = item.card;
  return {
    ...shown,
    state: item.state,
    marking: tlp === 'UNKNOWN' ? null : tlp,
    markingInWords: TLP_IN_WORDS[tlp],
    whyMe: item.reason,
    item,
  };
};

export type EdgeSource = { readonly cursor: string; readonly node: WarningSource };

export const edgeSource = (item: Item): EdgeSource => ({ cursor: item.cursor, node: warningSource(item) });
