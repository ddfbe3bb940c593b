// What arrives together on the watch screen is shown in the order in which a person should look: after a night without a
// connection the warning that asks for action at once stands above the ones that can wait.
import { byGrade } from '../../domain/grade/effective-grade.ts';
import type { WarningEdge } from '../client/warning-fields.ts';

/** Warnings that arrive within this time of each other are shown together. */
const TOGETHER_MS = 150;
/** And at most so many: a stream that never pauses is shown as it comes. */
const MOST = 100;

/**
 * The same edges, reordered within what arrives together. Only the last shown of them has a cursor, that of the last arrived:
 * whoever stops in between is shown all of them again.
 */
export async function* mostUrgentFirst(
  edges: AsyncIterable<WarningEdge>,
  togetherMs = TOGETHER_MS,
): AsyncGenerator<Omit<WarningEdge, 'cursor'> & { readonly cursor: string | null }> {
  const iterator = edges[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    for (;;) {
      const first = await next;
      if (first.done === true) return;
      const together = [first.value];
      next = iterator.next();
      // A failure is thrown when it is awaited, after what came before it was shown.
      next.catch(() => undefined);
      while (together.length < MOST) {
        const more = await within(next, togetherMs);
        if (more === null || more.done === true) break;
        together.push(more.value);
        next = iterator.next();
        next.catch(() => undefined);
      }
      yield* ordered(together);
    }
  } finally {
    // It may be waiting for the next event, which nobody waits for any more.
    void iterator.return?.();
  }
}

const ordered = (together: readonly WarningEdge[]) => {
  const cursor = together.at(-1)?.cursor ?? null;
  const sorted = together.toSorted((one, other) => byGrade(one.node, other.node));
  return sorted.map((edge, index) => ({ ...edge, cursor: index === sorted.length - 1 ? cursor : null }));
};

/** Null when it takes longer, or fails. */
const within = async <Value>(promise: Promise<Value>, ms: number): Promise<Value | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([promise.catch(() => null), late]).finally(() => clearTimeout(timer));
};
