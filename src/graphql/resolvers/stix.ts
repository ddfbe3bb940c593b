// STIX objects as their producers wrote them, plus the facts that the hub adds.

import { markingReferencesOf, referencesOf } from 'stix2-ts/references';
import { REAL_FIRST } from '../../domain/exercise/partition.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import { listSources } from '../../service/enrichment/list-sources.ts';
import { objectWarnings } from '../../service/object/object-context.ts';
import { readPlaybook } from '../../service/object/read-playbook.ts';
import {
  type ObjectInPartition,
  readDifference,
  readHistory,
  readVersions,
  type VersionPage,
} from '../../service/object/version/read-versions.ts';
import type { VisibleObject } from '../../service/object/visible-object.ts';
import { refusalError } from '../errors.ts';
import { differenceSource } from '../present/difference.ts';
import { pageOf, valueIn } from '../present/page.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import { stixTypeName } from '../stix-types.ts';
import type { Resolvers, StixObjectVersionsArgs } from '../types.generated.ts';

/** The page limit applies to a plain list as it does to a connection. */
const checkedSize = (first: number, { hub }: RequestContext): number => {
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) throw refusalError(wrongSize);
  return first;
};

const instant = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const requestOf = ({ first, after }: StixObjectVersionsArgs) => ({
  first: first ?? 20,
  after: after ?? null,
});

const pageOfVersions = ({ versions, hasNextPage }: VersionPage, after: string | null) =>
  pageOf(
    versions.map(({ cursor, version }) => ({ cursor, node: version })),
    hasNextPage,
    after,
  );

const versions = async (
  object: VisibleObject,
  args: StixObjectVersionsArgs,
  { hub, actor }: RequestContext,
) => {
  const request = requestOf(args);
  return pageOfVersions(valueIn(await readVersions(hub, actor, object, request)), request.after);
};

const history = async (
  object: ObjectInPartition,
  args: StixObjectVersionsArgs,
  { hub, actor, foundNothing }: RequestContext,
) => {
  const request = requestOf(args);
  const page = valueIn(await readHistory(hub, actor, object, request));
  if (page.versions.length === 0) foundNothing();
  return pageOfVersions(page, request.after);
};

export const stixResolvers = {
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
    references: ({ object, through }) =>
      [...referencesOf(object), ...markingReferencesOf(object)].map(({ path, id }) => ({
        property: path,
        id,
        partition: through.content.access.exercise,
      })),
    sources: async (object, _, { loaders }) => (await loaders.objectSources().load(object)).tellers,
    corroboration: async (object, _, { loaders }) =>
      (await loaders.objectSources().load(object)).corroboration,
    playbook: (object) => readPlaybook(object),
    enrichment: (object, _, { loaders }) => loaders.enrichment().load(object),
    warnings: async (object, { first }, context) => {
      const size = checkedSize(first ?? 20, context);
      return (await objectWarnings(context.hub, context.actor, object, size)).map(warningSource);
    },
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
  StixReference: { object: ({ id, partition }, _, { loaders }) => loaders.objects(partition).load(id) },
  ObjectSource: { marking: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp) },
} satisfies Partial<Resolvers>;
