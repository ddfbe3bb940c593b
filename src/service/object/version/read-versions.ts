// The history of an object: every version that the reader may see, newest first, and what changed between two of
// them. Each row is decided separately; hidden ones leave no gap, are not counted and cannot be named.

import { type Difference, differenceOf } from 'stix2-ts/difference';
import type { StixObject } from 'stix2-ts/stix-object';
import { shortestTimestamp } from 'stix2-ts/value';
import { isDated, isRevoked, isSameContent, isSameVersion } from 'stix2-ts/version';
import type { Partition } from '../../../domain/exercise/partition.ts';
import { pageSizeProblem } from '../../../domain/limit/page-size.ts';
import type { EffectiveTlp } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../../domain/problem.ts';
import type { PublisherSummary } from '../../../domain/warning.ts';
import { exerciseProblems } from '../../../domain/warning-rules.ts';
import { type ObjectKey, type ObjectRow, textOf } from '../../../store/objects.ts';
import { cursorProblem, openBlock, sealBlock, sealPlace } from '../../cursor.ts';
import { inTurn } from '../../in-turn.ts';
import { openPauses } from '../../yield-to-event-loop.ts';
import type { Through } from '../decided-rows.ts';
import { type ObjectDeps, standInsFor } from '../read-objects.ts';
import { readableRows } from '../read-rows.ts';
import { type VisibleObject, visibleObject } from '../visible-object.ts';
import { hexOf, historyIdThrough, latestRow, orderFor } from './latest-row.ts';
import { type WithdrawnDeps, withdrawnRows } from './withdrawn-rows.ts';

export type ObjectVersion = {
  readonly object: StixObject;
  readonly tlp: EffectiveTlp | null;
  /** The source of this version; null for objects made by the hub. */
  readonly source: PublisherSummary | null;
  readonly isLatest: boolean;
  readonly isRevoked: boolean;
  /** Whether its source took it out of its warning since: it counts nowhere. */
  readonly isWithdrawn: boolean;
};

export type VersionPage = {
  readonly versions: readonly { readonly cursor: string; readonly version: ObjectVersion }[];
  readonly hasNextPage: boolean;
};

type History = {
  /** Every row with the id, whoever may read it: a cursor names one of them. */
  readonly keys: readonly ObjectKey[];
  readonly readable: ReadonlyMap<string, Through>;
  /** The readable rows, newest first: one for each version and source. */
  readonly visible: readonly ObjectKey[];
  readonly withdrawn: ReadonlyMap<string, Through>;
  /** The withdrawn rows, newest first: one for each version and source. */
  readonly former: readonly ObjectKey[];
  readonly inOrder: (a: ObjectKey, b: ObjectKey) => number;
};

type Deps = ObjectDeps & WithdrawnDeps;

/** The id of an object, and the traffic in which its history is read. */
export type ObjectInPartition = { readonly id: string; readonly partition: Partition };

const historyOf = async (hub: Deps, actor: Actor, { id, partition }: ObjectInPartition): Promise<History> => {
  const keys = await hub.objects.keysOf([id]);
  // An absent id costs the queries of a hidden one (I34).
  const standIns = standInsFor([id], keys);
  const readable = await readableRows(hub, actor, [...keys, ...standIns], partition);
  const rest = keys.filter((key) => !readable.has(hexOf(key)));
  const withdrawn = await withdrawnRows(hub, actor, [...rest, ...standIns], partition);
  const inOrder = orderFor(new Map([...withdrawn, ...readable]));
  const seen = new Set<string>();
  const visible = onceEach(keys.filter((key) => readable.has(hexOf(key))).sort(inOrder), readable, seen);
  // What is asserted still is not shown as withdrawn as well.
  const former = onceEach(rest.filter((key) => withdrawn.has(hexOf(key))).sort(inOrder), withdrawn, seen);
  return { keys, readable, visible, withdrawn, former, inOrder };
};

