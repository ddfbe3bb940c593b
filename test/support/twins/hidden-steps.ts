// What only one of two twin worlds has, as steps that it alone takes; and how a side plays an act.
import type { Member } from '../../../src/domain/member.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import {
  acceptDuplicate,
  rejectDuplicate,
  undoMerge,
} from '../../../src/service/duplicate/review-duplicates.ts';
import {
  acceptObjectDuplicate,
  rejectObjectDuplicate,
  undoObjectMerge,
} from '../../../src/service/entity/review-entities.ts';
import { randomOf } from '../random.ts';
import type { Act } from '../world/acts.ts';
import { admit, perform } from '../world/played-world.ts';
import type { Difference } from './differences.ts';
import * as kinds from './differences.ts';
import type { Side } from './side.ts';
import type { TwinPartnership } from './twin-partnership.ts';

/** One side, and what of the acts it has played. */
export type Twin = {
  readonly side: Side;
  readonly played: Map<string, { id: string; version: number }>;
  readonly actors: Map<string, Awaited<ReturnType<typeof admit>>['actor']>;
};

export const actorOf = async (
  { side, actors }: Twin,
  slug: string,
  role: 'publisher' | 'manager' = 'publisher',
) => {
  const key = `${slug} ${role}`;
  const known = actors.get(key);
  if (known !== undefined) return known;
  side.draws.begin(`key of ${key}`);
  const { actor } = await admit(side, { member: slug, role, person: `${slug}/ann` });
  actors.set(key, actor);
  return actor;
};

/** `list` names the list that the act is of; the result is what its publisher was told. */
export const play = async (twin: Twin, list: string, index: number, act: Act): Promise<string> => {
  const former = act.verb === 'PUBLISH' ? undefined : twin.played.get(`${list} ${act.of}`);
  if (act.verb !== 'PUBLISH' && former === undefined) return 'skipped';
  const actor = await actorOf(twin, act.by);
  twin.side.draws.begin(`${list} ${index}`);
  const outcome = await perform(twin.side, actor, act, former);
  if (!outcome.ok) return JSON.stringify(outcome.problems);
  const { warning: id, version } = outcome.value;
  if (act.verb !== 'CANCEL') twin.played.set(`${list} ${act.of}`, { id, version });
  else twin.played.delete(`${list} ${act.of}`);
  return `${id} ${version}`;
};

export type Hidden = {
  /** In the order in which they happen. `isAfterAll`: once the workers have done what there is. */
  readonly steps: readonly {
    readonly name: string;
    readonly isAfterAll?: boolean;
    run(twin: Twin): Promise<unknown>;
  }[];
  readonly acts: readonly Act[];
};

const ofDirectory = (name: string, twins: TwinPartnership, seed: number): Hidden['steps'] => {
  const random = randomOf(seed);
  const save =
    (members: readonly Member[]) =>
    async ({ side }: Twin) => {
      for (const member of members) await side.hub.members.save(member);
      side.hub.directory.forget();
    };
  if (name === 'dependencies that others declared')
    return kinds.hiddenEdges(random, twins).map((edge) => ({
      name: `dependency of ${edge.dependent} on ${edge.provider}`,
      run: async ({ side }) => {
        await side.hub.members.saveDependency(edge);
        side.hub.directory.forget();
      },
    }));
  if (name === 'clients that others declared')
    return kinds.hiddenClients(random, twins).map((member) => ({
      name: `clients of ${member.slug}`,
      run: save([member]),
    }));
  const keyFor = (member: Member) => ({
    name: `a key of ${member.slug}`,
    run: async (twin: Twin) => {
      twin.side.draws.begin(`a hidden key of ${member.slug}`);
      await admit(twin.side, { member: member.slug, role: 'analyst', person: `${member.slug}/zed` });
    },
  });
  const newcomers = kinds.hiddenMembers(random, twins);
  const keyed = random.some(
    twins.members.filter(({ id }) => id !== twins.reader.member.id),
    1,
    3,
  );
  return [
    ...newcomers.map((member) => ({ name: `member ${member.slug}`, run: save([member]) })),
    ...[...newcomers, ...keyed].map(keyFor),
  ];
};

const PAIR_RULINGS = [acceptDuplicate, rejectDuplicate, undoMerge] as const;

