// The page of a warning without a script: what its text page says, for the session of who may read it, with the marking at head
// and foot, and nothing of a hostile text as HTML.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { readConsoleBuild } from '../../../src/http/console/console-build.ts';
import { begin } from '../../../src/service/credential/sign-in.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { freePort } from '../../support/processes.ts';
import { openVisitor, type Visitor } from '../../support/sign-in/visitor.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PORT: String(await freePort()), TOCSIN_NOT_FOUND_MS: '1' },
  });
});
afterAll(() => endpoint.close());

/** A browser in which this person has signed in. */
const signedIn = async (name: CastName): Promise<Visitor> => {
  const { hub } = endpoint;
  await endpoint.token(name, 'analyst');
  const member = (await endpoint.actor(name)).member;
  const person = (await hub.directory.current()).persons.get(personIdOf(`${member.slug}/analyst`));
  if (person === undefined) throw new Error(`${name} has no analyst`);
  const visitor = openVisitor(hub.origin, endpoint.url);
  const { secret } = await begin(hub, {
    person,
    way: 'PASSKEY',
    credential: null,
    visitor: { range: null, browser: null },
  });
  visitor.cookies.set('__Host-tocsin', secret);
  return visitor;
};

const HOSTILE = '<script>window.hacked=1</script> "quoted" & more';

const publish = async (changes: Parameters<typeof draft>[0] = {}): Promise<string> => {
  const published = await publishWarning(endpoint.hub, await endpoint.actor('cyberAgency'), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await endpoint.drain();
  return published.value.warning;
};

test('who may read it sees all of it, marked at head and foot, in less than 50 kB without a script', async () => {
  const id = await publish({ headline: HOSTILE, summary: `${HOSTILE}\nA second line.`, marking: 'AMBER' });
  const reader = await signedIn('northGrid');
  const { status, text, headers } = await reader.get(`/warnings/${id}/page`);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(text).not.toContain('<script');
  expect(text).toContain('&lt;script&gt;window.hacked=1&lt;/script&gt; &quot;quoted&quot; &amp; more');
  expect(text.match(/class="marking (?:head|foot)"/g)).toHaveLength(2);
  expect(text.match(/TLP:AMBER/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).toContain('<h2>What to do</h2><ol><li>Take the gateway off the internet');
  for (const part of ['A second line.', 'Duty desk', 'Why you have this']) expect(text).toContain(part);
  // Nobody is led to a console that is not built.
  const hasConsole = readConsoleBuild() !== null;
  expect([text.includes('<a href="/">'), text.includes(`<a href="/warning/${id}">`)]).toEqual([
    hasConsole,
    hasConsole,
  ]);
  const style = await reader.get('/sign-in/files/style.css');
  expect(Buffer.byteLength(text) + Buffer.byteLength(style.text)).toBeLessThan(50_000);
});

test('what is said of its marking is marked as English in a page of another language', async () => {
  const id = await publish({ marking: 'AMBER', exercise: null });
  const reader = await signedIn('northGrid');
  const { text } = await reader.get(`/warnings/${id}/page`, { 'accept-language': 'ar' });
  expect(text).toContain('<html lang="ar" dir="rtl"');
  for (const [, marking = ''] of text.matchAll(/<div class="marking (?:head|foot)">(.*?)<\/div>/gs)) {
    expect(marking).toContain('TLP:AMBER');
    expect(marking.replaceAll(/<p><span lang="en" dir="ltr">[^<]*<\/span><\/p>/g, '').trim()).toBe('');
  }
});

test('for everybody else it is absent, and nobody who is not signed in learns of it', async () => {
  const id = await publish({ marking: 'AMBER' });
  const stranger = await signedIn('riverWater');
  const [hidden, none] = [
    await stranger.get(`/warnings/${id}/page`),
    await stranger.get(`/warnings/warning--00000000-0000-4000-8000-000000000000/page`),
  ];
  expect([hidden.status, none.status]).toEqual([404, 404]);
  expect(hidden.text).toBe(none.text);
  const visitor = openVisitor(endpoint.hub.origin, endpoint.url);
  const asked = await visitor.get(`/warnings/${id}/page`);
  expect([asked.status, asked.headers['location']]).toEqual([
    303,
    `/sign-in?to=${encodeURIComponent(`/warnings/${id}/page`)}`,
  ]);
});
