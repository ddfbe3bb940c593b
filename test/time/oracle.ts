// A question by whose time somebody could learn whether something exists.
import type { TimeWorld } from './time-world.ts';

export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** The `nth` request of this side. */
export type Side = (nth: number) => Asked;

export type Oracle = {
  readonly name: string;
  /** Whether the hub holds back its answers, because they found nothing. */
  readonly isHeld: boolean;
  /**
   * Sides that are answered alike; the first reveals nothing, so the others are compared with it. `requests` is how many
   * each will be asked for.
   */
  readonly sides: (world: TimeWorld, requests: number) => Promise<Readonly<Record<string, Side>>>;
};

/** A request for `/graphql`. */
export const post = (token: string, body: object, headers: Readonly<Record<string, string>> = {}): Asked => ({
  method: 'POST',
  path: '/graphql',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Goes round a pool. */
export const inTurn = (pool: readonly string[], nth: number): string => pool[nth % pool.length] ?? '';
