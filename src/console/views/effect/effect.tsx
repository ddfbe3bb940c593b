// What came of what was published in a span of time: how long until it was sent, delivered, opened, answered and acted on.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSignedIn } from '../../app/me.ts';
import { useSectorName } from '../../app/sector-names.ts';
import { EffectDocument, type EffectQuery, type EffectStep } from '../../operations/graphql.generated.ts';
import { csv, download } from '../../ui/download.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { lasting } from '../../ui/instant.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { hubNow } from '../../ui/time/hub-clock.ts';
import { spoken } from '../../words/words.ts';

const SPANS = [7, 30, 90, 365] as const;
const STEPS = ['SENT', 'DELIVERED', 'OPENED', 'ANSWERED', 'ACTED'] as const satisfies EffectStep[];
const DAY_MS = 86_400_000;
/** So that the same is asked for a while, and an answer can be kept. */
const ROUND_MS = 5 * 60_000;

type Cell = EffectQuery['effect']['cells'][number];

export const Effect = (): JSX.Element => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/effect' });
  const navigate = useNavigate({ from: '/effect' });
  const { roles } = useSignedIn();
  const isOperator = roles.includes('HUB_OPERATOR');
  const days = SPANS.find((each) => String(each) === search.days) ?? 30;
  const of = isOperator && search.whose === 'hub' ? ('HUB' as const) : ('MEMBER' as const);
  // As long as the view is open it is of one time: figures that vanish while they are read help nobody.
  const [until] = useState(() => Math.ceil(hubNow() / ROUND_MS) * ROUND_MS);
  const { data, error, refetch } = useQuery({
    queryKey: ['effect', of, days, until],
    queryFn: async ({ signal }) => {
      const span = {
        since: new Date(until - days * DAY_MS).toISOString(),
        until: new Date(until).toISOString(),
      };
      return (await ask(EffectDocument, { input: { of, ...span } }, { signal })).effect;
    },
  });
  const format = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'day', unitDisplay: 'long' });
  return (
    <div className="stack">
      <h1>{t('view.effect')}</h1>
      <p className="quiet">{t('effect.what')}</p>
      <div className="row no-print filters">
        <ChoiceField
          label={t('effect.span')}
          value={String(days)}
          set={(chosen) =>
            void navigate({ search: (before) => ({ ...before, days: chosen }), replace: true })
          }
          options={SPANS.map((each) => [String(each), format.format(each)])}
        />
        {isOperator && (
          <ChoiceField
            label={t('effect.of')}
            value={search.whose ?? 'member'}
            set={(whose) => void navigate({ search: (before) => ({ ...before, whose }), replace: true })}
            options={[
              ['member', t('effect.ofMember')],
              ['hub', t('effect.ofHub')],
            ]}
          />
        )}
      </div>
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Refusals refusals={data.refusals} />}
      {data?.isPartial === true && <p className="small">{t('effect.partial')}</p>}
      {data !== undefined && data.refusals.length === 0 && <Figures cells={data.cells} days={days} />}
    </div>
  );
};

/** Two figures of each step, each in a column of its own. */
const Heads = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('floor.sector')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('effect.channel')}
        </th>
        {STEPS.map((step) => (
          <th scope="colgroup" colSpan={2} key={step}>
            {t(`effect.step.${step}`)}
          </th>
        ))}
      </tr>
      <tr>
        {STEPS.map((step) => [
          <th scope="col" key={step}>
            {t('effect.half')}
          </th>,
          <th scope="col" key={`${step} most`}>
            {t('effect.most')}
          </th>,
        ])}
      </tr>
    </thead>
  );
};

const Figures = ({ cells, days }: { cells: readonly Cell[]; days: number }): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  if (cells.length === 0)
    return (
      <Nothing title={t('effect.noneTitle')}>
        <p>{t('effect.noneNext')}</p>
      </Nothing>
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that */}
      <section className="scroll" tabIndex={0} aria-label={t('view.effect')}>
        <table className="panel board-table wide-table">
          <caption className="small quiet">{t('effect.caption')}</caption>
          <Heads />
          <tbody>
            {cells.map((cell) => (
              <tr key={`${cell.sector} ${cell.channel}`}>
                <th scope="row">{cell.sector === null ? t('effect.all') : nameOf(cell.sector)}</th>
                <td>{t(`channels.channel.${cell.channel}`)}</td>
                {STEPS.map((step) => (
                  <Figure key={step} cell={cell} step={step} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="row no-print">
        <button
          type="button"
          className="small"
          onClick={() => download(`effect-${days}-days`, 'csv', tableOf(cells))}
        >
          CSV
        </button>
      </div>
      <p className="small quiet">{t('effect.rule')}</p>
    </>
  );
};

const MINUTE_MS = 60_000;

const Figure = ({ cell, step }: { cell: Cell; step: EffectStep }): JSX.Element => {
  const { medianMinutes = null, p90Minutes = null } = cell.steps.find((each) => each.step === step) ?? {};
  return (
    <>
      {[medianMinutes, p90Minutes].map((minutes, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second figure
        <td key={at} className={minutes === null || at === 1 ? 'number quiet' : 'number strong'}>
          {minutes === null ? '–' : lasting(minutes * MINUTE_MS)}
        </td>
      ))}
    </>
  );
};

const tableOf = (cells: readonly Cell[]): string =>
  csv([
    [
      'sector',
      'channel',
      ...STEPS.flatMap((step) => [
        `${step.toLowerCase()}_median_minutes`,
        `${step.toLowerCase()}_p90_minutes`,
      ]),
    ],
    ...cells.map(({ sector, channel, steps }) => [
      sector ?? '',
      channel,
      ...STEPS.flatMap((step) => {
        const found = steps.find((each) => each.step === step);
        return [String(found?.medianMinutes ?? ''), String(found?.p90Minutes ?? '')];
      }),
    ]),
  ]);
