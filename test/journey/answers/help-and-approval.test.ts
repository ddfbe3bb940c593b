// An essential action leaves only once a second person has approved it, and lapses at its due time; and "need help" opens a case
// with a clock, which its publisher sees by the rule of naming, and may hand over to a sharing centre.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { Scope } from '../../../src/domain/access/scopes.ts';
import type { Actor, Role } from '../../../src/domain/member.ts';
import { approve, refuse, withdraw } from '../../../src/service/approval/decide-proposal.ts';
import { expireProposals } from '../../../src/service/approval/expire-proposals.ts';
import { listProposals, readProposal } from '../../../src/service/approval/list-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { changeCase } from '../../../src/service/case/change-case.ts';
import { listCases } from '../../../src/service/case/read-cases.ts';
import { changeAnswerPlan } from '../../../src/service/member/keep-answer-plan.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, exchangePolicy, made } from '../../support/objects.ts';
import { codes, good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';

const HOUR_MS = 3_600_000;
let nowMs = Date.parse('2026-12-01T00:00:00.000Z');
let world: TestEndpoint;
beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
});
afterAll(() => world.close());

const inHours = (hours: number): string => new Date(nowMs + hours * HOUR_MS).toISOString();
const signedIn = async (name: CastName, role: Role): Promise<Actor> => {
  await world.token(name, role);
  return { ...(await world.actor(name, role)), via: { way: 'PASSKEY', range: null } };
};

const payload = (more: object = {}) => {
  const { kind: _, bundle: _b, level: _l, ...given } = draft({ audience: to('northGrid', 'riverWater') });
  return { ...given, answerBy: inHours(10), ...more };
};

test('an essential action leaves once a second person has approved it, and not before', async () => {
  const agency = await signedIn('cyberAgency', 'publisher');
  const given = draft({ level: 'ESSENTIAL_ACTION', answerBy: inHours(10), audience: to('northGrid') });
  expect(codes(await publishWarning(world.hub, agency, given))).toEqual(['APPROVAL_NEEDED $.level']);
  expect((await publishWarning(world.hub, agency, given, { isTrial: true })).ok).toBe(true);
  const proposed = await propose(world.hub, agency, { kind: 'PUBLISH_ESSENTIAL', payload: payload() });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.problems));
  // It lapses when the answers are due, before the seven days are over.
  expect(proposed.value.expiresAt).toEqual(new Date(inHours(10)));
  expect(await world.hub.warnings.rows.countDocuments()).toBe(0);
  expect(codes(await approve(world.hub, agency, proposed.value.id))).toEqual(['APPROVAL_BY_PROPOSER $.id']);
  const approver = await signedIn('cyberAgency', 'approver');
  const { result } = good(await approve(world.hub, approver, proposed.value.id));
  // What came of it: whoever approved it looks who has it.
  const [warning] = await world.hub.warnings.rows.find({}, { projection: { _id: 1, warning: 1 } }).toArray();
  expect([result, (await world.hub.warnings.head(result ?? ''))?.version]).toEqual([warning?.warning, 1]);
  await world.drain();
  const query = '{ toAnswer { level headline answerBy } }';
  const { body } = await world.ask(await world.token('northGrid', 'analyst'), query);
  expect(body.data.toAnswer).toMatchObject([{ level: 'ESSENTIAL_ACTION', answerBy: inHours(10) }]);
});

