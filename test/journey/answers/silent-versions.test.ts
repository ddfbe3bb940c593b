// An advisory was announced and answered, and its issuer reissues it without news: the new version comes silently, and is brought to
// nobody. Its publisher still sees who has it and who has answered, and nobody is asked again.
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { advisoryOf } from '../../support/inputs/kev-advisory.ts';
import { good } from '../../support/outcome.ts';
import { eventually, startProcess } from '../../support/processes.ts';
import { to } from '../../support/publish.ts';

const RECIPIENTS = ['northGrid', 'riverWater', 'southGrid'] as const;
const CVE = 'CVE-2026-42001';

let world: TestEndpoint;
let publisher: string;
const readers = new Map<CastName, string>();
beforeAll(async () => {
  world = await openTestEndpoint();
  publisher = await world.token('cyberAgency', 'publisher');
  for (const name of [...RECIPIENTS, 'cityHospital'] as const)
    readers.set(name, await world.token(name, 'analyst'));
});
afterAll(() => world.close());

const importAt = async (version: number, cve = CVE): Promise<string> => {
  const options = { announce: true, audience: to(...RECIPIENTS) };
  const actor = await world.actor('cyberAgency');
  const { warning } = good(await importAdvisory(world.hub, actor, advisoryOf(cve, version), options));
  await world.drain();
  return String(warning);
};

const run = async (key: string | undefined, ...args: string[]): Promise<string> => {
  const env = {
    TOCSIN_URL: world.url,
    TOCSIN_KEY: key ?? '',
    LC_ALL: '',
    LANG: 'C',
    COLUMNS: '100',
    NO_COLOR: '1',
  };
  const process = startProcess('src/cli/main.ts', env, args);
  await process.ended();
  return stripVTControlCharacters(process.said().join('\n'));
};

const answer = async (
  name: CastName,
  warning: string,
  given: 'ACTED' | 'AFFECTED',
  more: { readonly note?: string; readonly expectedVersion?: number } = {},
) => {
  const request = { warning, answer: given, note: null, ...more };
  return good(await acknowledgeWarning(world.hub, await world.actor(name, 'analyst'), request));
};

const LISTED = `query D($id: ID!, $version: Int) { warning(id: $id) { version
  deliveries(first: 50, version: $version) { edges { node { member { slug } version answer } } } } }`;
const listed = async (id: string, version: number | null = null): Promise<string[]> => {
  const { body } = await world.ask(publisher, LISTED, { id, version });
  return body.data.warning.deliveries.edges
    .map(
      ({ node }: { node: { member: { slug: string }; version: number; answer: string | null } }) =>
        `${node.member.slug} v${node.version} ${node.answer}`,
    )
    .toSorted();
};
const own = async (name: CastName, id: string) => {
  const query = 'query M($id: ID!) { warning(id: $id) { version myDelivery { version answer } } }';
  const { body } = await world.ask(readers.get(name) ?? null, query, { id });
  return body.data.warning;
};

test('the deliveries of the announced version stand for the silent one, for both sides', async () => {
  const id = await importAt(1);
  await answer('northGrid', id, 'ACTED');
  const before = await listed(id);
  expect(before).toEqual(['north-grid v1 ACTED', 'river-water v1 null', 'south-grid v1 null']);
  expect(await importAt(2)).toBe(id);
  expect(await listed(id)).toEqual(before);
  expect(await listed(id, 2)).toEqual([]);
  expect(await own('northGrid', id)).toEqual({ version: 2, myDelivery: { version: 1, answer: 'ACTED' } });
  expect(await own('riverWater', id)).toEqual({ version: 2, myDelivery: { version: 1, answer: null } });

  const waiting = await run(publisher, 'delivery', 'list', id, '--unanswered');
  expect(waiting).toContain('version 2, which came silently; they have version 1');
  expect(waiting).toMatch(/river-water/);
  expect(waiting).toMatch(/south-grid/);
  expect(waiting).not.toContain('Everybody listed has answered');
  expect(waiting).not.toMatch(/^north-grid/m);
  // Whoever answered is not asked again, whoever did not still is.
  expect(await run(readers.get('northGrid'), 'feed', '--unanswered')).toContain('No items match.');
  expect(await run(readers.get('riverWater'), 'feed', '--unanswered')).toContain(id);
});

