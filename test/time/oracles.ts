// What somebody could ask to learn by the time of an answer whether something exists (T7, I34): each oracle has sides that
// are answered alike, the first of which reveals nothing. Those of the root fields that take an id or a name come from the
// schema, so that no field can be left out; the others are written below.
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { openSchema } from '../../src/graphql/schema.ts';
import { inTurn, type Oracle, post, type Side } from './oracle.ts';
import type { Kind } from './pool.ts';
import { SIGN_IN_ORACLES } from './sign-in-oracles.ts';
import { written } from './written-oracles.ts';

/** Where an id goes in: the field, and the path of the argument. */
export type IdPlace = { readonly root: string; readonly field: string; readonly path: readonly string[] };

/** The kinds of ids that each place takes. A place that is missing here fails. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  'Query.node(id)': [
    ...(['warning', 'practice', 'object', 'delivery', 'pair', 'subscription'] as const),
    ...(['member', 'community', 'act', 'application', 'proposal', 'hold'] as const),
  ],
  'Query.nodes(ids)': ['warning', 'object', 'delivery', 'pair'],
  'Query.indicators(filter.warning)': ['warning', 'practice'],
  'Query.auditTrail(filter.warning)': ['warning', 'practice'],
  'Query.register(proposal)': ['proposal'],
  'Query.personData(person)': ['person'],
  'Query.channelDeliveries(filter.endpoint)': ['endpoint'],
  'Query.channelDelivery(id)': ['channelDelivery'],
  'Query.draft(id)': ['draft'],
  'Query.warning(id)': ['warning', 'practice'],
  'Query.stixObject(id)': ['object'],
  'Query.stixVersions(id)': ['object'],
  'Mutation.updateWarning(input.id)': ['warning'],
  'Mutation.cancelWarning(input.id)': ['warning'],
  'Mutation.updatePractice(input.id)': ['practice'],
  'Mutation.withdrawPractice(input.id)': ['practice'],
  'Mutation.acknowledgeWarning(input.warning)': ['warning'],
  'Mutation.recallWarning(input.id)': ['warning'],
  'Mutation.narrowWarning(input.id)': ['warning'],
  'Mutation.remindRecipients(input.warning)': ['warning'],
  'Mutation.createAnswerLink(input.warning)': ['warning'],
  'Mutation.giveFeedback(input.warning)': ['warning'],
  'Mutation.changeCase(input.case)': ['case'],
  'Mutation.retryJob(input.job)': ['job'],
  'Mutation.discardJob(input.job)': ['job'],
  'Mutation.proveEndpoint(input.endpoint)': ['endpoint'],
  'Mutation.challengeEndpoint(input.endpoint)': ['endpoint'],
  'Mutation.changeEndpoint(input.endpoint)': ['endpoint'],
  'Mutation.rotateEndpointSecret(input.endpoint)': ['endpoint'],
  'Mutation.testEndpoint(input.endpoint)': ['endpoint'],
  'Mutation.removeEndpoint(input.endpoint)': ['endpoint'],
  'Mutation.retryDeliveries(input.ids)': ['channelDelivery'],
  'Mutation.retryDeliveries(input.endpoint)': ['endpoint'],
  'Mutation.createSubscription(input.endpoint)': ['endpoint'],
  'Query.subscriptionPreview(input.endpoint)': ['endpoint'],
  'Mutation.changeSubscription(input.id)': ['subscription'],
  'Mutation.pauseSubscription(input.id)': ['subscription'],
  'Mutation.resumeSubscription(input.id)': ['subscription'],
  'Mutation.endSubscription(input.id)': ['subscription'],
  'Mutation.saveDraft(input.seen.id)': ['draft'],
  'Mutation.saveDraft(input.corrects.item)': ['warning', 'practice'],
  'Mutation.discardDraft(input.id)': ['draft'],
  'Mutation.acceptDuplicate(input.id)': ['pair'],
  'Mutation.rejectDuplicate(input.id)': ['pair'],
  'Mutation.undoMerge(input.id)': ['pair'],
  'Mutation.acceptObjectDuplicate(input.one)': ['object'],
  'Mutation.acceptObjectDuplicate(input.other)': ['object'],
  'Mutation.rejectObjectDuplicate(input.one)': ['object'],
  'Mutation.rejectObjectDuplicate(input.other)': ['object'],
  'Mutation.undoObjectMerge(input.one)': ['object'],
  'Mutation.undoObjectMerge(input.other)': ['object'],
  'Mutation.approveProposal(input.id)': ['proposal'],
  'Mutation.refuseProposal(input.id)': ['proposal'],
  'Mutation.withdrawProposal(input.id)': ['proposal'],
  'Mutation.verifyApplication(input.id)': ['application'],
  'Mutation.sponsorApplication(input.id)': ['application'],
  'Mutation.objectToApplication(input.id)': ['application'],
  'Mutation.withdrawObjection(input.id)': ['application'],
  'Mutation.withdrawSponsorship(input.id)': ['application'],
  'Mutation.setAsideObjection(input.id)': ['application'],
  'Mutation.admitApplication(input.id)': ['application'],
  'Mutation.refuseApplication(input.id)': ['application'],
  'Mutation.erasePerson(input.person)': ['person'],
  'Mutation.rotateKey(input.id)': ['key'],
  'Mutation.revokeKey(input.id)': ['key'],
};

/** The same of places that take a name, and of queries alone: an act that names somebody is refused as one that names nobody. */
const NAMED: Readonly<Record<string, readonly Kind[]>> = {
  'Query.contacts(member)': ['memberSlug'],
  'Query.memberFacts(slug)': ['memberSlug'],
  'Query.community(slug)': ['communitySlug'],
  'Query.auditTrail(filter.person)': ['person'],
};

