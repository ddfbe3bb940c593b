// Does one of many pieces of work that a worker goes through by itself, so that what is wrong with one is no fault of the others:
// a failure is counted, tried again later and at last given up, where operators see it (I23).
import { causeOf } from '../../domain/record/job.ts';
import type { TrialName } from '../../domain/record/trial.ts';
import type { Hub } from '../../hub.ts';
import type { Trial } from '../../store/entry/trials.ts';
import { isStorageFull, isStoreOutage } from '../health/store-health.ts';

export type TrialDeps = Pick<Hub, 'entries' | 'clock' | 'log'>;

/** What `act` gives, or null where it failed. An outage is no fault of the work: it ends the caller, which begins again. */
export const tryOne = async <Value>(
  hub: TrialDeps,
  trial: Trial,
  act: () => Promise<Value>,
): Promise<Value | null> =>
  act().then(undefined, async (error: unknown) => {
    if (isStoreOutage(error) || isStorageFull(error)) throw error;
    const isGivenUp = await hub.entries.trials.failed(trial, causeOf(error), hub.clock.now());
    const { name, about } = trial;
    hub.log.error({ err: error, work: name, about, isGivenUp }, 'a piece of work failed');
    return null;
  });

export type Piece<Value> = Omit<Trial, 'name'> & { readonly act: () => Promise<Value> };

/** The same for many of one name, that come up again until they are done: one that failed is passed over until it is its time. */
export const tryEach = async <Value>(
  hub: TrialDeps,
  name: TrialName,
  pieces: readonly Piece<Value>[],
): Promise<Value[]> => {
  const now = hub.clock.now();
  const failed = await hub.entries.trials.of(
    name,
    pieces.map(({ about }) => about),
  );
  const done: Value[] = [];
  for (const { act, ...trial } of pieces) {
    const before = failed.get(trial.about);
    if (before !== undefined && (before.nextAt === null || before.nextAt > now)) continue;
    const value = await tryOne(hub, { name, ...trial }, async () => ({ is: await act() }));
    if (value === null) continue;
    done.push(value.is);
    if (before !== undefined) await hub.entries.trials.done(name, trial.about);
  }
  return done;
};

/** The same; in a trial of the whole a failure is not noted, and ends it. */
export const tryEachUnlessTrial = async <Value>(
  hub: TrialDeps,
  { name, isTrial }: { readonly name: TrialName; readonly isTrial: boolean },
  pieces: readonly Piece<Value>[],
): Promise<Value[]> => {
  if (!isTrial) return tryEach(hub, name, pieces);
  const found: Value[] = [];
  for (const { act } of pieces) found.push(await act());
  return found;
};
