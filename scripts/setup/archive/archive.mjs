// Downloads an archive over HTTPS: a short wait for the host, a stall timeout, progress, and a check of the pinned SHA-256
// before anything in it is used.
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { assertSha256 } from '../cache.mjs';
import { progress } from '../say.mjs';

const hostWaitMs = Number(process.env.TOCSIN_DOWNLOAD_WAIT_MS || 6000);
const stallMs = 30_000;

export async function fetchArchive({ url, sha256, member }, directory) {
  const file = path.join(directory, path.basename(new URL(url).pathname));
  await download(url, file);
  await assertSha256(file, sha256);
  const tar = spawnSync('tar', ['-xzf', file, '-C', directory, member], { encoding: 'utf8' });
  if (tar.status !== 0)
    throw new Error(`tar could not unpack it: ${tar.error?.message ?? tar.stderr.trim()}`);
  return path.join(directory, member);
}

async function download(url, file) {
  const stop = new AbortController();
  const host = new URL(url).host;
  const silent = (afterMs) =>
    setTimeout(() => stop.abort(new Error(`${host} was silent for ${afterMs / 1000} s`)), afterMs);
  let watch = silent(hostWaitMs);
  try {
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok || !response.body) throw new Error(`${host} answered ${response.status}`);
    const bar = progress(path.basename(file), Number(response.headers.get('content-length') ?? 0));
    const out = createWriteStream(file);
    let done = 0;
    for await (const chunk of response.body) {
      clearTimeout(watch);
      watch = silent(stallMs);
      done += chunk.length;
      bar.update(done);
      if (!out.write(chunk)) await new Promise((resolve) => out.once('drain', resolve));
    }
    await new Promise((resolve, reject) => out.on('error', reject).end(resolve));
    bar.end();
  } catch (error) {
    const reason = stop.signal.aborted ? stop.signal.reason : (error.cause ?? error);
    throw new Error(reason.code ? `${host}: ${reason.code}` : reason.message);
  } finally {
    clearTimeout(watch);
  }
}
