// Runs a month of a partnership under a clock that is moved by hand, with a mailbox in place of the mail server, and looks for what
// must not be: a digest twice in a period, something told twice, a correction that does not come, a severe one that waits.

import type { AnswerPlan } from '../../../src/domain/answer/plan.ts';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor, Member } from '../../../src/domain/member.ts';
import type { Person } from '../../../src/domain/person.ts';
import { isSevere } from '../../../src/domain/subscription/dispatch.ts';
import type { Subscription } from '../../../src/domain/subscription/subscription.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import { remindMembers } from '../../../src/service/reminder/remind-members.ts';
import { unsubscribe } from '../../../src/service/subscription/unsubscribe.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import type { ChannelDeliveryRow } from '../../../src/store/delivery/channel-deliveries.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { CAST, memberOf } from '../cast.ts';
import { openTestHub, type TestHub } from '../hub.ts';
import { good } from '../outcome.ts';
import { personWith } from '../persons.ts';
import { type Random, randomOf } from '../random.ts';
import { type Mail, openMailbox } from './mailbox.ts';
import { missing, type Published, rowsByMail, type Worked } from './month-oracle.ts';
import {
  BEGAN,
  type Event,
  HOUR_MS,
  MINUTE_MS,
  planOf,
  type Size,
  sectorsOf,
  subscriptionsOf,
} from './month-plan.ts';

const PEOPLE_EACH = 5;

type Month = {
  readonly world: TestHub;
  readonly random: Random;
  readonly mails: readonly Mail[];
  readonly clock: { now: Date };
  readonly publisher: Actor;
  readonly endpoints: readonly Endpoint[];
  readonly published: Map<number, Published>;
  /** What the workers did, in its order. */
  readonly log: Worked[];
  /** Ids of the endpoints where somebody changed what it subscribes to. */
  readonly touched: Set<string>;
  readonly failures: string[];
};

export type MonthResult = {
  readonly failures: readonly string[];
  readonly singles: number;
  readonly digests: number;
  readonly items: number;
  readonly reminders: number;
  /** What is found where the first mail that is meant was neither made nor sent; null where none is meant. */
  readonly without: (isMeant: (row: ChannelDeliveryRow, mail: Mail) => boolean) => readonly string[] | null;
};

export const runMonth = async (seed: number, size: Size): Promise<MonthResult> => {
  const random = randomOf(seed);
  const clock = { now: new Date(BEGAN) };
  const mailbox = openMailbox(() => clock.now);
  const world = await openTestHub({ clock: { now: () => clock.now }, outbound: mailbox.outbound });
  try {
    // What is delivered to endpoints begins here.
    await world.drain();
    const { endpoints, plans, subscriptions } = await plant(world, random, size);
    const publisher = await world.actor('cyberAgency');
    const month: Month = {
      world,
      random,
      mails: mailbox.mails,
      clock,
      publisher,
      endpoints,
      published: new Map(),
      log: [],
      touched: new Set(),
      failures: [],
    };
    await play(month, planOf(random, size));
    await finish(month);
    const rows = await world.hub.channelDeliveries.rows.find().toArray();
    const deliveries = await world.hub.deliveries.rows.find({ state: { $ne: 'WITHHELD' } }).toArray();
    const { mails, published, log, touched } = month;
    const planted = { endpoints, plans, subscriptions, touched };
    const facts = { rows, deliveries, mails, log, published: [...published.values()], ...planted };
    const result = judge(month, rows);
    return {
      ...result,
      failures: [...result.failures, ...missing(facts)],
      without: (isMeant) => {
        const rowOf = rowsByMail(rows);
        const lost = mails
          .map((mail) => ({ mail, row: rowOf(mail) }))
          .find(({ mail, row }) => row !== undefined && isMeant(row, mail));
        if (lost === undefined) return null;
        return missing({
          ...facts,
          rows: rows.filter((row) => row !== lost.row),
          mails: mails.filter((mail) => mail !== lost.mail),
        });
      },
    };
  } finally {
    await world.close();
  }
};

