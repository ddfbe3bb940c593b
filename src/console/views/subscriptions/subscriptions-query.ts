// One's subscriptions as the hub has them, and what one would have sent.
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import {
  type PreviewSubscriptionInput,
  SubscriptionPreviewDocument,
  SubscriptionsDocument,
} from '../../operations/graphql.generated.ts';

const DAYS = 30;

export const subscriptionsQuery = queryOptions({
  queryKey: ['subscriptions'],
  queryFn: async ({ signal }) => (await ask(SubscriptionsDocument, {}, { signal })).subscriptions,
});

export const useSubscriptionPreview = (input: PreviewSubscriptionInput) =>
  useQuery({
    queryKey: ['subscription-preview', input],
    queryFn: async ({ signal }) =>
      (await ask(SubscriptionPreviewDocument, { input, days: DAYS }, { signal })).subscriptionPreview,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const askSubscriptionsAgain = (): void =>
  void queries.invalidateQueries({ queryKey: ['subscriptions'] });
