// The hub speaks English, and its people seven languages. What the console shows of its sentences is marked as English that runs
// from left to right, and what people are refused daily is said in their own language before it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { markingInWords } from '../../../src/domain/marking.ts';
import { CODE_SECTIONS } from '../../../src/domain/problem-codes/catalogue.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { visit } from '../../support/console/browser.ts';
import {
  SAID_IN_OWN_WORDS,
  SHOWN_IN_ENGLISH,
  sentencesAskedFor,
} from '../../support/console/hub-sentences.ts';
import { englishIn } from '../../support/console/sound-looks.ts';
import { openSoundWorld, type SoundWorld } from '../../support/console/sound-world.ts';
import { draft } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';
import { isSmallShare, seed } from '../../support/seed.ts';

let world: SoundWorld;
beforeAll(async () => {
  world = await openSoundWorld();
}, 120_000);
afterAll(() => world?.close());

type Words = { readonly [name: string]: string | Words };
const FOLDER = path.join(import.meta.dirname, '../../../src/console/words');
const wordsOf = (language: string): Words =>
  JSON.parse(readFileSync(path.join(FOLDER, `${language}.json`), 'utf8')) as Words;
const wordAt = (words: Words, key: string): string => {
  let found: string | Words | undefined = words;
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined;
  if (typeof found !== 'string') throw new Error(`no words at ${key}`);
  return found;
};

test('each sentence that the console asks the hub for is one that is shown in English, or has words of its own', () => {
  const known: readonly string[] = [...SHOWN_IN_ENGLISH, ...SAID_IN_OWN_WORDS];
  const asked = sentencesAskedFor();
  expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  expect(asked.length).toBeGreaterThan(15);
  expect(SAID_IN_OWN_WORDS.filter((name) => !asked.includes(name))).toEqual([]);
});

/** Where each of them is met, or would be; all views are looked at by `npm run prove -- console-views`. */
const MET = /^\/(?:duplicates|retention|sectors|hub|proposals|publish\?of)/;

test('in Arabic each is marked as English from left to right, and what has words of its own is not shown', async () => {
  const met = world.views.filter(
    ({ path: at, holds }) => MET.test(at) || (at.startsWith('/warning') && holds !== undefined),
  );
  // In a small share every other one, by the seed.
  const looked = met.filter((_, at) => !isSmallShare() || at % 2 === seed() % 2);
  const { names, unmarked } = await englishIn(world, looked);
  expect(unmarked).toEqual([]);
  const shown: readonly string[] = SHOWN_IN_ENGLISH;
  expect([...names].filter((name) => !shown.includes(name))).toEqual([]);
  expect(names.size).toBeGreaterThan(isSmallShare() ? 2 : shown.length - 1);
}, 400_000);

test('why nothing was answered is marked too', async () => {
  const { key } = world.viewOf('/');
  const { page, close } = await visit(world.browser, world.endpoint.url, { key, language: 'ar' });
  await page.route('**/graphql', (route) =>
    /text\/event-stream/.test(route.request().headers()['accept'] ?? '')
      ? route.continue()
      : route.fulfill({
          contentType: 'application/graphql-response+json',
          json: { errors: [{ message: 'It is so.', extensions: { code: 'NOT_YET_KNOWN' } }] },
        }),
  );
  await page.reload();
  const said = page.getByText('It is so.').first();
  await said.waitFor();
  expect([await said.getAttribute('lang'), await said.getAttribute('dir')]).toEqual(['en', 'ltr']);
  await close();
}, 60_000);

