// Beside an object: who told the same thing, what the hub found out, which warnings hold it; each decided for the reader.
import { type EffectiveTlp, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherCard } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { textOf } from '../../store/objects.ts';
import type { Item } from '../feed/item.ts';
import { readWarnings } from '../feed/read-warning.ts';
import type { ObjectRoom } from './read-objects.ts';
import { readableRows } from './readable-rows.ts';
import type { VisibleObject } from './visible-object.ts';

export type ObjectTeller = {
  readonly id: string;
  readonly publisher: PublisherCard;
  readonly tlp: EffectiveTlp | null;
  readonly warning: string;
};

/** Bounded per value: cost must not grow with how common a value is. */
const MAX_TELLERS = 100;
const MAX_ENRICHMENTS = 50;

/** Rows with the same id, and rows that tell the same thing under another, as far as the reader may see. */
const tellers = async (hub: ObjectRoom, actor: Actor, { row, id, through }: VisibleObject) => {
  const things = row === null ? [] : (await hub.context.thingsOf(row._id)).map(({ thing }) => thing);
  const tellings = things.length === 0 ? [] : await hub.context.tellingsOf(things, MAX_TELLERS);
  const [same, others] = await Promise.all([
    hub.objects.versionsOf(id, MAX_TELLERS),
    hub.objects.byIds(tellings.map((telling) => telling.row)),
  ]);
  const rows = [...same, ...others];
  return { rows, readable: await readableRows(hub, actor, rows, through.content.envelope.exercise) };
};

/** One line per id and publisher: its newest telling that this reader may see. */
export const objectSources = async (
  hub: ObjectRoom,
  actor: Actor,
  object: VisibleObject,
): Promise<ObjectTeller[]> => {
  if (object.row === null) return [];
  const { rows, readable } = await tellers(hub, actor, object);
  const told = new Map<string, ObjectTeller>();
  for (const row of rows) {
    const through = readable.get(row._id.toHexString());
    const key = `${row.stixId} ${row.source}`;
    if (through === undefined || told.has(key)) continue;
    const { card, envelope } = through.content;
    const tlp = row.tlp === null ? card.tlp : strictest(row.tlp, envelope.tlp);
    told.set(key, { id: row.stixId, publisher: card.publisher, tlp, warning: card.id });
  }
  return [...told.values()];
};

/** What the hub's sets know of the object; as readable as the object itself, since it is derived from it (I3). */
export const objectEnrichment = async (
  hub: ObjectRoom,
  _actor: Actor,
  object: VisibleObject,
): Promise<VisibleObject[]> => {
  if (object.row === null) return [];
  const rows = await hub.context.enrichmentsOf([object.row._id], MAX_ENRICHMENTS);
  return rows.map((row) => ({
    id: row.stixId,
    type: row.type,
    object: JSON.parse(textOf(row)) as StixObject,
    tlp: object.tlp,
    row: null,
    through: object.through,
  }));
};

export const objectWarnings = async (
  hub: ObjectRoom & Pick<Hub, 'clock'>,
  actor: Actor,
  object: VisibleObject,
  first: number,
): Promise<Item[]> => {
  const versions = object.row === null ? [] : await hub.objects.versionsOf(object.id, MAX_TELLERS);
  const held = await Promise.all(
    versions.map(async (row) => {
      const links = await hub.objects.linksTo(row._id, MAX_TELLERS);
      return [row, ...links].map(({ warning, version }) => ({ warning, version, tlp: row.tlp }));
    }),
  );
  const pairs = held.flat();
  const items = await readWarnings(
    hub,
    actor,
    pairs.map(({ warning }) => warning),
  );
  const holders = [...items.values()].filter(({ card, envelope }) =>
    pairs.some(
      ({ warning, version, tlp }) =>
        warning === card.id &&
        version === card.version &&
        envelope.exercise === object.through.content.envelope.exercise &&
        decideObject(actor, envelope, tlp ?? envelope.tlp).allowed,
    ),
  );
  return holders.slice(0, first);
};
