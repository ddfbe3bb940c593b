// Rows that a correction or a cancellation took out. They count nowhere; the history of an object still shows them to
// their publisher, and to members that hold a delivery of a version that held them and may read the current one.

import { type Partition, type PartitionToRead, REAL_FIRST } from '../../../domain/exercise/partition.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Hub } from '../../../hub.ts';
import {
  decidedRows,
  type Holder,
  isCurrent,
  MAX_LINKS,
  type RowToRead,
  type Through,
} from '../decided-rows.ts';
import { without } from '../read-rows.ts';
import { type CheckingDeps, checkReferences } from '../reference/check-references.ts';

export type WithdrawnDeps = CheckingDeps & Pick<Hub, 'deliveries'>;

/** Keyed by the row's id in hex. `rows` are those that the reader may not read as current. */
export const withdrawnRows = async (
  hub: WithdrawnDeps,
  actor: Actor,
  rows: readonly RowToRead[],
  partition: Partition,
): Promise<Map<string, Through>> => {
  const decided = await formerRows(hub, actor, rows, partition);
  const checked = rows.filter(({ _id }) => decided.has(_id.toHexString()));
  // What was withdrawn may refer to what was withdrawn with it.
  const decide = async (others: readonly RowToRead[]) =>
    new Map([
      ...(await formerRows(hub, actor, others, REAL_FIRST)),
      ...(await decidedRows(hub, actor, others, { partition: REAL_FIRST, counts: isCurrent })),
    ]);
  const withheld = await checkReferences(
    hub,
    actor,
    checked.map((row) => ({ row, isWithin: false })),
    decide,
  );
  return without(decided, withheld);
};

const formerRows = async (
  hub: WithdrawnDeps,
  actor: Actor,
  rows: readonly RowToRead[],
  partition: PartitionToRead,
): Promise<Map<string, Through>> => {
  if (rows.length === 0) return new Map();
  const links = await hub.objects.linksToAny(
    rows.map(({ _id }) => _id),
    MAX_LINKS * rows.length,
  );
  const holders = [...rows, ...links].map(({ warning, version }) => ({ warning, version }));
  const delivered = new Set((await hub.deliveries.delivered(actor.member.id, holders)).map(keyOf));
  return decidedRows(hub, actor, rows, {
    partition,
    counts: (head, holder) =>
      !isCurrent(head, holder) && (head.access.publisher === actor.member.id || delivered.has(keyOf(holder))),
  });
};

const keyOf = ({ warning, version }: Holder): string => `${warning}.${version}`;
