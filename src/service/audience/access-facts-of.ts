// The access facts of a draft: what decides who may read it, with the cascade fixed at publishing.

import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Audience } from '../../domain/audience.ts';
import { cascadeOf, type SectorDependency } from '../../domain/cascade/cascade.ts';
import { DEFAULT_DEPENDENCIES } from '../../domain/cascade/cascade-matrix.ts';
import type { Directory } from '../../domain/directory.ts';

const MATRIX: readonly SectorDependency[] = DEFAULT_DEPENDENCIES.map((edge) => ({ redundancy: 0, ...edge }));

const union = (lists: readonly (readonly string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort();

export const sectorsOf = (audience: Audience): string[] =>
  union(audience.alternatives.map(({ sectors }) => sectors));
export const countriesOf = (audience: Audience): string[] =>
  union(audience.alternatives.map(({ countries }) => countries));

export const accessFactsOf = (
  { publisher, tlp, audience, exercise }: Omit<AccessFacts, 'cascade'>,
  directory: Directory,
): AccessFacts => ({
  publisher,
  tlp,
  audience,
  exercise,
  cascade: cascadeOf({
    audience,
    sectors: sectorsOf(audience),
    tlp,
    dependencies: MATRIX,
    declared: directory.declared,
    members: directory.members,
  }),
});
