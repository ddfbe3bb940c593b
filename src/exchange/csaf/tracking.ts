// What stays the same over all versions of one advisory, and when a version counts as modified.
import type { CsafAdvisory } from './document.ts';

/** The tracking id as ids are compared: one publisher's `ICSA-17-318-02a ` and `ICSA-17-318-02A` are one advisory. */
export function normaliseTrackingId(id: string): string {
  return id.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
}

/** The name that all ids of an advisory's objects are made from: publisher and tracking id (CSAF 2.0 §3.2.1.12.4). */
export function advisoryKey(advisory: CsafAdvisory): string {
  const { publisher, tracking } = advisory.document;
  return `csaf|${new URL(publisher.namespace).host}|${normaliseTrackingId(tracking.id)}`;
}

/** An instant as STIX writes it: UTC, three digits. */
export function toInstant(date: string | number): string {
  return new Date(date).toISOString();
}

/**
 * The `modified` of a new version: the source's release date, or one millisecond after the version before where the
 * source repeats a date or goes back in time.
 */
export function modifiedAfter(releaseDate: string, previousModified?: string): string {
  const release = Date.parse(releaseDate);
  if (previousModified === undefined) return toInstant(release);
  return toInstant(Math.max(release, Date.parse(previousModified) + 1));
}
