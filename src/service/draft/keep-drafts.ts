// Saves and discards drafts. No act of the record and no line of the audit trail says that there is one: nobody but its writer is
// told, and nothing follows from it.
import { createHmac } from 'node:crypto';
import { DRAFT_LIMITS, type Draft } from '../../domain/draft/draft.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { ItemKind } from '../../domain/warning.ts';
import { textBroken } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { keyIdIn } from '../../outside/secrets.ts';
import { mayAct } from '../../policy/decide.ts';
import { draftsOf } from '../../policy/partnership/own-drafts.ts';
import type { Session } from '../../store/connect.ts';
import type { DraftRow } from '../../store/draft/drafts.ts';
import { answerRow, type IdempotentRequest, idempotentRequest, storedAnswer } from '../record/idempotency.ts';
import { KEY_SETTING, sealSecret } from '../secret/seal-secret.ts';
import { aboutDraft } from '../secret/sealed-kinds.ts';
import { draftOf } from './read-drafts.ts';

export type DraftDeps = Pick<
  Hub,
  'drafts' | 'secrets' | 'counters' | 'answers' | 'database' | 'storage' | 'clock' | 'entropy'
>;

export type DraftInput = {
  /** The draft and its version that the writer saw last; null for a new one. */
  readonly seen: { readonly id: string; readonly version: number } | null;
  readonly kind: ItemKind;
  readonly corrects: Draft['corrects'];
  readonly label: string;
  readonly content: string;
};

type Options = { readonly idempotencyKey?: string | undefined };

/** As kept for repeats, which get the draft as it is by then. */
type Answer = { readonly draft: string };

const DAY_MS = 24 * 3_600_000;
/** Times that another saving was faster to a place or a key, before this one is given up. */
const ATTEMPTS = 5;

export const saveDraft = async (
  hub: DraftDeps,
  actor: Actor,
  input: DraftInput,
  { idempotencyKey }: Options = {},
): Promise<Outcome<Draft>> => {
  const permission = mayAct(actor, 'warning.publish', null);
  if (!permission.allowed) return refused(permission.problem);
  const person = draftsOf(actor);
  if (person === null) return refused(personNeeded());
  const keyed = idempotentRequest(actor, 'save-draft', idempotencyKey, digestible(input, idempotencyKey));
  if (!keyed.ok) return keyed;
  const earlier = await savedBefore(hub, person, keyed.value);
  if (earlier !== null) return earlier;
  const broken = problemsIn(input);
  if (broken.length > 0) return refused(...broken);
  const sealed = await sealedRow(hub, person, input);
  if (!sealed.ok) return sealed;
  await hub.storage.require('WORK');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const saved = await hub.database.transactionUnlessTaken((session) =>
      write(hub, { row: sealed.value, seen: input.seen, keyed: keyed.value }, session),
    );
    if (saved?.ok === false) return saved;
    if (saved !== null) return accepted(await draftOf(hub, await sealedAsAgreed(hub, saved.value, input)));
    const meanwhile = await savedBefore(hub, person, keyed.value);
    if (meanwhile !== null) return meanwhile;
  }
  throw new Error('the places of a person were taken again and again');
};

/** What is in it is not kept even as a digest that could be tried: the key of the request, which is not kept, is in it. */
const digestible = ({ label, content, ...facts }: DraftInput, key = ''): object => ({
  ...facts,
  texts: createHmac('sha256', key)
    .update(JSON.stringify([label, content]))
    .digest('hex'),
});

/** Null where this Idempotency-Key has saved nothing. */
const savedBefore = async (
  hub: DraftDeps,
  person: string,
  keyed: IdempotentRequest | null,
): Promise<Outcome<Draft> | null> => {
  const stored = await storedAnswer<Answer>(hub, keyed);
  if (!stored.ok) return stored;
  if (stored.value === null) return null;
  const row = await hub.drafts.find(stored.value.draft, person, hub.clock.now());
  return row === null ? notFound('$.seen.id') : accepted(await draftOf(hub, row));
};

/**
 * A new key may have come between sealing and saving, after which the former ones go: such a draft is sealed anew, while what is in
 * it is still known. Asked once it is saved, so that either this or the change of the key finds it.
 */
const sealedAsAgreed = async (
  hub: Pick<Hub, 'drafts' | 'secrets' | 'counters'>,
  row: DraftRow,
  texts: Pick<DraftInput, 'label' | 'content'>,
): Promise<DraftRow> => {
  const agreed = await hub.counters.findSetting(KEY_SETTING);
  if (agreed === null || agreed === row.key || !(await hub.secrets.has(agreed))) return row;
  const label = await hub.secrets.seal(texts.label, aboutDraft(row, 'label'));
  const content = await hub.secrets.seal(texts.content, aboutDraft(row, 'content'));
  if (label === null || content === null) return row;
  const to = { label, content, key: keyIdIn(content) ?? row.key };
  await hub.drafts.reseal({ id: row._id, from: { label: row.label, content: row.content }, to });
  return { ...row, ...to };
};

type Sealed = Omit<DraftRow, 'place'>;

