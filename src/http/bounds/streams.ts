// Limits long-lived connections (streams, sockets) per member and per hub. A slot is freed as soon as its connection
// closes, even if the code that should release it fails to.
import type { Limits } from '../../config/config.ts';

export type Streams = {
  /** Takes a slot; the result frees it, as does aborting `gone`. Null when none is free. */
  enter(member: string, gone: AbortSignal): (() => void) | null;
  count(): number;
};

const NOTHING = (): void => undefined;

export const openStreams = (limits: Pick<Limits, 'streams' | 'streamsPerMember'>): Streams => {
  const byMember = new Map<string, number>();
  let all = 0;
  const leave = (member: string): void => {
    all -= 1;
    const left = (byMember.get(member) ?? 1) - 1;
    if (left === 0) byMember.delete(member);
    else byMember.set(member, left);
  };
  return {
    count: () => all,
    enter: (member, gone) => {
      if (gone.aborted) return NOTHING;
      const held = byMember.get(member) ?? 0;
      if (all >= limits.streams || held >= limits.streamsPerMember) return null;
      all += 1;
      byMember.set(member, held + 1);
      let hasLeft = false;
      const leaveOnce = (): void => {
        if (!hasLeft) leave(member);
        hasLeft = true;
        gone.removeEventListener('abort', leaveOnce);
      };
      gone.addEventListener('abort', leaveOnce, { once: true });
      return leaveOnce;
    },
  };
};
