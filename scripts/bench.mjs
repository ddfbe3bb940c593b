// `npm run bench`: sets up, starts servers of its own on their own ports, and runs bench/run.ts against them.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fail, ready, root, whenOrphaned } from './setup/node24.mjs';

async function main() {
  await ready(import.meta.url);
  const { startServers } = await import('./setup/servers.mjs');
  const servers = await startServers({ ephemeral: true, ownGroup: true });
  const child = spawn(process.execPath, [path.join(root, 'bench/run.ts'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      MONGODB_URL: servers.mongodbUrl,
      REDIS_URL: servers.redisUrl,
      // the CPU of mongod is part of what is measured
      TOCSIN_BENCH_MONGOD_PID: String(servers.mongod.pid),
      TOCSIN_BENCH_REDIS_PID: String(servers.redis.pid),
      TOCSIN_DATA: path.join(servers.directory, 'data'),
    },
  });
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  whenOrphaned(end);
  const code = await new Promise((resolve) => child.on('close', (number) => resolve(number ?? 1)));
  await servers.stop();
  process.exit(code);
}

main().catch(fail);
