// `npm run bench`: sets up, starts separate servers on their own ports, and runs bench/run.ts against them.
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';

async function main() {
  await ready(import.meta.url);
  const { runBeside, startServers } = await import('./setup/servers.mjs');
  const servers = await startServers({ ephemeral: true, ownGroup: true });
  const { buildConsole, buildPage } = await import('./console/build-console.mjs');
  const { viteConfig } = await import('./console/vite-config.mjs');
  await buildConsole();
  // The rival of the console, built as it is.
  const page = path.join(servers.directory, 'empty-page');
  await buildPage({ ...viteConfig(page), root: path.join(root, 'bench/rivals/empty-page') });
  const code = await runBeside([path.join(root, 'bench/run.ts'), ...process.argv.slice(2)], {
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    // The CPU of mongod is part of the measurement.
    TOCSIN_BENCH_MONGOD_PID: String(servers.mongod.pid),
    TOCSIN_BENCH_REDIS_PID: String(servers.redis.pid),
    TOCSIN_DATA: path.join(servers.directory, 'data'),
    TOCSIN_BENCH_PAGE: page,
  });
  await servers.stop();
  process.exit(code);
}

main().catch(fail);
