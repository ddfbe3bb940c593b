// Refusals in words, by their code. The hub refuses in English, which also says numbers and names; the pages of every other
// language say what the code says. A code that is not here is shown in English, and marked as such.
import { readFileSync } from 'node:fs';
import type { Problem } from '../../../domain/problem.ts';
import type { ProblemCode } from '../../../domain/problem-codes/catalogue.ts';
import { type PageLanguage, TAGS } from './words.ts';

export const REFUSAL_CODES = [
  'SIGN_IN_REFUSED',
  'RECOVERY_CODE_MISTYPED',
  'PROVIDER_UNAVAILABLE',
  'NOT_FOUND',
  'LINK_UNKNOWN',
  'LINK_USED',
  'LINK_EXPIRED',
  'PASSKEY_INVALID',
  'CREDENTIAL_TAKEN',
  'CREDENTIAL_LAST',
  'TOO_MANY',
  'TOO_MANY_KEYS',
  'SETUP_CODE_INVALID',
  'HUB_FOUNDED',
  'KIND_UNKNOWN',
  'SLUG_MALFORMED',
  'TEXT_EMPTY',
  'TEXT_TOO_LONG',
  'NAME_MALFORMED',
  'COUNTRY_MALFORMED',
  'SECTOR_UNKNOWN',
  'WEBSITE_MALFORMED',
  'TIME_ZONE_UNKNOWN',
  'LANGUAGE_MALFORMED',
  'PERSON_MALFORMED',
  'PERSON_NAME_MISSING',
  'CONTACT_MALFORMED',
  'TELEPHONE_MALFORMED',
  'LABEL_MISSING',
  'KEY_NOT_ACTIVE',
  'ROLE_MAY_NOT',
  'APPROVAL_BY_KEY',
  'APPROVAL_BY_PROPOSER',
  'APPROVAL_AFTER_RECOVERY',
  'APPROVAL_NOT_INDEPENDENT',
  'APPROVAL_OF_ANOTHER',
  'APPROVAL_CLOSED',
  'ORIGIN_FOREIGN',
  'MEDIA_TYPE_UNSUPPORTED',
  'BODY_TOO_LARGE',
  'BODY_NOT_UTF_8',
  'BODY_INCOMPLETE',
  'BODY_TOO_SLOW',
  'RIGHTS_CHANGED_MEANWHILE',
  'INTERNAL',
  'UNAVAILABLE',
  'STORAGE_FULL',
  'HUB_BUSY',
  'OPERATION_TIMEOUT',
] as const satisfies readonly ProblemCode[];

type RefusalCode = (typeof REFUSAL_CODES)[number];
type Refusals = Readonly<Record<RefusalCode, string>>;

const read = (language: PageLanguage): Refusals =>
  JSON.parse(readFileSync(new URL(`./refusals/${language}.json`, import.meta.url), 'utf8')) as Refusals;

const REFUSALS = new Map<PageLanguage, Refusals>(
  TAGS.filter((tag) => tag !== 'en').map((tag) => [tag, read(tag)]),
);

/** Null for what the language has no words for. */
export const refusalIn = (language: PageLanguage, code: string): string | null => {
  const refusals = REFUSALS.get(language);
  return refusals !== undefined && Object.hasOwn(refusals, code) ? refusals[code as RefusalCode] : null;
};

/** A refusal that the page itself said in the language of its reader, as one that counts. */
export type PageProblem = Problem & { readonly isSaid?: true };
