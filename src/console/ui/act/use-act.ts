// One act of the API: under one idempotency key until it is done or asked for otherwise, with why it was refused.
import { useState } from 'react';
import type { Acting } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { keyFor, type Memory, ownMemory } from './asked.ts';
import { useOwn } from './use-own.ts';

type Refusable = { readonly refusals: readonly WhyRefusedFragment[] };

export type Act<Input, Result extends Refusable> = {
  readonly run: (input: Input) => void;
  readonly refusals: readonly WhyRefusedFragment[];
  readonly error: Error | null;
  readonly isBusy: boolean;
  /** What it did; undefined until it is done. */
  readonly done: Result | undefined;
  readonly forget: () => void;
};

type Further = {
  /** Where its key is kept, when that has to outlast what is on the screen. */
  readonly memory?: Memory;
  readonly onRefused?: (refusals: readonly WhyRefusedFragment[]) => void;
};

export const useAct = <Input, Result extends Refusable>(
  act: (input: Input, options: Acting) => Promise<Result>,
  onDone?: (result: Result) => void,
  { memory, onRefused }: Further = {},
): Act<Input, Result> => {
  const [own] = useState(ownMemory);
  const asked = memory ?? own;
  const { press, data, error, isPending, reset } = useOwn({
    act: (input: Input, as) => act(input, { idempotencyKey: keyFor(input, asked), as }),
    onDone: (result) => {
      // The same again is another act.
      asked.write(null);
      if (result.refusals.length === 0) return onDone?.(result);
      onRefused?.(result.refusals);
      // It was done, by the request whose answer was lost: the lists have it now.
      if (result.refusals.some(({ code }) => code === 'SHOWN_ONCE')) void queries.invalidateQueries();
    },
  });
  const refusals = data?.refusals ?? [];
  const done = refusals.length === 0 ? data : undefined;
  return { run: press, refusals, error, isBusy: isPending, done, forget: reset };
};