type Planted = {
  readonly endpoints: Endpoint[];
  readonly plans: AnswerPlan[];
  readonly subscriptions: Subscription[];
};

/** One in so many members has an address of its own, where it is told everything. */
const WITH_DESK = 8;

/**
 * Members in fives of people, each person with a mail address and one or two subscriptions, and a few members with an address of
 * their own, by which a contact outside is told.
 */
const plant = async ({ hub }: TestHub, random: Random, { people }: Size): Promise<Planted> => {
  const members: Member[] = Array.from({ length: Math.ceil(people / PEOPLE_EACH) }, (_, at) =>
    memberOf(`operator-${at}`, { kind: 'OPERATOR', sectors: sectorsOf(at) }),
  );
  for (const member of members) await hub.members.save(member);
  const persons = Array.from({ length: people }, (_, at) => {
    const { id, slug } = members[Math.floor(at / PEOPLE_EACH)] ?? CAST.northGrid;
    return personWith(`${slug}/p${at}`, id, { roles: ['analyst'] });
  });
  await hub.members.change(async (session) => {
    for (const person of persons) await hub.persons.save(person, session);
  });
  hub.directory.forget();
  const desks = members.filter((_, at) => at % WITH_DESK === 1);
  const owners: readonly { readonly id: string | null; readonly member: string }[] = [
    ...persons,
    ...desks.map(({ id }) => ({ id: null, member: id })),
  ];
  const endpoints = owners.map(
    ({ id, member }, at): Endpoint => ({
      id: `endpoint--${random.uuid()}`,
      member,
      person: id,
      channel: 'MAIL',
      address: `p${at}@mail.example`,
      label: 'mail',
      form: 'FULL',
      ceiling: 'GREEN',
      state: 'ACTIVE',
      cause: null,
      certificate: null,
      createdAt: hub.clock.now(),
      createdBy: id,
      verifiedAt: hub.clock.now(),
      lastDeliveredAt: null,
      failures: 0,
      failingSince: null,
      restsUntil: null,
    }),
  );
  const subscriptions = endpoints.slice(0, persons.length).flatMap((endpoint) =>
    subscriptionsOf(random).map(
      (shape): Subscription => ({
        ...shape,
        id: `subscription--${random.uuid()}`,
        member: endpoint.member,
        person: endpoint.person,
        endpoint: endpoint.id,
      }),
    ),
  );
  const plans = plansOf(members, persons);
  await hub.database.transaction(async (session) => {
    for (const endpoint of endpoints) await hub.endpoints.save(endpoint, session);
    for (const each of subscriptions) await hub.subscriptions.save(each, session);
    for (const plan of plans) await hub.answerPlans.put(plan, hub.clock.now(), session);
  });
  return { endpoints, plans, subscriptions };
};

/** Every other member names one of its persons, and a member outside. */
const plansOf = (members: readonly Member[], persons: readonly Person[]): AnswerPlan[] =>
  members.flatMap(({ id: member }, at) => {
    const alternates = persons.filter((person) => person.member === member).map(({ id }) => id);
    const outside = members[(at + 1) % members.length]?.id ?? null;
    return at % 2 === 0 ? [{ member, sites: [], alternates: alternates.slice(0, 1), outside }] : [];
  });

const play = async (month: Month, plan: readonly Event[]): Promise<void> => {
  let standsUntil = 0;
  let stood = false;
  for (const event of plan) {
    month.clock.now = new Date(Math.max(event.at, month.clock.now.getTime()));
    if (event.kind === 'OUTAGE') {
      standsUntil = event.at + event.hours * HOUR_MS;
      stood = true;
    }
    if (event.kind === 'CLOCK_BACK') await setBack(month, event.minutes);
    else if (event.kind !== 'TICK' && event.kind !== 'OUTAGE') await act(month, event);
    if (month.clock.now.getTime() < standsUntil) continue;
    // What was published while the workers stood still.
    if (stood) await work(month, false);
    stood = false;
    await work(month, event.kind === 'TICK');
  }
  await work(month, false);
  await work(month, true);
};

