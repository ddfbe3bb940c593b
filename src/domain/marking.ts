// TLP 2.0 (FIRST, 2022): the order of restriction, the strictest of several markings, and the time in which a marking
// is in force, where it has one.

export const TLP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_LEVELS)[number];

/** A marking that the hub does not understand is readable by its owner only: deny by default (I3). */
export type EffectiveTlp = Tlp | 'UNKNOWN';

/** From 0 for CLEAR; UNKNOWN is the highest. */
export const rankOf = (tlp: EffectiveTlp): number =>
  tlp === 'UNKNOWN' ? TLP_LEVELS.length : TLP_LEVELS.indexOf(tlp);

/** The most restrictive of the given markings; CLEAR < GREEN < AMBER < AMBER+STRICT < RED < UNKNOWN. */
export const strictest = (first: EffectiveTlp, ...others: readonly EffectiveTlp[]): EffectiveTlp =>
  others.reduce((worst, next) => (rankOf(next) > rankOf(worst) ? next : worst), first);

export const isAtMost = (tlp: EffectiveTlp, ceiling: EffectiveTlp): boolean => rankOf(tlp) <= rankOf(ceiling);

/** From `fromMs` inclusive to `untilMs` exclusive, in milliseconds since 1970; null where there is no bound. */
export type Validity = { readonly fromMs: number | null; readonly untilMs: number | null };

export const isInForce = (validity: Validity | undefined, nowMs: number): boolean =>
  validity === undefined ||
  ((validity.fromMs === null || nowMs >= validity.fromMs) &&
    (validity.untilMs === null || nowMs < validity.untilMs));

/** The time in which both are in force; undefined where neither has a bound. */
export const whileBoth = (a: Validity | undefined, b: Validity | undefined): Validity | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    fromMs: a.fromMs === null || b.fromMs === null ? (a.fromMs ?? b.fromMs) : Math.max(a.fromMs, b.fromMs),
    untilMs:
      a.untilMs === null || b.untilMs === null ? (a.untilMs ?? b.untilMs) : Math.min(a.untilMs, b.untilMs),
  };
};

/** Whether the first is in force whenever the second is. */
export const isInForceThroughout = (outer: Validity | undefined, inner: Validity | undefined): boolean => {
  const both = whileBoth(outer, inner);
  return both?.fromMs === inner?.fromMs && both?.untilMs === inner?.untilMs;
};

/** What a marking means, for a reader who does not know TLP. */
const TLP_IN_WORDS: Readonly<Record<EffectiveTlp, string>> = {
  CLEAR: 'TLP:CLEAR, may be shared without limit',
  GREEN: 'TLP:GREEN, within the community, never in public',
  AMBER: 'TLP:AMBER, your organisation and its clients, need to know',
  'AMBER+STRICT': 'TLP:AMBER+STRICT, your organisation only, need to know',
  RED: 'TLP:RED, for your eyes only, do not forward',
  UNKNOWN: 'marking not understood, treat as TLP:RED',
};

/** A marking with bounds that is not understood now is outside its bounds. */
export const markingInWords = (tlp: EffectiveTlp, isTimed = false): string =>
  tlp === 'UNKNOWN' && isTimed ? 'marking not in force now, treat as TLP:RED' : TLP_IN_WORDS[tlp];
