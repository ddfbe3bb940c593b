// The keys of a list: j and k move, Enter opens, a answers, e opens the board of what one published oneself.
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useShortcut } from '../../../app/shortcuts.ts';
import type { RowFragment } from '../../../operations/graphql.generated.ts';

/** Where the focus is when no control has it: a view that was just opened has it as a whole, or a heading that was led to. */
const isNowhere = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof HTMLElement && target.tabIndex === -1 && target.closest('[role="dialog"]') === null);

export const useRowKeys = (
  rows: readonly RowFragment[],
  current: number,
  move: (index: number) => void,
): void => {
  const navigate = useNavigate();
  const open = (hash?: string): void => {
    const item = rows[current];
    if (item !== undefined)
      void navigate({ to: '/warning/$id', params: { id: item.id }, ...(hash === undefined ? {} : { hash }) });
  };
  useShortcut('j', () => move(Math.min(rows.length - 1, current + 1)));
  useShortcut('k', () => move(Math.max(0, current - 1)));
  useShortcut('a', () => open('answer'));
  useShortcut('e', () => {
    const item = rows[current];
    if (item !== undefined && item.whyMe.kind === 'OWN')
      void navigate({ to: '/board/$id', params: { id: item.id } });
  });
  useEffect(() => {
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && isNowhere(event.target) && current >= 0) open();
    };
    document.addEventListener('keydown', onEnter);
    return () => document.removeEventListener('keydown', onEnter);
  });
};
