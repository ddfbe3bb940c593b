// Generated from src/console/operations by `npm run generate`. Do not edit.
/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What kind of organisation a member is. */
export type MemberKind =
  /** A public authority with a task in cyber security or in a sector. */
  | 'AGENCY'
  /** The computer security incident response team of a State. */
  | 'NATIONAL_CSIRT'
  /** A computer security incident response team of a sector. */
  | 'SECTOR_CSIRT'
  /** Both kinds of CSIRT, in audiences; the kind of a publisher in versions of earlier releases. */
  | 'CSIRT'
  /** An operator of critical infrastructure. */
  | 'OPERATOR'
  /** A centre that shares within a sector or community, such as an ISAC. */
  | 'SHARING_CENTRE'
  /** A company or laboratory that helps members technically. */
  | 'TECHNICAL_PARTNER'
  /** A body that supervises operators. Reached only by its kind, by name, or through a community whose managers allowed it. */
  | 'REGULATOR'
  /** A police or prosecution service. Reached as a regulator is. */
  | 'LAW_ENFORCEMENT'
  /** A university or research institute. */
  | 'RESEARCH'
  /** A non-governmental organisation. */
  | 'CIVIL_SOCIETY'
  /** The single point of contact of a State. */
  | 'STATE_CONTACT'
  /** The hub itself, where it acts in its own name. */
  | 'HUB';

/** What a key may do within its member. Which acts each role may do is in docs/GLOSSARY.md. */
export type Role =
  /** Reads what is addressed to the member. */
  | 'READER'
  /** Reads, and acknowledges for the member. */
  | 'ANALYST'
  /** Publishes, corrects and cancels, where the member may publish. */
  | 'PUBLISHER'
  /** Confirms as the second person what needs two. */
  | 'APPROVER'
  /** Manages a community or a sector centre, and can reverse rulings of its member. */
  | 'MANAGER'
  /** Acts for a State. */
  | 'CONTACT'
  /** Manages the persons and keys of its own member. */
  | 'MEMBER_ADMIN'
  /** A machine: reads and acknowledges, and never sees TLP:RED. */
  | 'INTEGRATOR'
  /** Runs the hub. Reads no restricted content. */
  | 'HUB_OPERATOR';

/**
 * Traffic Light Protocol 2.0 (FIRST): who may have it. A marking limits what its audience may pass on; who receives it in this
 * hub is the audience within that limit.
 */
export type Tlp =
  /** No limit: it may be published. */
  | 'CLEAR'
  /** Within the community of the recipients, never through a public channel. */
  | 'GREEN'
  /** Within the recipient's organisation and its clients, on a need-to-know basis. */
  | 'AMBER'
  /** Within the recipient's organisation only. Written `AMBER+STRICT` in TLP itself. */
  | 'AMBER_STRICT'
  /** For the named persons only. Machines never get it. */
  | 'RED';

/** How far one delivery has come. */
export type DeliveryState =
  /** Written, not sent yet. */
  | 'PENDING'
  /** Shown in the recipient's feed, or handed to its channel. Nothing says yet that anybody took it. */
  | 'SENT'
  /** A key of the recipient has read it. */
  | 'RECEIVED'
  /** The recipient has answered, see `answer`. */
  | 'ACKNOWLEDGED'
  /** Given up after all attempts; `failure` says why. */
  | 'FAILED'
  /** Not sent, because when it was to be sent the recipient might not read it any more; `failure` says why. */
  | 'WITHHELD';

/** What a member answers to a warning. The latest answer counts. */
export type Acknowledgement =
  /** We have read it. Says nothing of whether it affects us. */
  | 'SEEN'
  /** We have looked, and it does not affect us. */
  | 'NOT_AFFECTED'
  /** It affects us; we have not finished acting on it. */
  | 'AFFECTED'
  /** It affected us, and we have done what it asks. */
  | 'ACTED'
  /** It affects us, and we ask the publisher for help. Somebody calls back: do not send it by mistake. */
  | 'NEED_HELP';

/** Which items: those that fit every field given. A cursor holds for the filter that it was made with. */
export type FeedFilter = {
  /** Any of these, as effective urgency. At most 5. */
  urgencies?: Array<Urgency> | null | undefined;
  /** Any of these, as effective certainty. At most 5. */
  certainties?: Array<Certainty> | null | undefined;
  /** Ids of the hub's sectors, as publishers state them in `sectorsConcerned`: any of them. A parent includes its children. At most 10. */
  sectors?: Array<string> | null | undefined;
  /** Only warnings, or only practices. */
  kind?: ItemKind | null | undefined;
  /** Any of these. At most 5. */
  severities?: Array<Severity> | null | undefined;
  /** A country that publishers state in `countriesConcerned`: ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** Words that must all occur, each as the beginning of one: in its texts, external ids and CVEs, or in what every reader has of its objects, which are values, hashes, and names of malware, actors, techniques and products. At most 256 characters; no regular expressions. */
  text?: string | null | undefined;
  /** The id of an exercise, for its traffic; real traffic when absent. The two are never mixed. */
  exercise?: string | null | undefined;
};

/** Why a warning comes in a stream. */
export type Occasion =
  /** It is a new version. */
  | 'VERSION'
  /** The hub raised its effective grade after a reference set was refreshed; `raisedBecause` says why. Its publisher made no new version. */
  | 'RAISED'
  /** Its validity has ended: `validUntil` is past. Whoever holds it keeps it by its id until its time in this hub is over. */
  | 'ENDED';

