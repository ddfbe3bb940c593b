// The contract as text and its version. docs/schema-changes.md says what each version changed.
import { createHash } from 'node:crypto';
import { type GraphQLSchema, printSchema } from 'graphql';

/** MAJOR.MINOR: a greater MINOR only adds, a greater MAJOR removes or changes something. */
export const CONTRACT_VERSION = '2.0';

type Contract = { readonly version: string; readonly sha256: string; readonly text: string };

const made = new WeakMap<GraphQLSchema, Contract>();

/** The whole SDL with descriptions, and its SHA-256 in hex; made once for a schema. */
export const contractOf = (schema: GraphQLSchema): Contract => {
  const held = made.get(schema);
  if (held !== undefined) return held;
  const text = `${printSchema(schema)}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const contract = { version: CONTRACT_VERSION, sha256, text };
  made.set(schema, contract);
  return contract;
};
