// Observables of every type with id-contributing properties, for the comparison of ids: present or absent, plain or odd.
import { createHash } from 'node:crypto';
import type { Random } from '../support/random.ts';

export type Observable = { readonly type: string; readonly [property: string]: unknown };

const texts = [
  'a',
  'Zoë',
  '日本',
  '🎈 x',
  'C:\\Temp\\"q"',
  'line\nfeed',
  '\u0001',
  'é',
  'é',
  '</script>',
  '1e5',
  ' ',
  '\u2028',
  '\u007f',
];
const text = (random: Random): string =>
  random.pick(texts) + (random.chance(0.7) ? String(random.below(1_000_000)) : '');

const digest = (random: Random, algorithm: string): string =>
  createHash(algorithm).update(random.uuid()).digest('hex');

const hashes = (random: Random): object => {
  const all: Record<string, () => string> = {
    MD5: () => digest(random, 'md5'),
    'SHA-1': () => digest(random, 'sha1'),
    'SHA-256': () => digest(random, 'sha256'),
    'SHA-512': () => digest(random, 'sha512'),
    'SHA3-256': () => digest(random, 'sha3-256'),
  };
  const names = random.some(Object.keys(all), 1, 3).reverse();
  return Object.fromEntries(names.map((name) => [name, all[name]?.()]));
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Digits as stix2 prints them: it hashes a time with normalised digits, which the standard does not ask for. */
const time = (random: Random): string => {
  const fraction = random.chance(0.5) ? '' : `.${two(random.below(100))}${1 + random.below(9)}`;
  return `20${two(random.below(30))}-${two(1 + random.below(12))}-${two(1 + random.below(28))}T${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}${fraction}Z`;
};

const reference = (random: Random, ...types: string[]): string => `${random.pick(types)}--${random.uuid()}`;

/** Keeps each optional property at random. */
const sometimes = (random: Random, properties: Record<string, () => unknown>): object =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, make]) => (random.chance(0.5) ? [[name, make()]] : [])),
  );

const makers: Readonly<Record<string, (random: Random) => object>> = {
  artifact: (random) =>
    random.chance(0.5)
      ? {
          payload_bin: Buffer.from(text(random)).toString('base64'),
          ...sometimes(random, { hashes: () => hashes(random) }),
        }
      : { url: 'https://example.com/a', hashes: hashes(random) },
  'autonomous-system': (random) => ({
    number: random.below(2 ** 31),
    ...sometimes(random, { name: () => text(random) }),
  }),
  directory: (random) => ({ path: text(random), ...sometimes(random, { path_enc: () => 'UTF-8' }) }),
  'domain-name': (random) => ({
    value: random.pick([`h${random.below(99999)}.example.com`, `ü${random.below(999)}.example`]),
  }),
  'email-addr': (random) => ({
    value: `p${random.below(999999)}@example.com`,
    ...sometimes(random, { display_name: () => text(random) }),
  }),
  'email-message': (random) => ({
    is_multipart: false,
    ...sometimes(random, {
      from_ref: () => reference(random, 'email-addr'),
      subject: () => text(random),
      body: () => text(random),
    }),
    content_type: 'text/plain',
  }),
  file: (random) => ({
    name: text(random),
    ...sometimes(random, {
      hashes: () => hashes(random),
      parent_directory_ref: () => reference(random, 'directory'),
      extensions: () => ({
        'ntfs-ext': { sid: text(random) },
        ...sometimes(random, {
          'pdf-ext': () => ({ version: '1.7', is_optimized: true, pdfid0: text(random) }),
        }),
      }),
      size: () => random.below(1e9),
    }),
  }),
  'ipv4-addr': (random) => ({
    value: [0, 0, 0, 0].map(() => random.below(256)).join('.') + random.pick(['', '/32', '/8']),
  }),
  'ipv6-addr': (random) => ({
    value: random.pick(['2001:db8::', '2001:0DB8:0:0:0:0:0:', 'fe80::']) + random.below(0xffff).toString(16),
  }),
  'mac-addr': (random) => ({
    value: [0, 0, 0, 0, 0, 0].map(() => random.below(256).toString(16).padStart(2, '0')).join(':'),
  }),
  mutex: (random) => ({ name: text(random) }),
  'network-traffic': (random) => ({
    src_ref: reference(random, 'ipv4-addr', 'domain-name'),
    protocols: random.some(['ipv4', 'ipv6', 'tcp', 'udp', 'http'], 1, 3),
    ...sometimes(random, {
      dst_ref: () => reference(random, 'ipv6-addr', 'mac-addr'),
      src_port: () => random.below(65536),
      dst_port: () => random.below(65536),
      start: () => time(random),
      extensions: () => ({ 'tcp-ext': { src_flags_hex: '00000002' } }),
      src_byte_count: () => random.below(1e6),
    }),
  }),
  software: (random) => ({
    name: text(random),
    ...sometimes(random, {
      vendor: () => text(random),
      version: () => `${random.below(20)}.${random.below(20)}`,
      swid: () => text(random),
      languages: () => ['en'],
    }),
  }),
  url: (random) => ({ value: `https://example.com/${random.below(1e6)}?q=%C3%BC&a[]=1` }),
  'user-account': (random) => ({
    user_id: text(random),
    ...sometimes(random, {
      account_login: () => text(random),
      account_type: () => random.pick(['unix', 'windows-local', 'own']),
      display_name: () => text(random),
    }),
  }),
  'windows-registry-key': (random) => ({
    key: `HKEY_LOCAL_MACHINE\\Software\\${text(random)}`,
    ...sometimes(random, {
      values: () =>
        Array.from({ length: 1 + random.below(3) }, () => ({
          name: text(random),
          data: text(random),
          data_type: 'REG_SZ',
        })),
    }),
  }),
  'x509-certificate': (random) => ({
    serial_number: random.uuid(),
    ...sometimes(random, { hashes: () => hashes(random), issuer: () => text(random) }),
  }),
};

export const observableOf = (random: Random): Observable => {
  const type = random.pick(Object.keys(makers));
  return { type, spec_version: '2.1', ...makers[type]?.(random) };
};
