// A share of the views of the console, drawn by the seed, each in one look and one size: no violation of WCAG 2.2 AA that axe
// knows, no horizontal bar, and of hostile texts nothing runs. `npm run prove -- console-views` looks at all of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { visit } from '../support/console/browser.ts';
import { HOSTILE } from '../support/console/hostile/texts.ts';
import { brokenIn, inPrint, LOOKS, SIZES, violationsIn } from '../support/console/sound-looks.ts';
import { isOfVersions } from '../support/console/sound-views.ts';
import { openSoundWorld, type SoundWorld } from '../support/console/sound-world.ts';
import { randomOf } from '../support/random.ts';
import { isSmallShare, seed } from '../support/seed.ts';

/** Of all views, and of those of versions. */
const SHARE = isSmallShare() ? 2 : 4;
const OF_VERSIONS = isSmallShare() ? 1 : 2;

let world: SoundWorld;
beforeAll(async () => {
  world = await openSoundWorld();
}, 120_000);
afterAll(() => world.close());

test('the world is as hostile as it is meant to be', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  expect(world.ids.length).toBeGreaterThanOrEqual(8);
  expect(world.planted).toBeGreaterThan(HOSTILE.length + 20);
});

test('views are accessible, fit their window, and run no text', async () => {
  const random = randomOf(seed());
  const views = random.some(world.views, SHARE, SHARE);
  expect(await violationsIn(world, views, random.pick(LOOKS))).toEqual([]);
  expect(await brokenIn(world, views, random.pick(SIZES))).toEqual([]);
}, 240_000);

test('what differs between versions is looked at, with what is folded in it', async () => {
  const random = randomOf(seed());
  const all = world.views.filter(isOfVersions);
  expect(all.length).toBe(4);
  const views = random.some(all, OF_VERSIONS, OF_VERSIONS);
  expect(await violationsIn(world, views, random.pick(LOOKS))).toEqual([]);
  expect(await brokenIn(world, views, random.pick(SIZES))).toEqual([]);
}, 240_000);

test('a panel that is missing is a fault of its view', async () => {
  const [view] = world.views.filter(isOfVersions);
  if (view === undefined) throw new Error('no view of versions');
  const without = { ...view, presses: [], holds: ['#no-such-panel'], heldMs: 500 };
  const found = [`${view.path} does not show #no-such-panel`];
  expect(await brokenIn(world, [without], SIZES[2])).toEqual(found);
}, 60_000);

test('what is printed is marked at the head and the foot, dark on light', async () => {
  const [id = ''] = world.ids.slice(1);
  for (const path of ['/', `/warning/${id}`, '/board']) {
    const { marks, isDark } = await inPrint(world, world.viewOf(path));
    expect([path, marks.length, isDark]).toEqual([path, 2, true]);
    expect(marks[0]).toMatch(/^TLP:(GREEN|AMBER)/);
  }
  // What has no content of a warning has no marking.
  expect((await inPrint(world, world.viewOf('/sectors'))).marks).toEqual([]);
}, 60_000);

test('who asks for less motion gets none', async () => {
  const { page, close } = await visit(world.browser, world.endpoint.url, { key: world.viewOf('/').key });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('h1').first().waitFor();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => {
        const { animationName, transitionDuration } = getComputedStyle(each);
        return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s');
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
  expect(moving).toEqual([]);
  await close();
}, 60_000);
