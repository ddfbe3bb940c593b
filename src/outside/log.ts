// The log: events, ids and durations; never content, names or secrets (I11).
import { type DestinationStream, pino } from 'pino';

export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

const REDACTED = ['*.authorization', '*.token', '*.password', '*.body', '*.headline', '*.summary'];

const MAX_CAUSES = 3;
const FRAME = /^\s+at .+:\d+:\d+\)?$/;

/**
 * What may be logged of an error. A driver's error carries the document that failed, and a parser's quotes its text: of
 * the message only what is outside quotes and brackets is kept, of the rest the class, code and places in our source.
 */
const errorFacts = (error: unknown, depth = 0): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: error.message.replace(/["'`{[].*["'`}\]]/s, '…').slice(0, 300),
    stack: (error.stack ?? '').split('\n').filter((line) => FRAME.test(line)),
    ...(error.cause === undefined || depth === MAX_CAUSES
      ? {}
      : { cause: errorFacts(error.cause, depth + 1) }),
  };
};

export const openLog = (level: string, part: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: { part },
      redact: { paths: REDACTED, censor: '***' },
      serializers: { err: (error: unknown) => errorFacts(error) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    ...(destination === undefined ? [] : [destination]),
  );
