// Issues a one-time link or code. Its token is shown once; only its hash is stored.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { LinkPurpose } from '../../store/access/links.ts';
import type { Session } from '../../store/connect.ts';
import { newToken } from '../access/token.ts';
import type { Outsider } from '../audit/record-act.ts';

export type LinkDeps = Pick<
  Hub,
  'members' | 'persons' | 'keys' | 'accessLinks' | 'directory' | 'clock' | 'entropy' | 'acts' | 'entries'
>;

export type IssuedLink = { readonly id: string; readonly token: string; readonly expiresAt: Date };

type LinkFacts = {
  readonly purpose: LinkPurpose;
  readonly by: Actor | Outsider;
  readonly member: string | null;
  readonly person: string | null;
  /** In hours; by the purpose when absent. */
  readonly hours?: number;
};

const HOUR_MS = 3_600_000;
/** Long enough for somebody who is away for a week; a setup code is read off a terminal. */
const INVITED_HOURS = 7 * 24;
const HOURS: Readonly<Record<LinkPurpose, number>> = {
  INVITATION: INVITED_HOURS,
  APPLICATION: 14 * 24,
  SETUP: 1,
};

/** Within `members.change`. An earlier link of the same person ends. */
export const issueLink = async (
  hub: Pick<Hub, 'accessLinks' | 'clock' | 'entropy'>,
  { purpose, by, member, person, hours = HOURS[purpose] }: LinkFacts,
  session: Session,
): Promise<IssuedLink> => {
  const { id, token, hash } = newToken(hub.entropy, 'link');
  const createdAt = hub.clock.now();
  const expiresAt = new Date(createdAt.getTime() + hours * HOUR_MS);
  if (person !== null) await hub.accessLinks.revokeOf(person, createdAt, session);
  const createdBy = 'member' in by ? (by.person ?? by.key) : null;
  const facts = { purpose, member, person, createdBy, createdAt, expiresAt, usedAt: null, revokedAt: null };
  await hub.accessLinks.put({ _id: id, hash, ...facts }, session);
  return { id, token, expiresAt };
};
