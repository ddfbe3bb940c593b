// Checks the settings of what goes out (the mail server, the sender, further authorities), and the files that settings name.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { isMailAddress } from '../domain/channel/mail-address.ts';

export const isMailServer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '';
};

const NAMED = /^[^<>\r\n]{1,100}<([^<>\r\n]+)>$/;

export const isSender = (text: string): boolean =>
  isMailAddress((NAMED.exec(text.trim())?.[1] ?? text).trim());

/** Null where it cannot be read. */
const textIn = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** What is read of a file that `authoritiesFault` found no fault with. */
export const pemIn = (path: string): string => textIn(path) ?? '';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** Why a file is no list of certificates (PEM), without its content; null where it is one. */
export const authoritiesFault = (path: string): string | null => {
  const text = textIn(path);
  if (text === null) return 'names a file that cannot be read';
  const certificates = text.match(CERTIFICATE) ?? [];
  return certificates.length > 0 && certificates.every(isCertificate)
    ? null
    : 'names a file without a certificate in PEM, or with one that does not parse';
};

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
};

/** Why a listener cannot use this certificate and key (paths of PEM files), a line for each setting; empty where it can. */
export const listenerFaults = (certificate: string, key: string): string[] => {
  const texts = { TOCSIN_TLS_CERTIFICATE: textIn(certificate), TOCSIN_TLS_KEY: textIn(key) };
  const unread = Object.entries(texts).filter(([, text]) => text === null);
  if (unread.length > 0) return unread.map(([name]) => `${name}: names a file that cannot be read`);
  try {
    createSecureContext({ cert: texts.TOCSIN_TLS_CERTIFICATE ?? '', key: texts.TOCSIN_TLS_KEY ?? '' });
    return [];
  } catch {
    // The words of OpenSSL help nobody, and may quote.
    return ['TOCSIN_TLS_CERTIFICATE, TOCSIN_TLS_KEY: name no certificate in PEM with its own key'];
  }
};
