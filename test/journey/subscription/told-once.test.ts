// Subscriptions: who may keep them, what they tell, and that nobody is told twice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import { retryJob } from '../../../src/service/job/end-job.ts';
import { listJobs } from '../../../src/service/job/list-jobs.ts';
import {
  changeSubscription,
  createSubscription,
  endSubscription,
  pauseSubscription,
  resumeSubscription,
  type SubscriptionDraft,
} from '../../../src/service/subscription/keep-subscription.ts';
import { listSubscriptions } from '../../../src/service/subscription/list-subscriptions.ts';
import { previewSubscription } from '../../../src/service/subscription/preview-subscription.ts';
import { unsubscribe } from '../../../src/service/subscription/unsubscribe.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { CAST } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

const HOUR_MS = 3_600_000;
const BEGAN = Date.parse('2030-01-07T09:00:00.000Z');
let now = new Date(BEGAN);
const pass = (hours: number): void => {
  now = new Date(now.getTime() + hours * HOUR_MS);
};

let world: TestHub;
let mailbox: Mailbox;
let ann: Actor;
let mail: Endpoint;
beforeAll(async () => {
  mailbox = openMailbox(() => now);
  world = await openTestHub({ clock: { now: () => now }, outbound: mailbox.outbound });
  // What is delivered to endpoints begins here.
  await world.drain();
  await letSignIn(world, 'south-grid/ann', 'south-grid/bo');
  ann = await world.actor('southGrid', 'analyst', 'south-grid/ann');
  mail = await plantEndpoint(world, 'southGrid', {
    channel: 'MAIL',
    address: 'ann@mail.example',
    person: ann.person,
    form: 'FULL',
    ceiling: 'GREEN',
  });
});
afterAll(() => world.close());

const subscribe = async (changes: Partial<SubscriptionDraft> = {}, by = ann) =>
  createSubscription(world.hub, by, { name: 'All', endpoint: mail.id, hour: 12, ...changes });
const work = async (): Promise<void> => {
  await world.drain();
  await gatherDigests(world.hub);
  await drainChannels(world.hub);
};
/** Those to Ann since the last look. */
let seen = 0;
const newMails = () => {
  const fresh = mailbox.mails.slice(seen);
  seen = mailbox.mails.length;
  return fresh.filter((each) => each.to === mail.address);
};
const later = { urgency: 'EXPECTED', severity: 'MODERATE' } as const;
const publish = async (headline: string, changes: object = {}): Promise<string> =>
  publishBy(world, 'northGrid', { headline, audience: to('southGrid'), ...later, ...changes });

describe('a subscription', () => {
  test('is kept by whose it is, and does not exist for others', async () => {
    const { id } = good(await subscribe());
    const bo = await world.actor('southGrid', 'analyst', 'south-grid/bo');
    const admin = await world.actor('southGrid', 'member-admin', 'south-grid/bo');
    for (const other of [bo, admin, await world.actor('northGrid')]) {
      expect(codes(await endSubscription(world.hub, other, id))).toEqual(['NOT_FOUND $.id']);
      expect(codes(await pauseSubscription(world.hub, other, { id, until: null }))).toEqual([
        'NOT_FOUND $.id',
      ]);
      expect(codes(await subscribe({}, other))).toEqual(['NOT_FOUND $.endpoint']);
      expect(await listSubscriptions(world.hub, other)).toEqual([]);
    }
    expect((await listSubscriptions(world.hub, ann)).map(({ name, state }) => [name, state])).toEqual([
      ['All', 'ACTIVE'],
    ]);
    good(await endSubscription(world.hub, ann, id));
    expect(codes(await endSubscription(world.hub, ann, id))).toEqual(['SUBSCRIPTION_ENDED $.id']);
    expect(codes(await resumeSubscription(world.hub, ann, id))).toEqual(['SUBSCRIPTION_ENDED $.id']);
  });

  test('of the member is kept by who looks after its channels', async () => {
    const hook = await plantEndpoint(world, 'southGrid', { channel: 'MAIL', address: 'desk@mail.example' });
    const draft = { name: 'Desk', endpoint: hook.id };
    expect(codes(await createSubscription(world.hub, ann, draft))).toEqual(['NOT_FOUND $.endpoint']);
    const machine = await world.actor('southGrid', 'integrator', null);
    const { id, person } = good(await createSubscription(world.hub, machine, draft));
    expect(person).toBeNull();
    good(await endSubscription(world.hub, machine, id));
  });

  test('says everything that is wrong with it', async () => {
    const wrong = await subscribe({
      name: ' ',
      hour: 24,
      weekday: 0,
      mostPerHour: 0,
      timeZone: 'Mars/Base',
      quietHours: { from: '25:00', until: '06:00' },
      expiresAt: now,
      filter: {
        sectors: ['nowhere'],
        countries: ['Finland'],
        communities: ['health-circle'],
        publishers: ['nobody'],
        products: [{ cpe: 'not one' }, {}],
        text: 'x'.repeat(257),
      },
    });
    expect(codes(wrong)).toEqual([
      'TEXT_EMPTY $.name',
      'SECTOR_UNKNOWN $.filter.sectors[0]',
      'COUNTRY_MALFORMED $.filter.countries[0]',
      'SUBSCRIPTION_MALFORMED $.filter.products[0].cpe',
      'TEXT_EMPTY $.filter.products[1]',
      'TEXT_TOO_LONG $.filter.text',
      'SUBSCRIPTION_MALFORMED $.hour',
      'SUBSCRIPTION_MALFORMED $.weekday',
      'SUBSCRIPTION_MALFORMED $.mostPerHour',
      'TIME_ZONE_UNKNOWN $.timeZone',
      'SUBSCRIPTION_MALFORMED $.quietHours.from',
      'SUBSCRIPTION_MALFORMED $.expiresAt',
      'MEMBER_UNKNOWN $.filter.publishers[0]',
      'COMMUNITY_UNKNOWN $.filter.communities[0]',
    ]);
    const never = await subscribe({ quietHours: { from: '08:00', until: '08:00' } });
    expect(codes(never)).toEqual(['SUBSCRIPTION_MALFORMED $.quietHours.until']);
  });
});

