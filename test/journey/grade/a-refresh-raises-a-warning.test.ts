// A catalogue of known exploited vulnerabilities is refreshed: live warnings that name a new entry become urgent for each of
// their readers, who are told once, in the hub's name. Through a real database, HTTP and a real stream.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { announceAgain } from '../../../src/service/grade/announce-again.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { checkFilter } from '../../../src/service/item/item.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { judgeGrades } from '../../../src/store/migration/rows/2026-11-29-judge-grades.ts';
import type { CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { fieldCase } from '../../support/inputs/field-case.ts';
import { advisoryOf, KEV_ADVISORY } from '../../support/inputs/kev-advisory.ts';
import { catalogueOf } from '../../support/inputs/kev-catalogue.ts';
import { missedItems } from '../../support/live.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { to } from '../../support/publish.ts';
import { subscriptionWith } from '../../support/subscription/subscriptions.ts';
import { naming, publishAbout } from '../../support/world/about-cve.ts';

let world: TestEndpoint;
let nowMs = Date.parse('2026-06-01T08:00:00.000Z');
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
  for (const name of ['northGrid', 'riverWater'] as const)
    tokens.set(name, await world.token(name, 'analyst'));
});
afterAll(() => world.close());

const refresh = async (...cves: string[]): Promise<void> => {
  const outcome = await refreshSet(world.hub, 'kev', { 'kev/known-exploited.json': catalogueOf(cves) });
  expect(outcome).toMatchObject({ ok: true });
  await world.drain();
  await world.broker.wake();
};

const publish = (cve: string, changes: Parameters<typeof publishAbout>[2] = {}): Promise<string> =>
  publishAbout(world, cve, changes);

const FIELDS = `id urgency certainty effectiveUrgency effectiveCertainty raisedBecause
  known { inWords exploited { cve since dueDate inRansomware source { name version } } exploitedCount }`;

const ask = async (name: CastName, query: string, variables: object = {}) => {
  const { body } = await world.ask(tokens.get(name) ?? null, query, variables);
  expect(body.errors).toBeUndefined();
  return body.data;
};
const read = async (id: string) =>
  (await ask('northGrid', `query W($id: ID!) { warning(id: $id) { ${FIELDS} } }`, { id })).warning;
const feedOf = async (filter: object): Promise<string[]> => {
  const query = 'query F($filter: FeedFilter) { feed(first: 50, filter: $filter) { edges { node { id } } } }';
  const { feed } = await ask('northGrid', query, { filter });
  return feed.edges.map(({ node }: { node: { id: string } }) => node.id);
};
const raised = async (): Promise<number> => world.hub.entries.rows.countDocuments({ event: 'grade.raised' });
const positionNow = async (): Promise<number> => world.hub.counters.current('sequence');

/** What a reader who comes back gets of everything since a position, as `occasion id`. */
const missedBy = async (name: CastName, since: number, filter: object = {}): Promise<string[]> => {
  const actor = await world.actor(name, 'analyst');
  const checked = checkFilter(filter);
  if (!checked.ok) throw new Error('the filter is good');
  const missed = { actor, filter: checked.value, after: since, until: await positionNow() };
  return (await missedItems(world.hub, missed)).map(({ occasion, summary }) => `${occasion} ${summary.id}`);
};

