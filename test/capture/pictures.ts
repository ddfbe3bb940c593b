// The pictures of the console: each view, who looks at it, and what it shows once it is there.
import type { Page } from 'playwright-core';
import type { SampleHub } from './sample-hub.ts';

export type Picture = {
  /** Its file, without an ending. */
  readonly file: string;
  readonly name: string;
  /** Null for somebody who has not signed in. */
  readonly of: keyof SampleHub['keys'] | null;
  readonly at: (sample: SampleHub) => string;
  readonly shown: string;
  /** Where the view says something only once it is used. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly theme?: string;
  readonly isArabic?: true;
  readonly isDeskAlone?: true;
};

type Seen = readonly [of: Picture['of'], path: string, shown?: string];

const view = (file: string, name: string, [of, path, shown = 'main h1']: Seen): Picture => ({
  file,
  name,
  of,
  at: () => path,
  shown,
});

const narrowed = async (page: Page): Promise<void> => {
  await page.locator('header button.danger').nth(1).click();
  await page.locator('.narrow-choices input').first().check();
  await page.locator('.narrow-side').first().scrollIntoViewIfNeeded();
};

const filled = async (page: Page): Promise<void> => {
  const form = page.locator('.publish-form');
  await form.locator('input[type=radio][value=AMBER]').check();
  await form.locator('input, textarea').first().scrollIntoViewIfNeeded();
  await page.locator('.recipient-list').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
};

const proposing = async (page: Page): Promise<void> => {
  await page.locator('main button').first().click();
  await page.locator('[role=dialog] select').first().selectOption('PLACE_HOLD');
  await page.locator('[role=dialog] select').nth(1).selectOption('CLASS');
};

export const PICTURES: readonly Picture[] = [
  view('sign-in', 'Sign in', [null, '/', 'main input']),
  { ...view('floor', 'Watch floor', ['analyst', '/', 'main article']), theme: 'dark', isArabic: true },
  {
    ...view('wall', 'Watch floor on a wall', ['analyst', '/?wall=true', 'h1']),
    theme: 'dark',
    isDeskAlone: true,
  },
  {
    ...view('warning', 'Warning', ['analyst', '', '.warning-head h1']),
    at: ({ live }) => `/warning/${live}`,
    isArabic: true,
  },
  view('indicators', 'Indicators', ['analyst', '/indicators', 'main tbody tr']),
  view('practices', 'Best practices', ['analyst', '/practices', 'main article']),
  { ...view('publish', 'Publish', ['publisher', '/publish', '.publish-form']), prepare: filled },
  view('own', 'What one has published', ['publisher', '/board', 'main tbody tr']),
  {
    ...view('board', 'Delivery board', ['publisher', '', 'main tbody tr']),
    at: ({ live }) => `/board/${live}`,
  },
  {
    ...view('narrow', 'Narrowing a warning', ['publisher', '', 'main tbody tr']),
    at: ({ live }) => `/board/${live}`,
    prepare: narrowed,
  },
  view('cases', 'Requests for help', ['publisher', '/cases']),
  view('effect', 'Effect', ['publisher', '/effect']),
  view('duplicates', 'Duplicates', ['publisher', '/duplicates']),
  view('subscriptions', 'Subscriptions', ['analyst', '/subscriptions', 'main article']),
  view('subscription', 'One subscription', ['analyst', '/subscriptions?edit=new', 'main form']),
  view('channels', 'Channels', ['analyst', '/channels', 'main article']),
  view('members', 'Members', ['admin', '/members', 'main tbody tr']),
  view('member', 'One member', ['admin', '/members/northreach-grid', 'main .facts']),
  view('communities', 'Communities', ['admin', '/communities', 'main tbody tr']),
  view('community', 'One community', ['admin', '/communities/energy-circle', 'main h1']),
  view('people', 'People', ['admin', '/people', 'main tbody tr']),
  view('person', 'One person', ['admin', '/people?of=aldermark-cyber-agency%2Fduty-officer', 'main .facts']),
  view('keys', 'Keys, machines and the identity provider', ['admin', '/keys?whose=member', 'main tbody tr']),
  view('approvals', 'Approvals', ['admin', '/proposals', 'main article']),
  {
    ...view('propose', 'Proposing what needs two persons', ['admin', '/proposals', 'main article']),
    prepare: proposing,
  },
  { ...view('audit', 'Audit trail', ['admin', '/audit', 'main tbody tr']), isArabic: true },
  view('retention', 'Keeping and holds', ['admin', '/retention', 'main tbody tr']),
  view('sectors', 'Sectors and dependencies', [
    'analyst',
    '/sectors?fallen=energy%2Felectricity&hours=48',
    'main svg',
  ]),
  view('developers', 'Developers', ['publisher', '/developers']),
  view('hub', 'This hub', ['admin', '/hub']),
];
