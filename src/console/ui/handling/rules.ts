// The rules of IEP 2.0 that a publisher may state, each with its words from the most to the least open.
export const HANDLING_RULES = {
  permittedActions: [
    'EXTERNALLY_VISIBLE_DIRECT_ACTIONS',
    'EXTERNALLY_VISIBLE_INDIRECT_ACTIONS',
    'INTERNALLY_VISIBLE_ACTIONS',
    'CONTACT_FOR_INSTRUCTION',
    'NONE',
  ],
  encryptInTransit: ['MAY', 'MUST'],
  affectedPartyNotifications: ['MAY', 'MUST_NOT'],
  providerAttribution: ['MAY', 'MUST', 'MUST_NOT'],
  unmodifiedResale: ['MAY', 'MUST_NOT'],
} as const;

export type HandlingRule = keyof typeof HANDLING_RULES;
export const RULES = Object.keys(HANDLING_RULES) as HandlingRule[];

/** Any of it may be absent: a proposal says only what it changes. */
export type SaidOfUse = {
  readonly [Rule in HandlingRule | 'pap' | 'from' | 'until' | 'reference']?: string | null;
};

/** The rules to be said, with their words. The most open word of a rule asks nothing, and stands for what nobody said. */
export const rulesIn = (said: SaidOfUse, { isWhole }: { readonly isWhole: boolean }) =>
  RULES.flatMap((rule) => {
    const word = said[rule];
    return word == null || (word === HANDLING_RULES[rule][0] && !isWhole) ? [] : [[rule, word] as const];
  });

/** What a proposal says of its use, of which nothing is believed: words, and that it has no end any more. */
export const saidOfUse = ({ handling }: Readonly<Record<string, unknown>>): SaidOfUse =>
  typeof handling === 'object' && handling !== null
    ? Object.fromEntries(
        Object.entries(handling).filter(
          ([rule, word]) => typeof word === 'string' || (rule === 'until' && word === null),
        ),
      )
    : {};
