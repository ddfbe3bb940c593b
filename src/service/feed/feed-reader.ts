// One reader of the feed during one request: what may be read is decided once per access class.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { readerTokens } from '../../policy/scope.ts';

export type FeedReader = {
  readonly actor: Actor;
  readonly tokens: readonly string[];
  /** The classes among these that may be read now; for an unknown class (null) the contents of its rows decide. */
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
  const decided = new Map<string | null, boolean>([[null, true]]);
  const refused: string[] = [];
  const readable = async (access: Iterable<string | null>): Promise<ReadonlySet<string | null>> => {
    const asked = new Set(access);
    const missing = [...asked].filter((id): id is string => id !== null && !decided.has(id));
    if (missing.length > 0) {
      const facts = await hub.accessClasses.facts(missing);
      for (const id of missing) {
        const known = facts.get(id);
        const isOpen = known === undefined || decide(actor, known, nowMs).allowed;
        decided.set(id, isOpen);
        if (!isOpen && refused.length < MAX_REFUSED) refused.push(id);
      }
    }
    return new Set([...asked].filter((id) => decided.get(id) === true));
  };
  return {
    actor,
    tokens,
    readable,
    refused: () => refused,
    classes: async (exercise) => {
      const ids = await hub.accessClasses.ofTokens(exercise, tokens, MAX_LOOKED_AT);
      const open = [...(await readable(ids))].filter((id) => id !== null);
      return ids.length === MAX_LOOKED_AT || open.length > MAX_CLASSES ? null : open;
    },
  };
};
