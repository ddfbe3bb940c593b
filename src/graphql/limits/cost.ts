// The maximum cost of an operation: its fields times the sizes of the pages that contain them. The tree is built once per
// document and evaluated with each request's variables. A shared fragment is evaluated once, so nested spreads stay cheap.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** The cost with these variables; never throws. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

type Page = { readonly variable: string | null; readonly size: number };
type Part = { readonly own: number; readonly page: Page; readonly parts: Part[] };

/** Assumed row counts of lists without `first`. */
export const LIST_SIZES: Readonly<Record<string, number>> = {
  'Indicator.values': 3,
  'StixObject.sources': 5,
  'StixObject.revokedBy': 3,
  'StixObject.enrichment': 10,
  'StixDifference.changes': 100,
  'WarningDifference.changes': 10,
  'StixObjectChange.changes': 10,
  'Delivery.answers': 3,
  'Delivery.channels': 3,
  'ChannelDelivery.attempts': 20,
  'Query.endpoints': 20,
  'Query.allowedRanges': 10,
  'Ways.each': 20,
  'Delivery.reminders': 2,
  'Query.toAnswer': 20,
  'Case.notes': 3,
  'AnswerPlan.sites': 10,
  'AnswerPlan.alternates': 3,
  'Warning.sources': 3,
  'Warning.related': 3,
  'Known.exploited': 2,
  'Known.decisions': 2,
  'Known.scores': 2,
  'Known.probabilities': 2,
  'Known.techniques': 5,
  'Known.falsePositives': 2,
  'DuplicatePair.warnings': 2,
  'EffectResult.cells': 20,
  'EffectCell.steps': 5,
  'WarningFeedback.details': 3,
  'AnswersBySector.sectors': 20,
  'SectorAnswers.answers': 7,
  'Query.subscriptions': 10,
  'Query.drafts': 5,
  'SubscriptionPreview.messages': 40,
  'PreviewedMessage.warnings': 3,
  'Query.applications': 50,
  'Query.admissionPolicies': 10,
  'Query.persons': 50,
  'Query.members': 100,
  'Query.contacts': 20,
  'Query.keys': 20,
  'AudiencePreview.receives': 50,
  'Proposal.care': 6,
  'Proposal.about': 20,
  'AudiencePreview.doesNotReceive': 50,
  'PublishResult.letters': 2,
};

/**
 * What fields cost that read or give more than one row: 1 for each 1 kB of text, for each two versions that are looked at, or for
 * each 25 short rows that are counted.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  'DeliveryAttempt.request': 16,
  'DeliveryAttempt.answer': 16,
  'Draft.content': 64,
  'Query.subscriptionPreview': 1_000,
  'IndicatorValue.warningLists': 2,
  'IndicatorValue.notToBlock': 2,
  'HeldVersion.indicators': 20,
  'Warning.versions': 100,
  'StixObject.difference': 200,
  'Warning.difference': 20,
  'WarningDifference.objects': 200,
  'Query.effect': 4_000,
  'Query.personData': 1_600,
  'Query.register': 2_000,
  'Query.auditTrail': 160,
  'Query.ways': 200,
  'Query.contacts': 200,
  'Query.holds': 80,
  'Proposal.care': 20,
  'Proposal.recipients': 20,
  'Proposal.about': 4,
  'Warning.answersBySector': 200,
  'Warning.feedback': 200,
};

const WRAPPERS = new Set(['edges', 'node', 'pageInfo', 'cursor', '__typename']);
const ONE: Page = { variable: null, size: 1 };

export const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  pageSize: number,
): Cost => {
  const root = schema.getRootType(operation.operation);
  if (!isObjectType(root)) return () => 0;
  const parts = partsOf({ schema, document, operation, fragments: new Map() }, operation.selectionSet, root);
  return (variables) => {
    const known = new Map<Part, number>();
    return parts.reduce((sum, part) => sum + count(part, variables, pageSize, known), 0);
  };
};

const count = (
  part: Part,
  variables: Readonly<Record<string, unknown>>,
  pageSize: number,
  known: Map<Part, number>,
): number => {
  const before = known.get(part);
  if (before !== undefined) return before;
  const size = Math.min(Math.max(sizeGiven(part.page, variables), 1), pageSize);
  const inner = part.parts.reduce((sum, each) => sum + count(each, variables, pageSize, known), 0);
  const total = part.own + size * inner;
  known.set(part, total);
  return total;
};

/** Of `first` its value, of `ids` how many there are; null for anything else. */
const sizeIn = (value: unknown): number | null => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : null;
};

