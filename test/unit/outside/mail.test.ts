// What became of a mail: a server that was handed it and says nothing may have delivered it, so that it is not "away"; one that
// never asked for the text has not. Real SMTP servers that hesitate at one place each.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { followsFor } from '../../../src/domain/channel/attempt.ts';
import { type MailMessage, openMail } from '../../../src/outside/outbound/mail.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

type Script = {
  /** What is answered to a command; null: nothing ever. */
  readonly answers?: Readonly<Record<string, string | null>>;
  /** After the whole text: an answer, nothing ever, or the connection is cut. */
  readonly afterText?: string | null | 'CUT';
};

test('the address that a mail returns to has a tag where there is room for one', () => {
  const returned = (from: string, bounces: string | null = null): string => {
    const mail = openMail({ url: null, from, bounces, ca: null });
    open.push(mail);
    return mail.returnTo('a'.repeat(48));
  };
  expect(returned('Hub <hub@hub.example>', 'bounces@hub.example')).toBe(
    `bounces+${'a'.repeat(48)}@hub.example`,
  );
  expect(returned('hub@hub.example')).toBe(`hub+${'a'.repeat(48)}@hub.example`);
  // A longer name than RFC 5321 has would have every mail refused.
  expect(returned(`${'n'.repeat(15)}@hub.example`)).toBe(`${'n'.repeat(15)}+${'a'.repeat(48)}@hub.example`);
  expect(returned(`${'n'.repeat(16)}@hub.example`)).toBe(`${'n'.repeat(16)}@hub.example`);
});

const USUAL: Readonly<Record<string, string>> = {
  EHLO: '250 here',
  'MAIL FROM': '250 so far',
  'RCPT TO': '250 known',
  DATA: '354 go on',
  QUIT: '221 bye',
};

/** Takes mail as far as the script goes. */
const openServer = async ({ answers = {}, afterText = '250 taken' }: Script) => {
  const texts: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('220 hub\r\n');
    let heard = '';
    let isText = false;
    const say = (line: string | null | undefined): void => void (line == null || socket.write(`${line}\r\n`));
    socket.on('data', (bytes) => {
      heard += bytes.toString();
      for (;;) {
        const end = heard.indexOf(isText ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = heard.slice(0, end);
        heard = heard.slice(end + (isText ? 5 : 2));
        if (isText) {
          texts.push(line);
          isText = false;
          if (afterText === 'CUT') socket.destroy();
          else say(afterText);
          continue;
        }
        const command = Object.keys(USUAL).find((each) => line.startsWith(each)) ?? '';
        const answer = command in answers ? answers[command] : (USUAL[command] ?? '250 well');
        isText = command === 'DATA' && answer !== null && answer?.startsWith('354') === true;
        say(answer);
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const mail = openMail({
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: 'hub@hub.example',
    bounces: null,
    ca: null,
    times: { untilTextMs: 400, untilTakenMs: 700 },
  });
  open.push(mail);
  return { mail, texts, sockets };
};

const MESSAGE: MailMessage = {
  to: 'desk@north.example',
  subject: 'A warning waits',
  text: 'Open it.',
  html: null,
  messageId: 'one@hub.example',
  references: [],
  headers: {},
  returnTo: 'hub+one@hub.example',
};
const never = new AbortController().signal;
const NO_ANSWER = { status: null, isFinal: false, disables: null, isOurs: true, waitMs: null } as const;

test('a mail that is taken', async () => {
  const { mail, texts } = await openServer({});
  expect(await mail.send(MESSAGE, null, never)).toMatchObject({ fault: null, status: 250 });
  expect(texts).toHaveLength(1);
});

test.each<[string, Script]>([
  ['says nothing after the text', { afterText: null }],
  ['cuts the connection after the text', { afterText: 'CUT' }],
])('a server that %s may have delivered it', async (_, script) => {
  const { mail, texts, sockets } = await openServer(script);
  expect(await mail.send(MESSAGE, null, never)).toMatchObject({ fault: 'UNSURE', status: null });
  expect(texts).toHaveLength(1);
  while (sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});

test.each(['EHLO', 'MAIL FROM', 'RCPT TO', 'DATA'])(
  'a server that says nothing to %s has nothing, and is let go',
  async (command) => {
    const { mail, texts, sockets } = await openServer({ answers: { [command]: null } });
    expect(await mail.send(MESSAGE, null, never)).toMatchObject({ fault: 'AWAY', status: null });
    while (sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(texts).toEqual([]);
  },
);

test('one that cannot take it now is not away', async () => {
  const { mail } = await openServer({ afterText: '451 4.3.0 later' });
  expect(await mail.send(MESSAGE, null, never)).toMatchObject({ fault: 'DEFERRED', status: 451 });
});

test.each([
  ['550 5.1.1 no such user', 'MAILBOX'],
  ['550 5.2.1 disabled', 'MAILBOX'],
  ['550 5.7.1 relaying denied', 'BLOCKED'],
  ['550 5.7.26 unauthenticated mail is not taken', 'BLOCKED'],
  ['553 5.1.8 sender has no domain', 'BLOCKED'],
  ['552 5.2.2 mailbox full', 'REFUSED'],
  // Exim, to a machine that is not in its list of those that it relays for.
  ['550 relay not permitted', 'REFUSED'],
  ['553 sorry, that domain is not in my list of allowed rcpthosts', 'REFUSED'],
])('a recipient that is refused with "%s" is %s', async (answer, fault) => {
  const { mail } = await openServer({ answers: { 'RCPT TO': answer } });
  expect(await mail.send(MESSAGE, null, never)).toMatchObject({ fault, answer });
});

test('a text that is refused for the right to send is blocked, and never the fault of the mailbox', async () => {
  for (const [afterText, fault] of [
    ['550 5.7.26 unauthenticated mail is not taken', 'BLOCKED'],
    ['550 5.1.1 no such user', 'REFUSED'],
  ] as const)
    expect(await (await openServer({ afterText })).mail.send(MESSAGE, null, never)).toMatchObject({ fault });
});

test('what the hub breaks off is taken back until the text was asked for', async () => {
  const { mail, texts, sockets } = await openServer({ answers: { 'RCPT TO': null } });
  const stop = new AbortController();
  const sent = mail.send(MESSAGE, null, stop.signal);
  while (sockets.size === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  stop.abort();
  expect(await sent).toBeNull();
  while (sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(texts).toEqual([]);
  expect(await mail.send(MESSAGE, null, stop.signal)).toBeNull();
});

test('who breaks off does not wait for a server that has the text already', async () => {
  const { mail, texts } = await openServer({ afterText: null });
  const stop = new AbortController();
  const sent = mail.send(MESSAGE, null, stop.signal);
  while (texts.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  stop.abort();
  expect(await sent).toBeNull();
});

test('a mail that may have arrived takes its place in the table; one that was not sent does not', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const row = { attempts: 3, attemptsBefore: 0, at: now, isUrgent: true };
  const attempt = { ...NO_ANSWER, cause: 'MAIL_DEFERRED', tookMs: 1, request: '', answer: '' } as const;
  const when = { now, random: 0.5 };
  const away = { ...attempt, cause: 'MAIL_SERVER_AWAY' } as const;
  expect(followsFor(row, away, when)).toMatchObject({ state: 'RETRYING', isFree: true });
  expect(followsFor(row, { ...attempt, mayHaveArrived: true }, when)).not.toHaveProperty('isFree');
  expect(followsFor({ ...row, attempts: 9 }, { ...attempt, mayHaveArrived: true }, when).state).toBe('DEAD');
});
