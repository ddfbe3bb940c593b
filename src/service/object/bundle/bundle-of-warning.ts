// A warning as one STIX bundle: what its version published, with the hub's own objects that explain it. Each object is
// decided for this reader.
import { bundleOf } from 'stix2-ts/bundle';
import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, isSameContent } from 'stix2-ts/version';
import { isAtMost, type Tlp } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { hubIdentity, WARNING_EXTENSION, warningExtension } from '../../../exchange/warning-extension.ts';
import type { ObjectId } from '../../../store/connect.ts';
import type { Item } from '../../item/item.ts';
import { enrichmentOf } from '../read-enrichment.ts';
import { doesBetrayHere, type ObjectDeps, readableOf } from '../read-objects.ts';
import { hexOf } from '../version/latest-row.ts';
import { atTheirNewest, type Held, type Shown } from '../version/newest.ts';
import { type VisibleObject, visibleObject } from '../visible-object.ts';
import { definitionsFor } from './definitions-for.ts';

export type BundleOptions = {
  /** Each object at its newest version today, whoever published it, instead of the one that this version published. */
  readonly isNewest?: boolean;
  /** With what the reference sets know about its objects; true by default. */
  readonly hasContext?: boolean;
  /** Objects that are marked higher are left out, such as by an endpoint that takes less than the reader may read. */
  readonly ceiling?: Tlp;
};

const BATCH = 500;
/** Limit of objects from the reference sets in a bundle. */
const MAX_CONTEXT = 5_000;

/**
 * Every object of the warning that this reader may see, with the marking definitions it refers to. Revoked since, an object
 * is left out: it must not be used. At their newest, objects are marked no more strictly than the warning, because a bundle is
 * passed on.
 */
export const bundleOfWarning = async (
  hub: ObjectDeps,
  actor: Actor,
  item: Item,
  { isNewest = false, hasContext = true, ceiling }: BundleOptions = {},
) => {
  const read = await readAll(hub, actor, item);
  const chosen = isNewest ? read.shown.map(({ object }) => object) : asPublished(read);
  // Without a ceiling what is marked in a way that the hub does not know goes to who may read it, too.
  const isWithin = ({ tlp }: VisibleObject): boolean =>
    ceiling === undefined || tlp === null || isAtMost(tlp, ceiling);
  const visible = chosen.filter(
    (each) => isWithin(each) && !doesBetrayHere(actor, item, () => JSON.stringify(each.object)),
  );
  const context = hasContext ? (await contextOf(hub, actor, item, visible)).filter(isWithin) : [];
  const objects = new Map<string, StixObject>();
  for (const { id, object } of [...visible, ...context])
    objects.set(`${id} ${String(object['modified'] ?? '')}`, object);
  const [definitions, others] = [true, false].map((wanted) =>
    [...objects.values()].filter(({ type }) => (type === 'marking-definition') === wanted),
  ) as [StixObject[], StixObject[]];
  const { exercise } = item.access;
  const explained = [...others, ...explanationsOf(others)];
  return bundleOf([
    ...(await definitionsFor(hub, actor, { definitions, others: explained, exercise })),
    ...explained,
  ]);
};

type Read = { readonly held: readonly Held[]; readonly shown: readonly Shown[] };

const readAll = async (hub: ObjectDeps, actor: Actor, item: Item): Promise<Read> => {
  const read: { held: Held[]; shown: Shown[] } = { held: [], shown: [] };
  let after: ObjectId | undefined;
  for (;;) {
    const rows = await hub.objects.ofWarning(item.summary.id, item.summary.version, BATCH, after);
    const held = await readableOf(hub, actor, rows, item);
    read.held.push(...held);
    read.shown.push(...(await atTheirNewest(hub, actor, held, { item, ceiling: item.summary.tlp })));
    if (rows.length < BATCH) return read;
    after = rows.at(-1)?._id;
  }
};

/** The versions that the warning holds, without what a revocation that it does not hold has ended since. */
const asPublished = ({ held, shown }: Read): VisibleObject[] => {
  const here = new Set(held.map(({ row }) => hexOf(row)));
  const newest = new Map(shown.map(({ object }) => [object.id, object]));
  const isRevokedSince = ({ row }: Held): boolean => {
    if (!isDated(row.modified) || row.revoked !== undefined) return false;
    const now = newest.get(row.stixId);
    if (now === undefined) return true;
    return now.row?.revoked !== undefined && !here.has(hexOf(now.row));
  };
  return held.filter((each) => !isRevokedSince(each)).map(({ row, through }) => visibleObject(row, through));
};

/** Exactly as readable as its object (I3), which is in the bundle: nothing refers to what is not. */
const contextOf = async (
  hub: ObjectDeps,
  actor: Actor,
  item: Item,
  visible: readonly VisibleObject[],
): Promise<VisibleObject[]> => {
  const context: VisibleObject[] = [];
  for (let from = 0; from < visible.length && context.length < MAX_CONTEXT; from += BATCH) {
    const found = (await enrichmentOf(hub, visible.slice(from, from + BATCH))).flat();
    context.push(...found.filter(({ object }) => !doesBetrayHere(actor, item, () => JSON.stringify(object))));
  }
  return context.slice(0, MAX_CONTEXT);
};

/** The hub's definition of its extension, where an object uses it, and the hub's identity, where one names it. */
const explanationsOf = (objects: readonly StixObject[]): StixObject[] => {
  const usesExtension = objects.some(
    ({ extensions }) =>
      typeof extensions === 'object' && extensions !== null && WARNING_EXTENSION in extensions,
  );
  const definition = warningExtension();
  // A bundle that was passed on may have brought it.
  const isHeld = objects.some((object) => object.id === definition.id && isSameContent(object, definition));
  const added = usesExtension && !isHeld ? [definition] : [];
  const hub = hubIdentity();
  const isNamed = [...objects, ...added].some((object) => creatorOf(object) === hub.id);
  return [...(isNamed && !objects.some(({ id }) => id === hub.id) ? [hub] : []), ...added];
};
