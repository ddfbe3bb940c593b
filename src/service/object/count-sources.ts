// Counts the independent sources that asserted an entity, as far as this reader may know them. One producer can go by
// several names: its identity's id differs between feeds, and it may be a member too. The identities that the reader
// may read join these names; a hidden identity changes nothing.

import { entityKey, organizationKey } from 'stix2-ts/entity';
import { type Directory, directorySeenBy } from '../../domain/directory.ts';
import type { Partition } from '../../domain/exercise/partition.ts';
import { countIndependent } from '../../domain/likeness/corroboration.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { type ObjectDeps, readObjectsByIds } from './read-objects.ts';

export type SourcesDeps = ObjectDeps & Pick<Hub, 'directory'>;

/** An assertion by a source that the reader may know: its publisher here, and the creator that it names. */
export type NamedAssertion = { readonly publisher: string; readonly creator: string | null };

/** The assertions of one entity, within real traffic (null) or one exercise. */
export type AssertionGroup = {
  readonly exercise: Partition;
  readonly assertions: readonly NamedAssertion[];
};

/** In the order of `groups`. */
export const countSources = async (
  hub: SourcesDeps,
  actor: Actor,
  groups: readonly AssertionGroup[],
): Promise<number[]> => {
  const directory = directorySeenBy(await hub.directory.current(), actor.member.id);
  const producers = new Map<string | null, ProducerOf>();
  const open = groups.filter(
    ({ assertions }) => new Set(assertions.map(({ publisher }) => publisher)).size > 1,
  );
  // Exercises and real traffic say nothing about each other, nor do two exercises.
  for (const [exercise, each] of Map.groupBy(open, (one) => one.exercise)) {
    const assertions = each.flatMap((one) => one.assertions);
    producers.set(exercise, await openProducers(hub, actor, directory, { exercise, assertions }));
  }
  return groups.map(({ exercise, assertions }) => {
    const producerOf: ProducerOf = producers.get(exercise) ?? (({ publisher }) => publisher);
    return countIndependent(
      assertions.map((assertion) => ({ publisher: assertion.publisher, producer: producerOf(assertion) })),
    );
  });
};

type ProducerOf = (assertion: NamedAssertion) => string;

const openProducers = async (
  hub: SourcesDeps,
  actor: Actor,
  { byIdentity, members }: Directory,
  { exercise, assertions }: AssertionGroup,
): Promise<ProducerOf> => {
  const publishers = [...new Set(assertions.map(({ publisher }) => publisher))].flatMap(
    (id) => members.get(id) ?? [],
  );
  // Most assertions name a member or nobody, so there is usually nothing to look up.
  const strangers = [...new Set(assertions.flatMap(({ creator }) => creator ?? []))].filter(
    (id) => !byIdentity.has(id),
  );
  const ids = strangers.length === 0 ? [] : [...strangers, ...publishers.map((each) => each.identity)];
  const identities = await readObjectsByIds(hub, actor, ids, exercise);
  const keyOf = (id: string): string | null => entityKey(identities.get(id)?.object);
  // A publisher goes by its name in the directory and by the name of its identity. A name that fits two publishers
  // belongs to neither. Members that publish nothing here are left out: the reader may not know their names.
  const memberOf = new Map<string, string | null>();
  for (const { id, name, identity } of publishers) {
    for (const key of new Set([organizationKey(name), keyOf(identity)])) {
      if (key !== null) memberOf.set(key, memberOf.has(key) ? null : id);
    }
  }
  return ({ publisher, creator }) => {
    if (creator === null) return publisher;
    const key = keyOf(creator);
    return byIdentity.get(creator)?.id ?? (key === null ? null : memberOf.get(key)) ?? key ?? creator;
  };
};
