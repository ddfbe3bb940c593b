// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC. */
  DateTime: { input: unknown; output: unknown; }
  /** Any JSON value, as the producer wrote it. */
  JSON: { input: unknown; output: unknown; }
};

export type Query = {
  __typename?: 'Query';
  /** Who you are to the hub. */
  me: Me;
  /** Any thing with an id, if you may read it. */
  node?: Maybe<Node>;
  /** The hub's sector scheme, with each State's own definition and how it maps. */
  sectors: SectorDirectory;
  /** A STIX object by its id, at its newest version that you may see. */
  stixObject?: Maybe<StixObject>;
  /** What is addressed to you, newest first. Nothing else is counted, hinted at or ordered by. */
  feed: FeedConnection;
  /** One warning or practice at its current version, if you may read it. */
  warning?: Maybe<Warning>;
  /** Who would receive this and why, who would not and why. Writes nothing. */
  audiencePreview: AudiencePreviewResult;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStixObjectArgs = {
  id: Scalars['ID']['input'];
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
  __typename?: 'Mutation';
  /** The version of the contract. */
  ping: Scalars['String']['output'];
  /** Publish an early warning. Answers when it is durable. Send an `Idempotency-Key` header to make a retry safe. */
  publishWarning: PublishResult;
  /** A new version by its publisher; reaches those who had the former one. Audience, marking and exercise stay as they were. */
  updateWarning: PublishResult;
  /** Cancel (CAP Cancel): a last version that reaches those who had the former one. */
  cancelWarning: PublishResult;
  /** Publish a best practice by the same road. */
  publishPractice: PublishResult;
  /** Say that you have it, and how it stands with you. */
  acknowledgeWarning: AcknowledgeResult;
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


export type MutationAcknowledgeWarningArgs = {
  input: AcknowledgeWarningInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Keeps a connection alive; carries nothing. */
  heartbeat: Scalars['DateTime']['output'];
  /** Each new warning or practice for you, as it comes. Pass the last cursor you saw as `after` and miss nothing. */
  warningReceived: FeedEdge;
};


export type SubscriptionWarningReceivedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FeedFilter>;
};

/** A thing with an id of its own. */
export type Node = {
  id: Scalars['ID']['output'];
};

/** Where a page ends and how to go on. Cursors are opaque and bound to the filter they were made under. */
export type PageInfo = {
  __typename?: 'PageInfo';
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Why an act was refused. Nothing was written. */
export type Refusal = {
  __typename?: 'Refusal';
  /** Stable, documented: docs/errors.md. */
  code: Scalars['String']['output'];
  /** What was wrong. */
  message: Scalars['String']['output'];
  /** Where, as a JSON path into the input. */
  path: Scalars['String']['output'];
  /** What to do. */
  remedy: Scalars['String']['output'];
};

/** A member of the partnership: an organisation. */
export type Member = {
  __typename?: 'Member';
  id: Scalars['ID']['output'];
  slug: Scalars['String']['output'];
  name: Scalars['String']['output'];
  kind: MemberKind;
  /** ISO 3166-1 alpha-2; user-assigned codes are allowed. */
  country: Scalars['String']['output'];
};

export type MemberKind =
  | 'AGENCY'
  | 'CSIRT'
  | 'OPERATOR'
  | 'SHARING_CENTRE'
  | 'STATE_CONTACT'
  | 'HUB';

/** The one who asks. */
export type Me = {
  __typename?: 'Me';
  member: Member;
  /** reader, analyst, publisher, approver, manager, contact, member-admin, integrator or hub-operator. */
  role: Scalars['String']['output'];
  person?: Maybe<Scalars['String']['output']>;
  /** Sectors of the hub's scheme that your member belongs to. */
  sectors: Array<Scalars['String']['output']>;
  communities: Array<Scalars['String']['output']>;
  mayPublish: Scalars['Boolean']['output'];
};

/** Traffic Light Protocol 2.0 (FIRST). */
export type Tlp =
  | 'CLEAR'
  | 'GREEN'
  | 'AMBER'
  | 'AMBER_STRICT'
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

/** One version of one warning, to one member, by one channel. Its id never changes. */
export type Delivery = Node & {
  __typename?: 'Delivery';
  id: Scalars['ID']['output'];
  member: Member;
  channel: Channel;
  version: Scalars['Int']['output'];
  state: DeliveryState;
  at: Scalars['DateTime']['output'];
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  answer?: Maybe<Acknowledgement>;
  note?: Maybe<Scalars['String']['output']>;
  reason: Reason;
  /** Why it failed or was withheld. */
  failure?: Maybe<Scalars['String']['output']>;
};

export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  edges: Array<DeliveryEdge>;
  pageInfo: PageInfo;
};

export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  cursor: Scalars['String']['output'];
  node: Delivery;
};

