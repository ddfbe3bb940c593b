// The cascade as a drawing: what falls, and what it takes along in columns of when that is felt. The table has the same.
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lastingHours } from '../../ui/instant.tsx';
import { spoken } from '../../words/words.ts';
import { type Box, type Column, curveOf, layOut, NODE } from './cascade-layout.ts';
import { gradeOf, type Hit } from './what-if.ts';

const LETTERS = 22;

const short = (name: string): string => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name);

type Props = {
  readonly fallen: string;
  readonly hits: readonly Hit[];
  readonly nameOf: (id: string) => string;
};

export const DependencyGraph = ({ fallen, hits, nameOf }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { columns, boxes, lines, width, height } = useMemo(() => layOut(fallen, hits), [fallen, hits]);
  const isMirrored = spoken() === 'ar';
  // The drawing is mirrored as a whole, and each text turned back.
  const mirror = isMirrored ? `translate(${width} 0) scale(-1 1)` : undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that
    <div className="scroll cascade" tabIndex={0} role="group" aria-label={t('sectors.whatIf')}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
        <title>{t('sectors.drawing', { count: hits.length, name: nameOf(fallen) })}</title>
        <defs>
          <marker
            id="onward"
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M 0,0 L 8,4 L 0,8 z" className="cascade-head" />
          </marker>
        </defs>
        <g transform={mirror}>
          {lines.map((line) => (
            <path
              key={`${line.from.id} ${line.to.id}`}
              className="cascade-line"
              data-step={line.from.hit === null ? 'FIRST' : 'SECOND'}
              d={curveOf(line)}
              strokeWidth={1 + line.strength * 3}
              markerEnd="url(#onward)"
            />
          ))}
          {columns.map((column) => (
            <Said key={column.x} x={column.x} y={16} isMirrored={isMirrored} text={spanIn(column)} />
          ))}
          {boxes.map((box) => (
            <Drawn key={box.id} box={box} name={nameOf(box.id)} isMirrored={isMirrored} />
          ))}
        </g>
      </svg>
    </div>
  );
};

/** `0 min – 1 hr`, `> 72 hr`. */
const spanIn = ({ from, until }: Column): string =>
  until === null ? `> ${lastingHours(from)}` : `${lastingHours(from)} – ${lastingHours(until)}`;

type SaidProps = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isMirrored: boolean;
  readonly isName?: boolean;
};

/** Where a drawing is mirrored, a text begins at the same side of its box and is read as it is written. */
const Said = ({ x, y, text, isMirrored, isName = false }: SaidProps): JSX.Element => (
  <text
    transform={isMirrored ? `translate(${x} ${y}) scale(-1 1)` : `translate(${x} ${y})`}
    direction={isMirrored ? 'rtl' : 'ltr'}
    className={isName ? 'cascade-name' : undefined}
  >
    {text}
  </text>
);

type DrawnProps = { readonly box: Box; readonly name: string; readonly isMirrored: boolean };

const Drawn = ({ box: { x, y, hit }, name, isMirrored }: DrawnProps): JSX.Element => {
  const { t } = useTranslation();
  const percent = new Intl.NumberFormat(spoken(), { style: 'percent' });
  const loss = hit === null ? t('sectors.falls') : percent.format(hit.strength);
  const time = hit === null ? null : hit.hours === null ? '–' : lastingHours(hit.hours);
  return (
    <g transform={`translate(${x} ${y})`} data-hit={hit === null ? 'FALLEN' : gradeOf(hit.strength)}>
      <title>{name}</title>
      <rect width={NODE.width} height={NODE.height} rx="4" />
      {/* As long as what is lost. */}
      <rect
        className="cascade-loss"
        y={NODE.height - 5}
        width={NODE.width * (hit?.strength ?? 1)}
        height="5"
      />
      <Said x={8} y={17} text={short(name)} isMirrored={isMirrored} isName />
      <Said x={8} y={34} text={loss} isMirrored={isMirrored} />
      {/* Beside it, not behind it: two numbers in a line change places where it runs from right to left. */}
      {time !== null && <Said x={70} y={34} text={time} isMirrored={isMirrored} />}
    </g>
  );
};
