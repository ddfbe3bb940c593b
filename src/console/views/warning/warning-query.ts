// One warning or practice, and the objects in it, all pages of them.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import {
  ObjectVersionsDocument,
  WarningDocument,
  WarningIndicatorsDocument,
  WarningObjectsDocument,
  type WarningObjectsQuery,
  type WarningQuery,
} from '../../operations/graphql.generated.ts';
import { readPages } from '../../operations/pages.ts';

export type Item = NonNullable<WarningQuery['warning']>;
export type ItemObject = NonNullable<WarningObjectsQuery['warning']>['objects']['edges'][number]['node'];

export const warningQuery = (id: string) =>
  queryOptions({
    queryKey: ['warning', id],
    queryFn: async ({ signal }) => (await ask(WarningDocument, { id }, { signal })).warning,
    refetchInterval: ({ state: { data } }) => (isUndelivered(data) ? AGAIN_MS : false),
  });

const AGAIN_MS = 3_000;
const DELIVERED_WITHIN_MS = 60_000;

/** When this tab first had each recall that is not delivered, by its own clock: that of the hub may be minutes away. */
const heardAt = new Map<string, number>();

/** A recall is heard of before its delivery is written, and cannot be confirmed without. */
export const isUndelivered = (item: Recalled | null | undefined): boolean => {
  if (item?.recall == null || item.myDelivery !== null || item.whyMe.kind === 'OWN') return false;
  const recall = `${item.id} ${item.version}`;
  const at = heardAt.get(recall) ?? Date.now();
  heardAt.set(recall, at);
  return Date.now() - at < DELIVERED_WITHIN_MS;
};

/** What is left of it says nothing of what it was: no grade, no use. Its publisher keeps all of it. */
export const isTakenFromReader = ({ recall, whyMe }: Pick<Item, 'recall' | 'whyMe'>): boolean =>
  recall !== null && whyMe.kind !== 'OWN';

type Recalled = Pick<Item, 'id' | 'version'> & {
  readonly recall: unknown;
  readonly myDelivery: unknown;
  readonly whyMe: { readonly kind: string };
};

/** The versions of an object, and where else the same entity is told. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['versions', id],
    queryFn: async ({ signal }) => (await ask(ObjectVersionsDocument, { id }, { signal })).stixObject,
  });

/** A bundle has at most 5,000 objects, in pages of 60. */
const MOST_PAGES = 84;

export const objectsQuery = (id: string) =>
  queryOptions({
    queryKey: ['warning', id, 'objects'],
    queryFn: async ({ signal }) => {
      const found: ItemObject[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { warning }: WarningObjectsQuery = await ask(WarningObjectsDocument, { id, after }, { signal });
        if (warning === null) break;
        found.push(...warning.objects.edges.map(({ node }) => node));
        after = warning.objects.pageInfo.endCursor;
        if (!warning.objects.pageInfo.hasNextPage) break;
      }
      return found;
    },
  });

/** Of the traffic that the warning is of: indicators of an exercise are listed only for whoever names it. */
export const indicatorsQuery = ({ id, exercise }: Pick<Item, 'id' | 'exercise'>) =>
  queryOptions({
    queryKey: ['warning', id, 'indicators'],
    queryFn: async ({ signal }) => {
      const filter = { warning: id, ...(exercise === null ? {} : { exercise }) };
      const page = async (after: string | null) =>
        (await ask(WarningIndicatorsDocument, { filter, after }, { signal })).indicators;
      return (await readPages(page, MOST_PAGES)).nodes;
    },
  });
