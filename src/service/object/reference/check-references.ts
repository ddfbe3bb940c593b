// Which references of rows must be withheld from a reader: those stored as such with the row (store/object/references.ts)
// that stand for nothing which this reader may read. What refers to a withheld object is withheld with it, so references
// are followed; a circle of objects that refer to each other alone is readable. One query for each level, whatever the
// number of rows.
import { identifiersIn } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Directory } from '../../../domain/directory.ts';
import { REAL_FIRST } from '../../../domain/exercise/partition.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Hub } from '../../../hub.ts';
import {
  type ListedReference,
  type ListedReferences,
  listReferences,
  type ReferenceRole,
  referencesIn,
} from '../../../store/object/references.ts';
import { textOf } from '../../../store/objects.ts';
import { type DecidingDeps, decidedRows, isCurrent, type RowToRead, type Through } from '../decided-rows.ts';
import { isKnownToAll } from './known-to-all.ts';

export type CheckingDeps = DecidingDeps & Pick<Hub, 'directory'>;

export type RowToCheck = {
  readonly row: RowToRead;
  /** Whether it is read through the version that brought it, all of whose readers may read what it lists as within. */
  readonly isWithin: boolean;
};

/** References are followed this far, and this many ids at once; what lies beyond is withheld. */
const MAX_LEVELS = 8;
const MAX_IDS = 20_000;

/**
 * Keyed by the row's id in hex: the references to leave out of a copy, or null where the row itself is withheld. Rows
 * from which nothing is withheld are absent.
 */
export type Withheld = Map<string, ReadonlySet<string> | null>;

/** Which of these rows the reader may read, by their markings. */
type Decide = (rows: readonly RowToRead[]) => Promise<ReadonlyMap<string, Through>>;

/** By default what stands for an id must be current, in whatever traffic: the question is whether the reader may know it. */
export const checkReferences = async (
  hub: CheckingDeps,
  actor: Actor,
  checked: readonly RowToCheck[],
  decide: Decide = (rows) => decidedRows(hub, actor, rows, { partition: REAL_FIRST, counts: isCurrent }),
): Promise<Withheld> => {
  const graph = openGraph();
  const asked = await addRows(hub, graph, checked);
  let wanted = graph.wanted();
  for (let level = 0; level < MAX_LEVELS && wanted.length > 0; level += 1) {
    const rows = await hub.objects.keysBeside(actor.member.id, wanted.slice(0, MAX_IDS));
    const decided = await decide(rows);
    const found = rows.flatMap((row): RowToCheck[] => {
      const through = decided.get(row._id.toHexString());
      if (through === undefined) return [];
      return [{ row, isWithin: isBrought(row, through) }];
    });
    await addRows(hub, graph, found);
    wanted = graph.wanted();
  }
  return graph.withheld(asked);
};

/** Whether it is read through the version that brought it, and that is the current one. */
export const isBrought = (row: RowToRead, { warning, version, content }: Through): boolean =>
  warning === row.warning && version === row.version && version === content.summary.version;

type Node = {
  readonly key: string;
  readonly id: string;
  readonly references: readonly ListedReference[];
  readonly isNeverEmpty: boolean;
};

type Graph = {
  has(key: string): boolean;
  add(node: Node): void;
  /** Ids that are referred to and were not returned before. */
  wanted(): string[];
  withheld(nodes: readonly Node[]): Withheld;
};

const openGraph = (): Graph => {
  const nodes = new Map<string, Node>();
  const asked = new Set<string>();
  // A row without references is surely readable: nothing else need be known of its id.
  const sure = new Set<string>();
  let open: string[] = [];
  return {
    has: (key) => nodes.has(key),
    add: (node) => {
      nodes.set(node.key, node);
      if (node.references.length === 0) sure.add(node.id);
      open.push(...node.references.map(({ id }) => id));
    },
    wanted: () => {
      const wanted = [...new Set(open)].filter((id) => !sure.has(id) && !asked.has(id));
      for (const id of wanted) asked.add(id);
      open = [];
      return wanted;
    },
    withheld: (wanted) => {
      const { hidden, gone } = hiddenIn([...nodes.values()]);
      return new Map(
        wanted.flatMap((node): [string, ReadonlySet<string> | null][] => {
          if (gone.has(node)) return [[node.key, null]];
          const missing = node.references.filter(({ id }) => hidden.has(id)).map(({ id }) => id);
          return missing.length === 0 ? [] : [[node.key, new Set(missing)]];
        }),
      );
    },
  };
};

