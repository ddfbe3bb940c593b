// Lists the hub's keys for its operator: whose they are and until when. Secrets are never stored.

import { writtenIn } from '../../domain/directory.ts';
import type { Role } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';

export type ListedKey = {
  readonly id: string;
  /** Slug of the member; null when it is not in the directory. */
  readonly member: string | null;
  readonly role: Role;
  /** As people write it: `<member slug>/<handle>`; null for a machine. */
  readonly person: string | null;
  readonly label: string;
  readonly state: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
};

const MAX_KEYS = 10_000;

/** Newest last. */
export const listKeys = async (hub: Pick<Hub, 'keys' | 'directory' | 'clock'>): Promise<ListedKey[]> => {
  const directory = await hub.directory.current();
  const now = hub.clock.now().getTime();
  const rows = await hub.keys.list(MAX_KEYS);
  return rows.map(({ _id, member, role, person, label, createdAt, expiresAt, revokedAt }) => ({
    id: _id,
    member: directory.members.get(member)?.slug ?? null,
    role,
    person: writtenIn(directory, person),
    label,
    state:
      revokedAt !== null
        ? 'REVOKED'
        : expiresAt !== null && expiresAt.getTime() <= now
          ? 'EXPIRED'
          : 'ACTIVE',
    createdAt,
    expiresAt,
  }));
};
