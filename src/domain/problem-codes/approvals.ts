// Codes of what needs two persons, and of how long things are kept.
import type { CodeEntry } from './entry.ts';

export const APPROVAL_CODES = {
  APPROVAL_NEEDED: {
    reportedAs: 'act',
    where: 'acts that need two persons',
    wrong: 'one person alone may not do this',
    remedy: 'propose it; another person approves it',
  },
  APPROVAL_KIND_UNKNOWN: {
    reportedAs: 'act',
    where: 'propose',
    wrong: 'nothing of this kind is approved by two persons here',
    remedy: 'query `approvalKinds` for what there is',
  },
  PERSON_NEEDED: {
    reportedAs: 'act',
    where: 'propose; drafts',
    wrong: 'the key belongs to no person',
    remedy: 'use a key of a person, or sign in',
  },
  PAYLOAD_MALFORMED: {
    reportedAs: 'act',
    where: 'propose',
    wrong: 'the payload is not what this kind takes',
    remedy: 'query `approvalKinds` for what each kind takes',
  },
  DEFINITION_TAKEN: {
    reportedAs: 'act',
    where: 'proposing ADD_SECTOR_DEFINITION or ADD_STATE, `$.payload.id`, `$.payload.code`',
    wrong: 'there is one already, and none is ever changed, since people mean by it what it said',
    remedy: 'give a new definition another id; a State has one entry',
  },
  STATE_UNKNOWN: {
    reportedAs: 'act',
    where: 'proposing ADD_SECTOR_DEFINITION, `$.payload.territory`',
    wrong: 'the State has no entry here',
    remedy: 'add it first (ADD_STATE), or say EU',
  },
  APPROVAL_BY_KEY: {
    reportedAs: 'act',
    where: 'approve, refuse',
    wrong: 'a key proves no person, so it cannot approve or refuse',
    remedy: 'sign in with a passkey or at your provider, and decide at `/approvals`',
  },
  APPROVAL_BY_PROPOSER: {
    reportedAs: 'act',
    where: 'approve, refuse',
    wrong: 'whoever proposes something does not approve it',
    remedy: 'ask another person; withdraw it if it is not wanted any more',
  },
  APPROVAL_AFTER_RECOVERY: {
    reportedAs: 'act',
    where: 'approve, refuse',
    wrong: 'others restored your access, and no other administrator has confirmed that it is you',
    remedy: 'ask another member-admin of your organisation to confirm it',
  },
  APPROVAL_NOT_INDEPENDENT: {
    reportedAs: 'act',
    where: 'approve, refuse',
    wrong:
      'who approves and who proposed may be one: one came in by the other, or both by the same person, and nobody else confirmed it',
    remedy:
      'ask another administrator, an operator of the hub, or whoever runs its machine to confirm one of them (`tocsin person confirm`, `tocsin hub confirm`)',
  },
  APPROVAL_OF_ANOTHER: {
    reportedAs: 'act',
    where: 'withdraw',
    wrong: 'only who proposed it may withdraw it',
    remedy: 'refuse it instead, if you may approve it',
  },
  APPROVAL_CLOSED: {
    reportedAs: 'act',
    where: 'approve, refuse, withdraw',
    wrong: 'the proposal was decided or withdrawn, or its seven days are over',
    remedy: 'read it again; propose it anew if it is still wanted',
  },
  EVENT_UNKNOWN: {
    reportedAs: 'read',
    where: '`auditTrail`',
    wrong: 'there is no such event in the audit trail',
    remedy: 'take an event that docs/egress.md lists, under “Events and jobs”',
  },
  RETENTION_CLASS_UNKNOWN: {
    reportedAs: 'act',
    where: 'changing how long things are kept',
    wrong: 'there is no such class of what is kept',
    remedy: 'use a class that `retentionClasses` lists',
  },
  RETENTION_OUT_OF_RANGE: {
    reportedAs: 'act',
    where: 'changing how long things are kept',
    wrong: 'not a whole number of days within the bounds of the class, which the message names',
    remedy: 'give a number within them',
  },
  NOT_WIDER: {
    reportedAs: 'act',
    where: 'widening a marking',
    wrong: 'the marking is not wider than the one that it has',
    remedy: 'give a wider one; a correction makes it stricter',
  },
  NOT_LOOSER: {
    reportedAs: 'act',
    where: 'loosening how a warning may be used',
    wrong: 'no rule that is given is looser than it is now',
    remedy: 'give a looser one; a correction makes it stricter',
  },
  PUBLISHER_STAYS_UNNAMED: {
    reportedAs: 'act',
    where: 'loosening how a warning may be used',
    wrong: 'its publisher must not be named, and what was told of nobody stays so',
    remedy: 'publish a new warning under your name',
  },
  MARKING_OF_REPORT: {
    reportedAs: 'act',
    where: 'widening a marking',
    wrong: 'the report in the bundle is marked more strictly itself',
    remedy: 'publish a new warning with a report that is marked so',
  },
  HOLD_IN_FORCE: {
    reportedAs: 'act',
    where: 'erasing a person',
    wrong: 'a legal hold covers the person',
    remedy: 'two persons lift the hold first',
  },
  PERSON_STILL_ACTIVE: {
    reportedAs: 'act',
    where: 'erasing a person',
    wrong: 'the person can still sign in',
    remedy: 'deactivate the person first',
  },
  HOLD_LIFTED: {
    reportedAs: 'act',
    where: 'lifting a legal hold',
    wrong: 'the hold is lifted already',
    remedy: 'there is nothing to do',
  },
} as const satisfies Record<string, CodeEntry>;
