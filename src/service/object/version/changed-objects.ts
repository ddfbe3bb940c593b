// The objects by which two versions of a warning differ, for a reader who may have both (item/item-versions.ts). Each object is
// decided again: as it can be read now or as its history shows it to this reader, and by the access facts of the version that held it.
import { type Difference, differenceOf } from 'stix2-ts/difference';
import { newestFirst } from 'stix2-ts/version';
import { pageSizeProblem } from '../../../domain/limit/page-size.ts';
import { type EffectiveTlp, strictest } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { decideObject } from '../../../policy/decide.ts';
import { ObjectId } from '../../../store/connect.ts';
import type { HeldRow } from '../../../store/object/held-ids.ts';
import { type ObjectRow, textOf } from '../../../store/objects.ts';
import { cursorProblem, openBlock, sealBlock } from '../../cursor.ts';
import { inTurn } from '../../in-turn.ts';
import type { ItemVersion } from '../../item/item-versions.ts';
import { openPauses } from '../../yield-to-event-loop.ts';
import type { Through } from '../decided-rows.ts';
import type { ObjectDeps } from '../read-objects.ts';
import { readableRows } from '../read-rows.ts';
import { type VisibleObject, visibleObject } from '../visible-object.ts';
import { hexOf } from './latest-row.ts';
import { withdrawnRows } from './withdrawn-rows.ts';

export type ObjectChange = {
  /** The STIX id that the reader sees, and its type. */
  readonly id: string;
  readonly type: string;
  /** The strictest marking of what is shown of it; null where it has none of its own. */
  readonly tlp: EffectiveTlp | null;
  /** Null where that version does not hold it, as far as the reader may know. */
  readonly before: VisibleObject | null;
  readonly after: VisibleObject | null;
  readonly difference: Difference;
};

export type ChangePage = {
  readonly objects: readonly { readonly cursor: string; readonly change: ObjectChange }[];
  readonly hasNextPage: boolean;
};

export type VersionPair = { readonly from: ItemVersion; readonly to: ItemVersion };

type Deps = ObjectDeps & Pick<Hub, 'deliveries'>;
type PageRequest = { readonly first: number; readonly after: string | null };

/** The rows of both versions under one STIX id. */
type Pair = { readonly before: readonly ObjectId[]; readonly after: readonly ObjectId[] };

/** Read together. */
const AT_ONCE = 50;

/**
 * In the order of their STIX ids, which says nothing of when each was published. One page at a time for each member: versions may
 * hold thousands of objects, and a page reads and compares them all where few differ.
 */
export const changedObjects = (
  hub: Deps,
  actor: Actor,
  versions: VersionPair,
  request: PageRequest,
): Promise<Outcome<ChangePage>> => inTurn(actor.member.id, () => changedPage(hub, actor, versions, request));

const changedPage = async (
  hub: Deps,
  actor: Actor,
  versions: VersionPair,
  { first, after }: PageRequest,
): Promise<Outcome<ChangePage>> => {
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const binding = bindingOf(versions);
  const block = after === null ? null : openBlock(hub.cursorKey, binding, after);
  const pairs =
    block === null && after !== null
      ? null
      : await pairsOf(hub, versions, block === null ? null : new ObjectId(block));
  if (pairs === null) return refused(cursorProblem(hub.cursorKey, binding, after ?? ''));
  const found: ChangePage['objects'][number][] = [];
  const pause = openPauses();
  for (let from = 0; from < pairs.length && found.length <= first; from += AT_ONCE) {
    const batch = pairs.slice(from, from + AT_ONCE);
    const shown = await shownAmong(hub, actor, versions, batch);
    for (const pair of batch) {
      await pause();
      const change = changeOf(pair, shown);
      if (change !== null)
        found.push({ cursor: sealBlock(hub.cursorKey, binding, placeOf(pair).id), change });
    }
  }
  return accepted({ objects: found.slice(0, first), hasNextPage: found.length > first });
};

const bindingOf = ({ from, to }: VersionPair): string =>
  `changed-objects:${from.summary.id}.${from.summary.version}.${to.summary.version}`;

const placeOf = ({ before, after }: Pair): ObjectId => (before[0] ?? after[0]) as ObjectId;

/** Those behind the last that was seen: what came before it is not read again. Null where that one is gone. */
const pairsOf = async (
  hub: Deps,
  { from, to }: VersionPair,
  seen: ObjectId | null,
): Promise<readonly Pair[] | null> => {
  const { id: warning, version } = from.summary;
  const held = await hub.objects.heldApart({ warning, before: version, after: to.summary.version, seen });
  if (held === null) return null;
  const before = Map.groupBy(held.before.toSorted(inOrder), ({ stixId }) => stixId);
  const after = Map.groupBy(held.after.toSorted(inOrder), ({ stixId }) => stixId);
  const idsIn = (rows: readonly HeldRow[] = []): ObjectId[] => rows.map(({ _id }) => _id);
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .map((stixId) => ({ before: idsIn(before.get(stixId)), after: idsIn(after.get(stixId)) }));
};

const inOrder = (one: HeldRow, other: HeldRow): number => (hexOf(one) < hexOf(other) ? -1 : 1);

type Shown = ReadonlyMap<string, VisibleObject>;

/** By the ids of their rows, in hex; what the reader may not have is absent. */
const shownAmong = async (
  hub: Deps,
  actor: Actor,
  { from, to }: VersionPair,
  pairs: readonly Pair[],
): Promise<Shown> => {
  const { exercise } = from.access;
  const rows = await hub.objects.byIds(pairs.flatMap(({ before, after }) => [...before, ...after]));
  const readable = await readableRows(hub, actor, rows, exercise);
  const rest = rows.filter((row) => !readable.has(hexOf(row)));
  const withdrawn = await withdrawnRows(hub, actor, rest, exercise);
  const former = new Set(pairs.flatMap(({ before }) => before.map((id) => id.toHexString())));
  const nowMs = hub.clock.now().getTime();
  const mayHave = (row: ObjectRow): boolean =>
    decideObject(
      actor,
      (former.has(hexOf(row)) ? from : to).access,
      { ...row, text: () => textOf(row) },
      nowMs,
    ).allowed;
  const shown = new Map<string, VisibleObject>();
  const pause = openPauses();
  for (const row of rows) {
    const through: Through | undefined = readable.get(hexOf(row)) ?? withdrawn.get(hexOf(row));
    if (through !== undefined && mayHave(row)) shown.set(hexOf(row), visibleObject(row, through));
    await pause();
  }
  return shown;
};

const changeOf = (pair: Pair, shown: Shown): ObjectChange | null => {
  const [before, after] = [newestOf(pair.before, shown), newestOf(pair.after, shown)];
  const one = after ?? before;
  if (one === null) return null;
  const difference = differenceOf(before?.object, after?.object);
  // The same again, such as under another marking of the warning.
  if (difference.changes.length === 0) return null;
  const markings = [before?.tlp, after?.tlp].filter((tlp) => tlp != null);
  const [first, ...others] = markings;
  return {
    id: one.object.id,
    type: one.type,
    tlp: first === undefined ? null : strictest(first, ...others),
    before,
    after,
    difference,
  };
};

const newestOf = (rows: readonly ObjectId[], shown: Shown): VisibleObject | null =>
  rows
    .flatMap((id) => shown.get(id.toHexString()) ?? [])
    .toSorted((one, other) => newestFirst(one.row?.modified ?? '', other.row?.modified ?? ''))[0] ?? null;
