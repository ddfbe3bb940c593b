// What needs two persons in this hub, and which of it the reader may propose.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask.ts';
import { useSignedIn } from '../../../../app/me.ts';
import type { Right } from '../../../../app/rights.ts';
import { ApprovalKindsDocument, type ApprovalKindsQuery } from '../../../../operations/graphql.generated.ts';

export type Kind = ApprovalKindsQuery['approvalKinds'][number];

const kindsQuery = {
  queryKey: ['approval-kinds'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly Kind[]> =>
    (await ask(ApprovalKindsDocument, {}, { signal })).approvalKinds,
  staleTime: Number.POSITIVE_INFINITY,
};

/** Those that the reader may propose. */
export const useProposable = (): readonly Kind[] => {
  const { roles } = useSignedIn();
  const { data = [] } = useQuery(kindsQuery);
  return data.filter(({ proposedBy }) => proposedBy.some((role) => roles.includes(role)));
};

/** Whether the reader may propose one of a kind; of any kind without one. */
export const useMayPropose = (kind?: string): Right => {
  const { t } = useTranslation();
  const proposable = useProposable();
  const isAllowed = proposable.some((each) => kind === undefined || each.kind === kind);
  return { isAllowed, reason: isAllowed ? '' : t('propose.needs') };
};
