// The contract with its resolvers: schema/*.graphql is the only source of types.
import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { commonResolvers } from './resolvers/common.ts';
import { deliveryResolvers } from './resolvers/delivery.ts';
import { publishResolvers } from './resolvers/publish.ts';
import { sectorResolvers } from './resolvers/sector.ts';
import { stixResolvers } from './resolvers/stix.ts';
import { warningResolvers } from './resolvers/warning.ts';

const FOLDER = new URL('../../schema/', import.meta.url);

export const typeDefinitions = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

export const openSchema = (): GraphQLSchema =>
  makeExecutableSchema({
    typeDefs: typeDefinitions(),
    resolvers: [
      commonResolvers,
      deliveryResolvers,
      publishResolvers,
      sectorResolvers,
      stixResolvers,
      warningResolvers,
    ],
  });
