// How the console is built: flat, with a hash in each name, so that the hub serves it by one route.
import path from 'node:path';
import { root } from '../setup/node24.mjs';
import { wordsInTwo } from './later-words.mjs';

/** Into this folder. */
export const viteConfig = (outDir) => ({
  root: path.join(root, 'src/console'),
  base: '/console/',
  configFile: false,
  clearScreen: false,
  mode: 'production',
  logLevel: 'warn',
  plugins: [wordsInTwo],
  resolve: { conditions: ['tocsin-source', 'import', 'module', 'browser', 'production', 'default'] },
  build: {
    outDir,
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // test/console/first-view-is-light.test.ts reads it to weigh the first view.
    manifest: 'manifest.json',
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries mark what a framework may not run on a server; here everything runs in the browser.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
