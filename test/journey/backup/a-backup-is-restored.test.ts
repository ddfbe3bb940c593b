// A hub is backed up while it publishes, loses its database, and is restored from the file: readers see what they saw, time
// begins anew, what was revoked since stays revoked, and nothing is delivered before the operator says so.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Provider } from '../../../src/domain/access/credential.ts';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { compacted } from '../../../src/domain/backup/journal.ts';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import type { Hold } from '../../../src/domain/retention/hold.ts';
import type { Hub } from '../../../src/hub.ts';
import { journalFile, openJournal } from '../../../src/outside/journal.ts';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { recordAct } from '../../../src/service/audit/record-act.ts';
import { journalLinesIn, journalText } from '../../../src/service/backup/read-journal.ts';
import { heldWork, releaseDeliveries } from '../../../src/service/backup/release-deliveries.ts';
import type { BackupMade } from '../../../src/service/backup/write-backup.ts';
import { addressDigest } from '../../../src/service/channel/address-digest.ts';
import {
  changeEndpoint,
  removeEndpoint,
  rotateSecret,
} from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { freshSecret, openedSecrets } from '../../../src/service/channel/endpoint/secrets.ts';
import { suppress } from '../../../src/service/channel/endpoint/suppress.ts';
import { removeProvider } from '../../../src/service/credential/administer-provider.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { behindAnswerLink, newAnswerLink } from '../../../src/service/delivery/answer-link.ts';
import { keepDependency, withdrawDependency } from '../../../src/service/member/keep-dependency.ts';
import { deactivatePerson } from '../../../src/service/person/deactivate-person.ts';
import { erasePerson } from '../../../src/service/person-data/erase-person.ts';
import { changeRetention } from '../../../src/service/retention/change-retention.ts';
import { isChallengeFor, newChallenge } from '../../../src/service/session/challenge.ts';
import { unsubscribe } from '../../../src/service/subscription/unsubscribe.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { drain } from '../../../workers/worker.ts';
import { pageOf, seenBy, type World } from '../../fixtures/database-63bd018/questions.ts';
import {
  backUpTo,
  configOf,
  databaseName,
  dropDatabase,
  listeningHub,
  restoreFrom,
  silent,
  temporaryFolder,
} from '../../support/backup/backup-world.ts';
import { comparable, difference, tracesOf } from '../../support/backup/compared.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { shapeDeclared, shapeStored, undeclared } from '../../support/database/stored-database.ts';
import { broken } from '../../support/fault/fault-world.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { codes, good } from '../../support/outcome.ts';

const folder = temporaryFolder();
const file = join(folder.path, 'hub.backup');
const READERS = ['cyberAgency', 'northGrid', 'cityHospital'] as const;

let world: TestHub;
let identity: string;
let backup: BackupMade;
let notice: string;
let publishedBefore: World;
const tokens = new Map<CastName, string>();
const seenThen = new Map<CastName, object>();
const cursors = new Map<CastName, string | null>();
let restored: Awaited<ReturnType<typeof listeningHub>>;

