// What a tab of a browser has, for rules of the console that are tested without one. Whoever uses it takes it back: `afterAll(leaveTab)`.

const before = new Map<string, PropertyDescriptor | undefined>();

/** Puts something in the place of a global. Test files share a process, so that it would stay for the next. */
export const standIn = (name: string, value: unknown): void => {
  if (!before.has(name)) before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
  Object.defineProperty(globalThis, name, { configurable: true, value });
};

export const leaveTab = (): void => {
  for (const [name, was] of before) {
    if (was === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, was);
  }
  before.clear();
};

/** The storage of a tab, with room for so many characters in each place. Returns what is in it. */
export const openStorage = (room = 1_000_000): Record<string, string> => {
  const kept: Record<string, string> = {};
  const acts = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, text: string) => {
      if (text.length > room) throw new Error('QuotaExceededError');
      kept[name] = text;
    },
    removeItem: (name: string) => {
      delete kept[name];
    },
  };
  // Object.keys of a storage names what is in it.
  const value = new Proxy(kept, { get: (target, name: string) => Reflect.get(acts, name) ?? target[name] });
  standIn('sessionStorage', value);
  return kept;
};

/** A request of the console: which key it carried, and its variables. */
export type Asked = { readonly key: string | null; readonly variables: Record<string, unknown> };

/** The hub answers each request so; null is 401. */
export const answerWith = (answer: (asked: Asked) => unknown): void => {
  const fetched = async (_: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
    const key = headers['authorization']?.replace('Bearer ', '') ?? null;
    const data = await answer({ key, ...(JSON.parse(body) as Pick<Asked, 'variables'>) });
    const errors = [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }];
    return data === null ? Response.json({ errors }, { status: 401 }) : Response.json({ data });
  };
  standIn('fetch', fetched);
};

type Heard = { readonly name: string; onmessage: ((event: { readonly data: unknown }) => void) | null };

/** Channels between tabs, as of this one alone: what others say is given to `onmessage`. */
export const openChannels = (): Heard[] => {
  const opened: Heard[] = [];
  class Channel {
    readonly name: string;
    onmessage = null;
    constructor(name: string) {
      this.name = name;
      opened.push(this);
    }
    postMessage(): void {}
    close(): void {}
  }
  standIn('BroadcastChannel', Channel);
  return opened;
};
