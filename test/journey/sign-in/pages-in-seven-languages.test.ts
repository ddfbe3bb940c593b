// The hub's own pages in the language of whoever reads them: as the browser prefers, or as was chosen on a page.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PAGE_LANGUAGES, TAGS, wordsOf } from '../../../src/http/sign-in/words/words.ts';
import { type Founder, found, openSignInWorld, type SignInWorld } from '../../support/sign-in/founded.ts';

let world: SignInWorld;
let founder: Founder;
beforeAll(async () => {
  world = await openSignInWorld();
  founder = await found(world);
}, 60_000);
afterAll(() => world?.endpoint.close());

const IN_FRENCH = { 'accept-language': 'fr-CH, de;q=0.5' };

test.each(TAGS)('in %s, as the browser prefers', async (tag) => {
  const { headers, text } = await world.visitor().get('/sign-in', { 'accept-language': tag });
  expect(headers['content-language']).toBe(tag);
  expect(headers['vary']).toBe('accept-language, cookie');
  expect(headers['set-cookie']).toBeUndefined();
  expect(text).toContain(`<html lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}">`);
  const { signIn, frame, passkey } = wordsOf(tag);
  for (const said of [signIn.title, signIn.personHint, signIn.lost, frame.cookies, passkey.noScript])
    expect(text).toContain(said);
  // Every other language is one plain link away, under its own name.
  for (const other of TAGS.filter((each) => each !== tag))
    expect(text).toContain(
      `<a href="/sign-in?language=${other}" lang="${other}" hreflang="${other}" rel="nofollow">${PAGE_LANGUAGES[other]}</a>`,
    );
  expect(text).toContain(`<span aria-current="true" lang="${tag}">`);
});

test('what is chosen stays, and the address keeps what it had', async () => {
  const visitor = world.visitor();
  const page = await visitor.get('/join?link=abc%26d', IN_FRENCH);
  expect(page.text).toContain('href="/join?link=abc%26d&amp;language=ar"');
  const chosen = await visitor.get('/join?link=abc%26d&language=ar', IN_FRENCH);
  expect(chosen.text).toContain('<html lang="ar" dir="rtl">');
  expect(chosen.headers['set-cookie']).toEqual([
    '__Host-tocsin-language=ar; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000',
  ]);
  const next = await visitor.get('/sign-in', IN_FRENCH);
  expect(next.headers['content-language']).toBe('ar');
  expect(next.headers['set-cookie']).toBeUndefined();
  // An address cannot choose what the pages have not.
  const other = await visitor.get('/sign-in?language=xx', IN_FRENCH);
  expect([other.headers['content-language'], other.headers['set-cookie']]).toEqual(['ar', undefined]);
});

test('a page that sends on keeps the choice, and a form does not choose', async () => {
  const visitor = world.visitor();
  const sent = await visitor.get('/account?language=ru', { 'sec-fetch-site': 'same-origin' });
  expect(sent.status).toBe(303);
  expect(visitor.cookies.get('__Host-tocsin-language')).toBe('ru');
  await visitor.send('/sign-in?language=zh', { passkey: '' });
  expect(visitor.cookies.get('__Host-tocsin-language')).toBe('ru');
});

test('refusals are in the language of the page, and what has no words is marked as English', async () => {
  const visitor = world.visitor();
  const refused = await visitor.send('/sign-in', { passkey: '' }, IN_FRENCH);
  expect(refused.status).toBe(401);
  expect(refused.text).toContain('La connexion n’a pas été possible.');
  expect(refused.text).not.toContain('You could not');
  const link = await visitor.send('/join', { link: 'nothing' }, IN_FRENCH);
  expect(link.text).toContain('Ce lien n’est pas valable ici.');
  expect(link.text).toContain('href="/join?link=nothing&amp;language=en"');
  const foreign = await visitor.send('/sign-in', {}, { ...IN_FRENCH, origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect(foreign.text).toContain('Ce formulaire vient d’un autre site');
  const host = await visitor.raw('GET', '/sign-in', { ...IN_FRENCH, host: 'evil.example' });
  expect(host.status).toBe(421);
  expect(host.text).toContain('<span lang="en" dir="ltr">The pages of this hub are at ');
});

test('names that are known and names that are not are refused in one form, in each language', async () => {
  const code = '000 000 000 000 000 000 000 000';
  for (const tag of TAGS) {
    const headers = { 'accept-language': tag };
    const of = async (person: string): Promise<string> => {
      const { text } = await world.visitor().send('/sign-in/recovery', { person, code }, headers);
      return text.replaceAll(person, '').replace(/data-options="[^"]*"/, '');
    };
    expect(await of('nobody/a.nobody')).toBe(await of('aldermark-cyber-agency/a.costa'));
  }
});

const OWN = ['/account', '/approvals', '/setup', '/sign-in', '/join'] as const;

test.each(TAGS.filter((tag) => tag !== 'en'))(
  'nothing of the frame or of a page stays English in %s',
  async (tag) => {
    const headers = { 'accept-language': tag };
    const { approvals, account, setup } = wordsOf('en');
    const texts = [];
    for (const place of OWN) {
      const { text } = await (place === '/account' || place === '/approvals'
        ? founder.visitor
        : world.visitor()
      ).get(place, headers);
      expect(text).toContain(`<html lang="${tag}"`);
      texts.push(text);
    }
    const said = texts.join('\n');
    for (const english of [
      'Skip to',
      'Sign out',
      'This page sets',
      approvals.what,
      account.ends,
      setup.doneTitle,
    ])
      expect(said).not.toContain(english);
    for (const own of [wordsOf(tag).approvals.what, wordsOf(tag).account.ends, wordsOf(tag).setup.doneTitle])
      expect(said).toContain(own);
  },
);

test('the link in a mail is answered in the language of its reader', async () => {
  const { status, text, headers } = await world.visitor().get('/unsubscribe/none?language=es');
  expect(status).toBe(200);
  expect(text).toContain(wordsOf('es').unsubscribe.what);
  expect(String(headers['set-cookie'])).toContain('__Host-tocsin-language=es');
});
