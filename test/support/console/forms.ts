// Forms of the console, filled in as a person would.
import type { Page } from 'playwright-core';

/** Leaves the form in between: a correction is kept in the tab. Gives what the last page says is changed. */
export const correctTheHeadline = async (page: Page): Promise<{ kept: string; changed: string[] }> => {
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page.getByLabel('Headline').fill('Breakers opened at two substations');
  await page.waitForFunction(() =>
    Object.entries(sessionStorage).some(
      ([name, text]) => name.startsWith('tocsin.draft.') && String(text).includes('two substations'),
    ),
  );
  await page.reload();
  await page.getByLabel('Headline').waitFor();
  const kept = await page.getByLabel('Headline').inputValue();
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const changes = page.locator('section').filter({ hasText: 'What changes from version 1' });
  await changes.getByText('Breakers opened at two substations').waitFor();
  return { kept, changed: await changes.locator('th[scope=row]').allTextContents() };
};

/** An essential action that somebody else still has to approve. */
export const fillEssential = async (page: Page): Promise<void> => {
  await page.getByLabel('Headline').fill('Cut the link to the vendor');
  await page.getByLabel('Summary').fill('Its update server sends harmful updates.');
  await page.getByLabel('If you do one thing').fill('Cut the link to the vendor.');
  await page.getByLabel('Who to call').fill('Duty desk');
  await page.getByLabel('Telephone').fill('+999 1 555 0100');
  await page.getByLabel('When (required)').fill('24x7');
  await page.getByLabel('Severity').selectOption('EXTREME');
  await page.getByLabel('Urgency').selectOption('IMMEDIATE');
  await page.getByLabel('Certainty').selectOption('OBSERVED');
  await page.getByLabel('What you ask of them').selectOption('ESSENTIAL_ACTION');
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 16);
  await page.getByLabel('Answer by (UTC)').fill(tomorrow);
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
};

/** Its grade and marking, without which nothing is published. */
export const chooseGrade = async (page: Page): Promise<void> => {
  await page.getByLabel('Severity').selectOption('SEVERE');
  await page.getByLabel('Urgency').selectOption('EXPECTED');
  await page.getByLabel('Certainty').selectOption('OBSERVED');
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
};
