// Whom a proposal addresses, in words: any of the alternatives, each of whose lines must fit.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectorName } from '../../../app/sector-names.ts';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import { inList } from '../../../words/in-list.ts';
import { listIn, type Payload } from './payload.ts';

type Props = {
  readonly alternatives: readonly unknown[];
  readonly excludes?: readonly unknown[];
  /** Those that are excluded no more. */
  readonly again?: readonly unknown[];
};

export const AudienceOf = ({ alternatives, excludes = [], again = [] }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      {alternatives.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an alternative is its place
        <One key={at} of={each as Payload} />
      ))}
      <Named title={t('approvals.but')} slugs={excludes} />
      <Named title={t('approvals.again')} slugs={again} />
    </dl>
  );
};

const One = ({ of }: { of: Payload }): JSX.Element => {
  const { t, i18n } = useTranslation();
  const sectorName = useSectorName();
  const parts = [
    [t('publish.toSectors'), listIn(of, 'sectors').map((id) => sectorName(String(id)))],
    [
      t('publish.toKinds'),
      listIn(of, 'kinds').map((kind) => wordsFor(i18n, ['memberKind'], String(kind)) ?? String(kind)),
    ],
    ...(['countries', 'communities', 'members', 'persons'] as const).map(
      (name) => [t(`publish.to.${name}`), listIn(of, name).map(String)] as const,
    ),
  ] as const;
  const filled = parts.filter(([, names]) => names.length > 0);
  return (
    <>
      <dt>{t('approvals.to')}</dt>
      <dd>
        {filled.length === 0
          ? t('approvals.everybody')
          : filled.map(([title, names]) => (
              <div key={title}>
                {title}: <ProducerText text={inList(names)} />
              </div>
            ))}
      </dd>
    </>
  );
};

const Named = ({ title, slugs }: { title: string; slugs: readonly unknown[] }): JSX.Element | null =>
  slugs.length === 0 ? null : (
    <>
      <dt>{title}</dt>
      <dd>
        <ProducerText text={inList(slugs.map(String))} />
      </dd>
    </>
  );
