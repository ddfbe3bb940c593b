// The filters of the audit trail, kept in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../../../words/enum-words.ts';
import { spoken } from '../../../words/words.ts';
import { EVENTS } from './events.ts';

const FIELDS = ['event', 'person', 'warning', 'since', 'until'] as const;

export const Filters = (): JSX.Element => {
  const { t, i18n } = useTranslation();
  const id = useId();
  const order = new Intl.Collator(spoken());
  const named = EVENTS.map((each) => [each, wordsFor(i18n, ['audit.events'], each) ?? each] as const).sort(
    ([, one], [, other]) => order.compare(one, other),
  );
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = FIELDS.map((name) => [name, String(form.get(name) ?? '').trim() || undefined] as const);
    void navigate({ search: Object.fromEntries(given) });
  };
  return (
    <form className="panel audit-filters no-print" onSubmit={submit} key={JSON.stringify(search)}>
      <div className="field">
        <label htmlFor={`${id}-event`}>{t('audit.event')}</label>
        <select id={`${id}-event`} name="event" defaultValue={search.event ?? ''}>
          <option value="">{t('audit.anyEvent')}</option>
          {named.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {(['person', 'warning', 'since', 'until'] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`audit.${name}`)}</label>
          <input
            id={`${id}-${name}`}
            name={name}
            type={name === 'since' || name === 'until' ? 'date' : 'text'}
            defaultValue={search[name] ?? ''}
            autoComplete="off"
          />
        </div>
      ))}
      <div className="row">
        <button type="submit" className="primary">
          {t('audit.filter')}
        </button>
        <Link className="button" to="/audit">
          {t('floor.clear')}
        </Link>
      </div>
    </form>
  );
};
