// The forms of strings that the registry names (`registry/kinds.ts`): what is valid, and the message when it is not.

import { charsets } from '../registry/charsets.ts';
import type { Form } from '../registry/kinds.ts';
import { isIpv4, isIpv6 } from '../value/address.ts';
import type { FindingCode } from './finding-codes.ts';
import type { RuleCode } from './levels.ts';

export type FormRule = {
  readonly holds: (text: string) => boolean;
  readonly says: string;
} & (
  | { readonly level: 'error'; readonly code: RuleCode }
  | { readonly level: 'warning'; readonly code: FindingCode }
);

const LANGUAGE =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]{2,8}|zh-min|art-lojban|cel-gaulish|no-bok|no-nyn|zh-guoyu|zh-hakka|zh-min-nan|zh-xiang|sgn-be-fr|sgn-be-nl|sgn-ch-de|en-gb-oed)$/i;

export function isLanguage(text: string): boolean {
  return text.length <= 100 && LANGUAGE.test(text);
}

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;
const CPE_PART = /^(?:[*-]|\?+|[?*]*(?:[A-Za-z0-9\-._]|\\[\\*?!"#$%&'()+,/:;<=>@[\]^`{|}~.\-_])+[?*]*)$/;
const MAC = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/;
const MIME = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+$/;
const DOMAIN_PART = /^(?!-)[^\s./:@\\]{1,63}(?<!-)$/;

/** A CPE 2.3 formatted string: `cpe:2.3:` and eleven parts, with colons in them escaped. */
function isCpe(text: string): boolean {
  if (text.length > 2_000 || !/^cpe:2\.3:[aho*-]:/.test(text)) return false;
  const parts = text.slice(8).split(/(?<!\\):/);
  return parts.length === 11 && parts.slice(1).every((part) => part.length <= 300 && CPE_PART.test(part));
}

/** Brackets occur in the host only (RFC 3986 §3.2.2; defanged hosts use them too), and # occurs at most once. */
function isUri(text: string): boolean {
  if (!URI.test(text)) return false;
  const beyond = text.replace(/^[^:]*:\/\/[^/?#]*/, '');
  return !/[[\]]/.test(beyond) && beyond.indexOf('#') === beyond.lastIndexOf('#');
}

function isDomain(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  return name.length > 0 && text.length <= 255 && name.split('.').every((part) => DOMAIN_PART.test(part));
}

const LDH_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
/** Letters, marks and digits of any script, hyphens, and the joiners and dots of IDNA's contextual rules (RFC 5892). */
const U_LABEL = /^(?:[\p{L}\p{M}\p{Nd}\-\u00B7\u0375\u05F3\u05F4\u30FB]|\u200C|\u200D)+$/u;

/** RFC 5890 §2.3: letters, digits and hyphens, or a label in Unicode, normalised. */
function hasDomainLabels(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  return name
    .split('.')
    .every((label) => LDH_LABEL.test(label) || (U_LABEL.test(label) && label === label.normalize('NFC')));
}

function isTerm(text: string): boolean {
  return !/[\s_]/.test(text) && text === text.toLowerCase();
}

const rules: Readonly<Record<Form, FormRule>> = {
  charset: {
    level: 'error',
    code: 'CHARSET_UNKNOWN',
    holds: (text) => charsets.has(text.toLowerCase()),
    says: 'is not a name of the IANA character set registry; use one, such as "windows-1252"',
  },
  cpe: {
    level: 'error',
    code: 'CPE_INVALID',
    holds: isCpe,
    says: 'is not a CPE 2.3 name; write cpe:2.3: and eleven parts, or leave the property out',
  },
  domain: {
    level: 'error',
    code: 'DOMAIN_INVALID',
    holds: isDomain,
    says: 'is not a domain name; give labels of at most 63 characters joined by dots, 255 in all',
  },
  email: {
    level: 'error',
    code: 'EMAIL_INVALID',
    holds: (text) => EMAIL.test(text) || /^"[^"]+"@[^\s@<>]+$/.test(text),
    says: 'is not an e-mail address; give it alone, without the display name',
  },
  ipv4: {
    level: 'error',
    code: 'IPV4_INVALID',
    holds: isIpv4,
    says: 'is not an IPv4 address or CIDR network; write 192.0.2.1 or 192.0.2.0/24',
  },
  ipv6: {
    level: 'error',
    code: 'IPV6_INVALID',
    holds: isIpv6,
    says: 'is not an IPv6 address or CIDR network; write 2001:db8::1 or 2001:db8::/32',
  },
  language: {
    level: 'error',
    code: 'LANGUAGE_INVALID',
    holds: isLanguage,
    says: 'is not a language tag of RFC 5646; write one such as "pt-BR"',
  },
  lowercase: {
    level: 'warning',
    code: 'NOT_LOWERCASE',
    holds: (text) => text === text.toLowerCase(),
    says: 'should be in lower case',
  },
  mac: {
    level: 'error',
    code: 'MAC_INVALID',
    holds: (text) => MAC.test(text),
    says: 'is not a MAC-48 address; write six lower-case pairs with colons, 00:00:ab:cd:ef:01',
  },
  mime: {
    // §6.7.1: "should be one of the values defined in the Template column in the IANA media type registry".
    level: 'warning',
    code: 'MIME_INVALID',
    holds: (text) => MIME.test(text.split(';', 1)[0]?.trim() ?? ''),
    says: 'is not of the form type/subtype; give a media type, such as "application/pdf"',
  },
  relationship: {
    level: 'error',
    code: 'RELATIONSHIP_TYPE_INVALID',
    holds: (text) => /^[a-z0-9-]+$/.test(text),
    says: 'holds other characters than a-z, 0-9 and hyphen',
  },
  termName: {
    level: 'warning',
    code: 'TERM_FORM',
    holds: isTerm,
    says: 'should be in lower case with hyphens between words',
  },
  uri: {
    level: 'error',
    code: 'URI_INVALID',
    holds: isUri,
    says: 'is not a URI of RFC 3986; give one with a scheme, and percent-encode what it may not hold',
  },
  uriAdvised: {
    level: 'warning',
    code: 'URI_INVALID',
    holds: isUri,
    says: 'is not a URI of RFC 3986; readers may not be able to follow it',
  },
};

const DOMAIN_LABELS: FormRule = {
  level: 'error',
  code: 'DOMAIN_LABELS',
  holds: hasDomainLabels,
  says: 'has a label with other characters than letters, digits and hyphens (RFC 5890); write the name itself',
};

/** The rules of each form; only the first that is broken is reported. */
export const forms: Readonly<Record<Form, readonly FormRule[]>> = {
  ...(Object.fromEntries(Object.entries(rules).map(([form, rule]) => [form, [rule]])) as Record<
    Form,
    FormRule[]
  >),
  domain: [rules.domain, DOMAIN_LABELS],
};

/** Whether an open-vocabulary value has the suggested form (§2.14). */
export function hasTermForm(text: string): boolean {
  return isTerm(text);
}
