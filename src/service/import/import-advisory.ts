// A CSAF advisory becomes a warning, and each later state of it a version of the same warning: by the road of
// publishing, but quiet. What changes nothing for a reader rings nobody, even when it is announced.

import { identifierFor } from 'stix2-ts/identifier';
import { sha256Hex } from 'stix2-ts/json/canonical';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { draftProblems } from '../../domain/warning-rules.ts';
import { contentFingerprint } from '../../exchange/csaf/fingerprint.ts';
import { readCsaf } from '../../exchange/csaf/read-csaf.ts';
import { advisoryKey } from '../../exchange/csaf/tracking.ts';
import { mayAct } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { WarningRow } from '../../store/warnings.ts';
import { sectorsOf } from '../warning/envelope-of.ts';
import { type Preparation, prepareVersion } from '../warning/prepare-version.ts';
import { ATTEMPTS, busy, type PublishRoom } from '../warning/publish-warning.ts';
import { thingOfAdvisory } from '../warning/thing-of-advisory.ts';
import { writeVersion } from '../warning/write-version.ts';
import { advisoryDraft } from './advisory-draft.ts';

/** SILENT: a new version with nothing new for its readers. UNCHANGED: this very text was imported before. */
export const IMPORT_RESULTS = ['NEW', 'UPDATED', 'SILENT', 'UNCHANGED'] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

export type Imported = {
  readonly result: ImportResult;
  readonly warning: string;
  readonly version: number;
  /** Whether it rings: never without `announce`. */
  readonly rings: boolean;
};

export type ImportOptions = {
  /** New advisories and versions that matter ring, as if they were published here. */
  readonly announce?: boolean;
  /** Everything but the writing. */
  readonly isTrial?: boolean;
};

export const importAdvisory = async (
  hub: PublishRoom,
  actor: Actor,
  text: string,
  options: ImportOptions = {},
): Promise<Outcome<Imported>> => {
  const permission = mayAct(actor, 'advisory.import', null);
  if (!permission.allowed) return refused(permission.problem);
  const source = sha256Hex(text);
  const known = await hub.warnings.ofSource(actor.member.id, source);
  if (known !== null) {
    return accepted({ result: 'UNCHANGED', warning: known.warning, version: known.version, rings: false });
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await readState(hub, actor, text);
    if (!state.ok) return state;
    const { prepared, former, fingerprint } = state.value;
    const { card } = prepared.content;
    const isSame = former !== null && former.fingerprint === fingerprint;
    const rings = options.announce === true && !isSame;
    const result = former === null ? 'NEW' : isSame ? 'SILENT' : 'UPDATED';
    const imported: Imported = { result, warning: card.id, version: card.version, rings };
    if (options.isTrial === true) return accepted(imported);
    const { draft } = state.value;
    const written = await writeVersion(hub, {
      ...prepared,
      // What rings is published; only history goes into the record as imported.
      event: rings ? (former === null ? 'warning.published' : 'warning.updated') : 'warning.imported',
      thing: former?.thing ?? thingOfAdvisory(draft, card.report),
      fingerprint,
      source,
      isQuiet: !rings,
      former,
      answer: null,
    });
    if (written === 'WRITTEN') return accepted(imported);
  }
  return refused(busy());
};

type State = {
  readonly prepared: Preparation;
  readonly draft: ReturnType<typeof advisoryDraft>;
  readonly former: WarningRow | null;
  readonly fingerprint: string;
};

/** The text as the next version of its warning: read, held to the rules of a draft, its objects placed. */
const readState = async (hub: PublishRoom, actor: Actor, text: string): Promise<Outcome<State>> => {
  const maxObjects = Math.min(MAX_OBJECTS, hub.config.limits.bundleObjects);
  const first = readCsaf(text, { maxObjects });
  if (!first.ok) return first;
  const { advisory } = first;
  const id = warningIdOf(actor, advisoryKey(advisory));
  const former = await hub.warnings.head(id);
  const content = former === null ? null : contentOf(former.content);
  if (content?.card.messageType === 'CANCEL') return refused(cancelled(id));
  const previous =
    content === null ? null : { created: content.card.publishedAt, modified: content.card.updatedAt };
  const reading = previous === null ? first : readCsaf(text, { maxObjects, previous });
  if (!reading.ok) return reading;
  const draft = advisoryDraft(reading.draft, reading.stix);
  const problems = draftProblems(draft, hub.clock.now());
  if (problems.length > 0) return refused(...problems);
  const directory = await hub.directory.current();
  const audience = content?.envelope.audience ?? draft.audience;
  const modified = String(reading.stix[0]?.['modified']);
  const prepared = await prepareVersion(hub, actor, {
    telling: {
      id,
      version: (former?.version ?? 0) + 1,
      draft,
      publisher: directory.members.get(actor.member.id) ?? actor.member,
      sectors: sectorsOf(audience),
      publishedAt: String(reading.stix[0]?.['created']),
      now: modified,
    },
    audience,
    messageType: former === null ? 'ALERT' : 'UPDATE',
    directory,
    ...(content === null ? {} : { former: content }),
    sourceModified: reading.draft.sourceModified === modified ? null : reading.draft.sourceModified,
  });
  if (!prepared.ok) return prepared;
  return accepted({ prepared: prepared.value, draft, former, fingerprint: contentFingerprint(advisory) });
};

const MAX_OBJECTS = 4_000;

/** One warning a member and advisory: with the member in it, the id of one importer tells nothing of another's. */
const warningIdOf = (actor: Actor, key: string): string =>
  identifierFor('warning', `${actor.member.id}|${key}`);

const cancelled = (id: string) =>
  problem(
    'ALREADY_CANCELLED',
    '$',
    `The warning of this advisory (${id}) was cancelled here; that was its last version.`,
    'Publish a new warning if it matters again.',
  );
