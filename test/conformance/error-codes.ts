// The stable codes of the hub, read from its source: every literal that stands where codes stand, and every other word
// in capitals that nobody has said to be none. With each: the HTTP statuses and the levels it is told with.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GraphQLEnumType } from 'graphql';
import ts from 'typescript';
import { openSchema } from '../../src/graphql/schema.ts';

export type FoundCode = {
  readonly files: Set<string>;
  readonly statuses: Set<number>;
  readonly levels: Set<'refused' | 'kept'>;
};

const ROOT = path.join(import.meta.dirname, '../..');
const WORD = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Where in a call the code stands, and where the status beside it. */
const CALLS: Readonly<Record<string, { readonly code: number; readonly status?: number }>> = {
  problem: { code: 0 },
  tooFast: { code: 0 },
  StreamClosed: { code: 0 },
  refuse: { code: 1, status: 0 },
  sendProblem: { code: 2, status: 1 },
  error: { code: 1 },
  warn: { code: 1 },
  report: { code: 1 },
};
const LEVELS: Readonly<Record<string, 'refused' | 'kept'>> = {
  error: 'refused',
  warn: 'kept',
  warning: 'kept',
};

/** Words in capitals with a low line that no client meets: each is an inner answer, never told. */
const NO_CODES = new Set(['DEFAULT_MATRIX', 'NOT_HEAD']);

const enumWords = (): Set<string> =>
  new Set(
    Object.values(openSchema().getTypeMap()).flatMap((type) =>
      type instanceof GraphQLEnumType && !type.name.startsWith('__')
        ? type.getValues().map(({ name }) => name)
        : [],
    ),
  );

const nameOfCall = (node: ts.CallExpression | ts.NewExpression): string => {
  const { expression } = node;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
};

const propertyOf = (node: ts.Node, name: string): ts.Expression | undefined =>
  ts.isObjectLiteralExpression(node)
    ? node.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)
        ?.initializer
    : undefined;

/** Through `condition ? A : B`, which is one place for two words. */
const placeOf = (node: ts.Node): ts.Node =>
  ts.isConditionalExpression(node.parent) && node.parent.condition !== node ? node.parent : node;

type Place = {
  readonly isCode: boolean;
  readonly status?: number | undefined;
  readonly level?: 'refused' | 'kept' | undefined;
};

const judge = (literal: ts.StringLiteral): Place => {
  const place = placeOf(literal);
  const { parent } = place;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const name = nameOfCall(parent);
    const call = CALLS[name];
    const at = parent.arguments?.indexOf(place as ts.Expression);
    // Some rooms have a `refuse` of their own, which begins with the code.
    if (call === undefined || (at !== call.code && !(name === 'refuse' && at === 0)))
      return { isCode: false };
    const beside = call.status === undefined ? undefined : parent.arguments?.[call.status];
    const status = beside !== undefined && ts.isNumericLiteral(beside) ? Number(beside.text) : undefined;
    return { isCode: true, status, level: LEVELS[name] };
  }
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'code') {
    const status = propertyOf(parent.parent, 'status');
    const level = propertyOf(parent.parent, 'level');
    return {
      isCode: true,
      status: status !== undefined && ts.isNumericLiteral(status) ? Number(status.text) : undefined,
      level: level !== undefined && ts.isStringLiteral(level) ? LEVELS[level.text] : undefined,
    };
  }
  if (ts.isLiteralTypeNode(parent)) {
    const alias = ts.findAncestor(parent, ts.isTypeAliasDeclaration);
    return { isCode: /(?:Code|Refusal|Exclusion)$/.test(alias?.name.text ?? '') };
  }
  return { isCode: ts.isBinaryExpression(parent) && /\bcode \?\?/.test(parent.getText()) };
};

export const collectCodes = (): Map<string, FoundCode> => {
  const found = new Map<string, FoundCode>();
  const words = enumWords();
  for (const file of globSync('src/**/*.ts', { cwd: ROOT })) {
    if (file.endsWith('.generated.ts') || file.startsWith('packages/stix2-ts/src/registry/')) continue;
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isStringLiteral(node) || !WORD.test(node.text)) return;
      const { isCode, status, level } = judge(node);
      const isUnknownWord = node.text.includes('_') && !words.has(node.text) && !file.startsWith('src/cli/');
      if (!isCode && !(isUnknownWord && !NO_CODES.has(node.text))) return;
      const code = found.get(node.text) ?? { files: new Set(), statuses: new Set(), levels: new Set() };
      found.set(node.text, code);
      code.files.add(file);
      if (status !== undefined) code.statuses.add(status);
      if (level !== undefined) code.levels.add(level);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return found;
};
