// The bar at the top: the search, the clock in UTC, the state of the stream, the person.
import { Link, useNavigate } from '@tanstack/react-router';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/live.ts';
import icon from '../../style/icon.svg';
import { Instant, local, useNow, utc } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { type Me, signOut } from '../me.ts';
import { findWord, useWord } from '../search-word.ts';
import { useShortcut } from '../shortcuts.ts';
import { TallyMark } from './side-bar.tsx';

export type OpenDialog = 'palette' | 'help' | 'settings' | null;

type Props = {
  readonly me: Me;
  readonly open: (dialog: OpenDialog) => void;
  readonly isMenuOpen: boolean;
  /** What waits, of all that the ways to the views count: on a narrow screen they are folded. */
  readonly waiting: { readonly count: number; readonly hasMore: boolean };
  readonly toggleMenu: () => void;
};

export const TopBar = ({ me, open, isMenuOpen, waiting, toggleMenu }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <header className="top no-print">
      <Link to="/" className="brand" aria-label={t('shell.toFloor')}>
        <img src={icon} alt="" width="24" height="24" />
        <span className="brand-name">Tocsin</span>
      </Link>
      <button
        type="button"
        className="menu-button"
        aria-expanded={isMenuOpen}
        aria-controls="views"
        onClick={toggleMenu}
      >
        {t('shell.views')}
        {!isMenuOpen && <TallyMark {...waiting} words={t('floor.waitsForYou')} />}
      </button>
      <Search />
      <div className="end">
        <Clock />
        <Stream />
        <button
          type="button"
          className="small keys"
          aria-label={t('keys.title')}
          title={t('keys.title')}
          aria-haspopup="dialog"
          onClick={() => open('help')}
        >
          ?
        </button>
        <OwnActs me={me} open={open} place="bar" />
      </div>
    </header>
  );
};

type OwnProps = Pick<Props, 'me' | 'open'> & { readonly place: 'bar' | 'side' };

/** In the bar; on a narrow screen beneath the ways to the views, where there is room. */
export const OwnActs = ({ me, open, place }: OwnProps): JSX.Element => {
  const { t } = useTranslation();
  const acts = (
    <>
      <button type="button" className="plain" onClick={() => open('settings')} aria-haspopup="dialog">
        <ProducerText text={me.person?.split('/').at(-1) ?? me.member.slug} />
      </button>
      <button type="button" className="small" onClick={() => void signOut()}>
        {t('shell.signOut')}
      </button>
    </>
  );
  return place === 'bar' ? (
    <div className="own-acts row">{acts}</div>
  ) : (
    <li className="own-acts row">{acts}</li>
  );
};

const Search = (): JSX.Element => {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const word = useWord();
  useShortcut('/', () => field.current?.focus());
  useEffect(() => {
    if (field.current !== null) field.current.value = word;
  }, [word]);
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What is sent is typed no more: the keyboard goes on where it is found.
          if (location.pathname !== '/') field.current?.blur();
          findWord(field.current?.value.trim() ?? '');
          void navigate({ to: '/', search: (before) => ({ ...before, text: undefined, wall: undefined }) });
        }}
      >
        <input
          ref={field}
          type="search"
          name="word"
          maxLength={256}
          autoComplete="off"
          aria-label={t('shell.search')}
          placeholder={t('shell.searchHint')}
        />
      </form>
    </search>
  );
};

const Clock = (): JSX.Element => {
  const now = new Date(useNow(5_000));
  return (
    <time className="clock quiet" dir="ltr" dateTime={now.toISOString()} title={local(now)}>
      {utc(now)}
    </time>
  );
};

const Stream = (): JSX.Element => {
  const { t } = useTranslation();
  const { isUp, heardAt } = useLive();
  return (
    <span className="live" data-up={isUp} role="status">
      {isUp ? (
        <span className="live-words">{t('live.up')}</span>
      ) : heardAt === null ? (
        t('live.connecting')
      ) : (
        <span>
          {t('live.staleSince')} <Instant at={new Date(heardAt).toISOString()} />
        </span>
      )}
    </span>
  );
};
