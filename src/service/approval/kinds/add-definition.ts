// Adding the words of a State: a sector definition, or the entry of the State itself. Both are read by everybody from then on
// and are never taken back, so two operators of the hub agree.
import { z } from 'zod';
import { isStateCode, type StateEntry } from '../../../domain/partnership/state.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { isSector } from '../../../domain/sector.ts';
import {
  countsOf,
  MOST_SECTORS,
  type SchemeDraft,
  type SectorDraft,
  schemeFrom,
  schemeProblems,
} from '../../../domain/sector-scheme/given-scheme.ts';
import { sectorScheme } from '../../../domain/sector-scheme/known-schemes.ts';
import type { Hub } from '../../../hub.ts';
import type { Session } from '../../../store/connect.ts';
import { recordAct } from '../../audit/record-act.ts';
import { type Approvable, inOneChange } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';

const EU = 'EU';

const words = (most: number) => z.string().trim().min(1).max(most);
const territory = z.string().refine((code) => isStateCode(code), 'Two capital letters of ISO 3166-1, or EU.');
const mapping = z.strictObject({
  sector: words(64),
  predicate: z.enum(['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch']),
});
const named = {
  name: words(200),
  code: words(40).optional(),
  mappings: z.array(mapping).max(50).optional(),
};
const sector = z.strictObject({
  ...named,
  subsectors: z.array(z.strictObject(named)).max(MOST_SECTORS).optional(),
});
const definition = z.strictObject({
  id: words(40),
  territory,
  instrument: words(500),
  source: words(500),
  language: words(35),
  sectors: z.array(sector).min(1).max(MOST_SECTORS),
});

/** The territory is the European Union, a State of the release's definitions, or one with an entry. */
const definitionProblem = async (
  hub: Pick<Hub, 'definitions'>,
  { id, territory: code }: SchemeDraft,
  session?: Session,
): Promise<Problem | null> => {
  if (
    isSector(id) ||
    sectorScheme(id) !== undefined ||
    (await hub.definitions.scheme(id, session)) !== null
  ) {
    return problem(
      'DEFINITION_TAKEN',
      '$.payload.id',
      `There is a sector or sector definition "${id}" already, and none is ever changed.`,
      'Give the new one another id, with the year for example.',
    );
  }
  if (code === EU || (await hub.definitions.state(code, session)) !== null) return null;
  return problem(
    'STATE_UNKNOWN',
    '$.payload.territory',
    `There is no entry of a State "${code}".`,
    'Add it first (ADD_STATE), or say EU.',
  );
};

/** `Name: predicate sector`, subsectors behind their sector. */
const linesOf = (sectors: readonly SectorDraft[], within: string): string[] =>
  sectors.flatMap(({ name, mappings = [], subsectors = [] }) => [
    `${within}${name}: ${mappings.map(({ sector, predicate }) => `${predicate} ${sector}`).join(', ') || 'maps to nothing'}`,
    ...linesOf(subsectors, `${within}${name} / `),
  ]);

export const addSectorDefinition: Approvable<SchemeDraft> = {
  about: 'add the sector definition of a State, mapped to the sectors of the hub',
  payloadAbout:
    '`id`, `territory` (code of a State with an entry, or EU), `instrument`, `source`, `language`, and `sectors`: each `name`, `mappings` (`sector`, `predicate`: exactMatch, closeMatch, broadMatch, narrowMatch or relatedMatch), `subsectors` of the same form; `code` where the name gives none',
  read: (given) => {
    const read = readPayload<SchemeDraft>(definition)(given);
    if (!read.ok) return read;
    const broken = schemeProblems(read.value, '$.payload');
    return broken.length === 0 ? read : refused(...broken);
  },
  sentence: (draft) => {
    const { all, unmapped } = countsOf(draft);
    return `Add the sector definition ${draft.id} of ${draft.territory}: ${all} sectors, ${unmapped} of which map to none of the hub’s.`;
  },
  details: (draft) => [
    `${draft.instrument} (${draft.source}), in ${draft.language}`,
    ...linesOf(draft.sectors, ''),
  ],
  check: async (hub, _, draft) => {
    const wrong = await definitionProblem(hub, draft);
    const facts = { definition: draft.id, territory: draft.territory };
    return wrong === null ? accepted({ members: [], facts }) : refused(wrong);
  },
  perform: inOneChange(async (hub, { payload, by }, session): Promise<Outcome<{ result: string }>> => {
    const wrong = await definitionProblem(hub, payload, session);
    if (wrong !== null) return refused(wrong);
    await hub.definitions.addScheme(schemeFrom(payload, hub.clock.now()), session);
    const facts = { definition: payload.id, territory: payload.territory };
    await recordAct(hub, { event: 'hub.configured', by, members: [], facts }, session);
    return accepted({ result: payload.id });
  }),
};

type StateDraft = Omit<StateEntry, 'addedAt'>;

const state = z.strictObject({
  code: territory.refine((code) => code !== EU, 'The European Union is no State.'),
  name: words(200),
  latinName: words(200).nullable().default(null),
});

const stateProblem = async (
  hub: Pick<Hub, 'definitions'>,
  { code }: StateDraft,
  session?: Session,
): Promise<Problem | null> =>
  (await hub.definitions.state(code, session)) === null
    ? null
    : problem(
        'DEFINITION_TAKEN',
        '$.payload.code',
        `The State ${code} has an entry already.`,
        'There is nothing to do.',
      );

export const addState: Approvable<StateDraft> = {
  about: 'enter a State, with its name as it writes it',
  payloadAbout:
    '`code` (ISO 3166-1 alpha-2, or a user-assigned one), `name` in its own language and script, `latinName` where that is another',
  read: readPayload<StateDraft>(state),
  sentence: ({ code, name, latinName }) =>
    `Enter the State ${code} as ${name}${latinName === null ? '' : ` (${latinName})`}.`,
  check: async (hub, _, draft) => {
    const wrong = await stateProblem(hub, draft);
    return wrong === null ? accepted({ members: [], facts: { state: draft.code } }) : refused(wrong);
  },
  perform: inOneChange(async (hub, { payload, by }, session): Promise<Outcome<{ result: string }>> => {
    const wrong = await stateProblem(hub, payload, session);
    if (wrong !== null) return refused(wrong);
    await hub.definitions.addState({ ...payload, addedAt: hub.clock.now() }, session);
    const act = { by, members: [], facts: { state: payload.code } };
    await recordAct(hub, { ...act, event: 'hub.configured' }, session);
    return accepted({ result: payload.code });
  }),
};
