// What a publisher asks about its recipients: the worlds that must look alike to it are asked all of it.
const REASON = 'kind rule grade path hoursToEffect isKnownToPublisher';
export const PREVIEW = `query ($input: AudiencePreviewInput!) { audiencePreview(input: $input) {
  preview {
    receives { member { id slug } reason { ${REASON} } }
    doesNotReceive { member { id slug } because explanation }
    notListed
  }
  refusals { code message path remedy }
} }`;
const RESULT = `warning { id version state sectorsConcerned whyMe { ${REASON} } corroboration }
  inWords recipients notListed findings { code } refusals { code message path remedy }`;
export const PUBLISH = `mutation ($input: PublishWarningInput!) { result: publishWarning(input: $input) { ${RESULT} } }`;
export const UPDATE = `mutation ($input: UpdateWarningInput!) { result: updateWarning(input: $input) { ${RESULT} } }`;
export const CANCEL = `mutation ($input: CancelWarningInput!) { result: cancelWarning(input: $input) { ${RESULT} } }`;
const NARROWED = `warning { id version state }
  notice { id version recall { warning isNarrowed unconfirmed { edges { node { member { slug } state } } } } }
  inWords recipients losing notListed refusals { code message path remedy }`;
/** By a member-admin: whether another has the name is not told. */
export const RENAME = `mutation ($input: ChangeMemberInput!) { changeMember(input: $input) {
  facts { member { slug name } } refusals { code path message remedy } } }`;
export const NARROW = `mutation ($input: NarrowWarningInput!) { result: narrowWarning(input: $input) { ${NARROWED} } }`;
export const RECALL = `mutation ($input: RecallWarningInput!) { result: recallWarning(input: $input) { ${RESULT} } }`;
export const REMIND = `mutation ($input: RemindRecipientsInput!) { remindRecipients(input: $input) {
  reminded notListed refusals { code message path remedy } } }`;
/** What came of it, and who may be called. */
export const FOLLOW_UP = `query ($id: ID!, $member: String!) {
  warning(id: $id) { feedback { seenBy usefulPercent details { member { slug } text at } }
    answersBySector { all { members answers { answer members } } sectors { sector members answers { answer members } } notShown }
    recall { unconfirmed { notListed edges { node { member { slug } state } } } } }
  contacts(member: $member) { kind value name } }`;
const DELIVERY = `id member { id slug name } organisation channel version state at sentAt receivedAt acknowledgedAt answer note failure acknowledgedBy
  answers { version answer note by at }
  reason { ${REASON} }`;
export const DELIVERIES = `query ($id: ID!, $after: String) { warning(id: $id) { id version bundle
  deliveries(first: 4, after: $after) { notListed pageInfo { hasNextPage endCursor } edges { cursor node { ${DELIVERY} } } }
} }`;
export const NODE = `query ($id: ID!) { node(id: $id) { id ... on Delivery { ${DELIVERY} } } }`;
