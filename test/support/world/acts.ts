// What happens in a generated world, in order: warnings with bundles whose objects have their own markings, all kinds of
// duplicates, exercises, corrections, cancellations. Each object comes with its intended marking.
import { observableIdentifier } from 'stix2-ts/identifier';
import type { StixObject } from 'stix2-ts/stix-object';
import { type EffectiveTlp, strictest } from '../../../src/domain/marking.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { Draft, WarningDraft } from '../../../src/domain/warning.ts';
import { identifierFor } from '../../../src/exchange/identifier-for.ts';
import { type Random, randomOf } from '../random.ts';
import { CREATED, DEFINITIONS, type Facts, MARKINGS, type Marked, UNNAMING } from './markings.ts';
import { makeAudience, makeTlp } from './worlds.ts';

export type Given = Facts & { readonly object: StixObject };

export type Act = {
  readonly verb: 'PUBLISH' | 'UPDATE' | 'CANCEL' | 'RECALL' | 'NARROW';
  /** Of a narrowing: slug of the member that loses it. */
  readonly without?: string;
  /** Slug of the publisher. */
  readonly by: string;
  /** Index of the act that published the warning this one corrects; its own index for PUBLISH. */
  readonly of: number;
  readonly draft: Draft;
  readonly given: readonly Given[];
  /** The stricter of the draft's marking and the report's own. */
  readonly tlp: EffectiveTlp;
};

/** Who is no member. */
const THIRD_PARTY = identifierFor('identity', 'a third party');

const common = (id: string, modified = CREATED) => ({ spec_version: '2.1', id, created: CREATED, modified });

const makeObject = (random: Random, owners: readonly Member[]): Given => {
  const { marks, ...facts } = random.pick(MARKINGS)('name');
  const shape = random.below(5);
  if (shape === 0) {
    // One id from several sources: each version has one content, and some are contested by marking or by name.
    // Half of the ids belong to a member, who alone may make versions, and two to a third party, of whom every content is
    // kept; some versions revoke their object, mostly one without an owner here.
    const number = random.below(8);
    const name = `shared-${number}`;
    const owner = number < 4 ? undefined : owners[number % Math.max(owners.length, 1)];
    const creator = number < 2 ? THIRD_PARTY : owner?.identity;
    const version = random.below(3);
    const isContested = random.chance(0.15);
    const object = {
      type: 'malware',
      ...common(identifierFor('malware', name), `2026-02-0${version + 1}T00:00:00.000Z`),
      name: `${name} ${version}${isContested ? ` by ${random.below(100)}` : ''}`,
      is_family: false,
      ...(creator === undefined ? {} : { created_by_ref: creator }),
      ...(version > 0 && random.chance(owner === undefined ? 0.2 : 0.06) ? { revoked: true } : {}),
      ...(isContested ? marks : {}),
    };
    return { object, ...(isContested ? facts : { tlp: null }) };
  }
  if (shape === 1) {
    const name = `CVE-2026-${1000 + random.below(12)}`;
    return {
      object: { type: 'vulnerability', ...common(`vulnerability--${random.uuid()}`), name, ...marks },
      ...facts,
    };
  }
  if (shape === 2) {
    const pattern = `[ipv4-addr:value = '198.51.100.${random.below(12)}']`;
    const object = {
      type: 'indicator',
      ...common(`indicator--${random.uuid()}`),
      name: 'Beacon',
      pattern,
      pattern_type: 'stix',
      valid_from: CREATED,
      ...marks,
    };
    return { object, ...facts };
  }
  if (shape === 3) {
    const address = { type: 'ipv4-addr', value: `203.0.113.${random.below(12)}` };
    const { marks: own, ...said } = random.pick(MARKINGS)('value');
    const id = observableIdentifier(address) ?? '';
    return { object: { ...address, spec_version: '2.1', id, ...own }, ...said };
  }
  return { object: { ...makeTool(random), ...marks }, ...facts };
};

