// Time, the one thing that a test moves by hand.
export type Clock = { now(): Date };
export const systemClock: Clock = { now: () => new Date() };
