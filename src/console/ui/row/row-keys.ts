// The keys of a list: j and k move, Enter opens, a answers, e opens the board of what one published oneself. On a page with several
// lists they are those of the list with the focus.
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';
import { sayOfKey } from '../../app/frame/key-note.tsx';
import { useShortcut } from '../../app/shortcuts.ts';

/** What a row is of; null where it is of something that is neither answered nor delivered. */
export type KeyRow = { readonly id: string; readonly isOwn: boolean } | null;

type OfItem = { readonly id: string; readonly whyMe: { readonly kind: string } };
export const keyRowOf = ({ id, whyMe }: OfItem): NonNullable<KeyRow> => ({ id, isOwn: whyMe.kind === 'OWN' });

/** Where the focus is when no control has it: a view that was just opened has it as a whole, or a heading that was led to. */
const isNowhere = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof HTMLElement && target.tabIndex === -1 && target.closest('[role="dialog"]') === null);

const focusedRow = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

/** True where it was said, which is for any list of the page to say: there are rows, and none is the one that the keys are at. */
const isSaidOfNone = (): boolean => {
  const isAtOne = focusedRow() !== null || document.querySelector('[data-current="true"]') !== null;
  if (isAtOne || document.querySelector('[data-row]') === null) return false;
  sayOfKey('atNoRow');
  return true;
};

/** What one does with the row that one is at; undefined where one is at none of this list. */
const useItemKeys = (itemAt: () => KeyRow | undefined): void => {
  const navigate = useNavigate();
  useShortcut('a', () => {
    const item = itemAt();
    if (item === undefined) return isSaidOfNone();
    if (item === null || item.isOwn) sayOfKey('nothingToAnswer');
    else void navigate({ to: '/warning/$id', params: { id: item.id }, hash: 'answer' });
    return true;
  });
  useShortcut('e', () => {
    const item = itemAt();
    if (item === undefined) return isSaidOfNone();
    if (item?.isOwn === true) void navigate({ to: '/board/$id', params: { id: item.id } });
    else sayOfKey(item === null ? 'noBoard' : 'notYourBoard');
    return true;
  });
};

type Listed = {
  readonly rows: readonly NonNullable<KeyRow>[];
  /** The row that the keys are at; -1 for none. */
  readonly current: number;
  readonly move: (index: number) => void;
  readonly box: RefObject<HTMLElement | null>;
};

/** Of a list of which not all rows exist. */
export const useRowKeys = ({ rows, current, move, box }: Listed): void => {
  const navigate = useNavigate();
  const at = (): number => {
    const row = focusedRow();
    if (row === null || box.current?.contains(row) !== true) return current;
    return rows.findIndex(({ id }) => id === row.dataset['row']);
  };
  const isElsewhere = (): boolean => {
    const row = focusedRow();
    return row !== null && box.current?.contains(row) !== true;
  };
  useShortcut('j', () => {
    if (rows.length === 0 || isElsewhere()) return false;
    move(Math.min(rows.length - 1, at() + 1));
    return true;
  });
  useShortcut('k', () => {
    if (rows.length === 0 || isElsewhere() || at() === 0) return false;
    move(Math.max(0, at() - 1));
    return true;
  });
  useItemKeys(() => (isElsewhere() ? undefined : rows[at()]));
  useEffect(() => {
    const onEnter = (event: KeyboardEvent): void => {
      const item = rows[current];
      if (event.key === 'Enter' && isNowhere(event.target) && item !== undefined)
        void navigate({ to: '/warning/$id', params: { id: item.id } });
    };
    document.addEventListener('keydown', onEnter);
    return () => document.removeEventListener('keydown', onEnter);
  });
};

type Whole = {
  readonly box: RefObject<HTMLElement | null>;
  /** What the row with this key is of; undefined for none. */
  readonly itemOf: (key: string) => KeyRow | undefined;
  /** The first row of the list below, as a selector: the keys go on there, come back from there, and begin there. */
  readonly below?: string;
};

/** A ruling is never what a key comes to: only a link is, or the row as a whole. */
const focusIn = (row: Element | null | undefined): boolean => {
  if (row == null) return false;
  const link = row.querySelector<HTMLElement>('a') ?? (row as HTMLElement);
  link.focus();
  return true;
};

/** Of a list whose rows are all there, each with `data-row`: the row with the focus is the one that the keys are at. */
export const useListKeys = ({ box, itemOf, below }: Whole): void => {
  const rows = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = (all: readonly HTMLElement[]): number =>
    all.findIndex((row) => row.contains(document.activeElement));
  const firstBelow = (): Element | null => (below === undefined ? null : document.querySelector(below));
  useShortcut('j', () => {
    const all = rows();
    const index = at(all);
    if (index < 0) return focusedRow() === null && firstBelow() === null && focusIn(all[0]);
    return focusIn(all[index + 1] ?? firstBelow());
  });
  useShortcut('k', () => {
    const all = rows();
    const index = at(all);
    if (index >= 0) return focusIn(all[index - 1]);
    if (firstBelow()?.contains(document.activeElement) === true) return focusIn(all.at(-1));
    return focusedRow() === null && firstBelow() === null && focusIn(all[0]);
  });
  useItemKeys(() => {
    const all = rows();
    const key = all[at(all)]?.dataset['row'];
    return key === undefined ? undefined : itemOf(key);
  });
};
