// What the reference sets know about warnings: looked up when it is asked for, so that it is as fresh as the sets. It is
// about what every reader of a version has, and the same for each of them; whether the reader may read the warning was
// decided before.
import { type Known, MAX_KNOWN } from '../../domain/known/known.ts';
import type { Hub } from '../../hub.ts';
import type { EnrichmentRow } from '../../store/context.ts';
import type { Item } from '../item/item.ts';
import { type Facts, type FactsByKey, factsOf, SETS_BY_KEY } from './known-facts.ts';
import { falsePositiveOf, WARNING_LIST_SET } from './known-values.ts';

type Deps = Pick<Hub, 'context' | 'references'>;

/** Of the objects with values of one warning, those of at most so many rows are looked at. */
const MAX_NOTES = 50;

/** By warning. The same queries for one warning as for a page of them. */
export const readKnownOf = async (hub: Deps, items: readonly Item[]): Promise<Map<string, Known>> => {
  const stored = await hub.context.warnings.of(items.map(({ summary }) => summary.id));
  const held = items.map(({ summary }) => {
    const row = stored.get(summary.id);
    // Until a worker has gathered the keys of a version, its CVEs are known.
    const isCurrent = row?.version === summary.version;
    return {
      id: summary.id,
      keys: isCurrent ? row.keys : summary.cves,
      rows: isCurrent ? row.rows : [],
      techniques: isCurrent ? row.techniques : [],
    };
  });
  const [byKey, notes] = await Promise.all([
    lookUpAll(hub, [...new Set(held.flatMap(({ keys }) => keys))]),
    notesOf(
      hub,
      held.flatMap(({ rows }) => rows),
    ),
  ]);
  return new Map(
    held.map(({ id, keys, rows, techniques }) => {
      const own = rows.flatMap((row) => notes.byRow.get(row.toHexString()) ?? []);
      const facts = factsOf(keys, techniques, byKey);
      return [
        id,
        bounded(
          facts,
          own.map((note) => falsePositiveOf(note, notes.version)),
        ),
      ];
    }),
  );
};

export const readKnown = async (hub: Deps, item: Item): Promise<Known | undefined> =>
  (await readKnownOf(hub, [item])).get(item.summary.id);

const lookUpAll = async (hub: Deps, keys: readonly string[]): Promise<FactsByKey> => {
  const states = keys.length === 0 ? new Map() : await hub.references.states();
  const found = await Promise.all(
    SETS_BY_KEY.map(async ({ set, prefix }) => {
      const asked = keys.filter((key) => key.startsWith(prefix));
      return [set, await hub.references.lookUp(set, asked)] as const;
    }),
  );
  const rows = new Map(found);
  return {
    row: (set, key) => rows.get(set)?.get(key),
    version: (set) => states.get(set)?.version || null,
  };
};

type Notes = {
  readonly byRow: ReadonlyMap<string, readonly EnrichmentRow[]>;
  readonly version: string | null;
};

const notesOf = async (hub: Deps, rows: readonly EnrichmentRow['row'][]): Promise<Notes> => {
  if (rows.length === 0) return { byRow: new Map(), version: null };
  const [found, states] = await Promise.all([
    hub.context.enrichmentsIn(new Set([WARNING_LIST_SET]), rows),
    hub.references.states(),
  ]);
  const byRow = Map.groupBy(found, ({ row }) => row.toHexString());
  const version = states.get(WARNING_LIST_SET)?.version || null;
  return { byRow: new Map([...byRow].map(([row, notes]) => [row, notes.slice(0, MAX_NOTES)])), version };
};

const bounded = (facts: Facts, hits: readonly Known['falsePositives'][number][]): Known => {
  // Several objects of a warning hold the same value.
  const falsePositives = [...new Map(hits.map((hit) => [`${hit.value} ${hit.list}`, hit])).values()];
  const first = <Each>(all: readonly Each[]): readonly Each[] => all.slice(0, MAX_KNOWN);
  return {
    exploited: first(facts.exploited),
    exploitedCount: facts.exploited.length,
    decisions: first(facts.decisions),
    decisionCount: facts.decisions.length,
    scores: first(facts.scores),
    scoreCount: facts.scores.length,
    probabilities: first(facts.probabilities),
    probabilityCount: facts.probabilities.length,
    techniques: first(facts.techniques),
    techniqueCount: facts.techniques.length,
    falsePositives: first(falsePositives),
    falsePositiveCount: falsePositives.length,
  };
};
