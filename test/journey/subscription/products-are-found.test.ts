// By which products a subscription finds a warning: of software objects and of CVEs that each reader has, also where the publisher
// stays unnamed, and never by what would tell who that is.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { NOTHING_STATED } from '../../../src/domain/iep/stated-handling.ts';
import type { Actor } from '../../../src/domain/member.ts';
import type { ProductFilter } from '../../../src/domain/subscription/subscription.ts';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

const now = new Date('2030-01-07T09:00:00.000Z');
let world: TestEndpoint;
let mailbox: Mailbox;
let mail: Endpoint;
let token: string;
let ann: Actor;
beforeAll(async () => {
  mailbox = openMailbox(() => now);
  world = await openTestEndpoint({ clock: { now: () => now }, outbound: mailbox.outbound });
  await world.drain();
  await letSignIn(world, 'south-grid/ann');
  ann = await world.actor('southGrid', 'analyst', 'south-grid/ann');
  token = await world.token('southGrid', 'analyst');
  mail = await plantEndpoint(world, 'southGrid', {
    ...{ channel: 'MAIL', address: 'ann@mail.example', person: ann.person },
    ...{ form: 'FULL', ceiling: 'GREEN' },
  });
  const dateAdded = '2029-12-30';
  const vulnerabilities = [
    { cveID: 'CVE-2029-0001', dateAdded, vendorProject: 'Remote Works', product: 'Switch Panel' },
    { cveID: 'CVE-2029-0003', dateAdded, vendorProject: CAST.northGrid.name, product: 'Relay' },
  ];
  await refreshSet(world.hub, 'kev', {
    'kev/known-exploited.json': JSON.stringify({ catalogVersion: '2030.01.01', vulnerabilities }),
  });
  await world.drain();
});
afterAll(() => world.close());

const publish = (headline: string, changes: object = {}, by: CastName = 'northGrid'): Promise<string> =>
  publishBy(world, by, { headline, audience: to('southGrid'), ...changes });
const QUERY = `query P($input: PreviewSubscriptionInput!) { subscriptionPreview(input: $input) {
  preview { inWords messages { warnings { headline } } } refusals { code } } }`;
const previewed = async (...products: readonly ProductFilter[]) => {
  const input = { filter: { products }, cadence: 'AT_ONCE', mostPerHour: 60 };
  const { body } = await world.ask(token, QUERY, { input });
  expect(body.errors).toBeUndefined();
  return body.data.subscriptionPreview.preview;
};
type Message = { readonly warnings: readonly { readonly headline: string }[] };
const found = async (...products: readonly ProductFilter[]): Promise<string[]> =>
  (await previewed(...products)).messages
    .flatMap(({ warnings }: Message) => warnings.map(({ headline }) => headline))
    .sort();
const software = (vendor: string, name: string, more: object = {}) =>
  made('software', { vendor, name, ...more });
const ofCve = (id: string) => ({ externalReferences: [{ source: 'cve', id, url: null }] });
const UNNAMED = { handling: { ...NOTHING_STATED, providerAttribution: 'MUST_NOT' } };

test('a CVE that the catalogue knows names its product, in the preview and in earnest', async () => {
  const products = [{ cpe: 'cpe:2.3:h:remoteworks:switch_panel:4.5:*:*:*:*:*:*:*' }];
  const draft = { name: 'Panels', endpoint: mail.id, cadence: 'AT_ONCE', filter: { products } } as const;
  good(await createSubscription(world.hub, ann, draft));
  await publish('Panel under attack', ofCve('CVE-2029-0001'));
  await publish('Of another', ofCve('CVE-2029-0002'));
  await drainChannels(world.hub);
  expect(mailbox.mails.map(({ subject }) => subject.includes('Panel under attack'))).toEqual([true]);
  expect(await found(...products)).toEqual(['Panel under attack']);
  expect(await found({ vendor: 'remote works', product: 'switch panel' })).toEqual(['Panel under attack']);
  expect(await found({ vendor: 'Remote Works', product: 'Other' })).toEqual([]);
});

test('the preview says what is not found, where it asks for products', async () => {
  await publish('Words alone', { summary: 'Paper Mill by Paper Ltd fails.' });
  const asked = await previewed({ vendor: 'Paper Ltd' });
  expect(asked.messages).toEqual([]);
  expect(asked.inWords).toContain('not found is what only a text names.');
  expect((await previewed()).inWords).not.toContain('not found');
});

test('a publisher that stays unnamed is found by the products that its readers are shown', async () => {
  const valve = software('Valve Works', 'Valve One');
  await publish('Unnamed valve', { ...UNNAMED, bundle: bundleOf(valve) });
  await publish('Unnamed panel', { ...UNNAMED, ...ofCve('CVE-2029-0001') });
  expect(await found({ vendor: 'valve works' })).toEqual(['Unnamed valve']);
  expect(await found({ product: 'switch panel' })).toContain('Unnamed panel');
});

test('and by nothing that tells who it is', async () => {
  const publishers = ['northGrid', 'cyberAgency'] as const;
  const names = publishers.map((by) => CAST[by].name);
  // Each publishes the same of both: a product that one of them makes, and one that the other does.
  for (const by of publishers) {
    const own = names.map((name, at) => software(name, `Own tool ${at}`));
    await publish(
      `By ${by === 'northGrid' ? 'one' : 'another'}`,
      { ...UNNAMED, bundle: bundleOf(...own) },
      by,
    );
  }
  for (const [at, name] of names.entries()) {
    // What names its own publisher is withheld with the object, so it is found by the other's alone.
    const other = at === 0 ? 'By another' : 'By one';
    expect(await found({ vendor: name })).toEqual([other]);
    expect(await found({ product: `own tool ${at}` })).toEqual([other]);
  }
  // What the catalogue says of a CVE that readers are shown is the same whoever names it.
  for (const by of publishers) await publish(`Flaw ${by}`, { ...UNNAMED, ...ofCve('CVE-2029-0003') }, by);
  expect(await found({ vendor: CAST.northGrid.name, product: 'relay' })).toEqual([
    'Flaw cyberAgency',
    'Flaw northGrid',
  ]);
});
