// A page of applications, for who sees applicants at all.
import { pageSizeProblem } from '../../../domain/limit/page-size.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Application } from '../../../domain/partnership/admission.ts';
import { accepted, type Outcome, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { seesApplicants } from '../../../policy/naming.ts';
import type { ApplicationSearch } from '../../../store/partnership/applications.ts';
import { cursorProblem, openBlock, sealBlock } from '../../cursor.ts';

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
  const binding = `applications:${onlyOpen}`;
  const place = after === null ? null : openBlock(hub.cursorKey, binding, after);
  if (after !== null && place === null) return refused(cursorProblem(hub.cursorKey, binding, after));
  if (!seesApplicants(actor)) return accepted({ applications: [], hasNextPage: false });
  const from = place === null ? null : placeIn(place);
  const rows = await hub.applications.list({ onlyOpen, after: from }, first + 1);
  const applications = rows
    .slice(0, first)
    .map((each) => ({ cursor: sealBlock(hub.cursorKey, binding, placeOf(each)), application: each }));
  return accepted({ applications, hasNextPage: rows.length > first });
};

const PREFIX = 'application--';
const TIME_BYTES = 6;

/** The time, and the beginning of the id. */
const placeOf = ({ madeAt, id }: Application): Buffer => {
  const place = Buffer.alloc(2 * TIME_BYTES);
  place.writeUIntBE(madeAt.getTime(), 0, TIME_BYTES);
  Buffer.from(id.slice(PREFIX.length).replaceAll('-', ''), 'hex').copy(place, TIME_BYTES, 0, TIME_BYTES);
  return place;
};

const placeIn = (place: Buffer): ApplicationSearch['after'] => {
  const hex = place.toString('hex', TIME_BYTES);
  return {
    madeAt: new Date(place.readUIntBE(0, TIME_BYTES)),
    id: `${PREFIX}${hex.slice(0, 8)}-${hex.slice(8)}`,
  };
};
