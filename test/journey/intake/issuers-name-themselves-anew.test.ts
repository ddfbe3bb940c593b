// An issuer writes its own name or namespace in another way, and goes back: each state of its advisory becomes a version of the
// same warning, with the creator that the first has, also where an older release made that of the namespace as it was written.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { creatorOf } from 'stix2-ts/version';
import { identifierFor } from '../../../src/exchange/identifier-for.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { bytesOf, textOf } from '../../../src/store/objects.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { advisoryOf } from '../../support/inputs/kev-advisory.ts';
import { good } from '../../support/outcome.ts';
import { to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

type Naming = { readonly namespace: string; readonly name: string };

const stateOf = (cve: string, version: number, naming: Naming): string => {
  const advisory = JSON.parse(advisoryOf(cve, version));
  Object.assign(advisory.document.publisher, naming);
  advisory.document.title = `${advisory.document.title}, state ${version}`;
  return JSON.stringify(advisory);
};

const imported = async (cve: string, version: number, naming: Naming) => {
  const options = { announce: true, audience: to('northGrid') };
  return importAdvisory(world.hub, await world.actor('cyberAgency'), stateOf(cve, version, naming), options);
};

const creatorsOf = async (warning: string, version: number): Promise<string[]> => {
  const rows = await world.hub.objects.ofWarning(warning, version, 100);
  const objects = rows.map((row) => JSON.parse(textOf(row)));
  const creators = objects.flatMap((object) => creatorOf(object) ?? []);
  expect(objects.map(({ id }) => id)).toEqual(expect.arrayContaining([...new Set(creators)]));
  return [...new Set(creators)];
};

const A = { namespace: 'https://psirt.example.com', name: 'Example PSIRT' };

test.each<[string, string, Naming]>([
  ['a slash', 'CVE-2026-51000', { ...A, namespace: 'https://psirt.example.com/' }],
  ['another scheme', 'CVE-2026-51001', { ...A, namespace: 'http://psirt.example.com' }],
  ['another case', 'CVE-2026-51002', { ...A, namespace: 'https://PSIRT.Example.com' }],
  ['a path', 'CVE-2026-51003', { ...A, namespace: 'https://psirt.example.com/security' }],
  ['another name', 'CVE-2026-51004', { ...A, name: 'Example Corp PSIRT' }],
  ['a stray space', 'CVE-2026-51005', { ...A, name: 'Example  PSIRT ' }],
])('with %s, and back', async (_, cve, other) => {
  const first = good(await imported(cve, 1, A));
  const warning = String(first.warning);
  const [creator] = await creatorsOf(warning, 1);
  for (const [version, given] of [
    [2, other],
    [3, A],
  ] as const) {
    const outcome = good(await imported(cve, version, given));
    expect([outcome.result, outcome.warning, outcome.version]).toEqual(['UPDATED', warning, version]);
    expect(await creatorsOf(warning, version)).toEqual([creator]);
  }
});

test('what an older release imported keeps the creator that it has', async () => {
  const cve = 'CVE-2026-52000';
  const slashed = { ...A, namespace: 'https://psirt.example.com/', name: 'Example Old PSIRT' };
  const warning = String(good(await imported(cve, 1, slashed)).warning);
  const [made] = await creatorsOf(warning, 1);
  const old = identifierFor('identity', `csaf-publisher|${slashed.namespace}|${slashed.name}`);
  expect(made).not.toBe(old);
  const { rows } = world.hub.objects;
  for (const row of await world.hub.objects.ofWarning(warning, 1, 100)) {
    const body = bytesOf(textOf(row).replaceAll(String(made), old));
    const stixId = row.stixId === made ? old : row.stixId;
    await rows.updateOne({ _id: row._id }, { $set: { body, stixId } });
  }
  for (const [version, naming] of [
    [2, slashed],
    [3, A],
  ] as const) {
    expect(good(await imported(cve, version, naming)).version).toBe(version);
    expect(await creatorsOf(warning, version)).toEqual([old]);
  }
});

test('two advisories of one issuer, each with a writing of its own, have one creator', async () => {
  const creators = await Promise.all(
    [A, { ...A, namespace: 'http://PSIRT.example.com/x/' }].map(async (naming, at) => {
      const { warning } = good(await imported(`CVE-2026-5300${at}`, 1, naming));
      return creatorsOf(String(warning), 1);
    }),
  );
  expect(creators[0]).toEqual(creators[1]);
});
