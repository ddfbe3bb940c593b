// Which subscriptions are rendered once for all readers, which once for those with the same reason, and which for each reader.
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openDocuments } from '../../../src/graphql/documents.ts';
import { eventShapeOf } from '../../../src/graphql/live/shared-event.ts';
import { openSchema } from '../../../src/graphql/schema.ts';

const schema = openSchema();
const documents = openDocuments(schema, readConfig({}).limits);
const shapeOf = (text: string) => {
  const read = documents.read(text);
  if (!read.ok || read.value[0] === undefined) throw new Error(JSON.stringify(read));
  const { isOwn, asksReason, variables } = eventShapeOf(schema, read.value[0]);
  return [isOwn ? 'own' : asksReason ? 'by reason' : 'shared', ...variables];
};

test.each([
  [
    'subscription { warningReceived { cursor occasion node { id headline publisher { name } } } }',
    ['shared'],
  ],
  ['subscription { warningReceived { node { headline whyMe { kind rule } } } }', ['by reason']],
  ['subscription { warningReceived { node { headline myDelivery { state } } } }', ['own']],
  ['subscription { warningReceived { node { whyMe { isKnownToPublisher } } } }', ['by reason']],
  // What a resolver makes for who asks.
  ['subscription { warningReceived { node { id publisher { slug standing } } } }', ['own']],
  [
    'subscription { warningReceived { node { ...N } } } fragment N on Node { ... on Warning { publisher { ...M } } } fragment M on Member { standing }',
    ['own'],
  ],
  ['subscription { warningReceived { node { ... on Node { id } } } }', ['shared']],
  ['subscription { warningReceived { node { sources { marking } } } }', ['own']],
  ['subscription { warningReceived { node { known { inWords } } } }', ['own']],
  ['subscription { warningReceived { node { objects(first: 2) { edges { node { id } } } } } }', ['own']],
  [
    'subscription { a: warningReceived { b: node { c: headline ... on Warning { d: summary } } } }',
    ['shared'],
  ],
  [
    'subscription { warningReceived { ...E } } fragment E on FeedEdge { node { ...N } } fragment N on Warning { headline }',
    ['shared'],
  ],
  [
    'subscription { warningReceived { ...E } } fragment E on FeedEdge { node { ...N } } fragment N on Warning { bundle }',
    ['own'],
  ],
  // What only says what to subscribe to changes no event.
  [
    'subscription($after: String, $f: FeedFilter) { warningReceived(after: $after, filter: $f) { node { id } } }',
    ['shared'],
  ],
  [
    'subscription($s: Boolean!, $after: String) { warningReceived(after: $after) { node { id headline @skip(if: $s) } } }',
    ['shared', 's'],
  ],
  [
    'subscription($n: Int) { warningReceived { node { objects(first: $n) { edges { cursor } } } } }',
    ['own', 'n'],
  ],
  ['subscription { heartbeat }', ['own']],
] as const)('%s', (text, shape) => {
  expect(shapeOf(text)).toEqual(shape);
});
