// What makes two warnings the same advisory: the producer's own reference (its id), else the report's STIX id.

import { createHash } from 'node:crypto';
import type { Draft } from '../../domain/warning.ts';

/**
 * Letters, then parts of which one has a number: ICSA-25-045-01. Each part matches in only one way, so matching is
 * linear.
 */
const ADVISORY = /^[A-Za-z]{2}[A-Za-z0-9]*-(?=[A-Za-z-]*\d)[A-Za-z0-9-]+$/;
const CVE = /^CVE-/i;
/** Longer texts are not advisory ids. */
const MAX_LENGTH = 100;

const isAdvisory = (id: string): boolean => id.length <= MAX_LENGTH && ADVISORY.test(id) && !CVE.test(id);

/**
 * The key shared by re-publications of one advisory, or null. A CVE is no advisory id, as many advisories name it.
 * Practices have no key: two that name an advisory each give their own advice about it.
 */
export const entityOfAdvisory = (draft: Draft, report: string): string | null => {
  const ids = draft.externalReferences.flatMap(({ id }) => (id === null ? [] : [id.trim()]));
  const named = draft.kind === 'WARNING' ? ids.find(isAdvisory) : undefined;
  if (named !== undefined)
    return `advisory:${createHash('sha256').update(named.toUpperCase()).digest('hex')}`;
  return draft.bundle === null || draft.bundle === undefined ? null : `report:${report}`;
};
