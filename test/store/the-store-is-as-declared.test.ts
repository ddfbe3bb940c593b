// What a hub opens and a whole journey writes matches the declarations in every collection; anything undeclared is
// refused, by the schema where people write and by the server where the pipeline writes.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../../src/domain/member.ts';
import { US_CISA } from '../../src/domain/sector-scheme/americas.ts';
import { freshSecret } from '../../src/service/channel/endpoint/secrets.ts';
import { suppress } from '../../src/service/channel/endpoint/suppress.ts';
import { createCommunity } from '../../src/service/community/keep-community.ts';
import { inviteToCommunity } from '../../src/service/community/memberships.ts';
import { acknowledgeWarning } from '../../src/service/delivery/acknowledge-warning.ts';
import { saveDraft } from '../../src/service/draft/keep-drafts.ts';
import { refreshSet } from '../../src/service/enrichment/refresh-set.ts';
import { applyFor } from '../../src/service/member/admission/apply.ts';
import { changeAdmissionPolicy } from '../../src/service/member/admission/change-policy.ts';
import { invitePerson } from '../../src/service/person/invite-person.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { KEYS } from '../../src/store/access/keys.ts';
import { COLLECTIONS } from '../../src/store/collection/table.ts';
import { trusted } from '../../src/store/connect.ts';
import { contentOf, contentText } from '../../src/store/content/stored-content.ts';
import { PAIRS } from '../../src/store/pairs.ts';
import { MEMBERS } from '../../src/store/partnership/member-row.ts';
import { CAST } from '../support/cast.ts';
import { plantEndpoint } from '../support/channels/endpoints.ts';
import { shapeDeclared, shapeStored, undeclared } from '../support/database/stored-database.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { good } from '../support/outcome.ts';
import { publishBy, to } from '../support/publish.ts';
import { randomOf } from '../support/random.ts';
import { seed } from '../support/seed.ts';
import { makeActs } from '../support/world/acts.ts';
import { administer } from '../support/world/administered.ts';
import { play, settle } from '../support/world/played-world.ts';
import { makePartnership } from '../support/world/worlds.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const native = () => world.hub.database.native();

test('a database opened by a hub has the declared collections, indexes and validators, and no others', async () => {
  expect(await shapeStored(native())).toEqual(shapeDeclared());
});

test('each declaration is complete: purpose, retention, and personal data in free texts', () => {
  const names = COLLECTIONS.map(({ stored }) => stored);
  expect(new Set(names).size).toBe(names.length);
  for (const { stored, about, kept, fields, indexes, access, isValidated } of COLLECTIONS) {
    expect(about.length > 10 && kept.length > 3).toBe(true);
    for (const [name, field] of Object.entries(fields)) expect([stored, name, field.about]).not.toContain('');
    // An index may be of a part of a field.
    for (const { key } of indexes)
      for (const [name = ''] of Object.keys(key).map((path) => path.split('.')))
        expect([stored, Object.keys(fields)]).toEqual([stored, expect.arrayContaining([name])]);
    // Where people write, the server enforces the same rules as the schema.
    if (access === 'ADMINISTERED') expect([stored, isValidated]).toEqual([stored, true]);
  }
});

const KEV = {
  title: 'x',
  catalogVersion: '1',
  dateReleased: '2026-01-01T00:00:00Z',
  count: 1,
  vulnerabilities: [
    {
      cveID: 'CVE-2025-4632',
      vendorProject: 'V',
      product: 'P',
      vulnerabilityName: 'N',
      dateAdded: '2025-05-22',
      shortDescription: 'D',
      requiredAction: 'A',
      dueDate: '2025-06-12',
      knownRansomwareCampaignUse: 'Unknown',
      notes: '',
      cwes: [],
    },
  ],
};

/** A person who is invited, and a community with a member that is. */
const invite = async (world: TestHub): Promise<void> => {
  const invitation = { handle: 'new', name: 'New Person', roles: ['reader'] } as const;
  await invitePerson(world.hub, await world.actor('northGrid', 'member-admin'), invitation);
  const community = { slug: 'grid-table', name: 'Grid Table', managers: ['energy-centre'] };
  expect(
    await createCommunity(world.hub, await world.actor('cyberAgency', 'hub-operator'), community),
  ).toMatchObject({ ok: true });
  const toCommunity = { community: 'grid-table', member: 'north-grid' };
  expect(
    await inviteToCommunity(world.hub, await world.actor('energyCentre', 'manager'), toCommunity),
  ).toMatchObject({ ok: true });
};

/** An application, a policy, and a process that answers readers. */
const growPartnership = async ({ hub, actor }: TestHub): Promise<void> => {
  const form = {
    ...{ slug: 'dam-works', name: 'Dam Works', kind: 'OPERATOR' as const, country: 'XA' },
    ...{ countries: [], sectors: [], contact: 'Ann' },
  } as const;
  expect(await applyFor(hub, await actor('northGrid', 'member-admin'), form)).toMatchObject({ ok: true });
  const operator = await actor('cyberAgency', 'hub-operator');
  expect(await changeAdmissionPolicy(hub, operator, { sponsors: 3 })).toMatchObject({ ok: true });
  await hub.directory.serve('a-process', async () => undefined);
};

