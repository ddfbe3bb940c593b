// Objects that may describe one entity under different names.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  AcceptObjectsDocument,
  type ObjectPairFragment,
  ObjectProposalsDocument,
  type ObjectProposalsQuery,
  RejectObjectsDocument,
  UndoObjectsDocument,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { More } from '../../ui/more.tsx';
import { usePrinted } from '../../ui/print/printed.ts';
import { strictestOf, tlpLabel } from '../../ui/print/strictest.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { useListKeys } from '../../ui/row/row-keys.ts';
import { Nothing, Unlisted, Waiting } from '../../ui/states.tsx';
import { rawOf, textOf, textsOf } from '../../ui/stix.ts';
import { inList } from '../../words/in-list.ts';
import { Compare } from './compare.tsx';
import { forgetRuled } from './ruled.ts';
import { RulingButtons } from './ruling-buttons.tsx';

export const ObjectPairs = ({ exercise }: { exercise: string | undefined }): JSX.Element => {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['object-proposals', exercise],
    queryFn: ({ pageParam, signal }) => {
      const variables = { after: pageParam, ...(exercise === undefined ? {} : { exercise }) };
      return ask(ObjectProposalsDocument, variables, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ objectDuplicateProposals: { pageInfo } }: ObjectProposalsQuery) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : null,
  });
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const box = useRef<HTMLDivElement>(null);
  // Neither of two objects is answered, or has a board.
  useListKeys({ box, itemOf: () => null });
  if (data === undefined) return error === null ? <Waiting /> : <Unlisted of={query} />;
  const pairs = data.pages.flatMap(({ objectDuplicateProposals: { edges } }) =>
    edges.map(({ node }) => node),
  );
  return (
    <div className="stack" ref={box}>
      {pairs.length === 0 && !hasNextPage && (
        <Nothing title={t('duplicates.noneTitle')}>
          <p>{t('duplicates.noneNext')}</p>
        </Nothing>
      )}
      {pairs.map((pair) => (
        <ObjectPair key={pair.objects.map(({ id }) => id).join(' ')} pair={pair} />
      ))}
      <Unlisted of={query} />
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </div>
  );
};

type Side = ObjectPairFragment['objects'][number];

const ObjectPair = ({ pair: proposed }: { pair: ObjectPairFragment }): JSX.Element | null => {
  const { t } = useTranslation();
  const [ruled, setRuled] = useState<typeof proposed | null>(null);
  const pair = ruled ?? proposed;
  const [one, other] = pair.objects;
  const ruling = useAct(
    async (how: 'accept' | 'reject' | 'undo', options) => {
      const input = { one: one?.id ?? '', other: other?.id ?? '' };
      if (how === 'accept') return (await ask(AcceptObjectsDocument, { input }, options)).result;
      if (how === 'reject') return (await ask(RejectObjectsDocument, { input }, options)).result;
      return (await ask(UndoObjectsDocument, { input }, options)).result;
    },
    ({ pair: now }) => {
      if (now !== null) setRuled(now);
      forgetRuled();
    },
  );
  usePrinted(strictestOf(pair.objects.map(({ marking }) => marking).filter((each) => each !== null)));
  if (one === undefined || other === undefined) return null;
  const row = (label: string, of: (object: Side) => string) => ({ label, one: of(one), other: of(other) });
  const name = (object: Side): string => textOf(rawOf(object.raw), 'name') ?? object.id;
  return (
    <section className="panel stack tight" data-row={`${one.id} ${other.id}`} tabIndex={-1}>
      <div className="row apart">
        <span className="row">
          <span className="strong">
            <ProducerText text={inList(pair.sharedNames)} />
          </span>
          <span className="tag">{t(`pairState.${pair.state}`)}</span>
        </span>
        <RulingButtons state={pair.state} isBusy={ruling.isBusy} rule={ruling.run} />
      </div>
      <Compare
        titles={[name(one), name(other)]}
        rows={[
          row(t('objects.type'), ({ type }) => type),
          row(t('objects.aliases'), ({ raw }) => inList(textsOf(rawOf(raw), 'aliases').toSorted())),
          row(t('objects.description'), ({ raw }) => textOf(rawOf(raw), 'description') ?? ''),
          row(t('publish.marking'), ({ marking }) => (marking === null ? '' : tlpLabel(marking))),
          row('id', ({ id }) => id),
        ]}
      />
      <ActOutcome of={ruling} />
    </section>
  );
};
