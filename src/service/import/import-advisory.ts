// Imports a CSAF advisory as a warning, and each later state of it as a version of that warning. It is published like
// any other, but silently. A state that changes nothing for readers notifies nobody, even with `announce`.

import { createHash, createHmac } from 'node:crypto';
import type { Tlp } from 'stix2-ts/marking';
import type { Audience } from '../../domain/audience.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { draftProblems, TEXT_LIMITS } from '../../domain/warning-rules.ts';
import type { CsafAdvisory } from '../../exchange/csaf/document.ts';
import type { CsafDraft } from '../../exchange/csaf/draft.ts';
import { contentFingerprint } from '../../exchange/csaf/fingerprint.ts';
import { type ParsedAdvisory, parseCsaf } from '../../exchange/csaf/parse-csaf.ts';
import { readAdvisory } from '../../exchange/csaf/read-csaf.ts';
import { advisoryKey } from '../../exchange/csaf/tracking.ts';
import { compareStates } from '../../exchange/csaf/version-order.ts';
import { withoutDatesAhead } from '../../exchange/csaf-conformance/dates-ahead.ts';
import { endedBy } from '../../exchange/csaf-note/ended.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { WarningRow } from '../../store/warnings.ts';
import { resolveAudience } from '../audience/resolve-audience.ts';
import { firstGrade } from '../grade/judge-grade.ts';
import { attemptVersion, type Proposal, type VersionDeps } from '../version/attempt-version.ts';
import type { PreviousVersion } from '../version/marking-of.ts';
import type { VersionToPrepare } from '../version/prepare-version.ts';
import { advisoryDraft } from './advisory-draft.ts';
import { cancellationOf } from './ended-advisory.ts';
import {
  audienceStays,
  cancelled,
  endedHere,
  type Imported,
  isDraft,
  markingStays,
  neverHere,
  noAudience,
  outdated,
  PASSED_OVER,
  sectorsUnread,
} from './import-result.ts';
import { standingIssuer } from './standing-issuer.ts';

export type ImportOptions = {
  /** New advisories and relevant changes notify, as if they were published here. */
  readonly announce?: boolean;
  /** Everything but the writing. */
  readonly isTrial?: boolean;
  /** For whom all of them are, by slugs; a person's word, which goes before what an advisory says. */
  readonly audience?: Audience;
  /** The marking of an advisory that has none. */
  readonly defaultTlp?: Tlp;
  /** Takes advisories with the status `draft` too. */
  readonly takesDrafts?: boolean;
  /** The domain of the issuer for which the importing member speaks, such as cisa.gov; a finding on others says so. */
  readonly speaksFor?: string;
  /** Mandatory tests of CSAF that an advisory may fail, by their numbers. */
  readonly tolerates?: ReadonlySet<string>;
};

type Deps = VersionDeps & Pick<Hub, 'nameKey'>;

export const importAdvisory = async (
  hub: Deps,
  actor: Actor,
  text: string,
  options: ImportOptions = {},
): Promise<Outcome<Imported>> => {
  const outcome = await takeIn(hub, actor, text, options);
  if (outcome.ok) return outcome;
  const [reason] = outcome.problems;
  const result = reason === undefined ? undefined : PASSED_OVER[reason.code];
  if (result === undefined || reason === undefined) return outcome;
  return accepted({ ...NOTHING, result, reason });
};

const NOTHING = { warning: null, version: null, notifies: false, reason: null, findings: [] } as const;

const takeIn = async (
  hub: Deps,
  actor: Actor,
  text: string,
  options: ImportOptions,
): Promise<Outcome<Imported>> => {
  const permission = mayAct(actor, 'advisory.import', null);
  if (!permission.allowed) return refused(permission.problem);
  const source = createHash('sha256').update(text).digest('hex');
  const known = await hub.warnings.ofSource(actor.member.id, source);
  if (known !== null) return alreadyHere(hub, known);
  const read = parseCsaf(text, options.tolerates);
  if (!read.ok) return read;
  const parsed = withoutDatesAhead(read, hub.clock.now());
  if (parsed.advisory.document.tracking.status === 'draft' && options.takesDrafts !== true)
    return refused(isDraft());
  const attempted = await attemptVersion<Imported>(hub, actor, {
    request: null,
    isTrial: options.isTrial === true,
    storageClass: 'CONTENT',
    propose: () => propose(hub, actor, { ...parsed, source }, options),
  });
  if (attempted.ok) return accepted(attempted.value.answer);
  const [reason] = attempted.problems;
  if (reason?.code !== 'CSAF_OUTDATED') return attempted;
  const { previous } = await placeOf(hub, actor, parsed.advisory);
  return accepted({ ...placed(previous?.row ?? null), result: 'OUTDATED', reason });
};

