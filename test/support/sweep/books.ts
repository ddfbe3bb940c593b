// What a played world contains, as its acts said it, and what each reader may have of it: written from the invariants (I1,
// I30) and decisions 0002 and 0008, without a look at src/policy. Plain loops; nothing is fast here.
import type { StixObject } from 'stix2-ts/stix-object';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import type { EffectiveTlp } from '../../../src/domain/marking.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { mayRead, mayReadObject, ORDER } from '../world/oracle.ts';

export type BookWarning = {
  readonly id: string;
  version: number;
  access: AccessFacts;
  /** Marks of the texts in force, and of those before. */
  canaries: string[];
  formerCanaries: string[];
  /** Each version before, oldest first, with the marks of its texts; none once it was recalled. */
  formers: readonly Former[];
  isCancelled: boolean;
  /** Of every version, once it was recalled: only its publisher's member sees any of them. */
  recalledCanaries: string[];
  /** Its publisher must not be named; these texts would name it. */
  isUnnamed: boolean;
  readonly traces: readonly string[];
};

export type Former = {
  readonly version: number;
  readonly access: AccessFacts;
  readonly canaries: readonly string[];
};

export type Holder = {
  readonly warning: string;
  readonly version: number;
  /** Of the ids in it: those that its publisher could read when it published. The others are its own words. */
  readonly known: ReadonlySet<string>;
};

export type BookRow = {
  readonly object: StixObject;
  readonly source: string;
  readonly tlp: EffectiveTlp | null;
  readonly holders: Holder[];
};

export type Books = {
  readonly warnings: Map<string, BookWarning>;
  readonly rows: BookRow[];
  /** Ids that stand for nothing hidden: members' identities, predefined markings. */
  readonly open: ReadonlySet<string>;
  /** `<warning> <version> <member id>` of each delivery. */
  readonly delivered: Set<string>;
};

