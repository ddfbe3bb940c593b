// A best practice is corrected and withdrawn as a practice: its steps stay, its recipients are notified, and an act for
// the other kind is refused with the act to use.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { contentOf, contentText } from '../../../src/store/content/stored-content.ts';
import { type Answer, openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { hubEnvironment, startProcess } from '../../support/processes.ts';

let endpoint: TestEndpoint;
let agency = '';
let neighbour = '';
let reader = '';
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  agency = await endpoint.token('cyberAgency');
  neighbour = await endpoint.token('xbCsirt');
  reader = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());

const FIELDS = `warning { id version kind messageType state headline cancelReason practice { kind problem steps limits } }
  recipients refusals { code path remedy }`;

const TEXTS = {
  headline: 'Ring the night shift once a month',
  summary: 'A short drill.',
  kind: 'MEASURE',
  problem: 'Nobody has tried the number at night.',
  steps: ['Ring it.', 'Write down how long it took.'],
  limits: 'Tell the works council.',
};
const PRACTICE = {
  ...TEXTS,
  marking: 'GREEN',
  audience: { alternatives: [{ sectors: ['energy/electricity'] }] },
};

type Act = 'publishPractice' | 'updatePractice' | 'withdrawPractice' | 'updateWarning' | 'cancelWarning';

