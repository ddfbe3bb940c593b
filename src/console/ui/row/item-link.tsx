// The link of a row in a long list. The router's own link matches the address and keeps a state for each link; of ten thousand
// rows that is most of what they cost. What it does for whoever presses it is the same.
import { useRouter } from '@tanstack/react-router';
import type { JSX, MouseEvent, ReactNode } from 'react';

/** As long as somebody has to rest on it until what is behind it is read ahead. */
const INTENT_MS = 50;
let intent: ReturnType<typeof setTimeout> | undefined;

/** Anything else is the browser's: a new tab, a download. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent): boolean =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey || defaultPrevented);

export const ItemLink = ({ id, children }: { id: string; children: ReactNode }): JSX.Element => {
  const router = useRouter();
  const to = { to: '/warning/$id', params: { id } } as const;
  return (
    <a
      href={`/warning/${id}`}
      className="item-headline"
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        void router.navigate(to);
      }}
      onPointerEnter={() => {
        clearTimeout(intent);
        intent = setTimeout(() => void router.preloadRoute(to), INTENT_MS);
      }}
      onPointerLeave={() => clearTimeout(intent)}
    >
      {children}
    </a>
  );
};
