// How the objects hang together: a drawing by dagre, and the same as a table, which says everything that the drawing does.
import dagre from '@dagrejs/dagre';
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProducerText, visible } from '../../../ui/producer-text.tsx';
import { type Edge, edgesOf, rawOf, titleOf } from '../../../ui/stix.ts';
import type { ItemObject } from '../warning-query.ts';
import './object-graph.css';

/** More than these are a tangle to the eye; the table has all. */
const DRAWN = 120;
const NODE = { width: 170, height: 44 };
const LETTERS = 22;

/** What only holds others together, or says the same in another language. */
const LEFT_OUT = new Set(['relationship', 'marking-definition', 'report', 'grouping', 'language-content']);

type Node = { readonly id: string; readonly title: string; readonly type: string };

const graphOf = (objects: readonly ItemObject[]): { nodes: Node[]; edges: Edge[] } => {
  const shown = objects.filter(({ type }) => !LEFT_OUT.has(type));
  const known = new Set(shown.map(({ id }) => id));
  const edges = objects
    .filter(({ type }) => type !== 'report' && type !== 'grouping')
    .flatMap(({ raw }) => edgesOf(rawOf(raw)))
    .filter(({ from, to }) => known.has(from) && known.has(to));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = shown
    .filter(({ id, type }) => joined.has(id) || type !== 'identity')
    .map(({ id, type, raw }) => ({ id, type, title: titleOf(rawOf(raw)) }));
  return { nodes, edges };
};

export const ObjectGraph = ({ objects }: { objects: readonly ItemObject[] }): JSX.Element => {
  const { t } = useTranslation();
  const { nodes, edges } = useMemo(() => graphOf(objects), [objects]);
  const nameOf = new Map(nodes.map(({ id, title }) => [id, title]));
  return (
    <div className="stack tight">
      {nodes.length <= DRAWN ? (
        <Drawing nodes={nodes} edges={edges} />
      ) : (
        <p className="quiet">{t('graph.tooMany', { count: nodes.length })}</p>
      )}
      {edges.length === 0 ? (
        <p className="quiet">{t('graph.none')}</p>
      ) : (
        <details>
          <summary>{t('graph.table')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('graph.from')}</th>
                <th scope="col">{t('graph.how')}</th>
                <th scope="col">{t('graph.to')}</th>
              </tr>
            </thead>
            <tbody>
              {edges.map(({ from, to, label }) => (
                <tr key={`${from} ${label} ${to}`}>
                  <td>
                    <ProducerText text={nameOf.get(from) ?? from} />
                  </td>
                  <td>
                    <ProducerText text={label} />
                  </td>
                  <td>
                    <ProducerText text={nameOf.get(to) ?? to} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
};

const short = (text: string): string => {
  const clean = visible(text).replaceAll(/\s+/g, ' ');
  return clean.length > LETTERS ? `${clean.slice(0, LETTERS - 1)}…` : clean;
};

const layOut = (nodes: readonly Node[], edges: readonly Edge[]) => {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 70, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...NODE });
  for (const { from, to, label } of edges) graph.setEdge(from, to, {}, label);
  dagre.layout(graph);
  return graph;
};

const Drawing = ({ nodes, edges }: { nodes: readonly Node[]; edges: readonly Edge[] }): JSX.Element => {
  const { t } = useTranslation();
  const graph = useMemo(() => layOut(nodes, edges), [nodes, edges]);
  const { width = 0, height = 0 } = graph.graph();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that
    <div className="scroll graph" tabIndex={0} role="group" aria-label={t('graph.title')}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" direction="ltr">
        <title>{t('graph.drawing', { count: nodes.length })}</title>
        {edges.map(({ from, to, label }) => (
          <EdgeLine
            key={`${from} ${label} ${to}`}
            points={graph.edge(from, to, label)?.points ?? []}
            label={label}
          />
        ))}
        {nodes.map(({ id, title, type }) => {
          const { x, y } = graph.node(id);
          return (
            <g
              key={id}
              transform={`translate(${x - NODE.width / 2} ${y - NODE.height / 2})`}
              className="node"
            >
              <rect width={NODE.width} height={NODE.height} rx="4" />
              <text x="8" y="18" className="node-title">
                {short(title)}
              </text>
              <text x="8" y="35" className="node-type">
                {short(type)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
};

type Line = { readonly points: readonly { x: number; y: number }[]; readonly label: string };

const EdgeLine = ({ points, label }: Line): JSX.Element | null => {
  const middle = points[Math.floor(points.length / 2)];
  if (middle === undefined) return null;
  return (
    <g className="edge">
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <text x={middle.x} y={middle.y - 4} textAnchor="middle">
        {short(label)}
      </text>
    </g>
  );
};
