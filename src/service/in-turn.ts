// What reads more than anything else is done one at a time for each member, so that asking for it at once by many requests does
// not multiply what the hub holds meanwhile (I20). A request whose time is up ends at its first read.

/** The last of each member; each waits for the one before. */
const lasts = new Map<string, Promise<unknown>>();

export const inTurn = async <Value>(member: string, act: () => Promise<Value>): Promise<Value> => {
  const before = lasts.get(member);
  const run = before === undefined ? act() : before.then(act, act);
  lasts.set(member, run);
  try {
    return await run;
  } finally {
    if (lasts.get(member) === run) lasts.delete(member);
  }
};
