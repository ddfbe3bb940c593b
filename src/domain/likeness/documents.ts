// The documents that a warning refers to, in one spelling each: two warnings with the same advisory of a vendor tell of one
// event. Home pages and general ones, which hundreds of warnings name, are left out.
import type { ExternalReference } from '../warning.ts';

const MAX_DOCUMENTS = 50;

export const documentsIn = (references: readonly ExternalReference[]): string[] => {
  const found = references.flatMap(({ url }) => (url === null ? [] : (documentOf(url) ?? [])));
  return [...new Set(found)].sort().slice(0, MAX_DOCUMENTS);
};

/** Host and path without what differs between readers; null for what is no single document. */
export const documentOf = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, search } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  let end = pathname.length;
  while (pathname[end - 1] === '/') end -= 1;
  const path = pathname.slice(0, end);
  const last = path.slice(path.lastIndexOf('/') + 1);
  const query = new URLSearchParams(search);
  const id = [...query].find(([name, value]) => /^(?:id|advisory|article)$/i.test(name) && /\d/.test(value));
  // A document has a number in its own name: icsa-24-011-07, cisco-sa-iosxe-webui-privesc-j22SaA4z.
  if (id === undefined && (last.length < SHORTEST_NAME || !/\d/.test(last))) return null;
  return `${hostname.replace(/^www\./, '')}${path}${id === undefined ? '' : `?${id[0]}=${id[1]}`}`.toLowerCase();
};

const SHORTEST_NAME = 6;
