// What a query costs is what it makes the hub read and give out (I20).
import { expect, test } from '@jest/globals';
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { readConfig } from '../../../src/config/config.ts';
import { PAGE } from '../../../src/console/app/feed/feed-query.ts';
import { openDocuments } from '../../../src/graphql/documents.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { CONSOLE_DOCUMENTS } from '../../../src/operations/console-documents.generated.ts';
import { OPERATIONS } from '../../../src/operations/operations.ts';
import { KEPT_ATTEMPTS, MOST_LOGGED_BYTES } from '../../../src/store/delivery/attempts.ts';

const { limits } = readConfig({});
const schema = openSchema();
const documents = openDocuments(schema, limits);

const costOf = (text: string, variables: Readonly<Record<string, unknown>> = {}): number => {
  const read = documents.read(text);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value[0]?.cost(variables) ?? 0;
};

test('the texts of a log cost by their size, so that no request brings more than a few megabytes of them', () => {
  const page = (first: number) =>
    costOf(`{ channelDeliveries(first: ${first}) { edges { node { attempts { request answer } } } } }`);
  const most = Array.from({ length: 200 }, (_, at) => at + 1).filter(
    (first) => page(first) <= limits.queryCost,
  );
  const bytes = (most.at(-1) ?? 0) * KEPT_ATTEMPTS * 2 * MOST_LOGGED_BYTES;
  expect(most.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(8 * 1024 * 1024);
  // One delivery with all of its attempts, as clients ask for it.
  expect(costOf(OPERATIONS.channelDelivery)).toBeLessThan(limits.queryCost);
});

test('a preview of a subscription costs the versions and objects that it looks at', () => {
  const preview = 'subscriptionPreview(input: { filter: {} }) { refusals { code } }';
  const several = (count: number) =>
    `{ ${Array.from({ length: count }, (_, at) => `p${at}: ${preview}`).join(' ')} }`;
  expect(costOf(several(4))).toBeLessThan(limits.queryCost);
  expect(costOf(several(5))).toBeGreaterThan(limits.queryCost);
});

test('differences of objects cost the work of comparing', () => {
  const several = (count: number) =>
    `{ nodes(ids: [${'"x" '.repeat(count)}]) { ... on StixObject { difference(from: "y") { isWhole } } } }`;
  expect(costOf(several(20))).toBeLessThan(limits.queryCost);
  expect(costOf(several(25))).toBeGreaterThan(limits.queryCost);
});

test('ids that a variable has by default cost as those that are written or sent', () => {
  const ids = Array.from({ length: 100 }, () => 'x');
  const listed = JSON.stringify(ids);
  const sent = costOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(sent).toBeGreaterThanOrEqual(100);
  expect(costOf(`{ nodes(ids: ${listed}) { id } }`)).toBe(sent);
  expect(costOf(`query ($ids: [ID!]! = ${listed}) { nodes(ids: $ids) { id } }`)).toBe(sent);
});

test('each page of the console costs what one operation may', () => {
  const costs = CONSOLE_DOCUMENTS.map(
    (text) =>
      [/(?:query|mutation|subscription) (\w+)/.exec(text)?.[1], costOf(text, { first: PAGE })] as const,
  );
  expect(costs.map(([name]) => name)).toEqual(expect.arrayContaining(['Feed', 'Own', 'WarningIndicators']));
  expect(costs.filter(([, cost]) => cost > limits.queryCost)).toEqual([]);
});

/** Rows that one point may read where a field reads more than it gives. */
const READ_PER_POINT = 25;

/**
 * Of every field of Query that takes no `first`: how many rows of the database it reads at most beyond those that it gives, whose
 * number LIST_SIZES assumes. A field that is not here fails: say what it reads, and give it a weight.
 */
const READS: Readonly<Record<string, number>> = {
  allowedRanges: 0,
  admissionPolicies: 0,
  admissionPolicy: 0,
  answerPlan: 0,
  applications: 0,
  approvalKinds: 0,
  audiencePreview: 0,
  channelDelivery: 0,
  communities: 0,
  community: 0,
  // Answers of the member that is asked for, looked up in batches.
  contacts: 5_000,
  contract: 0,
  draft: 0,
  drafts: 0,
  effect: 100_000,
  endpoints: 0,
  enrichmentSources: 0,
  holds: 2_000,
  hubVersions: 0,
  identityProvider: 0,
  jobs: 0,
  keys: 0,
  keyScopes: 0,
  mayLimitKeysToRanges: 0,
  machines: 0,
  me: 0,
  memberFacts: 0,
  members: 0,
  node: 0,
  nodes: 0,
  personData: 40_000,
  persons: 0,
  register: 15_000,
  retentionClasses: 0,
  sectors: 0,
  states: 0,
  stixObject: 0,
  subscriptionPreview: 2_000,
  subscriptions: 0,
  toAnswer: 0,
  unlistedMembers: 0,
  warning: 0,
  ways: 5_000,
};

/** Of other fields, and of pages that look at more than they give. */
const ALSO_READS: Readonly<Record<string, number>> = {
  '{ warning(id: "x") { feedback { seenBy } } }': 5_000,
  '{ warning(id: "x") { answersBySector { notShown } } }': 5_000,
  // The warning, and the ways of those whom it would reach.
  '{ proposals(first: 1) { edges { node { care { message } } } } }': 500,
  '{ proposals(first: 1) { edges { node { recipients } } } }': 500,
  '{ auditTrail(first: 1) { edges { cursor } } }': 4_000,
};

const leastOf = (name: string): string => {
  const field = schema.getQueryType()?.getFields()[name];
  if (field === undefined) throw new Error(name);
  const given = field.args.filter(isRequiredArgument).map((each) => `${each.name}: ${textOf(each.type)}`);
  const inner = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `{ ${name}${given.length === 0 ? '' : `(${given.join(', ')})`}${inner} }`;
};

/** Some value of this type. */
const textOf = (type: GraphQLInputType): string => {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${textOf(bare.ofType)}]`;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((each) => `${each.name}: ${textOf(each.type)}`).join(', ')} }`;
  }
  if (isEnumType(bare)) return bare.getValues()[0]?.name ?? '';
  if (bare.toString() === 'DateTime') return '"2030-01-01T00:00:00.000Z"';
  return ['Int', 'Float'].includes(bare.toString()) ? '1' : bare.toString() === 'Boolean' ? 'true' : '"x"';
};

test('a field costs by the rows that it reads, also where it gives few', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const without = fields.filter(({ args }) => !args.some((each) => each.name === 'first'));
  expect(without.map(({ name }) => name).toSorted()).toEqual(Object.keys(READS).toSorted());
  const asked = [
    ...Object.entries(READS).map(([name, reads]) => [leastOf(name), reads] as const),
    ...Object.entries(ALSO_READS),
  ];
  const tooCheap = asked.filter(([text, reads]) => costOf(text) < reads / READ_PER_POINT);
  expect(tooCheap).toEqual([]);
  // Whatever is put together, one operation reads no more than this.
  for (const [text, reads] of asked)
    if (reads > 0) expect(Math.floor(limits.queryCost / costOf(text)) * reads).toBeLessThanOrEqual(150_000);
});
