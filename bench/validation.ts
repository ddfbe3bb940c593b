// B1: validates ATT&CK for ICS with stix2-ts, against ajv with the OASIS schemas (one compiled function per type, first
// error only, no formats), in turn in this process; and the time to parse the most expensive patterns of 16 kB.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parsePattern } from 'stix2-ts/pattern';
import { validateBundle } from 'stix2-ts/validate';
import { atLeast, type Row, reported } from './figures.ts';
import type { Stage } from './stage.ts';

type Entity = { readonly type: string; readonly id: string };
type Schema = { readonly $id: string };

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const BASE = 'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/';

/** Checks by type; custom types are checked against what all objects share. */
const ajvChecks = (): ((entity: Entity) => boolean) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, unicodeRegExp: false });
  const schemas = JSON.parse(read('schemas/stix-2.1.json')) as Schema[];
  ajv.addSchema(schemas);
  const compiled = (path: string) => {
    const check = ajv.getSchema(`${BASE}${path}.json`);
    if (check === undefined) throw new Error(`There is no schema ${path}.`);
    return check;
  };
  const byType = new Map(
    schemas.flatMap(({ $id }) => {
      const [folder = '', name = ''] = $id.slice(BASE.length).replace('.json', '').split('/');
      const isType =
        folder !== 'common' || /^(?:marking-definition|language-content|extension-definition)$/.test(name);
      return isType ? [[name, compiled(`${folder}/${name}`)] as const] : [];
    }),
  );
  const core = compiled('common/core');
  return (entity) => (byType.get(entity.type) ?? core)(entity) === true;
};

/** The most expensive constructs for their length, each repeated up to 16 kB. */
const expensive: Readonly<Record<string, string>> = {
  comparisons: `[${Array.from({ length: 1_250 }, () => "a:b = 'c'").join(' OR ')}]`,
  'paths with indexes': `[a:${'b[1].'.repeat(2_700)}b = 1]`,
  parentheses: '('.repeat(16_384),
  'apostrophes escaped': `[a:b = '${"\\'".repeat(8_180)}']`,
  'apostrophes open': `[a:b = '${"\\'".repeat(8_180)}`,
  'comments open': '/*'.repeat(8_192),
  blanks: `[a:b${' '.repeat(16_300)}= 1]`,
  'a set': `[a:b IN (${Array.from({ length: 4_000 }, () => '12').join(', ')})]`.slice(0, 16_384),
  base64: `[a:b = b'${'A'.repeat(16_320)}']`,
  'a number': `[a:b = ${'9'.repeat(16_300)}]`,
  'zeros of a time': `[a:b = t'2024-01-01T00:00:00.${'0'.repeat(16_300)}Z']`,
};

const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

const patternRow = (repetitions: number): Row => {
  const slowest = Array.from({ length: repetitions + 1 }, () =>
    Object.values(expensive).map((pattern) => {
      const began = process.threadCpuUsage();
      parsePattern(pattern);
      const { user, system } = process.threadCpuUsage(began);
      return (user + system) / 1_000;
    }),
  ).slice(1);
  const what = `16 kB patterns of ${Object.keys(expensive).length} sorts: CPU to parse the slowest (promised: 20 ms)`;
  return reported(
    { id: 'B1', what, unit: 'ms' },
    slowest.map((times) => Math.max(...times)),
  );
};

export const validation = async ({ repetitions, say }: Stage): Promise<readonly Row[]> => {
  const text = read('../data/attack-ics/ics-attack-18.1.json');
  const bundle = JSON.parse(text) as { objects: Entity[] };
  const { objects } = bundle;
  const holds = ajvChecks();
  const refused = objects.filter((entity) => !holds(entity)).length;
  const { findings } = validateBundle(bundle, { maxObjects: objects.length });
  say(
    `  ajv refuses ${refused} of ${objects.length} objects, Tocsin ${findings.filter(({ level }) => level === 'error').length}`,
  );
  const ours: number[] = [];
  const rival: number[] = [];
  const parse: number[] = [];
  // Twice the usual warm-up, since the first rounds include compilation.
  for (let round = -3; round < repetitions; round += 1) {
    const own = timed(() => void validateBundle(bundle, { maxObjects: objects.length }));
    const ajv = timed(() => objects.forEach((entity) => void holds(entity)));
    const json = timed(() => void JSON.parse(text));
    if (round < 0) continue;
    ours.push((own * 1_000) / objects.length);
    rival.push((ajv * 1_000) / objects.length);
    parse.push((json * 1_000) / objects.length);
  }
  const row = { id: 'B1', unit: 'µs an object' };
  return [
    atLeast(0.8, {
      ...row,
      what: 'validate ATT&CK for ICS, references and markings with it; ajv with the OASIS schemas',
      ours,
      rival,
    }),
    reported({ ...row, what: 'the same; JSON.parse of its text' }, ours, parse),
    patternRow(repetitions),
  ];
};
