// One walk over a version builds all its context, with one row of keys per object. Walking again, concurrently, or after
// an interruption duplicates nothing and misses nothing.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addContext } from '../../../src/service/context/add-context.ts';
import { loadShippedSets } from '../../../src/service/enrichment/load-shipped-sets.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import type { EntryRow } from '../../../src/store/entries.ts';
import { textOf } from '../../../src/store/objects.ts';
import { HANDLERS } from '../../../workers/table.ts';
import type { CastName } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
  await loadShippedSets(world.hub);
  await world.drain();
});
afterAll(() => world.close());

const indicator = (pattern: string) =>
  made('indicator', { name: 'C2', pattern, pattern_type: 'stix', valid_from: MADE_AT });
const family = (name: string, ...aliases: string[]) =>
  made('malware', { name, is_family: true, ...(aliases.length === 0 ? {} : { aliases }) });
const flaw = (cve: string) =>
  made('vulnerability', { name: cve, external_references: [{ source_name: 'cwe', external_id: 'CWE-287' }] });

const publish = async (name: CastName, ...objects: readonly object[]): Promise<string> => {
  const request = draft({ audience: to('northGrid'), bundle: bundleOf(...objects) });
  const published = await publishWarning(world.hub, await world.actor(name), request);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.value.warning;
};
const entriesOf = (warning: string): Promise<EntryRow[]> =>
  world.hub.entries.rows
    .find({ 'subject.warning': warning, event: { $in: ['warning.published', 'warning.updated'] } })
    .sort({ sequence: 1 })
    .toArray();
const entryOf = async (warning: string): Promise<EntryRow> => {
  const [entry] = await entriesOf(warning);
  if (entry === undefined) throw new Error('a version has its entry');
  return entry;
};

const TIMES = new Set(['at', 'created', 'modified']);

/** Everything the hub has derived, one line each, without timestamps. */
const everything = async (): Promise<string[]> => {
  const { context, entityPairs, pairs } = world.hub;
  const rows = await Promise.all([
    context.objects.rows.find().toArray(),
    context.enrichments
      .find()
      .map((row) => ({ ...row, body: JSON.parse(textOf(row)) as object }))
      .toArray(),
    entityPairs.aliases.find().toArray(),
    entityPairs.rows.find().toArray(),
    pairs.traits.find().toArray(),
    pairs.rows.find().toArray(),
  ]);
  const lines = rows
    .flat()
    .map((row) => JSON.stringify(row, (name, value: unknown) => (TIMES.has(name) ? undefined : value)));
  return lines.sort();
};
/** The first few lines that only one side has: the full list could be thousands. */
const differences = (before: readonly string[], after: readonly string[]): string[] => {
  const [one, other] = [new Set(before), new Set(after)];
  return [...before.filter((line) => !other.has(line)), ...after.filter((line) => !one.has(line))]
    .concat(before.length === after.length ? [] : [`${before.length} and ${after.length} lines`])
    .slice(0, 5);
};
const countOfEntries = () => world.hub.entries.rows.countDocuments();

/** More than one batch of objects, with everything the walk looks for. */
const manyObjects = (round: string) => [
  ...Array.from({ length: 520 }, (_, index) =>
    indicator(
      `[ipv4-addr:value = '192.168.${round.length}.${index % 256}' OR domain-name:value = '${round}${index}.example']`,
    ),
  ),
  family(`${round} One`, `${round} Alias`, `${round} Other`),
  family(`${round} Two`, `${round} Alias`),
  flaw('CVE-2021-22681'),
  made('note', {
    content: 'No key of any sort.',
    object_refs: ['malware--31b940d4-6f7f-459a-80ea-9c1f17b58abc'],
  }),
];

test('an object gets one row with its name, aliases and keys, or none if it has none of these', async () => {
  const objects = manyObjects('first');
  const warning = await publish('cyberAgency', ...objects);
  await world.drain();
  const rows = await world.hub.objects.rows.find({ warning, version: 1 }).toArray();
  const contexts = await world.hub.context.objects.rows
    .find({ _id: { $in: rows.map(({ _id }) => _id) } })
    .toArray();
  const idOf = new Map(rows.map(({ _id, stixId }) => [_id.toHexString(), stixId]));
  const of = (id: string) => contexts.find(({ _id }) => idOf.get(_id.toHexString()) === id);
  expect(new Set(contexts.map(({ _id }) => _id.toHexString())).size).toBe(contexts.length);
  expect(objects.filter(({ id }) => of(id) !== undefined)).toHaveLength(523);
  expect(of(objects[520]?.id ?? '')).toMatchObject({
    entity: 'malware:firstone',
    aliases: ['malware:firstalias', 'malware:firstother'],
  });
  expect(of(objects[522]?.id ?? '')).toMatchObject({
    entity: 'vulnerability:CVE-2021-22681',
    keys: ['CVE-2021-22681', 'CWE-287'],
  });
  expect(of(objects[7]?.id ?? '')).toMatchObject({
    entity: expect.stringMatching(/^indicator:[0-9a-f]{64}$/),
    keys: ['ip:192.168.5.7', 'host:first7.example'],
  });
  expect(of(objects[523]?.id ?? '')).toBeUndefined();
});

