// The console in a browser behind a network that is cut at random while warnings are published: what its list and its view of
// events have in the end. The hub is a process of its own, which is killed too.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../chromium/open-browser.ts';
import { openTestHub, TEST_SECRETS_KEY, type TestHub } from '../hub.ts';
import { eventually, hubEnvironment, type Process, startHub } from '../processes.ts';
import { publishBy } from '../publish.ts';
import { type Random, randomOf } from '../random.ts';
import { type CutProxy, openCutProxy } from '../streams/cut-proxy.ts';
import { visit } from './browser.ts';
import { buildTheConsole } from './build.ts';

export type CutFinding = {
  readonly cuts: number;
  readonly published: number;
  readonly restarts: number;
  readonly faults: readonly string[];
};

export type CutWorld = {
  readonly world: TestHub;
  readonly browser: Browser;
  readonly proxy: CutProxy;
  /** Ends the hub, and returns how it comes back. */
  kill(signal: NodeJS.Signals): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

export const openCutWorld = async (): Promise<CutWorld> => {
  buildTheConsole();
  const world = await openTestHub({ clock: { now: () => new Date() } });
  const env: NodeJS.ProcessEnv = {
    ...(await hubEnvironment(world)),
    TOCSIN_SECRETS_KEY: TEST_SECRETS_KEY,
  };
  let hub: Process = await startHub(env);
  const proxy = await openCutProxy(Number(env['TOCSIN_PORT']));
  const browser = await openBrowser();
  return {
    world,
    browser,
    proxy,
    kill: async (signal) => {
      await hub.kill(signal);
      return async () => {
        hub = await startHub(env);
      };
    },
    close: async () => {
      await browser.close();
      await proxy.close();
      await hub.kill('SIGTERM');
      await world.close();
    },
  };
};

type Load = { readonly cuts: number; readonly seed: number };
type Published = Map<string, string>;

/** High, so that few steps lead through the list. */
const SIZE = { width: 1024, height: 2400 };
const CAUGHT_UP_MS = 90_000;
/** Of an event: about the size of two. */
const MOST_BYTES = 4_000;
const AWAY_MS = 1_500;

export const cutWhileWarningsArrive = async (
  cutWorld: CutWorld,
  { cuts, seed }: Load,
): Promise<CutFinding> => {
  const { world, browser, proxy } = cutWorld;
  const random = randomOf(seed);
  const published: Published = new Map();
  // Where it begins there is something already, and a list that was read.
  const first = `Before ${seed}`;
  const before = new Map([[await publishBy(world, 'cyberAgency', { headline: first }), first]]);
  const url = `http://127.0.0.1:${proxy.port}`;
  const key = await world.token('northGrid', 'analyst');
  const { page, faults, close } = await visit(browser, url, { key, size: SIZE });
  await page.locator('[data-row]').first().waitFor();
  const events = await page.context().newPage();
  await events.goto(`${url}/developers`);
  for (const tab of [page, events]) await tab.getByText('Live', { exact: true }).waitFor();
  let restarts = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    await eventually('the stream is open', async () => proxy.streams() > 0);
    // At least one of them is of the hub itself.
    const isOfHub = cut === Math.floor(cuts / 2) || random.chance(0.08);
    if (isOfHub) restarts += 1;
    await (isOfHub ? killOnce : cutOnce)(cutWorld, random, published);
  }
  await eventually('the stream is open', async () => proxy.streams() > 0);
  const found = [
    ...(await faultsOfEvents(events, published)),
    ...(await faultsOfList(page, new Map([...before, ...published]))),
  ];
  await close();
  return { cuts, published: published.size, restarts, faults: [...found, ...faults] };
};

const publish = async (world: TestHub, published: Published, count: number): Promise<void> => {
  for (let at = 0; at < count; at += 1) {
    const headline = `Warning number ${published.size + 1} of this night`;
    published.set(await publishBy(world, 'cyberAgency', { headline }), headline);
  }
};

