// The types of arguments.mjs, for `npm run prove`.

/** Arguments of node that run jest and leave its report in the file `results`. */
export function jestArguments(results: string, given: readonly string[]): string[];
