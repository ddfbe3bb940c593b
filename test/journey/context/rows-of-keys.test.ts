// The rows of keys on their own: lookup by name, alias or key, page by page and from the indexes; and the migration of
// databases that have one document per name and key.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ObjectId } from '../../../src/store/connect.ts';
import {
  FORMER_KEYS,
  FORMER_NAMES,
  type FormerKeyRow,
  type FormerNameRow,
} from '../../../src/store/context/former-rows.ts';
import type { ObjectContextRow } from '../../../src/store/context/object-context.ts';
import { oneRowOfKeys } from '../../../src/store/migration/rows/2026-11-28-one-row-of-keys.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { MADE_AT, made } from '../../support/objects.ts';
import { publishTo, sourcesSeenBy } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const all = () => world.hub.context.objects.rows.find().sort({ _id: 1 }).toArray();

describe('lookup', () => {
  const row = (facts: Omit<ObjectContextRow, '_id'>): ObjectContextRow => ({ _id: new ObjectId(), ...facts });
  const rows = [
    ...Array.from({ length: 30 }, (_, index) => row({ entity: 'tool:a', keys: [`ip:10.0.0.${index}`] })),
    ...Array.from({ length: 10 }, () => row({ entity: 'tool:b', aliases: ['tool:a', 'tool:c'] })),
    ...Array.from({ length: 5 }, () => row({ aliases: ['tool:a'], keys: ['CVE-2020-1', 'host:x.example'] })),
    ...Array.from({ length: 300 }, (_, index) => row({ entity: `tool:other${index}` })),
  ];
  const hexes = (found: readonly ObjectContextRow[]) => found.map(({ _id }) => _id.toHexString());
  const where = (holds: (row: ObjectContextRow) => boolean) => hexes(rows.filter(holds));
  /** Every page, of seven each. */
  const paged = async (read: (after?: ObjectId) => Promise<ObjectContextRow[]>): Promise<string[]> => {
    const found: string[] = [];
    for (let after: ObjectId | undefined; ; ) {
      const page = await read(after);
      found.push(...hexes(page));
      if (page.length < 7) return found;
      after = page.at(-1)?._id;
    }
  };
  beforeAll(async () => {
    expect(await world.hub.context.objects.save(rows)).toBe(true);
    expect(await world.hub.context.objects.save(rows.slice(0, 3))).toBe(false);
  });

  test('by name and alias, or by name alone; each once, in order of id', async () => {
    const { objects } = world.hub.context;
    expect(await paged((after) => objects.describing(['tool:a'], [], 7, after))).toEqual(
      where(({ entity, aliases }) => entity === 'tool:a' || aliases?.includes('tool:a') === true),
    );
    expect(await paged((after) => objects.describing([], ['tool:a'], 7, after))).toEqual(
      where(({ entity }) => entity === 'tool:a'),
    );
    expect(await paged((after) => objects.describing(['tool:b'], ['tool:a', 'tool:c'], 7, after))).toEqual(
      where(({ entity }) => entity === 'tool:a' || entity === 'tool:b'),
    );
    expect(await objects.describing([], ['tool:none'], 7)).toEqual([]);
  });

  test('by key and by key prefix', async () => {
    const { objects } = world.hub.context;
    expect(await paged((after) => objects.holding(['CVE-2020-1', 'ip:10.0.0.4'], 7, after))).toEqual(
      where(({ keys }) => keys?.some((key) => key === 'CVE-2020-1' || key === 'ip:10.0.0.4') === true),
    );
    expect(await paged((after) => objects.holdingBelow(['ip:', 'host:'], 7, after))).toEqual(
      where(({ keys }) => keys !== undefined),
    );
    expect(await paged((after) => objects.holdingBelow(['host:'], 7, after))).toEqual(
      where(({ keys }) => keys?.includes('host:x.example') === true),
    );
  });

  test('is answered from the indexes, already in order', async () => {
    const explained = async (filter: object): Promise<string> =>
      JSON.stringify(
        (await world.hub.context.objects.rows.find(filter).sort({ _id: 1 }).limit(7).explain())[
          'queryPlanner'
        ].winningPlan,
      );
    for (const filter of [
      { $or: [{ entity: { $in: ['tool:a', 'tool:b'] } }, { aliases: { $in: ['tool:a'] } }] },
      { entity: { $in: ['tool:a', 'tool:c'] } },
      { keys: { $in: ['CVE-2020-1', 'ip:10.0.0.4'] } },
    ]) {
      const plan = await explained(filter);
      expect(plan).toContain('IXSCAN');
      expect(plan).not.toMatch(/"COLLSCAN"|"SORT"/);
    }
  });
});

