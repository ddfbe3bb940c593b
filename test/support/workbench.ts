// The workbench as an author of STIX uses it: real runs of `tocsin stix …` in a temporary folder, without a hub.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');
export const BIN = path.join(ROOT, 'bin/tocsin.mjs');

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export type Workbench = {
  readonly directory: string;
  /** One run to completion, in that folder. */
  stix(args: readonly string[], input?: string, env?: NodeJS.ProcessEnv): Promise<Ran>;
  /** Writes a file there and returns its name. */
  file(name: string, content: string | Uint8Array): string;
  close(): void;
};

export const openWorkbench = (): Workbench => {
  const directory = mkdtempSync(path.join(tmpdir(), 'tocsin-workbench-'));
  return {
    directory,
    stix: (args, input = '', env = {}) => run(directory, args, input, env),
    file: (name, content) => {
      writeFileSync(path.join(directory, name), content);
      return name;
    },
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
};

const run = (
  directory: string,
  args: readonly string[],
  input: string,
  env: NodeJS.ProcessEnv,
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, 'stix', ...args], {
      cwd: directory,
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', TOCSIN_INSTALL: 'never', ...env },
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }));
    // It may exit before it reads all its input: only its output matters.
    child.stdin.on('error', () => undefined).end(input);
  });

export const linesOf = <T>({ out }: Ran): T[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

export const ADDRESS = {
  type: 'ipv4-addr',
  spec_version: '2.1',
  id: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
  value: '198.51.100.3',
};
