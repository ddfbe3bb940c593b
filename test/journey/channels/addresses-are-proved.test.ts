// Who registers an address has to read there what proves it; strangers get a few challenges at most; nobody uses up what others need.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { challengeCode } from '../../../src/service/channel/challenge-code.ts';
import { addMailAddress, type MailDraft } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import {
  challengeEndpoint,
  changeEndpoint,
  proveEndpoint,
  removeEndpoint,
  testEndpoint,
} from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { suppress } from '../../../src/service/channel/endpoint/suppress.ts';
import { attemptsOf, readLogged, textsOf } from '../../../src/service/channel/log/read-log.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

let now = new Date('2030-01-07T09:00:00.000Z');
let world: TestHub;
let mailbox: Mailbox;
const ANN = 'north-grid/ann';
beforeAll(async () => {
  mailbox = openMailbox(() => now);
  world = await openTestHub({ clock: { now: () => now }, outbound: mailbox.outbound });
  await letSignIn(world, ANN);
  await world.drain();
});
afterAll(() => world.close());

const DRAFT: MailDraft = {
  address: 'stranger@elsewhere.example',
  label: 'mine',
  form: 'FULL',
  ceiling: 'GREEN',
  isOwn: true,
  certificate: null,
};
const ann = () => world.actor('northGrid', 'reader', ANN);
const admin = () => world.actor('northGrid', 'member-admin');
const mailsTo = (address: string) => mailbox.mails.filter((each) => each.to === address);

test('the code is in the mail alone, and not in the log of who registered the address', async () => {
  const { endpoint } = good(await addMailAddress(world.hub, await ann(), DRAFT));
  await world.drain();
  const [mail] = mailsTo(DRAFT.address);
  const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(mail?.text ?? '')?.[0] ?? '';
  expect(code).not.toBe('');
  const [row] = await world.hub.channelDeliveries.rows.find({ endpoint: endpoint.id }).toArray();
  const logged = await readLogged(world.hub, await ann(), row?._id ?? '');
  if (logged === null) throw new Error('it is its own');
  const texts = async () => {
    const [attempts = []] = await attemptsOf(world.hub, await ann(), [logged]);
    return textsOf(world.hub, attempts);
  };
  expect(await texts()).toEqual([{ request: null, answer: null }]);
  const stored = await world.hub.database.native().collection('attempts').find().toArray();
  expect(JSON.stringify(stored)).not.toContain(code);
  // What an earlier release stored is not shown.
  await world.hub.database
    .native()
    .collection('attempts')
    .updateMany({}, { $set: { request: code } });
  expect(JSON.stringify(await texts())).not.toContain(code);
  good(await proveEndpoint(world.hub, await ann(), endpoint.id, code));
});

test('a webhook proves itself by its answer, and by no code', async () => {
  const hook = await plantEndpoint(world, 'northGrid', { state: 'UNPROVED' });
  good(await challengeEndpoint(world.hub, await admin(), hook.id));
  const [row] = await world.hub.channelDeliveries.rows.find({ endpoint: hook.id }).toArray();
  const code = challengeCode(world.hub, row?._id ?? '');
  expect(codes(await proveEndpoint(world.hub, await admin(), hook.id, code))).toEqual([
    'ENDPOINT_CODE_WRONG $.code',
  ]);
});

test('a stranger gets six challenges a day, whoever asks, and one that complained gets one', async () => {
  const address = 'victim@elsewhere.example';
  const { endpoint } = good(await addMailAddress(world.hub, await ann(), { ...DRAFT, address }));
  const tried = async () => challengeEndpoint(world.hub, await ann(), endpoint.id, { isTrial: true });
  for (let count = 1; count < 6; count += 1) {
    good(await tried());
    good(await challengeEndpoint(world.hub, await ann(), endpoint.id));
  }
  expect(codes(await tried())).toEqual(['TOO_MANY $.endpoint']);
  expect(codes(await challengeEndpoint(world.hub, await ann(), endpoint.id))).toEqual([
    'TOO_MANY $.endpoint',
  ]);
  const south = await world.actor('southGrid', 'member-admin');
  const again = { ...DRAFT, address: ` ${address.toUpperCase()}`.trim(), isOwn: false };
  expect(codes(await addMailAddress(world.hub, south, again))).toEqual(['TOO_MANY $.address']);
  const quiet = 'quiet@elsewhere.example';
  const known = await plantEndpoint(world, 'metroRail', { channel: 'MAIL', address: quiet });
  await suppress(world.hub, known, 'COMPLAINED');
  const { endpoint: silent } = good(
    await addMailAddress(world.hub, south, { ...DRAFT, address: quiet, isOwn: false }),
  );
  expect(codes(await challengeEndpoint(world.hub, south, silent.id))).toEqual(['TOO_MANY $.endpoint']);
  now = new Date(now.getTime() + 25 * 3_600_000);
  good(await challengeEndpoint(world.hub, await ann(), endpoint.id));
});

