// The endpoints beside the feed: me, the sector scheme, the heartbeat; the publisher's endpoints, which name other
// members; one delivery by id. None reveals what other members declared or hold.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, printSchema } from 'graphql';
import { createClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Actor } from '../../../src/domain/member.ts';
import { US_CISA } from '../../../src/domain/sector-scheme/americas.ts';
import { NOT_LISTED } from '../../../src/policy/disclosed-relation.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { readProposal } from '../../../src/service/approval/list-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const data = async (token: string, query: string, variables: object = {}) => {
  const { status, body } = await endpoint.ask(token, query, variables);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data;
};

const PUBLISH = `mutation ($input: PublishWarningInput!) {
  publishWarning(input: $input) { warning { id } refusals { code message path remedy } }
}`;

const publish = async (token: string, changes: Parameters<typeof draft>[0] = {}): Promise<string> => {
  const { kind: _, ...input } = draft(changes);
  const { publishWarning } = await data(token, PUBLISH, { input });
  expect(publishWarning.refusals).toEqual([]);
  await endpoint.drain();
  return publishWarning.warning.id;
};

describe('what concerns only the caller, or everybody', () => {
  const ME =
    '{ me { member { slug name kind country } identity role person sectors communities mayPublish } }';

  test('me: the facts of this key only', async () => {
    expect(await data(await endpoint.token('cityHospital', 'analyst'), ME)).toEqual({
      me: {
        member: { slug: 'city-hospital', name: 'City Hospital', kind: 'OPERATOR', country: 'XA' },
        identity: (await endpoint.actor('cityHospital')).member.identity,
        role: 'ANALYST',
        person: 'city-hospital/analyst',
        sectors: ['health'],
        communities: ['health-circle'],
        mayPublish: false,
      },
    });
    const machine = await data(await endpoint.token('cyberAgency', 'publisher', null), ME);
    expect(machine.me).toMatchObject({ person: null, mayPublish: true });
  });

  test('the sector scheme is the same for everybody, and so is the contract', async () => {
    const query = `{ sectors {
      dependencies { provider dependent strength minHours maxHours }
      scheme { id name parent stix }
      definitions { id territory instrument sectors { code name subsectors mappings { sector predicate author date } } }
    } }`;
    const [one, other] = await Promise.all(
      [await endpoint.token('riverWater', 'reader'), await endpoint.token('xbCsirt', 'hub-operator')].map(
        (token) => data(token, query),
      ),
    );
    expect(one).toEqual(other);
    expect(one.sectors.scheme.length).toBeGreaterThan(20);
    expect(one.sectors.dependencies).toContainEqual({
      provider: 'energy/electricity',
      dependent: 'drinking-water',
      strength: 0.8,
      minHours: 12,
      maxHours: 24,
    });
    const { contract } = await data(
      await endpoint.token('riverWater', 'reader'),
      '{ contract { version sha256 } }',
    );
    const sdl = await endpoint.get(await endpoint.token('xbCsirt', 'hub-operator'), '/schema.graphql');
    expect(sdl.status).toBe(200);
    expect(contract).toEqual({
      version: expect.stringMatching(/^\d+\.\d+$/),
      sha256: createHash('sha256').update(sdl.body).digest('hex'),
    });
    expect(printSchema(buildSchema(sdl.body))).toBe(sdl.body.trimEnd());
    expect((await endpoint.get(null, '/schema.graphql')).status).toBe(401);
    const authorization = `Bearer ${await endpoint.token('riverWater', 'reader')}`;
    const posted = (headers: Record<string, string>) =>
      fetch(`${endpoint.url}/schema.graphql`, { method: 'POST', headers });
    expect(await (await posted({ authorization })).text()).toBe(sdl.body);
    const refused = await posted({});
    expect([refused.status, await refused.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'UNAUTHENTICATED' }),
    ]);
  });

  test('the heartbeat carries the hub’s time and nothing else', async () => {
    const authorization = `Bearer ${await endpoint.token('riverWater', 'reader')}`;
    const client = createClient({ url: `${endpoint.url}/graphql`, headers: { authorization } });
    for await (const event of client.iterate({ query: 'subscription { heartbeat }' })) {
      expect(event).toEqual({ data: { heartbeat: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) } });
      break;
    }
    client.dispose();
  });
});

