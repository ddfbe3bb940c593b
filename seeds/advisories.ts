// Forty real CISA advisories, imported as history through the import service: they are in the feed and notify nobody.
import { readdirSync, readFileSync } from 'node:fs';
import type { Hub } from '../src/hub.ts';
import { importAdvisory } from '../src/service/import/import-advisory.ts';
import { someoneOf, unlessRefused } from './acts.ts';

const FOLDER = new URL('./advisories/', import.meta.url);

export const advisoryFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort();

/** Imports the advisory of this file. Returns whether it was new to the hub. */
export const takeIn = async (hub: Hub, file: string): Promise<boolean> => {
  const importer = await someoneOf(hub, 'cisa-import', 'publisher');
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const { result } = unlessRefused(file, await importAdvisory(hub, importer, text));
  if (result !== 'HELD') return result !== 'UNCHANGED';
  // Five name no sector; the sample sends them to everybody.
  const audience = { alternatives: [{}], excludes: [] };
  unlessRefused(file, await importAdvisory(hub, importer, text, { audience }));
  return true;
};
