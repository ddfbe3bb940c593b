// Lines of the audit trail: when, what, who by which way in, about whom, and what changed by name.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../ui/instant.tsx';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import type { Line } from './audit-query.ts';
import { FactsOf } from './facts.tsx';
import { type Names, SubjectName, useNames } from './subjects.tsx';

export const AuditTable = ({ lines }: { lines: readonly Line[] }): JSX.Element => {
  const { t } = useTranslation();
  const names = useNames(lines);
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
            <Row key={line.id} line={line} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

type RowProps = { readonly line: Line; readonly names: Names };

const Row = ({ line, names }: RowProps): JSX.Element => {
  const { t, i18n } = useTranslation();
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
          {byPerson !== null && <ProducerText text={names.ofPerson(byPerson)} />}{' '}
          {/* The id of a session says nothing to anybody; a key is named with its noun. */}
          {byKey !== null && way === 'KEY' ? (
            <>
              · <ProducerText text={names.ofKey(byKey)} />
            </>
          ) : (
            way !== null && t(`audit.way.${way}`)
          )}{' '}
          {range !== null && <bdi>{range}</bdi>}
        </small>
      </td>
      <td>
        <About line={line} names={names} />
      </td>
      <td>
        <FactsOf facts={line.facts} names={names} />
      </td>
    </tr>
  );
};

const About = ({ line, names }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const { members, person, warning } = line;
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
            <ProducerText text={names.ofPerson(person)} />
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
      {line.subject !== null && <Which line={line} id={line.subject} names={names} />}
    </>
  );
};

/** In words where there are any; an id that says nothing to anybody is in the files. */
const Which = ({ line, id, names }: RowProps & { readonly id: string }): JSX.Element | null => {
  const { i18n } = useTranslation();
  const subject = names.subjects.get(id);
  const [noun] = line.event.split('.');
  if (subject !== undefined)
    return (
      <div>
        <SubjectName of={subject} />
      </div>
    );
  if (noun === 'key')
    return (
      <div>
        <ProducerText text={names.ofKey(id)} />
      </div>
    );
  const kind = wordsFor(i18n, ['approvals.kind'], kindIn(line.facts));
  if (id.startsWith('approval--') && kind !== null) return <div>{kind}</div>;
  const said = wordsFor(i18n, ['retention.class'], id) ?? (noun === 'range' ? id : null);
  if (said !== null)
    return (
      <div>
        <ProducerText text={said} />
      </div>
    );
  const job = noun === 'job' ? /^[0-9a-f]{24}-(.+)$/.exec(id)?.[1] : undefined;
  return job === undefined ? null : (
    <div>
      <code>{job}</code>
    </div>
  );
};

const kindIn = (facts: unknown): string =>
  typeof facts === 'object' && facts !== null && 'kind' in facts ? String(facts.kind) : '';
