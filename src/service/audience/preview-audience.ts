// Previews who would receive a warning and why, and who would not and why, as far as its publisher may know: from the
// audience and the public default matrix alone, whatever members have declared (I32).
import type { Audience } from '../../domain/audience.ts';
import type { Care } from '../../domain/care/publish-care.ts';
import type { Tlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import { audienceProblems, exerciseProblems, redProblems } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { publicAccessFactsOf } from './access-facts-of.ts';
import { type ListedMembers, listedMembers } from './listed-members.ts';
import { type CareDeps, careOf } from './publish-care.ts';
import { resolveAudience } from './resolve-audience.ts';

export type PreviewRequest = {
  readonly marking: Tlp;
  readonly audience: Audience;
  readonly exercise: string | null;
};

export const previewAudience = async (
  hub: Pick<Hub, 'members' | 'directory' | 'communities' | 'clock'> & CareDeps,
  actor: Actor,
  request: PreviewRequest,
): Promise<Outcome<ListedMembers & { readonly care: readonly Care[] }>> => {
  const permission = mayAct(actor, 'audience.preview', null);
  if (!permission.allowed) return refused(permission.problem);
  const broken = [
    ...audienceProblems(request.audience),
    ...exerciseProblems('$.exercise', request.exercise),
    ...(request.marking === 'RED' ? redProblems(request.audience) : []),
  ];
  if (broken.length > 0) return refused(...broken);
  const directory = await hub.directory.current();
  const { audience, problems } = await resolveAudience(hub, request, { actor, directory });
  if (problems.length > 0) return refused(...problems);
  const { marking: tlp, exercise } = request;
  const access = publicAccessFactsOf({ publisher: actor.member.id, tlp, audience, exercise });
  const listed = await listedMembers(hub, access, directory);
  return accepted({ ...listed, care: await careOf(hub, access, listed) });
};
