// An instant as a reader of another time zone has it, beside UTC, which is the same for all.

/** `13:00`, or `01-02 01:00` where it is another day there; null where it is the same as in UTC. */
export const localText = (instant: string, zone: string): string | null => {
  const utc = new Date(instant).toISOString();
  const local = new Date(instant).toLocaleString('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  if (local === utc.slice(0, 16).replace('T', ' ')) return null;
  return local.slice(0, 10) === utc.slice(0, 10) ? local.slice(11, 16) : local.slice(5, 16);
};
