// The table of asynchronous work: no job is declared and then never caused.
import { expect, test } from '@jest/globals';
import { JOBS } from '../../../src/queue/jobs.ts';
import { CAUSES } from '../../../workers/table.ts';

/** Entries of an earlier release still name these; no event causes them. */
const RETIRED = ['deduplicate-objects', 'pair-warnings', 'enrich-objects'];

test('every job has an event that causes it, except retired ones', () => {
  const caused = new Set<string>(Object.values(CAUSES).flat());
  expect(JOBS.filter((job) => !caused.has(job))).toEqual(RETIRED);
});