describe('an older database', () => {
  /** Runs batch by batch from a position; `reached` receives each position from which it can resume. */
  const migrate = async (from: string | null, recipients?: (position: string) => void): Promise<void> => {
    const { database } = world.hub;
    for (let position = from; ; ) {
      const batch = await oneRowOfKeys.next(database, position);
      if (batch === null) return;
      await database.transaction((session) => batch.write(session));
      recipients?.(batch.position);
      position = batch.position;
    }
  };

  /** The older layout, before each object has one row. */
  const takeBack = async (): Promise<void> => {
    const names: FormerNameRow[] = [];
    const publication = { warning: 'warning--a', version: 1 };
    const keys: FormerKeyRow[] = [];
    for (const { _id: row, entity, aliases = [], span, keys: own = [] } of await all()) {
      const hex = row.toHexString();
      if (entity !== undefined)
        names.push({
          _id: `${entity} ${hex}`,
          thing: entity,
          row,
          ...publication,
          ...(span === undefined ? {} : { span }),
        });
      names.push(
        ...aliases.map((alias) => ({
          _id: `${alias} ${hex}`,
          thing: alias,
          row,
          ...publication,
          isAlias: true as const,
        })),
      );
      keys.push(...own.map((key) => ({ _id: `${key} ${hex}`, key, row, ...publication })));
    }
    const { database, context } = world.hub;
    await database.collection(FORMER_NAMES).insertMany(names);
    await database.collection(FORMER_KEYS).insertMany(keys);
    await context.objects.rows.deleteMany({});
  };
  const ordered = (rows: readonly ObjectContextRow[]) =>
    rows.map(({ aliases, keys, ...row }) => ({
      ...row,
      ...(aliases === undefined ? {} : { aliases: [...aliases].sort() }),
      ...(keys === undefined ? {} : { keys: [...keys].sort() }),
    }));

  test('is migrated batch by batch, resumes where it stopped, and then shows the same', async () => {
    await world.hub.context.objects.rows.deleteMany({});
    const one = made('intrusion-set', { name: 'Old Bear', aliases: ['Old Fox', 'Old Wolf'] });
    const other = made('intrusion-set', { name: 'Old Fox' });
    const edge = made('relationship', {
      relationship_type: 'uses',
      source_ref: one.id,
      target_ref: made('tool', {}).id,
      start_time: MADE_AT,
    });
    const indicators = Array.from({ length: 1_200 }, (_, index) =>
      made('indicator', {
        name: 'C2',
        pattern: `[domain-name:value = 'old${index}.example' OR ipv4-addr:value = '198.51.100.${index % 256}']`,
        pattern_type: 'stix',
        valid_from: MADE_AT,
      }),
    );
    await publishTo(world, 'cyberAgency', ['northGrid'], one, edge, ...indicators);
    await publishTo(world, 'xbCsirt', ['northGrid'], other);
    const shown = await sourcesSeenBy(world, 'northGrid', one.id);
    expect(shown.ids).toEqual([one.id, other.id].sort());
    const before = ordered(await all());
    await takeBack();
    expect((await sourcesSeenBy(world, 'northGrid', one.id)).ids).toEqual([one.id]);
    expect(await oneRowOfKeys.remaining(world.hub.database)).toBe(before.length);

    const recipients: string[] = [];
    const killed = migrate(null, (position) => {
      recipients.push(position);
      if (recipients.length === 2) throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    const half = (await all()).length;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(before.length);
    // The position of the second batch is lost: the batch runs again and writes nothing twice.
    await migrate(recipients[0] ?? null);
    expect(ordered(await all())).toEqual(before);
    expect(await oneRowOfKeys.remaining(world.hub.database)).toBe(0);
    expect(await sourcesSeenBy(world, 'northGrid', one.id)).toEqual(shown);
    await migrate(null);
    expect(ordered(await all())).toEqual(before);
  });
});
