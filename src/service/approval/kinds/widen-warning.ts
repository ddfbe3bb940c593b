// Widening the marking or the audience of a warning or practice of one's own.
import { z } from 'zod';
import { actorOf } from '../../../domain/directory.ts';
import { TLP_LEVELS } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import { MEMBER_KINDS } from '../../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../../domain/problem.ts';
import { audienceInWords } from '../../../domain/reading/audience-words.ts';
import { audienceProblems } from '../../../domain/warning-rules.ts';
import type { Hub } from '../../../hub.ts';
import { readWarning } from '../../item/read-warning.ts';
import { careOfWidening, type Widening, widenable, widenWarning } from '../../warning/widen-warning.ts';
import type { Approvable, Concern } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';
import { type Looser, looserInWords, looserShape } from './handling-shape.ts';

const warning = z.string().max(64);
const expectedVersion = z.int().positive();
const slugs = z.array(z.string().max(64)).min(1).max(500);

const marking = z.strictObject({ warning, expectedVersion, marking: z.enum(TLP_LEVELS) });

const audience = z.strictObject({
  warning,
  expectedVersion,
  alternatives: z
    .array(
      z.strictObject({
        sectors: slugs.optional(),
        countries: slugs.optional(),
        communities: slugs.optional(),
        kinds: z.array(z.enum(MEMBER_KINDS)).min(1).optional(),
        members: slugs.optional(),
        persons: slugs.optional(),
      }),
    )
    .max(8)
    .default([]),
  include: z.array(z.string().max(64)).max(500).default([]),
});

const handling = z.strictObject({ warning, expectedVersion, handling: looserShape });

const check = async (hub: Hub, actor: Actor, widening: Widening): Promise<Outcome<Concern>> => {
  const item = await widenable(hub, actor, widening);
  if (!item.ok) return item;
  const { access, summary } = item.value;
  const facts = { version: summary.version, from: access.tlp, to: widening.marking ?? access.tlp };
  return accepted({ members: [access.publisher], warning: widening.warning, facts });
};

/** What it is about, for whoever may read it. */
const lines = async (hub: Hub, actor: Actor, { warning: id }: Widening): Promise<string[]> => {
  const item = await readWarning(hub, actor, id);
  return item === null ? [] : [`Its headline: ${item.summary.headline}`];
};

const perform: Approvable<Widening>['perform'] = async (hub, { proposal, payload }, settle) => {
  hub.directory.forget();
  const directory = await hub.directory.current();
  // With the rights that the proposer has now.
  const way = { id: proposal.id, member: proposal.member, person: proposal.by, roles: null };
  const proposer = actorOf(directory, way);
  if (proposer === null) return refused(proposerLeft());
  return widenWarning(hub, {
    proposer,
    widening: payload,
    also: (session) => settle(session, { result: payload.warning }),
  });
};

const proposerLeft = () =>
  problem(
    'NOT_FOUND',
    '$.id',
    'Whoever proposed it may not sign in any more.',
    'Propose it again, by another person.',
  );

export const widenMarking: Approvable<Widening> = {
  about: 'widen the marking of a warning or practice of their organisation',
  payloadAbout:
    '`warning` (its id), `expectedVersion`, `marking` (CLEAR, GREEN, AMBER, AMBER+STRICT: wider than now)',
  read: (given) => {
    const read = readPayload(marking)(given);
    return read.ok ? accepted({ ...read.value, alternatives: [], include: [] }) : read;
  },
  sentence: (payload) =>
    `Mark ${payload.warning} TLP:${payload.marking ?? ''}, in a new version after ${payload.expectedVersion}.`,
  lines,
  care: careOfWidening,
  check,
  perform,
};

export const loosenHandling: Approvable<Widening> = {
  about: 'loosen how a warning or practice of their organisation may be used',
  payloadAbout:
    '`warning` (its id), `expectedVersion`, `handling` (the rules of publishWarning that are to be looser; `until` null is without end)',
  read: (given) => {
    const read = readPayload(handling)(given);
    if (!read.ok) return read;
    return accepted({ ...read.value, marking: null, alternatives: [], include: [] } as Widening);
  },
  sentence: ({ warning: id, expectedVersion: version, handling: rules = {} }) =>
    `Loosen how ${id} may be used, in a new version after ${version}: ${looserInWords(rules as Looser)}.`,
  lines,
  check,
  perform,
};

export const widenAudience: Approvable<Widening> = {
  about: 'address a warning or practice of their organisation to further readers',
  payloadAbout:
    '`warning` (its id), `expectedVersion`, `alternatives` (further ones of the audience, as in publishWarning), `include` (slugs of members that are not excluded any more)',
  read: (given) => {
    const read = readPayload(audience)(given);
    if (!read.ok) return read;
    const widening = { ...read.value, marking: null } as Widening;
    if (widening.alternatives.length + widening.include.length === 0) {
      const remedy = 'Give `alternatives`, `include` or both.';
      return refused(problem('PAYLOAD_MALFORMED', '$.payload', 'It would address nobody further.', remedy));
    }
    const wrong = audienceProblems({ alternatives: widening.alternatives, excludes: [] }).map(
      ({ path, ...each }) => ({ ...each, path: path.replace('$.audience', '$.payload') }),
    );
    return wrong.length > 0 && widening.alternatives.length > 0 ? refused(...wrong) : accepted(widening);
  },
  sentence: ({ warning: id, expectedVersion: version, alternatives, include }) =>
    [
      `Address ${id} to further readers, in a new version after ${version}:`,
      [
        ...(alternatives.length === 0 ? [] : [audienceInWords({ alternatives, excludes: [] })]),
        ...(include.length === 0 ? [] : [`no longer excluded: ${include.join(', ')}`]),
      ].join('; '),
    ].join(' ') + '.',
  lines,
  care: careOfWidening,
  check,
  perform,
};
