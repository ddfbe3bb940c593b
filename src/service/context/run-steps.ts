// Several things that are done with one walk, each with an end of its own: a step that fails is left out from there on and
// keeps none of the others from being done. What failed is thrown at the end, and the whole walk is taken again.
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
