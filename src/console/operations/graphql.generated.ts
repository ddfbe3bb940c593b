// Generated from src/console/operations by `npm run generate`. Do not edit.
/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whom to remind. */
export type RemindRecipientsInput = {
  /** Id of your warning or practice. */
  warning: string | number;
  /** Slugs of members that have not answered, of those in `deliveries`. With neither of the two: everybody who has not answered. At most 200. */
  members?: Array<string>;
  /** Numbers of organisations that answered without their name, and not what was asked. At most 200. */
  organisations?: Array<number>;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
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

/** What to propose. */
export type ProposeInput = {
  /** A kind of `approvalKinds`. */
  kind: string;
  /** What exactly, with the fields that `approvalKinds` names for the kind. */
  payload: unknown;
  /** Why, for whoever approves; at most 2,000 characters. */
  note?: string | null | undefined;
};

/** The proposal to approve. */
export type ApproveProposalInput = {
  /** As `proposals` gives it. */
  id: string | number;
};

/** The proposal to refuse. */
export type RefuseProposalInput = {
  /** As `proposals` gives it. */
  id: string | number;
};

/** The proposal to withdraw. */
export type WithdrawProposalInput = {
  /** As `proposals` gives it. */
  id: string | number;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** Which lines of the audit trail. Everything given must hold. */
export type AuditFilter = {
  /** Events such as `key.revoked` or `warning.opened`, at most 50. One that does not exist is refused. */
  events?: Array<string> | null | undefined;
  /** Done by this person, or concerning it: `<member slug>/…`. */
  person?: string | null | undefined;
  /** About this warning or practice. */
  warning?: string | number | null | undefined;
  /** From this instant on. */
  since?: string | null | undefined;
  /** Before this instant. */
  until?: string | null | undefined;
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
  case: string | number;
  /** What becomes of it. */
  act: CaseActKind;
  /** For the other side, at most 2,000 characters. */
  note?: string | null | undefined;
  /** For HAND_OVER: the slug of the sharing centre; without it the publisher helps again. */
  to?: string | null | undefined;
};

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

/** Which deliveries. */
export type ChannelDeliveryFilter = {
  /** Only to this endpoint. */
  endpoint?: string | number | null | undefined;
  /** Only in one of these states, at most 7. */
  states?: Array<ChannelDeliveryState> | null | undefined;
  /** Only those made at this time or later. */
  from?: string | null | undefined;
  /** Only those made before this time. */
  until?: string | null | undefined;
};

/** A web address to register. */
export type AddWebhookInput = {
  /** https, at port 443 or 8443, without a user name; at most 2,000 characters. */
  address: string;
  /** What you call it, at most 80 characters. */
  label: string;
  /** What it gets. */
  form?: EndpointForm | null | undefined;
  /** Nothing that is marked higher goes there in full; not RED. */
  ceiling?: Tlp | null | undefined;
  /** How the hub signs. */
  signature?: SignatureKind | null | undefined;
};

/** A mail address to register. */
export type AddMailAddressInput = {
  /** One address, at most 254 characters. */
  address: string;
  /** What you call it, at most 80 characters. */
  label: string;
  /** Your own; else your member's, which a member-admin registers. */
  isOwn?: boolean | null | undefined;
  /** What it gets. */
  form?: EndpointForm | null | undefined;
  /** Nothing that is marked higher goes there in full. Above GREEN only encrypted mail has content. */
  ceiling?: Tlp | null | undefined;
  /** A certificate (X.509, PEM, RSA) for which mail is encrypted by S/MIME. */
  certificate?: string | null | undefined;
};

/** The endpoint that is meant. */
export type EndpointInput = {
  /** As `endpoints` gives it. */
  endpoint: string | number;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** An endpoint and the code that was sent there. */
export type ProveEndpointInput = {
  /** As `endpoints` gives it. */
  endpoint: string | number;
  /** Sixteen letters and digits, valid for a day. */
  code: string;
};

/** What becomes of an endpoint; what is left out stays. */
export type ChangeEndpointInput = {
  /** As `endpoints` gives it. */
  endpoint: string | number;
  /** What you call it, at most 80 characters. */
  label?: string | null | undefined;
  /** What it gets. */
  form?: EndpointForm | null | undefined;
  /** Nothing that is marked higher goes there in full. */
  ceiling?: Tlp | null | undefined;
  /** A certificate for S/MIME in place of the one before. */
  certificate?: string | null | undefined;
  /** Whether it is paused. */
  isPaused?: boolean | null | undefined;
};

/** A webhook that gets a new secret. */
export type RotateEndpointSecretInput = {
  /** As `endpoints` gives it. */
  endpoint: string | number;
  /** Hours for which the former secret signs too, 0 to 168. */
  overlapHours?: number | null | undefined;
  /** How the hub signs with the new one. */
  signature?: SignatureKind | null | undefined;
};

/** Deliveries to try again. */
export type RetryDeliveriesInput = {
  /** Ids of deliveries, at most 1,000. */
  ids?: Array<string | number> | null | undefined;
  /** All of this endpoint, in `states` and in the range. */
  endpoint?: string | number | null | undefined;
  /** Those made at this time or later. */
  from?: string | null | undefined;
  /** Those made before this time. */
  until?: string | null | undefined;
  /** Only in one of these states, at most 7. */
  states?: Array<ChannelDeliveryState> | null | undefined;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
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
  kinds?: Array<MemberKind> | null | undefined;
  /** Ids of sectors, at most 60; a sector includes its parts. */
  sectors?: Array<string> | null | undefined;
  /** Countries, ISO 3166-1 alpha-2; at most 60. */
  countries?: Array<string> | null | undefined;
};

/** A new community. */
export type CreateCommunityInput = {
  /** At most 64 of a-z, 0-9 and hyphens; never changes. */
  slug: string;
  /** At most 200 characters. It must look like the name of no other community. */
  name: string;
  /** What it is for, at most 2,000 characters. */
  purpose?: string | null | undefined;
  /** Slugs of the members whose managers keep it, at least one and at most 100. */
  managers: Array<string>;
  /** Left out, the community is kept by hand. */
  rule?: CommunityRuleInput | null | undefined;
  /** COMMUNITY when left out. */
  roll?: CommunityRoll | null | undefined;
  /** INVITATION when left out. */
  joining?: CommunityJoining | null | undefined;
  /** False when left out. */
  admitsAuthorities?: boolean | null | undefined;
  /** False when left out. */
  opensHistory?: boolean | null | undefined;
  /** Only says what would come of it. */
  dryRun?: boolean | null | undefined;
};

/** A change of a community; what is left out stays. */
export type ChangeCommunityInput = {
  /** Which community to change; its slug stays. */
  slug: string;
  /** The version that you have read. */
  expectedVersion: number;
  /** At most 200 characters. A new one is given by the hub alone, and looks like that of no other community; its managers may write it in another way. */
  name?: string | null | undefined;
  /** What it is for, at most 2,000 characters. */
  purpose?: string | null | undefined;
  /** Slugs of the members whose managers keep it, at least one and at most 100. */
  managers?: Array<string> | null | undefined;
  /** Null keeps the community by hand from then on, with nobody in it but those who joined by hand. */
  rule?: CommunityRuleInput | null | undefined;
  /** Who is told which members are in it. */
  roll?: CommunityRoll | null | undefined;
  /** How one joins it. */
  joining?: CommunityJoining | null | undefined;
  /** False removes the regulators and law enforcement that are in it. */
  admitsAuthorities?: boolean | null | undefined;
  /** True opens what was addressed to it before to all who are in it. */
  opensHistory?: boolean | null | undefined;
  /** Only says what would come of it. */
  dryRun?: boolean | null | undefined;
};

/** Whom to invite. */
export type InviteToCommunityInput = {
  /** Slug of the community. */
  community: string;
  /** Slug of the member; left out, the code is good for whoever has it, such as a member that is unlisted to you. */
  member?: string | null | undefined;
};

/** Which community to join. */
export type JoinCommunityInput = {
  /** Slug of the community. */
  community: string;
  /** The code of an invitation. */
  code?: string | null | undefined;
};

/** Which community to leave. */
export type LeaveCommunityInput = {
  /** Slug of the community. */
  community: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** A member and a community. */
export type DecideMembershipInput = {
  /** Slug of the community. */
  community: string;
  /** Slug of the member. */
  member: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** To whom your member is listed. */
export type ChangeListingInput = {
  /** True: it is absent for all other members but those of `listedTo`, and those with whom it joins a community that shows its members. */
  isUnlisted: boolean;
  /** Slugs of members, at most 200; nobody when left out. */
  listedTo?: Array<string> | null | undefined;
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

/** An answer of your member to a warning or practice. */
export type AcknowledgeWarningInput = {
  /** Id of the warning or practice. The answer is to its current version. */
  warning: string | number;
  /**
   * The version you have read. Refused with VERSION_CONFLICT when another one takes the answer: one that you have not seen is not
   * answered. Left out: whichever is current takes it; a recall is only confirmed by whoever gives its version.
   */
  expectedVersion?: number | null | undefined;
  /**
   * Left out, the answer that stands is kept, to this version or to a former one; SEEN where you have not answered, and where you
   * answered ACTED or NOT_AFFECTED to a version that did not ask for all that this one asks you to do.
   */
  answer?: Acknowledgement | null | undefined;
  /** For the publisher, at most 2,000 characters. It belongs to this answer; earlier ones keep theirs. */
  note?: string | null | undefined;
  /** Slug of the site that you answer for, of those in `answerPlan`. Left out: for all of them. The answer of your member is the most serious of its sites, and what is asked stays open until each has answered. */
  site?: string | null | undefined;
  /**
   * Whether a publisher that does not see you (`whyMe.isKnownToPublisher` is false) is told your name. False: it sees the answer
   * of an organisation. Left out: it is told, unless your member is unlisted to it. A name that was given once for a version
   * stays given, and stands with your earlier answers to that version.
   */
  withName?: boolean | null | undefined;
};

/** What a draft corrects. Whether there is such an item, and you may correct it, is asked when you publish. */
export type DraftCorrectionInput = {
  /** Id of the warning or practice. */
  item: string | number;
  /** Its version that you correct. */
  version: number;
};

/** The draft that you saw last. */
export type SeenDraftInput = {
  /** Which draft. */
  id: string | number;
  /** Its version. A newer one that was saved elsewhere is not overwritten (DRAFT_SAVED_ELSEWHERE). */
  version: number;
};

/** A form to save. */
export type SaveDraftInput = {
  /** The draft to save over; a new one when absent. */
  seen?: SeenDraftInput | null | undefined;
  /** What the form is for. */
  kind: ItemKind;
  /** What the form corrects; absent for something new. */
  corrects?: DraftCorrectionInput | null | undefined;
  /** How you know it in the list, at most 200 characters, such as the headline. */
  label: string;
  /** The form: one JSON object as text, at most 256 KiB in UTF-8. The hub does not look at what is in it. */
  content: string;
};

/** Which draft to discard. */
export type DiscardDraftInput = {
  /** Which draft. */
  id: string | number;
  /** The version that you saw last, so that nothing goes that was saved elsewhere since; whichever it is when absent. */
  version?: number | null | undefined;
};

/** The pair to confirm. */
export type AcceptDuplicateInput = {
  /** Id of the pair: of a proposal, of `RelatedWarning.pair` or of `Source.pair`. */
  id: string | number;
};

/** The pair to rule out. */
export type RejectDuplicateInput = {
  /** Id of the pair: of a proposal, of `RelatedWarning.pair` or of `Source.pair`. */
  id: string | number;
};

/** The pair to take apart. */
export type UndoMergeInput = {
  /** Id of the pair: of `RelatedWarning.pair` or of `Source.pair`. */
  id: string | number;
  /** Return a pair that a reviewer accepted to the proposals instead of finding the two distinct. */
  reopen?: boolean;
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
  | 'COLLAPSED'
  /** Linked by rule. */
  | 'LINKED'
  /** Waits for a reviewer. */
  | 'PROPOSED'
  /** A reviewer ruled that they are duplicates. */
  | 'ACCEPTED'
  /** A reviewer ruled that they are not. */
  | 'DISTINCT';

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
  of?: EffectOf;
  /** Published at this instant or later. */
  since: string;
  /** Published before this instant; at most 366 days after `since`. */
  until: string;
};

/** What your organisation says of a warning. */
export type GiveFeedbackInput = {
  /** Id of the warning or practice. */
  warning: string | number;
  /** Whether it was of use; nothing is said when left out. */
  isUseful?: boolean | null | undefined;
  /** Whether you have seen the same; not said when left out. */
  sighting?: Sighting | null | undefined;
  /** What you have seen, with SEEN_WITH_DETAILS, at most 2,000 characters. */
  details?: string | null | undefined;
};

/** Which indicators: those that fit every field given. */
export type IndicatorFilter = {
  /** A value that the pattern names: an address, a host name, a URL or a hash, also written defanged (`hxxp`, `[.]`). Compared without regard to case. At most 2,048 characters. */
  value?: string | null | undefined;
  /** STIX types of observables that the pattern is about, such as `ipv4-addr` or `file`: any of them. At most 20. */
  types?: Array<string> | null | undefined;
  /** Name or alias of malware or a tool that the same warning brings, without regard to case. */
  malware?: string | null | undefined;
  /** Number of an ATT&CK technique that the same warning brings, such as T1190; a technique includes its parts (T1059 also finds T1059.001). */
  technique?: string | null | undefined;
  /** Words that must all occur in the name or description of the indicator, or in the texts of its warning. At most 256 characters; no regular expressions. */
  text?: string | null | undefined;
  /** Id of a warning or practice: only its own. */
  warning?: string | number | null | undefined;
  /** Only those that are valid now: within their own time, not revoked, and of a warning that is neither cancelled nor expired. */
  isValid?: boolean | null | undefined;
  /** The id of an exercise, for its traffic; real traffic when absent. The two are never mixed. */
  exercise?: string | null | undefined;
};

/** How a job stands. */
export type JobState =
  /** Given up, until an operator has it tried again or discards it. */
  | 'DEAD'
  /** It failed, and is tried again by itself. */
  | 'FAILING'
  /** It waits or runs. */
  | 'OPEN';

/** The job that is meant. */
export type JobInput = {
  /** Its `jobId`. */
  job: string | number;
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

/** A key to make. */
export type CreateKeyInput = {
  /** Whose. */
  kind: KeyKind;
  /** What it is for, at most 200 characters. */
  label: string;
  /** Of your own key some of your roles, all of them when absent; of a machine at least one. None for a screen. At most 9. */
  roles?: Array<Role> | null | undefined;
  /** What it is limited to, some of `keyScopes`, at most 30; no limits when absent. */
  scopes?: Array<string> | null | undefined;
  /** Networks that it may come from, as CIDR; any when absent. At most 20. Refused by a hub that does not know the addresses of its callers. */
  ranges?: Array<string> | null | undefined;
  /** Days until it expires, at most 730 (90 for a screen); 365 when absent (90). */
  days?: number | null | undefined;
};

/** A key to replace. */
export type RotateKeyInput = {
  /** As `keys` gives it, `keyId`. */
  id: string | number;
  /** Hours for which the former one works on, at most 168. */
  overlapHours?: number | null | undefined;
};

/** A key to end. */
export type RevokeKeyInput = {
  /** As `keys` gives it, `keyId`. */
  id: string | number;
  /** Only says which key would end: it is given as it is. */
  dryRun?: boolean | null | undefined;
};

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
  /** Words that must all occur, each as the beginning of one: in its texts, external ids and CVEs, or in what every reader has of its objects, which are values, hashes, and names of malware, actors, techniques and products (at most 4,000 words of a warning count, names before values: `indicators` finds a value behind them). At most 256 characters; no regular expressions. */
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

/** What SSVC says is to be done about a vulnerability. */
export type SsvcDecision =
  /** Remediate it within standard update timelines. */
  | 'TRACK'
  /** `track*`: as TRACK, and watch closely whether anything changes. */
  | 'TRACK_STAR'
  /** Remediate it sooner than standard update timelines. */
  | 'ATTEND'
  /** Remediate it as soon as possible. */
  | 'ACT';

/** What is known of the exploitation of a vulnerability, by SSVC. */
export type SsvcExploitation =
  /** No evidence of exploitation, and no public proof of concept. */
  | 'NONE'
  /** There is a public proof of concept. */
  | 'POC'
  /** It is reliably known that it is exploited. */
  | 'ACTIVE';

/** How much control an attacker gains by a vulnerability, by SSVC. */
export type SsvcTechnicalImpact =
  /** Limited control, or information about the component. */
  | 'PARTIAL'
  /** Total control of the component, or all that it knows. */
  | 'TOTAL';

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
export type MemberIdentifierInput = {
  /** Of which register. */
  type: IdentifierType;
  /** As the register writes it. */
  value: string;
};

/** What changes of a member; what is absent stays. */
export type ChangeMemberInput = {
  /** Slug of the member; your own when absent. */
  member?: string | null | undefined;
  /** Its name, in its own script. A new one is given by the hub alone; a member may write its own in another way. */
  name?: string | null | undefined;
  /** Its name in Latin letters. The hub alone; a member may take it away. */
  latinName?: string | null | undefined;
  /** What kind of organisation it is. The hub alone. */
  kind?: MemberKind | null | undefined;
  /** Where it is established. The hub alone. */
  country?: string | null | undefined;
  /** Further countries that it serves, at most 60; the hub alone adds one. */
  countries?: Array<string> | null | undefined;
  /** Sectors of the scheme, at most 60; the hub alone adds one. */
  sectors?: Array<string> | null | undefined;
  /** All that it has in registers, at most 10. */
  identifiers?: Array<MemberIdentifierInput> | null | undefined;
  /** Address of its web site. */
  website?: string | null | undefined;
  /** BCP 47, most wanted first, at most 20. */
  languages?: Array<string> | null | undefined;
  /** IANA. */
  timeZone?: string | null | undefined;
  /** Whether it may publish. The hub alone. */
  mayPublish?: boolean | null | undefined;
  /** Whether it is left out of warnings that only a dependency would bring. The member alone. */
  optsOutOfCascade?: boolean | null | undefined;
  /** Slugs of its clients in the sense of TLP:AMBER, at most 200. Those that `memberFacts` does not show, since they are unlisted to it, stay beside those that are given; an empty list ends them too. The member alone. */
  clients?: Array<string> | null | undefined;
  /** That the hub has looked at the names, which look like another's. The hub alone. */
  namesAreClear?: boolean | null | undefined;
};

/** Which member, and why. */
export type SuspendMemberInput = {
  /** Slug of the member. */
  member: string;
  /** Why, at most 500 characters; for administrators. */
  reason: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** Which member. */
export type ReinstateMemberInput = {
  /** Slug of the member. */
  member: string;
};

/** Which member. */
export type EndMembershipInput = {
  /** Slug of the member; your own when absent. */
  member?: string | null | undefined;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** What an organisation would be. */
export type ApplicationInput = {
  /** Short name: at most 64 of a-z, 0-9 and hyphens. It never changes. */
  slug: string;
  /** Its name, in its own script. */
  name: string;
  /** Its name in Latin letters. */
  latinName?: string | null | undefined;
  /** What kind of organisation it is. */
  kind: MemberKind;
  /** Where it is established. */
  country: string;
  /** Further countries that it serves, at most 60. */
  countries?: Array<string> | null | undefined;
  /** Sectors of the hub's scheme, at most 60. */
  sectors?: Array<string> | null | undefined;
  /** What registers know it by, at most 10. */
  identifiers?: Array<MemberIdentifierInput> | null | undefined;
  /** Address of its web site. */
  website?: string | null | undefined;
  /** BCP 47, most wanted first, at most 20. */
  languages?: Array<string> | null | undefined;
  /** IANA. */
  timeZone?: string | null | undefined;
  /** Whom to call there, at most 500 characters. */
  contact: string;
  /** Your member says so where it is unlisted: sponsors are named to all administrators. */
  agreesToBeNamed?: boolean | null | undefined;
};

/** What your member needs of another. */
export type DeclareDependencyInput = {
  /** Slug of the member that provides. */
  provider: string;
  /** What is needed of it, at most 200 characters. */
  service: string;
  /** Share of your function lost without it, from 0 to 1. */
  strength: number;
  /** Share of that which a substitute covers, from 0 to 1. */
  redundancy?: number | null | undefined;
  /** Hours until the loss is felt; null where unknown. */
  bufferHours?: number | null | undefined;
};

/** Which dependency of your member. */
export type WithdrawDependencyInput = {
  /** Slug of the member that provides. */
  provider: string;
  /** What was needed of it, as it was declared. */
  service: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** Which application. */
export type VerifyApplicationInput = {
  /** As `applications` gives it. */
  id: string | number;
  /** Another slug, agreed with the applicant. */
  slug?: string | null | undefined;
  /** Whether its names were looked at, and are clear. While `needsReview` is true and they are not, it stays an applicant. */
  namesAreClear?: boolean | null | undefined;
};

/** Which application. */
export type SponsorApplicationInput = {
  /** As `applications` gives it. */
  id: string | number;
  /** An unlisted member says so: sponsors are named to all administrators. */
  agreesToBeNamed?: boolean | null | undefined;
};

/** Which application, and why. */
export type ObjectToApplicationInput = {
  /** As `applications` gives it. */
  id: string | number;
  /** Why, at most 500 characters. */
  reason: string;
};

/** Which objection. */
export type SetAsideObjectionInput = {
  /** As `applications` gives it. */
  id: string | number;
  /** Slug of the member that objects. */
  member: string;
};

/** Which application. */
export type DecideApplicationInput = {
  /** As `applications` gives it. */
  id: string | number;
  /** Why it is refused, at most 500 characters, for members that answer for it. Other acts leave it out. */
  reason?: string | null | undefined;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** What changes of the admission policy. */
export type ChangeAdmissionPolicyInput = {
  /** From 0 to 10. */
  sponsors?: number | null | undefined;
  /** From 0 to 365. */
  objectionDays?: number | null | undefined;
  /** From 0 to 730. */
  probationDays?: number | null | undefined;
};

/** What is attested. */
export type AttestMemberInput = {
  /** Whether all that `memberFacts` shows is right. Change what is not first. */
  areFactsRight: boolean;
};

/** For how long an organisation may apply. */
export type InviteApplicantInput = {
  /** Hours until the link expires, from 1 to 720. */
  hours?: number | null | undefined;
};

/** The two objects to join. Which is `one` and which is `other` makes no difference. */
export type AcceptObjectDuplicateInput = {
  /** STIX id of an object with names: malware, tool, threat-actor, intrusion-set or campaign. */
  one: string | number;
  /** STIX id of the other, of the same type. */
  other: string | number;
};

/** The two objects to rule out. Which is `one` and which is `other` makes no difference. */
export type RejectObjectDuplicateInput = {
  /** STIX id of an object with names: malware, tool, threat-actor, intrusion-set or campaign. */
  one: string | number;
  /** STIX id of the other, of the same type. */
  other: string | number;
};

/** The two objects to separate. */
export type UndoObjectMergeInput = {
  /** STIX id of an object with names: malware, tool, threat-actor, intrusion-set or campaign. */
  one: string | number;
  /** STIX id of one of its `sources`. */
  other: string | number;
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

/** Whom to invite. */
export type InvitePersonInput = {
  /** Slug of the member; your own when absent. */
  member?: string | null | undefined;
  /** How people write it within the member: lower-case letters, digits, dots and hyphens, at most 64. */
  handle: string;
  /** As the person writes its name, at most 200 characters. */
  name: string;
  /** What it may do, at most 9. docs/roles.generated.md says who grants what. */
  roles: Array<Role>;
  /** BCP 47, most wanted first. At most 20. */
  languages?: Array<string> | null | undefined;
  /** IANA, such as Europe/Vienna. */
  timeZone?: string | null | undefined;
};

/** What changes; what is absent stays. */
export type ChangePersonInput = {
  /** Who: `<member slug>/<handle>`, a handle of your member, or an id. */
  person: string;
  /** Its name, at most 200 characters. */
  name?: string | null | undefined;
  /** How people write it. */
  handle?: string | null | undefined;
  /** All its roles from now on, at most 9. */
  roles?: Array<Role> | null | undefined;
  /** BCP 47, most wanted first. At most 20. */
  languages?: Array<string> | null | undefined;
  /** IANA, such as Europe/Vienna. */
  timeZone?: string | null | undefined;
  /** All ways to reach it from now on. At most 20. */
  contacts?: Array<ContactDetailInput> | null | undefined;
};

/** A way to reach a person. */
export type ContactDetailInput = {
  /** What it is. */
  kind: ContactKind;
  /** The number or address, at most 300 characters. */
  value: string;
  /** Who sees it. */
  visibleTo: ContactVisibility;
};

/** A person of your member. */
export type PersonInput = {
  /** `<member slug>/<handle>`, a handle of your member, or an id. */
  person: string;
};

/** Whom to deactivate. */
export type DeactivatePersonInput = {
  /** `<member slug>/<handle>`, a handle of your member, or an id. */
  person: string;
  /** Only says what would end with it. */
  dryRun?: boolean | null | undefined;
};

/** One thing to do. */
export type ActionInput = {
  /** An instruction, at most 500 characters: name the product and the version. */
  text: string;
  /** By when; no time when left out. */
  by?: string | null | undefined;
};

/** Who to call about it. */
export type ContactPointInput = {
  /** A name or a desk: one line, at most 120 characters. */
  name: string;
  /** How to reach it: a telephone number with its country code, on one line, at most 120 characters. */
  number: string;
  /** When it is manned, in words, such as `24x7`: one line, at most 120 characters. */
  hours: string;
};

/** The texts in another language. */
export type TranslationInput = {
  /** BCP 47 tag, other than that of the warning and of every other translation, in whatever case. */
  language: string;
  /** One line, at most 140 characters. */
  headline: string;
  /** At most 4,000 characters. */
  summary: string;
  /** The actions (of a practice: the steps) in their order, as many as there are, or none. At most 50. */
  actions?: Array<string>;
};

/** Where else it can be found. */
export type ExternalReferenceInput = {
  /** Who keeps it: one line, at most 500 characters; `cve` for a number of a vulnerability. */
  source: string;
  /** Its id there, at most 500 characters. Publishers who give the same source and id are taken to report the same advisory. */
  id?: string | null | undefined;
  /** Its address, at most 2,000 characters, with its scheme. */
  url?: string | null | undefined;
};

/** Fits a member that matches every field given, each by any of its values. Without fields it fits the whole partnership. */
export type AlternativeInput = {
  /** Ids of the hub's sectors; a parent includes its children. At most 60. */
  sectors?: Array<string> | null | undefined;
  /** ISO 3166-1 alpha-2. At most 60. */
  countries?: Array<string> | null | undefined;
  /** Slugs of sharing groups. At most 60. */
  communities?: Array<string> | null | undefined;
  /** Kinds of organisations. At most 6. */
  kinds?: Array<MemberKind> | null | undefined;
  /** Slugs of members. At most 60. */
  members?: Array<string> | null | undefined;
  /** Persons as <member slug>/<name>; TLP:RED needs them. At most 60. */
  persons?: Array<string> | null | undefined;
};

/** Who is to receive it. It is fixed at publication, and shown to nobody. */
export type AudienceInput = {
  /** A member that fits any of them is addressed. At most 8. */
  alternatives: Array<AlternativeInput>;
  /** Slugs of members that must not receive it, whatever else would bring it to them. At most 60. */
  excludes?: Array<string>;
};

/**
 * How an item may be used, as opposed to who may have it: the rules of FIRST's Information Exchange Policy 2.0 (IEP). Readers see them in
 * words; in STIX they are a marking definition on what the hub makes for the item. What is left out of a policy that says anything is in
 * STIX the most open word. IEP 2.0 has no rule for encryption at rest, and its TLP is that of the item.
 */
export type HandlingInput = {
  /** What recipients may do with it; nothing is said when left out. */
  permittedActions?: PermittedActions | null | undefined;
  /** MUST: it goes by encrypted ways only, from this hub too (no clear mail), and is encrypted when passed on. MAY: as they like. */
  encryptInTransit?: Permission | null | undefined;
  /** Whether recipients may tell others that are affected: MAY or MUST_NOT. */
  affectedPartyNotifications?: Permission | null | undefined;
  /** Whether you may, must or must not be named when it is passed on. MUST_NOT: nobody but your own member learns from the hub who published it, in any version. */
  providerAttribution?: Permission | null | undefined;
  /** Whether it may be sold on unmodified: MAY or MUST_NOT. */
  unmodifiedResale?: Permission | null | undefined;
  /** When the policy ends: after now. From then on nobody but you reads the item. No end when left out. */
  until?: string | null | undefined;
  /** Where your policy can be read: an address with its scheme, at most 2,000 characters. Where you must not be named nobody else is shown it. */
  reference?: string | null | undefined;
};

/** An early warning to publish. */
export type PublishWarningInput = {
  /** One line, at most 140 characters: what is hit and what happens. */
  headline: string;
  /** Plain language, at most 4,000 characters. */
  summary: string;
  /** What to do, in the order in which to do it: the fix first. At most 5. */
  actions: Array<ActionInput>;
  /** Who to call. At most 5. */
  contacts: Array<ContactPointInput>;
  /** How soon to act. */
  urgency: Urgency;
  /** How bad it would be. */
  severity: Severity;
  /** How sure it is. */
  certainty: Certainty;
  /** Until when it applies: after now. No end when left out. */
  validUntil?: string | null | undefined;
  /** What you ask of those who get it. ESSENTIAL_ACTION is proposed (`propose`, kind PUBLISH_ESSENTIAL or CORRECT_ESSENTIAL), and another person approves it. */
  level?: Level;
  /** By when you ask for an answer: after now, at most a year, and not after `validUntil`. For every level but INFORMATION. */
  answerBy?: string | null | undefined;
  /** BCP 47 tag of the texts. */
  language?: string;
  /** The texts in other languages. At most 12. */
  translations?: Array<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  sectorsConcerned?: Array<string>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  countriesConcerned?: Array<string>;
  /** Who may have it. A stricter marking of the bundle's report counts instead. */
  marking: Tlp;
  /** How it may be used. What its objects or the bundle say more strictly counts instead; with a report of its own, the bundle has to say it. */
  handling?: HandlingInput | null | undefined;
  /** Who is to receive it, within the marking. */
  audience: AudienceInput;
  /** Publish even if nobody would receive it. */
  allowEmptyAudience?: boolean;
  /** Id of an exercise, at most 64 characters: it is then shown to those who follow the exercise only. Real traffic when left out. */
  exercise?: string | null | undefined;
  /** Where else it can be found. At most 50. */
  externalReferences?: Array<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Without one the hub makes the report and the objects it needs. */
  bundle?: unknown;
  /** Check everything and write nothing: the answer says what would happen. */
  dryRun?: boolean;
};

/** A new version of a warning. It is whole: what is left out is empty in it. */
export type UpdateWarningInput = {
  /** Id of your warning. */
  id: string | number;
  /** The version you have seen. Refused when there is a newer one. */
  expectedVersion: number;
  /** One line, at most 140 characters: what is hit and what happens. */
  headline: string;
  /** Plain language, at most 4,000 characters. */
  summary: string;
  /** What to do, in the order in which to do it: the fix first. At most 5. */
  actions: Array<ActionInput>;
  /** Who to call. At most 5. */
  contacts: Array<ContactPointInput>;
  /** How soon to act. */
  urgency: Urgency;
  /** How bad it would be. */
  severity: Severity;
  /** How sure it is. */
  certainty: Certainty;
  /** Until when it applies: after now. No end when left out. */
  validUntil?: string | null | undefined;
  /** What you ask of those who get it; when left out it stays, with `answerBy`. ESSENTIAL_ACTION is proposed (`propose`, kind PUBLISH_ESSENTIAL or CORRECT_ESSENTIAL), and another person approves it; so is a correction that leaves it so. INFORMATION takes the question back. */
  level?: Level | null | undefined;
  /** By when you ask for an answer: after now, at most a year, and not after `validUntil`. For every level but INFORMATION. */
  answerBy?: string | null | undefined;
  /** BCP 47 tag of the texts. */
  language?: string;
  /** The texts in other languages. At most 12. */
  translations?: Array<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  sectorsConcerned?: Array<string>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  countriesConcerned?: Array<string>;
  /** How it may be used from now on: only more strictly (two persons loosen it: `propose`, kind LOOSEN_HANDLING). What is left out stays as it was. */
  handling?: HandlingInput | null | undefined;
  /** Where else it can be found. At most 50. */
  externalReferences?: Array<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Objects of the version before that it lacks are withdrawn. Without one the hub makes the report and the objects it needs. */
  bundle?: unknown;
  /** Check everything and write nothing: the answer says what would happen. */
  dryRun?: boolean;
};

/** A warning to cancel. */
export type CancelWarningInput = {
  /** Id of your warning. */
  id: string | number;
  /** The version you have seen. Refused when there is a newer one. */
  expectedVersion: number;
  /** Why, in plain words: recipients read it first. */
  reason: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** A best practice to publish. */
export type PublishPracticeInput = {
  /** One line, at most 140 characters: what to do. */
  headline: string;
  /** Plain language, at most 4,000 characters. */
  summary: string;
  /** What kind of practice it is. */
  kind: PracticeKind;
  /** What it is for: the problem that it solves, at most 4,000 characters. */
  problem: string;
  /** What to do, in order: at least one, each at most 1,000 characters. At most 50. */
  steps: Array<string>;
  /** How it is known to work, at most 4,000 characters. */
  evidence?: string | null | undefined;
  /** Where it does not help, at most 4,000 characters. */
  limits?: string | null | undefined;
  /** Under which licence it may be used, at most 500 characters. */
  licence?: string | null | undefined;
  /** When you review it: a date, YYYY-MM-DD. */
  reviewDue?: string | null | undefined;
  /** BCP 47 tag of the texts. */
  language?: string;
  /** The texts in other languages. At most 12. */
  translations?: Array<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  sectorsConcerned?: Array<string>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  countriesConcerned?: Array<string>;
  /** Who may have it. A stricter marking of the bundle's report counts instead. */
  marking: Tlp;
  /** How it may be used. What its objects or the bundle say more strictly counts instead; with a report of its own, the bundle has to say it. */
  handling?: HandlingInput | null | undefined;
  /** Who is to receive it, within the marking. */
  audience: AudienceInput;
  /** Publish even if nobody would receive it. */
  allowEmptyAudience?: boolean;
  /** Id of an exercise, at most 64 characters: it is then shown to those who follow the exercise only. Real traffic when left out. */
  exercise?: string | null | undefined;
  /** Where else it can be found. At most 50. */
  externalReferences?: Array<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Without one the hub makes the report and the objects it needs. */
  bundle?: unknown;
  /** Check everything and write nothing: the answer says what would happen. */
  dryRun?: boolean;
};

/** A new version of a practice. It is whole: what is left out is empty in it. */
export type UpdatePracticeInput = {
  /** Id of your practice. */
  id: string | number;
  /** The version you have seen. Refused when there is a newer one. */
  expectedVersion: number;
  /** One line, at most 140 characters: what to do. */
  headline: string;
  /** Plain language, at most 4,000 characters. */
  summary: string;
  /** What kind of practice it is. */
  kind: PracticeKind;
  /** What it is for: the problem that it solves, at most 4,000 characters. */
  problem: string;
  /** What to do, in order: at least one, each at most 1,000 characters. At most 50. */
  steps: Array<string>;
  /** How it is known to work, at most 4,000 characters. */
  evidence?: string | null | undefined;
  /** Where it does not help, at most 4,000 characters. */
  limits?: string | null | undefined;
  /** Under which licence it may be used, at most 500 characters. */
  licence?: string | null | undefined;
  /** When you review it: a date, YYYY-MM-DD. */
  reviewDue?: string | null | undefined;
  /** BCP 47 tag of the texts. */
  language?: string;
  /** The texts in other languages. At most 12. */
  translations?: Array<TranslationInput>;
  /** Ids of the hub's sectors that it is about; shown to readers, and what they filter by. At most 60. */
  sectorsConcerned?: Array<string>;
  /** Countries that it is about, ISO 3166-1 alpha-2; shown to readers, and what they filter by. At most 260. */
  countriesConcerned?: Array<string>;
  /** How it may be used from now on: only more strictly (two persons loosen it: `propose`, kind LOOSEN_HANDLING). What is left out stays as it was. */
  handling?: HandlingInput | null | undefined;
  /** Where else it can be found. At most 50. */
  externalReferences?: Array<ExternalReferenceInput>;
  /** A STIX 2.1 bundle, at most 5,000 objects. Objects of the version before that it lacks are withdrawn. Without one the hub makes the report and the objects it needs. */
  bundle?: unknown;
  /** Check everything and write nothing: the answer says what would happen. */
  dryRun?: boolean;
};

/** A practice to withdraw. */
export type WithdrawPracticeInput = {
  /** Id of your practice. */
  id: string | number;
  /** The version you have seen. Refused when there is a newer one. */
  expectedVersion: number;
  /** Why, in plain words: recipients read it first. */
  reason: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
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
  marking: Tlp;
  /** Who is to receive it, within the marking. */
  audience: AudienceInput;
  /** An exercise's id; real traffic when left out. Sectors are taken from the audience. */
  exercise?: string | null | undefined;
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

/** A warning or practice to narrow. */
export type NarrowWarningInput = {
  /** Id of your warning or practice. */
  id: string | number;
  /** The version you have seen. Refused when there is a newer one. */
  expectedVersion: number;
  /** Who keeps it: alternatives within those that it is addressed to now, at most 8. What an alternative leaves out stays as it was. Left out: everybody but those that lose it. */
  keep?: Array<AlternativeInput> | null | undefined;
  /** Slugs of members that lose it, whatever else would keep it with them. At most 60. */
  exclude?: Array<string>;
  /** Numbers of organisations without a name that lose it, as `deliveries` gives them. At most 60. */
  organisations?: Array<number>;
  /** A stricter marking, other than RED; as it is when left out. */
  marking?: Tlp | null | undefined;
  /** Why, in plain words, at most 2,000 characters. Say nothing in it of what it says: whoever loses it reads this. */
  reason: string;
  /** What those who lose it are to do, at most 2,000 characters. Left out: to remove it wherever they stored it or passed it on, and to confirm. */
  whatToDo?: string | null | undefined;
  /** BCP 47 tag of both. */
  language?: string;
  /** Check everything and write nothing: the answer says how many would keep and lose it. */
  dryRun?: boolean;
};

/** A warning or practice to recall. */
export type RecallWarningInput = {
  /** Id of your warning or practice. */
  id: string | number;
  /** The version you have seen. Refused when there is a newer one. */
  expectedVersion: number;
  /** Why, in plain words, at most 2,000 characters. Say nothing in it of what the warning said: whoever held it reads this. */
  reason: string;
  /** What holders are to do, at most 2,000 characters. Left out: to remove it wherever they stored it or passed it on, and to confirm. */
  whatToDo?: string | null | undefined;
  /** BCP 47 tag of both. */
  language?: string;
  /** Check everything and write nothing: the answer says how many would be told. */
  dryRun?: boolean;
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

/** How long to keep a class. */
export type ChangeRetentionInput = {
  /** A name of `retentionClasses`. */
  name: string;
  /** Days, within the bounds of the class; at most 36,525. */
  days: number;
};

/** Whose data to erase. */
export type ErasePersonInput = {
  /** `<member slug>/…`, as the audit trail gives it. */
  person: string | number;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** SKOS mapping properties, read from the national sector to the hub's: "the national sector has a … in the hub's". */
export type MappingPredicate =
  /** Both mean the same. */
  | 'EXACT_MATCH'
  /** Both mean nearly the same. */
  | 'CLOSE_MATCH'
  /** The hub's sector is the wider one. */
  | 'BROAD_MATCH'
  /** The hub's sector is the narrower one. */
  | 'NARROW_MATCH'
  /** They have to do with each other. Never used for targeting. */
  | 'RELATED_MATCH';

/** Whose accounts at an identity provider become persons by signing in. */
export type ProviderAdmission =
  /** Nobody: accounts are used by persons who were invited. */
  | 'INVITED'
  /** Whoever has one of the registered groups. */
  | 'GROUPS'
  /** Every account, where no other organisation uses the same issuer. */
  | 'ALL';

/** How a machine is known. */
export type MachineKind =
  /** By the public key of its client certificate. */
  | 'CERTIFICATE'
  /** By the subject of tokens of your identity provider. */
  | 'JWT';

/** An identity provider to register. */
export type SetIdentityProviderInput = {
  /** As its people are shown it, at most 300 characters; `/sign-in` offers it by the name of the organisation. */
  name: string;
  /** Its issuer, exactly as its metadata says it: an https address. */
  issuer: string;
  /** The hub's id there. */
  clientId: string;
  /** The hub's secret there; absent for a public client, or to keep the one before. */
  clientSecret?: string | null | undefined;
  /** Whether the sign-in page offers it to everybody, which tells that your organisation is a member. */
  isShown?: boolean | null | undefined;
  /** Whose accounts become persons by signing in. */
  admits?: ProviderAdmission | null | undefined;
  /** The claim that lists an account's groups. */
  groupClaim?: string | null | undefined;
  /** What members of a group may do, at most 50. */
  groups?: Array<ProviderGroupInput> | null | undefined;
  /** What everybody may do where all are admitted, at most one for each role. */
  rolesOfAll?: Array<Role> | null | undefined;
};

/** A group of accounts, and its roles. */
export type ProviderGroupInput = {
  /** As the claim names it. */
  group: string;
  /** What its members may do, at most one for each role. */
  roles: Array<Role>;
};

/** The identity provider to remove. */
export type RemoveIdentityProviderInput = {
  /** Its issuer, so that nobody removes another by mistake. */
  issuer: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** A machine to register: with `certificate` or with `subject`. */
export type RegisterMachineInput = {
  /** What it is for, at most 80 characters. */
  label: string;
  /** What it may do, at most one for each role: none that only persons have. */
  roles: Array<Role>;
  /** SHA-256 of the SubjectPublicKeyInfo of its certificate, 64 hex digits in lower case. */
  certificate?: string | null | undefined;
  /** Subject of its tokens at your identity provider, at most 255 characters. */
  subject?: string | null | undefined;
  /** When it expires; absent for never. */
  expiresAt?: string | null | undefined;
};

/** The machine to remove. */
export type RemoveMachineInput = {
  /** As `machines` gives it. */
  registration: string;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
};

/** For whom to make a recovery code. */
export type IssueRecoveryCodeInput = {
  /** `<member slug>/<name>`, or the id of the person. */
  person: string;
};

/** By what a reference set is looked up. */
export type EnrichmentKey =
  /** The number of a vulnerability, such as CVE-2024-3400. */
  | 'CVE'
  /** The number of a weakness, such as CWE-79. */
  | 'CWE'
  /** The value of an observable or indicator: an address, a host, a URL, a hash. */
  | 'VALUE'
  /** A term of the STIX sector vocabulary. */
  | 'SECTOR';

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

/** A product to ask for: every part that is given must hold. */
export type SubscribedProductInput = {
  /** Its maker, whole, at most 200 characters; upper and lower case are the same, and blanks, `_` and `-` do not count. */
  vendor?: string | null | undefined;
  /** Its name, likewise. */
  product?: string | null | undefined;
  /** Its CPE 2.3 name, at most 200 characters, with `*` for any part. Part, maker, product, version and update are compared; where an item has no CPE name, maker and product. */
  cpe?: string | null | undefined;
};

/** Which items: those that fit every field given, each by any of its values. */
export type SubscriptionFilterInput = {
  /**
   * Ids of the hub's sectors; a parent includes its children, and a child brings what concerns its parent as a whole. What names no
   * sector fits where it is addressed to your organisation itself. At most 60.
   */
  sectors?: Array<string> | null | undefined;
  /** Only warnings, or only practices. At most 2. */
  kinds?: Array<ItemKind> | null | undefined;
  /** Any of these. At most 5. */
  severities?: Array<Severity> | null | undefined;
  /** Effective urgencies: raised by what is publicly known. At most 5. */
  urgencies?: Array<Urgency> | null | undefined;
  /** Effective certainties. At most 5. */
  certainties?: Array<Certainty> | null | undefined;
  /** ISO 3166-1 alpha-2. At most 60. */
  countries?: Array<string> | null | undefined;
  /** Slugs of communities that your organisation is in. At most 60. */
  communities?: Array<string> | null | undefined;
  /** Slugs or ids of members that publish. At most 60. */
  publishers?: Array<string> | null | undefined;
  /**
   * Products: of the item's software objects that each of its readers may read, and of its CVEs that are in the catalogue of exploited
   * vulnerabilities. Not found are products that only the text names, of other CVEs, and of objects that some reader may not read. At most 50.
   */
  products?: Array<SubscribedProductInput> | null | undefined;
  /** Words that must all occur, each as the beginning of one. At most 256 characters; no regular expressions. */
  text?: string | null | undefined;
  /** Only what is addressed to your organisation itself. */
  directOnly?: boolean | null | undefined;
  /** The id of an exercise, for its traffic; real traffic when absent. The two are never mixed. */
  exercise?: string | null | undefined;
};

/** When it is quiet: local times of day, over midnight where the first is the later one. */
export type QuietHoursInput = {
  /** Such as `22:00`. */
  from: string;
  /** Such as `06:30`. */
  until: string;
};

/** What to tell you, where and when. */
export type CreateSubscriptionInput = {
  /** What you call it, at most 80 characters. */
  name: string;
  /** Id of a proved endpoint of yours, or of your organisation's where you keep those. */
  endpoint: string | number;
  /** All that you may read when absent. */
  filter?: SubscriptionFilterInput | null | undefined;
  /** How often. */
  cadence?: Cadence;
  /** Local hour of the digest, 0 to 23. */
  hour?: number;
  /** Day of a weekly digest: 1 is Monday, 7 Sunday. */
  weekday?: number;
  /** IANA time zone; yours, else that of your organisation, else UTC, when absent. */
  timeZone?: string | null | undefined;
  /** Single messages within an hour by the clock, 1 to 60; the rest is gathered until the next hour. */
  mostPerHour?: number;
  /** Never quiet when absent. */
  quietHours?: QuietHoursInput | null | undefined;
  /** When it expires, after now; never when absent. */
  expiresAt?: string | null | undefined;
};

/** A subscription to try; as `CreateSubscriptionInput`. */
export type PreviewSubscriptionInput = {
  /** Where it would stand; one of your own when absent. At an endpoint of your organisation nothing marked TLP:RED is told. */
  endpoint?: string | number | null | undefined;
  /** All that you may read when absent. */
  filter?: SubscriptionFilterInput | null | undefined;
  /** How often. */
  cadence?: Cadence;
  /** Local hour of the digest, 0 to 23. */
  hour?: number;
  /** Day of a weekly digest: 1 is Monday, 7 Sunday. */
  weekday?: number;
  /** IANA time zone; yours, else that of your organisation, else UTC, when absent. */
  timeZone?: string | null | undefined;
  /** Single messages within an hour by the clock, 1 to 60; the rest is gathered until the next hour. */
  mostPerHour?: number;
  /** Never quiet when absent. */
  quietHours?: QuietHoursInput | null | undefined;
};

/** What to change; what is left out stays as it is. */
export type ChangeSubscriptionInput = {
  /** Which subscription. */
  id: string | number;
  /** What you call it, at most 80 characters. */
  name?: string | null | undefined;
  /** In place of the whole filter. */
  filter?: SubscriptionFilterInput | null | undefined;
  /** How often. */
  cadence?: Cadence | null | undefined;
  /** Local hour of the digest, 0 to 23. */
  hour?: number | null | undefined;
  /** Day of a weekly digest: 1 is Monday, 7 Sunday. */
  weekday?: number | null | undefined;
  /** IANA time zone. */
  timeZone?: string | null | undefined;
  /** Single messages within an hour by the clock, 1 to 60. */
  mostPerHour?: number | null | undefined;
  /** Null takes them away. */
  quietHours?: QuietHoursInput | null | undefined;
  /** After now; null takes the end away. */
  expiresAt?: string | null | undefined;
};

/** Which subscription to pause. */
export type PauseSubscriptionInput = {
  /** Which subscription. */
  id: string | number;
  /** Until when, after now; until it is resumed when absent. */
  until?: string | null | undefined;
};

/** Which subscription to resume. */
export type ResumeSubscriptionInput = {
  /** Which subscription. */
  id: string | number;
};

/** Which subscription to end. */
export type EndSubscriptionInput = {
  /** Which subscription. */
  id: string | number;
  /** Only says what would come of it: the answer is as if it were done, and nothing is written or sent. */
  dryRun?: boolean | null | undefined;
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

export type ShownProposalFragment = { id: string, kind: string, sentence: string, payload: unknown, note: string | null, by: string, byWritten: string, at: string, expiresAt: string, state: ProposalState, decidedBy: string | null, decidedByWritten: string | null, decidedAt: string | null, isAlone: boolean, mayDecide: boolean, about: Array<string>, recipients: number | null, whyNot: { code: string, message: string, path: string, remedy: string } | null, care: Array<{ code: string, message: string }> };

export type ApprovalsQueryVariables = Exact<{
  after?: string | null | undefined;
  onlyOpen?: boolean | null | undefined;
}>;


export type ApprovalsQuery = { proposals: { edges: Array<{ node: { id: string, kind: string, sentence: string, payload: unknown, note: string | null, by: string, byWritten: string, at: string, expiresAt: string, state: ProposalState, decidedBy: string | null, decidedByWritten: string | null, decidedAt: string | null, isAlone: boolean, mayDecide: boolean, about: Array<string>, recipients: number | null, whyNot: { code: string, message: string, path: string, remedy: string } | null, care: Array<{ code: string, message: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProposedFragment = { proposal: { id: string, kind: string, state: ProposalState, result: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type ProposeMutationVariables = Exact<{
  input: ProposeInput;
}>;


export type ProposeMutation = { result: { proposal: { id: string, kind: string, state: ProposalState, result: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ApproveProposalMutationVariables = Exact<{
  input: ApproveProposalInput;
}>;


export type ApproveProposalMutation = { result: { proposal: { id: string, kind: string, state: ProposalState, result: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RefuseProposalMutationVariables = Exact<{
  input: RefuseProposalInput;
}>;


export type RefuseProposalMutation = { result: { proposal: { id: string, kind: string, state: ProposalState, result: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type WithdrawProposalMutationVariables = Exact<{
  input: WithdrawProposalInput;
}>;


export type WithdrawProposalMutation = { result: { proposal: { id: string, kind: string, state: ProposalState, result: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ApprovalKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApprovalKindsQuery = { approvalKinds: Array<{ kind: string, about: string, payload: string, proposedBy: Array<Role>, approvedBy: Array<Role> }> };

export type ExportedRegisterQueryVariables = Exact<{
  proposal: string | number;
}>;


export type ExportedRegisterQuery = { register: unknown };

export type ShownLineFragment = { id: string, event: string, at: string, byPerson: string | null, byKey: string | null, way: AccessWay | null, range: string | null, person: string | null, warning: string | null, subject: string | null, facts: unknown, byMember: { slug: string, name: string } | null, members: Array<{ slug: string, name: string }> };

export type SubjectsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type SubjectsQuery = { nodes: Array<
    | { __typename: 'Proposal', id: string, kind: string, sentence: string, payload: unknown, note: string | null, by: string, byWritten: string, at: string, expiresAt: string, state: ProposalState, decidedBy: string | null, decidedByWritten: string | null, decidedAt: string | null, isAlone: boolean, mayDecide: boolean, about: Array<string>, recipients: number | null, whyNot: { code: string, message: string, path: string, remedy: string } | null, care: Array<{ code: string, message: string }> }
    | { __typename: 'AuditLine' }
    | { __typename: 'Delivery' }
    | { __typename: 'Member' }
    | { __typename: 'Community', id: string, name: string }
    | { __typename: 'Warning' }
    | { __typename: 'DuplicatePair' }
    | { __typename: 'Application', id: string, name: string }
    | { __typename: 'Hold', id: string, reason: string }
    | { __typename: 'Sector' }
    | { __typename: 'SectorScheme' }
    | { __typename: 'StixReport' }
    | { __typename: 'StixIndicator' }
    | { __typename: 'StixVulnerability' }
    | { __typename: 'StixCourseOfAction' }
    | { __typename: 'StixMalware' }
    | { __typename: 'StixAttackPattern' }
    | { __typename: 'StixCampaign' }
    | { __typename: 'StixIdentity' }
    | { __typename: 'StixInfrastructure' }
    | { __typename: 'StixSighting' }
    | { __typename: 'StixNote' }
    | { __typename: 'StixObservedData' }
    | { __typename: 'StixOther' }
    | { __typename: 'WarningSubscription' }
   | null> };

export type AuditTrailQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;


export type AuditTrailQuery = { auditTrail: { edges: Array<{ node: { id: string, event: string, at: string, byPerson: string | null, byKey: string | null, way: AccessWay | null, range: string | null, person: string | null, warning: string | null, subject: string | null, facts: unknown, byMember: { slug: string, name: string } | null, members: Array<{ slug: string, name: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BoardQueryVariables = Exact<{
  id: string | number;
}>;


export type BoardQuery = { warning: { level: Level, answerBy: string | null, cancelReason: string | null, id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, marking: Tlp | null, exercise: string | null, issuer: string | null, publishedAt: string, updatedAt: string, feedback: { seenBy: number | null, usefulPercent: number | null, own: { isUseful: boolean | null, sighting: Sighting | null, details: string | null, at: string } | null, details: Array<{ text: string, at: string, member: { slug: string, name: string } }> }, recall: { reason: string, whatToDo: string, isNarrowed: boolean, notTold: number | null, warning: string, former: { headline: string, severity: Severity, version: number } | null, unconfirmed: { edges: Array<{ node: { id: string, organisation: number | null, member: { slug: string, name: string } } }>, pageInfo: { hasNextPage: boolean } } | null } | null, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, site: string | null }> } | null } | null };

export type DeliveriesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  version?: number | null | undefined;
}>;


export type DeliveriesQuery = { warning: { deliveries: { edges: Array<{ node: { id: string, organisation: number | null, channel: Channel, version: number, state: DeliveryState, at: string, sentAt: string | null, receivedAt: string | null, acknowledgedAt: string | null, answer: Acknowledgement | null, note: string | null, acknowledgedBy: string | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, failure: string | null, hasMoreChannels: boolean, member: { slug: string, name: string, country: string }, answers: Array<{ version: number, answer: Acknowledgement, note: string | null, by: string | null, at: string, site: string | null }>, reminders: Array<{ step: ReminderStep, at: string, skipped: SkippedReminder | null, outside: { name: string } | null }>, reason: { kind: ReasonKind, rule: string, grade: Grade | null, path: Array<string> | null, hoursToEffect: number | null }, channels: Array<{ deliveryId: string, channel: EndpointChannel, state: ChannelDeliveryState, failure: FailureClass | null, sentAt: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type FiguresQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type FiguresQuery = { warning: { deliveries: { edges: Array<{ node: { id: string, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, site: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type OwnQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: FeedFilter | null | undefined;
}>;


export type OwnQuery = { feed: { edges: Array<{ node: { id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, answerBy: string | null, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, marking: Tlp | null, exercise: string | null, issuer: string | null, publishedAt: string, updatedAt: string, recall: { isNarrowed: boolean, warning: string, reason: string, whatToDo: string, former: { headline: string, severity: Severity } | null } | null, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, site: string | null }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ShownCommunityFragment = { id: string, slug: string, name: string, purpose: string, roll: CommunityRoll, joining: CommunityJoining, admitsAuthorities: boolean, opensHistory: boolean, version: number, membership: MembershipState | null, rule: { kinds: Array<MemberKind> | null, sectors: Array<string> | null, countries: Array<string> | null } | null, managers: Array<{ slug: string, name: string }> };

export type CommunitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type CommunitiesQuery = { communities: Array<{ id: string, slug: string, name: string, purpose: string, roll: CommunityRoll, joining: CommunityJoining, admitsAuthorities: boolean, opensHistory: boolean, version: number, membership: MembershipState | null, rule: { kinds: Array<MemberKind> | null, sectors: Array<string> | null, countries: Array<string> | null } | null, managers: Array<{ slug: string, name: string }> }> };

export type OneCommunityQueryVariables = Exact<{
  slug: string;
}>;


export type OneCommunityQuery = { community: { id: string, slug: string, name: string, purpose: string, roll: CommunityRoll, joining: CommunityJoining, admitsAuthorities: boolean, opensHistory: boolean, version: number, membership: MembershipState | null, members: Array<{ id: string, slug: string, name: string, kind: MemberKind, country: string }> | null, requests: Array<{ id: string, slug: string, name: string, kind: MemberKind, country: string }> | null, rule: { kinds: Array<MemberKind> | null, sectors: Array<string> | null, countries: Array<string> | null } | null, managers: Array<{ slug: string, name: string }> } | null };

export type KeptCommunityFragment = { fitting: number | null, community: { slug: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type CreateCommunityMutationVariables = Exact<{
  input: CreateCommunityInput;
}>;


export type CreateCommunityMutation = { result: { fitting: number | null, community: { slug: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChangeCommunityMutationVariables = Exact<{
  input: ChangeCommunityInput;
}>;


export type ChangeCommunityMutation = { result: { fitting: number | null, community: { slug: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type InviteToCommunityMutationVariables = Exact<{
  input: InviteToCommunityInput;
}>;


export type InviteToCommunityMutation = { result: { code: string | null, expiresAt: string | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type MembershipFragment = { state: MembershipState | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type JoinCommunityMutationVariables = Exact<{
  input: JoinCommunityInput;
}>;


export type JoinCommunityMutation = { result: { state: MembershipState | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type LeaveCommunityMutationVariables = Exact<{
  input: LeaveCommunityInput;
}>;


export type LeaveCommunityMutation = { result: { state: MembershipState | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type AcceptIntoCommunityMutationVariables = Exact<{
  input: DecideMembershipInput;
}>;


export type AcceptIntoCommunityMutation = { result: { state: MembershipState | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RemoveFromCommunityMutationVariables = Exact<{
  input: DecideMembershipInput;
}>;


export type RemoveFromCommunityMutation = { result: { state: MembershipState | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type OwnEndpointFragment = { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null };

export type EndpointDoneFragment = { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type EndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type EndpointsQuery = { endpoints: Array<{ endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null }> };

export type AddWebhookMutationVariables = Exact<{
  input: AddWebhookInput;
}>;


export type AddWebhookMutation = { result: { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type AddMailAddressMutationVariables = Exact<{
  input: AddMailAddressInput;
}>;


export type AddMailAddressMutation = { result: { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ProveEndpointMutationVariables = Exact<{
  input: ProveEndpointInput;
}>;


export type ProveEndpointMutation = { result: { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChallengeEndpointMutationVariables = Exact<{
  input: EndpointInput;
}>;


export type ChallengeEndpointMutation = { result: { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChangeEndpointMutationVariables = Exact<{
  input: ChangeEndpointInput;
}>;


export type ChangeEndpointMutation = { result: { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RotateEndpointSecretMutationVariables = Exact<{
  input: RotateEndpointSecretInput;
}>;


export type RotateEndpointSecretMutation = { result: { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RemoveEndpointMutationVariables = Exact<{
  input: EndpointInput;
}>;


export type RemoveEndpointMutation = { result: { secret: string | null, endpoint: { endpointId: string, channel: EndpointChannel, person: string | null, address: string, label: string, form: EndpointForm, ceiling: Tlp, isEncrypted: boolean, state: EndpointState, cause: EndpointCause | null, isAlive: boolean, createdAt: string, verifiedAt: string | null, lastDeliveredAt: string | null, failures: number, restsUntil: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type TestEndpointMutationVariables = Exact<{
  input: EndpointInput;
}>;


export type TestEndpointMutation = { result: { deliveryId: string | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RetryDeliveriesMutationVariables = Exact<{
  input: RetryDeliveriesInput;
}>;


export type RetryDeliveriesMutation = { result: { retried: number | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type LoggedDeliveryFragment = { deliveryId: string, occasion: ChannelOccasion, warning: string | null, version: number | null, state: ChannelDeliveryState, cause: string | null, attemptCount: number, at: string, nextAt: string | null, sentAt: string | null };

export type ChannelLogQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: ChannelDeliveryFilter | null | undefined;
}>;


export type ChannelLogQuery = { channelDeliveries: { edges: Array<{ node: { deliveryId: string, occasion: ChannelOccasion, warning: string | null, version: number | null, state: ChannelDeliveryState, cause: string | null, attemptCount: number, at: string, nextAt: string | null, sentAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ChannelAttemptsQueryVariables = Exact<{
  id: string | number;
}>;


export type ChannelAttemptsQuery = { channelDelivery: { deliveryId: string, occasion: ChannelOccasion, warning: string | null, version: number | null, state: ChannelDeliveryState, cause: string | null, attemptCount: number, at: string, nextAt: string | null, sentAt: string | null, attempts: Array<{ number: number, at: string, tookMs: number, status: number | null, cause: string | null, request: string | null, answer: string | null }> } | null };

export type OwnSubscriptionFragment = { id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } };

export type SubscriptionDoneFragment = { subscription: { id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type SubscriptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SubscriptionsQuery = { subscriptions: Array<{ id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } }> };

export type SubscriptionPreviewQueryVariables = Exact<{
  input: PreviewSubscriptionInput;
  days: number;
}>;


export type SubscriptionPreviewQuery = { subscriptionPreview: { preview: { isPartial: boolean, messages: Array<{ at: string, isDigest: boolean, warnings: Array<{ id: string, headline: string, severity: Severity, marking: Tlp | null, exercise: string | null }> }> } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type CreateSubscriptionMutationVariables = Exact<{
  input: CreateSubscriptionInput;
}>;


export type CreateSubscriptionMutation = { result: { subscription: { id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChangeSubscriptionMutationVariables = Exact<{
  input: ChangeSubscriptionInput;
}>;


export type ChangeSubscriptionMutation = { result: { subscription: { id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type PauseSubscriptionMutationVariables = Exact<{
  input: PauseSubscriptionInput;
}>;


export type PauseSubscriptionMutation = { result: { subscription: { id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ResumeSubscriptionMutationVariables = Exact<{
  input: ResumeSubscriptionInput;
}>;


export type ResumeSubscriptionMutation = { result: { subscription: { id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type EndSubscriptionMutationVariables = Exact<{
  input: EndSubscriptionInput;
}>;


export type EndSubscriptionMutation = { result: { subscription: { id: string, name: string, endpoint: string, isOfMember: boolean, state: SubscriptionStanding, cadence: Cadence, hour: number, weekday: number, timeZone: string, mostPerHour: number, quietFrom: string | null, quietUntil: string | null, pausedUntil: string | null, expiresAt: string | null, nextDigestAt: string | null, filter: { sectors: Array<string>, kinds: Array<ItemKind>, severities: Array<Severity>, urgencies: Array<Urgency>, certainties: Array<Certainty>, countries: Array<string>, communities: Array<string>, publishers: Array<string>, text: string | null, directOnly: boolean, exercise: string | null, products: Array<{ vendor: string | null, product: string | null, cpe: string | null }> } } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type HeatQueryVariables = Exact<{
  after?: string | null | undefined;
  since: string;
  filter?: FeedFilter | null | undefined;
}>;


export type HeatQuery = { feed: { edges: Array<{ node: { id: string, severity: Severity, sectorsConcerned: Array<string>, takenInAt: string, updatedAt: string, state: WarningState } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SectorNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type SectorNamesQuery = { sectors: { scheme: Array<{ id: string, name: string, parent: string | null }> } };

export type RemindRecipientsMutationVariables = Exact<{
  input: RemindRecipientsInput;
}>;


export type RemindRecipientsMutation = { result: { reminded: number | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RecallWarningMutationVariables = Exact<{
  input: RecallWarningInput;
}>;


export type RecallWarningMutation = { result: { recipients: number | null, warning: { id: string, version: number } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type NarrowWarningMutationVariables = Exact<{
  input: NarrowWarningInput;
}>;


export type NarrowWarningMutation = { result: { recipients: number | null, losing: number | null, warning: { id: string, version: number } | null, notice: { id: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type GiveFeedbackMutationVariables = Exact<{
  input: GiveFeedbackInput;
}>;


export type GiveFeedbackMutation = { result: { isNoted: boolean, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type SaidOfFragment = { seenBy: number | null, usefulPercent: number | null, own: { isUseful: boolean | null, sighting: Sighting | null, details: string | null, at: string } | null, details: Array<{ text: string, at: string, member: { slug: string, name: string } }> };

export type OpenCasesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OpenCasesQuery = { cases: { edges: Array<{ node: { caseId: string, warning: string, version: number, organisation: number | null, state: CaseState, openedAt: string, dueAt: string, isOverdue: boolean, takenAt: string | null, closedAt: string | null, member: { slug: string, name: string, country: string } | null, owner: { slug: string, name: string } | null, notes: Array<{ isOfAsker: boolean, text: string, at: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LatestCasesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LatestCasesQuery = { cases: { edges: Array<{ node: { caseId: string, warning: string, version: number, organisation: number | null, state: CaseState, openedAt: string, dueAt: string, isOverdue: boolean, takenAt: string | null, closedAt: string | null, member: { slug: string, name: string, country: string } | null, owner: { slug: string, name: string } | null, notes: Array<{ isOfAsker: boolean, text: string, at: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CaseFactsFragment = { caseId: string, warning: string, version: number, organisation: number | null, state: CaseState, openedAt: string, dueAt: string, isOverdue: boolean, takenAt: string | null, closedAt: string | null, member: { slug: string, name: string, country: string } | null, owner: { slug: string, name: string } | null, notes: Array<{ isOfAsker: boolean, text: string, at: string }> };

export type HeadlineOfQueryVariables = Exact<{
  id: string | number;
}>;


export type HeadlineOfQuery = { warning: { id: string, headline: string, severity: Severity, marking: Tlp | null, exercise: string | null, whyMe: { kind: ReasonKind }, publisher: { slug: string }, contacts: Array<{ name: string, number: string, hours: string }> } | null };

export type ChangeCaseMutationVariables = Exact<{
  input: ChangeCaseInput;
}>;


export type ChangeCaseMutation = { result: { case: { caseId: string, warning: string, version: number, organisation: number | null, state: CaseState, openedAt: string, dueAt: string, isOverdue: boolean, takenAt: string | null, closedAt: string | null, member: { slug: string, name: string, country: string } | null, owner: { slug: string, name: string } | null, notes: Array<{ isOfAsker: boolean, text: string, at: string }> } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type EffectQueryVariables = Exact<{
  input: EffectInput;
}>;


export type EffectQuery = { effect: { isPartial: boolean, cells: Array<{ sector: string | null, channel: Channel, steps: Array<{ step: EffectStep, medianMinutes: number | null, p90Minutes: number | null }> }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ItemVersionsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ItemVersionsQuery = { warning: { versions: { edges: Array<{ node: { version: number, act: VersionAct, isCurrent: boolean, updatedAt: string, deliveredAt: string | null, headline: string, marking: Tlp | null, language: string, handling: { pap: Pap | null, permittedActions: PermittedActions | null, encryptInTransit: Permission | null, affectedPartyNotifications: Permission | null, providerAttribution: Permission | null, unmodifiedResale: Permission | null, from: string | null, until: string | null, reference: string | null } | null, publisher: { name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ItemDifferenceQueryVariables = Exact<{
  id: string | number;
  from: number;
  to: number;
  after?: string | null | undefined;
}>;


export type ItemDifferenceQuery = { warning: { difference: { from: { language: string, marking: Tlp | null }, to: { language: string, marking: Tlp | null }, changes: Array<{ field: string, before: unknown, after: unknown }>, objects: { edges: Array<{ node: { change: StixChangeKind, objectId: string, type: string, marking: Tlp | null, before: unknown, after: unknown } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type RowFragment = { id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, answerBy: string | null, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, marking: Tlp | null, exercise: string | null, issuer: string | null, publishedAt: string, updatedAt: string, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, recall: { warning: string, reason: string, whatToDo: string, isNarrowed: boolean } | null, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, site: string | null }> } | null };

export type FeedQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  since?: string | null | undefined;
  filter?: FeedFilter | null | undefined;
  order?: FeedOrder;
}>;


export type FeedQuery = { feed: { edges: Array<{ cursor: string, node: { id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, answerBy: string | null, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, marking: Tlp | null, exercise: string | null, issuer: string | null, publishedAt: string, updatedAt: string, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, recall: { warning: string, reason: string, whatToDo: string, isNarrowed: boolean } | null, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, site: string | null }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExercisesQueryVariables = Exact<{ [key: string]: never; }>;


export type ExercisesQuery = { toAnswer: Array<{ id: string, exercise: string | null }>, subscriptions: Array<{ id: string, filter: { exercise: string | null } }> };

export type AskedQueryVariables = Exact<{ [key: string]: never; }>;


export type AskedQuery = { toAnswer: Array<{ id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, answerBy: string | null, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, marking: Tlp | null, exercise: string | null, issuer: string | null, publishedAt: string, updatedAt: string, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, recall: { warning: string, reason: string, whatToDo: string, isNarrowed: boolean } | null, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, site: string | null }> } | null }> };

export type ShownKeyFragment = { keyId: string, person: string | null, label: string, roles: Array<Role> | null, scopes: Array<string>, ranges: Array<string>, state: KeyState, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, replacedBy: string | null };

export type AccessKeysQueryVariables = Exact<{
  whose: KeysOf;
}>;


export type AccessKeysQuery = { keys: Array<{ keyId: string, person: string | null, label: string, roles: Array<Role> | null, scopes: Array<string>, ranges: Array<string>, state: KeyState, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, replacedBy: string | null }> };

export type KeyScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type KeyScopesQuery = { keyScopes: Array<string> };

export type KeyRangesQueryVariables = Exact<{ [key: string]: never; }>;


export type KeyRangesQuery = { mayLimitKeysToRanges: boolean };

export type MadeKeyFragment = { token: string | null, key: { keyId: string, expiresAt: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type MakeKeyMutationVariables = Exact<{
  input: CreateKeyInput;
}>;


export type MakeKeyMutation = { result: { token: string | null, key: { keyId: string, expiresAt: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RotateKeyMutationVariables = Exact<{
  input: RotateKeyInput;
}>;


export type RotateKeyMutation = { result: { token: string | null, key: { keyId: string, expiresAt: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type EndKeyMutationVariables = Exact<{
  input: RevokeKeyInput;
}>;


export type EndKeyMutation = { result: { token: string | null, key: { keyId: string, expiresAt: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type MachinesQueryVariables = Exact<{ [key: string]: never; }>;


export type MachinesQuery = { machines: Array<{ registration: string, isPending: boolean, kind: MachineKind, label: string, roles: Array<Role>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> };

export type RemoveMachineMutationVariables = Exact<{
  input: RemoveMachineInput;
}>;


export type RemoveMachineMutation = { result: { refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RegisterMachineMutationVariables = Exact<{
  input: RegisterMachineInput;
}>;


export type RegisterMachineMutation = { result: { machine: { registration: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type OwnIdentityProviderQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnIdentityProviderQuery = { identityProvider: { name: string, issuer: string, clientId: string, hasSecret: boolean, isShown: boolean, admits: ProviderAdmission, groupClaim: string | null, rolesOfAll: Array<Role>, signInUrl: string, groups: Array<{ group: string, roles: Array<Role> }> } | null };

export type SetIdentityProviderMutationVariables = Exact<{
  input: SetIdentityProviderInput;
}>;


export type SetIdentityProviderMutation = { result: { refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RemoveIdentityProviderMutationVariables = Exact<{
  input: RemoveIdentityProviderInput;
}>;


export type RemoveIdentityProviderMutation = { result: { refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type IndicatorsQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: IndicatorFilter | null | undefined;
}>;


export type IndicatorsQuery = { indicators: { edges: Array<{ node: { name: string | null, pattern: string, patternType: string, valueCount: number, validFrom: string | null, validUntil: string | null, isValid: boolean, confidence: number | null, marking: Tlp | null, warning: { id: string, headline: string, marking: Tlp | null, known: { falsePositiveCount: number, falsePositives: Array<{ value: string }> } }, object:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
        , values: Array<{ type: string, property: string, value: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SectorSchemeQueryVariables = Exact<{ [key: string]: never; }>;


export type SectorSchemeQuery = { sectors: { scheme: Array<{ id: string, name: string, parent: string | null, stix: Array<string> }>, definitions: Array<{ id: string, territory: string, instrument: string, sectors: Array<{ code: string, name: string, subsectors: Array<string>, mappings: Array<{ sector: string, predicate: MappingPredicate }> }> }>, dependencies: Array<{ provider: string, dependent: string, strength: number, minHours: number, maxHours: number }> } };

export type HubFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type HubFactsQuery = { hubVersions: { hub: string, node: string, mongodb: string | null, redis: string | null } | null, contract: { version: string, sha256: string }, enrichmentSources: Array<{ name: string, needs: EnrichmentKey, licence: string, url: string, freshForDays: number | null, version: string | null, loadedAt: string | null, isStale: boolean }> };

export type JobsQueryVariables = Exact<{ [key: string]: never; }>;


export type JobsQuery = { jobs: { isCut: boolean, jobs: Array<{ jobId: string, name: string, state: JobState, event: string, causedAt: string, starts: number, failures: number, cause: string | null, causeInWords: string | null, givenUpAt: string | null }> } };

export type RetryJobMutationVariables = Exact<{
  input: JobInput;
}>;


export type RetryJobMutation = { result: { isDone: boolean, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type DiscardJobMutationVariables = Exact<{
  input: JobInput;
}>;


export type DiscardJobMutation = { result: { isDone: boolean, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ArrivalsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: FeedFilter | null | undefined;
}>;


export type ArrivalsSubscription = { warningReceived: { cursor: string, occasion: Occasion, node: { id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, answerBy: string | null, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, marking: Tlp | null, exercise: string | null, issuer: string | null, publishedAt: string, updatedAt: string, translations: Array<{ language: string, headline: string }>, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, recall: { warning: string, reason: string, whatToDo: string, isNarrowed: boolean } | null, whyMe: { kind: ReasonKind, hoursToEffect: number | null }, myDelivery: { state: DeliveryState, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, site: string | null }> } | null } } };

export type ListedMemberFragment = { id: string, slug: string, name: string, kind: MemberKind, country: string };

export type MembersQueryVariables = Exact<{ [key: string]: never; }>;


export type MembersQuery = { members: Array<{ id: string, slug: string, name: string, kind: MemberKind, country: string }> };

export type ShownFactsFragment = { standing: Standing, joinedAt: string | null, probationEndsAt: string | null, attestedAt: string | null, attestationDueAt: string | null, isCapped: boolean, suspensionReason: string | null, latinName: string | null, countries: Array<string>, sectors: Array<string>, website: string | null, languages: Array<string>, timeZone: string | null, mayPublish: boolean, optsOutOfCascade: boolean | null, isUnlisted: boolean | null, listedTo: Array<string> | null, clients: Array<string> | null, member: { id: string, slug: string, name: string, kind: MemberKind, country: string }, identifiers: Array<{ type: IdentifierType, value: string }>, dependencies: Array<{ provider: string, service: string, strength: number, redundancy: number, bufferHours: number | null }> | null };

export type FactsQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type FactsQuery = { memberFacts: { standing: Standing, joinedAt: string | null, probationEndsAt: string | null, attestedAt: string | null, attestationDueAt: string | null, isCapped: boolean, suspensionReason: string | null, latinName: string | null, countries: Array<string>, sectors: Array<string>, website: string | null, languages: Array<string>, timeZone: string | null, mayPublish: boolean, optsOutOfCascade: boolean | null, isUnlisted: boolean | null, listedTo: Array<string> | null, clients: Array<string> | null, member: { id: string, slug: string, name: string, kind: MemberKind, country: string }, identifiers: Array<{ type: IdentifierType, value: string }>, dependencies: Array<{ provider: string, service: string, strength: number, redundancy: number, bufferHours: number | null }> | null } | null };

export type ShownApplicationFragment = { id: string, stage: ApplicationStage, slug: string, name: string, kind: MemberKind, country: string, sectors: Array<string>, contact: string, needsReview: boolean, sponsors: Array<string>, objections: number, madeAt: string, windowEndsAt: string | null, standingObjections: Array<{ member: string, reason: string, at: string }> };

export type ApplicantsQueryVariables = Exact<{
  after?: string | null | undefined;
  onlyOpen?: boolean | null | undefined;
}>;


export type ApplicantsQuery = { applicants: { edges: Array<{ node: { id: string, stage: ApplicationStage, slug: string, name: string, kind: MemberKind, country: string, sectors: Array<string>, contact: string, needsReview: boolean, sponsors: Array<string>, objections: number, madeAt: string, windowEndsAt: string | null, standingObjections: Array<{ member: string, reason: string, at: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ApplicantQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicantQuery = { node:
    | { name: string, slug: string, kind: MemberKind, country: string, sponsors: Array<string> }
    | Record<PropertyKey, never>
   | null };

export type AdmissionQueryVariables = Exact<{ [key: string]: never; }>;


export type AdmissionQuery = { admissionPolicies: Array<{ version: number, sponsors: number, objectionDays: number, probationDays: number, at: string }> };

export type ChangedFactsFragment = { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type ChangeMemberMutationVariables = Exact<{
  input: ChangeMemberInput;
}>;


export type ChangeMemberMutation = { result: { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type AttestMemberMutationVariables = Exact<{
  input: AttestMemberInput;
}>;


export type AttestMemberMutation = { result: { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type SuspendMemberMutationVariables = Exact<{
  input: SuspendMemberInput;
}>;


export type SuspendMemberMutation = { result: { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ReinstateMemberMutationVariables = Exact<{
  input: ReinstateMemberInput;
}>;


export type ReinstateMemberMutation = { result: { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type EndMembershipMutationVariables = Exact<{
  input: EndMembershipInput;
}>;


export type EndMembershipMutation = { result: { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type DeclareDependencyMutationVariables = Exact<{
  input: DeclareDependencyInput;
}>;


export type DeclareDependencyMutation = { result: { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type WithdrawDependencyMutationVariables = Exact<{
  input: WithdrawDependencyInput;
}>;


export type WithdrawDependencyMutation = { result: { emptied: Array<string>, facts: { standing: Standing } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChangeListingMutationVariables = Exact<{
  input: ChangeListingInput;
}>;


export type ChangeListingMutation = { result: { isUnlisted: boolean | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type InviteApplicantMutationVariables = Exact<{
  input: InviteApplicantInput;
}>;


export type InviteApplicantMutation = { result: { token: string | null, expiresAt: string | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChangedApplicationFragment = { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type ApplyForMemberMutationVariables = Exact<{
  input: ApplicationInput;
}>;


export type ApplyForMemberMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type VerifyApplicationMutationVariables = Exact<{
  input: VerifyApplicationInput;
}>;


export type VerifyApplicationMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type SponsorApplicationMutationVariables = Exact<{
  input: SponsorApplicationInput;
}>;


export type SponsorApplicationMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ObjectToApplicationMutationVariables = Exact<{
  input: ObjectToApplicationInput;
}>;


export type ObjectToApplicationMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type WithdrawObjectionMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type WithdrawObjectionMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type SetAsideObjectionMutationVariables = Exact<{
  input: SetAsideObjectionInput;
}>;


export type SetAsideObjectionMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RefuseApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type RefuseApplicationMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type AdmitApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type AdmitApplicationMutation = { result: { application: { id: string, stage: ApplicationStage } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChangeAdmissionMutationVariables = Exact<{
  input: ChangeAdmissionPolicyInput;
}>;


export type ChangeAdmissionMutation = { result: { refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ShownPersonFragment = { personId: string, written: string, name: string, roles: Array<Role>, state: PersonState, languages: Array<string>, timeZone: string | null, isRedClosed: boolean, lastSeenAt: string | null, dormantAt: string | null, createdAt: string, contacts: Array<{ kind: ContactKind, value: string, visibleTo: ContactVisibility }> };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { persons: Array<{ personId: string, written: string, name: string, roles: Array<Role>, state: PersonState, languages: Array<string>, timeZone: string | null, isRedClosed: boolean, lastSeenAt: string | null, dormantAt: string | null, createdAt: string, contacts: Array<{ kind: ContactKind, value: string, visibleTo: ContactVisibility }> }> };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { me: { profile: { personId: string, written: string, name: string, roles: Array<Role>, state: PersonState, languages: Array<string>, timeZone: string | null, isRedClosed: boolean, lastSeenAt: string | null, dormantAt: string | null, createdAt: string, contacts: Array<{ kind: ContactKind, value: string, visibleTo: ContactVisibility }> } | null } };

export type ReachQueryVariables = Exact<{
  member: string;
}>;


export type ReachQuery = { contacts: Array<{ name: string, kind: ContactKind, value: string, languages: Array<string>, timeZone: string | null }> };

export type HeldOfPersonQueryVariables = Exact<{
  person: string | number;
}>;


export type HeldOfPersonQuery = { personData: unknown };

export type InvitedFragment = { link: string | null, expiresAt: string | null, person: { personId: string, written: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;


export type InvitePersonMutation = { result: { link: string | null, expiresAt: string | null, person: { personId: string, written: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ReinvitePersonMutationVariables = Exact<{
  input: PersonInput;
}>;


export type ReinvitePersonMutation = { result: { link: string | null, expiresAt: string | null, person: { personId: string, written: string } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ChangedPersonFragment = { person: { personId: string } | null, ends: { keys: number, sessions: number, credentials: number, endpoints: number } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type ChangePersonMutationVariables = Exact<{
  input: ChangePersonInput;
}>;


export type ChangePersonMutation = { result: { person: { personId: string } | null, ends: { keys: number, sessions: number, credentials: number, endpoints: number } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ConfirmPersonMutationVariables = Exact<{
  input: PersonInput;
}>;


export type ConfirmPersonMutation = { result: { person: { personId: string } | null, ends: { keys: number, sessions: number, credentials: number, endpoints: number } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type DeactivatePersonMutationVariables = Exact<{
  input: DeactivatePersonInput;
}>;


export type DeactivatePersonMutation = { result: { person: { personId: string } | null, ends: { keys: number, sessions: number, credentials: number, endpoints: number } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ErasePersonMutationVariables = Exact<{
  input: ErasePersonInput;
}>;


export type ErasePersonMutation = { result: { person: string | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RecoverPersonMutationVariables = Exact<{
  input: IssueRecoveryCodeInput;
}>;


export type RecoverPersonMutation = { result: { code: string | null, expiresAt: string | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type CurrentQueryVariables = Exact<{
  id: string | number;
}>;


export type CurrentQuery = { warning: { id: string, kind: ItemKind, version: number, messageType: MessageType, headline: string, summary: string, language: string, urgency: Urgency, severity: Severity, certainty: Certainty, validUntil: string | null, level: Level, answerBy: string | null, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, marking: Tlp | null, exercise: string | null, bundle: unknown, translations: Array<{ language: string, headline: string, summary: string, actions: Array<string> }>, actions: Array<{ text: string, by: string | null }>, contacts: Array<{ name: string, number: string, hours: string }>, externalReferences: Array<{ source: string, id: string | null, url: string | null }>, handling: { pap: Pap | null, permittedActions: PermittedActions | null, encryptInTransit: Permission | null, affectedPartyNotifications: Permission | null, providerAttribution: Permission | null, unmodifiedResale: Permission | null, from: string | null, until: string | null, reference: string | null } | null, whyMe: { kind: ReasonKind }, practice: { kind: PracticeKind, problem: string, steps: Array<string>, evidence: string | null, limits: string | null, licence: string | null, reviewDue: string | null } | null } | null };

export type PreviewQueryVariables = Exact<{
  input: AudiencePreviewInput;
}>;


export type PreviewQuery = { audiencePreview: { preview: { receives: Array<{ member: { slug: string, name: string, country: string, kind: MemberKind }, reason: { kind: ReasonKind, rule: string, grade: Grade | null, path: Array<string> | null, hoursToEffect: number | null } }>, doesNotReceive: Array<{ because: Exclusion, member: { slug: string, name: string, country: string } }> } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type PublishedFragment = { recipients: number | null, warning: { id: string, version: number } | null, letters: Array<{ channel: EndpointChannel, subject: string | null, text: string }>, findings: Array<{ level: FindingLevel, code: string, path: string, section: string, message: string }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type PublishWarningMutationVariables = Exact<{
  input: PublishWarningInput;
}>;


export type PublishWarningMutation = { result: { recipients: number | null, warning: { id: string, version: number } | null, letters: Array<{ channel: EndpointChannel, subject: string | null, text: string }>, findings: Array<{ level: FindingLevel, code: string, path: string, section: string, message: string }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type UpdateWarningMutationVariables = Exact<{
  input: UpdateWarningInput;
}>;


export type UpdateWarningMutation = { result: { recipients: number | null, warning: { id: string, version: number } | null, letters: Array<{ channel: EndpointChannel, subject: string | null, text: string }>, findings: Array<{ level: FindingLevel, code: string, path: string, section: string, message: string }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type PublishPracticeMutationVariables = Exact<{
  input: PublishPracticeInput;
}>;


export type PublishPracticeMutation = { result: { recipients: number | null, warning: { id: string, version: number } | null, letters: Array<{ channel: EndpointChannel, subject: string | null, text: string }>, findings: Array<{ level: FindingLevel, code: string, path: string, section: string, message: string }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type UpdatePracticeMutationVariables = Exact<{
  input: UpdatePracticeInput;
}>;


export type UpdatePracticeMutation = { result: { recipients: number | null, warning: { id: string, version: number } | null, letters: Array<{ channel: EndpointChannel, subject: string | null, text: string }>, findings: Array<{ level: FindingLevel, code: string, path: string, section: string, message: string }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type CancelWarningMutationVariables = Exact<{
  input: CancelWarningInput;
}>;


export type CancelWarningMutation = { result: { recipients: number | null, warning: { id: string, version: number } | null, letters: Array<{ channel: EndpointChannel, subject: string | null, text: string }>, findings: Array<{ level: FindingLevel, code: string, path: string, section: string, message: string }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type WithdrawPracticeMutationVariables = Exact<{
  input: WithdrawPracticeInput;
}>;


export type WithdrawPracticeMutation = { result: { recipients: number | null, warning: { id: string, version: number } | null, letters: Array<{ channel: EndpointChannel, subject: string | null, text: string }>, findings: Array<{ level: FindingLevel, code: string, path: string, section: string, message: string }>, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type KeptDraftFragment = { draftId: string, kind: ItemKind, label: string | null, version: number, savedAt: string, endsAt: string, corrects: { item: string, version: number } | null };

export type DraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftsQuery = { drafts: Array<{ draftId: string, kind: ItemKind, label: string | null, version: number, savedAt: string, endsAt: string, corrects: { item: string, version: number } | null }> };

export type DraftContentQueryVariables = Exact<{
  id: string | number;
}>;


export type DraftContentQuery = { draft: { content: string | null, draftId: string, kind: ItemKind, label: string | null, version: number, savedAt: string, endsAt: string, corrects: { item: string, version: number } | null } | null };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { result: { draft: { draftId: string, kind: ItemKind, label: string | null, version: number, savedAt: string, endsAt: string, corrects: { item: string, version: number } | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type DiscardDraftMutationVariables = Exact<{
  input: DiscardDraftInput;
}>;


export type DiscardDraftMutation = { result: { refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type KeepingQueryVariables = Exact<{ [key: string]: never; }>;


export type KeepingQuery = { retentionClasses: Array<{ name: string, about: string, countedFrom: string, days: number, changedAt: string | null }>, holds: Array<{ id: string, scope: HoldScope, target: string | null, reason: string, placedAt: string, liftedAt: string | null }> };

export type ChangeRetentionMutationVariables = Exact<{
  input: ChangeRetentionInput;
}>;


export type ChangeRetentionMutation = { result: { class: { name: string, days: number } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ComparedFragment = { id: string, headline: string, summary: string, severity: Severity, urgency: Urgency, certainty: Certainty, publishedAt: string, marking: Tlp | null, cves: Array<string>, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, publisher: { slug: string, name: string } };

export type PairFragment = { id: string, state: PairState, score: number, reasons: Array<string>, warnings: Array<{ id: string, headline: string, summary: string, severity: Severity, urgency: Urgency, certainty: Certainty, publishedAt: string, marking: Tlp | null, cves: Array<string>, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, publisher: { slug: string, name: string } }> };

export type ProposalsQueryVariables = Exact<{
  after?: string | null | undefined;
  exercise?: string | null | undefined;
}>;


export type ProposalsQuery = { duplicateProposals: { edges: Array<{ node: { id: string, state: PairState, score: number, reasons: Array<string>, warnings: Array<{ id: string, headline: string, summary: string, severity: Severity, urgency: Urgency, certainty: Certainty, publishedAt: string, marking: Tlp | null, cves: Array<string>, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, publisher: { slug: string, name: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RuledFragment = { pair: { id: string, state: PairState, score: number, reasons: Array<string>, warnings: Array<{ id: string, headline: string, summary: string, severity: Severity, urgency: Urgency, certainty: Certainty, publishedAt: string, marking: Tlp | null, cves: Array<string>, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, publisher: { slug: string, name: string } }> } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type AcceptPairMutationVariables = Exact<{
  input: AcceptDuplicateInput;
}>;


export type AcceptPairMutation = { result: { pair: { id: string, state: PairState, score: number, reasons: Array<string>, warnings: Array<{ id: string, headline: string, summary: string, severity: Severity, urgency: Urgency, certainty: Certainty, publishedAt: string, marking: Tlp | null, cves: Array<string>, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, publisher: { slug: string, name: string } }> } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RejectPairMutationVariables = Exact<{
  input: RejectDuplicateInput;
}>;


export type RejectPairMutation = { result: { pair: { id: string, state: PairState, score: number, reasons: Array<string>, warnings: Array<{ id: string, headline: string, summary: string, severity: Severity, urgency: Urgency, certainty: Certainty, publishedAt: string, marking: Tlp | null, cves: Array<string>, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, publisher: { slug: string, name: string } }> } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type UndoPairMutationVariables = Exact<{
  input: UndoMergeInput;
}>;


export type UndoPairMutation = { result: { pair: { id: string, state: PairState, score: number, reasons: Array<string>, warnings: Array<{ id: string, headline: string, summary: string, severity: Severity, urgency: Urgency, certainty: Certainty, publishedAt: string, marking: Tlp | null, cves: Array<string>, sectorsConcerned: Array<string>, countriesConcerned: Array<string>, publisher: { slug: string, name: string } }> } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type ObjectPairFragment = { state: PairState, sharedNames: Array<string>, objects: Array<
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
  > };

export type ObjectProposalsQueryVariables = Exact<{
  after?: string | null | undefined;
  exercise?: string | null | undefined;
}>;


export type ObjectProposalsQuery = { objectDuplicateProposals: { edges: Array<{ node: { state: PairState, sharedNames: Array<string>, objects: Array<
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
          | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        > } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ObjectRuledFragment = { pair: { state: PairState, sharedNames: Array<string>, objects: Array<
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
    > } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> };

export type AcceptObjectsMutationVariables = Exact<{
  input: AcceptObjectDuplicateInput;
}>;


export type AcceptObjectsMutation = { result: { pair: { state: PairState, sharedNames: Array<string>, objects: Array<
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      > } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type RejectObjectsMutationVariables = Exact<{
  input: RejectObjectDuplicateInput;
}>;


export type RejectObjectsMutation = { result: { pair: { state: PairState, sharedNames: Array<string>, objects: Array<
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      > } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type UndoObjectsMutationVariables = Exact<{
  input: UndoObjectMergeInput;
}>;


export type UndoObjectsMutation = { result: { pair: { state: PairState, sharedNames: Array<string>, objects: Array<
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
        | { id: string, type: string, created: string | null, modified: string | null, marking: Tlp | null, raw: unknown }
      > } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { role: Role, roles: Array<Role>, person: string | null, personId: string | null, sectors: Array<string>, communities: Array<string>, mayPublish: boolean, maxBodyBytes: number, member: { id: string, slug: string, name: string, kind: MemberKind, country: string } } };

export type CasesToTakeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CasesToTakeQuery = { cases: { edges: Array<{ node: { caseId: string, warning: string, organisation: number | null, state: CaseState, dueAt: string, member: { slug: string, name: string } | null, owner: { slug: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProposalsToDecideQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ProposalsToDecideQuery = { proposals: { edges: Array<{ node: { id: string, kind: string, by: string, expiresAt: string, mayDecide: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProposedWarningQueryVariables = Exact<{
  id: string | number;
}>;


export type ProposedWarningQuery = { node:
    | { kind: string, payload: unknown }
    | Record<PropertyKey, never>
   | null };

export type WarningQueryVariables = Exact<{
  id: string | number;
}>;


export type WarningQuery = { warning: { summary: string, urgency: Urgency, certainty: Certainty, level: Level, answerBy: string | null, raisedBecause: string | null, issuer: string | null, countriesConcerned: Array<string>, statements: Array<string>, cancelReason: string | null, changes: Array<string>, cves: Array<string>, corroboration: number, id: string, kind: ItemKind, version: number, messageType: MessageType, state: WarningState, headline: string, language: string, severity: Severity, effectiveUrgency: Urgency, effectiveCertainty: Certainty, validUntil: string | null, sectorsConcerned: Array<string>, marking: Tlp | null, exercise: string | null, publishedAt: string, updatedAt: string, translations: Array<{ summary: string, actions: Array<string>, language: string, headline: string }>, contacts: Array<{ name: string, number: string, hours: string }>, feedback: { seenBy: number | null, usefulPercent: number | null, own: { isUseful: boolean | null, sighting: Sighting | null, details: string | null, at: string } | null, details: Array<{ text: string, at: string, member: { slug: string, name: string } }> }, known: { inWords: Array<string>, falsePositiveCount: number, exploited: Array<{ cve: string, since: string, dueDate: string | null, inRansomware: boolean, source: { name: string, version: string } }>, decisions: Array<{ cve: string, decision: SsvcDecision, exploitation: SsvcExploitation, isAutomatable: boolean, technicalImpact: SsvcTechnicalImpact, decidedOn: string }>, scores: Array<{ cve: string, cvssVersion: string, score: number, band: CvssBand, provider: string }>, probabilities: Array<{ cve: string, probability: number, scoredOn: string }>, techniques: Array<{ techniqueId: string | null, name: string }>, falsePositives: Array<{ value: string, list: string }> }, handling: { pap: Pap | null, permittedActions: PermittedActions | null, encryptInTransit: Permission | null, affectedPartyNotifications: Permission | null, providerAttribution: Permission | null, unmodifiedResale: Permission | null, from: string | null, until: string | null, reference: string | null } | null, heldBefore: { version: number, headline: string | null, summary: string | null, actionsGone: Array<string>, indicators: { gone: Array<string>, added: Array<string>, hasMore: boolean } } | null, externalReferences: Array<{ source: string, id: string | null, url: string | null }>, whyMe: { rule: string, grade: Grade | null, path: Array<string> | null, isKnownToPublisher: boolean, kind: ReasonKind, hoursToEffect: number | null }, sources: Array<{ warning: string, marking: Tlp | null, publishedAt: string, pair: string | null, publisher: { slug: string, name: string } }>, related: Array<{ kind: RelationKind, reasons: Array<string>, pair: string, warning: { id: string, headline: string, marking: Tlp | null, publisher: { slug: string, name: string } } }>, practice: { kind: PracticeKind, problem: string, steps: Array<string>, evidence: string | null, limits: string | null, licence: string | null, reviewDue: string | null } | null, myDelivery: { id: string, note: string | null, state: DeliveryState, answer: Acknowledgement | null, answerBy: string | null, isAnswerDue: boolean, isAnswered: boolean, answers: Array<{ version: number, answer: Acknowledgement, note: string | null, by: string | null, at: string, site: string | null }> } | null, actions: Array<{ text: string, by: string | null }>, publisher: { slug: string, name: string }, recall: { warning: string, reason: string, whatToDo: string, isNarrowed: boolean } | null } | null };

export type WarningObjectsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type WarningObjectsQuery = { warning: { objects: { edges: Array<{ node:
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
          | { id: string, type: string, marking: Tlp | null, modified: string | null, corroboration: number, raw: unknown, enrichment: Array<
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
              | { id: string, type: string, raw: unknown }
            >, playbook: { name: string | null, description: string | null, types: Array<string>, isRevoked: boolean, steps: Array<{ number: number, kind: PlaybookStepKind, name: string | null, description: string | null, agent: string | null, commands: Array<{ type: string, text: string }>, next: Array<{ when: string | null, step: number }> }>, findings: Array<{ code: string, path: string, message: string }> } | null }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type WarningBundleQueryVariables = Exact<{
  id: string | number;
}>;


export type WarningBundleQuery = { warning: { bundle: unknown } | null };

export type WarningIndicatorsQueryVariables = Exact<{
  filter: IndicatorFilter;
  after?: string | null | undefined;
}>;


export type WarningIndicatorsQuery = { indicators: { edges: Array<{ node: { name: string | null, pattern: string, patternType: string, valueCount: number, validFrom: string | null, validUntil: string | null, isValid: boolean, confidence: number | null, marking: Tlp | null, object:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
        , values: Array<{ type: string, property: string, value: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FoundIndicatorFragment = { name: string | null, pattern: string, patternType: string, valueCount: number, validFrom: string | null, validUntil: string | null, isValid: boolean, confidence: number | null, marking: Tlp | null, object:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
  , values: Array<{ type: string, property: string, value: string }> };

export type ObjectVersionsQueryVariables = Exact<{
  id: string | number;
}>;


export type ObjectVersionsQuery = { stixObject:
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
    | { id: string, sources: Array<{ objectId: string, marking: Tlp | null, warning: string, publisher: { slug: string, name: string } }>, versions: { edges: Array<{ node: { modified: string | null, isLatest: boolean, revoked: boolean, withdrawn: boolean, source: { name: string } | null } }> } }
   | null };

export type ObjectDifferenceQueryVariables = Exact<{
  id: string | number;
  from: string;
}>;


export type ObjectDifferenceQuery = { stixObject:
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
    | { difference: { from: string, to: string, isWhole: boolean, changes: Array<{ change: StixChangeKind, path: string, before: string | null, after: string | null }> } | null }
   | null };

export type AnswerMutationVariables = Exact<{
  input: AcknowledgeWarningInput;
}>;


export type AnswerMutation = { acknowledgeWarning: { delivery: { id: string, state: DeliveryState, answer: Acknowledgement | null, note: string | null } | null, refusals: Array<{ code: string, message: string, path: string, remedy: string }> } };

export type WhyRefusedFragment = { code: string, message: string, path: string, remedy: string };

export type RulesFragment = { pap: Pap | null, permittedActions: PermittedActions | null, encryptInTransit: Permission | null, affectedPartyNotifications: Permission | null, providerAttribution: Permission | null, unmodifiedResale: Permission | null, from: string | null, until: string | null, reference: string | null };

/** A document that the hub knows by its hash, with the types of its variables and its result. */
export type TypedDocumentString<Result, Variables> = {
  readonly __meta__: { readonly hash: string };
  readonly __types__?: (variables: Variables) => Result;
};
export const ApprovalsDocument = {"__meta__":{"hash":"sha256:9514cf811424c283301bb4f118e0add34798bfc15b42f3d5fdffd8aa8558361f"}} as unknown as TypedDocumentString<ApprovalsQuery, ApprovalsQueryVariables>;
export const ProposeDocument = {"__meta__":{"hash":"sha256:088f38f78fccf6f9a9e8c403eb76d6d921cbda1bb022397346dd4c84378726d2"}} as unknown as TypedDocumentString<ProposeMutation, ProposeMutationVariables>;
export const ApproveProposalDocument = {"__meta__":{"hash":"sha256:a1d6eaaa63847baaf3ac63ba3a6aaa7c35d5606b1da22e65dd4e6848fcc29fbb"}} as unknown as TypedDocumentString<ApproveProposalMutation, ApproveProposalMutationVariables>;
export const RefuseProposalDocument = {"__meta__":{"hash":"sha256:772229ae3cc6a997ef509175ef7b02e3417d2faaf0c3dd38d974ceebbac092ad"}} as unknown as TypedDocumentString<RefuseProposalMutation, RefuseProposalMutationVariables>;
export const WithdrawProposalDocument = {"__meta__":{"hash":"sha256:5c7aefe525bb647b7cf2901197f46fab536f4434559dcbda0abfb3eaf3126ca1"}} as unknown as TypedDocumentString<WithdrawProposalMutation, WithdrawProposalMutationVariables>;
export const ApprovalKindsDocument = {"__meta__":{"hash":"sha256:06bd7f0a1717168772c4080422f1b22b0ef497b9b96fba2eb9e28337264f13b0"}} as unknown as TypedDocumentString<ApprovalKindsQuery, ApprovalKindsQueryVariables>;
export const ExportedRegisterDocument = {"__meta__":{"hash":"sha256:92f4c0f41d05be0814b3111a88cdbb140ce4e76201e638c96504273ed9a7ce46"}} as unknown as TypedDocumentString<ExportedRegisterQuery, ExportedRegisterQueryVariables>;
export const SubjectsDocument = {"__meta__":{"hash":"sha256:feff7c2b5d0903f35f3fe6f01f47f553ad6f700827df73a50fcec2a8588163b0"}} as unknown as TypedDocumentString<SubjectsQuery, SubjectsQueryVariables>;
export const AuditTrailDocument = {"__meta__":{"hash":"sha256:055733a3b6eb946b3ca97d0ef08b65154a38b2a783b50209af57b6ab85432709"}} as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const BoardDocument = {"__meta__":{"hash":"sha256:07adbae08fd19fc17b4b7f372ae2028bb25e0e4c52759df5b3f3d6705acce264"}} as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const DeliveriesDocument = {"__meta__":{"hash":"sha256:9007224adf99bfc9cbecf4823e137fe34b02557bbd756267a9491d02cd61097b"}} as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const FiguresDocument = {"__meta__":{"hash":"sha256:fcc163c3a2a89f2906cd5e5483aa83b49058e6de37a799a92452e7e540b3e61a"}} as unknown as TypedDocumentString<FiguresQuery, FiguresQueryVariables>;
export const OwnDocument = {"__meta__":{"hash":"sha256:8533d16866af52f4330c89752279acaa830c64a5bdbcc830d8fc945472276374"}} as unknown as TypedDocumentString<OwnQuery, OwnQueryVariables>;
export const CommunitiesDocument = {"__meta__":{"hash":"sha256:dbbdff61c9ec410296df9a2b8df3e24023b67dc6720981bfbd1ae841ddfbc87e"}} as unknown as TypedDocumentString<CommunitiesQuery, CommunitiesQueryVariables>;
export const OneCommunityDocument = {"__meta__":{"hash":"sha256:e973b420f146e77ef9d8c6a1c17aba53192148e9d62fee2a7797a0b28bd68a88"}} as unknown as TypedDocumentString<OneCommunityQuery, OneCommunityQueryVariables>;
export const CreateCommunityDocument = {"__meta__":{"hash":"sha256:ef7a1649797999e65e454dc537baf1e28ab5ae382d58108cc98b9203dadfd924"}} as unknown as TypedDocumentString<CreateCommunityMutation, CreateCommunityMutationVariables>;
export const ChangeCommunityDocument = {"__meta__":{"hash":"sha256:5d27ccece864195d0498bbc5eb6ad82637ca7b515a50db705f44026b38ccc655"}} as unknown as TypedDocumentString<ChangeCommunityMutation, ChangeCommunityMutationVariables>;
export const InviteToCommunityDocument = {"__meta__":{"hash":"sha256:c5e4603236b0907b478bf7885b46387a5971807fa2a64d2670d66e1666b0c59c"}} as unknown as TypedDocumentString<InviteToCommunityMutation, InviteToCommunityMutationVariables>;
export const JoinCommunityDocument = {"__meta__":{"hash":"sha256:562d0bf04c9a76291d54b08886622570d7877d436d4d81020c5a34fe89d04b9f"}} as unknown as TypedDocumentString<JoinCommunityMutation, JoinCommunityMutationVariables>;
export const LeaveCommunityDocument = {"__meta__":{"hash":"sha256:01320dca849e61c0e5e13f405b389bc9d0bb2cd1a9b029b2b5dc55b3b945e781"}} as unknown as TypedDocumentString<LeaveCommunityMutation, LeaveCommunityMutationVariables>;
export const AcceptIntoCommunityDocument = {"__meta__":{"hash":"sha256:b0decb9992886f1ca54ca7d3d8747610a1aa238323bc24038f295c96ac15f0ad"}} as unknown as TypedDocumentString<AcceptIntoCommunityMutation, AcceptIntoCommunityMutationVariables>;
export const RemoveFromCommunityDocument = {"__meta__":{"hash":"sha256:9213b284293854c50c66108a5e1afc10375a04106d04e193ea278d28f25ceb48"}} as unknown as TypedDocumentString<RemoveFromCommunityMutation, RemoveFromCommunityMutationVariables>;
export const EndpointsDocument = {"__meta__":{"hash":"sha256:a9f8bf4dd8dc14c32eb0d0b590c34cc434ff2fee2d4fb446b8612e78eca70ab8"}} as unknown as TypedDocumentString<EndpointsQuery, EndpointsQueryVariables>;
export const AddWebhookDocument = {"__meta__":{"hash":"sha256:18008896ce2c98a757e25e7473f1b43be0444846970d140fb9ced230b360cfb7"}} as unknown as TypedDocumentString<AddWebhookMutation, AddWebhookMutationVariables>;
export const AddMailAddressDocument = {"__meta__":{"hash":"sha256:eb6be5ac0109d4eaf436aa2f10ac292e64398161962b77ca5a6b0028c36d8401"}} as unknown as TypedDocumentString<AddMailAddressMutation, AddMailAddressMutationVariables>;
export const ProveEndpointDocument = {"__meta__":{"hash":"sha256:674d9e1d8d8792b6c18d8d199a9e398505ccca095b1bfaf1746cb053345ce1f8"}} as unknown as TypedDocumentString<ProveEndpointMutation, ProveEndpointMutationVariables>;
export const ChallengeEndpointDocument = {"__meta__":{"hash":"sha256:77df2e71100bece9b3ee9ce05c71ee565cbcf3b2a607a4a1a030f07bed9612e6"}} as unknown as TypedDocumentString<ChallengeEndpointMutation, ChallengeEndpointMutationVariables>;
export const ChangeEndpointDocument = {"__meta__":{"hash":"sha256:995502e22b18d8cbaf94bbdf2a36a4d1e1fba225e3ba03e45a4ec28226aea204"}} as unknown as TypedDocumentString<ChangeEndpointMutation, ChangeEndpointMutationVariables>;
export const RotateEndpointSecretDocument = {"__meta__":{"hash":"sha256:037d7bac2114fbde845aee5c6e9c8976e55447b9e8b0c6dde223fec6d0791b1c"}} as unknown as TypedDocumentString<RotateEndpointSecretMutation, RotateEndpointSecretMutationVariables>;
export const RemoveEndpointDocument = {"__meta__":{"hash":"sha256:b972ba532fbd2da84a0a99f7f0b06da7290fc6a4c8ed645a67d7f42a324ed502"}} as unknown as TypedDocumentString<RemoveEndpointMutation, RemoveEndpointMutationVariables>;
export const TestEndpointDocument = {"__meta__":{"hash":"sha256:c9560b09e4a3741a01131e943fe20e689d3c799e68690713a94927853d38bd00"}} as unknown as TypedDocumentString<TestEndpointMutation, TestEndpointMutationVariables>;
export const RetryDeliveriesDocument = {"__meta__":{"hash":"sha256:906fe710d7d0a8be0207fccf54552368aaac1f465e28cd899198848222f6fd83"}} as unknown as TypedDocumentString<RetryDeliveriesMutation, RetryDeliveriesMutationVariables>;
export const ChannelLogDocument = {"__meta__":{"hash":"sha256:2a525d3dd082a66ff7f0fdd855cd0e3e1920999e82554d1cf748c27ac8f3f8e9"}} as unknown as TypedDocumentString<ChannelLogQuery, ChannelLogQueryVariables>;
export const ChannelAttemptsDocument = {"__meta__":{"hash":"sha256:1bd64f1588f38fd7f316f02930759505c6a9954c383de84d3525c8b03068766b"}} as unknown as TypedDocumentString<ChannelAttemptsQuery, ChannelAttemptsQueryVariables>;
export const SubscriptionsDocument = {"__meta__":{"hash":"sha256:d3e5c4a2c60edc4414c3caaf1709214ac418c0ae5bc438e295ef0a37514d55f5"}} as unknown as TypedDocumentString<SubscriptionsQuery, SubscriptionsQueryVariables>;
export const SubscriptionPreviewDocument = {"__meta__":{"hash":"sha256:6dec6b570ac56c6c4944d86cb34b8798aa2083e4390225a0a1b34ab4f057b7cf"}} as unknown as TypedDocumentString<SubscriptionPreviewQuery, SubscriptionPreviewQueryVariables>;
export const CreateSubscriptionDocument = {"__meta__":{"hash":"sha256:1a2f007cff8199a62fc502a0d000e564280d45b25dca20e1f2bbd8561d3bf128"}} as unknown as TypedDocumentString<CreateSubscriptionMutation, CreateSubscriptionMutationVariables>;
export const ChangeSubscriptionDocument = {"__meta__":{"hash":"sha256:426c2c2433dddb7c4d2274e69929187f6dd6a4b952402f33a61c9680e372007f"}} as unknown as TypedDocumentString<ChangeSubscriptionMutation, ChangeSubscriptionMutationVariables>;
export const PauseSubscriptionDocument = {"__meta__":{"hash":"sha256:b3f9203538978d798a303f2a07d8f7268195a8a89d15ebcc7ec550b5a0a17a62"}} as unknown as TypedDocumentString<PauseSubscriptionMutation, PauseSubscriptionMutationVariables>;
export const ResumeSubscriptionDocument = {"__meta__":{"hash":"sha256:2663b1b547672ea1e47b42f80e51e24e0f452b9fb1934a3a92be46dd16d344ea"}} as unknown as TypedDocumentString<ResumeSubscriptionMutation, ResumeSubscriptionMutationVariables>;
export const EndSubscriptionDocument = {"__meta__":{"hash":"sha256:a26689a4480aab59a19828ddd5687a96a93a9f5292c3ccb08952099fa9b20646"}} as unknown as TypedDocumentString<EndSubscriptionMutation, EndSubscriptionMutationVariables>;
export const HeatDocument = {"__meta__":{"hash":"sha256:8785ce84130f65cade855cf2563b2b20f52615f282cc6f8e487739be02c535b5"}} as unknown as TypedDocumentString<HeatQuery, HeatQueryVariables>;
export const SectorNamesDocument = {"__meta__":{"hash":"sha256:ec48b04b98da64fb509cfc4f6a37a83f5ab1b7c6d320699f1fc0b6b9cd2f1c7b"}} as unknown as TypedDocumentString<SectorNamesQuery, SectorNamesQueryVariables>;
export const RemindRecipientsDocument = {"__meta__":{"hash":"sha256:b12db6fb233e2d0c2b002f57fc0b2a77e108e8efb6e37dd639234a3f39d830b0"}} as unknown as TypedDocumentString<RemindRecipientsMutation, RemindRecipientsMutationVariables>;
export const RecallWarningDocument = {"__meta__":{"hash":"sha256:815d147ded3a8c02cc71e4829ad4c14c66440aa1d63b0f2f06f4497f17d1941f"}} as unknown as TypedDocumentString<RecallWarningMutation, RecallWarningMutationVariables>;
export const NarrowWarningDocument = {"__meta__":{"hash":"sha256:11a3d938914e7ea31f83278b4bf12243b2326fbcbcba41742ee3ecc6290b4f14"}} as unknown as TypedDocumentString<NarrowWarningMutation, NarrowWarningMutationVariables>;
export const GiveFeedbackDocument = {"__meta__":{"hash":"sha256:7c3c7ac0f5ad6140475055e5681df7468bd82c03b719a87c2678f01084f6648e"}} as unknown as TypedDocumentString<GiveFeedbackMutation, GiveFeedbackMutationVariables>;
export const OpenCasesDocument = {"__meta__":{"hash":"sha256:060e0d5db68f01f4f1564db288b457413aced0a1a8245a1a8c4e7f850cc708d8"}} as unknown as TypedDocumentString<OpenCasesQuery, OpenCasesQueryVariables>;
export const LatestCasesDocument = {"__meta__":{"hash":"sha256:bce27aff85472cad9b29983e51b46b7f8d6626743669b072442883ba3b5048f9"}} as unknown as TypedDocumentString<LatestCasesQuery, LatestCasesQueryVariables>;
export const HeadlineOfDocument = {"__meta__":{"hash":"sha256:726c779b90c9ee60251b474ce53cd8f56b4e2b533f58906c988ca3051e38850b"}} as unknown as TypedDocumentString<HeadlineOfQuery, HeadlineOfQueryVariables>;
export const ChangeCaseDocument = {"__meta__":{"hash":"sha256:d2b9a9496f12a7ce359e727dd223edc6f96be0556d60e8fe0854b0d21ed356c0"}} as unknown as TypedDocumentString<ChangeCaseMutation, ChangeCaseMutationVariables>;
export const EffectDocument = {"__meta__":{"hash":"sha256:261fc03615fd67db59b1526c6dace47847d916a6d7cc24488600b869dded48ad"}} as unknown as TypedDocumentString<EffectQuery, EffectQueryVariables>;
export const ItemVersionsDocument = {"__meta__":{"hash":"sha256:f90ba26465ed5e906531da2bddf7688f1eba776795bb967a9c93a3630fcc29f4"}} as unknown as TypedDocumentString<ItemVersionsQuery, ItemVersionsQueryVariables>;
export const ItemDifferenceDocument = {"__meta__":{"hash":"sha256:30b18c0109efb1c6da737fc0e019644599810feb475fb345b5d7dda8acde9136"}} as unknown as TypedDocumentString<ItemDifferenceQuery, ItemDifferenceQueryVariables>;
export const FeedDocument = {"__meta__":{"hash":"sha256:8c66fb6ec606827b72811c84985e53c6ce329173d11be3ce6b03635ccc97401e"}} as unknown as TypedDocumentString<FeedQuery, FeedQueryVariables>;
export const ExercisesDocument = {"__meta__":{"hash":"sha256:68e490d7b385907597a30e9f107e93c06e89e3a78c59f622792c80895380b7ec"}} as unknown as TypedDocumentString<ExercisesQuery, ExercisesQueryVariables>;
export const AskedDocument = {"__meta__":{"hash":"sha256:f08862c812805db2df0f5b8deadb65ae2e16e42e4866965fa6c30f6fd290ab2a"}} as unknown as TypedDocumentString<AskedQuery, AskedQueryVariables>;
export const AccessKeysDocument = {"__meta__":{"hash":"sha256:3a0f2fbcce8eb465951fcb9d5a0ad4e8b54997d11f3e078dfca785f53760dee7"}} as unknown as TypedDocumentString<AccessKeysQuery, AccessKeysQueryVariables>;
export const KeyScopesDocument = {"__meta__":{"hash":"sha256:fbd8f01f94940161e046f18878c3fc0fd2d64fe9a3b210a6bef67355a922e3ca"}} as unknown as TypedDocumentString<KeyScopesQuery, KeyScopesQueryVariables>;
export const KeyRangesDocument = {"__meta__":{"hash":"sha256:179129aae424e0278d16c621a93264cc4a11999f2689a2e1a4d43f6d29f8feff"}} as unknown as TypedDocumentString<KeyRangesQuery, KeyRangesQueryVariables>;
export const MakeKeyDocument = {"__meta__":{"hash":"sha256:1d2a99fd2fedf35649b20fa164a35855a5b3e2c590aea14ef4ddcdb485856ca3"}} as unknown as TypedDocumentString<MakeKeyMutation, MakeKeyMutationVariables>;
export const RotateKeyDocument = {"__meta__":{"hash":"sha256:0c98298ed54b45c86c3e5745833f403c726c219800447dd0f8ccef8ef99fa75a"}} as unknown as TypedDocumentString<RotateKeyMutation, RotateKeyMutationVariables>;
export const EndKeyDocument = {"__meta__":{"hash":"sha256:b5fe6834697bec1809dd63ada0dd18431571932d01d1f353645b142808af1dd8"}} as unknown as TypedDocumentString<EndKeyMutation, EndKeyMutationVariables>;
export const MachinesDocument = {"__meta__":{"hash":"sha256:f891b463d503a5ce98782b34660d235dc43d394e8216906332b5d310364a616f"}} as unknown as TypedDocumentString<MachinesQuery, MachinesQueryVariables>;
export const RemoveMachineDocument = {"__meta__":{"hash":"sha256:daf2beffb72f0241fa460a21ac0bc9e1824b18a305f5f04037981f220def8858"}} as unknown as TypedDocumentString<RemoveMachineMutation, RemoveMachineMutationVariables>;
export const RegisterMachineDocument = {"__meta__":{"hash":"sha256:1ec5d82d01b8734ae06ced7691317c2653807843cfa4aea7ade5ef02ebd2399d"}} as unknown as TypedDocumentString<RegisterMachineMutation, RegisterMachineMutationVariables>;
export const OwnIdentityProviderDocument = {"__meta__":{"hash":"sha256:86f0e2c6f57ac6d128d5cc5e18cb25a0dad8a44242e6e3989a513bcece6dc37a"}} as unknown as TypedDocumentString<OwnIdentityProviderQuery, OwnIdentityProviderQueryVariables>;
export const SetIdentityProviderDocument = {"__meta__":{"hash":"sha256:c790c2582a3d4ebe6415c8c64a795815c8afdb4adc0b8a7266301400933bde75"}} as unknown as TypedDocumentString<SetIdentityProviderMutation, SetIdentityProviderMutationVariables>;
export const RemoveIdentityProviderDocument = {"__meta__":{"hash":"sha256:eee3fbfb16f4f26382c92a346ba3dfa480f1c8c56357cc4e55a42912f0d8dc6f"}} as unknown as TypedDocumentString<RemoveIdentityProviderMutation, RemoveIdentityProviderMutationVariables>;
export const IndicatorsDocument = {"__meta__":{"hash":"sha256:7015fad26bf544bc3d4e09bd2edc93e40e7cb21187e887e1832e95438aede2fb"}} as unknown as TypedDocumentString<IndicatorsQuery, IndicatorsQueryVariables>;
export const SectorSchemeDocument = {"__meta__":{"hash":"sha256:0bcbdfcdc2933901af523788374bc0c721a9e6b19dbbb3e23449a5cec78ca368"}} as unknown as TypedDocumentString<SectorSchemeQuery, SectorSchemeQueryVariables>;
export const HubFactsDocument = {"__meta__":{"hash":"sha256:3863b16e393752037cdaef5f490b7062d2c67019d2e48b270ef5251935d45959"}} as unknown as TypedDocumentString<HubFactsQuery, HubFactsQueryVariables>;
export const JobsDocument = {"__meta__":{"hash":"sha256:a1bf547f11b05484b1f62c0899b05dbd46025337d3913d88f4e27d4cde320158"}} as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const RetryJobDocument = {"__meta__":{"hash":"sha256:77ceb8335a3ff5b84b179634e582098f95f00b30c8c2b0bd43d07cc7fefc8f7e"}} as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
export const DiscardJobDocument = {"__meta__":{"hash":"sha256:f4f87d59b55685212a37f1c0ca99f421889f96aec4a0c7dfa447cc5298c52181"}} as unknown as TypedDocumentString<DiscardJobMutation, DiscardJobMutationVariables>;
export const ArrivalsDocument = {"__meta__":{"hash":"sha256:c93cd54e6de253308e0bbf19bf0d0e73b0509c192addbec7e2975bcb635d92b0"}} as unknown as TypedDocumentString<ArrivalsSubscription, ArrivalsSubscriptionVariables>;
export const MembersDocument = {"__meta__":{"hash":"sha256:b32bd047cb35f39b33c547077cd9fb5322770fba7e6afab952acd6f74e70d112"}} as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const FactsDocument = {"__meta__":{"hash":"sha256:7b8cda19a20747be237e727cab5e44920b25a9c5ad187e037a7b5ecf598bd760"}} as unknown as TypedDocumentString<FactsQuery, FactsQueryVariables>;
export const ApplicantsDocument = {"__meta__":{"hash":"sha256:0cb9a41cfc6aed9d03524eb8c7d673862cc7f9f2420dd6e0b723e22859a0a856"}} as unknown as TypedDocumentString<ApplicantsQuery, ApplicantsQueryVariables>;
export const ApplicantDocument = {"__meta__":{"hash":"sha256:e57c54a1c96492c31b2a8d81764cf54e1384963fe91bbafac3fc81f6df5b49cc"}} as unknown as TypedDocumentString<ApplicantQuery, ApplicantQueryVariables>;
export const AdmissionDocument = {"__meta__":{"hash":"sha256:786c21b32bb498237b0e944a2dd2df55917f4670dcd3e6366d7a6eb60f167ca2"}} as unknown as TypedDocumentString<AdmissionQuery, AdmissionQueryVariables>;
export const ChangeMemberDocument = {"__meta__":{"hash":"sha256:ed2867abd6e043b280a0caa132b722c2f57237fbd8e9f303ccafc1a2eec67df1"}} as unknown as TypedDocumentString<ChangeMemberMutation, ChangeMemberMutationVariables>;
export const AttestMemberDocument = {"__meta__":{"hash":"sha256:4cd9febf9e1815733a68f00715d31c89bc432b347ce8689e7484bc2756a5b1c4"}} as unknown as TypedDocumentString<AttestMemberMutation, AttestMemberMutationVariables>;
export const SuspendMemberDocument = {"__meta__":{"hash":"sha256:bb649ac664c2ed1834b25f0f15ae607acb419995a4cfb797c42e7126b7b9472e"}} as unknown as TypedDocumentString<SuspendMemberMutation, SuspendMemberMutationVariables>;
export const ReinstateMemberDocument = {"__meta__":{"hash":"sha256:2989760c990a1ce42308d9127e1e73745e5beca7cba55625f2b56ef607fc513b"}} as unknown as TypedDocumentString<ReinstateMemberMutation, ReinstateMemberMutationVariables>;
export const EndMembershipDocument = {"__meta__":{"hash":"sha256:9e7ebaa242a0984868310495870dcb2ad965b131ea3ffce1e864189b6c4b5474"}} as unknown as TypedDocumentString<EndMembershipMutation, EndMembershipMutationVariables>;
export const DeclareDependencyDocument = {"__meta__":{"hash":"sha256:24e50dcfba08cf65f2c328f43c708d2e397bed6505935362828195ab20ab420c"}} as unknown as TypedDocumentString<DeclareDependencyMutation, DeclareDependencyMutationVariables>;
export const WithdrawDependencyDocument = {"__meta__":{"hash":"sha256:a26ffa9de8b2962e655622659f2c4a8ce605967f485c2b0095986f3af148886d"}} as unknown as TypedDocumentString<WithdrawDependencyMutation, WithdrawDependencyMutationVariables>;
export const ChangeListingDocument = {"__meta__":{"hash":"sha256:cfe56a697ddf5957855ceb742e75c605bfd342dd846c6291da868f14ec8f0bc3"}} as unknown as TypedDocumentString<ChangeListingMutation, ChangeListingMutationVariables>;
export const InviteApplicantDocument = {"__meta__":{"hash":"sha256:39a4059edb73fbfd5708d0d63e3e325a4b93eee90c729204fdf406618c9a7524"}} as unknown as TypedDocumentString<InviteApplicantMutation, InviteApplicantMutationVariables>;
export const ApplyForMemberDocument = {"__meta__":{"hash":"sha256:84e0be0ea499f672df49e0d6e0a2cb22872a002dfe6f7e8a471aa11ddc6f5e18"}} as unknown as TypedDocumentString<ApplyForMemberMutation, ApplyForMemberMutationVariables>;
export const VerifyApplicationDocument = {"__meta__":{"hash":"sha256:6fbf18716cfc88179daabad1a3f1c901d336189be6431aa8cd95a9e24d5fcfbb"}} as unknown as TypedDocumentString<VerifyApplicationMutation, VerifyApplicationMutationVariables>;
export const SponsorApplicationDocument = {"__meta__":{"hash":"sha256:ef10ffb30fef4442ef405820228a5448d3e50b5a11f274f364f302771aae2922"}} as unknown as TypedDocumentString<SponsorApplicationMutation, SponsorApplicationMutationVariables>;
export const ObjectToApplicationDocument = {"__meta__":{"hash":"sha256:6c12bc4b5861f03a7e6990c5911d20b21431860779aae85250d636ef91209c70"}} as unknown as TypedDocumentString<ObjectToApplicationMutation, ObjectToApplicationMutationVariables>;
export const WithdrawObjectionDocument = {"__meta__":{"hash":"sha256:346852c5230c187c7e30390fb3dafbaa623eb4641309223bf8a38a2fd44a2ca4"}} as unknown as TypedDocumentString<WithdrawObjectionMutation, WithdrawObjectionMutationVariables>;
export const SetAsideObjectionDocument = {"__meta__":{"hash":"sha256:baff6e9cf4931466a40f8ab0bb5a20963c8016f839460438c1fcff3e43af79cb"}} as unknown as TypedDocumentString<SetAsideObjectionMutation, SetAsideObjectionMutationVariables>;
export const RefuseApplicationDocument = {"__meta__":{"hash":"sha256:5eec6b83e94cc643c40238cb5a87853c95e99c87eb62fa80022e6ee8f9302725"}} as unknown as TypedDocumentString<RefuseApplicationMutation, RefuseApplicationMutationVariables>;
export const AdmitApplicationDocument = {"__meta__":{"hash":"sha256:782b745fad678107c7bc3d729ff285e3a4c883f6b4c63b7eeca96d03a446a26d"}} as unknown as TypedDocumentString<AdmitApplicationMutation, AdmitApplicationMutationVariables>;
export const ChangeAdmissionDocument = {"__meta__":{"hash":"sha256:4f4ced03b5c2a0c3d6b149b724b4d2feccfa993a742b5c68a4fb02deb215f2c5"}} as unknown as TypedDocumentString<ChangeAdmissionMutation, ChangeAdmissionMutationVariables>;
export const PeopleDocument = {"__meta__":{"hash":"sha256:f3b2f089d945f43cb136011e5238d9b48074e6576cdc5afded2bfc3027d1f321"}} as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const ProfileDocument = {"__meta__":{"hash":"sha256:ba8a3f6d97caba00558ad3a4527c10347192d05c394d56dedafc0f363056ab73"}} as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
export const ReachDocument = {"__meta__":{"hash":"sha256:03ce98126b1a17196f989b99a18482bd04433977529a9c61699fff284d566201"}} as unknown as TypedDocumentString<ReachQuery, ReachQueryVariables>;
export const HeldOfPersonDocument = {"__meta__":{"hash":"sha256:c049aed690a478767dbbd758e067a0a35e42a966a970bccb56e255fd99c235c5"}} as unknown as TypedDocumentString<HeldOfPersonQuery, HeldOfPersonQueryVariables>;
export const InvitePersonDocument = {"__meta__":{"hash":"sha256:fbca97a167716bc9dd8924f70ef76d5253277cee75733da5cf9ca336c96c267b"}} as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const ReinvitePersonDocument = {"__meta__":{"hash":"sha256:fd9f2285850330481b82d65ca235dbcf7baccf466cdf9332619b23bc136e5137"}} as unknown as TypedDocumentString<ReinvitePersonMutation, ReinvitePersonMutationVariables>;
export const ChangePersonDocument = {"__meta__":{"hash":"sha256:a5e12d3275695b2230cfea80323e3292a3e0129faf483ab6163166db2c422668"}} as unknown as TypedDocumentString<ChangePersonMutation, ChangePersonMutationVariables>;
export const ConfirmPersonDocument = {"__meta__":{"hash":"sha256:4e0cfabd40eda4de7c77baea1ec460a8351a777ae842abc7881be91f205555aa"}} as unknown as TypedDocumentString<ConfirmPersonMutation, ConfirmPersonMutationVariables>;
export const DeactivatePersonDocument = {"__meta__":{"hash":"sha256:2019dd72843ad5a4985579106daa27012d5af5715d544ebd55dbcd4c5ee7f624"}} as unknown as TypedDocumentString<DeactivatePersonMutation, DeactivatePersonMutationVariables>;
export const ErasePersonDocument = {"__meta__":{"hash":"sha256:4b97c52f915b4258acc52370974e8d7af811acc110b1d4f4295001480b2d781a"}} as unknown as TypedDocumentString<ErasePersonMutation, ErasePersonMutationVariables>;
export const RecoverPersonDocument = {"__meta__":{"hash":"sha256:c722f48fd7c532bb1e4e2c6f4905e2f6446d139240261fb3d7886a51a72199e3"}} as unknown as TypedDocumentString<RecoverPersonMutation, RecoverPersonMutationVariables>;
export const CurrentDocument = {"__meta__":{"hash":"sha256:58a62ce4dff8c43161bae34820cde9529d496d8bb48ee48a1b74250b53a48e03"}} as unknown as TypedDocumentString<CurrentQuery, CurrentQueryVariables>;
export const PreviewDocument = {"__meta__":{"hash":"sha256:9db9c3f171ec01f1f193d4b4ea6d160f983cc912a78848a72db4f4a2229746d2"}} as unknown as TypedDocumentString<PreviewQuery, PreviewQueryVariables>;
export const PublishWarningDocument = {"__meta__":{"hash":"sha256:e028367b382c00e5f2fc185c18340f4c60bd9b88461a70c381e605a53182a03c"}} as unknown as TypedDocumentString<PublishWarningMutation, PublishWarningMutationVariables>;
export const UpdateWarningDocument = {"__meta__":{"hash":"sha256:01a26884ce416398ac0241552f1725cfe670cd5410f6e4086182b7319b0fa882"}} as unknown as TypedDocumentString<UpdateWarningMutation, UpdateWarningMutationVariables>;
export const PublishPracticeDocument = {"__meta__":{"hash":"sha256:ead94a7b8b72bc6c40727beff96f37b43e7fcc9974e1ee511407b252161c4bd0"}} as unknown as TypedDocumentString<PublishPracticeMutation, PublishPracticeMutationVariables>;
export const UpdatePracticeDocument = {"__meta__":{"hash":"sha256:10f712c2d474d4f549a1ed910937428dedecb4d45b80731e4eeb98ee2964630f"}} as unknown as TypedDocumentString<UpdatePracticeMutation, UpdatePracticeMutationVariables>;
export const CancelWarningDocument = {"__meta__":{"hash":"sha256:49622a3e07c3f4e7a51d4cd53b51afdd01fc59b77f506db56a0e87bd266a4b14"}} as unknown as TypedDocumentString<CancelWarningMutation, CancelWarningMutationVariables>;
export const WithdrawPracticeDocument = {"__meta__":{"hash":"sha256:a05f092ec32dfeb56357eb7e8559946ca90de17c23d11d6291116d407dbdae07"}} as unknown as TypedDocumentString<WithdrawPracticeMutation, WithdrawPracticeMutationVariables>;
export const DraftsDocument = {"__meta__":{"hash":"sha256:39848aaf0d6394a045cc29c4f0cc6286093ff56aab011f7d0d35ea0b7cdc067a"}} as unknown as TypedDocumentString<DraftsQuery, DraftsQueryVariables>;
export const DraftContentDocument = {"__meta__":{"hash":"sha256:5cb4f4bd834fd54ccc09e6d200880b539e294b484f4cad60e8d058030eea56ec"}} as unknown as TypedDocumentString<DraftContentQuery, DraftContentQueryVariables>;
export const SaveDraftDocument = {"__meta__":{"hash":"sha256:9f313fbdfba1ff948836fa59b77e61ffdf8c334ca273320261666395880ebdec"}} as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const DiscardDraftDocument = {"__meta__":{"hash":"sha256:7deebf677cc153b6444186b9c4c57e6a0362f0a20d536aba9de267868fa1525e"}} as unknown as TypedDocumentString<DiscardDraftMutation, DiscardDraftMutationVariables>;
export const KeepingDocument = {"__meta__":{"hash":"sha256:6ee2f9b13b93eff2cbff40bd6461878771d190d3f246e526c7bd915e61deebaa"}} as unknown as TypedDocumentString<KeepingQuery, KeepingQueryVariables>;
export const ChangeRetentionDocument = {"__meta__":{"hash":"sha256:abbd18d3096df9d90e3bec544700bc93e8e45dc901963d96082d36d77c2e0f16"}} as unknown as TypedDocumentString<ChangeRetentionMutation, ChangeRetentionMutationVariables>;
export const ProposalsDocument = {"__meta__":{"hash":"sha256:68079b0c4a9816c01e9d49205e79d7ec11155571f0892034e25af9c5e426fabb"}} as unknown as TypedDocumentString<ProposalsQuery, ProposalsQueryVariables>;
export const AcceptPairDocument = {"__meta__":{"hash":"sha256:541054e0d90bb110f67ad76f59ed49588838d666ada9097a0169808c78d0678e"}} as unknown as TypedDocumentString<AcceptPairMutation, AcceptPairMutationVariables>;
export const RejectPairDocument = {"__meta__":{"hash":"sha256:5f9adf008a6e4657ed820341bbdb0d35a98084466424cd971b41ceef1498ca2e"}} as unknown as TypedDocumentString<RejectPairMutation, RejectPairMutationVariables>;
export const UndoPairDocument = {"__meta__":{"hash":"sha256:3fafa918e4b2f6b689ffdb1db78d4b2d5c941385166d1568c93098214d0b60ff"}} as unknown as TypedDocumentString<UndoPairMutation, UndoPairMutationVariables>;
export const ObjectProposalsDocument = {"__meta__":{"hash":"sha256:76e7271b842ebb10adbe33f206bf6d1e126cdef94a12e670edc46a7c5dfe98dc"}} as unknown as TypedDocumentString<ObjectProposalsQuery, ObjectProposalsQueryVariables>;
export const AcceptObjectsDocument = {"__meta__":{"hash":"sha256:357e2e299df49900eb2bdd73c572718be28adce846342281a119d9ab1c1f5038"}} as unknown as TypedDocumentString<AcceptObjectsMutation, AcceptObjectsMutationVariables>;
export const RejectObjectsDocument = {"__meta__":{"hash":"sha256:b566f997c95dcf2443a92007d5855128a9a9cda1f851afdcc3d48af054feb035"}} as unknown as TypedDocumentString<RejectObjectsMutation, RejectObjectsMutationVariables>;
export const UndoObjectsDocument = {"__meta__":{"hash":"sha256:7263cb1aa8a73cb8aac67a0ac3f66b4273b70b992066749ee5a317390864c23a"}} as unknown as TypedDocumentString<UndoObjectsMutation, UndoObjectsMutationVariables>;
export const MeDocument = {"__meta__":{"hash":"sha256:f38029e4bbcbc555093d713b9c8036180cb1d60439ccea83061e3f2ea66a4e51"}} as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const CasesToTakeDocument = {"__meta__":{"hash":"sha256:44a7ebae28e47a31d1fbeead0eab9fc423fcda7c4e407fea9929b65197269cc0"}} as unknown as TypedDocumentString<CasesToTakeQuery, CasesToTakeQueryVariables>;
export const ProposalsToDecideDocument = {"__meta__":{"hash":"sha256:ff424147f6a5dca74e2588863c4943166356c85a70d32e0596d29fb0b8e97420"}} as unknown as TypedDocumentString<ProposalsToDecideQuery, ProposalsToDecideQueryVariables>;
export const ProposedWarningDocument = {"__meta__":{"hash":"sha256:16133245803fcdca4e7cba3c15255b5a50e4295d62e000c2b41321548650c796"}} as unknown as TypedDocumentString<ProposedWarningQuery, ProposedWarningQueryVariables>;
export const WarningDocument = {"__meta__":{"hash":"sha256:8c35de1d7c487878ef46e6b5f1a69fe479d56f2696d617679f2f632bec64e7b4"}} as unknown as TypedDocumentString<WarningQuery, WarningQueryVariables>;
export const WarningObjectsDocument = {"__meta__":{"hash":"sha256:b1d32425f5a2b16ba269496b22e5683697e57957017c4ec8d45dcee7e82517d7"}} as unknown as TypedDocumentString<WarningObjectsQuery, WarningObjectsQueryVariables>;
export const WarningBundleDocument = {"__meta__":{"hash":"sha256:defe55de2aec9a39af4d7ac309490d94d03c720f7a2d9b5a73e397fb9168e611"}} as unknown as TypedDocumentString<WarningBundleQuery, WarningBundleQueryVariables>;
export const WarningIndicatorsDocument = {"__meta__":{"hash":"sha256:f6bd5584f2879f1babf3756f95caa8314828cf39ad734d29b8ad0238c65e0497"}} as unknown as TypedDocumentString<WarningIndicatorsQuery, WarningIndicatorsQueryVariables>;
export const ObjectVersionsDocument = {"__meta__":{"hash":"sha256:bafa87a642ff409b381f646b4bcc4179cf373a35ca67a91c16d50c525d08a9f6"}} as unknown as TypedDocumentString<ObjectVersionsQuery, ObjectVersionsQueryVariables>;
export const ObjectDifferenceDocument = {"__meta__":{"hash":"sha256:7d88d4127bfe03fe0f0085c4269ff79e11b56cc43d5eb42900eca35010aab0cd"}} as unknown as TypedDocumentString<ObjectDifferenceQuery, ObjectDifferenceQueryVariables>;
export const AnswerDocument = {"__meta__":{"hash":"sha256:738433e08c1cfee3211748e2ebe6305980c94a5a4e9d6e0984631f8769ee4ab2"}} as unknown as TypedDocumentString<AnswerMutation, AnswerMutationVariables>;
