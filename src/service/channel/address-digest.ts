// A mail address as the suppression list knows it: nobody can read addresses there.
import { createHmac } from 'node:crypto';
import type { Hub } from '../../hub.ts';

export const addressDigest = ({ nameKey }: Pick<Hub, 'nameKey'>, address: string): string =>
  createHmac('sha256', nameKey).update(`mail ${address.trim().toLowerCase()}`).digest('base64url');
