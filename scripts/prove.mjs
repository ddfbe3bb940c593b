// `npm run prove`: the long suites of test/prove/suites at their full counts, chunk by chunk, against servers started for
// the run. `npm run prove -- T2 kills` chooses suites; `--seed N`, `--share 0.01`, `--at-once 2`, `--fresh`, `--list`. An
// interrupted run goes on where it ended (.tocsin/proof). The results of whole suites go to docs/proved.md with their commit.
import path from 'node:path';
import { fail, ready, root } from './setup/node24.mjs';

async function main() {
  await ready(import.meta.url);
  const { runBeside, startServers } = await import('./setup/servers.mjs');
  const servers = await startServers({ ephemeral: true, ownGroup: true });
  const code = await runBeside([path.join(root, 'test/prove/run.ts'), ...process.argv.slice(2)], {
    TOCSIN_TEST_MONGODB_URL: servers.mongodbUrl,
    TOCSIN_TEST_REDIS_URL: servers.redisUrl,
  });
  await servers.stop();
  process.exit(code);
}

main().catch(fail);
