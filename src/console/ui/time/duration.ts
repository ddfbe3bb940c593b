// How long something lasts, as people count: `6 min`, `3 hr 5 min`, `1 day 16 hr`.

type Unit = 'day' | 'hour' | 'minute';

/** One for each language and unit: to make one takes longer than to use it. */
const made = new Map<string, Intl.NumberFormat>();
const said = (language: string, unit: Unit, count: number): string => {
  const key = `${language} ${unit}`;
  const format =
    made.get(key) ?? new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
  made.set(key, format);
  return format.format(count);
};

/** The two largest parts of it; less than half a minute is none. */
export const durationIn = (language: string, ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  const parts: readonly (readonly [Unit, number])[] = [
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor((minutes % 1440) / 60)],
    ['minute', minutes % 60],
  ];
  const first = parts.findIndex(([, count]) => count > 0);
  const shown = parts.slice(first, first + 2).filter(([, count]) => count > 0);
  return first < 0
    ? said(language, 'minute', 0)
    : shown.map(([unit, count]) => said(language, unit, count)).join(' ');
};
