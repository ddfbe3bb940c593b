// Goes through the indicators of warnings until a page is full or has examined enough.
import type { Actor } from '../../domain/member.ts';
import { objectsOfItem } from '../object/read-objects.ts';
import type { Holder, IndicatorDeps } from './holders.ts';
import { type CheckedIndicatorFilter, COMPANIONS } from './indicator-filter.ts';
import { type Indicator, indicatorsOf } from './indicator-of.ts';

/** The place of a warning, and the last of its indicators that was passed, from 1; 0 before the first. */
export type Position = { readonly sequence: number; readonly ordinal: number };

export type Found = { readonly position: Position; readonly indicator: Indicator };

/** Why a page ends before the list does: it is full, or it has examined enough, up to a position. */
export type Stop = 'FULL' | Position;

export type Search = {
  readonly found: readonly Found[];
  /** Null when there is room for more. */
  through(group: readonly Holder[]): Promise<Stop | null>;
};

/** Indicators decided at a time. */
const CHUNK = 200;
/** Indicators that the reader may see, and others, which a page examines: a pattern is parsed for each of the former. */
const MAX_EXAMINED = 5_000;
const MAX_HIDDEN = 20_000;
/**
 * Values that the indicators of one page name together: each is a row of the answer, and an answer with too many is refused as a
 * whole. Whoever publishes many would stop those who poll for good.
 */
const MAX_VALUES = 2_000;
/** Warnings whose other objects a page reads, for malware and techniques. */
const MAX_COMPANIONS = 20;

type Wanted = { readonly first: number; readonly start: Position | null };

export const openSearch = (
  hub: IndicatorDeps,
  actor: Actor,
  filter: CheckedIndicatorFilter,
  { first, start }: Wanted,
): Search => {
  const { found, take } = openPage(first, Math.min(MAX_VALUES, hub.config.limits.queryCost));
  const nowMs = hub.clock.now().getTime();
  const spent = { examined: 0, hidden: 0, companions: 0 };

  const isEnough = (): boolean =>
    spent.examined >= MAX_EXAMINED || spent.hidden >= MAX_HIDDEN || spent.companions >= MAX_COMPANIONS;

  const throughOne = async (
    { item, sequence }: Holder,
    ids: readonly { readonly _id: Held }[],
  ): Promise<Stop | null> => {
    let isBrought: boolean | null = filter.companions.length === 0 ? true : null;
    const passed = start?.sequence === sequence ? Math.min(start.ordinal, ids.length) : 0;
    for (let from = passed; from < ids.length; from += CHUNK) {
      const chunk = ids.slice(from, from + CHUNK).map(({ _id }) => _id);
      const ordinalOf = new Map(chunk.map((id, index) => [id.toHexString(), from + index + 1]));
      const rows = await hub.objects.byIds(chunk);
      const shown = await objectsOfItem(hub, actor, rows, item);
      spent.examined += shown.length;
      spent.hidden += chunk.length - shown.length;
      const ordinals = shown.map(({ held }) => ordinalOf.get(held.toHexString()) ?? 0);
      const indicators = await indicatorsOf(shown, item, nowMs);
      const fitting = indicators
        .map((indicator, at) => ({ indicator, position: { sequence, ordinal: ordinals[at] ?? 0 } }))
        .filter(({ indicator }) => filter.fits(indicator))
        .sort((one, other) => one.position.ordinal - other.position.ordinal);
      if (fitting.length > 0 && isBrought === null) {
        spent.companions += 1;
        isBrought = await bringsAll(hub, actor, filter, item);
      }
      if (isBrought === false) return isEnough() ? { sequence, ordinal: ids.length } : null;
      if (!fitting.every(take)) return 'FULL';
      if (isEnough()) return { sequence, ordinal: Math.min(from + CHUNK, ids.length) };
    }
    return null;
  };

  return {
    found,
    through: async (group) => {
      const held = await hub.objects.indicatorsHeldBy(
        group.map(({ item: { summary } }) => ({ warning: summary.id, version: summary.version })),
      );
      for (const holder of group) {
        const end = await throughOne(holder, held.get(holder.item.summary.id) ?? []);
        if (end !== null) return end;
      }
      return null;
    },
  };
};

/** What a page has, and whether it takes another. The first has at most a hundred values, and is always taken. */
const openPage = (first: number, mostValues: number) => {
  const found: Found[] = [];
  let values = 0;
  const take = (next: Found): boolean => {
    const { length } = next.indicator.values;
    if (found.length === first || (found.length > 0 && values + length > mostValues)) return false;
    values += length;
    found.push(next);
    return true;
  };
  return { found, take };
};

type Held = Parameters<IndicatorDeps['objects']['byIds']>[0][number];

/** Whether the warning brings, for each companion asked for, an object that the reader may see. */
const bringsAll = async (
  hub: IndicatorDeps,
  actor: Actor,
  { companions }: CheckedIndicatorFilter,
  item: Holder['item'],
): Promise<boolean> => {
  const { id, version } = item.summary;
  const missing = new Set(companions);
  const types: ReadonlySet<string> = new Set(COMPANIONS);
  for await (const batch of hub.objects.walk(id, version, CHUNK)) {
    const rows = batch.filter(({ type }) => types.has(type));
    const shown = rows.length === 0 ? [] : await objectsOfItem(hub, actor, rows, item);
    for (const { object } of shown) {
      for (const fits of missing) if (fits(object.object)) missing.delete(fits);
    }
    if (missing.size === 0) return true;
  }
  return missing.size === 0;
};
