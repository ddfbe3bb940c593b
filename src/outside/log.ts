// The log: events, ids and durations; never content, names or secrets (I11).
import { pino } from 'pino';

export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

const REDACTED = ['*.authorization', '*.token', '*.password', '*.body', '*.headline', '*.summary'];

export const openLog = (level: string, part: string): Log =>
  pino({
    level,
    base: { part },
    redact: { paths: REDACTED, censor: '***' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
