// Measures sizes: lines of a file, lines and parameters of each function, files of a folder.
import path from 'node:path';
import ts from 'typescript';

const FUNCTIONS = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
]);

const nameOf = (node) => {
  if (ts.isConstructorDeclaration(node)) return `new ${node.parent.name?.getText() ?? 'class'}`;
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return ts.isCallExpression(parent)
    ? `an argument of ${parent.expression.getText().slice(0, 40)}`
    : 'a function';
};

/** The callback of a `describe` groups tests and does not count as a function. */
const isChapter = ({ parent }) =>
  ts.isCallExpression(parent) && /^describe(\.\w+)?(\(|$)/.test(parent.expression.getText());

export const linesOf = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Each function of a file, outer ones first: its name, where it begins, how long it is, how many parameters it takes. */
export const functionsIn = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (FUNCTIONS.has(node.kind) && node.body !== undefined && !isChapter(node)) {
      const [from, to] = [node.getStart(source), node.end].map(
        (at) => source.getLineAndCharacterOfPosition(at).line + 1,
      );
      // A callback takes as many parameters as its caller passes, such as the cells of a table's row.
      const own = ts.isCallExpression(node.parent) ? [] : node.parameters;
      const parameters = own.filter(({ name }) => name.getText() !== 'this').length;
      found.push({ name: nameOf(node), line: from, lines: to - from + 1, parameters });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** Files by folder, without those of its subfolders. */
export const filesByFolder = (files) => Map.groupBy(files, (file) => path.posix.dirname(file));
