// Instants on the screen: UTC, as all readers see it, and beside it the reader's own time where that differs.

/** `2026-11-28 02:49Z` */
export const utcText = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')}Z`;

/** `03:49`, or `11-27 23:49` where it is another day; null in UTC. */
export const hereText = (instant: string): string | null => {
  const date = new Date(instant);
  if (date.getTimezoneOffset() === 0) return null;
  const local = date.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  return local.slice(0, 10) === instant.slice(0, 10) ? local.slice(11, 16) : local.slice(5, 16);
};

/** `2026-11-28 02:49Z (03:49 here)` */
export const momentText = (instant: string): string => {
  const here = hereText(instant);
  return here === null ? utcText(instant) : `${utcText(instant)} (${here} here)`;
};

/** `by 2026-11-28 02:49Z, 03:49 here`, for use within brackets. */
export const deadlineText = (instant: string): string => {
  const here = hereText(instant);
  return `by ${utcText(instant)}${here === null ? '' : `, ${here} here`}`;
};
