// Job re-enrich-set: after a set is refreshed, re-enriches the rows that hold one of its changed keys, and brings the
// effective grade of the warnings that name one up to date.
import { EXPLOITED_SET } from '../../domain/grade/effective-grade.ts';
import type { Hub } from '../../hub.ts';
import type { ObjectId } from '../../store/connect.ts';
import type { ObjectContextRow } from '../../store/context/object-context.ts';
import type { EntryRow } from '../../store/entries.ts';
import { type SettlingDeps, settleGrade } from '../grade/settle-grade.ts';
import { type EnrichmentDeps, enrichRows } from './enrich-rows.ts';
import { SOURCES, type Source } from './sources.ts';

type ReEnrichDeps = EnrichmentDeps & SettlingDeps & Pick<Hub, 'objects'>;

const KEYS = 200;
const ROWS = 500;

export const reEnrichSet = async (
  hub: ReEnrichDeps,
  { subject }: Pick<EntryRow, 'subject'>,
): Promise<void> => {
  if (subject.set === undefined) return;
  const change = await hub.references.change(subject.set);
  if (change === null) return;
  const sources = SOURCES.filter(({ facts }) => facts.name === change.set);
  const [source] = sources;
  const { objects } = hub.context;
  if (source?.usedBy !== undefined) {
    const prefixes = source.usedBy;
    await enrichAgain(hub, sources, (after) => objects.holdingBelow(prefixes, ROWS, after));
    return;
  }
  for (let from = 0; from < change.keys.length; from += KEYS) {
    const keys = change.keys.slice(from, from + KEYS);
    if (change.set === EXPLOITED_SET) await settleAgain(hub, keys, change.isFirst !== true);
    await enrichAgain(hub, sources, (after) => objects.holding(keys, ROWS, after));
  }
};

const settleAgain = async (hub: ReEnrichDeps, keys: readonly string[], isNews: boolean): Promise<void> => {
  for (let after = ''; ; ) {
    const warnings = await hub.context.warnings.holding(keys, ROWS, after);
    for (const warning of warnings) await settleGrade(hub, warning, isNews);
    if (warnings.length < ROWS) return;
    after = warnings.at(-1) ?? after;
  }
};

const enrichAgain = async (
  hub: ReEnrichDeps,
  sources: readonly Source[],
  read: (after?: ObjectId) => Promise<readonly ObjectContextRow[]>,
): Promise<void> => {
  for (let after: ObjectId | undefined; ; ) {
    const contexts = await read(after);
    const keys = new Map(contexts.map((each) => [each._id.toHexString(), each.keys ?? []]));
    const rows = await hub.objects.keysByIds(contexts.map(({ _id }) => _id));
    const subjects = rows.map((row) => ({ ...row, keys: keys.get(row._id.toHexString()) ?? [] }));
    await enrichRows(hub, subjects, { sources });
    if (contexts.length < ROWS) return;
    after = contexts.at(-1)?._id;
  }
};
