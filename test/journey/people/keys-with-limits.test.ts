// A key with limits does and reads what its scopes say, of its own person too: with every role and the scope of figures alone
// every act is refused and nothing is written, and what is read is what every key reads.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { type Actor, ROLES } from '../../../src/domain/member.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { type KeyDraft, makeKey } from '../../../src/service/access/make-key.ts';
import { saveDraft } from '../../../src/service/draft/keep-drafts.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';

const PERSON = 'cyber-agency/ana';
const NUMBER = '+999 1 555 0177';
const schema = openSchema();
let world: TestEndpoint;
let whole: string;
let limited: string;
/** What the acts and reads are about. */
let about: Readonly<Record<'key' | 'endpoint' | 'subscription' | 'draft' | 'warning', string>>;

beforeAll(async () => {
  world = await openTestEndpoint();
  const { hub } = world;
  const contacts = [{ kind: 'MOBILE', value: NUMBER, visibleTo: 'PARTNERSHIP' } as const];
  await plantPersons(hub, [PERSON], { roles: ROLES, contacts });
  const ana: Actor = { ...(await world.actor('cyberAgency', 'publisher', PERSON)), roles: ROLES };
  const key = async (label: string, limits: Partial<KeyDraft> = {}) =>
    good(await makeKey(hub, ana, { kind: 'OWN', label, ...limits }));
  const other = await key('Another');
  whole = (await key('For all')).token;
  limited = (await key('For figures', { scopes: ['metrics:read'] })).token;
  const own = await plantEndpoint(world, 'cyberAgency', { person: personIdOf(PERSON) });
  const at = { filter: { sectors: ['energy'] }, name: 'Energy', endpoint: own.id };
  const { id: subscription } = good(await createSubscription(hub, ana, at));
  const form = { kind: 'WARNING' as const, label: 'A plan', content: '{}', seen: null, corrects: null };
  const { id: draft } = good(await saveDraft(hub, ana, form));
  const warning = await publishBy(world, 'cyberAgency', { audience: to('cyberAgency', 'northGrid') });
  await world.drain();
  about = { key: other.key._id, endpoint: own.id, subscription, draft, warning };
}, 60_000);
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

/** What `id` names, by what the name of the field has in it. */
const idFor = (field: string): string => {
  const kind = (['key', 'subscription', 'draft', 'endpoint'] as const).find((each) =>
    field.toLowerCase().includes(each),
  );
  return about[kind ?? 'warning'];
};

const textFor = (field: string, name: string): string => {
  const known: Readonly<Record<string, string>> = {
    ...{ person: PERSON, member: 'north-grid', slug: 'new-member', community: 'health-circle' },
    ...{ endpoint: about.endpoint, warning: about.warning, keyId: about.key, country: 'XA' },
    ...{ provider: 'north-grid', url: 'https://127.0.0.1/other', address: 'ana@example.org' },
  };
  return name === 'id' ? idFor(field) : (known[name] ?? 'A text');
};

/** A value of this type: what it demands, and nothing else. */
const given = (field: string, name: string, type: GraphQLInputType): unknown => {
  if (isNonNullType(type)) return given(field, name, type.ofType);
  if (isListType(type)) return [given(field, name, type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return demandedOf(field, Object.values(type.getFields()));
  if (type.name === 'DateTime') return '2031-01-01T00:00:00Z';
  if (type.name === 'JSON') return {};
  if (type.name === 'Boolean') return true;
  return type.name === 'Int' || type.name === 'Float' ? 1 : textFor(field, name);
};

type Demand = Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>;
const demandedOf = (field: string, all: readonly Demand[]): Record<string, unknown> =>
  Object.fromEntries(
    all
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name, type }) => [name, given(field, name, type)]),
  );

/** What is given beside it, where an act would change nothing without. */
const ALSO: Readonly<Record<string, object>> = {
  changePerson: {
    ...{ name: 'Mallory', languages: ['fr'], timeZone: 'Europe/Paris' },
    contacts: [{ kind: 'PHONE', value: '+999 1 555 0666', visibleTo: 'PARTNERSHIP' }],
  },
  changeEndpoint: { label: 'Another' },
  changeSubscription: { name: 'Another' },
  createKey: { kind: 'OWN' },
  personData: { person: personIdOf(PERSON) },
};

