// Whoever loses a right gets no notice of what they may not read any more: it leaves each tab by itself, and what they may still read
// stays and goes on.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Actor } from '../../../src/domain/member.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import {
  inviteToCommunity,
  joinCommunity,
  leaveCommunity,
} from '../../../src/service/community/memberships.ts';
import { CAST } from '../../support/cast.ts';
import { visit } from '../../support/console/browser.ts';
import { openCutWorld } from '../../support/console/cuts.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import type { TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, 180_000);
afterAll(closeConsole);

const CIRCLE = 'night-circle';
type Joining = { readonly operator: Actor; readonly manager: Actor; readonly joining: Actor };

const join = async ({ hub }: TestHub, { operator, manager, joining }: Joining): Promise<void> => {
  const circle = { slug: CIRCLE, name: 'Night circle', roll: 'PARTNERSHIP', rule: null } as const;
  good(await createCommunity(hub, operator, { ...circle, managers: [CAST.energyCentre.slug] }));
  const of = { community: CIRCLE, member: CAST.northGrid.slug };
  const { code } = good(await inviteToCommunity(hub, manager, of));
  good(await joinCommunity(hub, joining, { community: CIRCLE, code }));
};
const publish = (headline: string, audience: object): Promise<string> =>
  publishBy(endpoint, 'cyberAgency', {
    headline,
    summary: `The text of it: ${headline}.`,
    audience: { alternatives: [audience], excludes: [] },
  });
const isLive = (page: Page) => page.getByText('Live', { exact: true }).waitFor();
const shows = (page: Page, text: string) => page.getByText(text).first().waitFor({ state: 'attached' });

test('a community that was left takes what it was told from every tab', async () => {
  await join(endpoint, {
    operator: await endpoint.actor('cyberAgency', 'hub-operator'),
    manager: await endpoint.actor('energyCentre', 'manager'),
    joining: await endpoint.actor('northGrid', 'manager'),
  });
  const floor = await visit(browser, `${endpoint.url}/`, {
    key: await endpoint.token('northGrid', 'analyst'),
  });
  const developers = await floor.page.context().newPage();
  await developers.goto(`${endpoint.url}/developers`);
  for (const page of [floor.page, developers]) await isLive(page);
  const lost = await publish('Secret of the circle', { communities: [CIRCLE] });
  await publish('For the whole sector', { sectors: ['energy'] });
  await endpoint.drain();
  await developers
    .locator('#event-list')
    .getByText('Secret of the circle')
    .first()
    .waitFor({ state: 'attached' });
  const reading = await floor.page.context().newPage();
  await reading.goto(`${endpoint.url}/warning/${lost}`);
  await isLive(reading);
  await shows(reading, 'The text of it: Secret of the circle.');
  await floor.page.getByRole('button', { name: /^\d new/ }).click();
  await shows(floor.page, 'Secret of the circle');

  good(await leaveCommunity(endpoint.hub, await endpoint.actor('northGrid', 'manager'), CIRCLE));
  for (const page of [reading, floor.page, developers])
    await page.getByText('Secret of the circle').first().waitFor({ state: 'detached' });
  expect(await developers.content()).not.toContain('Secret of the circle');
  expect(await floor.page.content()).not.toContain('Secret of the circle');
  await shows(floor.page, 'For the whole sector');
  // Nor does a tab that comes later have it of one that was there.
  const later = await floor.page.context().newPage();
  await later.goto(`${endpoint.url}/developers`);
  await isLive(later);

  await publish('What comes afterwards', { sectors: ['energy'] });
  await endpoint.drain();
  for (const page of [developers, later]) {
    const events = page.locator('#event-list');
    await events.getByText('What comes afterwards').first().waitFor({ state: 'attached' });
    expect(await events.innerHTML()).not.toContain('Secret of the circle');
  }
  await floor.page.getByRole('button', { name: /^1 new/ }).waitFor();
  expect(floor.faults).toEqual([]);
  await floor.close();
}, 120_000);

/** The hub of another process is away meanwhile, so that no stream is there to be ended. */
test('a community that was left while the hub was away, too', async () => {
  const cut = await openCutWorld();
  try {
    const [operator, manager, leaving] = [
      await cut.world.actor('cyberAgency', 'hub-operator'),
      await cut.world.actor('energyCentre', 'manager'),
      await cut.world.actor('northGrid', 'manager'),
    ];
    await join(cut.world, { operator, manager, joining: leaving });
    const secret = await publishBy(cut.world, 'cyberAgency', {
      headline: 'Secret of the circle',
      audience: { alternatives: [{ communities: [CIRCLE] }], excludes: [] },
    });
    const key = await cut.world.token('northGrid', 'analyst');
    const { page, close } = await visit(cut.browser, `http://127.0.0.1:${cut.proxy.port}/warning/${secret}`, {
      key,
    });
    await page.getByRole('heading', { name: 'Secret of the circle' }).waitFor();
    await isLive(page);
    const comeBack = await cut.kill('SIGTERM');
    good(await leaveCommunity(cut.world.hub, leaving, CIRCLE));
    await comeBack();
    await page.getByText('There is nothing at this address that you may see.').waitFor({ timeout: 60_000 });
    expect(await page.content()).not.toContain('Secret of the circle');
    await close();
  } finally {
    await cut.close();
  }
}, 180_000);
