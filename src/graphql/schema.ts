// The executable schema: the SDL of schema/*.graphql, the only source of types, with its resolvers.
import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { checkRates } from './act.ts';
import { stixTypeResolvers } from './contract/stix-types.ts';
import { boundRows } from './limits/listed-rows.ts';
import { approvalResolvers } from './resolvers/administration/approval.ts';
import { auditResolvers } from './resolvers/administration/audit.ts';
import { channelResolvers } from './resolvers/administration/channel.ts';
import { communityResolvers } from './resolvers/administration/community.ts';
import { jobResolvers } from './resolvers/administration/job.ts';
import { keyResolvers } from './resolvers/administration/key.ts';
import { memberResolvers } from './resolvers/administration/member.ts';
import { personResolvers } from './resolvers/administration/person.ts';
import { retentionResolvers } from './resolvers/administration/retention.ts';
import { signInResolvers } from './resolvers/administration/sign-in.ts';
import { answerResolvers } from './resolvers/answer.ts';
import { caseResolvers } from './resolvers/case.ts';
import { commonResolvers } from './resolvers/common.ts';
import { deliveryResolvers } from './resolvers/delivery.ts';
import { draftResolvers } from './resolvers/draft.ts';
import { duplicateResolvers } from './resolvers/duplicate.ts';
import { effectResolvers } from './resolvers/effect.ts';
import { indicatorResolvers } from './resolvers/indicator.ts';
import { objectDuplicateResolvers } from './resolvers/object-duplicate.ts';
import { publishResolvers } from './resolvers/publish.ts';
import { recallResolvers } from './resolvers/recall.ts';
import { sectorResolvers } from './resolvers/sector.ts';
import { stixResolvers } from './resolvers/stix.ts';
import { subscriptionResolvers } from './resolvers/subscription.ts';
import { warningResolvers } from './resolvers/warning.ts';

const FOLDER = new URL('../../schema/', import.meta.url);

export const typeDefinitions = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

/** Made once a process: it holds nothing of a hub, and making it takes a tenth of a second. */
export const openSchema = (): GraphQLSchema => {
  made ??= makeSchema();
  return made;
};

let made: GraphQLSchema | undefined;

/** One of its own: for who changes it. */
export const makeSchema = (): GraphQLSchema => {
  const schema = makeExecutableSchema({
    typeDefs: typeDefinitions(),
    resolvers: [
      answerResolvers,
      caseResolvers,
      approvalResolvers,
      signInResolvers,
      auditResolvers,
      channelResolvers,
      commonResolvers,
      communityResolvers,
      deliveryResolvers,
      draftResolvers,
      duplicateResolvers,
      effectResolvers,
      indicatorResolvers,
      jobResolvers,
      memberResolvers,
      keyResolvers,
      objectDuplicateResolvers,
      personResolvers,
      publishResolvers,
      recallResolvers,
      retentionResolvers,
      sectorResolvers,
      stixResolvers,
      stixTypeResolvers(),
      subscriptionResolvers,
      warningResolvers,
    ],
    inheritResolversFromInterfaces: true,
  });
  checkRates(schema);
  boundRows(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach(spellDefault);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { args } of Object.values(type.getFields())) args.forEach(spellDefault);
  }
  return schema;
};

/** Turns a default from a literal, which graphql-jit ignores, into a value, which it and graphql-js both use. */
const spellDefault = (given: GraphQLArgument | GraphQLInputField): void => {
  const literal = given.default?.literal;
  if (literal !== undefined) given.default = { value: valueFromASTUntyped(literal) };
};
