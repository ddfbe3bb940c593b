// Bundles that cost more than their size: depth, width, cycles, ids, Unicode, numbers, dates, patterns, selectors.
import type { Random } from '../support/random.ts';

const created = '2024-01-01T00:00:00.000Z';

const uuid = (at: number): string => `${at.toString(16).padStart(8, '0')}-1111-4111-8111-111111111111`;

const domain = (type: string, at: number, own: object): object => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid(at)}`,
  created,
  modified: created,
  ...own,
});

const many = (count: number, make: (at: number) => object): object[] =>
  Array.from({ length: count }, (_, at) => make(at));

const bundle = (objects: readonly unknown[]): string =>
  JSON.stringify({ type: 'bundle', id: `bundle--${uuid(0)}`, objects });

const tool = (own: object): string => bundle([domain('tool', 1, { name: 'x', ...own })]);

/** Raw text for a bundle, where no JavaScript value could hold it. */
const raw = (text: string): string => tool({ x_bomb: 'HERE' }).replace('"HERE"', () => text);

const nested = (open: string, close: string, depth: number, core: string): string =>
  open.repeat(depth) + core + close.repeat(depth);

const marking = (at: number, refs: readonly number[]): object => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: `marking-definition--${uuid(at)}`,
  created,
  definition_type: 'statement',
  definition: { statement: 's' },
  ...(refs.length > 0 ? { object_marking_refs: refs.map((ref) => `marking-definition--${uuid(ref)}`) } : {}),
});

const indicator = (at: number, pattern: string): object =>
  domain('indicator', at, {
    name: 'i',
    description: 'd',
    pattern,
    pattern_type: 'stix',
    valid_from: created,
  });

/** Expensive bundles, by name. `size` is from 1 to 5,000. */
const makers: Readonly<Record<string, (random: Random, size: number) => string>> = {
  'deep lists': (_, size) => raw(nested('[', ']', size, '1')),
  'deep objects': (_, size) => raw(nested('{"a":', '}', size, '1')),
  'deep and just allowed': (random) => raw(nested('[', ']', 30 + random.below(12), '1')),
  'wide object': (_, size) =>
    tool(
      Object.fromEntries(
        many(size * 20, (at) => [`x_${at}`, 1] as unknown as object) as unknown as [string, number][],
      ),
    ),
  'wide dictionary': (_, size) =>
    tool({ x_wide: Object.fromEntries(Array.from({ length: size * 20 }, (_, at) => [`k${at}`, null])) }),
  'wide list': (_, size) => tool({ labels: Array.from({ length: size * 20 }, () => 'l') }),
  'wide list of lists': (_, size) =>
    tool({ x_wide: Array.from({ length: size }, () => Array.from({ length: 20 }, () => [null])) }),
  'several wide objects': (_, size) =>
    bundle(
      many(3, (at) =>
        domain('tool', at, {
          name: 'x',
          x_wide: Object.fromEntries(Array.from({ length: size * 9 }, (_, key) => [`k${key}`, ''])),
        }),
      ),
    ),
  'wide with escapes': (_, size) =>
    tool({
      x_wide: Object.fromEntries(Array.from({ length: size * 20 }, (_, at) => [`ESCAPED${at}`, 1])),
    }).replaceAll('ESCAPED', '\\u006b\\/'),
  'values upon values': (_, size) => raw(`[${'[],{},'.repeat(size * 50)}0]`),
  'broken at its end': (_, size) => raw(`[${'{"a":"b"},'.repeat(size * 10)}{"a":"b"]`),
  'comes again': (_, size) =>
    bundle(
      many(size, (at) => ({ ...indicator(at, `[file:size = ${at}]`), description: 'again '.repeat(150) })),
    ),
  'cycle of markings': (_, size) => bundle(many(size, (at) => marking(at, [(at + 1) % size]))),
  'chain of markings': (_, size) => bundle(many(size, (at) => marking(at, at + 1 < size ? [at + 1] : []))),
  'web of markings': (random, size) =>
    bundle(
      many(Math.min(size, 1_000), (at) =>
        marking(
          at,
          Array.from({ length: 30 }, () => random.below(size)),
        ),
      ),
    ),
  'cycle of relationships': (_, size) =>
    bundle(
      many(size, (at) =>
        domain('relationship', at, {
          relationship_type: 'related-to',
          source_ref: `tool--${uuid(at)}`,
          target_ref: `tool--${uuid((at + 1) % size)}`,
        }),
      ),
    ),
  'cycle of processes': (_, size) =>
    bundle(
      many(size, (at) => ({
        type: 'process',
        spec_version: '2.1',
        id: `process--${uuid(at)}`,
        pid: at,
        parent_ref: `process--${uuid((at + 1) % size)}`,
      })),
    ),
  'report of everything': (_, size) =>
    bundle([
      domain('report', 1, {
        name: 'r',
        published: created,
        object_refs: Array.from({ length: size }, (_, at) => `tool--${uuid(at)}`),
      }),
    ]),
  'one id, many versions': (_, size) =>
    bundle(
      many(size, (at) => ({
        ...domain('tool', 1, { name: 'x' }),
        modified: `2024-01-01T00:00:00.${String(at).padStart(4, '0')}Z`,
      })),
    ),
  // The next bomb sends versions of this same object.
  'a wide version': () =>
    bundle([
      domain('tool', 7_000, { name: 'x', x_wide: Array.from({ length: 40_000 }, () => 'wide object') }),
    ]),
  'many versions beside a wide one': (_, size) =>
    bundle(
      many(size, (at) => ({
        ...domain('tool', 7_000, { name: 'x' }),
        modified: `2024-02-01T00:00:00.${String(at).padStart(4, '0')}Z`,
      })),
    ),
  'one version, many contents': (_, size) =>
    bundle(many(size, (at) => domain('tool', 1, { name: `x${at}` }))),
  'one version, one long content': (_, size) =>
    bundle(many(size, () => domain('tool', 1, { name: 'x', x_long: 'y'.repeat(900) }))),
  'ids that are none': (random, size) =>
    bundle(
      many(size, (at) => ({
        ...domain('tool', at, { name: 'x' }),
        id: random.pick([
          `tool--${'A'.repeat(36)}`,
          'tool--',
          `--${uuid(at)}`,
          'x'.repeat(5_000),
          `${'a'.repeat(27)}!--${uuid(at)}`,
        ]),
      })),
    ),
  'types that are none': (_, size) =>
    bundle(many(Math.min(size, 1_000), (at) => domain(`${'a'.repeat(40)}!`, at, {}))),
  'types named as methods': (random) =>
    bundle(
      ['constructor', 'tostring', 'valueof'].map((type, at) =>
        domain(type, at + random.below(9) * 9, { name: 'x' }),
      ),
    ),
  surrogates: (random) => raw(random.pick(['"\\ud800"', '"\\udc00\\ud800"', '"\\ud83c"', '{"\\ud800":1}'])),
  unicode: (random, size) =>
    tool({
      name: random.pick(['\u0000', '\u202e', 'a\u0301', '\ufeff', '🎈', 'İ', '\u2028']).repeat(size * 10),
      labels: ['\u0007'],
    }),
  'long strings': (_, size) => tool({ description: 'x'.repeat(size * 50) }),
  'long words': (_, size) =>
    bundle([
      domain('identity', 1, {
        name: 'x',
        sectors: ['a_B '.repeat(size * 10)],
        identity_class: '-'.repeat(size * 10),
      }),
    ]),
  numbers: (random) =>
    raw(
      random.pick([
        '1e400',
        '-1e400',
        '-0',
        '9007199254740993',
        '1e-400',
        '0.1e1',
        `1${'0'.repeat(5_000)}`,
        `0.${'1'.repeat(5_000)}`,
      ]),
    ),
  confidence: (random) =>
    tool({ confidence: 'HERE' }).replace(
      '"HERE"',
      random.pick(['1e2', '100.0', '99.99999999999999999', '1e400', '-0', '1e-9']),
    ),
  dates: (random, size) =>
    bundle([
      domain('report', 1, {
        name: 'r',
        object_refs: [`tool--${uuid(1)}`],
        published: random.pick([
          `2024-01-01T00:00:00.${'9'.repeat(size * 10)}Z`,
          '0000-01-01T00:00:00Z',
          '9999-12-31T23:59:60.9Z',
          '2023-02-29T00:00:00Z',
          '2024-01-01T24:00:00Z',
          '+02024-01-01T00:00:00Z',
          '２０２４-01-01T00:00:00Z',
        ]),
      }),
    ]),
  'dates in order': (_, size) =>
    bundle(
      many(Math.min(size, 500), (at) =>
        domain('campaign', at, {
          name: 'c',
          first_seen: `2024-01-01T00:00:00.${'0'.repeat(2_000)}1Z`,
          last_seen: `2024-01-01T00:00:00.${'0'.repeat(2_000)}Z`,
        }),
      ),
    ),
  'patterns of parentheses': (_, size) =>
    bundle(many(Math.min(size, 300), (at) => indicator(at, `[${'('.repeat(Math.min(size * 4, 16_000))}`))),
  'patterns of ANDs': (_, size) =>
    bundle(
      many(Math.min(size, 150), (at) =>
        indicator(at, `[${Array.from({ length: 900 }, () => "a:b='c'").join(' AND ')}]`),
      ),
    ),
  'patterns of alternatives': (_, size) =>
    bundle(
      many(Math.min(size, 100), (at) =>
        indicator(
          at,
          `[${Array.from({ length: 400 }, (_, part) => `(a${part}:b='c' OR z${part}:b='d')`).join(' AND ')}]`,
        ),
      ),
    ),
  'patterns of quotes': (_, size) =>
    bundle(many(Math.min(size, 200), (at) => indicator(at, `[a:b = '${"\\'".repeat(8_000)}`))),
  'patterns of comments': (_, size) =>
    bundle(many(Math.min(size, 200), (at) => indicator(at, '/*'.repeat(8_000)))),
  'many selectors': (_, size) =>
    tool({
      labels: ['a'],
      granular_markings: many(Math.min(size, 2_000), () => ({
        lang: 'de',
        selectors: ['labels.[0]', 'labels.[1]', 'name', 'a.'.repeat(200)],
      })),
    }),
  'one long selector': (_, size) =>
    tool({ granular_markings: [{ lang: 'de', selectors: ['[0].'.repeat(size * 10)] }] }),
  'many languages': (_, size) =>
    bundle([
      domain('tool', 1, { name: 'x' }),
      domain('language-content', 2, {
        object_ref: `tool--${uuid(1)}`,
        contents: Object.fromEntries(
          Array.from({ length: size }, (_, at) => [`de-x-${at}`, { name: ['y'] }]),
        ),
      }),
    ]),
  'many extensions': (_, size) =>
    tool({
      extensions: Object.fromEntries(
        Array.from({ length: size }, (_, at) => [
          `extension-definition--${uuid(at)}`,
          { extension_type: 'property-extension', a: [[]] },
        ]),
      ),
    }),
  'containers of a chain': (_, size) =>
    bundle([
      domain('observed-data', 1, {
        first_observed: created,
        last_observed: created,
        number_observed: 1,
        objects: Object.fromEntries(
          Array.from({ length: size }, (_, at) => [
            at,
            { type: 'process', pid: at, child_refs: [String(at + 1)] },
          ]),
        ),
      }),
    ]),
  'languages and addresses': (_, size) =>
    bundle(
      many(Math.min(size, 500), (at) => ({
        type: 'url',
        spec_version: '2.1',
        id: `url--${uuid(at)}`,
        value: `http://${'a.'.repeat(1_000)}%zz`,
      })),
    ),
  'bases and hashes': (_, size) =>
    bundle(
      many(Math.min(size, 300), (at) => ({
        type: 'artifact',
        spec_version: '2.1',
        id: `artifact--${uuid(at)}`,
        payload_bin: `${'A'.repeat(3_999)}!`,
        hashes: { 'SHA-256': 'g'.repeat(64), SSDEEP: ':'.repeat(900) },
      })),
    ),
};

const names = Object.keys(makers);

/** The kind and the text of one bomb; kinds take turns. */
export const bombOf = (random: Random, turn: number): { readonly kind: string; readonly text: string } => {
  const kind = names[turn % names.length] ?? '';
  const size = random.pick([1, 20, 100, 500, 2_000, 5_000]);
  return { kind, text: makers[kind]?.(random, size) ?? '' };
};
