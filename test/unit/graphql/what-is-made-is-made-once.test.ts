// Each mutation says what a repeat of it does, so that nobody adds one whose lost answer leaves two of what it makes (I18).
import { expect, test } from '@jest/globals';
import { openSchema } from '../../../src/graphql/schema.ts';

/** It takes the Idempotency-Key in `actOnce`; test/journey/contract/done-once.test.ts repeats them. */
const BY_ACT = [
  'admitMember',
  'applyForMember',
  'changeCase',
  'createCommunity',
  'createKey',
  'createSubscription',
  'inviteApplicant',
  'invitePerson',
  'inviteToCommunity',
  'issueRecoveryCode',
  'propose',
  'registerMachine',
  'reinvitePerson',
  'rotateEndpointSecret',
  'rotateKey',
];

/** Its service takes the key, since the answer has more than what was made. */
const BY_SERVICE = [
  'acknowledgeWarning',
  'addMailAddress',
  'addWebhook',
  'cancelWarning',
  'narrowWarning',
  'publishPractice',
  'publishWarning',
  'recallWarning',
  'saveDraft',
  'updatePractice',
  'updateWarning',
  'withdrawPractice',
];

const ENDS = 'it ends something: what has ended is refused, and says so';
const SETS = 'it says what holds from now on: said again, it is so already';
const DECIDES = 'it decides what is open: what is decided is refused, and says so';
const OF_ONE = 'there is one of each member: said again, it takes the place of the one before';

/** Why a repeat needs no key. */
const NEEDS_NONE: Readonly<Record<string, string>> = {
  acceptDuplicate: SETS,
  acceptIntoCommunity: DECIDES,
  acceptObjectDuplicate: SETS,
  admitApplication: DECIDES,
  approveProposal: DECIDES,
  attestMember: SETS,
  challengeEndpoint: 'a new challenge takes the place of the one before, and six go out in a day at most',
  changeAdmissionPolicy: SETS,
  changeAnswerPlan: SETS,
  changeCommunity: 'it names the version that it changes',
  changeEndpoint: SETS,
  changeListing: SETS,
  changeMember: SETS,
  changePerson: SETS,
  changeRetention: SETS,
  changeSubscription: SETS,
  confirmPerson: SETS,
  createAnswerLink: 'a link is sealed and not stored: of two the one that is not used does nothing',
  deactivatePerson: ENDS,
  declareDependency: 'there is one on each provider: said again, it takes the place of the one before',
  discardDraft: ENDS,
  discardJob: ENDS,
  endMembership: ENDS,
  endSubscription: ENDS,
  erasePerson: ENDS,
  giveFeedback: OF_ONE,
  joinCommunity: SETS,
  leaveCommunity: ENDS,
  objectToApplication: OF_ONE,
  pauseSubscription: SETS,
  proveEndpoint: SETS,
  refuseApplication: DECIDES,
  refuseProposal: DECIDES,
  reinstateMember: SETS,
  rejectDuplicate: SETS,
  rejectObjectDuplicate: SETS,
  remindRecipients: 'once in a quarter of an hour, whoever asks',
  removeEndpoint: ENDS,
  removeFromCommunity: ENDS,
  removeIdentityProvider: ENDS,
  removeMachine: ENDS,
  resumeSubscription: SETS,
  retryDeliveries: 'what waits is left alone, and receivers know a delivery by its id',
  retryJob: 'what waits is left alone',
  revokeKey: ENDS,
  setAsideObjection: DECIDES,
  setIdentityProvider: 'there is one of each member: said again, it takes the place of the one before',
  sponsorApplication: OF_ONE,
  suspendMember: SETS,
  testEndpoint: 'a test that waits is answered again; another one goes to your own endpoint alone',
  undoMerge: SETS,
  undoObjectMerge: SETS,
  verifyApplication: SETS,
  withdrawDependency: ENDS,
  withdrawObjection: ENDS,
  withdrawProposal: DECIDES,
  withdrawSponsorship: ENDS,
};

const fields = openSchema().getMutationType()?.getFields() ?? {};

test('every mutation takes the key, or says why it needs none', () => {
  const said = [...BY_ACT, ...BY_SERVICE, ...Object.keys(NEEDS_NONE)];
  expect(said.toSorted()).toEqual(Object.keys(fields).toSorted());
});

test('those that are said to take it in `actOnce` do', () => {
  const taking = Object.values(fields).filter(({ extensions }) => extensions['isOnce'] === true);
  expect(taking.map(({ name }) => name).toSorted()).toEqual(BY_ACT.toSorted());
});
