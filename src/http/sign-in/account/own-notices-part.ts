// The part of /account with what an administrator of the organisation is to see to in time.
import type { Hub } from '../../../hub.ts';
import { ownNotices } from '../../../service/person/own-notices.ts';
import type { SignedIn } from '../../../service/session/read-session.ts';
import { notice } from '../markup/fields.ts';
import { type Html, html } from '../markup/html.ts';
import { filled, momentIn, type Speech } from '../words/speech.ts';

export const ownNoticesPart = async (hub: Hub, { actor }: SignedIn, speech: Speech): Promise<Html | null> => {
  const found = await ownNotices(hub, actor);
  if (found === null) return null;
  const { attestBy, warned } = found;
  const { notices } = speech.words;
  const isOver = attestBy !== null && attestBy <= hub.clock.now();
  return html`${
    attestBy === null
      ? null
      : notice(filled(isOver ? notices.overdue : notices.attest, { at: momentIn(speech, attestBy) }), 'plain')
  }${warned.map(({ handle, dormantAt }) =>
    notice(
      filled(notices.dormant, {
        person: `${actor.member.slug}/${handle ?? ''}`,
        at: dormantAt === null ? '' : momentIn(speech, dormantAt),
      }),
      'plain',
    ),
  )}`;
};
