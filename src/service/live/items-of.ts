// A stream read item by item: each is taken when it is asked for.
import type { Item } from '../item/item.ts';
import type { Outlet, Rendering } from './outlet.ts';

/** As it is: nothing is rendered, and nothing noted. */
const AS_IT_IS: Rendering<Item> = {
  alike: () => null,
  make: (item) => item,
  sizeOf: () => null,
  sent: () => undefined,
};

export async function* itemsOf(
  join: (rendering: Rendering<Item>, outlet: Outlet<Item>) => () => void,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  if (signal.aborted) return;
  let next: Item | null = null;
  let ended: { readonly error: unknown } | null = null;
  let taken = (): void => undefined;
  let wake = (): void => undefined;
  const end = (error: unknown): void => {
    ended ??= { error };
    wake();
  };
  const stop = (): void => end(null);
  signal.addEventListener('abort', stop, { once: true });
  const leave = join(AS_IT_IS, {
    write: (item) => {
      next = item;
      wake();
      return false;
    },
    whenTaken: (act) => {
      taken = act;
    },
    end,
  });
  try {
    for (;;) {
      const item = next as Item | null;
      const over = ended as { readonly error: unknown } | null;
      if (item !== null) {
        next = null;
        yield item;
        taken();
      } else if (over === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (over.error === null) {
        return;
      } else {
        throw over.error;
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    leave();
  }
}