const act = async (name: Act, input: object, token = agency, headers: Record<string, string> = {}) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { result: ${name}(input: $input) { ${FIELDS} } }`;
  const answer: Answer = await endpoint.ask(token, query, { input }, headers);
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  return answer.body.data.result;
};
const codesOf = (result: { refusals: { code: string }[] }): string[] =>
  result.refusals.map(({ code }) => code);

const publishPractice = async (changes: object = {}): Promise<string> =>
  (await act('publishPractice', { ...PRACTICE, ...changes })).warning.id;

const publishWarning = async (changes: object = {}): Promise<string> => {
  const { kind: _, ...input } = draft();
  const query = `mutation ($input: PublishWarningInput!) { result: publishWarning(input: $input) { ${FIELDS} } }`;
  return (await endpoint.ask(agency, query, { input: { ...input, ...changes } })).body.data.result.warning.id;
};

const warningTexts = () => {
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  return texts;
};

test('a correction keeps it a practice, with its steps, and reaches its recipients', async () => {
  const id = await publishPractice();
  await endpoint.drain();
  const steps = ['Ring it.', 'Ring it again.'];
  const corrected = await act('updatePractice', {
    id,
    expectedVersion: 1,
    ...TEXTS,
    kind: 'GUIDELINE',
    steps,
  });
  expect(corrected).toMatchObject({
    warning: {
      id,
      version: 2,
      kind: 'PRACTICE',
      messageType: 'UPDATE',
      practice: { kind: 'GUIDELINE', problem: TEXTS.problem, steps, limits: TEXTS.limits },
    },
    refusals: [],
  });
  expect(corrected.recipients).toBeGreaterThan(0);
  await endpoint.drain();
  const seen = await endpoint.ask(
    reader,
    `query ($id: ID!) { warning(id: $id) { version practice { steps } } }`,
    { id },
  );
  expect(seen.body.data.warning).toEqual({ version: 2, practice: { steps } });
  expect(await endpoint.hub.deliveries.rows.countDocuments({ warning: id, version: 2 })).toBe(
    corrected.recipients,
  );
});

test('a withdrawal is its last version and gives the reason, with unchanged texts', async () => {
  const id = await publishPractice();
  const reason = 'The number is gone.';
  expect(codesOf(await act('withdrawPractice', { id, expectedVersion: 1, reason: ' ' }))).toEqual([
    'REASON_MISSING',
  ]);
  const withdrawn = await act('withdrawPractice', { id, expectedVersion: 1, reason });
  expect(withdrawn.warning).toMatchObject({
    version: 2,
    kind: 'PRACTICE',
    messageType: 'CANCEL',
    state: 'CANCELLED',
    cancelReason: reason,
    practice: { steps: TEXTS.steps },
  });
  for (const name of ['updatePractice', 'withdrawPractice'] as const) {
    const again = await act(name, {
      id,
      expectedVersion: 2,
      ...(name === 'updatePractice' ? TEXTS : { reason }),
    });
    expect(codesOf(again)).toEqual(['ALREADY_CANCELLED']);
  }
});

describe('an act for the other kind', () => {
  test('is refused, writes nothing, and names the act to use', async () => {
    const practice = await publishPractice();
    const warning = await publishWarning();
    const reason = 'It was nothing.';
    const tried = [
      [
        'updateWarning',
        { id: practice, expectedVersion: 1, ...warningTexts() },
        'NOT_A_WARNING',
        'updatePractice',
      ],
      ['cancelWarning', { id: practice, expectedVersion: 1, reason }, 'NOT_A_WARNING', 'withdrawPractice'],
      ['updatePractice', { id: warning, expectedVersion: 1, ...TEXTS }, 'NOT_A_PRACTICE', 'updateWarning'],
      ['withdrawPractice', { id: warning, expectedVersion: 1, reason }, 'NOT_A_PRACTICE', 'cancelWarning'],
    ] as const;
    for (const [name, input, code, remedy] of tried) {
      const refused = await act(name, input);
      expect(refused).toMatchObject({ warning: null, refusals: [{ code, path: '$.id' }] });
      expect(refused.refusals[0].remedy).toContain(remedy);
      // A hidden one is absent, whatever its kind.
      expect(
        codesOf(
          await act(name, { ...input, id: `${input.id.slice(0, -1)}${input.id.endsWith('0') ? '1' : '0'}` }),
        ),
      ).toEqual(['NOT_FOUND']);
    }
    for (const id of [practice, warning]) expect((await endpoint.hub.warnings.head(id))?.version).toBe(1);
  });

  test('of another member: a reader may learn the kind, all else needs ownership', async () => {
    const id = await publishPractice({ audience: { alternatives: [{}] } });
    const reason = 'It was nothing.';
    expect(codesOf(await act('withdrawPractice', { id, expectedVersion: 1, reason }, neighbour))).toEqual([
      'NOT_THE_PUBLISHER',
    ]);
    expect(codesOf(await act('updatePractice', { id, expectedVersion: 1, ...TEXTS }, reader))).toEqual([
      'ROLE_MAY_NOT',
    ]);
  });
});

test('a stale version, a broken text and a repeated key behave as with warnings', async () => {
  const id = await publishPractice();
  expect(codesOf(await act('updatePractice', { id, expectedVersion: 7, ...TEXTS }))).toEqual([
    'VERSION_CONFLICT',
  ]);
  const broken = await act('updatePractice', {
    id,
    expectedVersion: 1,
    ...TEXTS,
    steps: [],
    reviewDue: 'soon',
  });
  expect(broken.refusals.map(({ code, path }: Record<string, string>) => [code, path])).toEqual([
    ['TOO_MANY', '$.steps'],
    ['DATE_MALFORMED', '$.reviewDue'],
  ]);
  const key = { 'idempotency-key': 'one-correction' };
  const first = await act('updatePractice', { id, expectedVersion: 1, ...TEXTS }, agency, key);
  expect(await act('updatePractice', { id, expectedVersion: 1, ...TEXTS }, agency, key)).toEqual(first);
  expect(first.warning.version).toBe(2);
  const other = await act('withdrawPractice', { id, expectedVersion: 2, reason: 'Gone.' }, agency, key);
  expect(other.warning.version).toBe(3);
});

test('a correction restores a practice that an older hub turned into a warning', async () => {
  const id = await publishPractice();
  const row = await endpoint.hub.warnings.head(id);
  const content = contentOf(row?.content ?? '');
  const turned = { ...content, summary: { ...content.summary, kind: 'WARNING' as const, practice: null } };
  await endpoint.hub.warnings.rows.updateOne(
    { _id: row?._id ?? '' },
    { $set: { content: contentText(turned) } },
  );
  const refused = await act('updateWarning', { id, expectedVersion: 1, ...warningTexts() });
  expect(codesOf(refused)).toEqual(['NOT_A_WARNING']);
  const healed = await act('updatePractice', { id, expectedVersion: 1, ...TEXTS });
  expect(healed.warning).toMatchObject({ version: 2, kind: 'PRACTICE', practice: { steps: TEXTS.steps } });
});

test('a practice that names an advisory collapses no warning about it, and is not among its sources', async () => {
  const externalReferences = [{ source: 'CISA', id: 'ICSA-77-001-01' }];
  const practice = await publishPractice({ externalReferences });
  await endpoint.drain();
  const warning = await publishWarning({ externalReferences });
  const second = await publishPractice({ externalReferences, headline: 'Another way' });
  await endpoint.drain();
  const analyst = await endpoint.actor('northGrid', 'analyst');
  const query = `{ feed(first: 50) { edges { node { id sources { warning } related { warning { id } } } } } }`;
  const feed = (await endpoint.ask(reader, query)).body.data.feed.edges;
  const of = (id: string) => feed.find(({ node }: { node: { id: string } }) => node.id === id)?.node;
  for (const id of [practice, warning, second]) {
    expect(of(id)?.sources).toEqual([{ warning: id }]);
    expect(await readWarning(endpoint.hub, analyst, id)).not.toBeNull();
  }
});

test('tocsin cancel withdraws a practice, too', async () => {
  const id = await publishPractice();
  const env = { ...(await hubEnvironment(endpoint)), TOCSIN_URL: endpoint.url, TOCSIN_KEY: agency };
  const cancel = ['cancel', id, '--reason', 'The number is gone.', '--yes'];
  const command = startProcess('src/cli/main.ts', env, cancel);
  await command.saw(`Withdrawn: ${PRACTICE.headline}`);
  expect(await command.ended()).toBe(0);
  expect((await endpoint.hub.warnings.head(id))?.version).toBe(2);
});
