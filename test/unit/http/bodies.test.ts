// The bounds on bodies at n - 1, n and n + 1, on a manual clock and with requests that send what the test says: over HTTP
// neither time nor the order of arrival can be controlled exactly.
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, expect, jest, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { type BodyDeps, LARGE_BYTES, openBodies } from '../../../src/http/bounds/bodies.ts';
import { openTurns } from '../../../src/http/bounds/turns.ts';

const { limits } = readConfig({});
const LARGE = LARGE_BYTES + 1;

const actor = (member: string, key = 'key'): Actor => ({ member: { id: member }, key }) as Actor;

/** A request that sends nothing by itself. */
const requestOf = () =>
  Object.assign(new EventEmitter(), { socket: new EventEmitter() }) as unknown as IncomingMessage &
    EventEmitter;

const open: { close(): void }[] = [];
afterEach(() => {
  jest.useRealTimers();
  for (const each of open.splice(0)) each.close();
});
const bodiesOf = (changes: Partial<BodyDeps['limits']> = {}, more: Partial<BodyDeps> = {}) => {
  const bodies = openBodies({
    limits: { ...limits, ...changes },
    makeRoom: () => true,
    now: () => performance.now(),
    ...more,
  });
  open.push(bodies);
  return bodies;
};
type Bodies = ReturnType<typeof bodiesOf>;

/** Begins a body; `code` is that of its refusal, `OK` once it may be worked on, null while it is neither. */
const begin = (bodies: Bodies, from: Actor, bytes: number) => {
  const request = requestOf();
  const begun = { request, code: null as string | null, text: '' };
  void bodies.receive(request, from, bytes).then((answer) => {
    begun.code = answer.ok ? 'OK' : answer.refusal.code;
    if (answer.ok) begun.text = answer.value.toString();
  });
  return begun;
};
const settled = () => new Promise((resolve) => setImmediate(resolve));
const send = ({ request }: ReturnType<typeof begin>, text: string) => {
  request.emit('data', Buffer.from(text));
  request.emit('end');
};

test('largeBodies: of one key; smaller ones do not count', async () => {
  const bodies = bodiesOf();
  const some = Array.from({ length: limits.largeBodies }, () => begin(bodies, actor('a'), LARGE));
  const small = begin(bodies, actor('a'), LARGE_BYTES);
  const late = begin(bodies, actor('a'), LARGE);
  const other = begin(bodies, actor('a', 'another key'), LARGE);
  await settled();
  expect(some.map(({ code }) => code)).toEqual(some.map(() => null));
  expect([small.code, late.code, other.code]).toEqual([null, 'TOO_MANY_BODIES', null]);
  // One that ends makes room, whether it was worked on or broke off.
  send(some[0] as typeof late, 'x'.repeat(LARGE));
  await settled();
  const stillInWork = begin(bodies, actor('a'), LARGE);
  bodies.leave((some[0] as typeof late).request);
  const next = begin(bodies, actor('a'), LARGE);
  some[1]?.request.emit('close');
  const last = begin(bodies, actor('a'), LARGE);
  await settled();
  expect([stillInWork.code, next.code, some[1]?.code, last.code]).toEqual([
    'TOO_MANY_BODIES',
    null,
    'BODY_INCOMPLETE',
    null,
  ]);
});

test('largeBodiesPerMember: over all keys of a member', async () => {
  const bodies = bodiesOf();
  const some = Array.from({ length: limits.largeBodiesPerMember }, (_, at) =>
    begin(bodies, actor('a', `key ${at % 4}`), LARGE),
  );
  const late = begin(bodies, actor('a', 'a fifth key'), LARGE);
  const other = begin(bodies, actor('b', 'key 0'), LARGE);
  await settled();
  expect(some.map(({ code }) => code)).toEqual(some.map(() => null));
  expect([late.code, other.code]).toEqual(['TOO_MANY_BODIES', null]);
});

test('bytesPerSecond and bodyGraceMs: a body that comes more slowly ends', async () => {
  const clock = { ms: 0 };
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
  const bodies = bodiesOf({}, { now: () => clock.ms });
  const passes = async (ms: number) => {
    clock.ms += ms;
    jest.advanceTimersByTime(1_000);
    await settled();
  };
  const silent = begin(bodies, actor('a'), 1_000_000);
  const steady = begin(bodies, actor('a'), 1_000_000);
  const behind = begin(bodies, actor('a'), 1_000_000);
  steady.request.emit('data', Buffer.alloc(limits.bytesPerSecond));
  behind.request.emit('data', Buffer.alloc(limits.bytesPerSecond - 1));
  await passes(limits.bodyGraceMs);
  expect([silent.code, steady.code, behind.code]).toEqual([null, null, null]);
  await passes(1_000);
  expect([silent.code, steady.code, behind.code]).toEqual(['BODY_TOO_SLOW', null, 'BODY_TOO_SLOW']);
  expect(bodies.bytes()).toBe(1_000_000);
  await passes(1);
  expect([steady.code, bodies.bytes()]).toEqual(['BODY_TOO_SLOW', 0]);
});

