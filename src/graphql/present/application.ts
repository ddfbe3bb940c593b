// An application as administrators see it: who answers for it by slug, and of objections only how many.
import type { Actor } from '../../domain/member.ts';
import type { Application } from '../../domain/partnership/admission.ts';
import type { Hub } from '../../hub.ts';
import { seesApplicants } from '../../policy/naming.ts';

export type ShownApplication = Pick<
  Application,
  'id' | 'stage' | 'contact' | 'needsReview' | 'madeAt' | 'windowEndsAt'
> &
  Pick<Application['facts'], 'slug' | 'name' | 'kind' | 'country' | 'sectors'> & {
    readonly sponsors: readonly string[];
    readonly objections: number;
  };

export const shownApplication = async (
  { directory }: Pick<Hub, 'directory'>,
  { id, stage, contact, needsReview, madeAt, windowEndsAt, facts, sponsors, objections }: Application,
): Promise<ShownApplication> => {
  const { members } = await directory.current();
  const { slug, name, kind, country, sectors } = facts;
  return {
    ...{ id, stage, contact, needsReview, madeAt, windowEndsAt },
    ...{ slug, name, kind, country, sectors },
    sponsors: sponsors.flatMap(({ member }) => members.get(member)?.slug ?? []),
    objections: objections.length,
  };
};

/** Null where there is none, or for who sees no applicants. */
export const readApplication = async (
  hub: Pick<Hub, 'applications' | 'directory'>,
  actor: Actor,
  id: string,
): Promise<ShownApplication | null> => {
  const application = await hub.applications.byId(id);
  return application === null || !seesApplicants(actor) ? null : shownApplication(hub, application);
};
