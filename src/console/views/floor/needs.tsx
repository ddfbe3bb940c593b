// What waits for an answer of this member, above everything else: of all its warnings, whatever the list is filtered by.
import { useQuery } from '@tanstack/react-query';
import { type JSX, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshOf } from '../../live/arrival.ts';
import { useLive } from '../../live/live.ts';
import type { RowFragment } from '../../operations/graphql.generated.ts';
import { useNow } from '../../ui/instant.tsx';
import { ItemRow } from '../../ui/item-row.tsx';
import { mayWait } from '../../ui/row/needs.ts';
import { keyRowOf, useListKeys } from '../../ui/row/row-keys.ts';
import { Failure, Waiting } from '../../ui/states.tsx';
import { ShowNew } from './arrived.tsx';
import { askedQuery, LOOKED_AT, type Needed, needsQuery } from './needs-query.ts';
import { NewestOnly } from './newest-only.tsx';
import { EVERYTHING } from './rows/live-list.tsx';
import { useRows, VirtualRows } from './rows/virtual-rows.tsx';

const SHOWN = 6;

type Props = {
  readonly exercise: string | undefined;
  /** The list beside it leaves something out, and so does its button for what is new. */
  readonly isFiltered: boolean;
  /** Somebody looks for something else: what waits is folded, since it would seem to have been found. */
  readonly isSearched: boolean;
  /** What stands beside the title. */
  readonly children: ReactNode;
};

export const Needs = ({ exercise, isFiltered, isSearched, children }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { data: whole, error, refetch } = useQuery(needsQuery(exercise));
  const { data: asked } = useQuery({ ...askedQuery(exercise), enabled: whole === undefined });
  // Of what is asked for something can be said before all is known; not that there is nothing.
  const data = whole ?? (asked !== undefined && asked.rows.length > 0 ? asked : undefined);
  return (
    <section className="needs" aria-labelledby="needs">
      <div className="row apart">
        <h2 id="needs" tabIndex={-1}>
          {t('floor.needs')} {data !== undefined && <span className="count number">{data.rows.length}</span>}
        </h2>
        {children}
        {isFiltered && whole !== undefined && <NewNeeds of={whole} exercise={exercise} />}
      </div>
      {data !== undefined && isFiltered && !isSearched && (
        <p className="small quiet">{t('floor.needsAll')}</p>
      )}
      {data !== undefined &&
        (isSearched ? (
          <details>
            <summary>{t('floor.needsApart')}</summary>
            <Waits of={data} />
          </details>
        ) : (
          <Waits of={data} />
        ))}
      {whole === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {whole === undefined && error === null && <Waiting />}
    </section>
  );
};

const NewNeeds = ({ of, exercise }: { of: Needed; exercise: string | undefined }): JSX.Element => {
  const { arrivals } = useLive();
  const filter = { kind: 'WARNING' as const, ...(exercise === undefined ? {} : { exercise }) };
  const fresh = freshOf(arrivals, { ...of, filter }).filter((each) => mayWait(each, of.looked));
  return <ShowNew count={fresh.length} />;
};

const Waits = ({ of: { rows, isCut } }: { of: Needed }): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const itemOf = (key: string) => rows.filter(({ id }) => id === key).map(keyRowOf)[0];
  useListKeys({ box, itemOf, below: `#${EVERYTHING} [aria-posinset="1"]` });
  return (
    <div ref={box}>
      {rows.length === 0 ? (
        <p className="quiet">{t('floor.needsNone')}</p>
      ) : (
        rows.slice(0, SHOWN).map((item) => <ItemRow key={item.id} item={item} now={now} />)
      )}
      {rows.length > SHOWN && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{t('floor.needsMore', { count: rows.length - SHOWN })}</summary>
          {isOpen && <Others rows={rows.slice(SHOWN)} now={now} />}
        </details>
      )}
      {isCut && <NewestOnly count={LOOKED_AT} />}
    </div>
  );
};

/** There may be two thousand. */
const Others = ({ rows, now }: { rows: readonly RowFragment[]; now: number }): JSX.Element => (
  <VirtualRows of={useRows(rows, -1)} rows={rows} now={now} current={-1} />
);