/**
 * A source that asserts one version under several markings asserts it once, as openly as this reader may know. One
 * version has one content in each history, unless its rows say otherwise (`twin`); the digest in place of a date stands for
 * the content. `seen` grows.
 */
const onceEach = (
  rows: readonly ObjectKey[],
  through: ReadonlyMap<string, Through>,
  seen: Set<string>,
): readonly ObjectKey[] =>
  rows.filter((row) => {
    const holder = through.get(hexOf(row));
    const speaker = holder === undefined ? row.source : historyIdThrough(holder);
    const key = `${speaker} ${isDated(row.modified) ? shortestTimestamp(row.modified) : row.modified} ${row.twin ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });

const bodiesOf = async (hub: ObjectDeps, keys: readonly ObjectKey[]) =>
  new Map((await hub.objects.byIds(keys.map(({ _id }) => _id))).map((row) => [hexOf(row), row]));

type PageRequest = { readonly first: number; readonly after: string | null };

const bindingOf = (id: string): string => `versions:${id}`;

/** The history of an object that the reader sees. */
export const readVersions = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
  request: PageRequest,
): Promise<Outcome<VersionPage>> => {
  if (object.row !== null) {
    const { exercise } = object.through.content.access;
    return readHistory(hub, actor, { id: object.id, partition: exercise }, request);
  }
  const checked = checkedPage(hub, object.id, request);
  if (!checked.ok) return checked;
  const cursor = sealPlace(hub.cursorKey, bindingOf(object.id), Buffer.alloc(12));
  const versions = checked.value === null ? [{ cursor, version: madeByHub(object) }] : [];
  return accepted({ versions, hasNextPage: false });
};

/** The id of the row after which the page begins, in hex; null from the start. */
const checkedPage = (hub: Deps, id: string, { first, after }: PageRequest): Outcome<string | null> => {
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const block = after === null ? null : openBlock(hub.cursorKey, bindingOf(id), after);
  if (after !== null && block === null) return refused(cursorProblem(hub.cursorKey, bindingOf(id), after));
  return accepted(block?.toString('hex') ?? null);
};

/** The history under an id, of which nothing may be current any more; empty where the reader may see nothing of it. */
export const readHistory = async (
  hub: Deps,
  actor: Actor,
  object: ObjectInPartition,
  request: PageRequest,
): Promise<Outcome<VersionPage>> => {
  const never = exerciseProblems('$.exercise', object.partition);
  if (never.length > 0) return refused(...never);
  const checked = checkedPage(hub, object.id, request);
  if (!checked.ok) return checked;
  const stoppedAt = checked.value;
  const { keys, readable, visible, withdrawn, former, inOrder } = await historyOf(hub, actor, object);
  const last = stoppedAt === null ? undefined : keys.find((key) => hexOf(key) === stoppedAt);
  if (request.after !== null && last === undefined)
    return refused(cursorProblem(hub.cursorKey, bindingOf(object.id), request.after));
  const shown = [...visible, ...former].sort(inOrder);
  const rest = last === undefined ? shown : shown.filter((key) => inOrder(last, key) < 0);
  const page = rest.slice(0, request.first);
  const latest = await latestRow(hub, visible, readable);
  const bodies = await bodiesOf(hub, latest === undefined ? page : [...page, latest]);
  const newest = latest === undefined ? undefined : bodies.get(hexOf(latest));
  const isNewest = newest === undefined ? () => false : asIn(textOf(newest));
  const versions: VersionPage['versions'][number][] = [];
  const pause = openPauses();
  for (const key of page) {
    await pause();
    const row = bodies.get(hexOf(key));
    const current = readable.get(hexOf(key));
    const through = current ?? withdrawn.get(hexOf(key));
    if (row === undefined || through === undefined) continue;
    const { object: shown, tlp } = visibleObject(row, through);
    const version = {
      object: shown,
      tlp,
      source: through.content.summary.publisher,
      isLatest: current !== undefined && isNewest(textOf(row)),
      isRevoked: isRevoked(shown),
      isWithdrawn: current === undefined,
    };
    versions.push({ cursor: sealBlock(hub.cursorKey, bindingOf(object.id), key._id.id), version });
  }
  return accepted({ versions, hasNextPage: rest.length > page.length });
};

/** Whether a text says the same as this one, which is parsed at most once. */
const asIn = (text: string): ((other: string) => boolean) => {
  let parsed: unknown;
  return (other) => {
    if (text === other) return true;
    parsed ??= JSON.parse(text);
    return isSameContent(JSON.parse(other), parsed);
  };
};

/** The sources that revoked each object, where the revocation is not what counts; named as in the object's versions. */
export const revokersOf = async (
  hub: ObjectDeps,
  actor: Actor,
  objects: readonly VisibleObject[],
): Promise<PublisherSummary[][]> => {
  const stored = objects.filter(({ row }) => row !== null);
  const ids = [...new Set(stored.map(({ id }) => id))];
  const keys = ids.length === 0 ? [] : await hub.objects.revocationsOf(ids);
  const revoking = Map.groupBy(keys, ({ stixId }) => stixId);
  const exercises = new Set(stored.map(exerciseOf));
  const readable = new Map<string | null, ReadonlyMap<string, Through>>();
  for (const exercise of exercises) {
    readable.set(exercise, await readableRows(hub, actor, [...revoking.values()].flat(), exercise));
  }
  return objects.map((object) => {
    const found = object.row === null ? [] : (revoking.get(object.id) ?? []);
    const publishers = found.flatMap(
      (key) => readable.get(exerciseOf(object))?.get(hexOf(key))?.content.summary.publisher ?? [],
    );
    return [...new Map(publishers.map((each) => [each.id, each])).values()].sort((a, b) =>
      a.slug < b.slug ? -1 : 1,
    );
  });
};

const exerciseOf = ({ through }: VisibleObject): string | null => through.content.access.exercise;

/** An object made by the hub has a single version. */
const madeByHub = ({ object, tlp }: VisibleObject): ObjectVersion => ({
  object,
  tlp,
  source: null,
  isLatest: true,
  isRevoked: false,
  isWithdrawn: false,
});

export type VersionDifference = Difference & { readonly from: string; readonly to: string };

type Range = { readonly from: string; readonly to: string | null };

/**
 * Between the versions with these `modified` dates, `to` the latest when null; null unless the reader may see both. One at a time for
 * each member: one query may ask for several, and comparing takes milliseconds without a pause.
 */
export const readDifference = (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
  range: Range,
): Promise<VersionDifference | null> =>
  inTurn(actor.member.id, () => differenceBetween(hub, actor, object, range));

const differenceBetween = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
  range: Range,
): Promise<VersionDifference | null> => {
  if (object.row === null) return null;
  const { exercise } = object.through.content.access;
  const history = await historyOf(hub, actor, { id: object.id, partition: exercise });
  const { visible, readable, withdrawn, former } = history;
  const throughOf = (key: ObjectKey) => readable.get(hexOf(key)) ?? withdrawn.get(hexOf(key));
  const at = (modified: string): ObjectKey | undefined =>
    [...visible, ...former].find((key) => isSameVersion(key.modified, modified));
  const from = at(range.from);
  const to = range.to === null ? await latestRow(hub, visible, readable) : at(range.to);
  if (from === undefined || to === undefined) return null;
  const bodies = await bodiesOf(hub, [from, to]);
  const [before, after] = [bodies.get(hexOf(from)), bodies.get(hexOf(to))];
  if (before === undefined || after === undefined) return null;
  const shown = (row: ObjectRow): StixObject | null => {
    const through = throughOf(row);
    return through === undefined ? null : visibleObject(row, through).object;
  };
  const difference = differenceOf(shown(before), shown(after));
  return { from: from.modified, to: to.modified, ...difference };
};