const publish = async (number: number): Promise<string> => {
  const malware = made('malware', { name: `Sample ${number}`, is_family: false });
  const changes = { headline: `Warning ${number} of the gateway`, bundle: bundleOf(malware) };
  const published = await publishWarning(world.hub, await world.actor('cyberAgency'), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.value.warning;
};

const target = databaseName();
const targetConfig = () => configOf(world, target, folder.path);
const tokenOf = (name: CastName): string => tokens.get(name) ?? '';
const idOf = (token: string): string => token.split('_')[2] ?? '';

/** What a member-admin does: takes something away, and records it. */
const takeAway = async (name: CastName): Promise<void> => {
  const { hub } = world;
  await revokeKey(hub, idOf(tokenOf(name)));
  await hub.members.change(async (session) => {
    await hub.members.put({ ...CAST.southGrid, isActive: false }, session);
    const act = { event: 'member.suspended', by: { way: 'HOST' }, members: [CAST.southGrid.id] } as const;
    await recordAct(hub, act, session);
  });
  const admin = await world.actor('xbCsirt', 'member-admin');
  good(await removeProvider(hub, admin, ISSUER));
  good(await withdrawDependency(hub, admin, NEED));
  await hub.database.transaction(async (session) => {
    await hub.holds.place(HOLD, session);
    const held = { event: 'hold.placed', by: { way: 'HOST' }, members: [], subject: HOLD.id } as const;
    await recordAct(hub, held, session);
  });
  const owner = await world.actor('northGrid', 'member-admin');
  good(await removeEndpoint(hub, owner, hooks.gone));
  good(await rotateSecret(hub, owner, hooks.turned, { overlapHours: 24, kind: 'HMAC' }));
  good(await changeEndpoint(hub, owner, hooks.turned, { label: 'turned' }));
  expect(await unsubscribe(hub, hooks.stopped)).toBe(1);
  for (const each of Object.values(mails)) await suppress(hub, each, 'BOUNCED');
  await hub.database.transaction(async (session) => {
    const { id: subject, address } = mails.mended;
    await hub.suppressions.lift(addressDigest(hub, address), subject, session);
    const proof = { event: 'endpoint.proved', by: owner, members: [CAST.northGrid.id], subject } as const;
    await recordAct(hub, proof, session);
  });
  const asked = { id: withdrawn, expectedVersion: 1, reason: 'It names a source.', whatToDo: null };
  good(await recallWarning(hub, await world.actor('xbCsirt'), { ...asked, language: 'en' }));
  const operator = await world.actor('cyberAgency', 'hub-operator');
  good(await changeRetention(hub, operator, { name: 'AUDIT', days: 3_000 }));
};

const ISSUER = 'https://accounts.xb.example';
const NEED = { provider: CAST.northGrid.slug, service: 'Power' };
const HOLD: Hold = {
  ...{ id: 'hold--since', scope: 'EVERYTHING', target: null, member: CAST.cyberAgency.id, circle: 'HUB' },
  ...{ reason: 'A court asks for it.', placedAt: new Date('2026-11-29T09:00:00Z'), placedBy: 'approval--1' },
  ...{ liftedAt: null, liftedBy: null },
};
/** What is taken away after the backup. */
const giveFirst = async (): Promise<void> => {
  const { hub } = world;
  const { id: member } = CAST.xbCsirt;
  const facts = { name: 'Accounts', clientId: 'tocsin', clientSecret: null, isShown: true, admits: 'ALL' };
  const provider = { ...facts, groupClaim: null, groups: [], rolesOfAll: [], createdAt: new Date() };
  await hub.members.change((session) =>
    hub.providers.save({ ...provider, id: 'xb-provider', member, issuer: ISSUER } as Provider, session),
  );
  const need = { ...NEED, strength: 0.5, redundancy: 0, bufferHours: null };
  const admin = await world.actor('xbCsirt', 'member-admin');
  good(await keepDependency(hub, admin, need));
  good(await keepDependency(hub, admin, { ...need, service: 'Heat' }));
  const [hook, gone, turned, stopped, bounced, mended] = [
    await plantEndpoint(world, 'northGrid'),
    await plantEndpoint(world, 'northGrid', GONE),
    await plantEndpoint(world, 'northGrid'),
    await plantEndpoint(world, 'northGrid', { channel: 'MAIL', address: 'all@north.example' }),
    await plantEndpoint(world, 'northGrid', BOUNCED),
    await plantEndpoint(world, 'northGrid', MENDED),
  ];
  for (const { id } of [hook, gone, turned]) {
    const { row } = good(await freshSecret(hub, id, 'HMAC'));
    const signing = { ...row, createdAt: hub.clock.now() };
    await hub.database.transaction((session) => hub.endpointSecrets.put(signing, session));
    secrets.set(id, (await openedSecrets(hub, [signing]))[0]?.secret ?? '');
  }
  hooks = { hook: hook.id, gone: gone.id, turned: turned.id, stopped: stopped.id };
  mails = { bounced, mended };
};

/** What signs to each webhook. */
const secrets = new Map<string, string>();
let hooks: Readonly<Record<'hook' | 'gone' | 'turned' | 'stopped', string>>;
/** Made before the backup, and used after it. */
let link = '';
const GONE = { address: 'https://gone.example/hook', label: 'gone' };
const BOUNCED = { channel: 'MAIL', address: 'bounced@north.example' } as const;
const MENDED = { channel: 'MAIL', address: 'mended@north.example' } as const;
let mails: Readonly<Record<'bounced' | 'mended', Endpoint>>;
const ROSAS = { channel: 'MAIL', address: 'rosa@mail.example', label: 'Rosa’s' } as const;

/** Recalled after the backup. */
let withdrawn = '';

const NOTE = 'Rosa Lima wrote this herself.';
const ROSA = `${CAST.smallGas.slug}/rosa`;

/** Somebody of a small member answers a notice that nobody else has, by a key of its own. */
const answer = async (): Promise<string> => {
  const facts = { audience: { alternatives: [{ members: [CAST.smallGas.slug] }], excludes: [] } };
  const notice = good(await publishWarning(world.hub, await world.actor('xbCsirt'), draft(facts)));
  withdrawn = good(await publishWarning(world.hub, await world.actor('xbCsirt'), draft(facts))).warning;
  await world.drain();
  await world.token('smallGas', 'analyst', ROSA);
  await plantEndpoint(world, 'smallGas', { ...ROSAS, person: personIdOf(ROSA) });
  const rosa: Actor = {
    ...(await world.actor('smallGas', 'analyst', ROSA)),
    via: { way: 'KEY', range: '198.51.100.0' },
  };
  const said = { warning: notice.warning, answer: 'NOT_AFFECTED', note: NOTE } as const;
  good(await acknowledgeWarning(world.hub, rosa, said));
  const hold = { event: 'key.rotated', by: rosa, members: [CAST.smallGas.id] } as const;
  await world.hub.members.change((session) => recordAct(world.hub, hold, session));
  const whose = { member: CAST.smallGas.id, person: null, from: null, endpoint: null };
  const of = { warning: notice.warning, version: 1, ...whose };
  link = new URL(newAnswerLink(world.hub, of).url).searchParams.get('link') ?? '';
  return notice.warning;
};

const rosasTraces = (hub: Hub) =>
  tracesOf(hub, { warning: notice, member: CAST.smallGas.id, person: personIdOf(ROSA) });
const ERASED = { state: 'ERASED', name: 'Erased', note: null, by: null, ranges: [null], keysInForce: 0 };

const seeAll = async (ask: (token: string) => Parameters<typeof seenBy>[0], world: World) => {
  const seen = new Map<CastName, object>();
  for (const name of READERS) seen.set(name, await seenBy(ask(tokenOf(name)), world, false));
  return seen;
};

beforeAll(async () => {
  world = await openTestHub({ env: { TOCSIN_DATA: folder.path } });
  identity = await generateX25519Identity();
  for (const name of [...READERS, 'southGrid', 'energyCentre'] as const)
    tokens.set(name, await world.token(name, 'analyst'));
  await giveFirst();
  const warnings: string[] = [];
  for (let number = 0; number < 4; number += 1) warnings.push(await publish(number));
  notice = await answer();
  await world.drain();
  // The identity of the publisher is in what is published later, too.
  const ids = (await world.hub.objects.rows.distinct('stixId')).map(String);
  const objects = ids.filter((id) => !id.startsWith('identity--'));
  publishedBefore = { warnings, objects, exercise: 'exercise--none' };
  const source = await listeningHub(configOf(world, world.database, folder.path));
  for (const [name, seen] of await seeAll(source.ask, publishedBefore)) seenThen.set(name, seen);
  for (const name of READERS) cursors.set(name, (await pageOf(source.ask(tokenOf(name)), 2, null)).end);
  await source.close();
  // Under way when the backup is made.
  await publish(100);
  const lock = { recipients: [await identityToRecipient(identity)] };
  const later = (async () => {
    for (let number = 200; number < 206; number += 1) await publish(number);
  })();
  backup = await backUpTo(world.hub, file, lock);
  await later;
  expect(await rosasTraces(world.hub)).toMatchObject({ note: NOTE, keysInForce: 1 });
  // She leaves, and asks that nothing of her is kept.
  good(await deactivatePerson(world.hub, { way: 'HOST' }, personIdOf(ROSA)));
  good(await erasePerson(world.hub, { way: 'HOST' }, personIdOf(ROSA)));
  expect(await rosasTraces(world.hub)).toEqual(ERASED);
  await takeAway('energyCentre');
}, 60_000);
afterAll(async () => {
  await restored?.close();
  await dropDatabase(targetConfig());
  await world.close();
  folder.remove();
});

test('a backup is one instant, whole, and in the audit trail', async () => {
  const counts = new Map(backup.manifest.collections.map(({ name, rows }) => [name, rows]));
  const versions = counts.get('warnings') ?? 0;
  expect(versions).toBeGreaterThanOrEqual(5);
  const [line] = await world.hub.acts.rows.find({ event: 'hub.backed-up' }).toArray();
  expect(line).toMatchObject({ way: 'HOST', subject: backup.head.id, facts: { isEncrypted: true } });
});

test('the journal has what was taken away, and names nobody', async () => {
  const text = await openJournal(journalFile(folder.path, world.database), silent)
    .readFrom(0)
    .then((read) => read.text);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string });
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['key.revoked', 'member.suspended']),
  );
  // What a backup leaves there says that it does not end before it.
  expect(lines).toContainEqual(expect.objectContaining({ event: 'hub.backed-up', backup: backup.head.id }));
  for (const secret of [...tokens.values(), 'Grid', 'hash']) expect(text).not.toContain(secret);
  // Made shorter, it says the same: what follows is restored by it.
  const shorter = compacted(journalLinesIn(text) ?? [], 'act--ffffffffffff', new Date());
  writeFileSync(journalFile(folder.path, world.database), journalText(shorter));
});

