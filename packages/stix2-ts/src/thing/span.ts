// When a relationship held, as its source says. Sources give the same fact other dates, so that two which agree in type,
// source and target are one thing when their times lie close; nearness is no equality, and so no part of a key.
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { isTimestamp } from '../value/timestamp.ts';

/** Milliseconds; absent where the source does not say. */
export type Span = { readonly start?: number; readonly stop?: number };

/** As OpenCTI has it: at most thirty days before or after. */
export const NEAR_MS = 30 * 86_400_000;

/** The times by which it is told from others of the same key; null where a key says all. */
export const spanOf = (object: unknown): Span | null => {
  if (!isRecord(object) || object['type'] !== 'relationship') return null;
  const [start, stop] = [instantOf(object, 'start_time'), instantOf(object, 'stop_time')];
  return { ...(start === null ? {} : { start }), ...(stop === null ? {} : { stop }) };
};

/**
 * Whether two of one key are one thing. One that says no time is one with those that say none: what held at any time is
 * not what held in March. Near is not transitive, so that a chain of months does not become one thing.
 */
export const isNear = (one: Span, other: Span): boolean =>
  isClose(one.start, other.start) && isClose(one.stop, other.stop);

const isClose = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined ? one === other : Math.abs(one - other) <= NEAR_MS;

const instantOf = (object: JsonRecord, property: string): number | null => {
  const text = textOf(object, property);
  if (text === undefined || !isTimestamp(text)) return null;
  // A leap second is no instant to Date.
  return Date.parse(text.replace(/:60(?=[.Z])/, ':59'));
};
