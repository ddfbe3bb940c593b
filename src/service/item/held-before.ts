// What the last version that a reader's member held before the current one said, where it differs. Every text is decided
// here (policy/version/former.ts): who never had it gets none of it.
import type { Actor } from '../../domain/member.ts';
import { type FormerTexts, formerTexts } from '../../domain/reading/former-texts.ts';
import type { Hub } from '../../hub.ts';
import { mayReadFormer } from '../../policy/version/former.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { rowId } from '../../store/warnings.ts';
import type { Item } from './item.ts';

export type HeldBefore = FormerTexts & {
  readonly version: number;
  readonly updatedAt: string;
  /** The warning as it is now, as this reader may see it. */
  readonly item: Item;
};

type Deps = Pick<Hub, 'warnings' | 'deliveries' | 'clock'>;

/** By the ids of the warnings; without those of which there is nothing to show. */
export const heldBefore = async (
  hub: Deps,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, HeldBefore>> => {
  const corrected = items.filter(({ summary }) => summary.version > 1);
  const delivered = await hub.deliveries.lastBefore(
    actor.member.id,
    corrected.map(({ summary: { id: warning, version } }) => ({ warning, version })),
  );
  // Its publisher has each version.
  const versionOf = ({ summary, access }: Item): number | undefined =>
    access.publisher === actor.member.id ? summary.version - 1 : delivered.get(summary.id);
  const rows = await hub.warnings.versions(
    corrected.flatMap((item) => {
      const version = versionOf(item);
      return version === undefined ? [] : [rowId(item.summary.id, version)];
    }),
  );
  const formers = new Map(rows.map((row) => [row.warning, row]));
  const nowMs = hub.clock.now().getTime();
  const held = corrected.flatMap((item): HeldBefore[] => {
    const row = formers.get(item.summary.id);
    if (row === undefined) return [];
    const former = contentOf(row.content);
    const texts = formerTexts(former.summary, item.summary);
    const asked = {
      current: { access: item.access, summary: item.summary },
      former,
      wasDelivered: delivered.get(item.summary.id) === row.version,
      text: () => JSON.stringify(texts),
    };
    if (!mayReadFormer(actor, asked, nowMs)) return [];
    return [{ ...texts, version: row.version, updatedAt: former.summary.updatedAt, item }];
  });
  return new Map(held.map((each) => [each.item.summary.id, each]));
};
