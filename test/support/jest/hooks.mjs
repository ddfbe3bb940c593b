// Loaded before the processes that run test files: `@jest/globals` comes from jest's own runtime, which they do without.
import { registerHooks } from 'node:module';
import './early-answer.mjs';

const GLOBALS = new URL('./globals.mjs', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
});
