// Two versions against each other: each field that differs with both values, and the objects that came, went or changed.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceOf } from 'stix2-ts/difference';
import { type Change, ChangeTable } from '../../../ui/difference/change-table.tsx';
import { Marking } from '../../../ui/marks.tsx';
import { More } from '../../../ui/more.tsx';
import { usePrinted } from '../../../ui/print/printed.ts';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Unlisted, Unread } from '../../../ui/states.tsx';
import { rawOf, textOf, titleOf } from '../../../ui/stix.ts';
import { useFieldWords } from './field-words.ts';
import { isNewDateAlone, isOfTheHub } from './of-the-hub.ts';
import {
  type ChangedObject,
  type ItemDifference,
  itemDifferenceQuery,
  type Range,
} from './versions-query.ts';

export const Difference = ({ id, range }: { id: string; range: Range }): JSX.Element => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(itemDifferenceQuery(id, range));
  const pages = query.data?.pages.filter((page) => page !== null);
  const [first] = pages ?? [];
  return (
    <section className="stack tight" aria-labelledby="version-difference" aria-live="polite">
      <h3 id="version-difference">{t('versions.difference', range)}</h3>
      {pages === undefined ? (
        <Unread of={[query]} />
      ) : first === undefined ? (
        <p>{t('versions.gone')}</p>
      ) : (
        <>
          <Shown
            difference={first}
            range={range}
            objects={pages.flatMap(({ objects }) => objects.edges.map(({ node }) => node))}
          />
          <Unlisted of={query} />
          <More
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            load={() => void query.fetchNextPage()}
          />
        </>
      )}
    </section>
  );
};

type ShownProps = {
  readonly difference: ItemDifference;
  readonly objects: readonly ChangedObject[];
  readonly range: Range;
};

const Shown = ({ difference: { from, to, changes }, objects: all, range }: ShownProps): JSX.Element => {
  const { t } = useTranslation();
  const objects = useMemo(() => all.map(comparedOf).filter(isWritten), [all]);
  usePrinted(from.marking);
  usePrinted(to.marking);
  if (changes.length + objects.length === 0) return <p>{t('versions.same')}</p>;
  return (
    <>
      <Fields
        changes={changes}
        label={t('versions.difference', range)}
        languages={{ before: from.language, after: to.language }}
      />
      {objects.length > 0 && (
        <>
          <h4>{t('last.objects')}</h4>
          <ul className="plain">
            {objects.map((compared) => (
              <li key={compared.object.objectId}>
                <ObjectChange of={compared} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

type FieldsProps = Pick<ItemDifference, 'changes'> & {
  readonly label: string;
  readonly languages: NonNullable<Change['languages']>;
};

/** Written in the language of their version; the others are words of the console, names and numbers. */
const TEXTS: ReadonlySet<string> = new Set(['headline', 'summary', 'actions', 'practice', 'cancelReason']);

const Fields = ({ changes, label, languages }: FieldsProps): JSX.Element | null => {
  const words = useFieldWords();
  if (changes.length === 0) return null;
  return (
    <ChangeTable
      label={label}
      rows={changes.map(({ field, before, after }) => ({
        name: words.nameOf(field),
        key: field,
        before: words.valueOf(field, before),
        after: words.valueOf(field, after),
        ...(TEXTS.has(field) ? { languages } : {}),
      }))}
    />
  );
};

type Compared = { readonly object: ChangedObject; readonly difference: ReturnType<typeof differenceOf> };

const NONE: Compared['difference'] = { changes: [], isWhole: true };

/** Of the objects as they are: the hub's own list of changes is cut, and so are its values. */
const comparedOf = (object: ChangedObject): Compared => {
  const { before, after } = object;
  const isBoth = before !== null && after !== null && !isOfTheHub(object);
  return { object, difference: isBoth ? differenceOf(before, after) : NONE };
};

/** Somebody wrote it: neither the hub's own object, nor one with a new date alone. */
const isWritten = ({ object, difference: { changes, isWhole } }: Compared): boolean => {
  if (isOfTheHub(object)) return false;
  if (object.before === null || object.after === null) return true;
  return !isWhole || !isNewDateAlone(changes.map(({ path }) => path));
};

type Place = Compared['difference']['changes'][number];

const placeOf = (each: Place, at: number): Change => ({
  // What went and what came may have one path.
  key: `${at} ${each.path}`,
  name: each.path,
  before: 'before' in each ? JSON.stringify(each.before) : '',
  after: 'after' in each ? JSON.stringify(each.after) : '',
});

const ObjectChange = ({ of }: { of: Compared }): JSX.Element => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { change, objectId, type, marking, before, after } = of.object;
  const { changes, isWhole } = of.difference;
  const raw = rawOf(after ?? before);
  const head = (
    <>
      <span className="tag">{t(`versions.object.${change}`)}</span>{' '}
      <span className="strong">
        <ProducerText text={textOf(raw, 'pattern') ?? titleOf(raw)} />
      </span>{' '}
      <small className="quiet">
        <ProducerText text={type} />
      </small>{' '}
      {marking !== null && <Marking tlp={marking} />}
    </>
  );
  if (changes.length === 0) return <p title={objectId}>{head}</p>;
  return (
    <details className="object" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary title={objectId}>{head}</summary>
      {!isWhole && <p className="notice caution">{t('objects.changesCut', { number: changes.length })}</p>}
      {/* There may be a thousand places, of each of many objects. */}
      {isOpen && <ChangeTable arePaths label={titleOf(raw)} rows={changes.map(placeOf)} />}
    </details>
  );
};
