// A worker thread: loads GraphiQL, one module with 9 MB of text, and returns each file compressed. In a thread, so that
// neither the time nor the memory is taken from the hub.
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