describe('what is told', () => {
  test('waits for the digest, comes at once where it is severe and immediate, and in no two digests', async () => {
    const { id } = good(await subscribe());
    newMails();
    await publish('Loose cable');
    await publish('Open valve', { marking: 'AMBER' });
    await publish('Gateway exploited', { urgency: 'IMMEDIATE', severity: 'SEVERE' });
    await work();
    expect(newMails().map(({ subject }) => subject)).toEqual(['[TLP:GREEN] SEVERE: Gateway exploited']);
    pass(4);
    await Promise.all([gatherDigests(world.hub), gatherDigests(world.hub)]);
    await work();
    await work();
    const digests = newMails();
    expect(digests).toHaveLength(1);
    const [digest] = digests;
    expect(digest?.subject).toBe('What waits for you');
    expect(digest?.text).toContain('Loose cable');
    // Above GREEN a clear mail says that more waits, and neither what nor how much.
    expect(digest?.text).not.toContain('Open valve');
    expect(digest?.text).toContain('More waits for you.');
    pass(24);
    await work();
    expect(newMails()).toEqual([]);
    good(await endSubscription(world.hub, ann, id));
  });

  test('is decided again when it is sent: what was cancelled, or is not asked for any more, is left out', async () => {
    const { id } = good(await subscribe());
    const gone = await publish('Withdrawn');
    await publish('About trains', { sectorsConcerned: ['transport/rail'] });
    await publish('About power', { sectorsConcerned: ['energy/electricity'] });
    good(
      await cancelWarning(world.hub, await world.actor('northGrid'), {
        id: gone,
        expectedVersion: 1,
        reason: 'It was an error.',
      }),
    );
    good(await changeSubscription(world.hub, ann, { id, filter: { sectors: ['energy'] } }));
    await work();
    pass(24);
    newMails();
    await work();
    const [digest, ...others] = newMails();
    expect(others).toEqual([]);
    expect(digest?.text).toContain('About power');
    expect(digest?.text).not.toMatch(/Withdrawn|About trains|More waits/);
    const rows = await world.hub.channelDeliveries.rows
      .find({ endpoint: mail.id, state: 'CANCELLED' })
      .toArray();
    expect(rows.map(({ cause }) => cause).sort()).toEqual(['NOT_ASKED_FOR', 'SUPERSEDED']);
    good(await endSubscription(world.hub, ann, id));
  });

  test('by a digest a moment ago is recalled there, and leaves the log of that digest', async () => {
    const { id } = good(await subscribe());
    const warning = await publish('Loose cable of a source');
    await work();
    pass(24);
    await work();
    expect(newMails().at(-1)?.text).toContain('Loose cable of a source');
    const logged = () => world.hub.attempts.rows.find({ brings: warning }).toArray();
    expect((await logged()).map(({ request }) => request ?? '').join()).toContain('Loose cable of a source');
    const asked = { id: warning, expectedVersion: 1, reason: 'It names it.', whatToDo: null, language: 'en' };
    good(await recallWarning(world.hub, await world.actor('northGrid'), asked));
    await work();
    expect(newMails().map(({ subject }) => subject)).toEqual([expect.stringContaining('RECALLED')]);
    expect((await logged()).map(({ request, answer }) => [request, answer])).toEqual([[null, null]]);
    good(await endSubscription(world.hub, ann, id));
  });

  test('is gathered for each by itself: one whose digest cannot be made keeps nobody from theirs', async () => {
    const desk = await plantEndpoint(world, 'southGrid', { channel: 'MAIL', address: 'desk@mail.example' });
    const machine = await world.actor('southGrid', 'integrator', null);
    const others = { name: 'Desk', endpoint: desk.id, hour: 12 };
    const own = good(await subscribe()).id;
    const other = good(await createSubscription(world.hub, machine, others)).id;
    await publish('For both');
    await work();
    pass(24);
    newMails();
    // The first that the hub comes to.
    const [broken] = [own, other].toSorted();
    const take: typeof world.hub.gathered.take = async (of, digest, session) => {
      if (of.subscription === broken) throw new RangeError('poison');
      return world.hub.gathered.take(of, digest, session);
    };
    const poisoned = { ...world.hub, gathered: { ...world.hub.gathered, take } };
    expect(await Promise.all([gatherDigests(poisoned), gatherDigests(poisoned)])).toContain(1);
    const stateOf = async () => (await listJobs(world.hub, true)).jobs.map(({ job, state }) => [job, state]);
    expect(await stateOf()).toEqual([['make-digest', 'FAILING']]);
    for (let failure = 0; failure < 4; failure += 1) {
      now = new Date(now.getTime() + 1_800_000);
      await gatherDigests(poisoned);
    }
    expect(await stateOf()).toEqual([['make-digest', 'DEAD']]);
    expect(await gatherDigests(world.hub)).toBe(0);
    const [job] = (await listJobs(world.hub, false)).jobs;
    good(await retryJob(world.hub, job?.id ?? ''));
    expect(await gatherDigests(world.hub)).toBe(1);
    expect(await stateOf()).toEqual([]);
    await drainChannels(world.hub);
    expect(newMails()).toHaveLength(1);
    good(await endSubscription(world.hub, machine, other));
    good(await endSubscription(world.hub, ann, own));
  });

  test('in a large digest is read a few at a time, and all named', async () => {
    const { id } = good(await subscribe());
    for (let count = 0; count < 12; count += 1) await publish(`Item ${count} of many`);
    await work();
    const { rows } = world.hub.channelDeliveries;
    const [one] = await rows.find({ 'gathering.subscription': id }).toArray();
    if (one === undefined) throw new Error('it is gathered');
    const ids = Array.from({ length: 108 }, (_, at) => `${one._id.slice(0, -3)}${100 + at}`);
    await rows.insertMany(ids.map((_id) => ({ ...one, _id, at: new Date(one.at.getTime() + 1) })));
    pass(24);
    newMails();
    await gatherDigests(world.hub);
    let [under, most] = [0, 0];
    const version: typeof world.hub.warnings.version = async (...of) => {
      under += 1;
      most = Math.max(most, under);
      const found = await world.hub.warnings.version(...of);
      under -= 1;
      return found;
    };
    await drainChannels({ ...world.hub, warnings: { ...world.hub.warnings, version } });
    expect(newMails()[0]?.text.match(/Item \d+ of many/g)).toHaveLength(120);
    expect(most).toBe(10);
    await rows.deleteMany({ _id: { $in: ids } });
    good(await endSubscription(world.hub, ann, id));
  });

  test('is left out once its validity is over', async () => {
    const { id } = good(await subscribe());
    const validUntil = new Date(now.getTime() + HOUR_MS).toISOString();
    const over = await publish('Over soon', { validUntil });
    await publish('Lasts longer');
    await work();
    pass(24);
    newMails();
    await work();
    const [digest] = newMails();
    expect(digest?.text).toContain('Lasts longer');
    expect(digest?.text).not.toContain('Over soon');
    const row = await world.hub.channelDeliveries.rows.findOne({ endpoint: mail.id, warning: over });
    expect(row).toMatchObject({ state: 'CANCELLED', cause: 'WARNING_EXPIRED' });
    good(await endSubscription(world.hub, ann, id));
  });

  test('of which nothing is left makes no mail', async () => {
    const { id } = good(await subscribe({ filter: { sectors: ['energy'] } }));
    await publish('About power again', { sectorsConcerned: ['energy/electricity'] });
    await work();
    good(await changeSubscription(world.hub, ann, { id, filter: { sectors: ['health'] } }));
    pass(24);
    newMails();
    await work();
    expect(newMails()).toEqual([]);
    const [last] = await world.hub.channelDeliveries.rows
      .find({ endpoint: mail.id, occasion: 'DIGEST' })
      .sort({ at: -1 })
      .toArray();
    expect([last?.state, last?.cause]).toEqual(['CANCELLED', 'NOTHING_LEFT']);
    good(await endSubscription(world.hub, ann, id));
  });

  test('is corrected whatever was paused, stopped or ended since; what is severe and addressed goes on', async () => {
    const { id } = good(await subscribe({ cadence: 'AT_ONCE' }));
    const told = await publish('To be corrected');
    await work();
    expect(newMails().map(({ subject }) => subject)).toEqual(['[TLP:GREEN] MODERATE: To be corrected']);
    expect(await unsubscribe(world.hub, mail.id)).toBe(1);
    expect(await unsubscribe(world.hub, mail.id)).toBe(0);
    await publish('Of no interest');
    await publish('Severe', { severity: 'SEVERE' });
    good(
      await cancelWarning(world.hub, await world.actor('northGrid'), {
        id: told,
        expectedVersion: 1,
        reason: 'It was an error.',
      }),
    );
    await work();
    expect(newMails().map(({ subject }) => subject)).toEqual([
      '[TLP:GREEN] SEVERE: Severe',
      '[TLP:GREEN] MODERATE CANCELLED: To be corrected',
    ]);
    good(await resumeSubscription(world.hub, ann, id));
    await publish('Of interest again');
    await work();
    expect(newMails()).toHaveLength(1);
    good(await endSubscription(world.hub, ann, id));
  });

  test('in a pause is gathered for afterwards', async () => {
    const { id } = good(await subscribe({ cadence: 'AT_ONCE' }));
    good(await pauseSubscription(world.hub, ann, { id, until: new Date(now.getTime() + 2 * HOUR_MS) }));
    await publish('While away');
    await work();
    pass(1);
    await work();
    expect(newMails()).toEqual([]);
    pass(2);
    await work();
    expect(newMails().map(({ subject, text }) => [subject, text.includes('While away')])).toEqual([
      ['What waits for you', true],
    ]);
    good(await endSubscription(world.hub, ann, id));
  });
});

