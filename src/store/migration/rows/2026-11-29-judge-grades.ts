// Judges the newest versions of older releases: their effective grade, and the CVEs by which a refreshed set finds them. It
// notifies nobody. Versions that an older hub writes meanwhile are judged by the worker that adds their context.
import {
  EXPLOITED_SET,
  type Exploited,
  effectiveGradeOf,
  exploitedIn,
} from '../../../domain/grade/effective-grade.ts';
import type { Summary } from '../../../domain/warning.ts';
import type { Database, Filter, Session } from '../../connect.ts';
import { contentOf } from '../../content/stored-content.ts';
import { WARNING_KEYS } from '../../context/warning-keys.ts';
import { regradeOf } from '../../feed/regrade.ts';
import { FEED } from '../../feed.ts';
import { isLoaded, openReferences } from '../../references.ts';
import { WARNINGS, type WarningRow } from '../../warnings.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 200;
const UNJUDGED = { isHead: true, effectiveUrgency: { $exists: false } } as Filter<WarningRow>;

type Judged = {
  readonly row: Pick<WarningRow, '_id' | 'warning' | 'version'>;
  readonly summary: Summary;
  readonly exploited: readonly Exploited[];
};

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const found = await database
    .collection(WARNINGS)
    .find(
      { _id: { $gt: position ?? '' }, ...UNJUDGED },
      { projection: { warning: 1, version: 1, content: 1 } },
    )
    .sort({ _id: 1 })
    .limit(BATCH)
    .toArray();
  const last = found.at(-1);
  if (last === undefined) return null;
  const references = openReferences(database);
  const read = found.map((row) => ({ row, summary: contentOf(row.content).summary }));
  const cves = [...new Set(read.flatMap(({ summary }) => summary.cves))];
  const known = await references.lookUp(EXPLOITED_SET, cves);
  const isSure = isLoaded((await references.states()).get(EXPLOITED_SET));
  const judged = read.map(({ row, summary }): Judged => {
    const own = summary.cves.flatMap((cve) => {
      const value = known.get(cve);
      return value === undefined ? [] : [[cve, value] as const];
    });
    return { row, summary, exploited: exploitedIn(new Map(own)) };
  });
  return { position: last._id, write: (session) => write(database, judged, isSure, session) };
};

const write = async (
  database: Database,
  judged: readonly Judged[],
  isSure: boolean,
  session: Session,
): Promise<number> => {
  const options = { session, ordered: false };
  // Without the catalogue nothing can be said of CVEs yet; its first load judges them.
  const sure = judged.filter(({ summary }) => isSure || summary.cves.length === 0);
  const gradeOf = ({ summary, exploited }: Judged) => regradeOf(effectiveGradeOf(summary, exploited));
  const keys = judged
    .filter(({ summary }) => summary.cves.length > 0)
    .map(({ row: { warning, version }, summary: { cves } }) => ({
      updateOne: {
        filter: { _id: warning },
        update: { $setOnInsert: { version, keys: [...cves], rows: [], techniques: [] } },
        upsert: true,
      },
    }));
  if (keys.length > 0) await database.collection(WARNING_KEYS).bulkWrite(keys as never, options);
  if (sure.length === 0) return 0;
  await database.collection(FEED).bulkWrite(
    sure.map((each) => ({
      updateMany: {
        filter: { warning: each.row.warning, version: each.row.version },
        update: gradeOf(each),
      },
    })) as never,
    options,
  );
  const updates = sure.map((each) => ({
    updateOne: { filter: { _id: each.row._id, ...UNJUDGED }, update: gradeOf(each) },
  }));
  return (await database.collection(WARNINGS).bulkWrite(updates as never, options)).modifiedCount;
};

export const judgeGrades: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-judge-grades',
  about: 'Warnings have an effective grade, raised by what is publicly known.',
  remaining: (database) => database.collection(WARNINGS).countDocuments(UNJUDGED),
  next,
};
