// Applications after a restore: what was said of them since the backup is lost, so that none is admitted by what was said before
// it, neither while the hub is held nor afterwards.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Application, Stage } from '../../../src/domain/partnership/admission.ts';
import {
  objectToApplication,
  refuseApplication,
  withdrawSponsorship,
} from '../../../src/service/member/admission/decide-application.ts';
import { startKeepingUp } from '../../../workers/keep-up.ts';
import { keepRetention } from '../../../workers/upkeep/keep-retention.ts';
import {
  backUpTo,
  configOf,
  databaseName,
  dropDatabase,
  listeningHub,
  restoreFrom,
  temporaryFolder,
} from '../../support/backup/backup-world.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';

const DAY_MS = 24 * 3_600_000;
const folder = temporaryFolder();
const file = join(folder.path, 'hub.backup');
const target = databaseName();
let world: TestHub;
let restored: Awaited<ReturnType<typeof listeningHub>>;

const sponsor = (name: CastName) => ({ member: CAST[name].id, person: null, at: new Date(), isNamed: true });

/** Its time for objections was over a day ago, and two members of different States answer for it. */
const application = (slug: string, changes: Partial<Application> = {}): Application => ({
  id: `application--${slug}`,
  facts: { slug, name: `The ${slug}`, kind: 'OPERATOR', country: 'XA', countries: [], sectors: ['energy'] },
  contact: 'Their duty desk',
  stage: 'OBJECTION_WINDOW',
  needsReview: false,
  sponsors: [sponsor('cyberAgency'), sponsor('xbCsirt')],
  objections: [],
  madeAt: new Date(Date.now() - 30 * DAY_MS),
  verifiedAt: new Date(Date.now() - 20 * DAY_MS),
  windowEndsAt: new Date(Date.now() - DAY_MS),
  decidedAt: null,
  member: null,
  ...changes,
});

/** By what became of each since the backup. */
const THEN: readonly Application[] = [
  application('refused-dam'),
  application('minded-dam'),
  application('dropped-dam', { stage: 'SPONSORED', windowEndsAt: null, needsReview: true }),
  application('verified-dam', { stage: 'VERIFIED', windowEndsAt: null, sponsors: [sponsor('xbCsirt')] }),
  application('older-dam', { stage: 'REFUSED', decidedAt: new Date() }),
];

beforeAll(async () => {
  world = await openTestHub({ env: { TOCSIN_DATA: folder.path } });
  const { hub } = world;
  await hub.database.transaction(async (session) => {
    for (const each of THEN) await hub.applications.save(each, session);
  });
  const since = new Date(Date.now() - 100 * DAY_MS);
  const onProbation = { standing: 'PROBATION', probationSince: since, probationEndsAt: new Date(0) } as const;
  await hub.members.change((session) => hub.members.put({ ...CAST.smallGas, ...onProbation }, session));
  await backUpTo(hub, file);
  const operator = await world.actor('cyberAgency', 'hub-operator');
  const admin = await world.actor('xbCsirt', 'member-admin');
  good(await refuseApplication(hub, operator, 'application--refused-dam', 'They are not who they say.'));
  const objection = { id: 'application--minded-dam', reason: 'It sold what it was told.' };
  good(await objectToApplication(hub, admin, objection));
  good(await withdrawSponsorship(hub, admin, 'application--dropped-dam'));
  await restoreFrom(configOf(world, target, folder.path), file);
  restored = await listeningHub(configOf(world, target, folder.path));
}, 60_000);
afterAll(async () => {
  await restored?.close();
  await dropDatabase(configOf(world, target, folder.path));
  await world.close();
  folder.remove();
});

const stages = async (): Promise<(readonly [string, Stage])[]> =>
  (await restored.hub.applications.list({ onlyOpen: false, after: null }, 50))
    .map(({ facts, stage }) => [facts.slug, stage] as const)
    .sort();
const members = async (): Promise<string[]> =>
  (await restored.hub.members.all()).map(({ slug }) => slug).filter((slug) => slug.endsWith('-dam'));

const AGAIN = [
  ['dropped-dam', 'VERIFIED'],
  ['minded-dam', 'VERIFIED'],
  ['older-dam', 'REFUSED'],
  ['refused-dam', 'VERIFIED'],
  ['verified-dam', 'VERIFIED'],
];

test('the open ones wait again for sponsors, for objections and for two persons', async () => {
  expect(await stages()).toEqual(AGAIN);
  for (const each of await restored.hub.applications.open())
    expect(each).toMatchObject({ sponsors: [], windowEndsAt: null, needsTwo: true });
});

const keepUp = () => startKeepingUp(restored.hub, { bounce: () => undefined }).stop();
const standing = async () =>
  (await restored.hub.members.all()).find(({ id }) => id === CAST.smallGas.id)?.standing;
const removals = () => restored.hub.acts.rows.countDocuments({ event: 'retention.applied' });

test('while the hub is held, nobody is admitted, no probation ends and nothing is removed', async () => {
  await keepUp();
  await keepRetention(restored.hub, new AbortController().signal);
  expect([await members(), await stages()]).toEqual([[], AGAIN]);
  expect([await standing(), await removals()]).toEqual(['PROBATION', 0]);
});

test('once it is released, the clock goes on, and admits nobody of them', async () => {
  await restored.hub.database.transaction((session) => restored.hub.restored.release(session));
  await keepUp();
  await keepRetention(restored.hub, new AbortController().signal);
  expect([await standing(), await removals()]).toEqual(['MEMBER', 1]);
  expect([await members(), await stages()]).toEqual([[], AGAIN]);
});
