// The versions of a warning, and what differs between any two: for its publisher each of them, for everybody else those that came
// to its member and that it may read now. Of the others nobody gets more than the number, which the current version tells.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveryId } from '../../../src/domain/delivery.ts';
import { NOTHING_STATED } from '../../../src/domain/iep/stated-handling.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { narrowWarning } from '../../../src/service/warning/narrow/narrow-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { widenWarning } from '../../../src/service/warning/widen-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

const START = Date.parse('2030-01-01T12:00:00.000Z');
const MINUTE = 60_000;
let nowMs = START;
let world: TestEndpoint;
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  world = await openTestEndpoint({
    clock: { now: () => new Date(nowMs) },
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '10000' },
  });
  for (const name of ['northGrid', 'riverWater', 'cityHospital', 'metroRail', 'energyCentre'] as const)
    tokens.set(name, await world.token(name, 'analyst'));
  tokens.set('cyberAgency', await world.token('cyberAgency', 'publisher'));
});
afterAll(() => world.close());

const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();

const indicator = (value: string, more: object = {}) =>
  made('indicator', {
    pattern: `[domain-name:value = '${value}.example']`,
    pattern_type: 'stix',
    valid_from: MADE_AT,
    ...more,
  });
const TLP_RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';

const saying = (word: string, ...objects: readonly object[]) => ({
  headline: `The headline ${word}`,
  summary: `It says ${word}.`,
  actions: [{ text: `Do ${word}`, by: null }],
  bundle: objects.length === 0 ? null : bundleOf(...objects),
});

const done = async (outcome: { readonly ok: boolean }): Promise<void> => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  await world.drain();
  nowMs += MINUTE;
};
const correct = async (id: string, expectedVersion: number, changes: object): Promise<void> =>
  done(
    await updateWarning(world.hub, await world.actor('cyberAgency'), {
      id,
      expectedVersion,
      draft: { ...texts, ...changes },
    }),
  );
const publish = async (readers: readonly CastName[], changes: object): Promise<string> => {
  const id = await publishBy(world, 'cyberAgency', { audience: to(...readers), ...changes });
  nowMs += MINUTE;
  return id;
};

const LISTED = `version act isCurrent deliveredAt headline summary actions { text } marking markingInWords publisher { slug }
  handling { permittedActions inWords } changes`;
const ask = async (name: CastName, id: string, fields: string) => {
  const { body } = await world.ask(
    tokens.get(name) ?? '',
    `query ($id: ID!) { warning(id: $id) { ${fields} } }`,
    { id },
  );
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data.warning;
};
type Listed = { readonly version: number; readonly act: string; readonly headline: string };
const versions = async (name: CastName, id: string): Promise<Listed[]> =>
  (await ask(name, id, `versions { edges { node { ${LISTED} } } }`)).versions.edges.map(
    ({ node }: { node: Listed }) => node,
  );
const numbers = async (name: CastName, id: string): Promise<number[]> =>
  (await versions(name, id)).map(({ version }) => version);

const DIFFERENCE = `from { version headline } to { version headline } inWords changes { field before after }
  objects { edges { node { change objectId type marking before after changes { change path before after } } } }`;
const difference = async (name: CastName, id: string, range: string) =>
  (await ask(name, id, `difference(${range}) { ${DIFFERENCE} }`)).difference;
type Changed = { readonly change: string; readonly objectId: string; readonly type: string };
const indicatorsIn = (found: { objects: { edges: readonly { node: Changed }[] } }): string[] =>
  found.objects.edges
    .filter(({ node }) => node.type === 'indicator')
    .map(({ node }) => `${node.change} ${node.objectId}`)
    .toSorted();

