// A warning as the contract shows it: one flat object per row, so that a plain field costs one property access.
// Fields that need another read (sources, objects, deliveries) resolve from `item`.
import type { Level } from '../../domain/answer/asking.ts';
import { type Handling, handlingInWords } from '../../domain/handling.ts';
import { markingInWords, type Tlp } from '../../domain/marking.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Item } from '../../service/item/item.ts';

export type WarningSource = Omit<
  Summary,
  | 'tlp'
  | 'report'
  | 'objectCount'
  | 'handling'
  | 'statedHandling'
  | 'changes'
  | 'recall'
  | 'level'
  | 'answerBy'
  | 'takenAt'
> & {
  readonly state: Item['state'];
  /** Null when the hub does not understand the marking. */
  readonly marking: Tlp | null;
  readonly markingInWords: string;
  readonly handling:
    | (Handling & { readonly inWords: readonly string[]; readonly reference: string | null })
    | null;
  readonly changes: readonly string[];
  readonly level: Level;
  readonly answerBy: string | null;
  readonly takenInAt: string;
  readonly whyMe: Reason;
  readonly item: Item;
};

/** What is shown of a summary, the same for every reader of it. */
export type ShownTexts = Omit<WarningSource, 'state' | 'whyMe' | 'item'>;

/** The part of a summary that is the same for every reader; built once per summary in memory. */
const shownSummaries = new WeakMap<Summary, ShownTexts>();

export const shownTexts = (summary: Summary): ShownTexts => {
  const held = shownSummaries.get(summary);
  if (held !== undefined) return held;
  const { tlp, report: _report, objectCount: _count, recall: _recall, takenAt, ...rest } = summary;
  const { handling, statedHandling, ...facts } = rest;
  const shown = {
    ...facts,
    marking: tlp === 'UNKNOWN' ? null : tlp,
    changes: facts.changes ?? [],
    level: facts.level ?? ('INFORMATION' as const),
    answerBy: facts.answerBy ?? null,
    takenInAt: takenAt ?? facts.updatedAt,
    markingInWords: markingInWords(tlp, handling?.from != null || handling?.until != null),
    handling:
      handling === undefined
        ? null
        : {
            ...handling,
            inWords: handlingInWords(handling),
            reference: statedHandling?.reference ?? null,
          },
  };
  shownSummaries.set(summary, shown);
  return shown;
};

/** The reader's own facts, with the shared ones as prototype, so that a row costs three fields. */
export const warningSource = (item: Item): WarningSource =>
  Object.assign(Object.create(shownTexts(item.summary)) as ShownTexts, {
    state: item.state,
    whyMe: item.reason,
    item,
  });

export type EdgeSource = {
  readonly cursor: string;
  readonly node: WarningSource;
  readonly occasion: Item['occasion'];
};

/** The node is made when it is asked for: a shared page asks for none. */
export const edgeSource = (item: Item): EdgeSource => ({
  cursor: item.cursor,
  get node() {
    return warningSource(item);
  },
  occasion: item.occasion,
});
