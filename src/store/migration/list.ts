// All migrations in the order in which they run: collections and validators, then rows, then indexes, which may be unique
// only once the rows are. A new migration of rows goes between the two; migrations are never removed from the list.
import { fillAccessClasses } from './2026-11-28-access-classes.ts';
import { countObjectRows } from './2026-11-28-count-object-rows.ts';
import { declaredCollections } from './2026-11-28-declared-collections.ts';
import { declaredIndexes } from './2026-11-28-declared-indexes.ts';
import { oneRowOfKeys } from './2026-11-28-one-row-of-keys.ts';
import { forgetAudiences } from './2026-11-29-forget-audiences.ts';
import { hashPersonsOfClasses, hashPersonsOfFeed } from './2026-11-29-hash-persons.ts';
import { judgeGrades } from './2026-11-29-judge-grades.ts';
import { listStoredReferences } from './2026-11-29-list-references.ts';
import { makeCommunities } from './2026-11-29-make-communities.ts';
import { noteEnds } from './2026-11-29-note-ends.ts';
import { makePersons } from './2026-11-29-persons-of-keys.ts';
import { addWordsOfObjects } from './2026-11-29-words-of-objects.ts';
import { standingOfMembers } from './2026-11-30-standing-of-members.ts';
import type { Migration } from './migration.ts';

export const MIGRATION_LIST: readonly Migration[] = [
  declaredCollections,
  countObjectRows,
  fillAccessClasses,
  oneRowOfKeys,
  forgetAudiences,
  hashPersonsOfFeed,
  hashPersonsOfClasses,
  makePersons,
  listStoredReferences,
  judgeGrades,
  addWordsOfObjects,
  noteEnds,
  standingOfMembers,
  makeCommunities,
  declaredIndexes,
];