describe('a warning that was corrected twice', () => {
  const [kept, first, second] = [indicator('kept'), indicator('first'), indicator('second')];
  const renewed = { ...kept, modified: '2029-06-01T00:00:00.000Z', name: 'Renewed' };
  let id: string;
  beforeAll(async () => {
    id = await publish(['northGrid', 'riverWater'], saying('Alpha', kept, first));
    await correct(id, 1, { ...saying('Beta', kept, second), severity: 'EXTREME' });
    await correct(id, 2, { ...saying('Gamma', renewed, second), severity: 'EXTREME' });
  });

  test('is listed to its publisher and to who had each of them, newest first', async () => {
    for (const name of ['cyberAgency', 'northGrid'] as const) {
      const came = name === 'northGrid' ? expect.any(String) : null;
      expect(await versions(name, id)).toMatchObject([
        { version: 3, act: 'CORRECT', isCurrent: true, deliveredAt: came, headline: 'The headline Gamma' },
        { version: 2, act: 'CORRECT', isCurrent: false, deliveredAt: came, summary: 'It says Beta.' },
        { version: 1, act: 'PUBLISH', deliveredAt: came, publisher: { slug: 'cyber-agency' }, changes: [] },
      ]);
    }
  });

  test('comes page by page', async () => {
    const page = async (after: string | null) => {
      const cursor = after === null ? '' : `, after: "${after}"`;
      const fields = `versions(first: 2${cursor}) { edges { node { version } } pageInfo { hasNextPage endCursor } }`;
      return (await ask('northGrid', id, fields)).versions;
    };
    const one = await page(null);
    expect(one).toMatchObject({
      edges: [{ node: { version: 3 } }, { node: { version: 2 } }],
      pageInfo: { hasNextPage: true },
    });
    expect(await page(one.pageInfo.endCursor)).toMatchObject({
      edges: [{ node: { version: 1 } }],
      pageInfo: { hasNextPage: false },
    });
    await expect(page('bm8')).rejects.toThrow('CURSOR_INVALID');
  });

  test('any two differ by sentences, fields and objects, in either direction', async () => {
    const found = await difference('northGrid', id, 'from: 1, to: 3');
    expect(found).toMatchObject({
      from: { version: 1, headline: 'The headline Alpha' },
      to: { version: 3, headline: 'The headline Gamma' },
      inWords: expect.arrayContaining(['The headline has changed.', 'New to do: “Do Gamma”']),
    });
    expect(found.changes).toEqual([
      { field: 'headline', before: 'The headline Alpha', after: 'The headline Gamma' },
      { field: 'summary', before: 'It says Alpha.', after: 'It says Gamma.' },
      { field: 'actions', before: [{ text: 'Do Alpha', by: null }], after: [{ text: 'Do Gamma', by: null }] },
      { field: 'severity', before: texts.severity, after: 'EXTREME' },
    ]);
    expect(indicatorsIn(found)).toEqual(
      [`ADDED ${second.id}`, `CHANGED ${kept.id}`, `REMOVED ${first.id}`].toSorted(),
    );
    const node = (found.objects.edges as { node: Changed }[]).find(
      ({ node }) => node.objectId === kept.id,
    )?.node;
    expect(node).toMatchObject({
      before: kept,
      after: renewed,
      changes: expect.arrayContaining([
        { change: 'ADDED', path: '$.name', before: null, after: '"Renewed"' },
      ]),
    });
    const back = await difference('cyberAgency', id, 'from: 3, to: 1');
    expect(back.changes[0]).toEqual({
      field: 'headline',
      before: 'The headline Gamma',
      after: 'The headline Alpha',
    });
    expect(indicatorsIn(back)).toEqual(
      [`REMOVED ${second.id}`, `CHANGED ${kept.id}`, `ADDED ${first.id}`].toSorted(),
    );
    expect(indicatorsIn(await difference('northGrid', id, 'from: 1, to: 2'))).toEqual(
      [`ADDED ${second.id}`, `REMOVED ${first.id}`].toSorted(),
    );
    // Against the current one where none is named; the same against itself is nothing.
    expect(await difference('northGrid', id, 'from: 2')).toMatchObject({ to: { version: 3 } });
    expect(await difference('northGrid', id, 'from: 3')).toMatchObject({
      inWords: [],
      changes: [],
      objects: { edges: [] },
    });
  });

  test('its objects come page by page, each once', async () => {
    const seen: string[] = [];
    const { objects } = world.hub;
    const { heldApart } = objects;
    const read: number[] = [];
    objects.heldApart = async (of) => {
      const held = await heldApart(of);
      read.push((held?.before.length ?? 0) + (held?.after.length ?? 0));
      return held;
    };
    for (let after: string | null = null, turn = 0; turn < 20; turn += 1) {
      const cursor: string = after === null ? '' : `, after: "${after}"`;
      const fields = `difference(from: 1, to: 3) { objects(first: 1${cursor}) { edges { node { objectId } }
        pageInfo { hasNextPage endCursor } } }`;
      const { edges, pageInfo } = (await ask('northGrid', id, fields)).difference.objects;
      seen.push(...edges.map(({ node }: { node: Changed }) => node.objectId));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    objects.heldApart = heldApart;
    // No page reads what came before it again.
    expect(read.length).toBeGreaterThan(2);
    for (const [at, rows] of read.entries()) expect(rows).toBeLessThan(read[at - 1] ?? rows + 1);
    const whole = (await difference('northGrid', id, 'from: 1, to: 3')).objects.edges;
    expect(seen).toEqual(whole.map(({ node }: { node: Changed }) => node.objectId));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('a number that there is not, and one that was never had, are alike', async () => {
    for (const range of ['from: 4', 'from: 0', 'from: -1', 'from: 1, to: 7'])
      expect(await difference('northGrid', id, range)).toBeNull();
    await world.hub.deliveries.rows.deleteOne({ warning: id, version: 1, member: CAST.riverWater.id });
    await world.hub.deliveries.rows.updateOne(
      { warning: id, version: 2, member: CAST.riverWater.id },
      { $set: { state: 'WITHHELD' } },
    );
    expect(await numbers('riverWater', id)).toEqual([3]);
    for (const range of ['from: 1', 'from: 2, to: 3', 'from: 3, to: 2', 'from: 1, to: 2'])
      expect(await difference('riverWater', id, range)).toBeNull();
  });
});

test('who was added by two persons has what came since, and nothing of what was never meant for it', async () => {
  const id = await publish(['northGrid'], { ...saying('Delta'), marking: 'AMBER+STRICT' });
  await correct(id, 1, saying('Epsilon'));
  const widening = { warning: id, expectedVersion: 2, marking: 'GREEN' as const, include: [] };
  await done(
    await widenWarning(world.hub, {
      proposer: await world.actor('cyberAgency'),
      widening: { ...widening, alternatives: [{ members: ['metro-rail'] }] },
      also: async () => undefined,
    }),
  );
  await correct(id, 3, saying('Zeta'));
  expect(await numbers('northGrid', id)).toEqual([4, 3, 2, 1]);
  expect(await numbers('metroRail', id)).toEqual([4, 3]);
  expect(await difference('metroRail', id, 'from: 2, to: 4')).toBeNull();
  const all = await ask(
    'metroRail',
    id,
    `versions { edges { node { ${LISTED} } } } difference(from: 3) { ${DIFFERENCE} }`,
  );
  expect(JSON.stringify(all)).not.toContain('Delta');
  // Who had it under a stricter marking holds it under that one still.
  expect((await versions('northGrid', id)).map((each) => ({ ...each }))).toMatchObject([
    { marking: 'GREEN' },
    { marking: 'GREEN' },
    { marking: 'AMBER_STRICT' },
    { marking: 'AMBER_STRICT' },
  ]);
  expect(await difference('northGrid', id, 'from: 1, to: 4')).toMatchObject({
    changes: expect.arrayContaining([{ field: 'marking', before: 'AMBER_STRICT', after: 'GREEN' }]),
  });
});

test('who joined late has the versions since it joined', async () => {
  const audience = { alternatives: [{ sectors: ['transport/rail'] }], excludes: [] };
  const id = await publishBy(world, 'cyberAgency', { ...saying('Eta'), audience, allowEmptyAudience: true });
  nowMs += MINUTE;
  const joined = { ...CAST.energyCentre, sectors: ['transport/rail'], joinedAt: new Date(nowMs) };
  await world.hub.members.save(joined);
  world.hub.directory.forget();
  nowMs += MINUTE;
  await correct(id, 1, saying('Theta'));
  await correct(id, 2, saying('Iota'));
  expect(await numbers('energyCentre', id)).toEqual([3, 2]);
  // Even where it has a delivery by mistake, what it joined after is not for it.
  const row = await world.hub.deliveries.rows.findOne({ warning: id, version: 1, member: CAST.metroRail.id });
  if (row === null) throw new Error('the railway has it');
  const { id: member } = CAST.energyCentre;
  await world.hub.deliveries.ensure([{ ...row, _id: deliveryId(id, 1, member, 'FEED'), member }]);
  expect(await numbers('energyCentre', id)).toEqual([3, 2]);
  expect(await numbers('metroRail', id)).toEqual([3, 2, 1]);
  await world.hub.members.save(CAST.energyCentre);
  world.hub.directory.forget();
});

test('after a narrowing who keeps it has them under the marking of now, and who lost it nothing', async () => {
  const id = await publish(['northGrid', 'riverWater'], { ...saying('Kappa'), marking: 'GREEN' });
  const who = { keep: null, exclude: ['river-water'], organisations: [], marking: 'AMBER' as const };
  const request = { id, expectedVersion: 1, ...who, reason: 'Too many.', whatToDo: null, language: 'en' };
  await done(await narrowWarning(world.hub, await world.actor('cyberAgency'), request));
  for (const name of ['northGrid', 'cyberAgency'] as const)
    expect(await versions(name, id)).toMatchObject([
      { version: 2, act: 'NARROW', marking: 'AMBER' },
      { version: 1, act: 'PUBLISH', marking: 'AMBER', markingInWords: expect.stringContaining('AMBER') },
    ]);
  expect(await difference('northGrid', id, 'from: 1')).toMatchObject({
    changes: [{ field: 'marking', before: 'GREEN', after: 'AMBER' }],
  });
  expect(await ask('riverWater', id, 'version')).toBeNull();
});

test('rules that were loosened stand with the version that had them, and stricter ones with all', async () => {
  const strict = { ...NOTHING_STATED, permittedActions: 'NONE' as const };
  const id = await publish(['northGrid'], { ...saying('Lambda'), handling: strict });
  await done(
    await widenWarning(world.hub, {
      proposer: await world.actor('cyberAgency'),
      widening: {
        ...{ warning: id, expectedVersion: 1, marking: null, alternatives: [], include: [] },
        handling: { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS' },
      },
      also: async () => undefined,
    }),
  );
  expect(await versions('northGrid', id)).toMatchObject([
    { version: 2, handling: { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS' } },
    { version: 1, handling: { permittedActions: 'NONE' } },
  ]);
  const other = await publish(['northGrid'], saying('Mu'));
  await correct(other, 1, { ...saying('Nu'), handling: strict });
  expect(await versions('northGrid', other)).toMatchObject([
    { handling: { permittedActions: 'NONE' } },
    { handling: { permittedActions: 'NONE', inWords: ['do not act on it'] } },
  ]);
});

test('a publisher who must not be named since is named by no former version, nor by its texts', async () => {
  const { slug, name } = CAST.cyberAgency;
  const id = await publish(['northGrid'], saying('Xi', indicator('xi')));
  await correct(id, 1, { ...saying('Omicron'), summary: `${name} says Omicron.` });
  const unnamed = { ...NOTHING_STATED, providerAttribution: 'MUST_NOT' as const };
  await correct(id, 2, { ...saying('Pi'), handling: unnamed });
  expect(await versions('northGrid', id)).toMatchObject([
    { version: 3, publisher: { slug: 'withheld' } },
    { version: 1, publisher: { slug: 'withheld' } },
  ]);
  expect(await difference('northGrid', id, 'from: 2')).toBeNull();
  const all = await ask(
    'northGrid',
    id,
    `versions { edges { node { ${LISTED} } } } difference(from: 1) { ${DIFFERENCE} }`,
  );
  for (const trace of [slug, name, CAST.cyberAgency.identity])
    expect(JSON.stringify(all)).not.toContain(trace);
  expect((await versions('cyberAgency', id)).map(({ version }) => version)).toEqual([3, 2, 1]);
});

test('an object that a reader may not have is neither listed nor counted', async () => {
  const hidden = indicator('rho', { object_marking_refs: [TLP_RED] });
  const open = indicator('sigma');
  const id = await publish(['northGrid'], saying('Rho', hidden, open));
  await correct(id, 1, saying('Sigma', indicator('tau')));
  expect(indicatorsIn(await difference('northGrid', id, 'from: 1'))).toEqual([
    expect.stringContaining('ADDED'),
    `REMOVED ${open.id}`,
  ]);
  expect(indicatorsIn(await difference('cyberAgency', id, 'from: 1'))).toContain(`REMOVED ${hidden.id}`);
});

test('a cancelled warning keeps its versions; of a recalled one they are its publisher’s alone', async () => {
  const cancelled = await publish(['northGrid'], saying('Upsilon', indicator('upsilon')));
  await correct(cancelled, 1, saying('Phi'));
  const agency = await world.actor('cyberAgency');
  await done(await cancelWarning(world.hub, agency, { id: cancelled, expectedVersion: 2, reason: 'Over.' }));
  expect((await versions('northGrid', cancelled)).map(({ version, act }) => `${version} ${act}`)).toEqual([
    '3 CANCEL',
    '2 CORRECT',
    '1 PUBLISH',
  ]);
  expect(await difference('northGrid', cancelled, 'from: 1, to: 2')).toMatchObject({
    changes: expect.arrayContaining([
      { field: 'headline', before: 'The headline Upsilon', after: 'The headline Phi' },
    ]),
  });
  const recalled = await publish(['northGrid'], saying('Chi', indicator('chi')));
  await correct(recalled, 1, saying('Psi'));
  const why = { expectedVersion: 2, reason: 'It must go.', whatToDo: null, language: 'en' };
  await done(await recallWarning(world.hub, agency, { id: recalled, ...why }));
  expect((await versions('northGrid', recalled)).map(({ version, act }) => `${version} ${act}`)).toEqual([
    '3 RECALL',
  ]);
  for (const range of ['from: 1', 'from: 2', 'from: 1, to: 2', 'from: 3, to: 1'])
    expect(await difference('northGrid', recalled, range)).toBeNull();
  expect(await numbers('cyberAgency', recalled)).toEqual([3, 2, 1]);
  const found = await difference('cyberAgency', recalled, 'from: 1, to: 2');
  expect(found).toMatchObject({
    from: { headline: 'The headline Chi' },
    to: { headline: 'The headline Psi' },
  });
  expect(indicatorsIn(found)).toHaveLength(1);
});
