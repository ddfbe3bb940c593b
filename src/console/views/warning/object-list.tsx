// Objects of one use as a list; each opens to what it says, its versions and its STIX.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { ObjectDifferenceDocument } from '../../operations/graphql.generated.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ChangeTable } from '../../ui/difference/change-table.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Marking } from '../../ui/marks.tsx';
import { HubText, ProducerText } from '../../ui/producer-text.tsx';
import { Unread } from '../../ui/states.tsx';
import { rawOf, textOf, titleOf } from '../../ui/stix.ts';
import { spoken } from '../../words/words.ts';
import { ToldElsewhere } from './told-elsewhere.tsx';
import { type ItemObject, versionsQuery } from './warning-query.ts';

type Props = { readonly title: string; readonly objects: readonly ItemObject[]; readonly isClosed?: boolean };

/** By what they are, then by name: what is numbered in its name, such as the steps of the hub's own courses of action, in that order. */
const inOrder = (objects: readonly ItemObject[]): ItemObject[] => {
  const { compare } = new Intl.Collator(spoken(), { numeric: true });
  return objects
    .map((object) => ({ object, title: titleOf(rawOf(object.raw)) }))
    .toSorted((one, other) => compare(one.object.type, other.object.type) || compare(one.title, other.title))
    .map(({ object }) => object);
};

export const ObjectList = ({ title, objects, isClosed = false }: Props): JSX.Element | null => {
  if (objects.length === 0) return null;
  const rows = inOrder(objects).map((object) => <ObjectRow key={object.id} object={object} />);
  const head = (
    <>
      {title} <span className="quiet number">{objects.length}</span>
    </>
  );
  return (
    <section className="panel stack tight">
      {isClosed ? (
        <details>
          <summary className="strong">{head}</summary>
          {rows}
        </details>
      ) : (
        <>
          <h2>{head}</h2>
          {rows}
        </>
      )}
    </section>
  );
};

const ObjectRow = ({ object }: { object: ItemObject }): JSX.Element => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const raw = rawOf(object.raw);
  const description = textOf(raw, 'description');
  return (
    <details className="object" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="strong">
          <ProducerText text={titleOf(raw)} />
        </span>{' '}
        <small className="quiet">
          <ProducerText text={object.type} />
        </small>{' '}
        {object.marking !== null && <Marking tlp={object.marking} />}
        {object.corroboration > 1 && (
          <small className="tag">{t('objects.sources', { count: object.corroboration })}</small>
        )}
      </summary>
      {isOpen && (
        <div className="stack tight object-body">
          {description !== null && (
            <p>
              <ProducerText text={description} />
            </p>
          )}
          {object.enrichment.map((each) => (
            <p key={each.id} className="small">
              <HubText text={textOf(rawOf(each.raw), 'content') ?? titleOf(rawOf(each.raw))} />
            </p>
          ))}
          <ToldElsewhere id={object.id} />
          {object.modified !== null && <Versions id={object.id} />}
          <div className="row">
            <code>{object.id}</code>
            <CopyButton text={() => JSON.stringify(object.raw, null, 2)} label={t('objects.copyStix')} />
          </div>
        </div>
      )}
    </details>
  );
};

const Versions = ({ id }: { id: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const [from, setFrom] = useState<string | null>(null);
  const query = useQuery(versionsQuery(id));
  if (query.data === undefined) return <Unread of={[query]} />;
  const { data } = query;
  const versions = data?.versions.edges.map(({ node }) => node) ?? [];
  if (versions.length < 2) return null;
  return (
    <div>
      <h3>{t('objects.versions')}</h3>
      <ul>
        {versions.map(({ modified, isLatest, revoked, withdrawn, source }) => (
          <li key={`${modified} ${source?.name}`} className="row">
            {modified !== null && <Instant at={modified} />}
            {source !== null && <bdi>{source.name}</bdi>}
            {isLatest && <span className="tag">{t('objects.latest')}</span>}
            {revoked && <span className="tag">{t('objects.revoked')}</span>}
            {withdrawn && <span className="tag">{t('objects.withdrawn')}</span>}
            {!isLatest && modified !== null && (
              <button type="button" className="small" onClick={() => setFrom(modified)}>
                {t('objects.compare')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {from !== null && <Difference id={id} from={from} />}
    </div>
  );
};

const Difference = ({ id, from }: { id: string; from: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['difference', id, from],
    queryFn: async ({ signal }) => (await ask(ObjectDifferenceDocument, { id, from }, { signal })).stixObject,
  });
  if (query.data === undefined) return <Unread of={[query]} />;
  const difference = query.data?.difference;
  if (!difference) return null;
  return (
    <>
      {!difference.isWhole && (
        <p className="notice caution">{t('objects.changesCut', { number: difference.changes.length })}</p>
      )}
      <ChangeTable
        label={t('objects.compare')}
        rows={difference.changes.map(({ path, before, after }, at) => ({
          key: `${at} ${path}`,
          name: path,
          before: before ?? '',
          after: after ?? '',
        }))}
        arePaths
      />
    </>
  );
};
