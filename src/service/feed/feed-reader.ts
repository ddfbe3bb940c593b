// One reader of the feed during one request: what may be read is decided once per access class.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { readerTokens } from '../../policy/scope.ts';

export type FeedReader = {
  readonly actor: Actor;
  readonly tokens: readonly string[];
  /**
   * The classes that may be read now, of these and of those asked for before; for an unknown class (null) the contents of
   * its rows decide.
   */
  readable(access: Iterable<string | null>): Promise<ReadonlySet<string | null>>;
  /** Classes found unreadable so far, a bounded number: a query that leaves them out never reaches their rows. */
  refused(): readonly string[];
  /** All classes of an exercise that may be read; null when there are more than a search may use. */
  classes(exercise: string): Promise<readonly string[] | null>;
};

/** Each class costs one seek in the index of words. */
const MAX_CLASSES = 1_000;
/** Limit of classes checked; beyond it the feed is walked, which finds the same. */
const MAX_LOOKED_AT = 5_000;
/** Each refused class is 22 characters of a query. */
const MAX_REFUSED = 1_000;

export const openFeedReader = (hub: Pick<Hub, 'accessClasses' | 'clock'>, actor: Actor): FeedReader => {
  const tokens = readerTokens(actor);
  const nowMs = hub.clock.now().getTime();
  const decided = new Set<string | null>([null]);
  const open = new Set<string | null>([null]);
  const refused: string[] = [];
  const readable = async (access: Iterable<string | null>): Promise<ReadonlySet<string | null>> => {
    const missing = new Set<string>();
    for (const id of access) if (id !== null && !decided.has(id)) missing.add(id);
    if (missing.size > 0) {
      const facts = await hub.accessClasses.facts([...missing]);
      for (const id of missing) {
        const known = facts.get(id);
        decided.add(id);
        if (known === undefined || decide(actor, known, nowMs).allowed) open.add(id);
        else if (refused.length < MAX_REFUSED) refused.push(id);
      }
    }
    return open;
  };
  return {
    actor,
    tokens,
    readable,
    refused: () => refused,
    classes: async (exercise) => {
      const ids = await hub.accessClasses.ofTokens(exercise, tokens, MAX_LOOKED_AT);
      const allowed = await readable(ids);
      const found = ids.filter((id) => allowed.has(id));
      return ids.length === MAX_LOOKED_AT || found.length > MAX_CLASSES ? null : found;
    },
  };
};
