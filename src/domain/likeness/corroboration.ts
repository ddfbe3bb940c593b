// How many sources assert an entity independently: the largest set of assertions of which no two share a publisher or a
// producer. One publisher cannot raise it by naming many producers, and a relay neither adds nor removes anything.

/** Who published an assertion here, and who made it: the creator that the object names, or else the publisher. */
export type AssertionSource = { readonly publisher: string; readonly producer: string };

/** A maximum matching of publishers with producers (augmenting paths); at most publishers × assertions steps. */
export const countIndependent = (assertions: readonly AssertionSource[]): number => {
  const producersOf = new Map<string, Set<string>>();
  for (const { publisher, producer } of assertions) {
    const known = producersOf.get(publisher) ?? new Set();
    producersOf.set(publisher, known.add(producer));
  }
  const publisherOf = new Map<string, string>();
  const place = (publisher: string, tried: Set<string>): boolean => {
    for (const producer of producersOf.get(publisher) ?? []) {
      if (tried.has(producer)) continue;
      tried.add(producer);
      const holder = publisherOf.get(producer);
      if (holder === undefined || place(holder, tried)) {
        publisherOf.set(producer, publisher);
        return true;
      }
    }
    return false;
  };
  return [...producersOf.keys()].filter((publisher) => place(publisher, new Set())).length;
};
