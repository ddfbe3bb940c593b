// Compiled code, and TypeScript with its types taken off, is kept in the user's cache between runs: a start that finds it
// there is about a second faster. For this process and for every Node process that it starts; harmless where nothing can
// be written. NODE_COMPILE_CACHE names another place, NODE_DISABLE_COMPILE_CACHE=1 goes without. Runs on Node 18.
import module from 'node:module';
import path from 'node:path';
import { cacheDirectory } from './cache-directory.mjs';

export function keepCompiled() {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  process.env.NODE_COMPILE_CACHE ||= path.join(cacheDirectory(), 'compiled');
  // Node before 22 has none; there this process only starts another one.
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
}
