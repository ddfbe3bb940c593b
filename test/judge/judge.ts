// The outside judges (stix2, stix2-validator, stix2-patterns) as a process that answers JSON lines.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type OwnPatterns = { readonly valid: string[]; readonly invalid: string[] };

export type Judge = {
  versions(): Promise<Record<string, string>>;
  ownPatterns(): Promise<OwnPatterns>;
  /** The id that stix2 gives each observable, or its error. */
  ids(items: readonly unknown[]): Promise<string[]>;
  /** Null for a valid pattern, else the first complaint. */
  patterns(items: readonly string[]): Promise<(string | null)[]>;
  /** The validator's errors on each bundle. */
  validate(items: readonly unknown[]): Promise<string[][]>;
  /** Null where stix2 accepts it without custom content, else the reason. */
  parse(items: readonly unknown[]): Promise<(string | null)[]>;
  close(): void;
};

const linesOf = async function* (child: ChildProcess): AsyncGenerator<string, undefined> {
  if (child.stdout !== null) yield* createInterface({ input: child.stdout });
  return undefined;
};

export const openJudge = (python: string): Judge => {
  const child = spawn(python, [new URL('judge.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = linesOf(child);
  const ask = async (request: object): Promise<unknown> => {
    child.stdin?.write(`${JSON.stringify(request)}\n`);
    const { value } = await lines.next();
    if (value === undefined) throw new Error('The judge ended before it answered.');
    return JSON.parse(value);
  };
  return {
    versions: () => ask({ op: 'versions' }) as Promise<Record<string, string>>,
    ownPatterns: () => ask({ op: 'own' }) as Promise<OwnPatterns>,
    ids: (items) => ask({ op: 'ids', items }) as Promise<string[]>,
    patterns: (items) => ask({ op: 'patterns', items }) as Promise<(string | null)[]>,
    validate: (items) => ask({ op: 'validate', items }) as Promise<string[][]>,
    parse: (items) => ask({ op: 'parse', items }) as Promise<(string | null)[]>,
    close: () => child.stdin?.end(),
  };
};
