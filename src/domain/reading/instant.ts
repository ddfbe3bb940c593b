// Instants as people and machines write them: RFC 3339 with a zone. Without one, each reader would assume a different hour.
import { isDate } from '../warning-rules.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970; NaN for what is no instant. V8 reads 30 February as 2 March: an instant must not move without a word. */
export const instantMs = (text: string): number => {
  const [, day = ''] = INSTANT.exec(text) ?? [];
  return isDate(day) ? Date.parse(text) : Number.NaN;
};

const ZONE = /(?:Z|[+-]\d{2}:\d{2})$/i;

/** Whether it begins like an instant and leaves its zone out. */
export const lacksZone = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}/.test(text) && !ZONE.test(text.slice('2030-01-31'.length));
