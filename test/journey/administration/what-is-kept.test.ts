// Retention: what is beyond its time is removed class by class, a legal hold keeps what it covers, the record keeps its numbers
// and commitments, and a warning that ends tells those who have it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { recordAct } from '../../../src/service/audit/record-act.ts';
import { UNOBSERVED_CHANNELS } from '../../../src/service/channel/observer.ts';
import { tidyChannels } from '../../../src/service/channel/tidy-channels.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { readFeed } from '../../../src/service/feed/read-feed.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { listJobs } from '../../../src/service/job/list-jobs.ts';
import { openBroker } from '../../../src/service/live/broker.ts';
import { applyRetention } from '../../../src/service/retention/apply-retention.ts';
import { changeRetention, listRetention } from '../../../src/service/retention/change-retention.ts';
import { endWarnings } from '../../../src/service/retention/end-warnings.ts';
import { listHolds, readHold } from '../../../src/service/retention/list-holds.ts';
import type { WarningRow } from '../../../src/store/warnings.ts';
import { keepRetention } from '../../../workers/upkeep/keep-retention.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { codes } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

const DAY_MS = 24 * 3_600_000;
const BEGAN = Date.parse('2030-01-01T12:00:00.000Z');
let now = new Date(BEGAN);
const atDay = (days: number): void => {
  now = new Date(BEGAN + days * DAY_MS);
};
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
});
afterAll(() => world.close());

const operator = async (who: string): Promise<Actor> => ({
  ...(await world.actor('cyberAgency', 'hub-operator', `cyber-agency/${who}`)),
  via: { way: 'PASSKEY', range: null },
});
/** Two operators. */
const decided = async (kind: string, payload: object): Promise<string> => {
  const proposed = await propose(world.hub, await operator('ann'), { kind, payload });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.problems));
  const done = await approve(world.hub, await operator('bea'), proposed.value.id);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value.result ?? '';
};
const malware = made('malware', { name: 'Amber Tide', is_family: false });
const publish = (validUntil: string, changes: object = {}) =>
  publishBy(world, 'cyberAgency', { validUntil, audience: to('northGrid'), ...changes });
const rowsOf = async (warning: string): Promise<Record<string, number>> => {
  const { hub } = world;
  return {
    warnings: await hub.warnings.rows.countDocuments({ warning }),
    feed: await hub.feed.rows.countDocuments({ warning }),
    objects: await hub.objects.rows.countDocuments({ warning }),
    deliveries: await hub.deliveries.rows.countDocuments({ warning }),
    traits: await hub.pairs.traits.countDocuments({ _id: warning }),
  };
};
const NOTHING = { warnings: 0, feed: 0, objects: 0, deliveries: 0, traits: 0 };

test('a warning whose validity ends tells those who have it, once, and stays by its id', async () => {
  const warning = await publish('2030-01-02T00:00:00.000Z');
  await world.drain();
  const token = await world.token('northGrid', 'analyst');
  const reader = await authenticate(world.hub, `Bearer ${token}`);
  if (reader === null) throw new Error('the key is valid');
  const broker = await openBroker(world.hub);
  const stopping = new AbortController();
  const stream = broker.subscribe(
    reader,
    { after: null, filter: {}, began: () => undefined },
    stopping.signal,
  );
  const next = stream[Symbol.asyncIterator]().next();
  expect(await endWarnings(world.hub)).toBe(0);
  atDay(1);
  expect(await endWarnings(world.hub)).toBe(1);
  expect(await endWarnings(world.hub)).toBe(0);
  await world.drain();
  const { value } = await next;
  expect(value).toMatchObject({ occasion: 'ENDED', state: 'EXPIRED', summary: { id: warning, version: 1 } });
  stopping.abort();
  await broker.close();
  const entries = await world.hub.entries.rows.find({ event: 'warning.expired' }).toArray();
  expect(entries.map(({ subject, work }) => [subject, work])).toEqual([[{ warning }, 'DONE']]);
  expect(entries[0]?.sequence).toBeGreaterThan(0);
  expect((await readWarning(world.hub, reader, warning))?.state).toBe('EXPIRED');
  // Lists are as they were.
  const page = await readFeed(world.hub, reader, { first: 10, after: null, filter: {} });
  expect(page.ok && page.value.items.map(({ summary }) => summary.id)).toEqual([warning]);
  await decided('PLACE_HOLD', { scope: 'WARNING', target: warning, reason: 'Evidence' });
});

