// Signing in as a person of the sample, by a link of `npm start`: once, and only where it runs.
import { createHash, timingSafeEqual } from 'node:crypto';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { spendOnce } from '../session/challenge.ts';
import type { SessionDeps, Started, Visitor } from '../session/start-session.ts';
import { begin, personWhoMay } from './sign-in.ts';

type SampleDeps = SessionDeps & Pick<Hub, 'config' | 'recoveries'>;

/** scripts/console/sample-links.mjs makes them. */
const hashOf = (token: string): Buffer => createHash('sha256').update(`sample link ${token}`).digest();

export const signInBySampleLink = async (
  hub: SampleDeps,
  token: string,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const { sampleLinks } = hub.config;
  const hash = hashOf(token);
  const link = sampleLinks?.people.find((each) => timingSafeEqual(Buffer.from(each.hash, 'hex'), hash));
  if (sampleLinks === null || link === undefined) return refused(UNKNOWN);
  if (sampleLinks.until <= hub.clock.now()) return refused(EXPIRED);
  const { byHandle } = await hub.directory.current();
  const person = await personWhoMay(hub, byHandle.get(link.person)?.id ?? null);
  if (person === null) return refused(UNKNOWN);
  if (!(await spendOnce(hub, link.hash, sampleLinks.until))) return refused(USED);
  return accepted(await begin(hub, { person, way: 'LINK', credential: null, visitor }));
};

const REMEDY = 'Start it again with npm start: it prints new links. A key signs you in too.';
const UNKNOWN = problem('LINK_UNKNOWN', '$.link', 'This link is not valid here.', REMEDY);
const USED = problem('LINK_USED', '$.link', 'This link was used already, and works once.', REMEDY);
const EXPIRED = problem('LINK_EXPIRED', '$.link', 'This link has expired.', REMEDY);
