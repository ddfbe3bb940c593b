// A world whose every text is hostile, and what is looked for in each view of it: violations of WCAG that axe knows, a page
// wider than its window, anything that runs or leads elsewhere. test/prove/suites/console/console-views.ts looks at all of it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { EndpointState } from '../../../src/domain/channel/endpoint.ts';
import { onOneLine } from '../../../src/domain/reading/seen-text.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { saveDraft } from '../../../src/service/draft/keep-drafts.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { plantEndpoint } from '../channels/endpoints.ts';
import { openBrowser } from '../chromium/open-browser.ts';
import { openTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { draft } from '../hub.ts';
import { good } from '../outcome.ts';
import { subscriptionWith } from '../subscription/subscriptions.ts';
import { overflowOf, visit } from './browser.ts';
import { buildTheConsole } from './build.ts';
import { type HostileObjects, plantHostileObjects } from './hostile-objects.ts';
import { plantHostilePartnership } from './hostile-partnership.ts';
import { HOSTILE } from './hostile-texts.ts';
import { actorWith, keyWith } from './people.ts';
import { rawNamesIn } from './raw-names.ts';

export type View = {
  readonly path: string;
  /** The key of whoever looks at it. */
  readonly key: string;
  /** What it shows once it is there. */
  readonly shown: string;
  /** What is pressed then, one after the other. */
  readonly presses?: readonly string[];
};

export type SoundWorld = {
  readonly endpoint: TestEndpoint;
  readonly browser: Browser;
  /** How many texts the partnership has. */
  readonly planted: number;
  /** Of the warnings, each of other texts. */
  readonly ids: readonly string[];
  /** Every view. */
  readonly views: readonly View[];
  /** A view as the publisher sees it. */
  viewOf(path: string): View;
  close(): Promise<void>;
};

const text = (at: number): string => HOSTILE[at % HOSTILE.length] ?? '';
/** For what has one line, in which the hub takes no break and no mark of direction. */
const line = (at: number): string => onOneLine(text(at));

const hostileDraft = (at: number) =>
  draft({
    headline: line(at).slice(0, 140),
    summary: text(at + 1),
    actions: [
      { text: text(at + 2).slice(0, 500), by: '2030-01-01T12:00:00.000Z' },
      { text: text(at + 3).slice(0, 500), by: null },
    ],
    contacts: [
      {
        name: line(at + 4).slice(0, 120),
        number: line(at + 5).slice(0, 120),
        hours: line(at + 6).slice(0, 120),
      },
    ],
    translations: [
      { language: 'ar', headline: line(at + 7).slice(0, 140), summary: text(at + 8), actions: [] },
    ],
    externalReferences: [{ source: line(at + 9).slice(0, 400), id: text(at + 10).slice(0, 400), url: null }],
  });

export const openSoundWorld = async (): Promise<SoundWorld> => {
  buildTheConsole();
  const endpoint = await openTestEndpoint({ clock: { now: () => new Date() } });
  const ids = await publishHostile(endpoint);
  const key = await endpoint.token('cyberAgency', 'publisher');
  const log = await plantDelivery(endpoint);
  await plantDrafts(endpoint);
  const objects = await plantHostileObjects(endpoint);
  const planted = await plantHostilePartnership(endpoint, await actorWith(endpoint, ADMIN));
  const adminKey = await keyWith(endpoint, ADMIN);
  const views = [
    ...viewsOf(ids, log).map((path) => ({ path, key, shown: 'h1' })),
    { path: `/board/${ids[1]}`, key, shown: 'main tbody tr', presses: NARROWING },
    ...ofObjects(objects).map((view) => ({ key, ...view })),
    ...ADMINISTRATION.map(([path, shown]) => ({ path, key: adminKey, shown })),
    { path: '/proposals', key: adminKey, shown: 'main article', presses: ['main button'] },
  ];
  const browser = await openBrowser();
  const viewOf = (path: string): View => ({ path, key, shown: 'h1' });
  const close = async (): Promise<void> => {
    await browser.close();
    await endpoint.close();
  };
  return { endpoint, browser, planted, ids, views, viewOf, close };
};

/** The views of administration are looked at as somebody who administers a member and the hub. */
const ADMIN = {
  of: 'cyberAgency',
  person: 'cyber-agency/chief',
  roles: ['member-admin', 'manager', 'hub-operator'],
} as const;

const ADMINISTRATION: readonly (readonly [path: string, shown: string])[] = [
  ['/people', 'main tbody tr'],
  ['/people?of=cyber-agency%2Fp0', 'main .facts'],
  ['/keys?whose=member', 'main tbody tr'],
  ['/members', 'main article'],
  ['/members/cyber-agency', 'main tbody tr'],
  ['/communities', 'main tbody tr'],
  ['/communities/table-0', 'main .facts'],
  ['/proposals', 'main article'],
  ['/audit', 'main tbody tr'],
  ['/retention', 'main tbody tr'],
  ['/hub', 'h1'],
];

/** The form that takes a warning from some of those who have it, with the first of them chosen. */
const NARROWING = ['header button.danger >> nth=1', '.narrow-choices input'];

/** Objects of every use open, and the graph of them. */
const OPENED = [
  ...Array.from({ length: 3 }, (_, at) => `main section.panel > details.object > summary >> nth=${at}`),
  'main section[aria-labelledby="graph"] button',
];

/** What shows what producers write besides the texts of a warning, and what opens over a view. */
const ofObjects = ({ warning, practice, drill, exercise }: HostileObjects): Omit<View, 'key'>[] => [
  { path: `/warning/${warning}`, shown: '#indicators', presses: OPENED },
  { path: `/warning/${practice}`, shown: '#do' },
  { path: `/warning/${drill}`, shown: '#indicators' },
  { path: '/indicators?all=yes', shown: 'main section.panel table' },
  { path: `/indicators?all=yes&exercise=${exercise}`, shown: 'main section.panel table' },
  { path: '/practices', shown: 'main article' },
  { path: '/duplicates', shown: 'main .compare' },
  { path: '/duplicates?of=objects', shown: 'main .compare' },
  { path: `/?exercise=${exercise}`, shown: '.live-list [data-row]' },
  { path: `/publish?of=${warning}`, shown: 'form.publish-form' },
  { path: '/', shown: '.live-list [data-row]', presses: ['header button.plain'] },
];

const viewsOf = (ids: readonly string[], log: string): string[] => [
  '/',
  '/?wall=true',
  `/warning/${ids[1]}`,
  '/publish',
  '/publish?kind=practice',
  '/board',
  `/board/${ids[0]}`,
  `/board/${ids[1]}`,
  '/cases',
  '/effect',
  '/subscriptions',
  '/subscriptions?edit=new',
  '/channels',
  '/channels?add=mail',
  `/channels?log=${log}`,
  '/sectors',
  '/developers',
  '/hub',
];

/** The first is recalled; two ask for help, and every one has an answer with a note. */
const publishHostile = async (endpoint: TestEndpoint): Promise<string[]> => {
  const { hub } = endpoint;
  const publisher = await endpoint.actor('cyberAgency');
  const analyst = await endpoint.actor('northGrid', 'analyst');
  const ids: string[] = [];
  for (let at = 0; at < HOSTILE.length; at += 5) {
    const published = await publishWarning(hub, publisher, hostileDraft(at));
    if (published.ok) ids.push(published.value.warning);
  }
  await endpoint.drain();
  for (const [at, warning] of ids.entries()) {
    const answer = at < 2 ? ('NEED_HELP' as const) : ('AFFECTED' as const);
    await acknowledgeWarning(hub, analyst, { warning, answer, note: text(at) });
  }
  const recall = { reason: text(0), whatToDo: text(1), language: 'en', expectedVersion: 1, id: ids[0] ?? '' };
  await recallWarning(hub, publisher, recall);
  await endpoint.drain();
  return ids;
};

/** Forms that the publisher has not finished, by every text that a label takes. */
const plantDrafts = async ({ hub, actor }: TestEndpoint): Promise<void> => {
  const publisher = await actor('cyberAgency');
  const content = JSON.stringify({ form: 'other' });
  for (let at = 0; at < HOSTILE.length; at += 6) {
    const label = text(at).slice(0, 200);
    const form = { seen: null, kind: 'WARNING', corrects: null, label, content } as const;
    if (label.isWellFormed()) good(await saveDraft(hub, publisher, form));
  }
};

/** Endpoints of the person in each state, and a subscription; returns the id of one that has a log. */
const plantDelivery = async (endpoint: TestEndpoint): Promise<string> => {
  const { hub } = endpoint;
  const person = personIdOf('cyber-agency/publisher');
  const states: readonly EndpointState[] = ['ACTIVE', 'UNPROVED', 'PAUSED', 'DISABLED'];
  const planted = [];
  for (const [at, state] of states.entries())
    planted.push(
      await plantEndpoint(endpoint, 'cyberAgency', {
        person,
        channel: 'MAIL',
        address: `${'w'.repeat(60)}.${at}@a-very-long-name-of-a-host-that-goes-on.example.org`,
        label: text(at * 7).slice(0, 80),
        state,
        cause: state === 'DISABLED' ? 'BOUNCED' : null,
        verifiedAt: state === 'UNPROVED' ? null : hub.clock.now(),
      }),
    );
  const [first] = planted;
  const member = first?.member ?? '';
  const subscription = subscriptionWith({
    id: `subscription--${hub.entropy.uuid()}`,
    endpoint: first?.id ?? '',
    member,
    person,
    name: text(12).slice(0, 80),
    filter: { text: 'w'.repeat(200), sectors: ['energy/electricity', 'health'] },
  });
  await hub.database.transaction((session) => hub.subscriptions.save(subscription, session));
  return first?.id ?? '';
};

const loaded = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => document.querySelector('p.quiet[role="status"]:not(.kept-order)') === null,
  );
};

/** Waits until a view shows what it has. */
const open = async (page: Page, url: string, { path, key, shown, presses = [] }: View): Promise<void> => {
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
};

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
    await open(page, endpoint.url, view);
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
    await open(page, endpoint.url, view);
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

/** The markings that a sheet of the view has, in a dark theme, and whether its text is dark all the same. */
export const inPrint = async (
  { browser, endpoint }: SoundWorld,
  view: View,
): Promise<{ readonly marks: string[]; readonly isDark: boolean }> => {
  const { page, close } = await visit(browser, endpoint.url, { theme: 'dark' });
  await open(page, endpoint.url, view);
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
