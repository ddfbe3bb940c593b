// The history of an object: every version that the reader may see, newest first, and what changed between two of
// them. Each row is decided separately; hidden ones leave no gap, are not counted and cannot be named.

import { type Difference, differenceOf } from 'stix2-ts/difference';
import type { StixObject } from 'stix2-ts/stix-object';
import { shortestTimestamp } from 'stix2-ts/value';
import { isDated, isRevoked, isSameContent, isSameVersion } from 'stix2-ts/version';
import type { EffectiveTlp } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { pageSizeProblem } from '../../../domain/page-size.ts';
import { accepted, type Outcome, refused } from '../../../domain/problem.ts';
import type { PublisherSummary } from '../../../domain/warning.ts';
import { type ObjectKey, textOf } from '../../../store/objects.ts';
import { cursorInvalid, openBlock, sealBlock } from '../../cursor.ts';
import type { ObjectDeps } from '../read-objects.ts';
import { readableRows, type Through } from '../readable-rows.ts';
import { type VisibleObject, visibleObject } from '../visible-object.ts';
import { hexOf, historyIdThrough, latestRow, orderFor } from './latest-row.ts';

export type ObjectVersion = {
  readonly object: StixObject;
  readonly tlp: EffectiveTlp | null;
  /** The source of this version; null for objects made by the hub. */
  readonly source: PublisherSummary | null;
  readonly isLatest: boolean;
  readonly isRevoked: boolean;
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
};

/** Within the traffic that the object itself is read in: real, or one exercise. */
const historyOf = async (hub: ObjectDeps, actor: Actor, { id, through }: VisibleObject): Promise<History> => {
  const keys = await hub.objects.keysOf([id]);
  const readable = await readableRows(hub, actor, keys, through.content.access.exercise);
  const visible = keys.filter((key) => readable.has(hexOf(key))).sort(orderFor(readable));
  return { keys, readable, visible: onceEach(visible, readable) };
};

/**
 * A source that asserts one version under several markings asserts it once, as openly as this reader may know. One
 * version has one content in each history, and the digest in place of a date stands for the content.
 */
const onceEach = (rows: readonly ObjectKey[], readable: History['readable']): readonly ObjectKey[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const through = readable.get(hexOf(row));
    const speaker = through === undefined ? row.source : historyIdThrough(through);
    const key = `${speaker} ${isDated(row.modified) ? shortestTimestamp(row.modified) : row.modified}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const bodiesOf = async (hub: ObjectDeps, keys: readonly ObjectKey[]) =>
  new Map((await hub.objects.byIds(keys.map(({ _id }) => _id))).map((row) => [hexOf(row), row]));

export const readVersions = async (
  hub: ObjectDeps,
  actor: Actor,
  object: VisibleObject,
  request: { readonly first: number; readonly after: string | null },
): Promise<Outcome<VersionPage>> => {
  const wrongSize = pageSizeProblem(request.first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const binding = `versions:${object.id}`;
  const after = request.after === null ? null : openBlock(hub.cursorKey, binding, request.after);
  if (request.after !== null && after === null) return refused(cursorInvalid('$.after'));
  if (object.row === null) {
    const cursor = sealBlock(hub.cursorKey, binding, Buffer.alloc(12));
    return accepted({
      versions: after === null ? [{ cursor, version: madeByHub(object) }] : [],
      hasNextPage: false,
    });
  }
  const { keys, readable, visible } = await historyOf(hub, actor, object);
  const stoppedAt = after?.toString('hex');
  const last = stoppedAt === undefined ? undefined : keys.find((key) => hexOf(key) === stoppedAt);
  if (stoppedAt !== undefined && last === undefined) return refused(cursorInvalid('$.after'));
  const inOrder = orderFor(readable);
  const rest = last === undefined ? visible : visible.filter((key) => inOrder(last, key) < 0);
  const page = rest.slice(0, request.first);
  const latest = await latestRow(hub, visible, readable);
  const bodies = await bodiesOf(hub, latest === undefined ? page : [...page, latest]);
  const newest = latest === undefined ? undefined : bodies.get(hexOf(latest));
  const newestObject = newest === undefined ? null : JSON.parse(textOf(newest));
  const versions = page.flatMap((key) => {
    const [row, through] = [bodies.get(hexOf(key)), readable.get(hexOf(key))];
    if (row === undefined || through === undefined) return [];
    const shown = visibleObject(row, through);
    const version = {
      object: shown.object,
      tlp: shown.tlp,
      source: through.content.summary.publisher,
      isLatest: isSameContent(shown.object, newestObject),
      isRevoked: isRevoked(shown.object),
    };
    return [{ cursor: sealBlock(hub.cursorKey, binding, key._id.id), version }];
  });
  return accepted({ versions, hasNextPage: rest.length > page.length });
};

/** The sources that revoked each object, where the revocation is not what counts; named as in the object's versions. */
export const revokersOf = async (
  hub: ObjectDeps,
  actor: Actor,
  objects: readonly VisibleObject[],
): Promise<PublisherSummary[][]> => {
  const stored = objects.filter(({ row }) => row !== null);
  const ids = [...new Set(stored.map(({ id }) => id))];
  const keys = ids.length === 0 ? [] : await hub.objects.keysOf(ids);
  const revoking = Map.groupBy(
    keys.filter(({ revoked }) => revoked !== undefined),
    ({ stixId }) => stixId,
  );
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
});

export type VersionDifference = Difference & { readonly from: string; readonly to: string };

/** Between the versions with these `modified` dates, `to` the latest when null; null unless the reader may see both. */
export const readDifference = async (
  hub: ObjectDeps,
  actor: Actor,
  object: VisibleObject,
  range: { readonly from: string; readonly to: string | null },
): Promise<VersionDifference | null> => {
  if (object.row === null) return null;
  const { visible, readable } = await historyOf(hub, actor, object);
  const at = (modified: string): ObjectKey | undefined =>
    visible.find((key) => isSameVersion(key.modified, modified));
  const from = at(range.from);
  const to = range.to === null ? await latestRow(hub, visible, readable) : at(range.to);
  if (from === undefined || to === undefined) return null;
  const bodies = await bodiesOf(hub, [from, to]);
  const [before, after] = [bodies.get(hexOf(from)), bodies.get(hexOf(to))];
  if (before === undefined || after === undefined) return null;
  const difference = differenceOf(JSON.parse(textOf(before)), JSON.parse(textOf(after)));
  return { from: from.modified, to: to.modified, ...difference };
};