test('who approves it reads how it may be used, and when nobody may read it any more', async () => {
  const agency = await signedIn('cyberAgency', 'publisher');
  const approver = await signedIn('cyberAgency', 'approver');
  const handling = {
    encryptInTransit: 'MUST',
    providerAttribution: 'MUST_NOT',
    until: '2026-12-01T01:00:00Z',
    reference: 'https://example.org/policy',
  };
  const sentenceOf = async (kind: 'PUBLISH_ESSENTIAL' | 'CORRECT_ESSENTIAL', given: object) => {
    const { id } = good(await propose(world.hub, agency, { kind, payload: given }));
    const { sentence } = (await readProposal(world.hub, approver, id)) ?? { sentence: '' };
    good(await withdraw(world.hub, agency, id));
    return sentence;
  };
  const said =
    ' How it may be used: encrypt it when you pass it on; do not name its publisher; in force until 2026-12-01 01:00 UTC; after that treat it as TLP:RED; its policy: “https://example.org/policy”.';
  expect(await sentenceOf('PUBLISH_ESSENTIAL', payload({ handling }))).toContain(said);
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const { marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = payload({ handling });
  const corrects = { id, expectedVersion: 1, ...texts };
  expect(await sentenceOf('CORRECT_ESSENTIAL', corrects)).toContain(said);
  expect(await sentenceOf('CORRECT_ESSENTIAL', { ...corrects, handling: null })).not.toContain('may be used');
});

test('it is approved again when it is corrected, and lapses at its due time', async () => {
  const agency = await signedIn('cyberAgency', 'publisher');
  const approver = await signedIn('cyberAgency', 'approver');
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const { marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = payload();
  const corrected = { ...texts, kind: 'WARNING' as const, level: 'ESSENTIAL_ACTION' as const, bundle: null };
  const update = { id, expectedVersion: 1, draft: corrected };
  expect(codes(await updateWarning(world.hub, agency, update))).toEqual(['APPROVAL_NEEDED $.level']);
  const kind = 'CORRECT_ESSENTIAL';
  const one = await propose(world.hub, agency, { kind, payload: { id, expectedVersion: 1, ...texts } });
  if (!one.ok) throw new Error(JSON.stringify(one.problems));
  expect(codes(await approve(world.hub, approver, one.value.id))).toEqual([]);
  expect((await world.hub.warnings.head(id))?.version).toBe(2);
  const late = await propose(world.hub, agency, { kind: 'PUBLISH_ESSENTIAL', payload: payload() });
  if (!late.ok) throw new Error(JSON.stringify(late.problems));
  nowMs += 11 * HOUR_MS;
  expect(codes(await approve(world.hub, approver, late.value.id))).toEqual(['APPROVAL_CLOSED $.id']);
  const wrong = payload({ answerBy: inHours(-1) });
  expect(codes(await propose(world.hub, agency, { kind: 'PUBLISH_ESSENTIAL', payload: wrong }))).toEqual([
    'ANSWER_BY_OUT_OF_RANGE $.payload.answerBy',
  ]);
  const ends = payload({ validUntil: inHours(9) });
  expect(codes(await propose(world.hub, agency, { kind: 'PUBLISH_ESSENTIAL', payload: ends }))).toEqual([
    'ANSWER_BY_AFTER_END $.payload.answerBy',
  ]);
});

test('what waits for approval is shown as its content would be, and its text goes with the decision', async () => {
  const text = 'Seal the valve of the north basin';
  const audience = {
    alternatives: [{ members: ['north-grid'], persons: ['north-grid/red'] }],
    excludes: [],
  };
  await plantPersons(world.hub, ['north-grid/red'], { roles: ['analyst'], credentials: 1 });
  const given = payload({ marking: 'RED', headline: text, audience });
  const kind = 'PUBLISH_ESSENTIAL';
  const agency = await signedIn('cyberAgency', 'publisher');
  const approver = await signedIn('cyberAgency', 'approver');
  const shownTo = async (reader: Actor, which: string) => {
    const { proposals } = good(await listProposals(world.hub, reader, { first: 50, after: null }));
    return proposals.map(({ proposal }) => proposal).find((each) => each.id === which);
  };
  const proposedNow = async (more: object = {}) =>
    good(await propose(world.hub, agency, { kind, payload: { ...given, ...more }, note: `See: ${text}` })).id;
  const id = await proposedNow();
  expect(await shownTo(approver, id)).toMatchObject({ mayDecide: true, payload: { headline: text } });
  const manager = { ...(await world.actor('cyberAgency', 'manager')), via: approver.via };
  const readers: readonly object[] = [
    { ...manager, person: null },
    { ...manager, isRedClosed: true },
    { ...agency, isRedClosed: true },
  ];
  for (const reader of readers) {
    const shown = await shownTo(reader as Actor, id);
    expect(shown).toMatchObject({ mayDecide: false, note: null });
    expect(JSON.stringify(shown)).not.toContain(text);
  }
  // A key that does not administer is shown no proposal at all.
  const metering = { ...manager, scopes: ['metrics:read'] } as Actor;
  expect(await shownTo(metering, id)).toBeUndefined();
  // What is not RED is theirs.
  const amber = await proposedNow({ marking: 'AMBER' });
  expect(JSON.stringify(await shownTo(readers[0] as Actor, amber))).toContain(text);
  expect(await shownTo(metering, amber)).toBeUndefined();
  const [refused, lapsed] = [await proposedNow(), await proposedNow()];
  good(await approve(world.hub, approver, id));
  good(await withdraw(world.hub, agency, amber));
  good(await refuse(world.hub, approver, refused));
  nowMs += 11 * HOUR_MS;
  // Over, though nobody has recorded it.
  expect(await shownTo(approver, lapsed)).toMatchObject({ state: 'EXPIRED', payload: { marking: 'RED' } });
  await expireProposals(world.hub);
  const ids = [id, amber, refused, lapsed];
  const rows = await world.hub.proposals.rows.find({ _id: { $in: ids } }).toArray();
  expect(new Set(rows.map(({ state }) => state))).toEqual(
    new Set(['DONE', 'WITHDRAWN', 'REFUSED', 'EXPIRED']),
  );
  expect(JSON.stringify(rows.map(({ payload: left }) => left))).not.toContain(text);
  expect(good(await listProposals(world.hub, approver, { first: 20, after: null })).proposals).toHaveLength(
    await world.hub.proposals.rows.countDocuments({ circle: 'MEMBER' }),
  );
});

const CASE =
  'caseId member { slug } organisation owner { slug } state isOverdue dueAt notes { isOfAsker text }';
type ShownCase = {
  readonly caseId: string;
  readonly warning: string;
  readonly state: string;
  readonly notes: readonly { readonly text: string }[];
};
const casesOf = async (name: CastName, role: Role = 'analyst', warning?: string) => {
  const query = `{ cases { edges { node { warning ${CASE} } } } }`;
  const { body } = await world.ask(await world.token(name, role), query);
  const all: ShownCase[] = body.data.cases.edges.map(({ node }: { node: ShownCase }) => node);
  return all.filter((each) => warning === undefined || each.warning === warning);
};
/** The clock stands still: what is asked for is the one that is not closed. */
const openCaseOf = async (name: CastName, warning: string, role: Role = 'analyst'): Promise<ShownCase> => {
  const found = (await casesOf(name, role, warning)).find(({ state }) => state !== 'CLOSED');
  if (found === undefined) throw new Error('no open case');
  return found;
};
const change = async (name: CastName, input: object, role: Role = 'analyst') => {
  const query = `mutation($input: ChangeCaseInput!) { changeCase(input: $input) { case { ${CASE} } refusals { code path } } }`;
  return (await world.ask(await world.token(name, role), query, { input })).body.data.changeCase;
};
const needHelp = async (name: CastName, warning: string, more: object = {}) => {
  const query =
    'mutation($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) { refusals { code } } }';
  const input = { warning, answer: 'NEED_HELP', note: 'Two breakers are open', ...more };
  await world.ask(await world.token(name, 'analyst'), query, { input });
};

test('need help opens one case with a clock, which is taken, handed over and closed', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'energyCentre') });
  await needHelp('northGrid', id);
  await needHelp('northGrid', id, { note: 'And a third' });
  const [opened, ...others] = await casesOf('cyberAgency', 'publisher', id);
  expect(others).toEqual([]);
  expect(opened).toMatchObject({
    member: { slug: 'north-grid' },
    owner: { slug: 'cyber-agency' },
    state: 'OPEN',
    isOverdue: false,
    dueAt: inHours(1),
    notes: [
      { isOfAsker: true, text: 'Two breakers are open' },
      { isOfAsker: true, text: 'And a third' },
    ],
  });
  expect(await casesOf('northGrid', 'analyst', id)).toHaveLength(1);
  for (const stranger of ['riverWater', 'energyCentre'] as const) expect(await casesOf(stranger)).toEqual([]);
  const caseId = opened?.caseId ?? '';
  nowMs += 2 * HOUR_MS;
  expect(await openCaseOf('cyberAgency', id, 'publisher')).toMatchObject({ isOverdue: true });
  const absent = [{ code: 'NOT_FOUND', path: '$.id' }];
  expect((await change('riverWater', { case: caseId, act: 'TAKE' })).refusals).toEqual(absent);
  expect((await change('northGrid', { case: caseId, act: 'TAKE' })).refusals).toEqual([
    { code: 'CASE_OF_ANOTHER', path: '$.case' },
  ]);
  expect(
    (await change('cyberAgency', { case: caseId, act: 'TAKE', note: 'We call' }, 'publisher')).case,
  ).toMatchObject({ state: 'TAKEN', isOverdue: false });
  const elsewhere = { case: caseId, act: 'HAND_OVER', to: 'river-water' };
  expect((await change('cyberAgency', elsewhere, 'publisher')).refusals).toEqual([
    { code: 'MEMBER_UNKNOWN', path: '$.to' },
  ]);
  await change('cyberAgency', { case: caseId, act: 'HAND_OVER', to: 'energy-centre' }, 'publisher');
  expect(await openCaseOf('energyCentre', id)).toMatchObject({
    caseId,
    owner: { slug: 'energy-centre' },
    state: 'OPEN',
  });
  expect((await change('energyCentre', { case: caseId, act: 'CLOSE', note: 'Done' })).case).toMatchObject({
    state: 'CLOSED',
  });
  expect((await change('northGrid', { case: caseId, act: 'NOTE', note: 'Thanks' })).refusals).toEqual([
    { code: 'CASE_CLOSED', path: '$.case' },
  ]);
  await needHelp('northGrid', id, { note: 'Again' });
  expect(await casesOf('northGrid', 'analyst', id)).toHaveLength(2);
});

