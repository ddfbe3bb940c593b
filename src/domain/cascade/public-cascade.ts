// The cascade of a version from what is known here, and the part of it that everybody can work out: from the audience, the
// marking and the public default matrix alone. Only that part is shown to a publisher (I32).
import type { AccessFacts, CascadeReach } from '../access-facts.ts';
import { sectorsNamedBy } from '../audience.ts';
import type { Directory } from '../directory.ts';
import { cascadeOf, type SectorDependency } from './cascade.ts';
import { DEFAULT_DEPENDENCIES } from './cascade-matrix.ts';

const MATRIX: readonly SectorDependency[] = DEFAULT_DEPENDENCIES.map((edge) => ({ redundancy: 0, ...edge }));
const NOTHING_DECLARED: Pick<Directory, 'declared' | 'members'> = { declared: [], members: new Map() };

type Addressed = Pick<AccessFacts, 'audience' | 'tlp'>;

/** With the dependencies that the directory's members declared. */
export const wholeCascadeFor = (
  { audience, tlp }: Addressed,
  { declared, members }: Pick<Directory, 'declared' | 'members'>,
): CascadeReach[] =>
  cascadeOf({ audience, sectors: sectorsNamedBy(audience), tlp, dependencies: MATRIX, declared, members });

/** As if nobody had declared anything. */
export const publicCascadeFor = (facts: Addressed): CascadeReach[] =>
  wholeCascadeFor(facts, NOTHING_DECLARED);

/** What the publisher may know of the cascade of a version. */
export const publicCascadeOf = (access: AccessFacts): readonly CascadeReach[] =>
  access.publicCascade ?? (hasDeclared(access.cascade) ? publicCascadeFor(access) : access.cascade);

/** Whether declared dependencies had a part in it. */
export const hasDeclared = (cascade: readonly CascadeReach[]): boolean =>
  cascade.some(({ basis, to }) => basis === 'DECLARED' || to.members !== undefined);
