// All that the hub holds of a person, for the person itself or its member's administrator. Secrets are not among it: the hub
// has only their digests.
import type { Actor } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { CaseRow } from '../../store/case/cases.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
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

export const exportPerson = async (
  hub: Hub,
  by: Actor | Outsider,
  id: string,
): Promise<Outcome<PersonData>> => {
  const found = await personWithData(hub, by, id);
  return found.ok ? inTurn(found.value.member, () => dataOf(hub, by, found.value)) : found;
};

const dataOf = async (hub: Hub, by: Actor | Outsider, person: Person): Promise<Outcome<PersonData>> => {
  // Who asked is written down, or nothing is given.
  await hub.storage.require('WORK');
  const { id } = person;
  const names = namesOf(person);
  const [keys, answers, acts, proposals] = [
    await hub.keys.everOf(names),
    await hub.personTraces.answersOf({ member: person.member, names }, MOST),
    await hub.personTraces.actsOf(id, MOST),
    await hub.personTraces.proposalsOf(id, MOST),
  ];
  const told = await hub.personTraces.toldOf(id);
  const sessions = await hub.sessions.ofPerson(id, hub.clock.now());
  const credentials = await hub.credentials.ofPerson(id);
  const cases = await hub.personTraces.casesOf({ member: person.member, names }, MOST);
  const endpoints = (await hub.endpoints.listed(person.member)).filter((each) => each.person === id);
  const plan = await hub.answerPlans.of(person.member);
  await hub.database.transaction((session) =>
    recordAct(hub, { event: 'person.exported', by, members: [person.member], person: id }, session),
  );
  return accepted({
    person,
    keys: keys.map(({ hash: _hash, limitedHash: _limited, ...facts }) => facts),
    sessions,
    credentials,
    answers: answers.map(({ warning, version, acknowledgedAt, answer, note, answers: all }) => ({
      warning,
      version,
      at: acknowledgedAt,
      answer,
      note,
      all: (all ?? []).filter((each) => each.by !== null && names.includes(each.by)),
    })),
    acts: acts.map(({ _id, event, at, way, range, person: about, byPerson }) => ({
      id: _id,
      event,
      at,
      way: byPerson === id ? way : null,
      range: byPerson === id ? range : null,
      isAboutYou: about === id,
    })),
    endpoints,
    cases: cases.map((each) => ownNotes(each, names)),
    drafts: 'member' in by && by.person === id ? await draftsIn(hub, id) : [],
    isAlternate: plan?.alternates.some((each) => names.includes(each)) ?? false,
    subscriptions: told.subscriptions,
    feedback: told.feedback.map(({ warning, isUseful, sighting, details, at }) => ({
      warning,
      isUseful,
      sighting,
      details,
      at,
    })),
    proposals: proposals.map(({ _id, kind, note, at, state }) => ({ id: _id, kind, note, at, state })),
  });
};

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
