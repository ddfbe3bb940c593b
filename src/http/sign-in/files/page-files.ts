// The files of the pages: one style sheet, one icon, the script that asks for a passkey with the library that it calls, and the
// one of /first-run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NOT_FOUND } from '../../answer.ts';
import { open } from '../../spine.ts';
import { FILES } from '../markup/layout.ts';

const ownFile = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** As it is published for a script element. */
const library = (): string => {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@simplewebauthn/browser');
  const root = entry.slice(0, entry.lastIndexOf(path.join('@simplewebauthn', 'browser')));
  return readFileSync(path.join(root, '@simplewebauthn/browser/dist/bundle/index.umd.min.js'), 'utf8');
};

const FILE: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  'style.css': { type: 'text/css; charset=utf-8', body: ownFile('style.css') },
  'icon.svg': { type: 'image/svg+xml', body: ownFile('icon.svg') },
  'passkey.js': { type: 'text/javascript; charset=utf-8', body: ownFile('passkey.js') },
  'first-run.js': { type: 'text/javascript; charset=utf-8', body: ownFile('first-run.js') },
  'webauthn.js': { type: 'text/javascript; charset=utf-8', body: library() },
};

const FOR_A_WHILE = { 'cache-control': 'public, max-age=300' };

export const pageFile = open({
  method: 'get',
  path: `${FILES}/:name`,
  counted: null,
  isLarge: true,
  act: async (_deps, { request }) => {
    const name = String(request.params['name']);
    const file = Object.hasOwn(FILE, name) ? FILE[name] : undefined;
    if (file === undefined) return { ok: false, refusal: NOT_FOUND };
    return { ok: true, value: { status: 200, ...file, headers: FOR_A_WHILE } };
  },
});