const placed = (row: WarningRow | null) => ({
  ...NOTHING,
  warning: row?.warning ?? null,
  version: row?.version ?? null,
});

/** The same text again: unchanged, unless a later import took its place. */
const alreadyHere = async (hub: Pick<Hub, 'warnings'>, known: WarningRow): Promise<Outcome<Imported>> => {
  const head = known.isHead ? known : await hub.warnings.head(known.warning);
  if (known.isHead || head?.source === undefined) {
    return accepted({ ...placed(known), result: 'UNCHANGED' });
  }
  const why = 'This exact text was imported before, and replaced since';
  return accepted({
    ...placed(head),
    result: 'OUTDATED',
    reason: outdated(known.warning, head.version, why),
  });
};

/** Readers are told first who issued it; whose it is on this hub is worth a thought all the same. */
const otherIssuer = (
  { name, namespace }: { readonly name: string; readonly namespace: string },
  { speaksFor }: ImportOptions,
): Problem[] => {
  const host = URL.canParse(namespace) ? new URL(namespace).hostname : '';
  if (speaksFor === undefined || host === speaksFor || host.endsWith(`.${speaksFor}`)) return [];
  return [
    problem(
      'CSAF_OF_OTHER_ISSUER',
      '$.document.publisher',
      `${name} issued it. Readers are told so first, and then which member brought it here: the one of ${speaksFor}.`,
      'Say with --member which member brings advisories of this issuer.',
    ),
  ];
};

type Advisory = ParsedAdvisory & { readonly source: string };

const propose = async (
  hub: Deps,
  actor: Actor,
  advisory: Advisory,
  options: ImportOptions,
): Promise<Outcome<Proposal<Imported>>> => {
  const state = await readState(hub, actor, advisory, options);
  if (!state.ok) return state;
  const { version, fingerprint, findings, affectsNothing } = state.value;
  const previous = version.previous?.row ?? null;
  const isEnd = version.messageType === 'CANCEL';
  // That it ends is news, though nothing else of it has changed.
  const isSame = !isEnd && previous !== null && previous.fingerprint === fingerprint;
  // That nothing is affected is news only to those who were told otherwise.
  const isNews = !isSame && (previous !== null || !affectsNothing);
  const notifies = options.announce === true && isNews;
  const [result, announced] = isEnd
    ? (['CANCELLED', 'warning.cancelled'] as const)
    : previous === null
      ? (['NEW', 'warning.published'] as const)
      : ([isSame ? 'SILENT' : 'UPDATED', 'warning.updated'] as const);
  return accepted({
    version,
    record: {
      // What notifies is recorded as published; only history is recorded as imported.
      event: notifies ? announced : 'warning.imported',
      fingerprint,
      sourceDigest: advisory.source,
      sourceVersion: advisory.advisory.document.tracking.version,
      isQuiet: !notifies,
    },
    answerOf: ({ content: { summary } }) => ({
      result,
      warning: summary.id,
      version: summary.version,
      notifies,
      reason: null,
      findings: [...findings, ...otherIssuer(advisory.advisory.document.publisher, options)],
    }),
  });
};

type State = {
  readonly version: VersionToPrepare;
  readonly fingerprint: string;
  readonly findings: readonly Problem[];
  readonly affectsNothing: boolean;
};

/** What the advisory becomes here: a version of its warning, or its last one where the issuer took it back. */
const readState = async (
  hub: Deps,
  actor: Actor,
  parsed: ParsedAdvisory,
  options: ImportOptions,
): Promise<Outcome<State>> => {
  const { advisory } = parsed;
  const place = await placeOf(hub, actor, advisory);
  const { previous } = place;
  const late = previous === null ? null : refusalAfter(previous, advisory);
  if (late !== null) return refused(late);
  const ended = endedBy(advisory, TEXT_LIMITS.note);
  if (ended === null) return readVersion(hub, actor, { ...parsed, ...place }, options);
  if (previous === null) return refused(neverHere(ended));
  return accepted({
    version: await cancellationOf(hub, actor, advisory, { previous, ended }),
    fingerprint: contentFingerprint(advisory),
    findings: [endedHere(ended, previous.content.summary.id), ...parsed.findings],
    affectsNothing: false,
  });
};

