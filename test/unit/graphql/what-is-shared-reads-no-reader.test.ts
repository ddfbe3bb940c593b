// What is rendered once for many readers reaches no field that a resolver makes for who asks: every type below a shared row is
// walked, and each of its fields asked for by itself, in the feed and in the stream.
import { expect, test } from '@jest/globals';
import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { readConfig } from '../../../src/config/config.ts';
import { type Operation, openDocuments } from '../../../src/graphql/documents.ts';
import { eventShapeOf } from '../../../src/graphql/live/shared-event.ts';
import { openRowBytes } from '../../../src/graphql/row-bytes.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { planSharedPage, SHARED, SHARED_BELOW } from '../../../src/graphql/shared-page.ts';

const schema = openSchema();
const documents = openDocuments(schema, readConfig({}).limits);

/** Fields of a warning that a resolver makes of nothing but the row. What of the row they read is in the key of what is kept. */
const OF_THE_ROW = ['Warning.effectiveUrgency', 'Warning.effectiveCertainty', 'Warning.raisedBecause'];

type Reached = { readonly name: string; readonly text: string; readonly isResolved: boolean };

const typeNamed = (name: string): GraphQLObjectType => schema.getType(name) as GraphQLObjectType;

const hasResolver = ({ resolve }: GraphQLField<unknown, unknown>): boolean => resolve !== undefined;

/** Each field of each type below a shared row once, with a selection from the row that asks for it. */
const reached = (): Reached[] => {
  const found: Reached[] = [];
  const seen = new Set<string>();
  const walk = (type: GraphQLObjectType, fields: readonly string[], around: (inner: string) => string) => {
    for (const name of fields) {
      const field = type.getFields()[name];
      if (field === undefined) continue;
      const below = getNamedType(field.type);
      const text = around(isObjectType(below) ? `${name} { __typename }` : name);
      found.push({ name: `${type.name}.${name}`, text, isResolved: hasResolver(field) });
      if (!isObjectType(below) || seen.has(below.name)) continue;
      seen.add(below.name);
      walk(below, Object.keys(below.getFields()), (inner) => around(`${name} { ${inner} }`));
    }
  };
  walk(typeNamed('Warning'), [...SHARED, 'whyMe'], (inner) => inner);
  return found;
};

const read = (text: string): Operation => {
  const made = documents.read(text);
  if (!made.ok || made.value[0] === undefined) throw new Error(JSON.stringify(made));
  return made.value[0];
};

const isSharedPage = (text: string): boolean => {
  const compile = () => ({ query: () => ({}), stringify: JSON.stringify });
  const operation = read(`{ feed { edges { node { ${text} } } } }`);
  return planSharedPage(schema, operation, compile as never, openRowBytes()) !== null;
};

const isSharedEvent = (text: string): boolean =>
  !eventShapeOf(schema, read(`subscription { warningReceived { node { ${text} } } }`)).isOwn;

test('no field with an unmarked resolver is shared, and each other field is', () => {
  const marked = new Set([...SHARED_BELOW, ...OF_THE_ROW]);
  const all = reached();
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter(({ isResolved }) => isResolved).map(({ name }) => name)).toContain('Member.standing');
  const wanted = all.map(({ name, isResolved }) => [name, !isResolved || marked.has(name)]);
  expect(all.map(({ name, text }) => [name, isSharedEvent(text)])).toEqual(wanted);
  // The reason is the reader's own, which only the stream keeps apart.
  const ofPages = all.filter(({ text }) => !text.startsWith('whyMe'));
  expect(ofPages.map(({ name, text }) => [name, isSharedPage(text)])).toEqual(
    wanted.filter((_, index) => ofPages.includes(all[index] as Reached)),
  );
});

test('what is marked is made without looking at who asks', () => {
  const context = new Proxy({}, { get: (_, name) => expect(name).toBe('nothing of the request') });
  const row = { item: { grade: { urgency: 'FUTURE', certainty: 'LIKELY', because: null } } };
  const sources: Readonly<Record<string, object>> = { Warning: row, Reason: { kind: 'ADDRESSED' } };
  for (const name of [...SHARED_BELOW, ...OF_THE_ROW]) {
    const [type = '', field = ''] = name.split('.');
    const resolve = typeNamed(type).getFields()[field]?.resolve;
    expect(() => resolve?.(sources[type], {}, context, {} as never)).not.toThrow();
    expect(resolve).toBeDefined();
  }
});

test('what is marked is reached', () => {
  const names = new Set(reached().map(({ name }) => name));
  expect([...SHARED_BELOW, ...OF_THE_ROW].filter((name) => !names.has(name))).toEqual([]);
});
