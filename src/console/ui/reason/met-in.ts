// By which of its own facts a member is addressed, out of the hub's sentence to it, so that every language can say it, and a
// publisher can read it of somebody else.
import type { MemberKind } from '../../operations/graphql.generated.ts';

export type Met =
  | { readonly what: 'name' | 'person' | 'all' }
  | { readonly what: 'community' | 'sector' | 'in' | 'serving'; readonly of: string }
  | { readonly what: 'kind'; readonly of: MemberKind };

const ADDRESSED = /^You are addressed: (.+?)\.(?: |$)/;

const KINDS: Readonly<Record<string, MemberKind>> = {
  'an agency': 'AGENCY',
  'a national CSIRT': 'NATIONAL_CSIRT',
  'a sector CSIRT': 'SECTOR_CSIRT',
  'a sharing centre': 'SHARING_CENTRE',
  'an operator': 'OPERATOR',
  'a technical partner': 'TECHNICAL_PARTNER',
  'a regulator': 'REGULATOR',
  'a law enforcement body': 'LAW_ENFORCEMENT',
  'a research body': 'RESEARCH',
  'a civil society organisation': 'CIVIL_SOCIETY',
  'a State contact': 'STATE_CONTACT',
  'a hub': 'HUB',
};

type Part = readonly [form: RegExp, met: (of: string) => Met | null];

const kindOf = (words: string): Met | null => {
  const kind = KINDS[words];
  return kind === undefined ? null : { what: 'kind', of: kind };
};

const PARTS: readonly Part[] = [
  [/^by name, you as a person(?: |$)/, () => ({ what: 'person' })],
  [/^by name(?:, and |$)/, () => ({ what: 'name' })],
  [/^the whole partnership$/, () => ({ what: 'all' })],
  [/^community (\S+)(?: |$)/, (of) => ({ what: 'community', of })],
  [/^sector (\S+)(?: |$)/, (of) => ({ what: 'sector', of })],
  [/^as (an? .+?)(?: (?=(?:in|serving) [A-Z]{2}$)|$)/, kindOf],
  [/^in ([A-Z]{2})$/, (of) => ({ what: 'in', of })],
  [/^serving ([A-Z]{2})$/, (of) => ({ what: 'serving', of })],
];

/** Null where the sentence says something else, or in other words than this console knows. */
export const metIn = (rule: string): Met[] | null => {
  const found: Met[] = [];
  let rest = ADDRESSED.exec(rule)?.[1] ?? '';
  while (rest !== '') {
    const [form, met] = PARTS.find(([each]) => each.test(rest)) ?? [];
    const [whole = '', of = ''] = form?.exec(rest) ?? [];
    const next = whole === '' ? null : (met?.(of) ?? null);
    if (next === null) return null;
    found.push(next);
    rest = rest.slice(whole.length);
  }
  return found.length === 0 ? null : found;
};
