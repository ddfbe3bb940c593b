// What readers see before and after a restore, compared, and what a database has of somebody.
import type { Hub } from '../../../src/hub.ts';

/** A bundle is built for each answer, under a new id, and each answer to a reader is noted on its delivery. */
export const comparable = (seen: object | undefined): string =>
  JSON.stringify(seen)
    .replaceAll(/bundle--[0-9a-f-]{36}/g, 'bundle--')
    .replaceAll(/"state":"RECEIVED"/g, '"state":"SENT"')
    .replaceAll(/"receivedAt":"[^"]+"/g, '"receivedAt":null');

/** Around the first character in which two answers differ; null where they are the same. */
export const difference = (one: string, other: string): readonly string[] | null => {
  if (one === other) return null;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 300), at + 300));
};

type Of = { readonly warning: string; readonly member: string; readonly person: string };

/** What the database of this hub has of a person that answered a warning, besides its id. */
export const tracesOf = async (hub: Hub, { warning, member, person: id }: Of) => {
  const person = await hub.persons.byId(id);
  const delivery = await hub.deliveries.rows.findOne({ warning, member });
  const lines = await hub.acts.rows.find({ byPerson: id }).toArray();
  const keys = await hub.keys.everOf([id]);
  return {
    state: person?.state,
    name: person?.name,
    note: delivery?.note,
    by: delivery?.acknowledgedBy,
    ranges: lines.map(({ range }) => range),
    keysInForce: keys.filter(({ revokedAt }) => revokedAt === null).length,
  };
};
