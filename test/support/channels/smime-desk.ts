// Somebody who reads encrypted mail with another program: openssl.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DAYS = 2;

/** A key and a certificate for two days, in the folder, and what reads mail that was encrypted for it. */
export const makeDesk = (folder: string) => {
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const subject = ['-subj', '/CN=Desk of the hospital/O=City, Hospital', '-days', String(DAYS)];
  const files = ['-keyout', 'desk.key', '-out', 'desk.pem'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject);
  return {
    certificate: readFileSync(join(folder, 'desk.pem'), 'utf8'),
    opened: (raw: string): string => {
      writeFileSync(join(folder, 'mail.eml'), raw);
      return openssl('cms', '-decrypt', '-in', 'mail.eml', '-recip', 'desk.pem', '-inkey', 'desk.key');
    },
  };
};
