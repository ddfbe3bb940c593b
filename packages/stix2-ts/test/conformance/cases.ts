// Reads the tables of cases that lie beside, and larger public sets when they lie beside the checkout.
import { existsSync, readFileSync } from 'node:fs';

export function readCases<T>(name: string): T[] {
  return JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8')) as T[];
}

const shared = new URL('../../../../../shared/data/', import.meta.url);

/** A file of the public sets (`../shared/data`), or null where they are not at hand. */
export function sharedText(path: string): string | null {
  const file = new URL(path, shared);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
