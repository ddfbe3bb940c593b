// All unit tests of one module as one file, for mutation testing only: shared modules load once per mutant instead of once
// per file, which makes a run several times shorter.
import { globSync } from 'node:fs';
import path from 'node:path';

const UNIT = path.join(import.meta.dirname, '../unit');
const FOLDERS: Readonly<Record<string, string>> = { policy: 'policy', pipeline: 'domain' };

const folder = FOLDERS[process.env['TOCSIN_MUTATE'] ?? 'policy'];
for (const file of globSync(`${folder}/**/*.test.ts`, { cwd: UNIT }).sort()) {
  await import(path.join(UNIT, file));
}
