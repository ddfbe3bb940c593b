// An issuer withdraws an advisory, or replaces it by another: the warning that it became here is cancelled, with the reason.
import type { Actor } from '../../domain/member.ts';
import type { CsafAdvisory } from '../../exchange/csaf/document.ts';
import { issuerName } from '../../exchange/csaf/draft.ts';
import { modifiedAfter, toInstant } from '../../exchange/csaf/tracking.ts';
import type { Ended } from '../../exchange/csaf-note/ended.ts';
import type { VersionDeps } from '../version/attempt-version.ts';
import { draftOf } from '../version/correct-version.ts';
import type { PreviousVersion } from '../version/marking-of.ts';
import type { VersionToPrepare } from '../version/prepare-version.ts';

/** The last version of the warning. It repeats the texts of the one before, as every cancellation does. */
export const cancellationOf = async (
  hub: Pick<VersionDeps, 'clock' | 'directory'>,
  actor: Actor,
  { document }: CsafAdvisory,
  { previous, ended }: { readonly previous: PreviousVersion; readonly ended: Ended },
): Promise<VersionToPrepare> => {
  const { summary, access } = previous.content;
  const directory = await hub.directory.current();
  const released = toInstant(document.tracking.current_release_date);
  const now = modifiedAfter(released, summary.updatedAt);
  return {
    assertion: {
      id: summary.id,
      version: summary.version + 1,
      draft: draftOf(previous.content),
      publisher: directory.members.get(actor.member.id) ?? actor.member,
      publishedAt: summary.publishedAt,
      now,
      takenAt: hub.clock.now().toISOString(),
    },
    audience: access.audience,
    directory,
    previous,
    messageType: 'CANCEL',
    sourceModified: released === now ? null : released,
    cancelReason: ended.reason,
    issuer: issuerName(document.publisher),
  };
};
