// Runs part of the benchmark as a separate process that answers calls by name, so that its CPU is measured separately.
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

type Question = { readonly id: number; readonly name: string; readonly args: readonly unknown[] };
type Reply = { readonly id: number; readonly value?: unknown; readonly error?: string };

export type Remote = {
  readonly pid: number;
  call<Value>(name: string, ...args: readonly unknown[]): Promise<Value>;
  stop(): Promise<void>;
};

/** `file` is the program's path in bench/. */
export const startRemote = (file: string, env: NodeJS.ProcessEnv = {}): Remote => {
  const child: ChildProcess = fork(path.join(import.meta.dirname, '..', file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on('message', (message) => {
    const { id, value, error } = message as Reply;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(`${file}: ${error}`));
  });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code}`));
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id: last, name, args } satisfies Question);
      }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** The child's side: answers each call with the function of that name. Exits with its parent. */
export const serve = (answers: Readonly<Record<string, (...args: never[]) => unknown>>): void => {
  process.on('message', async (message) => {
    const { id, name, args } = message as Question;
    try {
      const answer = answers[name];
      if (answer === undefined) throw new Error(`there is no ${name}`);
      process.send?.({ id, value: await answer(...(args as never[])) } satisfies Reply);
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
};
