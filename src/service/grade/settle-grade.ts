// Brings the stored effective grade of a warning to what the reference sets say now. A refresh that raises a live warning
// notifies those that it addresses, once for each version, in the hub's name: by a notice, since only its publisher makes
// versions of it.
import { isHigher, toldGradeOf } from '../../domain/grade/effective-grade.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { rowId, type WarningRow } from '../../store/warnings.ts';
import { stateOf } from '../item/item.ts';
import { newEntry } from '../record/append-entry.ts';
import { type Judged, judgeGrade } from './judge-grade.ts';

export type SettlingDeps = Pick<
  Hub,
  'warnings' | 'feed' | 'entries' | 'references' | 'database' | 'clock' | 'entropy'
>;

/** `isNews` is false for what was known before the hub knew it: the first load of a set. */
export const settleGrade = async (hub: SettlingDeps, warning: string, isNews: boolean): Promise<void> => {
  const head = await hub.warnings.head(warning);
  if (head === null) return;
  const { summary, access } = contentOf(head.content);
  const judged = await judgeGrade(hub, summary);
  const { grade, isSure } = judged;
  if (!isSure || isStored(head, judged)) return;
  // What was announced so already, and was lower for a time, is no news when it comes back.
  const told = toldGradeOf(head, summary);
  const isRaised = isHigher(grade, told);
  const isLive = summary.kind === 'WARNING' && stateOf(summary, hub.clock.now().getTime()) === 'ACTIVE';
  const { version } = head;
  // A version that is judged for the first time is not raised: nobody was told another grade.
  const notifies =
    isNews &&
    isRaised &&
    isLive &&
    head.effectiveUrgency !== undefined &&
    (await hub.warnings.lastAnnounced(warning, version)) !== null;
  const key = `raised:${rowId(warning, version)}`;
  await hub.database.transactionUnlessTaken(async (session) => {
    // A newer version is judged by itself.
    const isFirst = head.effectiveUrgency === undefined;
    const last = notifies || isFirst ? grade : told;
    const regraded = { grade, told: { toldUrgency: last.urgency, toldCertainty: last.certainty } };
    if (!(await hub.warnings.regrade(warning, version, regraded, session))) return;
    await hub.feed.regrade(warning, version, grade, session);
    if (!notifies || (await hub.entries.hasKey(key, session))) return;
    const entry = newEntry(hub, {
      event: 'grade.raised',
      subject: { warning, version },
      exercise: access.exercise,
      key,
      hasNoWork: true,
    });
    if (await hub.feed.insertNotice({ warning, version, entry: entry._id }, session))
      await hub.entries.append([entry], session);
  });
};

const isStored = (head: WarningRow, { grade }: Judged): boolean =>
  head.effectiveUrgency === grade.urgency &&
  head.effectiveCertainty === grade.certainty &&
  (head.raisedBecause ?? null) === grade.because;
