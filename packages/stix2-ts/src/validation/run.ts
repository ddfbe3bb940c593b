// One run of validation: the current path, the findings, and the contents of the bundle. The path is kept as steps and
// only written out for a finding, so that valid objects stay cheap.

import type { FindingCode } from './finding-codes.ts';
import { isReceived, type RuleCode, type ValidationLevel } from './levels.ts';

export type Finding = {
  /** `received`: a broken MUST that the level `receive` keeps (levels.ts). */
  readonly level: 'error' | 'received' | 'warning';
  readonly code: FindingCode;
  /** JSON path: `$.objects[3].created`. */
  readonly path: string;
  /** The section of STIX 2.1 (with Errata 01) that states the rule. */
  readonly section: string;
  readonly message: string;
};

/** What the rest of the bundle provides; absent when an object is validated by itself. */
export type Surroundings = {
  readonly has: (id: string) => boolean;
  readonly knowsMarking: (id: string) => boolean;
};

export type Run = {
  readonly root: string;
  readonly level: ValidationLevel;
  readonly steps: (string | number)[];
  readonly errors: Finding[];
  readonly received: Finding[];
  readonly warnings: Finding[];
  /** What was already reported in this run and need not be repeated: custom types and properties, by owner. */
  readonly reported: Map<string, Set<string>>;
  readonly surroundings: Surroundings | null;
  /** Positions in the bundle of the objects that break a MUST, however many there are. */
  readonly broken: Set<number>;
  /** Of these, the ones with an error: a breach that is not received. */
  readonly refused: Set<number>;
  /** Work done so far: roughly one per property or list item. */
  work: number;
};

/** The most findings kept of each level. */
export const mostFindings = 100;

export function newRun(root: string, surroundings: Surroundings | null, level: ValidationLevel): Run {
  return {
    root,
    level,
    steps: [],
    errors: [],
    received: [],
    warnings: [],
    reported: new Map(),
    surroundings,
    broken: new Set(),
    refused: new Set(),
    work: 0,
  };
}

/** All findings, errors first and what was received next, at most `mostFindings`. */
export function findingsOf(run: Run): Finding[] {
  return [...run.errors, ...run.received, ...run.warnings].slice(0, mostFindings);
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const longestStep = 80;

export function pathOf(run: Run): string {
  return run.root + run.steps.map(stepText).join('');
}

/** One step of a JSON path as written: `[3]`, `.name`, `["x-odd"]`. */
export function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  const name = step.slice(0, longestStep);
  return NAME.test(step) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Whether this level has its maximum of findings, so that no message need be written. */
export function isFull(findings: readonly Finding[]): boolean {
  return findings.length >= mostFindings;
}

/** A broken MUST: an error, or received where the level of the run says so. */
export function error(run: Run, code: RuleCode, section: string, message: string): void {
  const isKept = isReceived(code, run.level);
  const at = run.steps.find((step) => typeof step === 'number');
  if (at !== undefined) {
    run.broken.add(at);
    if (!isKept) run.refused.add(at);
  }
  const findings = isKept ? run.received : run.errors;
  if (isFull(findings)) return;
  findings.push({ level: isKept ? 'received' : 'error', code, path: pathOf(run), section, message });
}

export function warn(run: Run, code: FindingCode, section: string, message: string): void {
  if (isFull(run.warnings)) return;
  run.warnings.push({ level: 'warning', code, path: pathOf(run), section, message });
}

/** True the first time that this run sees the name in its group, for findings that are reported once. */
export function isFirst(run: Run, group: string, name: string): boolean {
  if (isFull(run.warnings)) return false;
  let names = run.reported.get(group);
  if (names === undefined) {
    names = new Set();
    run.reported.set(group, names);
  }
  if (names.has(name)) return false;
  names.add(name);
  return true;
}

/** Runs a check one step further down. */
export function within(run: Run, step: string | number, check: () => void): void {
  run.steps.push(step);
  check();
  run.steps.pop();
}

/** A value as shown in a message: short, on one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : nameOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a string' : String(value).slice(0, 40);
}
