// Everything in an event of a stream is decided for the reader as of then, with nothing that was read for an earlier event:
// a stream stays open for hours, and rights end meanwhile (I8).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CAST } from '../../../support/cast.ts';
import type { TestEndpoint } from '../../../support/endpoint.ts';
import { eventClient, openLiveEndpoint, publishAs, streamsOpen } from '../../../support/live.ts';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  ({ endpoint, token } = await openLiveEndpoint());
});
afterAll(() => endpoint.close());

const DEEP = `subscription { warningReceived { node { headline
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

test('what a member may no longer read is missing from the next event of an open stream', async () => {
  await publish('To the sector', { sectors: ['energy/electricity'] });
  const client = eventClient(endpoint, token);
  const events = client.iterate<Deep>({ query: DEEP });
  const held = async (headline: string): Promise<string[]> => {
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
  expect((await held('By name')).toSorted()).toEqual(['By name', 'To the sector']);
  await endpoint.hub.members.save({ ...CAST.northGrid, sectors: ['food'] });
  expect((await held('Later')).toSorted()).toEqual(['By name', 'Later']);
  client.dispose();
});