export type AcknowledgeWarningInput = {
  warning: Scalars['ID']['input'];
  answer?: Acknowledgement;
  /** At most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

export type AcknowledgeResult = {
  __typename?: 'AcknowledgeResult';
  delivery?: Maybe<Delivery>;
  refusals: Array<Refusal>;
};

export type SectorDirectory = {
  __typename?: 'SectorDirectory';
  /** The hub's own concept scheme: NIS2 annexes and further sectors. */
  scheme: Array<Sector>;
  /** What each State or scheme calls a sector; the hub maps and never rewrites. */
  definitions: Array<SectorScheme>;
};


export type SectorDirectoryDefinitionsArgs = {
  scheme?: InputMaybe<Scalars['String']['input']>;
};

export type Sector = {
  __typename?: 'Sector';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  parent?: Maybe<Scalars['ID']['output']>;
  /** Values of STIX industry-sector-ov. */
  stix: Array<Scalars['String']['output']>;
};

export type SectorScheme = {
  __typename?: 'SectorScheme';
  id: Scalars['ID']['output'];
  territory: Scalars['String']['output'];
  /** The legal text or publication. */
  instrument: Scalars['String']['output'];
  sectors: Array<NationalSector>;
};

export type NationalSector = {
  __typename?: 'NationalSector';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  subsectors: Array<Scalars['String']['output']>;
  mappings: Array<SectorMapping>;
};

export type SectorMapping = {
  __typename?: 'SectorMapping';
  /** Id of the hub's sector. */
  sector: Scalars['ID']['output'];
  predicate: MappingPredicate;
  author: Scalars['String']['output'];
  date: Scalars['String']['output'];
};

/** SKOS mapping properties, named from the national sector to the hub's. */
export type MappingPredicate =
  | 'EXACT_MATCH'
  | 'CLOSE_MATCH'
  | 'BROAD_MATCH'
  | 'NARROW_MATCH'
  | 'RELATED_MATCH';

/** A STIX 2.1 object as its producer wrote it, with the hub's own facts beside it. */
export type StixObject = {
  __typename?: 'StixObject';
  /** The STIX id. */
  id: Scalars['ID']['output'];
  type: Scalars['String']['output'];
  created?: Maybe<Scalars['DateTime']['output']>;
  modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none. */
  marking?: Maybe<Tlp>;
  /** Byte-faithful after RFC 8785. */
  raw: Scalars['JSON']['output'];
  /** What it refers to, where you may see it. */
  references: Array<StixReference>;
  /** Who told the same thing, as far as you may see; one indicator pattern, CVE or observable is one thing. */
  sources: Array<ObjectSource>;
  /** Context the hub found, as objects of the hub's own identity. */
  enrichment: Array<StixObject>;
  /** The warnings you may read that hold it. */
  warnings: Array<Warning>;
};


/** A STIX 2.1 object as its producer wrote it, with the hub's own facts beside it. */
export type StixObjectWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type StixReference = {
  __typename?: 'StixReference';
  /** The property, e.g. object_refs[2]. */
  property: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** Null when it leads nowhere you may go. */
  object?: Maybe<StixObject>;
};

