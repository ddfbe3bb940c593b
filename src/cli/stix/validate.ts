// `tocsin stix validate`: checks an object, a list or a bundle against STIX 2.1, and cites the sections of the standard.
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
    .description('validate files against STIX 2.1 with Errata 01: errors break a MUST, warnings a SHOULD')
    .argument('<file...>', 'each an object, a list of objects or a bundle; - reads standard input')
    .option('--json', 'one line per file: {file, valid, errors, warnings}')
    .action((files: string[], options: Options) => eachFile(files, (file) => validate(file, options)));
};

type Options = { readonly json?: true };

/** `section` is null when the file cannot be read, since no rule of the standard applies. */
type ShownFinding = {
  readonly path: string;
  readonly code: ProblemCode;
  readonly section: string | null;
  readonly message: string;
};

type Report = {
  readonly file: string;
  readonly valid: boolean;
  readonly errors: readonly ShownFinding[];
  readonly warnings: readonly ShownFinding[];
};

/** Limit per level and file. */
const mostShown = 100;

const validate = async (file: string, options: Options): Promise<Verdict> => {
  const report = await reportOn(file).catch((error: unknown) => {
    // With --json every file gets a line, also one that cannot be read; the fault itself goes to stderr.
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
  const warnings = findings.filter(({ level }) => level === 'warning').map(shownOf);
  return {
    file,
    valid: !hasErrors(findings),
    errors: findings
      .filter(({ level }) => level === 'error')
      .slice(0, mostShown)
      .map(shownOf),
    warnings: [...(hasByteOrderMark ? [BYTE_ORDER_MARK] : []), ...warnings].slice(0, mostShown),
  };
};

const shownOf = ({ path, code, section, message }: Finding): ShownFinding => ({
  path,
  code,
  section,
  message,
});

const BYTE_ORDER_MARK: ShownFinding = {
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
    if (errors >= mostShown) break;
  }
  return findings;
};

const findingsOfOne = (value: unknown, path: string): Finding[] => {
  if (!isRecord(value) || value['type'] !== 'bundle') return validateObject(value, path);
  const unknownMarkings = new Set<string>();
  const { findings } = validateBundle(value, {
    maxObjects: Number.POSITIVE_INFINITY,
    // Only a hub requires that a marking is known, not the standard, so here it is a warning.
    knownMarkings: (id) => Boolean(unknownMarkings.add(id)),
  });
  const all = [
    ...findings,
    ...[...unknownMarkings].slice(0, mostShown).map((id) => unknownMarkingFinding(value, id)),
  ];
  return all.map((finding) => ({ ...finding, path: path + finding.path.slice(1) }));
};

const unknownMarkingFinding = (bundle: JsonRecord, id: string): Finding => {
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
    ...errors.map((finding) => lineOf(styled('red', 'error  '), finding)),
    ...warnings.map((finding) => lineOf(styled('yellow', 'warning'), finding)),
  ].join('\n');
};

const numberOf = (findings: readonly ShownFinding[], word: string): string =>
  findings.length < mostShown ? count(findings.length, word) : `the first ${mostShown} ${word}s`;

const lineOf = (level: string, { path, code, section, message }: ShownFinding): string => {
  const where = section === null ? code : `${code}, ${/^\d/.test(section) ? '§' : ''}${section}`;
  return `  ${level} ${visible(path)} ${visible(message)} ${styled('dim', `(${where})`)}`;
};
