// What goes out to endpoints. Nothing is opened before it is used.

import { type Resolve, systemResolve } from './guarded-connect.ts';
import { type Mail, type MailOptions, openMail } from './mail.ts';
import { type Mailbox, openMailbox } from './maildir.ts';
import { openWebhooks, type Webhooks } from './webhooks.ts';

export type Outbound = {
  readonly webhooks: Webhooks;
  readonly mail: Mail;
  /** Mail that came back. */
  readonly bounces: Mailbox;
  close(): Promise<void>;
};

export type OutboundOptions = {
  readonly mail: Omit<MailOptions, 'ca'>;
  /** Authorities besides the system's, PEM; null for none. */
  readonly ca: string | null;
  /** A Maildir of mail that came back; null for none. */
  readonly bounceFolder?: string | null;
  readonly resolve?: Resolve;
  /** Of one post to a webhook. */
  readonly timeoutMs?: number;
};

/** Of one post to a webhook; less than a delivery is held for. */
const TIMEOUT_MS = 10_000;
const CONNECT_MS = 5_000;

export const openOutbound = ({
  mail: options,
  ca,
  resolve = systemResolve,
  bounceFolder = null,
  timeoutMs = TIMEOUT_MS,
}: OutboundOptions): Outbound => {
  const webhooks = openWebhooks({ resolve, ca, timeoutMs, connectMs: Math.min(CONNECT_MS, timeoutMs) });
  const mail = openMail({ ...options, ca });
  return {
    webhooks,
    mail,
    bounces: openMailbox(bounceFolder),
    close: async () => {
      mail.close();
      await webhooks.close();
    },
  };
};
