// What is under way: attempts, what they write, and turns that take what is due. Their holds are renewed while they last. After a
// change of rights only what it concerns is broken off: the others go on, so that nobody's act stops another's delivery (I20).
import type { Hub } from '../../../hub.ts';
import { carryingNow } from '../carrying-now.ts';
import type { Letter } from '../compose/letter.ts';
import { composeOne, type Held } from './send-one.ts';
import { openTurn } from './turn.ts';

export type Way = {
  readonly held: Held;
  readonly holder: string;
  readonly stop: AbortController;
  readonly begunAt: number;
  /** What leaves; null until it is composed. */
  letter: Letter | null;
};

export type UnderWay = {
  /** A turn that takes what is due: it has read rights and not begun yet. */
  preparing<Value>(turn: Promise<Value>): Promise<Value>;
  begin(act: Promise<unknown>): void;
  send(way: Way, act: Promise<unknown>): void;
  settled(): Promise<void>;
  settledSoon(): Promise<void>;
};

/** A delivery is held so long: a worker that dies lets go by itself. */
export const HELD_MS = 15_000;
const RENEW_MS = 5_000;
/** One that takes longer is nobody's any more. */
const LONGEST_MS = 10 * 60_000;
const SOON_MS = 1_000;

export const openUnderWay = (hub: Hub): UnderWay => {
  const acts = new Set<Promise<unknown>>();
  const turns = new Set<Promise<unknown>>();
  const ways = new Map<Way, Promise<unknown>>();
  let timer: NodeJS.Timeout | undefined;
  const renew = (): void => {
    const lasting = [...ways.keys()].filter(({ begunAt }) => performance.now() - begunAt < LONGEST_MS);
    const until = new Date(hub.clock.now().getTime() + HELD_MS);
    for (const [holder, of] of Map.groupBy(lasting, (way) => way.holder)) {
      const ids = of.map(({ held: { row } }) => row._id);
      // One that fails is made good by the next.
      hub.channelDeliveries.extend(ids, holder, until).catch(() => undefined);
    }
  };
  const begin = (act: Promise<unknown>): void => {
    acts.add(act);
    const done = (): boolean => acts.delete(act);
    // What is not written is sent again once its time is over.
    act.then(done, (error: unknown) => {
      done();
      hub.log.warn({ err: error }, 'what came of deliveries to endpoints was not written');
    });
  };
  const settled = async (): Promise<void> => {
    await Promise.allSettled(acts);
  };
  return {
    preparing: (turn) => {
      turns.add(turn);
      return turn.finally(() => turns.delete(turn));
    },
    begin,
    send: (way, act) => {
      ways.set(way, act);
      timer ??= setInterval(renew, RENEW_MS);
      const done = (): void => {
        ways.delete(way);
        if (ways.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
      begin(act);
      act.then(done, done);
    },
    settled,
    settledSoon: async () => {
      await Promise.allSettled(turns);
      await Promise.race([settled(), after(SOON_MS)]);
      await Promise.all(
        [...ways].map(async ([way, act]) => {
          if (await isStillSo(hub, way)) return;
          way.stop.abort();
          await Promise.allSettled([act]);
        }),
      );
    },
  };
};

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether the same would go to the same place by the rights of now. */
const isStillSo = async (hub: Hub, { held: { row, endpoint }, letter }: Way): Promise<boolean> => {
  const [found] = await hub.endpoints.byIds([endpoint.id]);
  if (letter === null || found === undefined) return false;
  const now = carryingNow(found, hub.clock.now());
  if (now.address !== endpoint.address || now.certificate !== endpoint.certificate) return false;
  const composed = await composeOne(hub, await openTurn(hub, [row]), { row, endpoint: now });
  return 'letter' in composed && said(composed.letter) === said(letter);
};

/** Without what is drawn anew each time: the id of a bundle, and a link that is sealed. */
const said = ({ type, subject, data, text, link }: Letter): string =>
  JSON.stringify([type, subject, data, link === null ? text : text.replaceAll(link, '')]).replaceAll(
    /bundle--[0-9a-f-]{36}/g,
    'bundle--',
  );
