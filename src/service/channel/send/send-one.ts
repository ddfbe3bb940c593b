// One delivery: composed as of now, then handed to its channel. What is wrong with one is no fault of another.
import type { Attempt } from '../../../domain/channel/attempt.ts';
import type { Occasion } from '../../../domain/channel/channel-delivery.ts';
import type { Endpoint, EndpointState } from '../../../domain/channel/endpoint.ts';
import type { ProblemCode } from '../../../domain/problem-codes/catalogue.ts';
import type { Hub } from '../../../hub.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import { endpointReader } from '../../subscription/endpoint-reader.ts';
import type { Letter } from '../compose/letter.ts';
import { COMPOSERS } from '../composers.ts';
import { CARRIERS } from './carriers.ts';
import type { CarryFacts } from './carry.ts';
import type { Turn } from './turn.ts';

/** ENDED: without an attempt. ABORTED: by the hub, for a change of rights. WAITS: its owner paused the endpoint. */
export type Done =
  | { readonly kind: 'ABORTED' }
  | { readonly kind: 'WAITS' }
  | { readonly kind: 'ENDED'; readonly state: 'WITHHELD' | 'CANCELLED' | 'DEAD'; readonly cause: ProblemCode }
  | {
      readonly kind: 'TRIED';
      readonly attempt: Attempt;
      /** Ids of the warnings that a digest lists. */
      readonly brings?: readonly string[];
    };

export type Held = {
  readonly row: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly facts: Omit<CarryFacts, 'signal'>;
  /** No key of this process opens the secret that signs there. */
  readonly isLocked: boolean;
};

const OPEN: readonly EndpointState[] = ['ACTIVE', 'PAUSED'];
/** A challenge is what makes an endpoint active. */
const OPEN_FOR: Readonly<Partial<Record<Occasion, readonly EndpointState[]>>> = {
  CHALLENGE: ['UNPROVED', 'ACTIVE', 'PAUSED', 'DISABLED'],
};

/** Of one that is sent: what leaves is noted there, and what breaks it off stands there. */
type Sending = { readonly held: Held; readonly stop: AbortController; letter: Letter | null };

export const sendOne = async (hub: Hub, turn: Turn, sending: Sending): Promise<Done> => {
  const { row, endpoint, facts } = sending.held;
  const composed = await composeOne(hub, turn, sending.held);
  if (!('letter' in composed)) return composed;
  const { signal } = sending.stop;
  if (signal.aborted) return { kind: 'ABORTED' };
  const { letter } = composed;
  sending.letter = letter;
  const carry = CARRIERS[endpoint.channel];
  const attempt = await carry(hub, { delivery: row, endpoint, letter }, { ...facts, signal });
  if (attempt === null) return { kind: 'ABORTED' };
  const { brings } = letter;
  return { kind: 'TRIED', attempt, ...(brings === undefined ? {} : { brings }) };
};

/** What would leave by the rights of the turn, or how the delivery ends without an attempt. */
export const composeOne = async (
  hub: Hub,
  turn: Turn,
  { row, endpoint }: Pick<Held, 'row' | 'endpoint'>,
): Promise<{ readonly letter: Letter } | Exclude<Done, { readonly kind: 'TRIED' }>> => {
  if (!(OPEN_FOR[row.occasion] ?? OPEN).includes(endpoint.state))
    return { kind: 'ENDED', state: 'DEAD', cause: 'ENDPOINT_NOT_ACTIVE' };
  // Of a warning it is decided with its marking, and says so.
  if (row.occasion !== 'WARNING' && !isThere(turn, endpoint))
    return { kind: 'ENDED', state: 'WITHHELD', cause: 'POLICY_NO_LONGER_ALLOWS' };
  if (endpoint.state === 'PAUSED' && (await doesWait(hub, row))) return { kind: 'WAITS' };
  const composed = await COMPOSERS[row.occasion](hub, turn, { delivery: row, endpoint });
  return 'end' in composed ? { kind: 'ENDED', state: composed.end, cause: composed.cause } : composed;
};

/** Corrections of what was told there, tests and notices go to a paused endpoint too; the rest waits until it goes on. */
const doesWait = async (
  { gathered }: Pick<Hub, 'gathered'>,
  { occasion, warning, version, endpoint }: ChannelDeliveryRow,
): Promise<boolean> => {
  if (occasion === 'DIGEST' || occasion === 'REMINDER') return true;
  if (occasion !== 'WARNING' || warning === null || version === null) return false;
  return !(await gathered.told({ warning, version }, [endpoint])).has(endpoint);
};

/** Its member takes part, and its person may sign in. */
const isThere = ({ directory }: Turn, endpoint: Endpoint): boolean =>
  endpointReader(directory, endpoint)?.member.isActive === true;

/** What counts for a delivery that the hub itself could not make. */
export const BROKEN: Attempt = {
  cause: 'DELIVERY_BROKEN',
  status: null,
  tookMs: 0,
  request: '',
  answer: '',
  waitMs: null,
  isFinal: false,
  disables: null,
  isOurs: true,
};
