// Whose words are read: of an imported advisory its issuer comes first, in lists too, and where the hub raised a grade the page says
// what the publisher states.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { advisoryOf } from '../../support/inputs/kev-advisory.ts';
import { catalogueOf } from '../../support/inputs/kev-catalogue.ts';
import { good } from '../../support/outcome.ts';

let endpoint: TestEndpoint;
let browser: Browser;
let id: string;
const WORDS = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../src/console/words/en.json'), 'utf8'),
);
const CVE = 'CVE-2026-43001';
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
  const text = advisoryOf(CVE, 1);
  const options = { announce: true, audience: { alternatives: [{}], excludes: [] } };
  const importer = await endpoint.actor('cyberAgency');
  id = String(good(await importAdvisory(endpoint.hub, importer, text, options)).warning);
  await endpoint.drain();
  good(await refreshSet(endpoint.hub, 'kev', { 'kev/known-exploited.json': catalogueOf([CVE]) }));
  await endpoint.drain();
}, OPENING_MS);
afterAll(closeConsole);

test('a row names who issued it, then who brought it here; its page says what they state where the hub raised it', async () => {
  const key = await endpoint.token('northGrid', 'analyst');
  const { issuer, urgency, certainty } = (
    await endpoint.ask(key, 'query($id: ID!) { warning(id: $id) { issuer urgency certainty } }', { id })
  ).body.data.warning;
  const { page, faults, close } = await visit(browser, endpoint.url, { key });
  const facts = page.locator('article.item .item-facts').first();
  await facts.waitFor();
  const said = (await facts.textContent()) ?? '';
  expect(said).toContain('brought here by');
  expect(said.indexOf(issuer)).toBeGreaterThanOrEqual(0);
  expect(said.indexOf(issuer)).toBeLessThan(said.indexOf('brought here by'));
  await page.locator('article.item a').first().click();
  await page
    .getByText(`Its publisher says: ${WORDS.urgency[urgency]}, ${WORDS.certainty[certainty]}`)
    .waitFor();
  expect([urgency, certainty]).not.toEqual(['IMMEDIATE', 'OBSERVED']);
  expect(faults).toEqual([]);
  await close();
}, 60_000);
