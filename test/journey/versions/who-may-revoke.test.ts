// Who may revoke an object: its owner, for everybody; an object without an owner here, each source for its own assertion
// only. A forged revocation affects only its author's version history; readers of another source see it and lose nothing.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName, memberOf } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  for (const name of ['northGrid', 'southGrid', 'riverWater'] as const) {
    tokens.set(name, await endpoint.token(name, 'analyst'));
  }
});
afterAll(() => endpoint.close());

/** The reader of both histories, and of either alone. */
const [BOTH, ONLY_P, ONLY_Q] = ['northGrid', 'southGrid', 'riverWater'] as const;
const [P, Q] = ['cyberAgency', 'xbCsirt'] as const;
const toP = to(BOTH, ONLY_P, P, Q, 'energyCentre');
const toQ = to(BOTH, ONLY_Q, P, Q, 'energyCentre');
const on = (day: number): string => `2026-01-0${day}T00:00:00.000Z`;
const stranger = () => ({ created_by_ref: newIdentifier('identity') });

const malwareAt = (id: string, day: number, more: object = {}) =>
  made('malware', {
    id,
    created: on(1),
    modified: on(day),
    name: `of day ${day}`,
    is_family: false,
    ...more,
  });

const noteOn = (id: string) => made('note', { content: 'See', object_refs: [id] });

const publish = (name: CastName, audience: ReturnType<typeof to>, ...objects: object[]) =>
  publishBy(endpoint, name, { audience, bundle: bundleOf(...objects) });

const refusal = async (name: CastName, object: object): Promise<string> => {
  const request = draft({ audience: toP, bundle: bundleOf(object) });
  const outcome = await publishWarning(endpoint.hub, await endpoint.actor(name), request);
  await endpoint.drain();
  return outcome.ok ? 'PUBLISHED' : outcome.problems.map(({ code }) => code).join();
};

const SHOWN = `
  fragment Shown on StixObject { id raw ... on StixMalware { name } }
  query ($id: ID!, $warning: ID!, $from: String!) {
    stixObject(id: $id) {
      ...Shown revokedBy { slug } difference(from: $from) { to }
      versions { edges { node { modified source { slug } isLatest revoked } } }
    }
    warning(id: $warning) {
      bundle(newest: true, context: false)
      objects(first: 50) { edges { node { ...Shown references(first: 10) { edges { node { id: targetId object { ...Shown } } } } } } }
    }
  }`;

type Shown = { id: string; name: string; raw: { revoked?: boolean } };

const ask = async (reader: CastName, id: string, warning: string, from = on(1)) => {
  const { body } = await endpoint.ask(tokens.get(reader) ?? '', SHOWN, { id, warning, from });
  expect(body.errors).toBeUndefined();
  return body.data;
};

const say = ({ name, raw }: Shown): string => (raw.revoked === true ? `${name}, revoked` : name);

/** An object's version as each read path shows it: by id, as latest version, in a warning, by reference, in its bundle. */
const shownBy = async (reader: CastName, id: string, warning: string) => {
  const { stixObject, warning: held } = await ask(reader, id, warning);
  const latest = stixObject.versions.edges.filter(
    ({ node }: { node: { isLatest: boolean } }) => node.isLatest,
  );
  type Reference = { node: { id: string; object: Shown } };
  const nodes: (Shown & { references: { edges: Reference[] } })[] = held.objects.edges.map(
    ({ node }: { node: unknown }) => node,
  );
  const inBundle: { id: string; name: string; revoked?: boolean }[] = held.bundle.objects;
  const days = (modified: string, isRevoked: boolean): string =>
    `of day ${Number(modified.slice(8, 10))}${isRevoked ? ', revoked' : ''}`;
  type Version = { modified: string; revoked: boolean };
  const unique = (said: readonly string[]): string => [...new Set(said)].join(' and ');
  return {
    byId: say(stixObject),
    latest: unique(latest.map(({ node }: { node: Version }) => days(node.modified, node.revoked))),
    difference: days(stixObject.difference.to, stixObject.raw.revoked === true),
    // The note, and the hub's report.
    reference: unique(
      nodes.flatMap(({ references }) =>
        references.edges.filter(({ node }) => node.id === id).map(({ node }) => say(node.object)),
      ),
    ),
    inWarning: heldIn(held.objects.edges, id).join(' and '),
    inBundle: inBundle
      .filter((object) => object.id === id)
      .map((object) => say({ ...object, raw: object }))
      .join(' and '),
  };
};

