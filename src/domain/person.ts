// A person acts for a member. Its id is never reused and names nobody: whoever gets the name of somebody who has left gets
// none of that person's rights.
import type { Role } from './member.ts';

/**
 * INVITED: has a link, and no way to sign in yet. DORMANT: did nothing for long, and needs a member-admin to return.
 * ERASED: its personal data is gone; entries still name its id.
 */
export const PERSON_STATES = ['INVITED', 'ACTIVE', 'DORMANT', 'DEACTIVATED', 'ERASED'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Who sees a contact detail: the person's member, those whom its member answers, or everybody in the partnership. */
export const CONTACT_VISIBILITIES = ['MEMBER', 'COUNTERPARTS', 'PARTNERSHIP'] as const;
export type ContactVisibility = (typeof CONTACT_VISIBILITIES)[number];

export const CONTACT_KINDS = ['EMAIL', 'PHONE', 'MOBILE', 'SATELLITE_PHONE', 'POSTAL', 'OTHER'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export type ContactDetail = {
  readonly kind: ContactKind;
  readonly value: string;
  readonly visibleTo: ContactVisibility;
};

export type Person = {
  /** `<member slug>/<uuid>`: slugs never change, and the uuid is drawn anew for each person. */
  readonly id: string;
  /** Id of the member. */
  readonly member: string;
  /** `<member slug>/<handle>` is how people write it. Null once the name is free for others. */
  readonly handle: string | null;
  /** `<member slug>/<name>`, where releases before knew it by that. */
  readonly formerName: string | null;
  /** As the person writes it. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: PersonState;
  /** BCP 47, most wanted first. */
  readonly languages: readonly string[];
  /** IANA. */
  readonly timeZone: string | null;
  readonly contacts: readonly ContactDetail[];
  /** How many ways to sign in it has besides keys: passkeys, accounts at an identity provider. */
  readonly credentials: number;
  /** Set after others restored its access: TLP:RED stays closed until another member-admin confirms. */
  readonly isRedClosed: boolean;
  /**
   * By whom alone it got in: ids of those who invited or restored it or gave it a role, and of those who brought them. Empty
   * once somebody else has confirmed it.
   */
  readonly broughtBy?: readonly string[] | null;
  readonly createdAt: Date;
  /** Its last authenticated act, to the day. */
  readonly lastSeenAt: Date | null;
  /** When it was warned that it will be dormant; null once it was seen again. */
  readonly warnedAt: Date | null;
};

const PERSON_ID = /^[a-z0-9-]+\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isPersonId = (text: string): boolean => PERSON_ID.test(text);

/** A handle has no form of a uuid, so that nobody can be named by another's id. */
const HANDLE = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;

export const isHandle = (text: string): boolean => HANDLE.test(text) && !isPersonId(`x/${text}`);

/** How people write it: `<member slug>/<handle>`; its id where its name is free for others. */
export const writtenAs = ({ id, handle }: Pick<Person, 'id' | 'handle'>): string =>
  handle === null ? id : `${id.slice(0, id.indexOf('/'))}/${handle}`;

/** The same, brought in by these too. */
export const withBringers = (person: Person, bringers: readonly string[]): Person => ({
  ...person,
  broughtBy: [...new Set([...(person.broughtBy ?? []), ...bringers])].filter((id) => id !== person.id),
});

/** Whether whoever proves to be it is let in. */
export const maySignIn = ({ state }: Pick<Person, 'state'>): boolean => state === 'ACTIVE';
