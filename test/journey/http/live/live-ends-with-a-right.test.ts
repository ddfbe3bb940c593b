// Whoever loses a right without a notice is told by the end of what they have open, and comes back behind what they had; nobody
// else hears of it. A screen knows from then on that what it shows may not be theirs any more.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createCommunity } from '../../../../src/service/community/keep-community.ts';
import {
  inviteToCommunity,
  joinCommunity,
  leaveCommunity,
} from '../../../../src/service/community/memberships.ts';
import { changeMember } from '../../../../src/service/member/change-member.ts';
import { CAST, type CastName } from '../../../support/cast.ts';
import type { TestEndpoint } from '../../../support/endpoint.ts';
import {
  eventClient,
  openLiveEndpoint,
  publishAll,
  publishAs,
  RECEIVED,
  type Received,
  socketClient,
  streamsOpen,
} from '../../../support/live.ts';
import { good } from '../../../support/outcome.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  ({ endpoint } = await openLiveEndpoint());
});
afterAll(() => endpoint.close());

type Client = ReturnType<typeof eventClient> | ReturnType<typeof socketClient>;

/** Reads until the stream ends. */
const listen = (client: Client, after: string | null = null) => {
  const heard: string[] = [];
  let resumeAfter: string | null = null;
  const ended = (async (): Promise<string> => {
    for await (const { data, errors } of client.iterate<Received>({
      query: RECEIVED,
      variables: { after },
    })) {
      if (data?.warningReceived !== undefined) heard.push(data.warningReceived.node.headline);
      const extensions = errors?.[0]?.extensions as { code: string; resumeAfter: string } | undefined;
      if (extensions === undefined) continue;
      resumeAfter = extensions.resumeAfter;
      return extensions.code;
    }
    return 'COMPLETE';
  })();
  return { heard, ended, resumeAfter: () => resumeAfter };
};

const analystOf = async (name: CastName) => endpoint.token(name, 'analyst');
const both = async (name: CastName): Promise<Client[]> => {
  const key = await analystOf(name);
  return [eventClient(endpoint, key), socketClient(endpoint, key)];
};
const publish = (headline: string, audience: object): Promise<void> =>
  publishAs(endpoint, {
    headline,
    marking: 'AMBER',
    audience: { alternatives: [audience], excludes: [] },
    allowEmptyAudience: true,
  });

const community = async (slug: string, rule: object | null): Promise<void> => {
  const operator = await endpoint.actor('cyberAgency', 'hub-operator');
  const given = { slug, name: slug, roll: 'PARTNERSHIP', managers: [CAST.energyCentre.slug] } as const;
  good(await createCommunity(endpoint.hub, operator, { ...given, rule }));
};

const CIRCLE = 'night-circle';
const byHand = async (): Promise<() => Promise<unknown>> => {
  await community(CIRCLE, null);
  const manager = await endpoint.actor('energyCentre', 'manager');
  const joining = await endpoint.actor('northGrid', 'manager');
  const [slug, member] = [CIRCLE, CAST.northGrid.slug];
  const { code } = good(await inviteToCommunity(endpoint.hub, manager, { community: slug, member }));
  good(await joinCommunity(endpoint.hub, joining, { community: slug, code }));
  return async () => good(await leaveCommunity(endpoint.hub, joining, slug));
};
const byRule = async (): Promise<() => Promise<unknown>> => {
  await community('of-xa', { countries: ['XA'], kinds: ['OPERATOR'] });
  const operator = await endpoint.actor('cyberAgency', 'hub-operator');
  return async () => good(await changeMember(endpoint.hub, operator, CAST.northGrid.slug, { country: 'XB' }));
};

test.each([
  ['left', CIRCLE, byHand],
  ['whose rule does not fit its member any more', 'of-xa', byRule],
] as const)(
  'a community %s ends the streams of that member alone, which go on behind it',
  async (_, slug, prepare) => {
    const take = await prepare();
    const others = (await both('southGrid')).map((client) => ({ client, stream: listen(client) }));
    const losing = (await both('northGrid')).map((client) => ({ client, stream: listen(client) }));
    await streamsOpen(endpoint, 4);
    await publish('To the community', { communities: [slug] });
    await publish('To the sector', { sectors: ['energy'] });
    await take();
    for (const { stream } of losing) {
      expect(await stream.ended).toBe('RIGHTS_CHANGED');
      expect(stream.heard).toEqual(['To the community', 'To the sector']);
    }
    await streamsOpen(endpoint, 2);
    await publish('To the community without it', { communities: [slug] });
    await publish('While it was away', { sectors: ['energy'] });
    // By the same socket: whoever stays is let in.
    const again = losing.map(({ client, stream }) => listen(client, stream.resumeAfter()));
    await streamsOpen(endpoint, 4);
    await publish('Afterwards', { sectors: ['energy'] });
    for (const { client } of [...others, ...losing]) await client.dispose();
    for (const stream of again) {
      expect(await stream.ended).toBe('COMPLETE');
      expect(stream.heard).toEqual(['While it was away', 'Afterwards']);
    }
    for (const { stream } of others) {
      expect(await stream.ended).toBe('COMPLETE');
      expect(stream.heard).toEqual(['To the sector', 'While it was away', 'Afterwards']);
    }
    await streamsOpen(endpoint, 0);
  },
);

test('whoever only gains something reads on', async () => {
  const [client] = await both('metroRail');
  if (client === undefined) throw new Error('no client');
  const stream = listen(client);
  await streamsOpen(endpoint, 1);
  const operator = await endpoint.actor('cyberAgency', 'hub-operator');
  const sectors = [...CAST.metroRail.sectors, 'space'];
  good(await changeMember(endpoint.hub, operator, CAST.metroRail.slug, { sectors }));
  await publishAll(endpoint, 'To nobody new');
  await publish('To what it gained', { sectors: ['space'] });
  client.dispose();
  await streamsOpen(endpoint, 0);
  expect(await stream.ended).toBe('COMPLETE');
  expect(stream.heard).toContain('To what it gained');
});
