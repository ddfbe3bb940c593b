// What waits for an answer of the reader's member: recalls to confirm, then what is asked by a time that is still to come, what is
// due first, then what is overdue, the newest first. Questions stay open until they are answered: those of a year ago, and those
// that may not be read now, hide none of today.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { OPEN_PARTS, type OpenPart } from '../../store/delivery/reminders.ts';
import type { Item } from '../item/item.ts';
import { readWarnings } from '../item/read-warning.ts';

/** Of real traffic, and of exercises. */
const MOST = 200;
/** Places that no other part takes. */
const OWN_PLACES: Readonly<Record<OpenPart['part'], number>> = { RECALL: 80, AHEAD: 80, OVERDUE: 40 };
/** Of each part, also such as may not be read now or were replaced. */
const MOST_EXAMINED = 1_000;
/** Warnings that are read at a time. */
const BATCH = 100;

type Deps = Pick<Hub, 'deliveries' | 'warnings' | 'cursorKey' | 'clock'>;

export const listToAnswer = async (hub: Deps, actor: Actor): Promise<readonly Item[]> => [
  ...(await listOf(hub, actor, false)),
  ...(await listOf(hub, actor, true)),
];

const listOf = async (hub: Deps, actor: Actor, isExercise: boolean): Promise<readonly Item[]> => {
  const now = hub.clock.now();
  const found: Item[][] = [];
  for (const part of OPEN_PARTS) found.push(await readable(hub, actor, { part, isExercise, now }));
  const own = OPEN_PARTS.map((part, at) => Math.min(OWN_PLACES[part], found[at]?.length ?? 0));
  let free = MOST - own.reduce((sum, each) => sum + each, 0);
  return found.flatMap((items, at) => {
    const places = Math.min(items.length, (own[at] ?? 0) + free);
    free -= places - (own[at] ?? 0);
    return items.slice(0, places);
  });
};

const readable = async (hub: Deps, actor: Actor, which: OpenPart): Promise<Item[]> => {
  const rows = await hub.deliveries.openOf(actor.member.id, which, MOST_EXAMINED);
  const found: Item[] = [];
  for (let from = 0; from < rows.length && found.length < MOST; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const items = await readWarnings(
      hub,
      actor,
      batch.map(({ warning }) => warning),
    );
    for (const { warning, version } of batch) {
      const item = items.get(warning);
      if (item !== undefined && item.summary.version === version) found.push(item);
    }
  }
  return found.slice(0, MOST);
};
