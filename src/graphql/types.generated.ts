// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ShownApplication } from './present/application.ts';
import type { Draft as DraftSource } from '../domain/draft/draft.ts';
import type { Delivery as DeliverySource } from '../domain/delivery.ts';
import type { LoggedDelivery, ShownAttempt } from '../service/channel/log/read-log.ts';
import type { Endpoint as EndpointFacts } from '../domain/channel/endpoint.ts';
import type { Ways as WaysFacts, Way as WayFacts } from '../service/way/list-ways.ts';
import type { Known as KnownFacts, SsvcDecision as SsvcDecisionWord, Exploitation, TechnicalImpact } from '../domain/known/known.ts';
import type { Actor, Role as MemberRole } from '../domain/member.ts';
import type { Community as CommunitySource, CommunityRule as CommunityRuleSource } from '../domain/partnership/community.ts';
import type { ReviewedPair } from '../service/duplicate/review-duplicates.ts';
import type { PublisherSummary } from '../domain/warning.ts';
import type { DefaultDependency as DefaultDependencySource } from '../domain/cascade/cascade-matrix.ts';
import type { NationalSector as NationalSectorSource, SectorMapping as SectorMappingSource, SectorScheme as SectorSchemeSource, MappingPredicate as SkosPredicate } from '../domain/sector-scheme/known-schemes.ts';
import type { NodeSource } from './present/node.ts';
import type { ObjectPair } from '../service/entity/review-entities.ts';
import type { ObjectTeller } from '../service/object/object-sources.ts';
import type { StoredPairState } from './present/ruling.ts';
import type { ShownLine } from '../service/audit/read-trail.ts';
import type { ShownPerson } from '../service/person/list-persons.ts';
import type { ShownKey } from '../service/access/own-keys.ts';
import type { HeldBefore } from '../service/item/held-before.ts';
import type { Hold as HoldSource } from '../domain/retention/hold.ts';
import type { Provider, StoredCredential } from '../domain/access/credential.ts';
import type { ShownProposal } from '../service/approval/list-proposals.ts';
import type { NotRecipient } from '../service/audience/listed-members.ts';
import type { NarrowResultSource, PublishResultSource } from './present/publish-result.ts';
import type { Reminded } from './present/reminded.ts';
import type { ShownCase } from '../service/case/read-cases.ts';
import type { AnswerPlan as AnswerPlanSource } from '../domain/answer/plan.ts';
import type { AnswerToVersion } from '../service/delivery/read-answers.ts';
import type { Reminder as ReminderSource } from '../domain/answer/asking.ts';
import type { Item as RecalledItem } from '../service/item/item.ts';
import type { Reason as ReasonSource } from '../domain/reason.ts';
import type { Related } from '../service/duplicate/read-related.ts';
import type { Sector as SectorSource } from '../domain/sector.ts';
import type { SourceItem } from '../service/feed/read-sources.ts';
import type { VisibleObject } from '../service/object/visible-object.ts';
import type { ObjectReference } from '../service/object/read-references.ts';
import type { StepFigures } from '../domain/effect/effect.ts';
import type { ShownSubscription } from '../service/subscription/list-subscriptions.ts';
import type { SubscriptionFilter as SubscriptionFilterSource } from '../domain/subscription/subscription.ts';
import type { ObjectVersion } from '../service/object/version/read-versions.ts';
import type { VersionSource, DifferenceSource } from './present/version.ts';
import type { WarningSource } from './present/warning.ts';
import type { Tlp as TlpLevel } from '../domain/marking.ts';
import type { LookupKey } from './present/enrichment-key.ts';
import type { PlaybookStep as PlaybookStepSource } from '../service/object/playbook/read-playbook.ts';
import type { ListedJob } from '../service/job/list-jobs.ts';
import type { Indicator as IndicatorSource } from '../service/indicator/list-indicators.ts';
import type { IndicatorValueSource } from './present/indicator-value.ts';
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
  /** An instant: RFC 3339 text, read with any zone (`2030-01-31T13:00:00+01:00`), always written in UTC with milliseconds (`2030-01-31T12:00:00.000Z`). */
  DateTime: { input: string; output: string | Date; }
  /** Any JSON value, with the keys and values that its producer wrote. The hub neither adds nor renames anything in it. */
  JSON: { input: unknown; output: unknown; }
};

/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type Query = {
  readonly __typename?: 'Query';
  /** How your member answers: only its own persons and keys see it. */
  readonly answerPlan: AnswerPlan;
  /**
   * What waits for an answer of your member: recalls to confirm, the newest first; what is asked by a time that is still to come, the
   * earliest first; and what is overdue, the latest first. At most 200 of real traffic, then 200 of exercises. Of more than that the
   * end of each of the three is left out, and none of them takes all places. To be asked for beside the feed by programs that poll.
   */
  readonly toAnswer: ReadonlyArray<Warning>;
  /** What needs two persons in this hub: one proposes, another approves. The same for everybody, at most 100. */
  readonly approvalKinds: ReadonlyArray<ApprovalKind>;
  /** What you have proposed, and what you may approve, newest first. A proposal that you have no part in is absent. */
  readonly proposals: ProposalConnection;
  /** A register of the partnership as JSON, once two hub operators have decided to export it (`propose` with EXPORT_REGISTER): for who proposed it, for a day. Null for anybody else. The audit trail says that it was read. */
  readonly register?: Maybe<Scalars['JSON']['output']>;
  /**
   * The audit trail, newest first: who did what, when, and by which way in. A member-admin reads what concerns its organisation and
   * what its people did, a publisher which members opened and exported its warnings (as far as it may know of them), a hub operator
   * what is administered, and everybody their own acts. A line about what you may not read is absent.
   */
  readonly auditTrail: AuditConnection;
  /**
   * Cases in which your member has a part: those that asked you for help with what you published or took over, and those in which it
   * asked. An answer NEED_HELP opens one where none is open. The newest first.
   */
  readonly cases: CaseConnection;
  /** Your endpoints, oldest first, at most 200: your own, and for a member-admin those of your member and its persons. */
  readonly endpoints: ReadonlyArray<Endpoint>;
  /** By which ways your member is reached, until when, or why not: your own endpoints, and for a member-admin all ways of the member. */
  readonly ways: Ways;
  /**
   * The log of your endpoints: what went to them, the newest first. For a person its own endpoints; for a member-admin those of its
   * member.
   */
  readonly channelDeliveries: ChannelDeliveryConnection;
  /** One of them; null where it is none of yours. */
  readonly channelDelivery?: Maybe<ChannelDelivery>;
  /** Private networks, and further ports, to which webhooks may go: two operators of the hub allowed each. At most 100; empty for every other role. */
  readonly allowedRanges: ReadonlyArray<AllowedRange>;
  /** Which contract this hub speaks: ask it first, and compare it with the one that your program was made for. */
  readonly contract: Contract;
  /** Who you are to the hub: the member, the role and the rights behind your key. */
  readonly me: Me;
  /** Any object of a type that implements `Node`, by its `id`. Null when there is none, and just the same when you may not read it. */
  readonly node?: Maybe<Node>;
  /** Several objects by their ids, in the order asked for; null in the place of each that does not exist or that you may not read. One entry for each id. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** The communities that you may see, by slug: those that you are in, manage or are invited to, those that show their members to all, and those that one may ask to join. At most 500. */
  readonly communities: ReadonlyArray<Community>;
  /** One of them; null when there is none, and just the same when you may not see it. */
  readonly community?: Maybe<Community>;
  /** Your own drafts, saved last first, at most 20. Nobody else has them: no administrator of your member, no operator of the hub. Empty for a key that belongs to no person. */
  readonly drafts: ReadonlyArray<Draft>;
  /** One draft of yours; null when it is not yours, has ended, or is not there. */
  readonly draft?: Maybe<Draft>;
  /** Pairs of warnings that may be duplicates, for review, in a stable order. Only for publishers and managers of a publishing member, and only pairs of which they may read both warnings. */
  readonly duplicateProposals: DuplicatePairConnection;
  /**
   * What came of warnings and practices that were published in a span of time: how long until they were sent, delivered, opened,
   * answered and acted on. Only of recipients that you may know of, of real traffic, and never of fewer than five.
   */
  readonly effect: EffectResult;
  /**
   * The indicators in what you may read, each from the current version of one warning or practice. To poll: ask with
   * `order: OLDEST_FIRST`, go on with `after: pageInfo.endCursor` while `hasNextPage` is true, store the last `endCursor`, and
   * ask from there again. A new version of a warning brings its indicators again, under later cursors. What ended is not told here: the
   * `feed` says which warnings were corrected, cancelled, recalled or taken from you; drop what you hold from those, and ask again with
   * `filter: { warning }`.
   */
  readonly indicators: IndicatorConnection;
  /**
   * Jobs that the worker gave up, the oldest first; with `isAll` also those that wait, run or are tried again. For operators of the hub;
   * empty for everybody else. Names, times and causes, never what a job is about.
   */
  readonly jobs: JobList;
  /** Which releases run here. For operators of the hub; null for everybody else. */
  readonly hubVersions?: Maybe<HubVersions>;
  /** Your own keys, newest first, or those of your member for its administrators. At most 1,000. Secrets are never shown again. */
  readonly keys: ReadonlyArray<AccessKey>;
  /** What a key can be limited to, in a fixed order. The same for everybody, at most 30. */
  readonly keyScopes: ReadonlyArray<Scalars['String']['output']>;
  /** Whether a key can be limited to networks here: only a hub that knows the addresses of its callers can hold it to them. The same for everybody. */
  readonly mayLimitKeysToRanges: Scalars['Boolean']['output'];
  /** The members that are listed to you, by slug. For those who administer a member or the hub, publish or keep a community; for anybody else your own member alone. At most 5,000. */
  readonly members: ReadonlyArray<Member>;
  /** The facts of your own member; for an operator of the hub those of any, by slug. Null where there is none, or where they are not yours to see. */
  readonly memberFacts?: Maybe<MemberFacts>;
  /** What the hub asks of an applicant, as it is now. The same for everybody. */
  readonly admissionPolicy: AdmissionPolicy;
  /** The admission policies so far, newest first. At most 100. */
  readonly admissionPolicies: ReadonlyArray<AdmissionPolicy>;
  /**
   * Organisations that ask to be admitted, newest first, at most 200. Only administrators of members and of the hub see them; for anybody else the list is empty.
   * @deprecated Use applicants, which goes on behind 200. It goes on 2027-12-01.
   */
  readonly applications: ReadonlyArray<Application>;
  /** Organisations that ask to be admitted, newest first. Only administrators of members and of the hub see them; for anybody else the list is empty. */
  readonly applicants: ApplicationConnection;
  /** Pairs of objects that may describe one entity under different names, for review, in a stable order. Only for publishers and managers of a publishing member, and only pairs of which they may read both objects. */
  readonly objectDuplicateProposals: ObjectDuplicateConnection;
  /** The persons of your member, for its administrators, by handle. At most 1,000; somebody erased is not among them. */
  readonly persons: ReadonlyArray<Person>;
  /** The contact details of a member's persons that you may see: of your own member all, of another those that its persons show to you. At most 1,000. */
  readonly contacts: ReadonlyArray<PersonContact>;
  /**
   * Who would receive this, who would not, and why, as far as you may know: members that the audience addresses or that the
   * public default matrix reaches. Writes nothing. Only for publishers and managers of a publishing member.
   */
  readonly audiencePreview: AudiencePreviewResult;
  /** How long what is kept in this hub. The same for everybody; at most one for each class. */
  readonly retentionClasses: ReadonlyArray<RetentionClass>;
  /** Legal holds, newest first, at most 200. For the persons of a member who place holds those of their member; for hub operators all. They are placed and lifted by two persons (`propose` with PLACE_HOLD or LIFT_HOLD). */
  readonly holds: ReadonlyArray<Hold>;
  /** All that this hub holds of a person, as JSON: for that person, and for the administrators of its member, who are told nothing of what it did and wrote about warnings that they may not read. The audit trail says that it was asked for. Null for anybody else, and when there is no such person. */
  readonly personData?: Maybe<Scalars['JSON']['output']>;
  /** The hub's sector scheme, and how each State's own scheme maps to it. The same for everybody; changes with a release, and when two persons add a definition, so cache it for a day. */
  readonly sectors: SectorDirectory;
  /** States that were entered here, by code, as they write themselves. The same for everybody. At most 250: one for each code. */
  readonly states: ReadonlyArray<State>;
  /** Sectors in which five or more members are unlisted to you; of the others nothing is said. Never of an audience. At most 200: the sectors of the hub. */
  readonly unlistedMembers: ReadonlyArray<UnlistedMembers>;
  /** The identity provider of your organisation; for its member-admin. Null when there is none, and for every other role. */
  readonly identityProvider?: Maybe<IdentityProvider>;
  /** Machines of your organisation that sign in without a key, oldest first, at most 1,000; for its member-admin, empty for every other role. */
  readonly machines: ReadonlyArray<Machine>;
  /** A STIX object by its id, in the newest version you may see. Null when there is none, and just the same when you may not read it. */
  readonly stixObject?: Maybe<StixObject>;
  /**
   * Every version of an object that you may see, newest first, also of one of which nothing is current any more: a version
   * that its source took out of its warning is marked `withdrawn`, and shown to its publisher and to members that it was
   * delivered to and that may read the warning as it is now.
   */
  readonly stixVersions: StixVersionConnection;
  /** The reference sets used for enrichment, and how fresh they are. The same for everybody. At most 100: they are fixed by the release. */
  readonly enrichmentSources: ReadonlyArray<EnrichmentSource>;
  /** Your own subscriptions, and those of your organisation's endpoints where you keep them (member-admins, managers and integrators); the oldest first, at most 200. Ended ones are shown for 30 days. */
  readonly subscriptions: ReadonlyArray<WarningSubscription>;
  /**
   * What a subscription would have sent you in the days before now, by the rules by which it would send from now on: over what you
   * may read today in its current version. Writes nothing.
   */
  readonly subscriptionPreview: SubscriptionPreviewResult;
  /**
   * What is addressed to you; nothing else affects counts, order or page boundaries. The order is that in which the hub numbered
   * the current versions: a warning that is corrected moves to its new place. To poll: ask with `order: OLDEST_FIRST`, go on with
   * `after: pageInfo.endCursor` while `hasNextPage` is true, store the last `endCursor`, and ask from there again.
   */
  readonly feed: FeedConnection;
  /** One warning or practice in its current version. Null when there is none, and just the same when you may not read it. */
  readonly warning?: Maybe<Warning>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryProposalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  onlyOpen?: InputMaybe<Scalars['Boolean']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryRegisterArgs = {
  proposal: Scalars['ID']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryAuditTrailArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<AuditFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  onlyOpen?: InputMaybe<Scalars['Boolean']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryChannelDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChannelDeliveryFilter>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryChannelDeliveryArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryCommunityArgs = {
  slug: Scalars['String']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryDraftArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryDuplicateProposalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  exercise?: InputMaybe<Scalars['String']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryEffectArgs = {
  input: EffectInput;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryIndicatorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  order?: FeedOrder;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryJobsArgs = {
  isAll?: Scalars['Boolean']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryKeysArgs = {
  whose?: InputMaybe<KeysOf>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryMemberFactsArgs = {
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryApplicationsArgs = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryApplicantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  onlyOpen?: InputMaybe<Scalars['Boolean']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryObjectDuplicateProposalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  exercise?: InputMaybe<Scalars['String']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryContactsArgs = {
  member: Scalars['String']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryAudiencePreviewArgs = {
  input: AudiencePreviewInput;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryPersonDataArgs = {
  person: Scalars['ID']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryStixObjectArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryStixVersionsArgs = {
  id: Scalars['ID']['input'];
  exercise?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QuerySubscriptionPreviewArgs = {
  input: PreviewSubscriptionInput;
  days?: Scalars['Int']['input'];
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryFeedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  order?: FeedOrder;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  filter?: InputMaybe<FeedFilter>;
};


/** Everything that can be asked. Each list has a bound, and each answer is decided for whoever asks. */
export type QueryWarningArgs = {
  id: Scalars['ID']['input'];
};

/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Remind those who have not answered your own warning, or not confirmed its recall: those that you name, of the ones that you see; or
   * all of them, also those that you do not see. A worker does it within a minute. At most once in a quarter of an hour.
   */
  readonly remindRecipients: RemindRecipientsResult;
  /**
   * Make a link that answers this version of a warning once, without signing in, in your name. Without signing in it shows, above
   * TLP:GREEN, the number of the warning alone. It ends with the key or session that made it, and does no more than that may.
   */
  readonly createAnswerLink: AnswerLinkResult;
  /** Say how your member answers: for which sites, and who is told when nobody has answered in time. By a member-admin. */
  readonly changeAnswerPlan: AnswerPlanResult;
  /** Propose something that needs two persons. Nothing of it is done until another person approves it within seven days; until three members are admitted the founder acts alone, and the record says so. */
  readonly propose: ProposalResult;
  /** Approve a proposal of another person: it is done before this is answered. Only for a person who has signed in; a key cannot approve. Until three members are admitted the founder approves its own too, and the record says so. */
  readonly approveProposal: ProposalResult;
  /** Refuse a proposal of another person. As approveProposal, only for a person who has signed in. Until three members are admitted the founder refuses alone what a colleague proposed. */
  readonly refuseProposal: ProposalResult;
  /** Take a proposal of your own back. */
  readonly withdrawProposal: ProposalResult;
  /**
   * Take a case, add a note, hand it over to a sharing centre, or close it. Whoever helps does each of these; the member that asks, and
   * the publisher, add notes and close it.
   */
  readonly changeCase: CaseResult;
  /** Register a web address of your member's. The hub posts a challenge to it at once; it gets nothing else until it has given the challenge back. For a member-admin. */
  readonly addWebhook: EndpointResult;
  /** Register a mail address, your own or your member's. A mail with a code goes there; it gets nothing else until you give the code by proveEndpoint. */
  readonly addMailAddress: EndpointResult;
  /** Prove a mail address with the code that was sent there. */
  readonly proveEndpoint: EndpointResult;
  /** Have a new challenge sent, such as to one that was disabled. */
  readonly challengeEndpoint: EndpointResult;
  /** Change what goes to an endpoint, or pause it. In force for everything that is sent after the answer. */
  readonly changeEndpoint: EndpointResult;
  /** Make a new secret of a webhook. The former one signs beside it for some hours, so that you can change over; of former ones at most two. */
  readonly rotateEndpointSecret: EndpointResult;
  /** Send a test to an endpoint that is proved. */
  readonly testEndpoint: TestEndpointResult;
  /** Remove an endpoint: nothing goes there once this is answered, and its address and secrets are gone. */
  readonly removeEndpoint: EndpointResult;
  /** Have deliveries tried again, by id or by a range of time: each under its own id, and decided anew. Those that still wait are left alone. */
  readonly retryDeliveries: RetryDeliveriesResult;
  /** Create a community. Only an operator of the hub: whoever may choose a slug learns which are taken. From then on its managers keep it. */
  readonly createCommunity: KeepCommunityResult;
  /** Change a community that you manage. Which members a rule brings follows at once. */
  readonly changeCommunity: KeepCommunityResult;
  /** Make an invitation: a code that is good once, for two weeks. Only for managers of a community that is kept by hand. */
  readonly inviteToCommunity: InviteToCommunityResult;
  /** Join a community with your member: by a code, by an invitation to it by name, or as a request that a manager accepts. */
  readonly joinCommunity: MembershipResult;
  /** Leave a community, take a request back or decline an invitation, at any time. */
  readonly leaveCommunity: MembershipResult;
  /** Accept what a member asked for. Only for managers. */
  readonly acceptIntoCommunity: MembershipResult;
  /** Remove a member, or refuse what it asked for. Only for managers. */
  readonly removeFromCommunity: MembershipResult;
  /** Say to whom your member is listed. To all others it is absent: not found, not counted, not named in previews and deliveries. */
  readonly changeListing: ChangeListingResult;
  /**
   * Acknowledge a warning or practice, and report whether it affects you. Its publisher sees your answer. Where
   * `whyMe.isKnownToPublisher` is false, answering is what shows you to the publisher: when you received it, the answer and the
   * note, not why you have it; and, unless you answer without your name, your member and the person who answers. A member has
   * one answer; the latest counts.
   */
  readonly acknowledgeWarning: AcknowledgeResult;
  /** Save a form that you have not finished, to continue it on another machine. For persons who may publish. It is no act: nobody is told, and no record says that it exists. Send an `Idempotency-Key` header to make retries safe. */
  readonly saveDraft: DraftResult;
  /** Discard a draft of yours, as after its publication. It cannot be undone. */
  readonly discardDraft: DraftResult;
  /** Confirm that two warnings report the same event. Each then shows the other to everyone who may read both. */
  readonly acceptDuplicate: DuplicateResult;
  /** Rule that they do not. The pair is never proposed again. Only you, or a manager of your organisation, can reverse a ruling of yours. */
  readonly rejectDuplicate: DuplicateResult;
  /** Undo a link or a collapse, whether a rule or a reviewer made it. The two stay distinct until acceptDuplicate joins them. */
  readonly undoMerge: DuplicateResult;
  /** Say whether a warning was of use to your organisation, and whether you have seen the same. It takes the place of what your organisation said before. */
  readonly giveFeedback: FeedbackResult;
  /** Have a job that was given up tried again, with fresh counts: within a second or two. For operators of the hub. */
  readonly retryJob: JobResult;
  /** Leave a job that was given up undone for good. For operators of the hub. */
  readonly discardJob: JobResult;
  /** Make a key. A person makes its own; a member's administrator makes those of machines and wall screens, which never see TLP:RED. */
  readonly createKey: KeyResult;
  /** Put a key in place of another, with the same rights. The former one works for some hours more, so that whoever uses it can change over. */
  readonly rotateKey: KeyResult;
  /** End a key: it is refused, and its open streams are ended, before this is answered. */
  readonly revokeKey: KeyResult;
  /** Change what a member is known by. Its administrators change its names, identifiers, clients and the opt-out; the hub changes what decides who may read. What is absent stays as it is. In effect on every hub before it is answered. */
  readonly changeMember: MemberFactsResult;
  /** Attest that the facts of your member are right. Once a year; overdue, it receives nothing above TLP:GREEN. */
  readonly attestMember: MemberFactsResult;
  /** Keep a member from taking part, until it is reinstated. For operators of the hub. In effect on every hub, with its streams ended, before it is answered. */
  readonly suspendMember: MemberFactsResult;
  /** Let a member take part again. What was addressed to it meanwhile is decided anew. For operators of the hub. */
  readonly reinstateMember: MemberFactsResult;
  /** Leave the partnership, or end a membership as an operator of the hub. */
  readonly endMembership: MemberFactsResult;
  /** Make a one-time link with which an organisation applies. It is shown once. */
  readonly inviteApplicant: ApplicantInvitation;
  /** Apply for an organisation that you sponsor. */
  readonly applyForMember: ApplicationResult;
  /** The hub has verified the identity and the legal basis of an applicant, and if it says so, looked at its names. */
  readonly verifyApplication: ApplicationResult;
  /** Answer for an applicant, in the name of your member. */
  readonly sponsorApplication: ApplicationResult;
  /** Answer for an applicant no more. With its last sponsor an application is withdrawn; with too few it waits for others, and the time for objections begins anew. */
  readonly withdrawSponsorship: ApplicationResult;
  /** Object to an applicant, in the name of a full member; said again, it takes the place of what you said before. It is not admitted while an objection stands. */
  readonly objectToApplication: ApplicationResult;
  /** Take your member's objection back. */
  readonly withdrawObjection: ApplicationResult;
  /** Say that the hub has looked at an objection, which stands in the way no more. Two persons then admit the applicant. For operators of the hub. */
  readonly setAsideObjection: ApplicationResult;
  /** Refuse an applicant. For operators of the hub. */
  readonly refuseApplication: ApplicationResult;
  /** Admit an applicant whose time for objections is over. The hub does so by itself; under a lowered policy two persons do. */
  readonly admitApplication: ApplicationResult;
  /** Admit one of the first three members, for whom nobody could answer yet. For persons who are operators of the hub; later ones apply. */
  readonly admitMember: MemberFactsResult;
  /** Declare what your member needs of another; the same provider and service again changes it. Nobody else sees it. In effect on every hub before it is answered. */
  readonly declareDependency: MemberFactsResult;
  /** Withdraw a dependency of your member. In effect on every hub before it is answered. */
  readonly withdrawDependency: MemberFactsResult;
  /** Change what the hub asks of applicants. For operators of the hub; former policies are kept. */
  readonly changeAdmissionPolicy: AdmissionPolicyResult;
  /** Confirm that two objects describe one entity. Every object with one of their names that you can read then counts as a source of the other too. Repeat it to include objects that you can read by now. */
  readonly acceptObjectDuplicate: ObjectDuplicateResult;
  /** Rule that they do not. The pair is never proposed again. Only you, or a manager of your organisation, can reverse a ruling of yours. */
  readonly rejectObjectDuplicate: ObjectDuplicateResult;
  /** Separate two objects that count as one entity, by name or by a reviewer. They stay distinct until acceptObjectDuplicate joins them. */
  readonly undoObjectMerge: ObjectDuplicateResult;
  /** Invite a person to your member by a one-time link, for its administrators. A hub operator can also invite the first administrator of a member that has none. */
  readonly invitePerson: InvitationResult;
  /** Change a person: its roles and handle for an administrator who may grant each of them, its name and details also for itself. What was taken from a person is taken from its keys and open streams before this is answered. */
  readonly changePerson: PersonResult;
  /** Deactivate a person. Its keys, links and streams end before this is answered; what is addressed to it stays addressed to this person alone. */
  readonly deactivatePerson: PersonResult;
  /** Give somebody who is deactivated or dormant, or who has lost the link, a new one. */
  readonly reinvitePerson: InvitationResult;
  /** Say that a person is who it is said to be, after you made sure by voice or in sight: TLP:RED opens to it again after others restored its access, and it may approve what those propose who brought it in. For another administrator, or an operator of the hub. */
  readonly confirmPerson: PersonResult;
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
   * Recall your own warning or practice: it should not have been sent. What its versions said leaves every way out but that of
   * your own member: lists, searches, objects, streams, and what waits to be sent. Whoever holds one of them gets a last version
   * with your reason and what to do, also where it may not read the warning any more. Holders confirm by the answer ACTED.
   */
  readonly recallWarning: PublishResult;
  /**
   * Narrow your own warning or practice: it was shared too widely. Say who keeps it, who loses it, or a stricter marking; texts and
   * objects stay. It only takes away: further readers or a looser marking take two persons (`propose`). Whoever loses it reads it
   * no more, by any way, and gets a notice by the channels that brought it: its number, your reason and what to do, and nothing of
   * what it said. They confirm by the answer ACTED to the notice, whose `recall.unconfirmed` says who has not.
   */
  readonly narrowWarning: NarrowResult;
  /** Change how long a class is kept. Only for hub operators; a shorter time takes two persons (`propose` with SHORTEN_RETENTION). */
  readonly changeRetention: ChangeRetentionResult;
  /** Erase the data of a person who has left. Its id stays, names nobody and is never given again; the entries of the record stay whole. It cannot be undone. */
  readonly erasePerson: ErasePersonResult;
  /** Register the identity provider (OpenID Connect) of your organisation, or change it. It is asked for its metadata before it is kept. For a member-admin. */
  readonly setIdentityProvider: IdentityProviderResult;
  /** Remove the identity provider of your organisation: nobody signs in there any more. Its persons stay, and need another way. */
  readonly removeIdentityProvider: IdentityProviderResult;
  /** Register a machine that signs in by a client certificate or by tokens of your identity provider. For a member-admin. */
  readonly registerMachine: MachineResult;
  /** End a machine's registration: it is refused from now on, and its streams end. */
  readonly removeMachine: MachineResult;
  /** Make a code that lets somebody of your organisation in who has lost every way to sign in. Read it to the person over the telephone: it is shown once, and valid for 15 minutes; five wrong tries from one address close it for that address. Using it ends the person's passkeys and sessions; TLP:RED stays closed until another member-admin confirms. For a member-admin. */
  readonly issueRecoveryCode: RecoveryCodeResult;
  /** Subscribe at one of your endpoints, or at one of your organisation's where you keep those. Digest by default: what is severe and immediate comes at once all the same. */
  readonly createSubscription: SubscriptionResult;
  /** Change a subscription. What is left out stays; one that was stopped by the link in a message tells again. */
  readonly changeSubscription: SubscriptionResult;
  /** Pause it. What comes meanwhile is gathered for afterwards. What is severe and addressed to your organisation still comes, and so do corrections of what was told before. */
  readonly pauseSubscription: SubscriptionResult;
  /** End its pause, or have it tell again after it was stopped by the link in a message. */
  readonly resumeSubscription: SubscriptionResult;
  /** End it for good. Corrections of what it told you still come. */
  readonly endSubscription: SubscriptionResult;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRemindRecipientsArgs = {
  input: RemindRecipientsInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationCreateAnswerLinkArgs = {
  input: CreateAnswerLinkInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeAnswerPlanArgs = {
  input: ChangeAnswerPlanInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationProposeArgs = {
  input: ProposeInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationApproveProposalArgs = {
  input: ApproveProposalInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRefuseProposalArgs = {
  input: RefuseProposalInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationWithdrawProposalArgs = {
  input: WithdrawProposalInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeCaseArgs = {
  input: ChangeCaseInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAddWebhookArgs = {
  input: AddWebhookInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAddMailAddressArgs = {
  input: AddMailAddressInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationProveEndpointArgs = {
  input: ProveEndpointInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChallengeEndpointArgs = {
  input: EndpointInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeEndpointArgs = {
  input: ChangeEndpointInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRotateEndpointSecretArgs = {
  input: RotateEndpointSecretInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationTestEndpointArgs = {
  input: EndpointInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRemoveEndpointArgs = {
  input: EndpointInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRetryDeliveriesArgs = {
  input: RetryDeliveriesInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationCreateCommunityArgs = {
  input: CreateCommunityInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeCommunityArgs = {
  input: ChangeCommunityInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationInviteToCommunityArgs = {
  input: InviteToCommunityInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationJoinCommunityArgs = {
  input: JoinCommunityInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationLeaveCommunityArgs = {
  input: LeaveCommunityInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAcceptIntoCommunityArgs = {
  input: DecideMembershipInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRemoveFromCommunityArgs = {
  input: DecideMembershipInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeListingArgs = {
  input: ChangeListingInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAcknowledgeWarningArgs = {
  input: AcknowledgeWarningInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationSaveDraftArgs = {
  input: SaveDraftInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationDiscardDraftArgs = {
  input: DiscardDraftInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAcceptDuplicateArgs = {
  input: AcceptDuplicateInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRejectDuplicateArgs = {
  input: RejectDuplicateInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationUndoMergeArgs = {
  input: UndoMergeInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationGiveFeedbackArgs = {
  input: GiveFeedbackInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRetryJobArgs = {
  input: JobInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationDiscardJobArgs = {
  input: JobInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationCreateKeyArgs = {
  input: CreateKeyInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRotateKeyArgs = {
  input: RotateKeyInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRevokeKeyArgs = {
  input: RevokeKeyInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeMemberArgs = {
  input: ChangeMemberInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAttestMemberArgs = {
  input: AttestMemberInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationSuspendMemberArgs = {
  input: SuspendMemberInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationReinstateMemberArgs = {
  input: ReinstateMemberInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationEndMembershipArgs = {
  input: EndMembershipInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationInviteApplicantArgs = {
  input: InviteApplicantInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationApplyForMemberArgs = {
  input: ApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationVerifyApplicationArgs = {
  input: VerifyApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationSponsorApplicationArgs = {
  input: SponsorApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationWithdrawSponsorshipArgs = {
  input: DecideApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationObjectToApplicationArgs = {
  input: ObjectToApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationWithdrawObjectionArgs = {
  input: DecideApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationSetAsideObjectionArgs = {
  input: SetAsideObjectionInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRefuseApplicationArgs = {
  input: DecideApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAdmitApplicationArgs = {
  input: DecideApplicationInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAdmitMemberArgs = {
  input: AdmitMemberInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationDeclareDependencyArgs = {
  input: DeclareDependencyInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationWithdrawDependencyArgs = {
  input: WithdrawDependencyInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeAdmissionPolicyArgs = {
  input: ChangeAdmissionPolicyInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationAcceptObjectDuplicateArgs = {
  input: AcceptObjectDuplicateInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRejectObjectDuplicateArgs = {
  input: RejectObjectDuplicateInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationUndoObjectMergeArgs = {
  input: UndoObjectMergeInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationInvitePersonArgs = {
  input: InvitePersonInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangePersonArgs = {
  input: ChangePersonInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationDeactivatePersonArgs = {
  input: DeactivatePersonInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationReinvitePersonArgs = {
  input: PersonInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationConfirmPersonArgs = {
  input: PersonInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationPublishWarningArgs = {
  input: PublishWarningInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationUpdateWarningArgs = {
  input: UpdateWarningInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationCancelWarningArgs = {
  input: CancelWarningInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationPublishPracticeArgs = {
  input: PublishPracticeInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationUpdatePracticeArgs = {
  input: UpdatePracticeInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationWithdrawPracticeArgs = {
  input: WithdrawPracticeInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRecallWarningArgs = {
  input: RecallWarningInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationNarrowWarningArgs = {
  input: NarrowWarningInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeRetentionArgs = {
  input: ChangeRetentionInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationErasePersonArgs = {
  input: ErasePersonInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationSetIdentityProviderArgs = {
  input: SetIdentityProviderInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRemoveIdentityProviderArgs = {
  input: RemoveIdentityProviderInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRegisterMachineArgs = {
  input: RegisterMachineInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationRemoveMachineArgs = {
  input: RemoveMachineInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationIssueRecoveryCodeArgs = {
  input: IssueRecoveryCodeInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationCreateSubscriptionArgs = {
  input: CreateSubscriptionInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationChangeSubscriptionArgs = {
  input: ChangeSubscriptionInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationPauseSubscriptionArgs = {
  input: PauseSubscriptionInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationResumeSubscriptionArgs = {
  input: ResumeSubscriptionInput;
};


/** Every mutation takes one `input` and answers one payload: what was done, or `refusals` that say why nothing was. */
export type MutationEndSubscriptionArgs = {
  input: EndSubscriptionInput;
};

/** How a member answers. */
export type AnswerPlan = {
  readonly __typename?: 'AnswerPlan';
  /** The sites that it answers for one by one; none where it answers as a whole. At most 200. */
  readonly sites: ReadonlyArray<Site>;
  /** Persons of the member, as <member slug>/<name>, who are told once its own time for an essential action is over. At most 10. */
  readonly alternates: ReadonlyArray<Scalars['String']['output']>;
  /** The member outside that is told last, and only where it may read the warning itself; null for none. */
  readonly outside?: Maybe<Member>;
};

/** A site of a member: a plant, a station, a branch. */
export type Site = {
  readonly __typename?: 'Site';
  /** By which an answer names it. */
  readonly slug: Scalars['String']['output'];
  /** As the publisher reads it in an answer. */
  readonly name: Scalars['String']['output'];
};

/** A site of your member. */
export type SiteInput = {
  /** In lower-case letters, digits and hyphens; an answer names the site by it. */
  readonly slug: Scalars['String']['input'];
  /** At most 120 characters; the publisher reads it in an answer. */
  readonly name: Scalars['String']['input'];
};

/** How your member answers; what is left out stays. */
export type ChangeAnswerPlanInput = {
  /** All of its sites, at most 200. */
  readonly sites?: InputMaybe<ReadonlyArray<SiteInput>>;
  /** Persons of your member, as <member slug>/<name>, at most 10. */
  readonly alternates?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Slug of a member outside; null for none. */
  readonly outside?: InputMaybe<Scalars['String']['input']>;
};

/** The plan, or why nothing was written. */
export type AnswerPlanResult = {
  readonly __typename?: 'AnswerPlanResult';
  /** Null when it was refused. */
  readonly plan?: Maybe<AnswerPlan>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Whom to remind. */
export type RemindRecipientsInput = {
  /** Id of your warning or practice. */
  readonly warning: Scalars['ID']['input'];
  /** Slugs of members that have not answered, of those in `deliveries`. With neither of the two: everybody who has not answered. At most 200. */
  readonly members?: ReadonlyArray<Scalars['String']['input']>;
  /** Numbers of organisations that answered without their name, and not what was asked. At most 200. */
  readonly organisations?: ReadonlyArray<Scalars['Int']['input']>;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How many are reminded, or why nobody is. */
export type RemindRecipientsResult = {
  readonly __typename?: 'RemindRecipientsResult';
  /** How many of those that you see, see `notListed`. Null when it was refused. */
  readonly reminded?: Maybe<Scalars['Int']['output']>;
  /** The same sentence whether or not there are others. */
  readonly notListed: Scalars['String']['output'];
  /** Why nobody is reminded, one for each fault found; empty when they are. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A link to make. */
export type CreateAnswerLinkInput = {
  /** Id of a warning or practice that you may read. */
  readonly warning: Scalars['ID']['input'];
  /** Yourself, as <member slug>/<name>, or left out: a link answers in the name of whoever makes it. */
  readonly person?: InputMaybe<Scalars['String']['input']>;
};

/** The link, or why there is none. */
export type AnswerLinkResult = {
  readonly __typename?: 'AnswerLinkResult';
  /** An address that a browser opens. Null when it was refused. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Until when it answers. Null when it was refused. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why there is none, one for each fault found; empty when there is one. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** One thing that two persons approve. */
export type ApprovalKind = {
  readonly __typename?: 'ApprovalKind';
  /** Pass it as `kind` to propose. New kinds may come with any release, so it is no enum. */
  readonly kind: Scalars['String']['output'];
  /** What two persons are asked to do, as the end of a sentence in English. */
  readonly about: Scalars['String']['output'];
  /** The fields of `payload`, in English. */
  readonly payload: Scalars['String']['output'];
  /** Who may propose it; at most one for each role. */
  readonly proposedBy: ReadonlyArray<Role>;
  /** Who may approve it, at most one for each role: another person of the proposer's organisation, or another hub operator where a hub operator proposes. */
  readonly approvedBy: ReadonlyArray<Role>;
};

/** What became of a proposal. */
export type ProposalState =
  /** Waits for another person. */
  | 'OPEN'
  /** Approved, and done. */
  | 'DONE'
  /** Another person refused it. */
  | 'REFUSED'
  /** Its proposer took it back. */
  | 'WITHDRAWN'
  /** Nobody decided within seven days. */
  | 'EXPIRED';

/** Something that one person proposes and another decides. `node(id)` gives it to who has a part in it. */
export type Proposal = Node & {
  readonly __typename?: 'Proposal';
  /** Stable; the mutations take it. */
  readonly id: Scalars['ID']['output'];
  /** A kind of `approvalKinds`. */
  readonly kind: Scalars['String']['output'];
  /** What would be done, as a sentence in English; without the text of an essential action where `payload` has none. */
  readonly sentence: Scalars['String']['output'];
  /** Exactly what, as it was proposed. The text of an essential action is in it as long as it waits, for whoever may read it; then it goes. */
  readonly payload: Scalars['JSON']['output'];
  /** Why, as its proposer says it, at most 2,000 characters; null when nothing, and for an essential action that you may not read. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** The person who proposed it, by id: `<member slug>/…`. */
  readonly by: Scalars['String']['output'];
  /** The same as people write it now: `<member slug>/<handle>`. */
  readonly byWritten: Scalars['String']['output'];
  /** When it was proposed. */
  readonly at: Scalars['DateTime']['output'];
  /** When it can no longer be approved. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** What became of it. */
  readonly state: ProposalState;
  /** Who approved, refused or withdrew it; null while it is open and when it expired. */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  /** The same as people write it now; null where `decidedBy` is. */
  readonly decidedByWritten?: Maybe<Scalars['String']['output']>;
  /** When; null while it is open. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the founder acted alone, before three members were admitted. */
  readonly isAlone: Scalars['Boolean']['output'];
  /** Id of what came of it, such as a warning or a hold; null where nothing did. */
  readonly result?: Maybe<Scalars['ID']['output']>;
  /** What its ids stand for, and the reason that it gives, a line each in English, as far as you may read it; at most 20. */
  readonly about: ReadonlyArray<Scalars['String']['output']>;
  /** Whether you may approve or refuse it now. */
  readonly mayDecide: Scalars['Boolean']['output'];
  /** Why you may not, and what to do about it: of your person first, then of your way in. Null where you may, where it waits no more, and where you may not read what it proposes. */
  readonly whyNot?: Maybe<Refusal>;
  /** What both persons should think of before a warning is widened, or an essential action published or corrected: whom it would reach, beside what you do usually. None of what is decided. At most 6. */
  readonly care: ReadonlyArray<PublishCare>;
  /** How many members an essential action would go to now, of those that your organisation may know of, without itself; null for any other kind, where it waits no more, and where you may not read it. */
  readonly recipients?: Maybe<Scalars['Int']['output']>;
};

/** Proposals, newest first. */
export type ProposalConnection = {
  readonly __typename?: 'ProposalConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<ProposalEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `ProposalConnection`. */
export type ProposalEdge = {
  readonly __typename?: 'ProposalEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The proposal, as you may see it. */
  readonly node: Proposal;
};

/** What to propose. */
export type ProposeInput = {
  /** A kind of `approvalKinds`. */
  readonly kind: Scalars['String']['input'];
  /** What exactly, with the fields that `approvalKinds` names for the kind. */
  readonly payload: Scalars['JSON']['input'];
  /** Why, for whoever approves; at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The proposal to approve. */
export type ApproveProposalInput = {
  /** As `proposals` gives it. */
  readonly id: Scalars['ID']['input'];
};

/** The proposal to refuse. */
export type RefuseProposalInput = {
  /** As `proposals` gives it. */
  readonly id: Scalars['ID']['input'];
};

/** The proposal to withdraw. */
export type WithdrawProposalInput = {
  /** As `proposals` gives it. */
  readonly id: Scalars['ID']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The proposal as it is now, or why nothing was done. */
export type ProposalResult = {
  readonly __typename?: 'ProposalResult';
  /** Null when it was refused. */
  readonly proposal?: Maybe<Proposal>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Which lines of the audit trail. Everything given must hold. */
export type AuditFilter = {
  /** Events such as `key.revoked` or `warning.opened`, at most 50. One that does not exist is refused. */
  readonly events?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Done by this person, or concerning it: `<member slug>/…`. */
  readonly person?: InputMaybe<Scalars['String']['input']>;
  /** About this warning or practice. */
  readonly warning?: InputMaybe<Scalars['ID']['input']>;
  /** From this instant on. */
  readonly since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** By which way somebody was let in. */
export type AccessWay =
  /** An API key. */
  | 'KEY'
  /** A passkey that the person proved to have. */
  | 'PASSKEY'
  /** The identity provider of the organisation. */
  | 'OPENID_CONNECT'
  /** A token of a machine, signed by its organisation. */
  | 'JWT'
  /** A client certificate. */
  | 'CERTIFICATE'
  /** A recovery code that an administrator read out. */
  | 'RECOVERY_CODE'
  /** A one-time link or code. */
  | 'LINK'
  /** A command on the machine of the hub. */
  | 'HOST'
  /** Nobody: the hub itself, as time passes. */
  | 'HUB';

/** Lines of the audit trail, newest first. A page may be short and still have a next one: most lines are not yours to see. */
export type AuditConnection = {
  readonly __typename?: 'AuditConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<AuditEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `AuditConnection`. */
export type AuditEdge = {
  readonly __typename?: 'AuditEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The line, as you may see it. */
  readonly node: AuditLine;
};

/** Who did what, when, and by which way in. `node(id)` gives it to who may see it. */
export type AuditLine = Node & {
  readonly __typename?: 'AuditLine';
  /** Stable, and the same that the entry of the record names. */
  readonly id: Scalars['ID']['output'];
  /** What was done, such as `key.revoked`. New events may come with any release, so it is no enum. */
  readonly event: Scalars['String']['output'];
  /** When, by the hub's clock. Of an opening: the first on that day. */
  readonly at: Scalars['DateTime']['output'];
  /** The member that did it; null for the hub and its operator on the machine, and for one that you are not told of. */
  readonly byMember?: Maybe<Member>;
  /** The person who did it; null for a machine, for the hub, and where you are only told of its member. */
  readonly byPerson?: Maybe<Scalars['String']['output']>;
  /** The key or session; null for the hub, and where it is another member's. */
  readonly byKey?: Maybe<Scalars['String']['output']>;
  /** By which way in; null where you are only told of the member. */
  readonly way?: Maybe<AccessWay>;
  /** The network that it came from, as address and prefix length, never the whole address; null where it is unknown, or another member's. */
  readonly range?: Maybe<Scalars['String']['output']>;
  /** The members that it concerns, as far as they are listed to you. At most 200. */
  readonly members: ReadonlyArray<Member>;
  /** The person that it concerns; null where it concerns none. */
  readonly person?: Maybe<Scalars['String']['output']>;
  /** The warning or practice that it concerns; null where it concerns none. */
  readonly warning?: Maybe<Scalars['ID']['output']>;
  /** Anything else that it concerns: a key, a community, a proposal. Null where there is nothing. */
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** What changed, by name: ids, states and numbers. */
  readonly facts: Scalars['JSON']['output'];
};

/** A member needs help with a warning, and somebody owes it an answer in time. */
export type Case = {
  readonly __typename?: 'Case';
  /** The same for ever: `case--…`. */
  readonly caseId: Scalars['ID']['output'];
  /** Id of the warning. */
  readonly warning: Scalars['ID']['output'];
  /** The version that was answered, from 1. */
  readonly version: Scalars['Int']['output'];
  /** Who asks, where you may know of it; null for an organisation without its name. */
  readonly member?: Maybe<Member>;
  /** The number of an organisation without its name, as in `Delivery.organisation`; null for a member with one. */
  readonly organisation?: Maybe<Scalars['Int']['output']>;
  /** Whose persons help: the publisher, or the sharing centre that took it over. Null where it is unlisted to you, or publishes without its name. */
  readonly owner?: Maybe<Member>;
  /** How far it has come. */
  readonly state: CaseState;
  /** When help was asked for. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Until when somebody should have taken it: an hour after it was opened where the warning is IMMEDIATE, four where it is EXPECTED, else a day. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** Whether that time is over and nobody has taken it. */
  readonly isOverdue: Scalars['Boolean']['output'];
  /** When somebody took it; null until then. */
  readonly takenAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was closed; null until then. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What both sides wrote, oldest first; where you may not read the warning any more, what your member wrote. At most 50. */
  readonly notes: ReadonlyArray<CaseNote>;
};

/** Cases, newest first. */
export type CaseConnection = {
  readonly __typename?: 'CaseConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<CaseEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `CaseConnection`. */
export type CaseEdge = {
  readonly __typename?: 'CaseEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The case, as you may see it. */
  readonly node: Case;
};

/** A note on a case. */
export type CaseNote = {
  readonly __typename?: 'CaseNote';
  /** Whether the member that asks wrote it, and not somebody who helps. */
  readonly isOfAsker: Scalars['Boolean']['output'];
  /** What was written. */
  readonly text: Scalars['String']['output'];
  /** When, by the hub's clock. */
  readonly at: Scalars['DateTime']['output'];
};

/** How far a case has come. */
export type CaseState =
  /** Help was asked for, and nobody has taken it yet. */
  | 'OPEN'
  /** Somebody helps. */
  | 'TAKEN'
  /** It is over. */
  | 'CLOSED';

/** What becomes of a case. */
export type CaseActKind =
  /** You help; the clock stops. */
  | 'TAKE'
  /** Only the note is added. */
  | 'NOTE'
  /** A sharing centre that you see among the recipients helps in your place; or you took it over and give it back to the publisher. The case is open once more. */
  | 'HAND_OVER'
  /** It is over. */
  | 'CLOSE';

/** What becomes of which case, and a note on it. */
export type ChangeCaseInput = {
  /** Its `caseId`. */
  readonly case: Scalars['ID']['input'];
  /** What becomes of it. */
  readonly act: CaseActKind;
  /** For the other side, at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** For HAND_OVER: the slug of the sharing centre; without it the publisher helps again. */
  readonly to?: InputMaybe<Scalars['String']['input']>;
};

/** The case, or why nothing was written. */
export type CaseResult = {
  readonly __typename?: 'CaseResult';
  /** Null when it was refused. */
  readonly case?: Maybe<Case>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The ways by which a member is reached. */
export type Ways = {
  readonly __typename?: 'Ways';
  /** Whether at least one is alive. Null for who does not administer the member. */
  readonly isAlive?: Maybe<Scalars['Boolean']['output']>;
  /** Until when the latest sign of life counts, 30 days; null as `isAlive`. */
  readonly aliveUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When the administrators and the operators of the hub were told that none is alive; null while one is, and as `isAlive`. */
  readonly toldAt?: Maybe<Scalars['DateTime']['output']>;
  /** Each of them, at most 201: the feed, for a member-admin, then the endpoints, oldest first. */
  readonly each: ReadonlyArray<Way>;
};

/** A way by which a member is reached. */
export type Way = {
  readonly __typename?: 'Way';
  /** The endpoint; null for the feed, which persons and machines read. */
  readonly endpoint?: Maybe<Endpoint>;
  /** Whether it took something, was proved, or for the feed somebody read, within the last 30 days. */
  readonly isAlive: Scalars['Boolean']['output'];
  /** When that was last; null for never. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  /** Until when that counts; null for never. */
  readonly aliveUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is not alive; null where it is. */
  readonly fault?: Maybe<WayFault>;
};

/** Why a way is not alive. */
export type WayFault =
  /** Nobody has proved it yet. */
  | 'UNPROVED'
  /** Its owner paused it. */
  | 'PAUSED'
  /** The hub disabled it: see `cause` of the endpoint. */
  | 'DISABLED'
  /** It took nothing, or nobody read, for 30 days. */
  | 'SILENT';

/** The channels that have endpoints. */
export type EndpointChannel =
  /** By mail. */
  | 'MAIL'
  /** By a post to a web address, signed as Standard Webhooks says. */
  | 'WEBHOOK';

/** What an endpoint gets. */
export type EndpointForm =
  /** That something waits, and where; up to TLP:GREEN also headline and grade. */
  | 'THIN'
  /** All that the marking, the ceiling and encryption allow. */
  | 'FULL';

/** Whether an endpoint gets anything. */
export type EndpointState =
  /** Nobody has proved it yet. */
  | 'UNPROVED'
  /** It gets what is addressed to its owner. */
  | 'ACTIVE'
  /** Its owner paused it: it gets corrections of what went there, and nothing new. */
  | 'PAUSED'
  /** The hub disabled it, see `cause`. Prove it again. */
  | 'DISABLED';

/** Why the hub disabled an endpoint. */
export type EndpointCause =
  /** It answered 410. */
  | 'GONE'
  /** It took nothing for five days. */
  | 'FAILING'
  /** Mail to it came back. */
  | 'BOUNCED'
  /** Its reader complained of the mail. */
  | 'COMPLAINED'
  /** Its person was deactivated, or the member left. */
  | 'OWNER_LEFT';

/** How the hub signs to a webhook. */
export type SignatureKind =
  /** v1: HMAC-SHA256, with a secret that you keep. */
  | 'HMAC'
  /** v1a: Ed25519, which you check with a public key. */
  | 'ED25519';

/** Where a member or person is reached outside the hub. */
export type Endpoint = {
  readonly __typename?: 'Endpoint';
  /** Stable. */
  readonly endpointId: Scalars['ID']['output'];
  /** By which channel. */
  readonly channel: EndpointChannel;
  /** Whose own it is, as <member slug>/<name>; null for the member's. */
  readonly person?: Maybe<Scalars['String']['output']>;
  /** An https or a mail address. */
  readonly address: Scalars['String']['output'];
  /** What its owner calls it. */
  readonly label: Scalars['String']['output'];
  /** What it gets. */
  readonly form: EndpointForm;
  /** Nothing that is marked higher goes there in full. */
  readonly ceiling: Tlp;
  /** Whether mail to it is encrypted (S/MIME): not any more once its certificate has expired. */
  readonly isEncrypted: Scalars['Boolean']['output'];
  /** Whether it gets anything. */
  readonly state: EndpointState;
  /** Why the hub disabled it; null otherwise. */
  readonly cause?: Maybe<EndpointCause>;
  /** Whether it took something, or was proved, within the last 30 days. Once mail to it came back, only a proof shows it, or what was taken more than five days after that. */
  readonly isAlive: Scalars['Boolean']['output'];
  /** When it was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was last proved; null for never. */
  readonly verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it last took something; null for never. */
  readonly lastDeliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Attempts that failed in a row. */
  readonly failures: Scalars['Int']['output'];
  /** Nothing is tried before, since it kept failing or asked for it; null otherwise. */
  readonly restsUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** How far a delivery to an endpoint has come. */
export type ChannelDeliveryState =
  /** Due now or soon. */
  | 'PENDING'
  /** Waits for the digest of its subscription. */
  | 'GATHERED'
  /** Failed, and is tried again at `nextAt`. */
  | 'RETRYING'
  /** The endpoint took it. Nothing says that anybody read it. */
  | 'SENT'
  /** Given up, see `cause`. */
  | 'DEAD'
  /** Not sent: the recipient might not have it by this way, see `cause`. */
  | 'WITHHELD'
  /** Nothing to send any more, see `cause`. */
  | 'CANCELLED';

/** What kind of failure a publisher is told of. */
export type FailureClass =
  /** The endpoint was not reached. */
  | 'UNREACHABLE'
  /** It refused, or could not. */
  | 'REFUSED'
  /** The marking, the rights or the channel did not allow it. */
  | 'POLICY'
  /** There was nothing to send any more. */
  | 'OVER'
  /** The hub itself could not send it, such as while its mail server was away; it says nothing of the recipient. */
  | 'HUB';

/** What a delivery to an endpoint brings. */
export type ChannelOccasion =
  /** One version of a warning or practice. */
  | 'WARNING'
  /** Several at once, as a subscription asks for. */
  | 'DIGEST'
  /** That an answer is asked for and not given. */
  | 'REMINDER'
  /** A message of the hub, such as that another endpoint of yours is out of use, or that the grade of a warning was raised. */
  | 'NOTICE'
  /** A code by which whoever receives there proves it. */
  | 'CHALLENGE'
  /** A test that somebody asked for. */
  | 'TEST';

/** A delivery to one endpoint: with its own attempts, and its own end. */
export type ChannelDelivery = {
  readonly __typename?: 'ChannelDelivery';
  /** The same for ever, over attempts and retries: the `webhook-id` of a webhook, and the Message-ID of a mail. */
  readonly deliveryId: Scalars['ID']['output'];
  /** To which endpoint. */
  readonly endpoint: Endpoint;
  /** What it brings. */
  readonly occasion: ChannelOccasion;
  /** Id of the warning; null for a message of the hub. */
  readonly warning?: Maybe<Scalars['ID']['output']>;
  /** The version of the warning that it brings; null for a message of the hub. */
  readonly version?: Maybe<Scalars['Int']['output']>;
  /** How far it has come. */
  readonly state: ChannelDeliveryState;
  /** Code of docs/errors.md: why it failed last, or ended so; null otherwise. */
  readonly cause?: Maybe<Scalars['String']['output']>;
  /** How often it was tried. */
  readonly attemptCount: Scalars['Int']['output'];
  /** When it was made. */
  readonly at: Scalars['DateTime']['output'];
  /** When it is tried next; null once it has ended. */
  readonly nextAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the endpoint took it; null until then. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** The attempts of the last seven days, newest first, at most 20; older ones are not kept. */
  readonly attempts: ReadonlyArray<DeliveryAttempt>;
};

/** One attempt. */
export type DeliveryAttempt = {
  readonly __typename?: 'DeliveryAttempt';
  /** From 1. */
  readonly number: Scalars['Int']['output'];
  /** When it began. */
  readonly at: Scalars['DateTime']['output'];
  /** Milliseconds that it took. */
  readonly tookMs: Scalars['Int']['output'];
  /** Status of the answer; null where none came. */
  readonly status?: Maybe<Scalars['Int']['output']>;
  /** Code of docs/errors.md; null where it was taken. */
  readonly cause?: Maybe<Scalars['String']['output']>;
  /** What was sent, at most 16 kB; null where you may not read it now, or it was recalled. */
  readonly request?: Maybe<Scalars['String']['output']>;
  /** What was answered, at most 16 kB; null as `request`. */
  readonly answer?: Maybe<Scalars['String']['output']>;
};

/** Which deliveries. */
export type ChannelDeliveryFilter = {
  /** Only to this endpoint. */
  readonly endpoint?: InputMaybe<Scalars['ID']['input']>;
  /** Only in one of these states, at most 7. */
  readonly states?: InputMaybe<ReadonlyArray<ChannelDeliveryState>>;
  /** Only those made at this time or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those made before this time. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of the log. */
export type ChannelDeliveryConnection = {
  readonly __typename?: 'ChannelDeliveryConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<ChannelDeliveryEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `ChannelDeliveryConnection`. */
export type ChannelDeliveryEdge = {
  readonly __typename?: 'ChannelDeliveryEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** What went to the endpoint, and what came of it. */
  readonly node: ChannelDelivery;
};

/** A delivery to an endpoint as the publisher of its warning sees it. */
export type ReachedBy = {
  readonly __typename?: 'ReachedBy';
  /** The same for ever. */
  readonly deliveryId: Scalars['ID']['output'];
  /** By which channel. */
  readonly channel: EndpointChannel;
  /** How far it has come. */
  readonly state: ChannelDeliveryState;
  /** What kind of failure it was, where it failed or did not go; null otherwise. */
  readonly failure?: Maybe<FailureClass>;
  /** When the endpoint took it; null until then. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * One version of a warning, to one member, over one channel. Visible to the publisher (of members that it may know of, see `notListed`) and to
 * the recipient (its own).
 */
export type Delivery = Node & {
  readonly __typename?: 'Delivery';
  /** The deliveries of this version to endpoints of the member, at most 20, the oldest first: by channel, state and class of failure. Empty for an organisation without a name. */
  readonly channels: ReadonlyArray<ReachedBy>;
  /** Whether the member has more endpoints that this version goes to than `channels` lists. */
  readonly hasMoreChannels: Scalars['Boolean']['output'];
  /** The same over retries, replays and channels' repeats: key your tickets by it. */
  readonly id: Scalars['ID']['output'];
  /** The recipient; `withheld` for an organisation that answered you without its name, see `organisation`. */
  readonly member: Member;
  /**
   * Set for an organisation that answered without its name: its number among those of this warning, from 1, the same in every
   * version. It says nothing across warnings. Null for a member with a name.
   */
  readonly organisation?: Maybe<Scalars['Int']['output']>;
  /** By which way it was delivered. */
  readonly channel: Channel;
  /** The version of the warning that was delivered, from 1. */
  readonly version: Scalars['Int']['output'];
  /** How far it has come. */
  readonly state: DeliveryState;
  /** When it was written, after its warning was numbered. */
  readonly at: Scalars['DateTime']['output'];
  /** When it was sent; null while it is pending or was withheld. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** When a key of the recipient first read it; null until then. */
  readonly receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the recipient first answered; null until then. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The answer that stands; null until there is one. */
  readonly answer?: Maybe<Acknowledgement>;
  /** What the recipient wrote with its answer, at most 2,000 characters; null when nothing. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Who gave that answer, as <member slug>/<name>; null for a key of no person. */
  readonly acknowledgedBy?: Maybe<Scalars['String']['output']>;
  /** Everything this member answered, newest first, also to former versions. At most 50. */
  readonly answers: ReadonlyArray<Answer>;
  /** By when an answer is asked for; null where none is, and for a recall, which is due at once. */
  readonly answerBy?: Maybe<Scalars['DateTime']['output']>;
  /** Whether an answer is asked for and not given: it was seen, or is being looked into, or some site has not answered. */
  readonly isAnswerDue: Scalars['Boolean']['output'];
  /**
   * Whether its member has answered: what this version asks, if to a former one that asks the same (having seen it, or looking into it, is
   * no answer to that); where it asks nothing, this version. Of a former version as it was when the next one came.
   */
  readonly isAnswered: Scalars['Boolean']['output'];
  /** How its member was reminded, oldest first. At most 20. */
  readonly reminders: ReadonlyArray<Reminder>;
  /** Your own reason; of another member's delivery the public one, whatever else brought it. */
  readonly reason: Reason;
  /** Code of docs/errors.md that says why it failed or was withheld; null otherwise. */
  readonly failure?: Maybe<Scalars['String']['output']>;
};

/** A network to which webhooks may go although it is not public. */
export type AllowedRange = {
  readonly __typename?: 'AllowedRange';
  /** Such as `10.20.0.0/16`. */
  readonly range: Scalars['String']['output'];
  /** Its ports, at most 20. */
  readonly ports: ReadonlyArray<Scalars['Int']['output']>;
};

/** A web address to register. */
export type AddWebhookInput = {
  /** https, at port 443 or 8443, without a user name; at most 2,000 characters. */
  readonly address: Scalars['String']['input'];
  /** What you call it, at most 80 characters. */
  readonly label: Scalars['String']['input'];
  /** What it gets. */
  readonly form?: InputMaybe<EndpointForm>;
  /** Nothing that is marked higher goes there in full; not RED. */
  readonly ceiling?: InputMaybe<Tlp>;
  /** How the hub signs. */
  readonly signature?: InputMaybe<SignatureKind>;
};

/** A mail address to register. */
export type AddMailAddressInput = {
  /** One address, at most 254 characters. */
  readonly address: Scalars['String']['input'];
  /** What you call it, at most 80 characters. */
  readonly label: Scalars['String']['input'];
  /** Your own; else your member's, which a member-admin registers. */
  readonly isOwn?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it gets. */
  readonly form?: InputMaybe<EndpointForm>;
  /** Nothing that is marked higher goes there in full. Above GREEN only encrypted mail has content. */
  readonly ceiling?: InputMaybe<Tlp>;
  /** A certificate (X.509, PEM, RSA) for which mail is encrypted by S/MIME. */
  readonly certificate?: InputMaybe<Scalars['String']['input']>;
};

/** The endpoint that is meant. */
export type EndpointInput = {
  /** As `endpoints` gives it. */
  readonly endpoint: Scalars['ID']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An endpoint and the code that was sent there. */
export type ProveEndpointInput = {
  /** As `endpoints` gives it. */
  readonly endpoint: Scalars['ID']['input'];
  /** Sixteen letters and digits, valid for a day. */
  readonly code: Scalars['String']['input'];
};

/** What becomes of an endpoint; what is left out stays. */
export type ChangeEndpointInput = {
  /** As `endpoints` gives it. */
  readonly endpoint: Scalars['ID']['input'];
  /** What you call it, at most 80 characters. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** What it gets. */
  readonly form?: InputMaybe<EndpointForm>;
  /** Nothing that is marked higher goes there in full. */
  readonly ceiling?: InputMaybe<Tlp>;
  /** A certificate for S/MIME in place of the one before. */
  readonly certificate?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is paused. */
  readonly isPaused?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A webhook that gets a new secret. */
export type RotateEndpointSecretInput = {
  /** As `endpoints` gives it. */
  readonly endpoint: Scalars['ID']['input'];
  /** Hours for which the former secret signs too, 0 to 168. */
  readonly overlapHours?: InputMaybe<Scalars['Int']['input']>;
  /** How the hub signs with the new one. */
  readonly signature?: InputMaybe<SignatureKind>;
};

/** Deliveries to try again. */
export type RetryDeliveriesInput = {
  /** Ids of deliveries, at most 1,000. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** All of this endpoint, in `states` and in the range. */
  readonly endpoint?: InputMaybe<Scalars['ID']['input']>;
  /** Those made at this time or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those made before this time. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only in one of these states, at most 7. */
  readonly states?: InputMaybe<ReadonlyArray<ChannelDeliveryState>>;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The endpoint as it is now, or why nothing was done. */
export type EndpointResult = {
  readonly __typename?: 'EndpointResult';
  /** Null when it was refused. */
  readonly endpoint?: Maybe<Endpoint>;
  /** Of a new webhook or secret, shown once: `whsec_…`, or for Ed25519 the public key `whpk_…`. Null otherwise. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why nothing was done, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The test that is under way, or why there is none. */
export type TestEndpointResult = {
  readonly __typename?: 'TestEndpointResult';
  /** Id of its delivery; null when it was refused. */
  readonly deliveryId?: Maybe<Scalars['ID']['output']>;
  /** Why there is none, one for each fault found; empty when there is one. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** How many deliveries are tried again, or why none is. */
export type RetryDeliveriesResult = {
  readonly __typename?: 'RetryDeliveriesResult';
  /** Null when it was refused. */
  readonly retried?: Maybe<Scalars['Int']['output']>;
  /** Why none is, one for each fault found; empty otherwise. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** What is told as it happens, over a WebSocket or as server-sent events. Each event is decided when it is written. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Keeps a connection alive: the hub's clock at once, then every 12 seconds. Carries no data. */
  readonly heartbeat: Scalars['DateTime']['output'];
  /**
   * Each new version of a warning or practice addressed to you, as it arrives. Pass the last cursor that you processed as `after`
   * to resume without gaps; without it the stream begins with what comes next.
   */
  readonly warningReceived: FeedEdge;
};


/** What is told as it happens, over a WebSocket or as server-sent events. Each event is decided when it is written. */
export type SubscriptionWarningReceivedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FeedFilter>;
};

/** The contract between this hub and its clients. `GET /schema.graphql` gives all of it as text to anybody with a key. */
export type Contract = {
  readonly __typename?: 'Contract';
  /** MAJOR.MINOR. A greater MINOR only adds; a greater MAJOR removes or changes something. docs/schema-changes.md lists what changed and how to follow. */
  readonly version: Scalars['String']['output'];
  /** SHA-256 of the text at `/schema.graphql`, in hex: equal as long as nothing in the contract changed, descriptions included. */
  readonly sha256: Scalars['String']['output'];
  /** Where the pages of this hub are for a person with a browser, such as `/approvals`: its TOCSIN_ORIGIN, without a slash at its end. */
  readonly origin: Scalars['String']['output'];
};

/** An object with an id of its own, which `node(id)` takes and which never changes. */
export type Node = {
  /** Opaque: compare it, store it, pass it back. Do not read meaning into its form. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page ends and how to go on. There is no total: a count would tell of what you may not read. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more in the direction of reading. True with an empty page means: the search goes on after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether `after` was given. The hub pages forwards only. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Pass it as `after` to get the next page. Null when the page is empty and there is nothing to go on from. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** Why a mutation was refused. Nothing was written; the same request is refused again until its cause is mended. */
export type Refusal = {
  readonly __typename?: 'Refusal';
  /** Stable, for programs: docs/errors.md lists every code. New codes may come with any release, so it is no enum. */
  readonly code: Scalars['String']['output'];
  /** What was wrong, as a sentence in English for a person. */
  readonly message: Scalars['String']['output'];
  /** Where: a JSON path into `input`, such as `$.actions[0].text`; `$` for the whole. */
  readonly path: Scalars['String']['output'];
  /** What to do about it, as a sentence in English for a person. */
  readonly remedy: Scalars['String']['output'];
};

/**
 * A member of the partnership: an organisation. `node(id)` gives your own, the publisher of any warning that you may read, and
 * to those who may preview an audience every member.
 */
export type Member = Node & {
  readonly __typename?: 'Member';
  /** Stable for the life of the membership. */
  readonly id: Scalars['ID']['output'];
  /** Short name in lower-case letters, digits and hyphens, unique in this hub. Audiences take it. `withheld` stands for a publisher who must not be named. */
  readonly slug: Scalars['String']['output'];
  /** Full name. Its administrators may change it; one that looks like another's is entered by an operator of the hub alone. */
  readonly name: Scalars['String']['output'];
  /** What kind of organisation it is. Audiences can be limited by it. */
  readonly kind: MemberKind;
  /** Where it is established: ISO 3166-1 alpha-2 in capitals. User-assigned codes such as XA occur. */
  readonly country: Scalars['String']['output'];
  /** How far it is in its life, for operators of the hub; null for anybody else. */
  readonly standing?: Maybe<Standing>;
};

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
  | 'reader'
  /** Reads, and acknowledges for the member. */
  | 'analyst'
  /** Publishes, corrects and cancels, where the member may publish. */
  | 'publisher'
  /** Confirms as the second person what needs two. */
  | 'approver'
  /** Manages a community or a sector centre, and can reverse rulings of its member. */
  | 'manager'
  /** Acts for a State. */
  | 'contact'
  /** Manages the persons and keys of its own member. */
  | 'member-admin'
  /** A machine: reads and acknowledges, and never sees TLP:RED. */
  | 'integrator'
  /** Runs the hub. Reads no restricted content. */
  | 'hub-operator';

/** The caller: what the hub knows of the key that was sent. */
export type Me = {
  readonly __typename?: 'Me';
  /** The organisation that the key belongs to. */
  readonly member: Member;
  /** The STIX identity of your member. Objects that name it in `created_by_ref` belong to your member: nobody else can publish versions of them or revoke them. */
  readonly identity: Scalars['ID']['output'];
  /** What you may do; the last of `roles` in the order of `Role`, where there are several. */
  readonly role: Role;
  /** All that you may do: what any of them may. At most 9, one of each. */
  readonly roles: ReadonlyArray<Role>;
  /** `<member slug>/<name>` of the person behind the key; null for a machine, which never sees TLP:RED. */
  readonly person?: Maybe<Scalars['String']['output']>;
  /** Id of that person, which is never reused; null for a machine. Audiences can name a person by it. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  /** What the hub knows of that person, as it may read and change it itself; null for a machine, and by a key with scopes other than member:admin. */
  readonly profile?: Maybe<Person>;
  /** Ids of the hub's sectors that your member belongs to, see `sectors`. At most 60: those that the operator registered. */
  readonly sectors: ReadonlyArray<Scalars['String']['output']>;
  /** Slugs of the sharing groups that your member is in. At most 100: those that the operator registered. */
  readonly communities: ReadonlyArray<Scalars['String']['output']>;
  /** Whether this key may publish warnings and practices: both its role and its member must allow it. */
  readonly mayPublish: Scalars['Boolean']['output'];
  /** The most bytes that the body of a request with this key may have. Compare before you send a large bundle. */
  readonly maxBodyBytes: Scalars['Int']['output'];
};

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
  | 'AMBER+STRICT'
  /** For the named persons only. Machines never get it. */
  | 'RED';

/** A sharing group. Audiences address it by its slug. */
export type Community = Node & {
  readonly __typename?: 'Community';
  /** Never changes. */
  readonly id: Scalars['ID']['output'];
  /** Short name in lower-case letters, digits and hyphens. Never changes. */
  readonly slug: Scalars['String']['output'];
  /** As people call it, at most 200 characters. */
  readonly name: Scalars['String']['output'];
  /** What it is for, at most 2,000 characters; may be empty. */
  readonly purpose: Scalars['String']['output'];
  /** Its rule; null where it is kept by hand. */
  readonly rule?: Maybe<CommunityRule>;
  /** The members whose managers keep it, of those that you are told of. At most 100: those that its managers named. */
  readonly managers: ReadonlyArray<Member>;
  /** Who is told which members are in it. */
  readonly roll: CommunityRoll;
  /** How one joins it. */
  readonly joining: CommunityJoining;
  /** Whether regulators and law enforcement may be in it. Otherwise nothing that is addressed to it reaches them. */
  readonly admitsAuthorities: Scalars['Boolean']['output'];
  /** Whether those who join read what was addressed to it before. */
  readonly opensHistory: Scalars['Boolean']['output'];
  /** From 1; pass it back to change the community. */
  readonly version: Scalars['Int']['output'];
  /** The members that are in it, of those that you are told of, by slug; null where its roll is not shown to you. At most 1,000: those that are in it. */
  readonly members?: Maybe<ReadonlyArray<Member>>;
  /** Where your own member stands; null where it has nothing to do with it. */
  readonly membership?: Maybe<MembershipState>;
  /** Members that ask to join, by slug; null for everybody but its managers. At most 1,000: those that have asked. */
  readonly requests?: Maybe<ReadonlyArray<Member>>;
};

/** Which members are in a community, by their facts. Each property that is given must hold; values within one are alternatives. */
export type CommunityRule = {
  readonly __typename?: 'CommunityRule';
  /** The rule as a phrase in English, such as `Operators in Energy, in XA or XB`. */
  readonly inWords: Scalars['String']['output'];
  /** Kinds of members; null for all. At most 13: there are no more. */
  readonly kinds?: Maybe<ReadonlyArray<MemberKind>>;
  /** Ids of sectors, each with its parts; null for all. At most 60. */
  readonly sectors?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Countries in which members are or which they serve; null for all. At most 60. */
  readonly countries?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Who is told which members are in a community, beside its managers. */
export type CommunityRoll =
  /** Every member of the partnership. */
  | 'PARTNERSHIP'
  /** Those who are in it. */
  | 'COMMUNITY'
  /** Nobody else: its members are unlisted to one another. */
  | 'MANAGERS';

/** How one joins a community that is kept by hand. */
export type CommunityJoining =
  /** By invitation alone. */
  | 'INVITATION'
  /** By invitation, or by asking its managers. */
  | 'REQUEST';

/** Where a member stands with a community. */
export type MembershipState =
  /** Its managers have invited it by name. */
  | 'INVITED'
  /** It has asked to join. */
  | 'REQUESTED'
  /** It takes part, and what is addressed to the community reaches it. */
  | 'JOINED'
  /** It has left, was removed or refused. A rule does not bring it back; one that was removed only its managers let in again, by name. */
  | 'LEFT';

/** Kinds, sectors and countries; at least one of the three, and none of them empty. */
export type CommunityRuleInput = {
  /** Kinds of members, at most 13. */
  readonly kinds?: InputMaybe<ReadonlyArray<MemberKind>>;
  /** Ids of sectors, at most 60; a sector includes its parts. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Countries, ISO 3166-1 alpha-2; at most 60. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A new community. */
export type CreateCommunityInput = {
  /** At most 64 of a-z, 0-9 and hyphens; never changes. */
  readonly slug: Scalars['String']['input'];
  /** At most 200 characters. It must look like the name of no other community. */
  readonly name: Scalars['String']['input'];
  /** What it is for, at most 2,000 characters. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of the members whose managers keep it, at least one and at most 100. */
  readonly managers: ReadonlyArray<Scalars['String']['input']>;
  /** Left out, the community is kept by hand. */
  readonly rule?: InputMaybe<CommunityRuleInput>;
  /** COMMUNITY when left out. */
  readonly roll?: InputMaybe<CommunityRoll>;
  /** INVITATION when left out. */
  readonly joining?: InputMaybe<CommunityJoining>;
  /** False when left out. */
  readonly admitsAuthorities?: InputMaybe<Scalars['Boolean']['input']>;
  /** False when left out. */
  readonly opensHistory?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only says what would come of it. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A change of a community; what is left out stays. */
export type ChangeCommunityInput = {
  /** Which community to change; its slug stays. */
  readonly slug: Scalars['String']['input'];
  /** The version that you have read. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** At most 200 characters. A new one is given by the hub alone, and looks like that of no other community; its managers may write it in another way. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What it is for, at most 2,000 characters. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** Slugs of the members whose managers keep it, at least one and at most 100. */
  readonly managers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Null keeps the community by hand from then on, with nobody in it but those who joined by hand. */
  readonly rule?: InputMaybe<CommunityRuleInput>;
  /** Who is told which members are in it. */
  readonly roll?: InputMaybe<CommunityRoll>;
  /** How one joins it. */
  readonly joining?: InputMaybe<CommunityJoining>;
  /** False removes the regulators and law enforcement that are in it. */
  readonly admitsAuthorities?: InputMaybe<Scalars['Boolean']['input']>;
  /** True opens what was addressed to it before to all who are in it. */
  readonly opensHistory?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only says what would come of it. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Whom to invite. */
export type InviteToCommunityInput = {
  /** Slug of the community. */
  readonly community: Scalars['String']['input'];
  /** Slug of the member; left out, the code is good for whoever has it, such as a member that is unlisted to you. */
  readonly member?: InputMaybe<Scalars['String']['input']>;
};

/** Which community to join. */
export type JoinCommunityInput = {
  /** Slug of the community. */
  readonly community: Scalars['String']['input'];
  /** The code of an invitation. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
};

/** Which community to leave. */
export type LeaveCommunityInput = {
  /** Slug of the community. */
  readonly community: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A member and a community. */
export type DecideMembershipInput = {
  /** Slug of the community. */
  readonly community: Scalars['String']['input'];
  /** Slug of the member. */
  readonly member: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** To whom your member is listed. */
export type ChangeListingInput = {
  /** True: it is absent for all other members but those of `listedTo`, and those with whom it joins a community that shows its members. */
  readonly isUnlisted: Scalars['Boolean']['input'];
  /** Slugs of members, at most 200; nobody when left out. */
  readonly listedTo?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The community, or why nothing was written. */
export type KeepCommunityResult = {
  readonly __typename?: 'KeepCommunityResult';
  /** Null when it was refused. */
  readonly community?: Maybe<Community>;
  /** How many active members the rule fits, of those that you are told of; null where the community is kept by hand. */
  readonly fitting?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The invitation, or why there is none. */
export type InviteToCommunityResult = {
  readonly __typename?: 'InviteToCommunityResult';
  /** Shown this once; good once. Null when it was refused. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Until when the code is good; null when it was refused. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Where the member stands afterwards, or why nothing was written. */
export type MembershipResult = {
  readonly __typename?: 'MembershipResult';
  /** Null when it was refused. */
  readonly state?: Maybe<MembershipState>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Whether your member is listed, or why nothing was written. */
export type ChangeListingResult = {
  readonly __typename?: 'ChangeListingResult';
  /** Null when it was refused. */
  readonly isUnlisted?: Maybe<Scalars['Boolean']['output']>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

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

/** By which way a member gets it. */
export type Channel =
  /** The feed of this hub: read by GraphQL, subscription or command line. */
  | 'FEED'
  /** A mail address of the member or of one of its persons. */
  | 'MAIL'
  /** A web address of the member's, to which the hub posts. */
  | 'WEBHOOK';

/** What a member answers to a warning. The latest answer counts. */
export type Acknowledgement =
  /** We have read it. Says nothing of whether it affects us. */
  | 'SEEN'
  /** We are looking into whether it affects us. The reminder when half of the time is over is left out; what is asked stays open. */
  | 'INVESTIGATING'
  /** We have looked, and it does not affect us. */
  | 'NOT_AFFECTED'
  /** It affects us; we have not finished acting on it. */
  | 'AFFECTED'
  /** We have done what it asks. To a recall: it is removed. */
  | 'ACTED'
  /** It affects us, and we ask the publisher for help. Somebody calls back: do not send it by mistake. */
  | 'NEED_HELP';

/** That a member was reminded that an answer is asked for. */
export type Reminder = {
  readonly __typename?: 'Reminder';
  /** Which step it was. */
  readonly step: ReminderStep;
  /** When, by the hub's clock. */
  readonly at: Scalars['DateTime']['output'];
  /** Of OUTSIDE: the member that was told, or was not reached, where you see it among the recipients; null otherwise. */
  readonly outside?: Maybe<Member>;
  /** Why the step told nobody; null where it told somebody, and of ALTERNATES for everybody but the member itself. */
  readonly skipped?: Maybe<SkippedReminder>;
};

/** The steps by which a member is reminded. */
export type ReminderStep =
  /** Half of the time for an answer is over. */
  | 'HALF'
  /** The time for an answer is over. */
  | 'DUE'
  /** Those whom the member named for this are told: a tenth of the time later, and at least a quarter of an hour. */
  | 'ALTERNATES'
  /** The member outside that it chose is told, if that one may read the warning itself: as long after that. */
  | 'OUTSIDE'
  /** Its publisher reminds it. */
  | 'ASKED';

/** Why a step told nobody. */
export type SkippedReminder =
  /** The member has named nobody; it alone reads so. */
  | 'NOBODY_NAMED'
  /** Whom it named may not read the warning. To its publisher also: it named nobody, or one that is not seen among the recipients. */
  | 'MAY_NOT_READ'
  /** Nobody whom it was to tell has an endpoint that works and may bring it; of an exercise, one that asked for it. Call them yourself. */
  | 'NOBODY_REACHED';

/** What a member answered to one version. */
export type Answer = {
  readonly __typename?: 'Answer';
  /** The version that was answered, from 1. */
  readonly version: Scalars['Int']['output'];
  /** What was answered. */
  readonly answer: Acknowledgement;
  /** What the recipient wrote with it, at most 2,000 characters; null when nothing. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Who answered, as <member slug>/<name>; null for a key of no person. */
  readonly by?: Maybe<Scalars['String']['output']>;
  /** When, by the hub's clock. */
  readonly at: Scalars['DateTime']['output'];
  /** The site that it is for, as its member names it; null for the whole member, and where it answered without its name. */
  readonly site?: Maybe<Scalars['String']['output']>;
};

/** The deliveries of a version, in a stable order that says nothing of when they were made. */
export type DeliveryConnection = {
  readonly __typename?: 'DeliveryConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<DeliveryEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** The same sentence whether or not there are others: members that are unlisted to you, and those reached only through relations that are not disclosed, are not listed until they answer. */
  readonly notListed: Scalars['String']['output'];
};

/** One row of `DeliveryConnection`. */
export type DeliveryEdge = {
  readonly __typename?: 'DeliveryEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The delivery, as you may see it. */
  readonly node: Delivery;
};

/** An answer of your member to a warning or practice. */
export type AcknowledgeWarningInput = {
  /** Id of the warning or practice. The answer is to its current version. */
  readonly warning: Scalars['ID']['input'];
  /**
   * The version you have read. Refused with VERSION_CONFLICT when another one takes the answer: one that you have not seen is not
   * answered. Left out: whichever is current takes it; a recall is only confirmed by whoever gives its version.
   */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Left out, the answer that stands is kept, to this version or to a former one; SEEN where you have not answered, and where you
   * answered ACTED or NOT_AFFECTED to a version that did not ask for all that this one asks you to do.
   */
  readonly answer?: InputMaybe<Acknowledgement>;
  /** For the publisher, at most 2,000 characters. It belongs to this answer; earlier ones keep theirs. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Slug of the site that you answer for, of those in `answerPlan`. Left out: for all of them. The answer of your member is the most serious of its sites, and what is asked stays open until each has answered. */
  readonly site?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether a publisher that does not see you (`whyMe.isKnownToPublisher` is false) is told your name. False: it sees the answer
   * of an organisation. Left out: it is told, unless your member is unlisted to it. A name that was given once for a version
   * stays given, and stands with your earlier answers to that version.
   */
  readonly withName?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Your delivery with its answer, or why it was refused. */
export type AcknowledgeResult = {
  readonly __typename?: 'AcknowledgeResult';
  /** Null when it was refused. */
  readonly delivery?: Maybe<Delivery>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/**
 * A form that you have not finished. The hub keeps it sealed, under a key that is not in its database, and gives it to you alone. It ends 30
 * days after it was saved last, when you discard it, and when you are deactivated, your access is restored by others, or your member leaves.
 */
export type Draft = {
  readonly __typename?: 'Draft';
  /** Pass it to `draft`, `saveDraft` and `discardDraft`. */
  readonly draftId: Scalars['ID']['output'];
  /** What the form is for. */
  readonly kind: ItemKind;
  /** What the form corrects; null for something new. */
  readonly corrects?: Maybe<DraftCorrection>;
  /** How you know it in the list; null where no key of this hub opens it, as after its operator lost the key. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** The form, as its writer's program saved it: one JSON object as text. Null where no key of this hub opens it. */
  readonly content?: Maybe<Scalars['String']['output']>;
  /** Counts its savings from 1: say in `seen` which one you saw last. */
  readonly version: Scalars['Int']['output'];
  /** When it was saved last. */
  readonly savedAt: Scalars['DateTime']['output'];
  /** When it ends by itself, unless it is saved again. */
  readonly endsAt: Scalars['DateTime']['output'];
};

/** What a draft corrects. */
export type DraftCorrection = {
  readonly __typename?: 'DraftCorrection';
  /** Id of the warning or practice. */
  readonly item: Scalars['ID']['output'];
  /** Its version that was corrected. */
  readonly version: Scalars['Int']['output'];
};

/** What a draft corrects. Whether there is such an item, and you may correct it, is asked when you publish. */
export type DraftCorrectionInput = {
  /** Id of the warning or practice. */
  readonly item: Scalars['ID']['input'];
  /** Its version that you correct. */
  readonly version: Scalars['Int']['input'];
};

/** The draft that you saw last. */
export type SeenDraftInput = {
  /** Which draft. */
  readonly id: Scalars['ID']['input'];
  /** Its version. A newer one that was saved elsewhere is not overwritten (DRAFT_SAVED_ELSEWHERE). */
  readonly version: Scalars['Int']['input'];
};

/** A form to save. */
export type SaveDraftInput = {
  /** The draft to save over; a new one when absent. */
  readonly seen?: InputMaybe<SeenDraftInput>;
  /** What the form is for. */
  readonly kind: ItemKind;
  /** What the form corrects; absent for something new. */
  readonly corrects?: InputMaybe<DraftCorrectionInput>;
  /** How you know it in the list, at most 200 characters, such as the headline. */
  readonly label: Scalars['String']['input'];
  /** The form: one JSON object as text, at most 256 KiB in UTF-8. The hub does not look at what is in it. */
  readonly content: Scalars['String']['input'];
};

/** Which draft to discard. */
export type DiscardDraftInput = {
  /** Which draft. */
  readonly id: Scalars['ID']['input'];
  /** The version that you saw last, so that nothing goes that was saved elsewhere since; whichever it is when absent. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** The draft as it was saved or discarded, or why nothing was done. */
export type DraftResult = {
  readonly __typename?: 'DraftResult';
  /** Null when it was refused. */
  readonly draft?: Maybe<Draft>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The pair to confirm. */
export type AcceptDuplicateInput = {
  /** Id of the pair: of a proposal, of `RelatedWarning.pair` or of `Source.pair`. */
  readonly id: Scalars['ID']['input'];
};

/** The pair to rule out. */
export type RejectDuplicateInput = {
  /** Id of the pair: of a proposal, of `RelatedWarning.pair` or of `Source.pair`. */
  readonly id: Scalars['ID']['input'];
};

/** The pair to take apart. */
export type UndoMergeInput = {
  /** Id of the pair: of `RelatedWarning.pair` or of `Source.pair`. */
  readonly id: Scalars['ID']['input'];
  /** Return a pair that a reviewer accepted to the proposals instead of finding the two distinct. */
  readonly reopen?: Scalars['Boolean']['input'];
};

/** An early warning or a best practice, in its current version as you may see it. */
export type Warning = Node & {
  readonly __typename?: 'Warning';
  /** Warnings from others that report the same event, as far as you may read them, strongest evidence first. None is hidden or merged. At most 500. */
  readonly related: ReadonlyArray<RelatedWarning>;
  /** How many independent sources report it, as far as you may see, itself included. Two of the same publisher count once; one that forwards another's report does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What those who have it say of it. Counts begin at five members that everybody may know of, and are rounded down to fives. */
  readonly feedback: WarningFeedback;
  /**
   * For its publisher: how its recipients have answered, by sector. Of recipients that you see and that everybody may know of; numbers
   * begin at five and are rounded down to fives. Null for everyone else.
   */
  readonly answersBySector?: Maybe<AnswersBySector>;
  /**
   * What the last version that your member had before this one said, where this one says something else; for its publisher, the
   * version before. Null for a first version, a cancellation and a recall; where no version before was delivered to your member;
   * where you may not read that version by its own marking and audience; and where it was marked more strictly than this one, or
   * was to be handled by other rules.
   */
  readonly heldBefore?: Maybe<HeldVersion>;
  /**
   * Its urgency, raised by what is publicly known: IMMEDIATE where a CVE that every reader of it has is known to be exploited.
   * Filters by urgency, the order on the watch screen and notices go by it. `urgency` is what its publisher states.
   */
  readonly effectiveUrgency: Urgency;
  /** Its certainty, raised likewise: OBSERVED where a CVE that every reader of it has is known to be exploited. */
  readonly effectiveCertainty: Certainty;
  /** Why the effective grade is higher than its publisher states, as a sentence; null where it is the same. */
  readonly raisedBecause?: Maybe<Scalars['String']['output']>;
  /** What the reference sets know about what every reader of it has: the same for each of them. */
  readonly known: Known;
  /**
   * Its versions as far as you may have them, newest first: the current one, and of those before it the ones that were delivered to
   * your member and that you may read now by their own marking and audience; for the member that published it, each. Which others
   * there were tells their number alone. Of a recalled warning the former versions are its publisher's alone.
   */
  readonly versions: WarningVersionConnection;
  /** What differs between two of its versions; null when you may not have one of them, or there is none. */
  readonly difference?: Maybe<WarningDifference>;
  /** The same for all versions: `warning--…` or `practice--…`. */
  readonly id: Scalars['ID']['output'];
  /** Whether it is a warning or a practice. */
  readonly kind: ItemKind;
  /** From 1. `updateWarning` expects it. */
  readonly version: Scalars['Int']['output'];
  /** What this version does. */
  readonly messageType: MessageType;
  /** Whether it applies now. */
  readonly state: WarningState;
  /** One line, at most 140 characters. */
  readonly headline: Scalars['String']['output'];
  /** Plain text, at most 4,000 characters. */
  readonly summary: Scalars['String']['output'];
  /** Language of the texts, as a BCP 47 tag. */
  readonly language: Scalars['String']['output'];
  /** The texts in other languages. At most 12. */
  readonly translations: ReadonlyArray<Translation>;
  /** What to do, in order. At most 5; none for practices, which have `practice.steps`. */
  readonly actions: ReadonlyArray<Action>;
  /** Who to call. At most 5. */
  readonly contacts: ReadonlyArray<ContactPoint>;
  /** How soon to act, by its publisher's grade. */
  readonly urgency: Urgency;
  /** How bad it would be, by its publisher's grade. */
  readonly severity: Severity;
  /** How sure it is, by its publisher's grade. */
  readonly certainty: Certainty;
  /** Until when it applies; null when no end is set. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** What its publisher asks of those who get it. */
  readonly level: Level;
  /** By when an answer is asked for; null where none is. */
  readonly answerBy?: Maybe<Scalars['DateTime']['output']>;
  /** Ids of the hub's sectors that it is about, as its publisher states them. They say nothing of the audience. At most 60. */
  readonly sectorsConcerned: ReadonlyArray<Scalars['String']['output']>;
  /** Countries that it is about, ISO 3166-1 alpha-2, as its publisher states them. At most 260. */
  readonly countriesConcerned: ReadonlyArray<Scalars['String']['output']>;
  /** Who may have it. Null when the hub does not understand the marking; then only its publisher may read it. */
  readonly marking?: Maybe<Tlp>;
  /** The marking in words, to be shown with the content. */
  readonly markingInWords: Scalars['String']['output'];
  /** Copyright and other statement markings, to be shown with the content. They do not affect access. One for each statement that marks it. */
  readonly statements: ReadonlyArray<Scalars['String']['output']>;
  /** How it may be used, as opposed to who may have it; null when nothing is specified. */
  readonly handling?: Maybe<Handling>;
  /** Id of the exercise that it belongs to; null for real traffic. Show it wherever you show the warning. */
  readonly exercise?: Maybe<Scalars['String']['output']>;
  /** Who published it. Replaced by the hub (slug `withheld`) when the exchange policy forbids naming the publisher. */
  readonly publisher: Member;
  /** When the first version was published, by the hub's clock; of an imported advisory, its issuer's own date. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** When this version was published, by the hub's clock; of an imported advisory, its issuer's own date. Equals `publishedAt` for the first. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** When the hub took this version in, by its clock: `updatedAt`, but for an imported advisory. `since` goes by it. Of imports by releases before, `updatedAt`. */
  readonly takenInAt: Scalars['DateTime']['output'];
  /** The producer's own date of this version, where it differs; null otherwise. */
  readonly sourceModified?: Maybe<Scalars['DateTime']['output']>;
  /** Who issued it elsewhere, by name, where its publisher only brought it here: an advisory that was imported. Null where the publisher speaks for itself, and for what older releases imported. */
  readonly issuer?: Maybe<Scalars['String']['output']>;
  /** Why it was cancelled or withdrawn; null while it was not. */
  readonly cancelReason?: Maybe<Scalars['String']['output']>;
  /** Set where it was recalled, or is not addressed to you any more: then this is all that is left of it. Null otherwise. */
  readonly recall?: Maybe<Recall>;
  /** What this version changes of the one before, as sentences, one for each part that differs; empty for a first version. */
  readonly changes: ReadonlyArray<Scalars['String']['output']>;
  /** Where else it can be found. At most 50. */
  readonly externalReferences: ReadonlyArray<ExternalReference>;
  /** Vulnerabilities that it names, sorted, without those of objects that not every reader of it may read. At most 500. */
  readonly cves: ReadonlyArray<Scalars['String']['output']>;
  /** Why you have this. */
  readonly whyMe: Reason;
  /** Every source of the same advisory that you may see, oldest first. They are shown as one warning; each source is kept. At most 100. */
  readonly sources: ReadonlyArray<Source>;
  /** The STIX objects of this version, as far as you may see them. */
  readonly objects: StixObjectConnection;
  /**
   * What this version published as one STIX 2.1 bundle, without objects that were withdrawn or revoked since, with the marking
   * definitions they refer to and the definition of the hub's extension where it is used. Objects are as their producers wrote
   * them, so some may break rules of the standard that harm nobody.
   */
  readonly bundle: Scalars['JSON']['output'];
  /** What a best practice says; null for a warning. */
  readonly practice?: Maybe<Practice>;
  /**
   * For its publisher: who has it, over which channel, in which state. Lists members that the audience addresses or that the
   * public default matrix reaches, and others once they have acknowledged it. Null for everyone else.
   */
  readonly deliveries?: Maybe<DeliveryConnection>;
  /** Your own delivery of this version, or of the newest one that was brought to anybody where this one came silently; null when there is none, as for its publisher. */
  readonly myDelivery?: Maybe<Delivery>;
};


/** An early warning or a best practice, in its current version as you may see it. */
export type WarningVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An early warning or a best practice, in its current version as you may see it. */
export type WarningDifferenceArgs = {
  from: Scalars['Int']['input'];
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** An early warning or a best practice, in its current version as you may see it. */
export type WarningObjectsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An early warning or a best practice, in its current version as you may see it. */
export type WarningBundleArgs = {
  newest?: InputMaybe<Scalars['Boolean']['input']>;
  context?: InputMaybe<Scalars['Boolean']['input']>;
  strict?: Scalars['Boolean']['input'];
};


/** An early warning or a best practice, in its current version as you may see it. */
export type WarningDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Another warning about the same event, and why the two are linked. */
export type RelatedWarning = {
  readonly __typename?: 'RelatedWarning';
  /** The other warning, in its current version. */
  readonly warning: Warning;
  /** Who linked them: a rule or a reviewer. */
  readonly kind: RelationKind;
  /** Why, as sentences in English, strongest evidence first. One for each kind of evidence. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** The pair to pass to undoMerge. */
  readonly pair: Scalars['ID']['output'];
};

/** Who says that two warnings report one event. */
export type RelationKind =
  /** Linked by rule: they share enough evidence. */
  | 'CORROBORATES'
  /** Confirmed by a reviewer. */
  | 'DUPLICATE';

/** How far two warnings, or two objects, are taken for one. */
export type PairState =
  /** Both share an advisory id or a report, and are shown as one item with two sources. */
  | 'FOLDED'
  /** Linked by rule. */
  | 'LINKED'
  /** Waits for a reviewer. */
  | 'PROPOSED'
  /** A reviewer ruled that they are duplicates. */
  | 'ACCEPTED'
  /** A reviewer ruled that they are not. */
  | 'APART';

/** A page may be short, or empty, and still have a next one: most pairs are not for you to see. */
export type DuplicatePairConnection = {
  readonly __typename?: 'DuplicatePairConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<DuplicatePairEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `DuplicatePairConnection`. */
export type DuplicatePairEdge = {
  readonly __typename?: 'DuplicatePairEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The pair, with both warnings as you may read them. */
  readonly node: DuplicatePair;
};

/** Two warnings that may report one event. `node(id)` gives it to reviewers who may read both. */
export type DuplicatePair = Node & {
  readonly __typename?: 'DuplicatePair';
  /** Stable; the mutations take it. */
  readonly id: Scalars['ID']['output'];
  /** What a rule or a reviewer made of it. */
  readonly state: PairState;
  /** Both, in their current versions. Always two. */
  readonly warnings: ReadonlyArray<Warning>;
  /** Why, as sentences in English, strongest evidence first. One for each kind of evidence. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** How alike they are, from 0 to 1. docs/decisions/0010 explains the thresholds: from 0.35 proposed, from 0.72 linked. */
  readonly score: Scalars['Float']['output'];
};

/** The pair in its new state, or why it was refused. */
export type DuplicateResult = {
  readonly __typename?: 'DuplicateResult';
  /** Null when it was refused. */
  readonly pair?: Maybe<DuplicatePair>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The answers of the recipients, rolled up. */
export type AnswersBySector = {
  readonly __typename?: 'AnswersBySector';
  /** All sectors together. Null below five members. */
  readonly all?: Maybe<SectorAnswers>;
  /** By sector at the top of the hub's scheme, each member in the one that it names first; sectors with fewer than five members are among the others, which come last. Empty where that leaves one group. At most 60. */
  readonly sectors: ReadonlyArray<SectorAnswers>;
  /** The same sentence whatever is left out. */
  readonly notShown: Scalars['String']['output'];
};

/** How the recipients of a sector have answered. */
export type SectorAnswers = {
  readonly __typename?: 'SectorAnswers';
  /** Null for the others together, and for all. */
  readonly sector?: Maybe<Scalars['String']['output']>;
  /** How many recipients there are. */
  readonly members: Scalars['Int']['output'];
  /** Answers of five or more, in their order; those that gave none last. What is missing is fewer than five, or would tell of fewer. At most 7. */
  readonly answers: ReadonlyArray<AnswerCount>;
};

/** How many recipients gave an answer. */
export type AnswerCount = {
  readonly __typename?: 'AnswerCount';
  /** Null for no answer. */
  readonly answer?: Maybe<Acknowledgement>;
  /** At least so many. */
  readonly members: Scalars['Int']['output'];
};

/** Whose warnings. */
export type EffectOf =
  /** Those of your member: for those who follow up what it published. */
  | 'MEMBER'
  /** Those of all publishers together: for operators of the hub. */
  | 'HUB';

/** How far a delivery has come. */
export type EffectStep =
  /** It was handed to its channel. */
  | 'SENT'
  /** The feed was read, or the endpoint took it. */
  | 'DELIVERED'
  /** A person who had signed in opened it. No mail is tracked. */
  | 'OPENED'
  /** The member answered. */
  | 'ANSWERED'
  /** The member answered that it has acted. */
  | 'ACTED';

/** Whether your organisation has seen the same. */
export type Sighting =
  /** We have, and say no more. */
  | 'SEEN'
  /** We have, and `details` says what; the publisher sees them, if it may know of you. */
  | 'SEEN_WITH_DETAILS';

/** From when to when, and whose. */
export type EffectInput = {
  /** Whose warnings. */
  readonly of?: EffectOf;
  /** Published at this instant or later. */
  readonly since: Scalars['DateTime']['input'];
  /** Published before this instant; at most 366 days after `since`. */
  readonly until: Scalars['DateTime']['input'];
};

/** The figures, or why there are none. */
export type EffectResult = {
  readonly __typename?: 'EffectResult';
  /** By sector of the recipients and channel, at least five members each; all sectors together first. Empty when it was refused. At most 200. */
  readonly cells: ReadonlyArray<EffectCell>;
  /** Whether the oldest of the span were left out, because there are more than 2,000 versions or 100,000 deliveries. Choose a shorter span then. */
  readonly isPartial: Scalars['Boolean']['output'];
  /** Why there are none, one for each fault found; empty when there are. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Figures of the recipients of one sector by one channel. */
export type EffectCell = {
  readonly __typename?: 'EffectCell';
  /** A sector at the top of the hub's scheme; null for all together. */
  readonly sector?: Maybe<Scalars['String']['output']>;
  /** By which way they were reached. What a member did itself stands with each. */
  readonly channel: Channel;
  /** One for each step, in their order. At most 5. */
  readonly steps: ReadonlyArray<EffectFigures>;
};

/** How long a step took, from the publication of the version. */
export type EffectFigures = {
  readonly __typename?: 'EffectFigures';
  /** Which step. */
  readonly step: EffectStep;
  /** Minutes after which half of those that came so far had done so; null where fewer than five members did, where one made most of it, and where it would tell, beside other figures here, of fewer. */
  readonly medianMinutes?: Maybe<Scalars['Int']['output']>;
  /** Minutes after which nine in ten had; null likewise, and of fewer than ten, where it would be one member's. */
  readonly p90Minutes?: Maybe<Scalars['Int']['output']>;
};

/** What those who have a warning say of it. */
export type WarningFeedback = {
  readonly __typename?: 'WarningFeedback';
  /** How many members have seen the same: null below five, else rounded down to a multiple of five. */
  readonly seenBy?: Maybe<Scalars['Int']['output']>;
  /** Of those who said, how many in a hundred found it of use, rounded to tens; null where fewer than five said. */
  readonly usefulPercent?: Maybe<Scalars['Int']['output']>;
  /** For its publisher: what members that it may know of have seen. Empty for everybody else. At most 200. */
  readonly details: ReadonlyArray<SightingDetails>;
  /** What your own member has said; null where it has said nothing, and for its publisher. */
  readonly own?: Maybe<OwnFeedback>;
};

/** What your own member has said of a warning. What is said next takes its place. */
export type OwnFeedback = {
  readonly __typename?: 'OwnFeedback';
  /** Whether it was of use; null where it did not say. */
  readonly isUseful?: Maybe<Scalars['Boolean']['output']>;
  /** Whether it has seen the same; null where it did not say. */
  readonly sighting?: Maybe<Sighting>;
  /** What it has seen, at most 2,000 characters; null without. */
  readonly details?: Maybe<Scalars['String']['output']>;
  /** When it was said. */
  readonly at: Scalars['DateTime']['output'];
};

/** What a member has seen, in its words. */
export type SightingDetails = {
  readonly __typename?: 'SightingDetails';
  /** Who has seen it. */
  readonly member: Member;
  /** At most 2,000 characters. */
  readonly text: Scalars['String']['output'];
  /** When it was said. */
  readonly at: Scalars['DateTime']['output'];
};

/** What your organisation says of a warning. */
export type GiveFeedbackInput = {
  /** Id of the warning or practice. */
  readonly warning: Scalars['ID']['input'];
  /** Whether it was of use; nothing is said when left out. */
  readonly isUseful?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether you have seen the same; not said when left out. */
  readonly sighting?: InputMaybe<Sighting>;
  /** What you have seen, with SEEN_WITH_DETAILS, at most 2,000 characters. */
  readonly details?: InputMaybe<Scalars['String']['input']>;
};

/** Whether it was noted. */
export type FeedbackResult = {
  readonly __typename?: 'FeedbackResult';
  /** Whether it was noted. */
  readonly isNoted: Scalars['Boolean']['output'];
  /** Why it was not, one for each fault found; empty when it was. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A former version, for who had it: what it said and the current one does not. Whoever never had it gets none of it. */
export type HeldVersion = {
  readonly __typename?: 'HeldVersion';
  /** The version, from 1. */
  readonly version: Scalars['Int']['output'];
  /** When it was published. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The headline that it had; null where it is the same now. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** The text that it had; null where it is the same now. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** What it asked for (of a practice: its steps) and the current version does not, not even in other words: `changes` says how what is only reworded reads now. At most 50. */
  readonly actionsGone: ReadonlyArray<Scalars['String']['output']>;
  /** What the current version asks for and it did not, not even in other words. At most 50. */
  readonly actionsNew: ReadonlyArray<Scalars['String']['output']>;
  /** How the indicators differ. */
  readonly indicators: IndicatorsSince;
};

/** The indicators of one version against those of another, as far as you may see the objects or their history, and none that is marked more strictly than the warning. */
export type IndicatorsSince = {
  readonly __typename?: 'IndicatorsSince';
  /** Patterns that the former version held and the current one does not. At most 100. */
  readonly gone: ReadonlyArray<Scalars['String']['output']>;
  /** Patterns that the current version holds and the former one did not. At most 100. */
  readonly added: ReadonlyArray<Scalars['String']['output']>;
  /** Whether there are more than are listed. */
  readonly hasMore: Scalars['Boolean']['output'];
};

/** Which indicators: those that fit every field given. */
export type IndicatorFilter = {
  /** A value that the pattern names: an address, a host name, a URL or a hash, also written defanged (`hxxp`, `[.]`). Compared without regard to case. At most 2,048 characters. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
  /** STIX types of observables that the pattern is about, such as `ipv4-addr` or `file`: any of them. At most 20. */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Name or alias of malware or a tool that the same warning brings, without regard to case. */
  readonly malware?: InputMaybe<Scalars['String']['input']>;
  /** Number of an ATT&CK technique that the same warning brings, such as T1190; a technique includes its parts (T1059 also finds T1059.001). */
  readonly technique?: InputMaybe<Scalars['String']['input']>;
  /** Words that must all occur in the name or description of the indicator, or in the texts of its warning. At most 256 characters; no regular expressions. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Id of a warning or practice: only its own. */
  readonly warning?: InputMaybe<Scalars['ID']['input']>;
  /** Only those that are valid now: within their own time, not revoked, and of a warning that is neither cancelled nor expired. */
  readonly isValid?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of an exercise, for its traffic; real traffic when absent. The two are never mixed. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A page may be short or empty and still have `hasNextPage: true`, when a search has examined as many warnings as one page may, or
 * its indicators name 2,000 values together: continue with `after: endCursor` until it is false. With OLDEST_FIRST `endCursor` is never null: it only moves on.
 */
export type IndicatorConnection = {
  readonly __typename?: 'IndicatorConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<IndicatorEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `IndicatorConnection`. */
export type IndicatorEdge = {
  readonly __typename?: 'IndicatorEdge';
  /** Pass it as `after` to continue behind this row, in the same order. */
  readonly cursor: Scalars['String']['output'];
  /** The indicator, as one warning brings it. */
  readonly node: Indicator;
};

/** An indicator as one warning brings it: what to look for, how long, and on whose word. */
export type Indicator = {
  readonly __typename?: 'Indicator';
  /** The STIX object, with its sources, enrichment and versions. `IndicatorValue.warningLists` has the names of the lists of false positives. */
  readonly object: StixObject;
  /** Its name; null when it has none. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The pattern as its producer wrote it. A pattern of STIX can be matched with `tocsin stix match`. */
  readonly pattern: Scalars['String']['output'];
  /** The language of the pattern: `stix`, or another of the open vocabulary pattern-type-ov, such as `snort`, `sigma` or `yara`. */
  readonly patternType: Scalars['String']['output'];
  /** The values that a STIX pattern compares with `=` or `IN`, for block and watch lists. Empty for other languages, and where the pattern names none. At most 100; `valueCount` says whether there are more. */
  readonly values: ReadonlyArray<IndicatorValue>;
  /** How many values its pattern names. Those that `values` leaves out are in `pattern`, and `tocsin indicator list` prints all of them. */
  readonly valueCount: Scalars['Int']['output'];
  /** From when it is valid; null when its producer's instant cannot be read. */
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is valid; null when no end is stated. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is valid now: within its own time, not revoked, and its warning neither cancelled nor expired. Act on valid ones only. */
  readonly isValid: Scalars['Boolean']['output'];
  /** The producer's confidence, from 0 to 100; null when it states none. */
  readonly confidence?: Maybe<Scalars['Int']['output']>;
  /** The strictest of the indicator's own marking and its warning's; null when the hub does not understand it. */
  readonly marking?: Maybe<Tlp>;
  /** The warning or practice that brings it, in its current version. */
  readonly warning: Warning;
};

/** One value that a pattern names. */
export type IndicatorValue = {
  readonly __typename?: 'IndicatorValue';
  /** STIX type of the observable, such as `ipv4-addr`, `domain-name`, `url` or `file`. */
  readonly type: Scalars['String']['output'];
  /** The property that is compared, as a path, such as `value` or `hashes.'SHA-256'`. */
  readonly property: Scalars['String']['output'];
  /** The value as its producer wrote it, not defanged: do not show it as a link. */
  readonly value: Scalars['String']['output'];
  /**
   * Names of the lists of common false positives that it is on, or of a URL its host: look twice before you block it. By the notes that
   * `enrichment` of the object has, all of them. Empty where it is on none, for a network (which is not looked up), and until the hub
   * has looked: some seconds after it took the warning in. At most 50.
   */
  readonly warningLists: ReadonlyArray<Scalars['String']['output']>;
  /** Why no list of what to block may have it, by the form of its value and of its pattern; null for nothing. Of a URL its host is looked at. `tocsin indicator list --plain` leaves the same out. */
  readonly notToBlock?: Maybe<NotToBlock>;
};

/** Why a value that an indicator names is not to be blocked. */
export type NotToBlock =
  /** A sign only together with others of its pattern (AND, FOLLOWEDBY): alone it is none. */
  | 'ONLY_TOGETHER'
  /** An address or a network that is private, for a special purpose or so wide that much of the network is in it; or a name or URL of the machine itself. */
  | 'SPECIAL_NETWORK'
  /** Written so that what blocks may read another value: a line break, a character without width, blanks at an end, an address in another form than the usual one, a range, an address with a port. */
  | 'UNUSUAL_FORM';

/** Work that follows from an entry of the record. */
export type Job = {
  readonly __typename?: 'Job';
  /** The same for ever. */
  readonly jobId: Scalars['ID']['output'];
  /** What it does, such as `target-warning`. */
  readonly name: Scalars['String']['output'];
  /** How it stands. */
  readonly state: JobState;
  /** The event that it follows from, such as `warning.published`. */
  readonly event: Scalars['String']['output'];
  /** When that happened. */
  readonly causedAt: Scalars['DateTime']['output'];
  /** How often it was started. */
  readonly starts: Scalars['Int']['output'];
  /** How often it failed. */
  readonly failures: Scalars['Int']['output'];
  /** Kind of the last failure, such as `SyntaxError`; null where it did not fail. */
  readonly cause?: Maybe<Scalars['String']['output']>;
  /** The last failure as a sentence in English; null likewise. */
  readonly causeInWords?: Maybe<Scalars['String']['output']>;
  /** When it was given up; null while it was not, and for one that an older release gave up. */
  readonly givenUpAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How a job stands. */
export type JobState =
  /** Given up, until an operator has it tried again or discards it. */
  | 'DEAD'
  /** It failed, and is tried again by itself. */
  | 'FAILING'
  /** It waits or runs. */
  | 'OPEN';

/** Jobs, and whether these are all. */
export type JobList = {
  readonly __typename?: 'JobList';
  /** At most 200. */
  readonly jobs: ReadonlyArray<Job>;
  /** Whether there are more. */
  readonly isCut: Scalars['Boolean']['output'];
};

/** The job that is meant. */
export type JobInput = {
  /** Its `jobId`. */
  readonly job: Scalars['ID']['input'];
};

/** Whether it was done, or why not. */
export type JobResult = {
  readonly __typename?: 'JobResult';
  /** Whether it was done. */
  readonly isDone: Scalars['Boolean']['output'];
  /** Why it was not, one for each fault found; empty when it was. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The releases that a hub runs on. */
export type HubVersions = {
  readonly __typename?: 'HubVersions';
  /** Of Tocsin. */
  readonly hub: Scalars['String']['output'];
  /** Of Node, without a `v`. */
  readonly node: Scalars['String']['output'];
  /** Of the MongoDB server; null where it does not answer in time. */
  readonly mongodb?: Maybe<Scalars['String']['output']>;
  /** Of the Redis server; null where it does not answer in time. The hub answers without it. */
  readonly redis?: Maybe<Scalars['String']['output']>;
};

/** Whose keys. */
export type KeysOf =
  /** Yours. */
  | 'OWN'
  /** Of the machines, screens and persons of your member. */
  | 'MEMBER';

/** Whose a key is. */
export type KeyKind =
  /** Yours. */
  | 'OWN'
  /** A machine's of your member. */
  | 'MACHINE'
  /** A wall screen's of your member: it reads, never TLP:RED, for 90 days at most. */
  | 'SCREEN';

/** Whether a key is accepted. */
export type KeyState =
  /** It lets its holder in. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** Somebody ended it. */
  | 'REVOKED';

/** A key, without its secret. */
export type AccessKey = {
  readonly __typename?: 'AccessKey';
  /** The public part. */
  readonly keyId: Scalars['ID']['output'];
  /** Whose it is, as people write it; null for a machine or a screen. */
  readonly person?: Maybe<Scalars['String']['output']>;
  /** What it is for. */
  readonly label: Scalars['String']['output'];
  /** What it may do; null for all that its person may. At most 9. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** What it is limited to, on top of its roles; empty for no limits. At most 30. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  /** Networks that it may come from; empty for any. At most 20. */
  readonly ranges: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it is accepted. */
  readonly state: KeyState;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it expires; null for never, which only the operator of the hub can give. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last used, to the hour; null for never. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The key that replaces it; null for none. */
  readonly replacedBy?: Maybe<Scalars['ID']['output']>;
};

/** A key to make. */
export type CreateKeyInput = {
  /** Whose. */
  readonly kind: KeyKind;
  /** What it is for, at most 200 characters. */
  readonly label: Scalars['String']['input'];
  /** Of your own key some of your roles, all of them when absent; of a machine at least one. None for a screen. At most 9. */
  readonly roles?: InputMaybe<ReadonlyArray<Role>>;
  /** What it is limited to, some of `keyScopes`, at most 30; no limits when absent. */
  readonly scopes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Networks that it may come from, as CIDR; any when absent. At most 20. Refused by a hub that does not know the addresses of its callers. */
  readonly ranges?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Days until it expires, at most 730 (90 for a screen); 365 when absent (90). */
  readonly days?: InputMaybe<Scalars['Int']['input']>;
};

/** A key to replace. */
export type RotateKeyInput = {
  /** As `keys` gives it, `keyId`. */
  readonly id: Scalars['ID']['input'];
  /** Hours for which the former one works on, at most 168. */
  readonly overlapHours?: InputMaybe<Scalars['Int']['input']>;
};

/** A key to end. */
export type RevokeKeyInput = {
  /** As `keys` gives it, `keyId`. */
  readonly id: Scalars['ID']['input'];
  /** Only says which key would end: it is given as it is. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The key as it is now, or why nothing was done. */
export type KeyResult = {
  readonly __typename?: 'KeyResult';
  /** Null when it was refused. */
  readonly key?: Maybe<AccessKey>;
  /** The secret, shown only now; null when no key was made. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** One row of the feed, or one event of the stream. */
export type FeedEdge = {
  readonly __typename?: 'FeedEdge';
  /**
   * Why it comes in a stream. In a page it is VERSION; newest first with `since`, RAISED where the hub raised its grade at that
   * instant or later and told its readers.
   */
  readonly occasion: Occasion;
  /** Its place. The same in the feed, in either order, and in the stream, as long as the version is current. */
  readonly cursor: Scalars['String']['output'];
  /** The warning or practice. */
  readonly node: Warning;
};

/** Which items: those that fit every field given. A cursor holds for the filter that it was made with. */
export type FeedFilter = {
  /** Any of these, as effective urgency. At most 5. */
  readonly urgencies?: InputMaybe<ReadonlyArray<Urgency>>;
  /** Any of these, as effective certainty. At most 5. */
  readonly certainties?: InputMaybe<ReadonlyArray<Certainty>>;
  /** Ids of the hub's sectors, as publishers state them in `sectorsConcerned`: any of them. A parent includes its children. At most 10. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only warnings, or only practices. */
  readonly kind?: InputMaybe<ItemKind>;
  /** Any of these. At most 5. */
  readonly severities?: InputMaybe<ReadonlyArray<Severity>>;
  /** A country that publishers state in `countriesConcerned`: ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Words that must all occur, each as the beginning of one: in its texts, external ids and CVEs, or in what every reader has of its objects, which are values, hashes, and names of malware, actors, techniques and products (at most 4,000 words of a warning count, names before values: `indicators` finds a value behind them). At most 256 characters; no regular expressions. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** The id of an exercise, for its traffic; real traffic when absent. The two are never mixed. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
};

/** Why a warning comes in a stream. */
export type Occasion =
  /** It is a new version. */
  | 'VERSION'
  /** The hub raised its effective grade after a reference set was refreshed; `raisedBecause` says why. Its publisher made no new version. */
  | 'RAISED'
  /** Its validity has ended: `validUntil` is past. Whoever holds it keeps it by its id until its time in this hub is over. */
  | 'ENDED';

/** What the reference sets know about a warning. Each list has at most 20 entries, the weightiest first; the count beside it is of all. */
export type Known = {
  readonly __typename?: 'Known';
  /** All of it as sentences, the weightiest first, each with its source and date; of each kind at most three, and how many more there are. */
  readonly inWords: ReadonlyArray<Scalars['String']['output']>;
  /** CVEs in CISA's catalogue of known exploited vulnerabilities. At most 20. */
  readonly exploited: ReadonlyArray<KnownExploited>;
  /** How many CVEs are in that catalogue. */
  readonly exploitedCount: Scalars['Int']['output'];
  /** CISA's decisions by the Stakeholder-Specific Vulnerability Categorization (SSVC). At most 20. */
  readonly decisions: ReadonlyArray<KnownDecision>;
  /** How many CVEs have such a decision. */
  readonly decisionCount: Scalars['Int']['output'];
  /** CVSS scores as their providers publish them. At most 20. */
  readonly scores: ReadonlyArray<KnownScore>;
  /** How many scores there are. */
  readonly scoreCount: Scalars['Int']['output'];
  /** Probabilities of exploitation by FIRST's Exploit Prediction Scoring System (EPSS). At most 20. */
  readonly probabilities: ReadonlyArray<KnownProbability>;
  /** How many CVEs have such a probability. */
  readonly probabilityCount: Scalars['Int']['output'];
  /** ATT&CK techniques: those that the publisher names, then those that use the weaknesses of its vulnerabilities. At most 20. */
  readonly techniques: ReadonlyArray<KnownTechnique>;
  /** How many techniques there are; of those that objects name, 50 count. */
  readonly techniqueCount: Scalars['Int']['output'];
  /** Values of its indicators that are on a list of what looks like an indicator and mostly is none. At most 20. */
  readonly falsePositives: ReadonlyArray<KnownFalsePositive>;
  /** How many such values there are, of the first 500 objects with values that all its readers have. */
  readonly falsePositiveCount: Scalars['Int']['output'];
};

/** A reference set, as loaded now. */
export type KnownSource = {
  readonly __typename?: 'KnownSource';
  /** Its name, such as `CISA KEV`. */
  readonly name: Scalars['String']['output'];
  /** The version or day that it states. */
  readonly version: Scalars['String']['output'];
  /** Where it is published. */
  readonly url: Scalars['String']['output'];
};

/** A vulnerability that is known to be exploited. */
export type KnownExploited = {
  readonly __typename?: 'KnownExploited';
  /** The vulnerability by its number, such as `CVE-2024-3400`. */
  readonly cve: Scalars['String']['output'];
  /** Since when it is in the catalogue, YYYY-MM-DD. */
  readonly since: Scalars['String']['output'];
  /** By when United States federal agencies have to act, YYYY-MM-DD; null where none is given. */
  readonly dueDate?: Maybe<Scalars['String']['output']>;
  /** Whether it is known to be used in ransomware campaigns. */
  readonly inRansomware: Scalars['Boolean']['output'];
  /** The catalogue. */
  readonly source: KnownSource;
};

/** A decision by SSVC. */
export type KnownDecision = {
  readonly __typename?: 'KnownDecision';
  /** The vulnerability by its number, such as `CVE-2024-3400`. */
  readonly cve: Scalars['String']['output'];
  /** What to do by CISA's coordinator table, with mission and well-being taken as medium. */
  readonly decision: SsvcDecision;
  /** What is known of exploitation. */
  readonly exploitation: SsvcExploitation;
  /** Whether exploitation can be automated. */
  readonly isAutomatable: Scalars['Boolean']['output'];
  /** How much control an attacker gains. */
  readonly technicalImpact: SsvcTechnicalImpact;
  /** When its decision points were set, YYYY-MM-DD. */
  readonly decidedOn: Scalars['String']['output'];
  /** The set. */
  readonly source: KnownSource;
};

/** What SSVC says is to be done about a vulnerability. */
export type SsvcDecision =
  /** Remediate it within standard update timelines. */
  | 'track'
  /** `track*`: as TRACK, and watch closely whether anything changes. */
  | 'track*'
  /** Remediate it sooner than standard update timelines. */
  | 'attend'
  /** Remediate it as soon as possible. */
  | 'act';

/** What is known of the exploitation of a vulnerability, by SSVC. */
export type SsvcExploitation =
  /** No evidence of exploitation, and no public proof of concept. */
  | 'none'
  /** There is a public proof of concept. */
  | 'poc'
  /** It is reliably known that it is exploited. */
  | 'active';

/** How much control an attacker gains by a vulnerability, by SSVC. */
export type SsvcTechnicalImpact =
  /** Limited control, or information about the component. */
  | 'partial'
  /** Total control of the component, or all that it knows. */
  | 'total';

/** How severe a CVSS score is, by the scale that CVSS 3 and 4 share. */
export type CvssBand =
  /** Zero: without any impact. */
  | 'NONE'
  /** 0.1 to 3.9. */
  | 'LOW'
  /** 4.0 to 6.9. */
  | 'MEDIUM'
  /** 7.0 to 8.9. */
  | 'HIGH'
  /** 9.0 to 10.0. */
  | 'CRITICAL';

/** A CVSS score. */
export type KnownScore = {
  readonly __typename?: 'KnownScore';
  /** The vulnerability by its number, such as `CVE-2024-3400`. */
  readonly cve: Scalars['String']['output'];
  /** Version of CVSS: 3.0, 3.1 or 4.0. */
  readonly cvssVersion: Scalars['String']['output'];
  /** 0.0 to 10.0. */
  readonly score: Scalars['Float']['output'];
  /** How severe that is. */
  readonly band: CvssBand;
  /** How the score comes about, such as `CVSS:3.1/AV:N/AC:L/…`. */
  readonly vector: Scalars['String']['output'];
  /** Who scored it. */
  readonly provider: Scalars['String']['output'];
  /** The set. */
  readonly source: KnownSource;
};

/** A probability of exploitation. */
export type KnownProbability = {
  readonly __typename?: 'KnownProbability';
  /** The vulnerability by its number, such as `CVE-2024-3400`. */
  readonly cve: Scalars['String']['output'];
  /** That it is exploited within 30 days, 0 to 1. */
  readonly probability: Scalars['Float']['output'];
  /** The share of all CVEs with the same or a lower probability, 0 to 1. */
  readonly percentile: Scalars['Float']['output'];
  /** The day of the score, YYYY-MM-DD. */
  readonly scoredOn: Scalars['String']['output'];
  /** The set. */
  readonly source: KnownSource;
};

/** An ATT&CK technique. */
export type KnownTechnique = {
  readonly __typename?: 'KnownTechnique';
  /** Its number in ATT&CK, such as T1190; null where the publisher gives only a name. */
  readonly techniqueId?: Maybe<Scalars['String']['output']>;
  /** What ATT&CK calls it, such as `Exploit Public-Facing Application`. */
  readonly name: Scalars['String']['output'];
  /** The weakness that it uses (CWE); null for a technique that the publisher names. */
  readonly weakness?: Maybe<Scalars['String']['output']>;
  /** The set; null for a technique that the publisher names. */
  readonly source?: Maybe<KnownSource>;
};

/** A value on a warning list. */
export type KnownFalsePositive = {
  readonly __typename?: 'KnownFalsePositive';
  /** The address, host name, URL or digest. */
  readonly value: Scalars['String']['output'];
  /** Name of the list. */
  readonly list: Scalars['String']['output'];
  /** The set. */
  readonly source: KnownSource;
};

/** How far a member is in its life in the partnership. */
export type Standing =
  /** It is new: it receives nothing above TLP:GREEN. */
  | 'PROBATION'
  /** A full member. */
  | 'MEMBER'
  /** Kept from taking part for a time. */
  | 'SUSPENDED'
  /** It takes part no more. */
  | 'LEFT';

/** How far an application is. */
export type ApplicationStage =
  /** It was made. */
  | 'APPLICANT'
  /** The hub has verified its identity and legal basis. */
  | 'VERIFIED'
  /** Enough members answer for it; its names are still looked at. */
  | 'SPONSORED'
  /** Any full member may object until windowEndsAt. */
  | 'OBJECTION_WINDOW'
  /** It became a member. */
  | 'ADMITTED'
  /** The hub refused it. */
  | 'REFUSED'
  /** It was withdrawn. */
  | 'WITHDRAWN';

/** Of which register an identifier is. */
export type IdentifierType =
  /** The number in a State's register of companies or bodies. */
  | 'REGISTRATION'
  /** Legal Entity Identifier, ISO 17442. */
  | 'LEI'
  /** D-U-N-S number: nine digits. */
  | 'DUNS';

/** An identifier of an organisation. */
export type MemberIdentifier = {
  readonly __typename?: 'MemberIdentifier';
  /** Of which register. */
  readonly type: IdentifierType;
  /** As the register writes it. */
  readonly value: Scalars['String']['output'];
};

/** Everything of a member that it, or the hub, administers. */
export type MemberFacts = {
  readonly __typename?: 'MemberFacts';
  /** What everybody who is told of it knows. */
  readonly member: Member;
  /** How far it is. */
  readonly standing: Standing;
  /** When it joined: it reads what was issued from then on. Null for a member since the beginning of the hub. */
  readonly joinedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its probation is over; null for a member that is on none, or whose end follows from the policy of then. */
  readonly probationEndsAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its facts were last attested; null where nobody is asked. */
  readonly attestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When they are to be attested again; null where nobody is asked. */
  readonly attestationDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it receives nothing above TLP:GREEN: on probation, or overdue with its attestation. */
  readonly isCapped: Scalars['Boolean']['output'];
  /** Since when it is suspended; null for a member that is not. */
  readonly suspendedSince?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is suspended; null for a member that is not. */
  readonly suspensionReason?: Maybe<Scalars['String']['output']>;
  /** Its name in Latin letters; null where its own script is Latin, or nobody gave it. */
  readonly latinName?: Maybe<Scalars['String']['output']>;
  /** Further countries that it serves. At most 60. */
  readonly countries: ReadonlyArray<Scalars['String']['output']>;
  /** Sectors of the hub's scheme. At most 60. */
  readonly sectors: ReadonlyArray<Scalars['String']['output']>;
  /** At most 10. */
  readonly identifiers: ReadonlyArray<MemberIdentifier>;
  /** Address of its web site; null where nobody gave it. */
  readonly website?: Maybe<Scalars['String']['output']>;
  /** BCP 47, most wanted first. At most 20. */
  readonly languages: ReadonlyArray<Scalars['String']['output']>;
  /** A zone of the IANA database; null where nobody gave it. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
  /** Whether it may publish. */
  readonly mayPublish: Scalars['Boolean']['output'];
  /** Whether it is left out of warnings that only a dependency would bring. Null for anybody but itself. */
  readonly optsOutOfCascade?: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is absent for members that it has not named. Null for anybody but itself. */
  readonly isUnlisted?: Maybe<Scalars['Boolean']['output']>;
  /** Slugs of the members to whom it is listed nevertheless. Null for anybody but itself. At most 200. */
  readonly listedTo?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Slugs of the members that are its clients in the sense of TLP:AMBER, without those that are unlisted to it. Null for anybody but itself. At most 200. */
  readonly clients?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What it needs of others, as it declared. Null for anybody but itself. At most 200. */
  readonly dependencies?: Maybe<ReadonlyArray<Dependency>>;
};

/** A dependency that a member declared: nobody else sees it. */
export type Dependency = {
  readonly __typename?: 'Dependency';
  /** Slug of the member that provides. */
  readonly provider: Scalars['String']['output'];
  /** What is needed of it. */
  readonly service: Scalars['String']['output'];
  /** Share of its function lost without it, from 0 to 1. */
  readonly strength: Scalars['Float']['output'];
  /** Share of that which a substitute covers, from 0 to 1. */
  readonly redundancy: Scalars['Float']['output'];
  /** Hours until the loss is felt; null where unknown. */
  readonly bufferHours?: Maybe<Scalars['Float']['output']>;
};

/** What the hub asks of an applicant. 0 switches a part off. */
export type AdmissionPolicy = {
  readonly __typename?: 'AdmissionPolicy';
  /** Counts from 0, the policy that every hub begins with. */
  readonly version: Scalars['Int']['output'];
  /** How many full members answer for it, of different sectors or States. */
  readonly sponsors: Scalars['Int']['output'];
  /** Days in which any full member may object. */
  readonly objectionDays: Scalars['Int']['output'];
  /** Days on which it receives nothing above TLP:GREEN. */
  readonly probationDays: Scalars['Int']['output'];
  /** From when on it is in force. */
  readonly at: Scalars['DateTime']['output'];
};

/** An organisation that asks to be admitted. `node(id)` gives it to administrators. */
export type Application = Node & {
  readonly __typename?: 'Application';
  /** Stable; the mutations take it. */
  readonly id: Scalars['ID']['output'];
  /** How far it is. */
  readonly stage: ApplicationStage;
  /** Short name that it would have. */
  readonly slug: Scalars['String']['output'];
  /** The name of the organisation, in its own script. */
  readonly name: Scalars['String']['output'];
  /** What kind of organisation it is. */
  readonly kind: MemberKind;
  /** Where it is established. */
  readonly country: Scalars['String']['output'];
  /** Its sectors. At most 60. */
  readonly sectors: ReadonlyArray<Scalars['String']['output']>;
  /** Whom to call there. Empty once the application has been decided for as long as such things are kept (class APPLICATIONS). */
  readonly contact: Scalars['String']['output'];
  /** To operators of the hub: whether they look at its names first, which may be taken for another's. False for everybody else. */
  readonly needsReview: Scalars['Boolean']['output'];
  /** Slugs of the members that answer for it. At most 60. */
  readonly sponsors: ReadonlyArray<Scalars['String']['output']>;
  /** How many members object. Why, they tell the hub. */
  readonly objections: Scalars['Int']['output'];
  /** Who objects and why, at most 200: to operators of the hub all of them, to anybody else only what its own member said. */
  readonly standingObjections: ReadonlyArray<ApplicationObjection>;
  /** When it was made. */
  readonly madeAt: Scalars['DateTime']['output'];
  /** Until when members may object; null where that has not begun. */
  readonly windowEndsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused, to operators of the hub and to members that answer for it; null for anybody else, and where nobody said. */
  readonly refusal?: Maybe<Scalars['String']['output']>;
};

/** Organisations that ask to be admitted, newest first. */
export type ApplicationConnection = {
  readonly __typename?: 'ApplicationConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<ApplicationEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `ApplicationConnection`. */
export type ApplicationEdge = {
  readonly __typename?: 'ApplicationEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The application, as you may see it. */
  readonly node: Application;
};

/** A member that objects to an applicant. */
export type ApplicationObjection = {
  readonly __typename?: 'ApplicationObjection';
  /** Its slug. */
  readonly member: Scalars['String']['output'];
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** When it was said last. */
  readonly at: Scalars['DateTime']['output'];
};

/** The member as it is now, or why nothing was done. */
export type MemberFactsResult = {
  readonly __typename?: 'MemberFactsResult';
  /** Null when it was refused. */
  readonly facts?: Maybe<MemberFacts>;
  /** Slugs of the communities that have lost their last active member by this, of those that you may know it of; their managers are told. At most 500. */
  readonly emptied: ReadonlyArray<Scalars['String']['output']>;
  /** Empty when it was done. At most 50. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The application as it is now, or why nothing was done. */
export type ApplicationResult = {
  readonly __typename?: 'ApplicationResult';
  /** Null when it was refused. */
  readonly application?: Maybe<Application>;
  /** Empty when it was done. At most 50. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A one-time link for an applicant, or why there is none. */
export type ApplicantInvitation = {
  readonly __typename?: 'ApplicantInvitation';
  /** The secret of the link, shown once; null when it was refused. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** Until when it is good; null when it was refused. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Empty when it was made. At most 50. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The policy as it is now, or why nothing was done. */
export type AdmissionPolicyResult = {
  readonly __typename?: 'AdmissionPolicyResult';
  /** Null when it was refused. */
  readonly policy?: Maybe<AdmissionPolicy>;
  /** Empty when it was done. At most 50. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** An identifier of an organisation. */
export type MemberIdentifierInput = {
  /** Of which register. */
  readonly type: IdentifierType;
  /** As the register writes it. */
  readonly value: Scalars['String']['input'];
};

/** What changes of a member; what is absent stays. */
export type ChangeMemberInput = {
  /** Slug of the member; your own when absent. */
  readonly member?: InputMaybe<Scalars['String']['input']>;
  /** Its name, in its own script. A new one is given by the hub alone; a member may write its own in another way. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Its name in Latin letters. The hub alone; a member may take it away. */
  readonly latinName?: InputMaybe<Scalars['String']['input']>;
  /** What kind of organisation it is. The hub alone. */
  readonly kind?: InputMaybe<MemberKind>;
  /** Where it is established. The hub alone. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Further countries that it serves, at most 60; the hub alone adds one. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Sectors of the scheme, at most 60; the hub alone adds one. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** All that it has in registers, at most 10. */
  readonly identifiers?: InputMaybe<ReadonlyArray<MemberIdentifierInput>>;
  /** Address of its web site. */
  readonly website?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47, most wanted first, at most 20. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** IANA. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Whether it may publish. The hub alone. */
  readonly mayPublish?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is left out of warnings that only a dependency would bring. The member alone. */
  readonly optsOutOfCascade?: InputMaybe<Scalars['Boolean']['input']>;
  /** Slugs of its clients in the sense of TLP:AMBER, at most 200. Those that `memberFacts` does not show, since they are unlisted to it, stay beside those that are given; an empty list ends them too. The member alone. */
  readonly clients?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** That the hub has looked at the names, which look like another's. The hub alone. */
  readonly namesAreClear?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which member, and why. */
export type SuspendMemberInput = {
  /** Slug of the member. */
  readonly member: Scalars['String']['input'];
  /** Why, at most 500 characters; for administrators. */
  readonly reason: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which member. */
export type ReinstateMemberInput = {
  /** Slug of the member. */
  readonly member: Scalars['String']['input'];
};

/** Which member. */
export type EndMembershipInput = {
  /** Slug of the member; your own when absent. */
  readonly member?: InputMaybe<Scalars['String']['input']>;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What an organisation would be. */
export type ApplicationInput = {
  /** Short name: at most 64 of a-z, 0-9 and hyphens. It never changes. */
  readonly slug: Scalars['String']['input'];
  /** Its name, in its own script. */
  readonly name: Scalars['String']['input'];
  /** Its name in Latin letters. */
  readonly latinName?: InputMaybe<Scalars['String']['input']>;
  /** What kind of organisation it is. */
  readonly kind: MemberKind;
  /** Where it is established. */
  readonly country: Scalars['String']['input'];
  /** Further countries that it serves, at most 60. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Sectors of the hub's scheme, at most 60. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What registers know it by, at most 10. */
  readonly identifiers?: InputMaybe<ReadonlyArray<MemberIdentifierInput>>;
  /** Address of its web site. */
  readonly website?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47, most wanted first, at most 20. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** IANA. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Whom to call there, at most 500 characters. */
  readonly contact: Scalars['String']['input'];
  /** Your member says so where it is unlisted: sponsors are named to all administrators. */
  readonly agreesToBeNamed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One of the first members of a hub. */
export type AdmitMemberInput = {
  /** Short name: at most 64 of a-z, 0-9 and hyphens. It never changes. */
  readonly slug: Scalars['String']['input'];
  /** Its name, in its own script. */
  readonly name: Scalars['String']['input'];
  /** Its name in Latin letters. */
  readonly latinName?: InputMaybe<Scalars['String']['input']>;
  /** What kind of organisation it is. */
  readonly kind: MemberKind;
  /** Where it is established. */
  readonly country: Scalars['String']['input'];
  /** Further countries that it serves, at most 60. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Sectors of the hub's scheme, at most 60. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether it may publish. */
  readonly mayPublish?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What your member needs of another. */
export type DeclareDependencyInput = {
  /** Slug of the member that provides. */
  readonly provider: Scalars['String']['input'];
  /** What is needed of it, at most 200 characters. */
  readonly service: Scalars['String']['input'];
  /** Share of your function lost without it, from 0 to 1. */
  readonly strength: Scalars['Float']['input'];
  /** Share of that which a substitute covers, from 0 to 1. */
  readonly redundancy?: InputMaybe<Scalars['Float']['input']>;
  /** Hours until the loss is felt; null where unknown. */
  readonly bufferHours?: InputMaybe<Scalars['Float']['input']>;
};

/** Which dependency of your member. */
export type WithdrawDependencyInput = {
  /** Slug of the member that provides. */
  readonly provider: Scalars['String']['input'];
  /** What was needed of it, as it was declared. */
  readonly service: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which application. */
export type VerifyApplicationInput = {
  /** As `applications` gives it. */
  readonly id: Scalars['ID']['input'];
  /** Another slug, agreed with the applicant. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** Whether its names were looked at, and are clear. While `needsReview` is true and they are not, it stays an applicant. */
  readonly namesAreClear?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which application. */
export type SponsorApplicationInput = {
  /** As `applications` gives it. */
  readonly id: Scalars['ID']['input'];
  /** An unlisted member says so: sponsors are named to all administrators. */
  readonly agreesToBeNamed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which application, and why. */
export type ObjectToApplicationInput = {
  /** As `applications` gives it. */
  readonly id: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  readonly reason: Scalars['String']['input'];
};

/** Which objection. */
export type SetAsideObjectionInput = {
  /** As `applications` gives it. */
  readonly id: Scalars['ID']['input'];
  /** Slug of the member that objects. */
  readonly member: Scalars['String']['input'];
};

/** Which application. */
export type DecideApplicationInput = {
  /** As `applications` gives it. */
  readonly id: Scalars['ID']['input'];
  /** Why it is refused, at most 500 characters, for members that answer for it. Other acts leave it out. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What changes of the admission policy. */
export type ChangeAdmissionPolicyInput = {
  /** From 0 to 10. */
  readonly sponsors?: InputMaybe<Scalars['Int']['input']>;
  /** From 0 to 365. */
  readonly objectionDays?: InputMaybe<Scalars['Int']['input']>;
  /** From 0 to 730. */
  readonly probationDays?: InputMaybe<Scalars['Int']['input']>;
};

/** What is attested. */
export type AttestMemberInput = {
  /** Whether all that `memberFacts` shows is right. Change what is not first. */
  readonly areFactsRight: Scalars['Boolean']['input'];
};

/** For how long an organisation may apply. */
export type InviteApplicantInput = {
  /** Hours until the link expires, from 1 to 720. */
  readonly hours?: InputMaybe<Scalars['Int']['input']>;
};

/** The two objects to join. Which is `one` and which is `other` makes no difference. */
export type AcceptObjectDuplicateInput = {
  /** STIX id of an object with names: malware, tool, threat-actor, intrusion-set or campaign. */
  readonly one: Scalars['ID']['input'];
  /** STIX id of the other, of the same type. */
  readonly other: Scalars['ID']['input'];
};

/** The two objects to rule out. Which is `one` and which is `other` makes no difference. */
export type RejectObjectDuplicateInput = {
  /** STIX id of an object with names: malware, tool, threat-actor, intrusion-set or campaign. */
  readonly one: Scalars['ID']['input'];
  /** STIX id of the other, of the same type. */
  readonly other: Scalars['ID']['input'];
};

/** The two objects to separate. */
export type UndoObjectMergeInput = {
  /** STIX id of an object with names: malware, tool, threat-actor, intrusion-set or campaign. */
  readonly one: Scalars['ID']['input'];
  /** STIX id of one of its `sources`. */
  readonly other: Scalars['ID']['input'];
};

/** A page may be short, or empty, and still have a next one: most pairs are not for you to see. */
export type ObjectDuplicateConnection = {
  readonly __typename?: 'ObjectDuplicateConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<ObjectDuplicateEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `ObjectDuplicateConnection`. */
export type ObjectDuplicateEdge = {
  readonly __typename?: 'ObjectDuplicateEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The pair, with both objects as you see them. */
  readonly node: ObjectDuplicate;
};

/** Two objects of a type that has names and aliases (malware, tool, threat-actor, intrusion-set, campaign), and the evidence that they describe one entity. */
export type ObjectDuplicate = {
  readonly __typename?: 'ObjectDuplicate';
  /** LINKED: one has the name of the other. */
  readonly state: PairState;
  /** Both objects as you see them. A ruling on one applies to every object with its name that you can read. Always two. */
  readonly objects: ReadonlyArray<StixObject>;
  /** Aliases or the name that both have, as far as you may read them. At most 200: those of the two objects. */
  readonly sharedNames: ReadonlyArray<Scalars['String']['output']>;
  /** Why, as sentences in English. One for each kind of evidence. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
};

/** The pair in its new state, or why it was refused. */
export type ObjectDuplicateResult = {
  readonly __typename?: 'ObjectDuplicateResult';
  /** Null when it was refused. */
  readonly pair?: Maybe<ObjectDuplicate>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Whether a person may act. */
export type PersonState =
  /** Has a link, and no way to sign in yet. */
  | 'INVITED'
  /** May sign in. */
  | 'ACTIVE'
  /** Did nothing for 180 days, and needs a new link. */
  | 'DORMANT'
  /** Left, or was taken out by an administrator. */
  | 'DEACTIVATED'
  /** Its personal data is gone. */
  | 'ERASED';

/** Who sees a contact detail. */
export type ContactVisibility =
  /** Its own member. */
  | 'MEMBER'
  /** Also members whose warnings its member has answered under its name, outside of exercises. */
  | 'COUNTERPARTS'
  /** Every member to whom its member is listed. */
  | 'PARTNERSHIP';

/** What a contact detail is. */
export type ContactKind =
  /** Mail. */
  | 'EMAIL'
  /** A telephone of the office. */
  | 'PHONE'
  /** A mobile telephone. */
  | 'MOBILE'
  /** A satellite telephone. */
  | 'SATELLITE_PHONE'
  /** A postal address. */
  | 'POSTAL'
  /** Anything else: a radio call sign, a key server. */
  | 'OTHER';

/** A way to reach a person. */
export type ContactDetail = {
  readonly __typename?: 'ContactDetail';
  /** What it is. */
  readonly kind: ContactKind;
  /** The number or address, at most 300 characters. */
  readonly value: Scalars['String']['output'];
  /** Who sees it. */
  readonly visibleTo: ContactVisibility;
};

/** A person of your member, as its administrators and itself see it. */
export type Person = {
  readonly __typename?: 'Person';
  /** `<member slug>/<uuid>`, which is never reused. */
  readonly personId: Scalars['ID']['output'];
  /** `<member slug>/<handle>`, as people write it; the id once the handle is free for others. */
  readonly written: Scalars['String']['output'];
  /** As the person writes its name. */
  readonly name: Scalars['String']['output'];
  /** What it may do: what any of them may. At most 9, one of each. */
  readonly roles: ReadonlyArray<Role>;
  /** Whether it may act. */
  readonly state: PersonState;
  /** BCP 47, most wanted first. At most 20. */
  readonly languages: ReadonlyArray<Scalars['String']['output']>;
  /** IANA, such as Europe/Vienna; null where it is not known. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
  /** Ways to reach it. At most 20. */
  readonly contacts: ReadonlyArray<ContactDetail>;
  /** Whether TLP:RED stays closed to it until another administrator confirms it. */
  readonly isRedClosed: Scalars['Boolean']['output'];
  /** The day of its last authenticated act; null before the first. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it becomes dormant unless it acts; null where it is not active. */
  readonly dormantAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was invited. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A contact detail that you may see, and whose it is. */
export type PersonContact = {
  readonly __typename?: 'PersonContact';
  /** As the person writes its name. */
  readonly name: Scalars['String']['output'];
  /** What it is. */
  readonly kind: ContactKind;
  /** The number or address. */
  readonly value: Scalars['String']['output'];
  /** The languages that the person speaks, most wanted first. At most 20. */
  readonly languages: ReadonlyArray<Scalars['String']['output']>;
  /** IANA; null where it is not known. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
};

/** Whom to invite. */
export type InvitePersonInput = {
  /** Slug of the member; your own when absent. */
  readonly member?: InputMaybe<Scalars['String']['input']>;
  /** How people write it within the member: lower-case letters, digits, dots and hyphens, at most 64. */
  readonly handle: Scalars['String']['input'];
  /** As the person writes its name, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What it may do, at most 9. docs/roles.generated.md says who grants what. */
  readonly roles: ReadonlyArray<Role>;
  /** BCP 47, most wanted first. At most 20. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** IANA, such as Europe/Vienna. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What changes; what is absent stays. */
export type ChangePersonInput = {
  /** Who: `<member slug>/<handle>`, a handle of your member, or an id. */
  readonly person: Scalars['String']['input'];
  /** Its name, at most 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** How people write it. */
  readonly handle?: InputMaybe<Scalars['String']['input']>;
  /** All its roles from now on, at most 9. */
  readonly roles?: InputMaybe<ReadonlyArray<Role>>;
  /** BCP 47, most wanted first. At most 20. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** IANA, such as Europe/Vienna. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** All ways to reach it from now on. At most 20. */
  readonly contacts?: InputMaybe<ReadonlyArray<ContactDetailInput>>;
};

/** A way to reach a person. */
export type ContactDetailInput = {
  /** What it is. */
  readonly kind: ContactKind;
  /** The number or address, at most 300 characters. */
  readonly value: Scalars['String']['input'];
  /** Who sees it. */
  readonly visibleTo: ContactVisibility;
};

/** A person of your member. */
export type PersonInput = {
  /** `<member slug>/<handle>`, a handle of your member, or an id. */
  readonly person: Scalars['String']['input'];
};

/** Whom to deactivate. */
export type DeactivatePersonInput = {
  /** `<member slug>/<handle>`, a handle of your member, or an id. */
  readonly person: Scalars['String']['input'];
  /** Only says what would end with it. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What ends with a person that is deactivated. */
export type PersonEnds = {
  readonly __typename?: 'PersonEnds';
  /** How many keys. */
  readonly keys: Scalars['Int']['output'];
  /** How many sessions, each with its streams. */
  readonly sessions: Scalars['Int']['output'];
  /** How many ways to sign in: passkeys and identities. */
  readonly credentials: Scalars['Int']['output'];
  /** How many mail addresses of its own: nothing more goes there, unless the person returns and proves them again. */
  readonly endpoints: Scalars['Int']['output'];
};

/** The person as it is now, or why nothing was done. */
export type PersonResult = {
  readonly __typename?: 'PersonResult';
  /** Null when it was refused. */
  readonly person?: Maybe<Person>;
  /** What ended with it, or in a dry run would end; null where nobody was deactivated. */
  readonly ends?: Maybe<PersonEnds>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The person and its link, or why nothing was done. */
export type InvitationResult = {
  readonly __typename?: 'InvitationResult';
  /** Null when it was refused. */
  readonly person?: Maybe<Person>;
  /** The secret of the link, `toc_link_…`, by which the person joins once: it opens `/join?link=<secret>` at the address of the hub, or types the secret at `/join`. Shown only now, and null when it was refused. Give it by a way that only the person reads. */
  readonly link?: Maybe<Scalars['String']['output']>;
  /** When the link expires; null when it was refused. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** One thing to do. */
export type ActionInput = {
  /** An instruction, at most 500 characters: name the product and the version. */
  readonly text: Scalars['String']['input'];
  /** By when; no time when left out. */
  readonly by?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Who to call about it. */
export type ContactPointInput = {
  /** A name or a desk: one line, at most 120 characters. */
  readonly name: Scalars['String']['input'];
  /** How to reach it: a telephone number with its country code, on one line, at most 120 characters. */
  readonly number: Scalars['String']['input'];
  /** When it is manned, in words, such as `24x7`: one line, at most 120 characters. */
  readonly hours: Scalars['String']['input'];
};

/** The texts in another language. */
export type TranslationInput = {
  /** BCP 47 tag, other than that of the warning and of every other translation, in whatever case. */
  readonly language: Scalars['String']['input'];
  /** One line, at most 140 characters. */
  readonly headline: Scalars['String']['input'];
  /** At most 4,000 characters. */
  readonly summary: Scalars['String']['input'];
  /** The actions (of a practice: the steps) in their order, as many as there are, or none. At most 50. */
  readonly actions?: ReadonlyArray<Scalars['String']['input']>;
};

/** Where else it can be found. */
export type ExternalReferenceInput = {
  /** Who keeps it: one line, at most 500 characters; `cve` for a number of a vulnerability. */
  readonly source: Scalars['String']['input'];
  /** Its id there, at most 500 characters. Publishers who give the same source and id are taken to report the same advisory. */
  readonly id?: InputMaybe<Scalars['String']['input']>;
  /** Its address, at most 2,000 characters, with its scheme. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** Fits a member that matches every field given, each by any of its values. Without fields it fits the whole partnership. */
export type AlternativeInput = {
  /** Ids of the hub's sectors; a parent includes its children. At most 60. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** ISO 3166-1 alpha-2. At most 60. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Slugs of sharing groups. At most 60. */
  readonly communities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Kinds of organisations. At most 6. */
  readonly kinds?: InputMaybe<ReadonlyArray<MemberKind>>;
  /** Slugs of members. At most 60. */
  readonly members?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Persons as <member slug>/<name>; TLP:RED needs them. At most 60. */
  readonly persons?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Who is to receive it. It is fixed at publication, and shown to nobody. */
export type AudienceInput = {
  /** A member that fits any of them is addressed. At most 8. */
  readonly alternatives: ReadonlyArray<AlternativeInput>;
  /** Slugs of members that must not receive it, whatever else would bring it to them. At most 60. */
  readonly excludes?: ReadonlyArray<Scalars['String']['input']>;
};

/**
 * How an item may be used, as opposed to who may have it: the rules of FIRST's Information Exchange Policy 2.0 (IEP). Readers see them in
 * words; in STIX they are a marking definition on what the hub makes for the item. What is left out of a policy that says anything is in
 * STIX the most open word. IEP 2.0 has no rule for encryption at rest, and its TLP is that of the item.
 */
export type HandlingInput = {
  /** What recipients may do with it; nothing is said when left out. */
  readonly permittedActions?: InputMaybe<PermittedActions>;
  /** MUST: it goes by encrypted ways only, from this hub too (no clear mail), and is encrypted when passed on. MAY: as they like. */
  readonly encryptInTransit?: InputMaybe<Permission>;
  /** Whether recipients may tell others that are affected: MAY or MUST_NOT. */
  readonly affectedPartyNotifications?: InputMaybe<Permission>;
  /** Whether you may, must or must not be named when it is passed on. MUST_NOT: nobody but your own member learns from the hub who published it, in any version. */
  readonly providerAttribution?: InputMaybe<Permission>;
  /** Whether it may be sold on unmodified: MAY or MUST_NOT. */
  readonly unmodifiedResale?: InputMaybe<Permission>;
  /** When the policy ends: after now. From then on nobody but you reads the item. No end when left out. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where your policy can be read: an address with its scheme, at most 2,000 characters. Where you must not be named nobody else is shown it. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
};

/** An early warning to publish. */
export type PublishWarningInput = {
  /** One line, at most 140 characters: what is hit and what happens. */
  readonly headline: Scalars['String']['input'];
  /** Plain language, at most 4,000 characters. */
  readonly summary: Scalars['String']['input'];
  /** What to do, in the order in which to do it: the fix first. At most 5. */
  readonly actions: ReadonlyArray<ActionInput>;
  /** Who to call. At most 5. */
  readonly contacts: ReadonlyArray<ContactPointInput>;
  /** How soon to act. */
  readonly urgency: Urgency;
  /** How bad it would be. */
  readonly severity: Severity;
  /** How sure it is. */
  readonly certainty: Certainty;
  /** Until when it applies: after now. No end when left out. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** What you ask of those who get it. ESSENTIAL_ACTION is proposed (`propose`, kind PUBLISH_ESSENTIAL or CORRECT_ESSENTIAL), and another person approves it. */
  readonly level?: Level;
  /** By when you ask for an answer: after now, at most a year, and not after `validUntil`. For every level but INFORMATION. */
  readonly answerBy?: InputMaybe<Scalars['DateTime']['input']>;
  /** BCP 47 tag of the texts. */
  readonly language?: Scalars['String']['input'];
  /** The texts in other languages. At most 12. */
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** Who may have it. A stricter marking of the bundle's report counts instead. */
  readonly marking: Tlp;
  /** How it may be used. What its objects or the bundle say more strictly counts instead; with a report of its own, the bundle has to say it. */
  readonly handling?: InputMaybe<HandlingInput>;
  /** Who is to receive it, within the marking. */
  readonly audience: AudienceInput;
  /** Publish even if nobody would receive it. */
  readonly allowEmptyAudience?: Scalars['Boolean']['input'];
  /** Id of an exercise, at most 64 characters: it is then shown to those who follow the exercise only. Real traffic when left out. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
  /** Where else it can be found. At most 50. */
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Without one the hub makes the report and the objects it needs. */
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** A new version of a warning. It is whole: what is left out is empty in it. */
export type UpdateWarningInput = {
  /** Id of your warning. */
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** One line, at most 140 characters: what is hit and what happens. */
  readonly headline: Scalars['String']['input'];
  /** Plain language, at most 4,000 characters. */
  readonly summary: Scalars['String']['input'];
  /** What to do, in the order in which to do it: the fix first. At most 5. */
  readonly actions: ReadonlyArray<ActionInput>;
  /** Who to call. At most 5. */
  readonly contacts: ReadonlyArray<ContactPointInput>;
  /** How soon to act. */
  readonly urgency: Urgency;
  /** How bad it would be. */
  readonly severity: Severity;
  /** How sure it is. */
  readonly certainty: Certainty;
  /** Until when it applies: after now. No end when left out. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** What you ask of those who get it; when left out it stays, with `answerBy`. ESSENTIAL_ACTION is proposed (`propose`, kind PUBLISH_ESSENTIAL or CORRECT_ESSENTIAL), and another person approves it; so is a correction that leaves it so. INFORMATION takes the question back. */
  readonly level?: InputMaybe<Level>;
  /** By when you ask for an answer: after now, at most a year, and not after `validUntil`. For every level but INFORMATION. */
  readonly answerBy?: InputMaybe<Scalars['DateTime']['input']>;
  /** BCP 47 tag of the texts. */
  readonly language?: Scalars['String']['input'];
  /** The texts in other languages. At most 12. */
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** How it may be used from now on: only more strictly (two persons loosen it: `propose`, kind LOOSEN_HANDLING). What is left out stays as it was. */
  readonly handling?: InputMaybe<HandlingInput>;
  /** Where else it can be found. At most 50. */
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Objects of the version before that it lacks are withdrawn. Without one the hub makes the report and the objects it needs. */
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** A warning to cancel. */
export type CancelWarningInput = {
  /** Id of your warning. */
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why, in plain words: recipients read it first. */
  readonly reason: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A best practice to publish. */
export type PublishPracticeInput = {
  /** One line, at most 140 characters: what to do. */
  readonly headline: Scalars['String']['input'];
  /** Plain language, at most 4,000 characters. */
  readonly summary: Scalars['String']['input'];
  /** What kind of practice it is. */
  readonly kind: PracticeKind;
  /** What it is for: the problem that it solves, at most 4,000 characters. */
  readonly problem: Scalars['String']['input'];
  /** What to do, in order: at least one, each at most 1,000 characters. At most 50. */
  readonly steps: ReadonlyArray<Scalars['String']['input']>;
  /** How it is known to work, at most 4,000 characters. */
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
  /** Where it does not help, at most 4,000 characters. */
  readonly limits?: InputMaybe<Scalars['String']['input']>;
  /** Under which licence it may be used, at most 500 characters. */
  readonly licence?: InputMaybe<Scalars['String']['input']>;
  /** When you review it: a date, YYYY-MM-DD. */
  readonly reviewDue?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47 tag of the texts. */
  readonly language?: Scalars['String']['input'];
  /** The texts in other languages. At most 12. */
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** Who may have it. A stricter marking of the bundle's report counts instead. */
  readonly marking: Tlp;
  /** How it may be used. What its objects or the bundle say more strictly counts instead; with a report of its own, the bundle has to say it. */
  readonly handling?: InputMaybe<HandlingInput>;
  /** Who is to receive it, within the marking. */
  readonly audience: AudienceInput;
  /** Publish even if nobody would receive it. */
  readonly allowEmptyAudience?: Scalars['Boolean']['input'];
  /** Id of an exercise, at most 64 characters: it is then shown to those who follow the exercise only. Real traffic when left out. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
  /** Where else it can be found. At most 50. */
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Without one the hub makes the report and the objects it needs. */
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** A new version of a practice. It is whole: what is left out is empty in it. */
export type UpdatePracticeInput = {
  /** Id of your practice. */
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** One line, at most 140 characters: what to do. */
  readonly headline: Scalars['String']['input'];
  /** Plain language, at most 4,000 characters. */
  readonly summary: Scalars['String']['input'];
  /** What kind of practice it is. */
  readonly kind: PracticeKind;
  /** What it is for: the problem that it solves, at most 4,000 characters. */
  readonly problem: Scalars['String']['input'];
  /** What to do, in order: at least one, each at most 1,000 characters. At most 50. */
  readonly steps: ReadonlyArray<Scalars['String']['input']>;
  /** How it is known to work, at most 4,000 characters. */
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
  /** Where it does not help, at most 4,000 characters. */
  readonly limits?: InputMaybe<Scalars['String']['input']>;
  /** Under which licence it may be used, at most 500 characters. */
  readonly licence?: InputMaybe<Scalars['String']['input']>;
  /** When you review it: a date, YYYY-MM-DD. */
  readonly reviewDue?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47 tag of the texts. */
  readonly language?: Scalars['String']['input'];
  /** The texts in other languages. At most 12. */
  readonly translations?: ReadonlyArray<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  readonly sectorsConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  readonly countriesConcerned?: ReadonlyArray<Scalars['String']['input']>;
  /** How it may be used from now on: only more strictly (two persons loosen it: `propose`, kind LOOSEN_HANDLING). What is left out stays as it was. */
  readonly handling?: InputMaybe<HandlingInput>;
  /** Where else it can be found. At most 50. */
  readonly externalReferences?: ReadonlyArray<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Objects of the version before that it lacks are withdrawn. Without one the hub makes the report and the objects it needs. */
  readonly bundle?: InputMaybe<Scalars['JSON']['input']>;
  /** Check everything and write nothing: the answer says what would happen. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** A practice to withdraw. */
export type WithdrawPracticeInput = {
  /** Id of your practice. */
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why, in plain words: recipients read it first. */
  readonly reason: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** What is unusual but kept, such as custom types, unresolved references, harmless breaches and dropped translations, one for each place. Nothing was changed. */
  readonly findings: ReadonlyArray<Finding>;
  /**
   * In a dry run what would leave the hub by mail and webhook, to an endpoint in the thin form: headline and grade up to TLP:GREEN, above it
   * only that something waits. The id of the warning is left open. At most 2; empty when it was refused, and when it was done.
   */
  readonly letters: ReadonlyArray<PreviewedLetter>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A message about a draft, as it would leave the hub. */
export type PreviewedLetter = {
  readonly __typename?: 'PreviewedLetter';
  /** By which way. */
  readonly channel: EndpointChannel;
  /** The subject of a mail; null for a webhook. */
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** The text of a mail, or the JSON that a webhook posts. */
  readonly text: Scalars['String']['output'];
};

/** Something unusual in a bundle that was taken all the same. */
export type Finding = {
  readonly __typename?: 'Finding';
  /** Whether a rule is broken, or something is only unusual. */
  readonly level: FindingLevel;
  /** Stable, see docs/errors.md. */
  readonly code: Scalars['String']['output'];
  /** JSON path into the bundle. */
  readonly path: Scalars['String']['output'];
  /** Section of STIX 2.1 that it is about, such as `§4.7.1`; empty for a finding about the texts. */
  readonly section: Scalars['String']['output'];
  /** What is unusual, as a sentence in English. */
  readonly message: Scalars['String']['output'];
};

/** How far a finding goes. */
export type FindingLevel =
  /** It breaks a MUST of STIX 2.1 that harms nobody: it is kept and passed on, and `bundle(strict: true)` leaves the object out. */
  | 'RECEIVED'
  /** Unusual, and allowed by the standard. */
  | 'WARNING';

/** A marking and an audience to try. */
export type AudiencePreviewInput = {
  /** Who may have it. */
  readonly marking: Tlp;
  /** Who is to receive it, within the marking. */
  readonly audience: AudienceInput;
  /** An exercise's id; real traffic when left out. Sectors are taken from the audience. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
};

/** The preview, or why it was refused. */
export type AudiencePreviewResult = {
  readonly __typename?: 'AudiencePreviewResult';
  /** Null when it was refused. */
  readonly preview?: Maybe<AudiencePreview>;
  /** Why there is no preview, one for each fault found; empty when there is one. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Members that neither the audience nor the public default matrix reaches are in neither list. */
export type AudiencePreview = {
  readonly __typename?: 'AudiencePreview';
  /** Who would receive it. At most one for each member of the partnership. */
  readonly receives: ReadonlyArray<PreviewedRecipient>;
  /** Who would not, although the audience or the matrix reaches it. At most one for each member of the partnership. */
  readonly doesNotReceive: ReadonlyArray<PreviewedExclusion>;
  /** What to think of before publishing: an audience or marking that you do not usually use, few or no recipients, or recipients whom nothing reaches. At most 6. */
  readonly care: ReadonlyArray<PublishCare>;
  /** The same sentence whether or not there are others. */
  readonly notListed: Scalars['String']['output'];
};

/** Something to think of before publishing. The same comes as a finding when it is published. */
export type PublishCare = {
  readonly __typename?: 'PublishCare';
  /** A code of docs/errors.md. */
  readonly code: Scalars['String']['output'];
  /** Which part of the input it is about, as a JSON path. */
  readonly path: Scalars['String']['output'];
  /** What it is, as a sentence in English. */
  readonly message: Scalars['String']['output'];
};

/** A member that would receive it. */
export type PreviewedRecipient = {
  readonly __typename?: 'PreviewedRecipient';
  /** Whom it would reach. */
  readonly member: Member;
  /** Why it would: what it will read in its own `whyMe`, as far as you may know it. */
  readonly reason: Reason;
};

/** A member that would not receive it. */
export type PreviewedExclusion = {
  readonly __typename?: 'PreviewedExclusion';
  /** Whom it would not reach. */
  readonly member: Member;
  /** Why it would not. */
  readonly because: Exclusion;
  /** The same as a sentence in English. */
  readonly explanation: Scalars['String']['output'];
};

/** Why a member that is reached does not receive it. */
export type Exclusion =
  /** The audience excludes it by name. */
  | 'EXCLUDED_BY_NAME'
  /** The marking does not permit sharing with it. */
  | 'MARKING_FORBIDS'
  /** The hub does not understand the marking, so only the publisher may read it. */
  | 'MARKING_UNKNOWN'
  /** The default matrix alone would include it, and it has opted out of that. */
  | 'OPTED_OUT_OF_CASCADE'
  /** None of its roles may read this marking. */
  | 'ROLE_FORBIDS'
  /** It is not active in this hub. */
  | 'MEMBER_INACTIVE'
  /** It is on probation, or overdue with its yearly attestation, and receives up to TLP:GREEN. */
  | 'MEMBER_CAPPED'
  /** It joined after the version was issued. */
  | 'JOINED_LATER';

/** The narrowed version and the notice to those who lose it, or why nothing was written. */
export type NarrowResult = {
  readonly __typename?: 'NarrowResult';
  /** The warning or practice as it is now. Null when it was refused, and in a dry run. */
  readonly warning?: Maybe<Warning>;
  /** The notice to those who lose it: an item of its own, whose `recall` names this one. There is one even if you see nobody who loses it. Null when it was refused, and in a dry run. */
  readonly notice?: Maybe<Warning>;
  /** What was done, or in a dry run would be, in a few words. Null when it was refused, and when an earlier answer is repeated. */
  readonly inWords?: Maybe<Scalars['String']['output']>;
  /** How many members keep it of those that you may know of, without you: see `notListed`. Null when it was refused. */
  readonly recipients?: Maybe<Scalars['Int']['output']>;
  /** How many members lose it of those that you may know of. Null when it was refused. */
  readonly losing?: Maybe<Scalars['Int']['output']>;
  /** The same sentence with every list and count of recipients, whether or not there are others. */
  readonly notListed: Scalars['String']['output'];
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A warning or practice to narrow. */
export type NarrowWarningInput = {
  /** Id of your warning or practice. */
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Who keeps it: alternatives within those that it is addressed to now, at most 8. What an alternative leaves out stays as it was. Left out: everybody but those that lose it. */
  readonly keep?: InputMaybe<ReadonlyArray<AlternativeInput>>;
  /** Slugs of members that lose it, whatever else would keep it with them. At most 60. */
  readonly exclude?: ReadonlyArray<Scalars['String']['input']>;
  /** Numbers of organisations without a name that lose it, as `deliveries` gives them. At most 60. */
  readonly organisations?: ReadonlyArray<Scalars['Int']['input']>;
  /** A stricter marking, other than RED; as it is when left out. */
  readonly marking?: InputMaybe<Tlp>;
  /** Why, in plain words, at most 2,000 characters. Say nothing in it of what it says: whoever loses it reads this. */
  readonly reason: Scalars['String']['input'];
  /** What those who lose it are to do, at most 2,000 characters. Left out: to remove it wherever they stored it or passed it on, and to confirm. */
  readonly whatToDo?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47 tag of both. */
  readonly language?: Scalars['String']['input'];
  /** Check everything and write nothing: the answer says how many would keep and lose it. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/**
 * What is left of a warning that was recalled, or that is not addressed to you any more. Its `messageType` is CANCEL, and its
 * texts are the reason and what to do: nothing of what it said before. A stream gives it to you whatever you filter by; a list
 * only where no filter leaves it out, so that programs that poll ask for `toAnswer` too.
 */
export type Recall = {
  readonly __typename?: 'Recall';
  /** Id of what to remove. Another than that of the warning you read where others keep it. */
  readonly warning: Scalars['ID']['output'];
  /** Why, in the words of its publisher. */
  readonly reason: Scalars['String']['output'];
  /** What you are to do, and how to confirm. */
  readonly whatToDo: Scalars['String']['output'];
  /** Whether others keep it: its publisher narrowed it, and you are not among those it is for. */
  readonly isNarrowed: Scalars['Boolean']['output'];
  /** What it said before, without its objects; only for the member that published it, null for everyone else. */
  readonly former?: Maybe<Warning>;
  /** For its publisher: who has not confirmed, of the members that it may know of. Null for everyone else. */
  readonly unconfirmed?: Maybe<DeliveryConnection>;
  /**
   * For its publisher: how many of those who held it, of the members that it may know of, have not been told. Seconds after a recall
   * that is everybody; later members that are suspended or have left, to whom nothing is sent: tell them yourself. Null for everyone
   * else.
   */
  readonly notTold?: Maybe<Scalars['Int']['output']>;
};


/**
 * What is left of a warning that was recalled, or that is not addressed to you any more. Its `messageType` is CANCEL, and its
 * texts are the reason and what to do: nothing of what it said before. A stream gives it to you whatever you filter by; a list
 * only where no filter leaves it out, so that programs that poll ask for `toAnswer` too.
 */
export type RecallUnconfirmedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A warning or practice to recall. */
export type RecallWarningInput = {
  /** Id of your warning or practice. */
  readonly id: Scalars['ID']['input'];
  /** The version you have seen. Refused when there is a newer one. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why, in plain words, at most 2,000 characters. Say nothing in it of what the warning said: whoever held it reads this. */
  readonly reason: Scalars['String']['input'];
  /** What holders are to do, at most 2,000 characters. Left out: to remove it wherever they stored it or passed it on, and to confirm. */
  readonly whatToDo?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47 tag of both. */
  readonly language?: Scalars['String']['input'];
  /** Check everything and write nothing: the answer says how many would be told. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** One class of what is kept, and for how long. */
export type RetentionClass = {
  readonly __typename?: 'RetentionClass';
  /** Its name, as changeRetention takes it. New classes may come with any release, so it is no enum. */
  readonly name: Scalars['String']['output'];
  /** What belongs to it, in English. */
  readonly about: Scalars['String']['output'];
  /** From when the days are counted, in English. */
  readonly countedFrom: Scalars['String']['output'];
  /** Days after which it is removed. A legal hold keeps what it covers for longer. */
  readonly days: Scalars['Int']['output'];
  /** When it was changed last; null where the default holds. */
  readonly changedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a legal hold covers. */
export type HoldScope =
  /** One warning or practice, with its deliveries. */
  | 'WARNING'
  /** What one member published, wrote or did. */
  | 'MEMBER'
  /** What one person wrote or did, and its data. */
  | 'PERSON'
  /** A whole class of what is kept. */
  | 'CLASS'
  /** Nothing at all is removed. */
  | 'EVERYTHING';

/** A legal hold: what it covers is kept beyond its time. `node(id)` gives it to who may see it. */
export type Hold = Node & {
  readonly __typename?: 'Hold';
  /** Pass it as `hold` to propose LIFT_HOLD. */
  readonly id: Scalars['ID']['output'];
  /** What kind of thing it covers. */
  readonly scope: HoldScope;
  /** Which one: an id, or the name of a class; null for everything. */
  readonly target?: Maybe<Scalars['String']['output']>;
  /** Why, as it was proposed. */
  readonly reason: Scalars['String']['output'];
  /** When it was placed. */
  readonly placedAt: Scalars['DateTime']['output'];
  /** The proposal by which it was placed. */
  readonly placedBy: Scalars['ID']['output'];
  /** When it was lifted; null while it is in force. */
  readonly liftedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How long to keep a class. */
export type ChangeRetentionInput = {
  /** A name of `retentionClasses`. */
  readonly name: Scalars['String']['input'];
  /** Days, within the bounds of the class; at most 36,525. */
  readonly days: Scalars['Int']['input'];
};

/** The class as it is now, or why it was refused. */
export type ChangeRetentionResult = {
  readonly __typename?: 'ChangeRetentionResult';
  /** Null when it was refused. */
  readonly class?: Maybe<RetentionClass>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** Whose data to erase. */
export type ErasePersonInput = {
  /** `<member slug>/…`, as the audit trail gives it. */
  readonly person: Scalars['ID']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The person whose data is gone, or why it was refused. */
export type ErasePersonResult = {
  readonly __typename?: 'ErasePersonResult';
  /** Its id, which stays; null when it was refused. */
  readonly person?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** That a sector has members that are unlisted to you. */
export type UnlistedMembers = {
  readonly __typename?: 'UnlistedMembers';
  /** Id of the sector. Members of its parts count for it too. */
  readonly sector: Scalars['ID']['output'];
  /** How many there are, as far as it is said. */
  readonly count: UnlistedCount;
};

/** How many members are unlisted to you. */
export type UnlistedCount =
  /** At least five. Fewer are never counted. */
  | 'FIVE_OR_MORE';

/** All sectors that this hub knows. */
export type SectorDirectory = {
  readonly __typename?: 'SectorDirectory';
  /** The hub's scheme: the NIS2 annexes and further sectors. Parents before their children. At most 200: it is fixed by the release. */
  readonly scheme: ReadonlyArray<Sector>;
  /** The sectors as each State or scheme defines them. The hub maps them and never rewrites them. At most 200: those of the release, and those that two persons added (`ADD_SECTOR_DEFINITION`). */
  readonly definitions: ReadonlyArray<SectorScheme>;
  /** The public default matrix: what the hub assumes of a sector's dependence on another where nobody has declared better. Editorial judgement of the project, not published data. At most 300: they are fixed by the release. */
  readonly dependencies: ReadonlyArray<SectorDependency>;
};


/** All sectors that this hub knows. */
export type SectorDirectoryDefinitionsArgs = {
  scheme?: InputMaybe<Scalars['String']['input']>;
};

/** A State, as it writes itself; entered by two persons (`ADD_STATE`). */
export type State = {
  readonly __typename?: 'State';
  /** ISO 3166-1 alpha-2; user-assigned codes are allowed. */
  readonly code: Scalars['ID']['output'];
  /** Its name in its own language and script. */
  readonly name: Scalars['String']['output'];
  /** Its name in Latin letters; null where its own script is Latin. */
  readonly latinName?: Maybe<Scalars['String']['output']>;
};

/** A sector of the hub's own scheme: what audiences, filters and `sectorsConcerned` name. */
export type Sector = Node & {
  readonly __typename?: 'Sector';
  /** Such as `energy`, or `energy/electricity` for a part of it. Never reused for another sector. */
  readonly id: Scalars['ID']['output'];
  /** Its name in English. */
  readonly name: Scalars['String']['output'];
  /** Id of the sector that it is a part of; null at the top. A filter by a parent includes its children. */
  readonly parent?: Maybe<Scalars['ID']['output']>;
  /** The nearest values of the STIX vocabulary industry-sector-ov, for exchange with other tools. At most 5. */
  readonly stix: ReadonlyArray<Scalars['String']['output']>;
};

/** The list of sectors of a State or of an instrument, in its own words. */
export type SectorScheme = Node & {
  readonly __typename?: 'SectorScheme';
  /** Such as `us-cisa-16` or `eu-nis2`. */
  readonly id: Scalars['ID']['output'];
  /** Where it applies: ISO 3166-1 alpha-2, or EU. */
  readonly territory: Scalars['String']['output'];
  /** The legal text or publication that it is taken from. */
  readonly instrument: Scalars['String']['output'];
  /** Its top sectors, in its own order. At most 100: they are fixed by the instrument. */
  readonly sectors: ReadonlyArray<NationalSector>;
};

/** A sector as a State defines it. */
export type NationalSector = {
  readonly __typename?: 'NationalSector';
  /** Unique within its scheme; made from its name. */
  readonly code: Scalars['String']['output'];
  /** As the instrument names it, in the language of the scheme. */
  readonly name: Scalars['String']['output'];
  /** Names of its subsectors. At most 100: they are fixed by the instrument. */
  readonly subsectors: ReadonlyArray<Scalars['String']['output']>;
  /** How it relates to sectors of the hub; empty when nothing in the hub corresponds to it. At most 50. */
  readonly mappings: ReadonlyArray<SectorMapping>;
};

/** How a national sector relates to one of the hub's, and who says so. */
export type SectorMapping = {
  readonly __typename?: 'SectorMapping';
  /** Id of the hub's sector. */
  readonly sector: Scalars['ID']['output'];
  /** How the two relate. */
  readonly predicate: MappingPredicate;
  /** Who made the mapping: a State's code, or `hub`. */
  readonly author: Scalars['String']['output'];
  /** When it was made, YYYY-MM-DD. */
  readonly date: Scalars['String']['output'];
};

/** SKOS mapping properties, read from the national sector to the hub's: "the national sector has a … in the hub's". */
export type MappingPredicate =
  /** Both mean the same. */
  | 'exactMatch'
  /** Both mean nearly the same. */
  | 'closeMatch'
  /** The hub's sector is the wider one. */
  | 'broadMatch'
  /** The hub's sector is the narrower one. */
  | 'narrowMatch'
  /** They have to do with each other. Never used for targeting. */
  | 'relatedMatch';

/** What a sector loses without another, by the default matrix. */
export type SectorDependency = {
  readonly __typename?: 'SectorDependency';
  /** Id of the sector that provides. */
  readonly provider: Scalars['ID']['output'];
  /** Id of the sector that depends on it. */
  readonly dependent: Scalars['ID']['output'];
  /** Share of the dependent's function that is lost without the provider, above 0 and at most 1. */
  readonly strength: Scalars['Float']['output'];
  /** How long the dependent holds out at least, in hours. */
  readonly minHours: Scalars['Float']['output'];
  /** How long the dependent holds out at most, in hours. */
  readonly maxHours: Scalars['Float']['output'];
};

/** Whose accounts at an identity provider become persons by signing in. */
export type ProviderAdmission =
  /** Nobody: accounts are used by persons who were invited. */
  | 'INVITED'
  /** Whoever has one of the registered groups. */
  | 'GROUPS'
  /** Every account, where no other organisation uses the same issuer. */
  | 'ALL';

/** An identity provider (OpenID Connect). */
export type IdentityProvider = {
  readonly __typename?: 'IdentityProvider';
  /** As its people are shown it; `/sign-in` offers it by the name of the organisation. */
  readonly name: Scalars['String']['output'];
  /** As its metadata says it; with a subject it says who somebody is. */
  readonly issuer: Scalars['String']['output'];
  /** The hub's id there. */
  readonly clientId: Scalars['String']['output'];
  /** Whether the hub keeps a secret for it. The secret is never given out. */
  readonly hasSecret: Scalars['Boolean']['output'];
  /** Whether the sign-in page offers it to everybody, which tells that your organisation is a member. */
  readonly isShown: Scalars['Boolean']['output'];
  /** Whose accounts become persons by signing in. */
  readonly admits: ProviderAdmission;
  /** The claim that lists an account's groups; null for none. */
  readonly groupClaim?: Maybe<Scalars['String']['output']>;
  /** What members of a group may do, at most 50. */
  readonly groups: ReadonlyArray<ProviderGroup>;
  /** What everybody may do where all are admitted; at most one for each role. */
  readonly rolesOfAll: ReadonlyArray<Role>;
  /** Where your people begin to sign in. */
  readonly signInUrl: Scalars['String']['output'];
};

/** A group of accounts, and its roles. */
export type ProviderGroup = {
  readonly __typename?: 'ProviderGroup';
  /** As the claim names it. */
  readonly group: Scalars['String']['output'];
  /** What its members may do; at most one for each role. */
  readonly roles: ReadonlyArray<Role>;
};

/** How a machine is known. */
export type MachineKind =
  /** By the public key of its client certificate. */
  | 'CERTIFICATE'
  /** By the subject of tokens of your identity provider. */
  | 'JWT';

/** A machine that signs in without a key. */
export type Machine = {
  readonly __typename?: 'Machine';
  /** Stable; removeMachine takes it, and the machine's first call gives it in the header Tocsin-Registration. */
  readonly registration: Scalars['String']['output'];
  /** Whether the machine has still to prove that it is this one, by a first call that names the registration; until then it is let in by no other. */
  readonly isPending: Scalars['Boolean']['output'];
  /** How it is known. */
  readonly kind: MachineKind;
  /** What it is for. */
  readonly label: Scalars['String']['output'];
  /** What it may do; at most one for each role. */
  readonly roles: ReadonlyArray<Role>;
  /** When it was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it expires; null for never. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its last use, to the day; null for never. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** An identity provider to register. */
export type SetIdentityProviderInput = {
  /** As its people are shown it, at most 300 characters; `/sign-in` offers it by the name of the organisation. */
  readonly name: Scalars['String']['input'];
  /** Its issuer, exactly as its metadata says it: an https address. */
  readonly issuer: Scalars['String']['input'];
  /** The hub's id there. */
  readonly clientId: Scalars['String']['input'];
  /** The hub's secret there; absent for a public client, or to keep the one before. */
  readonly clientSecret?: InputMaybe<Scalars['String']['input']>;
  /** Whether the sign-in page offers it to everybody, which tells that your organisation is a member. */
  readonly isShown?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whose accounts become persons by signing in. */
  readonly admits?: InputMaybe<ProviderAdmission>;
  /** The claim that lists an account's groups. */
  readonly groupClaim?: InputMaybe<Scalars['String']['input']>;
  /** What members of a group may do, at most 50. */
  readonly groups?: InputMaybe<ReadonlyArray<ProviderGroupInput>>;
  /** What everybody may do where all are admitted, at most one for each role. */
  readonly rolesOfAll?: InputMaybe<ReadonlyArray<Role>>;
};

/** A group of accounts, and its roles. */
export type ProviderGroupInput = {
  /** As the claim names it. */
  readonly group: Scalars['String']['input'];
  /** What its members may do, at most one for each role. */
  readonly roles: ReadonlyArray<Role>;
};

/** The identity provider to remove. */
export type RemoveIdentityProviderInput = {
  /** Its issuer, so that nobody removes another by mistake. */
  readonly issuer: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A machine to register: with `certificate` or with `subject`. */
export type RegisterMachineInput = {
  /** What it is for, at most 80 characters. */
  readonly label: Scalars['String']['input'];
  /** What it may do, at most one for each role: none that only persons have. */
  readonly roles: ReadonlyArray<Role>;
  /** SHA-256 of the SubjectPublicKeyInfo of its certificate, 64 hex digits in lower case. */
  readonly certificate?: InputMaybe<Scalars['String']['input']>;
  /** Subject of its tokens at your identity provider, at most 255 characters. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  /** When it expires; absent for never. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The machine to remove. */
export type RemoveMachineInput = {
  /** As `machines` gives it. */
  readonly registration: Scalars['String']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** For whom to make a recovery code. */
export type IssueRecoveryCodeInput = {
  /** `<member slug>/<name>`, or the id of the person. */
  readonly person: Scalars['String']['input'];
};

/** The identity provider as it is now, or why nothing was done. */
export type IdentityProviderResult = {
  readonly __typename?: 'IdentityProviderResult';
  /** Null when it was refused or removed. */
  readonly provider?: Maybe<IdentityProvider>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** The machine as it is now, or why nothing was done. */
export type MachineResult = {
  readonly __typename?: 'MachineResult';
  /** Null when it was refused or removed. */
  readonly machine?: Maybe<Machine>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A recovery code, or why there is none. */
export type RecoveryCodeResult = {
  readonly __typename?: 'RecoveryCodeResult';
  /** Eight groups of three digits, shown once; null when it was refused. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** When it is over; null when it was refused. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why there is none, one for each fault found; empty when there is one. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** A collection of threat intelligence about one subject; the hub makes one for each warning that brings none. `report`, STIX 2.1 §4.16. A field is null where the object does not have the property. */
export type StixReport = StixObject & Node & {
  readonly __typename?: 'StixReport';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** Title of the report. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `report_types`: What it is mainly about, by the open vocabulary report-type-ov, as many values as its producer states. */
  readonly reportTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** When it was officially published, as its producer wrote the instant. */
  readonly published?: Maybe<Scalars['String']['output']>;
  /** `object_refs`: Ids of the objects that the report is about, without those that you may not know, as many as it names. */
  readonly objectRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** A collection of threat intelligence about one subject; the hub makes one for each warning that brings none. `report`, STIX 2.1 §4.16. A field is null where the object does not have the property. */
export type StixReportReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A collection of threat intelligence about one subject; the hub makes one for each warning that brings none. `report`, STIX 2.1 §4.16. A field is null where the object does not have the property. */
export type StixReportWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A collection of threat intelligence about one subject; the hub makes one for each warning that brings none. `report`, STIX 2.1 §4.16. A field is null where the object does not have the property. */
export type StixReportVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A collection of threat intelligence about one subject; the hub makes one for each warning that brings none. `report`, STIX 2.1 §4.16. A field is null where the object does not have the property. */
export type StixReportDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** A pattern by which suspicious or malicious activity can be detected. `indicator`, STIX 2.1 §4.7. A field is null where the object does not have the property. */
export type StixIndicator = StixObject & Node & {
  readonly __typename?: 'StixIndicator';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** A name for people. Not unique, and no key: two objects may bear the same. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `indicator_types`: What a match means, by the open vocabulary indicator-type-ov, such as `malicious-activity`, as many values as its producer states. */
  readonly indicatorTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What to look for, in the language that `patternType` names. */
  readonly pattern?: Maybe<Scalars['String']['output']>;
  /** `pattern_type`: Language of the pattern, by the open vocabulary pattern-type-ov: `stix`, `snort`, `sigma`, `yara` and others. */
  readonly patternType?: Maybe<Scalars['String']['output']>;
  /** `pattern_version`: Version of that language; without one the latest is meant. */
  readonly patternVersion?: Maybe<Scalars['String']['output']>;
  /** `valid_from`: From when a match is meaningful, as its producer wrote the instant. */
  readonly validFrom?: Maybe<Scalars['String']['output']>;
  /** `valid_until`: From when a match is no longer meaningful, as its producer wrote the instant; without one there is no end. */
  readonly validUntil?: Maybe<Scalars['String']['output']>;
  /** `kill_chain_phases`: Phases of an attack that it belongs to, each `{kill_chain_name, phase_name}`, as many as its producer states. */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
};


/** A pattern by which suspicious or malicious activity can be detected. `indicator`, STIX 2.1 §4.7. A field is null where the object does not have the property. */
export type StixIndicatorReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A pattern by which suspicious or malicious activity can be detected. `indicator`, STIX 2.1 §4.7. A field is null where the object does not have the property. */
export type StixIndicatorWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A pattern by which suspicious or malicious activity can be detected. `indicator`, STIX 2.1 §4.7. A field is null where the object does not have the property. */
export type StixIndicatorVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A pattern by which suspicious or malicious activity can be detected. `indicator`, STIX 2.1 §4.7. A field is null where the object does not have the property. */
export type StixIndicatorDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** A weakness of software or hardware that can be exploited. `vulnerability`, STIX 2.1 §4.19. A field is null where the object does not have the property. */
export type StixVulnerability = StixObject & Node & {
  readonly __typename?: 'StixVulnerability';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** A name, mostly its CVE number. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
};


/** A weakness of software or hardware that can be exploited. `vulnerability`, STIX 2.1 §4.19. A field is null where the object does not have the property. */
export type StixVulnerabilityReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A weakness of software or hardware that can be exploited. `vulnerability`, STIX 2.1 §4.19. A field is null where the object does not have the property. */
export type StixVulnerabilityWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A weakness of software or hardware that can be exploited. `vulnerability`, STIX 2.1 §4.19. A field is null where the object does not have the property. */
export type StixVulnerabilityVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A weakness of software or hardware that can be exploited. `vulnerability`, STIX 2.1 §4.19. A field is null where the object does not have the property. */
export type StixVulnerabilityDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** What to do to prevent or to respond to an attack. `course-of-action`, STIX 2.1 §4.3. A field is null where the object does not have the property. */
export type StixCourseOfAction = StixObject & Node & {
  readonly __typename?: 'StixCourseOfAction';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** A short name of the action. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What to do, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
};


/** What to do to prevent or to respond to an attack. `course-of-action`, STIX 2.1 §4.3. A field is null where the object does not have the property. */
export type StixCourseOfActionReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What to do to prevent or to respond to an attack. `course-of-action`, STIX 2.1 §4.3. A field is null where the object does not have the property. */
export type StixCourseOfActionWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What to do to prevent or to respond to an attack. `course-of-action`, STIX 2.1 §4.3. A field is null where the object does not have the property. */
export type StixCourseOfActionVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What to do to prevent or to respond to an attack. `course-of-action`, STIX 2.1 §4.3. A field is null where the object does not have the property. */
export type StixCourseOfActionDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** Malicious code, as a family or as one sample. `malware`, STIX 2.1 §4.11. A field is null where the object does not have the property. */
export type StixMalware = StixObject & Node & {
  readonly __typename?: 'StixMalware';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** A name for people. Not unique, and no key: two objects may bear the same. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `malware_types`: What it does, by the open vocabulary malware-type-ov, such as `ransomware`, as many values as its producer states. */
  readonly malwareTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `is_family`: Whether it stands for a family, and not for one sample. Errata 01 makes it optional: null is not false. */
  readonly isFamily?: Maybe<Scalars['Boolean']['output']>;
  /** Other names of the same thing, as many as its producer knows. */
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `kill_chain_phases`: Phases of an attack that it belongs to, each `{kill_chain_name, phase_name}`, as many as its producer states. */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
  /** `first_seen`: When it was first seen, as its producer wrote the instant. */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen`: When it was last seen, as its producer wrote the instant. */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
  /** `operating_system_refs`: Ids of the software objects that are the operating systems it runs on, as many as it names. */
  readonly operatingSystemRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** `architecture_execution_envs`: Processors that it runs on, by the open vocabulary processor-architecture-ov, as many values as its producer states. */
  readonly architectureExecutionEnvs?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `implementation_languages`: Programming languages that it is written in, by the open vocabulary implementation-language-ov, as many values as its producer states. */
  readonly implementationLanguages?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What it is able to do, by the open vocabulary malware-capabilities-ov, as many values as its producer states. */
  readonly capabilities?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `sample_refs`: Ids of the files or artifacts that are samples of it, as many as it names. */
  readonly sampleRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** Malicious code, as a family or as one sample. `malware`, STIX 2.1 §4.11. A field is null where the object does not have the property. */
export type StixMalwareReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Malicious code, as a family or as one sample. `malware`, STIX 2.1 §4.11. A field is null where the object does not have the property. */
export type StixMalwareWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Malicious code, as a family or as one sample. `malware`, STIX 2.1 §4.11. A field is null where the object does not have the property. */
export type StixMalwareVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Malicious code, as a family or as one sample. `malware`, STIX 2.1 §4.11. A field is null where the object does not have the property. */
export type StixMalwareDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** A way in which adversaries attack, such as a technique of ATT&CK. `attack-pattern`, STIX 2.1 §4.1. A field is null where the object does not have the property. */
export type StixAttackPattern = StixObject & Node & {
  readonly __typename?: 'StixAttackPattern';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** Name of the technique or tactic. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Other names of the same thing, as many as its producer knows. */
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `kill_chain_phases`: Phases of an attack that it belongs to, each `{kill_chain_name, phase_name}`, as many as its producer states. */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
};


/** A way in which adversaries attack, such as a technique of ATT&CK. `attack-pattern`, STIX 2.1 §4.1. A field is null where the object does not have the property. */
export type StixAttackPatternReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A way in which adversaries attack, such as a technique of ATT&CK. `attack-pattern`, STIX 2.1 §4.1. A field is null where the object does not have the property. */
export type StixAttackPatternWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A way in which adversaries attack, such as a technique of ATT&CK. `attack-pattern`, STIX 2.1 §4.1. A field is null where the object does not have the property. */
export type StixAttackPatternVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A way in which adversaries attack, such as a technique of ATT&CK. `attack-pattern`, STIX 2.1 §4.1. A field is null where the object does not have the property. */
export type StixAttackPatternDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** Malicious activity over some time against certain targets. `campaign`, STIX 2.1 §4.2. A field is null where the object does not have the property. */
export type StixCampaign = StixObject & Node & {
  readonly __typename?: 'StixCampaign';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** A name for people. Not unique, and no key: two objects may bear the same. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Other names of the same thing, as many as its producer knows. */
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `first_seen`: When it was first seen, as its producer wrote the instant. */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen`: When it was last seen, as its producer wrote the instant. */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
  /** What the adversary wants to achieve by it. */
  readonly objective?: Maybe<Scalars['String']['output']>;
};


/** Malicious activity over some time against certain targets. `campaign`, STIX 2.1 §4.2. A field is null where the object does not have the property. */
export type StixCampaignReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Malicious activity over some time against certain targets. `campaign`, STIX 2.1 §4.2. A field is null where the object does not have the property. */
export type StixCampaignWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Malicious activity over some time against certain targets. `campaign`, STIX 2.1 §4.2. A field is null where the object does not have the property. */
export type StixCampaignVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Malicious activity over some time against certain targets. `campaign`, STIX 2.1 §4.2. A field is null where the object does not have the property. */
export type StixCampaignDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** A person, organisation, group or class of them. `identity`, STIX 2.1 §4.5. A field is null where the object does not have the property. */
export type StixIdentity = StixObject & Node & {
  readonly __typename?: 'StixIdentity';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** Name of the person, organisation, group or class. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What it does, in free words, as many as its producer states. */
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `identity_class`: What kind of entity it is, by the open vocabulary identity-class-ov, such as `organization` or `class`. */
  readonly identityClass?: Maybe<Scalars['String']['output']>;
  /** Industries that it belongs to, by the open vocabulary industry-sector-ov, as many values as its producer states. */
  readonly sectors?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `contact_information`: How to reach it, in free text. */
  readonly contactInformation?: Maybe<Scalars['String']['output']>;
};


/** A person, organisation, group or class of them. `identity`, STIX 2.1 §4.5. A field is null where the object does not have the property. */
export type StixIdentityReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person, organisation, group or class of them. `identity`, STIX 2.1 §4.5. A field is null where the object does not have the property. */
export type StixIdentityWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person, organisation, group or class of them. `identity`, STIX 2.1 §4.5. A field is null where the object does not have the property. */
export type StixIdentityVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person, organisation, group or class of them. `identity`, STIX 2.1 §4.5. A field is null where the object does not have the property. */
export type StixIdentityDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** Systems and services that serve a purpose in an attack or a defence. `infrastructure`, STIX 2.1 §4.8. A field is null where the object does not have the property. */
export type StixInfrastructure = StixObject & Node & {
  readonly __typename?: 'StixInfrastructure';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** A name for people. Not unique, and no key: two objects may bear the same. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is, in plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `infrastructure_types`: What it is used for, by the open vocabulary infrastructure-type-ov, as many values as its producer states. */
  readonly infrastructureTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Other names of the same thing, as many as its producer knows. */
  readonly aliases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `kill_chain_phases`: Phases of an attack that it belongs to, each `{kill_chain_name, phase_name}`, as many as its producer states. */
  readonly killChainPhases?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
  /** `first_seen`: When it was first seen, as its producer wrote the instant. */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen`: When it was last seen, as its producer wrote the instant. */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
};


/** Systems and services that serve a purpose in an attack or a defence. `infrastructure`, STIX 2.1 §4.8. A field is null where the object does not have the property. */
export type StixInfrastructureReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Systems and services that serve a purpose in an attack or a defence. `infrastructure`, STIX 2.1 §4.8. A field is null where the object does not have the property. */
export type StixInfrastructureWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Systems and services that serve a purpose in an attack or a defence. `infrastructure`, STIX 2.1 §4.8. A field is null where the object does not have the property. */
export type StixInfrastructureVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Systems and services that serve a purpose in an attack or a defence. `infrastructure`, STIX 2.1 §4.8. A field is null where the object does not have the property. */
export type StixInfrastructureDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** The word of somebody that something was seen, or was not. `sighting`, STIX 2.1 §5.2. A field is null where the object does not have the property. */
export type StixSighting = StixObject & Node & {
  readonly __typename?: 'StixSighting';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** More about what was seen. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** `first_seen`: Beginning of the time in which it was seen, as its producer wrote the instant. */
  readonly firstSeen?: Maybe<Scalars['String']['output']>;
  /** `last_seen`: End of the time in which it was seen, as its producer wrote the instant. */
  readonly lastSeen?: Maybe<Scalars['String']['output']>;
  /** How often it was seen, from 0 (looked for and not seen) to 999,999,999. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** `sighting_of_ref`: Id of the object that was seen. */
  readonly sightingOfRef?: Maybe<Scalars['ID']['output']>;
  /** `observed_data_refs`: Ids of the raw observations, as many as it names. */
  readonly observedDataRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** `where_sighted_refs`: Ids of the identities or locations that saw it, as many as it names: the victims, when it was seen there. */
  readonly whereSightedRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Whether it sums up others, as text: Errata 01 changes the boolean into a string. */
  readonly summary?: Maybe<Scalars['JSON']['output']>;
};


/** The word of somebody that something was seen, or was not. `sighting`, STIX 2.1 §5.2. A field is null where the object does not have the property. */
export type StixSightingReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The word of somebody that something was seen, or was not. `sighting`, STIX 2.1 §5.2. A field is null where the object does not have the property. */
export type StixSightingWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The word of somebody that something was seen, or was not. `sighting`, STIX 2.1 §5.2. A field is null where the object does not have the property. */
export type StixSightingVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The word of somebody that something was seen, or was not. `sighting`, STIX 2.1 §5.2. A field is null where the object does not have the property. */
export type StixSightingDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** Text that adds to other objects. `note`, STIX 2.1 §4.13. A field is null where the object does not have the property. */
export type StixNote = StixObject & Node & {
  readonly __typename?: 'StixNote';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** A brief summary of the note. */
  readonly abstract?: Maybe<Scalars['String']['output']>;
  /** The note, in plain text. */
  readonly content?: Maybe<Scalars['String']['output']>;
  /** Names of those who wrote it, as many as its producer states. */
  readonly authors?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** `object_refs`: Ids of the objects that the note is about, as many as it names. */
  readonly objectRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** Text that adds to other objects. `note`, STIX 2.1 §4.13. A field is null where the object does not have the property. */
export type StixNoteReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Text that adds to other objects. `note`, STIX 2.1 §4.13. A field is null where the object does not have the property. */
export type StixNoteWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Text that adds to other objects. `note`, STIX 2.1 §4.13. A field is null where the object does not have the property. */
export type StixNoteVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Text that adds to other objects. `note`, STIX 2.1 §4.13. A field is null where the object does not have the property. */
export type StixNoteDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** What was observed on systems or networks, without judgement. `observed-data`, STIX 2.1 §4.14. A field is null where the object does not have the property. */
export type StixObservedData = StixObject & Node & {
  readonly __typename?: 'StixObservedData';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
  /** `first_observed`: Beginning of the observation, as its producer wrote the instant. */
  readonly firstObserved?: Maybe<Scalars['String']['output']>;
  /** `last_observed`: End of the observation, as its producer wrote the instant. */
  readonly lastObserved?: Maybe<Scalars['String']['output']>;
  /** `number_observed`: How often the data was observed, from 1 to 999,999,999. */
  readonly numberObserved?: Maybe<Scalars['Int']['output']>;
  /** Observables in the deprecated form of STIX 2.0: a dictionary of objects. */
  readonly objects?: Maybe<Scalars['JSON']['output']>;
  /** `object_refs`: Ids of the observables, as many as it names. */
  readonly objectRefs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};


/** What was observed on systems or networks, without judgement. `observed-data`, STIX 2.1 §4.14. A field is null where the object does not have the property. */
export type StixObservedDataReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What was observed on systems or networks, without judgement. `observed-data`, STIX 2.1 §4.14. A field is null where the object does not have the property. */
export type StixObservedDataWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What was observed on systems or networks, without judgement. `observed-data`, STIX 2.1 §4.14. A field is null where the object does not have the property. */
export type StixObservedDataVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What was observed on systems or networks, without judgement. `observed-data`, STIX 2.1 §4.14. A field is null where the object does not have the property. */
export type StixObservedDataDifferenceArgs = {
  from: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

/** Any other type, custom ones included: its content is in `raw`. */
export type StixOther = StixObject & Node & {
  readonly __typename?: 'StixOther';
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
   */
  readonly revokedBy: ReadonlyArray<Member>;
  /** What changed between two versions; null when you cannot see one of them. */
  readonly difference?: Maybe<StixDifference>;
};


/** Any other type, custom ones included: its content is in `raw`. */
export type StixOtherReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Any other type, custom ones included: its content is in `raw`. */
export type StixOtherWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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
  /** Stable name, such as `kev`. */
  readonly name: Scalars['String']['output'];
  /** By what it is looked up. */
  readonly needs: EnrichmentKey;
  /** STIX types of the objects made from it. At most 10. */
  readonly makes: ReadonlyArray<Scalars['String']['output']>;
  /** The licence of the set, as its publisher words it. */
  readonly licence: Scalars['String']['output'];
  /** Where its publisher offers it. */
  readonly url: Scalars['String']['output'];
  /** Days after which the set counts as stale, from its loading and from the date that its version names; null when it never does. */
  readonly freshForDays?: Maybe<Scalars['Int']['output']>;
  /** As the set itself states; null until it states one. */
  readonly version?: Maybe<Scalars['String']['output']>;
  /** When it was last loaded into this hub; null until it was. */
  readonly loadedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it was loaded, or its `version` is of a date, more than `freshForDays` ago. */
  readonly isStale: Scalars['Boolean']['output'];
};

/** By what a reference set is looked up. */
export type EnrichmentKey =
  /** The number of a vulnerability, such as CVE-2024-3400. */
  | 'cve'
  /** The number of a weakness, such as CWE-79. */
  | 'cwe'
  /** The value of an observable or indicator: an address, a host, a URL, a hash. */
  | 'value'
  /** A term of the STIX sector vocabulary. */
  | 'sector';

/**
 * A STIX 2.1 object as its producer wrote it, plus facts that the hub adds. An object that refers to something you may not
 * read is absent; a report or grouping is then a copy by the hub, without those references. The types that people read most have typed
 * fields (stix.generated.graphql); for every other type the content is in `raw`.
 */
export type StixObject = {
  /** The STIX id. A report or grouping of which you may not have every reference is a copy by the hub, under an id of its own. */
  readonly id: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** When its producer first made it; null for types without it, such as observables. */
  readonly created?: Maybe<Scalars['DateTime']['output']>;
  /** When its producer made this version; null for types without versions. `raw` has it digit for digit. */
  readonly modified?: Maybe<Scalars['DateTime']['output']>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** The object as its producer wrote it: the same bytes after canonical form (RFC 8785). Pass it on as it is. */
  readonly raw: Scalars['JSON']['output'];
  /** The references in it in the order of its properties, each with its object if you may see it. */
  readonly references: StixReferenceConnection;
  /** Who asserted the same entity, as far as you may see. Objects with the same pattern, CVE, observable or name are one entity. At most 100. */
  readonly sources: ReadonlyArray<ObjectSource>;
  /** How many of these are independent. Two of the same publisher count once; a source that forwards another's object or has revoked its own does not count. */
  readonly corroboration: Scalars['Int']['output'];
  /** What reference sets know about it, as objects created by the hub's own identity. Who may read the object may read them. At most 50. */
  readonly enrichment: ReadonlyArray<StixObject>;
  /** The CACAO playbook in a course-of-action, as steps to read. It is never run. Null for every other type. */
  readonly playbook?: Maybe<Playbook>;
  /** The warnings and practices that contain it in their current version, as far as you may read them, in an order that says nothing of their publishers. At most 1,000 over all pages. */
  readonly warnings: WarningConnection;
  /** Every version you may see, newest first. A version asserted by two sources is listed twice. */
  readonly versions: StixVersionConnection;
  /**
   * Who revoked it, as far as you may see and their name may be disclosed. An object that belongs to a member is revoked by
   * its owner, for everybody. Of any other object each source revokes only its own assertion; those of others still count.
   * At most 100.
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
export type StixObjectReferencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A STIX 2.1 object as its producer wrote it, plus facts that the hub adds. An object that refers to something you may not
 * read is absent; a report or grouping is then a copy by the hub, without those references. The types that people read most have typed
 * fields (stix.generated.graphql); for every other type the content is in `raw`.
 */
export type StixObjectWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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
  /** Who asserted it; null where the name may not be disclosed. */
  readonly source?: Maybe<Member>;
  /** The strictest of the object's own markings; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** Whether this is the version in effect for you: the newest you may see, or the one that revoked the object. */
  readonly isLatest: Scalars['Boolean']['output'];
  /** Whether this version revokes the object, for everybody or for its source. */
  readonly revoked: Scalars['Boolean']['output'];
  /** Whether its source took it out of its warning, by a correction or a cancellation. It counts nowhere. */
  readonly withdrawn: Scalars['Boolean']['output'];
  /** The version as its producer wrote it: the same bytes after canonical form (RFC 8785). */
  readonly raw: Scalars['JSON']['output'];
};

/** Versions of an object, newest first. */
export type StixVersionConnection = {
  readonly __typename?: 'StixVersionConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<StixVersionEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `StixVersionConnection`. */
export type StixVersionEdge = {
  readonly __typename?: 'StixVersionEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The version, as one source asserted it. */
  readonly node: StixVersion;
};

/** What changed from one version of an object to another. */
export type StixDifference = {
  readonly __typename?: 'StixDifference';
  /** `modified` of the version that was compared from. */
  readonly from: Scalars['DateTime']['output'];
  /** `modified` of the version that was compared to. */
  readonly to: Scalars['DateTime']['output'];
  /** In the order of the properties. At most 100. */
  readonly changes: ReadonlyArray<StixChange>;
  /** False when there are more changes than listed. */
  readonly isWhole: Scalars['Boolean']['output'];
};

/** What happened to a value. */
export type StixChangeKind =
  /** It is in the newer version only. */
  | 'ADDED'
  /** It is in the older version only. */
  | 'REMOVED'
  /** It is another value. */
  | 'CHANGED'
  /** A list with the same elements in another order. */
  | 'REORDERED';

/** One difference between two versions. */
export type StixChange = {
  readonly __typename?: 'StixChange';
  /** What happened. */
  readonly change: StixChangeKind;
  /** JSON path: into the older version for removed values, into the newer one for all others. */
  readonly path: Scalars['String']['output'];
  /** The former value as JSON text, cut after 1,000 characters; null when there was none. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** The new value as JSON text, cut after 1,000 characters; null when there is none. */
  readonly after?: Maybe<Scalars['String']['output']>;
};

/** A CACAO 2.0 playbook, laid out to be read by a person. The hub runs nothing; the whole playbook is in `raw` of its object. */
export type Playbook = {
  readonly __typename?: 'Playbook';
  /** As its creator named it; null when it has none. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it is for; null when nothing is said. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Its kinds by the open vocabulary of CACAO (§3.1.1), such as `mitigation`. At most 50. */
  readonly types: ReadonlyArray<Scalars['String']['output']>;
  /** From when it applies, as text as its creator wrote it; null when nothing is said. */
  readonly validFrom?: Maybe<Scalars['String']['output']>;
  /** Until when it applies, as text as its creator wrote it; null when nothing is said. */
  readonly validUntil?: Maybe<Scalars['String']['output']>;
  /** Whether its creator revoked it: do not follow it then. */
  readonly isRevoked: Scalars['Boolean']['output'];
  /** In the order in which to read them. At most 500. */
  readonly steps: ReadonlyArray<PlaybookStep>;
  /** Where it deviates from CACAO 2.0. At most 50. */
  readonly findings: ReadonlyArray<PlaybookFinding>;
};

/** The kind of a step (CACAO 2.0 §4.1). */
export type PlaybookStepKind =
  /** Where the playbook begins. */
  | 'START'
  /** Where a branch ends. */
  | 'END'
  /** Commands for an agent. */
  | 'ACTION'
  /** Runs another playbook. */
  | 'PLAYBOOK_ACTION'
  /** Its next steps go on at the same time. */
  | 'PARALLEL'
  /** One of two next steps, by a condition. */
  | 'IF_CONDITION'
  /** Repeats while a condition holds. */
  | 'WHILE_CONDITION'
  /** One of several next steps, by a value. */
  | 'SWITCH_CONDITION'
  /** A kind that CACAO 2.0 does not know, or none: `raw` has its word. */
  | 'OTHER';

/** One step of a playbook. */
export type PlaybookStep = {
  readonly __typename?: 'PlaybookStep';
  /** From 1, in the order of reading; `PlaybookNext.step` refers to it. */
  readonly number: Scalars['Int']['output'];
  /** What kind of step it is. */
  readonly kind: PlaybookStepKind;
  /** Null when it has none. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** At most 4,000 characters; null when nothing is said. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What is to be done. At most 50. */
  readonly commands: ReadonlyArray<PlaybookCommand>;
  /** Who carries it out, by name; null when nobody is named. */
  readonly agent?: Maybe<Scalars['String']['output']>;
  /** What follows. One for each way on, and none at an end. */
  readonly next: ReadonlyArray<PlaybookNext>;
};

/** A command of a step. Text to read: the hub runs nothing. */
export type PlaybookCommand = {
  readonly __typename?: 'PlaybookCommand';
  /** By the open vocabulary of CACAO (§5), such as `manual` or `bash`. */
  readonly type: Scalars['String']['output'];
  /** The command as text, at most 4,000 characters. */
  readonly text: Scalars['String']['output'];
};

/** A way from one step to another. */
export type PlaybookNext = {
  readonly __typename?: 'PlaybookNext';
  /** The condition; null when the step always follows. */
  readonly when?: Maybe<Scalars['String']['output']>;
  /** `number` of the step that follows. */
  readonly step: Scalars['Int']['output'];
};

/** Where a playbook deviates from CACAO 2.0. */
export type PlaybookFinding = {
  readonly __typename?: 'PlaybookFinding';
  /** Stable, see docs/errors.md. */
  readonly code: Scalars['String']['output'];
  /** JSON path into the playbook. */
  readonly path: Scalars['String']['output'];
  /** What is unusual, as a sentence in English. */
  readonly message: Scalars['String']['output'];
};

/** The references of one object. */
export type StixReferenceConnection = {
  readonly __typename?: 'StixReferenceConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<StixReferenceEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `StixReferenceConnection`. */
export type StixReferenceEdge = {
  readonly __typename?: 'StixReferenceEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** One property of the object, and what it names. */
  readonly node: StixReference;
};

/** A property that names another object by its id. */
export type StixReference = {
  readonly __typename?: 'StixReference';
  /** The property, such as `object_refs[2]`. */
  readonly property: Scalars['String']['output'];
  /** The id that stands there. */
  readonly targetId: Scalars['ID']['output'];
  /** The object, in the newest version that you may see. Null when there is no such object or you may not see it. */
  readonly object?: Maybe<StixObject>;
};

/** One assertion of the same entity: who made it, where, and under which marking. */
export type ObjectSource = {
  readonly __typename?: 'ObjectSource';
  /** The STIX id of this source's object. For objects with names, pass both ids to undoObjectMerge to separate them. */
  readonly objectId: Scalars['ID']['output'];
  /** Who published it. `withheld` where the name must not be disclosed. */
  readonly publisher: Member;
  /** The marking under which this source asserts it; null when the hub does not understand it. */
  readonly marking?: Maybe<Tlp>;
  /** Id of the warning or practice that asserts it. */
  readonly warning: Scalars['ID']['output'];
};

/** Objects in a stable order, by their ids. */
export type StixObjectConnection = {
  readonly __typename?: 'StixObjectConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<StixObjectEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `StixObjectConnection`. */
export type StixObjectEdge = {
  readonly __typename?: 'StixObjectEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The object, as you may see it. */
  readonly node: StixObject;
};

/** How often a subscription tells. */
export type Cadence =
  /** Each item by itself, as it comes. */
  | 'AT_ONCE'
  /** Gathered, once a day at a local hour. */
  | 'DAILY'
  /** Gathered, once a week on a day and at a local hour. */
  | 'WEEKLY';

/** How a subscription stands. */
export type SubscriptionStanding =
  /** It tells. */
  | 'ACTIVE'
  /** It gathers until it is resumed, or until `pausedUntil`. */
  | 'PAUSED'
  /** Somebody followed the link in a message: only what is severe and addressed to your organisation comes, and corrections. */
  | 'UNSUBSCRIBED'
  /** Its time is over. */
  | 'EXPIRED'
  /** It was ended. */
  | 'ENDED';

/** A subscription: what to tell, at which endpoint, and when. It brings nothing that its reader may not read at that moment. */
export type WarningSubscription = Node & {
  readonly __typename?: 'WarningSubscription';
  /** Pass it as `id` to change it. `node(id)` gives it to whose it is. */
  readonly id: Scalars['ID']['output'];
  /** What its owner calls it. */
  readonly name: Scalars['String']['output'];
  /** The endpoint where it is told. */
  readonly endpoint: Scalars['ID']['output'];
  /** Whether it is your organisation's and not a person's. */
  readonly isOfMember: Scalars['Boolean']['output'];
  /** How it stands now. */
  readonly state: SubscriptionStanding;
  /** What it asks for. */
  readonly filter: SubscriptionFilter;
  /** How often it tells. */
  readonly cadence: Cadence;
  /** Local hour of its digests, 0 to 23. */
  readonly hour: Scalars['Int']['output'];
  /** Day of a weekly digest: 1 is Monday, 7 Sunday. */
  readonly weekday: Scalars['Int']['output'];
  /** IANA time zone of its hours. */
  readonly timeZone: Scalars['String']['output'];
  /** Single messages within an hour by the clock; the rest is gathered until the next hour. What is severe and addressed to your organisation is never held back by it. */
  readonly mostPerHour: Scalars['Int']['output'];
  /** From when it is quiet, as a local time of day; null where it never is. What is severe comes all the same. */
  readonly quietFrom?: Maybe<Scalars['String']['output']>;
  /** Until when it is quiet; null where it never is. */
  readonly quietUntil?: Maybe<Scalars['String']['output']>;
  /** Until when it is paused; null while it is not, or until it is resumed. */
  readonly pausedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it expires; null for never. What it has gathered by then comes in a last digest: at once, or as quiet hours end. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its next digest is due, if anything waits for it; null while it tells at once or is not active. */
  readonly nextDigestAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a subscription asks for: items that fit every field, each by any of its values. Without fields it is all that its reader may read. */
export type SubscriptionFilter = {
  readonly __typename?: 'SubscriptionFilter';
  /** Ids of the hub's sectors, as publishers state them. At most 60. */
  readonly sectors: ReadonlyArray<Scalars['String']['output']>;
  /** Warnings, practices or both. At most 2. */
  readonly kinds: ReadonlyArray<ItemKind>;
  /** Any of these. At most 5. */
  readonly severities: ReadonlyArray<Severity>;
  /** Any of these effective urgencies. At most 5. */
  readonly urgencies: ReadonlyArray<Urgency>;
  /** Any of these effective certainties. At most 5. */
  readonly certainties: ReadonlyArray<Certainty>;
  /** Countries, as publishers state them. At most 60. */
  readonly countries: ReadonlyArray<Scalars['String']['output']>;
  /** Slugs of communities of your organisation through which it was addressed. At most 60. */
  readonly communities: ReadonlyArray<Scalars['String']['output']>;
  /** Ids of members that publish. At most 60. */
  readonly publishers: ReadonlyArray<Scalars['String']['output']>;
  /** Products that the item names, as `SubscriptionFilterInput` says. At most 50. */
  readonly products: ReadonlyArray<SubscribedProduct>;
  /** Words that must all occur; null for any. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Whether only what is addressed to your organisation itself counts, and not what comes through others. */
  readonly directOnly: Scalars['Boolean']['output'];
  /** Id of the exercise whose traffic it asks for; null for real traffic. */
  readonly exercise?: Maybe<Scalars['String']['output']>;
};

/** A product: every part that is given must hold. */
export type SubscribedProduct = {
  readonly __typename?: 'SubscribedProduct';
  /** Its maker; null for any. */
  readonly vendor?: Maybe<Scalars['String']['output']>;
  /** Its name; null for any. */
  readonly product?: Maybe<Scalars['String']['output']>;
  /** Its CPE 2.3 name, with `*` for any part; null for any. */
  readonly cpe?: Maybe<Scalars['String']['output']>;
};

/** What a subscription would have sent. */
export type SubscriptionPreview = {
  readonly __typename?: 'SubscriptionPreview';
  /** In one sentence, such as: The last 30 days would have sent you 14 messages: 2 by themselves, 12 digests with 41 items. Where it asks for products, also what is not found. */
  readonly inWords: Scalars['String']['output'];
  /** Each message, the latest first. At most 200. */
  readonly messages: ReadonlyArray<PreviewedMessage>;
  /** Whether more fitted than could be looked at; the sentence then counts those that were. */
  readonly isPartial: Scalars['Boolean']['output'];
};

/** One message that would have been sent. */
export type PreviewedMessage = {
  readonly __typename?: 'PreviewedMessage';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Whether it is a digest of several items, and not one by itself. */
  readonly isDigest: Scalars['Boolean']['output'];
  /** What is in it, in the order in which it came. At most 50 of them. */
  readonly warnings: ReadonlyArray<Warning>;
};

/** A product to ask for: every part that is given must hold. */
export type SubscribedProductInput = {
  /** Its maker, whole, at most 200 characters; upper and lower case are the same, and blanks, `_` and `-` do not count. */
  readonly vendor?: InputMaybe<Scalars['String']['input']>;
  /** Its name, likewise. */
  readonly product?: InputMaybe<Scalars['String']['input']>;
  /** Its CPE 2.3 name, at most 200 characters, with `*` for any part. Part, maker, product, version and update are compared; where an item has no CPE name, maker and product. */
  readonly cpe?: InputMaybe<Scalars['String']['input']>;
};

/** Which items: those that fit every field given, each by any of its values. */
export type SubscriptionFilterInput = {
  /**
   * Ids of the hub's sectors; a parent includes its children, and a child brings what concerns its parent as a whole. What names no
   * sector fits where it is addressed to your organisation itself. At most 60.
   */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only warnings, or only practices. At most 2. */
  readonly kinds?: InputMaybe<ReadonlyArray<ItemKind>>;
  /** Any of these. At most 5. */
  readonly severities?: InputMaybe<ReadonlyArray<Severity>>;
  /** Effective urgencies: raised by what is publicly known. At most 5. */
  readonly urgencies?: InputMaybe<ReadonlyArray<Urgency>>;
  /** Effective certainties. At most 5. */
  readonly certainties?: InputMaybe<ReadonlyArray<Certainty>>;
  /** ISO 3166-1 alpha-2. At most 60. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Slugs of communities that your organisation is in. At most 60. */
  readonly communities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Slugs or ids of members that publish. At most 60. */
  readonly publishers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Products: of the item's software objects that each of its readers may read, and of its CVEs that are in the catalogue of exploited
   * vulnerabilities. Not found are products that only the text names, of other CVEs, and of objects that some reader may not read. At most 50.
   */
  readonly products?: InputMaybe<ReadonlyArray<SubscribedProductInput>>;
  /** Words that must all occur, each as the beginning of one. At most 256 characters; no regular expressions. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Only what is addressed to your organisation itself. */
  readonly directOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of an exercise, for its traffic; real traffic when absent. The two are never mixed. */
  readonly exercise?: InputMaybe<Scalars['String']['input']>;
};

/** When it is quiet: local times of day, over midnight where the first is the later one. */
export type QuietHoursInput = {
  /** Such as `22:00`. */
  readonly from: Scalars['String']['input'];
  /** Such as `06:30`. */
  readonly until: Scalars['String']['input'];
};

/** What to tell you, where and when. */
export type CreateSubscriptionInput = {
  /** What you call it, at most 80 characters. */
  readonly name: Scalars['String']['input'];
  /** Id of a proved endpoint of yours, or of your organisation's where you keep those. */
  readonly endpoint: Scalars['ID']['input'];
  /** All that you may read when absent. */
  readonly filter?: InputMaybe<SubscriptionFilterInput>;
  /** How often. */
  readonly cadence?: Cadence;
  /** Local hour of the digest, 0 to 23. */
  readonly hour?: Scalars['Int']['input'];
  /** Day of a weekly digest: 1 is Monday, 7 Sunday. */
  readonly weekday?: Scalars['Int']['input'];
  /** IANA time zone; yours, else that of your organisation, else UTC, when absent. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Single messages within an hour by the clock, 1 to 60; the rest is gathered until the next hour. */
  readonly mostPerHour?: Scalars['Int']['input'];
  /** Never quiet when absent. */
  readonly quietHours?: InputMaybe<QuietHoursInput>;
  /** When it expires, after now; never when absent. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A subscription to try; as `CreateSubscriptionInput`. */
export type PreviewSubscriptionInput = {
  /** Where it would stand; one of your own when absent. At an endpoint of your organisation nothing marked TLP:RED is told. */
  readonly endpoint?: InputMaybe<Scalars['ID']['input']>;
  /** All that you may read when absent. */
  readonly filter?: InputMaybe<SubscriptionFilterInput>;
  /** How often. */
  readonly cadence?: Cadence;
  /** Local hour of the digest, 0 to 23. */
  readonly hour?: Scalars['Int']['input'];
  /** Day of a weekly digest: 1 is Monday, 7 Sunday. */
  readonly weekday?: Scalars['Int']['input'];
  /** IANA time zone; yours, else that of your organisation, else UTC, when absent. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Single messages within an hour by the clock, 1 to 60; the rest is gathered until the next hour. */
  readonly mostPerHour?: Scalars['Int']['input'];
  /** Never quiet when absent. */
  readonly quietHours?: InputMaybe<QuietHoursInput>;
};

/** What to change; what is left out stays as it is. */
export type ChangeSubscriptionInput = {
  /** Which subscription. */
  readonly id: Scalars['ID']['input'];
  /** What you call it, at most 80 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** In place of the whole filter. */
  readonly filter?: InputMaybe<SubscriptionFilterInput>;
  /** How often. */
  readonly cadence?: InputMaybe<Cadence>;
  /** Local hour of the digest, 0 to 23. */
  readonly hour?: InputMaybe<Scalars['Int']['input']>;
  /** Day of a weekly digest: 1 is Monday, 7 Sunday. */
  readonly weekday?: InputMaybe<Scalars['Int']['input']>;
  /** IANA time zone. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Single messages within an hour by the clock, 1 to 60. */
  readonly mostPerHour?: InputMaybe<Scalars['Int']['input']>;
  /** Null takes them away. */
  readonly quietHours?: InputMaybe<QuietHoursInput>;
  /** After now; null takes the end away. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Which subscription to pause. */
export type PauseSubscriptionInput = {
  /** Which subscription. */
  readonly id: Scalars['ID']['input'];
  /** Until when, after now; until it is resumed when absent. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Which subscription to resume. */
export type ResumeSubscriptionInput = {
  /** Which subscription. */
  readonly id: Scalars['ID']['input'];
};

/** Which subscription to end. */
export type EndSubscriptionInput = {
  /** Which subscription. */
  readonly id: Scalars['ID']['input'];
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The subscription as it is now, or why it was refused. */
export type SubscriptionResult = {
  readonly __typename?: 'SubscriptionResult';
  /** Null when it was refused. */
  readonly subscription?: Maybe<WarningSubscription>;
  /** Why nothing was written, one for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** What it would have sent, or why it cannot be tried. */
export type SubscriptionPreviewResult = {
  readonly __typename?: 'SubscriptionPreviewResult';
  /** Null when it was refused. */
  readonly preview?: Maybe<SubscriptionPreview>;
  /** One for each fault found; empty when it was done. */
  readonly refusals: ReadonlyArray<Refusal>;
};

/** What a version was made by. */
export type VersionAct =
  /** It was published: the first version. */
  | 'PUBLISH'
  /** It was corrected; or, as two persons approved, given to more readers or for a wider use. */
  | 'CORRECT'
  /** It was narrowed: the same texts, for fewer readers or under a stricter marking. */
  | 'NARROW'
  /** It was cancelled, or as a practice withdrawn. */
  | 'CANCEL'
  /** It was recalled, or is not addressed to you any more. */
  | 'RECALL';

/** One version of a warning or practice, as it was published. A former one is withdrawn: do nothing because it says so. */
export type WarningVersion = {
  readonly __typename?: 'WarningVersion';
  /** From 1. */
  readonly version: Scalars['Int']['output'];
  /** What made it. */
  readonly act: VersionAct;
  /** Whether there is none after it. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** When it was published, by the hub's clock; of an imported advisory, its issuer's own date. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** When the hub took it in, by its clock. */
  readonly takenInAt: Scalars['DateTime']['output'];
  /** Who published it; replaced by the hub (slug `withheld`) where this or the current version must not name its publisher. */
  readonly publisher: Member;
  /** Who issued it elsewhere, by name; null where the publisher speaks for itself. */
  readonly issuer?: Maybe<Scalars['String']['output']>;
  /** When it came to your member; null where it did not, as for its publisher. */
  readonly deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Under which marking you hold it now: its own, or that of the current version where it is stricter. Null when the hub does not understand it. */
  readonly marking?: Maybe<Tlp>;
  /** That marking in words, to be shown with the content. */
  readonly markingInWords: Scalars['String']['output'];
  /** How it may be used now: the stricter rule of this and the current version; null when neither specifies anything. */
  readonly handling?: Maybe<Handling>;
  /** Copyright and other statement markings, to be shown with the content. One for each statement that marks it. */
  readonly statements: ReadonlyArray<Scalars['String']['output']>;
  /** One line, at most 140 characters. */
  readonly headline: Scalars['String']['output'];
  /** Plain text, at most 4,000 characters. */
  readonly summary: Scalars['String']['output'];
  /** Language of the texts, as a BCP 47 tag. */
  readonly language: Scalars['String']['output'];
  /** The texts in other languages. At most 12. */
  readonly translations: ReadonlyArray<Translation>;
  /** What it asked for, in order. At most 5; none for practices, which have `practice.steps`. */
  readonly actions: ReadonlyArray<Action>;
  /** Whom it said to call. At most 5. */
  readonly contacts: ReadonlyArray<ContactPoint>;
  /** How soon to act, by its publisher's grade. */
  readonly urgency: Urgency;
  /** How bad it would be, by its publisher's grade. */
  readonly severity: Severity;
  /** How sure it was, by its publisher's grade. */
  readonly certainty: Certainty;
  /** Until when it was to apply; null when no end was set. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** What its publisher asked of those who got it. */
  readonly level: Level;
  /** By when an answer was asked for; null where none was. */
  readonly answerBy?: Maybe<Scalars['DateTime']['output']>;
  /** Ids of the hub's sectors that it was about. At most 60. */
  readonly sectorsConcerned: ReadonlyArray<Scalars['String']['output']>;
  /** Countries that it was about, ISO 3166-1 alpha-2. At most 260. */
  readonly countriesConcerned: ReadonlyArray<Scalars['String']['output']>;
  /** Vulnerabilities that it named. At most 500. */
  readonly cves: ReadonlyArray<Scalars['String']['output']>;
  /** Where else it could be found. At most 50. */
  readonly externalReferences: ReadonlyArray<ExternalReference>;
  /** What a best practice said; null for a warning. */
  readonly practice?: Maybe<Practice>;
  /** Why it was cancelled or withdrawn; null for other versions. */
  readonly cancelReason?: Maybe<Scalars['String']['output']>;
  /** What it changed of the one before it, as sentences, one for each part that differs; empty for a first version. As many as it said then. */
  readonly changes: ReadonlyArray<Scalars['String']['output']>;
};

/** Versions of a warning, newest first. */
export type WarningVersionConnection = {
  readonly __typename?: 'WarningVersionConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<WarningVersionEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `WarningVersionConnection`. */
export type WarningVersionEdge = {
  readonly __typename?: 'WarningVersionEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The version, as you may see it. */
  readonly node: WarningVersion;
};

/** Two versions of a warning against each other. */
export type WarningDifference = {
  readonly __typename?: 'WarningDifference';
  /** The version that was compared from. */
  readonly from: WarningVersion;
  /** The version that was compared to. */
  readonly to: WarningVersion;
  /** What `to` changes of `from`, as sentences in English, at most 20; empty where their texts are the same. */
  readonly inWords: ReadonlyArray<Scalars['String']['output']>;
  /** The fields that differ, each once with both values. At most 30. */
  readonly changes: ReadonlyArray<WarningChange>;
  /** The STIX objects that differ, as far as you may see them or their history, in a stable order by their ids. What is hidden from you is neither listed nor counted. */
  readonly objects: StixObjectChangeConnection;
};


/** Two versions of a warning against each other. */
export type WarningDifferenceObjectsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A field in which two versions of a warning differ. */
export type WarningChange = {
  readonly __typename?: 'WarningChange';
  /** The field of `WarningVersion`, such as `headline`. */
  readonly field: Scalars['String']['output'];
  /** What `from` has there, as the version was published; null where it has nothing. */
  readonly before?: Maybe<Scalars['JSON']['output']>;
  /** What `to` has there, as the version was published; null where it has nothing. */
  readonly after?: Maybe<Scalars['JSON']['output']>;
};

/** The objects by which two versions of a warning differ. */
export type StixObjectChangeConnection = {
  readonly __typename?: 'StixObjectChangeConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<StixObjectChangeEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `StixObjectChangeConnection`. */
export type StixObjectChangeEdge = {
  readonly __typename?: 'StixObjectChangeEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The object, as both versions held it. */
  readonly node: StixObjectChange;
};

/** A STIX object that one of two versions of a warning holds otherwise than the other, or not at all. */
export type StixObjectChange = {
  readonly __typename?: 'StixObjectChange';
  /** Whether `to` alone holds it (ADDED), `from` alone (REMOVED), or both, in different versions of the object (CHANGED). */
  readonly change: StixChangeKind;
  /** Its STIX id, as you see it. */
  readonly objectId: Scalars['ID']['output'];
  /** The STIX type, such as `indicator`; custom types occur, so it is no enum. */
  readonly type: Scalars['String']['output'];
  /** The strictest marking of what is shown of it; null when it has none, or one that the hub does not understand. */
  readonly marking?: Maybe<Tlp>;
  /** As its producer wrote it in `from`, or the hub's copy of it; null where `from` does not hold it. */
  readonly before?: Maybe<Scalars['JSON']['output']>;
  /** As its producer wrote it in `to`, or the hub's copy of it; null where `to` does not hold it. */
  readonly after?: Maybe<Scalars['JSON']['output']>;
  /** What changed within it, where both hold it, and none else. At most 100; `before` and `after` have all of it. */
  readonly changes: ReadonlyArray<StixChange>;
};

/** In which direction a list is read. */
export type FeedOrder =
  /** The latest numbered first: for people, who look from the top. */
  | 'NEWEST_FIRST'
  /** The earliest numbered first: for programs that poll. What is numbered later always comes later, however late it is. */
  | 'OLDEST_FIRST';

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
  /** Soon, within the next hour. */
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

/** What its publisher asks of those who get it. */
export type Level =
  /** No answer is asked for. */
  | 'INFORMATION'
  /** An answer is asked for by `answerBy`; members that have not given one are reminded when half of the time is over, and all of it. */
  | 'RECOMMENDATION'
  /** The same, approved by a second person before it left; who does not answer in time is reminded through its alternates, and through the member outside that it chose. */
  | 'ESSENTIAL_ACTION';

/** What a best practice is. */
export type PracticeKind =
  /** A measure to take. */
  | 'MEASURE'
  /** Steps for a situation. */
  | 'PLAYBOOK'
  /** How something should be done. */
  | 'GUIDELINE'
  /** A form to fill in. */
  | 'TEMPLATE'
  /** What was learned from an event. */
  | 'LESSON'
  /** A rule that an authority or an organisation has set. */
  | 'POLICY_OR_LAW'
  /** Material for teaching or exercising. */
  | 'TRAINING';

/** Whether an item still applies. */
export type WarningState =
  /** It applies. */
  | 'ACTIVE'
  /** `validUntil` has passed. */
  | 'EXPIRED'
  /** Its publisher cancelled or withdrew it. */
  | 'CANCELLED';

/**
 * A page of the feed. When a search finds little, a page may be short or empty and still have `hasNextPage: true`: continue with
 * `after: endCursor` until it is false. With OLDEST_FIRST `endCursor` is never null: it only moves on.
 */
export type FeedConnection = {
  readonly __typename?: 'FeedConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<FeedEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** Warnings and practices in a list other than the feed. */
export type WarningConnection = {
  readonly __typename?: 'WarningConnection';
  /** This page's rows. */
  readonly edges: ReadonlyArray<WarningEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One row of `WarningConnection`. */
export type WarningEdge = {
  readonly __typename?: 'WarningEdge';
  /** Pass it as `after` to continue behind this row. */
  readonly cursor: Scalars['String']['output'];
  /** The warning or practice. */
  readonly node: Warning;
};

/** One thing to do. */
export type Action = {
  readonly __typename?: 'Action';
  /** An instruction, at most 500 characters. */
  readonly text: Scalars['String']['output'];
  /** By when; null when no time is set. */
  readonly by?: Maybe<Scalars['DateTime']['output']>;
};

/** Who to call about it. */
export type ContactPoint = {
  readonly __typename?: 'ContactPoint';
  /** A name or a desk. */
  readonly name: Scalars['String']['output'];
  /** How to reach it, mostly a telephone number with its country code. */
  readonly number: Scalars['String']['output'];
  /** When it is manned, in words, such as `24x7`. */
  readonly hours: Scalars['String']['output'];
};

/** The texts of an item in another language. */
export type Translation = {
  readonly __typename?: 'Translation';
  /** BCP 47 tag, such as `pt-BR`. */
  readonly language: Scalars['String']['output'];
  /** The headline in this language. */
  readonly headline: Scalars['String']['output'];
  /** The summary in this language. */
  readonly summary: Scalars['String']['output'];
  /** The actions (of a practice: the steps) in this language, in their order; empty when they are not translated. At most 50. */
  readonly actions: ReadonlyArray<Scalars['String']['output']>;
};

/** Where else it can be found. It is no `Node`: its `id` is that of another place. */
export type ExternalReference = {
  readonly __typename?: 'ExternalReference';
  /** Who keeps it, such as `cve` or the name of a publisher. */
  readonly source: Scalars['String']['output'];
  /** Its id there; null when it has none. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** Its address; null when it has none. Not checked by the hub: treat it as any link in a mail. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/**
 * PAP and FIRST's Information Exchange Policy 2.0: the strictest of the policies on the report and on the objects that all its
 * readers have. A field is null when no policy says anything of it.
 */
export type Handling = {
  readonly __typename?: 'Handling';
  /** Permissible Actions Protocol: what may be done with the information; null when nothing is said. */
  readonly pap?: Maybe<Pap>;
  /** What recipients may do with it (IEP); null when nothing is said. */
  readonly permittedActions?: Maybe<PermittedActions>;
  /** Whether it must be encrypted when shared onward (IEP); null when nothing is said. */
  readonly encryptInTransit?: Maybe<Permission>;
  /** Whether affected parties may be told (IEP); null when nothing is said. */
  readonly affectedPartyNotifications?: Maybe<Permission>;
  /** Whether its provider may, must or must not be named (IEP); null when nothing is said. */
  readonly providerAttribution?: Maybe<Permission>;
  /** Whether it may be sold on unmodified (IEP); null when nothing is said. */
  readonly unmodifiedResale?: Maybe<Permission>;
  /** When the policy takes effect, if that was after publication; null otherwise. */
  readonly from?: Maybe<Scalars['DateTime']['output']>;
  /** When the policy ends; after that only its publisher may read it. Null when no end is set. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
  /** Where its publisher says that its policy can be read; null when it does not say, or must not be named. Not checked by the hub: treat it as any link in a mail. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** All of this as sentences in English, to be shown with the content: one for each rule that asks or forbids something. `reference` is not among them. */
  readonly inWords: ReadonlyArray<Scalars['String']['output']>;
};

/** Permissible Actions Protocol: what may be done with the information. */
export type Pap =
  /** No limit. */
  | 'CLEAR'
  /** Active actions, such as blocking, are allowed. */
  | 'GREEN'
  /** Passive cross-checks only: nothing that an adversary could notice. */
  | 'AMBER'
  /** Non-detectable actions only, within one's own infrastructure. */
  | 'RED';

/** What recipients may do with the information (IEP 2.0), from least to most. */
export type PermittedActions =
  /** Nothing without the provider's consent. */
  | 'NONE'
  /** Ask the provider first. */
  | 'CONTACT_FOR_INSTRUCTION'
  /** What nobody outside one's own organisation can see. */
  | 'INTERNALLY_VISIBLE_ACTIONS'
  /** What others can see, but not as directed at the adversary. */
  | 'EXTERNALLY_VISIBLE_INDIRECT_ACTIONS'
  /** Whatever is needed, visible to the adversary too. */
  | 'EXTERNALLY_VISIBLE_DIRECT_ACTIONS';

/** A rule of an exchange policy. */
export type Permission =
  /** It may be done. */
  | 'MAY'
  /** It must be done. */
  | 'MUST'
  /** It must not be done. */
  | 'MUST_NOT';

/** What a best practice says beyond its headline and summary. */
export type Practice = {
  readonly __typename?: 'Practice';
  /** What kind of practice it is. */
  readonly kind: PracticeKind;
  /** The problem that it solves. */
  readonly problem: Scalars['String']['output'];
  /** What to do, in order. At most 50. */
  readonly steps: ReadonlyArray<Scalars['String']['output']>;
  /** How it is known to work; null when nothing is said. */
  readonly evidence?: Maybe<Scalars['String']['output']>;
  /** Where it does not help; null when nothing is said. */
  readonly limits?: Maybe<Scalars['String']['output']>;
  /** Under which licence it may be used; null when nothing is said. */
  readonly licence?: Maybe<Scalars['String']['output']>;
  /** When its publisher reviews it, YYYY-MM-DD; null when no date is set. */
  readonly reviewDue?: Maybe<Scalars['String']['output']>;
};

/** Why you have it: it is your own, it is addressed to you, it comes through a provider, or you depend on an affected sector or member. */
export type Reason = {
  readonly __typename?: 'Reason';
  /** How you have it. */
  readonly kind: ReasonKind;
  /** The rule, as a sentence in English. */
  readonly rule: Scalars['String']['output'];
  /** How strongly you depend on what is hit; null for other kinds than DEPENDENCY. */
  readonly grade?: Maybe<Grade>;
  /** The dependency path from the affected side to you, as far as you may know it; null for other kinds than DEPENDENCY. At most 3: a cascade takes two steps. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Shortest time until you feel the effect, in hours; null when it is not known. */
  readonly hoursToEffect?: Maybe<Scalars['Float']['output']>;
  /**
   * Whether the publisher sees you among the recipients. False where your member is unlisted to it, or where only a dependency
   * that was declared, being the client of somebody, or a community whose members are not shown brings it to you: then the
   * publisher sees you once you acknowledge it, and not before.
   */
  readonly isKnownToPublisher: Scalars['Boolean']['output'];
};

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
  /** It holds a version of it that was recalled. */
  | 'HELD'
  /** What a publisher sees of a recipient that it would not see if it had not answered: not what brought it. */
  | 'RELATION';

/** How strong a dependency is. */
export type Grade =
  /** Most of the function is lost without what is hit. */
  | 'HIGH'
  /** A part of it. */
  | 'MEDIUM'
  /** A small part of it. */
  | 'LOW';

/** A source of an advisory: who published it, and the marking of that publication. */
export type Source = {
  readonly __typename?: 'Source';
  /** Id of the source's own warning. */
  readonly warning: Scalars['ID']['output'];
  /** Who published it; `withheld` where the name must not be disclosed. */
  readonly publisher: Member;
  /** Its marking; null when the hub does not understand it. */
  readonly marking?: Maybe<Tlp>;
  /** When this source first published it. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** The pair to pass to undoMerge if this is a different event. Null for the warning itself, and until a worker has compared the two. */
  readonly pair?: Maybe<Scalars['ID']['output']>;
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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  AnswerPlan: ResolverTypeWrapper<AnswerPlanSource>;
  Site: ResolverTypeWrapper<Site>;
  SiteInput: SiteInput;
  ChangeAnswerPlanInput: ChangeAnswerPlanInput;
  AnswerPlanResult: ResolverTypeWrapper<Omit<AnswerPlanResult, 'plan'> & { plan?: Maybe<ResolversTypes['AnswerPlan']> }>;
  RemindRecipientsInput: RemindRecipientsInput;
  RemindRecipientsResult: ResolverTypeWrapper<Reminded>;
  CreateAnswerLinkInput: CreateAnswerLinkInput;
  AnswerLinkResult: ResolverTypeWrapper<AnswerLinkResult>;
  ApprovalKind: ResolverTypeWrapper<Omit<ApprovalKind, 'proposedBy' | 'approvedBy'> & { proposedBy: ReadonlyArray<ResolversTypes['Role']>, approvedBy: ReadonlyArray<ResolversTypes['Role']> }>;
  ProposalState: ProposalState;
  Proposal: ResolverTypeWrapper<ShownProposal>;
  ProposalConnection: ResolverTypeWrapper<Omit<ProposalConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ProposalEdge']> }>;
  ProposalEdge: ResolverTypeWrapper<Omit<ProposalEdge, 'node'> & { node: ResolversTypes['Proposal'] }>;
  ProposeInput: ProposeInput;
  ApproveProposalInput: ApproveProposalInput;
  RefuseProposalInput: RefuseProposalInput;
  WithdrawProposalInput: WithdrawProposalInput;
  ProposalResult: ResolverTypeWrapper<Omit<ProposalResult, 'proposal'> & { proposal?: Maybe<ResolversTypes['Proposal']> }>;
  AuditFilter: AuditFilter;
  AccessWay: AccessWay;
  AuditConnection: ResolverTypeWrapper<Omit<AuditConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AuditEdge']> }>;
  AuditEdge: ResolverTypeWrapper<Omit<AuditEdge, 'node'> & { node: ResolversTypes['AuditLine'] }>;
  AuditLine: ResolverTypeWrapper<ShownLine>;
  Case: ResolverTypeWrapper<ShownCase>;
  CaseConnection: ResolverTypeWrapper<Omit<CaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CaseEdge']> }>;
  CaseEdge: ResolverTypeWrapper<Omit<CaseEdge, 'node'> & { node: ResolversTypes['Case'] }>;
  CaseNote: ResolverTypeWrapper<CaseNote>;
  CaseState: CaseState;
  CaseActKind: CaseActKind;
  ChangeCaseInput: ChangeCaseInput;
  CaseResult: ResolverTypeWrapper<Omit<CaseResult, 'case'> & { case?: Maybe<ResolversTypes['Case']> }>;
  Ways: ResolverTypeWrapper<WaysFacts>;
  Way: ResolverTypeWrapper<WayFacts>;
  WayFault: WayFault;
  EndpointChannel: EndpointChannel;
  EndpointForm: EndpointForm;
  EndpointState: EndpointState;
  EndpointCause: EndpointCause;
  SignatureKind: SignatureKind;
  Endpoint: ResolverTypeWrapper<EndpointFacts>;
  ChannelDeliveryState: ChannelDeliveryState;
  FailureClass: FailureClass;
  ChannelOccasion: ChannelOccasion;
  ChannelDelivery: ResolverTypeWrapper<LoggedDelivery>;
  DeliveryAttempt: ResolverTypeWrapper<ShownAttempt>;
  ChannelDeliveryFilter: ChannelDeliveryFilter;
  ChannelDeliveryConnection: ResolverTypeWrapper<Omit<ChannelDeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ChannelDeliveryEdge']> }>;
  ChannelDeliveryEdge: ResolverTypeWrapper<Omit<ChannelDeliveryEdge, 'node'> & { node: ResolversTypes['ChannelDelivery'] }>;
  ReachedBy: ResolverTypeWrapper<ReachedBy>;
  Delivery: ResolverTypeWrapper<DeliverySource>;
  AllowedRange: ResolverTypeWrapper<AllowedRange>;
  AddWebhookInput: AddWebhookInput;
  AddMailAddressInput: AddMailAddressInput;
  EndpointInput: EndpointInput;
  ProveEndpointInput: ProveEndpointInput;
  ChangeEndpointInput: ChangeEndpointInput;
  RotateEndpointSecretInput: RotateEndpointSecretInput;
  RetryDeliveriesInput: RetryDeliveriesInput;
  EndpointResult: ResolverTypeWrapper<Omit<EndpointResult, 'endpoint'> & { endpoint?: Maybe<ResolversTypes['Endpoint']> }>;
  TestEndpointResult: ResolverTypeWrapper<TestEndpointResult>;
  RetryDeliveriesResult: ResolverTypeWrapper<RetryDeliveriesResult>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Contract: ResolverTypeWrapper<Contract>;
  Node: ResolverTypeWrapper<NodeSource>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Refusal: ResolverTypeWrapper<Refusal>;
  Member: ResolverTypeWrapper<PublisherSummary>;
  MemberKind: MemberKind;
  Role: ResolverTypeWrapper<MemberRole>;
  Me: ResolverTypeWrapper<Actor>;
  Tlp: ResolverTypeWrapper<TlpLevel>;
  Community: ResolverTypeWrapper<CommunitySource>;
  CommunityRule: ResolverTypeWrapper<CommunityRuleSource>;
  CommunityRoll: CommunityRoll;
  CommunityJoining: CommunityJoining;
  MembershipState: MembershipState;
  CommunityRuleInput: CommunityRuleInput;
  CreateCommunityInput: CreateCommunityInput;
  ChangeCommunityInput: ChangeCommunityInput;
  InviteToCommunityInput: InviteToCommunityInput;
  JoinCommunityInput: JoinCommunityInput;
  LeaveCommunityInput: LeaveCommunityInput;
  DecideMembershipInput: DecideMembershipInput;
  ChangeListingInput: ChangeListingInput;
  KeepCommunityResult: ResolverTypeWrapper<Omit<KeepCommunityResult, 'community'> & { community?: Maybe<ResolversTypes['Community']> }>;
  InviteToCommunityResult: ResolverTypeWrapper<InviteToCommunityResult>;
  MembershipResult: ResolverTypeWrapper<MembershipResult>;
  ChangeListingResult: ResolverTypeWrapper<ChangeListingResult>;
  DeliveryState: DeliveryState;
  Channel: Channel;
  Acknowledgement: Acknowledgement;
  Reminder: ResolverTypeWrapper<ReminderSource>;
  ReminderStep: ReminderStep;
  SkippedReminder: SkippedReminder;
  Answer: ResolverTypeWrapper<AnswerToVersion>;
  DeliveryConnection: ResolverTypeWrapper<Omit<DeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DeliveryEdge']> }>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  AcknowledgeWarningInput: AcknowledgeWarningInput;
  AcknowledgeResult: ResolverTypeWrapper<Omit<AcknowledgeResult, 'delivery'> & { delivery?: Maybe<ResolversTypes['Delivery']> }>;
  Draft: ResolverTypeWrapper<DraftSource>;
  DraftCorrection: ResolverTypeWrapper<DraftCorrection>;
  DraftCorrectionInput: DraftCorrectionInput;
  SeenDraftInput: SeenDraftInput;
  SaveDraftInput: SaveDraftInput;
  DiscardDraftInput: DiscardDraftInput;
  DraftResult: ResolverTypeWrapper<Omit<DraftResult, 'draft'> & { draft?: Maybe<ResolversTypes['Draft']> }>;
  AcceptDuplicateInput: AcceptDuplicateInput;
  RejectDuplicateInput: RejectDuplicateInput;
  UndoMergeInput: UndoMergeInput;
  Warning: ResolverTypeWrapper<WarningSource>;
  RelatedWarning: ResolverTypeWrapper<Related>;
  RelationKind: RelationKind;
  PairState: ResolverTypeWrapper<StoredPairState>;
  DuplicatePairConnection: ResolverTypeWrapper<Omit<DuplicatePairConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DuplicatePairEdge']> }>;
  DuplicatePairEdge: ResolverTypeWrapper<Omit<DuplicatePairEdge, 'node'> & { node: ResolversTypes['DuplicatePair'] }>;
  DuplicatePair: ResolverTypeWrapper<ReviewedPair>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DuplicateResult: ResolverTypeWrapper<Omit<DuplicateResult, 'pair'> & { pair?: Maybe<ResolversTypes['DuplicatePair']> }>;
  AnswersBySector: ResolverTypeWrapper<AnswersBySector>;
  SectorAnswers: ResolverTypeWrapper<SectorAnswers>;
  AnswerCount: ResolverTypeWrapper<AnswerCount>;
  EffectOf: EffectOf;
  EffectStep: EffectStep;
  Sighting: Sighting;
  EffectInput: EffectInput;
  EffectResult: ResolverTypeWrapper<Omit<EffectResult, 'cells'> & { cells: ReadonlyArray<ResolversTypes['EffectCell']> }>;
  EffectCell: ResolverTypeWrapper<Omit<EffectCell, 'steps'> & { steps: ReadonlyArray<ResolversTypes['EffectFigures']> }>;
  EffectFigures: ResolverTypeWrapper<StepFigures>;
  WarningFeedback: ResolverTypeWrapper<Omit<WarningFeedback, 'details'> & { details: ReadonlyArray<ResolversTypes['SightingDetails']> }>;
  OwnFeedback: ResolverTypeWrapper<OwnFeedback>;
  SightingDetails: ResolverTypeWrapper<Omit<SightingDetails, 'member'> & { member: ResolversTypes['Member'] }>;
  GiveFeedbackInput: GiveFeedbackInput;
  FeedbackResult: ResolverTypeWrapper<FeedbackResult>;
  HeldVersion: ResolverTypeWrapper<HeldBefore>;
  IndicatorsSince: ResolverTypeWrapper<IndicatorsSince>;
  IndicatorFilter: IndicatorFilter;
  IndicatorConnection: ResolverTypeWrapper<Omit<IndicatorConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['IndicatorEdge']> }>;
  IndicatorEdge: ResolverTypeWrapper<Omit<IndicatorEdge, 'node'> & { node: ResolversTypes['Indicator'] }>;
  Indicator: ResolverTypeWrapper<IndicatorSource>;
  IndicatorValue: ResolverTypeWrapper<IndicatorValueSource>;
  NotToBlock: NotToBlock;
  Job: ResolverTypeWrapper<ListedJob>;
  JobState: JobState;
  JobList: ResolverTypeWrapper<Omit<JobList, 'jobs'> & { jobs: ReadonlyArray<ResolversTypes['Job']> }>;
  JobInput: JobInput;
  JobResult: ResolverTypeWrapper<JobResult>;
  HubVersions: ResolverTypeWrapper<HubVersions>;
  KeysOf: KeysOf;
  KeyKind: KeyKind;
  KeyState: KeyState;
  AccessKey: ResolverTypeWrapper<ShownKey>;
  CreateKeyInput: CreateKeyInput;
  RotateKeyInput: RotateKeyInput;
  RevokeKeyInput: RevokeKeyInput;
  KeyResult: ResolverTypeWrapper<Omit<KeyResult, 'key'> & { key?: Maybe<ResolversTypes['AccessKey']> }>;
  FeedEdge: ResolverTypeWrapper<Omit<FeedEdge, 'node'> & { node: ResolversTypes['Warning'] }>;
  FeedFilter: FeedFilter;
  Occasion: Occasion;
  Known: ResolverTypeWrapper<KnownFacts>;
  KnownSource: ResolverTypeWrapper<KnownSource>;
  KnownExploited: ResolverTypeWrapper<KnownExploited>;
  KnownDecision: ResolverTypeWrapper<Omit<KnownDecision, 'decision' | 'exploitation' | 'technicalImpact'> & { decision: ResolversTypes['SsvcDecision'], exploitation: ResolversTypes['SsvcExploitation'], technicalImpact: ResolversTypes['SsvcTechnicalImpact'] }>;
  SsvcDecision: ResolverTypeWrapper<SsvcDecisionWord>;
  SsvcExploitation: ResolverTypeWrapper<Exploitation>;
  SsvcTechnicalImpact: ResolverTypeWrapper<TechnicalImpact>;
  CvssBand: CvssBand;
  KnownScore: ResolverTypeWrapper<KnownScore>;
  KnownProbability: ResolverTypeWrapper<KnownProbability>;
  KnownTechnique: ResolverTypeWrapper<KnownTechnique>;
  KnownFalsePositive: ResolverTypeWrapper<KnownFalsePositive>;
  Standing: Standing;
  ApplicationStage: ApplicationStage;
  IdentifierType: IdentifierType;
  MemberIdentifier: ResolverTypeWrapper<MemberIdentifier>;
  MemberFacts: ResolverTypeWrapper<Omit<MemberFacts, 'member'> & { member: ResolversTypes['Member'] }>;
  Dependency: ResolverTypeWrapper<Dependency>;
  AdmissionPolicy: ResolverTypeWrapper<AdmissionPolicy>;
  Application: ResolverTypeWrapper<ShownApplication>;
  ApplicationConnection: ResolverTypeWrapper<Omit<ApplicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ApplicationEdge']> }>;
  ApplicationEdge: ResolverTypeWrapper<Omit<ApplicationEdge, 'node'> & { node: ResolversTypes['Application'] }>;
  ApplicationObjection: ResolverTypeWrapper<ApplicationObjection>;
  MemberFactsResult: ResolverTypeWrapper<Omit<MemberFactsResult, 'facts'> & { facts?: Maybe<ResolversTypes['MemberFacts']> }>;
  ApplicationResult: ResolverTypeWrapper<Omit<ApplicationResult, 'application'> & { application?: Maybe<ResolversTypes['Application']> }>;
  ApplicantInvitation: ResolverTypeWrapper<ApplicantInvitation>;
  AdmissionPolicyResult: ResolverTypeWrapper<AdmissionPolicyResult>;
  MemberIdentifierInput: MemberIdentifierInput;
  ChangeMemberInput: ChangeMemberInput;
  SuspendMemberInput: SuspendMemberInput;
  ReinstateMemberInput: ReinstateMemberInput;
  EndMembershipInput: EndMembershipInput;
  ApplicationInput: ApplicationInput;
  AdmitMemberInput: AdmitMemberInput;
  DeclareDependencyInput: DeclareDependencyInput;
  WithdrawDependencyInput: WithdrawDependencyInput;
  VerifyApplicationInput: VerifyApplicationInput;
  SponsorApplicationInput: SponsorApplicationInput;
  ObjectToApplicationInput: ObjectToApplicationInput;
  SetAsideObjectionInput: SetAsideObjectionInput;
  DecideApplicationInput: DecideApplicationInput;
  ChangeAdmissionPolicyInput: ChangeAdmissionPolicyInput;
  AttestMemberInput: AttestMemberInput;
  InviteApplicantInput: InviteApplicantInput;
  AcceptObjectDuplicateInput: AcceptObjectDuplicateInput;
  RejectObjectDuplicateInput: RejectObjectDuplicateInput;
  UndoObjectMergeInput: UndoObjectMergeInput;
  ObjectDuplicateConnection: ResolverTypeWrapper<Omit<ObjectDuplicateConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ObjectDuplicateEdge']> }>;
  ObjectDuplicateEdge: ResolverTypeWrapper<Omit<ObjectDuplicateEdge, 'node'> & { node: ResolversTypes['ObjectDuplicate'] }>;
  ObjectDuplicate: ResolverTypeWrapper<ObjectPair>;
  ObjectDuplicateResult: ResolverTypeWrapper<Omit<ObjectDuplicateResult, 'pair'> & { pair?: Maybe<ResolversTypes['ObjectDuplicate']> }>;
  PersonState: PersonState;
  ContactVisibility: ContactVisibility;
  ContactKind: ContactKind;
  ContactDetail: ResolverTypeWrapper<ContactDetail>;
  Person: ResolverTypeWrapper<ShownPerson>;
  PersonContact: ResolverTypeWrapper<PersonContact>;
  InvitePersonInput: InvitePersonInput;
  ChangePersonInput: ChangePersonInput;
  ContactDetailInput: ContactDetailInput;
  PersonInput: PersonInput;
  DeactivatePersonInput: DeactivatePersonInput;
  PersonEnds: ResolverTypeWrapper<PersonEnds>;
  PersonResult: ResolverTypeWrapper<Omit<PersonResult, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  InvitationResult: ResolverTypeWrapper<Omit<InvitationResult, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  ActionInput: ActionInput;
  ContactPointInput: ContactPointInput;
  TranslationInput: TranslationInput;
  ExternalReferenceInput: ExternalReferenceInput;
  AlternativeInput: AlternativeInput;
  AudienceInput: AudienceInput;
  HandlingInput: HandlingInput;
  PublishWarningInput: PublishWarningInput;
  UpdateWarningInput: UpdateWarningInput;
  CancelWarningInput: CancelWarningInput;
  PublishPracticeInput: PublishPracticeInput;
  UpdatePracticeInput: UpdatePracticeInput;
  WithdrawPracticeInput: WithdrawPracticeInput;
  PublishResult: ResolverTypeWrapper<PublishResultSource>;
  PreviewedLetter: ResolverTypeWrapper<PreviewedLetter>;
  Finding: ResolverTypeWrapper<Finding>;
  FindingLevel: FindingLevel;
  AudiencePreviewInput: AudiencePreviewInput;
  AudiencePreviewResult: ResolverTypeWrapper<Omit<AudiencePreviewResult, 'preview'> & { preview?: Maybe<ResolversTypes['AudiencePreview']> }>;
  AudiencePreview: ResolverTypeWrapper<Omit<AudiencePreview, 'receives' | 'doesNotReceive'> & { receives: ReadonlyArray<ResolversTypes['PreviewedRecipient']>, doesNotReceive: ReadonlyArray<ResolversTypes['PreviewedExclusion']> }>;
  PublishCare: ResolverTypeWrapper<PublishCare>;
  PreviewedRecipient: ResolverTypeWrapper<Omit<PreviewedRecipient, 'member' | 'reason'> & { member: ResolversTypes['Member'], reason: ResolversTypes['Reason'] }>;
  PreviewedExclusion: ResolverTypeWrapper<NotRecipient>;
  Exclusion: Exclusion;
  NarrowResult: ResolverTypeWrapper<NarrowResultSource>;
  NarrowWarningInput: NarrowWarningInput;
  Recall: ResolverTypeWrapper<RecalledItem>;
  RecallWarningInput: RecallWarningInput;
  RetentionClass: ResolverTypeWrapper<RetentionClass>;
  HoldScope: HoldScope;
  Hold: ResolverTypeWrapper<HoldSource>;
  ChangeRetentionInput: ChangeRetentionInput;
  ChangeRetentionResult: ResolverTypeWrapper<ChangeRetentionResult>;
  ErasePersonInput: ErasePersonInput;
  ErasePersonResult: ResolverTypeWrapper<ErasePersonResult>;
  UnlistedMembers: ResolverTypeWrapper<UnlistedMembers>;
  UnlistedCount: UnlistedCount;
  SectorDirectory: ResolverTypeWrapper<Omit<SectorDirectory, 'scheme' | 'definitions' | 'dependencies'> & { scheme: ReadonlyArray<ResolversTypes['Sector']>, definitions: ReadonlyArray<ResolversTypes['SectorScheme']>, dependencies: ReadonlyArray<ResolversTypes['SectorDependency']> }>;
  State: ResolverTypeWrapper<State>;
  Sector: ResolverTypeWrapper<SectorSource>;
  SectorScheme: ResolverTypeWrapper<SectorSchemeSource>;
  NationalSector: ResolverTypeWrapper<NationalSectorSource>;
  SectorMapping: ResolverTypeWrapper<SectorMappingSource>;
  MappingPredicate: ResolverTypeWrapper<SkosPredicate>;
  SectorDependency: ResolverTypeWrapper<DefaultDependencySource>;
  ProviderAdmission: ProviderAdmission;
  IdentityProvider: ResolverTypeWrapper<Provider>;
  ProviderGroup: ResolverTypeWrapper<Omit<ProviderGroup, 'roles'> & { roles: ReadonlyArray<ResolversTypes['Role']> }>;
  MachineKind: MachineKind;
  Machine: ResolverTypeWrapper<StoredCredential>;
  SetIdentityProviderInput: SetIdentityProviderInput;
  ProviderGroupInput: ProviderGroupInput;
  RemoveIdentityProviderInput: RemoveIdentityProviderInput;
  RegisterMachineInput: RegisterMachineInput;
  RemoveMachineInput: RemoveMachineInput;
  IssueRecoveryCodeInput: IssueRecoveryCodeInput;
  IdentityProviderResult: ResolverTypeWrapper<Omit<IdentityProviderResult, 'provider'> & { provider?: Maybe<ResolversTypes['IdentityProvider']> }>;
  MachineResult: ResolverTypeWrapper<Omit<MachineResult, 'machine'> & { machine?: Maybe<ResolversTypes['Machine']> }>;
  RecoveryCodeResult: ResolverTypeWrapper<RecoveryCodeResult>;
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
  EnrichmentSource: ResolverTypeWrapper<Omit<EnrichmentSource, 'needs'> & { needs: ResolversTypes['EnrichmentKey'] }>;
  EnrichmentKey: ResolverTypeWrapper<LookupKey>;
  StixObject: ResolverTypeWrapper<VisibleObject>;
  StixVersion: ResolverTypeWrapper<ObjectVersion>;
  StixVersionConnection: ResolverTypeWrapper<Omit<StixVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StixVersionEdge']> }>;
  StixVersionEdge: ResolverTypeWrapper<Omit<StixVersionEdge, 'node'> & { node: ResolversTypes['StixVersion'] }>;
  StixDifference: ResolverTypeWrapper<StixDifference>;
  StixChangeKind: StixChangeKind;
  StixChange: ResolverTypeWrapper<StixChange>;
  Playbook: ResolverTypeWrapper<Omit<Playbook, 'steps'> & { steps: ReadonlyArray<ResolversTypes['PlaybookStep']> }>;
  PlaybookStepKind: PlaybookStepKind;
  PlaybookStep: ResolverTypeWrapper<PlaybookStepSource>;
  PlaybookCommand: ResolverTypeWrapper<PlaybookCommand>;
  PlaybookNext: ResolverTypeWrapper<PlaybookNext>;
  PlaybookFinding: ResolverTypeWrapper<PlaybookFinding>;
  StixReferenceConnection: ResolverTypeWrapper<Omit<StixReferenceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StixReferenceEdge']> }>;
  StixReferenceEdge: ResolverTypeWrapper<Omit<StixReferenceEdge, 'node'> & { node: ResolversTypes['StixReference'] }>;
  StixReference: ResolverTypeWrapper<ObjectReference>;
  ObjectSource: ResolverTypeWrapper<ObjectTeller>;
  StixObjectConnection: ResolverTypeWrapper<Omit<StixObjectConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StixObjectEdge']> }>;
  StixObjectEdge: ResolverTypeWrapper<Omit<StixObjectEdge, 'node'> & { node: ResolversTypes['StixObject'] }>;
  Cadence: Cadence;
  SubscriptionStanding: SubscriptionStanding;
  WarningSubscription: ResolverTypeWrapper<ShownSubscription>;
  SubscriptionFilter: ResolverTypeWrapper<SubscriptionFilterSource>;
  SubscribedProduct: ResolverTypeWrapper<SubscribedProduct>;
  SubscriptionPreview: ResolverTypeWrapper<Omit<SubscriptionPreview, 'messages'> & { messages: ReadonlyArray<ResolversTypes['PreviewedMessage']> }>;
  PreviewedMessage: ResolverTypeWrapper<Omit<PreviewedMessage, 'warnings'> & { warnings: ReadonlyArray<ResolversTypes['Warning']> }>;
  SubscribedProductInput: SubscribedProductInput;
  SubscriptionFilterInput: SubscriptionFilterInput;
  QuietHoursInput: QuietHoursInput;
  CreateSubscriptionInput: CreateSubscriptionInput;
  PreviewSubscriptionInput: PreviewSubscriptionInput;
  ChangeSubscriptionInput: ChangeSubscriptionInput;
  PauseSubscriptionInput: PauseSubscriptionInput;
  ResumeSubscriptionInput: ResumeSubscriptionInput;
  EndSubscriptionInput: EndSubscriptionInput;
  SubscriptionResult: ResolverTypeWrapper<Omit<SubscriptionResult, 'subscription'> & { subscription?: Maybe<ResolversTypes['WarningSubscription']> }>;
  SubscriptionPreviewResult: ResolverTypeWrapper<Omit<SubscriptionPreviewResult, 'preview'> & { preview?: Maybe<ResolversTypes['SubscriptionPreview']> }>;
  VersionAct: VersionAct;
  WarningVersion: ResolverTypeWrapper<VersionSource>;
  WarningVersionConnection: ResolverTypeWrapper<Omit<WarningVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['WarningVersionEdge']> }>;
  WarningVersionEdge: ResolverTypeWrapper<Omit<WarningVersionEdge, 'node'> & { node: ResolversTypes['WarningVersion'] }>;
  WarningDifference: ResolverTypeWrapper<DifferenceSource>;
  WarningChange: ResolverTypeWrapper<WarningChange>;
  StixObjectChangeConnection: ResolverTypeWrapper<Omit<StixObjectChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StixObjectChangeEdge']> }>;
  StixObjectChangeEdge: ResolverTypeWrapper<Omit<StixObjectChangeEdge, 'node'> & { node: ResolversTypes['StixObjectChange'] }>;
  StixObjectChange: ResolverTypeWrapper<Omit<StixObjectChange, 'marking'> & { marking?: Maybe<ResolversTypes['Tlp']> }>;
  FeedOrder: FeedOrder;
  ItemKind: ItemKind;
  MessageType: MessageType;
  Urgency: Urgency;
  Severity: Severity;
  Certainty: Certainty;
  Level: Level;
  PracticeKind: PracticeKind;
  WarningState: WarningState;
  FeedConnection: ResolverTypeWrapper<Omit<FeedConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['FeedEdge']> }>;
  WarningConnection: ResolverTypeWrapper<Omit<WarningConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['WarningEdge']> }>;
  WarningEdge: ResolverTypeWrapper<Omit<WarningEdge, 'node'> & { node: ResolversTypes['Warning'] }>;
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
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  AnswerPlan: AnswerPlanSource;
  Site: Site;
  SiteInput: SiteInput;
  ChangeAnswerPlanInput: ChangeAnswerPlanInput;
  AnswerPlanResult: Omit<AnswerPlanResult, 'plan'> & { plan?: Maybe<ResolversParentTypes['AnswerPlan']> };
  RemindRecipientsInput: RemindRecipientsInput;
  RemindRecipientsResult: Reminded;
  CreateAnswerLinkInput: CreateAnswerLinkInput;
  AnswerLinkResult: AnswerLinkResult;
  ApprovalKind: ApprovalKind;
  Proposal: ShownProposal;
  ProposalConnection: Omit<ProposalConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ProposalEdge']> };
  ProposalEdge: Omit<ProposalEdge, 'node'> & { node: ResolversParentTypes['Proposal'] };
  ProposeInput: ProposeInput;
  ApproveProposalInput: ApproveProposalInput;
  RefuseProposalInput: RefuseProposalInput;
  WithdrawProposalInput: WithdrawProposalInput;
  ProposalResult: Omit<ProposalResult, 'proposal'> & { proposal?: Maybe<ResolversParentTypes['Proposal']> };
  AuditFilter: AuditFilter;
  AuditConnection: Omit<AuditConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AuditEdge']> };
  AuditEdge: Omit<AuditEdge, 'node'> & { node: ResolversParentTypes['AuditLine'] };
  AuditLine: ShownLine;
  Case: ShownCase;
  CaseConnection: Omit<CaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CaseEdge']> };
  CaseEdge: Omit<CaseEdge, 'node'> & { node: ResolversParentTypes['Case'] };
  CaseNote: CaseNote;
  ChangeCaseInput: ChangeCaseInput;
  CaseResult: Omit<CaseResult, 'case'> & { case?: Maybe<ResolversParentTypes['Case']> };
  Ways: WaysFacts;
  Way: WayFacts;
  Endpoint: EndpointFacts;
  ChannelDelivery: LoggedDelivery;
  DeliveryAttempt: ShownAttempt;
  ChannelDeliveryFilter: ChannelDeliveryFilter;
  ChannelDeliveryConnection: Omit<ChannelDeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ChannelDeliveryEdge']> };
  ChannelDeliveryEdge: Omit<ChannelDeliveryEdge, 'node'> & { node: ResolversParentTypes['ChannelDelivery'] };
  ReachedBy: ReachedBy;
  Delivery: DeliverySource;
  AllowedRange: AllowedRange;
  AddWebhookInput: AddWebhookInput;
  AddMailAddressInput: AddMailAddressInput;
  EndpointInput: EndpointInput;
  ProveEndpointInput: ProveEndpointInput;
  ChangeEndpointInput: ChangeEndpointInput;
  RotateEndpointSecretInput: RotateEndpointSecretInput;
  RetryDeliveriesInput: RetryDeliveriesInput;
  EndpointResult: Omit<EndpointResult, 'endpoint'> & { endpoint?: Maybe<ResolversParentTypes['Endpoint']> };
  TestEndpointResult: TestEndpointResult;
  RetryDeliveriesResult: RetryDeliveriesResult;
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  Subscription: Record<PropertyKey, never>;
  Contract: Contract;
  Node: NodeSource;
  PageInfo: PageInfo;
  Refusal: Refusal;
  Member: PublisherSummary;
  Me: Actor;
  Community: CommunitySource;
  CommunityRule: CommunityRuleSource;
  CommunityRuleInput: CommunityRuleInput;
  CreateCommunityInput: CreateCommunityInput;
  ChangeCommunityInput: ChangeCommunityInput;
  InviteToCommunityInput: InviteToCommunityInput;
  JoinCommunityInput: JoinCommunityInput;
  LeaveCommunityInput: LeaveCommunityInput;
  DecideMembershipInput: DecideMembershipInput;
  ChangeListingInput: ChangeListingInput;
  KeepCommunityResult: Omit<KeepCommunityResult, 'community'> & { community?: Maybe<ResolversParentTypes['Community']> };
  InviteToCommunityResult: InviteToCommunityResult;
  MembershipResult: MembershipResult;
  ChangeListingResult: ChangeListingResult;
  Reminder: ReminderSource;
  Answer: AnswerToVersion;
  DeliveryConnection: Omit<DeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DeliveryEdge']> };
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  AcknowledgeWarningInput: AcknowledgeWarningInput;
  AcknowledgeResult: Omit<AcknowledgeResult, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['Delivery']> };
  Draft: DraftSource;
  DraftCorrection: DraftCorrection;
  DraftCorrectionInput: DraftCorrectionInput;
  SeenDraftInput: SeenDraftInput;
  SaveDraftInput: SaveDraftInput;
  DiscardDraftInput: DiscardDraftInput;
  DraftResult: Omit<DraftResult, 'draft'> & { draft?: Maybe<ResolversParentTypes['Draft']> };
  AcceptDuplicateInput: AcceptDuplicateInput;
  RejectDuplicateInput: RejectDuplicateInput;
  UndoMergeInput: UndoMergeInput;
  Warning: WarningSource;
  RelatedWarning: Related;
  DuplicatePairConnection: Omit<DuplicatePairConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DuplicatePairEdge']> };
  DuplicatePairEdge: Omit<DuplicatePairEdge, 'node'> & { node: ResolversParentTypes['DuplicatePair'] };
  DuplicatePair: ReviewedPair;
  Float: Scalars['Float']['output'];
  DuplicateResult: Omit<DuplicateResult, 'pair'> & { pair?: Maybe<ResolversParentTypes['DuplicatePair']> };
  AnswersBySector: AnswersBySector;
  SectorAnswers: SectorAnswers;
  AnswerCount: AnswerCount;
  EffectInput: EffectInput;
  EffectResult: Omit<EffectResult, 'cells'> & { cells: ReadonlyArray<ResolversParentTypes['EffectCell']> };
  EffectCell: Omit<EffectCell, 'steps'> & { steps: ReadonlyArray<ResolversParentTypes['EffectFigures']> };
  EffectFigures: StepFigures;
  WarningFeedback: Omit<WarningFeedback, 'details'> & { details: ReadonlyArray<ResolversParentTypes['SightingDetails']> };
  OwnFeedback: OwnFeedback;
  SightingDetails: Omit<SightingDetails, 'member'> & { member: ResolversParentTypes['Member'] };
  GiveFeedbackInput: GiveFeedbackInput;
  FeedbackResult: FeedbackResult;
  HeldVersion: HeldBefore;
  IndicatorsSince: IndicatorsSince;
  IndicatorFilter: IndicatorFilter;
  IndicatorConnection: Omit<IndicatorConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['IndicatorEdge']> };
  IndicatorEdge: Omit<IndicatorEdge, 'node'> & { node: ResolversParentTypes['Indicator'] };
  Indicator: IndicatorSource;
  IndicatorValue: IndicatorValueSource;
  Job: ListedJob;
  JobList: Omit<JobList, 'jobs'> & { jobs: ReadonlyArray<ResolversParentTypes['Job']> };
  JobInput: JobInput;
  JobResult: JobResult;
  HubVersions: HubVersions;
  AccessKey: ShownKey;
  CreateKeyInput: CreateKeyInput;
  RotateKeyInput: RotateKeyInput;
  RevokeKeyInput: RevokeKeyInput;
  KeyResult: Omit<KeyResult, 'key'> & { key?: Maybe<ResolversParentTypes['AccessKey']> };
  FeedEdge: Omit<FeedEdge, 'node'> & { node: ResolversParentTypes['Warning'] };
  FeedFilter: FeedFilter;
  Known: KnownFacts;
  KnownSource: KnownSource;
  KnownExploited: KnownExploited;
  KnownDecision: KnownDecision;
  KnownScore: KnownScore;
  KnownProbability: KnownProbability;
  KnownTechnique: KnownTechnique;
  KnownFalsePositive: KnownFalsePositive;
  MemberIdentifier: MemberIdentifier;
  MemberFacts: Omit<MemberFacts, 'member'> & { member: ResolversParentTypes['Member'] };
  Dependency: Dependency;
  AdmissionPolicy: AdmissionPolicy;
  Application: ShownApplication;
  ApplicationConnection: Omit<ApplicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ApplicationEdge']> };
  ApplicationEdge: Omit<ApplicationEdge, 'node'> & { node: ResolversParentTypes['Application'] };
  ApplicationObjection: ApplicationObjection;
  MemberFactsResult: Omit<MemberFactsResult, 'facts'> & { facts?: Maybe<ResolversParentTypes['MemberFacts']> };
  ApplicationResult: Omit<ApplicationResult, 'application'> & { application?: Maybe<ResolversParentTypes['Application']> };
  ApplicantInvitation: ApplicantInvitation;
  AdmissionPolicyResult: AdmissionPolicyResult;
  MemberIdentifierInput: MemberIdentifierInput;
  ChangeMemberInput: ChangeMemberInput;
  SuspendMemberInput: SuspendMemberInput;
  ReinstateMemberInput: ReinstateMemberInput;
  EndMembershipInput: EndMembershipInput;
  ApplicationInput: ApplicationInput;
  AdmitMemberInput: AdmitMemberInput;
  DeclareDependencyInput: DeclareDependencyInput;
  WithdrawDependencyInput: WithdrawDependencyInput;
  VerifyApplicationInput: VerifyApplicationInput;
  SponsorApplicationInput: SponsorApplicationInput;
  ObjectToApplicationInput: ObjectToApplicationInput;
  SetAsideObjectionInput: SetAsideObjectionInput;
  DecideApplicationInput: DecideApplicationInput;
  ChangeAdmissionPolicyInput: ChangeAdmissionPolicyInput;
  AttestMemberInput: AttestMemberInput;
  InviteApplicantInput: InviteApplicantInput;
  AcceptObjectDuplicateInput: AcceptObjectDuplicateInput;
  RejectObjectDuplicateInput: RejectObjectDuplicateInput;
  UndoObjectMergeInput: UndoObjectMergeInput;
  ObjectDuplicateConnection: Omit<ObjectDuplicateConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ObjectDuplicateEdge']> };
  ObjectDuplicateEdge: Omit<ObjectDuplicateEdge, 'node'> & { node: ResolversParentTypes['ObjectDuplicate'] };
  ObjectDuplicate: ObjectPair;
  ObjectDuplicateResult: Omit<ObjectDuplicateResult, 'pair'> & { pair?: Maybe<ResolversParentTypes['ObjectDuplicate']> };
  ContactDetail: ContactDetail;
  Person: ShownPerson;
  PersonContact: PersonContact;
  InvitePersonInput: InvitePersonInput;
  ChangePersonInput: ChangePersonInput;
  ContactDetailInput: ContactDetailInput;
  PersonInput: PersonInput;
  DeactivatePersonInput: DeactivatePersonInput;
  PersonEnds: PersonEnds;
  PersonResult: Omit<PersonResult, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  InvitationResult: Omit<InvitationResult, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  ActionInput: ActionInput;
  ContactPointInput: ContactPointInput;
  TranslationInput: TranslationInput;
  ExternalReferenceInput: ExternalReferenceInput;
  AlternativeInput: AlternativeInput;
  AudienceInput: AudienceInput;
  HandlingInput: HandlingInput;
  PublishWarningInput: PublishWarningInput;
  UpdateWarningInput: UpdateWarningInput;
  CancelWarningInput: CancelWarningInput;
  PublishPracticeInput: PublishPracticeInput;
  UpdatePracticeInput: UpdatePracticeInput;
  WithdrawPracticeInput: WithdrawPracticeInput;
  PublishResult: PublishResultSource;
  PreviewedLetter: PreviewedLetter;
  Finding: Finding;
  AudiencePreviewInput: AudiencePreviewInput;
  AudiencePreviewResult: Omit<AudiencePreviewResult, 'preview'> & { preview?: Maybe<ResolversParentTypes['AudiencePreview']> };
  AudiencePreview: Omit<AudiencePreview, 'receives' | 'doesNotReceive'> & { receives: ReadonlyArray<ResolversParentTypes['PreviewedRecipient']>, doesNotReceive: ReadonlyArray<ResolversParentTypes['PreviewedExclusion']> };
  PublishCare: PublishCare;
  PreviewedRecipient: Omit<PreviewedRecipient, 'member' | 'reason'> & { member: ResolversParentTypes['Member'], reason: ResolversParentTypes['Reason'] };
  PreviewedExclusion: NotRecipient;
  NarrowResult: NarrowResultSource;
  NarrowWarningInput: NarrowWarningInput;
  Recall: RecalledItem;
  RecallWarningInput: RecallWarningInput;
  RetentionClass: RetentionClass;
  Hold: HoldSource;
  ChangeRetentionInput: ChangeRetentionInput;
  ChangeRetentionResult: ChangeRetentionResult;
  ErasePersonInput: ErasePersonInput;
  ErasePersonResult: ErasePersonResult;
  UnlistedMembers: UnlistedMembers;
  SectorDirectory: Omit<SectorDirectory, 'scheme' | 'definitions' | 'dependencies'> & { scheme: ReadonlyArray<ResolversParentTypes['Sector']>, definitions: ReadonlyArray<ResolversParentTypes['SectorScheme']>, dependencies: ReadonlyArray<ResolversParentTypes['SectorDependency']> };
  State: State;
  Sector: SectorSource;
  SectorScheme: SectorSchemeSource;
  NationalSector: NationalSectorSource;
  SectorMapping: SectorMappingSource;
  SectorDependency: DefaultDependencySource;
  IdentityProvider: Provider;
  ProviderGroup: ProviderGroup;
  Machine: StoredCredential;
  SetIdentityProviderInput: SetIdentityProviderInput;
  ProviderGroupInput: ProviderGroupInput;
  RemoveIdentityProviderInput: RemoveIdentityProviderInput;
  RegisterMachineInput: RegisterMachineInput;
  RemoveMachineInput: RemoveMachineInput;
  IssueRecoveryCodeInput: IssueRecoveryCodeInput;
  IdentityProviderResult: Omit<IdentityProviderResult, 'provider'> & { provider?: Maybe<ResolversParentTypes['IdentityProvider']> };
  MachineResult: Omit<MachineResult, 'machine'> & { machine?: Maybe<ResolversParentTypes['Machine']> };
  RecoveryCodeResult: RecoveryCodeResult;
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
  Playbook: Omit<Playbook, 'steps'> & { steps: ReadonlyArray<ResolversParentTypes['PlaybookStep']> };
  PlaybookStep: PlaybookStepSource;
  PlaybookCommand: PlaybookCommand;
  PlaybookNext: PlaybookNext;
  PlaybookFinding: PlaybookFinding;
  StixReferenceConnection: Omit<StixReferenceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StixReferenceEdge']> };
  StixReferenceEdge: Omit<StixReferenceEdge, 'node'> & { node: ResolversParentTypes['StixReference'] };
  StixReference: ObjectReference;
  ObjectSource: ObjectTeller;
  StixObjectConnection: Omit<StixObjectConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StixObjectEdge']> };
  StixObjectEdge: Omit<StixObjectEdge, 'node'> & { node: ResolversParentTypes['StixObject'] };
  WarningSubscription: ShownSubscription;
  SubscriptionFilter: SubscriptionFilterSource;
  SubscribedProduct: SubscribedProduct;
  SubscriptionPreview: Omit<SubscriptionPreview, 'messages'> & { messages: ReadonlyArray<ResolversParentTypes['PreviewedMessage']> };
  PreviewedMessage: Omit<PreviewedMessage, 'warnings'> & { warnings: ReadonlyArray<ResolversParentTypes['Warning']> };
  SubscribedProductInput: SubscribedProductInput;
  SubscriptionFilterInput: SubscriptionFilterInput;
  QuietHoursInput: QuietHoursInput;
  CreateSubscriptionInput: CreateSubscriptionInput;
  PreviewSubscriptionInput: PreviewSubscriptionInput;
  ChangeSubscriptionInput: ChangeSubscriptionInput;
  PauseSubscriptionInput: PauseSubscriptionInput;
  ResumeSubscriptionInput: ResumeSubscriptionInput;
  EndSubscriptionInput: EndSubscriptionInput;
  SubscriptionResult: Omit<SubscriptionResult, 'subscription'> & { subscription?: Maybe<ResolversParentTypes['WarningSubscription']> };
  SubscriptionPreviewResult: Omit<SubscriptionPreviewResult, 'preview'> & { preview?: Maybe<ResolversParentTypes['SubscriptionPreview']> };
  WarningVersion: VersionSource;
  WarningVersionConnection: Omit<WarningVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['WarningVersionEdge']> };
  WarningVersionEdge: Omit<WarningVersionEdge, 'node'> & { node: ResolversParentTypes['WarningVersion'] };
  WarningDifference: DifferenceSource;
  WarningChange: WarningChange;
  StixObjectChangeConnection: Omit<StixObjectChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StixObjectChangeEdge']> };
  StixObjectChangeEdge: Omit<StixObjectChangeEdge, 'node'> & { node: ResolversParentTypes['StixObjectChange'] };
  StixObjectChange: StixObjectChange;
  FeedConnection: Omit<FeedConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['FeedEdge']> };
  WarningConnection: Omit<WarningConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['WarningEdge']> };
  WarningEdge: Omit<WarningEdge, 'node'> & { node: ResolversParentTypes['Warning'] };
  Action: Action;
  ContactPoint: ContactPoint;
  Translation: Translation;
  ExternalReference: ExternalReference;
  Handling: Handling;
  Practice: Practice;
  Reason: ReasonSource;
  Source: SourceItem;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  answerPlan?: Resolver<ResolversTypes['AnswerPlan'], ParentType, ContextType>;
  toAnswer?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType>;
  approvalKinds?: Resolver<ReadonlyArray<ResolversTypes['ApprovalKind']>, ParentType, ContextType>;
  proposals?: Resolver<ResolversTypes['ProposalConnection'], ParentType, ContextType, RequireFields<QueryProposalsArgs, 'first' | 'onlyOpen'>>;
  register?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<QueryRegisterArgs, 'proposal'>>;
  auditTrail?: Resolver<ResolversTypes['AuditConnection'], ParentType, ContextType, RequireFields<QueryAuditTrailArgs, 'first'>>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType, RequireFields<QueryCasesArgs, 'first' | 'onlyOpen'>>;
  endpoints?: Resolver<ReadonlyArray<ResolversTypes['Endpoint']>, ParentType, ContextType>;
  ways?: Resolver<ResolversTypes['Ways'], ParentType, ContextType>;
  channelDeliveries?: Resolver<ResolversTypes['ChannelDeliveryConnection'], ParentType, ContextType, RequireFields<QueryChannelDeliveriesArgs, 'first'>>;
  channelDelivery?: Resolver<Maybe<ResolversTypes['ChannelDelivery']>, ParentType, ContextType, RequireFields<QueryChannelDeliveryArgs, 'id'>>;
  allowedRanges?: Resolver<ReadonlyArray<ResolversTypes['AllowedRange']>, ParentType, ContextType>;
  contract?: Resolver<ResolversTypes['Contract'], ParentType, ContextType>;
  me?: Resolver<ResolversTypes['Me'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  communities?: Resolver<ReadonlyArray<ResolversTypes['Community']>, ParentType, ContextType>;
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType, RequireFields<QueryCommunityArgs, 'slug'>>;
  drafts?: Resolver<ReadonlyArray<ResolversTypes['Draft']>, ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType, RequireFields<QueryDraftArgs, 'id'>>;
  duplicateProposals?: Resolver<ResolversTypes['DuplicatePairConnection'], ParentType, ContextType, RequireFields<QueryDuplicateProposalsArgs, 'first'>>;
  effect?: Resolver<ResolversTypes['EffectResult'], ParentType, ContextType, RequireFields<QueryEffectArgs, 'input'>>;
  indicators?: Resolver<ResolversTypes['IndicatorConnection'], ParentType, ContextType, RequireFields<QueryIndicatorsArgs, 'first' | 'order'>>;
  jobs?: Resolver<ResolversTypes['JobList'], ParentType, ContextType, RequireFields<QueryJobsArgs, 'isAll'>>;
  hubVersions?: Resolver<Maybe<ResolversTypes['HubVersions']>, ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['AccessKey']>, ParentType, ContextType, RequireFields<QueryKeysArgs, 'whose'>>;
  keyScopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mayLimitKeysToRanges?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  memberFacts?: Resolver<Maybe<ResolversTypes['MemberFacts']>, ParentType, ContextType, Partial<QueryMemberFactsArgs>>;
  admissionPolicy?: Resolver<ResolversTypes['AdmissionPolicy'], ParentType, ContextType>;
  admissionPolicies?: Resolver<ReadonlyArray<ResolversTypes['AdmissionPolicy']>, ParentType, ContextType>;
  applications?: Resolver<ReadonlyArray<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationsArgs, 'all'>>;
  applicants?: Resolver<ResolversTypes['ApplicationConnection'], ParentType, ContextType, RequireFields<QueryApplicantsArgs, 'first' | 'onlyOpen'>>;
  objectDuplicateProposals?: Resolver<ResolversTypes['ObjectDuplicateConnection'], ParentType, ContextType, RequireFields<QueryObjectDuplicateProposalsArgs, 'first'>>;
  persons?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  contacts?: Resolver<ReadonlyArray<ResolversTypes['PersonContact']>, ParentType, ContextType, RequireFields<QueryContactsArgs, 'member'>>;
  audiencePreview?: Resolver<ResolversTypes['AudiencePreviewResult'], ParentType, ContextType, RequireFields<QueryAudiencePreviewArgs, 'input'>>;
  retentionClasses?: Resolver<ReadonlyArray<ResolversTypes['RetentionClass']>, ParentType, ContextType>;
  holds?: Resolver<ReadonlyArray<ResolversTypes['Hold']>, ParentType, ContextType>;
  personData?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<QueryPersonDataArgs, 'person'>>;
  sectors?: Resolver<ResolversTypes['SectorDirectory'], ParentType, ContextType>;
  states?: Resolver<ReadonlyArray<ResolversTypes['State']>, ParentType, ContextType>;
  unlistedMembers?: Resolver<ReadonlyArray<ResolversTypes['UnlistedMembers']>, ParentType, ContextType>;
  identityProvider?: Resolver<Maybe<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
  machines?: Resolver<ReadonlyArray<ResolversTypes['Machine']>, ParentType, ContextType>;
  stixObject?: Resolver<Maybe<ResolversTypes['StixObject']>, ParentType, ContextType, RequireFields<QueryStixObjectArgs, 'id'>>;
  stixVersions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<QueryStixVersionsArgs, 'id' | 'first'>>;
  enrichmentSources?: Resolver<ReadonlyArray<ResolversTypes['EnrichmentSource']>, ParentType, ContextType>;
  subscriptions?: Resolver<ReadonlyArray<ResolversTypes['WarningSubscription']>, ParentType, ContextType>;
  subscriptionPreview?: Resolver<ResolversTypes['SubscriptionPreviewResult'], ParentType, ContextType, RequireFields<QuerySubscriptionPreviewArgs, 'input' | 'days'>>;
  feed?: Resolver<ResolversTypes['FeedConnection'], ParentType, ContextType, RequireFields<QueryFeedArgs, 'first' | 'order'>>;
  warning?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<QueryWarningArgs, 'id'>>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  remindRecipients?: Resolver<ResolversTypes['RemindRecipientsResult'], ParentType, ContextType, RequireFields<MutationRemindRecipientsArgs, 'input'>>;
  createAnswerLink?: Resolver<ResolversTypes['AnswerLinkResult'], ParentType, ContextType, RequireFields<MutationCreateAnswerLinkArgs, 'input'>>;
  changeAnswerPlan?: Resolver<ResolversTypes['AnswerPlanResult'], ParentType, ContextType, RequireFields<MutationChangeAnswerPlanArgs, 'input'>>;
  propose?: Resolver<ResolversTypes['ProposalResult'], ParentType, ContextType, RequireFields<MutationProposeArgs, 'input'>>;
  approveProposal?: Resolver<ResolversTypes['ProposalResult'], ParentType, ContextType, RequireFields<MutationApproveProposalArgs, 'input'>>;
  refuseProposal?: Resolver<ResolversTypes['ProposalResult'], ParentType, ContextType, RequireFields<MutationRefuseProposalArgs, 'input'>>;
  withdrawProposal?: Resolver<ResolversTypes['ProposalResult'], ParentType, ContextType, RequireFields<MutationWithdrawProposalArgs, 'input'>>;
  changeCase?: Resolver<ResolversTypes['CaseResult'], ParentType, ContextType, RequireFields<MutationChangeCaseArgs, 'input'>>;
  addWebhook?: Resolver<ResolversTypes['EndpointResult'], ParentType, ContextType, RequireFields<MutationAddWebhookArgs, 'input'>>;
  addMailAddress?: Resolver<ResolversTypes['EndpointResult'], ParentType, ContextType, RequireFields<MutationAddMailAddressArgs, 'input'>>;
  proveEndpoint?: Resolver<ResolversTypes['EndpointResult'], ParentType, ContextType, RequireFields<MutationProveEndpointArgs, 'input'>>;
  challengeEndpoint?: Resolver<ResolversTypes['EndpointResult'], ParentType, ContextType, RequireFields<MutationChallengeEndpointArgs, 'input'>>;
  changeEndpoint?: Resolver<ResolversTypes['EndpointResult'], ParentType, ContextType, RequireFields<MutationChangeEndpointArgs, 'input'>>;
  rotateEndpointSecret?: Resolver<ResolversTypes['EndpointResult'], ParentType, ContextType, RequireFields<MutationRotateEndpointSecretArgs, 'input'>>;
  testEndpoint?: Resolver<ResolversTypes['TestEndpointResult'], ParentType, ContextType, RequireFields<MutationTestEndpointArgs, 'input'>>;
  removeEndpoint?: Resolver<ResolversTypes['EndpointResult'], ParentType, ContextType, RequireFields<MutationRemoveEndpointArgs, 'input'>>;
  retryDeliveries?: Resolver<ResolversTypes['RetryDeliveriesResult'], ParentType, ContextType, RequireFields<MutationRetryDeliveriesArgs, 'input'>>;
  createCommunity?: Resolver<ResolversTypes['KeepCommunityResult'], ParentType, ContextType, RequireFields<MutationCreateCommunityArgs, 'input'>>;
  changeCommunity?: Resolver<ResolversTypes['KeepCommunityResult'], ParentType, ContextType, RequireFields<MutationChangeCommunityArgs, 'input'>>;
  inviteToCommunity?: Resolver<ResolversTypes['InviteToCommunityResult'], ParentType, ContextType, RequireFields<MutationInviteToCommunityArgs, 'input'>>;
  joinCommunity?: Resolver<ResolversTypes['MembershipResult'], ParentType, ContextType, RequireFields<MutationJoinCommunityArgs, 'input'>>;
  leaveCommunity?: Resolver<ResolversTypes['MembershipResult'], ParentType, ContextType, RequireFields<MutationLeaveCommunityArgs, 'input'>>;
  acceptIntoCommunity?: Resolver<ResolversTypes['MembershipResult'], ParentType, ContextType, RequireFields<MutationAcceptIntoCommunityArgs, 'input'>>;
  removeFromCommunity?: Resolver<ResolversTypes['MembershipResult'], ParentType, ContextType, RequireFields<MutationRemoveFromCommunityArgs, 'input'>>;
  changeListing?: Resolver<ResolversTypes['ChangeListingResult'], ParentType, ContextType, RequireFields<MutationChangeListingArgs, 'input'>>;
  acknowledgeWarning?: Resolver<ResolversTypes['AcknowledgeResult'], ParentType, ContextType, RequireFields<MutationAcknowledgeWarningArgs, 'input'>>;
  saveDraft?: Resolver<ResolversTypes['DraftResult'], ParentType, ContextType, RequireFields<MutationSaveDraftArgs, 'input'>>;
  discardDraft?: Resolver<ResolversTypes['DraftResult'], ParentType, ContextType, RequireFields<MutationDiscardDraftArgs, 'input'>>;
  acceptDuplicate?: Resolver<ResolversTypes['DuplicateResult'], ParentType, ContextType, RequireFields<MutationAcceptDuplicateArgs, 'input'>>;
  rejectDuplicate?: Resolver<ResolversTypes['DuplicateResult'], ParentType, ContextType, RequireFields<MutationRejectDuplicateArgs, 'input'>>;
  undoMerge?: Resolver<ResolversTypes['DuplicateResult'], ParentType, ContextType, RequireFields<MutationUndoMergeArgs, 'input'>>;
  giveFeedback?: Resolver<ResolversTypes['FeedbackResult'], ParentType, ContextType, RequireFields<MutationGiveFeedbackArgs, 'input'>>;
  retryJob?: Resolver<ResolversTypes['JobResult'], ParentType, ContextType, RequireFields<MutationRetryJobArgs, 'input'>>;
  discardJob?: Resolver<ResolversTypes['JobResult'], ParentType, ContextType, RequireFields<MutationDiscardJobArgs, 'input'>>;
  createKey?: Resolver<ResolversTypes['KeyResult'], ParentType, ContextType, RequireFields<MutationCreateKeyArgs, 'input'>>;
  rotateKey?: Resolver<ResolversTypes['KeyResult'], ParentType, ContextType, RequireFields<MutationRotateKeyArgs, 'input'>>;
  revokeKey?: Resolver<ResolversTypes['KeyResult'], ParentType, ContextType, RequireFields<MutationRevokeKeyArgs, 'input'>>;
  changeMember?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationChangeMemberArgs, 'input'>>;
  attestMember?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationAttestMemberArgs, 'input'>>;
  suspendMember?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationSuspendMemberArgs, 'input'>>;
  reinstateMember?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationReinstateMemberArgs, 'input'>>;
  endMembership?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationEndMembershipArgs, 'input'>>;
  inviteApplicant?: Resolver<ResolversTypes['ApplicantInvitation'], ParentType, ContextType, RequireFields<MutationInviteApplicantArgs, 'input'>>;
  applyForMember?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationApplyForMemberArgs, 'input'>>;
  verifyApplication?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationVerifyApplicationArgs, 'input'>>;
  sponsorApplication?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationSponsorApplicationArgs, 'input'>>;
  withdrawSponsorship?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationWithdrawSponsorshipArgs, 'input'>>;
  objectToApplication?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationObjectToApplicationArgs, 'input'>>;
  withdrawObjection?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationWithdrawObjectionArgs, 'input'>>;
  setAsideObjection?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationSetAsideObjectionArgs, 'input'>>;
  refuseApplication?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationRefuseApplicationArgs, 'input'>>;
  admitApplication?: Resolver<ResolversTypes['ApplicationResult'], ParentType, ContextType, RequireFields<MutationAdmitApplicationArgs, 'input'>>;
  admitMember?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationAdmitMemberArgs, 'input'>>;
  declareDependency?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationDeclareDependencyArgs, 'input'>>;
  withdrawDependency?: Resolver<ResolversTypes['MemberFactsResult'], ParentType, ContextType, RequireFields<MutationWithdrawDependencyArgs, 'input'>>;
  changeAdmissionPolicy?: Resolver<ResolversTypes['AdmissionPolicyResult'], ParentType, ContextType, RequireFields<MutationChangeAdmissionPolicyArgs, 'input'>>;
  acceptObjectDuplicate?: Resolver<ResolversTypes['ObjectDuplicateResult'], ParentType, ContextType, RequireFields<MutationAcceptObjectDuplicateArgs, 'input'>>;
  rejectObjectDuplicate?: Resolver<ResolversTypes['ObjectDuplicateResult'], ParentType, ContextType, RequireFields<MutationRejectObjectDuplicateArgs, 'input'>>;
  undoObjectMerge?: Resolver<ResolversTypes['ObjectDuplicateResult'], ParentType, ContextType, RequireFields<MutationUndoObjectMergeArgs, 'input'>>;
  invitePerson?: Resolver<ResolversTypes['InvitationResult'], ParentType, ContextType, RequireFields<MutationInvitePersonArgs, 'input'>>;
  changePerson?: Resolver<ResolversTypes['PersonResult'], ParentType, ContextType, RequireFields<MutationChangePersonArgs, 'input'>>;
  deactivatePerson?: Resolver<ResolversTypes['PersonResult'], ParentType, ContextType, RequireFields<MutationDeactivatePersonArgs, 'input'>>;
  reinvitePerson?: Resolver<ResolversTypes['InvitationResult'], ParentType, ContextType, RequireFields<MutationReinvitePersonArgs, 'input'>>;
  confirmPerson?: Resolver<ResolversTypes['PersonResult'], ParentType, ContextType, RequireFields<MutationConfirmPersonArgs, 'input'>>;
  publishWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationPublishWarningArgs, 'input'>>;
  updateWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationUpdateWarningArgs, 'input'>>;
  cancelWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationCancelWarningArgs, 'input'>>;
  publishPractice?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationPublishPracticeArgs, 'input'>>;
  updatePractice?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationUpdatePracticeArgs, 'input'>>;
  withdrawPractice?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationWithdrawPracticeArgs, 'input'>>;
  recallWarning?: Resolver<ResolversTypes['PublishResult'], ParentType, ContextType, RequireFields<MutationRecallWarningArgs, 'input'>>;
  narrowWarning?: Resolver<ResolversTypes['NarrowResult'], ParentType, ContextType, RequireFields<MutationNarrowWarningArgs, 'input'>>;
  changeRetention?: Resolver<ResolversTypes['ChangeRetentionResult'], ParentType, ContextType, RequireFields<MutationChangeRetentionArgs, 'input'>>;
  erasePerson?: Resolver<ResolversTypes['ErasePersonResult'], ParentType, ContextType, RequireFields<MutationErasePersonArgs, 'input'>>;
  setIdentityProvider?: Resolver<ResolversTypes['IdentityProviderResult'], ParentType, ContextType, RequireFields<MutationSetIdentityProviderArgs, 'input'>>;
  removeIdentityProvider?: Resolver<ResolversTypes['IdentityProviderResult'], ParentType, ContextType, RequireFields<MutationRemoveIdentityProviderArgs, 'input'>>;
  registerMachine?: Resolver<ResolversTypes['MachineResult'], ParentType, ContextType, RequireFields<MutationRegisterMachineArgs, 'input'>>;
  removeMachine?: Resolver<ResolversTypes['MachineResult'], ParentType, ContextType, RequireFields<MutationRemoveMachineArgs, 'input'>>;
  issueRecoveryCode?: Resolver<ResolversTypes['RecoveryCodeResult'], ParentType, ContextType, RequireFields<MutationIssueRecoveryCodeArgs, 'input'>>;
  createSubscription?: Resolver<ResolversTypes['SubscriptionResult'], ParentType, ContextType, RequireFields<MutationCreateSubscriptionArgs, 'input'>>;
  changeSubscription?: Resolver<ResolversTypes['SubscriptionResult'], ParentType, ContextType, RequireFields<MutationChangeSubscriptionArgs, 'input'>>;
  pauseSubscription?: Resolver<ResolversTypes['SubscriptionResult'], ParentType, ContextType, RequireFields<MutationPauseSubscriptionArgs, 'input'>>;
  resumeSubscription?: Resolver<ResolversTypes['SubscriptionResult'], ParentType, ContextType, RequireFields<MutationResumeSubscriptionArgs, 'input'>>;
  endSubscription?: Resolver<ResolversTypes['SubscriptionResult'], ParentType, ContextType, RequireFields<MutationEndSubscriptionArgs, 'input'>>;
};

export type AnswerPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnswerPlan'] = ResolversParentTypes['AnswerPlan']> = {
  sites?: Resolver<ReadonlyArray<ResolversTypes['Site']>, ParentType, ContextType>;
  alternates?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  outside?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type SiteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnswerPlanResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnswerPlanResult'] = ResolversParentTypes['AnswerPlanResult']> = {
  plan?: Resolver<Maybe<ResolversTypes['AnswerPlan']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RemindRecipientsResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RemindRecipientsResult'] = ResolversParentTypes['RemindRecipientsResult']> = {
  reminded?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notListed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AnswerLinkResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnswerLinkResult'] = ResolversParentTypes['AnswerLinkResult']> = {
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApprovalKindResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApprovalKind'] = ResolversParentTypes['ApprovalKind']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proposedBy?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  approvedBy?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type ProposalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Proposal'] = ResolversParentTypes['Proposal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byWritten?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ProposalState'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedByWritten?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isAlone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  about?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mayDecide?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  whyNot?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  care?: Resolver<ReadonlyArray<ResolversTypes['PublishCare']>, ParentType, ContextType>;
  recipients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposalConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProposalConnection'] = ResolversParentTypes['ProposalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProposalEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProposalEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProposalEdge'] = ResolversParentTypes['ProposalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Proposal'], ParentType, ContextType>;
};

export type ProposalResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProposalResult'] = ResolversParentTypes['ProposalResult']> = {
  proposal?: Resolver<Maybe<ResolversTypes['Proposal']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AuditConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditLine'], ParentType, ContextType>;
};

export type AuditLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditLine'] = ResolversParentTypes['AuditLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byMember?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  byPerson?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  way?: Resolver<Maybe<ResolversTypes['AccessWay']>, ParentType, ContextType>;
  range?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facts?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case']> = {
  caseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  warning?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  takenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['CaseNote']>, ParentType, ContextType>;
};

export type CaseConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseEdge'] = ResolversParentTypes['CaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
};

export type CaseNoteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseNote'] = ResolversParentTypes['CaseNote']> = {
  isOfAsker?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CaseResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseResult'] = ResolversParentTypes['CaseResult']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WaysResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Ways'] = ResolversParentTypes['Ways']> = {
  isAlive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  aliveUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  toldAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  each?: Resolver<ReadonlyArray<ResolversTypes['Way']>, ParentType, ContextType>;
};

export type WayResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Way'] = ResolversParentTypes['Way']> = {
  endpoint?: Resolver<Maybe<ResolversTypes['Endpoint']>, ParentType, ContextType>;
  isAlive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  aliveUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['WayFault']>, ParentType, ContextType>;
};

export type EndpointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Endpoint'] = ResolversParentTypes['Endpoint']> = {
  endpointId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['EndpointChannel'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['EndpointForm'], ParentType, ContextType>;
  ceiling?: Resolver<ResolversTypes['Tlp'], ParentType, ContextType>;
  isEncrypted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EndpointState'], ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['EndpointCause']>, ParentType, ContextType>;
  isAlive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  restsUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ChannelDeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChannelDelivery'] = ResolversParentTypes['ChannelDelivery']> = {
  deliveryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['Endpoint'], ParentType, ContextType>;
  occasion?: Resolver<ResolversTypes['ChannelOccasion'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ChannelDeliveryState'], ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attemptCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attempts?: Resolver<ReadonlyArray<ResolversTypes['DeliveryAttempt']>, ParentType, ContextType>;
};

export type DeliveryAttemptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeliveryAttempt'] = ResolversParentTypes['DeliveryAttempt']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tookMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChannelDeliveryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChannelDeliveryConnection'] = ResolversParentTypes['ChannelDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChannelDeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChannelDeliveryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChannelDeliveryEdge'] = ResolversParentTypes['ChannelDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ChannelDelivery'], ParentType, ContextType>;
};

export type ReachedByResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReachedBy'] = ResolversParentTypes['ReachedBy']> = {
  deliveryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['EndpointChannel'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ChannelDeliveryState'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  channels?: Resolver<ReadonlyArray<ResolversTypes['ReachedBy']>, ParentType, ContextType>;
  hasMoreChannels?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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
  answerBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isAnswerDue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isAnswered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reminders?: Resolver<ReadonlyArray<ResolversTypes['Reminder']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AllowedRangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AllowedRange'] = ResolversParentTypes['AllowedRange']> = {
  range?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ports?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EndpointResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EndpointResult'] = ResolversParentTypes['EndpointResult']> = {
  endpoint?: Resolver<Maybe<ResolversTypes['Endpoint']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TestEndpointResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TestEndpointResult'] = ResolversParentTypes['TestEndpointResult']> = {
  deliveryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RetryDeliveriesResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RetryDeliveriesResult'] = ResolversParentTypes['RetryDeliveriesResult']> = {
  retried?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  heartbeat?: SubscriptionResolver<ResolversTypes['DateTime'], "heartbeat", ParentType, ContextType>;
  warningReceived?: SubscriptionResolver<ResolversTypes['FeedEdge'], "warningReceived", ParentType, ContextType, Partial<SubscriptionWarningReceivedArgs>>;
};

export type ContractResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contract'] = ResolversParentTypes['Contract']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Proposal' | 'AuditLine' | 'Delivery' | 'Member' | 'Community' | 'Warning' | 'DuplicatePair' | 'Application' | 'Hold' | 'Sector' | 'SectorScheme' | 'StixReport' | 'StixIndicator' | 'StixVulnerability' | 'StixCourseOfAction' | 'StixMalware' | 'StixAttackPattern' | 'StixCampaign' | 'StixIdentity' | 'StixInfrastructure' | 'StixSighting' | 'StixNote' | 'StixObservedData' | 'StixOther' | 'WarningSubscription', ParentType, ContextType>;
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
  standing?: Resolver<Maybe<ResolversTypes['Standing']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleResolvers = { READER: 'reader', ANALYST: 'analyst', PUBLISHER: 'publisher', APPROVER: 'approver', MANAGER: 'manager', CONTACT: 'contact', MEMBER_ADMIN: 'member-admin', INTEGRATOR: 'integrator', HUB_OPERATOR: 'hub-operator' };

export type MeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Me'] = ResolversParentTypes['Me']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  communities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mayPublish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxBodyBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TlpResolvers = { CLEAR: 'CLEAR', GREEN: 'GREEN', AMBER: 'AMBER', AMBER_STRICT: 'AMBER+STRICT', RED: 'RED' };

export type CommunityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Community'] = ResolversParentTypes['Community']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['CommunityRule']>, ParentType, ContextType>;
  managers?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  roll?: Resolver<ResolversTypes['CommunityRoll'], ParentType, ContextType>;
  joining?: Resolver<ResolversTypes['CommunityJoining'], ParentType, ContextType>;
  admitsAuthorities?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  opensHistory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Member']>>, ParentType, ContextType>;
  membership?: Resolver<Maybe<ResolversTypes['MembershipState']>, ParentType, ContextType>;
  requests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Member']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommunityRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CommunityRule'] = ResolversParentTypes['CommunityRule']> = {
  inWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MemberKind']>>, ParentType, ContextType>;
  sectors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  countries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type KeepCommunityResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeepCommunityResult'] = ResolversParentTypes['KeepCommunityResult']> = {
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType>;
  fitting?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type InviteToCommunityResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InviteToCommunityResult'] = ResolversParentTypes['InviteToCommunityResult']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MembershipResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MembershipResult'] = ResolversParentTypes['MembershipResult']> = {
  state?: Resolver<Maybe<ResolversTypes['MembershipState']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ChangeListingResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeListingResult'] = ResolversParentTypes['ChangeListingResult']> = {
  isUnlisted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReminderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Reminder'] = ResolversParentTypes['Reminder']> = {
  step?: Resolver<ResolversTypes['ReminderStep'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outside?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  skipped?: Resolver<Maybe<ResolversTypes['SkippedReminder']>, ParentType, ContextType>;
};

export type AnswerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Answer'] = ResolversParentTypes['Answer']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['Acknowledgement'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type DraftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Draft'] = ResolversParentTypes['Draft']> = {
  draftId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ItemKind'], ParentType, ContextType>;
  corrects?: Resolver<Maybe<ResolversTypes['DraftCorrection']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DraftCorrectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DraftCorrection'] = ResolversParentTypes['DraftCorrection']> = {
  item?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DraftResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DraftResult'] = ResolversParentTypes['DraftResult']> = {
  draft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Warning'] = ResolversParentTypes['Warning']> = {
  related?: Resolver<ReadonlyArray<ResolversTypes['RelatedWarning']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  feedback?: Resolver<ResolversTypes['WarningFeedback'], ParentType, ContextType>;
  answersBySector?: Resolver<Maybe<ResolversTypes['AnswersBySector']>, ParentType, ContextType>;
  heldBefore?: Resolver<Maybe<ResolversTypes['HeldVersion']>, ParentType, ContextType>;
  effectiveUrgency?: Resolver<ResolversTypes['Urgency'], ParentType, ContextType>;
  effectiveCertainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  raisedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Known'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['WarningVersionConnection'], ParentType, ContextType, RequireFields<WarningVersionsArgs, 'first'>>;
  difference?: Resolver<Maybe<ResolversTypes['WarningDifference']>, ParentType, ContextType, RequireFields<WarningDifferenceArgs, 'from'>>;
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
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  answerBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  takenInAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceModified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cancelReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recall?: Resolver<Maybe<ResolversTypes['Recall']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  externalReferences?: Resolver<ReadonlyArray<ResolversTypes['ExternalReference']>, ParentType, ContextType>;
  cves?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  whyMe?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  objects?: Resolver<ResolversTypes['StixObjectConnection'], ParentType, ContextType, RequireFields<WarningObjectsArgs, 'first'>>;
  bundle?: Resolver<ResolversTypes['JSON'], ParentType, ContextType, RequireFields<WarningBundleArgs, 'newest' | 'context' | 'strict'>>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DuplicateResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DuplicateResult'] = ResolversParentTypes['DuplicateResult']> = {
  pair?: Resolver<Maybe<ResolversTypes['DuplicatePair']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AnswersBySectorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnswersBySector'] = ResolversParentTypes['AnswersBySector']> = {
  all?: Resolver<Maybe<ResolversTypes['SectorAnswers']>, ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['SectorAnswers']>, ParentType, ContextType>;
  notShown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SectorAnswersResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SectorAnswers'] = ResolversParentTypes['SectorAnswers']> = {
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['AnswerCount']>, ParentType, ContextType>;
};

export type AnswerCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnswerCount'] = ResolversParentTypes['AnswerCount']> = {
  answer?: Resolver<Maybe<ResolversTypes['Acknowledgement']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EffectResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EffectResult'] = ResolversParentTypes['EffectResult']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['EffectCell']>, ParentType, ContextType>;
  isPartial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type EffectCellResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EffectCell'] = ResolversParentTypes['EffectCell']> = {
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['EffectFigures']>, ParentType, ContextType>;
};

export type EffectFiguresResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EffectFigures'] = ResolversParentTypes['EffectFigures']> = {
  step?: Resolver<ResolversTypes['EffectStep'], ParentType, ContextType>;
  medianMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  p90Minutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WarningFeedbackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningFeedback'] = ResolversParentTypes['WarningFeedback']> = {
  seenBy?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  usefulPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  details?: Resolver<ReadonlyArray<ResolversTypes['SightingDetails']>, ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['OwnFeedback']>, ParentType, ContextType>;
};

export type OwnFeedbackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OwnFeedback'] = ResolversParentTypes['OwnFeedback']> = {
  isUseful?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sighting?: Resolver<Maybe<ResolversTypes['Sighting']>, ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SightingDetailsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SightingDetails'] = ResolversParentTypes['SightingDetails']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FeedbackResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackResult'] = ResolversParentTypes['FeedbackResult']> = {
  isNoted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type HeldVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HeldVersion'] = ResolversParentTypes['HeldVersion']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actionsGone?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  actionsNew?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  indicators?: Resolver<ResolversTypes['IndicatorsSince'], ParentType, ContextType>;
};

export type IndicatorsSinceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorsSince'] = ResolversParentTypes['IndicatorsSince']> = {
  gone?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  added?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type IndicatorConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorConnection'] = ResolversParentTypes['IndicatorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['IndicatorEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IndicatorEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorEdge'] = ResolversParentTypes['IndicatorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  object?: Resolver<ResolversTypes['StixObject'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pattern?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  patternType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['IndicatorValue']>, ParentType, ContextType>;
  valueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isValid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  warning?: Resolver<ResolversTypes['Warning'], ParentType, ContextType>;
};

export type IndicatorValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorValue'] = ResolversParentTypes['IndicatorValue']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  property?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warningLists?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  notToBlock?: Resolver<Maybe<ResolversTypes['NotToBlock']>, ParentType, ContextType>;
};

export type JobResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  jobId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobState'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  causedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  starts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  causeInWords?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenUpAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type JobListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobList'] = ResolversParentTypes['JobList']> = {
  jobs?: Resolver<ReadonlyArray<ResolversTypes['Job']>, ParentType, ContextType>;
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type JobResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobResult'] = ResolversParentTypes['JobResult']> = {
  isDone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type HubVersionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HubVersions'] = ResolversParentTypes['HubVersions']> = {
  hub?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mongodb?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessKey'] = ResolversParentTypes['AccessKey']> = {
  keyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  ranges?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['KeyState'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  replacedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type KeyResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyResult'] = ResolversParentTypes['KeyResult']> = {
  key?: Resolver<Maybe<ResolversTypes['AccessKey']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type FeedEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedEdge'] = ResolversParentTypes['FeedEdge']> = {
  occasion?: Resolver<ResolversTypes['Occasion'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Warning'], ParentType, ContextType>;
};

export type KnownResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Known'] = ResolversParentTypes['Known']> = {
  inWords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  exploited?: Resolver<ReadonlyArray<ResolversTypes['KnownExploited']>, ParentType, ContextType>;
  exploitedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decisions?: Resolver<ReadonlyArray<ResolversTypes['KnownDecision']>, ParentType, ContextType>;
  decisionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scores?: Resolver<ReadonlyArray<ResolversTypes['KnownScore']>, ParentType, ContextType>;
  scoreCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  probabilities?: Resolver<ReadonlyArray<ResolversTypes['KnownProbability']>, ParentType, ContextType>;
  probabilityCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  techniques?: Resolver<ReadonlyArray<ResolversTypes['KnownTechnique']>, ParentType, ContextType>;
  techniqueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  falsePositives?: Resolver<ReadonlyArray<ResolversTypes['KnownFalsePositive']>, ParentType, ContextType>;
  falsePositiveCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnownSourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownSource'] = ResolversParentTypes['KnownSource']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KnownExploitedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownExploited'] = ResolversParentTypes['KnownExploited']> = {
  cve?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inRansomware?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['KnownSource'], ParentType, ContextType>;
};

export type KnownDecisionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownDecision'] = ResolversParentTypes['KnownDecision']> = {
  cve?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['SsvcDecision'], ParentType, ContextType>;
  exploitation?: Resolver<ResolversTypes['SsvcExploitation'], ParentType, ContextType>;
  isAutomatable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  technicalImpact?: Resolver<ResolversTypes['SsvcTechnicalImpact'], ParentType, ContextType>;
  decidedOn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['KnownSource'], ParentType, ContextType>;
};

export type SsvcDecisionResolvers = { TRACK: 'track', TRACK_STAR: 'track*', ATTEND: 'attend', ACT: 'act' };

export type SsvcExploitationResolvers = { NONE: 'none', POC: 'poc', ACTIVE: 'active' };

export type SsvcTechnicalImpactResolvers = { PARTIAL: 'partial', TOTAL: 'total' };

export type KnownScoreResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownScore'] = ResolversParentTypes['KnownScore']> = {
  cve?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cvssVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  band?: Resolver<ResolversTypes['CvssBand'], ParentType, ContextType>;
  vector?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['KnownSource'], ParentType, ContextType>;
};

export type KnownProbabilityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownProbability'] = ResolversParentTypes['KnownProbability']> = {
  cve?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  percentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  scoredOn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['KnownSource'], ParentType, ContextType>;
};

export type KnownTechniqueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownTechnique'] = ResolversParentTypes['KnownTechnique']> = {
  techniqueId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weakness?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['KnownSource']>, ParentType, ContextType>;
};

export type KnownFalsePositiveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownFalsePositive'] = ResolversParentTypes['KnownFalsePositive']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['KnownSource'], ParentType, ContextType>;
};

export type MemberIdentifierResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberIdentifier'] = ResolversParentTypes['MemberIdentifier']> = {
  type?: Resolver<ResolversTypes['IdentifierType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberFactsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberFacts'] = ResolversParentTypes['MemberFacts']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['Standing'], ParentType, ContextType>;
  joinedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  probationEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attestationDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isCapped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suspendedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  suspensionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latinName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  identifiers?: Resolver<ReadonlyArray<ResolversTypes['MemberIdentifier']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mayPublish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  optsOutOfCascade?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isUnlisted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  listedTo?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  clients?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  dependencies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Dependency']>>, ParentType, ContextType>;
};

export type DependencyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Dependency'] = ResolversParentTypes['Dependency']> = {
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strength?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  redundancy?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  bufferHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AdmissionPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AdmissionPolicy'] = ResolversParentTypes['AdmissionPolicy']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sponsors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  objectionDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  probationDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['ApplicationStage'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MemberKind'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needsReview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sponsors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  objections?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standingObjections?: Resolver<ReadonlyArray<ResolversTypes['ApplicationObjection']>, ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windowEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplicationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApplicationConnection'] = ResolversParentTypes['ApplicationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApplicationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApplicationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApplicationEdge'] = ResolversParentTypes['ApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
};

export type ApplicationObjectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApplicationObjection'] = ResolversParentTypes['ApplicationObjection']> = {
  member?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MemberFactsResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberFactsResult'] = ResolversParentTypes['MemberFactsResult']> = {
  facts?: Resolver<Maybe<ResolversTypes['MemberFacts']>, ParentType, ContextType>;
  emptied?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApplicationResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApplicationResult'] = ResolversParentTypes['ApplicationResult']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ApplicantInvitationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApplicantInvitation'] = ResolversParentTypes['ApplicantInvitation']> = {
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AdmissionPolicyResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AdmissionPolicyResult'] = ResolversParentTypes['AdmissionPolicyResult']> = {
  policy?: Resolver<Maybe<ResolversTypes['AdmissionPolicy']>, ParentType, ContextType>;
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

export type ContactDetailResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactDetail'] = ResolversParentTypes['ContactDetail']> = {
  kind?: Resolver<ResolversTypes['ContactKind'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  visibleTo?: Resolver<ResolversTypes['ContactVisibility'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  written?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PersonState'], ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contacts?: Resolver<ReadonlyArray<ResolversTypes['ContactDetail']>, ParentType, ContextType>;
  isRedClosed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dormantAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PersonContactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonContact'] = ResolversParentTypes['PersonContact']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ContactKind'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonEndsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonEnds'] = ResolversParentTypes['PersonEnds']> = {
  keys?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  credentials?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endpoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonResult'] = ResolversParentTypes['PersonResult']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  ends?: Resolver<Maybe<ResolversTypes['PersonEnds']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type InvitationResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvitationResult'] = ResolversParentTypes['InvitationResult']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type PublishResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PublishResult'] = ResolversParentTypes['PublishResult']> = {
  warning?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType>;
  inWords?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notListed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  letters?: Resolver<ReadonlyArray<ResolversTypes['PreviewedLetter']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type PreviewedLetterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewedLetter'] = ResolversParentTypes['PreviewedLetter']> = {
  channel?: Resolver<ResolversTypes['EndpointChannel'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  level?: Resolver<ResolversTypes['FindingLevel'], ParentType, ContextType>;
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
  care?: Resolver<ReadonlyArray<ResolversTypes['PublishCare']>, ParentType, ContextType>;
  notListed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublishCareResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PublishCare'] = ResolversParentTypes['PublishCare']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreviewedRecipientResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewedRecipient'] = ResolversParentTypes['PreviewedRecipient']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['Reason'], ParentType, ContextType>;
};

export type PreviewedExclusionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewedExclusion'] = ResolversParentTypes['PreviewedExclusion']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  because?: Resolver<ResolversTypes['Exclusion'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NarrowResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NarrowResult'] = ResolversParentTypes['NarrowResult']> = {
  warning?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType>;
  inWords?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  losing?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notListed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RecallResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Recall'] = ResolversParentTypes['Recall']> = {
  warning?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whatToDo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isNarrowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  former?: Resolver<Maybe<ResolversTypes['Warning']>, ParentType, ContextType>;
  unconfirmed?: Resolver<Maybe<ResolversTypes['DeliveryConnection']>, ParentType, ContextType, RequireFields<RecallUnconfirmedArgs, 'first'>>;
  notTold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RetentionClassResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RetentionClass'] = ResolversParentTypes['RetentionClass']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countedFrom?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type HoldResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Hold'] = ResolversParentTypes['Hold']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['HoldScope'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  placedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  liftedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeRetentionResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeRetentionResult'] = ResolversParentTypes['ChangeRetentionResult']> = {
  class?: Resolver<Maybe<ResolversTypes['RetentionClass']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ErasePersonResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ErasePersonResult'] = ResolversParentTypes['ErasePersonResult']> = {
  person?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type UnlistedMembersResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnlistedMembers'] = ResolversParentTypes['UnlistedMembers']> = {
  sector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['UnlistedCount'], ParentType, ContextType>;
};

export type SectorDirectoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SectorDirectory'] = ResolversParentTypes['SectorDirectory']> = {
  scheme?: Resolver<ReadonlyArray<ResolversTypes['Sector']>, ParentType, ContextType>;
  definitions?: Resolver<ReadonlyArray<ResolversTypes['SectorScheme']>, ParentType, ContextType, Partial<SectorDirectoryDefinitionsArgs>>;
  dependencies?: Resolver<ReadonlyArray<ResolversTypes['SectorDependency']>, ParentType, ContextType>;
};

export type StateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['State'] = ResolversParentTypes['State']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latinName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SectorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Sector'] = ResolversParentTypes['Sector']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  stix?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SectorSchemeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SectorScheme'] = ResolversParentTypes['SectorScheme']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  territory?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  instrument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['NationalSector']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NationalSectorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NationalSector'] = ResolversParentTypes['NationalSector']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type SectorDependencyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SectorDependency'] = ResolversParentTypes['SectorDependency']> = {
  provider?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dependent?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  strength?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  minHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  maxHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type IdentityProviderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IdentityProvider'] = ResolversParentTypes['IdentityProvider']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clientId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isShown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  admits?: Resolver<ResolversTypes['ProviderAdmission'], ParentType, ContextType>;
  groupClaim?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['ProviderGroup']>, ParentType, ContextType>;
  rolesOfAll?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  signInUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProviderGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProviderGroup'] = ResolversParentTypes['ProviderGroup']> = {
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type MachineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Machine'] = ResolversParentTypes['Machine']> = {
  registration?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isPending?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MachineKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type IdentityProviderResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IdentityProviderResult'] = ResolversParentTypes['IdentityProviderResult']> = {
  provider?: Resolver<Maybe<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MachineResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MachineResult'] = ResolversParentTypes['MachineResult']> = {
  machine?: Resolver<Maybe<ResolversTypes['Machine']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RecoveryCodeResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecoveryCodeResult'] = ResolversParentTypes['RecoveryCodeResult']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type StixReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixReport'] = ResolversParentTypes['StixReport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixReportReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixReportWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixIndicatorReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixIndicatorWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixVulnerabilityReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixVulnerabilityWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixCourseOfActionReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixCourseOfActionWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixMalwareReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixMalwareWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixAttackPatternReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixAttackPatternWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixCampaignReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixCampaignWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixIdentityReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixIdentityWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixInfrastructureReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixInfrastructureWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixSightingReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixSightingWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixNoteReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixNoteWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixObservedDataReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixObservedDataWarningsArgs, 'first'>>;
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
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixOtherReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixOtherWarningsArgs, 'first'>>;
  versions?: Resolver<ResolversTypes['StixVersionConnection'], ParentType, ContextType, RequireFields<StixOtherVersionsArgs, 'first'>>;
  revokedBy?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['StixDifference']>, ParentType, ContextType, RequireFields<StixOtherDifferenceArgs, 'from'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrichmentSourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnrichmentSource'] = ResolversParentTypes['EnrichmentSource']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needs?: Resolver<ResolversTypes['EnrichmentKey'], ParentType, ContextType>;
  makes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  freshForDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  loadedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type EnrichmentKeyResolvers = { CVE: 'cve', CWE: 'cwe', VALUE: 'value', SECTOR: 'sector' };

export type StixObjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObject'] = ResolversParentTypes['StixObject']> = {
  __resolveType: TypeResolveFn<'StixReport' | 'StixIndicator' | 'StixVulnerability' | 'StixCourseOfAction' | 'StixMalware' | 'StixAttackPattern' | 'StixCampaign' | 'StixIdentity' | 'StixInfrastructure' | 'StixSighting' | 'StixNote' | 'StixObservedData' | 'StixOther', ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  references?: Resolver<ResolversTypes['StixReferenceConnection'], ParentType, ContextType, RequireFields<StixObjectReferencesArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ObjectSource']>, ParentType, ContextType>;
  corroboration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enrichment?: Resolver<ReadonlyArray<ResolversTypes['StixObject']>, ParentType, ContextType>;
  playbook?: Resolver<Maybe<ResolversTypes['Playbook']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['WarningConnection'], ParentType, ContextType, RequireFields<StixObjectWarningsArgs, 'first'>>;
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
  kind?: Resolver<ResolversTypes['PlaybookStepKind'], ParentType, ContextType>;
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

export type StixReferenceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixReferenceConnection'] = ResolversParentTypes['StixReferenceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StixReferenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StixReferenceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixReferenceEdge'] = ResolversParentTypes['StixReferenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StixReference'], ParentType, ContextType>;
};

export type StixReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixReference'] = ResolversParentTypes['StixReference']> = {
  property?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['StixObject']>, ParentType, ContextType>;
};

export type ObjectSourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObjectSource'] = ResolversParentTypes['ObjectSource']> = {
  objectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type WarningSubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningSubscription'] = ResolversParentTypes['WarningSubscription']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOfMember?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubscriptionStanding'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['SubscriptionFilter'], ParentType, ContextType>;
  cadence?: Resolver<ResolversTypes['Cadence'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mostPerHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quietFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quietUntil?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pausedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextDigestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionFilterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionFilter'] = ResolversParentTypes['SubscriptionFilter']> = {
  sectors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['ItemKind']>, ParentType, ContextType>;
  severities?: Resolver<ReadonlyArray<ResolversTypes['Severity']>, ParentType, ContextType>;
  urgencies?: Resolver<ReadonlyArray<ResolversTypes['Urgency']>, ParentType, ContextType>;
  certainties?: Resolver<ReadonlyArray<ResolversTypes['Certainty']>, ParentType, ContextType>;
  countries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  communities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  publishers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  products?: Resolver<ReadonlyArray<ResolversTypes['SubscribedProduct']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  exercise?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscribedProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscribedProduct'] = ResolversParentTypes['SubscribedProduct']> = {
  vendor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cpe?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscriptionPreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionPreview'] = ResolversParentTypes['SubscriptionPreview']> = {
  inWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messages?: Resolver<ReadonlyArray<ResolversTypes['PreviewedMessage']>, ParentType, ContextType>;
  isPartial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PreviewedMessageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewedMessage'] = ResolversParentTypes['PreviewedMessage']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isDigest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['Warning']>, ParentType, ContextType>;
};

export type SubscriptionResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionResult'] = ResolversParentTypes['SubscriptionResult']> = {
  subscription?: Resolver<Maybe<ResolversTypes['WarningSubscription']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type SubscriptionPreviewResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionPreviewResult'] = ResolversParentTypes['SubscriptionPreviewResult']> = {
  preview?: Resolver<Maybe<ResolversTypes['SubscriptionPreview']>, ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type WarningVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningVersion'] = ResolversParentTypes['WarningVersion']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  act?: Resolver<ResolversTypes['VersionAct'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  takenInAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  markingInWords?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  handling?: Resolver<Maybe<ResolversTypes['Handling']>, ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
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
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  answerBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sectorsConcerned?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  countriesConcerned?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  cves?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  externalReferences?: Resolver<ReadonlyArray<ResolversTypes['ExternalReference']>, ParentType, ContextType>;
  practice?: Resolver<Maybe<ResolversTypes['Practice']>, ParentType, ContextType>;
  cancelReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WarningVersionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningVersionConnection'] = ResolversParentTypes['WarningVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WarningVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WarningVersionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningVersionEdge'] = ResolversParentTypes['WarningVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WarningVersion'], ParentType, ContextType>;
};

export type WarningDifferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningDifference'] = ResolversParentTypes['WarningDifference']> = {
  from?: Resolver<ResolversTypes['WarningVersion'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['WarningVersion'], ParentType, ContextType>;
  inWords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['WarningChange']>, ParentType, ContextType>;
  objects?: Resolver<ResolversTypes['StixObjectChangeConnection'], ParentType, ContextType, RequireFields<WarningDifferenceObjectsArgs, 'first'>>;
};

export type WarningChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningChange'] = ResolversParentTypes['WarningChange']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type StixObjectChangeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObjectChangeConnection'] = ResolversParentTypes['StixObjectChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StixObjectChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StixObjectChangeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObjectChangeEdge'] = ResolversParentTypes['StixObjectChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StixObjectChange'], ParentType, ContextType>;
};

export type StixObjectChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StixObjectChange'] = ResolversParentTypes['StixObjectChange']> = {
  change?: Resolver<ResolversTypes['StixChangeKind'], ParentType, ContextType>;
  objectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marking?: Resolver<Maybe<ResolversTypes['Tlp']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['StixChange']>, ParentType, ContextType>;
};

export type FeedConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedConnection'] = ResolversParentTypes['FeedConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FeedEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WarningConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningConnection'] = ResolversParentTypes['WarningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WarningEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WarningEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WarningEdge'] = ResolversParentTypes['WarningEdge']> = {
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
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type Resolvers<ContextType = RequestContext> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  AnswerPlan?: AnswerPlanResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  AnswerPlanResult?: AnswerPlanResultResolvers<ContextType>;
  RemindRecipientsResult?: RemindRecipientsResultResolvers<ContextType>;
  AnswerLinkResult?: AnswerLinkResultResolvers<ContextType>;
  ApprovalKind?: ApprovalKindResolvers<ContextType>;
  Proposal?: ProposalResolvers<ContextType>;
  ProposalConnection?: ProposalConnectionResolvers<ContextType>;
  ProposalEdge?: ProposalEdgeResolvers<ContextType>;
  ProposalResult?: ProposalResultResolvers<ContextType>;
  AuditConnection?: AuditConnectionResolvers<ContextType>;
  AuditEdge?: AuditEdgeResolvers<ContextType>;
  AuditLine?: AuditLineResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  CaseEdge?: CaseEdgeResolvers<ContextType>;
  CaseNote?: CaseNoteResolvers<ContextType>;
  CaseResult?: CaseResultResolvers<ContextType>;
  Ways?: WaysResolvers<ContextType>;
  Way?: WayResolvers<ContextType>;
  Endpoint?: EndpointResolvers<ContextType>;
  ChannelDelivery?: ChannelDeliveryResolvers<ContextType>;
  DeliveryAttempt?: DeliveryAttemptResolvers<ContextType>;
  ChannelDeliveryConnection?: ChannelDeliveryConnectionResolvers<ContextType>;
  ChannelDeliveryEdge?: ChannelDeliveryEdgeResolvers<ContextType>;
  ReachedBy?: ReachedByResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  AllowedRange?: AllowedRangeResolvers<ContextType>;
  EndpointResult?: EndpointResultResolvers<ContextType>;
  TestEndpointResult?: TestEndpointResultResolvers<ContextType>;
  RetryDeliveriesResult?: RetryDeliveriesResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Subscription?: SubscriptionResolvers<ContextType>;
  Contract?: ContractResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Role?: RoleResolvers;
  Me?: MeResolvers<ContextType>;
  Tlp?: TlpResolvers;
  Community?: CommunityResolvers<ContextType>;
  CommunityRule?: CommunityRuleResolvers<ContextType>;
  KeepCommunityResult?: KeepCommunityResultResolvers<ContextType>;
  InviteToCommunityResult?: InviteToCommunityResultResolvers<ContextType>;
  MembershipResult?: MembershipResultResolvers<ContextType>;
  ChangeListingResult?: ChangeListingResultResolvers<ContextType>;
  Reminder?: ReminderResolvers<ContextType>;
  Answer?: AnswerResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  AcknowledgeResult?: AcknowledgeResultResolvers<ContextType>;
  Draft?: DraftResolvers<ContextType>;
  DraftCorrection?: DraftCorrectionResolvers<ContextType>;
  DraftResult?: DraftResultResolvers<ContextType>;
  Warning?: WarningResolvers<ContextType>;
  RelatedWarning?: RelatedWarningResolvers<ContextType>;
  PairState?: PairStateResolvers;
  DuplicatePairConnection?: DuplicatePairConnectionResolvers<ContextType>;
  DuplicatePairEdge?: DuplicatePairEdgeResolvers<ContextType>;
  DuplicatePair?: DuplicatePairResolvers<ContextType>;
  DuplicateResult?: DuplicateResultResolvers<ContextType>;
  AnswersBySector?: AnswersBySectorResolvers<ContextType>;
  SectorAnswers?: SectorAnswersResolvers<ContextType>;
  AnswerCount?: AnswerCountResolvers<ContextType>;
  EffectResult?: EffectResultResolvers<ContextType>;
  EffectCell?: EffectCellResolvers<ContextType>;
  EffectFigures?: EffectFiguresResolvers<ContextType>;
  WarningFeedback?: WarningFeedbackResolvers<ContextType>;
  OwnFeedback?: OwnFeedbackResolvers<ContextType>;
  SightingDetails?: SightingDetailsResolvers<ContextType>;
  FeedbackResult?: FeedbackResultResolvers<ContextType>;
  HeldVersion?: HeldVersionResolvers<ContextType>;
  IndicatorsSince?: IndicatorsSinceResolvers<ContextType>;
  IndicatorConnection?: IndicatorConnectionResolvers<ContextType>;
  IndicatorEdge?: IndicatorEdgeResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  IndicatorValue?: IndicatorValueResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  JobList?: JobListResolvers<ContextType>;
  JobResult?: JobResultResolvers<ContextType>;
  HubVersions?: HubVersionsResolvers<ContextType>;
  AccessKey?: AccessKeyResolvers<ContextType>;
  KeyResult?: KeyResultResolvers<ContextType>;
  FeedEdge?: FeedEdgeResolvers<ContextType>;
  Known?: KnownResolvers<ContextType>;
  KnownSource?: KnownSourceResolvers<ContextType>;
  KnownExploited?: KnownExploitedResolvers<ContextType>;
  KnownDecision?: KnownDecisionResolvers<ContextType>;
  SsvcDecision?: SsvcDecisionResolvers;
  SsvcExploitation?: SsvcExploitationResolvers;
  SsvcTechnicalImpact?: SsvcTechnicalImpactResolvers;
  KnownScore?: KnownScoreResolvers<ContextType>;
  KnownProbability?: KnownProbabilityResolvers<ContextType>;
  KnownTechnique?: KnownTechniqueResolvers<ContextType>;
  KnownFalsePositive?: KnownFalsePositiveResolvers<ContextType>;
  MemberIdentifier?: MemberIdentifierResolvers<ContextType>;
  MemberFacts?: MemberFactsResolvers<ContextType>;
  Dependency?: DependencyResolvers<ContextType>;
  AdmissionPolicy?: AdmissionPolicyResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
  ApplicationObjection?: ApplicationObjectionResolvers<ContextType>;
  MemberFactsResult?: MemberFactsResultResolvers<ContextType>;
  ApplicationResult?: ApplicationResultResolvers<ContextType>;
  ApplicantInvitation?: ApplicantInvitationResolvers<ContextType>;
  AdmissionPolicyResult?: AdmissionPolicyResultResolvers<ContextType>;
  ObjectDuplicateConnection?: ObjectDuplicateConnectionResolvers<ContextType>;
  ObjectDuplicateEdge?: ObjectDuplicateEdgeResolvers<ContextType>;
  ObjectDuplicate?: ObjectDuplicateResolvers<ContextType>;
  ObjectDuplicateResult?: ObjectDuplicateResultResolvers<ContextType>;
  ContactDetail?: ContactDetailResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonContact?: PersonContactResolvers<ContextType>;
  PersonEnds?: PersonEndsResolvers<ContextType>;
  PersonResult?: PersonResultResolvers<ContextType>;
  InvitationResult?: InvitationResultResolvers<ContextType>;
  PublishResult?: PublishResultResolvers<ContextType>;
  PreviewedLetter?: PreviewedLetterResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  AudiencePreviewResult?: AudiencePreviewResultResolvers<ContextType>;
  AudiencePreview?: AudiencePreviewResolvers<ContextType>;
  PublishCare?: PublishCareResolvers<ContextType>;
  PreviewedRecipient?: PreviewedRecipientResolvers<ContextType>;
  PreviewedExclusion?: PreviewedExclusionResolvers<ContextType>;
  NarrowResult?: NarrowResultResolvers<ContextType>;
  Recall?: RecallResolvers<ContextType>;
  RetentionClass?: RetentionClassResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  ChangeRetentionResult?: ChangeRetentionResultResolvers<ContextType>;
  ErasePersonResult?: ErasePersonResultResolvers<ContextType>;
  UnlistedMembers?: UnlistedMembersResolvers<ContextType>;
  SectorDirectory?: SectorDirectoryResolvers<ContextType>;
  State?: StateResolvers<ContextType>;
  Sector?: SectorResolvers<ContextType>;
  SectorScheme?: SectorSchemeResolvers<ContextType>;
  NationalSector?: NationalSectorResolvers<ContextType>;
  SectorMapping?: SectorMappingResolvers<ContextType>;
  MappingPredicate?: MappingPredicateResolvers;
  SectorDependency?: SectorDependencyResolvers<ContextType>;
  IdentityProvider?: IdentityProviderResolvers<ContextType>;
  ProviderGroup?: ProviderGroupResolvers<ContextType>;
  Machine?: MachineResolvers<ContextType>;
  IdentityProviderResult?: IdentityProviderResultResolvers<ContextType>;
  MachineResult?: MachineResultResolvers<ContextType>;
  RecoveryCodeResult?: RecoveryCodeResultResolvers<ContextType>;
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
  EnrichmentKey?: EnrichmentKeyResolvers;
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
  StixReferenceConnection?: StixReferenceConnectionResolvers<ContextType>;
  StixReferenceEdge?: StixReferenceEdgeResolvers<ContextType>;
  StixReference?: StixReferenceResolvers<ContextType>;
  ObjectSource?: ObjectSourceResolvers<ContextType>;
  StixObjectConnection?: StixObjectConnectionResolvers<ContextType>;
  StixObjectEdge?: StixObjectEdgeResolvers<ContextType>;
  WarningSubscription?: WarningSubscriptionResolvers<ContextType>;
  SubscriptionFilter?: SubscriptionFilterResolvers<ContextType>;
  SubscribedProduct?: SubscribedProductResolvers<ContextType>;
  SubscriptionPreview?: SubscriptionPreviewResolvers<ContextType>;
  PreviewedMessage?: PreviewedMessageResolvers<ContextType>;
  SubscriptionResult?: SubscriptionResultResolvers<ContextType>;
  SubscriptionPreviewResult?: SubscriptionPreviewResultResolvers<ContextType>;
  WarningVersion?: WarningVersionResolvers<ContextType>;
  WarningVersionConnection?: WarningVersionConnectionResolvers<ContextType>;
  WarningVersionEdge?: WarningVersionEdgeResolvers<ContextType>;
  WarningDifference?: WarningDifferenceResolvers<ContextType>;
  WarningChange?: WarningChangeResolvers<ContextType>;
  StixObjectChangeConnection?: StixObjectChangeConnectionResolvers<ContextType>;
  StixObjectChangeEdge?: StixObjectChangeEdgeResolvers<ContextType>;
  StixObjectChange?: StixObjectChangeResolvers<ContextType>;
  FeedConnection?: FeedConnectionResolvers<ContextType>;
  WarningConnection?: WarningConnectionResolvers<ContextType>;
  WarningEdge?: WarningEdgeResolvers<ContextType>;
  Action?: ActionResolvers<ContextType>;
  ContactPoint?: ContactPointResolvers<ContextType>;
  Translation?: TranslationResolvers<ContextType>;
  ExternalReference?: ExternalReferenceResolvers<ContextType>;
  Handling?: HandlingResolvers<ContextType>;
  Practice?: PracticeResolvers<ContextType>;
  Reason?: ReasonResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
};

