// Two warnings that may report one event, and what a reviewer rules.
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSectorName } from '../../app/sector-names.ts';
import {
  AcceptPairDocument,
  type ComparedFragment,
  type PairFragment,
  RejectPairDocument,
  UndoPairDocument,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { utc } from '../../ui/instant.tsx';
import { usePrinted } from '../../ui/print/printed.ts';
import { strictestOf, tlpLabel } from '../../ui/print/strictest.ts';
import { HubText } from '../../ui/producer-text.tsx';
import { inList } from '../../words/in-list.ts';
import { spoken } from '../../words/words.ts';
import { Compare } from './compare.tsx';
import { forgetRuled } from './ruled.ts';
import { RulingButtons } from './ruling-buttons.tsx';

type Ruling = 'accept' | 'reject' | 'undo';

export const WarningPair = ({ pair: proposed }: { pair: PairFragment }): JSX.Element => {
  const { t } = useTranslation();
  const [ruled, setRuled] = useState<typeof proposed | null>(null);
  const pair = ruled ?? proposed;
  const ruling = useAct(
    async (how: Ruling, options) => {
      const input = { id: pair.id };
      if (how === 'accept') return (await ask(AcceptPairDocument, { input }, options)).result;
      if (how === 'reject') return (await ask(RejectPairDocument, { input }, options)).result;
      return (await ask(UndoPairDocument, { input: { ...input, reopen: true } }, options)).result;
    },
    ({ pair: now }) => {
      if (now !== null) setRuled(now);
      forgetRuled();
    },
  );
  const percent = new Intl.NumberFormat(spoken(), { style: 'percent' });
  return (
    <section className="panel stack tight" data-row={proposed.id}>
      <div className="row apart">
        <span className="row">
          <span className="strong">{t('duplicates.alike', { score: percent.format(pair.score) })}</span>
          <span className="tag">{t(`pairState.${pair.state}`)}</span>
        </span>
        <RulingButtons state={pair.state} isBusy={ruling.isBusy} rule={ruling.run} />
      </div>
      <ul>
        {pair.reasons.map((reason) => (
          <li key={reason}>
            <HubText text={reason} />
          </li>
        ))}
      </ul>
      <Sides pair={pair} />
      <ActOutcome of={ruling} />
    </section>
  );
};

const Sides = ({ pair }: { pair: PairFragment }): JSX.Element | null => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const [one, other] = pair.warnings;
  usePrinted(strictestOf(pair.warnings.map(({ marking }) => marking)));
  if (one === undefined || other === undefined) return null;
  const row = (label: string, of: (warning: ComparedFragment) => string) => ({
    label,
    one: of(one),
    other: of(other),
  });
  return (
    <>
      <Compare
        titles={[one.publisher.name, other.publisher.name]}
        rows={[
          row(t('publish.headline'), ({ headline }) => headline),
          row(t('warning.summary'), ({ summary }) => summary),
          row('CVE', ({ cves }) => cves.join(' ')),
          row(t('floor.severity'), ({ severity }) => t(`severity.${severity}`)),
          row(t('floor.urgency'), ({ urgency }) => t(`urgency.${urgency}`)),
          row(t('publish.certainty'), ({ certainty }) => t(`certainty.${certainty}`)),
          row(t('floor.sector'), ({ sectorsConcerned }) => inList(sectorsConcerned.map(nameOf))),
          row(t('publish.marking'), ({ marking }) => tlpLabel(marking)),
          row(t('warning.published'), ({ publishedAt }) => utc(new Date(publishedAt))),
        ]}
      />
      <p className="row">
        {pair.warnings.map(({ id, publisher }) => (
          <Link key={id} className="button small" to="/warning/$id" params={{ id }}>
            {t('duplicates.open', { name: publisher.name })}
          </Link>
        ))}
      </p>
    </>
  );
};
