// `tocsin stix validate`: what the standard says against an object, a list or a bundle, and where it says so.
import type { Command } from 'commander';
import { isRecord, type JsonRecord } from 'stix2-ts/stix-object';
import { type Finding, hasErrors, validateBundle, validateObject } from 'stix2-ts/validate';
import type { ProblemCode } from '../../domain/problem-codes/catalogue.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { eachFile, type Verdict } from './outcome.ts';
import { JsonFault, nameOf, readJson } from './read-input.ts';
import { visible } from './visible.ts';

export const addValidate = (stix: Command): void => {
  stix
    .command('validate')
    .description('hold files to STIX 2.1 with Errata 01: errors break a MUST, warnings a SHOULD')
    .argument('<file...>', 'each an object, a list of objects or a bundle; - reads standard input')
    .option('--json', 'a line a file: {file, valid, errors, warnings}')
    .action((files: string[], options: Options) => eachFile(files, (file) => validate(file, options)));
};

type Options = { readonly json?: true };

/** `section` is null where not the standard speaks but the file cannot be read. */
type Asserted = {
  readonly path: string;
  readonly code: ProblemCode;
  readonly section: string | null;
  readonly message: string;
};

type Report = {
  readonly file: string;
  readonly valid: boolean;
  readonly errors: readonly Asserted[];
  readonly warnings: readonly Asserted[];
};

/** Of each level, for each file. */
const mostAsserted = 100;

const validate = async (file: string, options: Options): Promise<Verdict> => {
  const report = await reportOn(file).catch((error: unknown) => {
    // A line for each file, whatever it is: the fault itself goes beside, to the person.
    if (options.json === true && error instanceof CliFault) printJson(unreadReport(file, error));
    throw error;
  });
  if (options.json === true) printJson(report);
  else print(textOf(report));
  return report.valid ? 'GOOD' : 'NOT_GOOD';
};

const unreadReport = (file: string, fault: CliFault): Report => {
  const [code, path]: readonly [ProblemCode, string] =
    fault instanceof JsonFault ? [fault.code, fault.place] : ['FILE_UNREADABLE', '$'];
  const section = fault instanceof JsonFault ? 'RFC 8259' : null;
  return { file, valid: false, errors: [{ path, code, section, message: fault.why }], warnings: [] };
};

const reportOn = async (file: string): Promise<Report> => {
  const { value, hasByteOrderMark } = await readJson(file);
  const findings = findingsIn(value);
  const warnings = findings.filter(({ level }) => level === 'warning').map(assertedOf);
  return {
    file,
    valid: !hasErrors(findings),
    errors: findings
      .filter(({ level }) => level === 'error')
      .slice(0, mostAsserted)
      .map(assertedOf),
    warnings: [...(hasByteOrderMark ? [BYTE_ORDER_MARK] : []), ...warnings].slice(0, mostAsserted),
  };
};

const assertedOf = ({ path, code, section, message }: Finding): Asserted => ({
  path,
  code,
  section,
  message,
});

const BYTE_ORDER_MARK: Asserted = {
  path: '$',
  code: 'BYTE_ORDER_MARK',
  section: 'RFC 8259',
  message: 'begins with a byte order mark, at which others stop; save it without',
};

const findingsIn = (value: unknown): Finding[] => {
  if (!Array.isArray(value)) return findingsOfOne(value, '$');
  if (value.length === 0) {
    const message = 'is an empty list; give at least one object';
    return [{ level: 'error', code: 'EMPTY_LIST', path: '$', section: '2.12', message }];
  }
  const findings: Finding[] = [];
  let errors = 0;
  for (const [at, each] of value.entries()) {
    const found = findingsOfOne(each, `$[${at}]`);
    for (const finding of found) findings.push(finding);
    errors += found.filter(({ level }) => level === 'error').length;
    if (errors >= mostAsserted) break;
  }
  return findings;
};

const findingsOfOne = (value: unknown, path: string): Finding[] => {
  if (!isRecord(value) || value['type'] !== 'bundle') return validateObject(value, path);
  const strangers = new Set<string>();
  const { findings } = validateBundle(value, {
    maxObjects: Number.POSITIVE_INFINITY,
    // That a marking be at hand is a hub's demand and not the standard's: here it is a warning.
    knownMarkings: (id) => Boolean(strangers.add(id)),
  });
  const all = [...findings, ...[...strangers].slice(0, mostAsserted).map((id) => strangerFinding(value, id))];
  return all.map((finding) => ({ ...finding, path: path + finding.path.slice(1) }));
};

const strangerFinding = (bundle: JsonRecord, id: string): Finding => {
  const objects = Array.isArray(bundle['objects']) ? bundle['objects'] : [];
  const at = objects.findIndex((each) => isMarkedWith(each, id));
  const message = `${id} is not in the bundle; send its marking-definition along, or a hub that does not know it refuses the bundle`;
  const path = at < 0 ? '$.objects' : `$.objects[${at}]`;
  return { level: 'warning', code: 'MARKING_NOT_FOUND', path, section: '7.2', message };
};

const isMarkedWith = (object: unknown, id: string): boolean => {
  if (!isRecord(object)) return false;
  const { object_marking_refs: refs, granular_markings: granular } = object;
  if (Array.isArray(refs) && refs.includes(id)) return true;
  return Array.isArray(granular) && granular.some((each) => isRecord(each) && each['marking_ref'] === id);
};

const textOf = ({ file, valid, errors, warnings }: Report): string => {
  const counts = [
    ...(errors.length > 0 ? [numberOf(errors, 'error')] : []),
    ...(warnings.length > 0 ? [numberOf(warnings, 'warning')] : []),
  ];
  const verdict = valid ? styled('green', 'valid') : styled('red', 'not valid');
  const head = `${styled('bold', nameOf(file))}: ${[verdict, ...counts].join(', ')}`;
  return [
    head,
    ...errors.map((asserted) => lineOf(styled('red', 'error  '), asserted)),
    ...warnings.map((asserted) => lineOf(styled('yellow', 'warning'), asserted)),
  ].join('\n');
};

const numberOf = (asserted: readonly Asserted[], word: string): string =>
  asserted.length < mostAsserted ? count(asserted.length, word) : `the first ${mostAsserted} ${word}s`;

const lineOf = (level: string, { path, code, section, message }: Asserted): string => {
  const where = section === null ? code : `${code}, ${/^\d/.test(section) ? '§' : ''}${section}`;
  return `  ${level} ${visible(path)} ${visible(message)} ${styled('dim', `(${where})`)}`;
};
