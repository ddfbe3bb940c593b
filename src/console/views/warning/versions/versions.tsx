// The versions of an item as far as its reader had them: when each came, and what differs between any two.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../ui/instant.tsx';
import { Marking } from '../../../ui/marks.tsx';
import { More } from '../../../ui/more.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Unlisted, Unread } from '../../../ui/states.tsx';
import type { Item } from '../warning-query.ts';
import { Difference } from './difference.tsx';
import { useFieldWords } from './field-words.ts';
import { type ItemVersion, itemVersionsQuery, type Range } from './versions-query.ts';

type Props = { readonly item: Pick<Item, 'id' | 'version'> };

export const Versions = ({ item }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="panel" id="versions" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="strong">{t('objects.versions')}</summary>
      {isOpen && <Listed item={item} />}
    </details>
  );
};

const Listed = ({ item: { id, version } }: Props): JSX.Element => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(itemVersionsQuery(id, version));
  const [chosen, choose] = useState<Range | null>(null);
  if (query.data === undefined) return <Unread of={[query]} />;
  const { pages } = query.data;
  const versions = pages.flatMap((page) => page?.versions.edges.map(({ node }) => node) ?? []);
  const [newest, before] = versions;
  const missing = query.hasNextPage ? 0 : (newest?.version ?? 0) - versions.length;
  const range = chosen ?? { from: before?.version ?? 0, to: newest?.version ?? 0 };
  return (
    <div className="stack tight">
      {missing > 0 && <p className="quiet">{t('versions.missing', { count: missing })}</p>}
      {before === undefined ? (
        <p>{t(missing > 0 ? 'versions.alone' : 'versions.first')}</p>
      ) : (
        <>
          <Table versions={versions} range={range} choose={choose} />
          <Unlisted of={query} />
          <More
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            load={() => void query.fetchNextPage()}
          />
          <Difference id={id} range={range} />
        </>
      )}
    </div>
  );
};

type TableProps = {
  readonly versions: readonly ItemVersion[];
  readonly range: Range;
  readonly choose: (range: Range) => void;
};

const Table = ({ versions, range, choose }: TableProps): JSX.Element => {
  const { t } = useTranslation();
  const sides = [
    ['from', t('versions.from')],
    ['to', t('versions.to')],
  ] as const;
  return (
    <div className="scroll">
      <table className="versions-table">
        <thead>
          <tr>
            <th scope="col">{t('versions.version')}</th>
            {sides.map(([side, words]) => (
              <th scope="col" key={side} className="no-print">
                {words}
              </th>
            ))}
            <th scope="col">{t('versions.what')}</th>
            <th scope="col">{t('versions.came')}</th>
            <th scope="col">{t('publish.headline')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((each) => (
            <tr key={each.version}>
              <th scope="row">
                <span className="number">{each.version}</span>{' '}
                {each.isCurrent && <span className="tag">{t('versions.current')}</span>}
              </th>
              {sides.map(([side, words]) => (
                <td key={side} className="no-print">
                  <input
                    type="radio"
                    name={`versions-${side}`}
                    aria-label={t('versions.choose', { side: words, number: each.version })}
                    checked={range[side] === each.version}
                    onChange={() => choose({ ...range, [side]: each.version })}
                  />
                </td>
              ))}
              <td>
                {t(`versions.act.${each.act}`)} <Instant at={each.updatedAt} />{' '}
                <bdi>{each.publisher.name}</bdi>
              </td>
              <td>{each.deliveredAt === null ? '–' : <Instant at={each.deliveredAt} />}</td>
              <td>
                <HeldAs version={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** With how it may be used now. */
const HeldAs = ({
  version: { marking, headline, language, handling },
}: {
  version: ItemVersion;
}): JSX.Element => {
  const words = useFieldWords();
  return (
    <>
      <Marking tlp={marking} /> <ProducerText text={headline} lang={language} />
      {handling !== null && (
        <small className="quiet">
          <ProducerText text={words.valueOf('handling', handling)} />
        </small>
      )}
    </>
  );
};
