// A worker is killed in the middle of a large bundle, when only some objects have their context: the next one completes
// it and duplicates nothing. On the real process.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { draft } from '../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../support/objects.ts';
import { eventually } from '../support/processes.ts';

const OBJECTS = 5_000;
let fault: FaultWorld;
beforeAll(async () => {
  fault = await openFaultWorld();
});
afterAll(() => fault.close());

test('the walk restarts from the beginning, and ends with one row per object', async () => {
  const { hub, actor } = fault.world;
  const count = (): Promise<number> => hub.context.objects.rows.countDocuments({ entity: /^indicator:/ });
  let isCut = false;
  for (let round = 0; round < 5 && !isCut; round += 1) {
    const worker = await fault.startWorker();
    const objects = Array.from({ length: OBJECTS }, (_, index) =>
      made('indicator', {
        name: 'C2',
        pattern: `[domain-name:value = 'round${round}.${index}.example']`,
        pattern_type: 'stix',
        valid_from: MADE_AT,
      }),
    );
    const before = await count();
    const bundle = bundleOf(...objects);
    const published = await publishWarning(hub, await actor('cyberAgency'), draft({ bundle }));
    expect(published.ok).toBe(true);
    await eventually('the walk has begun', async () => (await count()) > before);
    await worker.kill('SIGKILL');
    const written = (await count()) - before;
    isCut = written > 0 && written < OBJECTS;
    await fault.startWorker();
    await fault.settled();
    expect((await count()) - before).toBe(OBJECTS);
  }
  expect(isCut).toBe(true);
  expect(await hub.entries.rows.countDocuments({ work: 'DEAD' })).toBe(0);
});