export const nameOf = ({ root, field, path }: IdPlace): string => `${root}.${field}(${path.join('.')})`;

/** Every argument of a root field, or field of an input in one, that is an ID. */
export const idPlaces = (schema: GraphQLSchema): IdPlace[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).flatMap(({ name: field, args }) =>
      args.flatMap((arg) =>
        idsIn(arg.type, [arg.name]).map((path) => ({ root: root?.name ?? '', field, path })),
      ),
    ),
  );

/** What says by its name that it takes that of a member, a community or a person. */
const NAMES = ['member', 'slug', 'person', 'publisher'];

/** Every argument of a query, or field of an input in one, that is a name. */
export const namedPlaces = (schema: GraphQLSchema): IdPlace[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name: field, args }) =>
    args.flatMap((arg) =>
      leavesIn(arg.type, [arg.name], 'String')
        .filter((path) => NAMES.includes(path.at(-1) ?? ''))
        .map((path) => ({ root: 'Query', field, path })),
    ),
  );

const idsIn = (type: GraphQLInputType, path: readonly string[]): (readonly string[])[] =>
  leavesIn(type, path, 'ID');

const leavesIn = (type: GraphQLInputType, path: readonly string[], leaf: string): (readonly string[])[] => {
  const named = getNamedType(type);
  if (named.name === leaf) return [path];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    leavesIn(field.type, [...path, field.name], leaf),
  );
};

