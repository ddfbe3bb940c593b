// A page of the organisations that ask to be admitted, newest first.
import { pageSizeProblem } from '../../../domain/limit/page-size.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Application } from '../../../domain/partnership/admission.ts';
import { accepted, type Outcome, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { seesApplicants } from '../../../policy/naming.ts';
import type { ApplicationPlace } from '../../../store/partnership/applications.ts';
import { cursorProblem, openBlock, sealBlock } from '../../cursor.ts';

export type ApplicationsRequest = {
  readonly first: number;
  /** Cursor of the page before. */
  readonly after: string | null;
  /** Those that are decided too. */
  readonly all: boolean;
};

export type ApplicationPage = {
  readonly applications: readonly { readonly cursor: string; readonly application: Application }[];
  readonly hasNextPage: boolean;
};

type Deps = Pick<Hub, 'applications' | 'config' | 'cursorKey'>;

const TIME_BYTES = 6;
/** The first digits of the id tell applications of one instant apart. */
const ID_DIGITS = 12;

/** Empty for whoever sees no applicants. */
export const listApplications = async (
  hub: Deps,
  actor: Actor,
  { first, after, all }: ApplicationsRequest,
): Promise<Outcome<ApplicationPage>> => {
  const wrong = pageSizeProblem(first, hub.config.limits);
  if (wrong !== null) return refused(wrong);
  const binding = `applications:${all ? 'all' : 'open'}`;
  const place = after === null ? null : openBlock(hub.cursorKey, binding, after);
  if (after !== null && place === null) return refused(cursorProblem(hub.cursorKey, binding, after));
  if (!seesApplicants(actor)) return accepted({ applications: [], hasNextPage: false });
  const found = await hub.applications.list(all, first + 1, place === null ? null : placeIn(place));
  return accepted({
    applications: found.slice(0, first).map((application) => ({
      cursor: sealBlock(hub.cursorKey, binding, bytesOf(application)),
      application,
    })),
    hasNextPage: found.length > first,
  });
};

const digitsOf = (id: string): string =>
  id
    .slice(id.indexOf('--') + 2)
    .replaceAll('-', '')
    .slice(0, ID_DIGITS);

const bytesOf = ({ id, madeAt }: Pick<Application, 'id' | 'madeAt'>): Buffer => {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(madeAt.getTime(), 0, TIME_BYTES);
  return Buffer.concat([time, Buffer.from(digitsOf(id), 'hex')]);
};

/** A part of an id is before the whole of it. */
const placeIn = (bytes: Buffer): ApplicationPlace => {
  const digits = bytes.subarray(TIME_BYTES).toString('hex');
  return {
    madeAt: new Date(bytes.readUIntBE(0, TIME_BYTES)),
    beforeId: `application--${digits.slice(0, 8)}-${digits.slice(8)}`,
  };
};