/** A variable that is null overrides its default: the resolver then takes its own. */
const sizeGiven = ({ variable, size }: Page, variables: Readonly<Record<string, unknown>>): number => {
  const given = variable === null ? undefined : variables[variable];
  if (given === null) return DEFAULT_PAGE;
  return sizeIn(given) ?? size;
};

type Walk = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Map<string, Part>;
};

const partsOf = (walk: Walk, set: SelectionSetNode, parent: unknown): Part[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return fieldPart(walk, selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [fragmentPart(walk, selection.name.value)];
    const condition = selection.typeCondition?.name.value;
    const type = condition === undefined ? parent : walk.schema.getType(condition);
    return partsOf(walk, selection.selectionSet, type);
  });

const fragmentPart = (walk: Walk, name: string): Part => {
  const known = walk.fragments.get(name);
  if (known !== undefined) return known;
  const part: Part = { own: 0, page: ONE, parts: [] };
  walk.fragments.set(name, part);
  const fragment = walk.document.definitions.find(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
  );
  if (fragment?.kind === Kind.FRAGMENT_DEFINITION) {
    const type = walk.schema.getType(fragment.typeCondition.name.value);
    part.parts.push(...partsOf(walk, fragment.selectionSet, type));
  }
  return part;
};

const fieldPart = (walk: Walk, node: FieldNode, parent: unknown): Part[] => {
  const name = node.name.value;
  // Introspection reads no store; its depth has its own limit.
  if (name.startsWith('__') || !(isObjectType(parent) || isInterfaceType(parent))) return [];
  const field = (parent as GraphQLObjectType).getFields()[name];
  if (field === undefined) return [];
  const sized = field.args.find((argument) => SIZES.has(argument.name));
  const page =
    sized === undefined ? { variable: null, size: listSize(parent, name) } : pageOf(walk, node, sized);
  const parts =
    node.selectionSet === undefined ? [] : partsOf(walk, node.selectionSet, getNamedType(field.type));
  const own = WEIGHTS[`${parent.name}.${name}`] ?? (WRAPPERS.has(name) ? 0 : 1);
  return [{ own, page, parts }];
};

/** An object type uses the list sizes of its interface. */
const listSize = (parent: GraphQLObjectType | GraphQLInterfaceType, field: string): number => {
  for (const { name } of [parent, ...parent.getInterfaces()]) {
    const size = LIST_SIZES[`${name}.${field}`];
    if (size !== undefined) return size;
  }
  return 1;
};

/** Arguments that say how many rows come: a page size, or one row for each id. */
const SIZES = new Set(['first', 'ids']);
const DEFAULT_PAGE = 50;

/** The same of what a document writes out. */
const writtenSize = (value: ValueNode | undefined): number | null => {
  if (value?.kind === Kind.LIST) return value.values.length;
  return value?.kind === Kind.INT ? Number(value.value) : null;
};

const pageOf = (walk: Walk, node: FieldNode, { name: sized, default: byDefault }: GraphQLArgument): Page => {
  const usual = sizeIn(byDefault?.value) ?? DEFAULT_PAGE;
  const value = node.arguments?.find((argument) => argument.name.value === sized)?.value;
  if (value?.kind !== Kind.VARIABLE) return { variable: null, size: writtenSize(value) ?? usual };
  const name = value.name.value;
  const definition = walk.operation.variableDefinitions?.find((each) => each.variable.name.value === name);
  const fallback = definition?.defaultValue;
  return { variable: name, size: writtenSize(fallback) ?? usual };
};
