// `npm run console`: builds the web console, if its sources changed. The hub serves what it finds when it starts.
import { fail, ready } from './setup/node24.mjs';
import { say } from './setup/say.mjs';

async function main() {
  await ready(import.meta.url);
  const { buildConsole, isBuilt } = await import('./console/build-console.mjs');
  if (isBuilt()) say('The web console is built already.');
  await buildConsole();
}

main().catch(fail);
