// STIX objects as their producers wrote them, plus the facts that the hub adds.

import { markingReferencesOf, referencesOf } from 'stix2-ts/references';
import { pageSizeProblem } from '../../domain/page-size.ts';
import { listSources } from '../../service/enrichment/list-sources.ts';
import { objectWarnings } from '../../service/object/object-context.ts';
import { readPlaybook } from '../../service/object/read-playbook.ts';
import { readDifference, readVersions } from '../../service/object/version/read-versions.ts';
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

const versions = async (
  object: VisibleObject,
  args: StixObjectVersionsArgs,
  { hub, actor }: RequestContext,
) => {
  const request = { first: args.first ?? 20, after: args.after ?? null };
  const page = valueIn(await readVersions(hub, actor, object, request));
  const edges = page.versions.map(({ cursor, version }) => ({ cursor, node: version }));
  return pageOf(edges, page.hasNextPage, request.after);
};

export const stixResolvers = {
  Query: {
    stixObject: (_, { id }, { loaders }) => loaders.objects().load(id),
    enrichmentSources: (_, __, { hub }) => listSources(hub),
  },
  StixObject: {
    __resolveType: ({ type }) => stixTypeName(type),
    created: ({ object }) => instant(object['created']),
    modified: ({ object }) => instant(object['modified']),
    marking: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp),
    raw: ({ object }) => object,
    references: ({ object }) =>
      [...referencesOf(object), ...markingReferencesOf(object)].map(({ path, id }) => ({
        property: path,
        id,
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
    raw: ({ object }) => object,
  },
  StixReference: { object: ({ id }, _, { loaders }) => loaders.objects().load(id) },
  ObjectSource: { marking: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp) },
} satisfies Partial<Resolvers>;
