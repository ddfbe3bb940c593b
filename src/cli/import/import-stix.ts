// `tocsin import stix`: brings in reference sets of STIX objects, such as ATT&CK or CAPEC, in chunks of one transaction each.
// Opens the database itself, as `tocsin import csaf` does; the worker then adds the context.
import path from 'node:path';
import { type Command, Option } from 'commander';
import { isRecord, isStixObject, type JsonRecord, type StixObject } from 'stix2-ts/stix-object';
import { type Finding, validateList } from 'stix2-ts/validate';
import { TLP_LEVELS, type Tlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Problem } from '../../domain/problem.ts';
import { documentKind } from '../../exchange/document-kind.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import type { Hub } from '../../hub.ts';
import {
  type ChunkResult,
  chunkLimits,
  importChunk,
  type ReferenceSet,
} from '../../service/import/import-set.ts';
import { type Chunk, chunksOf } from '../../service/import/set-chunks.ts';
import type { ClientOptions } from '../client/settings.ts';
import { publisherOf, withOperatorHub } from '../operator/operator-hub.ts';
import { objectsIn } from '../stix/objects-in.ts';
import { nameOf, readJson } from '../stix/read-input.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson, styled, tell } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';
import { openProgress } from './progress.ts';

export const addImportStix = (group: Command): void => {
  group
    .command('stix')
    .description(
      'STIX 2.1 reference sets (ATT&CK, CAPEC …) as practices that notify nobody; a second run continues where the first stopped',
    )
    .argument('<file...>', 'bundles or lists of objects, each a set')
    .option('--member <slug>', 'the member in whose name they are published on this hub', 'cisa-import')
    .option(
      '--name <name>',
      'what the set is called, the same from release to release (else its own name, or the file)',
    )
    .addOption(
      new Option('--tlp <level>', 'its marking; objects that are marked more strictly stay so')
        // RED would need named persons.
        .choices(TLP_LEVELS.filter((level) => level !== 'RED'))
        .default('GREEN'),
    )
    .option('--dry-run', 'check everything and write nothing')
    .option('--strict', 'exit with 1 when any object was refused')
    .option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)')
    .option('--json', 'one JSON object per file')
    .action(run);
};

type Options = ClientOptions & {
  readonly member: string;
  readonly name?: string;
  readonly tlp: Tlp;
  readonly dryRun?: true;
  readonly strict?: true;
  readonly json?: true;
};

type SetFile = {
  readonly file: string;
  readonly set: ReferenceSet;
  readonly objects: readonly StixObject[];
  /** Why objects were left out. */
  readonly refused: readonly Finding[];
  readonly left: number;
};

type Tally = Record<ChunkResult, number> & { problems: Problem[]; isStopped: boolean };

const run = async (files: string[], options: Options): Promise<void> => {
  if (options.name !== undefined && files.length > 1)
    throw new CliFault(
      '--name names one set.',
      `There are ${files.length} files.`,
      'Import them one by one.',
      2,
    );
  const tally: Tally = { NEW: 0, UPDATED: 0, UNCHANGED: 0, problems: [], isStopped: false };
  const stop = (): void => {
    if (tally.isStopped) process.exit(130);
    tally.isStopped = true;
    tell('\nStopping after this part; the same command continues from here. Ctrl-C again stops at once.');
  };
  process.on('SIGINT', stop);
  await withOperatorHub(options, async (hub) => {
    const actor = await publisherOf(hub, options.member);
    for (const file of files) {
      if (!tally.isStopped) await importFile(hub, actor, await readSet(file, options), { options, tally });
    }
  });
  process.removeListener('SIGINT', stop);
  if (tally.problems.length > 0) process.exitCode = 1;
};

type Run = { readonly options: Options; readonly tally: Tally };
/** By whom a set is published, as people know it. */
type Publisher = Actor['member'];

const importFile = async (hub: Hub, actor: Actor, read: SetFile, { options, tally }: Run): Promise<void> => {
  const chunks = chunksOf(read.objects, chunkLimits(hub));
  const startedAt = performance.now();
  const done: Record<ChunkResult, number> = { NEW: 0, UPDATED: 0, UNCHANGED: 0 };
  const problems: Problem[] = [];
  const progress = openProgress(read.objects.length);
  for (const chunk of chunks) {
    if (tally.isStopped) break;
    const outcome = await importChunk(
      hub,
      actor,
      { set: read.set, chunk },
      { isTrial: options.dryRun === true },
    );
    if (outcome.ok) done[outcome.value] += chunk.size;
    else problems.push(...outcome.problems.slice(0, MOST_SHOWN));
    progress.step(chunk.size);
  }
  progress.stop();
  tally.problems.push(...problems);
  if (options.strict === true && read.left > 0) process.exitCode = 1;
  report(
    read,
    { chunks, done, problems, seconds: (performance.now() - startedAt) / 1_000, by: actor.member },
    { options, tally },
  );
};