const TEXTS = {
  headline: 'Corrected',
  summary: 'Nothing changed.',
  language: 'en',
};
const WARNING = {
  ...TEXTS,
  actions: [{ text: 'Look again' }],
  contacts: [{ name: 'Duty desk', number: '+999 1 555 0100', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
};
const PRACTICE = { ...TEXTS, kind: 'MEASURE', problem: 'Nobody has tried it.', steps: ['Try it.'] };

/** No draft is there by this id, so that whatever else it names is met by the same answer. */
const SEEN = { id: 'draft--00000000-0000-4000-8000-000000000000', version: 1 };
const CORRECTS = { item: 'report--00000000-0000-4000-8000-000000000000', version: 1 };

/** The other arguments of a field. */
const REST: Readonly<Record<string, object>> = {
  updateWarning: { input: { expectedVersion: 1, ...WARNING } },
  cancelWarning: { input: { expectedVersion: 1, reason: 'It was a mistake.' } },
  updatePractice: { input: { expectedVersion: 1, ...PRACTICE } },
  recallWarning: { input: { expectedVersion: 1, reason: 'It was shared too widely.' } },
  narrowWarning: { input: { expectedVersion: 1, reason: 'It was shared too widely.' } },
  changeCase: { input: { act: 'TAKE' } },
  proveEndpoint: { input: { code: '1234-5678' } },
  changeEndpoint: { input: { label: 'other' } },
  setAsideObjection: { input: { member: 'river-water' } },
  createSubscription: { input: { name: 'All' } },
  saveDraft: { input: { kind: 'WARNING', label: '', content: '{}', seen: SEEN, corrects: CORRECTS } },
  objectToApplication: { input: { reason: 'It is not who it says.' } },
  withdrawPractice: { input: { expectedVersion: 1, reason: 'It was a mistake.' } },
};
/** Both objects of a pair; the other is one that the reader sees. */
const OBJECT_PAIRS = ['acceptObjectDuplicate', 'rejectObjectDuplicate', 'undoObjectMerge'];

/** Asks for the refusals of an act, and of anything else only whether it is there; what has a default is left to it. */
const textOf = (root: string, field: GraphQLField<unknown, unknown>, [given]: readonly string[]): string => {
  const args = field.args.filter((arg) => arg.name === given || isRequiredArgument(arg));
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const type = getNamedType(field.type);
  const isAct = isObjectType(type) && type.getFields()['refusals'] !== undefined;
  const selection = isAct ? ' { refusals { code message path remedy } }' : ' { __typename }';
  const selected = isLeafType(type) ? '' : selection;
  return `${root.toLowerCase()} (${declared}) { ${field.name}(${passed})${selected} }`;
};

const placed = (rest: object, path: readonly string[], id: string): object => {
  const [name = '', ...more] = path;
  const inner = (rest as Record<string, object>)[name] ?? {};
  return { ...rest, [name]: more.length === 0 ? id : placed(inner, more, id) };
};

const oraclesAt = (schema: GraphQLSchema, place: IdPlace): Oracle[] => {
  const kinds = KINDS[nameOf(place)] ?? NAMED[nameOf(place)];
  const field = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .find((root) => root?.name === place.root)
    ?.getFields()[place.field];
  if (kinds === undefined || field === undefined)
    throw new Error(`No kind of id is given for ${nameOf(place)} in test/time/oracles.ts.`);
  const query = textOf(place.root, field, place.path);
  return kinds.map((kind) => ({
    name: `${nameOf(place)}, ${kind}`,
    isHeld: true,
    sides: async ({ reader, ids, object }) => {
      const rest = OBJECT_PAIRS.includes(place.field)
        ? { input: { one: object, other: object } }
        : (REST[place.field] ?? {});
      const side =
        (pool: readonly string[]): Side =>
        (nth) =>
          post(reader, { query, variables: placed(rest, place.path, inTurn(pool, nth)) });
      const { absent, hidden, forbidden } = ids[kind];
      return { absent: side(absent), hidden: side(hidden), forbidden: side(forbidden) };
    },
  }));
};

const schema = openSchema();

export const ORACLES: readonly Oracle[] = [
  ...[...idPlaces(schema), ...namedPlaces(schema)].flatMap((place) => oraclesAt(schema, place)),
  ...written,
  ...SIGN_IN_ORACLES,
];

export const KNOWN_PLACES: readonly string[] = [...Object.keys(KINDS), ...Object.keys(NAMED)];
