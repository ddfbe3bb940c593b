// A signed link that answers one version for one person of a member, or for its machine. It is made without a write: the hub seals
// what it is for, so that it says nothing to anybody else, and what used it once is noted until it has expired.
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { actorOf } from '../../domain/directory.ts';
import { isAtMost } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Item } from '../item/item.ts';
import { readWarning } from '../item/read-warning.ts';

export type AnswerLink = {
  readonly warning: string;
  readonly version: number;
  readonly member: string;
  /** Null for a machine or a mailbox of the member. */
  readonly person: string | null;
  readonly expiresAt: Date;
};

const NONCE = 12;
const TAG = 16;
const LIFE_MS = 14 * 24 * 3_600_000;
const TOKEN = /^[A-Za-z0-9_-]{40,600}$/;

const keyOf = ({ signInKey }: Pick<Hub, 'signInKey'>): Buffer =>
  Buffer.from(hkdfSync('sha256', signInKey, Buffer.alloc(0), 'answer link', 32));

type Sealing = Pick<Hub, 'signInKey' | 'clock' | 'entropy' | 'origin'>;

export const newAnswerLink = (
  hub: Sealing,
  { warning, version, member, person }: Omit<AnswerLink, 'expiresAt'>,
): { readonly url: string; readonly expiresAt: Date } => {
  const expiresAt = new Date(hub.clock.now().getTime() + LIFE_MS);
  const nonce = hub.entropy.bytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(hub), nonce);
  const text = JSON.stringify([warning, version, member, person, expiresAt.getTime()]);
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { url: `${hub.origin}/answer?link=${sealed.toString('base64url')}`, expiresAt };
};

/** Null for whatever this hub has not sealed. */
const opened = (hub: Pick<Hub, 'signInKey'>, token: string): AnswerLink | null => {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(hub), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  const text = decipher.update(bytes.subarray(NONCE, -TAG));
  const isWhole = isSealed(decipher);
  if (!isWhole) return null;
  const [warning, version, member, person, until] = JSON.parse(text.toString('utf8'));
  return { warning, version, member, person, expiresAt: new Date(until) };
};

const isSealed = (decipher: { final(): Buffer }): boolean => {
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
};

export type BehindLink = {
  readonly link: AnswerLink;
  readonly actor: Actor;
  readonly item: Item;
  /** Whether anybody who has the link may see what it says: its number alone above TLP:GREEN. */
  readonly isShown: boolean;
};

type Deps = Pick<Hub, 'signInKey' | 'clock' | 'directory' | 'warnings' | 'cursorKey' | 'recoveries'>;

/**
 * What the link answers, for whom it was made, as of now. One that is not valid, has expired, or leads to what its person may not
 * read any more gets one answer.
 */
export const behindAnswerLink = async (hub: Deps, token: string): Promise<Outcome<BehindLink>> => {
  const link = opened(hub, token);
  if (link === null || link.expiresAt <= hub.clock.now()) return refused(INVALID);
  hub.directory.forget();
  const directory = await hub.directory.current();
  const { member, person } = link;
  const roles = person === null ? (['integrator'] as const) : null;
  const found = actorOf(directory, { id: `answer link of ${member}`, member, person, roles });
  if (found === null || !found.member.isActive) return refused(INVALID);
  const actor: Actor = { ...found, via: { way: 'LINK', range: null } };
  const item = await readWarning(hub, actor, link.warning);
  if (item === null || !mayAct(actor, 'warning.acknowledge', item.access).allowed) return refused(INVALID);
  return accepted({ link, actor, item, isShown: isAtMost(item.summary.tlp, 'GREEN') });
};

/** False when it was used before. Call it once everything else about the answer is right. */
export const spendAnswerLink = (
  { recoveries }: Pick<Hub, 'recoveries'>,
  token: string,
  { expiresAt }: AnswerLink,
): Promise<boolean> =>
  recoveries.useOnce(createHash('sha256').update(`answer ${token}`).digest('hex'), expiresAt);

const INVALID: Problem = problem(
  'LINK_UNKNOWN',
  '$.link',
  'This link is not valid here, or not any more.',
  'Sign in to answer.',
);

/** Why a link cannot be made for this person, or the link. */
export const createAnswerLink = async (
  hub: Sealing & Pick<Hub, 'directory' | 'warnings' | 'cursorKey'>,
  actor: Actor,
  request: { readonly warning: string; readonly person: string | null },
): Promise<Outcome<{ readonly url: string; readonly expiresAt: Date }>> => {
  const item = await readWarning(hub, actor, request.warning);
  if (item === null) return notFound('$.warning');
  const permission = mayAct(actor, 'warning.acknowledge', item.access);
  if (!permission.allowed) return refused(permission.problem);
  const { byHandle, persons } = await hub.directory.current();
  const named =
    request.person === null ? null : (byHandle.get(request.person) ?? persons.get(request.person));
  const person = request.person === null ? actor.person : (named?.id ?? null);
  const isOwn = request.person === null || (named?.member === actor.member.id && named.state === 'ACTIVE');
  if (!isOwn)
    return refused(
      problem(
        'PERSON_UNKNOWN',
        '$.person',
        `Nobody of your organisation can sign in as "${String(request.person).slice(0, 128)}".`,
        'Write it as <member slug>/<name>, or leave it out for yourself.',
      ),
    );
  const { id: warning, version } = item.summary;
  return accepted(newAnswerLink(hub, { warning, version, member: actor.member.id, person }));
};