describe('what two persons add to the words of the hub', () => {
  const operator = async (who: string): Promise<Actor> => ({
    ...(await endpoint.actor('cyberAgency', 'hub-operator', `cyber-agency/${who}`)),
    via: { way: 'PASSKEY', range: null },
  });
  const ask = async (kind: string, payload: object) =>
    propose(endpoint.hub, await operator('ann'), { kind, payload });
  const agree = async (id: string) => approve(endpoint.hub, await operator('bea'), id);
  const STATE = { code: 'XD', name: 'Δρυμός', latinName: 'Drymos' };
  const DEFINITION = {
    id: 'xd-3',
    territory: 'XD',
    instrument: 'Law 7 of 2029',
    source: 'https://law.example.xd/7',
    language: 'el',
    sectors: [
      {
        name: 'Ενέργεια',
        code: 'energeia',
        mappings: [{ sector: 'energy', predicate: 'closeMatch' }],
        subsectors: [{ name: 'Grid', mappings: [{ sector: 'energy/electricity', predicate: 'exactMatch' }] }],
      },
      { name: 'Lighthouses' },
    ],
  };

  test('a State is there once the second has said yes, and is never entered twice', async () => {
    const { hub } = endpoint;
    // Nothing is there before the second person has said yes.
    expect(codes(await ask('ADD_SECTOR_DEFINITION', DEFINITION))).toEqual([
      'STATE_UNKNOWN $.payload.territory',
    ]);
    expect(good(await ask('ADD_STATE', STATE)).state).toBe('OPEN');
    expect(await hub.definitions.states()).toEqual([]);
    good(await agree(good(await ask('ADD_STATE', STATE)).id));
    expect(codes(await ask('ADD_STATE', STATE))).toEqual(['DEFINITION_TAKEN $.payload.code']);
  });

  test('a definition is refused with what is wrong, and where', async () => {
    const { hub } = endpoint;
    for (const [changes, code] of [
      [{ id: 'energy' }, 'DEFINITION_TAKEN $.payload.id'],
      [{ id: 'eu-nis2' }, 'DEFINITION_TAKEN $.payload.id'],
      [{ id: 'a--b' }, 'PAYLOAD_MALFORMED $.payload.id'],
      [{ territory: 'Drymos' }, 'PAYLOAD_MALFORMED $.payload.territory'],
      [{ sectors: [{ name: 'Ενέργεια' }] }, 'PAYLOAD_MALFORMED $.payload.sectors[0].code'],
      [{ sectors: [{ name: 'A' }, { name: 'a' }] }, 'PAYLOAD_MALFORMED $.payload.sectors[1]'],
      [
        { sectors: [{ name: 'A', mappings: [{ sector: 'magic', predicate: 'exactMatch' }] }] },
        'SECTOR_UNKNOWN $.payload.sectors[0].mappings[0].sector',
      ],
    ] as const)
      expect(codes(await ask('ADD_SECTOR_DEFINITION', { ...DEFINITION, ...changes }))).toEqual([code]);
    expect(
      codes(
        await propose(
          hub,
          { ...(await operator('ann')), roles: ['member-admin'] },
          { kind: 'ADD_STATE', payload: STATE },
        ),
      ),
    ).toEqual(['ROLE_MAY_NOT $.kind']);
  });

  test('everybody reads a definition, which is added once and never changed', async () => {
    const { hub } = endpoint;
    // Proposed twice, it is added once.
    const [first, second] = [
      await ask('ADD_SECTOR_DEFINITION', DEFINITION),
      await ask('ADD_SECTOR_DEFINITION', DEFINITION),
    ];
    const shown = await readProposal(hub, await operator('bea'), good(first).id);
    expect(shown?.sentence).toContain('3 sectors, 1 of which map to none');
    expect(shown?.details).toContain('Ενέργεια / Grid: exactMatch energy/electricity');
    good(await agree(good(first).id));
    expect(codes(await agree(good(second).id))).toEqual(['DEFINITION_TAKEN $.payload.id']);
    const query = `{ states { code name latinName } node(id: "xd-3") { ... on SectorScheme { id territory } }
      sectors { definitions(scheme: "XD") { id sectors { code name subsectors mappings { sector predicate author } } } } }`;
    expect(await data(await endpoint.token('riverWater', 'reader'), query)).toEqual({
      states: [STATE],
      node: { id: 'xd-3', territory: 'XD' },
      sectors: {
        definitions: [
          {
            id: 'xd-3',
            sectors: [
              {
                code: 'energeia',
                name: 'Ενέργεια',
                subsectors: ['Grid'],
                mappings: [{ sector: 'energy', predicate: 'CLOSE_MATCH', author: 'XD' }],
              },
              { code: 'lighthouses', name: 'Lighthouses', subsectors: [], mappings: [] },
            ],
          },
        ],
      },
    });
  });

  test('one that a release brings later is shown once, as the release has it', async () => {
    const { hub } = endpoint;
    const given = { ...US_CISA, instrument: 'As operators gave it', addedAt: new Date() };
    await hub.database.transaction((session) => hub.definitions.addScheme(given, session));
    const query = `{ sectors { definitions(scheme: "${US_CISA.id}") { id instrument } } }`;
    expect(await data(await endpoint.token('riverWater', 'reader'), query)).toEqual({
      sectors: { definitions: [{ id: US_CISA.id, instrument: US_CISA.instrument }] },
    });
  });
});

