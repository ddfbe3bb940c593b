// How many sources tell a thing independently: the most tellings of which no two have the same publisher or the same
// producer. One publisher cannot raise it by naming many producers, a relay adds nothing, and takes nothing away either.

/** Who published a telling here, and who made it: the creator that the object names, else the publisher. */
export type AssertionSource = { readonly publisher: string; readonly producer: string };

/** A largest pairing of publishers with producers (augmenting paths); at most publishers × tellings steps. */
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