type Result = {
  readonly chunks: readonly Chunk[];
  readonly done: Readonly<Record<ChunkResult, number>>;
  readonly problems: readonly Problem[];
  readonly seconds: number;
  readonly by: Publisher;
};

const MOST_SHOWN = 3;

const report = (read: SetFile, result: Result, { options, tally }: Run): void => {
  const { chunks, done, problems, seconds, by } = result;
  if (options.json === true) {
    const { file, set, left, refused } = read;
    printJson({
      file,
      set: set.name,
      member: by.slug,
      parts: chunks.length,
      objects: done,
      refused: left,
      findings: refused,
      refusals: problems,
    });
    return;
  }
  const all = done.NEW + done.UPDATED + done.UNCHANGED;
  const parts = [
    ...(done.NEW > 0 ? [`${done.NEW} new`] : []),
    ...(done.UPDATED > 0 ? [`${done.UPDATED} in parts that changed`] : []),
    ...(done.UNCHANGED > 0 ? [`${done.UNCHANGED} unchanged`] : []),
    `${read.left} refused`,
  ].join(', ');
  const verb = options.dryRun === true ? 'Would import' : 'Imported';
  print(
    styled(
      'bold',
      `${verb} ${read.set.name}: ${count(all, 'object')} in ${count(chunks.length, 'part')} (${parts}).`,
    ),
  );
  print(
    `${seconds.toFixed(1)} s, ${(all / Math.max(seconds, 0.001)).toFixed(0)} objects/s. It notifies nobody.`,
  );
  printSentence(`Readers see it as published by ${tidy(by.name)} (${by.slug}); --member names another.`);
  if (tally.isStopped) print('Stopped before the end; the same command continues from here.');
  for (const { code, path: place, message } of read.refused.slice(0, MOST_SHOWN))
    print(`  Left out: ${place}: ${message} (${code})`);
  if (read.left > MOST_SHOWN) print(`  … and more (tocsin stix validate --level receive lists them)`);
  for (const { code, path: place, message, remedy } of problems) {
    print(`  ${styled('yellow', code)} at ${place}: ${message}`);
    print(`  What to do: ${remedy}`);
  }
};

/** The objects of a file that the hub takes; the rest is left out, so that one bad object does not keep out a set. */
const readSet = async (file: string, { name, tlp }: Options): Promise<SetFile> => {
  const { value } = await readJson(file);
  if (documentKind(value) === 'csaf-advisory')
    throw new CliFault(
      `${nameOf(file)} holds no STIX objects.`,
      'It is a CSAF advisory.',
      'Import it as one: tocsin import csaf FILE',
      2,
    );
  const given = objectsIn(value).filter(isStixObject);
  if (given.length === 0)
    throw new CliFault(
      `${nameOf(file)} holds no STIX objects.`,
      'There is nothing to import.',
      'Give a bundle, or a list of objects.',
      2,
    );
  const { findings, refused } = validateList(given, {
    level: 'receive',
    maxObjects: Number.POSITIVE_INFINITY,
    // What a set does not bring is looked for in the hub.
    knownMarkings: () => true,
  });
  const without = new Set(refused);
  const title = name ?? titleOf(given) ?? path.basename(file).replace(/\.json$/i, '');
  return {
    file,
    set: { key: name ?? collectionOf(given) ?? title, name: title, marking: tlp },
    objects: given.filter((_, index) => !without.has(index)),
    refused: findings.filter(({ level }) => level === 'error'),
    left: refused.length,
  };
};

/** ATT&CK names its sets by an object of its own, whose id stays from release to release. */
const collectionIn = (objects: readonly JsonRecord[]): JsonRecord | undefined =>
  objects.find((object) => isRecord(object) && object['type'] === 'x-mitre-collection');

const collectionOf = (objects: readonly JsonRecord[]): string | undefined => {
  const id = collectionIn(objects)?.['id'];
  return typeof id === 'string' ? id : undefined;
};

const titleOf = (objects: readonly JsonRecord[]): string | undefined => {
  const name = collectionIn(objects)?.['name'];
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
};