export type ObjectSource = {
  __typename?: 'ObjectSource';
  /** The STIX id under which this source told it. */
  id: Scalars['ID']['output'];
  publisher: Member;
  marking?: Maybe<Tlp>;
  warning: Scalars['ID']['output'];
};

export type StixObjectConnection = {
  __typename?: 'StixObjectConnection';
  edges: Array<StixObjectEdge>;
  pageInfo: PageInfo;
};

export type StixObjectEdge = {
  __typename?: 'StixObjectEdge';
  cursor: Scalars['String']['output'];
  node: StixObject;
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
  /** Ids of the hub's sectors; a parent includes its children. At most 10. */
  sectors?: InputMaybe<Array<Scalars['String']['input']>>;
  kind?: InputMaybe<ItemKind>;
  /** Any of these. */
  severities?: InputMaybe<Array<Severity>>;
  /** ISO 3166-1 alpha-2 of countries the audience names. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Words that must all occur in headline, summary, external ids or CVEs. At most 256 characters; no regular expressions. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Real traffic only when absent; an exercise's id for its traffic. The two are never mixed. */
  exercise?: InputMaybe<Scalars['String']['input']>;
};

export type FeedConnection = {
  __typename?: 'FeedConnection';
  edges: Array<FeedEdge>;
  pageInfo: PageInfo;
};

export type FeedEdge = {
  __typename?: 'FeedEdge';
  cursor: Scalars['String']['output'];
  node: Warning;
};

export type Action = {
  __typename?: 'Action';
  text: Scalars['String']['output'];
  /** By when. */
  by?: Maybe<Scalars['DateTime']['output']>;
};

/** Whom to ring. */
export type ContactPoint = {
  __typename?: 'ContactPoint';
  /** A name or a desk. */
  name: Scalars['String']['output'];
  number: Scalars['String']['output'];
  hours: Scalars['String']['output'];
};

export type Translation = {
  __typename?: 'Translation';
  language: Scalars['String']['output'];
  headline: Scalars['String']['output'];
  summary: Scalars['String']['output'];
  actions: Array<Scalars['String']['output']>;
};

export type ExternalReference = {
  __typename?: 'ExternalReference';
  source: Scalars['String']['output'];
  id?: Maybe<Scalars['String']['output']>;
  url?: Maybe<Scalars['String']['output']>;
};

/** An early warning or a best practice. */
export type Warning = Node & {
  __typename?: 'Warning';
  id: Scalars['ID']['output'];
  kind: ItemKind;
  version: Scalars['Int']['output'];
  messageType: MessageType;
  state: WarningState;
  headline: Scalars['String']['output'];
  summary: Scalars['String']['output'];
  /** BCP 47. */
  language: Scalars['String']['output'];
  translations: Array<Translation>;
  /** What to do, in this order; at most five. */
  actions: Array<Action>;
  contacts: Array<ContactPoint>;
  urgency: Urgency;
  severity: Severity;
  certainty: Certainty;
  validUntil?: Maybe<Scalars['DateTime']['output']>;
  sectors: Array<Scalars['String']['output']>;
  countries: Array<Scalars['String']['output']>;
  /** Null when the marking is one the hub does not understand (then only its publisher reads it). */
  marking?: Maybe<Tlp>;
  /** The marking in words. */
  markingInWords: Scalars['String']['output'];
  /** Copyright and other statement markings, carried and without effect. */
  statements: Array<Scalars['String']['output']>;
  exercise?: Maybe<Scalars['String']['output']>;
  publisher: Member;
  publishedAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** The producer's own date of this version where it differs. */
  sourceModified?: Maybe<Scalars['DateTime']['output']>;
  cancelReason?: Maybe<Scalars['String']['output']>;
  externalReferences: Array<ExternalReference>;
  cves: Array<Scalars['String']['output']>;
  /** Why you have this. */
  whyMe: Reason;
  /** Everyone you may see who told the same; one thing to you, all sources kept. */
  sources: Array<Source>;
  /** The STIX objects of this version that you may see. */
  objects: StixObjectConnection;
  /** Everything of this version as one STIX 2.1 bundle, with the marking definitions it refers to. */
  bundle: Scalars['JSON']['output'];
  practice?: Maybe<Practice>;
  /** To its publisher: who has it, by which channel, in which state. */
  deliveries?: Maybe<DeliveryConnection>;
  /** Your own delivery of this version, if there is one. */
  myDelivery?: Maybe<Delivery>;
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
};

