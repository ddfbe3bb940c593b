// Attempts to sign in are limited per address; those under one name are counted by the service that checks it.
import { type Problem, problem } from '../../domain/problem.ts';
import type { Visit } from './page.ts';

/** What to tell somebody who tries too often; null for nobody. */
export const tooMany = async ({ deps, address, request }: Visit): Promise<Problem | null> => {
  const wait = await deps.signIns.take(address ?? request.socket.remoteAddress ?? '');
  return wait === null
    ? null
    : problem(
        'SIGN_INS_LIMITED',
        '$',
        'There were too many attempts to sign in from your network.',
        `Wait ${Math.max(1, Math.ceil(wait))} seconds, then try again.`,
      );
};
