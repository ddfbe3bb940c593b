// Beside an object: who told the same thing, what the hub found out, which warnings hold it; each decided for the reader.
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherCard } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import type { ObjectId } from '../../store/connect.ts';
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

/** Rows that tell the same thing as this one (its own among them), as far as the reader may see. */
const tellers = async (hub: ObjectRoom, actor: Actor, row: ObjectId, exercise: string | null) => {
  const things = (await hub.context.thingsOf(row)).map(({ thing }) => thing);
  const tellings = things.length === 0 ? [] : await hub.context.tellingsOf(things, MAX_TELLERS);
  const ids = new Map([row, ...tellings.map((telling) => telling.row)].map((id) => [id.toHexString(), id]));
  const rows = await hub.objects.byIds([...ids.values()]);
  return { rows, readable: await readableRows(hub, actor, rows, exercise) };
};

export const objectSources = async (
  hub: ObjectRoom,
  actor: Actor,
  object: VisibleObject,
): Promise<ObjectTeller[]> => {
  if (object.row === null) return [];
  const { rows, readable } = await tellers(
    hub,
    actor,
    object.row._id,
    object.through.content.envelope.exercise,
  );
  return rows.flatMap((row) => {
    const through = readable.get(row._id.toHexString());
    if (through === undefined) return [];
    const { card } = through.content;
    return [{ id: row.stixId, publisher: card.publisher, tlp: row.tlp ?? card.tlp, warning: card.id }];
  });
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
