// How something may be used, stated with it: readers see it in words, STIX carries it as a policy of IEP 2.0, and it holds as one
// that comes in a bundle. A correction makes it stricter; two persons loosen it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { validateBundle } from 'stix2-ts/validate';
import type { Actor, Role } from '../../src/domain/member.ts';
import { approve } from '../../src/service/approval/decide-proposal.ts';
import { readProposal } from '../../src/service/approval/list-proposals.ts';
import { propose } from '../../src/service/approval/propose.ts';
import { CAST, type CastName } from '../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { bundleOf, exchangePolicy, made } from '../support/objects.ts';
import { codes } from '../support/outcome.ts';

const START = Date.parse('2030-01-01T12:00:00.000Z');
const HOUR = 3_600_000;
const IEP = 'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a';
let nowMs = START;
let endpoint: TestEndpoint;
let owner: string;
let reader: string;

beforeAll(async () => {
  endpoint = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
  owner = await endpoint.token('cyberAgency');
  reader = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());

type Answered = {
  readonly warning: { readonly id: string; readonly version: number } | null;
  readonly inWords: string | null;
  readonly letters: readonly { readonly channel: string }[];
  readonly refusals: readonly { readonly code: string; readonly path: string }[];
};

const texts = {
  headline: 'Exploited flaw in a substation gateway',
  summary: 'Take it off the internet.',
  actions: [{ text: 'Take the gateway off the internet' }],
  contacts: [{ name: 'Duty desk', number: '+999 1 555 0100', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
};
const scope = { marking: 'GREEN', audience: { alternatives: [{ sectors: ['energy/electricity'] }] } };
const ANSWER = `warning { id version } inWords letters { channel } refusals { code path }`;

const send = async (name: 'publishWarning' | 'updateWarning' | 'cancelWarning', input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { result: ${name}(input: $input) { ${ANSWER} } }`;
  const { body } = await endpoint.ask(owner, query, { input });
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  await endpoint.drain();
  return body.data.result as Answered;
};
const publish = async (handling: object, more: object = {}): Promise<string> => {
  const { warning, refusals } = await send('publishWarning', { ...texts, ...scope, handling, ...more });
  if (warning === null) throw new Error(JSON.stringify(refusals));
  return warning.id;
};
const refusedFor = ({ refusals }: Answered): string[] => refusals.map(({ code, path }) => `${code} ${path}`);

const READ = `query($id: ID!) { warning(id: $id) {
  version marking publisher { slug } changes bundle
  handling { permittedActions encryptInTransit affectedPartyNotifications providerAttribution unmodifiedResale until reference inWords }
} }`;
const read = async (token: string, id: string) => (await endpoint.ask(token, READ, { id })).body.data.warning;

type Raw = { readonly [name: string]: unknown; readonly id: string; readonly type: string };
const policiesIn = (bundle: { readonly objects: readonly Raw[] }) =>
  bundle.objects.filter((each) => Object.hasOwn((each['extensions'] ?? {}) as object, IEP));

describe('what is stated with a warning', () => {
  const handling = {
    permittedActions: 'INTERNALLY_VISIBLE_ACTIONS',
    encryptInTransit: 'MUST',
    affectedPartyNotifications: 'MUST_NOT',
    unmodifiedResale: 'MUST_NOT',
    until: '2030-02-01T00:00:00Z',
    reference: 'https://example.org/policy',
  };

  test('is said before it goes, and read by whoever has it', async () => {
    nowMs = START;
    const tried = await send('publishWarning', { ...texts, ...scope, handling, dryRun: true });
    expect(tried.inWords).toContain(
      'How it may be used: act on it only inside your own networks; encrypt it when you pass it on;',
    );
    // A thin mail in clear would carry what must be encrypted.
    expect(tried.letters.map(({ channel }) => channel)).toEqual(['WEBHOOK']);
    const id = await publish(handling);
    const shown = await read(reader, id);
    expect(shown.handling).toMatchObject({
      ...handling,
      until: '2030-02-01T00:00:00.000Z',
      providerAttribution: 'MAY',
    });
    expect(shown.handling.inWords).toEqual([
      'act on it only inside your own networks',
      'encrypt it when you pass it on',
      'do not tell others who are affected',
      'do not resell it',
      'in force until 2030-02-01 00:00 UTC; after that treat it as TLP:RED',
    ]);
    const page = String((await endpoint.get(reader, `/warnings/${id}`)).body).replaceAll(/\s+/g, ' ');
    expect(page).toContain('do not tell others who are affected');
    expect(page).toContain('https://example.org/policy');
  });

  test('is read as said, and not as what its policy says of the rest', async () => {
    nowMs = START;
    const { handling: said } = await read(reader, await publish({ encryptInTransit: 'MUST' }));
    // IEP has no other word for a rule that is left out.
    expect(said).toMatchObject({
      permittedActions: 'EXTERNALLY_VISIBLE_DIRECT_ACTIONS',
      unmodifiedResale: 'MAY',
    });
    expect(said.inWords).toEqual(['encrypt it when you pass it on']);
  });

  test('goes along in STIX, on all that the hub made for it', async () => {
    nowMs = START;
    const tool = made('tool', { name: 'Wrench' });
    const id = await publish(handling, {
      bundle: bundleOf(tool),
      translations: [{ language: 'fr', headline: 'Faille', summary: 'Retirez-la.', actions: ['Retirez-la'] }],
    });
    const { bundle } = await read(reader, id);
    const [policy, ...others] = policiesIn(bundle);
    expect(others).toEqual([]);
    expect(policy).toMatchObject({
      type: 'marking-definition',
      created_by_ref: CAST.cyberAgency.identity,
      external_references: [{ source_name: 'policy', url: 'https://example.org/policy' }],
      extensions: {
        [IEP]: {
          permitted_actions: 'internally-visible-actions',
          encrypt_in_transit: 'must',
          affected_party_notifications: 'must-not',
          provider_attribution: 'may',
          unmodified_resale: 'must-not',
          tlp: 'green',
          start_date: '2030-01-01T12:00:00.000Z',
          end_date: '2030-02-01T00:00:00.000Z',
        },
      },
    });
    // The ids of what the hub makes follow from names.
    const remarks = validateBundle(bundle).findings.filter(({ code }) => code !== 'ID_NOT_RANDOM');
    expect(remarks.map(({ level, code }) => [level, code])).toEqual([['warning', 'PROPERTY_ADVISED']]);
    const marked = (bundle.objects as Raw[])
      .filter((each) => ((each['object_marking_refs'] ?? []) as string[]).includes(policy?.id ?? ''))
      .map(({ type }) => type);
    expect([...new Set(marked)].sort()).toEqual(['course-of-action', 'language-content', 'report']);
    // What its publisher made is as it was given.
    expect(bundle.objects).toContainEqual(tool);
  });

  test('ends when it says, for all but its publisher', async () => {
    nowMs = START;
    const id = await publish({ until: '2030-01-01T13:00:00Z' });
    expect(await read(reader, id)).not.toBeNull();
    nowMs = START + HOUR;
    expect(await read(reader, id)).toBeNull();
    expect(await read(owner, id)).not.toBeNull();
  });

  test('withholds its publisher where nobody may name it', async () => {
    nowMs = START;
    const { slug, name, identity } = CAST.cyberAgency;
    // One that holds its slug, so that an object with it is withheld whole, and one that does not.
    for (const reference of [`https://${slug}.example/policy`, 'https://example.org/its-own-policy']) {
      const stated = { providerAttribution: 'MUST_NOT', reference };
      const id = await publish(stated, { headline: 'Nobody says who said it' });
      const shown = await read(reader, id);
      expect(shown.publisher.slug).toBe('withheld');
      for (const secret of [slug, name, identity, reference])
        expect(JSON.stringify(shown)).not.toContain(secret);
      expect(policiesIn(shown.bundle)).toHaveLength(1);
      const page = (await endpoint.get(reader, `/warnings/${id}`)).body;
      expect(page).toContain('do not name its publisher');
      expect(page).not.toContain(reference);
      expect(await read(owner, id)).toMatchObject({ publisher: { slug }, handling: { reference } });
    }
  });

  test('is refused where IEP has no such rule, where it is over, and beside a report of one’s own', async () => {
    nowMs = START;
    const tries = async (changed: object, more: object = {}) =>
      refusedFor(
        await send('publishWarning', { ...texts, ...scope, handling: changed, ...more, dryRun: true }),
      );
    expect(
      await tries({
        encryptInTransit: 'MUST_NOT',
        affectedPartyNotifications: 'MUST',
        unmodifiedResale: 'MUST',
        until: '2030-01-01T12:00:00Z',
        reference: 'our policy',
      }),
    ).toEqual([
      'HANDLING_WORD_UNKNOWN $.handling.encryptInTransit',
      'HANDLING_WORD_UNKNOWN $.handling.affectedPartyNotifications',
      'HANDLING_WORD_UNKNOWN $.handling.unmodifiedResale',
      'HANDLING_UNTIL_PAST $.handling.until',
      'URI_INVALID $.handling.reference',
    ]);
    const tool = made('tool', { name: 'Wrench' });
    const report = made('report', {
      name: 'Own words',
      published: '2030-01-01T00:00:00.000Z',
      object_refs: [tool.id],
    });
    expect(await tries({ encryptInTransit: 'MUST' }, { bundle: bundleOf(report, tool) })).toEqual([
      'HANDLING_OF_REPORT $.handling',
    ]);
    // Nothing is said, and the report says what it says.
    expect(await tries({}, { bundle: bundleOf(report, tool) })).toEqual([]);
  });
});