const sealedRow = async (
  hub: DraftDeps,
  person: string,
  { seen, kind, corrects, label, content }: DraftInput,
): Promise<Outcome<Sealed>> => {
  const _id = seen?.id ?? `draft--${hub.entropy.uuid()}`;
  const parts = await Promise.all([
    sealSecret(hub, { text: label, about: aboutDraft({ _id, person }, 'label'), path: '$.label' }),
    sealSecret(hub, { text: content, about: aboutDraft({ _id, person }, 'content'), path: '$.content' }),
  ]);
  const [name, body] = parts;
  if (!name.ok) return name;
  if (!body.ok) return body;
  const now = hub.clock.now();
  return accepted({
    _id,
    person,
    kind,
    item: corrects?.item ?? null,
    itemVersion: corrects?.version ?? null,
    key: keyIdIn(body.value) ?? '',
    label: name.value,
    content: body.value,
    version: (seen?.version ?? 0) + 1,
    savedAt: now,
    endsAt: new Date(now.getTime() + DRAFT_LIMITS.days * DAY_MS),
  });
};

type Saving = {
  readonly row: Sealed;
  readonly seen: DraftInput['seen'];
  readonly keyed: IdempotentRequest | null;
};

const write = async (
  hub: DraftDeps,
  { row, seen, keyed }: Saving,
  session: Session,
): Promise<Outcome<DraftRow>> => {
  const { _id, person, savedAt } = row;
  const before = seen === null ? null : await hub.drafts.find(_id, person, savedAt, session);
  if (seen !== null && before === null) return notFound('$.seen.id');
  if (seen !== null && before?.version !== seen.version) return refused(savedElsewhere('$.seen.version'));
  const place = before?.place ?? (await freePlace(hub, row, session));
  if (place === null) return refused(tooMany());
  const whole = { ...row, place };
  if (seen === null) await hub.drafts.add(whole, session);
  else if (!(await hub.drafts.replace(whole, seen.version, session)))
    return refused(savedElsewhere('$.seen.version'));
  const answer = answerRow(keyed, { draft: _id } satisfies Answer);
  if (answer !== null) await hub.answers.keep({ ...answer, at: savedAt }, session);
  return accepted(whole);
};

const freePlace = async (
  { drafts }: DraftDeps,
  { person, savedAt }: Sealed,
  session: Session,
): Promise<number | null> => {
  const taken = await drafts.takenPlaces(person, savedAt, session);
  return [...Array(DRAFT_LIMITS.count).keys()].find((place) => !taken.has(place)) ?? null;
};

/**
 * `seen`: the version that was shown, so that nothing goes that was saved elsewhere since; null: whichever it is. It makes room, so
 * that it is done on a full disk too.
 */
export const discardDraft = async (
  hub: DraftDeps,
  actor: Actor,
  { id, seen }: { readonly id: string; readonly seen: number | null },
): Promise<Outcome<Draft>> => {
  const person = draftsOf(actor);
  if (person === null) return actor.person === null ? refused(personNeeded()) : notFound();
  return hub.database.transaction(async (session): Promise<Outcome<Draft>> => {
    const row = await hub.drafts.find(id, person, hub.clock.now(), session);
    if (row === null) return notFound();
    if (seen !== null && row.version !== seen) return refused(savedElsewhere('$.version'));
    await hub.drafts.remove(id, person, session);
    return accepted(await draftOf(hub, row));
  });
};

const ITEM_ID = /^[a-z][a-z0-9-]{0,40}--[0-9a-f-]{36}$/;

const problemsIn = ({ seen, corrects, label, content }: DraftInput): Problem[] => {
  const found: Problem[] = [];
  if (seen !== null && seen.version < 1)
    found.push(
      malformed('$.seen.version', 'The version is counted from 1.', 'Give the one that you saw last.'),
    );
  if (corrects !== null && !ITEM_ID.test(corrects.item))
    found.push(malformed('$.corrects.item', 'It is no id of a warning or practice.', 'Give its id.'));
  if (corrects !== null && corrects.version < 1)
    found.push(
      malformed('$.corrects.version', 'The version is counted from 1.', 'Give the one that you correct.'),
    );
  if (label.length > DRAFT_LIMITS.label)
    found.push(
      problem(
        'TEXT_TOO_LONG',
        '$.label',
        `A label has at most ${DRAFT_LIMITS.label} characters.`,
        'Shorten it.',
      ),
    );
  if (!label.isWellFormed()) found.push(textBroken('$.label'));
  return [...found, ...contentProblems(content)];
};

const contentProblems = (content: string): Problem[] => {
  if (Buffer.byteLength(content, 'utf8') > DRAFT_LIMITS.bytes)
    return [
      problem(
        'DRAFT_TOO_LARGE',
        '$.content',
        `A draft has at most ${DRAFT_LIMITS.bytes / 1024} KiB.`,
        'Leave out the bundle, and add it again before you publish.',
      ),
    ];
  if (!content.isWellFormed()) return [textBroken('$.content')];
  return isObjectText(content)
    ? []
    : [malformed('$.content', 'The content is no JSON object.', 'Write the form as one JSON object.')];
};

const isObjectText = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const malformed = (path: string, message: string, remedy: string): Problem =>
  problem('DRAFT_MALFORMED', path, message, remedy);

const personNeeded = (): Problem =>
  problem(
    'PERSON_NEEDED',
    '$',
    'A draft is of a person, and your key belongs to none.',
    'Use a key of a person, or sign in.',
  );

const savedElsewhere = (path: string): Problem =>
  problem(
    'DRAFT_SAVED_ELSEWHERE',
    path,
    'This draft was saved again since you read it.',
    'Read it as it is now, then save over that version; or save yours as a new draft.',
  );

const tooMany = (): Problem =>
  problem(
    'TOO_MANY',
    '$',
    `A person has at most ${DRAFT_LIMITS.count} drafts.`,
    'Discard one that you do not need.',
  );
