// No member takes all places, however many endpoints it has; mails and webhooks take none of each other.
import { expect, test } from '@jest/globals';
import type { EndpointChannel } from '../../../src/domain/channel/endpoint.ts';
import { openPlaces } from '../../../src/service/channel/send/places.ts';

const of = (member: string, count: number, channel: EndpointChannel = 'WEBHOOK') =>
  Array.from({ length: count }, (_, at) => ({
    id: `${channel} ${member} ${at}`,
    endpoint: `endpoint of ${member} ${channel} ${Math.floor(at / 2)}`,
    member,
    channel,
    isUrgent: false,
  }));
const now = new Date();

test('a member with a thousand due leaves room for another', () => {
  const places = openPlaces();
  const chosen = places.chosen([...of('large', 1_000), ...of('small', 4), ...of('large', 100, 'MAIL')]);
  const by = (start: string): number => chosen.filter((id) => id.startsWith(start)).length;
  expect([by('WEBHOOK large'), by('WEBHOOK small'), by('MAIL large')]).toEqual([20, 4, 3]);
});

test('what is full is not asked for again until a place is left', () => {
  const places = openPlaces();
  const large = of('large', 20).map(({ endpoint: id, member, channel }) => ({
    id,
    member,
    channel,
    failures: 0,
  }));
  for (const each of large) expect(places.take(each)).toBe(true);
  const [first] = large;
  if (first === undefined) throw new Error('there is one');
  expect(places.take({ ...first, id: 'another endpoint of it' })).toBe(false);
  const full = places.full(now);
  expect(full.shares.find(({ channel }) => channel === 'WEBHOOK')).toMatchObject({
    isFull: false,
    members: ['large'],
  });
  expect(full.endpoints).toContain(first.id);
  places.leave(first);
  expect(places.full(now).shares.find(({ channel }) => channel === 'WEBHOOK')?.members).toEqual([]);
  expect(places.free()).toBe(36);
});

test('five mails are all mails, and an endpoint that fails has one place', () => {
  const places = openPlaces();
  for (const member of ['one', 'two', 'three', 'four', 'five'])
    expect(places.take({ id: member, member, channel: 'MAIL', failures: 0 })).toBe(true);
  expect(places.full(now).shares.find(({ channel }) => channel === 'MAIL')?.isFull).toBe(true);
  const failing = { id: 'failing', member: 'six', channel: 'WEBHOOK', failures: 5 } as const;
  expect([places.take(failing), places.take(failing)]).toEqual([true, false]);
  places.rest('resting', new Date(now.getTime() + 1_000), true);
  expect(places.full(now).endpoints).toContain('resting');
  expect(places.full(new Date(now.getTime() + 2_000)).endpoints).not.toContain('resting');
});

test('what is urgent passes over the rest of an endpoint, and waits for its own', () => {
  const places = openPlaces();
  const later = new Date(now.getTime() + 1_000);
  const [each] = of('one', 1);
  if (each === undefined) throw new Error('there is one');
  places.rest(each.endpoint, later, false);
  const { endpoints, resting } = places.full(now);
  expect([endpoints, resting]).toEqual([[], [each.endpoint]]);
  expect(places.chosen([each, { ...each, id: 'urgent', isUrgent: true }])).toEqual(['urgent']);
  places.rest(each.endpoint, later, true);
  expect(places.chosen([{ ...each, isUrgent: true }])).toEqual([]);
  expect(places.full(later)).toMatchObject({ endpoints: [], resting: [] });
});

test('while the mail server is away one mail at a time probes it, and webhooks go on', () => {
  const places = openPlaces();
  const isFullAt = (seconds: number) =>
    places
      .full(new Date(now.getTime() + seconds * 1_000))
      .shares.filter(({ isFull }) => isFull)
      .map(({ channel }) => channel);
  // Five that were under way at the same time are one failure.
  for (let count = 0; count < 5; count += 1) places.away('MAIL', now);
  expect([isFullAt(9), isFullAt(10)]).toEqual([['MAIL'], []]);
  expect(places.chosen([...of('one', 2, 'MAIL'), ...of('two', 2, 'MAIL'), ...of('one', 2)])).toHaveLength(3);
  places.away('MAIL', new Date(now.getTime() + 10_000));
  expect([isFullAt(29), isFullAt(30)]).toEqual([['MAIL'], []]);
  for (let count = 1; count < 20; count += 1) places.away('MAIL', new Date(now.getTime() + count * 60_000));
  // It never rests for more than a minute.
  expect(isFullAt(19 * 60 + 60)).toEqual([]);
  places.isBack('MAIL');
  expect(places.chosen([...of('one', 2, 'MAIL'), ...of('two', 2, 'MAIL')])).toHaveLength(4);
});