/** A webhook with its secret, what it is sent, a range that it may be in, and an address that gets nothing more. */
const beginDraft = async (world: TestHub): Promise<void> => {
  const form = { seen: null, kind: 'WARNING', corrects: null, label: 'Begun', content: '{}' } as const;
  const begun = good(await saveDraft(world.hub, await world.actor('cyberAgency'), form));
  const seen = { id: begun.id, version: 1 };
  good(await saveDraft(world.hub, await world.actor('cyberAgency'), { ...form, seen }));
};

const growChannels = async (world: TestHub): Promise<void> => {
  const { hub } = world;
  await beginDraft(world);
  const endpoint = await plantEndpoint(world, 'northGrid');
  const at = hub.clock.now();
  const { row } = good(await freshSecret(hub, endpoint.id, 'ED25519'));
  await hub.database.transaction(async (session) => {
    await hub.endpointSecrets.put({ ...row, createdAt: at }, session);
    await hub.allowedRanges.put({ range: '10.1.0.0/16', ports: [443] }, at, session);
  });
  await suppress(hub, await plantEndpoint(world, 'northGrid', { channel: 'MAIL' }), 'BOUNCED');
  await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
};

/** A State and a scheme of sectors that were added, what a member has planned, subscribed to and said, and a way to it. */
const growFurther = async ({ hub }: TestHub, warning: string): Promise<void> => {
  const at = hub.clock.now();
  const { id: member } = CAST.northGrid;
  const times = { expiresAt: null, createdAt: at, endedAt: null, pausedSince: null, pausedUntil: null };
  const schedule = {
    ...{ cadence: 'DAILY' as const, hour: 7, weekday: 1, timeZone: 'Europe/Lisbon', mostPerHour: 6 },
    quietHours: { from: '22:00', until: '06:00' },
  };
  await hub.database.transaction(async (session) => {
    await hub.definitions.addState({ code: 'XK', name: 'X', latinName: null, addedAt: at }, session);
    await hub.definitions.addScheme({ ...US_CISA, id: 'xa-law', territory: 'XA', addedAt: at }, session);
    const plan = { member, sites: [], alternates: [], outside: CAST.energyCentre.id };
    await hub.answerPlans.put(plan, at, session);
    await hub.subscriptions.save(
      {
        ...{ id: 'subscription--1', member, person: null, endpoint: 'endpoint--1', name: 'Power' },
        ...{ filter: { sectors: ['energy'] }, state: 'ACTIVE', ...schedule, ...times },
      },
      session,
    );
  });
  await hub.feedback.save({
    ...{ warning, member, isUseful: true, sighting: null, details: null, by: null },
    at,
  });
  await hub.ways.save([{ _id: member, aliveUntil: at, toldAt: null }]);
  const trial = {
    name: 'make-digest',
    about: 'subscription--1',
    subject: { warning },
    exercise: null,
  } as const;
  await hub.entries.trials.failed(trial, { kind: 'TypeError', place: 'src/service/a.ts:1' }, at);
};

test('a journey through everything writes only what is declared', async () => {
  const random = randomOf(seed());
  const partnership = makePartnership(random, 8, 3);
  await settle(world, partnership);
  await play(world, partnership, makeActs(random, partnership.members, 60));
  for (const member of Object.values(CAST)) await world.hub.members.save(member);
  world.hub.directory.forget();
  await world.token('northGrid');
  await invite(world);
  expect(
    await refreshSet(world.hub, 'kev', { 'kev/known-exploited.json': JSON.stringify(KEV) }),
  ).toMatchObject({
    ok: true,
  });
  const group = (name: string) => made('intrusion-set', { name, aliases: ['Silver Fox', 'Night Owl'] });
  const flaw = () =>
    made('vulnerability', {
      name: 'CVE-2025-4632',
      external_references: [{ source_name: 'cve', external_id: 'CVE-2025-4632' }],
    });
  const first = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid', 'xbCsirt'),
    bundle: bundleOf(flaw(), group('Amber Tide')),
  });
  await publishBy(world, 'xbCsirt', {
    audience: to('northGrid', 'cyberAgency'),
    bundle: bundleOf(flaw(), group('Quiet Harbour')),
  });
  expect(
    await publishWarning(world.hub, await world.actor('cyberAgency'), draft(), { idempotencyKey: 'once' }),
  ).toMatchObject({ ok: true });
  await world.drain();
  expect(
    await acknowledgeWarning(world.hub, await world.actor('northGrid', 'analyst'), {
      warning: first,
      answer: 'SEEN',
      note: 'By the night shift.',
    }),
  ).toMatchObject({ ok: true });
  expect(
    await acknowledgeWarning(world.hub, await world.actor('xbCsirt', 'analyst'), {
      warning: first,
      answer: 'NEED_HELP',
      note: 'Who can come?',
    }),
  ).toMatchObject({ ok: true });
  await world.drain();
  await administer(world, first);
  await growPartnership(world);
  await growChannels(world);
  await growFurther(world, first);
  expect(await undeclared(native())).toEqual([]);
  const empty: string[] = [];
  for (const { stored, isFormer } of COLLECTIONS) {
    if (isFormer) continue;
    if ((await native().collection(stored).countDocuments({}, { limit: 1 })) === 0) empty.push(stored);
  }
  // The journey must reach every collection: one that it misses is not known to be declared correctly.
  expect(empty).toEqual([]);
});

