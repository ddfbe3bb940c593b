// How far the list of what this member published is looked for in the feed: what others publish lies between.

/** So many at least are looked for, page after page. */
export const WANTED = 20;
/** So many pages at most are read before a person says that it goes on. */
export const MOST_PAGES = 10;

type Found = { readonly own: number; readonly pages: number };

/** Until how many are found, or how many pages are read. */
export type Until = Found;

export const START: Until = { own: WANTED, pages: MOST_PAGES };

/** Further by as much again from what is found. */
export const further = ({ own, pages }: Found): Until => ({ own: own + WANTED, pages: pages + MOST_PAGES });

export const goesOn = (found: Found, until: Until): boolean =>
  found.own < until.own && found.pages < until.pages;
