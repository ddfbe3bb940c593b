// The contract keeps its own rules: everything is described in words that help, lists are bounded, what has an id is a node,
// every mutation has one form, and what broke since the contract before is explained.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { contractChanges } from '../../../scripts/contract-pages.mjs';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import { CONTRACT_VERSION } from '../../../src/graphql/contract/contract.ts';
import { LIST_SIZES } from '../../../src/graphql/limits/cost.ts';
import { openSchema } from '../../../src/graphql/schema.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const schema = openSchema();
const types: readonly GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
type Fielded = GraphQLObjectType | GraphQLInterfaceType;
const fielded = types.filter((type): type is Fielded => isObjectType(type) || isInterfaceType(type));

type Element = { readonly at: string; readonly description: string | null | undefined };
const fields: readonly (Element & {
  readonly owner: Fielded;
  readonly field: GraphQLField<unknown, unknown>;
})[] = fielded.flatMap((owner) =>
  Object.values(owner.getFields()).map((field) => ({
    at: `${owner.name}.${field.name}`,
    description: field.description,
    owner,
    field,
  })),
);
const inputs = types.filter(isInputObjectType).flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({
    at: `${type.name}.${field.name}`,
    description: field.description,
    type: field.type,
  })),
);
const args = fields.flatMap(({ at, field }) =>
  field.args.map((arg) => ({ at: `${at}(${arg.name})`, description: arg.description, type: arg.type })),
);
const elements: readonly Element[] = [
  ...types
    .filter(({ name }) => !['Query', 'Subscription'].includes(name))
    .map((type) => ({ at: type.name, description: type.description })),
  ...fields,
  ...args,
  ...inputs,
  ...types
    .filter(isEnumType)
    .flatMap((type) =>
      type.getValues().map((value) => ({ at: `${type.name}.${value.name}`, description: value.description })),
    ),
];

const where = (found: readonly Element[]): string[] =>
  found.map(({ at, description }) => `${at}: ${description}`);

describe('descriptions', () => {
  test('everything has one', () => {
    expect(elements.length).toBeGreaterThan(800);
    expect(where(elements.filter(({ description }) => (description ?? '').trim().length < 4))).toEqual([]);
  });

  test('none only repeats a name', () => {
    const words = (text: string) =>
      text
        .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .match(/[a-z]+/g) ?? [];
    const empty = new Set(['the', 'a', 'an', 'its', 'of', 'this', 'in', 'it', 'is']);
    const says = ({ at, description }: Element): boolean => {
      const known = new Set([...words(at), ...empty]);
      return words(description ?? '').some((word) => !known.has(word) && !known.has(word.replace(/s$/, '')));
    };
    expect(where(elements.filter((each) => !says(each)))).toEqual([]);
  });

  test('each is a sentence or more', () => {
    expect(where(elements.filter(({ description }) => !/[.!)]$/.test(description ?? '')))).toEqual([]);
  });

  test('a field that may be null says when', () => {
    const isTyped = ({ owner }: (typeof fields)[number]) =>
      owner.name.startsWith('Stix') && owner.getInterfaces().some(({ name }) => name === 'StixObject');
    const mayBeNull = fields.filter(
      (each) =>
        !isNonNullType(each.field.type) && !isTyped(each) && !/Connection$/.test(String(each.field.type)),
    );
    expect(mayBeNull.length).toBeGreaterThan(40);
    expect(where(mayBeNull.filter(({ description }) => !/\bnull\b/i.test(description ?? '')))).toEqual([]);
  });

  test('a page size says its limit', () => {
    const sizes = args.filter(({ at }) => at.endsWith('(first)'));
    expect(sizes.length).toBeGreaterThan(10);
    expect(
      where(sizes.filter(({ description }) => !description?.includes(`at most ${MAX_PAGE_SIZE}.`))),
    ).toEqual([]);
  });
});

const isList = (type: unknown): boolean =>
  isListType(type) || (isNonNullType(type) && isListType(type.ofType));

test('a list is a connection, or bounded and says by what', () => {
  const lists = [
    ...fields.filter(({ field }) => isList(field.type)),
    ...inputs.filter(({ type }) => isList(type)),
  ];
  const unbounded = lists.filter(
    ({ at, description }) =>
      !/Connection\.edges$/.test(at) &&
      !/\bat most\b|\bone (?:entry )?for each\b|always two|as many (?:\w+ )?as/i.test(description ?? ''),
  );
  expect(where(unbounded)).toEqual([]);
});