type Referring = { readonly node: Node; readonly role: ReferenceRole };

/**
 * What is hidden once all that refers to hidden ids is withheld: ids without any row that is left, and rows that cannot be
 * copied without a reference, or of whose members none would remain.
 */
const hiddenIn = (nodes: readonly Node[]): { hidden: ReadonlySet<string>; gone: ReadonlySet<Node> } => {
  const rowsLeft = new Map<string, number>();
  const membersLeft = new Map<Node, number>();
  const referring = new Map<string, Referring[]>();
  for (const node of nodes) {
    rowsLeft.set(node.id, (rowsLeft.get(node.id) ?? 0) + 1);
    membersLeft.set(node, node.references.filter(({ role }) => role === 'MEMBER').length);
    for (const { id, role } of node.references) {
      const others = referring.get(id);
      if (others === undefined) referring.set(id, [{ node, role }]);
      else others.push({ node, role });
    }
  }
  const hidden = new Set([...referring.keys()].filter((id) => !rowsLeft.has(id)));
  const gone = new Set<Node>();
  const endsWith = ({ node, role }: Referring): boolean => {
    if (role !== 'MEMBER') return role === 'FIXED';
    const left = (membersLeft.get(node) ?? 0) - 1;
    membersLeft.set(node, left);
    return left === 0 && !node.isNeverEmpty;
  };
  const open = [...hidden];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const each of referring.get(id) ?? []) {
      if (!endsWith(each) || gone.has(each.node)) continue;
      gone.add(each.node);
      const left = (rowsLeft.get(each.node.id) ?? 1) - 1;
      rowsLeft.set(each.node.id, left);
      if (left > 0 || hidden.has(each.node.id)) continue;
      hidden.add(each.node.id);
      open.push(each.node.id);
    }
  }
  return { hidden, gone };
};

/** Adds the rows that are not in the graph yet; returns the nodes of all. */
const addRows = async (
  hub: CheckingDeps,
  graph: Graph,
  rows: readonly RowToCheck[],
): Promise<readonly Node[]> => {
  const fresh = rows.filter(({ row }) => !graph.has(row._id.toHexString()));
  const unlisted = await listedLately(
    hub,
    fresh.map(({ row }) => row),
  );
  const nodes = fresh.map(({ row, isWithin }): Node => {
    const key = row._id.toHexString();
    const { within, beyond, isNeverEmpty } = unlisted.get(key) ?? referencesIn(row.references ?? '|');
    const isKept = isNeverEmpty || (isWithin && within.some(({ role }) => role === 'MEMBER'));
    const references = isWithin ? beyond : [...within, ...beyond];
    return { key, id: row.stixId, references, isNeverEmpty: isKept };
  });
  for (const node of nodes) graph.add(node);
  return nodes;
};

/** Rows of older releases do not say which of their references are withheld: every id in them is. */
const listedLately = async (
  hub: CheckingDeps,
  rows: readonly RowToRead[],
): Promise<Map<string, ListedReferences>> => {
  const old = rows.filter(({ references }) => references === undefined);
  if (old.length === 0) return new Map();
  const directory = await hub.directory.current();
  const missing = old.filter(({ body }) => body === undefined).map(({ _id }) => _id);
  const bodies = new Map(
    (missing.length === 0 ? [] : await hub.objects.byIds(missing)).map((row) => [row._id.toHexString(), row]),
  );
  return new Map(
    old.flatMap((row) => {
      const key = row._id.toHexString();
      const body = row.body ?? bodies.get(key)?.body;
      return body === undefined ? [] : [[key, everyReference(directory, textOf({ body }))] as const];
    }),
  );
};

const everyReference = (directory: Directory, text: string): ListedReferences => {
  const object = JSON.parse(text) as StixObject;
  const isListed = (id: string): boolean => !isKnownToAll(directory, id);
  return listReferences(object, { ids: identifiersIn(object), isListed, isWithin: () => false });
};
