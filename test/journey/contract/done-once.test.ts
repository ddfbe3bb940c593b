// Whoever does not get the answer of an act that makes something repeats it under its Idempotency-Key: nothing is made twice, the
// repeat answers with what was made, and what was shown once is not kept for it (I18).
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSchema } from '../../../src/graphql/schema.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { CAST } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

type Case = {
  readonly does: string;
  readonly by: 'admin' | 'operator' | 'manager' | 'publisher';
  /** Of its answer; `refusals` are asked for too. */
  readonly answer: string;
  readonly input: object;
  /** What is shown once, in its answer. */
  readonly secret?: string;
};

const fields = openSchema().getMutationType()?.getFields() ?? {};
let world: TestEndpoint;
const tokens: Record<string, string> = {};
const ask = async (by: string, does: string, input: object, { answer = '', key = '' } = {}) => {
  const type = String(fields[does]?.args[0]?.type);
  const document = `mutation($input: ${type}) { result: ${does}(input: $input) { ${answer} refusals { code path } } }`;
  const headers = key === '' ? {} : { 'idempotency-key': key };
  const { body } = await world.ask(tokens[by] ?? '', document, { input }, headers);
  expect([does, body.errors]).toEqual([does, undefined]);
  return body.data.result;
};

type Planted = {
  readonly endpoint: string;
  readonly former: string;
  readonly opened: string;
  readonly machine: object;
  readonly invited: object;
  readonly community: object;
};

const casesOf = ({ endpoint, former, opened, machine, invited, community }: Planted): Case[] => {
  const key = 'key { keyId state }';
  const link = 'person { written } link expiresAt';
  const applicant = { slug: 'new-water', name: 'New Water', kind: 'OPERATOR', country: 'XA', contact: 'Ann' };
  const hold = { scope: 'EVERYTHING', target: null, reason: 'A court asks for it.' };
  const certificate = 'a1'.repeat(32);
  return [
    { does: 'createKey', by: 'admin', answer: `${key} token`, input: machine, secret: 'token' },
    {
      does: 'rotateKey',
      by: 'admin',
      answer: `${key} token`,
      input: { id: former },
      secret: 'token',
    },
    { does: 'invitePerson', by: 'admin', answer: link, input: { ...invited, handle: 'ann' }, secret: 'link' },
    { does: 'reinvitePerson', by: 'admin', answer: link, input: { person: 'north-grid/bo' }, secret: 'link' },
    { does: 'inviteApplicant', by: 'admin', answer: 'token expiresAt', input: {}, secret: 'token' },
    {
      ...{ does: 'issueRecoveryCode', by: 'admin', answer: 'code expiresAt', secret: 'code' },
      input: { person: 'north-grid/analyst' },
    },
    {
      ...{ does: 'inviteToCommunity', by: 'manager', answer: 'code expiresAt', secret: 'code' },
      input: { community: 'grid-table', member: null },
    },
    {
      ...{ does: 'createSubscription', by: 'admin', answer: 'subscription { id state }' },
      input: { name: 'Energy', endpoint },
    },
    {
      does: 'rotateEndpointSecret',
      by: 'admin',
      answer: 'endpoint { endpointId } secret',
      input: { endpoint },
    },
    {
      ...{ does: 'registerMachine', by: 'admin', answer: 'machine { registration label }' },
      input: { label: 'A valve', roles: ['INTEGRATOR'], certificate },
    },
    { does: 'applyForMember', by: 'admin', answer: 'application { id stage }', input: applicant },
    {
      ...{ does: 'createCommunity', by: 'operator', answer: 'community { slug version } fitting' },
      input: { ...community, slug: 'water-table', name: 'Lake Round' },
    },
    {
      ...{ does: 'propose', by: 'operator', answer: 'proposal { id state }' },
      input: { kind: 'PLACE_HOLD', payload: hold },
    },
    {
      ...{ does: 'changeCase', by: 'publisher', answer: 'case { caseId notes { text } }' },
      input: { case: opened, act: 'NOTE', note: 'We come at noon' },
    },
  ];
};

const cases: Case[] = [];
beforeAll(async () => {
  world = await openTestEndpoint();
  tokens['admin'] = await world.token('northGrid', 'member-admin');
  tokens['operator'] = await world.token('cyberAgency', 'hub-operator');
  tokens['manager'] = await world.token('energyCentre', 'manager');
  tokens['publisher'] = await world.token('cyberAgency', 'publisher');
  await world.token('northGrid', 'analyst');
  const { id: endpoint } = await plantEndpoint(world, 'northGrid');
  const machine = { kind: 'MACHINE', label: 'A pump', roles: ['INTEGRATOR'] };
  const former = await ask('admin', 'createKey', machine, { answer: 'key { keyId }' });
  const invited = { handle: 'bo', name: 'Bo', roles: ['ANALYST'] };
  await ask('admin', 'invitePerson', invited);
  const community = { slug: 'grid-table', name: 'Grid Table', managers: [CAST.energyCentre.slug] };
  await ask('operator', 'createCommunity', community);
  const warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const answer = { warning, answer: 'NEED_HELP' as const, note: 'Call us', withName: null, site: null };
  good(await acknowledgeWarning(world.hub, await world.actor('northGrid', 'analyst'), answer));
  const opened = await world.hub.cases.rows.findOne({ warning });
  cases.push(
    ...casesOf({
      endpoint,
      former: former.key.keyId,
      machine,
      invited,
      community,
      opened: opened?._id ?? '',
    }),
  );
}, 60_000);
afterAll(() => world.close());

