// An endpoint: where a member or one of its persons is reached outside the hub, by mail or webhook. The feed needs none.
import type { Tlp } from '../marking.ts';

/** The channels that need an endpoint. */
export const ENDPOINT_CHANNELS = ['MAIL', 'WEBHOOK'] as const;
export type EndpointChannel = (typeof ENDPOINT_CHANNELS)[number];

/** THIN: says that something waits, and where. FULL: carries what the marking, the ceiling and encryption allow. */
export const ENDPOINT_FORMS = ['THIN', 'FULL'] as const;
export type EndpointForm = (typeof ENDPOINT_FORMS)[number];

/**
 * UNPROVED: nobody has shown yet that the address is theirs; nothing but the challenge goes there. PAUSED: by its owner.
 * DISABLED: by the hub, with the cause; proving it again makes it active.
 */
export const ENDPOINT_STATES = ['UNPROVED', 'ACTIVE', 'PAUSED', 'DISABLED', 'REMOVED'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/**
 * Why the hub disabled it: the receiver answered 410, failed for days, the mail came back, its reader complained, or the person
 * was deactivated or the member left.
 */
export const DISABLED_CAUSES = ['GONE', 'FAILING', 'BOUNCED', 'COMPLAINED', 'OWNER_LEFT'] as const;
export type DisabledCause = (typeof DISABLED_CAUSES)[number];

export type Endpoint = {
  /** `endpoint--<uuid>`. */
  readonly id: string;
  /** Id of the member. */
  readonly member: string;
  /** Id of the person whose own it is; null where it is the member's. */
  readonly person: string | null;
  readonly channel: EndpointChannel;
  /** An https address, or a mail address. */
  readonly address: string;
  /** What its owner calls it. */
  readonly label: string;
  readonly form: EndpointForm;
  /** Nothing that is marked higher goes there in full. */
  readonly ceiling: Tlp;
  readonly state: EndpointState;
  readonly cause: DisabledCause | null;
  /** Of a mail address: the certificate (X.509, PEM) for which content is encrypted (S/MIME); null for none. */
  readonly certificate: string | null;
  readonly createdAt: Date;
  /** Id of the person who made it; null for a machine. */
  readonly createdBy: string | null;
  /** When its owner last proved that it is theirs. */
  readonly verifiedAt: Date | null;
  readonly lastDeliveredAt: Date | null;
  /** Of a mail address: when mail to it, sent since it was proved, last came back. */
  readonly returnedAt?: Date | null;
  /** Attempts that failed in a row. */
  readonly failures: number;
  /** When the first of them failed. */
  readonly failingSince: Date | null;
  /** The breaker: nothing is tried before. */
  readonly restsUntil: Date | null;
  /** Until when the receiver asked to be left alone. */
  readonly asksUntil?: Date | null;
  /** When the last attempt failed, and on how many days of those since the last success any did. */
  readonly failedAt?: Date | null;
  readonly failingDays?: number;
  /** Whether anybody ever subscribed there: then what no subscription asks for is not told any more. */
  readonly hasSubscribed?: boolean;
  /** Unique while it has its address: its owner has it once. Absent in one of an earlier release. */
  readonly ownPlace?: string | null;
};

/** What is left of one that is removed. */
export const WITHOUT_ADDRESS = {
  state: 'REMOVED',
  cause: null,
  address: '',
  label: '',
  certificate: null,
  createdBy: null,
  ownPlace: null,
} as const satisfies Partial<Endpoint>;

/** How long a delivery or a proof shows that an endpoint is alive. */
export const ALIVE_DAYS = 30;

const DAY_MS = 24 * 3_600_000;
/** A relay takes a mail at once, and says only when it gives it up that it never arrived. */
const RELAYED_MS = 5 * DAY_MS;

type Signs = Pick<Endpoint, 'verifiedAt' | 'lastDeliveredAt' | 'returnedAt'>;

/**
 * When something last showed that it is reached; null for never. Once mail to it came back, what was sent before, or in the days after,
 * shows nothing: that may come back as well.
 */
export const signOfLife = ({ verifiedAt, lastDeliveredAt, returnedAt = null }: Signs): Date | null => {
  const back = returnedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const signs = [
    verifiedAt !== null && verifiedAt.getTime() > back ? verifiedAt : null,
    lastDeliveredAt !== null && lastDeliveredAt.getTime() - RELAYED_MS > back ? lastDeliveredAt : null,
  ].flatMap((at) => (at === null ? [] : [at.getTime()]));
  return signs.length === 0 ? null : new Date(Math.max(...signs));
};

/** Whether something was delivered to it, or its owner proved it, within the last 30 days, and no mail to it came back since. */
export const isAlive = (endpoint: Pick<Endpoint, 'state'> & Signs, now: Date): boolean => {
  const at = signOfLife(endpoint);
  return endpoint.state === 'ACTIVE' && at !== null && now.getTime() - at.getTime() <= ALIVE_DAYS * DAY_MS;
};
