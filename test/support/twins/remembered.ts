// While an operation that only reads is answered nothing changes, and its nested fields ask the database for the same rows
// again and again: within an operation each row is read once, together with what else is asked for at that moment. The
// database still answers for every operation anew.
import type { Hub } from '../../../src/hub.ts';
import type { ObjectId } from '../../../src/store/connect.ts';

export type Memory = {
  /** The hub with stores that remember. */
  around(hub: Hub): Hub;
  /** Remembers what is read until `act` is done. */
  during<Value>(act: () => Promise<Value>): Promise<Value>;
};

type Batch<Id, Row> = { readonly ids: Id[]; readonly rows: Promise<Map<string, Row[]>> };

/** `read` finds the rows of many ids; `idOf` tells which of them a row belongs to. */
type Gathered<Id, Row> = {
  readonly read: (ids: readonly Id[]) => Promise<readonly Row[]>;
  readonly idOf: (row: Row) => Id;
};

const hexOf = ({ _id }: { readonly _id: ObjectId }): ObjectId => _id;

const allOf = async <Row>(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
};

export const openMemory = (): Memory => {
  let isOn = false;
  const forgetting: (() => void)[] = [];

  /** The rows of each id in the order in which the database gave them, the ids in their own order. */
  const gathered = <Id extends string | ObjectId, Row>({ read, idOf }: Gathered<Id, Row>) => {
    const known = new Map<string, Promise<Row[]>>();
    let open: Batch<Id, Row> | null = null;
    forgetting.push(() => known.clear());
    const begin = (): Batch<Id, Row> => {
      const ids: Id[] = [];
      const rows = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
        open = null;
        return Map.groupBy(await read(ids), (row) => String(idOf(row)));
      });
      return { ids, rows };
    };
    const rowsOf = (id: Id): Promise<Row[]> => {
      const key = String(id);
      const before = known.get(key);
      if (before !== undefined) return before;
      open ??= begin();
      open.ids.push(id);
      const rows = open.rows.then((all) => all.get(key) ?? []);
      known.set(key, rows);
      return rows;
    };
    return async (ids: readonly Id[]): Promise<Row[]> => {
      if (!isOn) return [...(await read(ids))];
      const each = new Map(ids.map((id) => [String(id), id]));
      const inOrder = [...each].sort(([one], [other]) => (one < other ? -1 : 1));
      return (await Promise.all(inOrder.map(([, id]) => rowsOf(id)))).flat();
    };
  };

  const around = (hub: Hub): Hub => {
    const { warnings, objects, context } = hub;
    const links = gathered({
      read: (rows: readonly ObjectId[]) => allOf(objects.linksToAny(rows)),
      idOf: ({ row }) => row,
    });
    const contexts = gathered({
      read: (rows: readonly ObjectId[]) => context.objects.rows.find({ _id: { $in: [...rows] } }).toArray(),
      idOf: hexOf,
    });
    return {
      ...hub,
      warnings: {
        ...warnings,
        heads: gathered({
          read: (ids: readonly string[]) => warnings.heads(ids),
          idOf: ({ warning }) => warning,
        }),
        versions: gathered({
          read: (ids: readonly string[]) => warnings.versions(ids),
          idOf: ({ _id }) => _id,
        }),
      },
      objects: {
        ...objects,
        keysOf: gathered({
          read: (ids: readonly string[]) => objects.keysOf(ids),
          idOf: ({ stixId }) => stixId,
        }),
        byIds: gathered({ read: (ids: readonly ObjectId[]) => objects.byIds(ids), idOf: hexOf }),
        keysByIds: gathered({ read: (ids: readonly ObjectId[]) => objects.keysByIds(ids), idOf: hexOf }),
        // One batch, which may be empty.
        linksToAny: async function* (rows) {
          if (isOn) yield await links(rows);
          else yield* objects.linksToAny(rows);
        },
      },
      context: {
        ...context,
        objects: {
          ...context.objects,
          of: async (row) => (isOn ? ((await contexts([row]))[0] ?? null) : context.objects.of(row)),
        },
      },
    };
  };
  return {
    around,
    during: (act) => {
      isOn = true;
      return act().finally(() => {
        isOn = false;
        for (const forget of forgetting) forget();
      });
    },
  };
};
