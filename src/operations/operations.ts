// The documents of our own clients, by name. The hub knows their hashes from the start (persisted operations): a client
// sends 64 characters instead of the text, and the hub does not parse it again. An invalid document stops the hub from
// starting, so it cannot be shipped.

const SHOWN = `fragment Shown on Warning {
  id kind version messageType state headline summary actions { text by } contacts { name number hours }
  language translations { language headline summary actions }
  urgency severity certainty effectiveUrgency effectiveCertainty raisedBecause known { inWords }
  validUntil level answerBy sectorsConcerned countriesConcerned marking markingInWords handling { inWords } exercise
  cancelReason recall { warning whatToDo isNarrowed } changes publisher { slug name country } issuer publishedAt updatedAt takenInAt cves
  whyMe { kind rule hoursToEffect isKnownToPublisher }
  myDelivery { state answer answerBy isAnswerDue isAnswered answers { version answer } }
}`;

const RESULT = `warning { id version headline markingInWords exercise }
  inWords recipients notListed findings { level code path section message } refusals { code message path remedy }`;

const PAIR = `fragment Pair on DuplicatePair {
  id state score reasons warnings { id headline publishedAt severity publisher { slug } }
}`;

const RULED = `fragment Ruled on DuplicateResult { pair { ...Pair } refusals { code message path remedy } } ${PAIR}`;

const PROPOSAL =
  'id kind sentence payload note by byWritten at expiresAt state decidedBy decidedByWritten decidedAt isAlone result about mayDecide whyNot { code message path remedy } care { code path message }';

const PROPOSED = `proposal { ${PROPOSAL} } refusals { code message path remedy }`;

const PERSON =
  'personId written name roles state languages timeZone isRedClosed lastSeenAt dormantAt contacts { kind value visibleTo }';

const PERSON_DONE = `person { ${PERSON} } refusals { code message path remedy }`;

const MACHINE = 'registration isPending kind label roles createdAt expiresAt lastUsedAt';
const PROVIDER =
  'name issuer clientId hasSecret isShown admits groupClaim groups { group roles } rolesOfAll signInUrl';
const REFUSALS = 'refusals { code message path remedy }';

const KEY = 'keyId person label roles scopes ranges state createdAt expiresAt lastUsedAt replacedBy';

const KEY_DONE = `key { ${KEY} } token refusals { code message path remedy }`;

const MEMBER_FACTS = `member { slug name kind country } standing isCapped suspendedSince suspensionReason attestationDueAt sectors countries clients mayPublish
  joinedAt attestedAt latinName website languages timeZone optsOutOfCascade identifiers { type value }
  dependencies { provider service strength redundancy bufferHours }`;
const APPLICATION =
  'id stage slug name country needsReview sponsors objections standingObjections { member reason at } windowEndsAt madeAt contact refusal';
const COMMUNITY = `slug name purpose rule { inWords kinds sectors countries } managers { slug }
  roll joining admitsAuthorities opensHistory version membership`;

const COMMUNITY_KEPT = `community { ${COMMUNITY} } fitting refusals { code message path remedy }`;

const CASE =
  'caseId warning version member { slug } organisation owner { slug } state openedAt dueAt isOverdue notes { isOfAsker text at }';

const STANDS = 'state refusals { code message path remedy }';

const ENDPOINT =
  'endpointId channel person address label form ceiling isEncrypted state cause isAlive verifiedAt lastDeliveredAt failures restsUntil';
const ENDPOINT_DONE = `endpoint { ${ENDPOINT} } secret ${REFUSALS}`;
const LOGGED =
  'deliveryId occasion warning version state cause attemptCount at nextAt sentAt endpoint { endpointId channel label }';
const SUBSCRIPTION = `id name endpoint isOfMember state cadence hour weekday timeZone mostPerHour quietFrom quietUntil
  pausedUntil expiresAt nextDigestAt`;
const SUBSCRIBED = `subscription { ${SUBSCRIPTION} } ${REFUSALS}`;