test.each([
  ['with a note', {}],
  ['without one', { note: null }],
  ['for a site', { site: 'east' }],
])('the same cry for help opens another case once the first was closed, %s', async (_, how) => {
  const admin = await world.actor('northGrid', 'member-admin');
  const plan = { alternates: [], outside: null, sites: [{ slug: 'east', name: 'East' }] };
  good(await changeAnswerPlan(world.hub, admin, plan));
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  await needHelp('northGrid', id, how);
  await needHelp('northGrid', id, how);
  const { caseId, notes } = await openCaseOf('northGrid', id);
  expect(await casesOf('northGrid', 'analyst', id)).toHaveLength(1);
  expect(notes).toHaveLength('note' in how ? 0 : 1);
  await change('northGrid', { case: caseId, act: 'CLOSE' });
  await needHelp('northGrid', id, how);
  const again = await openCaseOf('northGrid', id);
  expect(again).toMatchObject({ state: 'OPEN' });
  expect(again.caseId).not.toBe(caseId);
  expect(again.notes).toHaveLength(notes.length);
});

test('an organisation that asks without its name stays without it in its case', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  await needHelp('cityHospital', id, { withName: false });
  const opened = await openCaseOf('cyberAgency', id, 'publisher');
  expect(opened).toMatchObject({ member: null, organisation: 1 });
  expect(JSON.stringify(opened)).not.toContain('hospital');
});

