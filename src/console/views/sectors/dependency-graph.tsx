// The cascade in layers, as a drawing: what falls, what it takes along, what that takes along. The table has the same.
import dagre from '@dagrejs/dagre';
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { gradeOf, type Hit } from './what-if.ts';

const NODE = { width: 220, height: 42 };
const LETTERS = 26;

const short = (name: string): string => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name);

type Props = {
  readonly fallen: string;
  readonly hits: readonly Hit[];
  readonly nameOf: (id: string) => string;
};

const layOut = (fallen: string, hits: readonly Hit[]) => {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: 80, marginx: 2, marginy: 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(fallen, { ...NODE });
  for (const { sector } of hits) graph.setNode(sector, { ...NODE });
  for (const { path } of hits) {
    const [from, to] = path.slice(-2);
    if (from !== undefined && to !== undefined) {
      if (!graph.hasNode(from)) graph.setNode(from, { ...NODE });
      graph.setEdge(from, to);
    }
  }
  dagre.layout(graph);
  return graph;
};

const pointsOf = (edge: { points?: { x: number; y: number }[] }) => edge.points ?? [];

export const DependencyGraph = ({ fallen, hits, nameOf }: Props): JSX.Element => {
  const { t } = useTranslation();
  const graph = useMemo(() => layOut(fallen, hits), [fallen, hits]);
  const { width = 0, height = 0 } = graph.graph();
  const strengthOf = new Map(hits.map(({ sector, strength }) => [sector, strength]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that
    <div className="scroll cascade" tabIndex={0} role="group" aria-label={t('sectors.whatIf')}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" direction="ltr">
        <title>{t('sectors.drawing', { count: hits.length, name: nameOf(fallen) })}</title>
        {graph.edges().map(({ v, w }) => (
          <polyline
            key={`${v} ${w}`}
            points={pointsOf(graph.edge(v, w))
              .map(({ x, y }) => `${x},${y}`)
              .join(' ')}
          />
        ))}
        {graph.nodes().map((id) => {
          const { x, y } = graph.node(id);
          const strength = strengthOf.get(id);
          return (
            <g
              key={id}
              transform={`translate(${x - NODE.width / 2} ${y - NODE.height / 2})`}
              data-hit={id === fallen ? 'FALLEN' : strength === undefined ? 'LOW' : gradeOf(strength)}
            >
              <rect width={NODE.width} height={NODE.height} rx="4" />
              <text x="8" y="18" className="cascade-name">
                {short(nameOf(id))}
              </text>
              <text x="8" y="34">
                {id === fallen ? t('sectors.falls') : t(`dependencyGrade.${gradeOf(strength ?? 0)}`)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
};
