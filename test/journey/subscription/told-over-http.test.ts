// Subscriptions over HTTP, by the link in a mail, and on the command line.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { columnsOf } from '../../../src/exchange/text/columns.ts';
import { unsubscribeToken } from '../../../src/service/channel/unsubscribe-address.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { hubEnvironment, startProcess } from '../../support/processes.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';

let world: TestEndpoint;
let key: string;
let mail: Endpoint;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  world = await openTestEndpoint();
  await letSignIn(world, 'south-grid/ann');
  key = await world.token('southGrid', 'analyst', 'south-grid/ann');
  const person = (await world.actor('southGrid', 'analyst', 'south-grid/ann')).person;
  mail = await plantEndpoint(world, 'southGrid', { channel: 'MAIL', address: 'ann@mail.example', person });
  env = { ...(await hubEnvironment(world)), TOCSIN_URL: world.url, TOCSIN_KEY: key, COLUMNS: '100' };
});
afterAll(() => world.close());

const SHOWN = `id name state cadence hour weekday timeZone mostPerHour quietFrom quietUntil pausedUntil expiresAt
  nextDigestAt isOfMember endpoint filter { sectors kinds severities urgencies certainties countries communities publishers
  products { vendor product cpe } text directOnly exercise }`;
const DONE = `{ subscription { ${SHOWN} } refusals { code path } }`;
const act = async (name: string, type: string, input: object, token = key) => {
  const query = `mutation ($input: ${type}!) { result: ${name}(input: $input) ${DONE} }`;
  return (await world.ask(token, query, { input })).body.data.result;
};