export const OPERATIONS = {
  publishWarning: `mutation Publish($input: PublishWarningInput!) { result: publishWarning(input: $input) { ${RESULT} } }`,
  publishPractice: `mutation Publish($input: PublishPracticeInput!) { result: publishPractice(input: $input) { ${RESULT} } }`,
  updateWarning: `mutation Update($input: UpdateWarningInput!) { result: updateWarning(input: $input) { ${RESULT} } }`,
  updatePractice: `mutation Update($input: UpdatePracticeInput!) { result: updatePractice(input: $input) { ${RESULT} } }`,
  current: `query Current($id: ID!) {
  warning(id: $id) {
    id kind version messageType headline summary language translations { language headline summary actions }
    actions { text by } contacts { name number hours } urgency severity certainty validUntil level answerBy
    sectorsConcerned countriesConcerned externalReferences { source id url } markingInWords
    practice { kind problem steps evidence limits licence reviewDue } bundle(context: false)
  }
}`,
  newest:
    'query Newest($filter: FeedFilter) { feed(first: 50, filter: $filter) { edges { node { id version } } } }',
  indicators: `query Indicators($first: Int!, $after: String, $since: DateTime, $filter: IndicatorFilter) {
  indicators(first: $first, after: $after, since: $since, filter: $filter) {
    edges { node { object { id } warning { id headline state } } } pageInfo { hasNextPage endCursor }
  }
}`,
  sources: 'query Sources($id: ID!) { warning(id: $id) { sources { warning } } }',
  proposals: `query Proposals($first: Int!, $after: String, $exercise: String) {
  duplicateProposals(first: $first, after: $after, exercise: $exercise) {
    pageInfo { hasNextPage endCursor }
    edges { node { ...Pair } }
  }
} ${PAIR}`,
  acceptDuplicate: `mutation Accept($input: AcceptDuplicateInput!) { result: acceptDuplicate(input: $input) { ...Ruled } } ${RULED}`,
  rejectDuplicate: `mutation Reject($input: RejectDuplicateInput!) { result: rejectDuplicate(input: $input) { ...Ruled } } ${RULED}`,
  undoMerge: `mutation Undo($input: UndoMergeInput!) {
  result: undoMerge(input: $input) { ...Ruled }
} ${RULED}`,
  members: 'query Members { members { slug name kind country standing } }',
  memberFacts: `query MemberFacts($slug: String) { memberFacts(slug: $slug) { ${MEMBER_FACTS} } }`,
  applicants: `query Applicants($first: Int!, $after: String, $onlyOpen: Boolean) {
  applicants(first: $first, after: $after, onlyOpen: $onlyOpen) {
    pageInfo { hasNextPage endCursor } edges { node { ${APPLICATION} } }
  }
}`,
  admissionPolicy:
    'query AdmissionPolicy { admissionPolicy { version sponsors objectionDays probationDays at } }',
  admissionPolicies:
    'query AdmissionPolicies { admissionPolicies { version sponsors objectionDays probationDays at } }',
  attestMember: `mutation AttestMember($input: AttestMemberInput!) {
  result: attestMember(input: $input) { facts { ${MEMBER_FACTS} } refusals { code message path remedy } }
}`,
  changeMember: `mutation ChangeMember($input: ChangeMemberInput!) {
  result: changeMember(input: $input) { facts { ${MEMBER_FACTS} } emptied refusals { code message path remedy } }
}`,
  suspendMember: `mutation SuspendMember($input: SuspendMemberInput!) {
  result: suspendMember(input: $input) { facts { ${MEMBER_FACTS} } emptied refusals { code message path remedy } }
}`,
  reinstateMember: `mutation ReinstateMember($input: ReinstateMemberInput!) {
  result: reinstateMember(input: $input) { facts { ${MEMBER_FACTS} } refusals { code message path remedy } }
}`,
  endMembership: `mutation EndMembership($input: EndMembershipInput!) {
  result: endMembership(input: $input) { facts { ${MEMBER_FACTS} } emptied refusals { code message path remedy } }
}`,
  admitMember: `mutation AdmitMember($input: AdmitMemberInput!) {
  result: admitMember(input: $input) { facts { ${MEMBER_FACTS} } refusals { code message path remedy } }
}`,
  declareDependency: `mutation DeclareDependency($input: DeclareDependencyInput!) {
  result: declareDependency(input: $input) { facts { ${MEMBER_FACTS} } refusals { code message path remedy } }
}`,
  withdrawDependency: `mutation WithdrawDependency($input: WithdrawDependencyInput!) {
  result: withdrawDependency(input: $input) { facts { ${MEMBER_FACTS} } refusals { code message path remedy } }
}`,
  applyForMember: `mutation ApplyForMember($input: ApplicationInput!) {
  result: applyForMember(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  verifyApplication: `mutation VerifyApplication($input: VerifyApplicationInput!) {
  result: verifyApplication(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  sponsorApplication: `mutation SponsorApplication($input: SponsorApplicationInput!) {
  result: sponsorApplication(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  objectToApplication: `mutation ObjectToApplication($input: ObjectToApplicationInput!) {
  result: objectToApplication(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  withdrawSponsorship: `mutation WithdrawSponsorship($input: DecideApplicationInput!) {
  result: withdrawSponsorship(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  withdrawObjection: `mutation WithdrawObjection($input: DecideApplicationInput!) {
  result: withdrawObjection(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  setAsideObjection: `mutation SetAsideObjection($input: SetAsideObjectionInput!) {
  result: setAsideObjection(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  refuseApplication: `mutation RefuseApplication($input: DecideApplicationInput!) {
  result: refuseApplication(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  admitApplication: `mutation AdmitApplication($input: DecideApplicationInput!) {
  result: admitApplication(input: $input) { application { ${APPLICATION} } refusals { code message path remedy } }
}`,
  inviteApplicant: `mutation InviteApplicant($input: InviteApplicantInput!) {
  result: inviteApplicant(input: $input) { token expiresAt refusals { code message path remedy } }
}`,
  changeAdmissionPolicy: `mutation ChangeAdmissionPolicy($input: ChangeAdmissionPolicyInput!) {
  result: changeAdmissionPolicy(input: $input) { policy { version } refusals { code message path remedy } }
}`,
  approvalKinds: 'query ApprovalKinds { approvalKinds { kind about payload proposedBy approvedBy } }',
  sectorDefinition: `query SectorDefinition($scheme: String) {
  sectors { definitions(scheme: $scheme) { id territory instrument sectors { code name mappings { sector } } } }
}`,
  states: 'query States { states { code name latinName } }',
  listProposals: `query ListProposals($first: Int!, $after: String, $onlyOpen: Boolean) {
  proposals(first: $first, after: $after, onlyOpen: $onlyOpen) {
    pageInfo { hasNextPage endCursor } edges { node { ${PROPOSAL} } }
  }
}`,
  propose: `mutation Propose($input: ProposeInput!) { result: propose(input: $input) { ${PROPOSED} } }`,
  withdrawProposal: `mutation Withdraw($input: WithdrawProposalInput!) { result: withdrawProposal(input: $input) { ${PROPOSED} } }`,
  retentionClasses: 'query RetentionClasses { retentionClasses { name about countedFrom days changedAt } }',
  holds: 'query Holds { holds { id scope target reason placedAt liftedAt } }',
  changeRetention: `mutation ChangeRetention($input: ChangeRetentionInput!) {
  result: changeRetention(input: $input) {
    class { name about countedFrom days changedAt } refusals { code message path remedy }
  }
}`,
  audit: `query Audit($first: Int!, $after: String, $filter: AuditFilter) {
  auditTrail(first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    edges { node {
      id event at byMember { slug } byPerson byKey way range members { slug } person warning subject facts
    } }
  }
}`,
  persons: `query Persons { persons { ${PERSON} } }`,
  contacts:
    'query Contacts($member: String!) { contacts(member: $member) { name kind value languages timeZone } }',
  invitePerson: `mutation Invite($input: InvitePersonInput!) { result: invitePerson(input: $input) { link expiresAt ${PERSON_DONE} } }`,
  reinvitePerson: `mutation Reinvite($input: PersonInput!) { result: reinvitePerson(input: $input) { link expiresAt ${PERSON_DONE} } }`,
  changePerson: `mutation ChangePerson($input: ChangePersonInput!) { result: changePerson(input: $input) { ${PERSON_DONE} } }`,
  deactivatePerson: `mutation Deactivate($input: DeactivatePersonInput!) { result: deactivatePerson(input: $input) { ends { keys sessions credentials endpoints } ${PERSON_DONE} } }`,
  personData: 'query PersonData($person: ID!) { personData(person: $person) }',
  erasePerson: `mutation ErasePerson($input: ErasePersonInput!) { result: erasePerson(input: $input) { ${REFUSALS} } }`,
  confirmPerson: `mutation Confirm($input: PersonInput!) { result: confirmPerson(input: $input) { ${PERSON_DONE} } }`,
  issueRecoveryCode: `mutation Recover($input: IssueRecoveryCodeInput!) { result: issueRecoveryCode(input: $input) { code expiresAt ${REFUSALS} } }`,
  machines: `query Machines { machines { ${MACHINE} } }`,
  registerMachine: `mutation RegisterMachine($input: RegisterMachineInput!) { result: registerMachine(input: $input) { machine { ${MACHINE} } ${REFUSALS} } }`,
  removeMachine: `mutation RemoveMachine($input: RemoveMachineInput!) { result: removeMachine(input: $input) { machine { ${MACHINE} } ${REFUSALS} } }`,
  identityProvider: `query IdentityProvider { identityProvider { ${PROVIDER} } }`,
  setIdentityProvider: `mutation SetProvider($input: SetIdentityProviderInput!) { result: setIdentityProvider(input: $input) { provider { ${PROVIDER} } ${REFUSALS} } }`,
  removeIdentityProvider: `mutation RemoveProvider($input: RemoveIdentityProviderInput!) { result: removeIdentityProvider(input: $input) { provider { ${PROVIDER} } ${REFUSALS} } }`,
  keys: `query Keys($whose: KeysOf) { keys(whose: $whose) { ${KEY} } }`,
  createKey: `mutation CreateKey($input: CreateKeyInput!) { result: createKey(input: $input) { ${KEY_DONE} } }`,
  rotateKey: `mutation RotateKey($input: RotateKeyInput!) { result: rotateKey(input: $input) { ${KEY_DONE} } }`,
  revokeKey: `mutation RevokeKey($input: RevokeKeyInput!) { result: revokeKey(input: $input) { ${KEY_DONE} } }`,
  endpoints: `query Endpoints { endpoints { ${ENDPOINT} } }`,
  ways: 'query Ways { ways { isAlive aliveUntil toldAt each { endpoint { endpointId channel address cause } isAlive since aliveUntil fault } } }',
  addWebhook: `mutation AddWebhook($input: AddWebhookInput!) { result: addWebhook(input: $input) { ${ENDPOINT_DONE} } }`,
  addMailAddress: `mutation AddMail($input: AddMailAddressInput!) { result: addMailAddress(input: $input) { ${ENDPOINT_DONE} } }`,
  proveEndpoint: `mutation Prove($input: ProveEndpointInput!) { result: proveEndpoint(input: $input) { ${ENDPOINT_DONE} } }`,
  challengeEndpoint: `mutation Challenge($input: EndpointInput!) { result: challengeEndpoint(input: $input) { ${ENDPOINT_DONE} } }`,
  changeEndpoint: `mutation ChangeEndpoint($input: ChangeEndpointInput!) { result: changeEndpoint(input: $input) { ${ENDPOINT_DONE} } }`,
  rotateEndpointSecret: `mutation RotateSecret($input: RotateEndpointSecretInput!) { result: rotateEndpointSecret(input: $input) { ${ENDPOINT_DONE} } }`,
  testEndpoint: `mutation TestEndpoint($input: EndpointInput!) { result: testEndpoint(input: $input) { deliveryId ${REFUSALS} } }`,
  removeEndpoint: `mutation RemoveEndpoint($input: EndpointInput!) { result: removeEndpoint(input: $input) { ${ENDPOINT_DONE} } }`,
  channelLog: `query ChannelLog($first: Int!, $after: String, $filter: ChannelDeliveryFilter) {
  channelDeliveries(first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor } edges { node { ${LOGGED} } }
  }
}`,
  channelDelivery: `query ChannelDelivery($id: ID!) {
  channelDelivery(id: $id) { ${LOGGED} attempts { number at tookMs status cause request answer } }
}`,
  retryDeliveries: `mutation Retry($input: RetryDeliveriesInput!) { result: retryDeliveries(input: $input) { retried ${REFUSALS} } }`,
  subscriptions: `query Subscriptions { subscriptions { ${SUBSCRIPTION} } }`,
  createSubscription: `mutation Subscribe($input: CreateSubscriptionInput!) { result: createSubscription(input: $input) { ${SUBSCRIBED} } }`,
  pauseSubscription: `mutation PauseSubscription($input: PauseSubscriptionInput!) { result: pauseSubscription(input: $input) { ${SUBSCRIBED} } }`,
  resumeSubscription: `mutation ResumeSubscription($input: ResumeSubscriptionInput!) { result: resumeSubscription(input: $input) { ${SUBSCRIBED} } }`,
  endSubscription: `mutation EndSubscription($input: EndSubscriptionInput!) { result: endSubscription(input: $input) { ${SUBSCRIBED} } }`,
  subscriptionPreview: `query SubscriptionPreview($input: PreviewSubscriptionInput!, $days: Int!) {
  subscriptionPreview(input: $input, days: $days) {
    preview { inWords isPartial messages { at isDigest warnings { id severity headline } } } ${REFUSALS}
  }
}`,
  communities: `query Communities { communities { ${COMMUNITY} } }`,
  community: `query Community($slug: String!) {
  community(slug: $slug) { ${COMMUNITY} members { slug name } requests { slug name } }
}`,
  createCommunity: `mutation CreateCommunity($input: CreateCommunityInput!) { result: createCommunity(input: $input) { ${COMMUNITY_KEPT} } }`,
  changeCommunity: `mutation ChangeCommunity($input: ChangeCommunityInput!) { result: changeCommunity(input: $input) { ${COMMUNITY_KEPT} } }`,
  inviteToCommunity: `mutation InviteTo($input: InviteToCommunityInput!) { result: inviteToCommunity(input: $input) { code expiresAt refusals { code message path remedy } } }`,
  joinCommunity: `mutation Join($input: JoinCommunityInput!) { result: joinCommunity(input: $input) { ${STANDS} } }`,
  leaveCommunity: `mutation Leave($input: LeaveCommunityInput!) { result: leaveCommunity(input: $input) { ${STANDS} } }`,
  acceptIntoCommunity: `mutation Accept($input: DecideMembershipInput!) { result: acceptIntoCommunity(input: $input) { ${STANDS} } }`,
  removeFromCommunity: `mutation Remove($input: DecideMembershipInput!) { result: removeFromCommunity(input: $input) { ${STANDS} } }`,
  changeListing: `mutation Listing($input: ChangeListingInput!) { result: changeListing(input: $input) { isUnlisted refusals { code message path remedy } } }`,
  watch: `subscription Watch($after: String, $filter: FeedFilter) {
  warningReceived(after: $after, filter: $filter) { cursor occasion node { ...Shown } }
} ${SHOWN}`,
  feed: `query Feed($first: Int!, $after: String, $since: DateTime, $filter: FeedFilter) {
  feed(first: $first, after: $after, since: $since, filter: $filter) {
    edges { cursor node { ...Shown } } pageInfo { hasNextPage endCursor }
  }
} ${SHOWN}`,
  warning: `query Warning($id: ID!) { warning(id: $id) { ...Shown heldBefore { version updatedAt headline summary
    actionsGone actionsNew indicators { gone added hasMore } } } } ${SHOWN}`,
  versions: `query Versions($id: ID!, $after: String) {
  warning(id: $id) {
    version exercise
    versions(first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { version act isCurrent updatedAt deliveredAt marking headline publisher { slug } } }
    }
  }
}`,
  difference: `query Difference($id: ID!, $from: Int!, $to: Int, $after: String) {
  warning(id: $id) {
    exercise
    difference(from: $from, to: $to) {
      from { version markingInWords headline } to { version markingInWords headline } inWords
      changes { field before after }
      objects(first: 50, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { change objectId type before after changes { path before after } } }
      }
    }
  }
}`,
  bundle:
    'query Bundle($id: ID!, $strict: Boolean! = false) { warning(id: $id) { state bundle(strict: $strict) marking } }',
  playbooks: `query Playbooks($id: ID!, $after: String) {
  warning(id: $id) {
    objects(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id playbook {
        name description types validFrom validUntil isRevoked
        steps { number kind name description commands { type text } agent next { when step } }
        findings { code path message }
      } } }
    }
  }
}`,
  who: '{ me { role person member { slug } } }',
  bodyLimit: '{ me { maxBodyBytes } }',
  deliveries: `query Deliveries($id: ID!, $after: String, $version: Int) {
  warning(id: $id) {
    headline version
    deliveries(first: 90, after: $after, version: $version) {
      notListed pageInfo { hasNextPage endCursor }
      edges { node {
        member { slug country } organisation version channel state at sentAt receivedAt acknowledgedAt answer answerBy isAnswerDue isAnswered note acknowledgedBy failure
        channels { channel state failure sentAt } hasMoreChannels
        answers { version answer note by at } reason { rule }
      } }
    }
  }
}`,
  version: 'query Version($id: ID!) { warning(id: $id) { version headline recall { isNarrowed } } }',
  cancel: `mutation Cancel($input: CancelWarningInput!) {
  result: cancelWarning(input: $input) {
    warning { id version } recipients notListed refusals { code message path remedy }
  }
}`,
  cases: `query Cases($after: String) {
  cases(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${CASE} } } }
}`,
  changeCase: `mutation ChangeCase($input: ChangeCaseInput!) { result: changeCase(input: $input) { case { ${CASE} } ${REFUSALS} } }`,
  remind: `mutation Remind($input: RemindRecipientsInput!) { result: remindRecipients(input: $input) { reminded notListed ${REFUSALS} } }`,
  answersBySector: `query AnswersBySector($id: ID!) {
  warning(id: $id) {
    headline version
    answersBySector { notShown all { ...Row } sectors { ...Row } }
  }
} fragment Row on SectorAnswers { sector members answers { answer members } }`,
  toAnswer:
    'query ToAnswer { toAnswer { id version headline level answerBy recall { warning isNarrowed } myDelivery { answer isAnswerDue answers { version answer } reminders { step at } } } }',
  answerPlan: 'query AnswerPlan { answerPlan { sites { slug name } alternates outside { slug } } }',
  changeAnswerPlan: `mutation ChangeAnswerPlan($input: ChangeAnswerPlanInput!) { result: changeAnswerPlan(input: $input) { plan { sites { slug name } alternates outside { slug } } ${REFUSALS} } }`,
  answerLink: `mutation AnswerLink($input: CreateAnswerLinkInput!) { result: createAnswerLink(input: $input) { url expiresAt ${REFUSALS} } }`,
  recall: `mutation Recall($input: RecallWarningInput!) { result: recallWarning(input: $input) { ${RESULT} } }`,
  narrow: `mutation Narrow($input: NarrowWarningInput!) {
  result: narrowWarning(input: $input) { warning { id version } notice { id } inWords recipients losing notListed ${REFUSALS} }
}`,
  withdraw: `mutation Withdraw($input: WithdrawPracticeInput!) {
  result: withdrawPractice(input: $input) {
    warning { id version } recipients notListed refusals { code message path remedy }
  }
}`,
  preview: `query Preview($input: AudiencePreviewInput!) {
  audiencePreview(input: $input) {
    preview {
      receives { member { slug name country } reason { kind rule grade hoursToEffect } }
      doesNotReceive { member { slug name country } because explanation }
      notListed
    }
    refusals { code message path remedy }
  }
}`,
  acknowledge: `mutation Acknowledge($input: AcknowledgeWarningInput!) {
  acknowledgeWarning(input: $input) {
    delivery { id version state answer note acknowledgedAt answerBy isAnswerDue answers { version answer at } reason { isKnownToPublisher } }
    refusals { code message path remedy }
  }
}`,
  contract: '{ contract { version } }',
  origin: '{ contract { origin } }',
} as const;

export type OperationName = keyof typeof OPERATIONS;
