// Channels: why a delivery to an endpoint did not arrive, and why an act on an endpoint is refused.
import type { CodeEntry } from './entry.ts';

/** Reported with a delivery, never as a refusal. */
export const DELIVERY_CODES = {
  ENDPOINT_UNREACHABLE: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'no connection to the endpoint came about, or it broke off',
    remedy: 'see that it is reachable from the internet at its port',
  },
  ENDPOINT_TIMED_OUT: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint did not answer within ten seconds',
    remedy: 'answer first, and do the work afterwards',
  },
  ENDPOINT_TLS: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the certificate of the endpoint is not valid for its name, or TLS failed',
    remedy: 'serve a valid certificate with its whole chain, TLS 1.2 or later',
  },
  ENDPOINT_ADDRESS_REFUSED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the name of the endpoint leads to an address that the hub may not connect to',
    remedy: 'use a public address, or have its private range allowed',
  },
  ENDPOINT_REDIRECTED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint answered with a redirect, which is not followed',
    remedy: 'register the address that it leads to',
  },
  ENDPOINT_REFUSED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint answered with a status from 400 to 499',
    remedy: 'see what it answered in the log of attempts',
  },
  ENDPOINT_FAILED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint answered with a status from 500 to 599, or one that says nothing',
    remedy: 'see what it answered in the log of attempts',
  },
  ENDPOINT_BUSY: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint asked to wait (429 or 503)',
    remedy: 'nothing: the hub waits as long as `Retry-After` says, at most a day',
  },
  ENDPOINT_GONE: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint answered 410, and was disabled',
    remedy: 'prove it again once it is there',
  },
  ENDPOINT_NOT_ACTIVE: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint was disabled or removed before this was sent',
    remedy: 'prove the endpoint again, then retry',
  },
  CHALLENGE_NOT_ANSWERED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the endpoint took the challenge and did not give it back',
    remedy: 'answer a challenge with status 200 and its `challenge`, as JSON or alone',
  },
  MAIL_REFUSED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the mail server refused the address for good, or the mail came back',
    remedy: 'give another address, or prove this one again',
  },
  MAIL_BLOCKED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'a mail server does not let this hub send there, by its policy or for want of authentication',
    remedy: 'ask the operator of the hub, who is told too; retry it after that',
  },
  MAIL_RETURNED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong:
      'the mail came back, and the address may be right: its mailbox is full, or its server was away for days',
    remedy: 'see that the mailbox takes mail, then retry',
  },
  MAIL_DEFERRED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the mail server could not take it for now, or did not say what became of it',
    remedy: 'nothing: it is tried again',
  },
  MAIL_SERVER_AWAY: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the mail server of the hub was not reached, or takes nothing from it',
    remedy: 'nothing: it is tried again for five days; the operator of the hub is told',
  },
  MAIL_SUPPRESSED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'mail to this address came back before, or its reader complained',
    remedy: 'see that the mailbox works, and prove the address again',
  },
  MAIL_NOT_CONFIGURED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'this hub has no mail server',
    remedy: 'ask the operator of the hub to set TOCSIN_SMTP_URL',
  },
  ENCRYPTION_REQUIRED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'its policy demands encryption in transit, and this mail would be clear',
    remedy: 'give a certificate for S/MIME, or read it in the hub',
  },
  SUPERSEDED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'a newer version goes to the endpoint in its place',
    remedy: 'nothing',
  },
  WARNING_GONE: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the warning is not kept any more, or was not delivered to the member',
    remedy: 'nothing',
  },
  WARNING_EXPIRED: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong:
      'the validity of the warning was over before this was sent, and nothing of it was told there before',
    remedy: 'nothing; read it in the hub',
  },
  DELIVERY_BROKEN: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'the hub could not make the message',
    remedy: 'tell the operator of the hub the id of the delivery',
  },
} as const satisfies Record<string, CodeEntry>;

/** Refusals of acts on endpoints. */
export const ENDPOINT_CODES = {
  ADDRESS_NOT_USABLE: {
    reportedAs: 'act',
    where: 'endpoints',
    wrong: 'the address is no https address or no mail address, holds credentials, or is too long',
    remedy: 'give an https address without a user name, or one mail address',
  },
  ADDRESS_KNOWN: {
    reportedAs: 'act',
    where: '`addWebhook`, `addMailAddress`, `proveEndpoint`',
    wrong: 'your organisation has this address as an endpoint already',
    remedy: 'use that endpoint, or remove it first',
  },
  ADDRESS_NOT_PUBLIC: {
    reportedAs: 'act',
    where: 'endpoints',
    wrong: 'the address is not public, or its port is not allowed',
    remedy: 'use port 443 or 8443 of a public address, or ask the operators of the hub to allow the range',
  },
  CERTIFICATE_NOT_USABLE: {
    reportedAs: 'act',
    where: 'endpoints',
    wrong: 'the certificate is no X.509 certificate in PEM with an RSA key, or has expired',
    remedy:
      'give the certificate with which the address reads encrypted mail (S/MIME, RSA of 2,048 bits or more)',
  },
  CEILING_TOO_HIGH: {
    reportedAs: 'act',
    where: 'endpoints',
    wrong: 'TLP:RED is for persons: an endpoint of a member cannot have that ceiling',
    remedy: 'use a lower ceiling, or an endpoint of a person',
  },
  ENDPOINT_CODE_WRONG: {
    reportedAs: 'act',
    where: 'endpoints',
    wrong: 'the code is not the one that was sent last, or a day has passed',
    remedy: 'have a new one sent',
  },
  ENDPOINT_UNKNOWN: {
    reportedAs: 'act',
    where: 'retryDeliveries',
    wrong: 'neither ids nor an endpoint are given, or both',
    remedy: 'give one of them',
  },
  ENDPOINT_UNPROVED: {
    reportedAs: 'act',
    where: 'endpoints',
    wrong: 'the endpoint is not proved yet, or is disabled',
    remedy: 'prove it first',
  },
  RANGE_NOT_ALLOWABLE: {
    reportedAs: 'act',
    where: 'allowed ranges',
    wrong: 'the range is neither inside one private network nor small and public',
    remedy: 'give a range such as 10.20.0.0/16, with its ports',
  },
} as const satisfies Record<string, CodeEntry>;
