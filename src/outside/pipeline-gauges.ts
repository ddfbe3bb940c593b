// Prometheus metrics of the pipeline: how far numbering and jobs are behind. The same in hub and worker. Labels are names of
// jobs: no member, no id (I11).
import { Gauge, type Registry } from 'prom-client';

type Behind = {
  readonly unnumbered: number;
  readonly unnumberedSeconds: number;
  readonly oldestOpenSeconds: number;
  readonly deadJobs: Readonly<Record<string, number>>;
  readonly heldSince: Date | null;
};

/**
 * The registry reads all gauges at once, so `state` is to share one query among them. Where it is null, without the database,
 * they have no value, and the process still serves its other metrics.
 */
export const openPipelineGauges = (state: () => Promise<Behind | null>, registers: Registry[]): void => {
  new Gauge({
    name: 'tocsin_oldest_open_entry_seconds',
    help: 'Age of the oldest entry whose work is not done.',
    registers,
    async collect() {
      this.set((await state())?.oldestOpenSeconds ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'tocsin_sequence_lag_entries',
    help: 'Entries written but not yet numbered.',
    registers,
    async collect() {
      this.set((await state())?.unnumbered ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'tocsin_sequence_lag_seconds',
    help: 'Age of the oldest entry that is not yet numbered.',
    registers,
    async collect() {
      this.set((await state())?.unnumberedSeconds ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'tocsin_deliveries_held',
    help: 'Whether a restored hub numbers and delivers nothing until its operator releases it.',
    registers,
    async collect() {
      const known = await state();
      this.set(known === null ? Number.NaN : known.heldSince === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'tocsin_jobs_dead',
    help: 'Jobs that were given up, by name.',
    labelNames: ['name'],
    registers,
    async collect() {
      const jobs = (await state())?.deadJobs ?? {};
      this.reset();
      for (const [name, count] of Object.entries(jobs)) this.set({ name }, count);
    },
  });
};
