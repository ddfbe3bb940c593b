// Which action of one version is which of the next: the same text, else one that is only reworded. Told as taken out, a
// reworded "Block …" would read as "unblock".

export type PairedActions = {
  /** Places in both, in the order of what is to be done now. */
  readonly kept: readonly { readonly was: number; readonly is: number }[];
  readonly gone: readonly number[];
  readonly added: readonly number[];
};

/** More than half of the words are the same, whichever is longer. */
const ALIKE = 0.5;
/** Or nearly all of the shorter one stand in the other, which says more. */
const WITHIN = 0.8;
const LEAST_WORDS = 4;

type Candidate = { readonly was: number; readonly is: number; readonly likeness: number };

export const pairedActions = (before: readonly string[], now: readonly string[]): PairedActions => {
  const words = { before: before.map(wordsIn), now: now.map(wordsIn) };
  const candidates = before.flatMap((text, was) =>
    now.flatMap((other, is): Candidate[] => {
      const likeness = text === other ? 2 : likenessOf(words.before[was] ?? [], words.now[is] ?? []);
      return likeness > 0 ? [{ was, is, likeness }] : [];
    }),
  );
  const distance = ({ was, is }: Candidate): number => Math.abs(was - is);
  candidates.sort((one, other) => other.likeness - one.likeness || distance(one) - distance(other));
  const isOf = new Map<number, number>();
  const wasOf = new Map<number, number>();
  for (const { was, is } of candidates) {
    if (isOf.has(was) || wasOf.has(is)) continue;
    isOf.set(was, is);
    wasOf.set(is, was);
  }
  return {
    kept: now.flatMap((_, is) => {
      const was = wasOf.get(is);
      return was === undefined ? [] : [{ was, is }];
    }),
    gone: before.flatMap((_, was) => (isOf.has(was) ? [] : [was])),
    added: now.flatMap((_, is) => (wasOf.has(is) ? [] : [is])),
  };
};

/** By the rules of each language, of those also that write no blanks between words. */
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

const wordsIn = (text: string): string[] =>
  [...WORDS.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment.toLowerCase()] : [],
  );

/** From 0, not the same action, to 1. */
const likenessOf = (one: readonly string[], other: readonly string[]): number => {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  const left = new Map<string, number>();
  for (const word of more) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of fewer) {
    const rest = left.get(word) ?? 0;
    if (rest === 0) continue;
    left.set(word, rest - 1);
    shared += 1;
  }
  if (shared === 0) return 0;
  const likeness = (2 * shared) / (one.length + other.length);
  const isWithin = fewer.length >= LEAST_WORDS && shared / fewer.length >= WITHIN;
  return likeness > ALIKE || isWithin ? likeness : 0;
};