test('an answer after it is one to what was brought, and is counted', async () => {
  const id = await importAt(2);
  expect(await answer('riverWater', id, 'AFFECTED', { note: 'Two pumps', expectedVersion: 1 })).toMatchObject(
    {
      version: 1,
      answer: 'AFFECTED',
    },
  );
  // Whoever reads it now is shown the one that came silently.
  await answer('southGrid', id, 'ACTED', { expectedVersion: 2 });
  expect(await listed(id)).toEqual(['north-grid v1 ACTED', 'river-water v1 AFFECTED', 'south-grid v1 ACTED']);
  expect(await run(publisher, 'delivery', 'list', id, '--unanswered')).toContain(
    'Everybody listed has answered.',
  );
  expect(await world.hub.deliveries.rows.countDocuments({ warning: id, version: 2 })).toBe(0);
});

test('whoever reads only the silent one has received what was announced', async () => {
  const cve = 'CVE-2026-42003';
  const id = await importAt(1, cve);
  expect(await importAt(2, cve)).toBe(id);
  expect(await own('riverWater', id)).toMatchObject({ version: 2 });
  const stateOf = async (name: CastName): Promise<string[]> =>
    (await world.hub.deliveries.rows.find({ warning: id, member: CAST[name].id }).toArray()).map(
      ({ version, state }) => `v${version} ${state}`,
    );
  await eventually('it has received it', async () =>
    (await stateOf('riverWater')).every((each) => each === 'v1 RECEIVED'),
  );
  expect(await stateOf('southGrid')).toEqual(['v1 SENT']);
});

test('however often it was reissued, what was announced is read from the index alone', async () => {
  const { warnings, database } = world.hub;
  const id = await importAt(1, 'CVE-2026-42004');
  for (let version = 2; version <= 7; version += 1) await importAt(version, 'CVE-2026-42004');
  const native = database.native();
  await native.command({ profile: 2 });
  expect([...(await warnings.lastAnnouncedOf([{ id, version: 7 }]))]).toEqual([[id, 1]]);
  expect(await warnings.lastAnnounced(id, 6)).toBe(1);
  // Nor does it matter how often it was announced.
  await warnings.rows.updateMany({ warning: id, version: { $lt: 7 } }, { $set: { isQuiet: false } });
  expect([...(await warnings.lastAnnouncedOf([{ id, version: 7 }]))]).toEqual([[id, 6]]);
  await native.command({ profile: 0 });
  const read = await native
    .collection('system.profile')
    .find({ ns: `${database.name}.warnings`, op: { $ne: 'update' } })
    .toArray();
  expect(read.map(({ docsExamined }) => docsExamined)).toEqual([0, 0, 0]);
  for (const { keysExamined } of read) expect(keysExamined).toBeLessThanOrEqual(2);
});

test('of what was announced to nobody nobody is said to have answered', async () => {
  const actor = await world.actor('cyberAgency');
  const text = advisoryOf('CVE-2026-42002', 1);
  const { warning } = good(await importAdvisory(world.hub, actor, text, { audience: to('northGrid') }));
  await world.drain();
  const said = await run(publisher, 'delivery', 'list', String(warning), '--unanswered');
  expect(said).toContain('No delivery is listed.');
  expect(said).not.toContain('answered');
  // Whoever reads it as history and answers has a delivery of that version.
  expect(await answer('northGrid', String(warning), 'ACTED')).toMatchObject({ version: 1 });
  expect(await listed(String(warning))).toEqual(['north-grid v1 ACTED']);
});
