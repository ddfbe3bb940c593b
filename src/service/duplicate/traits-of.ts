// The traits of a version, by which others that tell the same are found. Only what every reader of the warning may read
// goes into them: a reason that is shown must not tell of an object that is marked more strictly than its warning.

import { thingKey } from 'stix2-ts/thing';
import { tellingWords } from '../../domain/likeness/likeness.ts';
import { isAtMost } from '../../domain/marking.ts';
import type { Hub } from '../../hub.ts';
import { REAL } from '../../store/feed.ts';
import type { TraitsRow } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import { eachBatch } from '../object/each-batch.ts';

/** What attackers use, and defenders look for; products, networks and folders are shared by warnings that are not alike. */
const TELLING_TYPES: ReadonlySet<string> = new Set([
  'indicator',
  'ipv4-addr',
  'ipv6-addr',
  'domain-name',
  'url',
  'email-addr',
  'file',
  'x509-certificate',
  'windows-registry-key',
]);

const MAX_VALUES = 500;
/** Of each sort: the first in order, which are the same ones wherever two sets are equal. */
const MAX_KEYS = 20;

export const traitsOf = async (
  hub: Pick<Hub, 'objects'>,
  { envelope, card }: Content,
): Promise<TraitsRow> => {
  const observables = new Set<string>();
  await eachBatch(hub, card.id, card.version, async (rows) => {
    for (const { object, tlp, validity } of rows) {
      if (observables.size >= MAX_VALUES || !TELLING_TYPES.has(object.type)) continue;
      const isOpen = tlp === null || (validity === undefined && isAtMost(tlp, envelope.tlp));
      const key = isOpen ? thingKey(object) : null;
      if (key !== null) observables.add(key);
    }
  });
  const found = [...observables].sort();
  return {
    _id: card.id,
    version: card.version,
    // One who is not named is told from nobody: that two are not paired would tell that they are one publisher's.
    publisher: envelope.unnamed === undefined ? envelope.publisher : card.id,
    exercise: envelope.exercise ?? REAL,
    keys: [...card.cves.slice(0, MAX_KEYS), ...found.slice(0, MAX_KEYS)],
    cves: card.cves,
    observables: found,
    sectors: card.sectors,
    words: tellingWords(card.headline),
    at: Date.parse(card.publishedAt),
  };
};