/** They come with what holds them, or are few: each counts as one row. */
const COUNTED_AS_ONE = new Set([
  'Application.standingObjections',
  'AudiencePreview.care',
  'AuditLine.members',
  'Community.managers',
  'Community.members',
  'Community.requests',
  'IdentityProvider.groups',
  'JobList.jobs',
  'MemberFacts.dependencies',
  'MemberFacts.identifiers',
  'NationalSector.mappings',
  'ObjectDuplicate.objects',
  'Person.contacts',
  'Playbook.findings',
  'Playbook.steps',
  'PlaybookStep.commands',
  'PlaybookStep.next',
  'PublishResult.findings',
  'Query.approvalKinds',
  'Query.communities',
  'Query.enrichmentSources',
  'Query.holds',
  'Query.machines',
  'Query.retentionClasses',
  'Query.states',
  'Query.unlistedMembers',
  'SectorDirectory.definitions',
  'SectorDirectory.dependencies',
  'SectorDirectory.scheme',
  'SectorScheme.sectors',
  'SubscriptionFilter.products',
  'Warning.actions',
  'Warning.contacts',
  'Warning.externalReferences',
  'Warning.translations',
  'WarningVersion.actions',
  'WarningVersion.contacts',
  'WarningVersion.externalReferences',
  'WarningVersion.translations',
]);

test('a list of objects without `first` says how many rows a query pays for', () => {
  const unpaid = fields.filter(
    ({ at, owner, field }) =>
      isList(field.type) &&
      !isLeafType(getNamedType(field.type)) &&
      !field.args.some(({ name }) => ['first', 'ids'].includes(name)) &&
      !/Connection\.edges$|\.refusals$/.test(at) &&
      ![owner, ...owner.getInterfaces()].some(({ name }) => `${name}.${field.name}` in LIST_SIZES),
  );
  expect(unpaid.map(({ at }) => at).toSorted()).toEqual([...COUNTED_AS_ONE].toSorted());
});

