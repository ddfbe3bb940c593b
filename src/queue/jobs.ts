// Jobs carry only the id of an entry (I11): what to do and what is done is in MongoDB.
export const JOBS = [
  'target-warning',
  'deliver-warning',
  'add-context',
  're-enrich-set',
  'deduplicate-objects',
  'pair-warnings',
  'enrich-objects',
] as const;
export type JobName = (typeof JOBS)[number];

export type JobPayload = {
  /** Hex id of the entry that caused the job. */
  readonly entry: string;
  readonly job: JobName;
};

/**
 * `line`: what makes a warning notify; hubs of the release before know only this one. `context`: what explains it, a walk
 * over a large bundle may take a minute. Each has its own workers, so that no walk keeps a warning waiting.
 */
export const QUEUES = ['line', 'context'] as const;
export type QueueName = (typeof QUEUES)[number];

export const QUEUE_OF: Readonly<Record<JobName, QueueName>> = {
  'target-warning': 'line',
  'deliver-warning': 'line',
  'add-context': 'context',
  're-enrich-set': 'context',
  'deduplicate-objects': 'context',
  'pair-warnings': 'context',
  'enrich-objects': 'context',
};

/** The same entry and job give the same BullMQ job, so that enqueueing again is harmless (no `:` in an id). */
export const jobId = (sequence: number, job: JobName): string => `${sequence}-${job}`;