test('a publisher without its name has none in cases either, nor as who helps again', async () => {
  const policy = exchangePolicy({ provider_attribution: 'must-not' });
  const object_marking_refs = [policy.id, TLP2_MARKING_IDS.CLEAR];
  const marked = made('tool', { name: 'Chisel', object_marking_refs });
  const audience = to('northGrid', 'energyCentre');
  const id = await publishBy(world, 'cyberAgency', { audience, bundle: bundleOf(marked, policy) });
  await needHelp('northGrid', id);
  const asked = await openCaseOf('northGrid', id);
  expect(asked).toMatchObject({ owner: null, state: 'OPEN' });
  const { caseId } = asked;
  await change('cyberAgency', { case: caseId, act: 'HAND_OVER', to: 'energy-centre' }, 'publisher');
  // Whoever took it over finds out neither its publisher nor the other recipients by their slugs.
  for (const slug of ['cyber-agency', 'energy-centre', 'river-water', 'nobody'])
    expect((await change('energyCentre', { case: caseId, act: 'HAND_OVER', to: slug })).refusals).toEqual([
      { code: 'MEMBER_UNKNOWN', path: '$.to' },
    ]);
  const back = await change('energyCentre', { case: caseId, act: 'HAND_OVER', note: 'Not for us' });
  expect(back).toMatchObject({ case: { owner: null, state: 'OPEN' }, refusals: [] });
  expect(await openCaseOf('cyberAgency', id, 'publisher')).toMatchObject({ owner: { slug: 'cyber-agency' } });
});

