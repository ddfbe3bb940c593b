// What was recalled, or is not addressed to its reader any more, leaves the screen and the memory of the tab as soon as the stream
// says so: a list keeps its place and says what has become of it, and nothing else moves.
import type { Query } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { queries } from '../app/queries.ts';
import type { RowFragment } from '../operations/graphql.generated.ts';
import type { Arrival } from './arrival.ts';

/** A recall, or the notice of a narrowing, which is an item of its own. */
export type Withdrawal = RowFragment & { readonly recall: NonNullable<RowFragment['recall']> };

type Read = Pick<RowFragment, 'id' | 'version' | 'updatedAt'>;

/** By the number of what was taken. */
let known: ReadonlyMap<string, Withdrawal> = new Map();
const listeners = new Set<() => void>();
const know = (now: ReadonlyMap<string, Withdrawal>): void => {
  known = now;
  for (const listener of listeners) listener();
};

/** Not the recall itself; nor what came behind a narrowing, to whom it was given back. */
const isTakenBy = ({ id, version, updatedAt }: Read, notice: Withdrawal): boolean =>
  id === notice.recall.warning &&
  (id === notice.id ? version < notice.version : updatedAt < notice.publishedAt);

export const isTaken = (read: Read): boolean => {
  const notice = known.get(read.id);
  return notice !== undefined && isTakenBy(read, notice);
};

/** Of what has arrived, what nobody has taken since. */
export const standing = <Came extends { readonly node: Read }>(arrivals: readonly Came[]): Came[] =>
  arrivals.filter(({ node }) => !isTaken(node));

/**
 * As a list shows it from now on: the notice at the place of what is gone, until the list is read again. It says no more beside its
 * headline than the row before, so that it is no higher.
 */
export const inItsPlace = (row: RowFragment): RowFragment => {
  const notice = known.get(row.id);
  if (notice === undefined || !isTakenBy(row, notice)) return row;
  const { id, version, messageType, publishedAt, updatedAt } = row;
  return { ...notice, id, version, messageType, publishedAt, updatedAt, sectorsConcerned: [] };
};

type Page = { readonly feed: { readonly edges: readonly { readonly node: RowFragment }[] } };
type Listed = { readonly pages: readonly Page[] } | { readonly rows: readonly RowFragment[] };

const listedWithout = (list: Listed): Listed => {
  if ('rows' in list) return { ...list, rows: list.rows.map(inItsPlace) };
  const pages = list.pages.map((page) => {
    const edges = page.feed.edges.map((edge) => ({ ...edge, node: inItsPlace(edge.node) }));
    return { ...page, feed: { ...page.feed, edges } };
  });
  return { ...list, pages };
};

/** Lists of the floor keep their places. */
const KEPT = new Set<unknown>(['feed', 'me']);

/** Whatever else of it is held: its objects, indicators and versions, and what quotes it. */
const doesQuote =
  (warning: string) =>
  ({ queryKey, state: { data } }: Query): boolean =>
    !KEPT.has(queryKey[0]) && JSON.stringify(data)?.includes(warning) === true;

/** Does nothing for what is no recall. */
export const takeAway = ({ node, isOverlap }: Pick<Arrival, 'node' | 'isOverlap'>): void => {
  const { recall } = node;
  if (recall === null) return;
  const { warning } = recall;
  const isOwn = node.whyMe.kind === 'OWN';
  // Its publisher keeps what it has narrowed for others.
  if (isOwn && warning !== node.id) return;
  know(new Map(known).set(warning, { ...node, recall }));
  for (const { queryKey, state } of queries.getQueryCache().findAll({ queryKey: ['feed'] }))
    if (state.data !== undefined && JSON.stringify(state.data).includes(warning))
      queries.setQueryData<Listed>(queryKey, (list) => list && listedWithout(list), {
        updatedAt: state.dataUpdatedAt,
      });
  const held = queries.getQueryData<RowFragment | null>(['warning', warning]);
  if (held === undefined || (held !== null && isTaken(held)))
    void queries.resetQueries({ queryKey: ['warning', warning] });
  if (isOverlap || isOwn) return;
  const predicate = doesQuote(warning);
  queries.removeQueries({ type: 'inactive', predicate });
  void queries.invalidateQueries({ predicate });
};

export const forgetWithdrawals = (): void => know(new Map());

export const useWithdrawal = (id: string): Withdrawal | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => known.get(id),
  );
