// The frame around every view: who is signed in, whether the stream is up, the search, the ways to the views.
import { Outlet, useRouterState } from '@tanstack/react-router';
import { type JSX, lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goLive } from '../../live/live.ts';
import { useUnlooked } from '../../live/unlooked.ts';
import { Failure, Waiting } from '../../ui/states.tsx';
import { tallyOf, useHands } from '../hands/hands.ts';
import { identityOf, type Me, useMe, whoIs } from '../me.ts';
import { useShortcut } from '../shortcuts.ts';
import { useTheme } from '../theme.ts';
import { useGivenKey } from '../wall/given-key.ts';
import { Announcer } from './announcer.tsx';
import { ArrivalBar } from './arrival-bar.tsx';
import { useArriving } from './arriving.ts';
import { ClockNotice } from './clock-notice.tsx';
import { KeyNote } from './key-note.tsx';
import { OldNotice } from './old-notice.tsx';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { PrintFrame } from './print-frame.tsx';
import { SideBar } from './side-bar.tsx';
import { type OpenDialog, OwnActs, TopBar } from './top-bar.tsx';

const SignIn = lazy(() =>
  import('../../views/sign-in/sign-in.tsx').then(({ SignIn: it }) => ({ default: it })),
);
const WallRefused = lazy(() =>
  import('../wall/wall-refused.tsx').then((it) => ({ default: it.WallRefused })),
);
const Palette = lazy(() => import('../dialogs/palette.tsx').then((it) => ({ default: it.Palette })));
const Help = lazy(() => import('../dialogs/help.tsx').then((it) => ({ default: it.Help })));
const Settings = lazy(() => import('../dialogs/settings.tsx').then((it) => ({ default: it.Settings })));

export const Shell = (): JSX.Element => {
  const { verdict, error } = useGivenKey();
  if (verdict === 'TAKEN') return <Known />;
  if (verdict === undefined) return error === null ? <Waiting /> : <Failure error={error} />;
  return (
    <Suspense fallback={<Waiting />}>
      <WallRefused why={verdict} />
    </Suspense>
  );
};

const Known = (): JSX.Element => {
  const { data: me, isPending, error, refetch } = useMe();
  const isFloor = useRouterState({ select: ({ location }) => location.pathname === '/' });
  useTheme(isFloor && me !== null);
  if (isPending) return <Waiting />;
  if (error !== null && me === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (!me)
    return (
      <Suspense fallback={<Waiting />}>
        <SignIn />
      </Suspense>
    );
  return <Frame key={whoIs(me)} me={me} />;
};

/** What nobody has looked at, and what waits for a hand: how many there are is in the title of the tab too. */
const useWhatWaits = (pathname: string, isWall: boolean) => {
  const unlooked = useUnlooked(pathname);
  const hands = useHands({ isAsked: !isWall });
  const { help, decisions } = hands;
  const count = unlooked.count + help.hands.length + decisions.hands.length;
  const hasMore = help.hasMore || decisions.hasMore;
  useArriving('view', isWall ? '0' : tallyOf(count, hasMore));
  return { unlooked, hands, waiting: { count, hasMore } };
};

const Frame = ({ me }: { me: Me }): JSX.Element => {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { pathname, exercise, isWall } = useRouterState({
    select: ({ location }) => ({
      pathname: location.pathname,
      exercise: (location.search as { exercise?: string }).exercise ?? null,
      isWall: (location.search as { wall?: boolean }).wall === true && location.pathname === '/',
    }),
    structuralSharing: true,
  });
  useEffect(() => goLive(identityOf(me), exercise), [me, exercise]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view closes the menu
  useEffect(() => setMenuOpen(false), [pathname]);
  const { unlooked, hands, waiting } = useWhatWaits(pathname, isWall);
  useShortcut('mod+k', () => setDialog('palette'));
  useShortcut('?', () => setDialog('help'));
  const content = (
    <PrintFrame>
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </PrintFrame>
  );
  if (isWall) return <main className="wall">{content}</main>;
  return (
    <div className="frame">
      <a className="skip" href="#view">
        {t('shell.skip')}
      </a>
      <TopBar
        me={me}
        open={setDialog}
        isMenuOpen={isMenuOpen}
        waiting={waiting}
        toggleMenu={() => setMenuOpen(!isMenuOpen)}
      />
      <SideBar me={me} isOpen={isMenuOpen} unlooked={unlooked.count} hands={hands}>
        <OwnActs me={me} open={setDialog} place="side" />
      </SideBar>
      <main className="view" id="view" tabIndex={-1}>
        <OvertakenNotice />
        <ClockNotice />
        {content}
      </main>
      <OldNotice />
      <KeyNote />
      <ArrivalBar {...unlooked} />
      <Announcer />
      <Suspense fallback={null}>
        {dialog === 'palette' && <Palette close={() => setDialog(null)} help={() => setDialog('help')} />}
        {dialog === 'help' && <Help close={() => setDialog(null)} />}
        {dialog === 'settings' && <Settings close={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
};
