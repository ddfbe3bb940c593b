// What must have come in a month, computed from what was published and when the workers ran, and compared with what came: a digest,
// a reminder, a correction or a recall that did not come is found here, and so is one that should not have.
import type { AnswerPlan } from '../../../src/domain/answer/plan.ts';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { isSevere } from '../../../src/domain/subscription/dispatch.ts';
import { isQuiet, lastPeriod } from '../../../src/domain/subscription/local-time.ts';
import { isExpired, type Subscription } from '../../../src/domain/subscription/subscription.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import type { DeliveryRow } from '../../../src/store/deliveries.ts';
import type { ChannelDeliveryRow } from '../../../src/store/delivery/channel-deliveries.ts';
import type { Mail } from './mailbox.ts';

/** What the workers did, in its order: made deliveries of what was published, or looked at what is due; by the clock of then. */
export type Worked = { readonly what: 'DRAIN' | 'RUN'; readonly now: number };

/** `position` in the log of the workers when it was published. */
export type Version = {
  readonly at: number;
  readonly position: number;
  readonly isRecall: boolean;
};

export type Published = { readonly id: string; readonly draft: WarningDraft; readonly versions: Version[] };

export type MonthFacts = {
  readonly rows: readonly ChannelDeliveryRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly mails: readonly Mail[];
  readonly log: readonly Worked[];
  readonly published: readonly Published[];
  readonly endpoints: readonly Endpoint[];
  readonly plans: readonly AnswerPlan[];
  /** As they were planted. */
  readonly subscriptions: readonly Subscription[];
  /** Ids of the endpoints where somebody changed, paused or ended them. */
  readonly touched: ReadonlySet<string>;
};

export const missing = (facts: MonthFacts): string[] => [
  ...unarrived(facts),
  ...unfinished(facts),
  ...untaken(facts),
  ...late(facts),
  ...reminded(facts),
  ...uncorrected(facts),
  ...afterRecall(facts),
];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The row of a mail, by the id that every repeat of it carries. */
export const rowsByMail = (rows: readonly ChannelDeliveryRow[]) => {
  const byUuid = new Map(rows.map((row) => [row._id.slice('delivery--'.length), row]));
  return ({ messageId }: Mail): ChannelDeliveryRow | undefined =>
    byUuid.get(messageId.slice(0, messageId.indexOf('@')));
};

/** What counts as sent came, by itself or with its digest. */
const unarrived = ({ rows, mails }: MonthFacts): string[] => {
  const rowOf = rowsByMail(rows);
  const came = new Set(mails.map((mail) => rowOf(mail)?._id));
  return rows
    .filter(({ _id, state, gathering }) => state === 'SENT' && !came.has(gathering?.digest ?? _id))
    .map(({ _id, gathering, occasion }) =>
      gathering == null ? `a ${occasion} did not come: ${_id}` : `an item of a digest did not come: ${_id}`,
    );
};

const mayEnd = (row: ChannelDeliveryRow, facts: MonthFacts): boolean => {
  const versions = facts.published.find(({ id }) => id === row.warning)?.versions.length ?? 0;
  if (row.state === 'SENT') return true;
  if (row.state !== 'CANCELLED') return false;
  // What waits for one that expires comes in its last digest.
  if (row.cause === 'SUBSCRIPTION_ENDED') return facts.touched.has(row.endpoint);
  if (row.occasion === 'DIGEST') return row.cause === 'NOTHING_LEFT';
  return (row.cause === 'SUPERSEDED' || row.cause === 'RECALLED') && versions > 1;
};

/** After the month nothing waits, and nothing ended but by being told or by what stands for it. */
const unfinished = (facts: MonthFacts): string[] =>
  facts.rows
    .filter((row) => !mayEnd(row, facts))
    .map(({ _id, occasion, state, cause }) => `${occasion} ended as ${state} ${cause}: ${_id}`);

const isIn = (held: string, wanted: string): boolean => held === wanted || held.startsWith(`${wanted}/`);

const asksFor = ({ filter }: Subscription, { severity, sectorsConcerned }: WarningDraft, isDirect: boolean) =>
  (filter.severities === undefined || filter.severities.includes(severity)) &&
  (filter.isDirectOnly !== true || isDirect) &&
  (filter.sectors === undefined ||
    (sectorsConcerned.length === 0 && isDirect) ||
    filter.sectors.some((wanted) =>
      sectorsConcerned.some((held) => isIn(held, wanted) || isIn(wanted, held)),
    ));

/** The place in the log at which the workers made the deliveries of a version. */
const madeAt = ({ log }: MonthFacts, { position }: Version): number =>
  log.findIndex(({ what }, at) => what === 'DRAIN' && at >= position);

