// What is looked for in a view of the console: violations of WCAG that axe knows, a page wider than its window, anything that runs or
// leads elsewhere, and what is not there although it should be.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { overflowOf, visit } from './browser.ts';
import { markSentences, spokenIn } from './hub-sentences.ts';
import { rawNamesIn } from './raw-names.ts';
import type { View } from './sound-views.ts';
import type { SoundWorld } from './sound-world.ts';

const loaded = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('.waiting[role="status"]') === null);

/** Of many that are alike, such as the types of the contract, the first say enough. */
const MOST_ALIKE = 12;

/** What is folded is not looked at, so it is opened, and what stands folded in it. */
const unfold = async (page: Page): Promise<void> => {
  const opened = await page.evaluate(async (most) => {
    const alike = (of: Element): Element[] =>
      [...(of.parentElement?.children ?? [])].filter((each) => each instanceof HTMLDetailsElement);
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')].filter(
      (each) => each.checkVisibility() && alike(each).indexOf(each) < most,
    );
    for (const each of folded) each.open = true;
    // It is told so, and draws what was folded.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return folded.length;
  }, MOST_ALIKE);
  await loaded(page);
  if (opened > 0) await unfold(page);
};

/** Waits until a view shows what it has; returns what it lacks. */
export const openView = async (page: Page, url: string, view: View): Promise<string[]> => {
  const { path, key, shown, presses = [], holds = [], heldMs = HELD_MS } = view;
  // The key is kept by the tab; another view may be somebody else's.
  await page.evaluate((held) => sessionStorage.setItem('tocsin.key', held), key);
  await page.addInitScript((held) => sessionStorage.setItem('tocsin.key', held), key);
  await page.goto(url + path);
  await page.locator(shown).first().waitFor();
  await loaded(page);
  for (const press of presses) {
    await page.locator(press).first().click();
    await loaded(page);
  }
  await unfold(page);
  const lacks: string[] = [];
  for (const each of holds)
    await page
      .locator(each)
      .first()
      .waitFor({ timeout: heldMs })
      .catch(() => lacks.push(`${path} does not show ${each}`));
  return lacks;
};

/** It is there already, or a request away. */
const HELD_MS = 10_000;

export const LOOKS = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'contrast', language: 'en' },
  { theme: 'light', language: 'ar' },
] as const;
export const SIZES = [
  { width: 390, height: 844 },
  // The second at 200 %.
  { width: 683, height: 384 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

export type Look = (typeof LOOKS)[number];
export type Size = (typeof SIZES)[number];

/** What axe finds in these views, in this look; empty when nothing is wrong. */
export const violationsIn = async (
  { browser, endpoint }: SoundWorld,
  views: readonly View[],
  look: Look,
): Promise<string[]> => {
  const { page, faults, close } = await visit(browser, endpoint.url, look);
  const found: string[] = [];
  for (const view of views) {
    found.push(...(await openView(page, endpoint.url, view)));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations)
      found.push(`${view.path} in ${look.theme}, ${look.language}: ${id}: ${nodes[0]?.html.slice(0, 300)}`);
  }
  await close();
  return [...found, ...faults];
};

/** Which of these views are wider than the window, let a text run, lead to another site, or show a name of the contract. */
export const brokenIn = async (
  { browser, endpoint }: SoundWorld,
  views: readonly View[],
  size: Size,
): Promise<string[]> => {
  const { page, faults, close } = await visit(browser, endpoint.url, { size });
  const found: string[] = [];
  for (const view of views) {
    found.push(...(await openView(page, endpoint.url, view)));
    const overflow = await overflowOf(page);
    if (overflow > 0)
      found.push(`${view.path} at ${size.width}: ${overflow} too wide, by ${await widest(page)}`);
    for (const out of await waysOut(page)) found.push(`${view.path}: leads to ${out}`);
    for (const raw of await rawNamesIn(page)) found.push(`${view.path}: shows ${raw}`);
    if (await hasRun(page)) found.push(`${view.path}: a text has run`);
  }
  await close();
  return [...found, ...faults];
};

/** What of the hub's English is shown in these views while the console speaks Arabic, and what of it is not marked as such. */
export const englishIn = async (
  { browser, endpoint }: SoundWorld,
  views: readonly View[],
): Promise<{ readonly names: ReadonlySet<string>; readonly unmarked: string[] }> => {
  const { page, faults, close } = await visit(browser, endpoint.url, { language: 'ar' });
  await markSentences(page);
  const names = new Set<string>();
  const unmarked: string[] = [];
  for (const view of views) {
    // What is forged to be refused keeps the view from going on.
    await openView(page, endpoint.url, { ...view, holds: [] });
    const spoken = await spokenIn(page);
    for (const name of spoken.names) names.add(name);
    unmarked.push(...spoken.unmarked.map((each) => `${view.path}: ${each}`));
  }
  await close();
  return { names, unmarked: [...unmarked, ...faults] };
};

/** The markings that a sheet of the view has, in a dark theme, and whether its text is dark all the same. */
export const inPrint = async (
  { browser, endpoint }: SoundWorld,
  view: View,
): Promise<{ readonly marks: string[]; readonly isDark: boolean }> => {
  const { page, close } = await visit(browser, endpoint.url, { theme: 'dark' });
  await openView(page, endpoint.url, view);
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => ({
    marks: [...document.querySelectorAll<HTMLElement>('.print-mark')]
      .filter((each) => each.checkVisibility())
      .map(({ innerText }) => innerText),
    isDark: (getComputedStyle(document.body).color.match(/[0-9]+/g) ?? []).every(
      (each) => Number(each) < 100,
    ),
  }));
  await close();
  return found;
};

const widest = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll('main *')].filter(
      (each) => each.getBoundingClientRect().right > edge + 1 || each.getBoundingClientRect().left < -1,
    );
    return out.at(-1)?.outerHTML.slice(0, 200) ?? '';
  });

const waysOut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href]')]
      .map((each) => each.getAttribute('href') ?? '')
      .filter((href) => !/^(\/(?!\/)|tel:|#)/.test(href)),
  );

const hasRun = (page: Page): Promise<boolean> =>
  page.evaluate(() => (window as unknown as { hacked?: unknown }).hacked !== undefined);
