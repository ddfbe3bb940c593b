// A page of applications, for who sees applicants at all.
import { pageSizeProblem } from '../../../domain/limit/page-size.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Application } from '../../../domain/partnership/admission.ts';
import { accepted, type Outcome, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { seesApplicants } from '../../../policy/naming.ts';
import { openTimed, sealTimed } from '../../timed-cursor.ts';

export type ApplicationPage = {
  readonly applications: readonly { readonly cursor: string; readonly application: Application }[];
  readonly hasNextPage: boolean;
};

export type ApplicationsRequest = {
  readonly first: number;
  /** Cursor of the page before. */
  readonly after: string | null;
  readonly onlyOpen: boolean;
};

/** The newest first; nothing for who sees no applicants. */
export const listApplications = async (
  hub: Pick<Hub, 'applications' | 'config' | 'cursorKey'>,
  actor: Actor,
  { first, after, onlyOpen }: ApplicationsRequest,
): Promise<Outcome<ApplicationPage>> => {
  const wrong = pageSizeProblem(first, hub.config.limits);
  if (wrong !== null) return refused(wrong);
  const list = { binding: `applications:${onlyOpen}`, prefix: 'application--' };
  const place = openTimed(hub.cursorKey, list, after);
  if (!place.ok) return place;
  if (!seesApplicants(actor)) return accepted({ applications: [], hasNextPage: false });
  const from = place.value === null ? null : { madeAt: place.value.at, id: place.value.id };
  const rows = await hub.applications.list({ onlyOpen, after: from }, first + 1);
  const applications = rows.slice(0, first).map((application) => ({
    cursor: sealTimed(hub.cursorKey, list, { at: application.madeAt, id: application.id }),
    application,
  }));
  return accepted({ applications, hasNextPage: rows.length > first });
};
