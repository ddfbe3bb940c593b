// What coming to a view does: the window is called by it, and the keyboard goes there from the way that was pressed.
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../titles.ts';

export const useWindowTitle = (name: string | null): void => {
  useEffect(() => {
    document.title = name === null ? 'Tocsin' : `${name} – Tocsin`;
  }, [name]);
};

/** `view` is the id of the element that holds it; `count` of what waits to be looked at, taken or decided stands before the name. */
export const useArriving = (view: string, count = '0'): void => {
  const { t } = useTranslation();
  const { route, shown } = useRouterState({
    select: ({ matches, resolvedLocation }) => ({
      route: matches.at(-1)?.routeId as string | undefined,
      shown: resolvedLocation?.pathname,
    }),
    structuralSharing: true,
  });
  const title = titleOf(route);
  useWindowTitle(title === null ? null : `${count === '0' ? '' : `(${count}) `}${t(title)}`);
  const before = useRef(shown);
  useEffect(() => {
    const isFirst = before.current === undefined;
    if (before.current === shown) return;
    before.current = shown;
    const place = document.getElementById(view);
    // A view that put the focus somewhere in itself knows better, a dialog has it for itself, and who types goes on typing.
    const isPlaced =
      document.activeElement?.closest(`#${view}, [role="dialog"], input, textarea, select`) != null;
    if (!isFirst && !isPlaced) place?.focus({ preventScroll: true });
  }, [shown, view]);
};
