// Runs tests of `npm test` with another seed, as a part of a suite: what they counted and what failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jestArguments } from '../../scripts/jest/arguments.mjs';

const ROOT = path.join(import.meta.dirname, '../..');

export type TestsRun = { readonly counted: number; readonly failures: readonly string[] };

type Report = {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/** `pattern` finds the JSON that a test prints of its counts; its numbers are added up. */
export const runTests = async (
  files: readonly string[],
  seed: number,
  pattern: RegExp,
): Promise<TestsRun> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-tests-'));
  const results = path.join(folder, 'jest.json');
  const args = jestArguments(results, ['--runInBand', ...files]);
  const env = { ...process.env, TOCSIN_SEED: String(seed), NODE_NO_WARNINGS: '1' };
  let said = '';
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const report = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Report) : null;
  rmSync(folder, { recursive: true, force: true });
  const counts = [...said.matchAll(pattern)].flatMap(([, json = '{}']) =>
    Object.values(JSON.parse(json) as Record<string, number>),
  );
  return { counted: counts.reduce((sum, count) => sum + count, 0), failures: failuresOf(report, code, seed) };
};

const failuresOf = (report: Report | null, code: number | null, seed: number): string[] => {
  if (report === null) return [`seed ${seed}: the tests ended with ${code} and left no results`];
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ status, fullName, failureMessages }) =>
      status === 'failed' ? [`seed ${seed}: ${fullName}: ${failureMessages[0]?.slice(0, 600)}`] : [],
    ),
  );
  // A file that fails as a whole has no test that failed.
  if (failed.length === 0 && code !== 0)
    return [
      `seed ${seed}: ${report.testResults
        .map(({ message }) => message)
        .join(' ')
        .slice(0, 600)}`,
    ];
  return failed;
};
