// A worker thread: takes GraphiQL out of its package, 9 MB of text in one module, and hands over each file compressed. Neither
// the time nor the memory of that is the hub's own.
import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import {
  css,
  editorWorkerService,
  graphqlWorker,
  js,
  jsonWorker,
} from '@graphql-yoga/render-graphiql/graphiql';

const TEXTS: Readonly<Record<string, string>> = {
  'graphiql.css': css,
  'graphiql.js': js,
  'editor-worker.js': editorWorkerService,
  'graphql-worker.js': graphqlWorker,
  'json-worker.js': jsonWorker,
};

const files = Object.entries(TEXTS).map(([name, text]) => [name, gzipSync(text)] as const);
parentPort?.postMessage(new Map(files));
