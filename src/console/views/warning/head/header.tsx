// The head of a warning: how bad, what, from whom, under which marking, in which state and language.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, keyOfTab } from '../../../app/ask.ts';
import { useMayPublish } from '../../../app/rights.ts';
import { useSectorName } from '../../../app/sector-names.ts';
import { WarningBundleDocument } from '../../../operations/graphql.generated.ts';
import { useOwn } from '../../../ui/act/use-own.ts';
import { download } from '../../../ui/download.ts';
import { Instant } from '../../../ui/instant.tsx';
import { takenHeadline } from '../../../ui/item-row.tsx';
import { isNear, type Texts } from '../../../ui/language/texts.ts';
import { ExerciseBanner, Grade, Marking } from '../../../ui/marks.tsx';
import { HubText, ProducerText } from '../../../ui/producer-text.tsx';
import { Failure } from '../../../ui/states.tsx';
import { inList } from '../../../words/in-list.ts';
import { languageName, stateName } from '../../../words/language-name.ts';
import { spoken } from '../../../words/words.ts';
import { Taken } from '../versions/withdrawn.tsx';
import { type Item, isTakenFromReader } from '../warning-query.ts';
import { Band, hasBand } from './band.tsx';

type Props = { readonly item: Item; readonly texts: Texts; readonly setLanguage: (tag: string) => void };

export const Header = ({ item, texts, setLanguage }: Props): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const headline = takenHeadline(t, item) ?? { text: texts.headline, lang: texts.language };
  return (
    <header className="stack tight warning-head">
      {item.exercise !== null && <ExerciseBanner exercise={item.exercise} />}
      <Band item={item} />
      {isTakenFromReader(item) && item.recall !== null && <Taken recall={item.recall} />}
      {item.state !== 'ACTIVE' && item.recall === null && (
        <p className="notice caution strong">{t(`warning.state.${item.state}`)}</p>
      )}
      <div className="row">
        <Marking tlp={item.marking} />
        {item.practice !== null && <span className="tag">{t(`practiceKind.${item.practice.kind}`)}</span>}
        {item.practice === null && !hasBand(item) && !isTakenFromReader(item) && <Grades item={item} />}
        <span className="tag">{t('item.version', { number: item.version })}</span>
      </div>
      <h1>
        <ProducerText {...headline} />
      </h1>
      <p className="quiet row">
        <Source item={item} />
        <span>
          {t('warning.published')} <Instant at={item.publishedAt} />
        </span>
        {item.updatedAt !== item.publishedAt && (
          <span>
            {t('warning.updated')} <Instant at={item.updatedAt} />
          </span>
        )}
        {item.validUntil !== null && item.state !== 'CANCELLED' && (
          <span>
            {t('warning.validUntil')} <Instant at={item.validUntil} />
          </span>
        )}
        {item.level !== 'INFORMATION' && item.state !== 'CANCELLED' && (
          <strong>{t(`level.${item.level}`)}</strong>
        )}
        {item.answerBy !== null && item.state !== 'CANCELLED' && (
          <span>
            {t('warning.answerBy')} <Instant at={item.answerBy} />
          </span>
        )}
        <span>
          {inList([
            ...item.sectorsConcerned.map(nameOf),
            ...item.countriesConcerned.map((code) => stateName(code, spoken())),
          ])}
        </span>
      </p>
      <Raised item={item} />
      <Tools item={item} texts={texts} setLanguage={setLanguage} />
    </header>
  );
};

/** What is cancelled is not so bad any more; how bad it was said to be stays readable, in no colour. */
const Grades = ({ item }: Pick<Props, 'item'>): JSX.Element => {
  const { t } = useTranslation();
  const others = [t(`urgency.${item.effectiveUrgency}`), t(`certainty.${item.effectiveCertainty}`)];
  if (item.state === 'CANCELLED' && item.recall === null)
    return (
      <>
        {[t(`severity.${item.severity}`), ...others].map((words) => (
          <s className="tag quiet" key={words}>
            {words}
          </s>
        ))}
      </>
    );
  return (
    <>
      <Grade severity={item.severity} />
      {others.map((words) => (
        <span className="tag" key={words}>
          {words}
        </span>
      ))}
    </>
  );
};

/** Why the hub raised its grade, and what its publisher states. */
const Raised = ({ item: { raisedBecause, urgency, certainty } }: { item: Item }): JSX.Element | null => {
  const { t } = useTranslation();
  if (raisedBecause === null) return null;
  const stated = { urgency: t(`urgency.${urgency}`), certainty: t(`certainty.${certainty}`) };
  return (
    <p className="notice caution">
      <HubText text={raisedBecause} /> <span>{t('warning.stated', stated)}</span>
    </p>
  );
};

/** Who issued it, then who brought it here. */
const Source = ({ item: { issuer, publisher } }: { item: Item }): JSX.Element => {
  const { t } = useTranslation();
  if (issuer === null) return <bdi>{publisher.name}</bdi>;
  return (
    <>
      <ProducerText text={issuer} />
      <span>
        {t('warning.broughtBy')} <bdi>{publisher.name}</bdi>
      </span>
    </>
  );
};

const Tools = ({ item, texts, setLanguage }: Props): JSX.Element => {
  const { t } = useTranslation();
  const languages = [item.language, ...item.translations.map(({ language }) => language)];
  const isOwn = item.whyMe.kind === 'OWN';
  return (
    <div className="row no-print">
      {languages.length === 1 && !isNear(item.language, spoken()) && takenHeadline(t, item) === null && (
        <span className="tag">
          {t('warning.inLanguage', { language: languageName(item.language, spoken()) })}
        </span>
      )}
      {languages.length > 1 && (
        <select
          aria-label={t('warning.language')}
          value={texts.language}
          onChange={({ target }) => setLanguage(target.value)}
        >
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag, spoken())}
            </option>
          ))}
        </select>
      )}
      <button type="button" className="small" onClick={() => window.print()}>
        {t('warning.print')}
      </button>
      {keyOfTab() === null && (
        <a className="button small" href={`/warnings/${item.id}/page`}>
          {t('warning.plain')}
        </a>
      )}
      <BundleButton id={item.id} />
      {isOwn && (
        <Link className="button small" to="/board/$id" params={{ id: item.id }}>
          {t('view.board')}
        </Link>
      )}
      {isOwn && item.state !== 'CANCELLED' && <Correct id={item.id} />}
    </div>
  );
};

const Correct = ({ id }: { id: string }): JSX.Element => {
  const { t } = useTranslation();
  const { isAllowed, reason } = useMayPublish();
  if (isAllowed)
    return (
      <Link className="button small" to="/publish" search={{ of: id }}>
        {t('warning.correct')}
      </Link>
    );
  return (
    <>
      <button type="button" className="small" aria-disabled="true" aria-describedby="correct-reason">
        {t('warning.correct')}
      </button>
      <span className="small quiet" id="correct-reason">
        {reason}
      </span>
    </>
  );
};

const BundleButton = ({ id }: { id: string }): JSX.Element => {
  const { t } = useTranslation();
  const { press, data, error, isPending } = useOwn({
    act: async (_: null) => (await ask(WarningBundleDocument, { id })).warning,
    onDone: (warning) => {
      if (warning !== null) download(id, 'json', JSON.stringify(warning.bundle, null, 2));
    },
  });
  return (
    <>
      <button type="button" className="small" disabled={isPending} onClick={() => press(null)}>
        {t('warning.stix')}
      </button>
      {error !== null && <Failure error={error} />}
      {data === null && <span role="alert">{t('state.nowhere')}</span>}
    </>
  );
};
