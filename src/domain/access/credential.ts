// What somebody proves to be let in, besides an API key: a passkey, an account at an identity provider, or, for a machine,
// a certificate or the subject of a provider's tokens. Each belongs to one member, and to one person or to a machine.
import type { Role } from '../member.ts';

export const CREDENTIAL_KINDS = ['PASSKEY', 'OPENID_CONNECT', 'CERTIFICATE', 'JWT'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

export type Credential = {
  /** A digest of what identifies it, so that nobody can have it twice. */
  readonly id: string;
  readonly kind: CredentialKind;
  /** Id of the member. */
  readonly member: string;
  /** Null for a machine. */
  readonly person: string | null;
  /** What a machine may do; empty for a person, whose own roles count. */
  readonly roles: readonly Role[];
  readonly label: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly endedAt: Date | null;
  /** Of a machine: the digest of what it is known by. Absent where that is the id, as releases before kept it. */
  readonly identity?: string | null;
  /** Of a machine: when it proved that it holds the certificate or gets the tokens. Null until then: it lets nobody in. */
  readonly activatedAt?: Date | null;
  /** Of an account that became a person by signing in: what the provider admitted by. */
  readonly admittedBy?: Provider['admits'] | null;
  /** Of such an account: the roles that its person has by the provider, and not by an administrator. */
  readonly givenRoles?: readonly Role[] | null;
};

/** A machine that was registered and has not proved itself yet. */
export const isPending = ({ identity, activatedAt }: Pick<Credential, 'identity' | 'activatedAt'>): boolean =>
  identity != null && activatedAt == null;

/** What the hub keeps of a passkey to check its signatures (WebAuthn level 3, §4 "credential record"). */
export type PasskeyRecord = {
  /** As the authenticator gave it, base64url. */
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** Whether it may be copied to the owner's other devices. */
  readonly isSynced: boolean;
};

/** An account at an identity provider: the issuer and its subject, never an e-mail address (I24). */
export type Subject = { readonly issuer: string; readonly subject: string };

/** With what proves it, by its kind. */
export type StoredCredential = Credential & Partial<PasskeyRecord> & Partial<Subject>;

/** The identity provider of a member. */
export type Provider = {
  /** Not to be guessed: it is part of the address at which the member's people sign in. */
  readonly id: string;
  readonly member: string;
  /** As its people are shown it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed (outside/secrets.ts). */
  readonly clientSecret: string | null;
  /** Whether the sign-in page offers it to everybody; else the member hands out its address. */
  readonly isShown: boolean;
  /** INVITED: only accounts that a person joined with. GROUPS: also whoever has a registered group. ALL: every account. */
  readonly admits: 'INVITED' | 'GROUPS' | 'ALL';
  /** The claim that lists an account's groups. */
  readonly groupClaim: string | null;
  /** What members of a group may do. */
  readonly groups: readonly { readonly group: string; readonly roles: readonly Role[] }[];
  /** What everybody may do where all are admitted. */
  readonly rolesOfAll: readonly Role[];
  /** Ids of who set it last, and of who brought that person: accounts are theirs to make. */
  readonly setBy?: readonly string[] | null;
  readonly createdAt: Date;
};

export const ADMISSIONS = ['INVITED', 'GROUPS', 'ALL'] as const satisfies readonly Provider['admits'][];
