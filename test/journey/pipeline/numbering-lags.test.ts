// What is published and not numbered is invisible to all: its age is a metric, and an alert rule pages on it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { pipelineState } from '../../../src/service/health/store-health.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { ObjectId, Timestamp } from '../../../src/store/connect.ts';
import { hubFigures, workerFigures } from '../../support/deploy/figures.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';

const RULES = join(import.meta.dirname, '../../../deploy/monitoring/alerts.yml');

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const lagIn = (text: string): number =>
  Number(/^tocsin_sequence_lag_seconds (\S+)$/m.exec(text)?.[1] ?? Number.NaN);

test('the age of the oldest entry without a number is a metric of hub and worker, above the alert’s bound', async () => {
  const { groups } = parse(readFileSync(RULES, 'utf8'));
  const rules = groups[0].rules as readonly { alert: string; expr: string; labels: { severity: string } }[];
  const rule = rules.find(({ alert }) => alert === 'TocsinNumberingLags');
  const bound = Number(/max\(tocsin_sequence_lag_seconds\) > (\d+)/.exec(rule?.expr ?? '')?.[1]);
  expect([bound, rule?.labels.severity]).toEqual([15, 'page']);

  expect(lagIn(await hubFigures(world.hub))).toBe(0);
  const published = await publishWarning(world.hub, await world.actor('cyberAgency'), draft());
  expect(published.ok).toBe(true);
  const row = await world.hub.entries.rows.findOne({ isPending: true });
  expect(row?.stamp?.t).toBeGreaterThan(Date.now() / 1_000 - 60);
  // A minute later: the stamp stands a minute before the server's clock.
  const before = new Timestamp({ t: (row?.stamp?.t ?? 0) - 60, i: 1 });
  await world.hub.entries.rows.updateOne({ isPending: true }, { $set: { stamp: before } });
  for (const text of [await hubFigures(world.hub), await workerFigures(world)]) {
    expect(lagIn(text)).toBeGreaterThanOrEqual(60);
    expect(lagIn(text)).toBeGreaterThan(bound);
  }
  await world.drain();
  expect(lagIn(await hubFigures(world.hub))).toBe(0);
});

test('an entry of an older hub, which has no stamp, counts from the second of its id', async () => {
  await publishWarning(world.hub, await world.actor('cyberAgency'), draft());
  await world.hub.entries.rows.updateOne({ isPending: true }, { $unset: { stamp: '' } });
  const { unnumbered, unnumberedSeconds } = await pipelineState(world.hub);
  expect(unnumbered).toBe(1);
  expect(unnumberedSeconds).toBeGreaterThan(0);
  expect(unnumberedSeconds).toBeLessThan(600);
  await world.drain();
  expect((await pipelineState(world.hub)).unnumbered).toBe(0);
});

test('entries of older and newer hubs that wait together are numbered by second, and none is left out', async () => {
  const agency = await world.actor('cyberAgency');
  const ids: ObjectId[] = [];
  for (const second of [30, 10, 20, 40]) {
    const published = await publishWarning(world.hub, agency, draft());
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    const of = { 'subject.warning': published.value.warning };
    const row = await world.hub.entries.rows.findOne(of);
    if (row === null) throw new Error('it has an entry');
    // Every other one as an older hub writes it: its time is only in its id.
    const isOld = second % 20 === 0;
    const { stamp: _, _id: __, ...rest } = row;
    const _id = isOld ? ObjectId.createFromTime(second) : row._id;
    await world.hub.entries.rows.deleteOne({ _id: row._id });
    await world.hub.entries.rows.insertOne({
      ...rest,
      _id,
      ...(isOld ? {} : { stamp: new Timestamp({ t: second, i: 1 }) }),
    });
    await world.hub.feed.rows.updateMany({ entry: row._id }, { $set: { entry: _id } });
    ids[second / 10 - 1] = _id;
  }
  await world.drain();
  const rows = await world.hub.entries.rows
    .find({ _id: { $in: ids } })
    .sort({ sequence: 1 })
    .toArray();
  expect(rows.map(({ _id }) => _id.toHexString())).toEqual(ids.map((id) => id.toHexString()));
  expect(
    await world.hub.feed.rows.countDocuments({ entry: { $in: ids }, sequence: { $gt: 0 }, sector: '*' }),
  ).toBe(4);
});
