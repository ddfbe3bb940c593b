// Drafts after a restore: they are of those who may sign in as they could when they wrote them, and of nobody else, whatever the
// backup has.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { saveDraft } from '../../../src/service/draft/keep-drafts.ts';
import { endMembership } from '../../../src/service/member/suspend-member.ts';
import { deactivatePerson, reinvitePerson } from '../../../src/service/person/deactivate-person.ts';
import { erasePerson } from '../../../src/service/person-data/erase-person.ts';
import { aboutDraft } from '../../../src/service/secret/sealed-kinds.ts';
import type { DraftRow } from '../../../src/store/draft/drafts.ts';
import {
  backUpTo,
  configOf,
  databaseName,
  dropDatabase,
  listeningHub,
  restoreFrom,
  temporaryFolder,
} from '../../support/backup/backup-world.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';

const BEGUN = JSON.stringify({ headline: 'Begun before the backup' });
const folder = temporaryFolder();
const file = join(folder.path, 'hub.backup');
const target = databaseName();
let world: TestHub;
let restored: Awaited<ReturnType<typeof listeningHub>>;

const nameOf = (of: CastName, handle: string): string => `${CAST[of].slug}/${handle}`;
const begin = async (of: CastName, handle: string): Promise<string> => {
  await world.token(of, 'publisher', nameOf(of, handle));
  const writer = await world.actor(of, 'publisher', nameOf(of, handle));
  const form = { seen: null, kind: 'WARNING', corrects: null, label: 'Begun', content: BEGUN } as const;
  return good(await saveDraft(world.hub, writer, form)).person;
};

beforeAll(async () => {
  world = await openTestHub({ env: { TOCSIN_DATA: folder.path } });
  const host = { way: 'HOST' } as const;
  await begin('cyberAgency', 'stays');
  const out = await begin('cyberAgency', 'out');
  const erased = await begin('cyberAgency', 'erased');
  const again = await begin('cyberAgency', 'again');
  await begin('energyCentre', 'of-who-leaves');
  await backUpTo(world.hub, file);
  for (const id of [out, erased, again]) good(await deactivatePerson(world.hub, host, id));
  good(await erasePerson(world.hub, host, erased));
  good(await reinvitePerson(world.hub, host, again));
  good(await endMembership(world.hub, await world.actor('energyCentre', 'member-admin'), null));
  await restoreFrom(configOf(world, target, folder.path), file);
  restored = await listeningHub(configOf(world, target, folder.path));
}, 60_000);
afterAll(async () => {
  await restored?.close();
  await dropDatabase(configOf(world, target, folder.path));
  await world.close();
  folder.remove();
});

test('those of who stays are there and open; those of everybody else are gone', async () => {
  const rows = await restored.hub.database.native().collection<DraftRow>('drafts').find().toArray();
  expect(rows.map(({ person }) => person)).toEqual([personIdOf(nameOf('cyberAgency', 'stays'))]);
  const [row] = rows;
  if (row === undefined) throw new Error('it is restored');
  expect(row.content).toMatch(/^sealed\.1\./);
  expect(await world.hub.secrets.open(row.content, aboutDraft(row, 'content'))).toBe(BEGUN);
});
