// By which words a search should find a warning of a played world, naively: without the hub's index or its list of types.
import { strictest } from '../../../src/domain/marking.ts';
import type { Given } from './acts.ts';
import type { Assertion } from './played-world.ts';

/** Each searched word begins a word of the texts or of the objects. */
export const isFound = (assertion: Assertion, text: string): boolean => {
  const { draft } = assertion.act;
  const open = openToAll(assertion);
  const cves = open.filter(({ object }) => object.type === 'vulnerability').flatMap(textsOf);
  const texts = [
    draft.headline,
    draft.summary,
    ...draft.externalReferences.map(({ id }) => id ?? ''),
    ...draft.translations.flatMap(({ headline, summary }) => [headline, summary]),
    ...cves,
  ];
  // A cancellation has no objects; it is found by the CVEs of what it cancels.
  const terms = assertion.isCancelled ? [] : open.flatMap(textsOf);
  const words = [
    ...wordsIn(texts, /[^a-z0-9]+/),
    // An address is one word: its parts would find everything.
    ...wordsIn(terms, /\s+/),
  ];
  return text
    .toLowerCase()
    .split(' ')
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
};

const wordsIn = (texts: readonly string[], between: RegExp): string[] =>
  texts.join(' ').toLowerCase().split(between);

/**
 * The objects of the current version that every reader of the warning may read: none is marked more strictly, names a
 * publisher that must not be named, or refers to one of the others.
 */
const openToAll = (assertion: Assertion): Given[] => {
  const { tlpThen, ends: all, isOver: isAllOver, isUnnamed, traces } = assertion;
  const { given } = assertion.act;
  const isMarkedOpen = ({ object, tlp, ends, isOver }: Given): boolean => {
    const text = JSON.stringify(object).toLowerCase();
    return (
      (tlp === null || strictest(tlp, tlpThen) === tlpThen) &&
      (isAllOver || (isOver !== true && (ends !== true || all))) &&
      !(isUnnamed && traces.some((trace) => text.includes(trace.toLowerCase())))
    );
  };
  let open = given.filter(isMarkedOpen);
  for (;;) {
    const ids = new Set(open.map(({ object }) => object.id));
    const hidden = given.map(({ object }) => object.id).filter((id) => !ids.has(id));
    const left = open.filter(({ object }) => !hidden.some((id) => JSON.stringify(object).includes(id)));
    if (left.length === open.length) return open;
    open = left;
  }
};

/** What people search for: names, other names and values of what is described, not titles of reports or edges. */
const textsOf = ({ object }: Given): string[] => {
  const { name, value, aliases, pattern } = object as Readonly<Record<string, unknown>>;
  if (['report', 'marking-definition', 'relationship', 'identity'].includes(object.type)) return [];
  const values = typeof pattern === 'string' ? pattern.split("'").filter((_, index) => index % 2 === 1) : [];
  const listed = Array.isArray(aliases) ? (aliases as unknown[]) : [];
  return [name, value, ...listed, ...values].filter((each) => typeof each === 'string');
};