/** Few names and fewer aliases, so that tools match by name, by alias, or share one. */
const makeTool = (random: Random): StixObject => {
  const nameOf = (): string => `Tool ${random.below(40)}`;
  const name = nameOf();
  const aliases = [
    ...(random.chance(0.6) ? [`Alias ${random.below(12)}`] : []),
    ...(random.chance(0.2) ? [nameOf()] : []),
  ];
  return {
    type: 'tool',
    ...common(`tool--${random.uuid()}`),
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
  };
};

/** Two tools that one publisher knows under one alias: a pair that some reviewer can surely rule on. */
const makeQuestion = (random: Random): Given[] => {
  const aliases = [`Alias ${random.below(12)}`];
  return [makeTool(random), makeTool(random)].map((tool) => ({ object: { ...tool, aliases }, tlp: null }));
};

const makeGiven = (random: Random, owners: readonly Member[]): Given[] => {
  if (random.chance(0.3)) return [];
  const objects = Array.from({ length: 1 + random.below(5) }, () => makeObject(random, owners));
  const [first, second] = objects;
  const edge: Given[] =
    first === undefined || second === undefined
      ? []
      : [
          {
            object: {
              type: 'relationship',
              ...common(`relationship--${random.uuid()}`),
              relationship_type: 'related-to',
              source_ref: first.object.id,
              target_ref: second.object.id,
            },
            tlp: null,
          },
        ];
  const all = [...objects, ...edge, ...(random.chance(0.1) ? makeQuestion(random) : [])];
  const report = random.chance(0.3) ? [makeReport(random, all)] : [];
  return [...DEFINITIONS.map((object) => ({ object, tlp: null })), ...distinct([...all, ...report])];
};

/** A bundle holds each id and modified at most once. */
const distinct = (given: readonly Given[]): Given[] => [
  ...new Map(given.map((each) => [`${each.object.id} ${String(each.object['modified'])}`, each])).values(),
];

const makeReport = (random: Random, given: readonly Given[]): Given =>
  reportWith(random, given, random.pick(MARKINGS.slice(0, -1))('name'));

const reportWith = (random: Random, given: readonly Given[], { marks, ...facts }: Marked): Given => {
  return {
    object: {
      type: 'report',
      ...common(`report--${random.uuid()}`),
      name: 'Report of the producer',
      report_types: ['threat-report'],
      published: CREATED,
      object_refs: [...new Set(given.map(({ object }) => object.id))],
      ...marks,
    },
    ...facts,
  };
};

const CONCERNED = ['energy', 'energy/electricity', 'health', 'telecom'];

export const bundleOf = (random: Random, given: readonly Given[]) =>
  given.length === 0
    ? null
    : { type: 'bundle', id: `bundle--${random.uuid()}`, objects: given.map(({ object }) => object) };

const texts = (
  random: Random,
  index: number,
): Omit<WarningDraft, 'kind' | 'marking' | 'audience' | 'allowEmptyAudience' | 'exercise'> => ({
  headline: `Warning ${index}`,
  summary: `What happened in ${index}`,
  actions: [{ text: 'Look at your gateways', by: null }],
  contacts: [],
  urgency: 'IMMEDIATE',
  severity: random.pick(['SEVERE', 'MODERATE', 'MINOR']),
  certainty: 'OBSERVED',
  validUntil: null,
  language: 'en',
  translations: [],
  sectorsConcerned: random.some(CONCERNED, 0, 2),
  countriesConcerned: random.some(['XA', 'XB', 'XC'], 0, 2),
  bundle: null,
  externalReferences: random.chance(0.5)
    ? [{ source: 'producer', id: `ADV-26-${100 + random.below(10)}`, url: null }]
    : [],
});

const reportTlp = (given: readonly Given[]): EffectiveTlp | null =>
  given.find(({ object }) => object.type === 'report')?.tlp ?? null;

