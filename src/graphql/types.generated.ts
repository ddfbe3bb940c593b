// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Delivery as DeliverySource } from '../domain/delivery.ts';
import type { Actor } from '../domain/member.ts';
import type { ReviewedPair } from '../service/duplicate/review-duplicates.ts';
import type { PublisherSummary } from '../domain/warning.ts';
import type { NationalSector as NationalSectorSource, SectorMapping as SectorMappingSource, SectorScheme as SectorSchemeSource, MappingPredicate as SkosPredicate } from '../domain/sector-scheme/known-schemes.ts';
import type { NodeSource } from './present/node.ts';
import type { ObjectPair } from '../service/entity/review-entities.ts';
import type { ObjectTeller } from '../service/object/object-sources.ts';
import type { StoredPairState } from './present/ruling.ts';
import type { NotRecipient } from '../service/audience/listed-members.ts';
import type { PublishResultSource } from './present/publish-result.ts';
import type { Reason as ReasonSource } from '../domain/reason.ts';
import type { Related } from '../service/duplicate/read-related.ts';
import type { Sector as SectorSource } from '../domain/sector.ts';
import type { SourceItem } from '../service/feed/read-sources.ts';
import type { VisibleObject } from '../service/object/visible-object.ts';
import type { ReferenceSource } from './present/reference.ts';
import type { ObjectVersion } from '../service/object/version/read-versions.ts';
import type { WarningSource } from './present/warning.ts';
import type { Tlp as TlpLevel } from '../domain/marking.ts';
import type { RequestContext } from './request-context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC. */
  DateTime: { input: string; output: string | Date; }
  /** Any JSON value, as the producer wrote it. */
  JSON: { input: unknown; output: unknown; }
};

export type Query = {
  readonly __typename?: 'Query';
  /** The member and role behind your key. */
  readonly me: Me;
  /** Any object that has an id, if you may read it. */
  readonly node?: Maybe<Node>;
  /** Pairs of warnings that may be duplicates, for review. Only for publishers and managers of a publishing member, and only pairs of which they may read both warnings. */
  readonly duplicateProposals: DuplicatePairConnection;
  /** Pairs of objects that may describe one entity under different names, for review. Only for publishers and managers of a publishing member, and only pairs of which they may read both objects. */
  readonly objectDuplicateProposals: ObjectDuplicateConnection;
  /** The hub's sector scheme, and how each State's own scheme maps to it. */
  readonly sectors: SectorDirectory;
  /** A STIX object by its id, in the newest version you may see. */
  readonly stixObject?: Maybe<StixObject>;
  /**
   * Every version of an object that you may see, newest first, also of one of which nothing is current any more: a version
   * that its source took out of its warning is marked `withdrawn`, and shown to its publisher and to members that it was
   * delivered to and that may read the warning as it is now.
   */
  readonly stixVersions: StixVersionConnection;
  /** The reference sets used for enrichment, and how fresh they are. */
  readonly enrichmentSources: ReadonlyArray<EnrichmentSource>;
  /** What is addressed to you, newest first. Nothing else affects counts, order or page boundaries. */
  readonly feed: FeedConnection;
  /** One warning or practice in its current version, if you may read it. */
  readonly warning?: Maybe<Warning>;
  /**
   * Who would receive this, who would not, and why, as far as you may know: members that the audience addresses or that the
   * public default matrix reaches. Writes nothing.
   */
  readonly audiencePreview: AudiencePreviewResult;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDuplicateProposalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  exercise?: InputMaybe<Scalars['String']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryObjectDuplicateProposalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  exercise?: InputMaybe<Scalars['String']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryStixObjectArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStixVersionsArgs = {
  id: Scalars['ID']['input'];
  exercise?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFeedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FeedFilter>;
};


export type QueryWarningArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAudiencePreviewArgs = {
  input: AudiencePreviewInput;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** The version of the contract. */
  readonly ping: Scalars['String']['output'];
  /** Confirm that two warnings report the same event. Each then shows the other to everyone who may read both. */
  readonly acceptDuplicate: DuplicateResult;
  /** Rule that they do not. The pair is never proposed again. Only you, or a manager of your organisation, can reverse a ruling of yours. */
  readonly rejectDuplicate: DuplicateResult;
  /** Undo a link or a collapse, whether a rule or a reviewer made it. The two stay distinct until acceptDuplicate joins them. */
  readonly undoMerge: DuplicateResult;
  /** Confirm that two objects describe one entity. Every object with one of their names that you can read then counts as a source of the other too. Repeat it to include objects that you can read by now. */
  readonly acceptObjectDuplicate: ObjectDuplicateResult;
  /** Rule that they do not. The pair is never proposed again. Only you, or a manager of your organisation, can reverse a ruling of yours. */
  readonly rejectObjectDuplicate: ObjectDuplicateResult;
  /** Separate two objects that count as one entity, by name or by a reviewer. They stay distinct until acceptObjectDuplicate joins them. */
  readonly undoObjectMerge: ObjectDuplicateResult;
  /** Publish an early warning. Answers once it is durable. Send an `Idempotency-Key` header to make retries safe. */
  readonly publishWarning: PublishResult;
  /** Publish a new version of your own warning. It goes to the recipients of the previous version. Audience, marking and exercise do not change. */
  readonly updateWarning: PublishResult;
  /** Cancel a warning (CAP Cancel): a final version, to the recipients of the previous one. */
  readonly cancelWarning: PublishResult;
  /** Publish a best practice. Works as publishWarning does. */
  readonly publishPractice: PublishResult;
  /** Publish a new version of your own practice. It goes to the recipients of the previous version. Audience, marking and exercise do not change. */
  readonly updatePractice: PublishResult;
  /** Withdraw a practice that no longer applies: a final version with the reason, to the recipients of the previous one. */
  readonly withdrawPractice: PublishResult;
  /**
   * Acknowledge a warning or practice, and report whether it affects you. Its publisher sees your answer. Where
   * `whyMe.isKnownToPublisher` is false, answering is what shows you to the publisher: your member, the person who answers, when
   * you received it, the answer and the note, not why you have it.
   */
  readonly acknowledgeWarning: AcknowledgeResult;
};


export type MutationAcceptDuplicateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRejectDuplicateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUndoMergeArgs = {
  id: Scalars['ID']['input'];
  reopen?: Scalars['Boolean']['input'];
};


export type MutationAcceptObjectDuplicateArgs = {
  one: Scalars['ID']['input'];
  other: Scalars['ID']['input'];
};


export type MutationRejectObjectDuplicateArgs = {
  one: Scalars['ID']['input'];
  other: Scalars['ID']['input'];
};


export type MutationUndoObjectMergeArgs = {
  one: Scalars['ID']['input'];
  other: Scalars['ID']['input'];
};


export type MutationPublishWarningArgs = {
  input: PublishWarningInput;
};


export type MutationUpdateWarningArgs = {
  input: UpdateWarningInput;
};


export type MutationCancelWarningArgs = {
  input: CancelWarningInput;
};


export type MutationPublishPracticeArgs = {
  input: PublishPracticeInput;
};


export type MutationUpdatePracticeArgs = {
  input: UpdatePracticeInput;
};


export type MutationWithdrawPracticeArgs = {
  input: WithdrawPracticeInput;
};


export type MutationAcknowledgeWarningArgs = {
  input: AcknowledgeWarningInput;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Keeps a connection alive. Carries the current time and no data. */
  readonly heartbeat: Scalars['DateTime']['output'];
  /** Each new warning or practice addressed to you, as it arrives. Pass the last cursor you saw as `after` to resume without gaps. */
  readonly warningReceived: FeedEdge;
};


export type SubscriptionWarningReceivedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FeedFilter>;
};

/** An object with its own id. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** Where a page ends and how to continue. Cursors are opaque and only valid for the filter they were made with. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** Why a mutation was refused. Nothing was written. */
export type Refusal = {
  readonly __typename?: 'Refusal';
  /** Stable; docs/errors.md lists every code. */
  readonly code: Scalars['String']['output'];
  /** What was wrong. */
  readonly message: Scalars['String']['output'];
  /** Where: a JSON path into the input. */
  readonly path: Scalars['String']['output'];
  /** What to do. */
  readonly remedy: Scalars['String']['output'];
};

/** A member of the partnership: an organisation. */
export type Member = {
  readonly __typename?: 'Member';
  readonly id: Scalars['ID']['output'];
  readonly slug: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly kind: MemberKind;
  /** ISO 3166-1 alpha-2; user-assigned codes are allowed. */
  readonly country: Scalars['String']['output'];
};

export type MemberKind =
  | 'AGENCY'
  | 'CSIRT'
  | 'OPERATOR'
  | 'SHARING_CENTRE'
  | 'STATE_CONTACT'
  | 'HUB';

/** The caller. */
export type Me = {
  readonly __typename?: 'Me';
  readonly member: Member;
  /** The STIX identity of your member. Objects that name it in `created_by_ref` belong to your member: nobody else can publish versions of them or revoke them. */
  readonly identity: Scalars['ID']['output'];
  /** reader, analyst, publisher, approver, manager, contact, member-admin, integrator or hub-operator. */
  readonly role: Scalars['String']['output'];
  readonly person?: Maybe<Scalars['String']['output']>;
  /** Sectors of the hub's scheme that your member belongs to. */
  readonly sectors: ReadonlyArray<Scalars['String']['output']>;
  readonly communities: ReadonlyArray<Scalars['String']['output']>;
  readonly mayPublish: Scalars['Boolean']['output'];
};

/** Traffic Light Protocol 2.0 (FIRST). */
export type Tlp =
  | 'CLEAR'
  | 'GREEN'
  | 'AMBER'
  | 'AMBER+STRICT'
  | 'RED';

export type DeliveryState =
  | 'PENDING'
  | 'SENT'
  | 'RECEIVED'
  | 'ACKNOWLEDGED'
  | 'FAILED'
  | 'WITHHELD';

export type Channel =
  | 'FEED';

export type Acknowledgement =
  | 'SEEN'
  | 'NOT_AFFECTED'
  | 'AFFECTED'
  | 'ACTED'
  | 'NEED_HELP';