const killOnce = async ({ world, kill }: CutWorld, random: Random, published: Published): Promise<void> => {
  const back = await kill(random.pick(['SIGKILL', 'SIGTERM'] as const));
  await publish(world, published, 1 + random.below(2));
  await back();
};

/** At once behind an event, within one, or for a while in which more comes. */
const cutOnce = async ({ world, proxy }: CutWorld, random: Random, published: Published): Promise<void> => {
  const way = random.pick(['AT_ONCE', 'WITHIN', 'AWAY'] as const);
  if (way === 'WITHIN') {
    proxy.cutStreamAfter(random.below(MOST_BYTES));
    await eventually('an event is cut in two', async () => {
      await publish(world, published, 1);
      await sleep(100);
      return !proxy.isToCut();
    });
    return;
  }
  await publish(world, published, 1 + random.below(2));
  await sleep(random.below(60));
  if (way === 'AT_ONCE') return proxy.cut();
  proxy.shutOut();
  await publish(world, published, random.below(3));
  await sleep(random.below(AWAY_MS));
  proxy.letIn();
};

/** What the view of events has, which shows each as it came. */
const faultsOfEvents = async (page: Page, published: Published): Promise<string[]> => {
  const shown = (): Promise<string[]> => page.locator('main details summary bdi').allTextContents();
  await eventually(
    'each has come',
    async () => {
      const have = new Set(await shown());
      return [...published.values()].every((headline) => have.has(headline));
    },
    CAUGHT_UP_MS,
  ).catch(() => undefined);
  return compared('the view of events', published, await shown());
};

/** What the list has: what it counts as new, and all of it once the button was pressed. */
const faultsOfList = async (page: Page, published: Published): Promise<string[]> => {
  const button = page.getByRole('button', { name: / new – show/ });
  const count = async (): Promise<number> =>
    (await button.count()) === 0 ? 0 : Number((await button.textContent())?.match(/[0-9]+/)?.[0]);
  const listed = await headlinesIn(page);
  const isWhole = async (): Promise<boolean> => (await count()) + listed.length === published.size;
  await eventually('the rest is counted as new', isWhole, CAUGHT_UP_MS).catch(() => undefined);
  const counted = await count();
  const faults =
    counted + listed.length === published.size
      ? []
      : [`${listed.length} listed and ${counted} counted as new, of ${published.size}`];
  if (counted > 0) {
    await button.click();
    await button.waitFor({ state: 'detached' });
  }
  return [...faults, ...compared('the list', published, await headlinesIn(page))];
};

/**
 * Of each row of the list, by its place. Rows exist near the window alone, some time after it came there: it is gone through until
 * as many were seen as the list says that it has.
 */
const headlinesIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const list = document.querySelector('.floor > section > .live-list');
    for (let step = 0; step < 600; step += 1) {
      const articles = [...(list?.querySelectorAll('article') ?? [])];
      for (const row of articles)
        found[Number(row.ariaPosInSet) - 1] = row.querySelector('.item-headline')?.textContent ?? '';
      const count = Number(articles[0]?.ariaSetSize ?? -1);
      if (Object.keys(found).length === count) return found;
      const isEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
      window.scrollTo(0, isEnd ? 0 : window.scrollY + window.innerHeight / 2);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return found;
  });

const compared = (where: string, published: Published, shown: readonly string[]): string[] => {
  const times = new Map<string, number>();
  for (const each of shown) times.set(each, (times.get(each) ?? 0) + 1);
  const expected = [...published.values()];
  return [
    ...expected.filter((each) => !times.has(each)).map((each) => `${where} misses ${each}`),
    ...[...times].filter(([, count]) => count > 1).map(([each]) => `${where} has ${each} twice`),
    ...[...times.keys()].filter((each) => !expected.includes(each)).map((each) => `${where} has ${each}`),
  ];
};
