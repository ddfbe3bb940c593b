// What makes two warnings the same advisory: the producer's own reference (its id), else the report's STIX id.
import type { Draft } from '../../domain/warning.ts';
import { sha256Hex } from '../../stix/canonical.ts';

const ADVISORY = /^[A-Za-z]{2,}[A-Za-z0-9]*-[\dA-Za-z-]*\d[\dA-Za-z-]*$/;
const CVE = /^CVE-/i;

/** The key under which re-publications of one advisory meet, or null. A CVE is no advisory: many tell of one. */
export const thingOfAdvisory = (draft: Draft, report: string): string | null => {
  const named = draft.externalReferences.find(
    ({ id }) => id !== null && ADVISORY.test(id.trim()) && !CVE.test(id.trim()),
  );
  if (named?.id !== null && named?.id !== undefined)
    return `advisory:${sha256Hex(named.id.trim().toUpperCase())}`;
  return draft.bundle === null || draft.bundle === undefined ? null : `report:${report}`;
};
