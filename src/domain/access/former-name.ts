// Releases before persons had ids named them `<member slug>/<name>`, in keys and in the audiences of versions, whose texts
// never change. Such a name stands for one person for ever: whoever gets the name later has an id of its own.
import { createHash } from 'node:crypto';
import { isPersonId } from '../person.ts';

/** A UUID of version 8 (RFC 9562), computed from the name. */
const uuidOf = (name: string): string => {
  const hex = createHash('sha256').update(`person ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

/** The id of the person whom a release before knew by this name; an id stays as it is. */
export const personIdOf = (nameOrId: string): string =>
  isPersonId(nameOrId)
    ? nameOrId
    : `${nameOrId.slice(0, Math.max(0, nameOrId.indexOf('/')))}/${uuidOf(nameOrId)}`;

/** Nobody of the member: an audience that names somebody unknown addresses the member alone. */
export const nobodyOf = (slug: string): string => `${slug}/00000000-0000-0000-0000-000000000000`;
