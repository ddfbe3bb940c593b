// Deduplication of objects: which rows tell the same thing (a pattern, a CVE, a name or an alias, an observable's
// deterministic id), which may do so by an alias that they share, and by which keys the reference sets know them. Facts of
// the hub beside the objects; nothing is merged away.

import { aliasesOf, thingKey } from 'stix2-ts/thing';
import { spanOf } from 'stix2-ts/thing/span';
import type { Hub } from '../../hub.ts';
import type { KeyUseRow, TellingRow } from '../../store/context.ts';
import type { EntryRow } from '../../store/entries.ts';
import type { AliasUse } from '../../store/thing/aliases.ts';
import { keysOf } from '../enrichment/keys-of.ts';
import { eachBatch } from '../object/each-batch.ts';
import { type ProposingRoom, proposeThings } from '../thing/propose-things.ts';

type Room = Pick<Hub, 'objects' | 'context'> & ProposingRoom;

export const deduplicateObjects = async (
  hub: Room,
  { subject }: Pick<EntryRow, 'subject'>,
): Promise<void> => {
  const { warning, version } = subject;
  if (warning === undefined || version === undefined) return;
  await eachBatch(hub, warning, version, async (rows) => {
    const tellings: TellingRow[] = [];
    const uses: KeyUseRow[] = [];
    const aliases: AliasUse[] = [];
    for (const { _id, object, warning: first, version: firstVersion } of rows) {
      const row = { row: _id, warning: first, version: firstVersion };
      const thing = thingKey(object);
      const span = spanOf(object);
      if (thing !== null)
        tellings.push({
          _id: `${thing} ${_id.toHexString()}`,
          thing,
          ...row,
          ...(span === null ? {} : { span }),
        });
      const of = thing === null ? {} : { of: thing };
      for (const { key } of aliasesOf(object)) {
        tellings.push({ _id: `${key} ${_id.toHexString()}`, thing: key, ...row, isAlias: true, ...of });
        // About what was revoked nobody need be asked.
        if (thing !== null && object['revoked'] !== true) aliases.push({ alias: key, thing });
      }
      for (const key of keysOf(object)) uses.push({ _id: `${key} ${_id.toHexString()}`, key, ...row });
    }
    await hub.context.saveTellings(tellings);
    await hub.context.saveKeyUses(uses);
    // After the tellings: of two that come at once, one finds the other.
    await proposeThings(hub, warning, aliases);
  });
};
