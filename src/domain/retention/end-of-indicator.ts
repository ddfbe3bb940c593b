// When the time of an indicator ends, as its producer states it.

/** A day that no clock reaches: the end of what states none. */
export const NEVER = new Date(Date.UTC(9_999, 11, 31));

type Indicator = Readonly<Record<string, unknown>>;

/** Never before it was brought: what is published as history is not over on its first day. One that is revoked is over then. */
export const endOfIndicator = (indicator: Indicator, broughtAt: Date): Date => {
  const { revoked, valid_until: until } = indicator;
  if (revoked === true) return broughtAt;
  const end = typeof until === 'string' ? Date.parse(until) : Number.NaN;
  return Number.isNaN(end) ? NEVER : new Date(Math.max(end, broughtAt.getTime()));
};
