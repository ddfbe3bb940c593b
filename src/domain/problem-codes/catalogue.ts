// Every stable code of the hub, once: how it is reported, what was wrong and what to do. `npm run generate` makes
// docs/errors.md from it; the hub cannot refuse with any other code.

import { valueInWords } from '../reading/value-in-words.ts';
import { ACCESS_CODES } from './access.ts';
import { ACT_CODES } from './acts.ts';
import { COMMUNITY_CODES } from './administration/communities.ts';
import { PERSON_CODES } from './administration/persons.ts';
import { SIGN_IN_CODES } from './administration/sign-in.ts';
import { SUBSCRIPTION_CODES } from './administration/subscriptions.ts';
import { APPROVAL_CODES } from './approvals.ts';
import { AUTHORITY_CODES } from './authority.ts';
import { BACKUP_CODES } from './backup.ts';
import { BUNDLE_OBJECT_CODES } from './bundle/objects.ts';
import { PLAYBOOK_CODES } from './bundle/playbooks.ts';
import { BUNDLE_REFERENCE_CODES } from './bundle/references.ts';
import { BUNDLE_VALUE_CODES } from './bundle/values.ts';
import { DELIVERY_CODES, ENDPOINT_CODES } from './channels.ts';
import { COMMAND_CODES } from './command-line.ts';
import type { CodeEntry } from './entry.ts';
import { FAILURE_CODES } from './failures.ts';
import { PARTNERSHIP_CODES } from './partnership.ts';
import { QUERY_CODES } from './query.ts';
import { REASON_CODES } from './reasons.ts';
import { REQUEST_CODES } from './request.ts';
import { STREAM_CODES } from './streams.ts';

/** By section of docs/errors.md. */
export const CODE_SECTIONS = {
  access: ACCESS_CODES,
  signIn: SIGN_IN_CODES,
  request: REQUEST_CODES,
  query: QUERY_CODES,
  failures: FAILURE_CODES,
  streams: STREAM_CODES,
  authority: AUTHORITY_CODES,
  approval: APPROVAL_CODES,
  acts: { ...ACT_CODES, ...PERSON_CODES, ...ENDPOINT_CODES, ...SUBSCRIPTION_CODES },
  partnership: { ...PARTNERSHIP_CODES, ...COMMUNITY_CODES },
  reasons: { ...REASON_CODES, ...DELIVERY_CODES },
  bundle: {
    ...BUNDLE_OBJECT_CODES,
    ...PLAYBOOK_CODES,
    ...BUNDLE_VALUE_CODES,
    ...BUNDLE_REFERENCE_CODES,
  },
  command: { ...COMMAND_CODES, ...BACKUP_CODES },
} as const;

const CODES = {
  ...CODE_SECTIONS.access,
  ...CODE_SECTIONS.signIn,
  ...CODE_SECTIONS.request,
  ...CODE_SECTIONS.query,
  ...CODE_SECTIONS.failures,
  ...CODE_SECTIONS.streams,
  ...CODE_SECTIONS.authority,
  ...CODE_SECTIONS.approval,
  ...CODE_SECTIONS.acts,
  ...CODE_SECTIONS.partnership,
  ...CODE_SECTIONS.reasons,
  ...CODE_SECTIONS.bundle,
  ...CODE_SECTIONS.command,
} as const;

type Codes = typeof CODES;
export type ProblemCode = keyof Codes;

/** Reported by an HTTP status: the request was not executed. */
export type RequestCode = {
  [Code in ProblemCode]: Codes[Code]['reportedAs'] extends number ? Code : never;
}[ProblemCode];

/** A finding in a playbook that a bundle carries. */
export type PlaybookCode = keyof typeof PLAYBOOK_CODES;

/** Ends an open stream. */
export type StreamCode = {
  [Code in ProblemCode]: Codes[Code] extends { readonly endsStream: true } ? Code : never;
}[ProblemCode];

export const entryOf = (code: ProblemCode): CodeEntry => CODES[code];

export const statusOf = (code: RequestCode): number => CODES[code].reportedAs;

/** The title of the problem (RFC 9457 §3.1.3), always the same for a code. */
export const titleOf = (code: ProblemCode): string => {
  const words = valueInWords(code);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** The message of a code whose message never varies. */
export const messageOf = (code: ProblemCode): string => entryOf(code).message ?? `${titleOf(code)}.`;