test('an address is an endpoint of a member once, however it is written and whoever asks', async () => {
  const desk = { ...DRAFT, address: 'once@north.example', isOwn: false };
  const add = async (changes: Partial<MailDraft> = {}, idempotencyKey?: string) =>
    addMailAddress(
      world.hub,
      changes.isOwn === true ? await ann() : await admin(),
      { ...desk, ...changes },
      { idempotencyKey },
    );
  const idOf = (added: Awaited<ReturnType<typeof add>>): string => good(added).endpoint.id;
  // The same act is done once, also where both came at once; another payload is another act.
  const [one, other] = await Promise.all([add({}, 'first'), add({}, 'first')]);
  const id = idOf(one);
  expect([idOf(other), idOf(await add({}, 'first'))]).toEqual([id, id]);
  expect(codes(await add({ label: 'else' }, 'first'))).toEqual(['IDEMPOTENCY_KEY_REUSED $']);
  expect(codes(await add({ address: 'ONCE@North.example' }, 'second'))).toEqual(['ADDRESS_KNOWN $.address']);
  const atOnce = await Promise.all([
    add({ address: 'race@north.example' }),
    add({ address: 'race@north.example' }),
  ]);
  expect(atOnce.flatMap(codes)).toEqual(['ADDRESS_KNOWN $.address']);
  // A person is not told what its member has, before it has read what comes there.
  const own = good(await add({ isOwn: true })).endpoint;
  await world.drain();
  const proveOne = async (of: string) => {
    const challenge = await world.hub.channelDeliveries.lastTo(of, 'CHALLENGE');
    const code = challengeCode(world.hub, challenge?._id ?? '');
    return proveEndpoint(world.hub, of === own.id ? await ann() : await admin(), of, code);
  };
  good(await proveOne(id));
  expect(codes(await proveOne(own.id))).toEqual(['ADDRESS_KNOWN $.endpoint']);
  good(await removeEndpoint(world.hub, await admin(), id));
  good(await proveOne(own.id));
  good(await removeEndpoint(world.hub, await admin(), own.id));
  // What is removed has no address; a repeat of its act finds it no more.
  expect(codes(await add({}, 'first'))).toEqual(['NOT_FOUND $.endpoint']);
  good(await add());
});

test('one person takes no room from its member, and tests go one at a time', async () => {
  const add = async (count: number, isOwn = true) =>
    addMailAddress(world.hub, isOwn ? await ann() : await admin(), {
      ...DRAFT,
      address: `ann-${count}@north.example`,
      isOwn,
    });
  for (let count = 2; count < 10; count += 1) good(await add(count));
  expect(codes(await add(10))).toEqual(['TOO_MANY $']);
  good(await add(11, false));
  const mail = await plantEndpoint(world, 'northGrid', { channel: 'MAIL', address: 'test@north.example' });
  const first = good(await testEndpoint(world.hub, await admin(), mail.id));
  expect(good(await testEndpoint(world.hub, await admin(), mail.id))).toBe(first);
  await world.drain();
  expect(good(await testEndpoint(world.hub, await admin(), mail.id))).not.toBe(first);
});

test('a certificate that does not parse is refused, and a key without the scope registers nothing', async () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  expect(
    codes(await addMailAddress(world.hub, await admin(), { ...DRAFT, isOwn: false, certificate })),
  ).toEqual(['CERTIFICATE_NOT_USABLE $.certificate']);
  const limited = { ...(await ann()), scopes: ['feed:read' as const] };
  expect((await addMailAddress(world.hub, limited, DRAFT)).ok).toBe(false);
});

test('a new name of an endpoint is no change of anybody’s rights; a lower ceiling is', async () => {
  const mail = await plantEndpoint(world, 'northGrid', { channel: 'MAIL', address: 'name@north.example' });
  const version = () => world.hub.counters.current('directory');
  const before = await version();
  good(await changeEndpoint(world.hub, await admin(), mail.id, { label: 'another name' }));
  expect(await version()).toBe(before);
  good(await changeEndpoint(world.hub, await admin(), mail.id, { ceiling: 'CLEAR' }));
  expect(await version()).toBeGreaterThan(before);
});

test('an exercise goes where somebody asked for it by its name, and says that it is one (I10)', async () => {
  const desk = { channel: 'MAIL', form: 'FULL', ceiling: 'GREEN' } as const;
  const plain = await plantEndpoint(world, 'riverWater', { ...desk, address: 'plain@river.example' });
  const drill = await plantEndpoint(world, 'riverWater', { ...desk, address: 'drill@river.example' });
  const machine = await world.actor('riverWater', 'integrator', null);
  const exercise = 'exercise--drill';
  const asked = { name: 'Drill', endpoint: drill.id, cadence: 'AT_ONCE', filter: { exercise } } as const;
  good(await createSubscription(world.hub, machine, asked));
  for (const marking of ['GREEN', 'AMBER'] as const)
    await publishBy(world, 'cyberAgency', { audience: to('riverWater'), exercise, marking });
  expect(mailsTo(plain.address)).toEqual([]);
  const subjects = mailsTo(drill.address).map(({ subject }) => subject);
  expect(subjects).toHaveLength(2);
  for (const subject of subjects) expect(subject).toContain('EXERCISE');
  // Real traffic goes to both as before: to ask for an exercise ends nothing.
  await publishBy(world, 'cyberAgency', { audience: to('riverWater') });
  expect([mailsTo(plain.address).length, mailsTo(drill.address).length]).toEqual([1, 3]);
});
