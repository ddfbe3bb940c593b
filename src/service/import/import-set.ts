// Imports a STIX reference set, such as ATT&CK, as practices that notify nobody: one for each chunk, so that a set of any size
// is written in transactions of a bounded size. A chunk that is here already is passed over, which makes an interrupted import
// go on where it ended; a later release makes new versions of the chunks that changed.

import { createHash, createHmac } from 'node:crypto';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Tlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { onOneLine, seenOrNull } from '../../domain/reading/seen-text.ts';
import type { PracticeDraft } from '../../domain/warning.ts';
import { draftProblems, TEXT_LIMITS } from '../../domain/warning-rules.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { attemptVersion, type Proposal, type VersionDeps } from '../version/attempt-version.ts';
import { draftOf } from '../version/correct-version.ts';
import type { PreviousVersion } from '../version/marking-of.ts';
import { type Chunk, type ChunkLimits, type ChunkPlace, everyPlace } from './set-chunks.ts';

/** UNCHANGED: the chunk is here in just this content. */
export type ChunkResult = 'NEW' | 'UPDATED' | 'UNCHANGED';

export type ReferenceSet = {
  /** Stays the same from release to release. */
  readonly key: string;
  /** For people. */
  readonly name: string;
  readonly marking: Tlp;
};

type SetOptions = { readonly isTrial?: boolean };

type Deps = VersionDeps & Pick<Hub, 'nameKey'>;

/** Small enough for one transaction of about a second. */
export const chunkLimits = ({ config }: Pick<Hub, 'config'>): ChunkLimits => ({
  objects: Math.max(1, Math.min(2_500, config.limits.bundleObjects - MOST_DEFINITIONS)),
  bytes: 6 * 1024 * 1024,
});

/** Room for the definitions that a chunk brings along. */
const MOST_DEFINITIONS = 50;

/** Writes one chunk of a set, or finds it unchanged. Refused as a whole where an object of it is refused. */
export const importChunk = async (
  hub: Deps,
  actor: Actor,
  { set, chunk }: { readonly set: ReferenceSet; readonly chunk: Chunk },
  options: SetOptions = {},
): Promise<Outcome<ChunkResult>> => {
  const permission = mayAct(actor, 'advisory.import', null);
  if (!permission.allowed) return refused(permission.problem);
  const digest = digestOf(set, chunk.objects);
  const id = await placeOf(hub, actor, set, chunk);
  const head = await hub.warnings.head(id);
  if (head !== null && head.source === digest) return accepted('UNCHANGED');
  const attempted = await attemptVersion<ChunkResult>(hub, actor, {
    request: null,
    isTrial: options.isTrial === true,
    storageClass: 'CONTENT',
    propose: () => propose(hub, actor, { id, digest, set, chunk }),
  });
  return attempted.ok ? accepted(attempted.value.answer) : attempted;
};

/** The practice of a chunk: the first that was not withdrawn because the set was divided in another way. */
const placeOf = async (hub: Deps, actor: Actor, set: ReferenceSet, chunk: Chunk): Promise<string> => {
  for (let life = 0; ; life += 1) {
    const id = idOf(hub, actor, set, { ...chunk, life });
    const head = await hub.warnings.head(id);
    if (head?.source !== replacedDigest(id)) return id;
  }
};

/**
 * Withdraws the parts that an earlier import made of this set and that it does not have any more: it is divided into more or
 * fewer parts now, or a part is empty. Call it when each of `chunks` is here. Notifies nobody. Returns how many there were.
 */
export const withdrawFormerParts = async (
  hub: Deps,
  actor: Actor,
  { set, chunks }: { readonly set: ReferenceSet; readonly chunks: readonly Chunk[] },
): Promise<Outcome<number>> => {
  const permission = mayAct(actor, 'advisory.import', null);
  if (!permission.allowed) return refused(permission.problem);
  const kept = new Set(chunks.map(({ of, number }) => `${of}|${number}`));
  const others = everyPlace().filter(({ of, number }) => !kept.has(`${of}|${number}`));
  let withdrawn = 0;
  for (let life = 0, open = others; open.length > 0; life += 1) {
    const places = new Map(open.map((place) => [idOf(hub, actor, set, { ...place, life }), place]));
    const heads = await hub.warnings.heads([...places.keys()]);
    for (const { warning } of heads) {
      const outcome = await withdrawPart(hub, actor, warning);
      if (!outcome.ok) return outcome;
      withdrawn += outcome.value;
    }
    open = heads.flatMap(({ warning, source }) =>
      source === replacedDigest(warning) ? (places.get(warning) ?? []) : [],
    );
  }
  return accepted(withdrawn);
};

const REPLACED = 'The set is divided into other parts now; its objects are in those.';

