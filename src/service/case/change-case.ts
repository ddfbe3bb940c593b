// Takes, notes, hands over and closes a case. Whoever helps does all of it; the member that asks adds notes and closes it.
import type { Case, CaseNote } from '../../domain/case/case.ts';
import { directorySeenBy } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { seenOrNull } from '../../domain/reading/seen-text.ts';
import { TEXT_LIMITS, textBroken } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson } from '../../policy/decide.ts';
import { listedReason } from '../../policy/disclosed-relation.ts';
import { listingIn } from '../../policy/naming.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { newEntry } from '../record/append-entry.ts';
import { keepMade } from '../record/once.ts';
import { mayNamePublisherOf, readCase, type ShownCase } from './read-cases.ts';

export type CaseAct = {
  readonly id: string;
  readonly act: 'TAKE' | 'NOTE' | 'HAND_OVER' | 'CLOSE';
  readonly note: string | null;
  /** For HAND_OVER, the slug of a sharing centre; null gives it back to the publisher. */
  readonly to: string | null;
};

type Deps = Pick<
  Hub,
  'cases' | 'storage' | 'deliveries' | 'warnings' | 'directory' | 'database' | 'entries' | 'clock' | 'entropy'
>;

export const changeCase = async (hub: Deps, actor: Actor, request: CaseAct): Promise<Outcome<ShownCase>> => {
  const found = await readCase(hub, actor, request.id);
  if (found === null) return notFound();
  const { case: before } = found;
  const wrong = problemWith(actor, before, request);
  if (wrong !== null) return refused(wrong);
  const owner = request.act === 'HAND_OVER' ? await newOwner(hub, actor, before, request.to) : before.owner;
  if (owner === null) return refused(noCentre(request.to ?? ''));
  const at = hub.clock.now();
  const text = seenOrNull(request.note)?.trim() ?? '';
  const note: CaseNote | null =
    text === '' ? null : { member: actor.member.id, person: actor.person, text, at };
  const facts = {
    TAKE: { state: 'TAKEN' as const, takenAt: at, takenBy: actor.person },
    NOTE: {},
    HAND_OVER: { owner, state: 'OPEN' as const, takenAt: null, takenBy: null },
    CLOSE: { state: 'CLOSED' as const, closedAt: at },
  }[request.act];
  await hub.storage.require('WORK');
  const isDone = await hub.database.transaction(async (session) => {
    if (!(await hub.cases.change(before, facts, note, session))) return false;
    const { warning, version, delivery, exercise } = before;
    const subject = { warning, version, delivery };
    const entry = newEntry(hub, { event: EVENTS[request.act], subject, exercise, hasNoWork: true });
    await hub.entries.append([entry], session);
    await keepMade(before.id, session);
    return true;
  });
  if (!isDone) return refused(changedMeanwhile());
  const after = await readCase(hub, actor, request.id);
  // Whoever handed it over as neither publisher nor asker has no part in it any more.
  if (after !== null) return accepted(after);
  const helper = (await mayNamePublisherOf(hub, actor, before)) ? owner : null;
  return accepted({ ...found, helper, case: { ...before, ...facts, notes: [] } });
};

const EVENTS = {
  TAKE: 'case.taken',
  NOTE: 'case.noted',
  HAND_OVER: 'case.handed-over',
  CLOSE: 'case.closed',
} as const;

const problemWith = (actor: Actor, { state, owner }: Case, { act, note }: CaseAct): Problem | null => {
  if (note !== null && note.length > TEXT_LIMITS.note)
    return problem(
      'TEXT_TOO_LONG',
      '$.note',
      `A note has at most ${TEXT_LIMITS.note} characters.`,
      'Shorten it.',
    );
  if (note?.isWellFormed() === false) return textBroken('$.note');
  if (state === 'CLOSED')
    return problem('CASE_CLOSED', '$.case', 'It was closed.', 'Answer NEED_HELP again to open another.');
  const isHelper = owner === actor.member.id;
  return isHelper || act === 'NOTE' || act === 'CLOSE'
    ? null
    : problem(
        'CASE_OF_ANOTHER',
        '$.case',
        'Only the member that helps takes it or hands it over.',
        'Add a note instead.',
      );
};

/**
 * For the publisher, a sharing centre that it sees among the recipients. Whoever took it over gives it back: who else received
 * the warning is the publisher's to know, and so is its name where it has none in the warning. Null for any other slug.
 */
const newOwner = async (
  hub: Deps,
  actor: Actor,
  before: Case,
  slug: string | null,
): Promise<string | null> => {
  const { warning, publisher } = before;
  if (slug === null) return publisher;
  const directory = await hub.directory.current();
  const member = directorySeenBy(directory, actor.member.id).bySlug.get(slug);
  if (member === undefined || !member.isActive) return null;
  if (member.id === publisher) return (await mayNamePublisherOf(hub, actor, before)) ? publisher : null;
  if (actor.member.id !== publisher) return null;
  const head = await hub.warnings.head(warning);
  if (member.kind !== 'SHARING_CENTRE' || head === null) return null;
  const { access } = contentOf(head.content);
  const listing = listingIn(directory, access, hub.clock.now().getTime(), anyPerson)(member);
  return listedReason(listing) === null ? null : member.id;
};

const noCentre = (slug: string): Problem =>
  problem(
    'MEMBER_UNKNOWN',
    '$.to',
    `"${slug.slice(0, 64)}" is no sharing centre among the recipients that its publisher sees.`,
    'Give the slug of one of them, or leave `to` out: its publisher helps again.',
  );

const changedMeanwhile = (): Problem =>
  problem('BUSY', '$', 'Somebody else changed it meanwhile.', 'Read it again, then decide.');