export type Practice = {
  __typename?: 'Practice';
  kind: PracticeKind;
  problem: Scalars['String']['output'];
  steps: Array<Scalars['String']['output']>;
  evidence?: Maybe<Scalars['String']['output']>;
  limits?: Maybe<Scalars['String']['output']>;
  licence?: Maybe<Scalars['String']['output']>;
  reviewDue?: Maybe<Scalars['String']['output']>;
};

/** Why you have it: your own, addressed to you, through a provider, or by a dependency. */
export type Reason = {
  __typename?: 'Reason';
  kind: ReasonKind;
  /** The rule, as a sentence. */
  rule: Scalars['String']['output'];
  grade?: Maybe<Grade>;
  /** From the one that is hit to you; only what you may know of. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Lowest hours until you feel it. */
  hoursToEffect?: Maybe<Scalars['Float']['output']>;
};

export type ReasonKind =
  | 'OWN'
  | 'DIRECT'
  | 'CLIENT'
  | 'DEPENDENCY';

export type Grade =
  | 'HIGH'
  | 'MEDIUM'
  | 'LOW';

/** One who told it, with the marking of that telling. */
export type Source = {
  __typename?: 'Source';
  warning: Scalars['ID']['output'];
  publisher: Member;
  marking?: Maybe<Tlp>;
  publishedAt: Scalars['DateTime']['output'];
};

