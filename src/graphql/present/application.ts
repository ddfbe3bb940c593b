// An application as administrators see it: who answers for it by slug, and of objections how many. Why somebody objects, the
// hub is told, and whoever objects. That its names are taken for another's is told operators alone: the other may be unlisted.
import type { Directory } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import {
  type Application,
  type Objection,
  type Sponsorship,
  standingObjections,
} from '../../domain/partnership/admission.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { isListedTo, seesApplicants } from '../../policy/naming.ts';

type ShownObjection = Pick<Objection, 'at' | 'reason'> & { readonly member: string };

export type ShownApplication = Pick<
  Application,
  'id' | 'stage' | 'contact' | 'needsReview' | 'madeAt' | 'windowEndsAt'
> &
  Pick<Application['facts'], 'slug' | 'name' | 'kind' | 'country' | 'sectors'> & {
    readonly sponsors: readonly string[];
    readonly objections: number;
    readonly refusal: string | null;
    readonly standingObjections: readonly ShownObjection[];
  };

export const shownApplication = async (
  { directory: { current } }: Pick<Hub, 'directory'>,
  actor: Actor,
  application: Application,
): Promise<ShownApplication> => {
  const { id, stage, contact, needsReview, madeAt, windowEndsAt, facts, sponsors } = application;
  const directory = await current();
  const { slug, name, kind, country, sectors } = facts;
  const objections = standingObjections(application);
  const slugOf = (member: string): string[] => {
    const found = directory.members.get(member);
    return found === undefined ? [] : [found.slug];
  };
  return {
    ...{ id, stage, contact, madeAt, windowEndsAt },
    needsReview: isOperator(actor) && needsReview,
    ...{ slug, name, kind, country, sectors },
    sponsors: sponsors
      .filter((each) => isNamedTo(directory, actor, each))
      .flatMap(({ member }) => slugOf(member)),
    objections: objections.length,
    refusal:
      isOperator(actor) || sponsors.some(({ member }) => member === actor.member.id)
        ? (application.refusal ?? null)
        : null,
    standingObjections: objections
      .filter(({ member }) => isOperator(actor) || member === actor.member.id)
      .flatMap(({ member, at, reason }) => slugOf(member).map((by) => ({ member: by, at, reason }))),
  };
};

const isOperator = (actor: Actor): boolean => mayAct(actor, 'member.administer', null).allowed;

/** A member may have become unlisted since it answered for somebody. */
const isNamedTo = (directory: Directory, actor: Actor, { member: id, isNamed }: Sponsorship): boolean => {
  const member = directory.members.get(id);
  if (member === undefined) return false;
  return isNamed === true || isOperator(actor) || isListedTo(directory, member, actor.member.id);
};

/** Null where there is none, or for who sees no applicants. */
export const readApplication = async (
  hub: Pick<Hub, 'applications' | 'directory'>,
  actor: Actor,
  id: string,
): Promise<ShownApplication | null> => {
  const application = await hub.applications.byId(id);
  return application === null || !seesApplicants(actor) ? null : shownApplication(hub, actor, application);
};