/** Of programs, of reviewers and of administrators: seldom met, or by somebody who looks the code up. */
const STAY_ENGLISH = [
  'HANDLING_WORD_UNKNOWN',
  'SITE_MALFORMED',
  'DUPLICATE_LINKED',
  'DUPLICATE_NOT_ACCEPTED',
  'DUPLICATE_NOT_LINKED',
  'DUPLICATE_UNRELATED',
  'RULING_OF_ANOTHER',
  'IDEMPOTENCY_KEY_MALFORMED',
  'IDEMPOTENCY_KEY_REUSED',
  'SHOWN_ONCE',
  'PAGE_TOO_LARGE',
  'NOT_A_WARNING',
  'NOT_A_PRACTICE',
  'ROLE_NOT_YOURS_TO_GRANT',
  'NOT_YOUR_MEMBER',
  'PERSON_MORE_PRIVILEGED',
  'APPROVAL_KIND_UNKNOWN',
  'PAYLOAD_MALFORMED',
  'DEFINITION_TAKEN',
  'STATE_UNKNOWN',
  'EVENT_UNKNOWN',
  'RETENTION_CLASS_UNKNOWN',
  'RETENTION_OUT_OF_RANGE',
  'NOT_WIDER',
  'NOT_LOOSER',
  'PUBLISHER_STAYS_UNNAMED',
  'MARKING_OF_REPORT',
  'HOLD_IN_FORCE',
  'PERSON_STILL_ACTIVE',
  'HOLD_LIFTED',
];

/** Of keys, persons, members, communities, endpoints and subscriptions: the sentence of the hub stands where it was asked for. */
const ADMINISTRATION_STAYS = `
  PERSON_NAME_MISSING PERSON_TAKEN ROLES_MISSING ROLE_FOR_MACHINES LINK_UNKNOWN LINK_USED LINK_EXPIRED LAST_ADMINISTRATOR PERSON_ACTIVE
  ANOTHER_ADMINISTRATOR_NEEDED CONTACT_MALFORMED TELEPHONE_MALFORMED LABEL_MISSING SCOPE_UNKNOWN RANGE_MALFORMED ADDRESSES_UNKNOWN EXPIRY_OUT_OF_RANGE
  TOO_MANY_KEYS KEY_LIMITED SCREEN_ONLY_READS KEY_OF_ANOTHER_PERSON KEY_NOT_ACTIVE ADDRESS_NOT_PUBLIC
  CEILING_TOO_HIGH ENDPOINT_UNKNOWN ENDPOINT_UNPROVED RANGE_NOT_ALLOWABLE DRAFT_MALFORMED DRAFT_TOO_LARGE
  DRAFT_SAVED_ELSEWHERE SUBSCRIPTION_MALFORMED SUBSCRIPTION_ENDED OWN_WARNING SPAN_OUT_OF_RANGE NOT_ASKED_FOR NOTHING_LEFT NAME_MALFORMED
  IDENTIFIER_MALFORMED WEBSITE_MALFORMED TIME_ZONE_UNKNOWN SLUG_TAKEN SPONSORS_NEEDED SPONSOR_ITSELF SPONSOR_ALREADY SPONSOR_UNKNOWN SPONSOR_CIRCLE
  OBJECTION_UNKNOWN SPONSOR_UNSUITABLE SPONSOR_UNNAMED APPLICATION_CLOSED APPLICATION_NOT_READY POLICY_OUT_OF_RANGE STANDING_WRONG COMMUNITY_UNKNOWN
  LOOKS_ALIKE RULE_EMPTY RULE_EMPTIES_COMMUNITY COMMUNITY_BY_RULE COMMUNITY_WITHOUT_MANAGER ALREADY_IN_COMMUNITY NOT_IN_COMMUNITY BY_INVITATION_ONLY
  COMMUNITY_INVITATION_INVALID COMMUNITY_INVITATION_USED AUTHORITY_NOT_ADMITTED
`
  .trim()
  .split(/\s+/);

test('each code that an act may be refused with has words, or stays English', () => {
  const known = Object.keys((wordsOf('en')['refused'] as Words)['code'] as Words);
  const { acts, authority, approval, partnership } = CODE_SECTIONS;
  const all = Object.keys({ ...acts, ...authority, ...approval, ...partnership });
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((code) => !known.includes(code)).sort()).toEqual(
    [...STAY_ENGLISH, ...ADMINISTRATION_STAYS].sort(),
  );
  // There is no other code than those of the catalogue.
  const catalogue = Object.values(CODE_SECTIONS).flatMap((section) => Object.keys(section));
  expect(known.filter((code) => !catalogue.includes(code))).toEqual([]);
});