const heldIn = (edges: readonly { node: Shown }[], id: string): string[] =>
  edges.flatMap(({ node }) => (node.id === id ? [say(node)] : []));

/** What is read by id, and what in the warning itself and its bundle. */
const except = (wanted: string, within: string) => ({
  byId: wanted,
  latest: wanted,
  difference: wanted,
  reference: wanted,
  inWarning: within,
  inBundle: within,
});
/** The same on every read path. */
const everywhere = (wanted: string) => except(wanted, wanted);

const versionsOf = async (reader: CastName, id: string, warning: string) => {
  const { stixObject } = await ask(reader, id, warning);
  type Node = { modified: string; source: { slug: string }; revoked: boolean };
  return {
    versions: stixObject.versions.edges.map(
      ({ node }: { node: Node }) =>
        `${node.modified.slice(8, 10)} ${node.source.slug}${node.revoked ? ' revoked' : ''}`,
    ),
    revokedBy: stixObject.revokedBy.map(({ slug }: { slug: string }) => slug),
  };
};

describe("a third party's object that another source revokes", () => {
  test.each([
    ['a named creator', stranger()],
    ['none', {}],
  ])(
    'stays for readers of the first history, is revoked for readers of no other: %s',
    async (_whose, creator) => {
      const id = newIdentifier('malware');
      const ofP = await publish(P, toP, malwareAt(id, 1, creator), noteOn(id));
      const revocation = malwareAt(id, 2, { ...creator, revoked: true });
      const ofQ = await publish(Q, toQ, revocation, noteOn(id));

      expect(await shownBy(BOTH, id, ofP)).toEqual(everywhere('of day 1'));
      expect(await versionsOf(BOTH, id, ofP)).toEqual({
        versions: ['02 xb-csirt revoked', '01 cyber-agency'],
        revokedBy: ['xb-csirt'],
      });
      // In its own warning the revocation counts.
      expect(await shownBy(BOTH, id, ofQ)).toEqual(except('of day 1', 'of day 2, revoked'));
      expect(await versionsOf(ONLY_P, id, ofP)).toEqual({ versions: ['01 cyber-agency'], revokedBy: [] });
      const alone = await ask(ONLY_Q, id, ofQ, on(2));
      expect([say(alone.stixObject), alone.stixObject.revokedBy]).toEqual([
        'of day 2, revoked',
        [{ slug: 'xb-csirt' }],
      ]);

      // The revoking source may assert no later version; the others may.
      expect(await refusal(Q, malwareAt(id, 3, creator))).toBe('VERSION_AFTER_REVOKED');
      expect(await refusal('energyCentre', malwareAt(id, 3, creator))).toBe('PUBLISHED');
      expect(await refusal(P, malwareAt(id, 4, creator))).toBe('PUBLISHED');
      expect(await shownBy(BOTH, id, ofP)).toEqual(everywhere('of day 4'));
      expect(await shownBy(BOTH, id, ofQ)).toEqual(except('of day 4', 'of day 2, revoked'));
    },
  );

  test('whichever came first', async () => {
    const [id, creator] = [newIdentifier('malware'), stranger()];
    const ofQ = await publish(Q, toQ, malwareAt(id, 2, { ...creator, revoked: true }));
    const ofP = await publish(P, toP, malwareAt(id, 1, creator), noteOn(id));
    expect(await shownBy(BOTH, id, ofP)).toEqual(everywhere('of day 1'));
    expect(await refusal(P, malwareAt(id, 3, creator))).toBe('PUBLISHED');
    expect(await shownBy(BOTH, id, ofP)).toEqual(everywhere('of day 3'));
    expect((await ask(BOTH, id, ofQ)).warning.bundle.objects).toContainEqual(
      malwareAt(id, 2, { ...creator, revoked: true }),
    );
  });

  test('is revoked where all sources revoked it, by the first of them', async () => {
    const [id, creator] = [newIdentifier('malware'), stranger()];
    const ofP = await publish(P, toP, malwareAt(id, 1, creator), noteOn(id));
    const ofQ = await publish(Q, toQ, malwareAt(id, 2, { ...creator, revoked: true }), noteOn(id));
    await publish(P, toP, malwareAt(id, 3, { ...creator, revoked: true }));
    expect(await shownBy(BOTH, id, ofQ)).toEqual(everywhere('of day 2, revoked'));
    expect(await shownBy(BOTH, id, ofP)).toEqual(except('of day 2, revoked', 'of day 3, revoked'));
    const { revokedBy } = await versionsOf(BOTH, id, ofP);
    expect(revokedBy).toEqual(['cyber-agency', 'xb-csirt']);
    expect(await shownBy(ONLY_P, id, ofP)).toEqual(everywhere('of day 3, revoked'));
    expect(await refusal(P, malwareAt(id, 4, creator))).toBe('VERSION_AFTER_REVOKED');
  });

  test('an earlier warning of the source that revoked it shows it revoked, and discloses nothing under a wider marking', async () => {
    const [id, creator] = [newIdentifier('malware'), stranger()];
    await publish(P, toP, malwareAt(id, 1, creator));
    const before = await publish(Q, toQ, malwareAt(id, 2, creator));
    await publishBy(endpoint, Q, {
      audience: toQ,
      marking: 'AMBER',
      bundle: bundleOf(malwareAt(id, 3, { ...creator, revoked: true })),
    });
    const { stixObject, warning } = await ask(BOTH, id, before);
    expect(say(stixObject)).toBe('of day 1');
    expect(heldIn(warning.objects.edges, id)).toEqual(['of day 3, revoked']);
    expect(warning.bundle.objects.map((object: Shown) => object.id)).not.toContain(id);
  });

  test('however many newer versions that source asserted: they displace no others', async () => {
    const [id, creator] = [newIdentifier('malware'), stranger()];
    const ofP = await publish(P, toP, malwareAt(id, 1, creator), noteOn(id));
    const flood = Array.from({ length: 150 }, (_, index) =>
      malwareAt(id, 2, { ...creator, modified: `2026-01-02T00:00:00.${String(index).padStart(3, '0')}Z` }),
    );
    await publish(Q, toQ, ...flood);
    await publish(Q, toQ, malwareAt(id, 3, { ...creator, revoked: true }));
    const { stixObject, warning } = await ask(BOTH, id, ofP);
    expect(say(stixObject)).toBe('of day 1');
    expect(warning.bundle.objects).toContainEqual(malwareAt(id, 1, creator));
  });

  test("does not become its creator's when the creator joins; what the creator then revokes is revoked", async () => {
    const member = memberOf('late-maker', { kind: 'AGENCY', mayPublish: true });
    const [id, creator] = [newIdentifier('malware'), { created_by_ref: member.identity }];
    const ofP = await publish(P, toP, malwareAt(id, 1, creator), noteOn(id));
    await publish(Q, toQ, malwareAt(id, 2, { ...creator, revoked: true }));
    await endpoint.hub.members.save(member);
    endpoint.hub.directory.forget();
    expect(await shownBy(BOTH, id, ofP)).toEqual(everywhere('of day 1'));
    const actor = { ...(await endpoint.actor(P)), member };
    for (const object of [malwareAt(id, 5, creator), malwareAt(id, 4, { ...creator, revoked: true })]) {
      const request = draft({ audience: toP, bundle: bundleOf(object) });
      expect(await publishWarning(endpoint.hub, actor, request)).toMatchObject({ ok: true });
    }
    await endpoint.drain();
    expect(await shownBy(BOTH, id, ofP)).toEqual(everywhere('of day 4, revoked'));
  });
});

