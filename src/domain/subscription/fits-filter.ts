// Whether an item is what a subscription asks for. It sees the item as its reader is shown it and nothing else, so that what a
// subscription finds tells nothing that the item does not.

import { searchWords } from '../likeness/words.ts';
import { sectorAndAncestors } from '../sector.ts';
import type { Certainty, ItemKind, Severity, Urgency } from '../warning.ts';
import { fitsProduct, type Product } from './product.ts';
import type { SubscriptionFilter } from './subscription.ts';

/** An item as the subscriber is shown it. */
export type SubscribedItem = {
  readonly kind: ItemKind;
  readonly severity: Severity;
  /** Effective ones. */
  readonly urgency: Urgency;
  readonly certainty: Certainty;
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly exercise: string | null;
  /** Id of the publisher; that of nobody where it is withheld. */
  readonly publisher: string;
  readonly isDirect: boolean;
  /** Slugs of the member's communities that the reason names. */
  readonly communities: readonly string[];
  /** Lower case, as the feed finds it. */
  readonly words: readonly string[];
};

const isAny = <Value>(wanted: readonly Value[] | undefined, has: (value: Value) => boolean): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some(has);

/** All but the products, which take a look at the objects. */
export const fitsBeforeProducts = (filter: SubscriptionFilter, item: SubscribedItem): boolean =>
  (filter.exercise ?? null) === item.exercise &&
  !(filter.isDirectOnly === true && !item.isDirect) &&
  isAny(filter.kinds, (kind) => kind === item.kind) &&
  isAny(filter.severities, (severity) => severity === item.severity) &&
  isAny(filter.urgencies, (urgency) => urgency === item.urgency) &&
  isAny(filter.certainties, (certainty) => certainty === item.certainty) &&
  isAny(filter.countries, (country) => item.countries.includes(country)) &&
  isAny(filter.communities, (slug) => item.communities.includes(slug)) &&
  isAny(filter.publishers, (id) => id === item.publisher) &&
  hasSector(filter, item) &&
  hasWords(filter, item);

/**
 * A search finds what names its sector or a part of it; an alarm must not miss what concerns it besides: what concerns the whole of
 * which it asks for a part, and what is addressed to the member itself and names no sector.
 */
const hasSector = ({ sectors }: SubscriptionFilter, item: SubscribedItem): boolean => {
  if (sectors === undefined || sectors.length === 0) return true;
  if (item.sectors.length === 0) return item.isDirect;
  const parts = item.sectors.flatMap(sectorAndAncestors);
  return sectors.some(
    (sector) =>
      parts.includes(sector) || sectorAndAncestors(sector).some((each) => item.sectors.includes(each)),
  );
};

const hasWords = ({ text }: SubscriptionFilter, { words }: SubscribedItem): boolean =>
  text === undefined || searchWords(text).every((word) => words.some((each) => each.startsWith(word)));

export const asksForProducts = ({ products }: SubscriptionFilter): boolean =>
  products !== undefined && products.length > 0;

export const fitsProducts = ({ products }: SubscriptionFilter, of: readonly Product[]): boolean =>
  isAny(products, (wanted) => of.some((each) => fitsProduct(wanted, each)));

export const fitsFilter = (
  filter: SubscriptionFilter,
  item: SubscribedItem,
  products: readonly Product[],
): boolean => fitsBeforeProducts(filter, item) && fitsProducts(filter, products);
