// The result of publishing: the new version, or why nothing was written. It shows the version in memory without reading
// it back.
import type { Outcome, Problem } from '../../domain/problem.ts';
import { type PreviewedLetter, previewedLetters } from '../../service/channel/compose/previewed-letters.ts';
import type { Published } from '../../service/version/publish-version.ts';
import type { RequestContext } from '../request-context.ts';

/** `level` as the schema names it; a finding in a playbook is never a breach of STIX. */
type FindingSource = Omit<Published['findings'][number], 'level'> & {
  readonly level: 'RECEIVED' | 'WARNING';
};

const findingSource = (finding: Published['findings'][number]): FindingSource => ({
  ...finding,
  level: 'level' in finding && finding.level === 'received' ? 'RECEIVED' : 'WARNING',
});

export type PublishResultSource = {
  readonly published: string | null;
  readonly recipients: number | null;
  readonly inWords: string | null;
  readonly findings: readonly FindingSource[];
  readonly letters: readonly PreviewedLetter[];
  readonly refusals: readonly Problem[];
};

export const publishResult = (outcome: Outcome<Published>, context: RequestContext): PublishResultSource => {
  if (!outcome.ok) {
    for (const { code } of outcome.problems) context.observe.refused(code);
    return {
      published: null,
      recipients: null,
      inWords: null,
      findings: [],
      letters: [],
      refusals: outcome.problems,
    };
  }
  const { warning, recipients, findings: found, item, inWords, isTrial, draft } = outcome.value;
  const findings = found.map(findingSource);
  if (isTrial) {
    const { origin, clock } = context.hub;
    const letters = draft === undefined ? [] : previewedLetters({ origin, now: clock.now() }, draft);
    return { published: null, recipients, inWords, findings, letters, refusals: [] };
  }
  context.observe.published();
  if (item !== null) context.loaders.warnings().clear(warning).prime(warning, item);
  else context.loaders.warnings().clear(warning);
  return { published: warning, recipients, inWords, findings, letters: [], refusals: [] };
};

/** Of a narrowing, with the id of the notice to those who lose it. */
export type NarrowResultSource = Omit<PublishResultSource, 'findings' | 'letters'> & {
  readonly notice: string | null;
  readonly losing: number | null;
};

export const narrowResult = (outcome: Outcome<Published>, context: RequestContext): NarrowResultSource => {
  const { findings: _, letters: _l, ...result } = publishResult(outcome, context);
  if (!outcome.ok) return { ...result, notice: null, losing: null };
  const { notice, isTrial } = outcome.value;
  return { ...result, notice: isTrial ? null : (notice?.warning ?? null), losing: notice?.listed ?? 0 };
};
