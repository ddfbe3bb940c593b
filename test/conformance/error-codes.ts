// Where the source and the tests use codes, read from their syntax trees: comments do not count, and neither does the
// catalogue itself.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GraphQLEnumType } from 'graphql';
import ts from 'typescript';
import { openSchema } from '../../src/graphql/schema.ts';
import { APPROVABLES } from '../../src/service/approval/approvables.ts';

export type FoundCode = {
  readonly files: Set<string>;
  /** For a finding: whether `error` or `warn` makes it. */
  readonly levels: Set<'refused' | 'kept'>;
};

const ROOT = path.join(import.meta.dirname, '../..');
const WORD = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Files that only list codes: a mention there does not count as use. */
const LISTS = [/^src\/domain\/problem-codes\//, /^packages\/stix2-ts\/src\/validation\/finding-codes\.ts$/];
/** Vocabularies of the standard, which are in capitals too. */
const VOCABULARIES = /\.generated\.ts$|^packages\/stix2-ts\/src\/registry\//;

/** Which argument of a call is the code. */
const CALLS: Readonly<Record<string, number>> = {
  problem: 0,
  tooFast: 0,
  refuse: 0,
  refusalOf: 0,
  StreamClosed: 0,
  sendProblem: 1,
  error: 1,
  warn: 1,
  report: 1,
};
const LEVELS: Readonly<Record<string, 'refused' | 'kept'>> = {
  error: 'refused',
  warn: 'kept',
  warning: 'kept',
};

/** Words in capitals with an underscore that no client sees. */
const NO_CODES = new Set([
  ...['DEFAULT_MATRIX', 'NOT_ADDRESSED', 'NOT_HEAD'],
  // The type of a CVE record, and names of settings.
  ...['CVE_RECORD', 'MONGODB_URL', 'REDIS_URL', 'TOCSIN_DATABASE', 'TOCSIN_OUTBOUND_CA'],
  // Why a subscription tells something, or does not.
  ...['ADDRESSED_AND_SEVERE', 'ANSWER_DUE', 'LIMIT_OF_HOUR', 'NOTHING_TO_CORRECT', 'NOT_NAMED'],
  ...['QUIET_HOURS', 'SEVERE_AND_IMMEDIATE'],
  // What two persons decide, who made a recovery code, and how a restore takes a right.
  ...Object.keys(APPROVABLES),
  ...['HUB_OPERATORS', 'LATER_EACH'],
]);

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

/** Looks through `condition ? A : B`, which is one place for two words. */
const placeOf = (node: ts.Node): ts.Node =>
  ts.isConditionalExpression(node.parent) && node.parent.condition !== node ? node.parent : node;

const levelOf = (place: ts.Node): 'refused' | 'kept' | undefined => {
  const { parent } = place;
  if (ts.isCallExpression(parent)) return LEVELS[nameOfCall(parent)];
  if (!ts.isPropertyAssignment(parent) || !ts.isObjectLiteralExpression(parent.parent)) return undefined;
  const level = parent.parent.properties
    .filter(ts.isPropertyAssignment)
    .find((each) => each.name.getText() === 'level')?.initializer;
  return level !== undefined && ts.isStringLiteral(level) ? LEVELS[level.text] : undefined;
};

const standsForCode = (place: ts.Node): boolean => {
  const { parent } = place;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return parent.arguments?.indexOf(place as ts.Expression) === CALLS[nameOfCall(parent)];
  }
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'code';
  return ts.isBinaryExpression(parent) && /\bcode \?\?/.test(parent.getText());
};

const stringsOf = (file: string): ts.StringLiteral[] => {
  const found: ts.StringLiteral[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (ts.isStringLiteral(node)) found.push(node);
  };
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
};

/** Every code that the source uses: known ones by name, and any other word in a place where codes are given. */
export const codesInSource = (catalogue: ReadonlySet<string>): Map<string, FoundCode> => {
  const found = new Map<string, FoundCode>();
  const words = enumWords();
  const files = globSync(['src/**/*.ts', 'packages/*/src/**/*.ts', 'workers/**/*.ts', 'seeds/**/*.ts'], {
    cwd: ROOT,
  }).filter((file) => !VOCABULARIES.test(file) && !LISTS.some((list) => list.test(file)));
  for (const file of files) {
    for (const literal of stringsOf(file)) {
      if (!WORD.test(literal.text)) continue;
      const place = placeOf(literal);
      const isUnknown = literal.text.includes('_') && !words.has(literal.text) && !NO_CODES.has(literal.text);
      const isSuspect = isUnknown && !/^src\/(?:cli|console)\/|^workers\/|^seeds\//.test(file);
      // What a client of the hub calls its own states is told to nobody else.
      const isOfHub = standsForCode(place) && !file.startsWith('src/console/');
      if (!catalogue.has(literal.text) && !isOfHub && !isSuspect) continue;
      const code = found.get(literal.text) ?? { files: new Set(), levels: new Set() };
      found.set(literal.text, code);
      code.files.add(file);
      const level = levelOf(place);
      if (level !== undefined) code.levels.add(level);
    }
  }
  return found;
};

/** Words in capitals in the strings of all tests; names of tests do not count. */
export const wordsInTests = (): Set<string> => {
  const words = new Set<string>();
  const files = globSync(['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'], { cwd: ROOT });
  for (const file of files) {
    if (file.endsWith('errors-are-documented.test.ts')) continue;
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (
        !ts.isStringLiteralLike(node) &&
        !ts.isTemplateHead(node) &&
        !ts.isTemplateMiddleOrTemplateTail(node)
      )
        return;
      if (isNameOfTest(node)) return;
      for (const [word] of node.text.matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g)) words.add(word);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return words;
};

const isNameOfTest = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && /^(?:test|describe)\b/.test(parent.expression.getText());
