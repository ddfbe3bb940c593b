// One subscription as a client asked for it, checked and within the limits.
import type { Operation } from '../documents.ts';
import type { Variables } from '../execute.ts';
import type { RequestContext } from '../request-context.ts';

export type SubscriptionRequest = {
  readonly operation: Operation;
  readonly context: RequestContext;
  readonly variables: Variables;
};
