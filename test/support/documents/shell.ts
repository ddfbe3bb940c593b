// Types the commands of a document as its reader would: bash, in the project's folder, with the variables set by earlier
// blocks. Each block stops at its first failing command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type Shell = {
  /** Runs a block to its end. */
  type(text: string): Promise<{ readonly code: number | null; readonly output: string }>;
  /** Starts a parallel block; resolves when it prints its first line. */
  beside(name: string, text: string): Promise<void>;
  /** The output of a parallel block so far. */
  saidBy(name: string): string;
  close(): Promise<void>;
};

const ROOT = join(import.meta.dirname, '../../..');
const FIRST_LINE_MS = 60_000;

// npm takes longer to find the project's own command than the command takes: it is asked once.
const NPX =
  'npx() { if [ "${1-}" = tocsin ] && [ -n "${NPX_ASKED-}" ]; then shift; "$TOCSIN_BIN" "$@"; ' +
  'else NPX_ASKED=1; command npx "$@"; fi; }';
const BEFORE = `set -euo pipefail; if [ -e "$TOUR_STATE" ]; then . "$TOUR_STATE"; fi; set -a; ${NPX}`;
const AFTER = 'set +a; { declare -px; declare -f; } > "$TOUR_STATE"';

export const openShell = (env: NodeJS.ProcessEnv, directory: string): Shell => {
  const environment = {
    ...process.env,
    NODE_OPTIONS: '',
    NO_COLOR: '1',
    // `npx tocsin` runs the project's own command, never one from elsewhere.
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    ...env,
    TMPDIR: directory,
    TOUR_STATE: join(directory, 'tour-state'),
    TOCSIN_BIN: join(ROOT, 'bin/tocsin.mjs'),
  };
  const start = (script: string) => {
    const child = spawn('bash', ['-c', script], {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const said = { output: '', next: () => {} };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said.output += text;
        if (said.output.includes('\n')) said.next();
      });
    }
    return { child, said, ended: once(child, 'close') };
  };
  const running = new Map<string, ReturnType<typeof start>>();
  return {
    type: async (text) => {
      const { child, said, ended } = start(`${BEFORE}\n${text}\n${AFTER}`);
      await ended;
      return { code: child.exitCode, output: said.output };
    },
    beside: async (name, text) => {
      const begun = start(`${BEFORE}\n${text}`);
      running.set(name, begun);
      await new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`"${name}" said nothing`)), FIRST_LINE_MS);
        begun.said.next = () => {
          clearTimeout(late);
          resolve();
        };
        begun.child.once('close', begun.said.next);
      });
    },
    saidBy: (name) => running.get(name)?.said.output ?? '',
    close: async () => {
      for (const { child, ended } of running.values()) {
        if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
        await ended;
      }
    },
  };
};
