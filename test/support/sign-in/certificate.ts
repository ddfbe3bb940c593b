// Certificates that nobody vouches for; only their key counts.
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type TestCertificate = {
  /** Paths of the PEM files. */
  readonly cert: string;
  readonly key: string;
  /** SHA-256 of its public key, as it is registered. */
  readonly spki: string;
  /** As a proxy passes it on (RFC 9440). */
  readonly header: string;
};

/** Made by openssl in `folder`. */
export const certificateIn = (folder: string, name: string): TestCertificate => {
  const [cert, key] = [path.join(folder, `${name}.pem`), path.join(folder, `${name}.key`)];
  const made = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
  ];
  execFileSync('openssl', ['req', '-x509', ...made, '-subj', `/CN=${name}`, '-days', '30'], {
    stdio: 'ignore',
  });
  const { publicKey, raw } = new X509Certificate(readFileSync(cert));
  const spki = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { cert, key, spki, header: `:${raw.toString('base64')}:` };
};
