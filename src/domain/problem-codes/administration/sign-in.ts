// Codes of founding a hub and signing in to it.
import type { CodeEntry } from '../entry.ts';

export const SIGN_IN_CODES = {
  HOST_MISDIRECTED: {
    reportedAs: 421,
    where: 'the pages of the hub',
    wrong: 'the page was asked for under another name than the hub’s own',
    remedy: 'open the address in the message; a proxy must pass `Host` on as it is',
  },
  ORIGIN_FOREIGN: {
    reportedAs: 403,
    where: 'a form of the pages of the hub',
    wrong: 'the form was not sent by a page of this hub',
    remedy: 'open the page at the hub and send its form',
    message: 'This form was not sent by a page of this hub. Open the page again.',
  },
  SETUP_CODE_INVALID: {
    reportedAs: 'act',
    where: '`/setup`',
    wrong: 'the setup code is mistyped, used, or older than an hour',
    remedy: 'print a new one on the machine of the hub: `tocsin init`',
  },
  HUB_FOUNDED: {
    reportedAs: 'act',
    where: '`/setup`, `tocsin init`',
    wrong: 'the hub has members already',
    remedy: 'sign in, or ask an administrator for an invitation',
  },
  HUB_NOT_FOUNDED: {
    reportedAs: 'act',
    where: '`tocsin hub move`, `tocsin hub recover`',
    wrong: 'nobody has founded this hub: no origin is fixed, and nobody runs it',
    remedy: 'set `TOCSIN_ORIGIN` and found it: `tocsin init`',
  },
  ORIGIN_MALFORMED: {
    reportedAs: 'act',
    where: '`tocsin hub move`, `$.origin`',
    wrong: 'not where browsers could reach a hub, or where it is already',
    remedy: 'give another origin, such as `https://hub.example.org`; http only for localhost',
  },
  RECOVERY_NOT_OF_OPERATOR: {
    reportedAs: 'act',
    where: '`tocsin hub recover`, `$.person`',
    wrong: 'the person does not run the hub, or may not sign in',
    remedy: 'name a hub operator; whoever runs the hub restores others in its pages',
  },
  PASSKEY_INVALID: {
    reportedAs: 'act',
    where: '`/setup`, `/join`, `/account`',
    wrong:
      'the new passkey could not be checked: the page was open for more than ten minutes, or was used before',
    remedy: 'try again from the page',
  },
  SIGN_IN_REFUSED: {
    reportedAs: 'act',
    where: '`/sign-in`',
    wrong:
      'what was given lets nobody in; the answer is the same for a passkey, an account, a name or a code that is unknown, wrong, ended, or of somebody who may not sign in',
    remedy: 'try again, then ask the administrator of your organisation',
  },
  SIGN_INS_LIMITED: {
    reportedAs: 'act',
    where: '`/sign-in`',
    wrong: 'too many attempts to sign in from your network',
    remedy: 'wait for as long as the page says',
  },
  RECOVERY_CODE_MISTYPED: {
    reportedAs: 'act',
    where: '`/sign-in`, `$.code`',
    wrong: 'the check in the recovery code shows that a digit is wrong or missing',
    remedy: 'have it read again; this is not counted as an attempt',
  },
  RECOVERY_OF_ONESELF: {
    reportedAs: 'act',
    where: 'making a recovery code, `$.person`',
    wrong: 'nobody makes one for oneself',
    remedy: 'add another passkey to your account',
  },
  RECOVERY_OF_PRIVILEGED: {
    reportedAs: 'act',
    where: 'making a recovery code, `$.person`',
    wrong: 'the person has a role that you may not give',
    remedy: 'ask the operators of the hub',
  },
  RECOVERY_NOT_OF_LAST: {
    reportedAs: 'act',
    where: 'proposing RECOVER_LAST_ADMIN, `$.payload.person`',
    wrong:
      'the person is not the only administrator of its organisation, or has no access that could be restored',
    remedy:
      'have another administrator of that organisation make the code; who has not joined yet gets a new link',
  },
  RECOVERY_OF_INACTIVE: {
    reportedAs: 'act',
    where: 'making a recovery code, `$.person`',
    wrong: 'the person may not sign in: invited, dormant or deactivated',
    remedy: 'send a new invitation, or make the person active again',
  },
  CREDENTIAL_TAKEN: {
    reportedAs: 'act',
    where: 'adding a way to sign in, `$.credential`',
    wrong: 'this passkey, account or certificate is registered already',
    remedy: 'use another, or remove it where it is registered',
  },
  CREDENTIAL_LAST: {
    reportedAs: 'act',
    where: 'removing a way to sign in, `$.credential`',
    wrong: 'it is the only one',
    remedy: 'add another first',
  },
  MACHINE_MALFORMED: {
    reportedAs: 'act',
    where: 'registering a machine, `$.certificate`, `$.subject`',
    wrong: 'neither the hash of a certificate’s key nor a subject of your identity provider, or both',
    remedy: 'give one of them: 64 hex digits of SHA-256 over the SubjectPublicKeyInfo, or a subject',
  },
  SECRETS_KEY_MISSING: {
    reportedAs: 'act',
    where:
      'registering an identity provider, `$.clientSecret`; a webhook, or a new secret of one; `tocsin hub rotate-secrets`',
    wrong:
      'the hub has not the key that seals the secrets of its database, and would store what no other hub could open',
    remedy:
      'have the operator of the hub give it the key (`TOCSIN_SECRETS_KEY`), or register a public client (PKCE)',
  },
  PROVIDER_UNAVAILABLE: {
    reportedAs: 'act',
    where: '`/sign-in`; registering an identity provider, `$.issuer`',
    wrong: 'the identity provider does not answer, or is not what it says',
    remedy: 'check its address and try again; sign in with a passkey meanwhile',
  },
} as const satisfies Record<string, CodeEntry>;
