// Runs hub and worker as real processes and reads the CPU time of any process: the kernel's nanoseconds over all its
// threads, finer than process.cpuUsage, which counts in ticks of 10 ms.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Sample } from './figures.ts';

const ROOT = path.join(import.meta.dirname, '..');

/** Milliseconds of CPU that the process has used (needs Linux). */
export const cpuOf = (pid: number): number => {
  const tasks = `/proc/${pid}/task`;
  let nanoseconds = 0;
  for (const task of readdirSync(tasks)) {
    try {
      nanoseconds += Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // the thread has ended in the meantime
    }
  }
  return nanoseconds / 1e6;
};

/** Wall time and CPU of an act, the CPU by process name. */
export const measured = async <Value>(
  pids: Readonly<Record<string, number>>,
  act: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly wallMs: number; readonly cpu: Record<string, number> }> => {
  const before = Object.entries(pids).map(([name, pid]) => [name, pid, cpuOf(pid)] as const);
  const startedAt = performance.now();
  const value = await act();
  const wallMs = performance.now() - startedAt;
  const cpu = Object.fromEntries(before.map(([name, pid, from]) => [name, cpuOf(pid) - from]));
  return { value, wallMs, cpu };
};

export const sampleOf = (wallMs: number, cpu: Record<string, number>, names: readonly string[]): Sample => ({
  wallMs,
  cpuMs: names.reduce((sum, name) => sum + (cpu[name] ?? 0), 0),
});

export type Program = { readonly pid: number; readonly saw: string; stop(): Promise<void> };

/** Starts `src/main.ts` or `workers/main.ts` and waits for the log line that reports it ready. */
export const startProgram = async (
  entry: string,
  readyText: string,
  env: NodeJS.ProcessEnv,
  nodeOptions: readonly string[] = [],
): Promise<Program> => {
  const child: ChildProcess = spawn(process.execPath, [...nodeOptions, path.join(ROOT, entry)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);
  if (child.stdout === null) throw new Error('no output to read');
  const lines = createInterface({ input: child.stdout });
  const saw = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes(readyText)) resolve(line);
      else if (/"level":[56]0/.test(line)) process.stderr.write(`${entry}: ${line}\n`);
    });
    exited.then(() => reject(new Error(`${entry} ended before it was ready`)), reject);
  });
  return {
    pid: child.pid ?? 0,
    saw,
    stop: async () => {
      process.off('exit', end);
      child.kill('SIGTERM');
      await exited;
    },
  };
};
