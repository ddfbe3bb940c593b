// The main story: a warning is published and reaches those it concerns; nobody else learns that it exists.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acknowledgeWarning } from '../../src/service/delivery/acknowledge-warning.ts';
import { listDeliveries } from '../../src/service/delivery/list-deliveries.ts';
import { readFeed } from '../../src/service/feed/read-feed.ts';
import { readWarning } from '../../src/service/item/read-warning.ts';
import { openBroker } from '../../src/service/live/broker.ts';
import { cancelWarning } from '../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../src/service/warning/update-warning.ts';
import type { CastName } from '../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const feedOf = async (name: CastName) => {
  const page = await readFeed(world.hub, await world.actor(name, 'analyst'), {
    first: 50,
    after: null,
    filter: {},
  });
  if (!page.ok) throw new Error(page.problems[0]?.message);
  return page.value.items;
};

const publish = async (name: CastName, changes: Parameters<typeof draft>[0] = {}) => {
  const published = await publishWarning(world.hub, await world.actor(name), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await world.drain();
  return published.value;
};

describe('a warning to one sector', () => {
  test('reaches its operators directly, the hospital by dependency, and nobody else', async () => {
    const { warning, recipients } = await publish('cyberAgency');
    expect(recipients).toBeGreaterThanOrEqual(4);
    const reasons = new Map<string, string | undefined>();
    for (const name of [
      'northGrid',
      'southGrid',
      'cityHospital',
      'riverWater',
      'metroRail',
      'xbCsirt',
    ] as const) {
      reasons.set(name, (await feedOf(name)).find(({ summary }) => summary.id === warning)?.reason.kind);
    }
    expect(Object.fromEntries(reasons)).toEqual({
      northGrid: 'DIRECT',
      southGrid: 'DIRECT',
      cityHospital: 'DEPENDENCY',
      riverWater: 'DEPENDENCY',
      metroRail: undefined,
      xbCsirt: undefined,
    });
    expect(await readWarning(world.hub, await world.actor('metroRail', 'analyst'), warning)).toBeNull();
  });

  test('its publisher sees each delivery and who acknowledged it', async () => {
    const { warning } = await publish('cyberAgency', { headline: 'Second' });
    const answer = await acknowledgeWarning(world.hub, await world.actor('northGrid', 'analyst'), {
      warning,
      answer: 'AFFECTED',
      note: '$gateway one',
    });
    expect(answer.ok).toBe(true);
    const agency = await world.actor('cyberAgency');
    const item = await readWarning(world.hub, agency, warning);
    if (item === null) throw new Error('its publisher reads it');
    const page = await listDeliveries(world.hub, agency, item, { first: 50, after: null });
    if (page?.ok !== true) throw new Error('its publisher sees the deliveries');
    const states = page.value.deliveries.map(({ delivery }) => delivery.state);
    const acknowledged = page.value.deliveries.find(({ delivery }) => delivery.state === 'ACKNOWLEDGED');
    // Acknowledged implies received and sent, whatever order the hub learns of them in.
    expect(acknowledged?.delivery).toMatchObject({
      note: '$gateway one',
      sentAt: expect.any(Date),
      receivedAt: expect.any(Date),
      acknowledgedAt: expect.any(Date),
    });
    expect(states.filter((state) => state === 'SENT').length).toBeGreaterThanOrEqual(2);
    expect(
      await listDeliveries(world.hub, await world.actor('northGrid'), item, { first: 50, after: null }),
    ).toBeNull();
  });

  test('an acknowledgement said again, or sent again with its key, adds nothing to the record', async () => {
    const { warning } = await publish('cyberAgency', { headline: 'Said again' });
    const analyst = await world.actor('northGrid', 'analyst');
    const entries = () =>
      world.hub.entries.rows.countDocuments({ event: 'delivery.acknowledged', 'subject.warning': warning });
    const say = async (answer: 'SEEN' | 'AFFECTED', note: string | null, idempotencyKey?: string) => {
      const said = await acknowledgeWarning(
        world.hub,
        analyst,
        { warning, answer, note },
        { idempotencyKey },
      );
      if (!said.ok) return said.problems[0]?.code;
      return said.value.answer;
    };
    const all = await Promise.all(Array.from({ length: 5 }, () => say('SEEN', null)));
    expect([all, await entries()]).toEqual([Array(5).fill('SEEN'), 1]);
    const keyed = await Promise.all(Array.from({ length: 5 }, () => say('AFFECTED', '$one', 'key-1')));
    expect([keyed, await entries()]).toEqual([Array(5).fill('AFFECTED'), 2]);
    expect([await say('SEEN', 'well', 'key-2'), await entries()]).toEqual(['SEEN', 3]);
    // A retry that comes late does not undo what was said since.
    expect([await say('AFFECTED', '$one', 'key-1'), await entries()]).toEqual(['SEEN', 3]);
    expect(await say('SEEN', 'other', 'key-1')).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await say('SEEN', null, '')).toBe('IDEMPOTENCY_KEY_MALFORMED');
    expect([await say('SEEN', null), await entries()]).toEqual(['SEEN', 4]);
  });

  test('a note of which nothing can be seen is none', async () => {
    const { warning } = await publish('cyberAgency', { headline: 'Without a note' });
    const request = { warning, answer: 'SEEN', note: '\u200b \u2028' } as const;
    const said = await acknowledgeWarning(world.hub, await world.actor('northGrid', 'analyst'), request);
    expect(said).toMatchObject({ ok: true, value: { answer: 'SEEN', note: null } });
  });

  test('a correction and a cancellation reach the same recipients, as new versions', async () => {
    const { warning } = await publish('cyberAgency', { headline: 'Third' });
    const agency = await world.actor('cyberAgency');
    const {
      kind: _k,
      marking: _m,
      audience: _a,
      allowEmptyAudience: _e,
      exercise: _x,
      ...texts
    } = draft({ headline: 'Third, corrected' });
    const updated = await updateWarning(world.hub, agency, { id: warning, expectedVersion: 1, draft: texts });
    expect(updated).toMatchObject({ ok: true, value: { version: 2 } });
    await world.drain();
    expect(
      (await feedOf('northGrid'))
        .filter(({ summary }) => summary.id === warning)
        .map(({ summary }) => summary.headline),
    ).toEqual(['Third, corrected']);
    const stale = await updateWarning(world.hub, agency, { id: warning, expectedVersion: 1, draft: texts });
    expect(stale).toMatchObject({ ok: false, problems: [{ code: 'VERSION_CONFLICT' }] });
    const foreign = await cancelWarning(world.hub, await world.actor('northGrid'), {
      id: warning,
      expectedVersion: 2,
      reason: 'x',
    });
    expect(foreign).toMatchObject({ ok: false, problems: [{ code: 'NOT_THE_PUBLISHER' }] });
    const broken = await cancelWarning(world.hub, agency, {
      id: warning,
      expectedVersion: 2,
      reason: 'half a \ud800',
    });
    expect(broken).toMatchObject({ ok: false, problems: [{ code: 'TEXT_BROKEN', path: '$.reason' }] });
    const unseen = { id: warning, expectedVersion: 2, reason: '\u2060\u200b' };
    expect(await cancelWarning(world.hub, agency, unseen)).toMatchObject({
      ok: false,
      problems: [{ code: 'REASON_MISSING', path: '$.reason' }],
    });
    await cancelWarning(world.hub, agency, {
      id: warning,
      expectedVersion: 2,
      reason: 'It was a test bench.',
    });
    await world.drain();
    expect((await feedOf('northGrid'))[0]).toMatchObject({
      state: 'CANCELLED',
      summary: { version: 3, messageType: 'CANCEL' },
    });
  });
});