/** One version of a warning, to one member, over one channel. Its id never changes. */
export type Delivery = Node & {
  readonly __typename?: 'Delivery';
  readonly id: Scalars['ID']['output'];
  readonly member: Member;
  readonly channel: Channel;
  readonly version: Scalars['Int']['output'];
  readonly state: DeliveryState;
  readonly at: Scalars['DateTime']['output'];
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  readonly receivedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The answer that stands. */
  readonly answer?: Maybe<Acknowledgement>;
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Who gave that answer, as <member slug>/<name>; null for a key of no person. */
  readonly acknowledgedBy?: Maybe<Scalars['String']['output']>;
  /** Everything this member answered, newest first, also to former versions. At most 50. */
  readonly answers: ReadonlyArray<Answer>;
  /** Your own reason; of another member's delivery the public one, whatever else brought it. */
  readonly reason: Reason;
  /** Why it failed or was withheld. */
  readonly failure?: Maybe<Scalars['String']['output']>;
};

/** What a member answered to one version. */
export type Answer = {
  readonly __typename?: 'Answer';
  /** The version that was answered. */
  readonly version: Scalars['Int']['output'];
  readonly answer: Acknowledgement;
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Who answered, as <member slug>/<name>; null for a key of no person. */
  readonly by?: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['DateTime']['output'];
};

export type DeliveryConnection = {
  readonly __typename?: 'DeliveryConnection';
  readonly edges: ReadonlyArray<DeliveryEdge>;
  readonly pageInfo: PageInfo;
  /** The same sentence whether or not there are others. */
  readonly notListed: Scalars['String']['output'];
};

export type DeliveryEdge = {
  readonly __typename?: 'DeliveryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Delivery;
};

