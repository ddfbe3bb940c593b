// Query texts by SHA-256: the documents of our own clients, known from the start, and texts that a client registers by
// sending text and hash together (Automatic Persisted Queries). A registered text is visible only to the key that sent it,
// so that no client learns what others ask or evicts their texts. Past the total limit, the member that holds most loses
// its least recently used text.
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Who registers a text: texts are kept per key, and the total space is shared between members. */
export type Holder = { readonly key: string; readonly member: string };

export type PersistedTexts = {
  /** Null when the hash is not known to this key. */
  find(holder: Holder, hash: string): string | null;
  keep(holder: Holder, hash: string, text: string): void;
  /** Characters held for all keys together. */
  size(): number;
};

export type PersistedBounds = {
  /** Texts per key. With 0 only our own clients' documents are known. */
  readonly textsPerKey: number;
  readonly charactersPerKey: number;
  readonly characters: number;
};

type Held = { readonly member: string; readonly texts: LRUCache<string, string> };

/** Characters charged per key, so that a member cannot evade the limit with many keys. */
const KEY_COST = 4_096;

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

export const openPersistedTexts = (own: readonly string[], bounds: PersistedBounds): PersistedTexts => {
  const known = new Map(own.map((text) => [hashOfText(text), text]));
  const held = new Map<string, Held>();
  let size = 0;

  const heldBy = ({ key, member }: Holder): Held => {
    const found = held.get(key);
    if (found !== undefined) return found;
    const texts = new LRUCache<string, string>({
      max: bounds.textsPerKey,
      maxSize: bounds.charactersPerKey,
      sizeCalculation: (text) => text.length,
      dispose: (text) => {
        size -= text.length;
      },
    });
    const fresh = { member, texts };
    held.set(key, fresh);
    size += KEY_COST;
    return fresh;
  };

  const shrink = (): void => {
    while (size > bounds.characters) {
      const key = largestKey(held);
      const texts = held.get(key)?.texts;
      texts?.pop();
      if (texts?.size === 0 && held.delete(key)) size -= KEY_COST;
    }
  };

  return {
    find: ({ key }, hash) => known.get(hash) ?? held.get(key)?.texts.get(hash) ?? null,
    keep: (holder, hash, text) => {
      if (bounds.textsPerKey === 0 || known.has(hash) || text.length > bounds.charactersPerKey) return;
      const { texts } = heldBy(holder);
      if (texts.get(hash) !== undefined) return;
      size += text.length;
      texts.set(hash, text);
      shrink();
    },
    size: () => size,
  };
};

/** The largest key of the member that holds most. */
const largestKey = (held: ReadonlyMap<string, Held>): string => {
  const byMember = new Map<string, number>();
  for (const { member, texts } of held.values())
    byMember.set(member, (byMember.get(member) ?? 0) + KEY_COST + texts.calculatedSize);
  let [largest, most] = ['', -1];
  for (const [member, size] of byMember) if (size > most) [largest, most] = [member, size];
  let [found, size] = ['', -1];
  for (const [key, { member, texts }] of held)
    if (member === largest && texts.calculatedSize > size) [found, size] = [key, texts.calculatedSize];
  return found;
};
