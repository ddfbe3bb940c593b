// Reminds members of what they are asked and have not answered, step by step, and those whom their publisher wants reminded.
// Each step is noted with its entry in one transaction, so that it is done once whoever tries; whether the member may read the
// warning is decided again. Half of the time is not made up for once all of it is over; what goes beyond the member itself comes the
// usual time after the step before, however late that was taken.
import { isLeftAlone, type Reminder, reminderAfterTold } from '../../domain/answer/asking.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import type { Directory } from '../../domain/directory.ts';
import { isOverUnasked } from '../../domain/retention/end-of-warning.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import type { Content } from '../../store/warnings.ts';
import { newMessage } from '../channel/new-channel-delivery.ts';
import { standingAnswer } from '../delivery/standing.ts';
import { tryOne } from '../job/try-each.ts';
import { newEntry } from '../record/append-entry.ts';
import { mayRead, whomToTell } from './whom-to-tell.ts';

const AT_ONCE = 200;
/** Until a member that may not read what it is asked is looked at again. */
const UNREAD_MS = 3_600_000;
/** Of one run: what is left is done in the next. */
const MOST_TURNS = 500;

/** Returns how many were reminded. */
export const remindMembers = async (hub: Hub): Promise<number> => {
  let count = 0;
  hub.directory.forget();
  const directory = await hub.directory.current();
  await takeUp(hub);
  // A step may be followed by another that has come as well.
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const due = await hub.deliveries.remindersDue(hub.clock.now(), AT_ONCE);
    count += await remindEach(hub, due, (row) => takeStep(hub, directory, row));
    if (due.length === 0) break;
  }
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const asked = await hub.deliveries.askedAgain(AT_ONCE);
    count += await remindEach(hub, asked, (row) => askAgain(hub, directory, row));
    if (asked.length === 0) break;
  }
  return count;
};

const NAME = 'remind-member';

const takeUp = async (hub: Hub): Promise<void> => {
  const now = hub.clock.now();
  const due = await hub.entries.trials.due(NAME, now, AT_ONCE);
  if (due.length === 0) return;
  const ids = due.map(({ about }) => about);
  await hub.deliveries.takeUp(ids, now);
  const rows = new Map((await hub.deliveries.byIds(ids)).map((row) => [row._id, row]));
  // What was answered meanwhile, or is not asked any more, needs no further try.
  for (const id of ids) if (rows.get(id)?.isOpen !== true) await hub.entries.trials.done(NAME, id);
};

/** One that fails is set aside, and comes again when it is tried again; how many were reminded. */
const remindEach = async (
  hub: Hub,
  rows: readonly DeliveryRow[],
  act: (row: DeliveryRow) => Promise<boolean>,
): Promise<number> => {
  const failed = await hub.entries.trials.of(
    NAME,
    rows.map(({ _id }) => _id),
  );
  let count = 0;
  for (const row of rows) {
    const { _id: about, warning, version, member, exercise } = row;
    const subject = { warning, version, delivery: about, members: [member] };
    const isReminded = await tryOne(hub, { name: NAME, about, subject, exercise }, () => act(row));
    if (isReminded === null) await hub.deliveries.setAside(about);
    else if (failed.has(about)) await hub.entries.trials.done(NAME, about);
    if (isReminded === true) count += 1;
  }
  return count;
};

/** The version that is asked about; OVER where it is not current any more, UNREAD where the member may not read it now. */
const askedOf = async (
  hub: Hub,
  directory: Directory,
  row: DeliveryRow,
): Promise<Content | 'OVER' | 'UNREAD'> => {
  const head = await hub.warnings.head(row.warning);
  if (head === null || head.version !== row.version) return 'OVER';
  const content = contentOf(head.content);
  return mayRead(hub, directory, row.member, content) ? content : 'UNREAD';
};

const takeStep = async (hub: Hub, directory: Directory, row: DeliveryRow): Promise<boolean> => {
  const { asking, nextStep: step } = row;
  const content = await askedOf(hub, directory, row);
  const at = hub.clock.now();
  if (asking === undefined || step === undefined || content === 'OVER') {
    await hub.deliveries.stopReminding(row._id);
    return false;
  }
  // It still owes an answer, and is reminded once it may read it again.
  if (content === 'UNREAD') {
    await hub.deliveries.postpone(row._id, step, new Date(at.getTime() + UNREAD_MS));
    return false;
  }
  // What was over before its answer is due asks nobody any more; an answer is still taken.
  if (isOverUnasked(content.summary, at)) {
    await hub.deliveries.endSteps(row._id);
    return false;
  }
  const next = reminderAfterTold(asking, step, at);
  // Half of the time says nothing once all of it is over.
  const isLate = step === 'HALF' && next !== null && next.at <= at;
  const isPassedOver = isLate || isLeftAlone(step, await standingAnswer(hub, row));
  const told = isPassedOver ? null : await whomToTell(hub, directory, { row, step, content });
  const reminder: Reminder | null = told === null ? null : { step, at, by: null, ...told.facts };
  return hub.database.transaction(async (session) => {
    const isDone = await hub.deliveries.noteStep(row._id, step, { reminder, next }, session);
    if (!isDone || told === null) return false;
    await record(hub, { row, step, at, endpoints: told.endpoints }, session);
    return true;
  });
};

const askAgain = async (hub: Hub, directory: Directory, row: DeliveryRow): Promise<boolean> => {
  const asked = row.askedAgain;
  const content = await askedOf(hub, directory, row);
  if (asked === undefined || row.isOpen !== true || content === 'OVER') {
    await hub.deliveries.stopReminding(row._id);
    return false;
  }
  if (content === 'UNREAD') {
    await hub.deliveries.forgetAsked(row._id, asked);
    return false;
  }
  const { facts, endpoints } = await whomToTell(hub, directory, { row, step: 'ASKED', content });
  return hub.database.transaction(async (session) => {
    const reminder: Reminder = { step: 'ASKED', at: asked.at, by: asked.by, ...facts };
    if (!(await hub.deliveries.noteAsked(row._id, asked, reminder, session))) return false;
    await record(hub, { row, step: 'ASKED', at: asked.at, endpoints }, session);
    return true;
  });
};

type Done = {
  readonly row: DeliveryRow;
  readonly step: Reminder['step'];
  readonly at: Date;
  readonly endpoints: readonly Endpoint[];
};

const record = async (hub: Hub, { row, step, at, endpoints }: Done, session: Session): Promise<void> => {
  const { _id: delivery, warning, version, exercise } = row;
  const key = `${delivery}:${step}:${at.getTime()}`;
  const subject = { warning, version, delivery };
  const entry = newEntry(hub, {
    event: 'delivery.reminded',
    subject,
    exercise,
    key: `reminded:${key}`,
    hasNoWork: true,
  });
  await hub.entries.append([entry], session);
  const about = { warning, version, exercise };
  const message = { occasion: 'REMINDER' as const, key, dueAt: at, isUrgent: true, about };
  const details = { delivery, step };
  await hub.channelDeliveries.ensure(
    endpoints.map((endpoint) => newMessage(endpoint, { ...message, details }, at)),
    session,
  );
};
