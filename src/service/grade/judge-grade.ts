// What the reference sets make of the grade of a version: from the CVEs in its summary, which each of its readers has.
import {
  type EffectiveGrade,
  EXPLOITED_SET,
  type Exploited,
  effectiveGradeOf,
  exploitedIn,
  type StoredGrade,
  storedGrade,
} from '../../domain/grade/effective-grade.ts';
import type { Summary, WarningDraft } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { isLoaded } from '../../store/references.ts';

type Deps = Pick<Hub, 'references'>;

const exploitedAmong = async (hub: Deps, cves: readonly string[]): Promise<Exploited[]> =>
  exploitedIn(await hub.references.lookUp(EXPLOITED_SET, cves));

export type Judged = {
  readonly grade: EffectiveGrade;
  /** False where the catalogue was never loaded whole and says nothing of it: the version is judged later. */
  readonly isSure: boolean;
};

export const judgeGrade = async (hub: Deps, summary: Summary): Promise<Judged> => {
  if (summary.cves.length === 0) return { grade: effectiveGradeOf(summary, []), isSure: true };
  const [exploited, states] = await Promise.all([exploitedAmong(hub, summary.cves), hub.references.states()]);
  const isSure = exploited.length > 0 || isLoaded(states.get(EXPLOITED_SET));
  return { grade: effectiveGradeOf(summary, exploited), isSure };
};

/** As stored with a new version: nothing where it is to be judged later. */
export const newGrade = async (hub: Deps, summary: Summary): Promise<StoredGrade> => {
  const { grade, isSure } = await judgeGrade(hub, summary);
  return isSure ? storedGrade(grade) : {};
};

/**
 * The draft of an advisory with the grade that the hub gives it on behalf of its importer: what is known to be exploited is
 * not "possible". `cves` are those that the advisory names.
 */
export const firstGrade = async (
  hub: Deps,
  draft: WarningDraft,
  cves: readonly string[],
): Promise<WarningDraft> => {
  const stated = { ...draft, messageType: 'ALERT' } as const;
  const { urgency, certainty } = effectiveGradeOf(stated, await exploitedAmong(hub, cves));
  return { ...draft, urgency, certainty };
};
