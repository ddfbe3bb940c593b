// One-time links and codes: what lets somebody in who has no way to sign in yet. Only the hash of a secret is kept.
import { declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';
import { theText } from '../driver/of-partial-index.ts';

/** INVITATION: a person joins. APPLICATION: an organisation asks to be admitted. SETUP: founds an empty hub. */
export const LINK_PURPOSES = ['INVITATION', 'APPLICATION', 'SETUP'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export type LinkRow = {
  _id: string;
  /** SHA-256 of the whole token. */
  hash: string;
  purpose: LinkPurpose;
  member: string | null;
  person: string | null;
  /** Id of the person or key that made it; null for the hub and its operator. */
  createdBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  /** Set where a later link, or an act, took its place. */
  revokedAt: Date | null;
};

export const LINKS_IN = declareCollection<LinkRow>({
  stored: 'access_links',
  about: 'One-time links and codes for those who have no way to sign in yet.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for thirty days after it expires; the act that used it is in the audit trail',
  endsAtRestore: true,
  fields: {
    _id: text('Public part of the link.'),
    hash: text('SHA-256 of its token (I25).'),
    purpose: oneOf(LINK_PURPOSES, 'What it lets somebody do.'),
    member: maybe(text('Id of the member; null for none.')),
    person: maybe(text('Id of the person whom it invites.', { personal: 'names a person' })),
    createdBy: maybe(text('Id of who made it; null for the hub.', { personal: 'names a person' })),
    createdAt: instant('When it was made.'),
    expiresAt: instant('When it expires.'),
    usedAt: maybe(instant('When it was used.')),
    revokedAt: maybe(instant('When something took its place.')),
  },
  indexes: [
    { key: { expiresAt: 1 }, expireAfterSeconds: 30 * 24 * 3_600 },
    { key: { person: 1 }, partialFilterExpression: { person: { $type: 'string' } } },
  ],
});

export type AccessLinks = {
  put(link: LinkRow, session: Session): Promise<void>;
  byId(id: string, session?: Session): Promise<LinkRow | null>;
  /** Takes it: false where it was used, revoked or has expired meanwhile. Two at once conflict, and one of them is refused. */
  use(id: string, at: Date, session: Session): Promise<boolean>;
  /** Whether the person has one that is still open. */
  hasOpen(person: string, at: Date): Promise<boolean>;
  /** Ends those of the person that are still open. */
  revokeOf(person: string, at: Date, session: Session): Promise<number>;
  /** Ends all of a purpose that are still open. */
  revokeAll(purpose: LinkPurpose, at: Date, session: Session): Promise<number>;
};

export const openLinks = (database: Database): AccessLinks => {
  const links = database.model(LINKS_IN);
  const rows = database.collection(LINKS_IN);
  const isOpen = { usedAt: null, revokedAt: null } as const;
  const revoke = async (
    which: { readonly person: ReturnType<typeof theText> } | { readonly purpose: LinkPurpose },
    at: Date,
    session: Session,
  ): Promise<number> => {
    const change = { $set: { revokedAt: at } };
    const { modifiedCount } = await rows.updateMany({ ...which, ...isOpen }, change, { session });
    return modifiedCount;
  };
  return {
    put: async (link, session) => {
      await links.replaceOne({ _id: link._id }, link, { upsert: true, runValidators: true, session });
    },
    byId: (id, session) => links.findOne({ _id: id }, null, session === undefined ? {} : { session }).lean(),
    use: async (id, at, session) => {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, ...isOpen, expiresAt: { $gt: at } },
        { $set: { usedAt: at } },
        { session },
      );
      return modifiedCount === 1;
    },
    hasOpen: async (person, at) =>
      (await rows.findOne({ person: theText(person), ...isOpen, expiresAt: { $gt: at } })) !== null,
    revokeOf: (person, at, session) => revoke({ person: theText(person) }, at, session),
    revokeAll: (purpose, at, session) => revoke({ purpose }, at, session),
  };
};