test('a connection has edges of cursor and node, and is asked for by first and after', () => {
  const connections = fielded.filter(({ name }) => name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(6);
  for (const connection of connections) {
    const { edges, pageInfo } = connection.getFields();
    expect([connection.name, String(pageInfo?.type)]).toEqual([connection.name, 'PageInfo!']);
    const edge = getNamedType(edges?.type) as Fielded;
    // An item of the feed may come again, for another reason.
    const parts = edge.name === 'FeedEdge' ? ['occasion', 'cursor', 'node'] : ['cursor', 'node'];
    expect([edge.name, Object.keys(edge.getFields())]).toEqual([edge.name, parts]);
  }
  const asking = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
  for (const { at, field } of asking) {
    const names = field.args.map(({ name }) => name);
    expect([at, names.includes('first'), names.includes('after')]).toEqual([at, true, true]);
  }
});

test('what has an id is a node', () => {
  const withId = fielded.filter((type) => getNamedType(type.getFields()['id']?.type)?.name === 'ID');
  expect(withId.length).toBeGreaterThan(15);
  const others = withId.filter(
    (type) => type.name !== 'Node' && !type.getInterfaces().some(({ name }) => name === 'Node'),
  );
  expect(others.map(({ name }) => name)).toEqual([]);
});

/** What has a key of its own and is no node: no list, link or event leads to it by its key alone, and why. */
const KEYS: Readonly<Record<string, string>> = {
  'AccessKey.keyId': 'its secret is shown once; `keys` lists those of oneself or of a member',
  'Case.caseId': 'one case of a warning; `cases` lists them, by whose it is',
  'ChannelDelivery.deliveryId': '`channelDelivery` reads it, with its attempts',
  'Draft.draftId': 'its writer alone has it: `draft` reads it, `drafts` lists them',
  'Endpoint.endpointId': '`endpoints` lists those of oneself and of the member',
  'Job.jobId': '`jobs` lists what an operator of the hub has to see to',
  'Person.personId': '`persons` lists those of a member; what a person is, erasure takes away',
  'ReachedBy.deliveryId': 'the delivery to an endpoint that `channelDelivery` reads',
  'TestEndpointResult.deliveryId': 'the same',
  'Me.identity': 'a STIX identity, which `stixObject` reads',
  'Me.personId': 'that of `Person`',
  'ObjectSource.objectId': 'a STIX id, which `stixObject` reads',
  'State.code': 'ISO 3166-1; `states` lists them all',
};

test('what has a key that is no id of a node is here, with the reason; every other ID names something else', () => {
  const own = fields.filter(
    ({ owner, field }) =>
      isObjectType(owner) &&
      String(getNamedType(field.type)) === 'ID' &&
      field.name !== 'id' &&
      /Id$|^code$|^identity$/.test(field.name) &&
      !owner.name.startsWith('Stix'),
  );
  expect(own.map(({ at }) => at).toSorted()).toEqual(Object.keys(KEYS).toSorted());
  // What somebody else calls an id is a text, and stands here alone.
  const texts = [...fields.map(({ at, field }) => ({ at, type: field.type })), ...inputs].filter(
    ({ at, type }) => at.endsWith('.id') && !/^ID!?$/.test(String(type)),
  );
  expect(texts.map(({ at }) => at)).toEqual(['ExternalReference.id', 'ExternalReferenceInput.id']);
});

test('every mutation takes one input and answers one payload with refusals', () => {
  for (const { name, args: given, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    expect([name, given.map((arg) => arg.name)]).toEqual([name, ['input']]);
    const input = given[0]?.type;
    expect([name, isNonNullType(input), isInputObjectType(getNamedType(input))]).toEqual([name, true, true]);
    const payload = getNamedType(type);
    const refusals = isObjectType(payload) ? payload.getFields()['refusals'] : undefined;
    expect([name, String(refusals?.type)]).toEqual([name, '[Refusal!]!']);
  }
});

test('scalars say by what they are specified, and what is deprecated says until when', () => {
  for (const type of types.filter(isScalarType))
    expect([type.name, type.specifiedByURL]).toEqual([type.name, expect.stringMatching(/^https:/)]);
  const deprecated = [
    ...fields.map(({ at, field }) => ({ at, reason: field.deprecationReason })),
    ...fields.flatMap(({ at, field }) =>
      field.args.map((arg) => ({ at: `${at}(${arg.name})`, reason: arg.deprecationReason })),
    ),
    ...types
      .filter(isEnumType)
      .flatMap((type) =>
        type.getValues().map((value) => ({ at: value.name, reason: value.deprecationReason })),
      ),
    ...types
      .filter(isInputObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ at: field.name, reason: field.deprecationReason })),
      ),
  ].filter(({ reason }) => reason != null);
  for (const { at, reason } of deprecated)
    expect([at, reason]).toEqual([at, expect.stringMatching(/\b20\d\d-\d\d-\d\d\b/)]);
});

test('what broke since the contract before is explained, and the version says so', () => {
  const page = readFileSync(path.join(ROOT, 'docs/schema-changes.md'), 'utf8');
  const sections = [...page.matchAll(/^## (\S+)\n(.*?)<!-- changes since (\S+) -->/gms)];
  const [, version, prose = '', before = ''] = sections[0] ?? [];
  expect(version).toBe(CONTRACT_VERSION);
  const old = readFileSync(path.join(ROOT, `docs/contract/${before}.graphql`), 'utf8');
  const changes = contractChanges(old, schema);
  const broken = changes.filter(({ isBreaking }) => isBreaking);
  const [major = 0, minor = 0] = CONTRACT_VERSION.split('.').map(Number);
  const [formerMajor = 0, formerMinor = 0] = before.split('.').map(Number);
  if (broken.length > 0) expect(major).toBeGreaterThan(formerMajor);
  else if (changes.length > 0) expect([major, minor > formerMinor]).toEqual([formerMajor, true]);
  const unexplained = broken.filter(({ description }) => {
    const [coordinate = '', field = ''] = /[A-Z]\w*\.\w+/.exec(description)?.[0].split('.') ?? [];
    return !prose.includes(`${coordinate}.${field}`);
  });
  expect(unexplained.map(({ description }) => description)).toEqual([]);
});