const written = () => world.hub.entries.rows.countDocuments();

test('a repeat makes nothing more, and answers with what was made', async () => {
  for (const { does, by, answer, input, secret } of cases) {
    const key = randomUUID();
    const first = await ask(by, does, input, { answer, key });
    expect([does, first.refusals]).toEqual([does, []]);
    if (secret !== undefined) expect([does, first[secret]]).toEqual([does, expect.any(String)]);
    const before = await written();
    const again = await ask(by, does, input, { answer, key });
    expect([does, await written()]).toEqual([does, before]);
    if (secret === undefined) {
      expect([does, again]).toEqual([does, first]);
      continue;
    }
    const expiresAt = 'expiresAt' in first ? { expiresAt: null } : {};
    const shown = [{ code: 'SHOWN_ONCE', path: `$.${secret}` }];
    expect([does, again]).toEqual([does, { ...first, ...expiresAt, [secret]: null, refusals: shown }]);
    const kept = JSON.stringify(await world.hub.answers.rows.find().toArray());
    expect([does, kept.includes(first[secret])]).toEqual([does, false]);
  }
});

test('with another payload the key is refused, and another key does it anew', async () => {
  const key = randomUUID();
  const input = { kind: 'MACHINE', label: 'One', roles: ['INTEGRATOR'] };
  const answer = 'key { keyId }';
  const one = await ask('admin', 'createKey', input, { answer, key });
  expect((await ask('admin', 'createKey', { ...input, label: 'Two' }, { answer, key })).refusals).toEqual([
    { code: 'IDEMPOTENCY_KEY_REUSED', path: '$' },
  ]);
  const other = await ask('admin', 'createKey', input, { answer, key: randomUUID() });
  expect(other.key.keyId).not.toBe(one.key.keyId);
});

test('what was refused is decided anew', async () => {
  const key = randomUUID();
  const input = { handle: 'cy', name: 'Cy', roles: ['ANALYST'] };
  const known = await ask('admin', 'invitePerson', { ...input, handle: 'bo' }, { key });
  expect(known.refusals).toEqual([{ code: 'PERSON_TAKEN', path: '$.handle' }]);
  expect((await ask('admin', 'invitePerson', input, { key })).refusals).toEqual([]);
});

test('of several at once one does it, and all answer with the same', async () => {
  for (const { does, by, answer, input, secret } of cases.filter((each) => AT_ONCE.has(each.does))) {
    const key = randomUUID();
    const asked = { ...input, ...AT_ONCE.get(does) };
    const before = await world.hub.acts.rows.countDocuments();
    const all = await Promise.all([1, 2, 3, 4].map(() => ask(by, does, asked, { answer, key })));
    expect([does, (await world.hub.acts.rows.countDocuments()) - before]).toEqual([does, 1]);
    const told = all.map((each) => {
      const { refusals: _, expiresAt: _e, ...what } = each;
      return JSON.stringify(secret === undefined ? what : { ...what, [secret]: null });
    });
    expect([does, new Set(told).size]).toEqual([does, 1]);
    if (secret !== undefined)
      expect(all.filter((each) => each[secret] !== null).map((each) => each.refusals)).toEqual([[]]);
  }
});

/** What differs from before, so that nothing is taken already. */
const AT_ONCE: ReadonlyMap<string, object> = new Map([
  ['createKey', { label: 'At once' }],
  ['invitePerson', { handle: 'dee', name: 'Dee' }],
  ['registerMachine', { certificate: 'b2'.repeat(32) }],
  ['createSubscription', { name: 'At once' }],
  ['createCommunity', { slug: 'sea-table', name: 'Harbour Board' }],
  ['issueRecoveryCode', {}],
]);

test('one of the first members is admitted once', async () => {
  const alone = await openTestEndpoint({ isEmpty: true });
  try {
    await alone.hub.members.save(CAST.cyberAgency);
    alone.hub.directory.forget();
    const token = await alone.token('cyberAgency', 'hub-operator');
    const document = `mutation($input: AdmitMemberInput!) { admitMember(input: $input) {
      facts { member { slug } standing } refusals { code } } }`;
    const input = { slug: 'lake-water', name: 'Lake Water', kind: 'OPERATOR', country: 'XA' };
    const headers = { 'idempotency-key': randomUUID() };
    const admit = async () => (await alone.ask(token, document, { input }, headers)).body.data.admitMember;
    const first = await admit();
    expect(first).toEqual({ facts: { member: { slug: 'lake-water' }, standing: 'MEMBER' }, refusals: [] });
    expect(await admit()).toEqual(first);
    expect(await alone.hub.members.all()).toHaveLength(2);
  } finally {
    await alone.close();
  }
});
