// Messages of the hub itself to an endpoint: the challenge that proves it, the test that its owner asks for, and the notice that
// another endpoint of the member has failed, that its facts are to be attested, that an access will be dormant, that a case waits, that
// a community is empty, or that shows whether an address takes mail. None of them says anything of a warning.
import { isEmptyOf, isListedTo } from '../../../domain/partnership/disclosure.ts';
import type { Hub } from '../../../hub.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import { CODE_MS, challengeCode } from '../challenge-code.ts';
import type { Turn } from '../send/turn.ts';
import { type Composed, type Composer, ended, type Letter } from './letter.ts';

type Told = Pick<ChannelDeliveryRow, '_id' | 'details'>;

const ofHub = (facts: Pick<Letter, 'type' | 'data' | 'subject' | 'text'>): Letter => ({
  ...facts,
  shownSubject: facts.subject,
  link: null,
  thread: null,
  unsubscribe: null,
});

export const challengeLetter: Composer = async (hub, turn, { delivery, endpoint }) => {
  // Tried again for longer than its code is good, it would prove an address that nobody asks for any more.
  if (turn.now.getTime() - delivery.at.getTime() >= CODE_MS) return ended('CANCELLED', 'NOTHING_LEFT');
  const code = challengeCode(hub, delivery._id);
  return {
    letter: {
      ...ofHub({
        type: 'endpoint.challenge',
        data: { delivery: delivery._id, endpoint: endpoint.id, challenge: code },
        subject: `Confirm this address for ${hubName(hub)}`,
        text: [
          `Somebody asked ${hub.origin} to send mail to this address.`,
          'If it was you, or your organisation, give this code there within a day:',
          `\n    ${code}\n`,
          'If it was not, do nothing: no further mail comes.',
        ].join('\n'),
      }),
      ...(endpoint.channel === 'WEBHOOK' ? { expects: code } : {}),
    },
  };
};

export const testLetter: Composer = async (hub, _, { delivery, endpoint }) => ({
  letter: ofHub({
    type: 'endpoint.test',
    data: { delivery: delivery._id, endpoint: endpoint.id },
    subject: `Test from ${hubName(hub)}`,
    text: `This is a test: ${hub.origin} reaches this address. There is nothing to do.`,
  }),
});

/** `details.what` says which; without it, `details.about` is the endpoint that failed, `details.isDisabled` whether it was disabled for it. */
export const noticeLetter: Composer = async (hub, turn, { delivery, endpoint }) => {
  switch (delivery.details?.['what']) {
    case 'SILENT':
      return { letter: silentLetter(hub, delivery._id) };
    case 'ATTEST':
      return { letter: attestLetter(hub, delivery) };
    case 'DORMANT':
      return dormantLetter(hub, turn, delivery);
    case 'PROBE':
      return { letter: probeLetter(hub, delivery._id) };
    case 'CASE':
      return caseLetter(hub, delivery);
    case 'EMPTIED':
      return emptiedLetter(hub, turn, { delivery, member: endpoint.member });
  }
  const about = delivery.details?.['about'];
  if (typeof about !== 'string') return ended('CANCELLED', 'DELIVERY_BROKEN');
  const cause = String(delivery.details?.['cause'] ?? '');
  const isDisabled = delivery.details?.['isDisabled'] === true;
  const what = isDisabled ? 'was disabled' : 'did not take what was sent to it, after all attempts';
  return {
    letter: ofHub({
      type: 'endpoint.failed',
      data: { delivery: delivery._id, endpoint: about, cause, isDisabled },
      subject: isDisabled ? 'An endpoint of yours was disabled' : 'An endpoint of yours does not answer',
      text: [
        `The endpoint ${about} of your organisation ${what} (${cause}).`,
        'What waits for you is in the hub:',
        hub.origin,
        '',
        `To see why: tocsin delivery list --channel ${about}`,
      ].join('\n'),
    }),
  };
};

/** It is also the attempt that shows whether this address still takes anything. */
const silentLetter = (hub: Pick<Hub, 'origin'>, delivery: string): Letter =>
  ofHub({
    type: 'member.silent',
    data: { delivery },
    subject: 'Nothing has reached your organisation for 30 days',
    text: [
      `For 30 days nothing that ${hub.origin} sends has reached your organisation, and nobody has signed in.`,
      'That you read this shows that this address works. Please look at the others, and at who should get warnings:',
      hub.origin,
    ].join('\n'),
  });

/** After a report that mail does not arrive, which anybody may have written; when this comes back too, it does not. */
const probeLetter = (hub: Pick<Hub, 'origin'>, delivery: string): Letter =>
  ofHub({
    type: 'endpoint.probed',
    data: { delivery },
    subject: `Does this address take mail of ${hubName(hub)}?`,
    text: [
      `Somebody reported that mail of ${hub.origin} to this address does not arrive.`,
      'This mail shows whether it does: if you read it, there is nothing to do.',
      'If it comes back, nothing more is sent here until the address is proved again.',
    ].join('\n'),
  });

