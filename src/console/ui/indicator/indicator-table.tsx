// Indicators as a table, with the ways to take them along. Values are shown defanged and are never links.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { defanged } from '../../../domain/known/defang.ts';
import { lookedUp } from '../../../exchange/indicator/looked-up.ts';
import type { FoundIndicatorFragment, Tlp } from '../../operations/graphql.generated.ts';
import { CopyButton } from '../copy-button.tsx';
import { csv, download } from '../download.ts';
import { Instant } from '../instant.tsx';
import { usePrinted } from '../print/printed.ts';
import { strictestOf, tlpLabel } from '../print/strictest.ts';
import { ProducerText } from '../producer-text.tsx';
import { StixButton } from './stix-button.tsx';
import { toBlockIn, valuesIn } from './to-block.ts';

type Props = {
  readonly indicators: readonly FoundIndicatorFragment[];
  /** Id of the warning that carries them; files are called by it. */
  readonly warning: string;
  readonly harmless: Harmless;
  readonly marking: Tlp | null;
};

/** Which of a warning's values are on lists of what is mostly harmless, as they were looked up; at most 20 come. */
type Harmless = {
  readonly falsePositives: readonly { readonly value: string }[];
  readonly falsePositiveCount: number;
};

export const IndicatorTable = ({ indicators, warning, harmless, marking }: Props): JSX.Element => {
  const { t } = useTranslation();
  const falsePositives = new Set(harmless.falsePositives.map(({ value }) => value));
  usePrinted(strictestOf([marking, ...indicators.map((each) => each.marking)]));
  // What is over is not loaded into a sensor.
  const rules = indicators.filter(({ patternType, isValid }) => patternType !== 'stix' && isValid);
  const valid = valuesIn(indicators, (each) => (each.isValid ? each.values.map(({ value }) => value) : []));
  const values = valuesIn(indicators, (each) =>
    each.values.filter(mayBlock(each, falsePositives)).map(({ value }) => value),
  );
  const kept = valid.length - values.length;
  const hidden = indicators.reduce((sum, each) => sum + leftOut(each), 0);
  const isMarkCut = harmless.falsePositiveCount > harmless.falsePositives.length;
  return (
    <>
      <div className="row no-print">
        <CopyButton text={() => values.map(defanged).join('\n')} label={t('indicators.copyDefanged')} />
        <CopyButton text={() => values.join('\n')} label={t('indicators.copy')} />
        <button
          type="button"
          className="small"
          onClick={() => download(`${warning}-indicators`, 'csv', tableOf(indicators, falsePositives))}
        >
          CSV
        </button>
        <StixButton warning={warning} ids={indicators.map(({ object }) => object.id)} />
        {rules.length > 0 && (
          <button
            type="button"
            className="small"
            onClick={() => download(`${warning}-rules`, 'rules', rulesOf(rules))}
          >
            {t('indicators.rules', { count: rules.length })}
          </button>
        )}
      </div>
      {hidden > 0 && <p className="notice caution">{t('indicators.notShown', { count: hidden, warning })}</p>}
      {kept > 0 && <p className="notice">{t('indicators.notCopied', { number: kept })}</p>}
      {isMarkCut && <p className="notice caution">{t('indicators.notMarked', { warning })}</p>}
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('indicators.what')}</th>
              <th scope="col">{t('indicators.values')}</th>
              <th scope="col">{t('indicators.valid')}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((each) => (
              <Row key={each.object.id} indicator={each} falsePositives={falsePositives} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** Values of its pattern that the hub does not list: they are neither shown nor copied here. */
const leftOut = ({ values, valueCount }: FoundIndicatorFragment): number => valueCount - values.length;

type Value = FoundIndicatorFragment['values'][number];

const isHarmless = (harmless: ReadonlySet<string>, { type, property, value }: Value): boolean =>
  (property === 'value' || property.startsWith('hashes.')) &&
  lookedUp(property === 'value' ? type : 'file', value).some((each) => harmless.has(each));

/** Without what a firewall must never have, and what a person looks at twice. */
const mayBlock = (
  indicator: FoundIndicatorFragment,
  harmless: ReadonlySet<string>,
): ((value: Value) => boolean) => {
  const fit = toBlockIn(indicator);
  return (value) => fit.has(value.value) && !isHarmless(harmless, value);
};

type RowProps = {
  readonly indicator: FoundIndicatorFragment;
  readonly falsePositives: ReadonlySet<string>;
};

const Row = ({ indicator, falsePositives }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const { name, pattern, patternType, values, validUntil, isValid } = indicator;
  return (
    <tr>
      <td>
        <ProducerText text={name ?? patternType} /> <small className="quiet">{patternType}</small>
      </td>
      <td className="mono">
        {values.length === 0 ? (
          <details>
            <summary>{t('indicators.pattern')}</summary>
            <pre>
              <ProducerText text={pattern} />
            </pre>
          </details>
        ) : (
          values.map((each) => (
            <div key={`${each.type} ${each.property} ${each.value}`}>
              <ProducerText text={defanged(each.value)} />{' '}
              {isHarmless(falsePositives, each) && (
                <span className="tag">{t('indicators.falsePositive')}</span>
              )}
            </div>
          ))
        )}
        {leftOut(indicator) > 0 && (
          <span className="quiet">{t('indicators.more', { count: leftOut(indicator) })}</span>
        )}
      </td>
      <td>
        {isValid ? t('indicators.yes') : t('indicators.no')}
        {validUntil !== null && (
          <>
            {' · '}
            <Instant at={validUntil} />
          </>
        )}
      </td>
    </tr>
  );
};

const HEAD = [
  'id',
  'type',
  'property',
  'value',
  'pattern',
  'pattern_type',
  'valid_from',
  'valid_until',
  'is_valid',
  'tlp',
  'is_to_block',
];

const tableOf = (
  indicators: readonly FoundIndicatorFragment[],
  falsePositives: ReadonlySet<string>,
): string =>
  csv([
    HEAD,
    ...indicators.flatMap((each) => {
      const rest = [
        each.pattern,
        each.patternType,
        each.validFrom ?? '',
        each.validUntil ?? '',
        String(each.isValid),
        tlpLabel(each.marking),
      ];
      const values = each.values.length === 0 ? [{ type: '', property: '', value: '' }] : each.values;
      const isToBlock = mayBlock(each, falsePositives);
      return values.map((one) => [
        each.object.id,
        ...[one.type, one.property, one.value],
        ...rest,
        String(isToBlock(one)),
      ]);
    }),
  ]);

/** Rules as their producers wrote them, with the marking as a comment before each. */
const rulesOf = (rules: readonly FoundIndicatorFragment[]): string =>
  rules
    .map(({ pattern, patternType, object, marking }) => {
      const comment = patternType === 'yara' ? '//' : '#';
      return `${comment} ${tlpLabel(marking)} ${patternType} ${object.id}\n${pattern}\n`;
    })
    .join('\n');
