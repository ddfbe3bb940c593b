// The period in which a relationship held, according to its source. Sources date the same fact differently, so two
// relationships with equal type, source and target are one entity when their times are close (see `entityKey`).
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { isTimestamp } from '../value/timestamp.ts';

/** In milliseconds since 1970; absent when the source gives no time. */
export type Span = { readonly start?: number; readonly stop?: number };

/** Thirty days, as in OpenCTI. */
export const NEAR_MS = 30 * 86_400_000;

/** The times of a relationship (STIX 2.1 §5.1); null for any other object. An invalid timestamp counts as absent. */
export const spanOf = (object: unknown): Span | null => {
  if (!isRecord(object) || object['type'] !== 'relationship') return null;
  const [start, stop] = [instantOf(object, 'start_time'), instantOf(object, 'stop_time')];
  return { ...(start === null ? {} : { start }), ...(stop === null ? {} : { stop }) };
};

/**
 * Whether the times of two relationships with one key are close enough for one entity. A missing time matches only a
 * missing time. Closeness is not transitive: joining along a chain could merge relationships that are months apart.
 */
export const isNear = (one: Span, other: Span): boolean =>
  isClose(one.start, other.start) && isClose(one.stop, other.stop);

const isClose = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined ? one === other : Math.abs(one - other) <= NEAR_MS;

const instantOf = (object: JsonRecord, property: string): number | null => {
  const text = textOf(object, property);
  if (text === undefined || !isTimestamp(text)) return null;
  // Date cannot parse a leap second.
  return Date.parse(text.replace(/:60(?=[.Z])/, ':59'));
};