test('a key without the scope has no part in cases, and who lost the warning reads nothing more of them', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'energyCentre') });
  await needHelp('northGrid', id);
  const { caseId } = await openCaseOf('northGrid', id);
  await change('cyberAgency', { case: caseId, act: 'NOTE', note: 'Open the other two' }, 'publisher');
  // Of this one nothing can be seen.
  await change('cyberAgency', { case: caseId, act: 'NOTE', note: '\u200b\u2060' }, 'publisher');
  await change('cyberAgency', { case: caseId, act: 'HAND_OVER', to: 'energy-centre' }, 'publisher');
  const parts = [
    ['northGrid', 'analyst', 'warning:acknowledge'],
    ['cyberAgency', 'publisher', 'delivery:read'],
    ['energyCentre', 'analyst', 'delivery:read'],
  ] as const;
  for (const [name, role, needed] of parts) {
    const actor = await world.actor(name, role);
    const find = async (...scopes: Scope[]) =>
      good(await listCases(world.hub, { ...actor, scopes }, { first: 50, after: null, onlyOpen: false }))
        .cases.map(({ shown }) => shown)
        .find(({ case: each }) => each.id === caseId);
    expect(await find('feed:read')).toBeUndefined();
    // Nor is anything read for it: of what its member has a part in, however much that is.
    const listed: typeof world.hub.cases.listed = () => Promise.reject(new Error('nothing is read'));
    const hub = { ...world.hub, cases: { ...world.hub.cases, listed } };
    const request = { first: 50, after: null, onlyOpen: false };
    expect(good(await listCases(hub, { ...actor, scopes: ['feed:read'] }, request))).toEqual({
      ...{ cases: [], hasNextPage: false, endCursor: null },
    });
    const act = { id: caseId, act: 'CLOSE', note: null, to: null } as const;
    expect(codes(await changeCase(world.hub, { ...actor, scopes: ['feed:read'] }, act))).toEqual([
      'NOT_FOUND $.id',
    ]);
    expect((await find(needed, 'feed:read'))?.case.notes).toHaveLength(2);
    // Without the right to read the warning, what its own member wrote.
    const own = (await find(needed))?.case.notes ?? [];
    expect(own.every(({ member }) => member === actor.member.id)).toBe(true);
  }
  const officer = await world.actor('cyberAgency', 'publisher');
  const request = { id, expectedVersion: 1, reason: 'Wrong', whatToDo: null, language: 'en' };
  good(await recallWarning(world.hub, officer, request));
  const notes = async (name: CastName, role: Role) => (await openCaseOf(name, id, role)).notes;
  expect(await notes('energyCentre', 'analyst')).toEqual([]);
  expect(await notes('northGrid', 'analyst')).toMatchObject([{ isOfAsker: true }]);
  expect(await notes('cyberAgency', 'publisher')).toHaveLength(2);
});

test('whoever closes and asks again hides nobody that waits: cases come page by page, and the open ones alone', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'riverWater') });
  await needHelp('riverWater', id);
  const closed: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    await needHelp('northGrid', id, { note: `Once more: ${count}` });
    const latest = await openCaseOf('northGrid', id);
    closed.push(latest.caseId);
    await change('northGrid', { case: latest.caseId, act: 'CLOSE' });
  }
  const token = await world.token('cyberAgency', 'publisher');
  const page = async (more: object) => {
    const query = `query($after: String, $onlyOpen: Boolean, $first: Int = 2) {
      cases(first: $first, after: $after, onlyOpen: $onlyOpen) {
        pageInfo { hasNextPage endCursor } edges { node { caseId warning state member { slug } } } } }`;
    return (await world.ask(token, query, more)).body;
  };
  const open = (await page({ onlyOpen: true, first: 50 })).data.cases;
  expect(open.edges.every(({ node }: { node: { state: string } }) => node.state !== 'CLOSED')).toBe(true);
  expect(open.edges.filter(({ node }: { node: { warning: string } }) => node.warning === id)).toMatchObject([
    { node: { member: { slug: 'river-water' } } },
  ]);
  const seen: string[] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const {
      edges,
      pageInfo,
    }: { edges: { node: { caseId: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
      await page({ after })
    ).data.cases;
    seen.push(...edges.map(({ node }) => node.caseId));
    [after, isMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(closed));
  expect(seen).toHaveLength(await world.hub.cases.rows.countDocuments());
  expect((await page({ after: 'forged' })).errors[0].extensions.code).toBe('CURSOR_INVALID');
});
