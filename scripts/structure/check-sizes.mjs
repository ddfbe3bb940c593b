// Limits sizes: files 400 lines, functions 60 lines and 4 parameters, folders 15 hand-made files. Exceptions are listed
// in size-exceptions.json with reason and size; they may shrink but not grow.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/node24.mjs';
import { say } from '../setup/say.mjs';
import { filesByFolder, functionsIn, linesOf } from './measure.mjs';
import { sourceFiles } from './source-files.mjs';

export const LIMITS = { file: 400, function: 60, parameters: 4, folder: 15 };
const UNITS = {
  file: 'lines of a file',
  function: 'lines of a function',
  parameters: 'parameters',
  folder: 'files in a folder',
};
const FOLDERS = ['src', 'workers', 'seeds', 'packages', 'bench', 'test', 'scripts', 'bin'];

/** What is larger than the limits: `what` names it in the exceptions. `files` maps a file's name to its text. */
export const tooLarge = (files) => {
  const found = [];
  const note = (limit, size, what, at) => {
    if (size > LIMITS[limit]) found.push({ what, limit, size, at });
  };
  for (const [file, text] of files) {
    note('file', linesOf(text), file, file);
    for (const { name, line, lines, parameters } of functionsIn(file, text)) {
      note('function', lines, `${file} ${name}`, `${file}:${line}`);
      note('parameters', parameters, `${file} ${name} (parameters)`, `${file}:${line}`);
    }
  }
  for (const [folder, inside] of filesByFolder([...files.keys()]))
    note('folder', inside.length, folder, folder);
  return found;
};

/** Messages about what exceeds its limit or exception, and about exceptions that are not needed. */
export const faultsIn = (found, exceptions) => {
  const allowed = new Map(exceptions.map((each) => [each.what, each]));
  const grown = found.filter(({ what, size }) => size > (allowed.get(what)?.size ?? 0));
  const needed = new Set(found.map(({ what }) => what));
  return [
    ...grown.map(
      ({ what, limit, size, at }) =>
        `${at}: ${what} has ${size}, ${allowed.has(what) ? `over the ${allowed.get(what)?.size} that are excepted` : `over ${LIMITS[limit]} ${UNITS[limit]}`}`,
    ),
    ...exceptions
      .filter(({ what }) => !needed.has(what))
      .map(({ what }) => `no exception is needed for ${what}`),
    ...exceptions
      .filter(({ reason }) => !reason)
      .map(({ what }) => `the exception for ${what} has no reason`),
  ];
};

const main = () => {
  const files = new Map(
    sourceFiles(root, FOLDERS).map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
  const exceptions = JSON.parse(readFileSync(path.join(import.meta.dirname, 'size-exceptions.json'), 'utf8'));
  const faults = faultsIn(tooLarge(files), exceptions);
  for (const fault of faults) say(fault);
  process.exit(faults.length === 0 ? 0 : 1);
};

if (import.meta.main) main();