export const makePublication = (random: Random, members: readonly Member[], index: number): Act => {
  const publishers = members.filter(({ mayPublish }) => mayPublish);
  const given = makeGiven(random, publishers);
  const asked = makeTlp(random);
  const { actions, contacts, urgency, severity, certainty, validUntil, ...shared } = texts(random, index);
  const common = {
    ...shared,
    marking: asked,
    audience: makeAudience(random, members, asked),
    allowEmptyAudience: true,
    exercise: random.chance(0.15) ? 'winter-drill' : null,
    bundle: bundleOf(random, given),
  };
  const draft: Draft = random.chance(0.85)
    ? { kind: 'WARNING', ...common, actions, contacts, urgency, severity, certainty, validUntil }
    : {
        kind: 'PRACTICE',
        ...common,
        practiceKind: 'MEASURE',
        problem: 'Gateways stand open',
        steps: ['Close them'],
        evidence: null,
        limits: null,
        licence: null,
        reviewDue: null,
      };
  const by = random.pick(publishers).slug;
  const own = reportTlp(given);
  return { verb: 'PUBLISH', by, of: index, draft, given, tlp: own === null ? asked : strictest(asked, own) };
};

/** For everybody, under a policy that ends and under one that withholds its publisher: every world has both. */
export const underPolicies = (random: Random, members: readonly Member[]): Act[] =>
  MARKINGS.map((marked) => marked('name'))
    .filter(({ ends, isUnnamed }) => ends === true || isUnnamed === true)
    .map((marked, index) => {
      const definitions = DEFINITIONS.map((object): Given => ({ object, tlp: null }));
      const given = [...definitions, reportWith(random, definitions, marked)];
      const act = forEverybody(random, members, given, index);
      return { ...act, tlp: strictest('GREEN', marked.tlp ?? 'CLEAR') };
    });

const forEverybody = (
  random: Random,
  members: readonly Member[],
  given: readonly Given[],
  index: number,
): Act => {
  const act = makePublication(random, members, index);
  const open = {
    marking: 'GREEN' as const,
    audience: { alternatives: [{}], excludes: [] },
    exercise: null,
    bundle: bundleOf(random, given),
  };
  return { ...act, draft: { ...act.draft, ...open }, given, tlp: 'GREEN' };
};

/** An object without an owner here that one source asserts and another revokes: every world has one too. */
const disowned = (random: Random, members: readonly Member[], from: number, name = 'disowned'): Act[] => {
  const publishers = members.filter(({ mayPublish }) => mayPublish);
  return [publishers[0], publishers.at(-1)].flatMap((publisher, index) => {
    if (publisher === undefined) return [];
    const object = {
      type: 'malware',
      ...common(identifierFor('malware', name), `2026-02-0${index + 1}T00:00:00.000Z`),
      name,
      is_family: false,
      ...(index === 0 ? {} : { revoked: true }),
    };
    const act = forEverybody(random, members, [{ object, tlp: null }], from + index);
    return [{ ...act, by: publisher.slug }];
  });
};

/**
 * A version of a third party's object with one content in AMBER, with another of another source, and with a third of the
 * first source, who then repeats the other's: every world has these too.
 */
const toldOtherwise = (random: Random, members: readonly Member[], from: number): Act[] => {
  const publishers = members.filter(({ mayPublish }) => mayPublish);
  const [one, other] = [publishers[0], publishers.at(-1)];
  const shared = { type: 'malware', ...common(identifierFor('malware', 'told otherwise')), is_family: false };
  const tellings = [
    { by: one, confidence: 10, tlp: 'AMBER' as const },
    { by: other, confidence: 20, tlp: 'GREEN' as const },
    { by: one, confidence: 30, tlp: 'GREEN' as const },
    { by: one, confidence: 20, tlp: 'GREEN' as const },
  ];
  return tellings.map(({ by, confidence, tlp }, index) => {
    const object = { ...shared, name: 'told otherwise', created_by_ref: THIRD_PARTY, confidence };
    const act = forEverybody(random, members, [{ object, tlp: null }], from + index);
    return { ...act, by: by?.slug ?? act.by, draft: { ...act.draft, marking: tlp }, tlp };
  });
};

