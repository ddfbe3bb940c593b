// STIX objects as their producers wrote them, plus the facts that the hub adds.

import { REAL_FIRST } from '../../domain/exercise/partition.ts';
import { listSources } from '../../service/enrichment/list-sources.ts';
import { objectWarnings } from '../../service/object/object-context.ts';
import { readPlaybook } from '../../service/object/playbook/read-playbook.ts';
import { readReferences } from '../../service/object/read-references.ts';
import {
  type ObjectInPartition,
  readDifference,
  readHistory,
  readVersions,
  type VersionPage,
} from '../../service/object/version/read-versions.ts';
import type { VisibleObject } from '../../service/object/visible-object.ts';
import { stixTypeName } from '../contract/stix-types.ts';
import { differenceSource } from '../present/difference.ts';
import { pageOf, valueIn } from '../present/page.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import type { Resolvers, StixObjectVersionsArgs } from '../types.generated.ts';

type PageArguments = Pick<StixObjectVersionsArgs, 'first' | 'after'>;

const instant = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const requestOf = ({ first, after }: PageArguments) => ({
  first: first ?? 20,
  after: after ?? null,
});

const pageOfVersions = ({ versions, hasNextPage }: VersionPage, after: string | null) =>
  pageOf(
    versions.map(({ cursor, version }) => ({ cursor, node: version })),
    hasNextPage,
    after,
  );

const versions = async (object: VisibleObject, args: PageArguments, { hub, actor }: RequestContext) => {
  const request = requestOf(args);
  return pageOfVersions(valueIn(await readVersions(hub, actor, object, request)), request.after);
};

const history = async (
  object: ObjectInPartition,
  args: PageArguments,
  { hub, actor, foundNothing }: RequestContext,
) => {
  const request = requestOf(args);
  const page = valueIn(await readHistory(hub, actor, object, request));
  if (page.versions.length === 0) foundNothing();
  return pageOfVersions(page, request.after);
};

const references = (object: VisibleObject, args: PageArguments, { hub }: RequestContext) => {
  const request = requestOf(args);
  const page = valueIn(readReferences(hub, object, request));
  const edges = page.references.map(({ cursor, reference }) => ({ cursor, node: reference }));
  return pageOf(edges, page.hasNextPage, request.after);
};

const warnings = async (object: VisibleObject, args: PageArguments, { hub, actor }: RequestContext) => {
  const request = requestOf(args);
  const page = valueIn(await objectWarnings(hub, actor, object, request));
  const edges = page.items.map((item) => ({ cursor: item.cursor, node: warningSource(item) }));
  return pageOf(edges, page.hasNextPage, request.after);
};

/** A kind that CACAO does not know is OTHER. */
const STEP_KINDS = {
  start: 'START',
  end: 'END',
  action: 'ACTION',
  'playbook-action': 'PLAYBOOK_ACTION',
  parallel: 'PARALLEL',
  'if-condition': 'IF_CONDITION',
  'while-condition': 'WHILE_CONDITION',
  'switch-condition': 'SWITCH_CONDITION',
} as const;
const isStepKind = (kind: string): kind is keyof typeof STEP_KINDS => Object.hasOwn(STEP_KINDS, kind);

export const stixResolvers = {
  EnrichmentKey: { CVE: 'cve', CWE: 'cwe', VALUE: 'value', SECTOR: 'sector' },
  Query: {
    stixObject: (_, { id }, { loaders }) => loaders.objects(REAL_FIRST).load(id),
    stixVersions: (_, { id, exercise, ...page }, context) =>
      history({ id, partition: exercise ?? null }, page, context),
    enrichmentSources: (_, __, { hub }) => listSources(hub),
  },
  StixObject: {
    __resolveType: ({ type }) => stixTypeName(type),
    id: ({ object }) => object.id,
    created: ({ object }) => instant(object['created']),
    modified: ({ object }) => instant(object['modified']),
    marking: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp),
    raw: ({ object }) => object,
    references: (object, args, context) => references(object, args, context),
    sources: async (object, _, { loaders }) => (await loaders.objectSources().load(object)).tellers,
    corroboration: async (object, _, { loaders }) =>
      (await loaders.objectSources().load(object)).corroboration,
    playbook: (object) => readPlaybook(object),
    enrichment: (object, _, { loaders }) => loaders.enrichment().load(object),
    warnings: (object, args, context) => warnings(object, args, context),
    versions: (object, args, context) => versions(object, args, context),
    revokedBy: async (object, _, { loaders }) => [...(await loaders.revokers().load(object))],
    difference: async (object, { from, to }, { hub, actor, foundNothing }) => {
      const difference = await readDifference(hub, actor, object, { from, to: to ?? null });
      if (difference === null) foundNothing();
      return difference === null ? null : differenceSource(difference);
    },
  },
  StixVersion: {
    modified: ({ object }) => instant(object['modified']),
    marking: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp),
    revoked: ({ isRevoked }) => isRevoked,
    withdrawn: ({ isWithdrawn }) => isWithdrawn,
    raw: ({ object }) => object,
  },
  StixReference: {
    targetId: ({ id }) => id,
    object: ({ id, partition }, _, { loaders }) => loaders.objects(partition).load(id),
  },
  PlaybookStep: { kind: ({ kind }) => (isStepKind(kind) ? STEP_KINDS[kind] : 'OTHER') },
  ObjectSource: {
    objectId: ({ id }) => id,
    marking: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp),
  },
} satisfies Partial<Resolvers>;
