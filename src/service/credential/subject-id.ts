// The id of an account or certificate: a digest of what identifies it, so that it belongs to one person or machine only.
import { createHash } from 'node:crypto';
import type { CredentialKind, Subject } from '../../domain/access/credential.ts';

/** Issuer and subject are compared octet by octet (OpenID Connect Core §2), so nothing is normalised. */
export const subjectId = (
  kind: Extract<CredentialKind, 'OPENID_CONNECT' | 'JWT'>,
  { issuer, subject }: Subject,
): string => createHash('sha256').update(`${kind}\n${issuer}\n${subject}`).digest('hex');

/** Of a machine's registration: two members may each register the same machine, and it says whose it is. */
export const registrationId = (member: string, identity: string): string =>
  createHash('sha256').update(`REGISTRATION\n${member}\n${identity}`).digest('hex');

/** `spkiHash`: SHA-256 of the certificate's SubjectPublicKeyInfo, 64 hex digits. */
export const certificateId = (spkiHash: string): string =>
  createHash('sha256').update(`CERTIFICATE\n${spkiHash}`).digest('hex');