test('a second walk changes nothing, nor do jobs under their former names', async () => {
  const warning = await publish('cyberAgency', ...manyObjects('again'));
  await world.drain();
  const [before, entries] = [await everything(), await countOfEntries()];
  const entry = await entryOf(warning);
  for (const job of ['add-context', 'deduplicate-objects', 'pair-warnings', 'enrich-objects'] as const)
    await HANDLERS[job](world.hub, entry);
  expect(differences(before, await everything())).toEqual([]);
  expect(await countOfEntries()).toBe(entries);
});

test('an interrupted walk is completed', async () => {
  const warning = await publish('cyberAgency', ...manyObjects('half'));
  await world.drain();
  const rows = await world.hub.objects.rows.find({ warning }).sort({ _id: 1 }).toArray();
  const { context, entityPairs, pairs: hubPairs } = world.hub;
  const before = await everything();
  // The state after a worker is killed in its second batch: the first batch is partly derived, the second not at all.
  const beyond = rows.slice(500).map(({ _id }) => _id);
  await context.objects.rows.deleteMany({ _id: { $in: beyond } });
  const lost = [...beyond, ...rows.slice(0, 50).map(({ _id }) => _id)];
  expect((await context.enrichments.deleteMany({ row: { $in: lost } })).deletedCount).toBeGreaterThan(50);
  expect((await entityPairs.rows.deleteMany({ sides: 'malware:halftwo' })).deletedCount).toBe(1);
  await hubPairs.traits.deleteMany({ _id: warning });
  expect(differences(before, await everything())).not.toEqual([]);
  await addContext(world.hub, await entryOf(warning));
  expect(differences(before, await everything())).toEqual([]);
});

test('eight concurrent walks over the same names, aliases and values all succeed and duplicate nothing', async () => {
  const shared = Array.from({ length: 40 }, (_, index) => `Crowd ${100 + index}`);
  const bundleOfOne = (who: string) => [
    ...shared.map((alias, index) => family(`${who} ${200 + index}`, alias, shared[(index + 1) % 40] ?? '')),
    ...shared.map((_, index) => indicator(`[ipv4-addr:value = '198.51.100.${index}']`)),
    flaw('CVE-2021-22681'),
  ];
  const names = ['cyberAgency', 'xbCsirt', 'energyCentre'] as const;
  for (let round = 0; round < 3; round += 1) {
    const warnings: string[] = [];
    for (let index = 0; index < 4; index += 1)
      warnings.push(await publish(names[index % 3] ?? 'xbCsirt', ...bundleOfOne(`Band ${round}`)));
    const entries = await Promise.all(warnings.map(entryOf));
    const done = await Promise.allSettled(
      [...entries, ...entries].map((entry) => addContext(world.hub, entry)),
    );
    expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
  }
  await world.drain();
  const { entityPairs, entries } = world.hub;
  const kept = await entityPairs.rows.find({ sides: /^malware:band/ }).toArray();
  expect(kept.length).toBeGreaterThan(100);
  const proposed = (await entries.rows.find({ event: 'duplicate.proposed' }).toArray()).flatMap(
    ({ subject }) => subject.pairs ?? [],
  );
  const ids = new Set(kept.map(({ _id }) => _id));
  expect(proposed.filter((id) => ids.has(id)).sort()).toEqual([...ids].sort());
});

test('with concurrent walks over versions of one warning, the newest is paired in the end', async () => {
  const first = indicator("[ipv4-addr:value = '203.0.113.9']");
  const next = indicator("[ipv4-addr:value = '203.0.113.10']");
  const id = await publish('cyberAgency', first);
  const { kind, marking, audience, allowEmptyAudience, exercise, ...correction } = draft({
    bundle: bundleOf(first, next),
  });
  const request = { id, expectedVersion: 1, draft: correction };
  const updated = await updateWarning(world.hub, await world.actor('cyberAgency'), request);
  expect(updated).toMatchObject({ ok: true });
  const other = await publish('xbCsirt', next, first);
  const entries = [...(await entriesOf(id)), await entryOf(other)];
  expect(entries).toHaveLength(3);
  await Promise.all(entries.toReversed().map((entry) => addContext(world.hub, entry)));
  const traits = await world.hub.pairs.traits.findOne({ _id: id });
  expect(traits).toMatchObject({ version: 2 });
  expect(traits?.observables).toHaveLength(2);
  const [pair, ...more] = await world.hub.pairs.rows.find({ warnings: id }).toArray();
  expect(more).toEqual([]);
  expect(pair?.versions[pair.warnings.indexOf(id)]).toBe(2);
  await world.drain();
});
