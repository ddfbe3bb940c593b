#!/usr/bin/env node
// The `tocsin` command: src/cli/main.ts under Node 24, whatever Node called it. Dependencies are installed
// only when there are none.
import { fail, ready } from '../scripts/setup/node24.mjs';

// Under another Node this ends with the run that it starts under Node 24, and imports nothing.
ready(import.meta.url, { checkLock: false, isCompiledKept: true })
  .then(() => import('../src/cli/main.ts'))
  .catch(fail);