describe('live', () => {
  test('a stream delivers what its reader may see, and resumes without a gap', async () => {
    const broker = await openBroker(world.hub);
    const reader = await world.actor('northGrid', 'analyst', null);
    const key = {
      _id: reader.key,
      hash: '',
      member: reader.member.id,
      role: 'analyst',
      person: null,
      label: '',
      createdAt: new Date(),
      expiresAt: null,
      revokedAt: null,
    } as const;
    await world.hub.members.change((session) => world.hub.keys.put(key, session));
    world.hub.directory.forget();
    const stop = new AbortController();
    const stream = broker.subscribe(reader, { filter: {}, after: null }, stop.signal);
    const first = stream.next();
    await publish('cyberAgency', {
      headline: 'Not for you',
      audience: { alternatives: [{ members: ['city-hospital'] }], excludes: [] },
    });
    const { warning } = await publish('cyberAgency', { headline: 'Live' });
    await broker.wake();
    const { value: item } = await first;
    expect(item.summary).toMatchObject({ id: warning, headline: 'Live' });
    stop.abort();
    await stream.return(undefined);
    await publish('cyberAgency', { headline: 'Missed' });
    await broker.wake();
    const again = broker.subscribe(reader, { filter: {}, after: item.cursor }, new AbortController().signal);
    expect((await again.next()).value.summary.headline).toBe('Missed');
    await again.return(undefined);
    await broker.close();
  });
});
