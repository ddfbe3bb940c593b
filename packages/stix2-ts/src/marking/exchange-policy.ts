// FIRST's Information Exchange Policy 2.0 in STIX: reads a policy from a marking definition and combines several into
// the strictest. A malformed policy is not read at all, so its marking counts as unknown.

import { IEP_WORDS } from '../registry/marking-extensions.ts';
import type { JsonRecord } from '../stix-object.ts';
import { compareTimestamps, isTimestamp } from '../value/timestamp.ts';
import { stricterOf, type Tlp } from './tlp.ts';

type Word<Name extends keyof typeof IEP_WORDS> = (typeof IEP_WORDS)[Name][number];

export type ExchangePolicy = {
  readonly permittedActions: Word<'permitted_actions'>;
  readonly encryptInTransit: Word<'encrypt_in_transit'>;
  readonly affectedPartyNotifications: Word<'affected_party_notifications'>;
  readonly providerAttribution: Word<'provider_attribution'>;
  readonly unmodifiedResale: Word<'unmodified_resale'>;
  /** In force from this timestamp until `until` (exclusive, null for ever). The caller compares them with its clock. */
  readonly from: string;
  readonly until: string | null;
};

/** IEP 2.0 uses the four levels of TLP 1. */
const TLP_OF: Readonly<Record<Word<'tlp'>, Tlp>> = {
  white: 'CLEAR',
  green: 'GREEN',
  amber: 'AMBER',
  red: 'RED',
};

/** The policy and TLP of an IEP extension; null when any part differs from the draft specification. */
export function readExchangePolicy(
  extension: JsonRecord,
): { readonly policy: ExchangePolicy; readonly tlp: Tlp } | null {
  const word = <Name extends keyof typeof IEP_WORDS>(name: Name): Word<Name> | undefined =>
    (IEP_WORDS[name] as readonly Word<Name>[]).find((each) => each === extension[name]);
  const permittedActions = word('permitted_actions');
  const encryptInTransit = word('encrypt_in_transit');
  const affectedPartyNotifications = word('affected_party_notifications');
  const providerAttribution = word('provider_attribution');
  const unmodifiedResale = word('unmodified_resale');
  const tlp = word('tlp');
  const { start_date: from, end_date: until = null, iep_version: version } = extension;
  if (
    permittedActions === undefined ||
    encryptInTransit === undefined ||
    affectedPartyNotifications === undefined ||
    providerAttribution === undefined ||
    unmodifiedResale === undefined ||
    tlp === undefined ||
    version !== 2 ||
    !isInstant(from) ||
    !(until === null || isInstant(until))
  ) {
    return null;
  }
  const policy = {
    permittedActions,
    encryptInTransit,
    affectedPartyNotifications,
    providerAttribution,
    unmodifiedResale,
    from,
    until,
  };
  return { policy, tlp: TLP_OF[tlp] };
}

const isInstant = (value: unknown): value is string => typeof value === 'string' && isTimestamp(value);

/** The policy that allows only what both allow, while both are in force. */
export function strictestPolicy(a: ExchangePolicy | null, b: ExchangePolicy | null): ExchangePolicy | null {
  if (a === null || b === null) return a ?? b;
  const stricter = <Word extends string>(words: readonly Word[], one: Word, other: Word): Word =>
    stricterOf(words, one, other) ?? one;
  return {
    permittedActions: stricter(IEP_WORDS.permitted_actions, a.permittedActions, b.permittedActions),
    encryptInTransit: stricter(IEP_WORDS.encrypt_in_transit, a.encryptInTransit, b.encryptInTransit),
    affectedPartyNotifications: stricter(
      IEP_WORDS.affected_party_notifications,
      a.affectedPartyNotifications,
      b.affectedPartyNotifications,
    ),
    providerAttribution: stricter(
      IEP_WORDS.provider_attribution,
      a.providerAttribution,
      b.providerAttribution,
    ),
    unmodifiedResale: stricter(IEP_WORDS.unmodified_resale, a.unmodifiedResale, b.unmodifiedResale),
    from: isBefore(a.from, b.from) ? b.from : a.from,
    until: earliest(a.until, b.until),
  };
}

/** Orders even two spellings of one instant, so that the result does not depend on the argument order. */
const isBefore = (a: string, b: string): boolean => {
  const order = compareTimestamps(a, b);
  return order === 0 ? a < b : order < 0;
};

const earliest = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return isBefore(b, a) ? b : a;
};
