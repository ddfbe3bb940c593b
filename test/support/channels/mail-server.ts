// A real mail server of the test, and the mail that it took.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  /** The first value of each header, by its name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

export type MailServer = {
  readonly url: string;
  readonly mails: Received[];
  /** What is answered to a recipient; nothing takes it. */
  readonly refusals: Map<string, { readonly status: number; readonly text: string }>;
  close(): Promise<void>;
};

const headersOf = (raw: string): Record<string, string> => {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const lines = head.split('\r\n').map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  return Object.fromEntries(lines.toReversed());
};

export const openMailServer = async (): Promise<MailServer> => {
  const mails: Received[] = [];
  const refusals: MailServer['refusals'] = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const refusal = refusals.get(address);
      if (refusal === undefined) return done();
      done(Object.assign(new Error(refusal.text), { responseCode: refusal.status }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo[0]?.address ?? '',
          raw,
          headers: headersOf(raw),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
