// One reader of the feed for the length of one request: which rows may be read, decided once per access class.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { readerTokens } from '../../policy/scope.ts';

export type FeedReader = {
  readonly actor: Actor;
  readonly tokens: readonly string[];
  /** Those of these classes that may be read now; a class that is not known (null) is left to its rows' contents. */
  readable(access: Iterable<string | null>): Promise<ReadonlySet<string | null>>;
  /** All classes of an exercise that may be read; null when they are more than a search may look into. */
  classes(exercise: string): Promise<readonly string[] | null>;
};

/** Each class is one seek in the index of words. */
const MAX_CLASSES = 1_000;
/** Classes that only the tokens let through are few beside these. */
const MAX_LOOKED_AT = 5_000;

export const openFeedReader = (hub: Pick<Hub, 'accessClasses' | 'clock'>, actor: Actor): FeedReader => {
  const tokens = readerTokens(actor);
  const nowMs = hub.clock.now().getTime();
  const decided = new Map<string | null, boolean>([[null, true]]);
  const readable = async (access: Iterable<string | null>): Promise<ReadonlySet<string | null>> => {
    const asked = new Set(access);
    const missing = [...asked].filter((id): id is string => id !== null && !decided.has(id));
    if (missing.length > 0) {
      const facts = await hub.accessClasses.facts(missing);
      for (const id of missing) {
        const known = facts.get(id);
        decided.set(id, known === undefined || decide(actor, known, nowMs).allowed);
      }
    }
    return new Set([...asked].filter((id) => decided.get(id) === true));
  };
  return {
    actor,
    tokens,
    readable,
    classes: async (exercise) => {
      const ids = await hub.accessClasses.ofTokens(exercise, tokens, MAX_LOOKED_AT);
      const open = [...(await readable(ids))].filter((id) => id !== null);
      return ids.length === MAX_LOOKED_AT || open.length > MAX_CLASSES ? null : open;
    },
  };
};
