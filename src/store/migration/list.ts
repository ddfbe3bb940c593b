// All migrations in the order in which they run: collections and validators, then rows, then indexes, which may be unique
// only once the rows are. A new migration of rows goes between the two; migrations are never removed from the list.

import { declaredCollections } from './2026-11-28-declared-collections.ts';
import { declaredIndexes } from './2026-11-28-declared-indexes.ts';
import type { Migration } from './migration.ts';
import { fillAccessClasses } from './rows/2026-11-28-access-classes.ts';
import { countObjectRows } from './rows/2026-11-28-count-object-rows.ts';
import { oneRowOfKeys } from './rows/2026-11-28-one-row-of-keys.ts';
import { followReferences } from './rows/2026-11-29-follow-references.ts';
import { forgetAudiences } from './rows/2026-11-29-forget-audiences.ts';
import { hashPersonsOfClasses, hashPersonsOfFeed } from './rows/2026-11-29-hash-persons.ts';
import { judgeGrades } from './rows/2026-11-29-judge-grades.ts';
import { listStoredReferences } from './rows/2026-11-29-list-references.ts';
import { makeCommunities } from './rows/2026-11-29-make-communities.ts';
import { noteEnds } from './rows/2026-11-29-note-ends.ts';
import { partUnnamedRows } from './rows/2026-11-29-part-unnamed-rows.ts';
import { makePersons } from './rows/2026-11-29-persons-of-keys.ts';
import { addWordsOfObjects } from './rows/2026-11-29-words-of-objects.ts';
import { attestMembers } from './rows/2026-11-30-attest-members.ts';
import { standingOfMembers } from './rows/2026-11-30-standing-of-members.ts';

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
  attestMembers,
  makeCommunities,
  partUnnamedRows,
  followReferences,
  declaredIndexes,
];
