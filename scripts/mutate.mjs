// `npm run mutate`: mutation testing with Stryker (stryker.config.mjs). By default it mutates the rules of policy, then the
// pure parts of the pipeline; `npm run mutate -- policy` runs one part. The results go to docs/mutation.md with their
// commit. It fails when the tests kill fewer than 95 % of the mutants of policy.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';
import { say } from './setup/say.mjs';

const PARTS = {
  policy: 'The rules: `src/policy`',
  pipeline: 'The pure parts of the pipeline, without their tables',
};
const PAGE = path.join(root, 'docs/mutation.md');
const SEED = '20261128';
const PERCENT_OF_RUNS = '2';

async function main() {
  await ready(import.meta.url);
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((part) => !(part in PARTS));
  if (unknown !== undefined)
    throw new Error(`There is no part ${unknown}. There are: ${Object.keys(PARTS).join(', ')}.`);
  const parts = wanted.length === 0 ? Object.keys(PARTS) : wanted;
  let isGood = true;
  for (const part of parts) isGood = (await mutate(part)) === 0 && isGood;
  const sections = keptSections();
  for (const part of parts) sections[part] = sectionOf(part);
  for (const part of parts) say(`\n${sections[part]}`);
  writeFileSync(PAGE, page(Object.values(sections)));
  process.exit(isGood ? 0 : 1);
}

const reportOf = (part) => path.join(root, `.tocsin/mutation-${part}.json`);

function mutate(part) {
  rmSync(reportOf(part), { force: true });
  const args = [
    path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'stryker.config.mjs',
  ];
  const env = { ...process.env, TOCSIN_MUTATE: part, TOCSIN_SEED: SEED, TOCSIN_RUNS: PERCENT_OF_RUNS };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', resolve));
}

function tableOf(part) {
  const file = reportOf(part);
  if (!existsSync(file)) throw new Error(`Stryker left no report of ${part}.`);
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  const rows = Object.entries(files).map(([name, { mutants }]) => ({ name, ...countsOf(mutants) }));
  const sum = countsOf(Object.values(files).flatMap(({ mutants }) => mutants));
  return [
    '| file | changes | killed | survived | no test | killed, % |',
    '|---|---|---|---|---|---|',
    ...[...rows, { name: '**all**', ...sum }].map(
      ({ name, all, killed, survived, untested }) =>
        `| ${name} | ${all} | ${killed} | ${survived} | ${untested} | ${((100 * killed) / all).toFixed(1)} |`,
    ),
    ...survivors(files),
  ].join('\n');
}

/** A mutant that makes a test time out counts as killed; one that does not compile is not counted. */
function countsOf(mutants) {
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  return {
    all: count('Killed', 'Timeout', 'Survived', 'NoCoverage'),
    killed: count('Killed', 'Timeout'),
    survived: count('Survived'),
    untested: count('NoCoverage'),
  };
}

function survivors(files) {
  const alive = Object.entries(files).flatMap(([name, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location, replacement, mutatorName }) => {
        const was = textAt(source, location);
        const now = replacement ?? mutatorName;
        return `- \`${path.basename(name)}:${location.start.line}\` ${short(was)} → ${short(now)}`;
      }),
  );
  return alive.length === 0 ? [] : ['', 'Not noticed:', '', ...alive];
}

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join(' ');
}

const short = (text) => {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'");
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
};

/** What the page has of each part, from the last time that it was asked. */
function keptSections() {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const found = text.split(/^(?=## )/m).slice(1);
  const sectionsOf = ([part, title]) => [
    part,
    found.find((each) => each.startsWith(`## ${title}`))?.trimEnd(),
  ];
  const kept = Object.entries(PARTS).map(sectionsOf);
  return Object.fromEntries(
    kept.map(([part, text]) => [part, text ?? `## ${PARTS[part]}\n\nNot asked yet.`]),
  );
}

function sectionOf(part) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const when = `At commit \`${commit}\` by Stryker ${stryker()}; random properties by ${PERCENT_OF_RUNS} % of their runs, seed ${SEED}.`;
  return `## ${PARTS[part]}\n\n${when}\n\n${tableOf(part)}`;
}

function page(sections) {
  return `# Mutation testing

Made by \`npm run mutate\`. [Stryker](https://stryker-mutator.io/) changes one expression at a time (a condition, an operator, a text, a whole block) and asks whether a unit test fails. What survives is a rule that no test holds, or a change that changes nothing. Of policy at least 95 % must be killed. A change that makes a test hang counts as killed.

${sections.join('\n\n')}
`;
}

function stryker() {
  const file = path.join(root, 'node_modules/@stryker-mutator/core/package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

main().catch(fail);
