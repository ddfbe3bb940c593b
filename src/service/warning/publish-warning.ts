// Publishes a warning or best practice: its first version. Everything asynchronous follows from its entry.
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Draft } from '../../domain/warning.ts';
import { draftProblems } from '../../domain/warning-rules.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { careOf } from '../audience/publish-care.ts';
import { resolveAudience } from '../audience/resolve-audience.ts';
import type { VersionDeps } from '../version/attempt-version.ts';
import { essentialProblem } from '../version/essential-problem.ts';
import { careNotes, draftNotes, publishedBefore } from '../version/notes.ts';
import type { VersionToPrepare } from '../version/prepare-version.ts';
import { type ActOptions, type Published, publishVersion } from '../version/publish-version.ts';
import { readBundle } from '../version/read-bundle.ts';

export const publishWarning = async (
  hub: VersionDeps,
  actor: Actor,
  draft: Draft,
  options: ActOptions = {},
): Promise<Outcome<Published>> => {
  const permission = mayAct(actor, draft.kind === 'WARNING' ? 'warning.publish' : 'practice.publish', null);
  if (!permission.allowed) return refused(permission.problem);
  const alone = essentialProblem(draft, options);
  if (alone !== null) return refused(alone);
  const prefix = draft.kind === 'WARNING' ? 'warning' : 'practice';
  const id = `${prefix}--${hub.entropy.uuid()}`;
  const { approved } = options;
  const act = {
    operation: 'publish',
    payload: draft,
    event: 'warning.published',
    storageClass: 'CONTENT',
    propose: () => propose(hub, actor, draft, { id, isTrial: options.isTrial === true }),
    ...(approved === undefined ? {} : { also: (session: Session) => approved(session, id) }),
  } as const;
  return publishVersion(hub, actor, act, options);
};

const propose = async (
  hub: VersionDeps,
  actor: Actor,
  draft: Draft,
  { id, isTrial }: { readonly id: string; readonly isTrial: boolean },
): Promise<Outcome<VersionToPrepare>> => {
  const broken = draftProblems(draft, hub.clock.now());
  const directory = await hub.directory.current();
  const { audience, problems } = await resolveAudience(hub, draft, { actor, directory });
  if (broken.length + problems.length > 0) {
    // Everything that is wrong at once: a fault of the texts hides none of the bundle.
    const bundle = await readBundle(hub, actor, draft);
    return refused(...broken, ...problems, ...(bundle.ok ? [] : bundle.problems));
  }
  const now = hub.clock.now().toISOString();
  const publisher = directory.members.get(actor.member.id) ?? actor.member;
  return accepted({
    assertion: { id, version: 1, draft, publisher, publishedAt: now, now },
    audience,
    directory,
    previous: null,
    messageType: 'ALERT',
    sourceModified: null,
    cancelReason: null,
    careOf: async (access, receives) => careNotes(await careOf(hub, access, { receives })),
    notes: [
      ...draftNotes(draft, { directory, member: actor.member.id, now: hub.clock.now() }),
      ...(isTrial ? await publishedBefore(hub, actor, draft, audience) : []),
    ],
  });
};
