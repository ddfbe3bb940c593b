// One warning as a plain page, for one who may read it; else there is none.
import type { Actor } from '../../domain/member.ts';
import { warningText } from '../../exchange/text/warning-text.ts';
import type { Hub } from '../../hub.ts';
import type { Item } from './item.ts';
import { readWarning } from './read-warning.ts';

export type Print = { readonly item: Item; readonly text: string };

export const printWarning = async (
  hub: Pick<Hub, 'warnings' | 'cursorKey' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<Print | null> => {
  const item = await readWarning(hub, actor, id);
  if (item === null) return null;
  const { card, reason, state } = item;
  return { item, text: warningText({ card, reason, state, now: hub.clock.now() }) };
};