test('it is restored into an empty database, and a hub opens it', async () => {
  const keys = { identities: [identity], passphrase: null };
  const result = await restoreFrom(targetConfig(), file, { keys });
  expect(result).toMatchObject({ isDryRun: false, restored: { head: backup.head, taken: 12 } });
  expect(result.ends).toMatchObject([{ reach: 'BACKUP', cutOff: null }]);
  restored = await listeningHub(targetConfig());
  const db = restored.hub.database.native();
  expect(await shapeStored(db as never)).toEqual(shapeDeclared());
  expect(await undeclared(db as never)).toEqual([]);
});

test.each(READERS)('%s sees what it saw', async (name) => {
  const seen = await seenBy(restored.ask(tokenOf(name)), publishedBefore, false);
  expect(JSON.stringify(seen)).toContain('Warning 3 of the gateway');
  expect(difference(comparable(seen), comparable(seenThen.get(name)))).toBeNull();
});

test('a cursor of the time before is answered with RESYNC', async () => {
  for (const name of READERS)
    await expect(pageOf(restored.ask(tokenOf(name)), 2, cursors.get(name) ?? '')).rejects.toThrow('RESYNC');
});

test('what was taken away since the backup stays away', async () => {
  await expect(restored.ask(tokenOf('energyCentre'))('{ me { role } }')).rejects.toThrow('UNAUTHENTICATED');
  await expect(restored.ask(tokenOf('southGrid'))('{ me { role } }')).rejects.toThrow('UNAUTHENTICATED');
  const [line] = await restored.hub.acts.rows.find({ event: 'hub.restored' }).toArray();
  expect(line).toMatchObject({ way: 'HOST', facts: { taken: 12, hasJournal: true } });
  const { providers, members, holds, retention } = restored.hub;
  expect(await providers.ofMember(CAST.xbCsirt.id)).toBeNull();
  const declared = (await members.declared()).filter(({ dependent }) => dependent === CAST.xbCsirt.id);
  expect(declared.map(({ service }) => service)).toContain('Heat');
  expect(declared.map(({ service }) => service)).not.toContain(NEED.service);
  expect(await holds.byId(HOLD.id)).toMatchObject({ scope: 'EVERYTHING', circle: 'HUB', liftedAt: null });
  expect((await retention.all()).find(({ name }) => name === 'AUDIT')?.days).toBe(3_000);
});

