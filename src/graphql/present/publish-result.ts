// The result of publishing: the new version, or why nothing was written. It shows the version in memory without reading
// it back.
import type { Outcome, Problem } from '../../domain/problem.ts';
import type { Published } from '../../service/version/publish-version.ts';
import type { RequestContext } from '../request-context.ts';

export type PublishResultSource = {
  readonly published: string | null;
  readonly recipients: number | null;
  readonly inWords: string | null;
  readonly findings: Published['findings'];
  readonly refusals: readonly Problem[];
};

export const publishResult = (outcome: Outcome<Published>, context: RequestContext): PublishResultSource => {
  if (!outcome.ok) {
    for (const { code } of outcome.problems) context.observe.refused(code);
    return { published: null, recipients: null, inWords: null, findings: [], refusals: outcome.problems };
  }
  const { warning, recipients, findings, item, inWords, isTrial } = outcome.value;
  if (isTrial) return { published: null, recipients, inWords, findings, refusals: [] };
  context.observe.published();
  if (item !== null) context.loaders.warnings().clear(warning).prime(warning, item);
  else context.loaders.warnings().clear(warning);
  return { published: warning, recipients, inWords, findings, refusals: [] };
};
