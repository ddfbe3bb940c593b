// The part of /account with what an administrator of the organisation is to see to in time.
import type { Hub } from '../../../hub.ts';
import { ownNotices } from '../../../service/person/own-notices.ts';
import type { SignedIn } from '../../../service/session/read-session.ts';
import { notice } from '../markup/fields.ts';
import { type Html, html } from '../markup/html.ts';
import { momentText } from '../markup/words.ts';

export const ownNoticesPart = async (hub: Hub, { actor }: SignedIn): Promise<Html | null> => {
  const found = await ownNotices(hub, actor);
  if (found === null) return null;
  const { attestBy, warned } = found;
  const isOver = attestBy !== null && attestBy <= hub.clock.now();
  return html`${
    attestBy === null
      ? null
      : notice(
          `${isOver ? 'Overdue: attest' : 'Attest'} that the facts of your organisation are right, by ${momentText(attestBy)} (tocsin member attest). ${isOver ? 'Until then it gets' : 'After that it gets'} nothing above TLP:GREEN.`,
          'plain',
        )
  }${warned.map(({ handle, dormantAt }) =>
    notice(
      `${actor.member.slug}/${handle ?? ''} has not signed in for long. The access becomes dormant on ${dormantAt === null ? '' : momentText(dormantAt)}.`,
      'plain',
    ),
  )}`;
};
