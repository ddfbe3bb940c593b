// A signed link that answers one version for one person of a member, or for its machine. It is made without a write: the hub seals
// what it is for, so that it says nothing to anybody else, and what used it once is noted until it has expired. One that somebody
// made ends with the key or session that made it, and does no more than that.
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { actorOf, personWritten } from '../../domain/directory.ts';
import { isAtMost } from '../../domain/marking.ts';
import type { Actor, Via } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { isFromItsNetworks } from '../access/authenticate.ts';
import { deliveredVersion } from '../item/delivered-version.ts';
import type { Item } from '../item/item.ts';
import { readWarning } from '../item/read-warning.ts';
import { asOfNow, isByKey } from '../live/match.ts';
import { type OnceDeps, onceKeyOf } from '../session/once-key.ts';

export type AnswerLink = {
  readonly warning: string;
  readonly version: number;
  readonly member: string;
  /** Null for a machine or a mailbox of the member. */
  readonly person: string | null;
  /** The key or session that made it; null for one that the hub put into a mail. */
  readonly from: MadeFrom | null;
  /** Id of the endpoint that it was sent to, and ends with; null for one that went nowhere. */
  readonly endpoint: string | null;
  readonly expiresAt: Date;
};

type MadeFrom = { readonly key: string; readonly via: Via | null };

const NONCE = 12;
const TAG = 16;
const LIFE_MS = 14 * 24 * 3_600_000;
const TOKEN = /^[A-Za-z0-9_-]{40,600}$/;

const keyOf = (hub: OnceDeps): Buffer =>
  Buffer.from(hkdfSync('sha256', onceKeyOf(hub), Buffer.alloc(0), 'answer link', 32));

type Sealing = OnceDeps & Pick<Hub, 'clock' | 'entropy' | 'origin'>;

export const newAnswerLink = (
  hub: Sealing,
  { warning, version, member, person, from, endpoint }: Omit<AnswerLink, 'expiresAt'>,
): { readonly url: string; readonly expiresAt: Date } => {
  const expiresAt = new Date(hub.clock.now().getTime() + LIFE_MS);
  const nonce = hub.entropy.bytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(hub), nonce);
  const text = JSON.stringify([warning, version, member, person, expiresAt.getTime(), from, endpoint]);
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { url: `${hub.origin}/answer?link=${sealed.toString('base64url')}`, expiresAt };
};

/** Null for whatever this hub has not sealed. */
const opened = (hub: OnceDeps, token: string): AnswerLink | null => {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(hub), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  const text = decipher.update(bytes.subarray(NONCE, -TAG));
  const isWhole = isSealed(decipher);
  if (!isWhole) return null;
  const [warning, version, member, person, until, from, endpoint = null] = JSON.parse(text.toString('utf8'));
  if (from === undefined) return null;
  return { warning, version, member, person, from, endpoint, expiresAt: new Date(until) };
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
  /** The actor as it is by then; null where nothing is left of its rights. */
  readonly rightsOfNow: () => Promise<Actor | null>;
};

type Deps = OnceDeps &
  Pick<Hub, 'warnings' | 'cursorKey' | 'recoveries' | 'endpoints'> &
  Parameters<typeof asOfNow>[0];

/** Whose rights it acts with: of its maker as they are now, and from where that may act. Null where nothing is left of them. */
const actorBehind = async (
  hub: Deps,
  { member, person, from, endpoint }: AnswerLink,
  address: string | null,
): Promise<Actor | null> => {
  // Who reads there is nobody's any more: it was removed, or its mail came back.
  const sentTo = endpoint === null ? null : await hub.endpoints.byId(endpoint);
  if (endpoint !== null && sentTo?.state !== 'ACTIVE' && sentTo?.state !== 'PAUSED') return null;
  const directory = await hub.directory.current();
  const roles = person === null ? (['integrator'] as const) : null;
  const found = actorOf(directory, { id: `answer link of ${member}`, member, person, roles });
  if (found === null || from === null) return found;
  const { key: id, via } = from;
  const maker = { ...found, key: id, ...(via === null ? {} : { via }) };
  if (isByKey(maker)) {
    const key = await hub.directory.key(id, hub.clock.now());
    if (key === null || !isFromItsNetworks(key, address)) return null;
  }
  const now = await asOfNow(hub, maker);
  return now?.member.id === member && now.person === person ? now : null;
};

/**
 * What the link answers, for whom it was made, as of now. One that is not valid, has expired, or leads to what its person may not
 * read any more gets one answer.
 */
export const behindAnswerLink = async (
  hub: Deps,
  token: string,
  address: string | null,
): Promise<Outcome<BehindLink>> => {
  const link = opened(hub, token);
  if (link === null || link.expiresAt <= hub.clock.now()) return refused(INVALID);
  hub.directory.forget();
  const found = await actorBehind(hub, link, address);
  if (found === null || !found.member.isActive) return refused(INVALID);
  const actor: Actor = { ...found, via: { way: 'LINK', range: null } };
  const item = await readWarning(hub, actor, link.warning);
  if (item === null || !mayAct(actor, 'warning.acknowledge', item.access).allowed) return refused(INVALID);
  // A version that came silently changes nothing of what the link asks.
  if (![item.summary.version, await deliveredVersion(hub, item)].includes(link.version))
    return refused(outdatedLink());
  const rightsOfNow = () => actorBehind(hub, link, address);
  return accepted({ link, actor, item, isShown: isAtMost(item.summary.tlp, 'GREEN'), rightsOfNow });
};

/** What an answer by a link is bound to. */
export type ByLink = {
  /** It answers this version, and no other. */
  readonly version: number;
  /** Within the transaction of the answer. False when it was used before. */
  readonly spend: (session: Session) => Promise<boolean>;
};

export const byAnswerLink = (
  { recoveries }: Pick<Hub, 'recoveries'>,
  token: string,
  { version, expiresAt }: AnswerLink,
): ByLink => ({
  version,
  spend: (session) =>
    recoveries.useOnce(createHash('sha256').update(`answer ${token}`).digest('hex'), expiresAt, session),
});

/** What it asked is not asked any more: an answer to it would be one to something that nobody saw. */
export const outdatedLink = (): Problem =>
  problem(
    'LINK_UNKNOWN',
    '$.link',
    'There is a newer version of what this link answers.',
    'Sign in to read it and to answer.',
  );

export const usedLink = (): Problem =>
  problem(
    'LINK_USED',
    '$.link',
    'This link has answered already, and works once.',
    'Sign in to change the answer.',
  );

/** Also of one that ended while its answer came. */
export const INVALID: Problem = problem(
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
  const directory = await hub.directory.current();
  const named = request.person === null ? null : personWritten(directory, request.person, actor.member.slug);
  const { person } = actor;
  if (request.person !== null && (named === undefined || named?.id !== person))
    return refused(
      problem(
        'PERSON_UNKNOWN',
        '$.person',
        'A link answers in the name of whoever makes it, so it is made for yourself alone.',
        'Leave it out. Others make their own, or get theirs by mail when they are reminded.',
      ),
    );
  const { id: warning, version } = item.summary;
  const from = { key: actor.key, via: actor.via ?? null };
  return accepted(
    newAnswerLink(hub, { warning, version, member: actor.member.id, person, from, endpoint: null }),
  );
};
