// The id of an account or certificate: a digest of what identifies it, so that it belongs to one person or machine only.
import { createHash } from 'node:crypto';
import type { CredentialKind, Subject } from '../../domain/access/credential.ts';

/** Issuer and subject are compared octet by octet (OpenID Connect Core §2), so nothing is normalised. */
export const subjectId = (
  kind: Extract<CredentialKind, 'OPENID_CONNECT' | 'JWT'>,
  { issuer, subject }: Subject,
): string => createHash('sha256').update(`${kind}\n${issuer}\n${subject}`).digest('hex');

/** `spkiHash`: SHA-256 of the certificate's SubjectPublicKeyInfo, 64 hex digits. */
export const certificateId = (spkiHash: string): string =>
  createHash('sha256').update(`CERTIFICATE\n${spkiHash}`).digest('hex');
