// The suites of the proof: every file below test/prove/suites, which exports a `suite`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Suite } from './suite.ts';

const FOLDER = path.join(import.meta.dirname, 'suites');

export type FoundSuite = { readonly file: string; readonly suite: Suite };

/** Throws for a file without a suite, or an id that two files use. */
export const loadSuite = async (file: string): Promise<Suite> => {
  const { suite } = (await import(file)) as { suite?: Suite };
  const isWhole =
    suite !== undefined &&
    /^[\w-]+$/.test(suite.id) &&
    Number.isInteger(suite.chunks) &&
    suite.chunks > 0 &&
    typeof suite.runChunk === 'function';
  if (!isWhole) throw new Error(`${file} exports no suite (test/prove/suite.ts says what that is).`);
  return suite;
};

/** T1, T2, … first, then by name. */
export const findSuites = async (folder = FOLDER): Promise<FoundSuite[]> => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found: FoundSuite[] = [];
  for (const name of files) {
    const file = path.join(folder, name);
    const suite = await loadSuite(file);
    const other = found.find((each) => each.suite.id === suite.id);
    if (other !== undefined) throw new Error(`${file} and ${other.file} are both called ${suite.id}.`);
    found.push({ file, suite });
  }
  return found.sort((one, other) => orderOf(one.suite).localeCompare(orderOf(other.suite), 'en'));
};

const orderOf = ({ id }: Suite): string =>
  id.replace(/^T(\d+)$/, (_, number: string) => ` ${number.padStart(3, '0')}`);

/** The suites with these ids; without any, all. Throws for an unknown id. */
export const chooseSuites = (found: readonly FoundSuite[], ids: readonly string[]): FoundSuite[] => {
  const isCalled = (id: string) => (each: FoundSuite) => each.suite.id.toLowerCase() === id.toLowerCase();
  const unknown = ids.find((id) => !found.some(isCalled(id)));
  if (unknown !== undefined)
    throw new Error(
      `There is no suite ${unknown}. There are: ${found.map(({ suite }) => suite.id).join(', ')}.`,
    );
  return found.filter((each) => ids.length === 0 || ids.some((id) => isCalled(id)(each)));
};