/**
 * One source asserts an object in AMBER and then in GREEN, and somebody unnamed asserts it without a report of its own:
 * every world has these too.
 */
const openedLater = (random: Random, members: readonly Member[], from: number): Act[] => {
  const shared = { type: 'malware', ...common(identifierFor('malware', 'opened later')), is_family: false };
  const malware: Given = { object: { ...shared, name: 'opened later' }, tlp: null };
  const policy: Given = { object: UNNAMING, tlp: null };
  const marks = { name: 'Marked', object_marking_refs: [UNNAMING.id] };
  const tool = { type: 'tool', ...common(`tool--${random.uuid()}`), ...marks };
  const bundles = [[malware], [malware], [policy, malware, { object: tool, tlp: 'CLEAR', isUnnamed: true }]];
  const [by] = members.filter(({ mayPublish }) => mayPublish);
  return bundles.map((given, index) => {
    const act = forEverybody(random, members, given as Given[], from + index);
    const tlp = index === 0 ? 'AMBER' : 'GREEN';
    return { ...act, by: by?.slug ?? act.by, draft: { ...act.draft, marking: tlp }, tlp };
  });
};

/** Two publishers warn everybody of one CVE: in every world there are warnings that corroborate each other. */
const reportedTwice = (random: Random, members: readonly Member[], from: number): Act[] => {
  const publishers = members.filter(({ mayPublish }) => mayPublish);
  return [publishers[0], publishers.at(-1)].map((by, index) => {
    const flaw = {
      type: 'vulnerability',
      ...common(`vulnerability--${random.uuid()}`),
      name: 'CVE-2026-0999',
    };
    const given: Given[] = [{ object: flaw, tlp: null }];
    let act = forEverybody(random, members, given, from + index);
    while (act.draft.kind !== 'WARNING') act = forEverybody(random, members, given, from + index);
    return { ...act, by: by?.slug ?? act.by };
  });
};

/** Publications, and among them corrections and cancellations of earlier ones. */
export const makeActs = (random: Random, members: readonly Member[], count: number): Act[] => {
  const acts = underPolicies(random, members);
  acts.push(...disowned(random, members, acts.length));
  acts.push(...openedLater(random, members, acts.length));
  for (let index = acts.length; index < count; index += 1) {
    const earlier = acts.filter(({ verb }) => verb === 'PUBLISH');
    const isCorrection = earlier.length > 5 && random.chance(0.15);
    if (!isCorrection) {
      acts.push(makePublication(random, members, index));
      continue;
    }
    const { by, of, draft, tlp } = random.pick(earlier);
    if (random.chance(0.4)) {
      acts.push({ verb: 'CANCEL', by, of, draft, given: [], tlp });
      continue;
    }
    const given = makeGiven(
      random,
      members.filter(({ mayPublish }) => mayPublish),
    );
    const own = reportTlp(given);
    const corrected = correctedBy(draft, texts(random, index), bundleOf(random, given));
    acts.push({ verb: 'UPDATE', by, of, draft: corrected, given, tlp: strictest(tlp, own ?? 'CLEAR') });
  }
  // Last, so that nothing cancels one of them, as it may the first disowned ones.
  acts.push(...toldOtherwise(random, members, acts.length));
  acts.push(...reportedTwice(random, members, acts.length));
  // By draws of its own: whatever is drawn after the acts stays as it was.
  acts.push(...disowned(randomOf(count), members, acts.length, 'disowned last'));
  return acts;
};

/** The draft with other texts: a practice has no warning-specific ones. */
const correctedBy = (draft: Draft, written: ReturnType<typeof texts>, bundle: unknown): Draft => {
  if (draft.kind === 'WARNING') return { ...draft, ...written, bundle };
  const { actions, contacts, urgency, severity, certainty, validUntil, ...shared } = written;
  return { ...draft, ...shared, bundle, steps: [...draft.steps, 'Look again'] };
};

/** What a correction may change in a draft. */
export const correctionOf = <Of extends Draft>(draft: Of) => {
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...correction } = draft;
  return correction;
};
