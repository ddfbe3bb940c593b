// Walks the objects of a version in batches, so that memory stays bounded.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Hub } from '../../hub.ts';
import type { ObjectId } from '../../store/connect.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';

const BATCH = 500;

export const eachBatch = async (
  hub: Pick<Hub, 'objects'>,
  warning: string,
  version: number,
  act: (rows: readonly (ObjectRow & { readonly object: StixObject })[]) => Promise<void>,
): Promise<void> => {
  let after: ObjectId | undefined;
  for (;;) {
    const rows = await hub.objects.ofWarning(warning, version, BATCH, after);
    await act(rows.map((row) => ({ ...row, object: JSON.parse(textOf(row)) as StixObject })));
    if (rows.length < BATCH) return;
    after = rows.at(-1)?._id;
  }
};
