// Planting the seeds: the same ids on every machine, nothing new the second time, keys that only their owner can read.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play, someoneOf, warningId } from '../../../seeds/acts.ts';
import { CAST } from '../../../seeds/cast.ts';
import { IDENTITIES } from '../../../seeds/identities.ts';
import { openSeedClock } from '../../../seeds/seed-clock.ts';
import { LIVE, liveWarning } from '../../../seeds/story/live.ts';
import type { Hub } from '../../../src/hub.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { openStory, type Story } from '../../support/world/story.ts';

let story: Story;
let elsewhere: Story;
beforeAll(async () => {
  story = await openStory();
  elsewhere = await openStory();
});
afterAll(async () => {
  await story.close();
  await elsewhere.close();
});

const namesIn = async (hub: Hub) => {
  const { members, declared } = await hub.directory.current();
  const db = hub.database.connection.db;
  const warnings = (await hub.warnings.rows.distinct('_id')).map(String);
  const objects = await db?.collection('objects').distinct('stixId');
  return {
    members: [...members.keys()].sort(),
    dependencies: declared.map(({ id }) => id),
    warnings,
    objects: objects?.map(String).sort(),
  };
};

describe('planting', () => {
  test('gives the same ids on another machine, but those of imported advisories, which nobody can compute', async () => {
    const [here, there] = [await namesIn(story.hub), await namesIn(elsewhere.hub)];
    const apart = (some: readonly string[], others: readonly string[]) =>
      some.filter((id) => !others.includes(id));
    expect(apart(here.warnings, there.warnings)).toHaveLength(40);
    expect(apart(there.warnings, here.warnings)).toHaveLength(40);
    // One more was admitted by its sponsors.
    expect(here.members).toHaveLength(CAST.length + 1);
    expect(here.warnings).not.toHaveLength(0);
    expect(here.objects?.length).toBeGreaterThan(1_800);
    expect({ ...there, warnings: null }).toEqual({ ...here, warnings: null });
  });

  test('is idempotent: the second run adds nothing', async () => {
    expect(story.tally).toMatchObject({ members: CAST.length, advisories: 40, keys: IDENTITIES.length });
    const before = await namesIn(story.hub);
    const entries = await story.hub.entries.rows.countDocuments();
    const fresh = await story.plantAgain();
    expect(new Set(Object.values(fresh))).toEqual(new Set([0]));
    expect(await namesIn(story.hub)).toEqual(before);
    expect(await story.hub.entries.rows.countDocuments()).toBe(entries);
  });

  test('leaves later changes alone', async () => {
    const agency = await someoneOf(elsewhere.hub, 'aldermark-cyber-agency', 'publisher');
    const id = warningId(LIVE);
    const cancelled = await cancelWarning(elsewhere.hub, agency, { id, expectedVersion: 1, reason: 'Over.' });
    expect(cancelled.ok).toBe(true);
    const member = (await elsewhere.hub.directory.current()).bySlug.get('quay-line');
    await elsewhere.hub.members.save({ ...member!, optsOutOfCascade: false });
    elsewhere.hub.directory.forget();
    expect(new Set(Object.values(await elsewhere.plantAgain()))).toEqual(new Set([0]));
    expect((await elsewhere.hub.directory.current()).bySlug.get('quay-line')?.optsOutOfCascade).toBe(false);
  });

  test('obeys policy: a member that may not publish is refused, and planting reports it', async () => {
    const act = { verb: 'publish', of: 'forged', by: 'quay-line', at: new Date() } as const;
    const draft = liveWarning(new Date());
    await expect(play(story.hub, openSeedClock(), { ...act, draft })).rejects.toThrow(
      'MEMBER_MAY_NOT_PUBLISH',
    );
  });
});

describe('the keys of the ready identities', () => {
  const fileOf = (name: string) => path.join(story.keys, `${name}.key`);

  test('are files that only their owner can read, and no two hubs share one', () => {
    expect(statSync(story.keys).mode & 0o777).toBe(0o700);
    for (const { name } of IDENTITIES) {
      expect(statSync(fileOf(name)).mode & 0o777).toBe(0o600);
      expect(readFileSync(fileOf(name), 'utf8')).not.toBe(
        readFileSync(path.join(elsewhere.keys, `${name}.key`), 'utf8'),
      );
    }
  });

  test('authenticate the identity they name', async () => {
    for (const { name, member, role, person } of IDENTITIES) {
      const { byHandle } = await story.hub.directory.current();
      const id = person === null ? null : byHandle.get(person)?.id;
      expect(await story.identity(name)).toMatchObject({
        member: { slug: member },
        roles: [role],
        person: id,
      });
    }
  });

  test('are recreated when lost or of another hub, but not when revoked', async () => {
    rmSync(fileOf('analyst'));
    writeFileSync(fileOf('integrator'), readFileSync(path.join(elsewhere.keys, 'integrator.key'), 'utf8'));
    const manager = readFileSync(fileOf('centre-manager'), 'utf8').trim();
    await revokeKey(story.hub, manager.split('_')[2] ?? '');
    expect(await story.plantAgain()).toMatchObject({ keys: 2, acts: 0 });
    expect(await story.identity('analyst')).toMatchObject({ roles: ['analyst'] });
    expect(await story.identity('integrator')).toMatchObject({ roles: ['integrator'] });
    expect(readFileSync(fileOf('centre-manager'), 'utf8').trim()).toBe(manager);
    expect(await authenticate(story.hub, `Bearer ${manager}`)).toBeNull();
  });

  test('the guide beside them names each and its commands', () => {
    const guide = readFileSync(path.join(story.keys, 'README.txt'), 'utf8');
    for (const { name, who } of IDENTITIES) expect(guide).toContain(`${name.padEnd(14)}  ${who}`);
    expect(guide).toContain(`$(cat ${fileOf('analyst')})`);
    expect(guide).toContain('http://localhost:4000/graphql');
    expect(guide).toContain('npx tocsin watch --as analyst');
    expect(guide).not.toMatch(/toc_/);
  });
});