describe('the publisher’s endpoints show only what it may know of others', () => {
  const PREVIEW = `query ($input: AudiencePreviewInput!) { audiencePreview(input: $input) {
    preview {
      receives { member { slug } reason { kind rule path hoursToEffect } }
      doesNotReceive { member { slug } because explanation }
      notListed
    }
    refusals { code }
  } }`;
  const asked = {
    input: { marking: 'GREEN', audience: { alternatives: [{ sectors: ['energy/electricity'] }] } },
  };
  const DELIVERIES = `query ($id: ID!) { warning(id: $id) {
    deliveries { notListed edges { node { id member { slug } state reason { kind rule path hoursToEffect } } } }
    myDelivery { id }
  } }`;

  /**
   * The hospital declares that it depends on the grid, and its buffer: both are private to it (I9). The public matrix reaches
   * it too, and that is what its publisher sees (I32).
   */
  const PUBLIC = {
    kind: 'DEPENDENCY',
    rule: 'Sector energy/electricity is hit; your sector health depends on it (HIGH, felt within about 24 h).',
    path: ['energy/electricity', 'health'],
    hoursToEffect: 24,
  };

  test('the preview names recipients and reasons, but no declared dependency', async () => {
    const { audiencePreview } = await data(await endpoint.token('cyberAgency'), PREVIEW, asked);
    const { receives, doesNotReceive } = audiencePreview.preview;
    const hospital = receives.find(
      ({ member }: { member: { slug: string } }) => member.slug === 'city-hospital',
    );
    expect(hospital.reason).toEqual(PUBLIC);
    const slugs = [...receives, ...doesNotReceive].map(({ member }) => member.slug);
    expect(slugs.sort()).toEqual(
      'city-hospital energy-centre metro-rail north-grid river-water small-gas south-grid'.split(' '),
    );
    expect(doesNotReceive).toEqual([
      {
        member: { slug: 'metro-rail' },
        because: 'OPTED_OUT_OF_CASCADE',
        explanation: 'The default matrix alone would include it, and it has opted out of that.',
      },
    ]);
    expect(audiencePreview.preview.notListed).toBe(NOT_LISTED);
    const refused = await data(await endpoint.token('riverWater'), PREVIEW, asked);
    expect(refused.audiencePreview).toEqual({
      preview: null,
      refusals: [{ code: 'MEMBER_MAY_NOT_PUBLISH' }],
    });
  });

  test('deliveries are for the publisher; a recipient sees its own, with the full reason', async () => {
    const id = await publish(await endpoint.token('cyberAgency'));
    const { warning } = await data(await endpoint.token('cyberAgency'), DELIVERIES, { id });
    const nodes: { id: string; member: { slug: string }; reason: object }[] = warning.deliveries.edges.map(
      ({ node }: { node: unknown }) => node,
    );
    const sent = nodes.find(({ member }) => member.slug === 'city-hospital');
    expect(sent?.reason).toEqual(PUBLIC);
    expect(warning.deliveries.notListed).toBe(NOT_LISTED);
    const hospital = await endpoint.token('cityHospital', 'analyst');
    const own = await data(hospital, DELIVERIES, { id });
    expect(own.warning).toEqual({ deliveries: null, myDelivery: { id: sent?.id } });
    const NODE = `query ($id: ID!) { node(id: $id) { id ... on Delivery { reason { rule hoursToEffect } } } }`;
    const byId = await data(hospital, NODE, { id: sent?.id });
    expect(byId.node.reason.rule).toContain('you declared that you depend on it');
    const grid = await endpoint.token('northGrid', 'analyst');
    const absent = await data(grid, NODE, {
      id: sent?.id?.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    });
    expect(await data(grid, NODE, { id: sent?.id })).toEqual(absent);
    expect(absent).toEqual({ node: null });
  });
});

describe('the WebSocket', () => {
  const open = (token: string) =>
    createSocketClient({
      url: `${endpoint.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${token}` },
    });
  const NEW = 'subscription { warningReceived { node { headline whyMe { kind } } } }';

  test('delivers what its reader may see, and nothing without a key', async () => {
    const client = open(await endpoint.token('northGrid', 'analyst'));
    const items = client.iterate<{ warningReceived: { node: object } }>({ query: NEW });
    const first = items.next();
    while (endpoint.broker.counts().streams === 0) await new Promise((resolve) => setImmediate(resolve));
    await publish(await endpoint.token('cyberAgency'), {
      headline: 'For water',
      audience: { alternatives: [{ sectors: ['drinking-water'] }], excludes: [] },
      marking: 'AMBER',
    });
    await publish(await endpoint.token('cyberAgency'), { headline: 'For the grid' });
    await endpoint.broker.wake();
    const { value } = await first;
    expect(value.data.warningReceived.node).toEqual({ headline: 'For the grid', whyMe: { kind: 'DIRECT' } });
    await items.return?.();
    await client.dispose();
    const nobody = open('toc_hub_none');
    await expect(nobody.iterate({ query: NEW }).next()).rejects.toMatchObject({ code: 4403 });
    await nobody.dispose();
  });

  test('is refused to a page of another origin', async () => {
    const socket = new WebSocket(`${endpoint.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      origin: 'https://elsewhere.example',
    });
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('403');
  });
});
