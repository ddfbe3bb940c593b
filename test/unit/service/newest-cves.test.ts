// A warning lists 500 CVEs at most: the newest, since those are what becomes known to be exploited.
import { expect, test } from '@jest/globals';
import type { Assertion } from '../../../src/service/version/compose/compose-objects.ts';
import { type SummaryFacts, summaryOf } from '../../../src/service/version/summary-of.ts';
import { CAST } from '../../support/cast.ts';
import { draft } from '../../support/hub.ts';

test('of more than 500 CVEs the newest are kept, in the order of their names', () => {
  const old = Array.from({ length: 400 }, (_, at) => `CVE-2019-${1000 + at}`);
  const recent = Array.from({ length: 300 }, (_, at) => `CVE-2026-${9900 + at}`);
  const assertion = {
    id: 'warning--1',
    version: 1,
    draft: draft({ externalReferences: [{ source: 'cve', id: 'CVE-2026-123456', url: null }] }),
    publisher: CAST.cyberAgency,
    publishedAt: '2026-01-01T00:00:00.000Z',
    now: '2026-01-01T00:00:00.000Z',
  } as unknown as Assertion;
  const facts = {
    cves: [...old, ...recent],
    handling: null,
    issuer: null,
    statements: [],
  } as unknown as SummaryFacts;
  const { cves } = summaryOf(assertion, facts);
  expect(cves).toHaveLength(500);
  expect(cves).toEqual([...cves].sort());
  for (const each of [...recent, 'CVE-2026-123456']) expect(cves).toContain(each);
  expect(cves).toContain('CVE-2019-1399');
  expect(cves).not.toContain('CVE-2019-1200');
});
