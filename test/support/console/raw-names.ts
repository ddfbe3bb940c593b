// Names of the contract that a view shows to people: values of enums, events and kinds, which are to be said in words, and ids.
// What is marked as code, and what somebody else wrote, may be anything.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import type { Page } from 'playwright-core';
import { ACT_EVENTS } from '../../../src/domain/record/act-events.ts';
import { APPROVABLES } from '../../../src/service/approval/approvables.ts';

const FOLDER = path.join(import.meta.dirname, '../../../schema');
/** Names that are words of the trade. */
const WORDS = new Set(['CVE', 'CSIRT', 'STIX', 'MISP', 'JSON', 'YARA']);

const contract = buildSchema(
  readdirSync(FOLDER)
    .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))
    .join('\n'),
);
const NAMES: readonly string[] = [
  ...new Set([
    ...Object.values(contract.getTypeMap())
      .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
      .flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []))
      .filter((name) => /^[A-Z][A-Z_]{2,}$/.test(name) && !WORDS.has(name)),
    ...ACT_EVENTS,
    ...Object.keys(APPROVABLES),
  ]),
];

/** At most five, with the text around each. */
export const rawNamesIn = (page: Page): Promise<string[]> =>
  page.evaluate((names) => {
    const known = new Set(names);
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      if (node.parentElement?.closest('code, pre, bdi, .tlp, textarea, script, style')) continue;
      // `TLP:RED` and `x/y` are no names of their own.
      const tokens = text.match(/(?<![\w:/.+-])(?:[A-Z][A-Z_]{2,}|[a-z]+\.[a-z-]+)(?![\w])/g) ?? [];
      const ids = text.match(/[a-z]+--[0-9a-f]{8}-[0-9a-f-]+/g) ?? [];
      for (const each of [...tokens.filter((token) => known.has(token)), ...ids])
        found.push(`${each} in "${text.trim().slice(0, 80)}"`);
    }
    return found.slice(0, 5);
  }, NAMES);