/** What somebody subscribes to is told or gathered. */
const untaken = (facts: MonthFacts): string[] => {
  const { rows, published, subscriptions, touched, endpoints, deliveries } = facts;
  const has = new Set(rows.map(({ warning, endpoint }) => `${warning} ${endpoint}`));
  const memberOf = new Map(endpoints.map(({ id, member }) => [id, member]));
  const ofReader = new Map(
    deliveries.filter(({ version }) => version === 1).map((row) => [`${row.warning} ${row.member}`, row]),
  );
  const lines = published.flatMap((each) => {
    const [first] = each.versions;
    const made = first === undefined ? -1 : madeAt(facts, first);
    const at = facts.log[made]?.now;
    // What is recalled before anybody had it is told to nobody.
    if (at === undefined || each.versions.some((one) => one.isRecall && madeAt(facts, one) === made))
      return [];
    return subscriptions
      .filter(({ endpoint, expiresAt }) => !touched.has(endpoint) && (expiresAt?.getTime() ?? Infinity) > at)
      .filter((subscription) => {
        const row = ofReader.get(`${each.id} ${memberOf.get(subscription.endpoint)}`);
        return row !== undefined && asksFor(subscription, each.draft, row.reason.kind === 'DIRECT');
      })
      .map(({ endpoint }) => `${each.id} ${endpoint}`);
  });
  return [...new Set(lines)]
    .filter((line) => !has.has(line))
    .map((line) => `asked for, and not taken: ${line}`);
};

/** Whether workers who run now send what has waited since: in its period, or at the end of its subscription but for quiet hours. */
const isDueAt = (schedule: Subscription, { since, severe }: { since: Date; severe: boolean }, now: Date) =>
  isExpired(schedule, now)
    ? severe || !isQuiet(schedule.quietHours, schedule.timeZone, now)
    : lastPeriod(schedule, now).at > since;

/** What waits for a period comes with the first run of the workers in it, and what waits at an end with the first one after it. */
const late = ({ rows, subscriptions, touched, log, published }: MonthFacts): string[] => {
  const severe = new Set(published.filter(({ draft }) => isSevere(draft.severity)).map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row._id, row]));
  const scheduleOf = new Map(subscriptions.map((each) => [each.id, each]));
  return rows.flatMap(({ _id, at, endpoint, gathering, warning }) => {
    const digest = byId.get(gathering?.digest ?? '');
    const schedule = scheduleOf.get(gathering?.subscription ?? '');
    if (gathering?.cause !== 'GATHERED' || digest === undefined || schedule === undefined) return [];
    if (touched.has(endpoint)) return [];
    const waits = { since: at, severe: severe.has(warning ?? '') };
    const due = log.find(({ what, now }) => what === 'RUN' && isDueAt(schedule, waits, new Date(now)));
    return due?.now === digest.at.getTime() ? [] : [`not with the digest of its period: ${_id}`];
  });
};

type Step = { readonly step: string; readonly at: number };

const stepsOf = (from: number, due: number): Step[] => {
  const grace = Math.min(DAY_MS, Math.max(15 * MINUTE_MS, (due - from) / 10));
  return [
    { step: 'HALF', at: from + (due - from) / 2 },
    { step: 'DUE', at: due },
    { step: 'ALTERNATES', at: due + grace },
    { step: 'OUTSIDE', at: due + 2 * grace },
  ];
};

/** The steps that were due while the warning was in force, with the version of then. Nobody answers in this month. */
const stepsDone = (
  facts: MonthFacts,
  { draft, versions }: Published,
): { step: string; version: number }[] => {
  const [first] = versions;
  if (first === undefined || draft.answerBy == null) return [];
  const steps = stepsOf(first.at, Date.parse(draft.answerBy));
  const made = versions.map((version) => madeAt(facts, version));
  const done: { step: string; version: number }[] = [];
  let next = 0;
  facts.log.forEach(({ what, now }, at) => {
    const version = versions.filter(({ position }) => position <= at).length;
    const newest = versions[version - 1];
    // A version that is published and not delivered asks nobody yet.
    if (what !== 'RUN' || newest === undefined || newest.isRecall) return;
    if ((made[version - 1] ?? Infinity) > at || made[version - 1] === -1) return;
    for (let step = steps[next]; step !== undefined && step.at <= now; step = steps[next]) {
      // Half of the time is not made up for once all of it is over.
      const isLate = step.step === 'HALF' && (steps[next + 1]?.at ?? Infinity) <= now;
      if (!isLate) done.push({ step: step.step, version });
      next += 1;
    }
  });
  return done;
};

