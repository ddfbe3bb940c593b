// What attackers and mistakes do in a world: references to what most may not read, words about what the publisher does not
// know, objects that a correction takes out, definitions for few that objects for many refer to, floods. Each returns acts
// that follow each other.

import { observableIdentifier } from 'stix2-ts/identifier';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Audience } from '../../../src/domain/audience.ts';
import type { Tlp } from '../../../src/domain/marking.ts';
import type { Member } from '../../../src/domain/member.ts';
import { identifierFor } from '../../../src/exchange/identifier-for.ts';
import type { Random } from '../random.ts';
import { type Act, bundleOf, type Given, makePublication, underPolicies } from '../world/acts.ts';

const AT = '2026-03-01T00:00:00.000Z';
const EVERYBODY: Audience = { alternatives: [{}], excludes: [] };
const only = (...slugs: string[]): Audience => ({ alternatives: [{ members: slugs }], excludes: [] });

type Stage = {
  readonly random: Random;
  readonly members: readonly Member[];
  /** Index of the next act. */
  next: number;
};

const made = ({ random }: Stage, type: string, more: object): StixObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${random.uuid()}`,
  created: AT,
  modified: AT,
  ...more,
});

const toolOf = (stage: Stage): StixObject =>
  made(stage, 'tool', { name: `Kit ${stage.random.uuid().slice(0, 8)}` });

const addressOf = ({ random }: Stage): StixObject => {
  const address = { type: 'ipv4-addr', value: `192.0.2.${random.below(250)}` };
  return { ...address, spec_version: '2.1', id: observableIdentifier(address) ?? '' };
};

type Said = {
  readonly by: string;
  readonly marking: Tlp;
  readonly audience: Audience;
  readonly exercise?: string;
};

const say = (stage: Stage, said: Said, objects: readonly StixObject[]): Act => {
  const { random, members } = stage;
  const act = makePublication(random, members, stage.next);
  const given: Given[] = objects.map((object) => ({ object, tlp: null }));
  const { by, marking, audience, exercise = null } = said;
  const of = stage.next;
  stage.next += 1;
  const draft = {
    ...act.draft,
    marking,
    audience,
    exercise,
    allowEmptyAudience: true,
    externalReferences: [],
    bundle: given.length === 0 ? null : bundleOf(random, given),
  };
  return { verb: 'PUBLISH', by, of, draft, given, tlp: marking };
};

const again = (stage: Stage, act: Act, verb: 'UPDATE' | 'CANCEL', objects: readonly StixObject[]): Act => {
  const given: Given[] = objects.map((object) => ({ object, tlp: null }));
  stage.next += 1;
  return { ...act, verb, given, draft: { ...act.draft, bundle: bundleOf(stage.random, given) } };
};

/** Every type of object that refers to others, about two ids. */
const aboutThem = (stage: Stage, own: StixObject, one: string, other: string): StixObject[] => [
  own,
  made(stage, 'relationship', { relationship_type: 'related-to', source_ref: own.id, target_ref: one }),
  made(stage, 'sighting', { sighting_of_ref: one }),
  made(stage, 'note', { content: 'About it.', object_refs: [own.id, other] }),
  made(stage, 'opinion', { opinion: 'agree', object_refs: [one] }),
  made(stage, 'grouping', {
    name: 'They',
    context: 'suspicious-activity',
    object_refs: [own.id, one, other],
  }),
  made(stage, 'observed-data', {
    first_observed: AT,
    last_observed: AT,
    number_observed: 1,
    object_refs: [other],
  }),
];

const reportOn = (stage: Stage, ...ids: readonly string[]): StixObject =>
  made(stage, 'report', {
    name: 'All of it',
    report_types: ['threat-report'],
    published: AT,
    object_refs: ids,
  });

type Parts = { readonly teller: string; readonly other: string; readonly third: string };

const references = (stage: Stage, { teller, other, third }: Parts): Act[] => {
  const [kit, address] = [toolOf(stage), addressOf(stage)];
  const own = toolOf(stage);
  const known = aboutThem(stage, own, kit.id, address.id);
  return [
    say(stage, { by: teller, marking: 'AMBER+STRICT', audience: only(third) }, [kit, address]),
    // The publisher knows what it refers to.
    say(stage, { by: teller, marking: 'GREEN', audience: EVERYBODY }, [
      ...known,
      reportOn(stage, own.id, kit.id, address.id),
    ]),
    // This one does not: they are its own words.
    say(
      stage,
      { by: other, marking: 'GREEN', audience: EVERYBODY },
      aboutThem(stage, toolOf(stage), kit.id, address.id),
    ),
    // Without any of its own but references to the hidden.
    say(stage, { by: teller, marking: 'GREEN', audience: EVERYBODY }, [reportOn(stage, kit.id)]),
  ];
};

const withdrawals = (stage: Stage, { teller, other }: Parts): Act[] => {
  const [kept, gone, lost] = [toolOf(stage), toolOf(stage), toolOf(stage)];
  const first = say(stage, { by: teller, marking: 'GREEN', audience: EVERYBODY }, [kept, gone]);
  const corrected = again(stage, first, 'UPDATE', [kept]);
  const second = say(stage, { by: other, marking: 'GREEN', audience: EVERYBODY }, [lost, addressOf(stage)]);
  return [first, corrected, second, again(stage, second, 'CANCEL', [])];
};

/** What everybody may read at first, what refers to it in a version of another, and lists of that; then it is cancelled. */
const withheldLater = (stage: Stage, { teller, other }: Parts): Act[] => {
  const [elsewhere, own] = [toolOf(stage), toolOf(stage)];
  const open = say(stage, { by: other, marking: 'GREEN', audience: EVERYBODY }, [elsewhere]);
  const about = aboutThem(stage, own, elsewhere.id, elsewhere.id);
  const list = reportOn(stage, ...about.map(({ id }) => id));
  return [
    open,
    say(stage, { by: teller, marking: 'GREEN', audience: EVERYBODY }, [...about, list]),
    again(stage, open, 'CANCEL', []),
  ];
};

const definitions = (stage: Stage, { teller }: Parts): Act[] => {
  // On probation, or overdue with its attestation, a member reads nothing above GREEN and could not refer to the definition.
  const other = stage.random.pick(
    stage.members.filter(
      ({ slug, mayPublish, standing, attestedAt }) =>
        slug !== teller && mayPublish && standing === 'MEMBER' && attestedAt === null,
    ),
  ).slug;
  const name = `few may know ${stage.random.uuid()}`;
  const definition: StixObject = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: identifierFor('marking-definition', name),
    created: AT,
    definition_type: 'statement',
    definition: { statement: name },
  };
  const marked = { ...toolOf(stage), object_marking_refs: [definition.id] };
  return [
    say(stage, { by: teller, marking: 'AMBER', audience: only(other) }, [definition]),
    // Its publisher has read the definition and does not send it.
    say(stage, { by: other, marking: 'CLEAR', audience: EVERYBODY }, [marked, toolOf(stage)]),
  ];
};

const greenAfterAmber = (stage: Stage, { teller, other }: Parts): Act[] => {
  const kit = toolOf(stage);
  return [
    say(stage, { by: teller, marking: 'AMBER', audience: only(other) }, [kit]),
    say(stage, { by: teller, marking: 'GREEN', audience: EVERYBODY }, [kit]),
  ];
};

/** An object says that its provider must not be named, and there is no report of the publisher's own. */
const unnamedWithoutReport = (stage: Stage, { teller }: Parts): Act[] => {
  const [, model] = underPolicies(stage.random, stage.members);
  const given = (model?.given ?? []).flatMap((each) => {
    if (each.object.type !== 'report') return [each];
    const { object_marking_refs: marks } = each.object;
    return [{ ...each, object: { ...toolOf(stage), object_marking_refs: marks } }];
  });
  const act = say(stage, { by: teller, marking: 'GREEN', audience: EVERYBODY }, []);
  return [{ ...act, given, draft: { ...act.draft, bundle: bundleOf(stage.random, given) } }];
};

const besideExercises = (stage: Stage, { teller, third }: Parts): Act[] => {
  const [drilled, address] = [toolOf(stage), addressOf(stage)];
  const drill = { by: teller, marking: 'AMBER', audience: only(third), exercise: 'winter-drill' } as const;
  return [
    say(stage, drill, [drilled, address]),
    say(
      stage,
      { by: teller, marking: 'GREEN', audience: EVERYBODY },
      aboutThem(stage, toolOf(stage), drilled.id, address.id),
    ),
  ];
};

const floods = (stage: Stage, { other, third }: Parts, size: number): Act[] => {
  const address = addressOf(stage);
  return Array.from({ length: size }, () =>
    say(stage, { by: other, marking: 'GREEN', audience: { alternatives: [{}], excludes: [third] } }, [
      address,
      toolOf(stage),
    ]),
  );
};

export const ADVERSARIES = {
  references,
  withdrawals,
  definitions,
  greenAfterAmber,
  unnamedWithoutReport,
  besideExercises,
  withheldLater,
} as const;

/** Each of them with publishers drawn anew, and a flood. `from` is the index of the first act. */
export const adversaries = (
  random: Random,
  members: readonly Member[],
  from: number,
  flood: number,
): Act[] => {
  const stage: Stage = { random, members, next: from };
  const partsOf = (): Parts => {
    const publishers = members.filter(({ mayPublish }) => mayPublish).map(({ slug }) => slug);
    const [teller = '', other = ''] = random.some(publishers, 2, 2);
    const third = random.pick(members.filter(({ slug }) => slug !== teller && slug !== other)).slug;
    return random.chance(0.5) ? { teller, other, third } : { teller: other, other: teller, third };
  };
  return [
    ...Object.values(ADVERSARIES).flatMap((make) => make(stage, partsOf())),
    ...floods(stage, partsOf(), flood),
  ];
};
