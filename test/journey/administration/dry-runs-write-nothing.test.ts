// A dry run answers as if the act were done, and leaves every collection as it was; what would be refused is refused.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isInputObjectType, isNonNullType } from 'graphql';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Role } from '../../../src/domain/member.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { newMessage } from '../../../src/service/channel/new-channel-delivery.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import { joinCommunity } from '../../../src/service/community/memberships.ts';
import { registerMachine } from '../../../src/service/credential/administer-machines.ts';
import { applyFor } from '../../../src/service/member/admission/apply.ts';
import { objectToApplication } from '../../../src/service/member/admission/decide-application.ts';
import { keepDependency } from '../../../src/service/member/keep-dependency.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestEndpoint;
beforeAll(async () => {
  world = await openTestEndpoint();
});
afterAll(() => world.close());

/** By name: a digest of all rows. Leases, and when a key was used last, go on by themselves. */
const digests = async (): Promise<Record<string, string>> => {
  const db = world.hub.database.native();
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const found: Record<string, string> = {};
  for (const name of names.filter((each) => !/lease|^system\./.test(each)).sort()) {
    const hash = createHash('sha256');
    const rows = await db.collection(name).find().sort({ _id: 1 }).toArray();
    for (const { lastUsedAt: _, lastSeenAt: __, ...row } of rows) hash.update(JSON.stringify(row));
    found[name] = hash.digest('hex');
  }
  return found;
};

/** Those that are tried by their own code, and tested where they are. */
const BY_THEMSELVES = [
  ...['publishWarning', 'updateWarning', 'publishPractice', 'updatePractice', 'recallWarning'],
  ...['narrowWarning', 'createCommunity', 'changeCommunity', 'deactivatePerson', 'revokeKey'],
];

type Case = {
  readonly as: readonly [CastName, Role, string?];
  readonly input: object;
  /** What refuses it, as it would refuse the act. */
  readonly refusal?: string;
};

const STRONG = { strength: 0.5, redundancy: 0, bufferHours: null };
const MACHINE = {
  label: 'Sensor',
  roles: ['reader'],
  certificate: 'ab'.repeat(32),
  subject: null,
  expiresAt: null,
} as const;
const PROVIDER = {
  ...{ name: 'Accounts', clientId: 'tocsin', clientSecret: null, isShown: false, admits: 'INVITED' as const },
  ...{ groupClaim: null, groups: [], rolesOfAll: [], createdAt: new Date(0) },
} as const;

/** What the acts are about. */
const planted = async () => {
  const { hub } = world;
  const north = await world.actor('northGrid', 'member-admin');
  const operator = await world.actor('cyberAgency', 'hub-operator', 'cyber-agency/ann');
  const facts = { kind: 'OPERATOR', country: 'XA', countries: [], contact: 'Ann' } as const;
  const form = { ...facts, slug: 'dam', name: 'Dam', sectors: ['energy/electricity'] };
  const { id: application } = good(await applyFor(hub, north, form));
  good(await objectToApplication(hub, north, { id: application, reason: 'Unknown to us' }));
  const endpoint = await plantEndpoint(world, 'northGrid');
  const unproved = await plantEndpoint(world, 'northGrid', {
    state: 'UNPROVED',
    address: 'https://127.0.0.1/b',
  });
  const at = { filter: { sectors: ['energy'] }, name: 'Energy', endpoint: endpoint.id };
  const { id: subscription } = good(await createSubscription(hub, north, at));
  good(await keepDependency(hub, north, { provider: 'river-water', service: 'Cooling', ...STRONG }));
  const machine = good(await registerMachine(hub, north, MACHINE));
  const provider = { id: 'north', member: CAST.northGrid.id, issuer: 'https://idp.example', ...PROVIDER };
  await hub.members.change((session) => hub.providers.save(provider, session));
  await plantPersons(hub, ['north-grid/gone'], { state: 'DEACTIVATED' });
  const warning = await publishBy(world, 'cyberAgency', {
    ...{ audience: to('northGrid'), level: 'RECOMMENDATION' },
    answerBy: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    validUntil: null,
  });
  const circle = {
    slug: 'table',
    name: 'Grid Table',
    managers: ['energy-centre'],
    joining: 'REQUEST',
    rule: null,
  };
  good(await createCommunity(hub, operator, circle as Parameters<typeof createCommunity>[2]));
  good(
    await joinCommunity(hub, await world.actor('southGrid', 'manager'), { community: 'table', code: null }),
  );
  const held = { scope: 'WARNING', target: warning, reason: 'Evidence' };
  const { id: proposal } = good(await propose(hub, operator, { kind: 'PLACE_HOLD', payload: held }));
  const lost = newMessage(endpoint, { occasion: 'TEST', key: 'lost', dueAt: new Date(0) }, new Date(0));
  const row = { ...lost, state: 'DEAD' as const, nextAt: null, endedAt: new Date(0) };
  await hub.database.transaction((session) => hub.channelDeliveries.ensure([row], session));
  return {
    application,
    endpoint: endpoint.id,
    unproved: unproved.id,
    subscription,
    machine: machine.id,
    warning,
    proposal,
  };
};

