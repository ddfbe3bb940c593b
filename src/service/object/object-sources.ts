// Who told the same thing as an object: rows with the same id, and rows that tell the same thing under another, as far as
// the reader may see; and how many of them are independent of one another. A telling that is hidden from the reader
// neither counts nor takes the place of one that is not.

import { goesByAlias, isNear } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, newestFirst } from 'stix2-ts/version';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherCard } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { mayNamePublisher } from '../../policy/view.ts';
import type { ObjectId } from '../../store/connect.ts';
import { type ObjectKey, textOf } from '../../store/objects.ts';
import { NO_RULINGS, readRulings } from '../ruling/read-rulings.ts';
import { countSources, type SourcesRoom } from './count-sources.ts';
import { readableRows, type Through } from './readable-rows.ts';
import { tlpThrough, type VisibleObject } from './visible-object.ts';

export type ObjectTeller = {
  readonly id: string;
  readonly publisher: PublisherCard;
  readonly tlp: EffectiveTlp | null;
  readonly warning: string;
};

export type ObjectSources = { readonly tellers: readonly ObjectTeller[]; readonly corroboration: number };

type Room = SourcesRoom & Pick<Hub, 'thingPairs'>;

/** Bounded per value, so that cost does not grow with how common a value is: what is shown, and what is looked at. */
const MAX_TELLERS = 100;
const MAX_SCANNED = 1_000;
const BATCH = 200;

/** Rows that tell the same, in batches: those of the same id, newest first, then those of another. */
async function* rowsOfSame(
  hub: Room,
  { id, type, through }: VisibleObject,
  row: ObjectKey,
): AsyncGenerator<readonly ObjectKey[]> {
  yield await hub.objects.keysOfId(id, MAX_SCANNED);
  const context = await hub.context.objects.of(row._id);
  if (context === null || (context.entity === undefined && context.aliases === undefined)) return;
  const entities = context.entity === undefined ? [] : [context.entity];
  const { exercise } = through.content.envelope;
  const ruled = goesByAlias(type) ? await readRulings(hub, [id, ...entities], exercise) : NO_RULINGS;
  const named = [...(context.aliases ?? []), ...ruled.joined];
  const own = context.span ?? {};
  let after: ObjectId | undefined;
  for (let scanned = 0; scanned < MAX_SCANNED; scanned += BATCH) {
    const others = await hub.context.objects.describing(entities, named, BATCH, after);
    // Near to the one that is shown, and not to each other.
    const near = others.filter(
      ({ span, entity }) => isNear(span ?? {}, own) && !(entity !== undefined && ruled.apart.has(entity)),
    );
    const rows = await hub.objects.keysByIds(near.map(({ _id }) => _id));
    yield rows.filter(({ stixId }) => !ruled.apart.has(stixId));
    if (others.length < BATCH) return;
    after = others.at(-1)?._id;
  }
}

type Told = {
  readonly row: ObjectKey;
  readonly through: Through;
  /** Whether who told it has revoked it since: it is shown that it was told, and speaks for nothing any more. */
  readonly isRevoked: boolean;
};

/** One telling per id and publisher, or warning of one who is not named: its newest that this reader may see. */
const toldOf = async (hub: Room, actor: Actor, object: VisibleObject, row: ObjectKey): Promise<Told[]> => {
  const { exercise } = object.through.content.envelope;
  const told = new Map<string, Told>();
  const seen = new Set<string>();
  for await (const rows of rowsOfSame(hub, object, row)) {
    const fresh = rows.filter(({ _id }) => !seen.has(_id.toHexString()));
    for (const { _id } of fresh) seen.add(_id.toHexString());
    const readable = await readableRows(hub, actor, fresh, exercise);
    for (const each of fresh) {
      const through = readable.get(each._id.toHexString());
      if (through === undefined) continue;
      const isNamed = mayNamePublisher(actor, through.content.envelope);
      const key = `${each.stixId} ${isNamed ? each.source : through.warning}`;
      const known = told.get(key);
      const isRevoked = known?.isRevoked === true || each.revoked !== undefined;
      const isNewest = known === undefined || newestFirst(known.row.modified, each.modified) > 0;
      told.set(key, { ...(isNewest ? { row: each, through } : known), isRevoked });
    }
    if (told.size >= MAX_TELLERS) break;
  }
  return [...told.values()].slice(0, MAX_TELLERS);
};

export const objectSources = async (
  hub: Room,
  actor: Actor,
  object: VisibleObject,
): Promise<ObjectSources> => {
  // What the hub made itself is nobody's telling.
  if (object.row === null) return { tellers: [], corroboration: 0 };
  const told = await toldOf(hub, actor, object, object.row);
  const bodies = await hub.objects.byIds(told.map(({ row }) => row._id));
  const creators = new Map(
    bodies.map((row) => [row._id.toHexString(), creatorOf(JSON.parse(textOf(row)) as StixObject)]),
  );
  const standing = told.filter(({ isRevoked }) => !isRevoked);
  const named = standing.filter(({ through }) => mayNamePublisher(actor, through.content.envelope));
  const tellings = named.map(({ row }) => ({
    publisher: row.source,
    creator: creators.get(row._id.toHexString()) ?? null,
  }));
  const { exercise } = object.through.content.envelope;
  const [count = 0] = await countSources(hub, actor, [{ exercise, tellings }]);
  // Of those who are not named nothing tells whether they are one, or one of the named.
  return { tellers: told.map(tellerOf), corroboration: Math.max(count, Math.min(standing.length, 1)) };
};

const tellerOf = ({ row, through }: Told): ObjectTeller => {
  const { card } = through.content;
  return {
    id: row.stixId,
    publisher: card.publisher,
    tlp: tlpThrough(row, through) ?? card.tlp,
    warning: card.id,
  };
};
