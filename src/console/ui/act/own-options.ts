// What is pressed is done as whoever was on the screen then, in each of its attempts, or not at all: an attempt may wait for the hub, or
// for the tab to be looked at, while somebody else signs in in another tab.
import { isShown, ofAnother } from '../../app/ask.ts';

export type Own<Input, Result> = {
  readonly act: (input: Input, as: string) => Promise<Result>;
  readonly onDone?: (result: Result, input: Input) => unknown;
};

/** Of one press: what was meant, by whom. */
export type Pressed<Input> = { readonly input: Input; readonly as: string };

export const ownOptions = <Input, Result>({ act, onDone }: Own<Input, Result>) => ({
  mutationFn: async ({ input, as }: Pressed<Input>): Promise<Result> => {
    if (!isShown(as)) throw ofAnother();
    return act(input, as);
  },
  // What follows, such as the end of a draft, is theirs as well.
  onSuccess: async (result: Result, { input, as }: Pressed<Input>): Promise<void> => {
    if (isShown(as)) await onDone?.(result, input);
  },
});
