// The image's content without a container engine: the COPY lines of the Dockerfile run on what .dockerignore leaves of
// the project, its RUN lines are done here, and programs run from the resulting tree as another user, with only the
// environment that the image and the caller set.
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import dockerignore from '@balena/dockerignore';
import { type Copy, DockerfileParser, type Env, type Instruction } from 'dockerfile-ast';
import { type Process, watchProcess } from '../processes.ts';

const CONTEXT = path.join(import.meta.dirname, '../../..');
/** `nobody` when root runs the test; without root there is only the current user. */
const NOBODY = 65_534;

export type Image = {
  /** Where a path of the image is on this machine. */
  at(pathInImage: string): string;
  /** The words of `CMD`. */
  readonly command: readonly string[];
  start(command: readonly string[], env: NodeJS.ProcessEnv): Process;
  /** Runs to completion. */
  run(command: readonly string[], env: NodeJS.ProcessEnv): { code: number | null; output: string };
  close(): void;
};

type Stage = {
  readonly root: string;
  workdir: string;
  readonly env: Record<string, string>;
  command: string[];
};

/** Returns true for a path of the project that the build context includes. */
export const contextFilter = (): ((file: string) => boolean) => {
  // Its types declare a default export; it exports the function itself.
  const open = dockerignore as unknown as typeof dockerignore.default;
  const ignore = open().add(readFileSync(path.join(CONTEXT, '.dockerignore'), 'utf8'));
  return (file) => file === '' || !ignore.ignores(file);
};

export const buildImage = (): Image => {
  const base = mkdtempSync(path.join(tmpdir(), 'tocsin-image-'));
  chmodSync(base, 0o755);
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  const text = readFileSync(path.join(CONTEXT, 'Dockerfile'), 'utf8');
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const [, , name = 'image'] = wordsOf(instruction);
      stage = openStage(path.join(base, name));
      stages.set(name, stage);
    } else if (stage !== undefined) carryOut(instruction, stage, stages);
  }
  if (stage === undefined) throw new Error('the Dockerfile has no stage');
  protect(path.join(stage.root, stage.workdir));
  return imageOf(stage, base);
};

const openStage = (root: string): Stage => {
  mkdirSync(path.join(root, 'usr/local/bin'), { recursive: true });
  mkdirSync(path.join(root, 'tmp'));
  chmodSync(path.join(root, 'tmp'), 0o1777);
  // The Node of the base image; this machine's may be where other users cannot look.
  const node = path.join(root, 'usr/local/bin/node');
  try {
    linkSync(process.execPath, node);
  } catch {
    copyFileSync(process.execPath, node);
  }
  chmodSync(node, 0o755);
  return { root, workdir: '/', env: {}, command: [] };
};

const wordsOf = (instruction: Instruction): string[] =>
  instruction.getArguments().map((argument) => argument.getValue());

const carryOut = (instruction: Instruction, stage: Stage, stages: Map<string, Stage>): void => {
  const words = wordsOf(instruction);
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      stage.workdir = words[0] ?? '/';
      mkdirSync(path.join(stage.root, stage.workdir), { recursive: true });
      return;
    case 'ENV':
      for (const each of (instruction as Env).getProperties())
        stage.env[each.getName()] = each.getValue() ?? '';
      return;
    case 'COPY':
      copy(instruction as Copy, stage, stages);
      return;
    case 'RUN':
      runLine(instruction.getArgumentsContent() ?? '', stage);
      return;
    case 'CMD':
      stage.command = JSON.parse(instruction.getArgumentsContent() ?? '[]');
      return;
    // The test checks that the user is not root; the other lines do not affect files.
    case 'USER':
    case 'VOLUME':
    case 'EXPOSE':
      return;
    default:
      throw new Error(`this test does not know what ${instruction.getKeyword()} does`);
  }
};

