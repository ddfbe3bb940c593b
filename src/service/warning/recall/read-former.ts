// What a recalled warning said, for its publisher's member alone.
import type { Actor } from '../../../domain/member.ts';
import type { Hub } from '../../../hub.ts';
import { contentOf } from '../../../store/content/stored-content.ts';
import { type Item, itemOf } from '../../item/item.ts';

/** Null for everyone else, and of a notice to those who lost a warning that others keep. */
export const readFormer = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  { summary: { id, version, recall }, access }: Pick<Item, 'summary' | 'access'>,
): Promise<Item | null> => {
  if (recall === undefined || recall.isNarrowed || access.publisher !== actor.member.id) return null;
  const row = await hub.warnings.version(id, version - 1);
  if (row === null) return null;
  return itemOf({ ...row, parsed: contentOf(row.content) }, actor, '', hub.clock.now().getTime());
};