test('one whose end cannot be told holds up no other, and is told once it can be', async () => {
  const { hub } = world;
  const at = new Date(now.getTime() + 3_600_000).toISOString();
  const [broken, well] = [await publish(at), await publish(at)];
  await world.drain();
  const head = await hub.warnings.head(broken);
  await hub.warnings.rows.updateOne({ warning: broken }, { $set: { content: '{ "envelope": ' } });
  now = new Date(now.getTime() + 2 * 3_600_000);
  expect(await endWarnings(hub)).toBe(1);
  expect((await readWarning(hub, await world.actor('northGrid', 'analyst'), well))?.state).toBe('EXPIRED');
  const failing = async () => (await listJobs(hub, true)).jobs.filter(({ job }) => job === 'end-warning');
  expect(await failing()).toMatchObject([{ failures: 1, subject: { warning: broken, version: 1 } }]);
  await hub.warnings.rows.updateOne({ warning: broken }, { $set: { content: head?.content ?? '' } });
  expect(await endWarnings(hub)).toBe(0);
  now = new Date(now.getTime() + 3_600_000);
  expect(await endWarnings(hub)).toBe(1);
  expect(await failing()).toEqual([]);
  // Those of one batch come before those of the next, whatever fails of them.
  const [first] = await hub.warnings.endedBefore(now, 1);
  expect(first).toBeUndefined();
  await hub.warnings.rows.updateMany({ warning: { $in: [broken, well] } }, { $set: { isEndDue: true } });
  const pageAfter = async (last?: WarningRow) => (await hub.warnings.endedBefore(now, 1, last))[0];
  const one = await pageAfter();
  const other = await pageAfter(one);
  expect([one?.warning, other?.warning].toSorted()).toEqual([broken, well].toSorted());
  expect(await pageAfter(other)).toBeUndefined();
  await hub.warnings.rows.updateMany(
    { warning: { $in: [broken, well] } },
    { $unset: { isEndDue: 1 }, $set: { endsAt: new Date('2040-01-01T00:00:00.000Z') } },
  );
});

