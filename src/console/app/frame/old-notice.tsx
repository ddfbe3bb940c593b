// What is on the screen stays when reading it again fails, with what is typed beside it. This says that it is old, since when and
// why, for whatever view is shown; a view says itself only that it could read nothing yet.
import { type JSX, useSyncExternalStore } from 'react';
import { Failure } from '../../ui/states.tsx';
import { queries, readAgain, whatIsOld } from '../queries.ts';

const listen = (listener: () => void): (() => void) => queries.getQueryCache().subscribe(listener);

/** The oldest of what is shown, so that the same state is the same text. */
const since = (): string | null => {
  const times = whatIsOld().map(({ state }) => state.dataUpdatedAt);
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
};

export const OldNotice = (): JSX.Element => {
  const at = useSyncExternalStore(listen, since);
  return (
    <div className="old no-print">
      {at !== null && <Failure error={whatIsOld()[0]?.state.error} retry={readAgain} oldSince={at} />}
    </div>
  );
};