test('what was recalled since the backup is its publisher’s alone, and waits to be recalled again', async () => {
  const { hub } = restored;
  const head = await hub.warnings.head(withdrawn);
  expect(head?.version).toBe(1);
  expect(contentOf(head?.content ?? '').access.audience).toEqual({ alternatives: [], excludes: [] });
  expect(await hub.feed.rows.countDocuments({ warning: withdrawn })).toBe(0);
  const waiting = { warning: withdrawn, state: 'PENDING' } as const;
  expect(await hub.deliveries.rows.countDocuments(waiting)).toBe(0);
});

test('who was erased since the backup is erased again, with what was written and from where', async () => {
  expect(await rosasTraces(restored.hub)).toEqual(ERASED);
  const { rows } = restored.hub.deliveries;
  expect(await rows.countDocuments({ note: NOTE })).toBe(0);
});

test('what signs to a webhook is sealed in it, and signs on; addresses that were removed since are gone', async () => {
  const { hub } = restored;
  const rows = await hub.endpointSecrets.all();
  expect(rows.map(({ endpoint }) => endpoint).toSorted()).toEqual([hooks.hook, hooks.turned].toSorted());
  for (const { secret } of rows) expect(secret).toMatch(/^sealed\.1\./);
  const signing = await openedSecrets({ secrets: world.hub.secrets }, rows);
  expect(signing.map(({ secret }) => secret)).toEqual([secrets.get(hooks.hook)]);
  const stored = JSON.stringify(await hub.database.native().collection('endpoints').find().toArray());
  for (const { address, label } of [GONE, ROSAS]) {
    expect(stored).not.toContain(address);
    expect(stored).not.toContain(label);
  }
});

