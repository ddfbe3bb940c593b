// Mail that came back, as mail servers write it.

/** As Postfix writes it, to the address that the mail returns to, with the mail in it. */
export const fromPostfix = (returnedTo: string, returned: string): string =>
  [
    'Return-Path: <>',
    `Delivered-To: ${returnedTo}`,
    'Date: Sun, 29 Nov 2026 12:00:00 +0000 (UTC)',
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${returnedTo}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="8D2C61A.1732881600/mx.example"',
    '',
    '--8D2C61A.1732881600/mx.example',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--8D2C61A.1732881600/mx.example',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; desk@rail.example',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <desk@rail.example>: unknown user',
    '',
    '--8D2C61A.1732881600/mx.example',
    'Content-Type: message/rfc822',
    '',
    returned,
    '--8D2C61A.1732881600/mx.example--',
  ].join('\r\n');

type Report = {
  readonly action: string;
  readonly status: string;
  readonly to: string;
  /** Of a further recipient; empty for none. */
  readonly also: string;
};

/** A bare one, of which each part is chosen. */
export const reportOf = (recipient: string, { action, status, to, also }: Report): string =>
  [
    `To: ${to}`,
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    also,
    '',
    '--b--',
  ].join('\r\n');

/** As providers write a complaint (RFC 5965), with the mail in it; `to` is who is registered with the provider. */
export const complaintOf = (returnedTo: string, to = returnedTo, type = 'abuse'): string =>
  [
    `To: ${to}`,
    'From: feedback@provider.example',
    'Content-Type: multipart/report; report-type=feedback-report;',
    ' boundary="f"',
    '',
    '--f',
    'Content-Type: text/plain',
    '',
    'This is a complaint about a mail.',
    '--f',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: Provider/1.0',
    'Version: 1',
    `Original-Mail-From: <${returnedTo}>`,
    '--f--',
  ].join('\r\n');
