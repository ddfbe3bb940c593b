// What may go to an endpoint, by its marking and how it is encrypted. Above TLP:GREEN nothing that says what a warning is about
// leaves by clear mail or in the thin form: that something waits, and where, is all. What must be encrypted in transit goes by
// TLS or encrypted mail only.
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import type { Handling } from '../../domain/handling.ts';
import { type EffectiveTlp, isAtMost } from '../../domain/marking.ts';
import type { Actor, Role } from '../../domain/member.ts';
import { mayAct } from '../decide.ts';
import { mayKey } from '../grants.ts';

/** CONTENT: all that the reader may read. SUMMARY: headline and grade. NOTICE: that something waits, and where. */
export type Carried = 'CONTENT' | 'SUMMARY' | 'NOTICE' | 'NOTHING';

type Way = Pick<Endpoint, 'channel' | 'form' | 'ceiling' | 'certificate'>;
type Marked = {
  readonly tlp: EffectiveTlp;
  readonly handling?: Pick<Handling, 'encryptInTransit'> | undefined;
};

/** A webhook is reached by TLS only; a mail is encrypted where its reader gave a certificate. */
export const isEncrypted = ({ channel, certificate }: Pick<Way, 'channel' | 'certificate'>): boolean =>
  channel === 'WEBHOOK' || certificate !== null;

export const carriedTo = (way: Way, { tlp, handling }: Marked): Carried => {
  if (!isEncrypted(way) && handling?.encryptInTransit === 'MUST') return 'NOTHING';
  if (!isAtMost(tlp, way.ceiling)) return 'NOTICE';
  if (way.form === 'FULL' && (isEncrypted(way) || isAtMost(tlp, 'GREEN'))) return 'CONTENT';
  return isAtMost(tlp, 'GREEN') ? 'SUMMARY' : 'NOTICE';
};

const THOSE_WHO_KEEP: readonly Role[] = ['member-admin', 'manager', 'integrator'];

type Whose = { readonly member: string; readonly person: string | null };

/**
 * Who keeps subscriptions, and with them what is told at an endpoint: a person at its own, whoever looks after the channels of a
 * member at the member's. Nobody keeps those of another person: what somebody asks for is its own matter.
 */
export const mayKeepAt = (actor: Actor, { member, person }: Whose): boolean => {
  // A key with limits decides nothing of what its person is told.
  const isOpen = mayKey(actor, 'member.change') && mayAct(actor, 'warning.read', null).allowed;
  if (member !== actor.member.id || !isOpen) return false;
  return person === null ? mayKeepMembers(actor) : person === actor.person;
};

/** Whether it keeps those of the member itself. */
const mayKeepMembers = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some((role) => THOSE_WHO_KEEP.includes(role));
