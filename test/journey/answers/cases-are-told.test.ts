// A case tells whoever owes help: when it opens, when it is handed over, and when its time, which follows the effective urgency, is
// over. The notice names the case alone.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { changeCase } from '../../../src/service/case/change-case.ts';
import { listCases } from '../../../src/service/case/read-cases.ts';
import { tellOwners } from '../../../src/service/case/tell-owners.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

const HOUR_MS = 3_600_000;
let nowMs = Date.parse('2026-12-01T00:00:00.000Z');
let world: TestHub;
let mailbox: Mailbox;
let desk: Endpoint;
beforeAll(async () => {
  const clock = { now: () => new Date(nowMs) };
  mailbox = openMailbox(clock.now);
  world = await openTestHub({ clock, outbound: mailbox.outbound });
  await world.drain();
  await letSignIn(world, 'cyber-agency/analyst');
  desk = await plantEndpoint(world, 'cyberAgency', { channel: 'MAIL', address: 'desk@agency.example' });
});
afterAll(() => world.close());

const publish = (changes: Partial<WarningDraft> = {}): Promise<string> =>
  publishBy(world, 'cyberAgency', {
    audience: to('northGrid', 'energyCentre'),
    marking: 'AMBER',
    urgency: 'EXPECTED',
    headline: 'Zanzibar is hit',
    ...changes,
  });
const askForHelp = async (warning: string): Promise<string> => {
  const by = await world.actor('northGrid', 'analyst');
  good(await acknowledgeWarning(world.hub, by, { warning, answer: 'NEED_HELP', note: 'Zanzibar: come' }));
  const found = await world.hub.cases.rows.findOne({ warning });
  return found?._id ?? '';
};
const subjectsAfter = async (hours: number, address = 'desk@agency.example'): Promise<string[]> => {
  const seen = mailbox.mails.length;
  nowMs += hours * HOUR_MS;
  await tellOwners(world.hub);
  await tellOwners(world.hub);
  await drainChannels(world.hub);
  const mails = mailbox.mails.slice(seen).filter((mail) => mail.to === address);
  for (const { subject, text } of mails)
    expect(`${subject} ${text}`).not.toMatch(/zanzibar|north|warning--/i);
  return mails.map(({ subject }) => subject);
};

test('its owner is told when it opens, and when its time is over, once each', async () => {
  const id = await askForHelp(await publish());
  expect(await subjectsAfter(0)).toEqual(['A case waits for you']);
  expect(mailbox.mails.at(-1)?.text).toContain(id);
  expect(await subjectsAfter(3)).toEqual([]);
  expect(await subjectsAfter(1)).toEqual(['A case waits for you, and its time is over']);
  expect(await subjectsAfter(30)).toEqual([]);
});

test('whoever takes it in time is not told that it is over', async () => {
  const id = await askForHelp(await publish());
  expect(await subjectsAfter(0)).toHaveLength(1);
  const helper = await world.actor('cyberAgency', 'analyst');
  good(await changeCase(world.hub, helper, { id, act: 'TAKE', note: null, to: null }));
  expect(await subjectsAfter(10)).toEqual([]);
});

test('the sharing centre that takes it over is told', async () => {
  const id = await askForHelp(await publish());
  await subjectsAfter(0);
  await plantEndpoint(world, 'energyCentre', { channel: 'MAIL', address: 'desk@centre.example' });
  const helper = await world.actor('cyberAgency', 'analyst');
  good(await changeCase(world.hub, helper, { id, act: 'HAND_OVER', note: null, to: 'energy-centre' }));
  expect(await subjectsAfter(0, 'desk@centre.example')).toEqual(['A case waits for you']);
});

test('its time follows the effective urgency', async () => {
  const warning = await publish({ urgency: 'FUTURE' });
  const raised = { urgency: 'IMMEDIATE', certainty: 'OBSERVED', because: null } as const;
  await world.hub.database.transaction((session) =>
    world.hub.warnings.regrade(warning, 1, { grade: raised, told: {} }, session),
  );
  await askForHelp(warning);
  const reader = await world.actor('cyberAgency', 'analyst');
  const page = good(await listCases(world.hub, reader, { first: 50, after: null, onlyOpen: true }));
  // Cases of one instant, in which the clock stands, come in any order.
  const opened = page.cases.find(({ shown }) => shown.case.warning === warning)?.shown.case;
  expect(opened?.dueAt).toEqual(new Date(nowMs + HOUR_MS));
});

test('a case of an exercise goes where somebody asked for the exercise, and says that it is of one (I10)', async () => {
  await subjectsAfter(100);
  const exercise = 'exercise--drill';
  await askForHelp(await publish({ exercise }));
  expect(await subjectsAfter(0)).toEqual([]);
  const machine = await world.actor('cyberAgency', 'integrator', null);
  const asked = { name: 'Drill', endpoint: desk.id, cadence: 'AT_ONCE', filter: { exercise } } as const;
  good(await createSubscription(world.hub, machine, asked));
  await askForHelp(await publish({ exercise, headline: 'Zanzibar again' }));
  expect(await subjectsAfter(0)).toEqual(['EXERCISE: A case waits for you']);
});
