// Places for open streams, whatever they carry: so many a member and so many a hub (trust.md §5).
import type { Limits } from '../config/config.ts';

export type Streams = {
  /** Gives the place back when called; null when none is free. */
  enter(member: string): (() => void) | null;
  count(): number;
};

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
    enter: (member) => {
      const held = byMember.get(member) ?? 0;
      if (all >= limits.streams || held >= limits.streamsPerMember) return null;
      all += 1;
      byMember.set(member, held + 1);
      let isLeft = false;
      return () => {
        if (!isLeft) leave(member);
        isLeft = true;
      };
    },
  };
};
