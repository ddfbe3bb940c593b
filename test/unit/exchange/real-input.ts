// Real input for the codecs: the data that the repository ships, and the advisories that its seeds plant.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

export function shipped(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function seedAdvisory(name: string): string {
  return shipped(join('seeds', 'advisories', name));
}

/** The files of the 40 advisories that are planted. */
export function seedAdvisories(): string[] {
  const folder = join(root, 'seeds', 'advisories');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}
