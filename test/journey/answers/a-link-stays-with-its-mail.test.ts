// A reminder by mail brings a link that answers for whoever has it: it is in that mail alone, not in the log of what was sent, and
// ends with the address that it went to.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attemptsOf, readLog, textsOf } from '../../../src/service/channel/log/read-log.ts';
import { behindAnswerLink } from '../../../src/service/delivery/answer-link.ts';
import { remindMembers } from '../../../src/service/reminder/remind-members.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

const HOUR_MS = 3_600_000;
let now = new Date('2030-01-07T09:00:00.000Z');
let world: TestHub;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = openMailbox(() => now);
  world = await openTestHub({ clock: { now: () => now }, outbound: mailbox.outbound });
  await world.drain();
});
afterAll(() => world.close());

const FILTER = { endpoint: null, states: null, from: null, until: null };
const logged = async (): Promise<string[]> => {
  const admin = await world.actor('northGrid', 'member-admin');
  const page = good(await readLog(world.hub, admin, FILTER, { first: 20, after: null }));
  const attempts = await attemptsOf(world.hub, admin, page.deliveries);
  return (await textsOf(world.hub, attempts.flat())).map(({ request }) => request ?? '');
};

test('the log has the mail without its link, which works until its address is disabled', async () => {
  const { id } = await plantEndpoint(world, 'northGrid', {
    channel: 'MAIL',
    address: 'desk@north.example',
    form: 'FULL',
  });
  const answerBy = new Date(now.getTime() + 10 * HOUR_MS).toISOString();
  const asked = { level: 'RECOMMENDATION', answerBy, audience: to('northGrid') } as const;
  await publishBy(world, 'cyberAgency', asked);
  now = new Date(now.getTime() + 6 * HOUR_MS);
  await remindMembers(world.hub);
  await world.drain();
  const mail = mailbox.mails.find(({ text }) => text.includes('/answer?link='));
  const token = /link=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const behind = async () => (await behindAnswerLink(world.hub, token, null)).ok;
  expect(await behind()).toBe(true);
  const texts = await logged();
  expect(texts.some((text) => text.includes('An answer is asked for'))).toBe(true);
  const rows = JSON.stringify(await world.hub.attempts.rows.find({}).toArray());
  expect([texts.join('\n').includes(token), rows.includes(token)]).toEqual([false, false]);

  // As an earlier release logged it.
  const url = `https://hub.example/answer?link=${token}`;
  await world.hub.attempts.rows.updateMany({}, { $set: { request: `Answer it:\n${url}` } });
  expect((await logged()).join('\n')).not.toContain(token);

  await world.hub.database.transaction((session) => world.hub.endpoints.disable(id, 'BOUNCED', session));
  expect(await behind()).toBe(false);
});
