// A recall takes what was sent out of every log; a legal hold keeps what it covers of that, where no way out reaches it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { attemptsOf, readLogged, textsOf } from '../../../src/service/channel/log/read-log.ts';
import { newVersionDelivery } from '../../../src/service/channel/new-channel-delivery.ts';
import { UNOBSERVED_CHANNELS } from '../../../src/service/channel/observer.ts';
import { tidyChannels } from '../../../src/service/channel/tidy-channels.ts';
import { heldLog } from '../../../src/service/endpoint/held-log.ts';
import { narrowWarning } from '../../../src/service/warning/narrow/narrow-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestHub;
let endpoint: Endpoint;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const SENT = 'Take the gateway of the north basin off';
const ANSWERED = 'Taken by the north basin';

const operator = async (who: string): Promise<Actor> => ({
  ...(await world.actor('cyberAgency', 'hub-operator', `cyber-agency/${who}`)),
  via: { way: 'PASSKEY', range: null },
});
const decided = async (kind: string, payload: object): Promise<string> => {
  const { id } = good(await propose(world.hub, await operator('ann'), { kind, payload }));
  return good(await approve(world.hub, await operator('bea'), id)).result ?? '';
};
const holdOn = (target: string) =>
  decided('PLACE_HOLD', { scope: 'WARNING', target, reason: 'A court asks for it.' });

/** A warning that was sent to an endpoint of North Grid, alone and in a digest; the id of the delivery. */
const sent = async (): Promise<{ readonly warning: string; readonly delivery: string }> => {
  const { hub } = world;
  const warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'riverWater') });
  endpoint ??= await plantEndpoint(world, 'northGrid', { state: 'PAUSED' });
  const now = hub.clock.now();
  const version = { warning, version: 1, exercise: null, isUrgent: false };
  const row = newVersionDelivery(endpoint, version, { at: now, gathering: null });
  const end = { state: 'SENT' as const, nextAt: null, sentAt: now, endedAt: now };
  await hub.channelDeliveries.ensure([{ ...row, ...end }]);
  const { id, member } = endpoint;
  const attempt = { endpoint: id, member, number: 1, at: now, tookMs: 1, status: 200, cause: null };
  const texts = { request: SENT, answer: ANSWERED };
  await hub.attempts.append([
    { ...attempt, ...texts, _id: `${warning} alone`, delivery: row._id, warning },
    {
      ...attempt,
      ...texts,
      _id: `${warning} digest`,
      delivery: 'delivery--d',
      warning: null,
      brings: [warning],
    },
  ]);
  return { warning, delivery: row._id };
};

const shown = async (delivery: string): Promise<string> => {
  const admin = await world.actor('northGrid', 'member-admin');
  const logged = await readLogged(world.hub, admin, delivery);
  if (logged === null) throw new Error('it is the log of its own endpoint');
  const [attempts = []] = await attemptsOf(world.hub, admin, [logged]);
  return JSON.stringify([attempts, await textsOf(world.hub, attempts)]);
};
const stored = async (warning: string): Promise<string> =>
  JSON.stringify(await world.hub.attempts.rows.find({ $or: [{ warning }, { brings: warning }] }).toArray());
const tidied = () => tidyChannels(world.hub, UNOBSERVED_CHANNELS);

const recalled = async (id: string) => {
  const why = { reason: 'It names a source.', whatToDo: null, language: 'en' };
  const asked = { id, expectedVersion: 1, ...why };
  good(await recallWarning(world.hub, await world.actor('cyberAgency'), asked));
};

test('without a hold nothing of it is left', async () => {
  const { warning, delivery } = await sent();
  expect(await shown(delivery)).toContain(SENT);
  await recalled(warning);
  expect(await stored(warning)).not.toMatch(new RegExp(`${SENT}|${ANSWERED}`));
});

test('under a hold it is in no log, and kept until two persons lift it', async () => {
  const { warning, delivery } = await sent();
  const hold = await holdOn(warning);
  await recalled(warning);
  expect(await shown(delivery)).not.toMatch(new RegExp(`${SENT}|${ANSWERED}`));
  const ways = await world.hub.attempts.texts([`${warning} alone`, `${warning} digest`]);
  expect([...ways.values()]).toEqual([1, 2].map(() => ({ request: null, answer: null })));
  await tidied();
  const held = await world.hub.attempts.rows.find({ heldSince: { $exists: true } }).toArray();
  expect(held.map(({ _id, heldRequest, heldAnswer }) => [_id, heldRequest, heldAnswer]).toSorted()).toEqual([
    [`${warning} alone`, SENT, ANSWERED],
    [`${warning} digest`, SENT, ANSWERED],
  ]);
  await decided('LIFT_HOLD', { hold });
  await tidied();
  expect(await stored(warning)).not.toMatch(new RegExp(`${SENT}|${ANSWERED}|held`));
});

test('what an attempt under way writes after the recall is put aside too', async () => {
  const { warning, delivery } = await sent();
  await world.hub.attempts.rows.deleteMany({ warning });
  const hold = await holdOn(warning);
  await recalled(warning);
  const { id, member } = endpoint;
  const attempt = { endpoint: id, member, number: 1, at: world.hub.clock.now(), tookMs: 1, status: 200 };
  const texts = { cause: null, request: SENT, answer: ANSWERED };
  await world.hub.attempts.append([{ ...attempt, ...texts, _id: `${warning} late`, delivery, warning }]);
  const kept = { warnings: [warning], members: [], endpoints: [] };
  await world.hub.attempts.forgetDeliveries([delivery], kept);
  expect(await shown(delivery)).not.toContain(SENT);
  expect(await stored(warning)).toContain(SENT);
  await decided('LIFT_HOLD', { hold });
  await tidied();
  expect(await stored(warning)).not.toContain(SENT);
});

test('under a hold the older attempts of a delivery stay beside the newest', async () => {
  const { hub } = world;
  const { warning, delivery } = await sent();
  await holdOn(warning);
  const { id, member } = endpoint;
  const attempt = { endpoint: id, member, at: hub.clock.now(), tookMs: 1, status: 500, cause: null };
  const noted = async (of: { readonly delivery: string; readonly warning: string | null }) => {
    for (let number = 2; number <= 23; number += 1) {
      const row = { ...attempt, ...of, _id: `${of.delivery} ${number}`, number, request: SENT, answer: null };
      await hub.attempts.append([row], () => heldLog(hub));
    }
    return hub.attempts.rows.countDocuments({ delivery: of.delivery });
  };
  expect(await noted({ delivery, warning })).toBe(23);
  expect(await noted({ delivery: 'delivery--of-nothing-held', warning: null })).toBe(20);
});

test('a narrowing puts aside what those who lose it were sent', async () => {
  const { warning, delivery } = await sent();
  await holdOn(warning);
  const { alternatives } = to('riverWater');
  const request = {
    ...{ id: warning, expectedVersion: 1, keep: alternatives, exclude: [], organisations: [] },
    ...{ marking: null, reason: 'Too many have it.', whatToDo: null, language: 'en' },
  };
  good(await narrowWarning(world.hub, await world.actor('cyberAgency'), request));
  expect(await shown(delivery)).not.toContain(SENT);
  const rows = await world.hub.attempts.rows.find({ warning }).toArray();
  expect(rows.map(({ request: text, heldRequest }) => [text, heldRequest])).toEqual([[null, SENT]]);
});
