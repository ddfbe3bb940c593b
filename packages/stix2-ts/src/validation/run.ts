// One run of validation: where it stands in the document, what it found, and what the whole bundle holds.
// The path is kept as steps and written out only when something is found, so that good objects cost little.

import type { FindingCode } from './finding-codes.ts';

export type Finding = {
  readonly level: 'error' | 'warning';
  readonly code: FindingCode;
  /** JSON path: `$.objects[3].created`. */
  readonly path: string;
  /** Section of STIX 2.1 (with Errata 01) that says so. */
  readonly section: string;
  readonly message: string;
};

/** What the rest of the bundle can answer; absent when one object is looked at by itself. */
export type Surroundings = {
  readonly has: (id: string) => boolean;
  readonly knowsMarking: (id: string) => boolean;
};

export type Run = {
  readonly root: string;
  readonly steps: (string | number)[];
  readonly errors: Finding[];
  readonly warnings: Finding[];
  /** What is reported once per run whatever its number: custom types and properties, by owner. */
  readonly reported: Map<string, Set<string>>;
  readonly surroundings: Surroundings | null;
  /** Work done so far: about one for a property or an item looked at. */
  work: number;
};

/** Findings kept of each level. */
export const mostFindings = 100;

export function newRun(root: string, surroundings: Surroundings | null): Run {
  return { root, steps: [], errors: [], warnings: [], reported: new Map(), surroundings, work: 0 };
}

/** All findings, errors first, at most `mostFindings`. */
export function findingsOf(run: Run): Finding[] {
  return [...run.errors, ...run.warnings].slice(0, mostFindings);
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const longestStep = 80;

export function pathOf(run: Run): string {
  return run.root + run.steps.map(stepText).join('');
}

/** One step of a JSON path as it is written: `[3]`, `.name`, `["x-odd"]`. */
export function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  const name = step.slice(0, longestStep);
  return NAME.test(step) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Whether no more findings of this level are taken, so that nothing need be said. */
export function isFull(findings: readonly Finding[]): boolean {
  return findings.length >= mostFindings;
}

export function error(run: Run, code: FindingCode, section: string, message: string): void {
  if (isFull(run.errors)) return;
  run.errors.push({ level: 'error', code, path: pathOf(run), section, message });
}

export function warn(run: Run, code: FindingCode, section: string, message: string): void {
  if (isFull(run.warnings)) return;
  run.warnings.push({ level: 'warning', code, path: pathOf(run), section, message });
}

/** True the first time that this run meets the name in its group: for what is worth saying once. */
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

/** A value as a message shows it: short, on one line. */
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
