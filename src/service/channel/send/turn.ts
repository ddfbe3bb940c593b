// What the deliveries of one turn read, once for all of them: versions, heads, the directory, what the feed says of a member, and
// why something is withheld. A turn lasts for one batch, so nothing in it is older than that.
import type { Directory } from '../../../domain/directory.ts';
import type { ProblemCode } from '../../../domain/problem-codes/catalogue.ts';
import type { Hub } from '../../../hub.ts';
import { contentOf } from '../../../store/content/stored-content.ts';
import type { DeliveryRow } from '../../../store/deliveries.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import type { Content, WarningRow } from '../../../store/warnings.ts';
import { whyWithheldIn } from '../../pipeline/why-withheld.ts';
import { type Dispatched, decideDispatches, subscriptionsAt } from '../../subscription/decide-dispatch.ts';

export type ReadVersion = { readonly row: WarningRow; readonly content: Content };

/** A version as it is now: its own content, and that of the newest, which may be stricter. */
export type InForce = {
  readonly version: ReadVersion;
  readonly head: ReadVersion;
  readonly whyWithheld: (delivery: Pick<DeliveryRow, 'member' | 'isListed'>) => ProblemCode | null;
  /** What the feed says of each member that this turn delivers to. */
  readonly byMember: ReadonlyMap<string, DeliveryRow>;
};

export type Turn = {
  readonly now: Date;
  readonly directory: Directory;
  /** Null where it is not kept any more. */
  inForce(warning: string, version: number): Promise<InForce | null>;
  /**
   * What is decided now about the newest version at each endpoint that this turn delivers it to, by endpoint: as if nothing was told
   * there before, or within the hour.
   */
  decided(head: ReadVersion): Promise<ReadonlyMap<string, Dispatched>>;
  /** What `make` gives, once for each key. */
  once<Value>(key: string, make: () => Promise<Value>): Promise<Value>;
};

const read = (row: WarningRow): ReadVersion => ({ row, content: contentOf(row.content) });

export const openTurn = async (hub: Hub, rows: readonly ChannelDeliveryRow[]): Promise<Turn> => {
  const now = hub.clock.now();
  hub.directory.forget();
  const directory = await hub.directory.current();
  const known = new Map<string, Promise<unknown>>();
  const once = <Value>(key: string, make: () => Promise<Value>): Promise<Value> => {
    const found = known.get(key);
    if (found !== undefined) return found as Promise<Value>;
    const made = make();
    known.set(key, made);
    // What failed once is read again for the next.
    made.catch(() => known.delete(key));
    return made;
  };
  const readInForce = async (warning: string, version: number): Promise<InForce | null> => {
    const row = await hub.warnings.version(warning, version);
    // Mostly it is the newest.
    const head = row?.isHead === true ? row : await hub.warnings.head(warning);
    if (row === null || head === null) return null;
    const own = read(row);
    const newest = head.version === row.version ? own : read(head);
    const accesses = newest === own ? [own.content.access] : [own.content.access, newest.content.access];
    const members = rows.flatMap((each) =>
      each.warning === warning && each.version === version ? [each.member] : [],
    );
    const [whyWithheld, ofFeed] = await Promise.all([
      whyWithheldIn(hub, accesses, directory),
      hub.deliveries.ofMembers({ warning, version, members: [...new Set(members)] }),
    ]);
    return {
      version: own,
      head: newest,
      whyWithheld,
      byMember: new Map(ofFeed.map((each) => [each.member, each])),
    };
  };
  const allIds = [...new Set(rows.map(({ endpoint }) => endpoint))];
  const all = () =>
    once('endpoints', () => Promise.all([hub.endpoints.byIds(allIds), subscriptionsAt(hub, allIds)]));
  const decide = async (row: WarningRow): Promise<ReadonlyMap<string, Dispatched>> => {
    const [endpoints, known] = await all();
    const to = new Set(rows.flatMap((each) => (each.warning === row.warning ? [each.endpoint] : [])));
    const asked = endpoints.filter(({ id }) => to.has(id));
    const request = { row, endpoints: asked, wasTold: new Set<string>(), toldThisHour: new Map() };
    return decideDispatches(hub, request, known);
  };
  return {
    now,
    directory,
    once,
    decided: ({ row }) => once(`decided ${row.warning}.${row.version}`, () => decide(row)),
    inForce: (warning, version) => once(`${warning}.${version}`, () => readInForce(warning, version)),
  };
};
