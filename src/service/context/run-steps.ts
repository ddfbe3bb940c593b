// Runs several steps over one walk. A step that fails is skipped from there on and does not stop the others; its
// error is thrown at the end, so that the whole walk is retried.
export type Step<Batch> = {
  take(batch: Batch): Promise<void>;
  /** After the last batch. */
  end(): Promise<void>;
};

export const runSteps = async <Batch>(
  steps: readonly Step<Batch>[],
  batches: AsyncIterable<Batch>,
): Promise<void> => {
  const failures: unknown[] = [];
  let open = [...steps];
  const each = async (act: (step: Step<Batch>) => Promise<void>): Promise<void> => {
    const outcomes = await Promise.allSettled(open.map(act));
    open = open.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    failures.push(...outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])));
  };
  for await (const batch of batches) {
    if (open.length === 0) break;
    await each((step) => step.take(batch));
  }
  await each((step) => step.end());
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'several steps failed');
};