test('after an outage of the mail server of the hub an urgent mail goes within two minutes', async () => {
  newMails();
  mailbox.isThere = false;
  const warning = await publish('Pumps fail', { urgency: 'IMMEDIATE', severity: 'EXTREME' });
  for (let turn = 0; turn < 20; turn += 1) {
    now = new Date(now.getTime() + 4 * 60_000);
    await drainChannels(world.hub);
  }
  expect(await world.hub.endpoints.byId(mail.id)).toMatchObject({ state: 'ACTIVE', failures: 0 });
  mailbox.isThere = true;
  now = new Date(now.getTime() + 2 * 60_000);
  // By any of two workers, once.
  await Promise.all([drainChannels(world.hub), drainChannels(world.hub)]);
  expect(newMails().map(({ subject }) => subject)).toEqual(['[TLP:GREEN] EXTREME: Pumps fail']);
  const row = await world.hub.channelDeliveries.rows.findOne({ endpoint: mail.id, warning });
  expect([row?.state, row?.attemptsBefore]).toEqual(['SENT', (row?.attempts ?? 0) - 1]);
});

describe('the preview', () => {
  test('says what the last days would have sent, of what one may read', async () => {
    const software = made('software', { name: 'Edge VPN', vendor: 'Example Corp' });
    const about = await publish('About a product', { bundle: bundleOf(software) });
    await publish('For others', { audience: to('riverWater') });
    await work();
    pass(26);
    const previewed = async (filter: object) =>
      good(await previewSubscription(world.hub, ann, { filter, hour: 12 }, 30));
    const all = await previewed({});
    expect(all.messages.flatMap(({ items }) => items)).toContain(about);
    const products = await previewed({ products: [{ vendor: 'example corp' }] });
    expect(products.messages.map(({ form, items }) => [form, items])).toEqual([['DIGEST', [about]]]);
    expect((await previewed({ text: 'prod' })).messages.flatMap(({ items }) => items)).toEqual([about]);
    expect((await previewed({ text: 'others' })).messages).toEqual([]);
    expect((await previewed({ publishers: ['cyber-agency'] })).messages).toEqual([]);
    expect(codes(await previewSubscription(world.hub, ann, {}, 31))).toEqual([
      'SUBSCRIPTION_MALFORMED $.days',
    ]);
    expect(CAST.southGrid.id).toBe(ann.member.id);
  });
});
