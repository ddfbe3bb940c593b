// How many were reminded, as a resolver of the act gives it.
import type { Problem } from '../../domain/problem.ts';

export type Reminded = { readonly reminded: number | null; readonly refusals: readonly Problem[] };
