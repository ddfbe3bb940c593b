// Everything asynchronous, on one page: which event causes which jobs, and which service does each job.
import type { Event } from '../src/domain/entry.ts';
import type { JobName } from '../src/queue/jobs.ts';
import { deduplicate } from './deduplicate.ts';
import { deliver } from './deliver.ts';
import { enrich, reEnrich } from './enrich.ts';
import type { Handler } from './handler.ts';
import { pair } from './pair.ts';
import { target } from './target.ts';

/** Targeting first: a warning never waits for context. */
export const CAUSES: Readonly<Record<Event, readonly JobName[]>> = {
  'warning.published': ['target-warning', 'deduplicate-objects', 'pair-warnings', 'enrich-objects'],
  'warning.updated': ['target-warning', 'deduplicate-objects', 'pair-warnings', 'enrich-objects'],
  'warning.cancelled': ['target-warning'],
  'warning.imported': ['deduplicate-objects', 'pair-warnings', 'enrich-objects'],
  'warning.targeted': ['deliver-warning'],
  'reference-set.refreshed': ['re-enrich-set'],
  'duplicate.folded': [],
  'duplicate.linked': [],
  'duplicate.proposed': [],
  'duplicate.accepted': [],
  'duplicate.rejected': [],
  'duplicate.undone': [],
  'delivery.sent': [],
  'delivery.withheld': [],
  'delivery.acknowledged': [],
  'delivery.failed': [],
};

export const HANDLERS: Readonly<Record<JobName, Handler>> = {
  'deduplicate-objects': deduplicate,
  'pair-warnings': pair,
  'target-warning': target,
  'deliver-warning': deliver,
  'enrich-objects': enrich,
  're-enrich-set': reEnrich,
};
