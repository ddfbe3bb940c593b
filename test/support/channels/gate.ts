// Stands where webhooks and mail leave the hub, and notes each as it leaves. While it is shut they are held as by a connection that
// takes long, until it opens or the hub breaks them off: what is under way then leaves late, unless somebody sees to it.
import type { Outbound } from '../../../src/outside/outbound/outbound.ts';

export type Gate = {
  within(outbound: Outbound): Outbound;
  shut(): void;
  open(): void;
  /** Addresses of those that are held now. */
  held(): readonly string[];
  readonly left: { readonly to: string; readonly atMs: number }[];
};

export const openGate = (): Gate => {
  const left: { to: string; atMs: number }[] = [];
  const held = new Map<symbol, string>();
  let passage: Promise<void> | null = null;
  let letGo: () => void = () => undefined;
  const pass = async (to: string, signal: AbortSignal | undefined): Promise<void> => {
    if (passage !== null && signal?.aborted !== true) {
      const one = Symbol(to);
      held.set(one, to);
      const brokenOff = new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
      await Promise.race([passage, brokenOff]);
      held.delete(one);
    }
    if (signal?.aborted !== true) left.push({ to, atMs: performance.now() });
  };
  return {
    within: (outbound) => ({
      ...outbound,
      webhooks: {
        ...outbound.webhooks,
        post: async (request, allowed) => {
          await pass(request.url, request.signal);
          return outbound.webhooks.post(request, allowed);
        },
      },
      mail: {
        ...outbound.mail,
        send: async (message, sealing, signal) => {
          await pass(message.to, signal);
          return outbound.mail.send(message, sealing, signal);
        },
      },
    }),
    shut: () => {
      passage = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    open: () => {
      passage = null;
      letGo();
    },
    held: () => [...held.values()],
    left,
  };
};
