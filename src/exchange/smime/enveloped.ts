// Encrypts for the holder of a certificate: CMS enveloped data (RFC 5652 §6) with AES-256-CBC (RFC 3565), its key by RSAES-OAEP
// with SHA-256 (RFC 3560), as S/MIME 4 reads it (RFC 8551).
import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto';
import { element, firstElement, objectId, TAG } from './der.ts';

const ENVELOPED = '1.2.840.113549.1.7.3';
const DATA = '1.2.840.113549.1.7.1';
const AES_256_CBC = '2.16.840.1.101.3.4.1.42';
const OAEP = '1.2.840.113549.1.1.7';
const MGF1 = '1.2.840.113549.1.1.8';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const LEAST_BITS = 2_048;

type Recipient = { readonly certificate: X509Certificate; readonly issuer: Buffer; readonly serial: Buffer };

/** Null for what does not parse. */
const certificateIn = (pem: string): X509Certificate | null => {
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) return null;
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
};

/** Issuer and serial number as the certificate has them (RFC 5280 §4.1). */
const recipientOf = (pem: string): Recipient | null => {
  const certificate = certificateIn(pem);
  if (certificate === null) return null;
  const tbs = firstElement(firstElement(certificate.raw)?.content ?? Buffer.alloc(0));
  let at = firstElement(tbs?.content ?? Buffer.alloc(0));
  // The version, which the first version of certificates leaves out.
  if (at?.tag === TAG.EXPLICIT_0) at = firstElement(at.rest);
  const serial = at?.tag === TAG.INTEGER ? at.whole : null;
  const algorithm = at === null ? null : firstElement(at.rest);
  const issuer = algorithm === null ? null : firstElement(algorithm.rest);
  return serial === null || issuer === null ? null : { certificate, issuer: issuer.whole, serial };
};

/** Whether mail can be encrypted for it now: RSA of 2,048 bits or more, within its time. */
export const canEncryptFor = (pem: string, now: Date): boolean => {
  const recipient = recipientOf(pem);
  if (recipient === null) return false;
  const { publicKey, validFrom, validTo } = recipient.certificate;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  const isInTime = Date.parse(validFrom) <= now.getTime() && now.getTime() < Date.parse(validTo);
  return publicKey.asymmetricKeyType === 'rsa' && bits >= LEAST_BITS && isInTime;
};

const algorithm = (id: string, ...parameters: readonly Buffer[]): Buffer =>
  element(TAG.SEQUENCE, objectId(id), ...parameters);

const sha256 = (): Buffer => algorithm(SHA_256, element(TAG.NULL));

/** DER of the content info. Throws for a certificate that `canEncryptFor` refuses. */
export const envelopedFor = (pem: string, content: Buffer): Buffer => {
  const recipient = recipientOf(pem);
  if (recipient === null) throw new Error('This is no certificate.');
  const [key, iv] = [randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
  const encryptedKey = publicEncrypt(
    { key: recipient.certificate.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    key,
  );
  const version = element(TAG.INTEGER, Buffer.from([0]));
  const keyEncryption = algorithm(
    OAEP,
    element(
      TAG.SEQUENCE,
      element(TAG.EXPLICIT_0, sha256()),
      element(TAG.EXPLICIT_1, algorithm(MGF1, sha256())),
    ),
  );
  const recipientInfo = element(
    TAG.SEQUENCE,
    version,
    element(TAG.SEQUENCE, recipient.issuer, recipient.serial),
    keyEncryption,
    element(TAG.OCTETS, encryptedKey),
  );
  const encryptedContent = element(
    TAG.SEQUENCE,
    objectId(DATA),
    algorithm(AES_256_CBC, element(TAG.OCTETS, iv)),
    element(TAG.IMPLICIT_0, encrypted),
  );
  const enveloped = element(TAG.SEQUENCE, version, element(TAG.SET, recipientInfo), encryptedContent);
  return element(TAG.SEQUENCE, objectId(ENVELOPED), element(TAG.EXPLICIT_0, enveloped));
};