/** What kind of item it is. */
export type ItemKind =
  /** An early warning: something happens or is about to. */
  | 'WARNING'
  /** A best practice: what works, without an event. */
  | 'PRACTICE';

/** What a version does to those before it: msgType of CAP 1.2. */
export type MessageType =
  /** The first version. */
  | 'ALERT'
  /** Replaces the version before it. */
  | 'UPDATE'
  /** Withdraws it: the last version. `cancelReason` says why; do nothing of what it asked for. */
  | 'CANCEL';

/** How soon to act: urgency of CAP 1.2. */
export type Urgency =
  /** Now. */
  | 'IMMEDIATE'
  /** Soon, within the next hour or so. */
  | 'EXPECTED'
  /** In the near future. */
  | 'FUTURE'
  /** No longer required. */
  | 'PAST'
  /** Its publisher did not say. */
  | 'UNKNOWN';

/** How bad it would be: severity of CAP 1.2. */
export type Severity =
  /** Extraordinary threat to life, property or the service. */
  | 'EXTREME'
  /** Significant threat. */
  | 'SEVERE'
  /** Possible threat. */
  | 'MODERATE'
  /** Minimal threat, or none known. */
  | 'MINOR'
  /** Its publisher did not say. Practices have no other. */
  | 'UNKNOWN';

/** How sure it is: certainty of CAP 1.2. */
export type Certainty =
  /** It has happened, or is happening. */
  | 'OBSERVED'
  /** More likely than not. */
  | 'LIKELY'
  /** Possible, not likely. */
  | 'POSSIBLE'
  /** Not expected to happen. */
  | 'UNLIKELY'
  /** Its publisher did not say. */
  | 'UNKNOWN';

/** Whether an item still applies. */
export type WarningState =
  /** It applies. */
  | 'ACTIVE'
  /** `validUntil` has passed. */
  | 'EXPIRED'
  /** Its publisher cancelled or withdrew it. */
  | 'CANCELLED';

/** How a member comes to have an item. */
export type ReasonKind =
  /** It published it. */
  | 'OWN'
  /** The audience addresses it. */
  | 'DIRECT'
  /** It is a client, in the sense of TLP:AMBER, of a member that has it. */
  | 'CLIENT'
  /** It depends on a sector or member that is hit. */
  | 'DEPENDENCY'
  /** What a publisher sees of a recipient that it would not see if it had not answered: not what brought it. */
  | 'RELATION';

export type HeatQueryVariables = Exact<{
  since: string;
  filter?: FeedFilter | null | undefined;
}>;


export type HeatQuery = { feed: { edges: Array<{ node: { id: string, severity: Severity, sectorsConcerned: Array<string>, updatedAt: string, state: WarningState } }>, pageInfo: { hasNextPage: boolean } } };

export type SectorNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type SectorNamesQuery = { sectors: { scheme: Array<{ id: string, name: string, parent: string | null }> } };

export type RowFragment = { id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, sectorsConcerned: Array<string>, marking: Tlp | null, exercise: string | null, publishedAt: string, updatedAt: string, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null } | null };

export type FeedQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  since?: string | null | undefined;
  filter?: FeedFilter | null | undefined;
}>;


export type FeedQuery = { feed: { edges: Array<{ cursor: string, node: { id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, sectorsConcerned: Array<string>, marking: Tlp | null, exercise: string | null, publishedAt: string, updatedAt: string, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ArrivalsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: FeedFilter | null | undefined;
}>;


export type ArrivalsSubscription = { warningReceived: { cursor: string, occasion: Occasion, node: { id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, sectorsConcerned: Array<string>, marking: Tlp | null, exercise: string | null, publishedAt: string, updatedAt: string, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null } | null } } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { role: Role, person: string | null, sectors: Array<string>, communities: Array<string>, mayPublish: boolean, maxBodyBytes: number, member: { id: string, slug: string, name: string, kind: MemberKind, country: string } } };

/** A document that the hub knows by its hash, with the types of its variables and its result. */
export type TypedDocumentString<Result, Variables> = {
  readonly __meta__: { readonly hash: string };
  readonly __types__?: (variables: Variables) => Result;
};
export const HeatDocument = {"__meta__":{"hash":"sha256:7fa9080e7b6e54048177b5a37342ef0c3dc66391b980d905434220518b0c5834"}} as unknown as TypedDocumentString<HeatQuery, HeatQueryVariables>;
export const SectorNamesDocument = {"__meta__":{"hash":"sha256:ec48b04b98da64fb509cfc4f6a37a83f5ab1b7c6d320699f1fc0b6b9cd2f1c7b"}} as unknown as TypedDocumentString<SectorNamesQuery, SectorNamesQueryVariables>;
export const FeedDocument = {"__meta__":{"hash":"sha256:cec90a4d28f6b7c0e1c5859a33d1a15dc3c0a397addacdb6c73143b402041a15"}} as unknown as TypedDocumentString<FeedQuery, FeedQueryVariables>;
export const ArrivalsDocument = {"__meta__":{"hash":"sha256:3e78cf18af7f6881514d5e9a2b309c4130c3c18c2b9224e76992412d691a07b6"}} as unknown as TypedDocumentString<ArrivalsSubscription, ArrivalsSubscriptionVariables>;
export const MeDocument = {"__meta__":{"hash":"sha256:43aece0ac893ae36a2d01b9663db6ca269a736c8339750c8a6a17cc37b34e8a4"}} as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