/** Every weekly digest, the last step of an answer of three days, and what a pause kept. */
const AFTER_HOURS = 8 * 24;
const STEP_HOURS = 6;

/** Nobody pauses any more, and the workers go on until nothing can wait. */
const finish = async (month: Month): Promise<void> => {
  const { hub } = month.world;
  const paused = await hub.subscriptions.atEndpoints([...month.touched]);
  await hub.database.transaction(async (session) => {
    for (const each of paused)
      await hub.subscriptions.save({ ...each, pausedSince: null, pausedUntil: null }, session);
  });
  for (let hour = 0; hour < AFTER_HOURS; hour += STEP_HOURS) {
    month.clock.now = new Date(month.clock.now.getTime() + STEP_HOURS * HOUR_MS);
    await work(month, true);
  }
  await gatherDigests(hub);
};

/** What the workers do. Often two of them do it at once, or one does it again. */
const work = async (month: Month, isTick: boolean): Promise<void> => {
  const { world, random, failures, log, clock } = month;
  const { hub } = world;
  log.push({ what: isTick ? 'RUN' : 'DRAIN', now: clock.now.getTime() });
  if (!isTick) return world.drain();
  const isTwice = random.chance(0.3);
  const twice = <Value>(act: () => Promise<Value>) => Promise.all([act(), ...(isTwice ? [act()] : [])]);
  const reminded = await twice(() => remindMembers(hub));
  const made = await twice(() => gatherDigests(hub));
  if ([...reminded, ...made].some((count) => count > 0)) await drainChannels(hub);
  if (random.chance(0.1) && (await gatherDigests(hub)) > 0) failures.push('a digest was made again');
};

/** A clock that is wrong for a while: what is done meanwhile must not be done again. */
const setBack = async (month: Month, minutes: number): Promise<void> => {
  const right = month.clock.now;
  month.clock.now = new Date(right.getTime() - minutes * MINUTE_MS);
  await work(month, true);
  month.clock.now = right;
};

/** As if a second person had approved it. */
const APPROVED = { approved: async () => {} };

const versionNow = ({ clock, log }: Month, isRecall = false) => ({
  at: clock.now.getTime(),
  position: log.length,
  isRecall,
});

const act = async (
  month: Month,
  event: Exclude<Event, { kind: 'TICK' | 'OUTAGE' | 'CLOCK_BACK' }>,
): Promise<void> => {
  const { hub } = month.world;
  if (event.kind === 'PUBLISH') {
    const { draft } = event;
    const { warning: id } = good(await publishWarning(hub, month.publisher, draft, APPROVED));
    month.published.set(event.index, { id, draft, versions: [versionNow(month)] });
    return;
  }
  if (event.kind === 'CORRECT' || event.kind === 'RECALL') {
    await correct(month, event.index, event.kind);
    return;
  }
  const endpoint = month.endpoints[event.person];
  if (endpoint === undefined) return;
  month.touched.add(endpoint.id);
  if (event.kind === 'UNSUBSCRIBE') await unsubscribe(hub, endpoint.id);
  else await changeAll(month, endpoint, event.kind);
};

const correct = async (month: Month, index: number, kind: 'CORRECT' | 'RECALL'): Promise<void> => {
  const published = month.published.get(index);
  if (published === undefined || published.versions.at(-1)?.isRecall !== false) return;
  const { hub } = month.world;
  const { id, draft: first, versions } = published;
  const expectedVersion = versions.length;
  if (kind === 'RECALL') {
    const request = { id, expectedVersion, reason: 'It was an error.', whatToDo: null, language: 'en' };
    good(await recallWarning(hub, month.publisher, request));
  } else {
    const draft = { ...first, headline: `${first.headline} corrected` };
    good(await updateWarning(hub, month.publisher, { id, expectedVersion, draft }, APPROVED));
  }
  versions.push(versionNow(month, kind === 'RECALL'));
};

