// What has arrived and nobody at this tab has looked at: neither was the floor before them since, which says itself what is new, nor
// the warning. What is severe and immediate is not done with by being somewhere on the floor: it stays until it is opened or put off.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Arrival } from './arrival.ts';
import { useLive } from './live.ts';

export type Unlooked = {
  /** How many items. */
  readonly count: number;
  /** The newest of those that nobody should have to find: severe or extreme, and immediate. */
  readonly urgent: Arrival['node'] | null;
  /** Puts off what is there now. */
  readonly putOff: () => void;
};

const isUrgent = ({ node, occasion }: Arrival): boolean =>
  (node.severity === 'SEVERE' || node.severity === 'EXTREME') &&
  node.effectiveUrgency === 'IMMEDIATE' &&
  node.state === 'ACTIVE' &&
  occasion !== 'ENDED';

type Looked = {
  /** When somebody last looked at all there was, in milliseconds. */
  readonly at: number;
  /** When somebody last put off what was urgent. */
  readonly putOffAt: number;
  /** Ids of warnings that were opened, and when. */
  readonly opened: ReadonlyMap<string, number>;
};

/** Of each item the latest arrival, newest first, as they come; nothing of the reader's own organisation. */
export const unlookedOf = (arrivals: readonly Arrival[], { at, putOffAt, opened }: Looked): Arrival[] => {
  const seen = new Set<string>();
  return arrivals.filter((arrival) => {
    const { node, isOverlap } = arrival;
    if (isOverlap || node.whyMe?.kind === 'OWN' || seen.has(node.id)) return false;
    seen.add(node.id);
    const lookedAt = isUrgent(arrival) ? putOffAt : at;
    return arrival.at > lookedAt && arrival.at > (opened.get(node.id) ?? 0);
  });
};

export const urgentOf = (arrivals: readonly Arrival[]): Arrival['node'] | null =>
  arrivals.find(isUrgent)?.node ?? null;

/** Whether this tab is before somebody's eyes. */
const useIsBeforeEyes = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
    () => document.visibilityState === 'visible',
  );

const NOTHING_OPENED: ReadonlyMap<string, number> = new Map();

export const useUnlooked = (pathname: string): Unlooked => {
  const { arrivals } = useLive();
  const isBeforeEyes = useIsBeforeEyes();
  const [at, setAt] = useState(0);
  const [putOffAt, setPutOffAt] = useState(0);
  const [opened, setOpened] = useState(NOTHING_OPENED);
  const [, id] = /^\/warning\/([^/]+)/.exec(pathname) ?? [];
  const newest = arrivals[0]?.at ?? 0;
  const isAtFloor = isBeforeEyes && pathname === '/';
  useEffect(() => {
    if (isAtFloor) setAt(newest);
  }, [isAtFloor, newest]);
  useEffect(() => {
    if (isBeforeEyes && id !== undefined) setOpened((before) => new Map(before).set(id, newest));
  }, [isBeforeEyes, id, newest]);
  const open = unlookedOf(arrivals, { at: isAtFloor ? newest : at, putOffAt, opened });
  const putOff = (): void => {
    setAt(newest);
    setPutOffAt(newest);
  };
  return { count: open.length, urgent: urgentOf(open), putOff };
};
