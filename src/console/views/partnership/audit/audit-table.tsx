// Lines of the audit trail: when, what, who by which way in, about whom, and what changed by name.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import { Sentence } from '../approvals/in-words.tsx';
import { usePersonName } from '../people/person-names.ts';
import type { Line } from './audit-query.ts';
import { FactsOf } from './facts.tsx';
import { type Subject, useSubjects } from './subjects.ts';

export const AuditTable = ({ lines }: { lines: readonly Line[] }): JSX.Element => {
  const { t } = useTranslation();
  const subjects = useSubjects(lines);
  return (
    <div className="scroll">
      <table className="panel many-columns">
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.event')}</th>
            <th scope="col">{t('audit.by')}</th>
            <th scope="col">{t('audit.about')}</th>
            <th scope="col">{t('audit.facts')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} subject={subjects.get(line.subject ?? '')} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

type RowProps = { readonly line: Line; readonly subject: Subject | undefined };

const Row = ({ line, subject }: RowProps): JSX.Element => {
  const { t, i18n } = useTranslation();
  const nameOf = usePersonName();
  const { at, event, byMember, byPerson, byKey, way, range } = line;
  return (
    <tr>
      <td>
        <Instant at={at} />
      </td>
      <th scope="row">{wordsFor(i18n, ['audit.events'], event) ?? <code>{event}</code>}</th>
      <td>
        {byMember === null ? t('audit.hub') : <ProducerText text={byMember.name} />}
        <br />
        <small className="quiet">
          {byPerson !== null && <ProducerText text={nameOf(byPerson)} />}{' '}
          {byKey !== null && <code>{byKey}</code>} {way !== null && t(`audit.way.${way}`)}{' '}
          {range !== null && <bdi>{range}</bdi>}
        </small>
      </td>
      <td>
        <About line={line} subject={subject} />
      </td>
      <td>
        <FactsOf facts={line.facts} />
      </td>
    </tr>
  );
};

const About = ({ line, subject }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const { members, person, warning } = line;
  const nameOf = usePersonName();
  return (
    <>
      {members.map(({ slug, name }) => (
        <div key={slug}>
          <ProducerText text={name} />
        </div>
      ))}
      {person !== null && (
        <div>
          <small>
            <ProducerText text={nameOf(person)} />
          </small>
        </div>
      )}
      {warning !== null && (
        <div>
          <Link to="/warning/$id" params={{ id: warning }}>
            {t('approvals.item')}
          </Link>
        </div>
      )}
      {line.subject !== null && <Which line={line} subject={subject} />}
    </>
  );
};

/** In words where there are any; an id that says nothing to anybody is in the files. */
const Which = ({ line, subject }: RowProps): JSX.Element | null => {
  const { i18n } = useTranslation();
  if (subject !== undefined && 'kind' in subject)
    return (
      <div>
        <Link to="/proposals" search={{ id: subject.id }}>
          <Sentence proposal={subject} />
        </Link>
      </div>
    );
  if (subject !== undefined)
    return (
      <div>
        <ProducerText text={subject.name} />
      </div>
    );
  const kind = wordsFor(i18n, ['approvals.kind'], kindIn(line.facts));
  if (line.subject?.startsWith('approval--') === true && kind !== null) return <div>{kind}</div>;
  return (
    <code className="small">
      <ProducerText text={line.subject ?? ''} />
    </code>
  );
};

const kindIn = (facts: unknown): string =>
  typeof facts === 'object' && facts !== null && 'kind' in facts ? String(facts.kind) : '';
