// The related warnings of a warning that this reader may read, and how many independent sources they make. Each is
// decided for the reader; a pair with an unreadable warning does not exist for it.

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf } from 'stix2-ts/version';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { mayNamePublisher } from '../../policy/view.ts';
import { textOf } from '../../store/objects.ts';
import type { PairRow } from '../../store/pairs.ts';
import { readSourcesOf } from '../feed/read-sources.ts';
import type { Item } from '../item/item.ts';
import { readWarnings } from '../item/read-warning.ts';
import { countSources, type SourcesDeps } from '../object/count-sources.ts';

type Deps = SourcesDeps & Pick<Hub, 'pairs' | 'feed' | 'accessClasses'>;

/** CORROBORATES: linked by rule. DUPLICATE: confirmed by a reviewer. */
export type Related = {
  readonly item: Item;
  readonly kind: 'CORROBORATES' | 'DUPLICATE';
  readonly reasons: readonly string[];
  /** The id of the pair, for undoing it. */
  readonly pair: string;
};

/** Limit per warning of those that the reader may read; far more than the agencies that report one event. */
const MAX_RELATED = 500;

export const readRelatedOf = async (
  hub: Deps,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, Related[]>> => {
  const ids = items.map(({ summary }) => summary.id);
  const itemOf = new Map(items.map((item) => [item.summary.id, item]));
  const related = new Map(ids.map((id): [string, Related[]] => [id, []]));
  const isFull = (): boolean => [...related.values()].every((each) => each.length >= MAX_RELATED);
  for await (const pairs of ids.length === 0 ? [] : hub.pairs.linkedTo(ids)) {
    const others = await readWarnings(
      hub,
      actor,
      pairs.flatMap(({ warnings }) => warnings),
    );
    for (const pair of pairs)
      for (const id of pair.warnings) {
        const [item, known] = [itemOf.get(id), related.get(id)];
        const found = item === undefined ? null : relatedBy(pair, item, others);
        if (found !== null && known !== undefined && known.length < MAX_RELATED) known.push(found);
      }
    if (isFull()) break;
  }
  return related;
};

const relatedBy = (pair: PairRow, item: Item, others: ReadonlyMap<string, Item>): Related | null => {
  const at = pair.warnings.indexOf(item.summary.id);
  const other = at < 0 ? undefined : others.get(pair.warnings[1 - at] ?? '');
  if (other === undefined) return null;
  // A cancelled warning asserts nothing, so it neither corroborates nor is corroborated.
  if (item.state === 'CANCELLED' || other.state === 'CANCELLED') return null;
  if (other.access.exercise !== item.access.exercise) return null;
  const reasons = reasonsOf(pair, [at === 0 ? item : other, at === 0 ? other : item]);
  if (pair.state === 'ACCEPTED') return { item: other, kind: 'DUPLICATE', reasons, pair: pair._id };
  // The link by rule is about other versions, until the worker compares these.
  return reasons.length === 0 ? null : { item: other, kind: 'CORROBORATES', reasons, pair: pair._id };
};

/** Reasons hold for the compared versions only: for later ones they could reveal what has since been removed. */
export const reasonsOf = (pair: PairRow, sides: readonly [Item, Item]): readonly string[] =>
  sides.every(({ summary }, index) => summary.version === pair.versions[index]) ? pair.reasons : [];

/** The count of independent sources of each warning that this reader may see, including linked warnings. */
export const readCorroborationOf = async (
  hub: Deps,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, number>> => {
  const related = await readRelatedOf(hub, actor, items);
  const sources = await readSourcesOf(hub, actor, items);
  const ids = [...sources.values()].flatMap((each) => each.map(({ warning }) => warning));
  const known = await readWarnings(hub, actor, ids);
  const sourceItemsOf = (item: Item): Item[] => {
    const same = (sources.get(item.summary.id) ?? []).flatMap(({ warning }) => known.get(warning) ?? []);
    const linked = (related.get(item.summary.id) ?? []).map((each) => each.item);
    return [...new Map([item, ...same, ...linked].map((each) => [each.summary.id, each])).values()];
  };
  const sourceItems = new Map(items.map((item) => [item.summary.id, sourceItemsOf(item)]));
  const creators = await creatorsOf(hub, [...sourceItems.values()].flat());
  const counts = await countSources(
    hub,
    actor,
    items.map((item) => ({
      exercise: item.access.exercise,
      assertions: (sourceItems.get(item.summary.id) ?? [])
        .filter(({ access }) => mayNamePublisher(actor, access))
        .map(({ summary, access: { publisher } }) => ({
          publisher,
          creator: creators.get(summary.id) ?? null,
        })),
    })),
  );
  // Unnamed publishers could all be one, or one of the named, so they do not raise the count.
  return new Map(items.map(({ summary }, index) => [summary.id, Math.max(counts[index] ?? 0, 1)]));
};

/** The creator of each report, where it names one: as readable as the warning, whose marking is no weaker. */
const creatorsOf = async (hub: Deps, items: readonly Item[]): Promise<Map<string, string>> => {
  const reports = [...new Set(items.map(({ summary }) => summary.report))];
  const rows = await hub.objects.ofStixIds(reports);
  const creators = new Map<string, string>();
  for (const row of rows) {
    const creator = creatorOf(JSON.parse(textOf(row)) as StixObject);
    if (creator !== null) creators.set(`${row.stixId} ${row.source}`, creator);
  }
  return new Map(
    items.flatMap(({ summary, access }) => {
      const creator = creators.get(`${summary.report} ${access.publisher}`);
      return creator === undefined ? [] : [[summary.id, creator] as const];
    }),
  );
};