describe("a member's object", () => {
  const OWN = { created_by_ref: CAST[P].identity };

  test.each([
    ['before the relay', [2, 1]],
    ['after it', [1, 2]],
  ])('its owner revokes for everybody: %s', async (_when, days) => {
    const id = newIdentifier('malware');
    const at = (day: number) => malwareAt(id, day, { ...OWN, ...(day === 2 ? { revoked: true } : {}) });
    for (const day of days) await publish(P, toP, at(day));
    const ofQ = await publish(Q, toQ, at(1), noteOn(id));
    expect(await refusal(Q, malwareAt(id, 3, { ...OWN, revoked: true }))).toBe('NOT_THE_CREATOR');
    expect(await shownBy(BOTH, id, ofQ)).toEqual(everywhere('of day 2, revoked'));
  });

  test('its revocation counts where only a relay asserts it', async () => {
    const id = newIdentifier('malware');
    await publish(P, to(Q), malwareAt(id, 1, OWN), malwareAt(id, 2, { ...OWN, revoked: true }));
    const first = await publish('energyCentre', toQ, malwareAt(id, 1, OWN), noteOn(id)).catch(() => null);
    // It was not published for the centre, which has nothing to relay.
    expect(first).toBeNull();
    await publish(P, to('energyCentre'), malwareAt(id, 1, OWN));
    const ofCentre = await publish('energyCentre', toQ, malwareAt(id, 1, OWN), noteOn(id));
    await publish(Q, toQ, malwareAt(id, 2, { ...OWN, revoked: true }));
    expect(await shownBy(ONLY_Q, id, ofCentre)).toEqual(everywhere('of day 2, revoked'));
  });
});