/** By mutation: who asks, with what. */
const cases = async (): Promise<Record<string, Case>> => {
  const { application, endpoint, unproved, subscription, machine, warning, proposal } = await planted();
  const member = { community: 'table', member: 'south-grid' };
  const [northAs, hubAs] = [
    ['northGrid', 'member-admin'],
    ['cyberAgency', 'hub-operator', 'cyber-agency/ann'],
  ] as const;
  return {
    endMembership: { as: northAs, input: {} },
    suspendMember: { as: hubAs, input: { member: 'river-water', reason: 'Silent' } },
    withdrawDependency: { as: northAs, input: { provider: 'river-water', service: 'Cooling' } },
    withdrawSponsorship: { as: northAs, input: { id: application } },
    withdrawObjection: { as: northAs, input: { id: application } },
    refuseApplication: { as: hubAs, input: { id: application } },
    admitApplication: { as: hubAs, input: { id: application }, refusal: 'APPLICATION_NOT_READY' },
    withdrawPractice: {
      as: ['cyberAgency', 'publisher'],
      input: { id: warning, expectedVersion: 1, reason: 'Over' },
      refusal: 'NOT_A_PRACTICE',
    },
    removeIdentityProvider: { as: northAs, input: { issuer: 'https://idp.example' } },
    removeMachine: { as: northAs, input: { registration: machine } },
    challengeEndpoint: { as: northAs, input: { endpoint: unproved } },
    testEndpoint: { as: northAs, input: { endpoint: endpoint } },
    removeEndpoint: { as: northAs, input: { endpoint: endpoint } },
    retryDeliveries: { as: northAs, input: { endpoint: endpoint } },
    leaveCommunity: { as: ['cityHospital', 'manager'], input: { community: 'health-circle' } },
    acceptIntoCommunity: { as: ['energyCentre', 'manager'], input: member },
    removeFromCommunity: { as: ['energyCentre', 'manager'], input: member },
    endSubscription: { as: northAs, input: { id: subscription } },
    remindRecipients: { as: ['cyberAgency', 'publisher'], input: { warning } },
    cancelWarning: {
      as: ['cyberAgency', 'publisher'],
      input: { id: warning, expectedVersion: 1, reason: 'Over' },
    },
    withdrawProposal: { as: hubAs, input: { id: proposal } },
    erasePerson: { as: northAs, input: { person: personIdOf('north-grid/gone') } },
  };
};

const schema = openSchema();
const fieldOf = (name: string) => {
  const field = schema.getMutationType()?.getFields()[name];
  const input = field?.args[0]?.type;
  if (!isNonNullType(input) || !isInputObjectType(input.ofType)) throw new Error(`${name} has no input`);
  return input.ofType;
};

test('each act with `dryRun` answers as if it were done, and writes nothing', async () => {
  const all = await cases();
  const triable = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(
    (name) => 'dryRun' in fieldOf(name).getFields(),
  );
  expect(triable.sort()).toEqual([...Object.keys(all), ...BY_THEMSELVES].sort());
  const tokens = new Map<string, string>();
  for (const { as } of Object.values(all))
    if (!tokens.has(as.join())) tokens.set(as.join(), await world.token(...as));
  await world.drain();
  const before = await digests();
  const refusals: Record<string, readonly string[]> = {};
  for (const [name, { as, input, refusal }] of Object.entries(all)) {
    const query = `mutation($input: ${fieldOf(name).name}!) { ${name}(input: $input) { refusals { code } } }`;
    const asked = { input: { ...input, dryRun: true } };
    const { body } = await world.ask(tokens.get(as.join()) ?? '', query, asked);
    const said = body.data?.[name]?.refusals?.map(({ code }: { code: string }) => code) ?? [
      JSON.stringify(body),
    ];
    if (said.join() !== (refusal ?? '')) refusals[name] = said;
    const after = await digests();
    const changed = Object.keys(after).filter((each) => after[each] !== before[each]);
    if (changed.length > 0) refusals[`${name} wrote`] = changed;
  }
  expect(refusals).toEqual({});
}, 60_000);

test('what a dry run said is what the act does', async () => {
  const token = await world.token('riverWater', 'member-admin');
  const leave = (dryRun: boolean) =>
    world.ask(
      token,
      'mutation($dryRun: Boolean) { endMembership(input: { dryRun: $dryRun }) { facts { standing } refusals { code } } }',
      { dryRun },
    );
  const standing = async () =>
    (await world.hub.members.all()).find(({ slug }) => slug === 'river-water')?.standing;
  const tried = await leave(true);
  expect(tried.body.data.endMembership).toEqual({ facts: { standing: 'LEFT' }, refusals: [] });
  expect(await standing()).toBe('MEMBER');
  expect((await leave(false)).body).toEqual(tried.body);
  expect(await standing()).toBe('LEFT');
});
