// How an item may be used, as opposed to who may have it: the Permissible Actions Protocol (PAP) and FIRST's Information
// Exchange Policy 2.0 (IEP), as shown and worded. The hub passes them on; decision 0008 says which it enforces itself.

/** From most to least open, as all lists here. */
export const PAP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const;
export const PERMITTED_ACTIONS = [
  'EXTERNALLY_VISIBLE_DIRECT_ACTIONS',
  'EXTERNALLY_VISIBLE_INDIRECT_ACTIONS',
  'INTERNALLY_VISIBLE_ACTIONS',
  'CONTACT_FOR_INSTRUCTION',
  'NONE',
] as const;
export const PERMISSIONS = ['MAY', 'MUST', 'MUST_NOT'] as const;
export type Pap = (typeof PAP_LEVELS)[number];
export type PermittedActions = (typeof PERMITTED_ACTIONS)[number];
export type Permission = (typeof PERMISSIONS)[number];

/** Null where nothing is stated. Instants are ISO 8601. */
export type Handling = {
  readonly pap: Pap | null;
  readonly permittedActions: PermittedActions | null;
  readonly encryptInTransit: Permission | null;
  readonly affectedPartyNotifications: Permission | null;
  readonly providerAttribution: Permission | null;
  readonly unmodifiedResale: Permission | null;
  readonly from: string | null;
  readonly until: string | null;
};

export const NO_HANDLING: Handling = {
  pap: null,
  permittedActions: null,
  encryptInTransit: null,
  affectedPartyNotifications: null,
  providerAttribution: null,
  unmodifiedResale: null,
  from: null,
  until: null,
};

const stricter = <Word>(order: readonly Word[], a: Word | null, b: Word | null): Word | null => {
  if (a === null || b === null) return a ?? b;
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
};

const pick = (a: string | null, b: string | null, isFirst: boolean): string | null => {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) < Date.parse(b) === isFirst ? a : b;
};

/** What both allow. */
export const strictestHandling = (a: Handling, b: Handling): Handling => ({
  pap: stricter(PAP_LEVELS, a.pap, b.pap),
  permittedActions: stricter(PERMITTED_ACTIONS, a.permittedActions, b.permittedActions),
  encryptInTransit: stricter(PERMISSIONS, a.encryptInTransit, b.encryptInTransit),
  affectedPartyNotifications: stricter(
    PERMISSIONS,
    a.affectedPartyNotifications,
    b.affectedPartyNotifications,
  ),
  providerAttribution: stricter(PERMISSIONS, a.providerAttribution, b.providerAttribution),
  unmodifiedResale: stricter(PERMISSIONS, a.unmodifiedResale, b.unmodifiedResale),
  from: pick(a.from, b.from, false),
  until: pick(a.until, b.until, true),
});

const PAP_IN_WORDS: Readonly<Record<Pap, string>> = {
  CLEAR: 'PAP:CLEAR, no limit to its use',
  GREEN: 'PAP:GREEN, you may act on it, and block or contact the source of the threat',
  AMBER: 'PAP:AMBER, look and compare only, do not touch the source of the threat',
  RED: 'PAP:RED, only where nobody outside can notice, on your own logs',
};

/** Its most open word stands for what nobody said, since IEP has no other: like MAY it makes no sentence. */
const ACTIONS_IN_WORDS: Readonly<Record<PermittedActions, string | null>> = {
  NONE: 'do not act on it',
  CONTACT_FOR_INSTRUCTION: 'ask those named as contacts before you act on it',
  INTERNALLY_VISIBLE_ACTIONS: 'act on it only inside your own networks',
  EXTERNALLY_VISIBLE_INDIRECT_ACTIONS: 'act on it, but not so that the attacker can notice',
  EXTERNALLY_VISIBLE_DIRECT_ACTIONS: null,
};

const minute = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** One sentence for each rule that asks or forbids something. */
export const handlingInWords = (handling: Handling): string[] => {
  const { pap, permittedActions, from, until } = handling;
  const actions = permittedActions === null ? null : ACTIONS_IN_WORDS[permittedActions];
  return [
    ...(pap === null ? [] : [PAP_IN_WORDS[pap]]),
    ...(actions === null ? [] : [actions]),
    ...(handling.encryptInTransit === 'MUST' ? ['encrypt it when you pass it on'] : []),
    ...(handling.affectedPartyNotifications === 'MUST_NOT' ? ['do not tell others who are affected'] : []),
    ...(handling.providerAttribution === 'MUST' ? ['name its publisher when you pass it on'] : []),
    ...(handling.providerAttribution === 'MUST_NOT' ? ['do not name its publisher'] : []),
    ...(handling.unmodifiedResale === 'MUST_NOT' ? ['do not resell it'] : []),
    ...(from === null
      ? until === null
        ? []
        : [`in force until ${minute(until)}; after that treat it as TLP:RED`]
      : [`in force from ${minute(from)}${until === null ? '' : ` until ${minute(until)}`}`]),
  ];
};
