// Attempts to sign in that failed are limited per address. Where the hub cannot know addresses all share one budget, and somebody's
// guesses must keep nobody else out: there only the answer to a failure changes (429 for 401).
import { type Problem, problem } from '../../domain/problem.ts';
import type { Visit } from './page.ts';

type From = Pick<Visit, 'deps' | 'address' | 'request'>;

const placeOf = ({ address, request }: From): string => address ?? request.socket.remoteAddress ?? '';

/** Charges the address for an attempt that failed: what to tell somebody who fails too often, null for nobody. */
export const afterFailure = async (from: From): Promise<Problem | null> => {
  const wait = await from.deps.signIns.take(placeOf(from));
  return wait === null
    ? null
    : problem(
        'SIGN_INS_LIMITED',
        '$',
        'There were too many attempts to sign in from your network.',
        `Wait ${Math.max(1, Math.ceil(wait))} seconds, then try again.`,
      );
};

/** Whether this address has failed so often that nothing more is written for it. */
export const hasFailedTooOften = (from: From): boolean => from.deps.signIns.left(placeOf(from)).tokens < 1;

/**
 * Whether nobody else is asked for this address, as the provider of a member is by each attempt there. Without an address nobody is
 * refused for it: the failures of others would be meant.
 */
export const isHeldOff = (from: From): boolean => from.address !== null && hasFailedTooOften(from);
