// What is left of a proposal that quotes content once it is decided, and what is shown to who may not hold that content.
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { AnyApprovable } from './approvable.ts';
import { approvableOf } from './approvables.ts';

type Payload = Proposal['payload'];

/** The whole payload where it quotes nothing. */
export const withoutContent = ({ kind, payload }: Pick<Proposal, 'kind' | 'payload'>): Payload =>
  leftOf(approvableOf(kind)?.content, payload);

export const leftOf = (content: AnyApprovable['content'], payload: Payload): Payload =>
  content === undefined
    ? payload
    : Object.fromEntries(Object.entries(payload).filter(([name]) => content.stays.includes(name)));