const copy = (instruction: Copy, stage: Stage, stages: Map<string, Stage>): void => {
  const from = instruction
    .getFlags()
    .find((flag) => flag.getName() === 'from')
    ?.getValue();
  const sources = wordsOf(instruction);
  const target = sources.pop() ?? '';
  const to = path.join(stage.root, stage.workdir, target);
  const keeps = contextFilter();
  for (const source of sources) {
    const origin = path.join(from ? (stages.get(from)?.root ?? '') : CONTEXT, source);
    const isKept = (file: string) => from !== undefined || keeps(path.relative(CONTEXT, file));
    if (!existsSync(origin) || !isKept(origin)) throw new Error(`COPY ${source}: it is not in the context`);
    // Like COPY: the content of a folder, or a file into a folder that ends in a slash.
    const isInto = statSync(origin).isFile() && target.endsWith('/');
    cpSync(origin, isInto ? path.join(to, path.basename(source)) : to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: isKept,
    });
  }
};

/** An unknown RUN line fails the test: its effect must be reproduced here too. */
const runLine = (line: string, stage: Stage): void => {
  const words = line.split(' ');
  if (line === 'npm ci --ignore-scripts --no-audit --no-fund') {
    // Everything that the lock file says is installed here already, and the stage is thrown away.
    symlinkSync(path.join(CONTEXT, 'node_modules'), path.join(stage.root, stage.workdir, 'node_modules'));
  } else if (line === 'node scripts/console.mjs') {
    const done = spawnSync(process.execPath, words.slice(1), {
      cwd: path.join(stage.root, stage.workdir),
      env: { ...process.env, TOCSIN_INSTALL: 'never', TOCSIN_LAUNCHED: '' },
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`${line}\n${done.stdout}${done.stderr}`);
  } else if (line.startsWith('npm ci ')) {
    const done = spawnSync('npm', [...words.slice(1), '--prefer-offline'], {
      cwd: path.join(stage.root, stage.workdir),
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    if (done.status !== 0)
      throw new Error(`${line}\n${done.stdout}${done.stderr}${done.error?.message ?? ''}`);
  } else if (/^ln -s \/\S+ \/\S+$/.test(line)) {
    symlinkSync(path.join(stage.root, words[2] ?? ''), path.join(stage.root, words[3] ?? ''));
  } else if (line === 'mkdir /data && chown node:node /data') {
    mkdirSync(path.join(stage.root, 'data'));
    if (isRoot()) chownSync(path.join(stage.root, 'data'), NOBODY, NOBODY);
  } else throw new Error(`this test does not know how to do: RUN ${line}`);
};

const isRoot = (): boolean => process.getuid?.() === 0;

/** Makes everything below it read-only. */
const protect = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(file, statSync(file).mode & 0o555);
  }
  chmodSync(folder, 0o555);
};

/** The socket of the tests' mongod is for its own user alone: another one reaches the same server by its port. */
const reachedByAll = (given: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const { MONGODB_URL: url } = given;
  const port = /mongodb-(\d+)\.sock/.exec(url ?? '')?.[1];
  if (port === undefined) return given;
  return { ...given, MONGODB_URL: `mongodb://127.0.0.1:${port}/tocsin?directConnection=true` };
};

const imageOf = ({ root, workdir, env, command }: Stage, base: string): Image => {
  const at = (pathInImage: string): string => path.join(root, pathInImage);
  const own = Object.entries(env).map(([name, value]) => [name, value.startsWith('/') ? at(value) : value]);
  const optionsWith = (given: NodeJS.ProcessEnv): SpawnOptions => ({
    cwd: at(workdir),
    env: {
      PATH: at('/usr/local/bin'),
      TMPDIR: at('/tmp'),
      ...Object.fromEntries(own),
      ...reachedByAll(given),
    },
    ...(isRoot() ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const programOf = (name = ''): string => at(`/usr/local/bin/${name}`);
  return {
    at,
    command,
    start: ([program, ...args], given) =>
      watchProcess(
        args.join(' '),
        spawn(programOf(program), args, { ...optionsWith(given), stdio: ['ignore', 'pipe', 'pipe'] }),
      ),
    run: ([program, ...args], given) => {
      const done = spawnSync(programOf(program), args, { ...optionsWith(given), encoding: 'utf8' });
      return { code: done.status, output: `${done.stdout}${done.stderr}${done.error?.message ?? ''}` };
    },
    close: () => {
      for (const entry of readdirSync(base, { recursive: true, withFileTypes: true }))
        if (entry.isDirectory()) chmodSync(path.join(entry.parentPath, entry.name), 0o755);
      rmSync(base, { recursive: true, force: true });
    },
  };
};
