// What an act counts against the caller's rate limit. Declared beside the act (the mutation's resolver or the HTTP
// resource); src/http/rate-limit.ts has the allowances.

/** REQUEST: only the request that carries the act. PUBLISH: also one of the member's publications. */
export type ActRate = 'REQUEST' | 'PUBLISH';
