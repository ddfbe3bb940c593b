#!/usr/bin/env node
// The `tocsin` command: runs src/cli/main.ts under Node 24, whichever Node started it. Installs the dependencies only
// when there are none.
import { fail, ready } from '../scripts/setup/node24.mjs';

// Under another Node this starts Node 24, waits for it and exits with its code, so the import below never runs.
ready(import.meta.url, { checkLock: false, isCompiledKept: true })
  .then(() => import('../src/cli/main.ts'))
  .catch(fail);
