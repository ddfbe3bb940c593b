// Who is signed in, as a tab finds out: the same person stays, whatever becomes of their roles; a key that counts no more goes.
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { answerWith, leaveTab, openChannels, openStorage, standIn } from '../../support/console/tab.ts';

afterAll(leaveTab);

const channels = openChannels();
let kept = openStorage();
standIn('location', new URL('http://hub/publish'));
// Its own copy: test files share a process, and one before may have loaded it with the channels of that process.
const own = '../../../src/console/app/me.ts?own';
const { meQuery, signInWithKey } = (await import(own)) as typeof import('../../../src/console/app/me.ts');
const { queries } = await import('../../../src/console/app/queries.ts');

const anna = {
  member: { id: 'member--1', slug: 'agency', name: 'Agency' },
  person: 'agency/anna',
  personId: 'person--1',
  role: 'PUBLISHER',
  roles: ['PUBLISHER'],
};
const DRAFT = 'tocsin.draft.WARNING';
const ask = () => queries.fetchQuery({ ...meQuery, staleTime: 0 });

beforeEach(async () => {
  kept = openStorage();
  answerWith(() => null);
  await ask();
  answerWith(() => ({ me: anna }));
  await ask();
  kept[DRAFT] = '{"headline":"Breakers opened"}';
});

test.each([
  ['a role', { role: 'MANAGER', roles: ['PUBLISHER', 'MANAGER'] }],
  ['another handle', { person: 'agency/anna.b' }],
])('who gets %s keeps what they are writing, and what they read is read anew', async (_, change) => {
  queries.setQueryData(['warning', 'one'], { id: 'one' });
  answerWith(() => ({ me: { ...anna, ...change } }));
  await ask();
  expect(kept[DRAFT]).toBeDefined();
  expect(queries.getQueryData(['warning', 'one'])).toBeUndefined();
});

test('of somebody else nothing stays', async () => {
  answerWith(() => ({ me: { ...anna, person: 'agency/berta', personId: 'person--2' } }));
  await ask();
  expect(kept[DRAFT]).toBeUndefined();
});

test('a key that counts no more is let go, and the session of the browser looked at', async () => {
  kept['tocsin.key'] = 'toc_ended';
  const asked: (string | null)[] = [];
  answerWith(({ key }) => {
    asked.push(key);
    return key === null ? { me: anna } : null;
  });
  expect((await ask())?.person).toBe('agency/anna');
  expect(asked).toEqual(['toc_ended', null]);
  expect(kept['tocsin.key']).toBeUndefined();
});

test('the key of a screen on the wall stays, since it has no other way in', async () => {
  standIn('location', new URL('http://hub/?wall'));
  kept['tocsin.key'] = 'toc_wall';
  answerWith(() => null);
  expect(await ask()).toBeNull();
  expect(kept['tocsin.key']).toBe('toc_wall');
  standIn('location', new URL('http://hub/publish'));
});

test('a key that could not be asked about is not kept', async () => {
  answerWith(() => {
    throw new Error('the hub is away');
  });
  await expect(signInWithKey('toc_new')).rejects.toMatchObject({ code: 'NETWORK' });
  expect(kept['tocsin.key']).toBeUndefined();
  answerWith(({ key }) => (key === 'toc_good' ? { me: { ...anna, person: null, personId: null } } : null));
  expect(await signInWithKey('toc_bad')).toBe(false);
  expect(await signInWithKey('toc_good')).toBe(true);
});

test('a tab that waits for somebody to sign in asks when another tab has found one', async () => {
  const [tabs] = channels.filter(({ name }) => name === 'tocsin.me');
  const isAskedFor = () => queries.getQueryState(meQuery.queryKey)?.isInvalidated;
  tabs?.onmessage?.({ data: anna.personId });
  expect(isAskedFor()).toBe(false);
  answerWith(() => null);
  await ask();
  tabs?.onmessage?.({ data: anna.personId });
  expect(isAskedFor()).toBe(true);
});
