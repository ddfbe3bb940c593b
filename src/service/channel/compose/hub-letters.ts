// Messages of the hub itself to an endpoint: the challenge that proves it, the test that its owner asks for, and the notice that
// another endpoint of the member has failed. None of them says anything of a warning.
import type { Hub } from '../../../hub.ts';
import { challengeCode } from '../challenge-code.ts';
import { type Composer, ended, type Letter } from './letter.ts';

const ofHub = (facts: Pick<Letter, 'type' | 'data' | 'subject' | 'text'>): Letter => ({
  ...facts,
  link: null,
  thread: null,
  unsubscribe: null,
});

export const challengeLetter: Composer = async (hub, _, { delivery, endpoint }) => {
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

/** `details.about` is the endpoint that failed, `details.isDisabled` whether it was disabled for it. */
export const noticeLetter: Composer = async (hub, _, { delivery }) => {
  if (delivery.details?.['what'] === 'SILENT') return { letter: silentLetter(hub, delivery._id) };
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

const hubName = ({ origin }: Pick<Hub, 'origin'>): string => new URL(origin).host;