export type ActionInput = {
  text: Scalars['String']['input'];
  by?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ContactPointInput = {
  name: Scalars['String']['input'];
  number: Scalars['String']['input'];
  hours: Scalars['String']['input'];
};

export type TranslationInput = {
  language: Scalars['String']['input'];
  headline: Scalars['String']['input'];
  summary: Scalars['String']['input'];
  actions?: Array<Scalars['String']['input']>;
};

export type ExternalReferenceInput = {
  source: Scalars['String']['input'];
  id?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

/** One alternative: within a field any value, over the fields all. An empty one is the whole partnership. */
export type AlternativeInput = {
  sectors?: InputMaybe<Array<Scalars['String']['input']>>;
  countries?: InputMaybe<Array<Scalars['String']['input']>>;
  communities?: InputMaybe<Array<Scalars['String']['input']>>;
  kinds?: InputMaybe<Array<MemberKind>>;
  /** Slugs of members. */
  members?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Persons as <member slug>/<name>; TLP:RED needs them. */
  persons?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type AudienceInput = {
  /** At most 8; who fits one of them is addressed. */
  alternatives: Array<AlternativeInput>;
  /** Slugs of members that must not receive it. */
  excludes?: Array<Scalars['String']['input']>;
};

export type PublishWarningInput = {
  /** At most 140 characters. */
  headline: Scalars['String']['input'];
  /** Plain language; at most 4,000 characters. */
  summary: Scalars['String']['input'];
  /** At most five, in the order to do them. */
  actions: Array<ActionInput>;
  contacts: Array<ContactPointInput>;
  urgency: Urgency;
  severity: Severity;
  certainty: Certainty;
  validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** BCP 47 tag of the texts. */
  language?: Scalars['String']['input'];
  translations?: Array<TranslationInput>;
  marking: Tlp;
  audience: AudienceInput;
  /** Publish although nobody would receive it. */
  allowEmptyAudience?: Scalars['Boolean']['input'];
  exercise?: InputMaybe<Scalars['String']['input']>;
  externalReferences?: Array<ExternalReferenceInput>;
  /** A STIX 2.1 bundle; without one the hub makes the report and what it needs. */
  bundle?: InputMaybe<Scalars['JSON']['input']>;
};

export type UpdateWarningInput = {
  id: Scalars['ID']['input'];
  /** The version you have seen; refused when there is a newer one. */
  expectedVersion: Scalars['Int']['input'];
  headline: Scalars['String']['input'];
  summary: Scalars['String']['input'];
  actions: Array<ActionInput>;
  contacts: Array<ContactPointInput>;
  urgency: Urgency;
  severity: Severity;
  certainty: Certainty;
  validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  language?: Scalars['String']['input'];
  translations?: Array<TranslationInput>;
  externalReferences?: Array<ExternalReferenceInput>;
  bundle?: InputMaybe<Scalars['JSON']['input']>;
};

export type CancelWarningInput = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  /** Why, in plain words. */
  reason: Scalars['String']['input'];
};

export type PublishPracticeInput = {
  headline: Scalars['String']['input'];
  summary: Scalars['String']['input'];
  kind: PracticeKind;
  /** What it is for. */
  problem: Scalars['String']['input'];
  steps: Array<Scalars['String']['input']>;
  evidence?: InputMaybe<Scalars['String']['input']>;
  limits?: InputMaybe<Scalars['String']['input']>;
  licence?: InputMaybe<Scalars['String']['input']>;
  /** A date, YYYY-MM-DD. */
  reviewDue?: InputMaybe<Scalars['String']['input']>;
  language?: Scalars['String']['input'];
  translations?: Array<TranslationInput>;
  marking: Tlp;
  audience: AudienceInput;
  allowEmptyAudience?: Scalars['Boolean']['input'];
  exercise?: InputMaybe<Scalars['String']['input']>;
  externalReferences?: Array<ExternalReferenceInput>;
  bundle?: InputMaybe<Scalars['JSON']['input']>;
};

/** Either the warning as it now stands, or why not. */
export type PublishResult = {
  __typename?: 'PublishResult';
  warning?: Maybe<Warning>;
  /** How many members the audience reaches, its publisher apart. */
  recipients?: Maybe<Scalars['Int']['output']>;
  /** What is odd but allowed: custom types, references that lead nowhere. Nothing was changed for it. */
  findings: Array<Finding>;
  refusals: Array<Refusal>;
};

export type Finding = {
  __typename?: 'Finding';
  code: Scalars['String']['output'];
  path: Scalars['String']['output'];
  /** Section of STIX 2.1. */
  section: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

export type AudiencePreviewInput = {
  marking: Tlp;
  audience: AudienceInput;
  /** Sectors are read from the audience. */
  exercise?: InputMaybe<Scalars['String']['input']>;
};

export type AudiencePreviewResult = {
  __typename?: 'AudiencePreviewResult';
  preview?: Maybe<AudiencePreview>;
  refusals: Array<Refusal>;
};

export type AudiencePreview = {
  __typename?: 'AudiencePreview';
  receives: Array<PreviewedRecipient>;
  doesNotReceive: Array<PreviewedExclusion>;
};

export type PreviewedRecipient = {
  __typename?: 'PreviewedRecipient';
  member: Member;
  reason: Reason;
};

export type PreviewedExclusion = {
  __typename?: 'PreviewedExclusion';
  member: Member;
  /** NOT_ADDRESSED, EXCLUDED_BY_NAME, MARKING_FORBIDS, MARKING_UNKNOWN, OPTED_OUT_OF_CASCADE, ROLE_FORBIDS or MEMBER_INACTIVE. */
  because: Scalars['String']['output'];
  explanation: Scalars['String']['output'];
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




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Delivery )
    | ( Warning )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Refusal: ResolverTypeWrapper<Refusal>;
  Member: ResolverTypeWrapper<Member>;
  MemberKind: MemberKind;
  Me: ResolverTypeWrapper<Me>;
  Tlp: Tlp;
  DeliveryState: DeliveryState;
  Channel: Channel;
  Acknowledgement: Acknowledgement;
  Delivery: ResolverTypeWrapper<Delivery>;
  DeliveryConnection: ResolverTypeWrapper<DeliveryConnection>;
  DeliveryEdge: ResolverTypeWrapper<DeliveryEdge>;
  AcknowledgeWarningInput: AcknowledgeWarningInput;
  AcknowledgeResult: ResolverTypeWrapper<AcknowledgeResult>;
  SectorDirectory: ResolverTypeWrapper<SectorDirectory>;
  Sector: ResolverTypeWrapper<Sector>;
  SectorScheme: ResolverTypeWrapper<SectorScheme>;
  NationalSector: ResolverTypeWrapper<NationalSector>;
  SectorMapping: ResolverTypeWrapper<SectorMapping>;
  MappingPredicate: MappingPredicate;
  StixObject: ResolverTypeWrapper<StixObject>;
  StixReference: ResolverTypeWrapper<StixReference>;
  ObjectSource: ResolverTypeWrapper<ObjectSource>;
  StixObjectConnection: ResolverTypeWrapper<StixObjectConnection>;
  StixObjectEdge: ResolverTypeWrapper<StixObjectEdge>;
  ItemKind: ItemKind;
  MessageType: MessageType;
  Urgency: Urgency;
  Severity: Severity;
  Certainty: Certainty;
  PracticeKind: PracticeKind;
  WarningState: WarningState;
  FeedFilter: FeedFilter;
  FeedConnection: ResolverTypeWrapper<FeedConnection>;
  FeedEdge: ResolverTypeWrapper<FeedEdge>;
  Action: ResolverTypeWrapper<Action>;
  ContactPoint: ResolverTypeWrapper<ContactPoint>;
  Translation: ResolverTypeWrapper<Translation>;
  ExternalReference: ResolverTypeWrapper<ExternalReference>;
  Warning: ResolverTypeWrapper<Warning>;
  Practice: ResolverTypeWrapper<Practice>;
  Reason: ResolverTypeWrapper<Reason>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ReasonKind: ReasonKind;
  Grade: Grade;
  Source: ResolverTypeWrapper<Source>;
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
  PublishResult: ResolverTypeWrapper<PublishResult>;
  Finding: ResolverTypeWrapper<Finding>;
  AudiencePreviewInput: AudiencePreviewInput;
  AudiencePreviewResult: ResolverTypeWrapper<AudiencePreviewResult>;
  AudiencePreview: ResolverTypeWrapper<AudiencePreview>;
  PreviewedRecipient: ResolverTypeWrapper<PreviewedRecipient>;
  PreviewedExclusion: ResolverTypeWrapper<PreviewedExclusion>;
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
  Subscription: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Refusal: Refusal;
  Member: Member;
  Me: Me;
  Delivery: Delivery;
  DeliveryConnection: DeliveryConnection;
  DeliveryEdge: DeliveryEdge;
  AcknowledgeWarningInput: AcknowledgeWarningInput;
  AcknowledgeResult: AcknowledgeResult;
  SectorDirectory: SectorDirectory;
  Sector: Sector;
  SectorScheme: SectorScheme;
  NationalSector: NationalSector;
  SectorMapping: SectorMapping;
  StixObject: StixObject;
  StixReference: StixReference;
  ObjectSource: ObjectSource;
  StixObjectConnection: StixObjectConnection;
  StixObjectEdge: StixObjectEdge;
  FeedFilter: FeedFilter;
  FeedConnection: FeedConnection;
  FeedEdge: FeedEdge;
  Action: Action;
  ContactPoint: ContactPoint;
  Translation: Translation;
  ExternalReference: ExternalReference;
  Warning: Warning;
  Practice: Practice;
  Reason: Reason;
  Float: Scalars['Float']['output'];
  Source: Source;
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
  PublishResult: PublishResult;
  Finding: Finding;
  AudiencePreviewInput: AudiencePreviewInput;
  AudiencePreviewResult: AudiencePreviewResult;
  AudiencePreview: AudiencePreview;
  PreviewedRecipient: PreviewedRecipient;
  PreviewedExclusion: PreviewedExclusion;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<ResolversTypes['Me'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  sectors?: Resolver<ResolversTypes['SectorDirectory'], ParentType, ContextType>;
  stixObject?: Resolver<Maybe<ResolversTypes['StixObject']>, ParentType, ContextType, RequireFields<QueryStixObjectArgs, 'id'>>;
  feed?: Resolver<ResolversTypes['FeedConnection'], ParentType, ContextType, RequireFields<QueryFeedArgs, 'first'>>;
  warning?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<QueryWarningArgs, 'id'>>;
  audiencePreview?: Resolver<ResolversTypes['AudiencePreviewResult'], ParentType, ContextType, RequireFields<QueryAudiencePreviewArgs, 'input'>>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  ping?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publishWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationPublishWarningArgs, 'input'>>;
  updateWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationUpdateWarningArgs, 'input'>>;
  cancelWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationCancelWarningArgs, 'input'>>;
  publishPractice?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationPublishPracticeArgs, 'input'>>;
  acknowledgeWarning?: Resolver<ResolversTypes['AcknowledgeResult'], ParentType, ContextType, RequireFields<MutationAcknowledgeWarningArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  heartbeat?: SubscriptionResolver<ResolversTypes['DateTime'], "heartbeat", ParentType, ContextType>;
  warningReceived?: SubscriptionResolver<ResolversTypes['FeedEdge'], "warningReceived", ParentType, ContextType, Partial<SubscriptionWarningReceivedArgs>>;
};

export type NodeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Delivery' | 'Warning', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = any, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = any, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MemberKind'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Me'] = ResolversParentTypes['Me']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sectors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  communities?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  mayPublish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
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
  reason?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type AcknowledgeResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['AcknowledgeResult'] = ResolversParentTypes['AcknowledgeResult']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SectorDirectoryResolvers<ContextType = any, ParentType extends ResolversParentTypes['SectorDirectory'] = ResolversParentTypes['SectorDirectory']> = {
  scheme?: Resolver<Array<ResolversTypes['Sector']>, ParentType, ContextType>;
  definitions?: Resolver<Array<ResolversTypes['SectorScheme']>, ParentType, ContextType, Partial<SectorDirectoryDefinitionsArgs>>;
};

export type SectorResolvers<ContextType = any, ParentType extends ResolversParentTypes['Sector'] = ResolversParentTypes['Sector']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  stix?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SectorSchemeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SectorScheme'] = ResolversParentTypes['SectorScheme']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  territory?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  instrument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sectors?: Resolver<Array<ResolversTypes['NationalSector']>, ParentType, ContextType>;
};

export type NationalSectorResolvers<ContextType = any, ParentType extends ResolversParentTypes['NationalSector'] = ResolversParentTypes['NationalSector']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subsectors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  mappings?: Resolver<Array<ResolversTypes['SectorMapping']>, ParentType, ContextType>;
};

export type SectorMappingResolvers<ContextType = any, ParentType extends ResolversParentTypes['SectorMapping'] = ResolversParentTypes['SectorMapping']> = {
  sector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  predicate?: Resolver<ResolversTypes['MappingPredicate'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StixObjectResolvers<ContextType = any, ParentType extends ResolversParentTypes['StixObject'] = ResolversParentTypes['StixObject']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<Array<ResolversTypes['StixReference']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  enrichment?: Resolver<Array<ResolversTypes['StixObject']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<StixObjectWarningsArgs, 'first'>>;
};

export type StixReferenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['StixReference'] = ResolversParentTypes['StixReference']> = {
  property?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['StixObject']>, ParentType, ContextType>;
};

export type ObjectSourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ObjectSource'] = ResolversParentTypes['ObjectSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  warning?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StixObjectConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['StixObjectConnection'] = ResolversParentTypes['StixObjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StixObjectEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StixObjectEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['StixObjectEdge'] = ResolversParentTypes['StixObjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StixObject'], ParentType, ContextType>;
};

export type FeedConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FeedConnection'] = ResolversParentTypes['FeedConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FeedEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FeedEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FeedEdge'] = ResolversParentTypes['FeedEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Warning'], ParentType, ContextType>;
};

export type ActionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Action'] = ResolversParentTypes['Action']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ContactPointResolvers<ContextType = any, ParentType extends ResolversParentTypes['ContactPoint'] = ResolversParentTypes['ContactPoint']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TranslationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Translation'] = ResolversParentTypes['Translation']> = {
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExternalReferenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExternalReference'] = ResolversParentTypes['ExternalReference']> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WarningResolvers<ContextType = any, ParentType extends ResolversParentTypes['Warning'] = ResolversParentTypes['Warning']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ItemKind'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messageType?: Resolver<ResolversTypes['MessageType'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WarningState'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  actions?: Resolver<Array<ResolversTypes['Action']>, ParentType, ContextType>;
  contacts?: Resolver<Array<ResolversTypes['ContactPoint']>, ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['Urgency'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sectors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  markingInWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  exercise?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceModified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalReferences?: Resolver<Array<ResolversTypes['ExternalReference']>, ParentType, ContextType>;
  cves?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  whyMe?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  objects?: Resolver<ResolversTypes['StixObjectConnection'], ParentType, ContextType, RequireFields<WarningObjectsArgs, 'first'>>;
  bundle?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  practice?: Resolver<Maybe<ResolversTypes['Practice']>, ParentType, ContextType>;
  deliveries?: Resolver<Maybe<ResolversTypes['DeliveryConnection']>, ParentType, ContextType, RequireFields<WarningDeliveriesArgs, 'first'>>;
  myDelivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PracticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Practice'] = ResolversParentTypes['Practice']> = {
  kind?: Resolver<ResolversTypes['PracticeKind'], ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  limits?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewDue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['Reason'] = ResolversParentTypes['Reason']> = {
  kind?: Resolver<ResolversTypes['ReasonKind'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['Grade']>, ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  hoursToEffect?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  warning?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PublishResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishResult'] = ResolversParentTypes['PublishResult']> = {
  warning?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType>;
  recipients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['Finding']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type FindingResolvers<ContextType = any, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AudiencePreviewResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['AudiencePreviewResult'] = ResolversParentTypes['AudiencePreviewResult']> = {
  preview?: Resolver<Maybe<ResolversTypes['AudiencePreview']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AudiencePreviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['AudiencePreview'] = ResolversParentTypes['AudiencePreview']> = {
  receives?: Resolver<Array<ResolversTypes['PreviewedRecipient']>, ParentType, ContextType>;
  doesNotReceive?: Resolver<Array<ResolversTypes['PreviewedExclusion']>, ParentType, ContextType>;
};

export type PreviewedRecipientResolvers<ContextType = any, ParentType extends ResolversParentTypes['PreviewedRecipient'] = ResolversParentTypes['PreviewedRecipient']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
};

export type PreviewedExclusionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PreviewedExclusion'] = ResolversParentTypes['PreviewedExclusion']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
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
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  AcknowledgeResult?: AcknowledgeResultResolvers<ContextType>;
  SectorDirectory?: SectorDirectoryResolvers<ContextType>;
  Sector?: SectorResolvers<ContextType>;
  SectorScheme?: SectorSchemeResolvers<ContextType>;
  NationalSector?: NationalSectorResolvers<ContextType>;
  SectorMapping?: SectorMappingResolvers<ContextType>;
  StixObject?: StixObjectResolvers<ContextType>;
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
  Warning?: WarningResolvers<ContextType>;
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

