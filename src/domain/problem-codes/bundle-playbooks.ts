// Findings of a playbook that a course of action carries (CACAO 2.0).
import type { CodeEntry } from './entry.ts';

export const PLAYBOOK_CODES = {
  PLAYBOOK_UNREADABLE: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'its playbook is not JSON in base64',
    remedy: 'encode it again',
  },
  PLAYBOOK_MISSING: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'the extension carries no playbook',
    remedy: 'give `playbook_base64`',
  },
  PLAYBOOK_NOT_CACAO: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'a playbook of another standard',
    remedy: 'it is carried; only CACAO 2.0 is shown as steps',
  },
  PLAYBOOK_TOO_LARGE: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'more than 1,400,000 characters of base64',
    remedy: 'it is carried, not shown; part it',
  },
  PLAYBOOK_INVALID: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'CACAO 2.0 demands it otherwise',
    remedy: 'see the place that the message names',
  },
  PLAYBOOK_START: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: '`workflow_start` names no start step',
    remedy: 'name one',
  },
  PLAYBOOK_STEP_KIND: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'no kind of step of CACAO 2.0',
    remedy: 'use one of its eight',
  },
  PLAYBOOK_STEP_ABSENT: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'a step leads to one that is not there',
    remedy: 'add it, or lead elsewhere',
  },
  PLAYBOOK_STEP_UNREACHED: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'no step leads to it, so nobody sees it',
    remedy: 'lead to it, or leave it out',
  },
  PLAYBOOK_TOO_LONG: {
    asserted: 'kept',
    where: 'a course-of-action',
    wrong: 'more than 500 steps',
    remedy: 'the first 500 are shown; part it',
  },
} as const satisfies Record<string, CodeEntry>;
