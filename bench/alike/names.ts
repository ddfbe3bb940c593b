// `node bench/alike/names.ts CLUSTERS`: how often entities that share an alias, or that a name joins, are the same one
// in MISP's galaxy (its folder `clusters`), taking its links as the truth. Prints the table and writes
// bench/alike/names.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aliasesOf, entityKey } from 'stix2-ts/entity';

const [clusters] = process.argv.slice(2);
if (clusters === undefined)
  throw new Error('name the folder of clusters: node bench/alike/names.ts CLUSTERS');

const SETS = {
  actors: {
    type: 'intrusion-set',
    files: `threat-actor mitre-intrusion-set microsoft-activity-group 360net tidal-groups`.split(' '),
  },
  malware: {
    type: 'malware',
    files: `malpedia mitre-malware mitre-tool ransomware tool botnet rat stealer backdoor banker android
      tidal-software`.split(/\s+/),
  },
} as const;

type Value = {
  readonly value: string;
  readonly uuid: string;
  readonly meta?: { readonly synonyms?: readonly string[] };
  readonly related?: readonly { readonly type: string; readonly 'dest-uuid': string }[];
};

/** An entity under one key, and the families that its assertions belong to through links. */
type Entity = { readonly aliases: Set<string>; readonly families: Set<string> };

/** The families of values that are linked as similar, directly or through others. */
const familiesOf = (values: readonly Value[]): ((uuid: string) => string) => {
  const parents = new Map<string, string>();
  const find = (uuid: string): string => {
    const parent = parents.get(uuid) ?? uuid;
    return parent === uuid ? uuid : find(parent);
  };
  const known = new Set(values.map(({ uuid }) => uuid));
  for (const { uuid, related } of values)
    for (const link of related ?? [])
      if (link.type === 'similar' && known.has(link['dest-uuid']))
        parents.set(find(uuid), find(link['dest-uuid']));
  return find;
};

const entitiesOf = (type: string, values: readonly Value[]): Map<string, Entity> => {
  const familyOf = familiesOf(values);
  const entities = new Map<string, Entity>();
  for (const { value, uuid, meta } of values) {
    // MITRE's clusters append the number of a group or tool to its name.
    const object = { type, name: value.replace(/ - [GS]\d{4}$/, ''), aliases: meta?.synonyms ?? [] };
    const key = entityKey(object);
    if (key === null) continue;
    const entity = entities.get(key) ?? { aliases: new Set<string>(), families: new Set<string>() };
    entities.set(key, entity);
    entity.families.add(familyOf(uuid));
    for (const alias of aliasesOf(object)) entity.aliases.add(alias.key);
  }
  return entities;
};

type Pair = {
  readonly shared: number;
  readonly least: number;
  readonly isNamed: boolean;
  readonly isOne: boolean;
};

const pairsOf = (entities: ReadonlyMap<string, Entity>): { pairs: Pair[]; most: number } => {
  const holders = new Map<string, string[]>();
  for (const [key, { aliases }] of entities)
    for (const alias of aliases) holders.set(alias, [...(holders.get(alias) ?? []), key]);
  const found = new Map<string, Pair>();
  const add = (one: string, other: string): void => {
    const [left, right] = [entities.get(one), entities.get(other)];
    const id = [one, other].sort().join('|');
    if (left === undefined || right === undefined || one === other || found.has(id)) return;
    found.set(id, {
      shared: [...left.aliases].filter((alias) => right.aliases.has(alias)).length,
      least: Math.min(left.aliases.size, right.aliases.size),
      isNamed: left.aliases.has(other) || right.aliases.has(one),
      isOne: [...left.families].some((family) => right.families.has(family)),
    });
  };
  for (const [alias, keys] of holders)
    for (const one of keys) for (const other of [...keys, alias]) add(one, other);
  return { pairs: [...found.values()], most: Math.max(...[...holders.values()].map((keys) => keys.length)) };
};

const ROWS: readonly (readonly [string, (pair: Pair) => boolean])[] = [
  ['joined by rule: the name of one is an alias of the other', ({ isNamed }) => isNamed],
  ['proposed: they share aliases but no name', ({ isNamed }) => !isNamed],
  ['… one alias', ({ isNamed, shared }) => !isNamed && shared === 1],
  ['… two or more', ({ isNamed, shared }) => !isNamed && shared > 1],
  [
    '… two or more, at least half of the smaller set',
    ({ isNamed, shared, least }) => !isNamed && shared > 1 && shared / least >= 0.5,
  ],
];

const figures = Object.entries(SETS).map(([name, { type, files }]) => {
  const values = files.flatMap(
    (file) =>
      (JSON.parse(readFileSync(path.join(clusters, `${file}.json`), 'utf8')) as { values: Value[] }).values,
  );
  const entities = entitiesOf(type, values);
  return { name, count: entities.size, ...pairsOf(entities) };
});

const cell = (pairs: readonly Pair[]): string => {
  const share =
    pairs.length === 0
      ? '–'
      : `${Math.round((100 * pairs.filter(({ isOne }) => isOne).length) / pairs.length)} %`;
  return `${pairs.length}, ${share}`;
};
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const text = `# Entities by name: how often two that a name joins, or that share an alias, are one

\`node bench/alike/names.ts CLUSTERS\` on ${commit}: pairs, and the share that MISP's galaxy links as similar. Its links are incomplete, so
the shares are lower bounds. For the conclusions see [decision 0011](../../docs/decisions/0011-entities-by-name.md).

| | ${figures.map(({ name, count }) => `${name}: ${count} entities`).join(' | ')} |
|---|${figures.map(() => '---|').join('')}
${ROWS.map(([label, isIn]) => `| ${label} | ${figures.map(({ pairs }) => cell(pairs.filter(isIn))).join(' | ')} |`).join('\n')}
| most entities with one alias | ${figures.map(({ most }) => most).join(' | ')} |
`;
process.stdout.write(text);
writeFileSync(new URL('names.md', import.meta.url), text);