/** Rulings of an outsider on pairs with a hidden side, and of the stranger on names. */
const rulings = (twins: TwinPartnership, shared: readonly Act[], seed: number): Hidden => {
  const random = randomOf(seed);
  const namesakes = kinds.namesakes(random, twins, shared);
  const [outsider = ''] = twins.outsiders;
  const warnings = kinds.flood(random, twins, shared, 4);
  const isHiddenPair = (twin: Twin, ids: readonly string[]): boolean => {
    const hidden = new Set(
      [...twin.played].flatMap(([key, { id }]) => (key.startsWith('shared') ? [] : [id])),
    );
    return ids.some((id) => hidden.has(id));
  };
  const onPairs = {
    name: 'rulings on hidden pairs',
    isAfterAll: true,
    run: async (twin: Twin) => {
      const actor = await actorOf(twin, outsider, 'manager');
      const pairs = await twin.side.hub.pairs.rows.find().sort({ _id: 1 }).limit(20).toArray();
      for (const { _id, warnings: ids } of pairs)
        if (isHiddenPair(twin, ids)) await random.pick(PAIR_RULINGS)(twin.side.hub, actor, _id);
    },
  };
  const onNames = (act: Act) => ({
    name: 'a ruling on hidden namesakes',
    isAfterAll: true,
    run: async (twin: Twin) => {
      const actor = await actorOf(twin, act.by, 'manager');
      const [one = '', other = ''] = act.given.map(({ object }) => object.id);
      const ruling = random.pick([acceptObjectDuplicate, rejectObjectDuplicate, undoObjectMerge]);
      await ruling(twin.side.hub, actor, { one, other });
    },
  });
  const publishing = [...warnings, ...(namesakes === null ? [] : [namesakes])];
  return {
    acts: publishing,
    steps: [
      ...publishing.map((act, index) => ({
        name: 'what is ruled on',
        run: (twin: Twin) => play(twin, 'ruled', index, { ...act, of: index }),
      })),
      onPairs,
      ...(namesakes === null ? [] : [onNames(namesakes)]),
    ],
  };
};

/** Others acknowledge what the reader did not publish. */
const answers = (twins: TwinPartnership, shared: readonly Act[], seed: number): Hidden['steps'] => {
  const random = randomOf(seed);
  const { slug } = twins.reader.member;
  return Array.from({ length: 6 }, () => {
    const of = random.pick(shared.filter(({ by }) => by !== slug)).of;
    const by = random.pick(twins.members.filter((member) => member.slug !== slug && member.isActive)).slug;
    return {
      name: `an answer of ${by}`,
      run: async (twin: Twin) => {
        const warning = twin.played.get(`shared ${of}`)?.id ?? 'warning--none';
        const actor = await actorOf(twin, by);
        await acknowledgeWarning(twin.side.hub, actor, {
          warning,
          answer: 'NEED_HELP',
          note: 'Come quickly.',
        });
      },
    };
  });
};

export const hiddenOf = (
  difference: Difference,
  twins: TwinPartnership,
  shared: readonly Act[],
  seed: number,
): Hidden => {
  const random = randomOf(seed);
  const asSteps = (acts: readonly Act[]): Hidden => ({
    acts,
    steps: acts.map((act, index) => ({
      name: `${difference} ${index}`,
      run: (twin) => play(twin, difference, index, act),
    })),
  });
  switch (difference) {
    case 'warnings that are hidden, by members that publish nothing the reader sees':
      return asSteps(kinds.hiddenActs(random, twins, 10));
    case 'hidden warnings of members that publish visible ones too':
      return asSteps(kinds.hiddenActsOfPublishers(random, twins, 8));
    case 'a flood of hidden warnings like a visible one':
      return asSteps(kinds.flood(random, twins, shared, 30 + random.below(20)));
    case 'rulings on what the reader may not read':
      return rulings(twins, shared, seed);
    case 'answers of others':
      return { acts: [], steps: answers(twins, shared, seed) };
    case 'who an unnamed publisher is':
      // Not a step of one twin: both publish it, each by another candidate.
      return { acts: [], steps: [] };
    default:
      return { acts: [], steps: ofDirectory(difference, twins, seed) };
  }
};
