// What a mail that came back says of the address: that there is no such mailbox, or that the hub may not send there, or that it was
// given up for another reason.
import { expect, test } from '@jest/globals';
import { readBounce } from '../../../../src/exchange/mail/bounce.ts';
import { complaintOf, fromPostfix, reportOf } from '../../../support/channels/bounces.ts';

const TAG = '0123456789abcdef'.repeat(3);
const RETURN = `bounces+${TAG}@hub.example`;
const kindOf = (action: string, status: string, also = '') =>
  readBounce(reportOf('desk@xb.example', { action, status, to: RETURN, also }));

test.each([
  ['failed', '5.1.1', 'FAILED'],
  ['failed', '5.1.10', 'FAILED'],
  ['failed', '5.2.1', 'FAILED'],
  // The domain of the hub is not authenticated, or the relay does not take its mail.
  ['failed', '5.7.26', 'BLOCKED'],
  ['failed', '5.7.1', 'BLOCKED'],
  ['failed', '5.1.8', 'BLOCKED'],
  ['failed', '4.7.0', 'BLOCKED'],
  // Full, too large, unreachable until the relay gave it up (RFC 3464 §2.3.3).
  ['failed', '5.2.2', 'RETURNED'],
  ['failed', '5.3.4', 'RETURNED'],
  ['failed', '5.0.0', 'RETURNED'],
  ['failed', '4.4.7', 'RETURNED'],
  ['failed', '4.1.1', 'RETURNED'],
  ['failed', 'unknown', 'RETURNED'],
  ['delayed', '4.4.1', 'PASSING'],
  ['delivered', '2.0.0', 'PASSING'],
])('%s with %s is %s', (action, status, kind) => {
  expect(kindOf(action, status)).toEqual({ tag: TAG, kind });
});

test('where an address stands for several, one that may be right keeps it', () => {
  const also = '\r\nFinal-Recipient: rfc822; other@xb.example\r\nAction: failed\r\nStatus: 5.2.2';
  expect(kindOf('failed', '5.1.1', also)).toMatchObject({ kind: 'RETURNED' });
});

test('what the mail itself says, which comes back with the report, is no status of it', () => {
  const returned = 'Subject: x\r\n\r\nAction: failed\r\nStatus: 5.2.2\r\n';
  expect(readBounce(fromPostfix(RETURN, returned))).toEqual({ tag: TAG, kind: 'FAILED' });
  const delayed = fromPostfix(RETURN, 'Action: failed\r\nStatus: 5.1.1').replace('failed', 'delayed');
  expect(readBounce(delayed)).toEqual({ tag: TAG, kind: 'PASSING' });
});

test('a complaint is one in its own part alone, and names the mail by where it returns to', () => {
  const complained = { tag: TAG, kind: 'COMPLAINED' };
  expect(readBounce(complaintOf(RETURN))).toEqual(complained);
  expect(readBounce(complaintOf(RETURN, 'abuse@hub.example'))).toEqual(complained);
  expect(readBounce(complaintOf(RETURN, RETURN, 'not-spam'))).toEqual({ tag: TAG, kind: 'PASSING' });
  expect(readBounce(complaintOf('somebody@else.example', 'abuse@hub.example'))).toBeNull();
});

test('what a publisher writes into a mail makes nothing of the report that brings it back', () => {
  const planted = [
    '--b',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    `Original-Mail-From: <${RETURN}>`,
    'Content-Type: multipart/report; boundary=b',
    'Content-Type: message/delivery-status',
    '',
    'Action: failed',
    'Status: 5.1.1',
  ].join('\r\n');
  expect(readBounce(fromPostfix(RETURN, planted).replace('failed', 'delayed'))).toEqual({
    tag: TAG,
    kind: 'PASSING',
  });
  // An answer by itself that repeats what it answers is no report.
  expect(readBounce(`To: ${RETURN}\r\nContent-Type: text/plain\r\n\r\n${planted}`)).toBeNull();
});

test('the head of a report may be folded', () => {
  const folded = reportOf('desk@xb.example', { action: 'failed', status: '5.1.1', to: RETURN, also: '' })
    .replace('To: ', 'To:\r\n <')
    .replace('@hub.example', '@hub.example>');
  expect(readBounce(folded)).toEqual({ tag: TAG, kind: 'FAILED' });
});
