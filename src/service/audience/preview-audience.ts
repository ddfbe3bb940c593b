// Previews who would receive a warning and why, and who would not and why, with the same functions as publishing.
import type { Audience } from '../../domain/audience.ts';
import type { Tlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import { audienceProblems, redProblems } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { visibleReason } from '../../policy/view.ts';
import { accessFactsOf } from './access-facts-of.ts';
import { type NotRecipient, type Recipient, recipientsOf, resolveAudience } from './resolve-audience.ts';

export type PreviewRequest = {
  readonly marking: Tlp;
  readonly audience: Audience;
  readonly exercise: string | null;
};

export type Preview = {
  readonly receives: readonly Recipient[];
  readonly doesNotReceive: readonly NotRecipient[];
};

export const previewAudience = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  actor: Actor,
  request: PreviewRequest,
): Promise<Outcome<Preview>> => {
  const permission = mayAct(actor, 'audience.preview', null);
  if (!permission.allowed) return refused(permission.problem);
  const directory = await hub.directory.current();
  const { audience, problems } = resolveAudience(request.audience, directory);
  const rules = [
    ...audienceProblems(request.audience),
    ...(request.marking === 'RED' ? redProblems(request.audience) : []),
    ...problems,
  ];
  if (rules.length > 0) return refused(...rules);
  const { marking: tlp, exercise } = request;
  const access = accessFactsOf({ publisher: actor.member.id, tlp, audience, exercise }, directory);
  const { recipients, notRecipients } = recipientsOf(access, directory, hub.clock.now().getTime());
  // A reason is written for its recipient; what that member declared is not for the publisher to see (I9).
  const receives = recipients.map((each) => ({ ...each, reason: visibleReason(each.reason, actor.member) }));
  return accepted({ receives, doesNotReceive: notRecipients });
};
