// What identifies an advisory across its versions, and the `modified` of each version.
import type { CsafAdvisory } from './document.ts';

/** The tracking id in comparable form: a publisher's `ICSA-17-318-02a ` and `ICSA-17-318-02A` are one advisory. */
export function normaliseTrackingId(id: string): string {
  return id.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
}

/** The name from which all ids of an advisory's objects are made: publisher and tracking id (CSAF 2.0 §3.2.1.12.4). */
export function advisoryKey(advisory: CsafAdvisory): string {
  const { publisher, tracking } = advisory.document;
  return `csaf|${new URL(publisher.namespace).host}|${normaliseTrackingId(tracking.id)}`;
}

/** An instant as STIX writes it: UTC, three fraction digits. */
export function toInstant(date: string | number): string {
  return new Date(date).toISOString();
}

/**
 * The `modified` of a new version: the release date, or one millisecond after the previous version when the producer
 * repeats a date or goes back in time.
 */
export function modifiedAfter(releaseDate: string, previousModified?: string): string {
  const release = Date.parse(releaseDate);
  if (previousModified === undefined) return toInstant(release);
  return toInstant(Math.max(release, Date.parse(previousModified) + 1));
}
