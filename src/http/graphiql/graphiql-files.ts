// GraphiQL's own files, from its npm package and never from another site. Compressed once, at the first request.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

export type GraphiqlFiles = {
  /** Part of the URL, so that browsers may cache a file forever. */
  readonly version: string;
  /** A file as gzip; null when there is no file of that name. */
  read(name: string): Promise<Buffer | null>;
};

export const openGraphiqlFiles = (): GraphiqlFiles => {
  let loading: Promise<ReadonlyMap<string, Uint8Array>> | null = null;
  return {
    version: versionOfPackage(),
    read: async (name) => {
      loading ??= compressAll();
      // After a failure the next request tries again.
      loading.catch(() => {
        loading = null;
      });
      const bytes = (await loading).get(name);
      return bytes === undefined ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
};

const compressAll = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const worker = new Worker(new URL('./compress.ts', import.meta.url));
  const [files] = (await once(worker, 'message')) as [ReadonlyMap<string, Uint8Array>];
  return files;
};

const versionOfPackage = (): string => {
  const entry = import.meta.resolve('@graphql-yoga/render-graphiql');
  const text = readFileSync(new URL('../package.json', entry), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};