/** 0 where it is withdrawn already. */
const withdrawPart = async (hub: Deps, actor: Actor, id: string): Promise<Outcome<number>> => {
  const before = await headOf(hub, id);
  if (before === null || before.content.summary.messageType === 'CANCEL') return accepted(0);
  const attempted = await attemptVersion<number>(hub, actor, {
    request: null,
    isTrial: false,
    storageClass: 'WORK',
    propose: async () => {
      const previous = await headOf(hub, id);
      if (previous === null) return refused(withdrawn(id));
      const { summary, access } = previous.content;
      const directory = await hub.directory.current();
      const now = new Date(
        Math.max(hub.clock.now().getTime(), Date.parse(summary.updatedAt) + 1),
      ).toISOString();
      return accepted({
        version: {
          assertion: {
            id,
            version: previous.row.version + 1,
            draft: draftOf(previous.content),
            publisher: directory.members.get(actor.member.id) ?? actor.member,
            publishedAt: summary.publishedAt,
            now,
          },
          audience: access.audience,
          directory,
          previous,
          messageType: 'CANCEL',
          sourceModified: null,
          cancelReason: REPLACED,
        },
        record: {
          event: 'warning.cancelled',
          fingerprint: null,
          sourceDigest: replacedDigest(id),
          isQuiet: true,
        },
        answerOf: () => 1,
      });
    },
  });
  return attempted.ok ? accepted(attempted.value.answer) : attempted;
};

/** By it the withdrawal of a part that was replaced is known from one by a person, which stays. */
const replacedDigest = (id: string): string => createHash('sha256').update(`replaced|${id}`).digest('hex');

type Import = {
  readonly id: string;
  readonly digest: string;
  readonly set: ReferenceSet;
  readonly chunk: Chunk;
};

const propose = async (
  hub: Deps,
  actor: Actor,
  { id, digest, set, chunk }: Import,
): Promise<Outcome<Proposal<ChunkResult>>> => {
  const previous = await headOf(hub, id);
  if (previous?.content.summary.messageType === 'CANCEL') return refused(withdrawn(id));
  const draft = partOf(set, chunk);
  const now = hub.clock.now();
  const broken = draftProblems(draft, now);
  if (broken.length > 0) return refused(...broken);
  const directory = await hub.directory.current();
  const at = now.toISOString();
  return accepted({
    version: {
      assertion: {
        id,
        version: (previous?.row.version ?? 0) + 1,
        draft,
        publisher: directory.members.get(actor.member.id) ?? actor.member,
        publishedAt: previous?.content.summary.publishedAt ?? at,
        now: at,
      },
      audience: previous?.content.access.audience ?? draft.audience,
      directory,
      previous,
      messageType: previous === null ? 'ALERT' : 'UPDATE',
      sourceModified: null,
      cancelReason: null,
    },
    record: { event: 'warning.imported', fingerprint: null, sourceDigest: digest, isQuiet: true },
    answerOf: () => (previous === null ? 'NEW' : 'UPDATED'),
  });
};

const headOf = async (hub: Pick<Hub, 'warnings'>, id: string): Promise<PreviousVersion | null> => {
  const row = await hub.warnings.head(id);
  return row === null ? null : { row, content: contentOf(row.content) };
};

const partOf = ({ name, marking }: ReferenceSet, { number, of, objects, size }: Chunk): PracticeDraft => {
  const part = of === 1 ? '' : ` (part ${number} of ${of})`;
  const title = seenOrNull(onOneLine(name)) ?? 'STIX reference set';
  return {
    kind: 'PRACTICE',
    practiceKind: 'GUIDELINE',
    headline: `${title.slice(0, TEXT_LIMITS.headline - part.length)}${part}`,
    summary: `A STIX reference set: ${size} objects that warnings refer to, such as techniques, groups and tools.`,
    problem: 'Warnings name techniques, groups and tools by the ids of their STIX objects.',
    steps: ['Look up an object by its id, or by its name in the references of a warning.'],
    evidence: null,
    limits: null,
    licence: null,
    reviewDue: null,
    language: 'en',
    translations: [],
    sectorsConcerned: [],
    countriesConcerned: [],
    marking,
    audience: { alternatives: [{}], excludes: [] },
    // A set is imported even where nobody else is a member yet.
    allowEmptyAudience: true,
    exercise: null,
    bundle: { type: 'bundle', id: identifierFor('bundle', `${name}|${number}`), objects },
    externalReferences: [],
  };
};

/**
 * One practice per member, set and chunk. Nobody can compute from its id who imported what (I33). `life` counts how often the
 * division of the set made the chunk go and come again, since what is withdrawn has no further version.
 */
const idOf = (
  { nameKey }: Pick<Hub, 'nameKey'>,
  actor: Actor,
  { key: name }: ReferenceSet,
  { of, number, life }: ChunkPlace & { readonly life: number },
): string => {
  const key = `${actor.member.id}|stix-set|${name}|${of}|${number}${life === 0 ? '' : `|${life}`}`;
  return identifierFor('practice', createHmac('sha256', nameKey).update(key).digest('hex'));
};

/** Of the texts as they were received, in their order within the chunk. */
const digestOf = ({ name, marking }: ReferenceSet, objects: readonly StixObject[]): string => {
  const hash = createHash('sha256').update(`${name}|${marking}`);
  for (const object of objects) hash.update(JSON.stringify(object));
  return hash.digest('hex');
};

const withdrawn = (id: string) =>
  problem(
    'ALREADY_CANCELLED',
    '$',
    `This part of the set (${id}) was withdrawn here; that was its last version.`,
    'Import the set under another name.',
  );
