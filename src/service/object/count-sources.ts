// How many independent sources told a thing, as far as this reader may know them. One producer goes by several names: the
// id of its identity in one feed, another in the next, and, where it is a member, its own membership. What the reader may
// read of identities joins these; an identity that is hidden from it changes nothing.

import { entityKey, organizationKey } from 'stix2-ts/entity';
import type { Directory } from '../../domain/directory.ts';
import { countIndependent } from '../../domain/likeness/corroboration.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { type ObjectDeps, readObjectsByIds } from './read-objects.ts';

export type SourcesDeps = ObjectDeps & Pick<Hub, 'directory'>;

/** A telling by one whom the reader may know: who published it here, and the creator that it names. */
export type NamedAssertion = { readonly publisher: string; readonly creator: string | null };

/** Those who told one thing, within real traffic (null) or one exercise. */
export type Asserted = { readonly exercise: string | null; readonly assertions: readonly NamedAssertion[] };

/** In the order of `told`. */
export const countSources = async (
  hub: SourcesDeps,
  actor: Actor,
  asserted: readonly Asserted[],
): Promise<number[]> => {
  const directory = await hub.directory.current();
  const producers = new Map<string | null, ProducerOf>();
  const open = asserted.filter(
    ({ assertions }) => new Set(assertions.map(({ publisher }) => publisher)).size > 1,
  );
  // An exercise tells nothing of real traffic, nor that of an exercise.
  for (const [exercise, each] of Map.groupBy(open, (one) => one.exercise)) {
    const assertions = each.flatMap((one) => one.assertions);
    producers.set(exercise, await openProducers(hub, actor, directory, { exercise, assertions }));
  }
  return asserted.map(({ exercise, assertions }) => {
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
  { exercise, assertions }: Asserted,
): Promise<ProducerOf> => {
  const publishers = [...new Set(assertions.map(({ publisher }) => publisher))].flatMap(
    (id) => members.get(id) ?? [],
  );
  // Most name a member, or nobody: then there is nothing to look up.
  const strangers = [...new Set(assertions.flatMap(({ creator }) => creator ?? []))].filter(
    (id) => !byIdentity.has(id),
  );
  const ids = strangers.length === 0 ? [] : [...strangers, ...publishers.map((each) => each.identity)];
  const identities = await readObjectsByIds(hub, actor, ids, exercise);
  const keyOf = (id: string): string | null => entityKey(identities.get(id)?.object);
  // A publisher goes by the name on its card and by that of its identity; what fits two of them is neither's. Of members
  // that publish nothing here the reader may not know the name.
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
