// What an act costs whoever does it. It is declared beside the act: at the resolver of a mutation, or at the resource of
// an address; src/http/rate-limit.ts has the allowances.

/** REQUEST: the request that carries the act, and nothing more. PUBLISH: one of its member's publications besides. */
export type ActRate = 'REQUEST' | 'PUBLISH';
