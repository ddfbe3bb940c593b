// The objects of a warning, by what they are for: what to look for, what is weak, what helps, and how it hangs together.
import { useQuery } from '@tanstack/react-query';
import { type JSX, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Unread, Waiting } from '../../ui/states.tsx';
import { rawOf, titleOf } from '../../ui/stix.ts';
import { Indicators } from './indicators.tsx';
import { ObjectList } from './object-list.tsx';
import { Playbook } from './playbook.tsx';
import { type Item, type ItemObject, objectsQuery } from './warning-query.ts';

const Graph = lazy(() => import('./graph/object-graph.tsx').then((it) => ({ default: it.ObjectGraph })));

const GROUPS = [
  { name: 'vulnerabilities', types: ['vulnerability'] },
  { name: 'help', types: ['course-of-action'] },
  {
    name: 'actors',
    types: [
      'malware',
      'tool',
      'threat-actor',
      'intrusion-set',
      'campaign',
      'attack-pattern',
      'infrastructure',
    ],
  },
] as const;
/** What has its own place, or says nothing by itself. */
const ELSEWHERE = new Set([
  'indicator',
  'relationship',
  'report',
  'grouping',
  'marking-definition',
  'identity',
]);

const byTitle = new Intl.Collator('en', { numeric: true });

/** What is to be done has a number at its head, and is read in that order. */
const inOrder = (objects: readonly ItemObject[], group: (typeof GROUPS)[number]['name']): ItemObject[] =>
  group === 'help'
    ? objects.toSorted((one, other) => byTitle.compare(titleOf(rawOf(one.raw)), titleOf(rawOf(other.raw))))
    : [...objects];

export const Objects = ({ item }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  const query = useQuery(objectsQuery(item.id));
  const { data } = query;
  const [isGraph, setGraph] = useState(false);
  if (data === undefined) return <Unread of={[query]} />;
  const grouped = new Set<string>(GROUPS.flatMap(({ types }) => types));
  const others = data.filter(({ type }) => !grouped.has(type) && !ELSEWHERE.has(type));
  const playbooks = data.flatMap(({ id, playbook }) => (playbook === null ? [] : [{ id, playbook }]));
  return (
    <>
      <Indicators item={item} />
      {playbooks.map(({ id, playbook }) => (
        <Playbook key={id} playbook={playbook} />
      ))}
      {GROUPS.map(({ name, types }) => (
        <ObjectList
          key={name}
          title={t(`objects.${name}`)}
          objects={inOrder(
            data.filter(({ type }) => (types as readonly string[]).includes(type)),
            name,
          )}
        />
      ))}
      <ObjectList title={t('objects.others')} objects={others} isClosed />
      {data.length > 1 && (
        <section className="panel stack tight no-print" aria-labelledby="graph">
          <h2 id="graph">{t('graph.title')}</h2>
          {isGraph ? (
            <Suspense fallback={<Waiting />}>
              <Graph objects={data} />
            </Suspense>
          ) : (
            <div>
              <button type="button" onClick={() => setGraph(true)}>
                {t('graph.show', { count: data.length })}
              </button>
            </div>
          )}
        </section>
      )}
    </>
  );
};
