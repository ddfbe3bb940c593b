// What is compared of two answers: every byte, but for what is listed here, and cursors by their order of appearance.
import type { IncomingMessage } from 'node:http';

/** Headers that are left out of the comparison, each with the reason. Nothing else is. */
export const NOT_COMPARED: Readonly<Record<string, string>> = {
  date: 'Node writes the time of the machine, and the twins answer one after the other',
  'content-length': 'the length of the body, which is compared',
  'x-request-id': 'random, as in errors below',
  ratelimit:
    'tokens come back with time; what was taken depends on the request alone (unit/http/rates-charge-what-is-asked)',
};

/**
 * Values that differ with every answer, or between the twins, and say nothing by themselves. Whether two of them are equal
 * would (I35): each becomes the number of its first appearance on its side.
 *
 * - Cursors are encrypted positions among everything that is stored.
 * - The id of a bundle that the hub makes is random, and nothing can be asked by it.
 * - The id of a request is random, and is drawn as the request comes in: what one twin still does draws before it.
 */
export type Names = {
  /** Replaces each such value by its name. */
  named(text: string): string;
  /** Puts the side's own cursors where a request has their names. */
  inserted(text: string): string;
};

const VARYING =
  /"(cursor|startCursor|endCursor|resumeAfter)":"([^"]+)"|^id: (\S+)$|"(bundle--[0-9a-f-]{36})"|"requestId":"([0-9a-f-]{36})"/gm;
export const cursorName = (index: number): string => `cursor<${index}>`;

export const openNames = (): Names => {
  const cursors = new Map<string, string>();
  const bundles = new Map<string, string>();
  const requests = new Map<string, string>();
  const nameIn = (known: Map<string, string>, kind: string, value: string): string => {
    const name = known.get(value) ?? `${kind}<${known.size}>`;
    known.set(value, name);
    // The length is compared too.
    return `${name} of ${value.length}`;
  };
  return {
    named: (text) =>
      text.replaceAll(
        VARYING,
        (whole, field?: string, inField?: string, inEvent?: string, bundle?: string, request?: string) => {
          if (inField !== undefined) return `"${field}":"${nameIn(cursors, 'cursor', inField)}"`;
          if (inEvent !== undefined) return `id: ${nameIn(cursors, 'cursor', inEvent)}`;
          if (request !== undefined) return `"requestId":"${nameIn(requests, 'request', request)}"`;
          return bundle === undefined ? whole : `"${nameIn(bundles, 'bundle', bundle)}"`;
        },
      ),
    inserted: (text) => {
      const known = [...cursors.keys()];
      return text.replaceAll(/cursor<(\d+)>/g, (name, index) => known[Number(index)] ?? name);
    },
  };
};

export type Raw = {
  readonly status: number;
  readonly headers: IncomingMessage['rawHeaders'];
  readonly body: string;
};

/** An answer that says that the hub was too busy: on a busy machine either twin may give one, whatever it holds. */
export const isBusy = ({ status }: Raw): boolean => status === 503 || status === 429;

export type Answer = { readonly head: string; readonly body: string };

/** Status and headers in the order in which they came, and the body. */
export const answerOf = ({ status, headers, body }: Raw, names: Names): Answer => {
  const lines = [`${status}`];
  for (let index = 0; index < headers.length; index += 2) {
    const name = (headers[index] ?? '').toLowerCase();
    if (!(name in NOT_COMPARED)) lines.push(`${name}: ${headers[index + 1]}`);
  }
  return { head: lines.join('\n'), body: names.named(body) };
};

/** Where two answers begin to differ, with a little before and after; null for equal ones. */
export const firstDifference = (one: Answer, other: Answer): string | null => {
  // The length of a body differs with the body, which says more.
  const [first, second] = one.body === other.body ? [one.head, other.head] : [one.body, other.body];
  if (first === second) return null;
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const around = (text: string): string =>
    text.slice(Math.max(0, at - 100), at + 140).replaceAll(/\s+/g, ' ');
  return `at ${at}: …${around(first)}… but …${around(second)}…`;
};
