// A mailbox in place of the mail server: it keeps what would have been sent, and when.
import type { MailMessage } from '../../../src/outside/outbound/mail.ts';
import { type Outbound, openOutbound } from '../../../src/outside/outbound/outbound.ts';

export type Mail = MailMessage & { readonly at: Date };

export type Mailbox = {
  readonly outbound: Outbound;
  readonly mails: readonly Mail[];
  /** Whether the mail server answers. */
  isThere: boolean;
};

export const openMailbox = (now: () => Date): Mailbox => {
  const mails: Mail[] = [];
  const none = openOutbound({
    mail: { url: null, from: 'hub@hub.example', bounces: null },
    ca: null,
  });
  const mail = {
    ...none.mail,
    isConfigured: true,
    send: async (message: MailMessage) => {
      if (!mailbox.isThere) return { fault: 'AWAY' as const, status: null, answer: '', tookMs: 1 };
      mails.push({ ...message, at: now() });
      return { fault: null, status: 250, answer: '250 taken', tookMs: 1 };
    },
  };
  const mailbox: Mailbox = { outbound: { ...none, mail }, mails, isThere: true };
  return mailbox;
};
