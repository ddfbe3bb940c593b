// Imports a CSAF advisory as a warning, and each later state of it as a version of that warning. It is published like
// any other, but silently. A state that changes nothing for readers notifies nobody, even with `announce`.

import { createHash, createHmac } from 'node:crypto';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { draftProblems } from '../../domain/warning-rules.ts';
import { contentFingerprint } from '../../exchange/csaf/fingerprint.ts';
import { readCsaf } from '../../exchange/csaf/read-csaf.ts';
import { advisoryKey } from '../../exchange/csaf/tracking.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { firstGrade } from '../grade/judge-grade.ts';
import { attemptVersion, type Proposal, type VersionDeps } from '../version/attempt-version.ts';
import type { PreviousVersion } from '../version/marking-of.ts';
import type { VersionToPrepare } from '../version/prepare-version.ts';
import { advisoryDraft } from './advisory-draft.ts';

/** SILENT: a new version with nothing new for its readers. UNCHANGED: this exact text was imported before. */
export const IMPORT_RESULTS = ['NEW', 'UPDATED', 'SILENT', 'UNCHANGED'] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

export type Imported = {
  readonly result: ImportResult;
  readonly warning: string;
  readonly version: number;
  /** Whether it notifies its recipients: never without `announce`. */
  readonly notifies: boolean;
};

export type ImportOptions = {
  /** New advisories and relevant changes notify, as if they were published here. */
  readonly announce?: boolean;
  /** Everything but the writing. */
  readonly isTrial?: boolean;
};

type Deps = VersionDeps & Pick<Hub, 'nameKey'>;

export const importAdvisory = async (
  hub: Deps,
  actor: Actor,
  text: string,
  options: ImportOptions = {},
): Promise<Outcome<Imported>> => {
  const permission = mayAct(actor, 'advisory.import', null);
  if (!permission.allowed) return refused(permission.problem);
  const source = createHash('sha256').update(text).digest('hex');
  const known = await hub.warnings.ofSource(actor.member.id, source);
  if (known !== null) {
    return accepted({ result: 'UNCHANGED', warning: known.warning, version: known.version, notifies: false });
  }
  const attempted = await attemptVersion<Imported>(hub, actor, {
    request: null,
    isTrial: options.isTrial === true,
    storageClass: 'CONTENT',
    propose: () => propose(hub, actor, { text, source }, options.announce === true),
  });
  return attempted.ok ? accepted(attempted.value.answer) : attempted;
};

type Advisory = { readonly text: string; readonly source: string };

const propose = async (
  hub: Deps,
  actor: Actor,
  { text, source }: Advisory,
  isAnnounced: boolean,
): Promise<Outcome<Proposal<Imported>>> => {
  const state = await readState(hub, actor, text);
  if (!state.ok) return state;
  const { version, fingerprint } = state.value;
  const previous = version.previous?.row ?? null;
  const isSame = previous !== null && previous.fingerprint === fingerprint;
  const notifies = isAnnounced && !isSame;
  const result = previous === null ? 'NEW' : isSame ? 'SILENT' : 'UPDATED';
  // What notifies is recorded as published; only history is recorded as imported.
  const announced = previous === null ? 'warning.published' : 'warning.updated';
  return accepted({
    version,
    record: {
      event: notifies ? announced : 'warning.imported',
      fingerprint,
      sourceDigest: source,
      isQuiet: !notifies,
    },
    answerOf: ({ content: { summary } }) => ({
      result,
      warning: summary.id,
      version: summary.version,
      notifies,
    }),
  });
};

type State = { readonly version: VersionToPrepare; readonly fingerprint: string };

/** Parses the text into the next version of its warning, checked against the rules of a draft. */
const readState = async (hub: Deps, actor: Actor, text: string): Promise<Outcome<State>> => {
  const maxObjects = Math.min(MAX_OBJECTS, hub.config.limits.bundleObjects);
  const first = readCsaf(text, { maxObjects });
  if (!first.ok) return first;
  const { advisory } = first;
  const key = `${actor.member.id}|${advisoryKey(advisory)}`;
  const former = await headOf(hub, formerIdOf(key));
  const id = former === null ? warningIdOf(hub, key) : former.content.summary.id;
  const previous = former ?? (await headOf(hub, id));
  const summary = previous?.content.summary;
  if (summary?.messageType === 'CANCEL') return refused(cancelled(id));
  const dates = summary === undefined ? null : { created: summary.publishedAt, modified: summary.updatedAt };
  const reading = dates === null ? first : readCsaf(text, { maxObjects, previous: dates });
  if (!reading.ok) return reading;
  const draft = await firstGrade(hub, advisoryDraft(reading.draft, reading.stix), reading.draft.cves);
  const problems = draftProblems(draft, hub.clock.now());
  if (problems.length > 0) return refused(...problems);
  const directory = await hub.directory.current();
  const audience = previous?.content.access.audience ?? draft.audience;
  const modified = String(reading.stix[0]?.['modified']);
  const version: VersionToPrepare = {
    assertion: {
      id,
      version: (previous?.row.version ?? 0) + 1,
      draft,
      publisher: directory.members.get(actor.member.id) ?? actor.member,
      publishedAt: String(reading.stix[0]?.['created']),
      now: modified,
    },
    audience,
    directory,
    previous,
    messageType: previous === null ? 'ALERT' : 'UPDATE',
    sourceModified: reading.draft.sourceModified === modified ? null : reading.draft.sourceModified,
    cancelReason: null,
  };
  return accepted({ version, fingerprint: contentFingerprint(advisory) });
};

/** The member's own warning by its id: the id contains the member, so nobody else's import creates it. */
const headOf = async (hub: Pick<Hub, 'warnings'>, id: string): Promise<PreviousVersion | null> => {
  const row = await hub.warnings.head(id);
  return row === null ? null : { row, content: contentOf(row.content) };
};

const MAX_OBJECTS = 4_000;

/**
 * One warning per member and advisory. The id is made from both with a key of this hub: it says nothing of another's
 * import, and nobody can compute from it who imported (I33).
 */
const warningIdOf = ({ nameKey }: Pick<Hub, 'nameKey'>, key: string): string =>
  identifierFor('warning', createHmac('sha256', nameKey).update(key).digest('hex'));

/** The id that releases without such a key gave; a warning keeps the id of its first version. */
const formerIdOf = (key: string): string => identifierFor('warning', key);

const cancelled = (id: string) =>
  problem(
    'ALREADY_CANCELLED',
    '$',
    `The warning of this advisory (${id}) was cancelled here; that was its last version.`,
    'Publish a new warning if it matters again.',
  );
