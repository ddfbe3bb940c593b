// The stored form of a row of the feed.
import type { StoredGrade } from '../../domain/grade/effective-grade.ts';
import type { Severity } from '../../domain/warning.ts';
import type { ObjectId } from '../connect.ts';

export const EVERY_SECTOR = '*';
/** Exercise and real traffic never share an index range (I10); real traffic is the empty string. */
export const REAL = '';
/** The sector of a notice: a row of a stream, and of no list (notices.ts). */
export const NOTICE = '!';

/** The effective grade is absent until the hub has judged the version, and on rows of older hubs. */
export type FeedRow = StoredGrade & {
  _id: string;
  entry: ObjectId;
  warning: string;
  version: number;
  sector: string;
  exercise: string;
  tokens: string[];
  sequence?: number;
  firstSequence?: number;
  kind: string;
  severity: Severity;
  countries: string[];
  words: string[];
  thing: string | null;
  /** Set when another warning of the same advisory was numbered before: only then do readers look for it. */
  hasTwin?: boolean;
  isQuiet: boolean;
  isCancelled: boolean;
  content: string;
  /** Id of its access class; absent on rows of older releases until a migration fills it in. */
  access?: string;
  /** Whether `words` has the values and names of its objects; absent on rows of older releases until a migration adds them. */
  isFoundByObjects?: true;
  /** Set on a recall: streams give it to its readers whatever they filter by. */
  isRecall?: true;
  /** Of a notice: what it tells; absent where the grade was raised. */
  notice?: 'ENDED';
};

/** One index range per token, narrowed by kind and severity if given. */
export type FeedRange = {
  readonly sector: string;
  readonly exercise: string;
  readonly tokens: readonly string[];
  readonly before?: number;
  readonly after?: number;
  /** The last sequence of the range, in its direction; inclusive. */
  readonly until?: number;
  readonly kind?: string;
  readonly severities?: readonly string[];
  /** Rows of these access classes are passed over within the index. */
  readonly without?: readonly string[];
};
