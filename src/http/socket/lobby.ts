// Sockets that are open but not authenticated: a limited number, for a limited time. When the lobby is full, a new socket
// evicts the one that has waited longest, so that nobody can keep others out by waiting.
import { CloseCode } from 'graphql-ws';
import type { Limits } from '../../config/config.ts';
import type { Link as WholeLink } from './link.ts';

type Link = Pick<WholeLink, 'end'>;

export type Lobby = {
  enter(link: Link): void;
  /** The socket has authenticated or closed. */
  leave(link: Link): void;
  count(): number;
  close(): void;
};

const CLOSE_TRY_AGAIN_LATER = 1013;

export const openLobby = (limits: Pick<Limits, 'socketsWithoutKey' | 'socketInitMs'>): Lobby => {
  /** In order of arrival. */
  const waiting = new Map<Link, NodeJS.Timeout>();
  const leave = (link: Link): void => {
    clearTimeout(waiting.get(link));
    waiting.delete(link);
  };
  const dismiss = (link: Link, code: number, reason: string): void => {
    leave(link);
    link.end(code, reason);
  };
  return {
    enter: (link) => {
      const [oldest] = waiting.keys();
      if (oldest !== undefined && waiting.size >= limits.socketsWithoutKey) {
        dismiss(oldest, CLOSE_TRY_AGAIN_LATER, 'Too many sockets are waiting to authenticate');
      }
      const late = setTimeout(() => {
        dismiss(link, CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
      }, limits.socketInitMs);
      waiting.set(link, late);
    },
    leave,
    count: () => waiting.size,
    close: () => {
      for (const late of waiting.values()) clearTimeout(late);
      waiting.clear();
    },
  };
};
