// The sentences of the hub for refusals of one code: what is wrong, and what to do. The words of the console are of the code, which
// may have several remedies: that of the hub is always said.
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';

export type Said = Pick<WhyRefusedFragment, 'code' | 'message'> & Partial<Pick<WhyRefusedFragment, 'remedy'>>;

/** Words of the console for what is wrong at a path of the input. */
export type Lack = { readonly path: string; readonly words: string };

/** What is wrong in a field: words of the console, with or without their path, or a refusal of the hub. */
export type Fault = string | Lack | WhyRefusedFragment;

/** Each once; a remedy that several have stands behind the last of them. */
export const sentencesOf = (of: readonly Said[]): string[] =>
  [...Map.groupBy(of, ({ remedy }) => remedy)].flatMap(([remedy, group]) => {
    const messages = [...new Set(group.map(({ message }) => message))];
    const last = messages.pop() ?? '';
    return [...messages, remedy === undefined ? last : `${last} ${remedy}`];
  });

/** The faults that belong to a field: those at its path, or below it. */
export const faultsAt = (
  refusals: readonly WhyRefusedFragment[],
  path: string,
): readonly WhyRefusedFragment[] =>
  refusals.filter(
    (each) => each.path === path || each.path.startsWith(`${path}.`) || each.path.startsWith(`${path}[`),
  );
