// Findings in a playbook that a course of action carries (CACAO 2.0).
import type { CodeEntry } from '../entry.ts';

export const PLAYBOOK_CODES = {
  PLAYBOOK_UNREADABLE: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'its playbook is not JSON in base64',
    remedy: 'encode it again',
  },
  PLAYBOOK_MISSING: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'the extension carries no playbook',
    remedy: 'give `playbook_base64`',
  },
  PLAYBOOK_NOT_CACAO: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'a playbook in another format',
    remedy: 'it is kept; only CACAO 2.0 is shown as steps',
  },
  PLAYBOOK_TOO_LARGE: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'more than 1,400,000 characters of base64',
    remedy: 'it is kept but not shown; split it',
  },
  PLAYBOOK_INVALID: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'breaks a rule of CACAO 2.0',
    remedy: 'correct the place that the message names',
  },
  PLAYBOOK_START: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: '`workflow_start` names no start step',
    remedy: 'name one',
  },
  PLAYBOOK_STEP_KIND: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'not a kind of step in CACAO 2.0',
    remedy: 'use one of the eight',
  },
  PLAYBOOK_STEP_ABSENT: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'a step leads to one that does not exist',
    remedy: 'add it, or lead to another step',
  },
  PLAYBOOK_STEP_UNREACHED: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'no step leads to it, so it is never shown',
    remedy: 'lead to it, or leave it out',
  },
  PLAYBOOK_TOO_LONG: {
    reportedAs: 'kept',
    where: 'a course-of-action',
    wrong: 'more than 500 steps',
    remedy: 'the first 500 are shown; split it',
  },
} as const satisfies Record<string, CodeEntry>;
