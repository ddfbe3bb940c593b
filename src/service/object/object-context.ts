// Beside an object: what the hub found out, and which warnings hold it; each decided for the reader.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { textOf } from '../../store/objects.ts';
import type { Item } from '../feed/item.ts';
import { readWarnings } from '../feed/read-warning.ts';
import type { ObjectRoom } from './read-objects.ts';
import type { VisibleObject } from './visible-object.ts';

/** Bounded per value: cost must not grow with how common a value is. */
const MAX_TELLERS = 100;
const MAX_ENRICHMENTS = 50;

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
      return [row, ...links].map(({ warning, version }) => ({ warning, version, row }));
    }),
  );
  const pairs = held.flat();
  const nowMs = hub.clock.now().getTime();
  const items = await readWarnings(
    hub,
    actor,
    pairs.map(({ warning }) => warning),
  );
  const holders = [...items.values()].filter(({ card, envelope }) =>
    pairs.some(
      ({ warning, version, row }) =>
        warning === card.id &&
        version === card.version &&
        envelope.exercise === object.through.content.envelope.exercise &&
        decideObject(actor, envelope, { ...row, text: () => textOf(row) }, nowMs).allowed,
    ),
  );
  return holders.slice(0, first);
};