/** `details.case`, which nobody has taken yet; what it is about, and who asks, is read in the hub. */
const caseLetter = async (
  { origin, cases }: Pick<Hub, 'origin' | 'cases'>,
  { _id, details }: Told,
): Promise<Composed> => {
  const found = await cases.byId(String(details?.['case']));
  if (found?.state !== 'OPEN') return ended('CANCELLED', 'NOTHING_LEFT');
  const isOverdue = details?.['isOverdue'] === true;
  const mark = found.exercise === null ? '' : 'EXERCISE: ';
  const subject = `${mark}A case waits for you${isOverdue ? ', and its time is over' : ''}`;
  return {
    letter: ofHub({
      type: isOverdue ? 'case.overdue' : 'case.opened',
      data: {
        delivery: _id,
        case: found.id,
        dueAt: found.dueAt.toISOString(),
        ...(found.exercise === null ? {} : { isExercise: true }),
      },
      subject,
      text: [
        `${subject}: ${found.id}.`,
        `Somebody needs help, and nobody has taken it. It is due ${found.dueAt.toISOString().slice(0, 16).replace('T', ' ')} UTC. Sign in to see it:`,
        `${origin}/cases`,
      ].join('\n'),
    }),
  };
};

/** `details.days` until the facts are due (0: overdue), `details.dueAt` when that is. */
const attestLetter = ({ origin }: Pick<Hub, 'origin'>, { _id, details }: Told): Letter => {
  const days = Number(details?.['days'] ?? 0);
  const dueAt = String(details?.['dueAt'] ?? '');
  const day = dueAt.slice(0, DAY_DIGITS);
  return ofHub({
    type: 'member.attestation',
    data: { delivery: _id, days, dueAt },
    subject:
      days === 0
        ? 'The attestation of your organisation is overdue'
        : `Attest the facts of your organisation until ${day}`,
    text: [
      days === 0
        ? 'An administrator of your organisation has not attested its facts this year. It gets nothing above TLP:GREEN until one does.'
        : `Once a year an administrator of your organisation attests that its facts are right: until ${day}. After that it gets nothing above TLP:GREEN.`,
      `Sign in at ${origin}, or:`,
      '\n    tocsin member attest',
    ].join('\n'),
  });
};

/** `details.person`, whose access becomes dormant at `details.dormantAt`. */
const dormantLetter = (
  { origin }: Pick<Hub, 'origin'>,
  { directory }: Turn,
  { _id, details }: Told,
): Composed => {
  const person = directory.persons.get(String(details?.['person']));
  const member = directory.members.get(person?.member ?? '');
  // It has left since.
  if (person === undefined || member === undefined) return ended('CANCELLED', 'PERSON_UNKNOWN');
  const dormantAt = String(details?.['dormantAt'] ?? '');
  const name = `${member.slug}/${person.handle ?? ''}`;
  return {
    letter: ofHub({
      type: 'person.warned',
      data: { delivery: _id, person: person.id, dormantAt },
      subject: 'An access of your organisation was not used for long',
      text: [
        `${name} has not signed in for 150 days. On ${dormantAt.slice(0, DAY_DIGITS)} the access becomes dormant: its keys let nobody in.`,
        `To keep it, sign in, or use a key of it once: ${origin}`,
        'An administrator of the organisation brings a dormant access back by a new link.',
      ].join('\n'),
    }),
  };
};

/** `details.community`, which has lost its last active member. */
const emptiedLetter = (
  { origin }: Pick<Hub, 'origin'>,
  { directory }: Turn,
  { delivery: { _id, details }, member }: { readonly delivery: Told; readonly member: string },
): Composed => {
  const community = [...directory.communities.values()].find(({ id }) => id === details?.['community']);
  // Others manage it by now.
  if (community?.managers.includes(member) !== true) return ended('CANCELLED', 'NOTHING_LEFT');
  const { slug } = community;
  // It has members again.
  if (!isEmptyOf(directory, slug, (each) => isListedTo(directory, each, member)))
    return ended('CANCELLED', 'NOTHING_LEFT');
  return {
    letter: ofHub({
      type: 'community.emptied',
      data: { delivery: _id, community: slug },
      subject: 'Nobody is in a community of yours any more',
      text: [
        `Nobody is in the community ${slug} any more: a member that was in it takes no part in the hub now, or its facts have changed. What is addressed to the community reaches nobody.`,
        `Invite others, or widen its rule: sign in at ${origin}, or:`,
        `\n    tocsin community show ${slug}`,
      ].join('\n'),
    }),
  };
};

const DAY_DIGITS = 'YYYY-MM-DD'.length;

const hubName = ({ origin }: Pick<Hub, 'origin'>): string => new URL(origin).host;