test('for older rows without the revoking member, the directory decides', async () => {
  const [owned, third] = [newIdentifier('malware'), newIdentifier('malware')];
  const [OWN, creator] = [{ created_by_ref: CAST[P].identity }, stranger()];
  const ofOwn = await publish(P, toP, malwareAt(owned, 1, OWN), noteOn(owned));
  await publish(Q, toQ, malwareAt(owned, 1, OWN));
  await publish(P, toP, malwareAt(owned, 2, { ...OWN, revoked: true }));
  const ofThird = await publish(P, toP, malwareAt(third, 1, creator), noteOn(third));
  await publish(Q, toQ, malwareAt(third, 2, { ...creator, revoked: true }));
  const ids = { stixId: { $in: [owned, third] }, revoked: { $exists: true } };
  const { modifiedCount } = await endpoint.hub.objects.rows.updateMany(ids, { $set: { revoked: true } });
  expect(modifiedCount).toBe(2);
  expect(await shownBy(BOTH, owned, ofOwn)).toEqual(everywhere('of day 2, revoked'));
  expect(await shownBy(BOTH, third, ofThird)).toEqual(everywhere('of day 1'));
  expect(await refusal(Q, malwareAt(third, 3, creator))).toBe('VERSION_AFTER_REVOKED');
});

test('a revocation by an unnamed publisher does not reveal that it asserted the object', async () => {
  const policy = made('marking-definition', {
    name: 'Our policy',
    external_references: [{ source_name: 'policy', description: 'As agreed' }],
    extensions: {
      'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
        extension_type: 'property-extension',
        encrypt_in_transit: 'may',
        permitted_actions: 'externally-visible-direct-actions',
        affected_party_notifications: 'may',
        tlp: 'white',
        provider_attribution: 'must-not',
        unmodified_resale: 'may',
        iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
        iep_version: 2,
        description: 'A policy',
        start_date: '2026-01-01T00:00:00Z',
      },
    },
  });
  const { modified: _, ...definition } = policy;
  const seen: unknown[] = [];
  for (const revoker of [P, Q]) {
    const [id, creator] = [newIdentifier('malware'), stranger()];
    const mark = { object_marking_refs: [definition.id] };
    const ofP = await publish(P, toP, malwareAt(id, 1, creator), noteOn(id));
    const unnamed = made('note', { content: 'Anon', object_refs: [id], ...mark });
    const revocation = malwareAt(id, 2, { ...creator, revoked: true });
    const hidden = await publish(revoker, toQ, definition, revocation, unnamed);
    const versions = await versionsOf(BOTH, id, ofP);
    seen.push([await shownBy(BOTH, id, ofP), versions]);
    expect(versions.revokedBy).toEqual(['withheld']);
    expect(await shownBy(BOTH, id, hidden)).toEqual(except('of day 1', 'of day 2, revoked'));
  }
  expect(seen[0]).toEqual(seen[1]);
});
