// Limits the shape of a parsed document before validation: depth, aliases, root fields, fragments, directives.
// Fragments count where they are spread. A cycle ends the count; validation rejects it afterwards.

import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode, visit } from 'graphql';
import type { RequestCode } from '../../domain/problem-codes/catalogue.ts';
import { type Checked, checked, refuse } from '../errors.ts';
import type { Limits } from './limits.ts';

type ShapeLimits = Pick<Limits, 'aliases' | 'fragments' | 'directives' | 'rootFields' | 'queryDepth'>;

/** The standard introspection query is deeper than any other query needs; graphql-js itself limits nested lists in it. */
const INTROSPECTION_DEPTH = 16;

export const checkShape = (document: DocumentNode, limits: ShapeLimits): Checked<null> => {
  const counted = countParts(document);
  const tooMany: readonly [number, number, RequestCode, string][] = [
    [counted.aliases, limits.aliases, 'QUERY_TOO_MANY_ALIASES', 'aliases'],
    [
      counted.fragments,
      limits.fragments,
      'QUERY_TOO_MANY_FRAGMENTS',
      'fragments, including inline fragments and spreads',
    ],
    [counted.directives, limits.directives, 'QUERY_TOO_MANY_DIRECTIVES', 'directives'],
  ];
  for (const [count, limit, code, what] of tooMany) {
    if (count > limit)
      return refuse(code, `The document has ${count} ${what}; at most ${limit} are allowed.`);
  }
  for (const operation of operationsOf(document)) {
    const roots = rootFieldsOf(document, operation).length;
    if (roots > limits.rootFields) {
      const message = `The operation has ${roots} root fields; at most ${limits.rootFields} are allowed.`;
      return refuse('QUERY_TOO_MANY_ROOT_FIELDS', message);
    }
    const depth = depthOf(document, operation.selectionSet, limits.queryDepth);
    if (depth > limits.queryDepth) {
      const message = `The selections are nested more than ${limits.queryDepth} deep.`;
      return refuse('QUERY_TOO_DEEP', `${message} Ask for the inner part by its id in a separate request.`);
    }
  }
  return checked(null);
};

const countParts = (document: DocumentNode) => {
  const counted = { aliases: 0, fragments: 0, directives: 0 };
  visit(document, {
    Field: (node) => {
      if (node.alias !== undefined) counted.aliases += 1;
    },
    Directive: () => {
      counted.directives += 1;
    },
    FragmentDefinition: () => {
      counted.fragments += 1;
    },
    InlineFragment: () => {
      counted.fragments += 1;
    },
    FragmentSpread: () => {
      counted.fragments += 1;
    },
  });
  return counted;
};

export const operationsOf = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);

const fragmentSelections = (document: DocumentNode, name: string): SelectionSetNode | undefined =>
  document.definitions
    .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
    .find((each) => each.name.value === name)?.selectionSet;

type Step = { readonly set: SelectionSetNode; readonly depth: number; readonly isIntrospection: boolean };

/** Names of the root fields, including those in fragments, once per occurrence. */
export const rootFieldsOf = (document: DocumentNode, operation: OperationDefinitionNode): string[] => {
  const names: string[] = [];
  const seen = new Set<string>();
  const open = [operation.selectionSet];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) open.push(selection.selectionSet);
      else {
        const spread = seen.has(selection.name.value)
          ? undefined
          : fragmentSelections(document, selection.name.value);
        seen.add(selection.name.value);
        if (spread !== undefined) open.push(spread);
      }
    }
  }
  return names;
};

/** Nested selection sets. Those below an introspection field count only when they exceed their own limit. */
const depthOf = (document: DocumentNode, root: SelectionSetNode, limit: number): number => {
  const deepestSeen = new Map<string, number>();
  let deepest = 0;
  const open: Step[] = [{ set: root, depth: 0, isIntrospection: false }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const bound = step.isIntrospection ? INTROSPECTION_DEPTH : limit;
    if (step.depth > bound) return limit + 1;
    if (!step.isIntrospection && step.depth > deepest) deepest = step.depth;
    for (const selection of step.set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        if ((deepestSeen.get(name) ?? -1) >= step.depth) continue;
        deepestSeen.set(name, step.depth);
        const set = fragmentSelections(document, name);
        if (set !== undefined) open.push({ ...step, set });
      } else if (selection.selectionSet !== undefined) {
        const isField = selection.kind === Kind.FIELD;
        const isIntrospection = step.isIntrospection || (isField && selection.name.value.startsWith('__'));
        open.push({ set: selection.selectionSet, depth: step.depth + (isField ? 1 : 0), isIntrospection });
      }
    }
  }
  return deepest;
};
