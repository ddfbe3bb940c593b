// Attempts to sign in that failed are limited per address. Where the hub cannot know addresses all share one budget, and somebody's
// guesses must keep nobody else out: there only the answer to a failure changes (429 for 401).
import { problem } from '../../domain/problem.ts';
import type { Visit } from './page.ts';
import type { PageProblem } from './words/refusals.ts';
import { counted } from './words/speech.ts';

type From = Pick<Visit, 'deps' | 'address' | 'request'>;

const placeOf = ({ address, request }: From): string => address ?? request.socket.remoteAddress ?? '';

/** Charges the address for an attempt that failed: what to tell somebody who fails too often, null for nobody. */
export const afterFailure = async (from: From & Pick<Visit, 'speech'>): Promise<PageProblem | null> => {
  const wait = await from.deps.signIns.take(placeOf(from));
  if (wait === null) return null;
  const { speech } = from;
  const { limited } = speech.words.failed;
  const remedy = counted(speech, 'failed', { of: 'wait', count: Math.max(1, Math.ceil(wait)) });
  return { ...problem('SIGN_INS_LIMITED', '$', limited, remedy), isSaid: true };
};

/** Whether this address has failed so often that nothing more is written for it. */
export const hasFailedTooOften = (from: From): boolean => from.deps.signIns.left(placeOf(from)).tokens < 1;

/**
 * Whether nobody else is asked for this address, as the provider of a member is by each attempt there. Without an address nobody is
 * refused for it: the failures of others would be meant.
 */
export const isHeldOff = (from: From): boolean => from.address !== null && hasFailedTooOften(from);
