// Everything in an event of a stream is decided for the reader as of then, with nothing that was read for an earlier event:
// a stream stays open for hours, and rights end meanwhile (I8). Readers who are sent the same bytes are each shown their own.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ExecutionResult } from 'graphql-sse';
import { CAST } from '../../../support/cast.ts';
import type { TestEndpoint } from '../../../support/endpoint.ts';
import {
  eventClient,
  openLiveEndpoint,
  publishAs,
  socketClient,
  streamsOpen,
} from '../../../support/live.ts';
import { eventually } from '../../../support/processes.ts';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  ({ endpoint, token } = await openLiveEndpoint());
});
afterAll(() => endpoint.close());

const DEEP = `subscription Deep($after: String) { warningReceived(after: $after) { node { headline
  objects(first: 9) { edges { node { type warnings(first: 9) { edges { node { headline } } } } } } } } }`;

type Held = {
  readonly node: {
    readonly type: string;
    readonly warnings: { readonly edges: readonly { readonly node: { readonly headline: string } }[] };
  };
};
type Deep = {
  readonly warningReceived: { readonly node: { readonly objects: { readonly edges: readonly Held[] } } };
};

const VULNERABILITY = {
  type: 'vulnerability',
  spec_version: '2.1',
  id: 'vulnerability--6c7c2f5e-6a52-4a4d-9d2e-1f0b8f3f9f01',
  created: '2026-11-01T00:00:00.000Z',
  modified: '2026-11-01T00:00:00.000Z',
  name: 'CVE-2026-1001',
};

const publish = (headline: string, audience: object): Promise<void> =>
  publishAs(endpoint, {
    headline,
    marking: 'AMBER',
    bundle: {
      type: 'bundle',
      id: 'bundle--6c7c2f5e-6a52-4a4d-9d2e-1f0b8f3f9f02',
      objects: [VULNERABILITY],
    },
    audience: { alternatives: [audience], excludes: [] },
  });

test('what a member may no longer read ends its stream, and is missing from the next event', async () => {
  await publish('To the sector', { sectors: ['energy/electricity'] });
  const client = eventClient(endpoint, token);
  const held = async (
    events: AsyncIterator<ExecutionResult<Deep, unknown>>,
    headline: string,
  ): Promise<string[]> => {
    const next = events.next();
    // A refused subscription ends the test at once, with its reason.
    await Promise.race([streamsOpen(endpoint, 1), next]);
    await publish(headline, { members: [CAST.northGrid.slug] });
    const { value } = await next;
    expect(value?.errors).toBeUndefined();
    const objects: readonly Held[] = value?.data?.warningReceived.node.objects.edges ?? [];
    return objects.flatMap(({ node }) =>
      node.type === 'vulnerability' ? node.warnings.edges.map((each) => each.node.headline) : [],
    );
  };
  const before = client.iterate<Deep>({ query: DEEP });
  expect((await held(before, 'By name')).toSorted()).toEqual(['By name', 'To the sector']);
  await endpoint.hub.members.save({ ...CAST.northGrid, sectors: ['food'] });
  const { value: last } = await before.next();
  const { code, resumeAfter } = last?.errors?.[0]?.extensions ?? {};
  expect(code).toBe('RIGHTS_CHANGED');
  const events = client.iterate<Deep>({ query: DEEP, variables: { after: resumeAfter } });
  expect((await held(events, 'Later')).toSorted()).toEqual(['By name', 'Later']);
  client.dispose();
});

const SHOWN =
  'id headline effectiveUrgency publisher { name } marking markingInWords whyMe { kind rule isKnownToPublisher }';
const OWN = `${SHOWN} sources { marking publishedAt } known { inWords }`;

type Event = {
  readonly data?: { readonly warningReceived: { readonly node: { readonly id: string } } } | null;
};

test('each reader is shown what a query shows it, though most are sent the same buffer', async () => {
  const hospital = await endpoint.token('cityHospital', 'analyst');
  const second = await endpoint.token('northGrid', 'reader');
  const readers = [token, second, token, hospital].flatMap((key) =>
    [SHOWN, OWN].flatMap((fields) => {
      const query = `subscription { warningReceived { node { ${fields} } } }`;
      return [eventClient(endpoint, key), socketClient(endpoint, key)].map((client) => ({
        key,
        fields,
        client,
        next: client.iterate({ query }).next(),
      }));
    }),
  );
  await streamsOpen(endpoint, readers.length);
  // To the one directly; to the other since it depends on the first's sector.
  const audience = { alternatives: [{ sectors: ['energy/electricity'] }], excludes: [] };
  await publishAs(endpoint, { headline: 'To whom it concerns', marking: 'GREEN', audience });
  const shown = await Promise.all(
    readers.map(async ({ key, fields, next }) => {
      const { data } = (await next).value as Event;
      const node = data?.warningReceived.node;
      const query = `query W($id: ID!) { warning(id: $id) { ${fields} } }`;
      const { body } = await endpoint.ask(key, query, { id: node?.id });
      expect(node).toEqual(body.data.warning);
      return JSON.stringify(node);
    }),
  );
  // Two documents, two reasons.
  expect(new Set(shown).size).toBe(4);
  for (const { client } of readers) void client.dispose();
  await streamsOpen(endpoint, 0);
});

test('of two persons of one member only the named one is sent what is TLP:RED', async () => {
  const named = await endpoint.actor('northGrid', 'analyst');
  const key = (person: string | null) => endpoint.token('northGrid', 'analyst', person);
  const readers = [await key(named.person), await key('north-grid/other')].map((each) => {
    const client = eventClient(endpoint, each);
    const heard: string[] = [];
    void (async () => {
      for await (const { data } of client.iterate<{ warningReceived: { node: { headline: string } } }>({
        query: 'subscription { warningReceived { node { headline } } }',
      }))
        heard.push(String(data?.warningReceived.node.headline));
    })();
    return { client, heard };
  });
  await streamsOpen(endpoint, 2);
  const to = (alternative: object) => ({ alternatives: [alternative], excludes: [] });
  const one = to({ persons: [named.person ?? ''] });
  await publishAs(endpoint, { headline: 'For one', marking: 'RED', audience: one });
  await publishAs(endpoint, { headline: 'For all', marking: 'GREEN' });
  await eventually('both heard the last', async () =>
    readers.every(({ heard }) => heard.at(-1) === 'For all'),
  );
  expect(readers.map(({ heard }) => heard)).toEqual([['For one', 'For all'], ['For all']]);
  for (const { client } of readers) client.dispose();
  await streamsOpen(endpoint, 0);
});