describe('what is beyond its time', () => {
  let gone = '';
  let kept = '';
  let held = '';
  /** Cases about a warning, and attempts to bring it. */
  const besideOf = async (warning: string): Promise<number[]> => [
    await world.hub.cases.rows.countDocuments({ warning }),
    await world.hub.attempts.rows.countDocuments({ $or: [{ warning }, { brings: warning }] }),
  ];
  const plantBeside = async (warning: string): Promise<void> => {
    const { hub } = world;
    const [member, publisher] = [CAST.northGrid.id, CAST.cyberAgency.id];
    const [id, number] = [`case of ${warning}`, 1];
    const of = { warning, version: 1, delivery: 'delivery--x', member, publisher, owner: publisher };
    const open = { state: 'OPEN' as const, openedAt: now, dueAt: now, takenAt: null, takenBy: null };
    await hub.database.transaction((session) =>
      hub.cases.insert({ id, ...of, ...open, closedAt: null, notes: [], exercise: null }, session),
    );
    const attempt = { delivery: 'delivery--x', endpoint: 'endpoint--x', member, number, at: now, tookMs: 1 };
    const came = { status: 200, cause: null, request: 'What was sent', answer: null };
    await hub.attempts.append([
      { ...attempt, ...came, _id: `${warning} alone`, warning },
      { ...attempt, ...came, _id: `${warning} in a digest`, warning: null, brings: [warning] },
    ]);
  };
  test('is counted first, and nothing is removed', async () => {
    gone = await publish('2030-01-03T00:00:00.000Z', { bundle: bundleOf(malware) });
    kept = await publish('2036-01-03T00:00:00.000Z', { bundle: bundleOf(malware) });
    held = (await listHolds(world.hub, await operator('ann')))[0]?.target ?? '';
    for (const warning of [kept, held]) await plantBeside(warning);
    await acknowledgeWarning(world.hub, await world.actor('northGrid', 'analyst'), {
      warning: kept,
      answer: 'AFFECTED',
      note: 'Gateway 7, call Ann',
    });
    await world.hub.members.change((session) =>
      recordAct(world.hub, { event: 'hub.founded', by: { way: 'LINK' }, members: [] }, session),
    );
    await world.drain();
    const before = await rowsOf(gone);
    expect(before).not.toEqual(NOTHING);
    atDay(2 * 366);
    expect(await applyRetention(world.hub, { isTrial: true })).toMatchObject({ WARNINGS: 0, ANSWERS: 2 });
    atDay(5 * 366 + 3);
    const counts = await applyRetention(world.hub, { isTrial: true });
    expect(counts).toMatchObject({ WARNINGS: 1, ANSWERS: 2 });
    expect(counts.ENTRIES).toBeGreaterThan(8);
    expect(await rowsOf(gone)).toEqual(before);
    expect(await world.hub.acts.last('retention.applied')).toBeNull();
  });

  test('goes, what others still hold stays, and the record keeps numbers and commitments', async () => {
    const { hub } = world;
    const former = await hub.entries.rows.find().sort({ sequence: 1 }).toArray();
    // The daily run of a worker, and of a second one at the same time.
    const signal = new AbortController().signal;
    await Promise.all([keepRetention(hub, signal), keepRetention(hub, signal)]);
    await tidyChannels(hub, UNOBSERVED_CHANNELS);
    expect(await besideOf(held)).toEqual([1, 2]);
    expect(await besideOf(kept)).toEqual([0, 0]);
    const line = await hub.acts.last('retention.applied');
    expect(line?.facts).toMatchObject({ WARNINGS: 1, ANSWERS: 2, holds: 1 });
    expect(await hub.acts.rows.countDocuments({ event: 'retention.applied' })).toBe(1);
    const left = await rowsOf(gone);
    // The object that the other warning holds is the only one left of it.
    expect({ ...left, objects: 0 }).toEqual(NOTHING);
    const objects = await hub.objects.rows.find({ warning: gone }).toArray();
    expect(objects.map(({ type }) => type)).toEqual(['malware']);
    const reader = await world.actor('northGrid', 'analyst');
    expect(await readWarning(hub, reader, gone)).toBeNull();
    expect(await readWarning(hub, reader, kept)).not.toBeNull();
    const [delivery] = await hub.deliveries.rows.find({ warning: kept, member: CAST.northGrid.id }).toArray();
    expect(delivery).toMatchObject({ answer: 'AFFECTED', note: null, acknowledgedBy: null });
    expect(JSON.stringify(delivery)).not.toContain('Ann');
    const entries = await hub.entries.rows
      .find({ _id: { $in: former.map(({ _id }) => _id) } })
      .sort({ sequence: 1 })
      .toArray();
    const facts = (rows: typeof former) =>
      rows.map(({ sequence, event, commitment, at }) => [sequence, event, commitment.toString('hex'), at]);
    expect(facts(entries)).toEqual(facts(former));
    const bare = entries.filter(({ salt }) => salt === undefined);
    expect(bare.length).toBeGreaterThan(5);
    expect(bare.every(({ subject }) => Object.keys(subject).length === 0)).toBe(true);
    expect((await hub.acts.first('hub.founded'))?.way).toBe('LINK');
    // Once a day.
    await keepRetention(hub, signal);
    expect(await hub.acts.rows.countDocuments({ event: 'retention.applied' })).toBe(1);
  });

  test('is kept by a legal hold until two persons lift it', async () => {
    const { hub } = world;
    const [hold] = await listHolds(hub, await operator('ann'));
    const warning = hold?.target ?? '';
    expect((await rowsOf(warning))['warnings']).toBe(1);
    expect(await hub.entries.rows.countDocuments({ 'subject.warning': warning })).toBeGreaterThan(0);
    expect(await listHolds(hub, await world.actor('northGrid', 'member-admin'))).toEqual([]);
    expect(await readHold(hub, await world.actor('northGrid', 'member-admin'), hold?.id ?? '')).toBeNull();
    // Persons of the operators' own member, who are none, neither see it nor lift it.
    const own = await world.actor('cyberAgency', 'member-admin');
    expect(await listHolds(hub, own)).toEqual([]);
    expect(await readHold(hub, own, hold?.id ?? '')).toBeNull();
    const asked = { kind: 'LIFT_HOLD', payload: { hold: hold?.id } };
    expect(codes(await propose(hub, own, asked))).toEqual(['NOT_FOUND $.payload.hold']);
    await decided('LIFT_HOLD', { hold: hold?.id });
    expect(await applyRetention(hub)).toMatchObject({ WARNINGS: 1 });
    await tidyChannels(hub, UNOBSERVED_CHANNELS);
    expect(await besideOf(warning)).toEqual([0, 0]);
    // Its publisher's identity is in the other warning too.
    expect({ ...(await rowsOf(warning)), objects: 0 }).toEqual(NOTHING);
    expect(await hub.entries.rows.countDocuments({ 'subject.warning': warning })).toBe(0);
  });

  test('goes on where a run was interrupted', async () => {
    const { hub } = world;
    const warning = await publish(new Date(now.getTime() + DAY_MS).toISOString());
    await world.drain();
    now = new Date(now.getTime() + 2_000 * DAY_MS);
    const [ended] = await hub.removedWarnings.ended(now, 1, null);
    if (ended === undefined) throw new Error('nothing has ended');
    await hub.database.transaction((session) => hub.removedWarnings.remove(ended, now, session));
    expect(await rowsOf(warning)).toMatchObject({ warnings: 0, feed: 0 });
    expect((await rowsOf(warning))['objects']).toBeGreaterThan(0);
    await applyRetention(hub);
    expect(await rowsOf(warning)).toEqual(NOTHING);
    expect(await hub.removedWarnings.unfinished(1)).toEqual([]);
  });
});

