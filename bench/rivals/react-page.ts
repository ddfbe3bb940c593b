// The empty page, served by the code that serves the console: compressed by the build, with the same headers.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import helmet from 'helmet';
import { readConfig } from '../../src/config/config.ts';
import { consoleFile, startPage } from '../../src/http/console/console.ts';
import { readConsoleBuild } from '../../src/http/console/console-build.ts';
import { openHttpDeps } from '../../src/http/http-deps.ts';
import type { Resource } from '../../src/http/spine.ts';
import { openHub } from '../../src/hub.ts';
import { openBroker } from '../../src/service/live/broker.ts';
import { serve } from '../load/remote.ts';

const open = async (folder: string): Promise<string> => {
  const built = readConsoleBuild(folder);
  if (built === null) throw new Error(`nothing is built in ${folder}: start the benchmark by npm run bench.`);
  const hub = await openHub(readConfig({ ...process.env, TOCSIN_LOG_LEVEL: 'silent' }), 'bench');
  const deps = { ...openHttpDeps(hub, await openBroker(hub)), console: built };
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(helmet());
  for (const { path, serve: answer } of [startPage, consoleFile] satisfies Resource[])
    app.get(path, (request, response) => void answer(deps, request, response));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

serve({ open });