/** The text of a stream of new warnings. */
const streamOf = async (name: CastName) => {
  const query =
    'subscription { warningReceived { cursor occasion node { id effectiveUrgency raisedBecause } } }';
  const { body } = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query }),
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${tokens.get(name)}`,
    },
  });
  return body?.pipeThrough(new TextDecoderStream()).getReader();
};

const heard = async (reader: Awaited<ReturnType<typeof streamOf>>, until: string): Promise<string> => {
  let text = '';
  while (!text.includes(until)) text += (await reader?.read())?.value ?? '';
  return text;
};

test('the first load of the catalogue raises what was published before, and tells nobody', async () => {
  const id = await publish('CVE-2026-40001');
  const before = await positionNow();
  expect(await read(id)).toMatchObject({ effectiveUrgency: 'EXPECTED', raisedBecause: null });
  await refresh('CVE-2026-40001');
  expect(await read(id)).toMatchObject({ effectiveUrgency: 'IMMEDIATE', effectiveCertainty: 'OBSERVED' });
  expect(await raised()).toBe(0);
  expect(await missedBy('northGrid', before)).toEqual([]);
});

test('a refresh raises a live warning: filters and the streams of its readers say so', async () => {
  const id = await publish('CVE-2026-40002');
  const later = await publish('CVE-2026-49999');
  const before = await positionNow();
  const order = await feedOf({});
  const [mine, others] = [await streamOf('northGrid'), await streamOf('riverWater')];
  // Both streams are open when they deliver this.
  const greeting = await publish('CVE-2026-49998', {
    headline: 'To both',
    audience: to('northGrid', 'riverWater'),
  });
  await world.broker.wake();
  await heard(mine, greeting);
  await heard(others, greeting);

  await refresh('CVE-2026-40001', 'CVE-2026-40002');
  const event = await heard(mine, id);
  expect(event).toContain('"occasion":"RAISED"');
  expect(event).toContain('"effectiveUrgency":"IMMEDIATE"');
  expect(event).toContain('CVE-2026-40002 since 2026-05-30');

  expect(await feedOf({ urgencies: ['IMMEDIATE'] })).toContain(id);
  expect(await feedOf({ urgencies: ['EXPECTED'] })).toEqual(expect.arrayContaining([later]));
  expect(await feedOf({ urgencies: ['EXPECTED'] })).not.toContain(id);
  expect(await feedOf({ certainties: ['OBSERVED'], urgencies: ['IMMEDIATE'] })).toContain(id);
  // The order of the feed is that of the versions.
  expect((await feedOf({})).filter((each) => order.includes(each))).toEqual(order);

  // Whoever was away is told it once when it comes back; whoever missed the version too gets that alone.
  expect(await missedBy('northGrid', before)).toContain(`RAISED ${id}`);
  expect((await missedBy('northGrid', 0)).filter((each) => each.endsWith(id))).toEqual([`VERSION ${id}`]);
  expect(await missedBy('northGrid', before, { urgencies: ['FUTURE'] })).toEqual([]);
  expect((await missedBy('riverWater', 0)).filter((each) => each.endsWith(id))).toEqual([]);
  // The other reader hears what is for it, and nothing before.
  const next = await publish('CVE-2026-49997', { headline: 'To water', audience: to('riverWater') });
  await world.broker.wake();
  expect(await heard(others, next)).not.toContain(id);
  await Promise.all([mine?.cancel(), others?.cancel()]);
});

test('its fields and its page say that it is exploited, since when, by when to act, and what its publisher says', async () => {
  const [id = ''] = await feedOf({ text: 'cve-2026-40002' });
  expect(await read(id)).toEqual({
    id,
    urgency: 'EXPECTED',
    certainty: 'POSSIBLE',
    effectiveUrgency: 'IMMEDIATE',
    effectiveCertainty: 'OBSERVED',
    raisedBecause: 'Known to be exploited: CVE-2026-40002 since 2026-05-30 (CISA KEV).',
    known: {
      inWords: [
        'CVE-2026-40002 is known to be exploited since 2026-05-30, also by ransomware; US federal due date 2026-06-20 (CISA KEV 2026.06.2)',
      ],
      exploited: [
        {
          cve: 'CVE-2026-40002',
          since: '2026-05-30',
          dueDate: '2026-06-20',
          inRansomware: true,
          source: { name: 'CISA KEV', version: '2026.06.2' },
        },
      ],
      exploitedCount: 1,
    },
  });
  const page = await world.get(tokens.get('northGrid') ?? null, `/warnings/${id}`);
  expect(page.body).toContain('Urgency IMMEDIATE, severity SEVERE, certainty OBSERVED');
  expect(page.body).toContain('its publisher says EXPECTED, POSSIBLE');
  expect(page.body.replace(/\s+/g, ' ')).toContain(
    'CVE-2026-40002 is known to be exploited since 2026-05-30',
  );
});

test('once for each version: neither a job that runs again nor a CVE that comes back tells it again', async () => {
  const id = await publish('CVE-2026-40003');
  await refresh('CVE-2026-40001', 'CVE-2026-40002', 'CVE-2026-40003');
  const told = await raised();
  await refresh('CVE-2026-40001', 'CVE-2026-40002');
  expect(await read(id)).toMatchObject({ effectiveUrgency: 'EXPECTED', raisedBecause: null });
  await refresh('CVE-2026-40001', 'CVE-2026-40002', 'CVE-2026-40003');
  expect(await read(id)).toMatchObject({ effectiveUrgency: 'IMMEDIATE' });
  expect(await raised()).toBe(told);
});

test('imported history, expired and cancelled warnings and what its publisher calls over or unlikely notify nobody', async () => {
  for (const version of [1, 2]) {
    const text = advisoryOf('CVE-2023-6448', version);
    const imported = await importAdvisory(world.hub, await world.actor('cyberAgency'), text);
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  }
  const expired = await publish('CVE-2026-40004', { validUntil: '2026-06-01T09:00:00.000Z' });
  const cancelled = await publish('CVE-2026-40004');
  const over = await publish('CVE-2026-40004', { urgency: 'PAST' });
  const unlikely = await publish('CVE-2026-40004', { certainty: 'UNLIKELY' });
  const urgent = await publish('CVE-2026-40004', { urgency: 'IMMEDIATE', certainty: 'OBSERVED' });
  const agency = await world.actor('cyberAgency');
  await cancelWarning(world.hub, agency, { id: cancelled, expectedVersion: 1, reason: 'By mistake.' });
  await world.drain();
  nowMs += 2 * 3_600_000;
  const told = await raised();
  await refresh('CVE-2026-40001', 'CVE-2026-40002', 'CVE-2026-40003', 'CVE-2026-40004', 'CVE-2023-6448');
  expect(await raised()).toBe(told);
  expect(await read(expired)).toMatchObject({ effectiveUrgency: 'IMMEDIATE' });
  expect(await read(cancelled)).toMatchObject({ effectiveUrgency: 'EXPECTED', raisedBecause: null });
  expect(await read(over)).toMatchObject({ effectiveUrgency: 'PAST' });
  expect(await read(unlikely)).toMatchObject({ effectiveCertainty: 'UNLIKELY' });
  expect(await read(urgent)).toMatchObject({ effectiveUrgency: 'IMMEDIATE', raisedBecause: null });
});

const importAt = async (cve: string, version: number): Promise<string> => {
  const actor = await world.actor('cyberAgency');
  const audience = { alternatives: [{}], excludes: [] };
  const options = { announce: true, audience };
  const imported = await importAdvisory(world.hub, actor, advisoryOf(cve, version), options);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  expect(imported.value).toMatchObject({ version, notifies: version === 1 });
  await world.drain();
  return String(imported.value.warning);
};

test('what was announced and then reissued without news is raised for those who were told of it', async () => {
  const cve = 'CVE-2026-41001';
  const endpoint = await plantEndpoint(world, 'riverWater', {
    channel: 'MAIL',
    address: 'desk@river.example',
  });
  const { id, member } = endpoint;
  const daily = subscriptionWith({ id: 'subscription--reissued', endpoint: id, member, person: null });
  await world.hub.database.transaction((session) => world.hub.subscriptions.save(daily, session));
  const warning = await importAt(cve, 1);
  expect(await importAt(cve, 2)).toBe(warning);
  const mine = await streamOf('northGrid');
  const greeting = await publish('CVE-2026-49995');
  await world.broker.wake();
  await heard(mine, greeting);
  const before = await positionNow();
  const told = await raised();
  await refresh('CVE-2026-40001', cve);
  expect(await raised()).toBe(told + 1);
  expect(await heard(mine, warning)).toContain('"occasion":"RAISED"');
  await mine?.cancel();
  expect(await missedBy('northGrid', before)).toEqual([`RAISED ${warning}`]);
  // The one delivery of what was announced goes now; the silent version has none.
  const { rows } = world.hub.channelDeliveries;
  const sent = await rows.find({ endpoint: id, warning, occasion: 'WARNING' }).toArray();
  expect(sent).toMatchObject([{ version: 1, gathering: null, isUrgent: true }]);
  expect(await world.hub.deliveries.rows.countDocuments({ warning, version: 2 })).toBe(0);
});

test('an advisory with a known exploited CVE is imported as observed and immediate', async () => {
  const text = KEV_ADVISORY.replaceAll('ICSA-', 'ICSB-');
  const imported = await importAdvisory(world.hub, await world.actor('cyberAgency'), text, {
    announce: true,
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  await world.drain();
  const row = await world.hub.warnings.head(String(imported.value.warning));
  expect(JSON.parse(row?.content ?? '').card).toMatchObject({ urgency: 'IMMEDIATE', certainty: 'OBSERVED' });
});

test('a CVE that affects no product of an advisory raises nothing beside one that does', async () => {
  const whole = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  const [{ product_status: status }] = whole.vulnerabilities;
  const cleared = { known_not_affected: Object.values(status).flat() };
  whole.vulnerabilities.push({ cve: 'CVE-2026-40008', product_status: cleared });
  const imported = await importAdvisory(world.hub, await world.actor('cyberAgency'), JSON.stringify(whole), {
    announce: true,
    audience: { alternatives: [{}], excludes: [] },
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  await world.drain();
  const told = await raised();
  await refresh('CVE-2026-40001', 'CVE-2026-40002', 'CVE-2026-40003', 'CVE-2026-40004', 'CVE-2026-40008');
  expect(await raised()).toBe(told);
  expect(await read(String(imported.value.warning))).toMatchObject({
    effectiveCertainty: 'POSSIBLE',
    raisedBecause: null,
    known: { exploitedCount: 0 },
  });
});

test('an object that some reader may not read raises nothing, and is not known', async () => {
  const secret = made('vulnerability', {
    name: 'CVE-2026-40002',
    object_marking_refs: [TLP2_MARKING_IDS.RED],
    external_references: [{ source_name: 'cve', external_id: 'CVE-2026-40002' }],
  });
  const told = await raised();
  const id = await publish('CVE-2026-49996', { bundle: bundleOf(secret) });
  expect(await read(id)).toMatchObject({
    effectiveUrgency: 'EXPECTED',
    raisedBecause: null,
    known: { inWords: [], exploitedCount: 0 },
  });
  expect(await raised()).toBe(told);
});

test('an upgrade judges what older hubs wrote, and tells nobody', async () => {
  const { warnings, feed, context, database } = world.hub;
  const wanted = await feedOf({ urgencies: ['IMMEDIATE'] });
  expect(wanted.length).toBeGreaterThan(2);
  const told = await raised();
  const unset = { $unset: { effectiveUrgency: '', effectiveCertainty: '', raisedBecause: '' } } as const;
  await warnings.rows.updateMany({}, unset);
  await feed.rows.updateMany({ sector: { $ne: '!' } }, unset);
  await context.warnings.rows.deleteMany({});
  for (let position: string | null = null; ; ) {
    const batch = await judgeGrades.next(database, position);
    if (batch === null) break;
    await database.transaction((session) => batch.write(session));
    position = batch.position;
  }
  expect(await judgeGrades.remaining(database)).toBe(0);
  expect(await feedOf({ urgencies: ['IMMEDIATE'] })).toEqual(wanted);
  expect(await raised()).toBe(told);
  // A refresh finds them by the keys that the migration wrote.
  const id = await publish('CVE-2026-40005');
  await context.warnings.rows.deleteOne({ _id: id });
  await warnings.rows.updateMany({ warning: id }, unset);
  const batch = await judgeGrades.next(database, null);
  await database.transaction(async (session) => batch?.write(session));
  await refresh('CVE-2026-40001', 'CVE-2026-40005');
  expect(await raised()).toBe(told + 1);
  expect(await read(id)).toMatchObject({ effectiveUrgency: 'IMMEDIATE' });
});

test('a notice that a sequencer of the release before has numbered is announced again', async () => {
  const id = await publish('CVE-2026-40006');
  await refresh('CVE-2026-40001', 'CVE-2026-40006');
  const { rows } = world.hub.feed;
  const before = await positionNow();
  await rows.updateOne({ warning: id, sector: '!' }, { $unset: { sequence: '' } });
  expect(await missedBy('northGrid', 0)).not.toContain(`RAISED ${id}`);
  await announceAgain(world.hub);
  await announceAgain(world.hub);
  await world.drain();
  expect(await missedBy('northGrid', before)).toEqual([`RAISED ${id}`]);
});

test('a correction takes the notice of the version before with it', async () => {
  const id = await publish('CVE-2026-40007');
  await refresh('CVE-2026-40001', 'CVE-2026-40007');
  const before = await positionNow();
  const {
    kind: _k,
    marking: _m,
    audience: _a,
    allowEmptyAudience: _e,
    exercise: _x,
    ...texts
  } = draft({
    headline: 'Corrected',
    ...naming('CVE-2026-40007'),
  });
  const agency = await world.actor('cyberAgency');
  expect(await updateWarning(world.hub, agency, { id, expectedVersion: 1, draft: texts })).toMatchObject({
    ok: true,
  });
  await world.drain();
  expect(await world.hub.feed.rows.countDocuments({ warning: id, sector: '!' })).toBe(0);
  expect(await missedBy('northGrid', before)).toEqual([`VERSION ${id}`]);
  expect(await read(id)).toMatchObject({ effectiveUrgency: 'IMMEDIATE' });
});

test('a warning that was announced as urgent is not announced again when a wrong catalogue is put right', async () => {
  await refresh('CVE-2026-40001', 'CVE-2026-40002', 'CVE-2026-40077');
  const [id, before] = [await publish('CVE-2026-40077'), await raised()];
  await refresh('CVE-2026-40001', 'CVE-2026-40002');
  expect(await read(id)).toMatchObject({ effectiveUrgency: 'EXPECTED' });
  await refresh('CVE-2026-40001', 'CVE-2026-40002', 'CVE-2026-40077');
  expect([(await read(id)).effectiveUrgency, await raised()]).toEqual(['IMMEDIATE', before]);
});
