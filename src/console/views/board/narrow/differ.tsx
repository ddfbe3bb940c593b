// The difference to now, beside each other: who of those listed keeps it, and who loses it.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask.ts';
import { type AudiencePreviewInput, PreviewDocument } from '../../../operations/graphql.generated.ts';
import { useSettled } from '../../../ui/act/use-settled.ts';
import { Refusals } from '../../../ui/refusals.tsx';
import { alternativeOf } from '../../publish/form.ts';
import { type BoardItem, byName, type Delivery } from '../board-query.ts';
import { differenceOf, type Narrowing, saysSomething } from './narrowing.ts';
import { Organisation } from './organisation.tsx';

type Props = {
  readonly said: Narrowing;
  readonly item: BoardItem;
  readonly deliveries: readonly Delivery[];
};

/** Asked of the hub: the console does not repeat who fits. */
const useFitting = ({ mode, fitting, marking }: Narrowing, item: BoardItem) => {
  const input: AudiencePreviewInput = {
    // What the hub does not understand is for persons alone.
    marking: marking === '' ? (item.marking ?? 'RED') : marking,
    audience: { alternatives: [alternativeOf(fitting)], excludes: [] },
    exercise: item.exercise,
  };
  const settled = useSettled(JSON.stringify(input));
  const isAsked = mode === 'FITTING' && Object.keys(alternativeOf(fitting)).length > 0;
  return useQuery({
    queryKey: ['narrowing', settled],
    queryFn: async ({ signal }) =>
      (await ask(PreviewDocument, { input: JSON.parse(settled) }, { signal })).audiencePreview,
    enabled: isAsked,
  });
};

export const Differ = ({ said, item, deliveries }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  const { data } = useFitting(said, item);
  if (!saysSomething(said)) return null;
  const preview = data?.preview ?? null;
  const fitting = preview === null ? null : new Set(preview.receives.map(({ member }) => member.slug));
  const difference = differenceOf(said, byName(deliveries), fitting);
  const isMarkingAlone = said.mode !== 'FITTING' && said.chosen.length === 0;
  return (
    <section className="stack tight" aria-labelledby="narrow-difference">
      <h3 id="narrow-difference">{t('narrow.difference')}</h3>
      {isMarkingAlone && <p>{t('narrow.onlyMarking')}</p>}
      {said.mode === 'FITTING' && difference === null && <p>{t('narrow.fitHint')}</p>}
      <Refusals isTrial refusals={data?.refusals ?? []} />
      {difference !== null && !isMarkingAlone && (
        <div className="pair">
          <Side title={t('narrow.keeps')} of={difference.keeps} kind="keeps" />
          <Side title={t('narrow.loses')} of={difference.loses} kind="loses" />
        </div>
      )}
    </section>
  );
};

type SideProps = {
  readonly title: string;
  readonly of: readonly Delivery[];
  readonly kind: 'keeps' | 'loses';
};

const Side = ({ title, of: deliveries, kind }: SideProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="narrow-side" data-kind={kind}>
      <h4>
        <span aria-hidden="true">{kind === 'keeps' ? '✓' : '−'}</span> {title}{' '}
        <span className="count number">{deliveries.length}</span>
      </h4>
      {deliveries.length === 0 ? (
        <p className="quiet">{t('narrow.nobody')}</p>
      ) : (
        <ul className="plain">
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              {kind === 'loses' ? (
                <del>
                  <Organisation delivery={delivery} />
                </del>
              ) : (
                <Organisation delivery={delivery} />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
