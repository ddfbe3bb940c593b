// Builds the web console into build/console when its sources changed since it was built, and says how long it took.
import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from '../setup/node24.mjs';
import { say, seconds } from '../setup/say.mjs';
import { viteConfig } from './vite-config.mjs';

const folder = path.join(root, 'build/console');
const stamp = path.join(folder, 'sources.sha256');
/** What shrinks; the rest is sent as it is. */
const COMPRESSED = /\.(?:js|css|html|svg)$/;

/** SHA-256 over what the build is made from. */
const sourcesHash = () => {
  const hash = createHash('sha256');
  const files = globSync('{src/console,packages/stix2-ts/src}/**/*.*', { cwd: root }).sort();
  for (const file of [
    'package-lock.json',
    'scripts/console/later-words.mjs',
    'src/domain/answer/asking.ts',
    'src/domain/answer/has-answered.ts',
    'src/domain/known/defang.ts',
    'src/domain/reading/reading-language.ts',
    'src/exchange/indicator/csv-text.ts',
    'src/exchange/indicator/looked-up.ts',
    'src/exchange/indicator/not-to-block.ts',
    ...files,
  ])
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
};

export const isBuilt = () => stampOf() === sourcesHash();

/** Null where there is no build, or another process is putting its own there just now. */
function stampOf() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

export async function buildConsole({ log = say } = {}) {
  if (isBuilt()) return;
  const began = Date.now();
  log('Building the web console …');
  // Beside its place, and moved there whole: what runs meanwhile sees the build before or this one.
  const beside = `${folder}.${process.pid}`;
  const hash = sourcesHash();
  const files = await buildPage(viteConfig(beside));
  writeFileSync(path.join(beside, 'sources.sha256'), hash);
  moveThere(beside);
  log(`  the console is built: ${files.length} files (${seconds(began)})`);
}

/** Builds it by this configuration of Vite, with the compressed forms beside each file; returns the names of those. */
export async function buildPage(config) {
  const { build } = await import('vite');
  const before = process.env.NODE_ENV;
  // Whoever builds it, a test too: React chooses by this what it contains.
  process.env.NODE_ENV = 'production';
  await build(config).finally(() => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  });
  const { outDir } = config.build;
  const files = readdirSync(outDir).filter((name) => COMPRESSED.test(name));
  for (const name of files) compress(path.join(outDir, name));
  return files;
}

/**
 * Puts a build in its place. Two tests build it at once in one checkout: whoever comes second finds it there, or puts its own in
 * its place. Its own counts although the sources changed while it was built: the next start builds it anew.
 */
export function moveThere(beside, place = folder, isThere = isBuilt) {
  const former = `${beside}.former`;
  while (!isThere()) {
    // In one step each, so that nothing is missing for long.
    renamed(place, former, ['ENOENT']);
    const isPlaced = renamed(beside, place, ['ENOTEMPTY', 'EEXIST']);
    rmSync(former, { recursive: true, force: true });
    if (isPlaced) return;
  }
  rmSync(beside, { recursive: true, force: true });
}

/** False where another was faster, as these codes say. */
function renamed(from, to, faster) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (!faster.includes(error.code)) throw error;
    return false;
  }
}

function compress(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
}