export type AcknowledgeWarningInput = {
  readonly warning: Scalars['ID']['input'];
  /** Left out, the answer that stands is kept, to this version or to a former one; SEEN where you have not answered. */
  readonly answer?: InputMaybe<Acknowledgement>;
  /** At most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type AcknowledgeResult = {
  readonly __typename?: 'AcknowledgeResult';
  readonly delivery?: Maybe<Delivery>;
  readonly refusals: ReadonlyArray<Refusal>;
};

/** An early warning or a best practice. */
export type Warning = Node & {
  readonly __typename?: 'Warning';
  /** Warnings from others that report the same event, as far as you may read them. None is hidden or merged. */
  readonly related: ReadonlyArray<RelatedWarning>;
  /** How many independent sources report it, as far as you may see. Two of the same publisher count once; one that forwards another's report does not count. */
  readonly corroboration: Scalars['Int']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: ItemKind;
  readonly version: Scalars['Int']['output'];
  readonly messageType: MessageType;
  readonly state: WarningState;
  readonly headline: Scalars['String']['output'];
  readonly summary: Scalars['String']['output'];
  /** BCP 47. */
  readonly language: Scalars['String']['output'];
  readonly translations: ReadonlyArray<Translation>;
  /** What to do, in order; at most five. */
  readonly actions: ReadonlyArray<Action>;
  readonly contacts: ReadonlyArray<ContactPoint>;
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Ids of the hub's sectors that it is about, as its publisher states them. They say nothing of the audience. */
  readonly sectorsConcerned: ReadonlyArray<Scalars['String']['output']>;
  /** Countries that it is about, ISO 3166-1 alpha-2, as its publisher states them. */
  readonly countriesConcerned: ReadonlyArray<Scalars['String']['output']>;
  /** Null when the hub does not understand the marking; then only its publisher may read it. */
  readonly marking?: Maybe<Tlp>;
  /** The marking in words. */
  readonly markingInWords: Scalars['String']['output'];
  /** Copyright and other statement markings. They do not affect access. */
  readonly statements: ReadonlyArray<Scalars['String']['output']>;
  /** How it may be used, as opposed to who may have it; null when nothing is specified. */
  readonly handling?: Maybe<Handling>;
  readonly exercise?: Maybe<Scalars['String']['output']>;
  /** Replaced by the hub (slug `withheld`) when the exchange policy forbids naming the publisher. */
  readonly publisher: Member;
  readonly publishedAt: Scalars['DateTime']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The producer's own date of this version, where it differs. */
  readonly sourceModified?: Maybe<Scalars['DateTime']['output']>;
  readonly cancelReason?: Maybe<Scalars['String']['output']>;
  /** What this version changes of the one before, as sentences; empty for a first version. */
  readonly changes: ReadonlyArray<Scalars['String']['output']>;
  readonly externalReferences: ReadonlyArray<ExternalReference>;
  readonly cves: ReadonlyArray<Scalars['String']['output']>;
  /** Why you have this. */
  readonly whyMe: Reason;
  /** Every source of the same advisory that you may see. They are shown as one warning; each source is kept. */
  readonly sources: ReadonlyArray<Source>;
  /** The STIX objects of this version, as far as you may see them. */
  readonly objects: StixObjectConnection;
  /** The same objects as one STIX 2.1 bundle, with the marking definitions they refer to. */
  readonly bundle: Scalars['JSON']['output'];
  readonly practice?: Maybe<Practice>;
  /**
   * For its publisher: who has it, over which channel, in which state. Lists members that the audience addresses or that the
   * public default matrix reaches, and others once they have acknowledged it. Null for everyone else.
   */
  readonly deliveries?: Maybe<DeliveryConnection>;
  /** Your own delivery of this version, if there is one. */
  readonly myDelivery?: Maybe<Delivery>;
};


/** An early warning or a best practice. */
export type WarningObjectsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An early warning or a best practice. */
export type WarningDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type RelatedWarning = {
  readonly __typename?: 'RelatedWarning';
  readonly warning: Warning;
  readonly kind: RelationKind;
  /** Why, as sentences, strongest evidence first. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** The pair to pass to undoMerge. */
  readonly pair: Scalars['ID']['output'];
};

/** CORROBORATES: linked by rule. DUPLICATE: confirmed by a reviewer. */
export type RelationKind =
  | 'CORROBORATES'
  | 'DUPLICATE';

/** COLLAPSED: both share an advisory id or a report and are shown as one. LINKED: linked by rule. PROPOSED: waits for a reviewer. ACCEPTED, DISTINCT: a reviewer ruled that they are, or are not, duplicates. */
export type PairState =
  | 'FOLDED'
  | 'LINKED'
  | 'PROPOSED'
  | 'ACCEPTED'
  | 'APART';

/** A page may be short, or empty, and still have a next one: most pairs are not for you to see. */
export type DuplicatePairConnection = {
  readonly __typename?: 'DuplicatePairConnection';
  readonly edges: ReadonlyArray<DuplicatePairEdge>;
  readonly pageInfo: PageInfo;
};

export type DuplicatePairEdge = {
  readonly __typename?: 'DuplicatePairEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DuplicatePair;
};

export type DuplicatePair = {
  readonly __typename?: 'DuplicatePair';
  readonly id: Scalars['ID']['output'];
  readonly state: PairState;
  readonly warnings: ReadonlyArray<Warning>;
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** From 0 to 1. docs/decisions/0010 explains the thresholds. */
  readonly score: Scalars['Float']['output'];
};

export type DuplicateResult = {
  readonly __typename?: 'DuplicateResult';
  readonly pair?: Maybe<DuplicatePair>;
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A page may be short, or empty, and still have a next one: most pairs are not for you to see. */
export type ObjectDuplicateConnection = {
  readonly __typename?: 'ObjectDuplicateConnection';
  readonly edges: ReadonlyArray<ObjectDuplicateEdge>;
  readonly pageInfo: PageInfo;
};

export type ObjectDuplicateEdge = {
  readonly __typename?: 'ObjectDuplicateEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ObjectDuplicate;
};

/** Two objects of a type that has names and aliases (malware, tool, threat-actor, intrusion-set, campaign), and the evidence that they describe one entity. */
export type ObjectDuplicate = {
  readonly __typename?: 'ObjectDuplicate';
  /** LINKED: one has the name of the other. */
  readonly state: PairState;
  /** Both objects as you see them. A ruling on one applies to every object with its name that you can read. */
  readonly objects: ReadonlyArray<StixObject>;
  /** Aliases or the name that both have. */
  readonly sharedNames: ReadonlyArray<Scalars['String']['output']>;
  /** Why, as sentences. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
};

export type ObjectDuplicateResult = {
  readonly __typename?: 'ObjectDuplicateResult';
  readonly pair?: Maybe<ObjectDuplicate>;
  readonly refusals: ReadonlyArray<Refusal>;
};

export type SectorDirectory = {
  readonly __typename?: 'SectorDirectory';
  /** The hub's scheme: the NIS2 annexes and further sectors. */
  readonly scheme: ReadonlyArray<Sector>;
  /** The sectors as each State or scheme defines them. The hub maps them and never rewrites them. */
  readonly definitions: ReadonlyArray<SectorScheme>;
};


export type SectorDirectoryDefinitionsArgs = {
  scheme?: InputMaybe<Scalars['String']['input']>;
};

export type Sector = {
  readonly __typename?: 'Sector';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<Scalars['ID']['output']>;
  /** Matching values of STIX industry-sector-ov. */
  readonly stix: ReadonlyArray<Scalars['String']['output']>;
};

export type SectorScheme = {
  readonly __typename?: 'SectorScheme';
  readonly id: Scalars['ID']['output'];
  readonly territory: Scalars['String']['output'];
  /** The legal text or publication. */
  readonly instrument: Scalars['String']['output'];
  readonly sectors: ReadonlyArray<NationalSector>;
};

export type NationalSector = {
  readonly __typename?: 'NationalSector';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly subsectors: ReadonlyArray<Scalars['String']['output']>;
  readonly mappings: ReadonlyArray<SectorMapping>;
};

export type SectorMapping = {
  readonly __typename?: 'SectorMapping';
  /** Id of the hub's sector. */
  readonly sector: Scalars['ID']['output'];
  readonly predicate: MappingPredicate;
  readonly author: Scalars['String']['output'];
  readonly date: Scalars['String']['output'];
};

/** SKOS mapping properties, from the national sector to the hub's. */
export type MappingPredicate =
  | 'exactMatch'
  | 'closeMatch'
  | 'broadMatch'
  | 'narrowMatch'
  | 'relatedMatch';

/** `report`, STIX 2.1 §4.16. */
export type StixReport = StixObject & Node & {
  readonly __typename?: 'StixReport';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `report_types` */
  readonly reportTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly published?: Maybe<Scalars['String']['output']>;
  /** `object_refs` */
  readonly objectRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** `report`, STIX 2.1 §4.16. */
export type StixReportWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `report`, STIX 2.1 §4.16. */
export type StixReportVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `report`, STIX 2.1 §4.16. */
export type StixReportDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `indicator`, STIX 2.1 §4.7. */
export type StixIndicator = StixObject & Node & {
  readonly __typename?: 'StixIndicator';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `indicator_types` */
  readonly indicatorTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly pattern?: Maybe<Scalars['String']['output']>;
  /** `pattern_type` */
  readonly patternType?: Maybe<Scalars['String']['output']>;
  /** `pattern_version` */
  readonly patternVersion?: Maybe<Scalars['String']['output']>;
  /** `valid_from` */
  readonly validFrom?: Maybe<Scalars['String']['output']>;
  /** `valid_until` */
  readonly validUntil?: Maybe<Scalars['String']['output']>;
  /** `kill_chain_phases` */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
};


/** `indicator`, STIX 2.1 §4.7. */
export type StixIndicatorWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `indicator`, STIX 2.1 §4.7. */
export type StixIndicatorVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `indicator`, STIX 2.1 §4.7. */
export type StixIndicatorDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `vulnerability`, STIX 2.1 §4.19. */
export type StixVulnerability = StixObject & Node & {
  readonly __typename?: 'StixVulnerability';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
};


/** `vulnerability`, STIX 2.1 §4.19. */
export type StixVulnerabilityWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `vulnerability`, STIX 2.1 §4.19. */
export type StixVulnerabilityVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `vulnerability`, STIX 2.1 §4.19. */
export type StixVulnerabilityDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `course-of-action`, STIX 2.1 §4.3. */
export type StixCourseOfAction = StixObject & Node & {
  readonly __typename?: 'StixCourseOfAction';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
};


/** `course-of-action`, STIX 2.1 §4.3. */
export type StixCourseOfActionWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `course-of-action`, STIX 2.1 §4.3. */
export type StixCourseOfActionVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `course-of-action`, STIX 2.1 §4.3. */
export type StixCourseOfActionDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `malware`, STIX 2.1 §4.11. */
export type StixMalware = StixObject & Node & {
  readonly __typename?: 'StixMalware';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `malware_types` */
  readonly malwareTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `is_family` */
  readonly isFamily?: Maybe<Scalars['Boolean']['output']>;
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `kill_chain_phases` */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
  /** `first_seen` */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen` */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
  /** `operating_system_refs` */
  readonly operatingSystemRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** `architecture_execution_envs` */
  readonly architectureExecutionEnvs?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `implementation_languages` */
  readonly implementationLanguages?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly capabilities?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `sample_refs` */
  readonly sampleRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** `malware`, STIX 2.1 §4.11. */
export type StixMalwareWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `malware`, STIX 2.1 §4.11. */
export type StixMalwareVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `malware`, STIX 2.1 §4.11. */
export type StixMalwareDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `attack-pattern`, STIX 2.1 §4.1. */
export type StixAttackPattern = StixObject & Node & {
  readonly __typename?: 'StixAttackPattern';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `kill_chain_phases` */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
};


/** `attack-pattern`, STIX 2.1 §4.1. */
export type StixAttackPatternWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `attack-pattern`, STIX 2.1 §4.1. */
export type StixAttackPatternVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `attack-pattern`, STIX 2.1 §4.1. */
export type StixAttackPatternDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `campaign`, STIX 2.1 §4.2. */
export type StixCampaign = StixObject & Node & {
  readonly __typename?: 'StixCampaign';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `first_seen` */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen` */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
  readonly objective?: Maybe<Scalars['String']['output']>;
};


/** `campaign`, STIX 2.1 §4.2. */
export type StixCampaignWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `campaign`, STIX 2.1 §4.2. */
export type StixCampaignVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `campaign`, STIX 2.1 §4.2. */
export type StixCampaignDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `identity`, STIX 2.1 §4.5. */
export type StixIdentity = StixObject & Node & {
  readonly __typename?: 'StixIdentity';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `identity_class` */
  readonly identityClass?: Maybe<Scalars['String']['output']>;
  readonly sectors?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `contact_information` */
  readonly contactInformation?: Maybe<Scalars['String']['output']>;
};


/** `identity`, STIX 2.1 §4.5. */
export type StixIdentityWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `identity`, STIX 2.1 §4.5. */
export type StixIdentityVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `identity`, STIX 2.1 §4.5. */
export type StixIdentityDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `infrastructure`, STIX 2.1 §4.8. */
export type StixInfrastructure = StixObject & Node & {
  readonly __typename?: 'StixInfrastructure';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `infrastructure_types` */
  readonly infrastructureTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `kill_chain_phases` */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
  /** `first_seen` */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen` */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
};


/** `infrastructure`, STIX 2.1 §4.8. */
export type StixInfrastructureWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `infrastructure`, STIX 2.1 §4.8. */
export type StixInfrastructureVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `infrastructure`, STIX 2.1 §4.8. */
export type StixInfrastructureDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `sighting`, STIX 2.1 §5.2. */
export type StixSighting = StixObject & Node & {
  readonly __typename?: 'StixSighting';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `first_seen` */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen` */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** `sighting_of_ref` */
  readonly sightingOfRef?: Maybe<Scalars['ID']['output']>;
  /** `observed_data_refs` */
  readonly observedDataRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** `where_sighted_refs` */
  readonly whereSightedRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly summary?: Maybe<Scalars['JSON']['output']>;
};


/** `sighting`, STIX 2.1 §5.2. */
export type StixSightingWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `sighting`, STIX 2.1 §5.2. */
export type StixSightingVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `sighting`, STIX 2.1 §5.2. */
export type StixSightingDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `note`, STIX 2.1 §4.13. */
export type StixNote = StixObject & Node & {
  readonly __typename?: 'StixNote';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  readonly abstract?: Maybe<Scalars['String']['output']>;
  readonly content?: Maybe<Scalars['String']['output']>;
  readonly authors?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `object_refs` */
  readonly objectRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** `note`, STIX 2.1 §4.13. */
export type StixNoteWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `note`, STIX 2.1 §4.13. */
export type StixNoteVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `note`, STIX 2.1 §4.13. */
export type StixNoteDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** `observed-data`, STIX 2.1 §4.14. */
export type StixObservedData = StixObject & Node & {
  readonly __typename?: 'StixObservedData';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
  /** `first_observed` */
  readonly firstObserved?: Maybe<Scalars['String']['output']>;
  /** `last_observed` */
  readonly lastObserved?: Maybe<Scalars['String']['output']>;
  /** `number_observed` */
  readonly numberObserved?: Maybe<Scalars['Int']['output']>;
  readonly objects?: Maybe<Scalars['JSON']['output']>;
  /** `object_refs` */
  readonly objectRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** `observed-data`, STIX 2.1 §4.14. */
export type StixObservedDataWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** `observed-data`, STIX 2.1 §4.14. */
export type StixObservedDataVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** `observed-data`, STIX 2.1 §4.14. */
export type StixObservedDataDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** Any other type, custom ones included: its content is in `raw`. */
export type StixOther = StixObject & Node & {
  readonly __typename?: 'StixOther';
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  readonly marking?: Maybe<Tlp>;
  readonly raw: Scalars['JSON']['output'];
  readonly references: ReadonlyArray<StixReference>;
  readonly sources: ReadonlyArray<ObjectSource>;
  readonly corroboration: Scalars['Int']['output'];
  readonly enrichment: ReadonlyArray<StixObject>;
  readonly playbook?: Maybe<Playbook>;
  readonly warnings: ReadonlyArray<Warning>;
  readonly versions: StixVersionConnection;
  readonly revokedBy: ReadonlyArray<Member>;
  readonly difference?: Maybe<StixDifference>;
};


/** Any other type, custom ones included: its content is in `raw`. */
export type StixOtherWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Any other type, custom ones included: its content is in `raw`. */
export type StixOtherVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Any other type, custom ones included: its content is in `raw`. */
export type StixOtherDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** A reference set from which the hub makes enrichment objects, separate from the producers' objects. */
export type EnrichmentSource = {
  readonly __typename?: 'EnrichmentSource';
  readonly name: Scalars['String']['output'];
  /** Its lookup key: cve, cwe, value (address, host, URL, hash) or sector. */
  readonly needs: Scalars['String']['output'];
  /** STIX types of the objects made from it. */
  readonly makes: ReadonlyArray<Scalars['String']['output']>;
  readonly licence: Scalars['String']['output'];
  readonly url: Scalars['String']['output'];
  /** Null when it never goes stale. */
  readonly freshForDays?: Maybe<Scalars['Int']['output']>;
  /** As the set itself states; null until it states one. */
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly loadedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it was loaded more than `freshForDays` ago. */
  readonly isStale: Scalars['Boolean']['output'];
};

/**
 * A STIX 2.1 object as its producer wrote it, plus facts that the hub adds. An object that refers to something you may not
 * read is absent; a report or grouping is then a copy by the hub, without those references. The types that people read most have typed
 * fields (stix.generated.graphql); for every other type the content is in `raw`.
 */
export type StixObject = {
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  readonly type: Scalars['String']['output'];
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none. */
  readonly marking?: Maybe<Tlp>;
  /** Byte-faithful after RFC 8785. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it, each with its object if you may see it. */
  readonly references: ReadonlyArray<StixReference>;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** Context the hub found, as objects created by the hub's own identity. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings that contain it, as far as you may read them. */
  readonly warnings: ReadonlyArray<Warning>;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
};


/**
 * A STIX 2.1 object as its producer wrote it, plus facts that the hub adds. An object that refers to something you may not
 * read is absent; a report or grouping is then a copy by the hub, without those references. The types that people read most have typed
 * fields (stix.generated.graphql); for every other type the content is in `raw`.
 */
export type StixObjectWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A STIX 2.1 object as its producer wrote it, plus facts that the hub adds. An object that refers to something you may not
 * read is absent; a report or grouping is then a copy by the hub, without those references. The types that people read most have typed
 * fields (stix.generated.graphql); for every other type the content is in `raw`.
 */
export type StixObjectVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A STIX 2.1 object as its producer wrote it, plus facts that the hub adds. An object that refers to something you may not
 * read is absent; a report or grouping is then a copy by the hub, without those references. The types that people read most have typed
 * fields (stix.generated.graphql); for every other type the content is in `raw`.
 */
export type StixObjectDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** A version of an object, identified by id and `modified`, as one source asserted it. */
export type StixVersion = {
  readonly __typename?: 'StixVersion';
  /** Null for types without versions: observables, marking definitions. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** Who asserted it, as far as that may be disclosed. */
  readonly source?: Maybe<Member>;
  /** The strictest of the object's own markings; null when it has none. */
  readonly marking?: Maybe<Tlp>;
  /** Whether this is the version in effect for you: the newest you may see, or the one that revoked the object. */
  readonly isLatest: Scalars['Boolean']['output'];
  readonly revoked: Scalars['Boolean']['output'];
  /** Whether its source took it out of its warning, by a correction or a cancellation. It counts nowhere. */
  readonly withdrawn: Scalars['Boolean']['output'];
  /** Byte-faithful after RFC 8785. */
  readonly raw: Scalars['JSON']['output'];
};

export type StixVersionConnection = {
  readonly __typename?: 'StixVersionConnection';
  readonly edges: ReadonlyArray<StixVersionEdge>;
  readonly pageInfo: PageInfo;
};

export type StixVersionEdge = {
  readonly __typename?: 'StixVersionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: StixVersion;
};

/** What changed from one version of an object to another. */
export type StixDifference = {
  readonly __typename?: 'StixDifference';
  readonly from: Scalars['DateTime']['output'];
  readonly to: Scalars['DateTime']['output'];
  /** At most 100. */
  readonly changes: ReadonlyArray<StixChange>;
  /** False when there are more changes than listed. */
  readonly isWhole: Scalars['Boolean']['output'];
};

export type StixChangeKind =
  | 'ADDED'
  | 'REMOVED'
  | 'CHANGED'
  /** A list with the same elements in another order. */
  | 'REORDERED';

export type StixChange = {
  readonly __typename?: 'StixChange';
  readonly change: StixChangeKind;
  /** JSON path: into the older version for removed values, into the newer one for all others. */
  readonly path: Scalars['String']['output'];
  /** The value as JSON, cut after 1,000 characters; null when there is none. */
  readonly before?: Maybe<Scalars['String']['output']>;
  readonly after?: Maybe<Scalars['String']['output']>;
};

export type Playbook = {
  readonly __typename?: 'Playbook';
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly types: ReadonlyArray<Scalars['String']['output']>;
  readonly validFrom?: Maybe<Scalars['String']['output']>;
  readonly validUntil?: Maybe<Scalars['String']['output']>;
  readonly isRevoked: Scalars['Boolean']['output'];
  /** In the order in which to read them. */
  readonly steps: ReadonlyArray<PlaybookStep>;
  /** Where it deviates from CACAO 2.0. */
  readonly findings: ReadonlyArray<PlaybookFinding>;
};

export type PlaybookStep = {
  readonly __typename?: 'PlaybookStep';
  readonly number: Scalars['Int']['output'];
  /** start, action, playbook-action, parallel, if-condition, while-condition, switch-condition, end. */
  readonly kind: Scalars['String']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly commands: ReadonlyArray<PlaybookCommand>;
  /** Who carries it out. */
  readonly agent?: Maybe<Scalars['String']['output']>;
  readonly next: ReadonlyArray<PlaybookNext>;
};

/** Text to read: the hub runs nothing. */
export type PlaybookCommand = {
  readonly __typename?: 'PlaybookCommand';
  readonly type: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
};

export type PlaybookNext = {
  readonly __typename?: 'PlaybookNext';
  /** The condition; null when the step always follows. */
  readonly when?: Maybe<Scalars['String']['output']>;
  readonly step: Scalars['Int']['output'];
};

export type PlaybookFinding = {
  readonly __typename?: 'PlaybookFinding';
  readonly code: Scalars['String']['output'];
  readonly path: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type StixReference = {
  readonly __typename?: 'StixReference';
  /** The property, e.g. object_refs[2]. */
  readonly property: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** Null when there is no such object or you may not see it. */
  readonly object?: Maybe<StixObject>;
};

export type ObjectSource = {
  readonly __typename?: 'ObjectSource';
  /** The STIX id of this source's object. For objects with names, pass both ids to undoObjectMerge to separate them. */
  readonly id: Scalars['ID']['output'];
  readonly publisher: Member;
  readonly marking?: Maybe<Tlp>;
  readonly warning: Scalars['ID']['output'];
};

export type StixObjectConnection = {
  readonly __typename?: 'StixObjectConnection';
  readonly edges: ReadonlyArray<StixObjectEdge>;
  readonly pageInfo: PageInfo;
};

export type StixObjectEdge = {
  readonly __typename?: 'StixObjectEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: StixObject;
};

export type ItemKind =
  | 'WARNING'
  | 'PRACTICE';

/** CAP 1.2 msgType. */
export type MessageType =
  | 'ALERT'
  | 'UPDATE'
  | 'CANCEL';

/** CAP 1.2 urgency. */
export type Urgency =
  | 'IMMEDIATE'
  | 'EXPECTED'
  | 'FUTURE'
  | 'PAST'
  | 'UNKNOWN';

/** CAP 1.2 severity. */
export type Severity =
  | 'EXTREME'
  | 'SEVERE'
  | 'MODERATE'
  | 'MINOR'
  | 'UNKNOWN';

/** CAP 1.2 certainty. */
export type Certainty =
  | 'OBSERVED'
  | 'LIKELY'
  | 'POSSIBLE'
  | 'UNLIKELY'
  | 'UNKNOWN';

export type PracticeKind =
  | 'MEASURE'
  | 'PLAYBOOK'
  | 'GUIDELINE'
  | 'TEMPLATE'
  | 'LESSON'
  | 'POLICY_OR_LAW'
  | 'TRAINING';

export type WarningState =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'CANCELLED';

export type FeedFilter = {
  /** Ids of the hub's sectors, as publishers state them in `sectorsConcerned`. A parent includes its children. At most 10. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly kind?: InputMaybe<ItemKind>;
  /** Matches any of these. */
  readonly severities?: InputMaybe<ReadonlyArray<Severity>>;
  /** A country that publishers state in `countriesConcerned`, ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Words that must all occur, each as the beginning of one: in its texts, external ids and CVEs, or in what every reader has of its objects, which are values, hashes, and names of malware, actors, techniques and products. At most 256 characters; no regular expressions. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** The id of an exercise, for its traffic; real traffic when absent. The two are never mixed. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Newest first. When a search finds little, a page may be short or empty and still have `hasNextPage: true`: continue with
 * `after: endCursor` until it is false.
 */
export type FeedConnection = {
  readonly __typename?: 'FeedConnection';
  readonly edges: ReadonlyArray<FeedEdge>;
  readonly pageInfo: PageInfo;
};

export type FeedEdge = {
  readonly __typename?: 'FeedEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Warning;
};

export type Action = {
  readonly __typename?: 'Action';
  readonly text: Scalars['String']['output'];
  /** By when. */
  readonly by?: Maybe<Scalars['DateTime']['output']>;
};

/** Who to call. */
export type ContactPoint = {
  readonly __typename?: 'ContactPoint';
  /** A name or a desk. */
  readonly name: Scalars['String']['output'];
  readonly number: Scalars['String']['output'];
  readonly hours: Scalars['String']['output'];
};

export type Translation = {
  readonly __typename?: 'Translation';
  readonly language: Scalars['String']['output'];
  readonly headline: Scalars['String']['output'];
  readonly summary: Scalars['String']['output'];
  readonly actions: ReadonlyArray<Scalars['String']['output']>;
};

export type ExternalReference = {
  readonly __typename?: 'ExternalReference';
  readonly source: Scalars['String']['output'];
  readonly id?: Maybe<Scalars['String']['output']>;
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** PAP and FIRST's Information Exchange Policy 2.0: the strictest of the policies on the report and on the objects that all its readers have. */
export type Handling = {
  readonly __typename?: 'Handling';
  readonly pap?: Maybe<Pap>;
  readonly permittedActions?: Maybe<PermittedActions>;
  /** Whether it must be encrypted when shared onward. */
  readonly encryptInTransit?: Maybe<Permission>;
  readonly affectedPartyNotifications?: Maybe<Permission>;
  readonly providerAttribution?: Maybe<Permission>;
  readonly unmodifiedResale?: Maybe<Permission>;
  /** When the policy takes effect, if that was after publication. */
  readonly from?: Maybe<Scalars['DateTime']['output']>;
  /** When the policy ends; after that only its publisher may read it. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
  readonly inWords: ReadonlyArray<Scalars['String']['output']>;
};

/** Permissible Actions Protocol. */
export type Pap =
  | 'CLEAR'
  | 'GREEN'
  | 'AMBER'
  | 'RED';

export type PermittedActions =
  | 'NONE'
  | 'CONTACT_FOR_INSTRUCTION'
  | 'INTERNALLY_VISIBLE_ACTIONS'
  | 'EXTERNALLY_VISIBLE_INDIRECT_ACTIONS'
  | 'EXTERNALLY_VISIBLE_DIRECT_ACTIONS';

export type Permission =
  | 'MAY'
  | 'MUST'
  | 'MUST_NOT';

export type Practice = {
  readonly __typename?: 'Practice';
  readonly kind: PracticeKind;
  readonly problem: Scalars['String']['output'];
  readonly steps: ReadonlyArray<Scalars['String']['output']>;
  readonly evidence?: Maybe<Scalars['String']['output']>;
  readonly limits?: Maybe<Scalars['String']['output']>;
  readonly licence?: Maybe<Scalars['String']['output']>;
  readonly reviewDue?: Maybe<Scalars['String']['output']>;
};

/** Why you have it: it is your own, it is addressed to you, it comes through a provider, or you depend on an affected sector or member. */
export type Reason = {
  readonly __typename?: 'Reason';
  readonly kind: ReasonKind;
  /** The rule, as a sentence. */
  readonly rule: Scalars['String']['output'];
  readonly grade?: Maybe<Grade>;
  /** The dependency path from the affected side to you, as far as you may know it. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Shortest time until you feel the effect, in hours. */
  readonly hoursToEffect?: Maybe<Scalars['Float']['output']>;
  /**
   * Whether the publisher sees you among the recipients. False where only a dependency that was declared, or being the client of
   * somebody, brings it to you: then the publisher sees you once you acknowledge it, and not before.
   */
  readonly isKnownToPublisher: Scalars['Boolean']['output'];
};

/** RELATION: what a publisher sees of a recipient that has it as a client or by a declared dependency, and has answered. */
export type ReasonKind =
  | 'OWN'
  | 'DIRECT'
  | 'CLIENT'
  | 'DEPENDENCY'
  | 'RELATION';

export type Grade =
  | 'HIGH'
  | 'MEDIUM'
  | 'LOW';

/** A source: who published it, and the marking of that publication. */
export type Source = {
  readonly __typename?: 'Source';
  readonly warning: Scalars['ID']['output'];
  readonly publisher: Member;
  readonly marking?: Maybe<Tlp>;
  readonly publishedAt: Scalars['DateTime']['output'];
  /** The pair to pass to undoMerge if this is a different event. Null for the warning itself, and until a worker has compared the two. */
  readonly pair?: Maybe<Scalars['ID']['output']>;
};

export type ActionInput = {
  readonly text: Scalars['String']['input'];
  readonly by?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ContactPointInput = {
  readonly name: Scalars['String']['input'];
  readonly number: Scalars['String']['input'];
  readonly hours: Scalars['String']['input'];
};

export type TranslationInput = {
  readonly language: Scalars['String']['input'];
  readonly headline: Scalars['String']['input'];
  readonly summary: Scalars['String']['input'];
  readonly actions?: ReadonlyArray<Scalars['String']['input']>;
};

export type ExternalReferenceInput = {
  readonly source: Scalars['String']['input'];
  readonly id?: InputMaybe<Scalars['String']['input']>;
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** Fits a member that matches every field given, each by any of its values. Without fields it fits the whole partnership. */
export type AlternativeInput = {
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly communities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly kinds?: InputMaybe<ReadonlyArray<MemberKind>>;
  /** Slugs of members. */
  readonly members?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Persons as <member slug>/<name>; TLP:RED needs them. */
  readonly persons?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type AudienceInput = {
  /** At most 8. A member that fits any of them is addressed. */
  readonly alternatives: ReadonlyArray<AlternativeInput>;
  /** Slugs of members that must not receive it. */
  readonly excludes?: ReadonlyArray<Scalars['String']['input']>;
};

export type PublishWarningInput = {
  /** At most 140 characters. */
  readonly headline: Scalars['String']['input'];
  /** Plain language; at most 4,000 characters. */
  readonly summary: Scalars['String']['input'];
  /** At most five, in the order in which to do them. */
  readonly actions: ReadonlyArray<ActionInput>;
  readonly contacts: ReadonlyArray<ContactPointInput>;
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** BCP 47 tag of the texts. */
  readonly language?: Scalars['String']['input'];
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2; at most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  readonly marking: Tlp;
  readonly audience: AudienceInput;
  /** Publish even if nobody would receive it. */
  readonly allowEmptyAudience?: Scalars['Boolean']['input'];
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  /** A STIX 2.1 bundle. Without one the hub makes the report and the objects it needs. */
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

export type UpdateWarningInput = {
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly headline: Scalars['String']['input'];
  readonly summary: Scalars['String']['input'];
  readonly actions: ReadonlyArray<ActionInput>;
  readonly contacts: ReadonlyArray<ContactPointInput>;
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  readonly language?: Scalars['String']['input'];
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2; at most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

export type CancelWarningInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why, in plain words. */
  readonly reason: Scalars['String']['input'];
};

export type PublishPracticeInput = {
  readonly headline: Scalars['String']['input'];
  readonly summary: Scalars['String']['input'];
  readonly kind: PracticeKind;
  /** What it is for. */
  readonly problem: Scalars['String']['input'];
  readonly steps: ReadonlyArray<Scalars['String']['input']>;
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
  readonly limits?: InputMaybe<Scalars['String']['input']>;
  readonly licence?: InputMaybe<Scalars['String']['input']>;
  /** A date, YYYY-MM-DD. */
  readonly reviewDue?: InputMaybe<Scalars['String']['input']>;
  readonly language?: Scalars['String']['input'];
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2; at most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  readonly marking: Tlp;
  readonly audience: AudienceInput;
  readonly allowEmptyAudience?: Scalars['Boolean']['input'];
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

export type UpdatePracticeInput = {
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly headline: Scalars['String']['input'];
  readonly summary: Scalars['String']['input'];
  readonly kind: PracticeKind;
  /** What it is for. */
  readonly problem: Scalars['String']['input'];
  readonly steps: ReadonlyArray<Scalars['String']['input']>;
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
  readonly limits?: InputMaybe<Scalars['String']['input']>;
  readonly licence?: InputMaybe<Scalars['String']['input']>;
  /** A date, YYYY-MM-DD. */
  readonly reviewDue?: InputMaybe<Scalars['String']['input']>;
  readonly language?: Scalars['String']['input'];
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2; at most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

export type WithdrawPracticeInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why, in plain words. */
  readonly reason: Scalars['String']['input'];
};

/** The warning or practice in its new version, or why it was refused. */
export type PublishResult = {
  readonly __typename?: 'PublishResult';
  /** Null when it was refused, and in a dry run. */
  readonly warning?: Maybe<Warning>;
  /** What was done, or in a dry run would be, in a few words: to how many, how far it may go, real or exercise. Null when it was refused, and when an earlier answer is repeated. */
  readonly inWords?: Maybe<Scalars['String']['output']>;
  /** How many members receive it of those that you may know of, without you: see `notListed`. Null when it was refused. */
  readonly recipients?: Maybe<Scalars['Int']['output']>;
  /** The same sentence with every list and count of recipients, whether or not there are others. */
  readonly notListed: Scalars['String']['output'];
  /** What is unusual but allowed, such as custom types, unresolved references and dropped translations. Nothing was changed. */
  readonly findings: ReadonlyArray<Finding>;
  readonly refusals: ReadonlyArray<Refusal>;
};

export type Finding = {
  readonly __typename?: 'Finding';
  readonly code: Scalars['String']['output'];
  readonly path: Scalars['String']['output'];
  /** Section of STIX 2.1; empty for a finding about the texts. */
  readonly section: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type AudiencePreviewInput = {
  readonly marking: Tlp;
  readonly audience: AudienceInput;
  /** An exercise's id. Sectors are taken from the audience. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
};

export type AudiencePreviewResult = {
  readonly __typename?: 'AudiencePreviewResult';
  readonly preview?: Maybe<AudiencePreview>;
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Members that neither the audience nor the public default matrix reaches are in neither list. */
export type AudiencePreview = {
  readonly __typename?: 'AudiencePreview';
  readonly receives: ReadonlyArray<PreviewedRecipient>;
  readonly doesNotReceive: ReadonlyArray<PreviewedExclusion>;
  /** The same sentence whether or not there are others. */
  readonly notListed: Scalars['String']['output'];
};

export type PreviewedRecipient = {
  readonly __typename?: 'PreviewedRecipient';
  readonly member: Member;
  readonly reason: Reason;
};

export type PreviewedExclusion = {
  readonly __typename?: 'PreviewedExclusion';
  readonly member: Member;
  /** EXCLUDED_BY_NAME, MARKING_FORBIDS, MARKING_UNKNOWN, OPTED_OUT_OF_CASCADE, ROLE_FORBIDS or MEMBER_INACTIVE. */
  readonly because: Scalars['String']['output'];
  readonly explanation: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeSource>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Refusal: ResolverTypeWrapper<Refusal>;
  Member: ResolverTypeWrapper<PublisherSummary>;
  MemberKind: MemberKind;
  Me: ResolverTypeWrapper<Actor>;
  Tlp: ResolverTypeWrapper<TlpLevel>;
  DeliveryState: DeliveryState;
  Channel: Channel;
  Acknowledgement: Acknowledgement;
  Delivery: ResolverTypeWrapper<DeliverySource>;
  Answer: ResolverTypeWrapper<Answer>;
  DeliveryConnection: ResolverTypeWrapper<Omit<DeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DeliveryEdge']> }>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  AcknowledgeWarningInput: AcknowledgeWarningInput;
  AcknowledgeResult: ResolverTypeWrapper<Omit<AcknowledgeResult, 'delivery'> & { delivery?: Maybe<ResolversTypes['Delivery']> }>;
  Warning: ResolverTypeWrapper<WarningSource>;
  RelatedWarning: ResolverTypeWrapper<Related>;
  RelationKind: RelationKind;
  PairState: ResolverTypeWrapper<StoredPairState>;
  DuplicatePairConnection: ResolverTypeWrapper<Omit<DuplicatePairConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DuplicatePairEdge']> }>;
  DuplicatePairEdge: ResolverTypeWrapper<Omit<DuplicatePairEdge, 'node'> & { node: ResolversTypes['DuplicatePair'] }>;
  DuplicatePair: ResolverTypeWrapper<ReviewedPair>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DuplicateResult: ResolverTypeWrapper<Omit<DuplicateResult, 'pair'> & { pair?: Maybe<ResolversTypes['DuplicatePair']> }>;
  ObjectDuplicateConnection: ResolverTypeWrapper<Omit<ObjectDuplicateConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ObjectDuplicateEdge']> }>;
  ObjectDuplicateEdge: ResolverTypeWrapper<Omit<ObjectDuplicateEdge, 'node'> & { node: ResolversTypes['ObjectDuplicate'] }>;
  ObjectDuplicate: ResolverTypeWrapper<ObjectPair>;
  ObjectDuplicateResult: ResolverTypeWrapper<Omit<ObjectDuplicateResult, 'pair'> & { pair?: Maybe<ResolversTypes['ObjectDuplicate']> }>;
  SectorDirectory: ResolverTypeWrapper<Omit<SectorDirectory, 'scheme' | 'definitions'> & { scheme: ReadonlyArray<ResolversTypes['Sector']>, definitions: ReadonlyArray<ResolversTypes['SectorScheme']> }>;
  Sector: ResolverTypeWrapper<SectorSource>;
  SectorScheme: ResolverTypeWrapper<SectorSchemeSource>;
  NationalSector: ResolverTypeWrapper<NationalSectorSource>;
  SectorMapping: ResolverTypeWrapper<SectorMappingSource>;
  MappingPredicate: ResolverTypeWrapper<SkosPredicate>;
  StixReport: ResolverTypeWrapper<VisibleObject>;
  StixIndicator: ResolverTypeWrapper<VisibleObject>;
  StixVulnerability: ResolverTypeWrapper<VisibleObject>;
  StixCourseOfAction: ResolverTypeWrapper<VisibleObject>;
  StixMalware: ResolverTypeWrapper<VisibleObject>;
  StixAttackPattern: ResolverTypeWrapper<VisibleObject>;
  StixCampaign: ResolverTypeWrapper<VisibleObject>;
  StixIdentity: ResolverTypeWrapper<VisibleObject>;
  StixInfrastructure: ResolverTypeWrapper<VisibleObject>;
  StixSighting: ResolverTypeWrapper<VisibleObject>;
  StixNote: ResolverTypeWrapper<VisibleObject>;
  StixObservedData: ResolverTypeWrapper<VisibleObject>;
  StixOther: ResolverTypeWrapper<VisibleObject>;
  EnrichmentSource: ResolverTypeWrapper<EnrichmentSource>;
  StixObject: ResolverTypeWrapper<VisibleObject>;
  StixVersion: ResolverTypeWrapper<ObjectVersion>;
  StixVersionConnection: ResolverTypeWrapper<Omit<StixVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StixVersionEdge']> }>;
  StixVersionEdge: ResolverTypeWrapper<Omit<StixVersionEdge, 'node'> & { node: ResolversTypes['StixVersion'] }>;
  StixDifference: ResolverTypeWrapper<StixDifference>;
  StixChangeKind: StixChangeKind;
  StixChange: ResolverTypeWrapper<StixChange>;
  Playbook: ResolverTypeWrapper<Playbook>;
  PlaybookStep: ResolverTypeWrapper<PlaybookStep>;
  PlaybookCommand: ResolverTypeWrapper<PlaybookCommand>;
  PlaybookNext: ResolverTypeWrapper<PlaybookNext>;
  PlaybookFinding: ResolverTypeWrapper<PlaybookFinding>;
  StixReference: ResolverTypeWrapper<ReferenceSource>;
  ObjectSource: ResolverTypeWrapper<ObjectTeller>;
  StixObjectConnection: ResolverTypeWrapper<Omit<StixObjectConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StixObjectEdge']> }>;
  StixObjectEdge: ResolverTypeWrapper<Omit<StixObjectEdge, 'node'> & { node: ResolversTypes['StixObject'] }>;
  ItemKind: ItemKind;
  MessageType: MessageType;
  Urgency: Urgency;
  Severity: Severity;
  Certainty: Certainty;
  PracticeKind: PracticeKind;
  WarningState: WarningState;
  FeedFilter: FeedFilter;
  FeedConnection: ResolverTypeWrapper<Omit<FeedConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['FeedEdge']> }>;
  FeedEdge: ResolverTypeWrapper<Omit<FeedEdge, 'node'> & { node: ResolversTypes['Warning'] }>;
  Action: ResolverTypeWrapper<Action>;
  ContactPoint: ResolverTypeWrapper<ContactPoint>;
  Translation: ResolverTypeWrapper<Translation>;
  ExternalReference: ResolverTypeWrapper<ExternalReference>;
  Handling: ResolverTypeWrapper<Handling>;
  Pap: Pap;
  PermittedActions: PermittedActions;
  Permission: Permission;
  Practice: ResolverTypeWrapper<Practice>;
  Reason: ResolverTypeWrapper<ReasonSource>;
  ReasonKind: ReasonKind;
  Grade: Grade;
  Source: ResolverTypeWrapper<SourceItem>;
  ActionInput: ActionInput;
  ContactPointInput: ContactPointInput;
  TranslationInput: TranslationInput;
  ExternalReferenceInput: ExternalReferenceInput;
  AlternativeInput: AlternativeInput;
  AudienceInput: AudienceInput;
  PublishWarningInput: PublishWarningInput;
  UpdateWarningInput: UpdateWarningInput;
  CancelWarningInput: CancelWarningInput;
  PublishPracticeInput: PublishPracticeInput;
  UpdatePracticeInput: UpdatePracticeInput;
  WithdrawPracticeInput: WithdrawPracticeInput;
  PublishResult: ResolverTypeWrapper<PublishResultSource>;
  Finding: ResolverTypeWrapper<Finding>;
  AudiencePreviewInput: AudiencePreviewInput;
  AudiencePreviewResult: ResolverTypeWrapper<Omit<AudiencePreviewResult, 'preview'> & { preview?: Maybe<ResolversTypes['AudiencePreview']> }>;
  AudiencePreview: ResolverTypeWrapper<Omit<AudiencePreview, 'receives' | 'doesNotReceive'> & { receives: ReadonlyArray<ResolversTypes['PreviewedRecipient']>, doesNotReceive: ReadonlyArray<ResolversTypes['PreviewedExclusion']> }>;
  PreviewedRecipient: ResolverTypeWrapper<Omit<PreviewedRecipient, 'member' | 'reason'> & { member: ResolversTypes['Member'], reason: ResolversTypes['Reason'] }>;
  PreviewedExclusion: ResolverTypeWrapper<NotRecipient>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  Subscription: Record<PropertyKey, never>;
  Node: NodeSource;
  PageInfo: PageInfo;
  Refusal: Refusal;
  Member: PublisherSummary;
  Me: Actor;
  Delivery: DeliverySource;
  Answer: Answer;
  DeliveryConnection: Omit<DeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DeliveryEdge']> };
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  AcknowledgeWarningInput: AcknowledgeWarningInput;
  AcknowledgeResult: Omit<AcknowledgeResult, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['Delivery']> };
  Warning: WarningSource;
  RelatedWarning: Related;
  DuplicatePairConnection: Omit<DuplicatePairConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DuplicatePairEdge']> };
  DuplicatePairEdge: Omit<DuplicatePairEdge, 'node'> & { node: ResolversParentTypes['DuplicatePair'] };
  DuplicatePair: ReviewedPair;
  Float: Scalars['Float']['output'];
  DuplicateResult: Omit<DuplicateResult, 'pair'> & { pair?: Maybe<ResolversParentTypes['DuplicatePair']> };
  ObjectDuplicateConnection: Omit<ObjectDuplicateConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ObjectDuplicateEdge']> };
  ObjectDuplicateEdge: Omit<ObjectDuplicateEdge, 'node'> & { node: ResolversParentTypes['ObjectDuplicate'] };
  ObjectDuplicate: ObjectPair;
  ObjectDuplicateResult: Omit<ObjectDuplicateResult, 'pair'> & { pair?: Maybe<ResolversParentTypes['ObjectDuplicate']> };
  SectorDirectory: Omit<SectorDirectory, 'scheme' | 'definitions'> & { scheme: ReadonlyArray<ResolversParentTypes['Sector']>, definitions: ReadonlyArray<ResolversParentTypes['SectorScheme']> };
  Sector: SectorSource;
  SectorScheme: SectorSchemeSource;
  NationalSector: NationalSectorSource;
  SectorMapping: SectorMappingSource;
  StixReport: VisibleObject;
  StixIndicator: VisibleObject;
  StixVulnerability: VisibleObject;
  StixCourseOfAction: VisibleObject;
  StixMalware: VisibleObject;
  StixAttackPattern: VisibleObject;
  StixCampaign: VisibleObject;
  StixIdentity: VisibleObject;
  StixInfrastructure: VisibleObject;
  StixSighting: VisibleObject;
  StixNote: VisibleObject;
  StixObservedData: VisibleObject;
  StixOther: VisibleObject;
  EnrichmentSource: EnrichmentSource;
  StixObject: VisibleObject;
  StixVersion: ObjectVersion;
  StixVersionConnection: Omit<StixVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StixVersionEdge']> };
  StixVersionEdge: Omit<StixVersionEdge, 'node'> & { node: ResolversParentTypes['StixVersion'] };
  StixDifference: StixDifference;
  StixChange: StixChange;
  Playbook: Playbook;
  PlaybookStep: PlaybookStep;
  PlaybookCommand: PlaybookCommand;
  PlaybookNext: PlaybookNext;
  PlaybookFinding: PlaybookFinding;
  StixReference: ReferenceSource;
  ObjectSource: ObjectTeller;
  StixObjectConnection: Omit<StixObjectConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StixObjectEdge']> };
  StixObjectEdge: Omit<StixObjectEdge, 'node'> & { node: ResolversParentTypes['StixObject'] };
  FeedFilter: FeedFilter;
  FeedConnection: Omit<FeedConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['FeedEdge']> };
  FeedEdge: Omit<FeedEdge, 'node'> & { node: ResolversParentTypes['Warning'] };
  Action: Action;
  ContactPoint: ContactPoint;
  Translation: Translation;
  ExternalReference: ExternalReference;
  Handling: Handling;
  Practice: Practice;
  Reason: ReasonSource;
  Source: SourceItem;
  ActionInput: ActionInput;
  ContactPointInput: ContactPointInput;
  TranslationInput: TranslationInput;
  ExternalReferenceInput: ExternalReferenceInput;
  AlternativeInput: AlternativeInput;
  AudienceInput: AudienceInput;
  PublishWarningInput: PublishWarningInput;
  UpdateWarningInput: UpdateWarningInput;
  CancelWarningInput: CancelWarningInput;
  PublishPracticeInput: PublishPracticeInput;
  UpdatePracticeInput: UpdatePracticeInput;
  WithdrawPracticeInput: WithdrawPracticeInput;
  PublishResult: PublishResultSource;
  Finding: Finding;
  AudiencePreviewInput: AudiencePreviewInput;
  AudiencePreviewResult: Omit<AudiencePreviewResult, 'preview'> & { preview?: Maybe<ResolversParentTypes['AudiencePreview']> };
  AudiencePreview: Omit<AudiencePreview, 'receives' | 'doesNotReceive'> & { receives: ReadonlyArray<ResolversParentTypes['PreviewedRecipient']>, doesNotReceive: ReadonlyArray<ResolversParentTypes['PreviewedExclusion']> };
  PreviewedRecipient: Omit<PreviewedRecipient, 'member' | 'reason'> & { member: ResolversParentTypes['Member'], reason: ResolversParentTypes['Reason'] };
  PreviewedExclusion: NotRecipient;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<ResolversTypes['Me'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  duplicateProposals?: Resolver<ResolversTypes['DuplicatePairConnection'], ParentType, ContextType, RequireFields<QueryDuplicateProposalsArgs, 'first'>>;
  objectDuplicateProposals?: Resolver<ResolversTypes['ObjectDuplicateConnection'], ParentType, ContextType, RequireFields<QueryObjectDuplicateProposalsArgs, 'first'>>;
  sectors?: Resolver<ResolversTypes['SectorDirectory'], ParentType, ContextType>;
  stixObject?: Resolver<Maybe<ResolversTypes['StixObject']>, ParentType, ContextType, RequireFields<QueryStixObjectArgs, 'id'>>;
  stixVersions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<QueryStixVersionsArgs, 'id' | 'first'>>;
  enrichmentSources?: Resolver<ReadonlyArray<ResolversTypes['EnrichmentSource']>, ParentType, ContextType>;
  feed?: Resolver<ResolversTypes['FeedConnection'], ParentType, ContextType, RequireFields<QueryFeedArgs, 'first'>>;
  warning?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<QueryWarningArgs, 'id'>>;
  audiencePreview?: Resolver<ResolversTypes['AudiencePreviewResult'], ParentType, ContextType, RequireFields<QueryAudiencePreviewArgs, 'input'>>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  ping?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  acceptDuplicate?: Resolver<ResolversTypes['DuplicateResult'], ParentType, ContextType, RequireFields<MutationAcceptDuplicateArgs, 'id'>>;
  rejectDuplicate?: Resolver<ResolversTypes['DuplicateResult'], ParentType, ContextType, RequireFields<MutationRejectDuplicateArgs, 'id'>>;
  undoMerge?: Resolver<ResolversTypes['DuplicateResult'], ParentType, ContextType, RequireFields<MutationUndoMergeArgs, 'id' | 'reopen'>>;
  acceptObjectDuplicate?: Resolver<ResolversTypes['ObjectDuplicateResult'], ParentType, ContextType, RequireFields<MutationAcceptObjectDuplicateArgs, 'one' | 'other'>>;
  rejectObjectDuplicate?: Resolver<ResolversTypes['ObjectDuplicateResult'], ParentType, ContextType, RequireFields<MutationRejectObjectDuplicateArgs, 'one' | 'other'>>;
  undoObjectMerge?: Resolver<ResolversTypes['ObjectDuplicateResult'], ParentType, ContextType, RequireFields<MutationUndoObjectMergeArgs, 'one' | 'other'>>;
  publishWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationPublishWarningArgs, 'input'>>;
  updateWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationUpdateWarningArgs, 'input'>>;
  cancelWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationCancelWarningArgs, 'input'>>;
  publishPractice?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationPublishPracticeArgs, 'input'>>;
  updatePractice?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationUpdatePracticeArgs, 'input'>>;
  withdrawPractice?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationWithdrawPracticeArgs, 'input'>>;
  acknowledgeWarning?: Resolver<ResolversTypes['AcknowledgeResult'], ParentType, ContextType, RequireFields<MutationAcknowledgeWarningArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  heartbeat?: SubscriptionResolver<ResolversTypes['DateTime'], "heartbeat", ParentType, ContextType>;
  warningReceived?: SubscriptionResolver<ResolversTypes['FeedEdge'], "warningReceived", ParentType, ContextType, Partial<SubscriptionWarningReceivedArgs>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Delivery' | 'Warning' | 'StixReport' | 'StixIndicator' | 'StixVulnerability' | 'StixCourseOfAction' | 'StixMalware' | 'StixAttackPattern' | 'StixCampaign' | 'StixIdentity' | 'StixInfrastructure' | 'StixSighting' | 'StixNote' | 'StixObservedData' | 'StixOther', ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MemberKind'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Me'] = ResolversParentTypes['Me']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  communities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mayPublish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TlpResolvers = { CLEAR: 'CLEAR', GREEN: 'GREEN', AMBER: 'AMBER', AMBER_STRICT: 'AMBER+STRICT', RED: 'RED' };

export type DeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['Acknowledgement']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['Answer']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Answer'] = ResolversParentTypes['Answer']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['Acknowledgement'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  notListed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type AcknowledgeResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AcknowledgeResult'] = ResolversParentTypes['AcknowledgeResult']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Warning'] = ResolversParentTypes['Warning']> = {
  related?: Resolver<ReadonlyArray<ResolversTypes['RelatedWarning']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ItemKind'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messageType?: Resolver<ResolversTypes['MessageType'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WarningState'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  translations?: Resolver<ReadonlyArray<ResolversTypes['Translation']>, ParentType, ContextType>;
  actions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  contacts?: Resolver<ReadonlyArray<ResolversTypes['ContactPoint']>, ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['Urgency'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sectorsConcerned?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  countriesConcerned?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  markingInWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  handling?: Resolver<Maybe<ResolversTypes['Handling']>, ParentType, ContextType>;
  exercise?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceModified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  externalReferences?: Resolver<ReadonlyArray<ResolversTypes['ExternalReference']>, ParentType, ContextType>;
  cves?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  whyMe?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  objects?: Resolver<ResolversTypes['StixObjectConnection'], ParentType, ContextType, RequireFields<WarningObjectsArgs, 'first'>>;
  bundle?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  practice?: Resolver<Maybe<ResolversTypes['Practice']>, ParentType, ContextType>;
  deliveries?: Resolver<Maybe<ResolversTypes['DeliveryConnection']>, ParentType, ContextType, RequireFields<WarningDeliveriesArgs, 'first'>>;
  myDelivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelatedWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RelatedWarning'] = ResolversParentTypes['RelatedWarning']> = {
  warning?: Resolver<ResolversTypes['Warning'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RelationKind'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  pair?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PairStateResolvers = { COLLAPSED: 'FOLDED', LINKED: 'LINKED', PROPOSED: 'PROPOSED', ACCEPTED: 'ACCEPTED', DISTINCT: 'APART' };

export type DuplicatePairConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DuplicatePairConnection'] = ResolversParentTypes['DuplicatePairConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DuplicatePairEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DuplicatePairEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DuplicatePairEdge'] = ResolversParentTypes['DuplicatePairEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DuplicatePair'], ParentType, ContextType>;
};

export type DuplicatePairResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DuplicatePair'] = ResolversParentTypes['DuplicatePair']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PairState'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DuplicateResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DuplicateResult'] = ResolversParentTypes['DuplicateResult']> = {
  pair?: Resolver<Maybe<ResolversTypes['DuplicatePair']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ObjectDuplicateConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObjectDuplicateConnection'] = ResolversParentTypes['ObjectDuplicateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ObjectDuplicateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ObjectDuplicateEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObjectDuplicateEdge'] = ResolversParentTypes['ObjectDuplicateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ObjectDuplicate'], ParentType, ContextType>;
};

export type ObjectDuplicateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObjectDuplicate'] = ResolversParentTypes['ObjectDuplicate']> = {
  state?: Resolver<ResolversTypes['PairState'], ParentType, ContextType>;
  objects?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  sharedNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ObjectDuplicateResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObjectDuplicateResult'] = ResolversParentTypes['ObjectDuplicateResult']> = {
  pair?: Resolver<Maybe<ResolversTypes['ObjectDuplicate']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SectorDirectoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SectorDirectory'] = ResolversParentTypes['SectorDirectory']> = {
  scheme?: Resolver<ReadonlyArray<ResolversTypes['Sector']>, ParentType, ContextType>;
  definitions?: Resolver<ReadonlyArray<ResolversTypes['SectorScheme']>, ParentType, ContextType, Partial<SectorDirectoryDefinitionsArgs>>;
};

export type SectorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Sector'] = ResolversParentTypes['Sector']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  stix?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SectorSchemeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SectorScheme'] = ResolversParentTypes['SectorScheme']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  territory?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  instrument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['NationalSector']>, ParentType, ContextType>;
};

export type NationalSectorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NationalSector'] = ResolversParentTypes['NationalSector']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subsectors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mappings?: Resolver<ReadonlyArray<ResolversTypes['SectorMapping']>, ParentType, ContextType>;
};

export type SectorMappingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SectorMapping'] = ResolversParentTypes['SectorMapping']> = {
  sector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  predicate?: Resolver<ResolversTypes['MappingPredicate'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MappingPredicateResolvers = { EXACT_MATCH: 'exactMatch', CLOSE_MATCH: 'closeMatch', BROAD_MATCH: 'broadMatch', NARROW_MATCH: 'narrowMatch', RELATED_MATCH: 'relatedMatch' };

export type StixReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixReport'] = ResolversParentTypes['StixReport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixReportWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixReportVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixReportDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objectRefs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixIndicator'] = ResolversParentTypes['StixIndicator']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixIndicatorWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixIndicatorVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixIndicatorDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  indicatorTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  patternType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  patternVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  killChainPhases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JSON']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixVulnerabilityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixVulnerability'] = ResolversParentTypes['StixVulnerability']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixVulnerabilityWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixVulnerabilityVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixVulnerabilityDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixCourseOfActionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixCourseOfAction'] = ResolversParentTypes['StixCourseOfAction']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixCourseOfActionWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixCourseOfActionVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixCourseOfActionDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixMalwareResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixMalware'] = ResolversParentTypes['StixMalware']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixMalwareWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixMalwareVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixMalwareDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  malwareTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  isFamily?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  aliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  killChainPhases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JSON']>>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operatingSystemRefs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  architectureExecutionEnvs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  implementationLanguages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  capabilities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  sampleRefs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixAttackPatternResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixAttackPattern'] = ResolversParentTypes['StixAttackPattern']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixAttackPatternWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixAttackPatternVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixAttackPatternDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  killChainPhases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JSON']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixCampaignResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixCampaign'] = ResolversParentTypes['StixCampaign']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixCampaignWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixCampaignVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixCampaignDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objective?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixIdentityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixIdentity'] = ResolversParentTypes['StixIdentity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixIdentityWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixIdentityVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixIdentityDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  identityClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sectors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  contactInformation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixInfrastructureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixInfrastructure'] = ResolversParentTypes['StixInfrastructure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixInfrastructureWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixInfrastructureVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixInfrastructureDifferenceArgs, 'from'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  infrastructureTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  aliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  killChainPhases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JSON']>>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixSightingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixSighting'] = ResolversParentTypes['StixSighting']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixSightingWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixSightingVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixSightingDifferenceArgs, 'from'>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sightingOfRef?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  observedDataRefs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  whereSightedRefs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixNoteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixNote'] = ResolversParentTypes['StixNote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixNoteWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixNoteVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixNoteDifferenceArgs, 'from'>>;
  abstract?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  objectRefs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixObservedDataResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObservedData'] = ResolversParentTypes['StixObservedData']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixObservedDataWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixObservedDataVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixObservedDataDifferenceArgs, 'from'>>;
  firstObserved?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastObserved?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  numberObserved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  objects?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  objectRefs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StixOtherResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixOther'] = ResolversParentTypes['StixOther']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixOtherWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixOtherVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixOtherDifferenceArgs, 'from'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrichmentSourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnrichmentSource'] = ResolversParentTypes['EnrichmentSource']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needs?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  makes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  freshForDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  loadedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StixObjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObject'] = ResolversParentTypes['StixObject']> = {
  __resolveType: TypeResolveFn<'StixReport' | 'StixIndicator' | 'StixVulnerability' | 'StixCourseOfAction' | 'StixMalware' | 'StixAttackPattern' | 'StixCampaign' | 'StixIdentity' | 'StixInfrastructure' | 'StixSighting' | 'StixNote' | 'StixObservedData' | 'StixOther', ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixObjectWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixObjectVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixObjectDifferenceArgs, 'from'>>;
};

export type StixVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixVersion'] = ResolversParentTypes['StixVersion']> = {
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  isLatest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revoked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type StixVersionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixVersionConnection'] = ResolversParentTypes['StixVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StixVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StixVersionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixVersionEdge'] = ResolversParentTypes['StixVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StixVersion'], ParentType, ContextType>;
};

export type StixDifferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixDifference'] = ResolversParentTypes['StixDifference']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['StixChange']>, ParentType, ContextType>;
  isWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StixChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixChange'] = ResolversParentTypes['StixChange']> = {
  change?: Resolver<ResolversTypes['StixChangeKind'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlaybookResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Playbook'] = ResolversParentTypes['Playbook']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  types?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isRevoked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['PlaybookStep']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['PlaybookFinding']>, ParentType, ContextType>;
};

export type PlaybookStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlaybookStep'] = ResolversParentTypes['PlaybookStep']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commands?: Resolver<ReadonlyArray<ResolversTypes['PlaybookCommand']>, ParentType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  next?: Resolver<ReadonlyArray<ResolversTypes['PlaybookNext']>, ParentType, ContextType>;
};

export type PlaybookCommandResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlaybookCommand'] = ResolversParentTypes['PlaybookCommand']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlaybookNextResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlaybookNext'] = ResolversParentTypes['PlaybookNext']> = {
  when?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaybookFindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlaybookFinding'] = ResolversParentTypes['PlaybookFinding']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StixReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixReference'] = ResolversParentTypes['StixReference']> = {
  property?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['StixObject']>, ParentType, ContextType>;
};

export type ObjectSourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObjectSource'] = ResolversParentTypes['ObjectSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  warning?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StixObjectConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObjectConnection'] = ResolversParentTypes['StixObjectConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StixObjectEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StixObjectEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObjectEdge'] = ResolversParentTypes['StixObjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StixObject'], ParentType, ContextType>;
};

