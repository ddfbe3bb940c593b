// A disk fills up: new content is refused first, with 503 and when to come back; what was published is still numbered,
// delivered, acknowledged and cancelled until nothing may be written; reading always works, and all recovers by itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Role } from '../../../src/domain/member.ts';
import { StorageFull } from '../../../src/outside/storage.ts';
import { openQueue } from '../../../src/queue/queue.ts';
import { joinCommunity, leaveCommunity } from '../../../src/service/community/memberships.ts';
import { registerMachine, removeMachine } from '../../../src/service/credential/administer-machines.ts';
import { loadShippedSets } from '../../../src/service/enrichment/load-shipped-sets.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { changeListing } from '../../../src/service/member/change-listing.ts';
import { changeMember } from '../../../src/service/member/change-member.ts';
import { changePerson } from '../../../src/service/person/change-person.ts';
import { retirePersons } from '../../../src/service/person/retire-persons.ts';
import { startWorker } from '../../../workers/worker.ts';
import { hubFigures } from '../../support/deploy/figures.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { eventually } from '../../support/processes.ts';

const ADVISORY = readFileSync(
  join(import.meta.dirname, '../../../seeds/advisories/icsa-17-045-01.json'),
  'utf8',
);
const disk = { data: 0.5 as number | null, database: 0.5 as number | null };
let nowMs = Date.parse('2026-06-01T08:00:00.000Z');
let endpoint: TestEndpoint;
let agency: string;
let grid: string;
beforeAll(async () => {
  const disks = { data: async () => disk.data, database: async () => disk.database };
  const clock = { now: () => new Date(nowMs) };
  endpoint = await openTestEndpoint({ clock, disks, env: { TOCSIN_PUBLISHES_PER_SECOND: '1000' } });
  agency = await endpoint.token('cyberAgency');
  grid = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());
beforeEach(() => fill({}));

/** Sets how full the disks are; the hub sees it at its next measurement. */
const fill = ({ data = 0.5, database = 0.5 }: { data?: number; database?: number }): void => {
  Object.assign(disk, { data, database });
  nowMs += 5_000;
};

const texts = {
  headline: 'Exploited flaw in a substation gateway',
  summary: 'Take it off the internet.',
  actions: [{ text: 'Take it off the internet' }],
  contacts: [],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
};
const audience = { alternatives: [{ sectors: ['energy/electricity'] }] };
const warning = { ...texts, marking: 'GREEN', audience };
const steps = { headline: 'Keep gateways off the internet', summary: 'How.', steps: ['Pull the plug.'] };
const practice = { ...steps, problem: 'They are reachable.', kind: 'MEASURE', marking: 'GREEN', audience };
const RESULT = 'warning { id version } refusals { code }';

const publish = async (headers: Record<string, string> = {}) =>
  endpoint.ask(
    agency,
    `mutation ($input: PublishWarningInput!) { result: publishWarning(input: $input) { ${RESULT} } }`,
    { input: warning },
    headers,
  );
const published = async (): Promise<string> => {
  const { body } = await publish();
  const id = body.data?.result.warning?.id;
  if (typeof id !== 'string') throw new Error(JSON.stringify(body));
  return id;
};

/** Every mutation of the schema, its class, and a request that would succeed or be refused for another reason. */
type Act = {
  readonly storageClass: 'CONTENT' | 'WORK' | null;
  readonly field: (id: string) => string;
  readonly as?: 'grid';
};
const text = (value: object): string =>
  JSON.stringify(value)
    .replace(/"(\w+)":/g, '$1:')
    .replace(/"(IMMEDIATE|SEVERE|OBSERVED|GREEN|MEASURE)"/g, '$1');
const ACTS: Readonly<Record<string, Act>> = {
  publishWarning: {
    storageClass: 'CONTENT',
    field: () => `publishWarning(input: ${text(warning)}) { ${RESULT} }`,
  },
  publishPractice: {
    storageClass: 'CONTENT',
    field: () => `publishPractice(input: ${text(practice)}) { ${RESULT} }`,
  },
  updateWarning: {
    storageClass: 'CONTENT',
    field: (id) => `updateWarning(input: ${text({ id, expectedVersion: 1, ...texts })}) { ${RESULT} }`,
  },
  cancelWarning: {
    storageClass: 'WORK',
    field: (id) =>
      `cancelWarning(input: ${text({ id, expectedVersion: 1, reason: 'It was nothing.' })}) { ${RESULT} }`,
  },
  acknowledgeWarning: {
    storageClass: 'WORK',
    as: 'grid',
    field: (id) =>
      `acknowledgeWarning(input: { warning: "${id}", answer: SEEN }) { delivery { state } refusals { code } }`,
  },
};

const SAME_MECHANISM = [
  // Practices are versions like warnings: publish-version.ts and correct-version.ts.
  'updatePractice',
  'withdrawPractice',
  // A recall is a last version, written like a cancellation.
  'recallWarning',
  // It takes away as a recall does, and is written like a correction.
  'narrowWarning',
  // The rulings share `rule` of review-duplicates.ts, tested below, and of review-entities.ts.
  ...['acceptDuplicate', 'rejectDuplicate', 'undoMerge'],
  ...['acceptObjectDuplicate', 'rejectObjectDuplicate', 'undoObjectMerge'],
];

/**
 * Administration is work: it is written in `members.change`, tested below by one of them; cases, jobs, subscriptions, drafts
 * and feedback ask for room themselves.
 */
const ADMINISTRATION = [
  'acceptIntoCommunity',
  'addMailAddress',
  'addWebhook',
  'admitApplication',
  'admitMember',
  'applyForMember',
  'approveProposal',
  'attestMember',
  'challengeEndpoint',
  'changeAdmissionPolicy',
  'changeAnswerPlan',
  'changeCase',
  'changeCommunity',
  'changeEndpoint',
  'changeListing',
  'changeMember',
  'changePerson',
  'changeRetention',
  'changeSubscription',
  'confirmPerson',
  'createCommunity',
  'createKey',
  'createSubscription',
  'declareDependency',
  'discardJob',
  'endSubscription',
  'erasePerson',
  'giveFeedback',
  'inviteApplicant',
  'invitePerson',
  'inviteToCommunity',
  'issueRecoveryCode',
  'joinCommunity',
  'leaveCommunity',
  'objectToApplication',
  'pauseSubscription',
  'propose',
  'proveEndpoint',
  'refuseApplication',
  'refuseProposal',
  'registerMachine',
  'reinstateMember',
  'reinvitePerson',
  'remindRecipients',
  'removeFromCommunity',
  'resumeSubscription',
  'retryDeliveries',
  'retryJob',
  'rotateEndpointSecret',
  'rotateKey',
  'saveDraft',
  'setAsideObjection',
  'setIdentityProvider',
  'sponsorApplication',
  'testEndpoint',
  'verifyApplication',
  'withdrawObjection',
  'withdrawProposal',
  'withdrawSponsorship',
];

/** Seals what the link says, and writes nothing. */
const WRITELESS = ['createAnswerLink'];

/** What only takes rights away, or makes room, is done on a full disk too: `members.narrow`, likewise. */
const NARROWING = [
  'deactivatePerson',
  'discardDraft',
  'endMembership',
  'removeEndpoint',
  'removeIdentityProvider',
  'removeMachine',
  'revokeKey',
  'suspendMember',
  'withdrawDependency',
];

const act = (name: string, id: string) => {
  const { field, as } = ACTS[name] as Act;
  return endpoint.ask(as === 'grid' ? grid : agency, `mutation { result: ${field(id)} }`);
};
const codeOf = ({
  status,
  body,
}: {
  status: number;
  body: { errors?: { extensions: { code: string } }[] };
}) => `${status} ${body.errors?.[0]?.extensions.code ?? 'ok'}`;

test('every mutation is listed here with its class', async () => {
  const { body } = await endpoint.ask(agency, '{ __schema { mutationType { fields { name } } } }');
  const names = body.data.__schema.mutationType.fields.map(({ name }: { name: string }) => name);
  const listed = [...Object.keys(ACTS), ...SAME_MECHANISM, ...ADMINISTRATION, ...WRITELESS, ...NARROWING];
  expect(listed.sort()).toEqual([...names].sort());
});

test('administration waits for room; a key can be ended on a full disk', async () => {
  const create = () =>
    endpoint.ask(
      grid,
      'mutation { result: createKey(input: { kind: OWN, label: "desk" }) { key { keyId } } }',
    );
  fill({ data: 0.9699 });
  const made = await create();
  const id = made.body.data.result.key.keyId;
  fill({ data: 0.97 });
  expect(codeOf(await create())).toBe('503 STORAGE_FULL');
  fill({ database: 0.9999 });
  const ended = await endpoint.ask(
    grid,
    `mutation { result: revokeKey(input: { id: "${id}" }) { key { state } refusals { code } } }`,
  );
  expect(codeOf(ended)).toBe('200 ok');
  expect(ended.body.data.result).toEqual({ key: { state: 'REVOKED' }, refusals: [] });
});

describe.each(Object.entries(ACTS))('%s', (name, { storageClass }) => {
  test.each([
    ['below the content threshold', 0.9199, true, true],
    ['at it', 0.92, false, true],
    ['below the work threshold', 0.9699, false, true],
    ['at it', 0.97, false, false],
    ['above it', 0.9999, false, false],
  ])('%s (%d)', async (_, share, content, work) => {
    for (const place of ['data', 'database'] as const) {
      fill({});
      const id = await published();
      fill({ [place]: share });
      const isAllowed = storageClass === null || (storageClass === 'CONTENT' ? content : work);
      const answer = await act(name, id);
      expect(codeOf(answer)).toBe(isAllowed ? '200 ok' : '503 STORAGE_FULL');
      expect(answer.headers.get('retry-after')).toBe(isAllowed ? null : '60');
      if (isAllowed && storageClass !== null) expect(answer.body.data.result.refusals).toEqual([]);
      expect(codeOf(await endpoint.ask(grid, '{ feed(first: 3) { edges { cursor } } }'))).toBe('200 ok');
      expect((await endpoint.get(agency, `/warnings/${id}`)).status).toBe(200);
    }
  });
});

test('a stored answer is repeated on a full disk, and a new request under its key is not', async () => {
  const headers = { 'idempotency-key': 'full-disk' };
  const first = await publish(headers);
  fill({ database: 0.99 });
  expect((await publish(headers)).body.data.result).toEqual(first.body.data.result);
  expect(codeOf(await publish({ 'idempotency-key': 'another' }))).toBe('503 STORAGE_FULL');
});

test('imports and reference sets are content', async () => {
  fill({ data: 0.93 });
  const actor = await endpoint.actor('cyberAgency');
  await expect(importAdvisory(endpoint.hub, actor, ADVISORY, {})).rejects.toThrow(StorageFull);
  await expect(loadShippedSets(endpoint.hub)).rejects.toThrow(StorageFull);
});

test('work waits on a disk without room, and goes on by itself', async () => {
  const { hub } = endpoint;
  await endpoint.drain();
  await published();
  const open = () =>
    hub.entries.rows.countDocuments({
      $or: [{ isPending: true }, { work: { $in: ['WAITING', 'QUEUED'] } }],
    });
  expect(await open()).toBe(1);
  fill({ database: 0.98 });
  const queue = openQueue(endpoint.redisUrl, endpoint.database, () => undefined);
  const worker = await startWorker(hub, queue);
  try {
    // Two polls of the sequencer, and one of the reconciler.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await hub.entries.rows.countDocuments({ isPending: true })).toBe(1);
    fill({ database: 0.96 });
    await eventually('the work is done', async () => {
      nowMs += 1_000;
      return (await open()) === 0;
    });
  } finally {
    await worker.close();
    await queue.close();
  }
});

test('receipts wait too: what is read on a full disk is noted when it is read again', async () => {
  const { hub } = endpoint;
  const id = await published();
  await endpoint.drain();
  fill({ database: 0.98 });
  const read = () => endpoint.ask(grid, 'query ($id: ID!) { warning(id: $id) { headline } }', { id });
  expect(codeOf(await read())).toBe('200 ok');
  await new Promise((resolve) => setTimeout(resolve, 600));
  const stateOf = async () =>
    (
      await hub.deliveries.rows.findOne({
        warning: id,
        member: (await endpoint.actor('northGrid')).member.id,
      })
    )?.state;
  expect(await stateOf()).toBe('SENT');
  fill({});
  await read();
  await eventually('the receipt is written', async () => (await stateOf()) === 'RECEIVED');
});

test('what only takes rights away is done on a full disk: leaving, removing, fewer roles', async () => {
  const { hub } = endpoint;
  const hospital = await endpoint.actor('cityHospital', 'manager');
  const admin = await endpoint.actor('northGrid', 'member-admin');
  const certificate = { certificate: 'c'.repeat(64), subject: null, expiresAt: null };
  const { id } = good(
    await registerMachine(hub, admin, { label: 'Sensor', roles: ['reader'], ...certificate }),
  );
  await plantPersons(hub, ['north-grid/twofold'], { roles: ['analyst', 'publisher'] });
  const change = (roles: readonly Role[]) =>
    changePerson(hub, { way: 'HOST' }, { person: 'north-grid/twofold', roles });
  fill({ database: 0.995 });
  good(await leaveCommunity(hub, hospital, 'health-circle'));
  await expect(joinCommunity(hub, hospital, { community: 'health-circle', code: null })).rejects.toThrow(
    StorageFull,
  );
  good(await removeMachine(hub, admin, id));
  const operator = await endpoint.actor('cyberAgency', 'hub-operator');
  const publishes = (mayPublish: boolean) =>
    changeMember(hub, operator, 'north-grid', { mayPublish }).then(({ ok }) => ok);
  expect(await publishes(false)).toBe(true);
  await expect(publishes(true)).rejects.toThrow(StorageFull);
  const seen = (isUnlisted: boolean) => changeListing(hub, admin, { isUnlisted, listedTo: [] });
  good(await seen(true));
  await expect(seen(false)).rejects.toThrow(StorageFull);
  expect((await retirePersons(hub)).dormant).toBe(0);
  expect(good(await change(['analyst'])).roles).toEqual(['analyst']);
  await expect(change(['analyst', 'publisher'])).rejects.toThrow(StorageFull);
});

test('the measures are what the disk and the server say', async () => {
  const used = await endpoint.hub.database.diskUse();
  expect(used).toBeGreaterThan(0);
  expect(used).toBeLessThan(1);
});

test('what grows is measured by collection and log', async () => {
  const { hub } = endpoint;
  await published();
  await endpoint.drain();
  const text = await hubFigures(hub);
  const figure = (name: string, label: string): number =>
    Number(new RegExp(`^${name}\\{${label}\\} (\\S+)$`, 'm').exec(text)?.[1]);
  for (const collection of ['deliveries', 'entries', 'objects', 'feed'])
    for (const name of ['tocsin_stored_rows', 'tocsin_stored_bytes'])
      expect([collection, figure(name, `collection="${collection}"`)]).not.toEqual([collection, Number.NaN]);
  expect(figure('tocsin_stored_rows', 'collection="entries"')).toBeGreaterThan(0);
  expect(figure('tocsin_stored_bytes', 'collection="entries"')).toBeGreaterThan(0);
  // The one that `hubFigures` writes.
  expect(figure('tocsin_log_bytes', 'log="hub"')).toBe('a line'.length);
});
