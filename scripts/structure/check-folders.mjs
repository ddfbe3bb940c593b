// Checks that no two folders of src/service depend on each other, directly or indirectly, type imports included; what two
// share belongs below both. Files directly in src/service are below all folders. Also checks that only the store uses the
// MongoDB driver.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../setup/node24.mjs';
import { say } from '../setup/say.mjs';
import { sourceFiles } from './source-files.mjs';

const SERVICE = 'src/service';

/** The folder of a file of `parent`: the first step below it, or null for a file in `parent` itself. */
const folderIn = (parent, file) => {
  const steps = path.posix.relative(parent, file).split('/');
  return steps.length === 1 || steps[0] === '..' ? null : steps[0];
};

/** `from` → `to` → the imports that cause the dependency; `files` maps a file's name to its text. */
export const folderImports = (parent, files) => {
  const imports = new Map();
  for (const [file, text] of files) {
    const from = folderIn(parent, file);
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const to = folderIn(parent, path.posix.join(path.posix.dirname(file), fileName));
      const isOutside = !path.posix.join(path.posix.dirname(file), fileName).startsWith(`${parent}/`);
      if (isOutside || to === null || to === from) continue;
      const below = imports.get(from ?? '.') ?? new Map();
      imports.set(from ?? '.', below.set(to, [...(below.get(to) ?? []), `${file} → ${fileName}`]));
    }
  }
  return imports;
};

/** Each cycle of folders, shortest first, reported once. */
export const cyclesIn = (imports) => {
  const cycles = new Map();
  for (const start of imports.keys()) {
    const back = wayBack(imports, start);
    const name = back === null ? '' : [...back].sort().join(' ');
    if (back !== null && !cycles.has(name)) cycles.set(name, back);
  }
  return [...cycles.values()].sort((one, other) => one.length - other.length);
};

const wayBack = (imports, start) => {
  const cameFrom = new Map();
  const waiting = [start];
  while (waiting.length > 0) {
    const here = waiting.shift();
    for (const next of imports.get(here)?.keys() ?? []) {
      if (next === start) return wayTo(cameFrom, here);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, here);
      waiting.push(next);
    }
  }
  return null;
};

const wayTo = (cameFrom, end) => {
  const way = [end];
  for (let here = cameFrom.get(end); here !== undefined; here = cameFrom.get(here)) way.unshift(here);
  return way;
};

/** Driver calls on collections of the store. */
const DRIVER =
  /\.(rows|keys|links|dependencies|aliases|traits|tellings|uses)\s*\.(find|findOne|insertOne|insertMany|updateOne|updateMany|replaceOne|deleteOne|deleteMany|bulkWrite|aggregate|countDocuments|distinct|findOneAnd\w+|watch|createIndex\w*)\(/;

export const driverUses = (files) => [...files].filter(([, text]) => DRIVER.test(text)).map(([file]) => file);

const read = (names) => new Map(names.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));

const main = () => {
  const faults = [];
  const imports = folderImports(SERVICE, read(sourceFiles(root, [SERVICE])));
  for (const ways of (imports.get('.') ?? new Map()).values())
    faults.push(...ways.map((way) => `a file below all folders needs one of them: ${way}`));
  for (const cycle of cyclesIn(imports)) {
    faults.push(`these folders of ${SERVICE} need each other: ${[...cycle, cycle[0]].join(' → ')}`);
    cycle.forEach((from, index) => {
      const to = cycle[(index + 1) % cycle.length];
      for (const way of imports.get(from)?.get(to) ?? []) faults.push(`    ${way}`);
    });
  }
  const others = sourceFiles(root, ['src', 'workers', 'seeds']).filter(
    (file) => !file.startsWith('src/store/'),
  );
  for (const file of driverUses(read(others)))
    faults.push(`${file} uses a collection of the driver; give the store a function for it`);
  for (const fault of faults) say(fault);
  process.exit(faults.length === 0 ? 0 : 1);
};

if (import.meta.main) main();
