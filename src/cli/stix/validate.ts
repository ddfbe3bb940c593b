// `tocsin stix validate`: checks an object, a list or a bundle against STIX 2.1, and cites the sections of the standard.
import { type Command, Option } from 'commander';
import { type Finding, hasErrors, type ValidationLevel } from 'stix2-ts/validate';
import type { ProblemCode } from '../../domain/problem-codes/catalogue.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { findingsIn, mostShown } from './findings-in.ts';
import { eachFile, type Verdict } from './outcome.ts';
import { JsonFault, nameOf, readJson } from './read-input.ts';
import { visible } from './visible.ts';

export const addValidate = (stix: Command): void => {
  stix
    .command('validate')
    .description('validate files against STIX 2.1 with Errata 01: errors break a MUST, warnings a SHOULD')
    .argument('<file...>', 'each an object, a list of objects or a bundle; - reads standard input')
    .addOption(
      new Option('--level <level>', 'strict: all of STIX 2.1; receive: what a hub takes and passes on')
        .choices(['strict', 'receive'])
        .default('strict'),
    )
    .option('--json', 'one line per file: {file, valid, errors, warnings}, and received at that level')
    .action((files: string[], options: Options) => eachFile(files, (file) => validate(file, options)));
};

type Options = { readonly json?: true; readonly level: ValidationLevel };

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
  /** At the level `receive`: broken MUSTs that a hub keeps. */
  readonly received?: readonly ShownFinding[];
  readonly warnings: readonly ShownFinding[];
  /** Not strictly valid, and taken by a hub all the same, with findings. Not part of the lines of `--json`. */
  readonly isTakenByHub?: boolean;
};

const validate = async (file: string, options: Options): Promise<Verdict> => {
  const report = await reportOn(file, options.level).catch((error: unknown) => {
    // With --json every file gets a line, also one that cannot be read; the fault itself goes to stderr.
    if (options.json === true && error instanceof CliFault) printJson(unreadReport(file, error));
    throw error;
  });
  const { isTakenByHub: _, ...line } = report;
  if (options.json === true) printJson(line);
  else print(textOf(report));
  return report.valid ? 'GOOD' : 'NOT_GOOD';
};

const unreadReport = (file: string, fault: CliFault): Report => {
  const [code, path]: readonly [ProblemCode, string] =
    fault instanceof JsonFault ? [fault.code, fault.place] : ['FILE_UNREADABLE', '$'];
  const section = fault instanceof JsonFault ? 'RFC 8259' : null;
  return {
    file,
    valid: false,
    errors: [{ path, code, section, message: fault.why }],
    warnings: [],
  };
};

const reportOn = async (file: string, level: ValidationLevel): Promise<Report> => {
  const { value, hasByteOrderMark } = await readJson(file);
  const findings = findingsIn(value, level);
  const of = (wanted: Finding['level']): ShownFinding[] =>
    findings
      .filter((finding) => finding.level === wanted)
      .slice(0, mostShown)
      .map(shownOf);
  const warnings = of('warning');
  const isValid = !hasErrors(findings);
  return {
    file,
    valid: isValid,
    isTakenByHub: level === 'strict' && !isValid && !hasErrors(findingsIn(value, 'receive')),
    errors: of('error'),
    ...(level === 'receive' ? { received: of('received') } : {}),
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

const textOf = ({ file, valid, errors, received = [], warnings, isTakenByHub = false }: Report): string => {
  const counts = [
    ...(errors.length > 0 ? [numberOf(errors, 'error')] : []),
    ...(received.length > 0 ? [`${numberOf(received, 'broken rule')} received`] : []),
    ...(warnings.length > 0 ? [numberOf(warnings, 'warning')] : []),
  ];
  const verdict = valid ? styled('green', 'valid') : styled('red', 'not valid');
  const head = `${styled('bold', nameOf(file))}: ${[verdict, ...counts].join(', ')}`;
  return [
    head,
    ...errors.map((finding) => lineOf(styled('red', 'error  '), finding)),
    ...received.map((finding) => lineOf(styled('yellow', 'received'), finding)),
    ...warnings.map((finding) => lineOf(styled('yellow', 'warning'), finding)),
    ...(isTakenByHub
      ? ['  A hub receives it, and keeps these as findings: --level receive shows them.']
      : []),
  ].join('\n');
};

const numberOf = (findings: readonly ShownFinding[], word: string): string =>
  findings.length < mostShown ? count(findings.length, word) : `the first ${mostShown} ${word}s`;

const lineOf = (level: string, { path, code, section, message }: ShownFinding): string => {
  const where = section === null ? code : `${code}, ${/^\d/.test(section) ? '§' : ''}${section}`;
  return `  ${level} ${visible(path)} ${visible(message)} ${styled('dim', `(${where})`)}`;
};