export type FeedConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedConnection'] = ResolversParentTypes['FeedConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FeedEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FeedEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedEdge'] = ResolversParentTypes['FeedEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Warning'], ParentType, ContextType>;
};

export type ActionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Action'] = ResolversParentTypes['Action']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ContactPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactPoint'] = ResolversParentTypes['ContactPoint']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TranslationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Translation'] = ResolversParentTypes['Translation']> = {
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExternalReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExternalReference'] = ResolversParentTypes['ExternalReference']> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HandlingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Handling'] = ResolversParentTypes['Handling']> = {
  pap?: Resolver<Maybe<ResolversTypes['Pap']>, ParentType, ContextType>;
  permittedActions?: Resolver<Maybe<ResolversTypes['PermittedActions']>, ParentType, ContextType>;
  encryptInTransit?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType>;
  affectedPartyNotifications?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType>;
  providerAttribution?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType>;
  unmodifiedResale?: Resolver<Maybe<ResolversTypes['Permission']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  inWords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PracticeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Practice'] = ResolversParentTypes['Practice']> = {
  kind?: Resolver<ResolversTypes['PracticeKind'], ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  limits?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewDue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReasonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Reason'] = ResolversParentTypes['Reason']> = {
  kind?: Resolver<ResolversTypes['ReasonKind'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['Grade']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  hoursToEffect?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isKnownToPublisher?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  warning?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pair?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type PublishResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PublishResult'] = ResolversParentTypes['PublishResult']> = {
  warning?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType>;
  inWords?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notListed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type FindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AudiencePreviewResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AudiencePreviewResult'] = ResolversParentTypes['AudiencePreviewResult']> = {
  preview?: Resolver<Maybe<ResolversTypes['AudiencePreview']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AudiencePreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AudiencePreview'] = ResolversParentTypes['AudiencePreview']> = {
  receives?: Resolver<ReadonlyArray<ResolversTypes['PreviewedRecipient']>, ParentType, ContextType>;
  doesNotReceive?: Resolver<ReadonlyArray<ResolversTypes['PreviewedExclusion']>, ParentType, ContextType>;
  notListed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreviewedRecipientResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewedRecipient'] = ResolversParentTypes['PreviewedRecipient']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
};

export type PreviewedExclusionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewedExclusion'] = ResolversParentTypes['PreviewedExclusion']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Me?: MeResolvers<ContextType>;
  Tlp?: TlpResolvers;
  Delivery?: DeliveryResolvers<ContextType>;
  Answer?: AnswerResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  AcknowledgeResult?: AcknowledgeResultResolvers<ContextType>;
  Warning?: WarningResolvers<ContextType>;
  RelatedWarning?: RelatedWarningResolvers<ContextType>;
  PairState?: PairStateResolvers;
  DuplicatePairConnection?: DuplicatePairConnectionResolvers<ContextType>;
  DuplicatePairEdge?: DuplicatePairEdgeResolvers<ContextType>;
  DuplicatePair?: DuplicatePairResolvers<ContextType>;
  DuplicateResult?: DuplicateResultResolvers<ContextType>;
  ObjectDuplicateConnection?: ObjectDuplicateConnectionResolvers<ContextType>;
  ObjectDuplicateEdge?: ObjectDuplicateEdgeResolvers<ContextType>;
  ObjectDuplicate?: ObjectDuplicateResolvers<ContextType>;
  ObjectDuplicateResult?: ObjectDuplicateResultResolvers<ContextType>;
  SectorDirectory?: SectorDirectoryResolvers<ContextType>;
  Sector?: SectorResolvers<ContextType>;
  SectorScheme?: SectorSchemeResolvers<ContextType>;
  NationalSector?: NationalSectorResolvers<ContextType>;
  SectorMapping?: SectorMappingResolvers<ContextType>;
  MappingPredicate?: MappingPredicateResolvers;
  StixReport?: StixReportResolvers<ContextType>;
  StixIndicator?: StixIndicatorResolvers<ContextType>;
  StixVulnerability?: StixVulnerabilityResolvers<ContextType>;
  StixCourseOfAction?: StixCourseOfActionResolvers<ContextType>;
  StixMalware?: StixMalwareResolvers<ContextType>;
  StixAttackPattern?: StixAttackPatternResolvers<ContextType>;
  StixCampaign?: StixCampaignResolvers<ContextType>;
  StixIdentity?: StixIdentityResolvers<ContextType>;
  StixInfrastructure?: StixInfrastructureResolvers<ContextType>;
  StixSighting?: StixSightingResolvers<ContextType>;
  StixNote?: StixNoteResolvers<ContextType>;
  StixObservedData?: StixObservedDataResolvers<ContextType>;
  StixOther?: StixOtherResolvers<ContextType>;
  EnrichmentSource?: EnrichmentSourceResolvers<ContextType>;
  StixObject?: StixObjectResolvers<ContextType>;
  StixVersion?: StixVersionResolvers<ContextType>;
  StixVersionConnection?: StixVersionConnectionResolvers<ContextType>;
  StixVersionEdge?: StixVersionEdgeResolvers<ContextType>;
  StixDifference?: StixDifferenceResolvers<ContextType>;
  StixChange?: StixChangeResolvers<ContextType>;
  Playbook?: PlaybookResolvers<ContextType>;
  PlaybookStep?: PlaybookStepResolvers<ContextType>;
  PlaybookCommand?: PlaybookCommandResolvers<ContextType>;
  PlaybookNext?: PlaybookNextResolvers<ContextType>;
  PlaybookFinding?: PlaybookFindingResolvers<ContextType>;
  StixReference?: StixReferenceResolvers<ContextType>;
  ObjectSource?: ObjectSourceResolvers<ContextType>;
  StixObjectConnection?: StixObjectConnectionResolvers<ContextType>;
  StixObjectEdge?: StixObjectEdgeResolvers<ContextType>;
  FeedConnection?: FeedConnectionResolvers<ContextType>;
  FeedEdge?: FeedEdgeResolvers<ContextType>;
  Action?: ActionResolvers<ContextType>;
  ContactPoint?: ContactPointResolvers<ContextType>;
  Translation?: TranslationResolvers<ContextType>;
  ExternalReference?: ExternalReferenceResolvers<ContextType>;
  Handling?: HandlingResolvers<ContextType>;
  Practice?: PracticeResolvers<ContextType>;
  Reason?: ReasonResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  PublishResult?: PublishResultResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  AudiencePreviewResult?: AudiencePreviewResultResolvers<ContextType>;
  AudiencePreview?: AudiencePreviewResolvers<ContextType>;
  PreviewedRecipient?: PreviewedRecipientResolvers<ContextType>;
  PreviewedExclusion?: PreviewedExclusionResolvers<ContextType>;
};