const ask = async (token: string, kind: 'query' | 'mutation', name: string, selection: string) => {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const { args = [] } = type?.getFields()[name] ?? {};
  const demanded = demandedOf(name, args);
  const also = ALSO[name] ?? {};
  const variables =
    kind === 'query' ? { ...demanded, ...also } : { input: { ...Object(demanded['input']), ...also } };
  const used = args.filter((arg) => arg.name in variables);
  const declared = used.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const call = used.length === 0 ? name : `${name}(${passed})`;
  const query = `${kind}${used.length === 0 ? '' : `(${declared})`} { ${call} ${selection} }`;
  const { body } = await world.ask(token, query, variables);
  return { value: body.data?.[name], errors: JSON.stringify(body.errors) };
};

/** DONE, or by which codes it is refused. Each answers with refusals: what it is asked with is as the contract says. */
const doing = async (token: string, name: string): Promise<string> => {
  const { value, errors } = await ask(token, 'mutation', name, '{ refusals { code } }');
  expect([name, errors]).toEqual([name, undefined]);
  return value.refusals.map(({ code }: { code: string }) => code).join() || 'DONE';
};

const fieldsOf = (type: 'query' | 'mutation'): readonly string[] =>
  Object.keys(
    (type === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {},
  ).sort();

/** What the same acts come to by a key without limits: they are refused for the limits and not for what they ask. */
const OWN_ACTS = [
  ...[
    'acknowledgeWarning',
    'addMailAddress',
    'changeEndpoint',
    'changePerson',
    'changeSubscription',
    'createAnswerLink',
  ],
  ...['createKey', 'createSubscription', 'discardDraft', 'endSubscription', 'removeEndpoint', 'revokeKey'],
];

test('every act is refused by a key for figures, and nothing is written', async () => {
  const before = await digests();
  const done: string[] = [];
  for (const name of fieldsOf('mutation')) if ((await doing(limited, name)) === 'DONE') done.push(name);
  expect(done).toEqual([]);
  const after = await digests();
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([]);
}, 120_000);

/** All that a person reads of itself. */
const OF_ITSELF = [
  `{
  me { person profile { name contacts { value } } }
  contacts(member: "cyber-agency") { value }
  keys(whose: OWN) { label }
  endpoints { address }
  ways { isAlive each { isAlive } }
  channelDeliveries(first: 5) { edges { cursor } }
  subscriptions { name }
}`,
  `{
  drafts { label }
  proposals(first: 5) { edges { node { id } } }
  auditTrail(first: 5) { edges { node { id } } }
  cases(first: 5) { edges { cursor } }
  feed(first: 5) { edges { node { id } } }
  toAnswer { id }
  personData(person: "${personIdOf(PERSON)}")
}`,
];

const ofItself = async (token: string) => {
  const [one, other] = await Promise.all(OF_ITSELF.map((query) => world.ask(token, query)));
  return { ...one?.body.data, ...other?.body.data };
};
const NOTHING = { edges: [] };

test('a key for figures reads nothing of its person but its name, and of its keys itself', async () => {
  expect(await ofItself(limited)).toEqual({
    me: { person: PERSON, profile: null },
    ...{ contacts: [], endpoints: [], subscriptions: [], drafts: [], toAnswer: [] },
    ...{ keys: [{ label: 'For figures' }], ways: { isAlive: null, each: [] }, personData: null },
    ...{ channelDeliveries: NOTHING, proposals: NOTHING, auditTrail: NOTHING, cases: NOTHING, feed: NOTHING },
  });
});

/** What every key reads: of the hub itself, and of its member what the member is known for. */
const OF_EVERY_KEY = [
  ...['admissionPolicies', 'approvalKinds', 'communities', 'enrichmentSources', 'keyScopes', 'keys'],
  ...['members', 'retentionClasses'],
];

test('a key for figures is answered no list but those that every key reads', async () => {
  const answered: string[] = [];
  for (const name of fieldsOf('query')) {
    const type = schema.getQueryType()?.getFields()[name]?.type;
    if (!isListType(isNonNullType(type) ? type.ofType : type)) continue;
    const { value } = await ask(
      limited,
      'query',
      name,
      isObjectType(getNamedType(type)) ? '{ __typename }' : '',
    );
    if (Array.isArray(value) && value.length > 0) answered.push(name);
  }
  expect(answered).toEqual(OF_EVERY_KEY);
}, 60_000);

test('what it was refused is done by a key of the same person without limits', async () => {
  const read = await ofItself(whole);
  expect(JSON.stringify(read['me'])).toContain(NUMBER);
  for (const list of ['contacts', 'endpoints', 'subscriptions', 'drafts', 'keys'])
    expect([list, read[list].length > 0]).toEqual([list, true]);
  const done: string[] = [];
  for (const name of fieldsOf('mutation')) if ((await doing(whole, name)) === 'DONE') done.push(name);
  expect(done).toEqual(expect.arrayContaining(OWN_ACTS));
}, 120_000);
