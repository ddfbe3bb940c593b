// The result of publishing: the new version, or why nothing was written. It shows the version in memory without reading
// it back.
import type { Outcome, Problem } from '../../domain/problem.ts';
import type { Published } from '../../service/version/publish-version.ts';
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
  const { warning, recipients, findings, item } = outcome.value;
  if (item !== null) context.loaders.warnings().clear(warning).prime(warning, item);
  else context.loaders.warnings().clear(warning);
  return { published: warning, recipients, findings, refusals: [] };
};
