// In what twin worlds differ: only in what the reader may not see. Each kind is drawn from a stream of its own, so that a
// pair can be played again with one kind alone.

import type { StixObject } from 'stix2-ts/stix-object';
import type { DeclaredDependency } from '../../../src/domain/cascade/cascade.ts';
import { DEFAULT_DEPENDENCIES } from '../../../src/domain/cascade/cascade-matrix.ts';
import type { Member } from '../../../src/domain/member.ts';
import { memberOf } from '../cast.ts';
import type { Random } from '../random.ts';
import { type Act, bundleOf, makeActs, makePublication, underPolicies } from '../world/acts.ts';
import type { TwinPartnership } from './twin-partnership.ts';

export const DIFFERENCES = [
  'warnings that are hidden, by members that publish nothing the reader sees',
  'hidden warnings of members that publish visible ones too',
  'a flood of hidden warnings like a visible one',
  'dependencies that others declared',
  'clients that others declared',
  'rulings on what the reader may not read',
  'members and keys',
  'answers of others',
  'who an unnamed publisher is',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** The audience leaves out the reader, and everybody who publishes what the reader sees: nobody acts on it visibly. */
const hiddenFrom = ({ reader, publishers }: TwinPartnership, act: Act, more: readonly string[] = []): Act => {
  const { audience } = act.draft;
  const excludes = [...new Set([...audience.excludes, reader.member.slug, ...publishers, ...more])];
  return { ...act, draft: { ...act.draft, audience: { ...audience, excludes } } };
};

const onlyThese = (members: readonly Member[], slugs: readonly string[]): Member[] =>
  members.map((member) => ({ ...member, mayPublish: slugs.includes(member.slug) }));

export const hiddenActs = (random: Random, twins: TwinPartnership, count: number): Act[] =>
  makeActs(random, onlyThese(twins.members, twins.outsiders), count).map((act) => hiddenFrom(twins, act));

/** With objects under ids of their own: what is visible is judged by what its publisher has published before. */
export const hiddenActsOfPublishers = (random: Random, twins: TwinPartnership, count: number): Act[] => {
  const others = twins.publishers.filter((slug) => slug !== twins.reader.member.slug);
  const acts = Array.from({ length: count }, (_, index) =>
    makePublication(random, onlyThese(twins.members, others), index),
  );
  const isSafe = ({ given }: Act): boolean =>
    given.every(({ object }) => object.type !== 'malware' && object.type !== 'report');
  return acts.filter(isSafe).map((act, of) => hiddenFrom(twins, { ...act, of }));
};

const isEvidence = ({ type }: StixObject): boolean =>
  ['vulnerability', 'indicator', 'ipv4-addr', 'tool'].includes(type);

/** The same advisory, CVEs, patterns, observables and names as a visible one, under other ids. */
export const flood = (
  random: Random,
  twins: TwinPartnership,
  shared: readonly Act[],
  count: number,
): Act[] => {
  const models = shared.filter(({ verb, given }) => verb === 'PUBLISH' && given.length > 0);
  return Array.from({ length: count }, (_, of) => {
    const model = random.pick(models.length > 0 ? models : shared);
    const given = model.given
      .filter(({ object }) => isEvidence(object) || object.type === 'marking-definition')
      .map((each) =>
        each.object['modified'] === undefined
          ? each
          : { ...each, object: { ...each.object, id: `${each.object.type}--${random.uuid()}` } },
      );
    const by = twins.outsiders[0] ?? '';
    const draft = { ...model.draft, bundle: bundleOf(random, given) };
    return hiddenFrom(twins, { ...model, verb: 'PUBLISH', by, of, given, draft });
  });
};

const isPart = (one: string, other: string): boolean => one === other || one.startsWith(`${other}/`);
const touches = (one: string, other: string): boolean => isPart(one, other) || isPart(other, one);

/** Whether anything reaches the reader through this member, so that an edge to it would be felt. */
const leadsToReader = ({ reader, dependencies }: TwinPartnership, member: Member): boolean =>
  member.id === reader.member.id ||
  dependencies.some(({ provider, dependent }) => provider === member.id && dependent === reader.member.id) ||
  DEFAULT_DEPENDENCIES.some(
    ({ from, to }) =>
      member.sectors.some((sector) => touches(from, sector)) &&
      reader.member.sectors.some((sector) => touches(to, sector)),
  );

/** Members that publish nothing and through whom nothing reaches the reader. */
const bystanders = (twins: TwinPartnership): Member[] =>
  twins.members.filter((member) => !member.mayPublish && !leadsToReader(twins, member));

export const hiddenEdges = (random: Random, twins: TwinPartnership): DeclaredDependency[] => {
  const dependents = bystanders(twins);
  if (dependents.length === 0) return [];
  return Array.from({ length: 3 + random.below(8) }, (_, index) => {
    const dependent = random.pick(dependents);
    const provider = random.pick(twins.members.filter(({ id }) => id !== dependent.id));
    return {
      id: `dependency--hidden-${index}`,
      provider: provider.id,
      dependent: dependent.id,
      service: 'power',
      strength: random.pick([0.3, 0.7, 1]),
      redundancy: random.pick([0, 0.2]),
      bufferHours: random.pick([null, 4]),
    };
  });
};

/** The members with their new clients. */
export const hiddenClients = (random: Random, twins: TwinPartnership): Member[] => {
  const clients = twins.members.filter(({ id, mayPublish }) => !mayPublish && id !== twins.reader.member.id);
  const providers = random.some(
    twins.members.filter(({ id }) => id !== twins.reader.member.id),
    1,
    4,
  );
  return providers.map((member) => {
    const fresh = random.some(clients, 1, 3).filter(({ id }) => id !== member.id);
    return { ...member, clients: [...new Set([...member.clients, ...fresh.map(({ id }) => id)])] };
  });
};

export const hiddenMembers = (random: Random, twins: TwinPartnership): Member[] =>
  // Whoever belongs to a member that publishes is shown which members its warnings reach.
  twins.reader.member.mayPublish
    ? []
    : Array.from({ length: 1 + random.below(3) }, (_, index) =>
        memberOf(`newcomer-${index}`, {
          kind: 'OPERATOR',
          sectors: ['energy/electricity', 'health', 'transport'],
          countries: ['XA', 'XB'],
        }),
      );

/** A visible warning under a policy that withholds its publisher, with objects that one candidate has published before. */
export const unnamedAct = (random: Random, twins: TwinPartnership, shared: readonly Act[]): Act => {
  const [named] = twins.candidates;
  const told = shared
    .filter(({ by, verb }) => by === named && verb === 'PUBLISH')
    .flatMap(({ given }) => given)
    .filter(({ object, tlp }) => isEvidence(object) && tlp === null);
  const model = shared.find(({ by, draft }) => by === named && draft.externalReferences.length > 0);
  const [, act] = underPolicies(random, twins.members);
  if (act === undefined) throw new Error('a world has an unnaming policy');
  const given = [...act.given, ...new Map(told.map((each) => [each.object.id, each])).values()];
  const draft = {
    ...act.draft,
    externalReferences: model?.draft.externalReferences ?? [],
    bundle: bundleOf(random, given),
  };
  return { ...act, given, draft };
};

/** Two tools of a stranger under the names of two that are visible, and how they are joined. */
export const namesakes = (random: Random, twins: TwinPartnership, shared: readonly Act[]): Act | null => {
  const names = new Set(
    shared.flatMap(({ given }) =>
      given.flatMap(({ object }) => (object.type === 'tool' ? [String(object['name'])] : [])),
    ),
  );
  if (names.size < 2) return null;
  const [one = '', other = ''] = random.some([...names], 2, 2);
  const aliases = random.chance(0.5) ? [other] : ['Alias of a stranger'];
  const given = [
    { name: one, aliases },
    { name: other, aliases: ['Alias of a stranger'] },
  ].map((named) => ({
    object: {
      type: 'tool',
      spec_version: '2.1',
      id: `tool--${random.uuid()}`,
      created: '2026-02-01T00:00:00.000Z',
      modified: '2026-02-01T00:00:00.000Z',
      ...named,
    },
    tlp: null,
  }));
  const by = twins.stranger;
  const act = makePublication(random, onlyThese(twins.members, [by]), 0);
  return hiddenFrom(twins, {
    ...act,
    by,
    given,
    draft: { ...act.draft, exercise: null, bundle: bundleOf(random, given) },
  });
};
