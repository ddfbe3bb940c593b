// A member declares its own dependencies. The cascade trusts these edges over any matrix.

import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';

export type Declaration = {
  /** Slug of the dependent member. */
  readonly dependent: string;
  /** Slug of the member it depends on. */
  readonly provider: string;
  readonly service: string;
  /** Share of its function lost without the service, 0–1. */
  readonly strength: number;
  /** Share that alternatives can cover, 0–1. */
  readonly redundancy: number;
  readonly bufferHours: number | null;
};

/** One service of one provider is one dependency, so that declaring it again changes it. */
export const dependencyId = ({
  dependent,
  provider,
  service,
}: Pick<Declaration, 'dependent' | 'provider' | 'service'>): string =>
  identifierFor('dependency', `${dependent}/${provider}/${service}`);

export const shareProblem = ({
  strength,
  redundancy,
  bufferHours,
}: Pick<Declaration, 'strength' | 'redundancy' | 'bufferHours'>): Problem | null =>
  [strength, redundancy].every((share) => share >= 0 && share <= 1) && (bufferHours ?? 0) >= 0
    ? null
    : problem(
        'SHARE_OUT_OF_RANGE',
        '$.strength',
        'Strength and redundancy are shares from 0 to 1, and a buffer is not negative.',
        'For four fifths, give 0.8.',
      );

/** Returns the dependency's id; one that was declared already stays unchanged. */
export const declareDependency = async (
  hub: Pick<Hub, 'members' | 'directory'>,
  { dependent, provider, ...facts }: Declaration,
): Promise<Outcome<{ readonly id: string; readonly isNew: boolean }>> => {
  const directory = await hub.directory.current();
  const [from, to] = [directory.bySlug.get(provider), directory.bySlug.get(dependent)];
  if (from === undefined || to === undefined || from === to) {
    const [path, slug] = to === undefined ? ['$.dependent', dependent] : ['$.provider', provider];
    return refused(
      problem('MEMBER_UNKNOWN', path, `"${slug}" is not another member.`, 'Give the slugs of two members.'),
    );
  }
  const outOfRange = shareProblem(facts);
  if (outOfRange !== null) return refused(outOfRange);
  const id = dependencyId({ dependent, provider, service: facts.service });
  if (directory.declared.some((each) => each.id === id)) return accepted({ id, isNew: false });
  await hub.members.saveDependency({ id, provider: from.id, dependent: to.id, ...facts });
  hub.directory.forget();
  return accepted({ id, isNew: true });
};