const changeAll = async (
  { world, random, clock }: Month,
  endpoint: Endpoint,
  kind: 'PAUSE' | 'RESUME' | 'RESCHEDULE',
): Promise<void> => {
  const { hub } = world;
  const all = await hub.subscriptions.atEndpoints([endpoint.id]);
  await hub.database.transaction(async (session) => {
    for (const each of all) {
      const change = {
        PAUSE: {
          pausedSince: clock.now,
          pausedUntil: new Date(clock.now.getTime() + random.below(120) * HOUR_MS),
        },
        RESUME: { pausedSince: null, pausedUntil: null },
        RESCHEDULE: { hour: random.below(24), weekday: 1 + random.below(7) },
      }[kind];
      await hub.subscriptions.save({ ...each, ...change }, session);
    }
  });
};

/** Looks only at mails as they came, and at rows for their ids. */
const judge = (month: Month, rows: readonly ChannelDeliveryRow[]): Omit<MonthResult, 'without'> => {
  const { mails, failures } = month;
  const rowOf = rowsByMail(rows);
  const told = new Map<string, number>();
  const digestsOf = new Map<string, string[]>();
  let [singles, digests, items, reminders] = [0, 0, 0, 0];
  for (const mail of mails) {
    const row = rowOf(mail);
    if (row === undefined) {
      failures.push(`a mail of no delivery: ${mail.messageId}`);
      continue;
    }
    if (row.occasion === 'WARNING') {
      singles += 1;
      note(told, `${mail.to} ${row.warning}.${row.version}`);
      continue;
    }
    if (row.occasion === 'REMINDER') {
      reminders += 1;
      continue;
    }
    digests += 1;
    const period = String(row.details?.['period']);
    const known = digestsOf.get(`${row.details?.['subscription']} ${period.slice(0, 4)}`) ?? [];
    digestsOf.set(`${row.details?.['subscription']} ${period.slice(0, 4)}`, [...known, period]);
    const listed = rows.filter(({ gathering }) => gathering?.digest === row._id && gathering !== null);
    for (const { warning, version, state } of listed) {
      if (state !== 'SENT') continue;
      items += 1;
      note(told, `${mail.to} ${warning}.${version}`);
    }
  }
  for (const [what, count] of told) if (count > 1) failures.push(`told ${count} times: ${what}`);
  for (const [whose, periods] of digestsOf)
    if (new Set(periods).size < periods.length)
      failures.push(`a period twice: ${whose} ${periods.join(', ')}`);
  if (new Set(mails.map(({ messageId }) => messageId)).size < mails.length)
    failures.push('a mail came twice');
  failures.push(...aboveGreen(mails, month), ...late(rows, month));
  return { failures, singles, digests, items, reminders };
};

const note = (told: Map<string, number>, what: string): void => {
  told.set(what, (told.get(what) ?? 0) + 1);
};

/** Of what is above GREEN a clear mail says nothing. */
const aboveGreen = (mails: readonly Mail[], { published }: Month): string[] =>
  [...published.values()]
    .filter(({ draft }) => draft.marking === 'AMBER')
    .flatMap(({ draft }) => {
      const word = new RegExp(`\\b${draft.headline}\\b`);
      return mails.some(({ subject, text }) => word.test(subject) || word.test(text))
        ? [`above GREEN in a mail: ${draft.headline}`]
        : [];
    });

/** What is severe, immediate and told at all is never gathered for a period. */
const late = (rows: readonly ChannelDeliveryRow[], { published }: Month): string[] => {
  const severe = new Set(
    [...published.values()]
      .filter(({ draft }) => isSevere(draft.severity) && draft.urgency === 'IMMEDIATE')
      .map(({ id }) => id),
  );
  return rows
    .filter(
      ({ warning, gathering }) => severe.has(warning ?? '') && gathering !== null && gathering !== undefined,
    )
    .filter(({ gathering }) => gathering?.cause !== 'LIMIT_OF_HOUR' && gathering?.cause !== 'PAUSED')
    .map(({ _id }) => `severe and immediate, and gathered: ${_id}`);
};
