// An exchange policy (IEP 2.0) holds on every egress: when it ends, only the publisher still sees its warning; and where
// it says that the provider must not be named, nobody else learns who published.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { TLP1_MARKING_IDS } from 'stix2-ts/marking';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../src/service/warning/update-warning.ts';
import { CAST } from '../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';

const START = Date.parse('2026-06-01T12:00:00.000Z');
const HOUR = 3_600_000;
let nowMs = START;
let endpoint: TestEndpoint;
let reader: string;
let owner: string;
let operator: string;

beforeAll(async () => {
  endpoint = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
  reader = await endpoint.token('northGrid', 'analyst');
  owner = await endpoint.token('cyberAgency');
  operator = await endpoint.token('southGrid', 'hub-operator');
});
afterAll(() => endpoint.close());

const at = '2026-01-01T00:00:00.000Z';
const policy = (changes: object = {}) => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: newIdentifier('marking-definition'),
  created: at,
  name: 'Our policy',
  external_references: [{ source_name: 'policy', description: 'As agreed' }],
  extensions: {
    'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
      extension_type: 'property-extension',
      encrypt_in_transit: 'must',
      permitted_actions: 'internally-visible-actions',
      affected_party_notifications: 'may',
      tlp: 'white',
      provider_attribution: 'may',
      unmodified_resale: 'must-not',
      iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
      iep_version: 2,
      description: 'A policy',
      start_date: '2026-01-01T00:00:00Z',
      ...changes,
    },
  },
});
const object = (type: string, more: object) => ({
  type,
  spec_version: '2.1',
  id: newIdentifier(type),
  created: at,
  modified: at,
  ...more,
});
const report = (refs: readonly string[], more: object = {}) =>
  object('report', {
    name: 'Told by its producer',
    report_types: ['threat-report'],
    published: at,
    object_refs: refs,
    ...more,
  });
const bundle = (...objects: readonly object[]) => ({ type: 'bundle', id: newIdentifier('bundle'), objects });

const publish = async (changes: Parameters<typeof draft>[0]): Promise<string> => {
  const outcome = await publishWarning(endpoint.hub, await endpoint.actor('cyberAgency'), draft(changes));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  await endpoint.drain();
  return outcome.value.warning;
};

const WARNING = `query Warning($id: ID!) {
  warning(id: $id) {
    id marking markingInWords
    handling { pap permittedActions encryptInTransit providerAttribution unmodifiedResale until inWords }
    publisher { id slug name kind country }
    sources { publisher { id slug name } }
    objects { edges { node { id type sources { publisher { slug } } references(first: 10) { edges { node { id: targetId object { id } } } } } } }
    bundle
  }
}`;
const FEED = `{ feed { edges { node { id publisher { slug name } } } } }`;
const read = async (token: string, id: string) =>
  (await endpoint.ask(token, WARNING, { id })).body.data.warning;
const inFeed = async (token: string, id: string): Promise<boolean> =>
  (await endpoint.ask(token, FEED)).body.data.feed.edges.some(
    ({ node }: { node: { id: string } }) => node.id === id,
  );
const byNode = async (token: string, id: string) =>
  (await endpoint.ask(token, `query Node($id: ID!) { node(id: $id) { id } }`, { id })).body.data.node;

