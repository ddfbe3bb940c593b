// What stands of a question where a correction asks the same: since when it is asked, whether it was answered, and which
// reminders were sent. It is carried from row to row, so that it holds over every version, whoever makes the row first: targeting,
// a stream that is faster, or an answer.
import { askedBy, asksTheSame } from '../../domain/answer/asked-by.ts';
import { closingAnswers } from '../../domain/answer/asking.ts';
import { asksForMore, isOfWhatIsAsked } from '../../domain/answer/asks-for-more.ts';
import { answersIn, deliveryId, type GivenAnswer } from '../../domain/delivery.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';

type Deps = Pick<Hub, 'warnings' | 'deliveries'>;
type Asks = Pick<Summary, 'id' | 'version' | 'level' | 'answerBy' | 'updatedAt' | 'recall' | 'messageType'>;

/** Of what was corrected more often, older answers do not count any more. */
const MOST_VERSIONS = 20;

export type Standing = Pick<DeliveryRow, 'asking' | 'closedAt' | 'lastStep' | 'reminders'>;

/** By id of the member, for those that were asked the same before. */
export type StandingOf = (members: readonly string[]) => Promise<ReadonlyMap<string, Standing>>;

/** Former versions are read once, for all of its recipients. */
export const openStanding = ({ warnings, deliveries }: Deps, summary: Asks): StandingOf => {
  const { id: warning } = summary;
  const asked = new Map<number, boolean>();
  const isAskedBy = async (version: number): Promise<boolean> => {
    const known = asked.get(version);
    if (known !== undefined) return known;
    const row = await warnings.version(warning, version);
    const isSame = row !== null && asksTheSame(contentOf(row.content).summary, summary);
    asked.set(version, isSame);
    return isSame;
  };
  return async (members) => {
    const found = new Map<string, Standing>();
    let left = members;
    // Most have the version before; whoever was left out of it may have an older one.
    const oldest = Math.max(1, summary.version - MOST_VERSIONS);
    for (let version = summary.version - 1; askedBy(summary) !== null && version >= oldest; version -= 1) {
      if (left.length === 0 || !(await isAskedBy(version))) break;
      const rows = await deliveries.byIds(left.map((id) => deliveryId(warning, version, id, 'FEED')));
      for (const row of rows) found.set(row.member, standingIn(row));
      left = left.filter((id) => !found.has(id));
    }
    return found;
  };
};

/** When what it asks was answered; null where it was not, or nothing is asked. */
const closedIn = ({ asking, closedAt, answer, answers, acknowledgedAt }: DeliveryRow): Date | null => {
  // A hub of the release before writes an answer, and not that it closes the question.
  const isWhole = answers?.every(({ site }) => site === undefined) !== false;
  const closes =
    asking !== undefined && answer !== null && isWhole && closingAnswers(asking).includes(answer);
  return closedAt ?? (closes ? acknowledgedAt : null);
};

/**
 * Whether its member has answered it: what it asks, if to a former version that asks the same. It stays true, or false, when a later
 * version closes what former ones ask.
 */
export const isAnsweredIn = (row: DeliveryRow): boolean =>
  row.asking === undefined ? row.answer !== null : closedIn(row) !== null;

const standingIn = (row: DeliveryRow): Standing => {
  const { asking, lastStep, reminders } = row;
  // A hub of the release before does not write which step was the last: those that were sent say it.
  const last = lastStep ?? reminders?.map(({ step }) => step).findLast((step) => step !== 'ASKED');
  const closed = closedIn(row);
  return {
    ...(asking === undefined ? {} : { asking }),
    ...(closed === null ? {} : { closedAt: closed }),
    ...(last === undefined ? {} : { lastStep: last }),
    ...(reminders === undefined ? {} : { reminders }),
  };
};

/** Former rows of the same question, the newest first: what a correction asks anew begins with another instant. */
const formerRows = async (
  { deliveries }: Pick<Hub, 'deliveries'>,
  { warning, version, member, asking }: DeliveryRow,
): Promise<DeliveryRow[]> => {
  const ids = Array.from({ length: Math.min(version - 1, MOST_VERSIONS) }, (_, back) =>
    deliveryId(warning, version - 1 - back, member, 'FEED'),
  );
  const rows = ids.length === 0 || asking === undefined ? [] : await deliveries.byIds(ids);
  return rows
    .filter((row) => row.asking?.from.getTime() === asking?.from.getTime())
    .sort((one, other) => other.version - one.version);
};

/**
 * What was answered to former versions that ask the same, oldest first, as far as it is true of this one (`summary`): where
 * that asks for more, whoever had done what was asked has seen it.
 */
export const answersBefore = async (
  hub: Deps,
  row: DeliveryRow,
  summary: Summary,
): Promise<GivenAnswer[]> => {
  const found: GivenAnswer[] = [];
  for (const former of (await formerRows(hub, row)).reverse()) {
    const given = answersIn(former);
    const isLess =
      given.some(({ answer }) => isOfWhatIsAsked(answer)) &&
      (await asksForMoreThan(hub, former.version, summary));
    found.push(
      ...given.map((each) =>
        isLess && isOfWhatIsAsked(each.answer) ? { ...each, answer: 'SEEN' as const } : each,
      ),
    );
  }
  return found;
};

/** What is not there any more may have asked for anything. */
export const asksForMoreThan = async (
  { warnings }: Pick<Hub, 'warnings'>,
  version: number,
  summary: Summary,
): Promise<boolean> => {
  const former = await warnings.version(summary.id, version);
  return former === null || asksForMore(contentOf(former.content).summary, summary);
};

/** The answer of the member as a whole to this version, or to the newest that asks the same. */
export const standingAnswer = async (
  hub: Pick<Hub, 'deliveries'>,
  row: DeliveryRow,
): Promise<DeliveryRow['answer']> =>
  row.answer ?? (await formerRows(hub, row)).find(({ answer }) => answer !== null)?.answer ?? null;
