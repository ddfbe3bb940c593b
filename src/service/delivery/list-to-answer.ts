// What waits for an answer of the reader's member: what is asked by a time, the earliest first, and recalls to confirm before.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { Item } from '../item/item.ts';
import { readWarnings } from '../item/read-warning.ts';

const MOST = 200;

export const listToAnswer = async (
  hub: Pick<Hub, 'deliveries' | 'warnings' | 'cursorKey' | 'clock'>,
  actor: Actor,
): Promise<readonly Item[]> => {
  const rows = await hub.deliveries.openOf(actor.member.id, MOST);
  const items = await readWarnings(
    hub,
    actor,
    rows.map(({ warning }) => warning),
  );
  return rows
    .toSorted((one, other) => dueMs(one) - dueMs(other))
    .flatMap(({ warning, version }) => {
      const item = items.get(warning);
      return item !== undefined && item.summary.version === version ? [item] : [];
    });
};

const dueMs = ({ asking }: { readonly asking?: { readonly due: Date | null } }): number =>
  asking?.due?.getTime() ?? 0;
