// What changed, by name: ids, states and numbers, each in the words of the reader where there are any.
import { Fragment, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { wordsFor } from '../../../words/enum-words.ts';

/** Where a state or kind may have its words, the nearest first. */
const VALUES = [
  'audit.value',
  'role',
  'level',
  'people.state',
  'members.standing',
  'applications.stage',
  'approvals.kind',
  'retention.class',
  'retention.scope',
  'communities.roll',
  'communities.joining',
  'channels.channel',
  'channels.state',
  'channels.forms',
  'audit.way',
  'accessKeys.kind',
];

export const FactsOf = ({ facts }: { facts: unknown }): JSX.Element | null => {
  if (typeof facts !== 'object' || facts === null) return null;
  const told = Object.entries(facts).filter(
    ([, value]) => value !== null && (!Array.isArray(value) || value.length > 0),
  );
  return (
    <ul className="plain small">
      {told.map(([name, value]) => (
        <li key={name}>
          <Name name={name} />: <Value value={value} />
        </li>
      ))}
    </ul>
  );
};

const Name = ({ name }: { name: string }): JSX.Element => {
  const { i18n } = useTranslation();
  const words = wordsFor(i18n, ['audit.fact', 'retention.class'], name);
  return words === null ? <code>{name}</code> : <>{words}</>;
};

const Value = ({ value }: { value: unknown }): JSX.Element => {
  const { t, i18n } = useTranslation();
  if (Array.isArray(value))
    return (
      <>
        {value.map((each, at) => (
          <Fragment key={String(each)}>
            {at > 0 && ', '}
            <Value value={each} />
          </Fragment>
        ))}
      </>
    );
  if (typeof value === 'boolean') return <>{value ? t('members.yes') : t('members.no')}</>;
  if (typeof value === 'number') return <>{value}</>;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return <Instant at={text} />;
  const words = wordsFor(i18n, VALUES, text.toUpperCase().replaceAll('-', '_'));
  if (words !== null) return <>{words}</>;
  return (
    <code>
      <ProducerText text={text} />
    </code>
  );
};
