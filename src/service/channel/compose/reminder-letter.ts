// That an answer is asked for and not given, to an endpoint. It is decided again here, at the moment of sending: whoever has
// answered meanwhile, or may not read the warning any more, is told nothing.
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import { strictest } from '../../../domain/marking.ts';
import { isOverUnasked, isPast } from '../../../domain/retention/end-of-warning.ts';
import { tidy } from '../../../exchange/text/wrap.ts';
import type { Hub } from '../../../hub.ts';
import { carriedTo } from '../../../policy/channel/carried-to.ts';
import { newAnswerLink } from '../../delivery/answer-link.ts';
import { readWarning } from '../../item/read-warning.ts';
import { endpointReader } from '../../subscription/endpoint-reader.ts';
import { type Composer, ended, type Letter } from './letter.ts';
import { waitingData } from './warning-words.ts';

export const reminderLetter: Composer = async (hub, turn, { delivery, endpoint }) => {
  const { warning, version } = delivery;
  const { delivery: about, step } = delivery.details ?? {};
  if (warning === null || version === null || typeof about !== 'string')
    return ended('CANCELLED', 'DELIVERY_BROKEN');
  const [row] = await hub.deliveries.byIds([about]);
  if (row?.isOpen !== true) return ended('CANCELLED', 'NOTHING_LEFT');
  const reader = endpointReader(turn.directory, endpoint);
  const item = reader === null ? null : await readWarning(hub, reader, warning);
  if (item === null) return ended('WITHHELD', 'POLICY_NO_LONGER_ALLOWS');
  const { summary, access } = item;
  if (summary.version !== version) return ended('CANCELLED', 'SUPERSEDED');
  // Its publisher may still ask for an answer; the hub by itself does not.
  if (step !== 'ASKED' && isOverUnasked(summary, turn.now)) return ended('CANCELLED', 'WARNING_EXPIRED');
  const marked = { tlp: strictest(access.tlp, summary.tlp), handling: summary.handling };
  const carried = carriedTo(endpoint, marked);
  if (carried === 'NOTHING') return ended('WITHHELD', 'ENCRYPTION_REQUIRED');
  const page = `${hub.origin}/warning/${warning}`;
  const isOwn = endpoint.member === row.member;
  // Only a mail brings a link that answers: a webhook goes to a program, which has a key.
  const answers = isOwn && endpoint.channel === 'MAIL';
  const link = answers ? linkThatAnswers(hub, { warning, version }, endpoint) : page;
  const mark = delivery.exercise === null ? '' : 'EXERCISE: ';
  const waits: Letter = {
    type: 'answer.waiting',
    data: { delivery: delivery._id, ...waitingData({ warning, link: page, exercise: delivery.exercise }) },
    subject: `${mark}A warning waits for an answer`,
    shownSubject: `${mark}A warning waits for an answer`,
    text: `${mark}A warning waits for an answer.\n${answers ? 'Answer it' : 'Sign in to read it'}:\n${link}`,
    link,
    ...(answers ? { secret: link } : {}),
    thread: { warning, version: 1 },
    unsubscribe: null,
  };
  if (carried === 'NOTICE') return { letter: waits };
  const headline = tidy(summary.headline).replace(/\s+/g, ' ').trim();
  const due = row.asking?.due?.toISOString() ?? null;
  const who = isOwn ? 'you have' : `${turn.directory.members.get(row.member)?.name ?? 'a member'} has`;
  const since = due === null ? '' : ` It is due ${due.slice(0, 16).replace('T', ' ')} UTC.`;
  const exercise = summary.exercise === null ? '' : 'EXERCISE ';
  const over = isPast(summary, turn.now) ? ' EXPIRED' : '';
  const facts = {
    headline,
    tlp: marked.tlp,
    exercise: summary.exercise,
    version,
    step,
    answerBy: due,
    isOwn,
  };
  return {
    letter: {
      ...waits,
      data: { ...waits.data, ...facts },
      subject: `${exercise}[TLP:${marked.tlp}] Answer${over}: ${headline}`,
      text: `${exercise}${headline}\n\nTLP:${marked.tlp}\nAn answer is asked for, and ${who} not given one.${since}\n${answers ? 'Answer it' : 'Read it'}:\n${link}`,
    },
  };
};

/** Whoever has it answers for those of the endpoint, until that is removed or its mail comes back. */
const linkThatAnswers = (
  hub: Hub,
  asked: { readonly warning: string; readonly version: number },
  { id: endpoint, member, person }: Endpoint,
): string => newAnswerLink(hub, { ...asked, member, person, from: null, endpoint }).url;
