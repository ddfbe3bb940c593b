// TLP 2.0 (FIRST, 2022): the order of restriction, and the strictest of several.

export const TLP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_LEVELS)[number];

/** A marking nobody here can read ("unknown") is owner-only: deny by default (I3). */
export type EffectiveTlp = Tlp | 'UNKNOWN';

const rank = (tlp: EffectiveTlp): number => (tlp === 'UNKNOWN' ? TLP_LEVELS.length : TLP_LEVELS.indexOf(tlp));

/** The most restrictive of the given markings; CLEAR < GREEN < AMBER < AMBER+STRICT < RED < UNKNOWN. */
export const strictest = (first: EffectiveTlp, ...others: readonly EffectiveTlp[]): EffectiveTlp =>
  others.reduce((worst, next) => (rank(next) > rank(worst) ? next : worst), first);

export const isAtMost = (tlp: EffectiveTlp, ceiling: EffectiveTlp): boolean => rank(tlp) <= rank(ceiling);

/** What a marking means, in words for a person who does not know the letters. */
export const TLP_IN_WORDS: Readonly<Record<EffectiveTlp, string>> = {
  CLEAR: 'TLP:CLEAR, may be shared without limit',
  GREEN: 'TLP:GREEN, within the community, never in public',
  AMBER: 'TLP:AMBER, your organisation and its clients, need to know',
  'AMBER+STRICT': 'TLP:AMBER+STRICT, your organisation only, need to know',
  RED: 'TLP:RED, for your eyes only, do not forward',
  UNKNOWN: 'marking not understood, treat as TLP:RED',
};