test('a marking is said in a few words as the hub says it', () => {
  const short = (wordsOf('en')['marked'] as Words)['short'] as Words;
  const said = (...of: Parameters<typeof markingInWords>): string =>
    markingInWords(...of).replace(/^TLP:[A-Z+]+, /, '');
  expect(short).toEqual({
    CLEAR: said('CLEAR'),
    GREEN: said('GREEN'),
    AMBER: said('AMBER'),
    AMBER_STRICT: said('AMBER+STRICT'),
    RED: said('RED'),
    UNKNOWN: said('UNKNOWN'),
    TIMED: said('UNKNOWN', true),
  });
});

/** The recall of a warning that was corrected meanwhile. */
const recallTooLate = async (page: Page): Promise<void> => {
  await page.locator('header button.danger').nth(2).click();
  await page.locator('form.notice textarea').first().fill('It went to the wrong ones.');
  await page.locator('form.notice button.danger').click();
};

/** In a small share one of them, by the seed. */
const SPOKEN = ['fr', 'ar', 'en'].filter((_, at) => !isSmallShare() || at === seed() % 3);

test.each(SPOKEN)(
  'a refused recall says why in words of the console: %s',
  async (language) => {
    const { endpoint, browser } = world;
    const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
    const key = await endpoint.token('cyberAgency', 'publisher');
    const { page, faults, close } = await visit(browser, `${endpoint.url}/board/${id}`, { key, language });
    await page.locator('main tbody tr').first().waitFor();
    const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
    const agency = await endpoint.actor('cyberAgency');
    const changed = { ...texts, headline: 'It is worse' };
    good(await updateWarning(endpoint.hub, agency, { id, expectedVersion: 1, draft: changed }));
    await recallTooLate(page);
    const refusal = page.getByRole('alert').filter({ hasText: 'VERSION_CONFLICT' });
    await refusal.getByText(wordAt(wordsOf(language), 'refused.code.VERSION_CONFLICT')).waitFor();
    const beneath = refusal.locator('bdi');
    expect([await beneath.getAttribute('lang'), await beneath.getAttribute('dir')]).toEqual(['en', 'ltr']);
    expect(await beneath.innerText()).toMatch(/2/);
    expect(faults).toEqual([]);
    await close();
  },
  60_000,
);

test('what is wrong in a field is said there in the language of its writer', async () => {
  const { endpoint, browser } = world;
  const key = await endpoint.token('cyberAgency', 'publisher');
  const words = wordsOf('fr');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key, language: 'fr' });
  const label = (name: string) => page.getByLabel(wordAt(words, `publish.${name}`)).first();
  await label('headline').fill('Les pompes s’arrêtent');
  for (const [name, text] of [
    ['warning.summary', 'Elles s’arrêtent seules.'],
    ['warning.oneThing', 'Fermez le port'],
  ] as const)
    await page.getByLabel(wordAt(words, name)).first().fill(text);
  await page.getByLabel(wordAt(words, 'floor.severity')).selectOption('SEVERE');
  await page.getByLabel(wordAt(words, 'floor.urgency')).selectOption('EXPECTED');
  await label('certainty').selectOption('OBSERVED');
  // What is typed is taken when the field is left.
  const members = page.getByRole('combobox', {
    name: wordAt(words, 'publish.to.members'),
    exact: true,
  });
  await members.fill('north-grid, no-such-member');
  await members.press('Tab');
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
  await page.locator('form.publish-form button[type="submit"]').click();
  const field = page.locator('.field').filter({ has: page.locator('[aria-invalid="true"]') });
  await field.getByText(wordAt(words, 'refused.code.MEMBER_UNKNOWN')).waitFor();
  const beneath = field.locator('.fault bdi').first();
  expect([await beneath.getAttribute('lang'), await beneath.getAttribute('dir')]).toEqual(['en', 'ltr']);
  expect(await beneath.innerText()).toContain('no-such-member');
  const described = await page.locator('[aria-invalid="true"]').getAttribute('aria-describedby');
  const heard = (described ?? '').split(' ').map((id) => page.locator(`[id="${id}"]`).count());
  expect((await Promise.all(heard)).every((count) => count === 1)).toBe(true);
  expect(faults).toEqual([]);
  await close();
}, 60_000);
