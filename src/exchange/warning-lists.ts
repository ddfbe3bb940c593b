// MISP warning lists: values that look like indicators but mostly are not. Entries and values are reduced to the same
// short keys (network, host name, text), so matching is a lookup. Regular expressions of a list are never compiled.

import type { StixObject } from 'stix2-ts/stix-object';
import { canonicalIpv4, canonicalIpv6, isIpv4, isIpv6 } from 'stix2-ts/value';
import { type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';

export const WARNING_LIST_SOURCE: EnrichmentSource = {
  name: 'warning-lists',
  needs: 'value',
  makes: ['note'],
  licence: 'CC0-1.0',
  version: '84f0610 (2026-08-20)',
  freshForDays: 180,
  url: 'https://github.com/MISP/misp-warninglists',
};

/** The shipped lists, one file each. */
export const WARNING_LIST_IDS: readonly string[] =
  `akamai automated-malware-analysis bank-website cloudflare common-ioc-false-positive crl-hostname empty-hashes google ipv6-linklocal microsoft multicast public-dns-v6 rfc1918 rfc3849 rfc5735 rfc6598 rfc6761 second-level-tlds security-provider-blogpost sinkholes stackpath tlds university_domains url-shortener whats-my-ip wikimedia`.split(
    /\s+/,
  );

export type WarningList = { readonly id: string; readonly name: string };

type ListText = {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly list?: unknown;
};

const networkOf = (text: string): string | null => canonicalIpv4(text) ?? canonicalIpv6(text);

const isHost = (text: string): boolean => /^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?$/.test(text);

/** The key of an entry in a list of this type; null for entries that are never looked up (`regex`). */
const keyOfEntry = (type: string, entry: string): string | null => {
  const text = entry.trim().toLowerCase();
  if (type === 'cidr') {
    const network = networkOf(text);
    return network === null ? null : `net:${network}`;
  }
  const bare = text.replace(/^\.+/, '');
  // A leading dot means "and everything below it" in any type. A `substring` is read as a host name: narrower than
  // upstream, and without chance hits inside longer names.
  if (type === 'hostname' || type === 'substring' || text.startsWith('.')) {
    return isHost(bare) ? `below:${bare}` : null;
  }
  return type === 'string' && text !== '' ? `text:${text}` : null;
};

/** From key to the lists that hold it. `texts` are the files by list id. */
export function readWarningLists(
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly WarningList[]> {
  const byKey = new Map<string, WarningList[]>();
  for (const [id, text] of texts) {
    const { name, type, list } = JSON.parse(text) as ListText;
    if (typeof name !== 'string' || typeof type !== 'string' || !Array.isArray(list)) continue;
    for (const entry of list) {
      const key = typeof entry === 'string' ? keyOfEntry(type, entry) : null;
      if (key === null) continue;
      const lists = byKey.get(key) ?? [];
      if (!lists.some((each) => each.id === id)) byKey.set(key, [...lists, { id, name }]);
    }
  }
  return byKey;
}

/** The networks around an address, from the narrowest to the widest that any list has (/4 and /8). */
const networksAround = (address: string): string[] => {
  if (!address.includes(':')) return fourAround(address);
  const around: string[] = [];
  for (let prefix = 128; prefix >= 8; prefix -= 1) {
    const network = networkOf(`${address}/${prefix}`);
    if (network !== null) around.push(`net:${network}`);
  }
  return around;
};

const bitsOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** The same spelling as `networkOf`, computed with integers for speed: a feed brings thousands of addresses. */
const fourAround = (address: string): string[] => {
  const bits = bitsOf(address);
  return Array.from({ length: 29 }, (_, index) => {
    const masked = index === 0 ? bits : bits - (bits % 2 ** index);
    const octets = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(masked / unit) % 256);
    return `net:${octets.join('.')}${index === 0 ? '' : `/${32 - index}`}`;
  });
};

const hostAndAbove = (host: string): string[] => {
  const labels = host.split('.').slice(-12);
  return [`text:${host}`, ...labels.map((_, index) => `below:${labels.slice(index).join('.')}`)];
};

/** The keys for looking up a value (`ip:…`, `host:…`, `url:…`, `hash:…`). */
const keysOfValue = (kind: string, text: string, isListed: (address: string) => boolean): string[] => {
  if (kind === 'ip') {
    if (isIpv4(text)) return isListed(text) ? fourAround(text) : [];
    return isIpv6(text) ? networksAround(text) : [];
  }
  if (kind === 'host') return hostAndAbove(text);
  return kind === 'hash' || kind === 'url' ? [`text:${text}`] : [];
};

/** Finds the rows of the set for a value. */
export type WarningListLookUp = (value: string) => readonly string[];

export const openWarningLists = (rows: ReadonlyMap<string, string>): WarningListLookUp => {
  const isListed = openRanges([...rows.keys()].flatMap(rangeOf));
  return (value) => {
    const at = value.indexOf(':');
    return keysOfValue(value.slice(0, at), value.slice(at + 1), isListed).flatMap(
      (key) => rows.get(key) ?? [],
    );
  };
};

/** First and last address as integers. */
type Range = readonly [first: number, last: number];

/** The range of an IPv4 network's key; empty for any other key. */
const rangeOf = (key: string): Range[] => {
  const [, address, prefix] = /^net:([0-9.]+)(?:\/([0-9]+))?$/.exec(key) ?? [];
  if (address === undefined) return [];
  const first = bitsOf(address);
  return [[first, first + 2 ** (32 - Number(prefix ?? 32)) - 1]];
};

/** Whether an IPv4 address is in any range. Most are in none, which saves spelling out thirty networks. */
const openRanges = (ranges: readonly Range[]): ((address: string) => boolean) => {
  const merged: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return (address) => {
    const bits = bitsOf(address);
    let [low, high] = [0, merged.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.[1] ?? 0) < bits) low = middle + 1;
      else high = middle;
    }
    const range = merged[low];
    return range !== undefined && range[0] <= bits;
  };
};

const ABSTRACT = 'On a warning list: ';

/** The name of the list that a note of the hub's is about; null of any other note. */
export const listNamedBy = (abstract: string): string | null =>
  abstract.startsWith(ABSTRACT) ? abstract.slice(ABSTRACT.length) : null;

/** The value that such a note is about, as it was looked up; null where it does not say it. */
export const valueNamedBy = (content: string, list: string): string | null => {
  const at = content.indexOf(` is on "${list}" (`);
  return at < 0 ? null : content.slice(0, at);
};

export function warningListNote(
  frame: EnrichmentFrame,
  subjectId: string,
  value: string,
  list: WarningList,
): StixObject {
  const shown = value.slice(value.indexOf(':') + 1);
  return enrichmentObject(frame, 'note', `warning-list|${list.id}|${value}|${subjectId}`, {
    abstract: `${ABSTRACT}${list.name}`,
    content: `${shown} is on "${list.name}" (${list.id}): look twice before you block it. Nothing was changed or deleted.`,
    lang: 'en',
    object_refs: [subjectId],
    external_references: [{ source_name: 'misp-warninglists', url: WARNING_LIST_SOURCE.url }],
  });
}
