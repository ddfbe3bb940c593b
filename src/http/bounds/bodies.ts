// Bodies on their way in. Each reserves what it announces before a byte of it is kept; large ones are counted per key and
// per member; one that comes too slowly ends, and so does every unfinished one when the hub closes (I20).
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../../config/config.ts';
import type { Actor } from '../../domain/member.ts';
import { type Checked, checked, type RequestRefusal, refusalOf } from '../../graphql/errors.ts';
import type { BufferPart, Claim } from './buffers.ts';
import { collectBytes } from './pieces.ts';
import { openTurns, type Turns } from './turns.ts';

export type Bodies = BufferPart & {
  /**
   * Resolves with the body of a request that reserves `bytes`, and has no more, when it may be worked on. Call `leave`
   * when the work is done.
   */
  receive(request: IncomingMessage, actor: Sender, bytes: number): Promise<Checked<Buffer>>;
  leave(request: IncomingMessage): void;
  /** Ends all unfinished bodies, now and from now on. */
  drain(): void;
  close(): void;
};

/** Whose body it is: a key of a member, or an address where nobody has signed in yet. */
export type Sender = { readonly key: string; readonly member: Pick<Actor['member'], 'id'> };

export type BodyLimits = Pick<
  Limits,
  'largeBodies' | 'largeBodiesPerMember' | 'bytesPerSecond' | 'bodyGraceMs' | 'bodyBytesInWork'
>;

/** What the bodies of a hub stand on; tests move the clock. */
export type BodyDeps = {
  readonly limits: BodyLimits;
  /** Whether the hub has room for it. */
  readonly makeRoom: (claim: Claim) => boolean;
  readonly now: () => number;
};

type Body = {
  readonly actor: Sender;
  /** Reserved: what was announced, and what came of it once it is complete. */
  bytes: number;
  readonly startedAt: number;
  received: number;
  /** In work it is no longer a buffer: the work is bounded by turns. */
  state: 'ARRIVING' | 'WAITING' | 'WORKING';
  refuse(refusal: RequestRefusal): void;
  /** Forgets its bytes, and ends its turn. */
  free(): void;
};

/** A larger body counts against the key and the member. */
export const LARGE_BYTES = 128 * 1024;
const CHECK_MS = 1_000;

const TOO_MANY = refusalOf('TOO_MANY_BODIES', undefined, { retryAfterSeconds: 5 });
const BUSY = refusalOf('HUB_BUSY', undefined, { retryAfterSeconds: 5 });
const TOO_SLOW = refusalOf('BODY_TOO_SLOW');
const INCOMPLETE = refusalOf('BODY_INCOMPLETE', 'The body is incomplete.');
const CLOSING = refusalOf('HUB_CLOSING', undefined, { retryAfterSeconds: 1 });

const isBuffer = ({ state, bytes }: Body): boolean => state !== 'WORKING' && bytes > 0;

