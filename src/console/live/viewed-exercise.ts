// The exercise of what is being read. The stream of the page carries real traffic or one exercise, never both: who reads a warning of
// an exercise is told that it was corrected or recalled by a stream of that exercise beside it, and hears of real traffic all
// the while.
import { useEffect, useState } from 'react';
import { identityOf, useSignedIn } from '../app/me.ts';
import { queries } from '../app/queries.ts';
import type { Arrival } from './arrival.ts';
import { useLive } from './live.ts';
import { nameOfStream, shareStream } from './shared-stream.ts';
import { LESS_RIGHTS } from './stream.ts';
import { standing } from './withdrawal.ts';

type Viewed = { readonly id: string; readonly exercise: string | null };

/** Versions of one item are few. */
const KEPT = 50;
const ignore = (): void => undefined;

/** What has arrived of the traffic that the item is of, newest first. */
export const useArrivalsOf = ({ id, exercise }: Viewed): readonly Arrival[] => {
  const identity = identityOf(useSignedIn());
  const { arrivals } = useLive();
  const [drill, setDrill] = useState<readonly Arrival[]>([]);
  useEffect(() => {
    if (exercise === null) return;
    setDrill([]);
    return shareStream(nameOfStream(identity, exercise), exercise, {
      onArrival: (arrival) => {
        const came = arrival.node.id === id ? [arrival] : [];
        setDrill((before) => standing([...came, ...before]).slice(0, KEPT));
      },
      onHeard: ignore,
      onDown: ignore,
      onLead: ignore,
      onLost: (code) => {
        if (code === LESS_RIGHTS) setDrill([]);
        void queries.invalidateQueries({ queryKey: ['warning', id] });
      },
    });
  }, [identity, id, exercise]);
  return exercise === null ? arrivals : drill;
};