describe('a policy that ends', () => {
  test('takes its warning and its objects from all but the publisher, on every egress', async () => {
    nowMs = START;
    const iep = policy({ end_date: '2026-06-01T13:00:00Z' });
    const tool = object('tool', { name: 'Wrench', object_marking_refs: [iep.id] });
    const ownReport = report([tool.id], { object_marking_refs: [iep.id], labels: ['PAP:AMBER'] });
    const id = await publish({ marking: 'GREEN', bundle: bundle(iep, tool, ownReport) });
    const before = await read(reader, id);
    expect(before).toMatchObject({
      marking: 'GREEN',
      handling: {
        pap: 'AMBER',
        permittedActions: 'INTERNALLY_VISIBLE_ACTIONS',
        encryptInTransit: 'MUST',
        until: '2026-06-01T13:00:00.000Z',
      },
    });
    expect(before.bundle.objects.map((each: { id: string }) => each.id)).toContain(iep.id);
    expect(await inFeed(reader, id)).toBe(true);
    expect(await byNode(reader, tool.id)).not.toBeNull();
    const page = await endpoint.get(reader, `/warnings/${id}`);
    expect(page.body).toContain('act on it only inside your own networks');
    expect(page.body).toContain('PAP:AMBER');

    nowMs = START + HOUR;
    expect(await read(reader, id)).toBeNull();
    expect(await inFeed(reader, id)).toBe(false);
    expect(await byNode(reader, tool.id)).toBeNull();
    expect((await endpoint.get(reader, `/warnings/${id}`)).status).toBe(404);
    expect(await byNode(owner, tool.id)).not.toBeNull();
    const own = await read(owner, id);
    expect(own).toMatchObject({
      marking: null,
      markingInWords: 'marking not in force now, treat as TLP:RED',
    });
    expect((await endpoint.get(owner, `/warnings/${id}`)).body).toContain('marking not in force now');
  });

  test('on one object takes only that object, which the hub’s report never names', async () => {
    nowMs = START;
    const iep = policy({ end_date: '2026-06-01T13:00:00Z' });
    const flaw = object('vulnerability', { name: 'CVE-2026-7777', object_marking_refs: [iep.id] });
    const tool = object('tool', { name: 'Spanner' });
    const id = await publish({ marking: 'GREEN', bundle: bundle(iep, flaw, tool) });
    const idsIn = async (): Promise<string[]> =>
      (await read(reader, id)).bundle.objects.map((each: { id: string }) => each.id);
    expect(await idsIn()).toEqual(expect.arrayContaining([flaw.id, iep.id, tool.id]));
    nowMs = START + HOUR;
    const after = await idsIn();
    expect(after).toContain(tool.id);
    expect(after).not.toContain(flaw.id);
    // Nothing refers to the policy now.
    expect(after).not.toContain(iep.id);
    expect(JSON.stringify((await read(reader, id)).bundle)).not.toContain(flaw.id);
    expect(
      (await endpoint.ask(reader, `{ feed(filter: { text: "CVE-2026-7777" }) { edges { cursor } } }`)).body
        .data,
    ).toEqual({ feed: { edges: [] } });
  });

  test('that has not begun reaches nobody', async () => {
    nowMs = START;
    const iep = policy({ start_date: '2026-06-01T13:00:00Z' });
    const ownReport = report([newIdentifier('tool')], { object_marking_refs: [iep.id] });
    const refused = await publishWarning(
      endpoint.hub,
      await endpoint.actor('cyberAgency'),
      draft({ bundle: bundle(iep, ownReport) }),
    );
    const remedy = expect.stringContaining('Correct the start and the end of the policy');
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'AUDIENCE_EMPTY', remedy }] });
    const id = await publish({ bundle: bundle(iep, ownReport), allowEmptyAudience: true });
    expect(await read(reader, id)).toBeNull();
    nowMs = START + HOUR;
    expect(await read(reader, id)).not.toBeNull();
  });
});

