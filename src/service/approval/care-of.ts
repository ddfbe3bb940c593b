// What both persons should think of before something is done: whom a warning would reach, beside what its publisher does
// usually.
import type { Care } from '../../domain/care/publish-care.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { approvableOf } from './approvables.ts';
import type { ShownProposal } from './list-proposals.ts';

/** Nothing of what is decided, nor of what this actor is not shown whole. */
export const careOfProposal = async (
  hub: Hub,
  actor: Actor,
  { kind, payload, state }: Pick<ShownProposal, 'kind' | 'payload' | 'state'>,
): Promise<readonly Care[]> => {
  const approvable = approvableOf(kind);
  if (state !== 'OPEN' || approvable?.care === undefined) return [];
  const whole = approvable.read(payload);
  return whole.ok ? approvable.care(hub, actor, whole.value) : [];
};
