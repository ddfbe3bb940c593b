// Real input for the codecs: the shared data sets where they lie beside the repository, else what the repository ships.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const shared = join(root, '..', 'shared', 'data');

/** The folder of a shared set, or null on a machine that has only the repository. */
export function sharedSet(name: string): string | null {
  const folder = join(shared, name);
  return existsSync(folder) ? folder : null;
}

export function shipped(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function jsonFilesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

/** All 400 advisories of the shared set, else the 40 that are planted. */
export function advisoryFiles(): string[] {
  return jsonFilesUnder(sharedSet('csaf-cisa') ?? join(root, 'seeds', 'advisories'));
}

export function seedAdvisory(name: string): string {
  return shipped(join('seeds', 'advisories', name));
}

export function seedAdvisories(): string[] {
  return jsonFilesUnder(join(root, 'seeds', 'advisories'));
}
