// Objects that may describe one entity under different names.
import { useMutation, useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  AcceptObjectsDocument,
  type ObjectPairFragment,
  ObjectProposalsDocument,
  RejectObjectsDocument,
  UndoObjectsDocument,
} from '../../operations/graphql.generated.ts';
import { tlpLabel } from '../../ui/print/strictest.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { rawOf, textOf, textsOf } from '../warning/stix.ts';
import { Compare } from './compare.tsx';
import { RulingButtons } from './ruling-buttons.tsx';

export const ObjectPairs = (): JSX.Element => {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['object-proposals', after],
    queryFn: async ({ signal }) =>
      (await ask(ObjectProposalsDocument, { after }, { signal })).objectDuplicateProposals,
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      {data.edges.length === 0 && (
        <Nothing title={t('duplicates.noneTitle')}>
          <p>{t('duplicates.noneNext')}</p>
        </Nothing>
      )}
      {data.edges.map(({ node }) => (
        <ObjectPair key={node.objects.map(({ id }) => id).join(' ')} pair={node} />
      ))}
      {data.pageInfo.hasNextPage && (
        <div>
          <button type="button" onClick={() => setAfter(data.pageInfo.endCursor)}>
            {t('list.more')}
          </button>
        </div>
      )}
    </>
  );
};

type Side = ObjectPairFragment['objects'][number];

const ObjectPair = ({ pair: proposed }: { pair: ObjectPairFragment }): JSX.Element | null => {
  const { t } = useTranslation();
  const [pair, setPair] = useState(proposed);
  const [one, other] = pair.objects;
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (ruling: 'accept' | 'reject' | 'undo') => {
      const input = { one: one?.id ?? '', other: other?.id ?? '' };
      if (ruling === 'accept') return (await ask(AcceptObjectsDocument, { input })).result;
      if (ruling === 'reject') return (await ask(RejectObjectsDocument, { input })).result;
      return (await ask(UndoObjectsDocument, { input })).result;
    },
    onSuccess: ({ pair: ruled }) => {
      if (ruled !== null) setPair(ruled);
    },
  });
  if (one === undefined || other === undefined) return null;
  const row = (label: string, of: (object: Side) => string) => ({ label, one: of(one), other: of(other) });
  const name = (object: Side): string => textOf(rawOf(object.raw), 'name') ?? object.id;
  return (
    <section className="panel stack tight">
      <div className="row apart">
        <span className="row">
          <span className="strong">
            <ProducerText text={pair.sharedNames.slice(0, 6).join(', ')} />
          </span>
          <span className="tag">{t(`pairState.${pair.state}`)}</span>
        </span>
        <RulingButtons state={pair.state} isBusy={isPending} rule={mutate} />
      </div>
      <Compare
        titles={[name(one), name(other)]}
        rows={[
          row(t('objects.type'), ({ type }) => type),
          row(t('objects.aliases'), ({ raw }) => textsOf(rawOf(raw), 'aliases').toSorted().join(', ')),
          row(t('objects.description'), ({ raw }) => textOf(rawOf(raw), 'description') ?? ''),
          row(t('publish.marking'), ({ marking }) => (marking === null ? '' : tlpLabel(marking))),
          row('id', ({ id }) => id),
        ]}
      />
      <Refusals refusals={data?.refusals ?? []} />
      {error !== null && <Failure error={error} />}
    </section>
  );
};
