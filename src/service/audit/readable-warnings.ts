// Which of these warnings one reader may read now, for lists of what was done or written about warnings: what is about the
// others is absent from them.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';

/** Contents that are in memory at once. */
const AT_ONCE = 200;

export const readableWarnings = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  warnings: readonly (string | null)[],
): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(warnings.filter((id) => id !== null))];
  const nowMs = hub.clock.now().getTime();
  const readable = new Set<string>();
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const { warning, content } of await hub.warnings.heads(ids.slice(from, from + AT_ONCE)))
      if (decide(actor, contentOf(content).access, nowMs).allowed) readable.add(warning);
  return readable;
};
