// For whoever is not signed in: with a key, which this tab keeps until it is closed or signed out.
import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError } from '../../app/ask.ts';
import { forgetPlaces } from '../../app/choices.ts';
import { useWindowTitle } from '../../app/frame/arriving.ts';
import { signInWithKey, wasSignedOut } from '../../app/me.ts';
import icon from '../../style/icon.svg';
import { LanguageChoice } from '../../ui/language/language-choice.tsx';
import './sign-in.css';

/** The view that somebody wanted, and its place. A word that was searched for stays here, and so does any other fragment. */
const whereToReturn = (): string => {
  const search = new URLSearchParams(location.search);
  search.delete('text');
  const [place = ''] = /^#[a-z-]{1,40}$/.exec(location.hash) ?? [];
  return `${location.pathname}${search.size === 0 ? '' : `?${search}`}${place}`;
};

export const SignIn = (): JSX.Element => {
  const { t } = useTranslation();
  useEffect(forgetPlaces, []);
  useWindowTitle(t('signIn.title'));
  return (
    <main className="sign-in stack">
      <div className="row">
        <img src={icon} alt="" width="36" height="36" />
        <h1>{t('signIn.title')}</h1>
      </div>
      {wasSignedOut() ? (
        <p className="notice caution strong" role="alert">
          {t('signIn.out')}
        </p>
      ) : (
        <p>{t('signIn.what')}</p>
      )}
      <p>
        <a className="button primary" href={`/sign-in?to=${encodeURIComponent(whereToReturn())}`}>
          {t('signIn.passkey')}
        </a>
      </p>
      <KeyForm />
      <LanguageChoice />
    </main>
  );
};

const isUnreached = (error: unknown): boolean => error instanceof AskError && error.code === 'NETWORK';

const KeyForm = (): JSX.Element => {
  const { t } = useTranslation();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const key = String(new FormData(form).get('key') ?? '').trim();
    if (isBusy) return;
    if (key === '') {
      setFault(t('publish.fillIn'));
      field.current?.focus();
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      if (!(await signInWithKey(key))) setFault(t('signIn.unknownKey'));
    } catch (error) {
      setFault(t(isUnreached(error) ? 'failure.NETWORK' : 'signIn.failed'));
    } finally {
      setBusy(false);
      form.reset();
    }
  };
  return (
    <form className="panel stack tight" noValidate onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="key">{t('signIn.key')}</label>
        <input
          ref={field}
          id="key"
          name="key"
          type="password"
          required
          autoComplete="off"
          spellCheck={false}
          placeholder="toc_…"
          aria-describedby={fault === null ? 'key-hint' : 'key-hint key-fault'}
          aria-invalid={fault !== null}
        />
        <p className="hint" id="key-hint">
          {t('signIn.keyHint')}
        </p>
        {fault !== null && (
          <p className="fault" id="key-fault" role="alert">
            {fault}
          </p>
        )}
      </div>
      <div>
        <button type="submit" className="primary" aria-disabled={isBusy}>
          {t('signIn.enter')}
        </button>
      </div>
    </form>
  );
};