describe('indicators', () => {
  const isoIn = (days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString();
  const indicator = (host: string, more: object = {}) =>
    made('indicator', {
      pattern: `[domain-name:value = '${host}']`,
      pattern_type: 'stix',
      valid_from: '2026-01-01T00:00:00.000Z',
      ...more,
    });
  const hosts = async (): Promise<string[]> => {
    const rows = await world.hub.objects.rows.find({ type: 'indicator' }).toArray();
    return rows.map((row) => /'(.*?)\./.exec(row.body.toString('utf8'))?.[1] ?? '').sort();
  };
  const removed = async (isTrial = false): Promise<number> =>
    (await applyRetention(world.hub, { isTrial })).INDICATORS;

  /** Two warnings with the indicators, the second of them with newer versions. */
  const publishAll = async () => {
    const ends = { valid_until: isoIn(1) };
    const over = indicator('over.example', ends);
    const corrected = indicator('corrected.example', ends);
    const shortened = indicator('shortened.example');
    const revoked = indicator('revoked.example');
    const again = indicator('again.example', ends);
    const indicates = made('relationship', {
      relationship_type: 'indicates',
      source_ref: over.id,
      target_ref: malware.id,
    });
    const bundle = bundleOf(
      ...[over, corrected, shortened, revoked, again, indicates, malware],
      indicator('endless.example'),
    );
    const warning = await publish(isoIn(3_000), { bundle });
    const newer = { modified: '2026-02-01T00:00:00.000Z' };
    await publish(isoIn(3_000), {
      bundle: bundleOf(
        { ...corrected, ...newer, valid_until: isoIn(700) },
        { ...shortened, ...newer, ...ends },
      ),
    });
    return { warning, over, again, revocation: { ...revoked, ...newer, revoked: true } };
  };

  test('go a year after their end with what was derived of them, and their warning stays', async () => {
    const { hub } = world;
    const began = now.getTime();
    const day = (days: number): void => {
      now = new Date(began + days * DAY_MS);
    };
    const { warning, over, again, revocation } = await publishAll();
    day(200);
    await publish(isoIn(3_000), { bundle: bundleOf(again, revocation) });
    const own = await hub.objects.rows.findOne({ stixId: over.id });
    if (own === null) throw new Error('the indicator is stored');
    // As a release before wrote it.
    await hub.objects.rows.updateOne({ _id: own._id }, { $unset: { endsAt: 1 } });
    const { entity = '' } = (await hub.context.objects.of(own._id)) ?? {};
    const found = async (): Promise<boolean[]> => {
      const [row] = await hub.feed.rows.find({ warning, sector: '*' }).toArray();
      const traits = await hub.pairs.traits.findOne({ _id: warning });
      return [
        row?.words.includes('over.example') === true,
        traits?.observables.includes(entity) === true,
        (await hub.context.objects.of(own._id)) !== null,
      ];
    };
    expect(await found()).toEqual([true, true, true]);
    day(365);
    expect(await removed()).toBe(0);
    await decided('PLACE_HOLD', { scope: 'WARNING', target: warning, reason: 'Evidence' });
    day(367);
    expect(await removed()).toBe(0);
    const hold = (await listHolds(hub, await operator('ann'))).find(({ liftedAt }) => liftedAt === null);
    await decided('LIFT_HOLD', { hold: hold?.id });
    expect(await removed(true)).toBe(3);
    expect(await removed()).toBe(3);
    const stay = ['again', 'corrected', 'corrected', 'endless', 'revoked', 'revoked'];
    expect(await hosts()).toEqual(stay);
    expect(await found()).toEqual([false, false, false]);
    const reader = await world.actor('northGrid', 'analyst');
    expect(await readWarning(hub, reader, warning)).not.toBeNull();
    const [row] = await hub.feed.rows.find({ warning, sector: '*' }).toArray();
    expect(row?.words).toEqual(expect.arrayContaining(['endless.example', 'amber', 'tide']));
    // What was brought again, and what was revoked, count from there; what revokes stays.
    day(200 + 367);
    expect(await removed()).toBe(2);
    expect(await hosts()).toEqual(['corrected', 'corrected', 'endless', 'revoked']);
    day(700 + 367);
    expect(await removed()).toBe(2);
    expect(await hosts()).toEqual(['endless', 'revoked']);
    expect(await removed()).toBe(0);
  });
});

describe('how long a class is kept', () => {
  test('is lengthened by an operator, and shortened by two', async () => {
    const { hub } = world;
    const ask = async (name: string, days: number, by?: Actor) =>
      codes(await changeRetention(hub, by ?? (await operator('ann')), { name, days }));
    expect(await ask('AUDIT', 3_000)).toEqual([]);
    expect(await ask('AUDIT', 400)).toEqual(['APPROVAL_NEEDED $.days']);
    expect(await ask('AUDIT', 1)).toEqual(['RETENTION_OUT_OF_RANGE $.days']);
    expect(await ask('MINUTES', 400)).toEqual(['RETENTION_CLASS_UNKNOWN $.name']);
    expect(await ask('AUDIT', 4_000, await world.actor('northGrid', 'member-admin'))).toEqual([
      'ROLE_MAY_NOT $',
    ]);
    const shorter = { kind: 'SHORTEN_RETENTION', payload: { name: 'AUDIT', days: 1 } };
    expect(codes(await propose(hub, await operator('ann'), shorter))).toEqual([
      'RETENTION_OUT_OF_RANGE $.payload.days',
    ]);
    // Judged by what was kept before somebody else lengthened it in the same moment.
    const { retention } = hub;
    const late: typeof retention = {
      ...retention,
      all: async (session) => {
        const kept = await retention.all(session);
        return session === undefined ? kept.map((each) => ({ ...each, days: 1 })) : kept;
      },
    };
    const raced = await changeRetention({ ...hub, retention: late }, await operator('bea'), {
      name: 'AUDIT',
      days: 500,
    });
    expect(codes(raced)).toEqual(['APPROVAL_NEEDED $.days']);
    await decided('SHORTEN_RETENTION', { name: 'AUDIT', days: 400 });
    const audit = (await listRetention(hub)).find(({ name }) => name === 'AUDIT');
    expect(audit).toMatchObject({ days: 400, isDefault: false });
    const lines = await hub.acts.rows.find({ event: 'retention.changed' }).sort({ _id: 1 }).toArray();
    expect(new Set(lines.map(({ facts }) => JSON.stringify(facts)))).toEqual(
      new Set([
        JSON.stringify({ class: 'AUDIT', from: 1_826, to: 3_000 }),
        JSON.stringify({ class: 'AUDIT', from: 3_000, to: 400 }),
      ]),
    );
  });
});