describe('what is administered', () => {
  const member: Member = CAST.northGrid;

  test('is refused with an undeclared field, a value outside its enum, or a missing required field', async () => {
    const save = (changes: object) => world.hub.members.save({ ...member, ...changes } as Member);
    await expect(save({ isSpecial: true })).rejects.toThrow(/isSpecial.*strict mode/);
    await expect(save({ kind: 'FRIEND' })).rejects.toThrow(/`FRIEND` is not a valid enum value/);
    await expect(save({ country: undefined })).rejects.toThrow(/`country` is required/);
    await expect(save({ mayPublish: 'perhaps' })).rejects.toThrow(/Cast to Boolean failed/);
    const stored = (await world.hub.members.all()).find(({ id }) => id === member.id);
    expect(stored).toEqual(member);
  });

  test('keeps what a hub of a later release wrote beside it, which this one neither reads nor refuses', async () => {
    const { hub } = world;
    const rows = native().collection<{ _id: string; laterFact?: string }>(MEMBERS.stored);
    // The validator is that of the later release then, and knows the field.
    await native().command({ collMod: MEMBERS.stored, validationLevel: 'off' });
    await rows.updateOne({ _id: member.id }, { $set: { laterFact: 'x' } });
    const read = (await hub.members.all()).find(({ id }) => id === member.id);
    expect(read).toEqual(member);
    await hub.members.save({ ...(read ?? member), name: 'Changed' });
    expect(await rows.findOne({ _id: member.id })).toMatchObject({ name: 'Changed', laterFact: 'x' });
    await rows.updateOne({ _id: member.id }, { $unset: { laterFact: '' } });
    await native().command({ collMod: MEMBERS.stored, validationLevel: 'strict' });
    await hub.members.save(member);
  });

  test('is queried by values only: an operator inside a value finds nothing', async () => {
    const members = world.hub.database.model(MEMBERS);
    const hostile = { $ne: 'nobody' } as unknown as string;
    await expect(members.findOne({ slug: hostile }).lean()).rejects.toThrow(/Cast to string failed/);
    expect(await members.findOne({ slug: trusted({ $in: ['north-grid'] }) }).lean()).toMatchObject({
      _id: member.id,
    });
    await expect(members.findOne({ nobody: 1 } as object).lean()).rejects.toThrow(/strictQuery/);
  });

  test('is refused by the server too, whoever writes it', async () => {
    const keys = native().collection<{ _id: string }>(KEYS.stored);
    await expect(keys.insertOne({ _id: 'k', hash: 'x' } as { _id: string })).rejects.toThrow(
      /failed validation/,
    );
    const pairs = native().collection<{ _id: string; state: string }>(PAIRS.stored);
    const pair = await pairs.findOne({});
    expect(pair).not.toBeNull();
    await expect(pairs.updateOne({ _id: pair?._id ?? '' }, { $set: { state: 'MAYBE' } })).rejects.toThrow(
      /failed validation/,
    );
  });
});

describe('the stored text of a version', () => {
  test('reads back as it was written', async () => {
    const row = await world.hub.warnings.rows.findOne({ isHead: true });
    const content = contentOf(row?.content ?? '');
    expect(contentText(content)).toBe(row?.content);
  });

  test('of a release without exchange policies has no time bounds, names its publisher and has no handling text', async () => {
    const row = await world.hub.warnings.rows.findOne({ isHead: true });
    const { access, summary } = contentOf(row?.content ?? '');
    const { validity: _v, unnamed: _u, ...olderAccess } = access;
    const { handling: _h, ...olderSummary } = summary;
    const read = contentOf(JSON.stringify({ envelope: olderAccess, card: olderSummary }));
    expect(read).toEqual({ access: olderAccess, summary: olderSummary });
  });

  test('that is incomplete is an error: no decision is based on it', () => {
    expect(() => contentOf('{"card":{}}')).toThrow(/lacks its access facts or its summary/);
    expect(() => contentOf('{"envelope":{}}')).toThrow(/lacks its access facts or its summary/);
  });
});
