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

/** Lower runs first: what makes a warning notify goes before what explains it. */
export const PRIORITY: Readonly<Record<JobName, number>> = {
  'target-warning': 1,
  'deliver-warning': 1,
  'add-context': 5,
  're-enrich-set': 20,
  'deduplicate-objects': 5,
  'pair-warnings': 5,
  'enrich-objects': 5,
};

/** The same entry and job give the same BullMQ job, so that enqueueing again is harmless (no `:` in an id). */
export const jobId = (sequence: number, job: JobName): string => `${sequence}-${job}`;
