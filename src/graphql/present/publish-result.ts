// The answer of publishing: what was written, or why nothing was. The warning itself is read again as its reader sees it.
import type { Outcome, Problem } from '../../domain/problem.ts';
import type { Published } from '../../service/warning/publish-warning.ts';
import type { RequestContext } from '../request-context.ts';

export type PublishResultSource = {
  readonly published: string | null;
  readonly recipients: number | null;
  readonly findings: Published['findings'];
  readonly refusals: readonly Problem[];
};

export const publishResult = (outcome: Outcome<Published>, context: RequestContext): PublishResultSource => {
  if (!outcome.ok) {
    for (const { code } of outcome.problems) context.observe.refused(code);
    return { published: null, recipients: null, findings: [], refusals: outcome.problems };
  }
  context.observe.published();
  const { warning, recipients, findings } = outcome.value;
  return { published: warning, recipients, findings, refusals: [] };
};
