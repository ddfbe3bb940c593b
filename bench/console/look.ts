// What a browser says of a page: when it can be used, and what going through a long list costs it.
import type { Browser, Page } from 'playwright-core';

export type Looked = { readonly page: Page; close(): Promise<void> };

const SIZE = { width: 1366, height: 768 };

/** A browser that has never been here, and holds this key. `shown`: a selector of what has to be there to be of use. */
const comeTo = async (browser: Browser, shown: string, key: string | null): Promise<Looked> => {
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB', timezoneId: 'UTC' });
  await context.addInitScript(
    ([selector, held]) => {
      if (held !== null) sessionStorage.setItem('tocsin.key', held ?? '');
      const found = { shownAt: Number.NaN, tasks: [] as number[][] };
      Object.assign(window, { found });
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) found.tasks.push([startTime, duration]);
      }).observe({ type: 'longtask', buffered: true });
      const look = (): void => {
        if (!Number.isNaN(found.shownAt) || document.querySelector(selector ?? '') === null) return;
        // Once it is painted.
        requestAnimationFrame(() => setTimeout(() => (found.shownAt = performance.now())));
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    },
    [shown, key] as const,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  return { page, close: () => context.close() };
};

type Found = { readonly shownAt: number; readonly tasks: readonly (readonly [at: number, ms: number])[] };
declare const window: {
  readonly found: Found;
  readonly innerHeight: number;
  scrollBy(x: number, y: number): void;
};

export type Place = { readonly url: string; readonly shown: string; readonly key: string | null };

/** CPU of the page's main thread since it began: on a busy machine what says more than a clock. */
const mainThreadOf = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  };
};

export type Interactive = { readonly ms: number; readonly cpuMs: number };

/**
 * Milliseconds from the beginning of the navigation until what is looked for is painted and the page answers: the end of the
 * last task of over 50 ms, after which a second passes without any.
 */
export const interactiveAfter = async (
  browser: Browser,
  { url, shown, key }: Place,
): Promise<Interactive> => {
  const { page, close } = await comeTo(browser, shown, key);
  const cpu = await mainThreadOf(page);
  await page.goto(url, { waitUntil: 'commit' });
  const ms = await page.evaluate(async () => {
    const QUIET_MS = 1_000;
    for (;;) {
      const { shownAt, tasks } = window.found;
      const ends = tasks.map(([at, duration]) => at + duration);
      const last = Math.max(shownAt, ...ends);
      if (performance.now() - last > QUIET_MS) {
        // Of the tasks those count that a pause of a second has not parted from what was shown.
        return ends
          .toSorted((one, other) => one - other)
          .reduce((until, end) => (end > until && end - until < QUIET_MS ? end : until), shownAt);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const cpuMs = await cpu();
  await close();
  return { ms, cpuMs };
};

export type Through = {
  readonly longestFrameMs: number;
  readonly cpuMs: number;
  readonly nodes: number;
  readonly heapMegabytes: number;
  readonly seconds: number;
};

/** Scrolls a window with each frame until row number `last` was there. */
export const scrollThrough = async (
  browser: Browser,
  { url, shown, key }: Place,
  last: string,
): Promise<Through> => {
  const { page, close } = await comeTo(browser, shown, key);
  await page.goto(url);
  await page.waitForFunction(() => window.found.shownAt > 0);
  await page.waitForTimeout(2_000);
  const cpu = await mainThreadOf(page);
  const cpuBefore = await cpu();
  const way = await page.evaluate(async (selector) => {
    const beganAt = performance.now();
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    let longestFrameMs = 0;
    let nodes = 0;
    let before = await frame();
    for (let isThere = false; !isThere; ) {
      window.scrollBy(0, window.innerHeight);
      const at = await frame();
      longestFrameMs = Math.max(longestFrameMs, at - before);
      before = at;
      nodes = Math.max(nodes, document.getElementsByTagName('*').length);
      const { bottom = Number.POSITIVE_INFINITY } =
        document.querySelector(selector)?.getBoundingClientRect() ?? {};
      isThere = bottom <= window.innerHeight;
    }
    return { longestFrameMs, nodes, seconds: (performance.now() - beganAt) / 1_000 };
  }, last);
  const cpuMs = (await cpu()) - cpuBefore;
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await close();
  return { ...way, cpuMs, heapMegabytes: usedSize / 2 ** 20 };
};