test('what was replaced, used or stopped since the backup signs, answers and tells no more', async () => {
  const { hub } = restored;
  // It waits for a secret, as where the key of one is lost, and has one once its owner makes it.
  const current = async () =>
    (await hub.endpointSecrets.of([hooks.turned])).filter(({ endsAt }) => endsAt === null);
  expect(await openedSecrets(world.hub, await current())).toEqual([]);
  const owner = await world.actor('northGrid', 'member-admin');
  const withKey = { ...hub, secrets: world.hub.secrets };
  good(await rotateSecret(withKey, owner, hooks.turned, { overlapHours: 24, kind: 'HMAC' }));
  expect(await openedSecrets(world.hub, await current())).toHaveLength(1);
  expect(codes(await behindAnswerLink(world.hub, link, null))).toEqual([]);
  expect(codes(await behindAnswerLink(hub, link, null))).toEqual(['LINK_UNKNOWN $.link']);
  const fresh = newChallenge(hub, 'sign-in').toString('base64url');
  const former = newChallenge(world.hub, 'sign-in').toString('base64url');
  expect([fresh, former].map((each) => isChallengeFor(hub, 'sign-in', each))).toEqual([true, false]);
  expect(await hub.endpoints.byId(hooks.stopped)).toMatchObject({ state: 'ACTIVE', hasSubscribed: true });
  // Nothing goes to an address that has bounced since, and one that was proved again since gets its mail.
  const isSuppressed = ({ address }: Endpoint) => hub.suppressions.has(addressDigest(hub, address));
  expect(await isSuppressed(mails.bounced)).toBe(true);
  expect(await isSuppressed(mails.mended)).toBe(false);
});

test('nothing is numbered or delivered until the operator releases it', async () => {
  await drain(restored.hub);
  const held = await heldWork(restored.hub);
  expect(held?.versions[0]).toMatchObject({ event: 'warning.published', version: 1 });
  expect(held?.unnumbered).toBeGreaterThanOrEqual(1);
  const released = await releaseDeliveries(restored.hub);
  expect(released.ok).toBe(true);
  await drain(restored.hub);
  // What waited for the address that bounced since the backup was given up without an attempt; the record is numbered with it.
  const { rows } = restored.hub.channelDeliveries;
  const toBounced = await rows.find({ endpoint: mails.bounced.id, attempts: { $gt: 0 } }).toArray();
  expect(new Set(toBounced.map(({ state, cause }) => `${state} ${cause}`))).toEqual(
    new Set(['DEAD MAIL_SUPPRESSED']),
  );
  await drain(restored.hub);
  expect(await restored.hub.entries.countPending(10, 1_000)).toBe(0);
  expect(await heldWork(restored.hub)).toBeNull();
  // Of one instant: no version without its entry, no number missing, nothing that stays undelivered.
  const heads = await restored.hub.warnings.rows.find({ isHead: true }).toArray();
  expect(heads.length).toBe(backup.manifest.collections.find(({ name }) => name === 'warnings')?.rows);
  const faults = await broken(
    restored.hub,
    heads.map(({ warning }) => warning),
  );
  // The suspended member has none of what was under way.
  expect(faults.filter((fault) => !/^\d+ deliveries of /.test(fault))).toEqual([]);
  const again = await releaseDeliveries(restored.hub);
  expect(again).toMatchObject({ ok: false, problems: [{ code: 'NOTHING_HELD' }] });
});

test('a database that holds something is not overwritten', async () => {
  const keys = { identities: [identity], passphrase: null };
  await expect(restoreFrom(targetConfig(), file, { keys })).rejects.toMatchObject({
    problem: { code: 'DATABASE_NOT_EMPTY' },
  });
});
