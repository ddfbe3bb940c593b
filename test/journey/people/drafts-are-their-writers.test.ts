// A draft on the hub is its writer's alone: no colleague, administrator, operator or machine reads it, by no query and in no export;
// the database has it sealed; two machines do not overwrite each other; and it goes when its writer does.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { DRAFT_LIMITS } from '../../../src/domain/draft/draft.ts';
import type { Role } from '../../../src/domain/member.ts';
import { keyIdIn, openSecrets } from '../../../src/outside/secrets.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { saveDraft } from '../../../src/service/draft/keep-drafts.ts';
import { endMembership } from '../../../src/service/member/suspend-member.ts';
import { deactivatePerson, reinvitePerson } from '../../../src/service/person/deactivate-person.ts';
import { erasePerson } from '../../../src/service/person-data/erase-person.ts';
import { exportPerson } from '../../../src/service/person-data/export-person.ts';
import { rotateSecretsKey, sealStored } from '../../../src/service/secret/reseal-secrets.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { TEST_SECRETS_KEY } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { keyFor } from '../../support/persons.ts';

const CANARY = 'Kanarienvogel im Umspannwerk';
const DAY_MS = 24 * 3_600_000;
let now = new Date('2030-03-01T08:00:00.000Z');
const disk = { data: 0.5, database: 0.5 };
let world: TestEndpoint;
beforeAll(async () => {
  world = await openTestEndpoint({
    clock: { now: () => now },
    disks: { data: async () => disk.data, database: async () => disk.database },
    env: { TOCSIN_REQUESTS_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
});
afterAll(() => world.close());

const nameOf = (member: CastName, handle: string): string => `${CAST[member].slug}/${handle}`;
const keyOf = async (member: CastName, handle: string | null, role: Role = 'publisher'): Promise<string> =>
  (
    await keyFor(world.hub, {
      member: CAST[member].slug,
      role,
      person: handle === null ? null : nameOf(member, handle),
    })
  ).token;

const FACTS = 'id: draftId kind label content version savedAt endsAt corrects { item version }';
const REFUSALS = 'refusals { code path message remedy }';

type Draft = { id: string; label: string | null; content: string | null; version: number };
type Result = { draft: Draft | null; refusals: { code: string; path: string }[] };

const save = async (token: string, input: object, headers: Record<string, string> = {}): Promise<Result> => {
  const { body } = await world.ask(
    token,
    `mutation ($input: SaveDraftInput!) { result: saveDraft(input: $input) { draft { ${FACTS} } ${REFUSALS} } }`,
    { input: { kind: 'WARNING', label: 'Gateway', content: '{}', ...input } },
    headers,
  );
  if (body.data === undefined) throw new Error(JSON.stringify(body));
  return body.data.result;
};
const saved = async (token: string, input: object = {}): Promise<Draft> => {
  const { draft, refusals } = await save(token, input);
  if (draft === null) throw new Error(JSON.stringify(refusals));
  return draft;
};
const discard = async (token: string, input: object): Promise<Result> =>
  (
    await world.ask(
      token,
      `mutation ($input: DiscardDraftInput!) { result: discardDraft(input: $input) { draft { ${FACTS} } ${REFUSALS} } }`,
      { input },
    )
  ).body.data.result;
const seenBy = async (token: string, id: string) =>
  (await world.ask(token, `query ($id: ID!) { drafts { ${FACTS} } draft(id: $id) { ${FACTS} } }`, { id }))
    .body;
const codesOf = ({ refusals }: Result): string[] => refusals.map(({ code, path }) => `${code} ${path}`);
const written = (text: string): string => JSON.stringify({ headline: text });

test('it is continued on another machine, and nobody else has it', async () => {
  const ann = await keyOf('cyberAgency', 'ann');
  const label = `Draft of ${CANARY}`;
  const corrects = { item: `report--${randomUUID()}`, version: 3 };
  const draft = await saved(ann, { label, content: written(CANARY), corrects });
  const elsewhere = await keyOf('cyberAgency', 'ann');
  const facts = { id: draft.id, kind: 'WARNING', label, content: written(CANARY), version: 1, corrects };
  const times = { savedAt: '2030-03-01T08:00:00.000Z', endsAt: '2030-03-31T08:00:00.000Z' };
  expect((await seenBy(elsewhere, draft.id)).data).toEqual({
    drafts: [{ ...facts, ...times }],
    draft: { ...facts, ...times },
  });
  const others = [
    await keyOf('cyberAgency', 'bea'),
    await keyOf('cyberAgency', 'chief', 'member-admin'),
    await keyOf('cyberAgency', 'desk', 'hub-operator'),
    await keyOf('northGrid', 'ann'),
    await keyOf('cyberAgency', null),
  ];
  const absent = `draft--${randomUUID()}`;
  for (const token of others) {
    const body = await seenBy(token, draft.id);
    expect(body.data).toEqual({ drafts: [], draft: null });
    expect(body).toEqual(await seenBy(token, absent));
  }
  for (const token of others.slice(0, 4)) {
    const refused = await discard(token, { id: draft.id });
    expect(codesOf(refused)).toEqual(['NOT_FOUND $.id']);
    expect(refused).toEqual(await discard(token, { id: absent }));
  }
  const over = { seen: { id: draft.id, version: 1 }, content: written('mine now') };
  expect(codesOf(await save(others[0] ?? '', over))).toEqual(['NOT_FOUND $.seen.id']);
  expect((await seenBy(ann, draft.id)).data.draft.content).toBe(written(CANARY));
  await discard(ann, { id: draft.id });
});

test('who may not publish, and a key of no person, save none', async () => {
  expect(codesOf(await save(await keyOf('cyberAgency', null), {}))).toEqual(['PERSON_NEEDED $']);
  expect(codesOf(await discard(await keyOf('cyberAgency', null), { id: 'draft--1' }))).toEqual([
    'PERSON_NEEDED $',
  ]);
  for (const token of [
    await keyOf('cyberAgency', 'ida', 'analyst'),
    await keyOf('cyberAgency', 'chief', 'member-admin'),
    await keyOf('smallGas', 'sam'),
  ])
    expect((await save(token, {})).draft).toBeNull();
  const reader = { ...(await world.actor('cyberAgency', 'publisher')), scopes: ['feed:read'] as const };
  const input = { seen: null, kind: 'WARNING', corrects: null, label: '', content: '{}' } as const;
  expect((await saveDraft(world.hub, reader, input)).ok).toBe(false);
  expect(await world.hub.drafts.of(reader.person ?? '', now)).toEqual([]);
});

test('the database has neither label nor content of it, in no collection', async () => {
  const eve = await keyOf('cyberAgency', 'eve');
  const headers = { 'idempotency-key': randomUUID() };
  const { draft } = await save(eve, { label: CANARY, content: written(CANARY) }, headers);
  await save(eve, { seen: { id: draft?.id, version: 1 }, label: CANARY, content: written(`${CANARY} 2`) });
  await world.drain();
  const db = world.hub.database.native();
  let rows = 0;
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    for await (const row of db.collection(name).find({}, { raw: true })) {
      rows += 1;
      expect([name, (row as unknown as Buffer).includes(CANARY)]).toEqual([name, false]);
    }
  expect(rows).toBeGreaterThan(10);
  const [row] = await world.hub.drafts.of(personIdOf(nameOf('cyberAgency', 'eve')), now);
  expect(keyIdIn(row?.label ?? '')).toBe(row?.key);
  // No act and no line of the trail says that there is one.
  expect(await world.hub.acts.rows.countDocuments({ subject: draft?.id ?? '' })).toBe(0);
  const entries = JSON.stringify(await world.hub.entries.rows.find().toArray());
  expect(entries).not.toContain(draft?.id);
  await discard(eve, { id: draft?.id });
});

test('what was saved elsewhere is not overwritten, nor discarded unseen', async () => {
  const ann = await keyOf('cyberAgency', 'ann');
  const { id } = await saved(ann, { content: written('first') });
  expect(await saved(ann, { seen: { id, version: 1 }, content: written('second') })).toMatchObject({
    version: 2,
  });
  const late = await save(ann, { seen: { id, version: 1 }, content: written('late') });
  expect(codesOf(late)).toEqual(['DRAFT_SAVED_ELSEWHERE $.seen.version']);
  expect(codesOf(await discard(ann, { id, version: 1 }))).toEqual(['DRAFT_SAVED_ELSEWHERE $.version']);
  expect((await seenBy(ann, id)).data.draft).toMatchObject({ version: 2, content: written('second') });
  // Of many at once one is done.
  const seen = { id, version: 2 };
  const all = await Promise.all(
    [1, 2, 3, 4].map((each) => save(ann, { seen, content: written(`at once ${each}`) })),
  );
  expect(all.filter(({ draft }) => draft !== null)).toHaveLength(1);
  expect((await discard(ann, { id, version: 3 })).refusals).toEqual([]);
  expect((await seenBy(ann, id)).data).toEqual({ drafts: [], draft: null });
  expect(codesOf(await save(ann, { seen: { id, version: 3 } }))).toEqual(['NOT_FOUND $.seen.id']);
});

test('under one Idempotency-Key it is saved once', async () => {
  const ann = await keyOf('cyberAgency', 'ann');
  const headers = { 'idempotency-key': randomUUID() };
  const twice = await Promise.all([save(ann, {}, headers), save(ann, {}, headers)]);
  const again = await save(ann, {}, headers);
  const ids = [...twice, again].map(({ draft }) => draft?.id);
  expect(new Set(ids).size).toBe(1);
  expect((await seenBy(ann, 'draft--1')).data.drafts).toHaveLength(1);
  expect(codesOf(await save(ann, { content: written('other') }, headers))).toEqual([
    'IDEMPOTENCY_KEY_REUSED $',
  ]);
  await discard(ann, { id: ids[0] });
  expect(codesOf(await save(ann, {}, headers))).toEqual(['NOT_FOUND $.seen.id']);
});

test('its length, label, form and number are bounded', async () => {
  const ann = await keyOf('northGrid', 'ann');
  const content = (bytes: number): string => `{"text":"${'é'.repeat(5)}${'x'.repeat(bytes - 21)}"}`;
  expect(Buffer.byteLength(content(DRAFT_LIMITS.bytes))).toBe(DRAFT_LIMITS.bytes);
  for (const bytes of [DRAFT_LIMITS.bytes - 1, DRAFT_LIMITS.bytes])
    expect((await save(ann, { content: content(bytes) })).refusals).toEqual([]);
  const refused: [object, string][] = [
    [{ content: content(DRAFT_LIMITS.bytes + 1) }, 'DRAFT_TOO_LARGE $.content'],
    [{ content: '[]' }, 'DRAFT_MALFORMED $.content'],
    [{ content: '{' }, 'DRAFT_MALFORMED $.content'],
    [{ label: 'x'.repeat(DRAFT_LIMITS.label + 1) }, 'TEXT_TOO_LONG $.label'],
    [{ corrects: { item: 'no id', version: 1 } }, 'DRAFT_MALFORMED $.corrects.item'],
    [{ corrects: { item: `report--${randomUUID()}`, version: 0 } }, 'DRAFT_MALFORMED $.corrects.version'],
    [{ seen: { id: 'draft--1', version: 0 } }, 'DRAFT_MALFORMED $.seen.version'],
  ];
  for (const [input, code] of refused) expect(codesOf(await save(ann, input))).toEqual([code]);
  for (let number = 2; number < DRAFT_LIMITS.count - 2; number += 1) await saved(ann);
  // At once: each has a place of its own, or is refused.
  const more = await Promise.all([1, 2, 3, 4].map(() => save(ann, {})));
  expect(more.filter(({ draft }) => draft !== null)).toHaveLength(2);
  expect(new Set(more.flatMap(codesOf))).toEqual(new Set(['TOO_MANY $']));
  const { drafts } = (await seenBy(ann, 'draft--1')).data;
  expect(drafts).toHaveLength(DRAFT_LIMITS.count);
  await discard(ann, { id: drafts[7].id });
  await saved(ann);
  expect(codesOf(await save(ann, {}))).toEqual(['TOO_MANY $']);
});

test('a full disk refuses to save, and not to discard', async () => {
  const ann = await keyOf('cyberAgency', 'ann');
  const { id } = await saved(ann);
  disk.database = 0.98;
  now = new Date(now.getTime() + 5_000);
  const input = { kind: 'WARNING', label: '', content: '{}' };
  const answer = await world.ask(
    ann,
    'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { refusals { code } } }',
    { input },
  );
  expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([503, 'STORAGE_FULL']);
  expect((await discard(ann, { id })).refusals).toEqual([]);
  disk.database = 0.5;
  now = new Date(now.getTime() + 5_000);
});

test('it ends 30 days after it was saved last, and makes room', async () => {
  const ann = await keyOf('northGrid', 'ann');
  const before = (await seenBy(ann, 'draft--1')).data.drafts;
  expect(before).toHaveLength(DRAFT_LIMITS.count);
  now = new Date(now.getTime() + 20 * DAY_MS);
  const [{ id, version }] = before;
  await saved(ann, { seen: { id, version } });
  now = new Date(now.getTime() + 10 * DAY_MS + 1_000_000);
  const [left, ...others] = (await seenBy(ann, id)).data.drafts;
  expect([left.id, others]).toEqual([id, []]);
  expect((await seenBy(ann, before[1].id)).data.draft).toBeNull();
  await saved(ann);
  const [index] = (await world.hub.database.native().collection('drafts').indexes()).filter(
    ({ expireAfterSeconds }) => expireAfterSeconds === 0,
  );
  expect(index?.key).toEqual({ endsAt: 1 });
});

test('whoever is out, and whoever others let in again, has none', async () => {
  const { hub } = world;
  const kept = async (handle: string) =>
    (await hub.drafts.of(personIdOf(nameOf('cyberAgency', handle)), now)).length;
  const admin = await world.actor('cyberAgency', 'member-admin');
  for (const handle of ['out', 'back', 'stays']) await saved(await keyOf('cyberAgency', handle));
  const out = nameOf('cyberAgency', 'out');
  good(await deactivatePerson(hub, admin, out, { isTrial: true }));
  expect(await kept('out')).toBe(1);
  good(await deactivatePerson(hub, admin, out));
  expect(await kept('out')).toBe(0);
  // A link that an administrator makes opens to whoever holds it.
  await hub.members.change(async (session) => {
    const back = await hub.persons.byId(personIdOf(nameOf('cyberAgency', 'back')), session);
    if (back === null) throw new Error('there is such a person');
    await hub.persons.save({ ...back, state: 'DORMANT' }, session);
  });
  hub.directory.forget();
  expect(await kept('back')).toBe(1);
  good(await reinvitePerson(hub, admin, nameOf('cyberAgency', 'back')));
  expect(await kept('back')).toBe(0);
  expect(await kept('stays')).toBe(1);
  const centre = await keyOf('energyCentre', 'ann');
  await saved(centre);
  good(await endMembership(hub, await world.actor('energyCentre', 'member-admin'), null));
  expect(await hub.drafts.of(personIdOf(nameOf('energyCentre', 'ann')), now)).toEqual([]);
});

test('its writer exports it, an administrator does not; an erasure takes it', async () => {
  const { hub } = world;
  const token = await keyOf('xbCsirt', 'ann');
  const ann = await authenticate(hub, `Bearer ${token}`);
  if (ann?.person == null) throw new Error('the key is of a person');
  await saved(token, { label: CANARY, content: written(CANARY) });
  const own = good(await exportPerson(hub, ann, ann.person));
  expect(own.drafts).toMatchObject([{ label: CANARY, content: written(CANARY), kind: 'WARNING' }]);
  const admin = await world.actor('xbCsirt', 'member-admin');
  const given = good(await exportPerson(hub, admin, ann.person));
  expect(given.drafts).toEqual([]);
  expect(JSON.stringify(given)).not.toContain(CANARY);
  // As an older hub left it, which deactivated the person without its drafts.
  await hub.members.change(async (session) => {
    const person = await hub.persons.byId(ann.person ?? '', session);
    if (person !== null) await hub.persons.save({ ...person, state: 'DEACTIVATED' }, session);
  });
  good(await erasePerson(hub, admin, ann.person));
  expect(await hub.drafts.of(ann.person, now)).toEqual([]);
});

test('it follows a new key of the hub, and is not shown where no key opens it', async () => {
  const { hub } = world;
  const ann = await keyOf('cyberAgency', 'ann');
  const drafts = [];
  for (let number = 0; number < 3; number += 1)
    drafts.push(await saved(ann, { content: written(`${number}`) }));
  const fresh = Buffer.alloc(32, 9).toString('base64');
  const rotated = { ...hub, secrets: openSecrets({ given: [fresh, TEST_SECRETS_KEY], file: null }) };
  const stored = await hub.database.native().collection('drafts').countDocuments();
  expect(good(await rotateSecretsKey(rotated))).toMatchObject({ lost: 0, sealed: stored });
  expect(await sealStored(rotated)).toEqual({ sealed: 0, lost: 0, waiting: 0 });
  // One that has no key yet makes none of its own for them.
  const file = join(tmpdir(), `tocsin-no-key-${randomUUID()}`);
  await sealStored({ ...hub, secrets: openSecrets({ given: null, file }) });
  expect(existsSync(file)).toBe(false);
  // This process has the former key alone.
  const { label, content } = (await seenBy(ann, drafts[1]?.id ?? '')).data.draft;
  expect([label, content]).toEqual([null, null]);
  expect(codesOf(await save(ann, {}))).toEqual(['SECRETS_KEY_MISSING $.label']);
  expect(good(await rotateSecretsKey(hub))).toMatchObject({ lost: stored });
  const back = { ...hub, secrets: openSecrets({ given: [TEST_SECRETS_KEY, fresh], file: null }) };
  expect(good(await rotateSecretsKey(back))).toMatchObject({ lost: 0, sealed: stored });
  expect((await seenBy(ann, drafts[1]?.id ?? '')).data.draft.content).toBe(written('1'));
});

test('one that was sealed before a new key and saved after it follows, and those that no key opens are not read', async () => {
  const { hub } = world;
  const actor = await authenticate(hub, `Bearer ${await keyOf('cyberAgency', 'ann')}`);
  if (actor?.person == null) throw new Error('the key is of a person');
  const file = join(tmpdir(), `tocsin-keys-${randomUUID()}`);
  await writeFile(file, `${TEST_SECRETS_KEY}\n`);
  const secrets = openSecrets({ given: null, file });
  const read: string[] = [];
  const sealedBy: typeof hub.drafts.sealedBy = async (...of) => {
    const rows = await hub.drafts.sealedBy(...of);
    read.push(...rows.map(({ _id }) => _id));
    return rows;
  };
  const rotated = { ...hub, secrets, drafts: { ...hub.drafts, sealedBy } };
  const draft = { seen: null, kind: 'WARNING', corrects: null, label: 'Gateway' } as const;
  const lost = good(await saveDraft(rotated, actor, { ...draft, content: written('lost') }));
  const elsewhere = '0'.repeat(12);
  const row = await hub.drafts.find(lost.id, actor.person, now);
  const away = `sealed.1.${elsewhere}.AAAA`;
  if (row === null) throw new Error('it was saved');
  await hub.drafts.reseal({ id: lost.id, from: row, to: { key: elsewhere, label: away, content: away } });
  const inBetween: typeof hub.storage = {
    ...hub.storage,
    require: async (need) => {
      await hub.storage.require(need);
      expect(good(await rotateSecretsKey(rotated))).toMatchObject({ isNew: true, lost: 1 });
    },
  };
  const late = { ...draft, content: written('late') };
  const { id, label } = good(await saveDraft({ ...rotated, storage: inBetween }, actor, late));
  expect(label).toBe('Gateway');
  // One that no key here opens keeps no former key, and the one key opens what was saved late.
  const [only, ...others] = await openSecrets({ given: null, file }).ids();
  expect(others).toEqual([]);
  expect((await hub.drafts.find(id, actor.person, now))?.key).toBe(only);
  expect(await sealStored(rotated)).toEqual({ sealed: 0, lost: 1, waiting: 0 });
  expect(read).not.toContain(lost.id);
});