describe('a correction', () => {
  const correct = async (id: string, expectedVersion: number, more: object = {}) =>
    send('updateWarning', { ...texts, summary: `Text ${expectedVersion}`, id, expectedVersion, ...more });

  test('keeps it, makes it stricter, and never looser', async () => {
    nowMs = START;
    const stated = { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS', until: '2030-02-01T00:00:00Z' };
    const id = await publish(stated);
    const [first] = policiesIn((await read(reader, id)).bundle);
    expect(refusedFor(await correct(id, 1))).toEqual([]);
    const kept = await read(reader, id);
    expect(kept).toMatchObject({ version: 2, handling: { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS' } });
    expect(kept.changes.join()).not.toContain('handling');
    // The same policy is the same definition.
    expect(policiesIn(kept.bundle)).toEqual([first]);

    const stricter = { handling: { permittedActions: 'NONE', unmodifiedResale: 'MUST_NOT' } };
    expect(refusedFor(await correct(id, 2, stricter))).toEqual([]);
    const now = await read(reader, id);
    expect(now.handling).toMatchObject({
      permittedActions: 'NONE',
      unmodifiedResale: 'MUST_NOT',
      until: '2030-02-01T00:00:00.000Z',
    });
    expect(now.changes).toContain('The rules for handling it have changed.');
    const policies = policiesIn(now.bundle);
    expect(policies).toHaveLength(1);
    expect(policies[0]?.id).not.toBe(first?.id);

    const looser = {
      permittedActions: 'CONTACT_FOR_INSTRUCTION',
      unmodifiedResale: 'MAY',
      until: '2030-03-01T00:00:00Z',
    };
    expect(refusedFor(await correct(id, 3, { handling: looser }))).toEqual([
      'HANDLING_LOOSER $.handling.permittedActions',
      'HANDLING_LOOSER $.handling.unmodifiedResale',
      'HANDLING_LOOSER $.handling.until',
    ]);
    const gone = await send('cancelWarning', { id, expectedVersion: 3, reason: 'Mended.' });
    expect(refusedFor(gone)).toEqual([]);
    const last = await read(reader, id);
    expect(last.handling).toMatchObject({ permittedActions: 'NONE' });
    expect(policiesIn(last.bundle)).toEqual(policies);
  });

  test('loses it in STIX by no report of its own, also where it only keeps it', async () => {
    nowMs = START;
    const id = await publish({ unmodifiedResale: 'MUST_NOT' });
    const { bundle } = await read(reader, id);
    const tool = made('tool', { name: 'Wrench' });
    const published = '2030-01-01T00:00:00.000Z';
    const report = made('report', { name: 'Own words', published, object_refs: [tool.id] });
    expect(refusedFor(await correct(id, 1, { bundle: bundleOf(report, tool) }))).toEqual([
      'HANDLING_OF_REPORT $.handling',
    ]);
    // The hub's own says it already, and may be carried along; not so for a further rule.
    const carried = { bundle: bundleOf(...bundle.objects) };
    expect(refusedFor(await correct(id, 1, { ...carried, handling: { encryptInTransit: 'MUST' } }))).toEqual([
      'HANDLING_OF_REPORT $.handling',
    ]);
    expect(refusedFor(await correct(id, 1, carried))).toEqual([]);
    const now = await read(reader, id);
    expect(now).toMatchObject({ version: 2, handling: { unmodifiedResale: 'MUST_NOT' } });
    expect(policiesIn(now.bundle)).toEqual(policiesIn(bundle));
  });

  test('does not loosen what its own objects say', async () => {
    nowMs = START;
    const policy = exchangePolicy({ unmodified_resale: 'must-not' });
    const tool = made('tool', { name: 'Wrench', object_marking_refs: [policy.id] });
    const id = await publish({ encryptInTransit: 'MUST' }, { bundle: bundleOf(policy, tool) });
    expect((await read(reader, id)).handling).toMatchObject({
      encryptInTransit: 'MUST',
      unmodifiedResale: 'MUST_NOT',
      permittedActions: 'NONE',
    });
    expect(refusedFor(await correct(id, 1, { handling: { unmodifiedResale: 'MAY' } }))).toEqual([
      'HANDLING_LOOSER $.handling.unmodifiedResale',
    ]);
  });
});

describe('two persons loosen it', () => {
  const signedIn = async (name: CastName, role: Role): Promise<Actor> => {
    // Makes the person.
    await endpoint.token(name, role);
    return { ...(await endpoint.actor(name, role)), via: { way: 'PASSKEY', range: null } };
  };
  const ask = async (payload: object) =>
    propose(endpoint.hub, await signedIn('cyberAgency', 'publisher'), { kind: 'LOOSEN_HANDLING', payload });

  test('in a new version with the same texts and objects', async () => {
    nowMs = START;
    const tool = made('tool', { name: 'Wrench' });
    const stated = { permittedActions: 'NONE', encryptInTransit: 'MUST', until: '2030-02-01T00:00:00Z' };
    const id = await publish(stated, { bundle: bundleOf(tool) });
    const payload = { warning: id, expectedVersion: 1 };
    const looser = { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS', until: null };
    const proposed = await ask({ ...payload, handling: looser });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problems));
    const approver = await signedIn('cyberAgency', 'approver');
    expect((await readProposal(endpoint.hub, approver, proposed.value.id))?.sentence).toBe(
      `Loosen how ${id} may be used, in a new version after 1: what may be done with it: internally visible actions; until: without end.`,
    );
    expect((await read(reader, id)).handling).toMatchObject({ permittedActions: 'NONE' });
    expect(codes(await approve(endpoint.hub, approver, proposed.value.id))).toEqual([]);
    await endpoint.drain();
    const now = await read(reader, id);
    expect(now).toMatchObject({
      version: 2,
      handling: { permittedActions: 'INTERNALLY_VISIBLE_ACTIONS', encryptInTransit: 'MUST', until: null },
    });
    expect(now.bundle.objects).toContainEqual(tool);
    expect(policiesIn(now.bundle)).toHaveLength(1);
    // Without an end it is read after the one that it had.
    nowMs = Date.parse('2030-02-02T00:00:00Z');
    expect(await read(reader, id)).not.toBeNull();
  });

  test('and only by what they give, where its objects do not hold it', async () => {
    nowMs = START;
    const open = { permitted_actions: 'externally-visible-direct-actions' };
    const policy = exchangePolicy({ ...open, unmodified_resale: 'must-not' });
    const tool = made('tool', { name: 'Wrench', object_marking_refs: [policy.id] });
    const stated = { encryptInTransit: 'MUST', unmodifiedResale: 'MAY' };
    const id = await publish(stated, { bundle: bundleOf(policy, tool) });
    expect((await read(reader, id)).handling).toMatchObject({ unmodifiedResale: 'MUST_NOT' });
    const tries = async (handling: object) => codes(await ask({ warning: id, expectedVersion: 1, handling }));
    // What was stated before is looser than what the object says: that is nothing that is proposed.
    expect(await tries({})).toEqual(['NOT_LOOSER $.payload.handling']);
    expect(await tries({ affectedPartyNotifications: 'MUST_NOT' })).toEqual([
      'NOT_LOOSER $.payload.handling',
    ]);
    // The object goes on saying it.
    expect(await tries({ unmodifiedResale: 'MAY' })).toEqual(['NOT_LOOSER $.payload.handling']);
    expect(await tries({ encryptInTransit: 'MAY', unmodifiedResale: 'MAY' })).toEqual([]);
  });

  test('to a later end, although an object ends when the warning does', async () => {
    nowMs = START;
    const policy = exchangePolicy({ unmodified_resale: 'must-not', end_date: '2030-02-01T00:00:00Z' });
    const tool = made('tool', { name: 'Wrench', object_marking_refs: [policy.id] });
    const id = await publish({ until: '2030-02-01T00:00:00Z' }, { bundle: bundleOf(policy, tool) });
    const tries = async (until: string) =>
      codes(await ask({ warning: id, expectedVersion: 1, handling: { until } }));
    expect(await tries('2030-01-31T00:00:00Z')).toEqual(['NOT_LOOSER $.payload.handling']);
    expect(await tries('2030-03-01T00:00:00Z')).toEqual([]);
  });

  test('and not what is no looser, is not theirs to say, or names an unnamed publisher', async () => {
    nowMs = START;
    const id = await publish({
      permittedActions: 'CONTACT_FOR_INSTRUCTION',
      providerAttribution: 'MUST_NOT',
    });
    const tries = async (handling: object) => codes(await ask({ warning: id, expectedVersion: 1, handling }));
    expect(await tries({ permittedActions: 'NONE' })).toEqual(['NOT_LOOSER $.payload.handling']);
    expect(await tries({})).toEqual(['NOT_LOOSER $.payload.handling']);
    expect(await tries({ encryptInTransit: 'MUST_NOT' })).toEqual([
      'HANDLING_WORD_UNKNOWN $.payload.handling.encryptInTransit',
    ]);
    expect(await tries({ providerAttribution: 'MAY' })).toEqual([
      'PUBLISHER_STAYS_UNNAMED $.payload.handling.providerAttribution',
    ]);
    expect(await tries({ encryptInTransit: 'PERHAPS' })).toEqual([
      'PAYLOAD_MALFORMED $.payload.handling.encryptInTransit',
    ]);
  });
});