const ID = /[a-z][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export const idsIn = (text: string): string[] => [...new Set(text.match(ID) ?? [])];

/** Ids in an object, without its own. */
export const mentionsOf = (object: StixObject): string[] =>
  idsIn(JSON.stringify(object)).filter((id) => id !== object.id);

const isContainer = ({ type }: StixObject): boolean => type === 'report' || type === 'grouping';

/** Whether anything is left of the object without these references: of a report or grouping a copy with the others. */
const isLeft = (object: StixObject, missing: readonly string[]): boolean => {
  if (missing.length === 0) return true;
  if (!isContainer(object)) return false;
  const members = (object['object_refs'] ?? []) as string[];
  return missing.every((id) => members.includes(id)) && members.some((id) => !missing.includes(id));
};

export type View = {
  /** Rows as they are; of a report or grouping with references left out only a copy is had. */
  readonly whole: ReadonlySet<BookRow>;
  readonly copied: ReadonlySet<BookRow>;
  /** Rows that a correction or cancellation took out, of which the reader may still see that they were there. */
  readonly withdrawn: ReadonlySet<BookRow>;
  mayReadWarning(id: string): boolean;
  mayReadId(id: string): boolean;
};

/** What one actor may read. */
export const viewOf = ({ warnings, rows, open, delivered }: Books, actor: Actor): View => {
  const mayReadWarning = (id: string): boolean => {
    const warning = warnings.get(id);
    return warning !== undefined && mayRead(actor, warning.access);
  };
  const betrays = (warning: BookWarning, { object }: BookRow): boolean => {
    if (!warning.isUnnamed || warning.access.publisher === actor.member.id) return false;
    const text = JSON.stringify(object).toLowerCase();
    return warning.traces.some((trace) => text.includes(trace.toLowerCase()));
  };
  const isOpenThrough = (row: BookRow, warning: BookWarning): boolean =>
    mayReadObject(actor, warning.access, row.tlp ?? warning.access.tlp) && !betrays(warning, row);
  const isCurrent = ({ version }: Holder, warning: BookWarning): boolean => version === warning.version;
  /** The holders through which it may be read, before its references are looked at. */
  const openHolders = (row: BookRow): Holder[] =>
    row.holders.filter((holder) => {
      const warning = warnings.get(holder.warning);
      return warning !== undefined && isCurrent(holder, warning) && isOpenThrough(row, warning);
    });
  // The largest set of rows that refer to each other alone: begin with all, and take out until nothing changes.
  const left = new Map(
    rows.map((row) => [row, openHolders(row)] as const).filter(([, holders]) => holders.length > 0),
  );
  const readableIds = (): Set<string> => new Set([...left.keys()].map(({ object }) => object.id));
  const things = new Set(rows.map(({ object }) => object.id));
  /** Of something that is here: an id that nothing has stands for nothing. */
  const isHidden = (id: string, readable: ReadonlySet<string>): boolean =>
    warnings.has(id) ? !mayReadWarning(id) : things.has(id) && !open.has(id) && !readable.has(id);
  const missingIn = (row: BookRow, { known }: Holder, readable: ReadonlySet<string>): string[] =>
    mentionsOf(row.object).filter((id) => known.has(id) && isHidden(id, readable));
  for (let before = -1; before !== sizeOf(left); ) {
    before = sizeOf(left);
    const readable = readableIds();
    for (const [row, holders] of [...left]) {
      const still = holders.filter((holder) => isLeft(row.object, missingIn(row, holder, readable)));
      if (still.length === 0) left.delete(row);
      else left.set(row, still);
    }
  }
  const readable = readableIds();
  const isWhole = (row: BookRow): boolean =>
    (left.get(row) ?? []).some((holder) => missingIn(row, holder, readable).length === 0);
  const wasThere = (row: BookRow): boolean =>
    row.holders.some((holder) => {
      const warning = warnings.get(holder.warning);
      if (warning === undefined || isCurrent(holder, warning) || !isOpenThrough(row, warning)) return false;
      const isOwn = warning.access.publisher === actor.member.id;
      return isOwn || delivered.has(`${holder.warning} ${holder.version} ${actor.member.id}`);
    });
  return {
    whole: new Set([...left.keys()].filter(isWhole)),
    copied: new Set([...left.keys()].filter((row) => !isWhole(row))),
    withdrawn: new Set(rows.filter((row) => !left.has(row) && wasThere(row))),
    mayReadWarning,
    mayReadId: (id) => open.has(id) || readable.has(id),
  };
};

/**
 * Marks of what the reader's member held of a warning before its current version, where it may read both by their own rules, and the
 * one it held was marked no more strictly: what changed is said of it.
 */
export const heldBefore = (
  { delivered }: Books,
  { id, version, access, formers, isCancelled }: BookWarning,
  actor: Actor,
) => {
  if (isCancelled) return [];
  const isOwn = access.publisher === actor.member.id;
  const held = formers.findLast((former) =>
    isOwn ? former.version === version - 1 : delivered.has(`${id} ${former.version} ${actor.member.id}`),
  );
  if (held === undefined || !mayRead(actor, held.access)) return [];
  return ORDER.indexOf(held.access.tlp) <= ORDER.indexOf(access.tlp) ? held.canaries : [];
};

/** Marks of every version before that the reader's member had, where it may read it by its own rules. */
export const heldVersions = ({ delivered }: Books, { id, access, formers }: BookWarning, actor: Actor) =>
  formers
    .filter(
      (former) =>
        (access.publisher === actor.member.id ||
          delivered.has(`${id} ${former.version} ${actor.member.id}`)) &&
        mayRead(actor, former.access),
    )
    .flatMap(({ canaries }) => canaries);

const sizeOf = (left: ReadonlyMap<BookRow, readonly Holder[]>): number =>
  [...left.values()].reduce((sum, holders) => sum + holders.length, 0);

/** Own words in what is read: ids that its publisher could not read when it published. */
export const ownWords = (rows: Iterable<BookRow>): string[] =>
  [...rows].flatMap((row) =>
    mentionsOf(row.object).filter((id) => row.holders.some(({ known }) => !known.has(id))),
  );