describe('over HTTP', () => {
  test('a subscription is made, changed, paused, resumed and ended, and read by whose it is alone', async () => {
    const filter = {
      sectors: ['energy'],
      severities: ['SEVERE'],
      publishers: ['north-grid'],
      products: [{ vendor: 'Example' }],
      directOnly: true,
    };
    const input = {
      name: 'Power',
      endpoint: mail.id,
      filter,
      cadence: 'WEEKLY',
      weekday: 5,
      timeZone: 'Asia/Tokyo',
    };
    const { subscription } = await act('createSubscription', 'CreateSubscriptionInput', input);
    expect(subscription).toMatchObject({ state: 'ACTIVE', cadence: 'WEEKLY', hour: 8, isOfMember: false });
    expect(subscription.filter).toMatchObject({
      sectors: ['energy'],
      directOnly: true,
      kinds: [],
      text: null,
    });
    const { id } = subscription;
    const quietHours = { from: '22:00', until: '06:00' };
    const changed = await act('changeSubscription', 'ChangeSubscriptionInput', { id, quietHours });
    expect(changed.subscription).toMatchObject({ quietFrom: '22:00', quietUntil: '06:00', name: 'Power' });
    const paused = await act('pauseSubscription', 'PauseSubscriptionInput', { id });
    expect(paused.subscription).toMatchObject({ state: 'PAUSED', nextDigestAt: null });
    expect((await act('resumeSubscription', 'ResumeSubscriptionInput', { id })).subscription.state).toBe(
      'ACTIVE',
    );
    const node = `query ($id: ID!) { node(id: $id) { ... on WarningSubscription { name } } subscriptions { name } }`;
    expect((await world.ask(key, node, { id })).body.data).toEqual({
      node: { name: 'Power' },
      subscriptions: [{ name: 'Power' }],
    });
    const other = await world.token('southGrid', 'member-admin', 'south-grid/bo');
    expect((await world.ask(other, node, { id })).body.data).toEqual({ node: null, subscriptions: [] });
    expect(await act('endSubscription', 'EndSubscriptionInput', { id }, other)).toEqual({
      subscription: null,
      refusals: [{ code: 'NOT_FOUND', path: '$.id' }],
    });
    expect((await act('endSubscription', 'EndSubscriptionInput', { id })).subscription.state).toBe('ENDED');
  });

  test('a publisher sees care and effect, and readers say what they think', async () => {
    const publisher = await world.token('northGrid', 'publisher');
    const id = await publishBy(world, 'northGrid', { audience: to('southGrid', 'riverWater') });
    const care = `{ audiencePreview(input: { marking: GREEN, audience: { alternatives: [{ sectors: ["space"] }] } }) {
      preview { care { code path message } } } }`;
    expect((await world.ask(publisher, care)).body.data.audiencePreview.preview.care).toEqual([
      {
        code: 'AUDIENCE_REACHES_NOBODY',
        path: '$.audience',
        message: 'Nobody that you may know of receives it.',
      },
    ]);
    const span = 'since: "2020-01-01T00:00:00Z", until: "2020-02-01T00:00:00Z"';
    const effect = `{ effect(input: { ${span} }) { cells { sector channel steps { step medianMinutes p90Minutes } }
      refusals { code } } }`;
    expect((await world.ask(publisher, effect)).body.data.effect).toEqual({ cells: [], refusals: [] });
    const said = `mutation ($id: ID!) { giveFeedback(input: { warning: $id, isUseful: true, sighting: SEEN_WITH_DETAILS,
      details: "At two stations." }) { isNoted refusals { code } } }`;
    expect((await world.ask(key, said, { id })).body.data.giveFeedback).toEqual({
      isNoted: true,
      refusals: [],
    });
    const read = `query ($id: ID!) { warning(id: $id) { feedback { seenBy usefulPercent
      details { member { slug } text } own { isUseful sighting details } } } }`;
    const details = [{ member: { slug: 'south-grid' }, text: 'At two stations.' }];
    const none = { seenBy: null, usefulPercent: null, own: null };
    expect((await world.ask(publisher, read, { id })).body.data.warning.feedback).toEqual({
      ...none,
      details,
    });
    expect((await world.ask(key, read, { id })).body.data.warning.feedback).toEqual({
      ...none,
      details: [],
      own: { isUseful: true, sighting: 'SEEN_WITH_DETAILS', details: 'At two stations.' },
    });
    // Nobody else's, and of nobody whom it is not.
    const other = await world.token('riverWater', 'analyst');
    expect((await world.ask(other, read, { id })).body.data.warning.feedback).toEqual({
      ...none,
      details: [],
    });
    const page = async (token: string) => {
      const answered = await fetch(`${world.url}/warnings/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return answered.text();
    };
    expect(await page(key)).toMatch(
      /What your organisation said of it:\n- .* UTC: useful, seen here: “At\s+two\s+stations.”/,
    );
    expect(await page(other)).not.toContain('What your organisation said of it');
    const nothing = `mutation ($id: ID!) { giveFeedback(input: { warning: $id }) { isNoted } }`;
    await world.ask(key, nothing, { id });
    expect((await world.ask(key, read, { id })).body.data.warning.feedback.own).toBeNull();
  });
});

describe('the link in a mail', () => {
  const at = (token: string, method: 'GET' | 'POST') =>
    fetch(`${world.url}/unsubscribe/${token}`, {
      method,
      ...(method === 'POST' ? { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) } : {}),
    });
  test('shows by GET, and stops by POST; another is answered alike', async () => {
    const { subscription } = await act('createSubscription', 'CreateSubscriptionInput', {
      name: 'All',
      endpoint: mail.id,
    });
    const stateOf = async () => (await world.hub.subscriptions.byId(subscription.id))?.state;
    const token = unsubscribeToken(world.hub, mail.id);
    const shown = await at(token, 'GET');
    expect([shown.status, await stateOf()]).toEqual([200, 'ACTIVE']);
    expect(await shown.text()).toContain(`action="/unsubscribe/${token}"`);
    const forged = token.replace(/\.(.)/, (_, first: string) => (first === 'A' ? '.B' : '.A'));
    const of = async (response: Response) => [response.status, await response.text()];
    const answers = [await of(await at(forged, 'POST')), await of(await at('x%22%3E<b>', 'POST'))];
    expect(await stateOf()).toBe('ACTIVE');
    const stopped = await of(await at(token, 'POST'));
    expect(await stateOf()).toBe('UNSUBSCRIBED');
    expect(new Set([...answers, stopped].map((each) => each.join())).size).toBe(1);
    const escaped = await at('x%22%3E%3Cb%3E', 'GET');
    expect(await escaped.text()).not.toContain('<b>');
  });
});

describe('on the command line', () => {
  const run = async (...args: string[]): Promise<{ readonly text: string; readonly code: number }> => {
    const process = startProcess('src/cli/main.ts', env, ['subscription', ...args]);
    const code = await process.ended();
    const lines = process.said();
    expect(lines.filter((line) => columnsOf(line) > 100)).toEqual([]);
    return { text: lines.join('\n'), code: code ?? -1 };
  };
  test('a subscription is tried, made and ended', async () => {
    const tried = await run('preview', '--severity', 'severe', '--cadence', 'at-once', '--per-hour', '5');
    expect(tried.text).toContain('would have sent you 1 message: 1 by themselves, 0 digests with 0 items.');
    const made = await run(
      'new',
      '--name',
      'Desk',
      '--endpoint',
      mail.id,
      '--weekday',
      'friday',
      '--quiet',
      '22:00-06:30',
    );
    const [, id = ''] = /(subscription--\S+)/.exec(made.text) ?? [];
    expect(made.text).toContain('Desk is active: daily at 08:00 UTC.');
    expect((await run('pause', id, '--until', '2040-01-01')).text).toContain('is paused until');
    expect((await run('list')).text).toContain('Desk, yours: paused, daily at 08:00 UTC');
    expect((await run('end', id)).code).toBe(0);
    const refused = await run('resume', id);
    expect([refused.code, refused.text.includes('SUBSCRIPTION_ENDED')]).toEqual([1, true]);
  });
});
