// One attempt at a mail: its form, its thread, and what the mail server's answer means. Its id is that of the delivery, so that a
// repeat after a crash is the same mail.
import { createHash } from 'node:crypto';
import type { Attempt } from '../../../domain/channel/attempt.ts';
import { versionDeliveryId } from '../../../domain/channel/channel-delivery.ts';
import type { ProblemCode } from '../../../domain/problem-codes/catalogue.ts';
import { htmlOfText } from '../../../exchange/mail/html-of-text.ts';
import { envelopedFor } from '../../../exchange/smime/enveloped.ts';
import type { Hub } from '../../../hub.ts';
import type { MailFault, MailMessage, Sealing } from '../../../outside/outbound/mail.ts';
import { addressDigest } from '../address-digest.ts';
import { bounceTag } from '../bounce-tag.ts';
import { suppress } from '../endpoint/suppress.ts';
import { LEFT_OUT } from '../log/left-out.ts';
import type { Carried, Carry } from './carry.ts';

const CAUSE_OF: Readonly<Record<MailFault, ProblemCode>> = {
  MAILBOX: 'MAIL_REFUSED',
  BLOCKED: 'MAIL_BLOCKED',
  REFUSED: 'MAIL_REFUSED',
  DEFERRED: 'MAIL_DEFERRED',
  UNSURE: 'MAIL_DEFERRED',
  AWAY: 'MAIL_SERVER_AWAY',
  NONE: 'MAIL_NOT_CONFIGURED',
};

/** They say nothing of the address. */
const OURS: ReadonlySet<MailFault> = new Set<MailFault>(['AWAY', 'NONE', 'UNSURE', 'BLOCKED']);

export const carryMail: Carry = async (hub, carried, { signal }) => {
  const { delivery, endpoint, letter } = carried;
  const message = messageOf(hub, carried);
  const request = withoutSecret(`${message.subject}\n\n${message.text}`, letter);
  if (
    delivery.occasion !== 'CHALLENGE' &&
    (await hub.suppressions.has(addressDigest(hub, endpoint.address)))
  ) {
    return { ...NOTHING_CAME, cause: 'MAIL_SUPPRESSED', request: '', isFinal: true, disables: 'BOUNCED' };
  }
  const answered = await hub.outbound.mail.send(message, sealingFor(carried), signal);
  if (answered === null) return null;
  const { fault, status, answer, tookMs } = answered;
  if (fault === 'MAILBOX') await suppress(hub, endpoint, 'BOUNCED');
  return {
    cause: fault === null ? null : CAUSE_OF[fault],
    status,
    tookMs,
    // Above GREEN the log of a clear mail has what the mail had; of an encrypted one it has nothing.
    request: endpoint.certificate === null ? request : letter.type,
    answer,
    waitMs: null,
    isFinal: fault === 'MAILBOX' || fault === 'BLOCKED' || fault === 'REFUSED',
    disables: fault === 'MAILBOX' ? 'BOUNCED' : null,
    isOurs: fault !== null && OURS.has(fault),
    mayHaveArrived: fault === 'UNSURE',
  };
};

const NOTHING_CAME: Pick<Attempt, 'status' | 'tookMs' | 'answer' | 'waitMs'> = {
  status: null,
  tookMs: 0,
  answer: '',
  waitMs: null,
};

const withoutSecret = (text: string, { secret }: Carried['letter']): string =>
  secret === undefined ? text : text.replaceAll(secret, LEFT_OUT);

const sealingFor = ({ endpoint: { certificate }, letter: { shownSubject } }: Carried): Sealing | null =>
  certificate === null ? null : { seal: (entity) => envelopedFor(certificate, entity), shownSubject };

const uuidOf = (id: string): string => id.slice(id.indexOf('--') + 2);

const messageOf = (hub: Hub, { delivery, endpoint, letter }: Carried): MailMessage => {
  const { domain } = hub.outbound.mail;
  const { unsubscribe } = letter;
  return {
    to: endpoint.address,
    subject: letter.subject,
    text: letter.text,
    html: htmlOfText(letter.text, letter.link),
    messageId: `${uuidOf(delivery._id)}@${domain}`,
    references: threadOf(letter, endpoint).map((id) => `${id}@${domain}`),
    headers: {
      'X-Tocsin-Delivery': delivery._id,
      ...(unsubscribe === null
        ? {}
        : {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    returnTo: hub.outbound.mail.returnTo(bounceTag(hub, delivery._id)),
  };
};

/** Former versions that are named, besides the first. */
const MOST_FORMER = 10;

/** The ids of the mails of former versions: of the first one always, so that a thread holds together whatever is missing. */
const threadOf = (
  { thread }: Carried['letter'],
  { id: endpoint, member, channel }: Carried['endpoint'],
): string[] => {
  if (thread === null) return [];
  const { version } = thread;
  const root = createHash('sha256').update(`${thread.warning}\n${endpoint}`).digest('hex').slice(0, 32);
  const from = Math.max(1, version - MOST_FORMER);
  const former = Array.from({ length: version - from }, (_, at) =>
    uuidOf(versionDeliveryId({ member, channel, endpoint }, { warning: thread.warning, version: from + at })),
  );
  return [`thread-${root}`, ...former];
};
