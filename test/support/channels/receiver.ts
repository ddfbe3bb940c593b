// A receiver of webhooks over TLS on this machine, and what it got. Its certificate is of an authority of its own, made here.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';

export type Authority = { readonly ca: string; readonly certificate: string; readonly key: string };

/** Of a name that is not resolved anywhere, and of this machine. */
export const NAMES = ['hooks.example', 'other.example', '127.0.0.1'] as const;

export const makeAuthority = (of: readonly string[] = NAMES): Authority => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-ca-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test authority',
    '-days',
    '2',
  );
  openssl('req', ...key, '-keyout', 'host.key', '-out', 'host.csr', '-subj', '/CN=hooks.example');
  const names = of.map((name) => (/^\d/.test(name) ? `IP:${name}` : `DNS:${name}`)).join(',');
  writeFileSync(file('names'), `subjectAltName=${names}\n`);
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'host.csr', '-out', 'host.pem', ...signed);
  const [ca, certificate, hostKey] = ['ca.pem', 'host.pem', 'host.key'].map((name) =>
    readFileSync(file(name), 'utf8'),
  );
  rmSync(folder, { recursive: true });
  return { ca: ca ?? '', certificate: certificate ?? '', key: hostKey ?? '' };
};

export type Got = {
  readonly path: string;
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
};

export type Behaviour = (request: IncomingMessage, response: ServerResponse, got: Got) => void;

export type Receiver = {
  readonly port: number;
  readonly got: Got[];
  /** Connections that were opened. */
  connections(): number;
  /** What answers at a path; without one, a receiver that answers challenges and takes everything. */
  readonly behaviours: Map<string, Behaviour>;
  url(path?: string, host?: string): string;
  /** What came at the path, but challenges. */
  at(path: string): Got[];
  close(): Promise<void>;
};

const answers: Behaviour = (_, response, { json }) => {
  if (json.type === 'endpoint.challenge') response.end(JSON.stringify({ challenge: json.data['challenge'] }));
  else response.writeHead(204).end();
};

/** At a free port, or at this one. */
export const openReceiver = async ({ certificate: cert, key }: Authority, at = 0): Promise<Receiver> => {
  const got: Got[] = [];
  const behaviours = new Map<string, Behaviour>();
  let connections = 0;
  const server = createServer({ cert, key }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const path = request.url ?? '';
      const id = String(request.headers['webhook-id']);
      const one: Got = { path, id, headers: request.headers, body, json: JSON.parse(body) };
      got.push(one);
      (behaviours.get(path) ?? answers)(request, response, one);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    got,
    behaviours,
    connections: () => connections,
    url: (path = '/', host = '127.0.0.1') => `https://${host}:${port}${path}`,
    at: (path) => got.filter((each) => each.path === path && each.json.type !== 'endpoint.challenge'),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** Whether it was signed by this secret, whatever the time. */
export const isSigned = (secret: string, { id, body, headers }: Got): boolean => {
  const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
  return String(headers['webhook-signature'])
    .split(' ')
    .includes(new Webhook(secret).sign(id, at, body));
};

/** Whether the library of the standard takes it with this secret. */
export const isVerified = (secret: string, { body, headers }: Got): boolean => {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
};
