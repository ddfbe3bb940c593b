// A promise that is kept in a name has a handler before anything else is awaited: otherwise its rejection meanwhile ends the
// process. `started` of src/store/driver/started.ts gives it one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** Where promises of the driver are started. */
const ROOMS = ['src/store', 'src/service', 'src/graphql', 'src/queue', 'workers'];

const programOf = (): ts.Program => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const files = ROOMS.flatMap((room) => ts.sys.readDirectory(join(ROOT, room), ['.ts']));
  return ts.createProgram(files, { ...options, noEmit: true });
};

const isPromise = (checker: ts.TypeChecker, node: ts.Node): boolean =>
  checker.getTypeAtLocation(node).getSymbol()?.getName() === 'Promise';

/** `started(…)`, or a chain with a handler of rejections. */
const isHandled = (initializer: ts.Expression): boolean => {
  if (!ts.isCallExpression(initializer)) return false;
  const { expression } = initializer;
  if (ts.isIdentifier(expression)) return expression.text === 'started';
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const { name } = expression;
  if (name.text === 'catch' || (name.text === 'then' && initializer.arguments.length > 1)) return true;
  return name.text === 'finally' && isHandled(expression.expression);
};

const mentions = (node: ts.Node, name: string): boolean =>
  (ts.isIdentifier(node) && node.text === name) ||
  (ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false);

/** Whether it waits for something, outside of functions that it only makes. */
const awaits = (node: ts.Node): boolean =>
  ts.isAwaitExpression(node) ||
  (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
  (!ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => awaits(child) || undefined) ?? false));

/** Whether anything is awaited between the declaration and the first statement that uses the name. */
const isLeftAlone = (declaration: ts.VariableDeclaration, name: string): boolean => {
  const statement = declaration.parent.parent;
  const block = statement.parent;
  if (!ts.isBlock(block) && !ts.isSourceFile(block)) return false;
  for (const later of block.statements.slice(block.statements.indexOf(statement as ts.Statement) + 1)) {
    if (mentions(later, name)) return false;
    if (awaits(later)) return true;
  }
  return false;
};

const leftAlone = (program: ts.Program): { readonly kept: number; readonly found: string[] } => {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  let kept = 0;
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer !== undefined &&
      ts.isCallExpression(node.initializer) &&
      isPromise(checker, node.initializer)
    ) {
      kept += 1;
      if (!isHandled(node.initializer) && isLeftAlone(node, node.name.text)) {
        const file = node.getSourceFile();
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${file.fileName.slice(ROOT.length + 1)}:${line + 1} ${node.name.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles())
    if (ROOMS.some((room) => file.fileName.startsWith(join(ROOT, room)))) visit(file);
  return { kept, found };
};

test('no promise is left without a handler while something else is awaited', () => {
  const { kept, found } = leftAlone(programOf());
  expect(found).toEqual([]);
  // The check sees the promises that are kept now.
  expect(kept).toBeGreaterThan(3);
});