/** Reads the advisory as the next version of its warning, checked against the rules of a draft. */
const readVersion = async (
  hub: Deps,
  actor: Actor,
  parsed: ParsedAdvisory & Place,
  { audience: given, defaultTlp }: ImportOptions,
): Promise<Outcome<State>> => {
  const { advisory, id, previous } = parsed;
  const summary = previous?.content.summary;
  const reading = readAdvisory(parsed, {
    maxObjects: Math.min(MAX_OBJECTS, hub.config.limits.bundleObjects),
    ...(defaultTlp === undefined ? {} : { defaultTlp }),
    ...(summary === undefined
      ? {}
      : {
          previous: {
            created: summary.publishedAt,
            modified: summary.updatedAt,
            issuer: await standingIssuer(hub, actor, advisory),
          },
        }),
  });
  if (previous === null && given === undefined && !saysForWhom(reading.draft))
    return refused(noAudience(reading.draft));
  const draft = await firstGrade(
    hub,
    advisoryDraft(reading.draft, reading.stix, given ?? null),
    reading.draft.affectingCves,
  );
  const directory = await hub.directory.current();
  const resolved = await resolveAudience(hub, draft, { actor, directory });
  const problems = [...draftProblems(draft, hub.clock.now()), ...resolved.problems];
  if (problems.length > 0) return refused(...problems);
  const modified = String(reading.stix[0]?.['modified']);
  const version: VersionToPrepare = {
    assertion: {
      id,
      version: (previous?.row.version ?? 0) + 1,
      draft,
      publisher: directory.members.get(actor.member.id) ?? actor.member,
      publishedAt: String(reading.stix[0]?.['created']),
      now: modified,
      takenAt: hub.clock.now().toISOString(),
    },
    audience: previous?.content.access.audience ?? resolved.audience,
    directory,
    previous,
    messageType: previous === null ? 'ALERT' : 'UPDATE',
    sourceModified: reading.draft.sourceModified === modified ? null : reading.draft.sourceModified,
    cancelReason: null,
    issuer: reading.draft.publisher.name,
  };
  const { affectsNothing } = reading.draft;
  return accepted({
    version,
    fingerprint: contentFingerprint(advisory),
    findings: [...reading.findings, ...remarks(reading.draft, previous, resolved.audience, given)],
    affectsNothing,
  });
};

/** What is remarked of those whom an advisory addresses, and of its marking. `given` is a person's word; who says nothing names nobody. */
const remarks = (
  draft: CsafDraft,
  previous: PreviousVersion | null,
  audience: Audience,
  given: Audience | undefined,
): Problem[] => [
  ...(given === undefined ? sectorsUnread(draft) : []),
  ...(previous === null ? [] : markingStays(previous.content.access.tlp, draft.tlp)),
  ...(previous === null || (given === undefined && !saysForWhom(draft))
    ? []
    : audienceStays(previous.content.access.audience, audience, given !== undefined)),
];

/** The id of the warning that an advisory is or becomes, and its newest version here. */
type Place = { readonly id: string; readonly previous: PreviousVersion | null };

const placeOf = async (
  hub: Pick<Hub, 'warnings' | 'nameKey'>,
  actor: Actor,
  advisory: CsafAdvisory,
): Promise<Place> => {
  const key = `${actor.member.id}|${advisoryKey(advisory)}`;
  const former = await headOf(hub, formerIdOf(key));
  if (former !== null) return { id: former.content.summary.id, previous: former };
  const id = warningIdOf(hub, key);
  return { id, previous: await headOf(hub, id) };
};

/** Why no version may follow this one: it was cancelled, or is of a newer state of the advisory. */
const refusalAfter = (
  { row, content: { summary } }: PreviousVersion,
  advisory: CsafAdvisory,
): Problem | null => {
  if (summary.messageType === 'CANCEL') return cancelled(summary.id);
  // A version that an older release imported, or let a person correct, states none: what comes is taken as newer.
  if (row.sourceVersion === undefined) return null;
  const { version, current_release_date: date } = advisory.document.tracking;
  // The date of a correction by a person is no date of the issuer: only the version counts against it.
  const isCorrected = row.source === undefined;
  const here = {
    version: row.sourceVersion,
    date: isCorrected ? date : (summary.sourceModified ?? summary.updatedAt),
  };
  return compareStates({ version, date }, here) >= 0
    ? null
    : outdated(
        summary.id,
        row.version,
        `This is version ${version} of ${date}; the hub has version ${here.version} of ${here.date}`,
      );
};

/** Whether the advisory names a sector, or says "multiple". */
const saysForWhom = ({ sectors, multipleSectors }: CsafDraft): boolean =>
  sectors.length > 0 || multipleSectors;

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