test('without room a body is refused, and one that announces nothing may not have more than it reserved', async () => {
  const asked: unknown[] = [];
  const full = bodiesOf({}, { makeRoom: (claim) => asked.push(claim) > 1 });
  const refused = begin(full, actor('a'), 900);
  const taken = begin(full, actor('a'), 10);
  send(taken, 'ten bytes.');
  const long = begin(full, actor('a'), 10);
  send(long, 'eleven byte');
  await settled();
  expect([refused.code, taken.code, taken.text, long.code]).toEqual([
    'HUB_BUSY',
    'OK',
    'ten bytes.',
    'BODY_TOO_LARGE',
  ]);
  expect(asked[0]).toEqual({ member: 'a', bytes: 900 });
});

test('when room is needed the member that holds the most loses its newest body, and none that is in work', async () => {
  const bodies = bodiesOf();
  const worked = begin(bodies, actor('a'), 500);
  send(worked, 'x'.repeat(500));
  const [first, second] = [begin(bodies, actor('a'), 300), begin(bodies, actor('a'), 200)];
  const other = begin(bodies, actor('b'), 400);
  await settled();
  expect(bodies.bytes()).toBe(900);
  // A member gets no room from one that holds less than it would then hold itself.
  expect(bodies.cut({ member: 'c', bytes: 500 })).toBe(false);
  expect(bodies.cut({ member: 'b', bytes: 100 })).toBe(false);
  expect(bodies.cut({ member: 'b', bytes: 99 })).toBe(true);
  await settled();
  expect([worked.code, first.code, second.code, other.code]).toEqual(['OK', null, 'HUB_BUSY', null]);
  while (bodies.cut(null));
  await settled();
  expect([worked.code, first.code, other.code, bodies.bytes()]).toEqual(['OK', 'HUB_BUSY', 'HUB_BUSY', 0]);
});

test('bodyBytesInWork: large bodies wait for their turn, and one whose client goes meanwhile waits no more', async () => {
  const bodies = bodiesOf({ bodyBytesInWork: 2 * LARGE });
  const all = Array.from({ length: 4 }, () => begin(bodies, actor('a'), LARGE));
  for (const each of all) send(each, 'x'.repeat(LARGE));
  const small = begin(bodies, actor('a'), 2);
  send(small, '{}');
  await settled();
  expect([...all.map(({ code }) => code), small.code]).toEqual(['OK', 'OK', null, null, 'OK']);
  all[2]?.request.socket.emit('close');
  bodies.leave(all[0]?.request as IncomingMessage);
  await settled();
  expect(all.map(({ code }) => code)).toEqual(['OK', 'OK', 'BODY_INCOMPLETE', 'OK']);
  expect(bodies.bytes()).toBe(0);
});

test('a closing hub ends what is unfinished and what comes, and lets work end', async () => {
  const bodies = bodiesOf({ bodyBytesInWork: LARGE });
  const [inWork, waiting, arriving] = Array.from({ length: 3 }, () => begin(bodies, actor('a'), LARGE));
  send(inWork as typeof late, 'x'.repeat(LARGE));
  send(waiting as typeof late, 'x'.repeat(LARGE));
  await settled();
  bodies.drain();
  const late = begin(bodies, actor('b'), 1);
  await settled();
  expect([inWork, waiting, arriving, late].map((each) => each?.code)).toEqual([
    'OK',
    'HUB_CLOSING',
    'HUB_CLOSING',
    'HUB_CLOSING',
  ]);
});

test('turns go round the members, whoever asks for most', () => {
  const turns = openTurns(10);
  const begun: string[] = [];
  const ends = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map((name) => ({
    name,
    end: turns.ask(name.charAt(0), 10, () => begun.push(name)),
  }));
  for (let done = 0; done < ends.length; done += 1) ends.find(({ name }) => name === begun[done])?.end();
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  expect(turns.waiting()).toBe(0);
  // Larger than all that may be worked on together: alone.
  const end = turns.ask('a', 100, () => begun.push('whole'));
  turns.ask('b', 1, () => begun.push('after'));
  expect(begun.at(-1)).toBe('whole');
  end();
  expect(begun.at(-1)).toBe('after');
});
