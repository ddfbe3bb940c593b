// What public sources know of it: exploited or not, by when, how likely. Each with its source and date.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SsvcDecision } from '../../operations/graphql.generated.ts';
import { HubText, ProducerText } from '../../ui/producer-text.tsx';
import { spoken } from '../../words/words.ts';
import type { Item } from './warning-query.ts';

export const Known = ({ item: { known, cves } }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  if (cves.length === 0 && known.inWords.length === 0) return null;
  return (
    <section className="panel stack tight" aria-labelledby="known">
      <h2 id="known">{t('known.title')}</h2>
      <Exploited known={known} />
      <Scores known={known} />
      {known.techniques.length > 0 && (
        <p>
          {t('known.techniques')}{' '}
          <HubText
            text={known.techniques
              .map(({ techniqueId, name }) => (techniqueId === null ? name : `${techniqueId} ${name}`))
              .join('; ')}
          />
        </p>
      )}
      {known.inWords.length > 0 && (
        <details>
          <summary>{t('known.inWords', { count: known.inWords.length })}</summary>
          <ul>
            {known.inWords.map((words) => (
              <li key={words}>
                <HubText text={words} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {cves.length > 0 && known.inWords.length === 0 && (
        <p className="mono">
          <ProducerText text={cves.join(' ')} />
        </p>
      )}
    </section>
  );
};

const Exploited = ({ known }: { known: Item['known'] }): JSX.Element | null => {
  const { t } = useTranslation();
  if (known.exploited.length === 0) return null;
  return (
    <div className="scroll">
      <table>
        <caption className="seen-by-ear">{t('known.exploited')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('known.exploited')}</th>
            <th scope="col">{t('known.since')}</th>
            <th scope="col">{t('known.due')}</th>
            <th scope="col">{t('known.ransomware')}</th>
          </tr>
        </thead>
        <tbody>
          {known.exploited.map(({ cve, since, dueDate, inRansomware, source }) => (
            <tr key={cve}>
              <th scope="row">
                <span className="mono">{cve}</span> <small className="quiet">{source.name}</small>
              </th>
              <td>{since}</td>
              <td className={dueDate === null ? '' : 'strong'}>{dueDate ?? t('known.notGiven')}</td>
              <td>{inRansomware ? t('known.yes') : t('known.notKnown')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The outcomes of SSVC are names: CISA gives them in English alone. */
const SSVC: Readonly<Record<SsvcDecision, string>> = {
  TRACK: 'track',
  TRACK_STAR: 'track*',
  ATTEND: 'attend',
  ACT: 'act',
};

/** SSVC, CVSS and EPSS in one line for each vulnerability. */
const Scores = ({ known }: { known: Item['known'] }): JSX.Element | null => {
  const { t } = useTranslation();
  const cves = [
    ...new Set([...known.decisions, ...known.scores, ...known.probabilities].map(({ cve }) => cve)),
  ];
  if (cves.length === 0) return null;
  const percent = new Intl.NumberFormat(spoken(), { style: 'percent', maximumFractionDigits: 1 });
  return (
    <div className="scroll">
      <table>
        <caption className="seen-by-ear">{t('known.scores')}</caption>
        <thead>
          <tr>
            <th scope="col">CVE</th>
            <th scope="col">SSVC</th>
            <th scope="col">CVSS</th>
            <th scope="col">EPSS</th>
          </tr>
        </thead>
        <tbody>
          {cves.map((cve) => {
            const decision = known.decisions.find((each) => each.cve === cve);
            const score = known.scores.find((each) => each.cve === cve);
            const epss = known.probabilities.find((each) => each.cve === cve);
            return (
              <tr key={cve}>
                <th scope="row" className="mono">
                  {cve}
                </th>
                <td>
                  {decision === undefined ? (
                    '–'
                  ) : (
                    <>
                      <span lang="en" dir="ltr">
                        {SSVC[decision.decision]}
                      </span>{' '}
                      ({t(`known.exploitation.${decision.exploitation}`)})
                    </>
                  )}
                  {decision !== undefined && <small className="quiet"> {decision.decidedOn}</small>}
                </td>
                <td>
                  {score === undefined ? '–' : `${score.score.toFixed(1)} ${t(`known.band.${score.band}`)}`}
                  {score !== undefined && (
                    <small className="quiet"> ({score.provider.replaceAll('_', ' ')})</small>
                  )}
                </td>
                <td>
                  {epss === undefined ? '–' : percent.format(epss.probability)}
                  {epss !== undefined && <small className="quiet"> {epss.scoredOn}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