export const openBodies = ({ limits, makeRoom, now }: BodyDeps): Bodies => {
  /** In order of arrival. */
  const held = new Map<IncomingMessage, Body>();
  const turns = openTurns(limits.bodyBytesInWork);
  const reserved = { bytes: 0 };
  let isDraining = false;

  const refusalFor = ({ key, member }: Sender, bytes: number): RequestRefusal | null => {
    if (isDraining) return CLOSING;
    if (bytes > LARGE_BYTES) {
      const isLarge = ({ actor, bytes: size }: Body) => size > LARGE_BYTES && actor.member.id === member.id;
      const ofMember = [...held.values()].filter(isLarge);
      const ofKey = ofMember.filter(({ actor }) => actor.key === key);
      if (ofKey.length >= limits.largeBodies || ofMember.length >= limits.largeBodiesPerMember)
        return TOO_MANY;
    }
    return makeRoom({ member: member.id, bytes }) ? null : BUSY;
  };
  const tooSlow = ({ state, startedAt, received }: Body): boolean => {
    const lateMs = now() - startedAt - limits.bodyGraceMs;
    return state === 'ARRIVING' && received < (lateMs / 1_000) * limits.bytesPerSecond;
  };
  const check = setInterval(() => {
    for (const body of [...held.values()].filter(tooSlow)) body.refuse(TOO_SLOW);
  }, CHECK_MS);
  check.unref();

  return {
    bytes: () => reserved.bytes,
    cut: (claim) => {
      const victim = victimOf([...held.values()].filter(isBuffer), claim);
      victim?.refuse(BUSY);
      return victim !== null;
    },
    receive: (request, actor, bytes) => {
      const refusal = refusalFor(actor, bytes);
      if (refusal !== null) return Promise.resolve({ ok: false, refusal });
      return new Promise((resolve) => {
        const body: Body = { actor, bytes, startedAt: now(), received: 0, state: 'ARRIVING', ...NOTHING };
        held.set(request, body);
        reserved.bytes += bytes;
        const free = arrive(request, body, { turns, reserved }, resolve);
        body.free = () => {
          held.delete(request);
          free();
        };
        body.refuse = (reason) => {
          body.free();
          resolve({ ok: false, refusal: reason });
        };
      });
    },
    leave: (request) => held.get(request)?.free(),
    drain: () => {
      isDraining = true;
      for (const body of [...held.values()]) if (body.state !== 'WORKING') body.refuse(CLOSING);
    },
    close: () => clearInterval(check),
  };
};

/** The newest body of the member that holds the most; null when the member of the claim would then hold as much. */
const victimOf = (bodies: readonly Body[], claim: Claim | null): Body | null => {
  const byMember = Map.groupBy(bodies, ({ actor }) => actor.member.id);
  const heldBy = (each: readonly Body[] = []): number => each.reduce((sum, { bytes }) => sum + bytes, 0);
  const [heaviest = []] = [...byMember.values()].toSorted((one, other) => heldBy(other) - heldBy(one));
  const isUnfair = claim !== null && heldBy(byMember.get(claim.member)) + claim.bytes >= heldBy(heaviest);
  return isUnfair ? null : (heaviest.at(-1) ?? null);
};

const NOTHING = { refuse: (): void => undefined, free: (): void => undefined };

/** Collects the bytes, then waits for a turn. Returns what lets go of both. */
const arrive = (
  request: IncomingMessage,
  body: Body,
  { turns, reserved }: { readonly turns: Turns; readonly reserved: { bytes: number } },
  resolve: (answer: Checked<Buffer>) => void,
): (() => void) => {
  const { socket } = request;
  const collected = collectBytes(body.bytes);
  let endTurn = (): void => undefined;
  const stop = (): void => {
    request.off('data', take).off('end', end).off('error', broken).off('close', broken);
    socket.off('close', broken);
  };
  const take = (chunk: Buffer): void => {
    body.received += chunk.length;
    if (body.received > body.bytes) body.refuse(tooLarge(body.bytes));
    else collected.add(chunk);
  };
  const release = (): void => {
    if (body.state !== 'WORKING') reserved.bytes -= body.bytes;
    body.state = 'WORKING';
  };
  const work = (): void => {
    stop();
    release();
    resolve(checked(collected.take()));
  };
  const end = (): void => {
    stop();
    // A body without a length reserves the limit until it shows that it is small.
    reserved.bytes -= body.bytes - body.received;
    body.bytes = body.received;
    if (body.bytes <= LARGE_BYTES) {
      work();
      return;
    }
    body.state = 'WAITING';
    // A complete request says no more when its client goes.
    socket.once('close', broken);
    endTurn = turns.ask(body.actor.member.id, body.bytes, work);
  };
  const broken = (): void => body.refuse(INCOMPLETE);
  request.on('data', take).on('end', end).on('error', broken).on('close', broken);
  return () => {
    stop();
    release();
    collected.take();
    endTurn();
  };
};

/** `limit` in bytes. */
export const tooLarge = (limit: number): RequestRefusal =>
  refusalOf('BODY_TOO_LARGE', `The body has more than ${limit} bytes.`);
