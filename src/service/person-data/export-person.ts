// All that the hub holds of a person, for the person itself or its member's administrator. Secrets are not among it: the hub
// has only their digests. An administrator may read less than the person: of a warning that it may not read, it is told
// neither that the person answered it nor what it wrote.
import { personWritten } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { draftsOf } from '../../policy/partnership/own-drafts.ts';
import { hasOwnWords } from '../../policy/partnership/own-words.ts';
import type { ActRow } from '../../store/acts.ts';
import type { CaseRow } from '../../store/case/cases.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import { readableWarnings } from '../audit/readable-warnings.ts';
import { recordAct } from '../audit/record-act.ts';
import { inTurn } from '../in-turn.ts';
import { aboutDraft } from '../secret/sealed-kinds.ts';
import { namesOf, personWithData } from './own-data.ts';

/** Rows of each kind, newest first. */
const MOST = 10_000;

export type PersonData = {
  readonly person: Person;
  readonly keys: readonly object[];
  readonly sessions: readonly object[];
  readonly credentials: readonly object[];
  readonly answers: readonly object[];
  readonly acts: readonly object[];
  readonly proposals: readonly object[];
  readonly subscriptions: readonly object[];
  readonly feedback: readonly object[];
  readonly endpoints: readonly object[];
  /** Its notes on cases, and whether it took them. */
  readonly cases: readonly object[];
  /** What it has not finished: for the person alone, since nobody else reads a draft. */
  readonly drafts: readonly object[];
  /** Whether it is told when nobody of its member answers in time. */
  readonly isAlternate: boolean;
};

/** `named` is its id, or as people write it; it writes itself so without the right to list the others. */
export const exportPerson = async (hub: Hub, by: Actor, named: string): Promise<Outcome<PersonData>> => {
  const id = personWritten(await hub.directory.current(), named, by.member.slug)?.id ?? named;
  const found = await personWithData(hub, by, id);
  return found.ok ? inTurn(found.value.member, () => dataOf(hub, by, found.value)) : found;
};

const dataOf = async (hub: Hub, by: Actor, person: Person): Promise<Outcome<PersonData>> => {
  // Who asked is written down, or nothing is given.
  await hub.storage.require('WORK');
  const { id } = person;
  const names = namesOf(person);
  const keys = await hub.keys.everOf(names);
  const sessions = await hub.sessions.ofPerson(id, hub.clock.now());
  const credentials = await hub.credentials.ofPerson(id);
  const endpoints = (await hub.endpoints.listed(person.member)).filter((each) => each.person === id);
  const plan = await hub.answerPlans.of(person.member);
  const told = await toldFor(hub, by, person);
  await hub.database.transaction((session) =>
    recordAct(hub, { event: 'person.exported', by, members: [person.member], person: id }, session),
  );
  return accepted({
    person,
    keys: keys.map(({ hash: _hash, limitedHash: _limited, ...facts }) => facts),
    sessions,
    credentials,
    endpoints,
    drafts: draftsOf(by) === id ? await draftsIn(hub, id) : [],
    isAlternate: plan?.alternates.some((each) => names.includes(each)) ?? false,
    ...told,
  });
};

type Told = Pick<PersonData, 'answers' | 'acts' | 'proposals' | 'subscriptions' | 'feedback' | 'cases'>;

/** What it did and wrote, as far as whoever asks may know what it was about. */
const toldFor = async (hub: Hub, by: Actor, person: Person): Promise<Told> => {
  const { id, member } = person;
  const names = namesOf(person);
  const answers = await hub.personTraces.answersOf({ member, names }, MOST);
  const acts = await hub.personTraces.actsOf(id, MOST);
  const cases = await hub.personTraces.casesOf({ member, names }, MOST);
  const proposals = await hub.personTraces.proposalsOf(id, MOST);
  const { subscriptions, feedback } = await hub.personTraces.toldOf(id);
  const isWhole = hasOwnWords(by, id);
  const about = [...answers, ...acts, ...cases, ...feedback].map(({ warning }) => warning);
  const readable = isWhole ? null : await readableWarnings(hub, by, about);
  const isTold = ({ warning }: { readonly warning: string | null }): boolean =>
    readable === null || warning === null || readable.has(warning);
  return {
    answers: answers.filter(isTold).map((each) => ownAnswers(each, names)),
    acts: acts.filter(isTold).map((each) => ownAct(each, id)),
    cases: cases.filter(isTold).map((each) => ownNotes(each, names)),
    subscriptions,
    feedback: feedback
      .filter(isTold)
      .map(({ warning, isUseful, sighting, details, at }) => ({ warning, isUseful, sighting, details, at })),
    // Its note may quote what is proposed, which `proposals` shows to those who may read it.
    proposals: proposals.map(({ _id, kind, note, at, state }) => ({
      id: _id,
      kind,
      note: isWhole ? note : null,
      at,
      state,
    })),
  };
};

/** The last answer is the member's: it may be a colleague's. */
const ownAnswers = (
  { warning, version, acknowledgedBy, acknowledgedAt, answer, note, answers }: DeliveryRow,
  names: readonly string[],
): object => {
  const isOne = (by: string | null): boolean => by !== null && names.includes(by);
  const last = isOne(acknowledgedBy) ? { at: acknowledgedAt, answer, note } : null;
  return {
    warning,
    version,
    ...(last ?? { at: null, answer: null, note: null }),
    all: (answers ?? []).filter(({ by }) => isOne(by)),
  };
};

const ownAct = ({ _id, event, at, way, range, person: about, byPerson }: ActRow, id: string): object => ({
  id: _id,
  event,
  at,
  way: byPerson === id ? way : null,
  range: byPerson === id ? range : null,
  isAboutYou: about === id,
});

const draftsIn = async (
  hub: Pick<Hub, 'drafts' | 'secrets' | 'clock'>,
  person: string,
): Promise<object[]> => {
  const now = hub.clock.now();
  const listed = await hub.drafts.of(person, now);
  const whole = await Promise.all(listed.map(({ _id }) => hub.drafts.find(_id, person, now)));
  return Promise.all(
    whole
      .filter((row) => row !== null)
      .map(async (row) => ({
        id: row._id,
        kind: row.kind,
        corrects: row.item,
        label: await hub.secrets.open(row.label, aboutDraft(row, 'label')),
        content: await hub.secrets.open(row.content, aboutDraft(row, 'content')),
        savedAt: row.savedAt,
        endsAt: row.endsAt,
      })),
  );
};

/** What it wrote on a case, and when it took it. */
const ownNotes = ({ _id, warning, takenBy, takenAt, notes }: CaseRow, names: readonly string[]): object => ({
  id: _id,
  warning,
  takenAt: takenBy !== null && names.includes(takenBy) ? takenAt : null,
  notes: notes
    .filter(({ person }) => person !== null && names.includes(person))
    .map(({ text, at }) => ({ text, at })),
});
