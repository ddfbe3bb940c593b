// All jobs on one page: which event causes which, and which service does each. What goes to endpoints follows the record without
// jobs (delivery/channels.ts), and what the clock causes is in upkeep.
import { ACT_EVENTS, type ActEvent } from '../src/domain/record/act-events.ts';
import type { Event } from '../src/domain/record/entry.ts';
import type { JobName } from '../src/queue/jobs.ts';
import { context, reEnrich } from './jobs/context.ts';
import { deliver } from './jobs/deliver.ts';
import type { Handler } from './jobs/handler.ts';
import { target } from './jobs/target.ts';

const NO_JOBS = Object.fromEntries(ACT_EVENTS.map((event) => [event, []] as const)) as unknown as Readonly<
  Record<ActEvent, readonly JobName[]>
>;

/** Targeting first: a warning never waits for context. */
export const CAUSES: Readonly<Record<Event, readonly JobName[]>> = {
  'warning.published': ['target-warning', 'add-context'],
  'warning.updated': ['target-warning', 'add-context'],
  'warning.cancelled': ['target-warning', 'add-context'],
  'warning.imported': ['add-context'],
  'warning.targeted': ['deliver-warning'],
  'reference-set.refreshed': ['re-enrich-set'],
  'grade.raised': [],
  'duplicate.folded': [],
  'duplicate.linked': [],
  'duplicate.proposed': [],
  'duplicate.accepted': [],
  'duplicate.rejected': [],
  'duplicate.undone': [],
  'delivery.sent': [],
  'delivery.withheld': [],
  'delivery.acknowledged': [],
  'delivery.reminded': [],
  'case.opened': [],
  'case.taken': [],
  'case.noted': [],
  'case.handed-over': [],
  'case.closed': [],
  'delivery.failed': [],
  ...NO_JOBS,
};

export const HANDLERS: Readonly<Record<JobName, Handler>> = {
  'target-warning': target,
  'deliver-warning': deliver,
  'add-context': context,
  're-enrich-set': reEnrich,
  // Older entries still name the three jobs that became one.
  'deduplicate-objects': context,
  'pair-warnings': context,
  'enrich-objects': context,
};
