// What changed, by name: ids, states and numbers, each in the words of the reader where there are any.
import { Link } from '@tanstack/react-router';
import { Fragment, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import { shortId } from '../keys/key-names.ts';
import { type Names, SubjectName } from './subjects.tsx';

/** Where a state or kind may have its words, the nearest first. */
const VALUES = [
  'audit.value',
  'role',
  'level',
  'people.state',
  'members.standing',
  'applications.stage',
  'approvals.kind',
  'approvals.state',
  'retention.class',
  'retention.scope',
  'communities.roll',
  'communities.joining',
  'channels.channel',
  'channels.state',
  'channels.forms',
  'channels.cause',
  'subs.cadence',
  'audit.way',
  'accessKeys.kind',
];

/** A fact whose words are elsewhere first. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  admits: ['provider.admission'],
  changed: ['audit.field'],
  fields: ['audit.field'],
  scope: ['retention.scope'],
};

type Told = { readonly names: Names };

export const FactsOf = ({ facts, names }: { facts: unknown } & Told): JSX.Element | null => {
  if (typeof facts !== 'object' || facts === null) return null;
  const told = Object.entries(facts).filter(
    ([, value]) => value !== null && (!Array.isArray(value) || value.length > 0),
  );
  return (
    <ul className="plain small">
      {told.map(([name, value]) => (
        <li key={name}>
          <Name name={name} />: <Value name={name} value={value} names={names} />
        </li>
      ))}
    </ul>
  );
};

/** A name that a later hub tells is shown as it is. */
const Name = ({ name }: { name: string }): JSX.Element => {
  const { i18n } = useTranslation();
  const words = wordsFor(i18n, ['audit.fact', 'retention.class'], name);
  return words === null ? <code>{name}</code> : <>{words}</>;
};

type ValueProps = { readonly name: string; readonly value: unknown } & Told;

const Value = ({ name, value, names }: ValueProps): JSX.Element => {
  const { t } = useTranslation();
  if (Array.isArray(value))
    return (
      <>
        {value.map((each, at) => (
          <Fragment key={String(each)}>
            {at > 0 && ', '}
            <Value name={name} value={each} names={names} />
          </Fragment>
        ))}
      </>
    );
  if (typeof value === 'boolean') return <>{value ? t('members.yes') : t('members.no')}</>;
  if (typeof value === 'number') return <bdi>{value}</bdi>;
  return <Text name={name} text={String(value)} names={names} />;
};

const TLP = /^(?:CLEAR|GREEN|AMBER|AMBER[_+]STRICT|RED)$/;
const WARNING = /^(?:warning|practice)--/;
const PERSON = /^[a-z0-9-]+\/[\w.-]+$/;
/** Drawn by the hub, so that it says nothing to anybody. */
const DRAWN = /^(?:[a-z-]+--)?[0-9a-f-]{16,}$/;
const KEYS: readonly string[] = ['replacedBy'];

const Text = ({ name, text, names }: { name: string; text: string } & Told): JSX.Element => {
  const { t, i18n } = useTranslation();
  const subject = names.subjects.get(text);
  if (subject !== undefined) return <SubjectName of={subject} />;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return <Instant at={text} />;
  if (TLP.test(text)) return <bdi>TLP:{text.replace('_', '+')}</bdi>;
  const places = PLACES[name] ?? VALUES;
  const key = places.includes('audit.field') ? text : text.toUpperCase().replaceAll('-', '_');
  const words = wordsFor(i18n, places, key);
  if (words !== null) return <>{words}</>;
  const member = names.ofMember(text);
  if (member !== null) return <ProducerText text={member} />;
  if (WARNING.test(text))
    return (
      <Link to="/warning/$id" params={{ id: text }}>
        {t('approvals.item')}
      </Link>
    );
  if (KEYS.includes(name)) return <ProducerText text={names.ofKey(text)} />;
  if (PERSON.test(text)) return <ProducerText text={names.ofPerson(text)} />;
  return DRAWN.test(text) ? (
    <bdi title={text}>{t('audit.number', { id: shortId(text) })}</bdi>
  ) : (
    <ProducerText text={text} />
  );
};