describe('a publisher that must not be named', () => {
  const { cyberAgency } = CAST;
  const secrets = [cyberAgency.id, cyberAgency.slug, cyberAgency.name, cyberAgency.identity];
  const expectNone = (text: string): void => {
    for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  };

  test('is named on no egress, and objects that would name it are withheld whole', async () => {
    nowMs = START;
    const iep = policy({ provider_attribution: 'must-not' });
    const ours = object('identity', { name: 'The Agency', created_by_ref: cyberAgency.identity });
    const plain = object('tool', { name: 'Chisel', object_marking_refs: [iep.id, TLP1_MARKING_IDS.GREEN] });
    const ownTool = object('tool', { name: 'Hammer', created_by_ref: cyberAgency.identity });
    const talking = object('tool', { name: 'Saw', description: 'Found by CYBER AGENCY in May.' });
    const id = await publish({
      marking: 'GREEN',
      headline: 'Nobody says who said it',
      audience: { alternatives: [{ sectors: ['energy/electricity'] }], excludes: [] },
      bundle: bundle(iep, plain, ownTool, talking, ours),
    });
    const shown = await read(reader, id);
    expect(shown.publisher).toMatchObject({
      slug: 'withheld',
      name: 'Withheld by the publisher',
      kind: 'HUB',
    });
    expect(shown.handling.inWords).toContain('do not name its publisher');
    expectNone(JSON.stringify(shown));
    const ids: string[] = shown.bundle.objects.map((each: { id: string }) => each.id);
    expect(ids).toEqual(expect.arrayContaining([plain.id, iep.id, TLP1_MARKING_IDS.GREEN]));
    for (const hidden of [ours, ownTool, talking]) {
      expect(ids).not.toContain(hidden.id);
      expect(await byNode(reader, hidden.id)).toBeNull();
    }
    // The hub's report is its own, and names only what its readers have.
    expect(shown.bundle.objects.some(({ type }: { type: string }) => type === 'report')).toBe(true);
    expectNone(
      JSON.stringify(
        (await endpoint.ask(reader, FEED)).body.data.feed.edges.find(
          ({ node }: { node: { id: string } }) => node.id === id,
        ),
      ),
    );
    expectNone(String((await endpoint.get(reader, `/warnings/${id}`)).body));

    const own = await read(owner, id);
    expect(own.publisher.slug).toBe(cyberAgency.slug);
    expect(own.bundle.objects.map((each: { id: string }) => each.id)).toContain(ownTool.id);
    // The same page, with the publisher before and after others: the row cache is keyed by form.
    for (const [token, slug] of [
      [owner, cyberAgency.slug],
      [reader, 'withheld'],
      [owner, cyberAgency.slug],
    ] as const) {
      const { edges } = (await endpoint.ask(token, FEED)).body.data.feed;
      const edge = edges.find(({ node }: { node: { id: string } }) => node.id === id);
      expect(edge.node.publisher.slug).toBe(slug);
    }
    expect(await read(operator, id)).toBeNull();
  });

  test('stays unnamed in later versions, and an object ownReport elsewhere does not reveal it here', async () => {
    nowMs = START;
    const iep = policy({ provider_attribution: 'must-not', tlp: 'white' });
    const talking = object('tool', { name: 'Rasp', description: 'Found by Cyber Agency.' });
    const named = await publish({ marking: 'CLEAR', bundle: bundle(talking) });
    const id = await publish({
      marking: 'CLEAR',
      headline: 'First',
      bundle: bundle(iep, talking, object('tool', { name: 'Auger', object_marking_refs: [iep.id] })),
    });
    // Readable through the warning that names its publisher, not through the other.
    expect(await byNode(reader, talking.id)).not.toBeNull();
    expectNone(JSON.stringify(await read(reader, id)));
    expectNone(JSON.stringify(await read(operator, id)));
    expect((await read(operator, named)).publisher.slug).toBe(cyberAgency.slug);
    const holders = await endpoint.ask(
      reader,
      `query Holders($id: ID!) { stixObject(id: $id) { warnings { edges { node { id } } } } }`,
      {
        id: talking.id,
      },
    );
    expect(holders.body.data.stixObject.warnings.edges).toEqual([{ node: { id: named } }]);

    const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
    const updated = await updateWarning(endpoint.hub, await endpoint.actor('cyberAgency'), {
      id,
      expectedVersion: 1,
      draft: { ...texts, headline: 'Second' },
    });
    expect(updated.ok).toBe(true);
    await endpoint.drain();
    const second = await read(reader, id);
    expect(second.publisher.slug).toBe('withheld');
    expectNone(JSON.stringify(second));
  });
});