/** By whom it is read and by which step: each comes once, whatever is corrected, and nothing else comes. */
const reminded = (facts: MonthFacts): string[] => {
  const { rows, deliveries, published, endpoints, plans, mails } = facts;
  const rowOf = rowsByMail(rows);
  const asked = new Map(deliveries.map((row) => [row._id, row.member]));
  const came = mails.flatMap((mail) => {
    const row = rowOf(mail);
    return row?.occasion === 'REMINDER'
      ? [`${mail.to} ${row.warning} ${asked.get(String(row.details?.['delivery']))} ${row.details?.['step']}`]
      : [];
  });
  const got = Map.groupBy(
    rows.filter(({ occasion }) => occasion === 'WARNING'),
    ({ warning, version, member }) => `${warning} ${version} ${member}`,
  );
  const readers = new Set(deliveries.map((row) => `${row.warning} ${row.version} ${row.member}`));
  const ofMember = (id: string) => endpoints.filter(({ member, person }) => member === id && person === null);
  const toldBy = (warning: string, version: number, member: string, step: string): readonly Endpoint[] => {
    const plan = plans.find((each) => each.member === member);
    if (step === 'ALTERNATES')
      return endpoints.filter(({ person }) => person !== null && plan?.alternates.includes(person) === true);
    if (step === 'OUTSIDE') {
      const outside = plan?.outside ?? '';
      return readers.has(`${warning} ${version} ${outside}`) ? ofMember(outside) : [];
    }
    const by = new Set((got.get(`${warning} ${version} ${member}`) ?? []).map(({ endpoint }) => endpoint));
    return by.size > 0 ? endpoints.filter(({ id }) => by.has(id)) : ofMember(member);
  };
  const expected = published.flatMap((each) => {
    const members = deliveries.filter(({ warning, version }) => warning === each.id && version === 1);
    return stepsDone(facts, each).flatMap(({ step, version }) =>
      members.flatMap(({ member }) =>
        toldBy(each.id, version, member, step).map(
          ({ address }) => `${address} ${each.id} ${member} ${step}`,
        ),
      ),
    );
  });
  const isExpected = new Set(expected);
  const hasCome = new Set(came);
  return [
    ...expected.filter((each) => !hasCome.has(each)).map((each) => `a reminder did not come: ${each}`),
    ...came.filter((each) => !isExpected.has(each)).map((each) => `a reminder that is not due: ${each}`),
    ...[...Map.groupBy(came, (each) => each)].flatMap(([each, all]) =>
      all.length > 1 ? [`reminded ${all.length} times: ${each}`] : [],
    ),
  ];
};

/** Whoever was told a version, by itself, in a digest or by a reminder, is told by itself of those after it. */
const uncorrected = ({ rows, mails, published }: MonthFacts): string[] => {
  const rowOf = rowsByMail(rows);
  const items = Map.groupBy(
    rows.filter(({ state }) => state === 'SENT'),
    ({ gathering }) => gathering?.digest ?? '',
  );
  const told = new Map<string, number>();
  const single = new Set<string>();
  const note = ({ endpoint, warning, version }: ChannelDeliveryRow): void => {
    const key = `${endpoint} ${warning}`;
    told.set(key, Math.min(told.get(key) ?? Infinity, version ?? 0));
  };
  for (const mail of mails) {
    const row = rowOf(mail);
    if (row?.occasion === 'WARNING') single.add(`${row.endpoint} ${row.warning} ${row.version}`);
    if (row?.occasion === 'DIGEST') (items.get(row._id) ?? []).forEach(note);
    else if (row !== undefined) note(row);
  }
  const ended = new Set(
    rows
      .filter(({ state }) => state === 'CANCELLED')
      .map(({ endpoint, warning, version }) => `${endpoint} ${warning} ${version}`),
  );
  const versionsOf = new Map(published.map(({ id, versions }) => [id, versions]));
  return [...told].flatMap(([key, version]) =>
    (versionsOf.get(key.split(' ')[1] ?? '') ?? []).flatMap(({ isRecall }, at) => {
      const one = `${key} ${at + 1}`;
      // One that a newer one took the place of is none to tell any more; that one is.
      if (at + 1 <= version || single.has(one) || ended.has(one)) return [];
      return [`${isRecall ? 'a recall' : 'a correction'} did not come: ${one}`];
    }),
  );
};

/** Of what is recalled nothing is said any more. */
const afterRecall = ({ rows, mails, published }: MonthFacts): string[] => {
  const rowOf = rowsByMail(rows);
  return published.flatMap(({ id, draft, versions }) => {
    const recall = versions.find(({ isRecall }) => isRecall);
    if (recall === undefined) return [];
    const said = new RegExp(`\\b${draft.headline}\\b`);
    return mails
      .filter(({ at, subject, text }) => at.getTime() > recall.at && said.test(`${subject} ${text}`))
      .filter((mail) => rowOf(mail)?.warning !== id || rowOf(mail)?.version !== versions.length)
      .map(({ messageId }) => `it was recalled, and a mail tells of it: ${messageId} ${draft.headline}`);
  });
};
