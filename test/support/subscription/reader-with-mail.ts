// A person who reads by mail, at as many addresses as a test plants, and the clock of its hub: it stands still unless it is moved.
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import {
  createSubscription,
  type SubscriptionDraft,
} from '../../../src/service/subscription/keep-subscription.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { plantEndpoint } from '../channels/endpoints.ts';
import { openTestHub, type TestHub } from '../hub.ts';
import { good } from '../outcome.ts';
import { letSignIn, publishBy, to } from '../publish.ts';
import { type Mail, openMailbox } from './mailbox.ts';

const HOUR_MS = 3_600_000;

export type ReaderWithMail = {
  readonly world: TestHub;
  readonly ann: Actor;
  readonly mails: readonly Mail[];
  /** Whether the mail server puts everything off. */
  isDeferred: boolean;
  now(): Date;
  pass(hours: number): void;
  /** An address of its own. */
  plant(): Promise<Endpoint>;
  /** A second later each, so that the order is that of the calls; daily at noon. */
  subscribe(endpoint: Endpoint, changes?: Partial<SubscriptionDraft>): Promise<string>;
  work(): Promise<void>;
  /** Noon after noon. */
  days(count: number): Promise<void>;
  publish(headline: string, changes?: object): Promise<string>;
  /** How often a headline came, or an id where the mail may say no more, and in what. */
  cameTo(endpoint: Endpoint, headline: string): string[];
};

/** What may wait. */
export const LATER = { urgency: 'EXPECTED', severity: 'MODERATE' } as const;

/** From a Monday on. */
export const openReaderWithMail = async (): Promise<ReaderWithMail> => {
  let now = new Date('2030-01-07T09:00:00.000Z');
  const mailbox = openMailbox(() => now);
  const { send } = mailbox.outbound.mail;
  const deferred = { fault: 'DEFERRED', status: 451, answer: '451 later', tookMs: 1 } as const;
  const outbound = {
    ...mailbox.outbound,
    mail: {
      ...mailbox.outbound.mail,
      send: (...sent: Parameters<typeof send>) =>
        reader.isDeferred ? Promise.resolve(deferred) : send(...sent),
    },
  };
  const world = await openTestHub({ clock: { now: () => now }, outbound });
  await world.drain();
  await letSignIn(world, 'south-grid/ann');
  const ann = await world.actor('southGrid', 'analyst', 'south-grid/ann');
  const own = { channel: 'MAIL', person: ann.person, form: 'FULL', ceiling: 'RED' } as const;
  let planted = 0;
  const reader: ReaderWithMail = {
    world,
    ann,
    mails: mailbox.mails,
    isDeferred: false,
    now: () => now,
    pass: (hours) => {
      now = new Date(now.getTime() + hours * HOUR_MS);
    },
    plant: () => {
      planted += 1;
      return plantEndpoint(world, 'southGrid', { ...own, address: `ann${planted}@mail.example` });
    },
    subscribe: async (endpoint, changes = {}) => {
      reader.pass(1 / 3_600);
      const draft = { name: 'All', endpoint: endpoint.id, hour: 12, ...changes };
      return good(await createSubscription(world.hub, ann, draft)).id;
    },
    work: async () => {
      await world.drain();
      await gatherDigests(world.hub);
      await drainChannels(world.hub);
    },
    days: async (count) => {
      for (let day = 0; day < count; day += 1) {
        now = new Date(Math.ceil((now.getTime() + 1) / (12 * HOUR_MS)) * 12 * HOUR_MS);
        if (now.getUTCHours() === 0) reader.pass(12);
        reader.pass(1 / 60);
        await reader.work();
      }
    },
    publish: (headline, changes = {}) =>
      publishBy(world, 'northGrid', { headline, audience: to('southGrid'), ...LATER, ...changes }),
    cameTo: ({ address }, headline) =>
      mailbox.mails
        .filter((mail) => mail.to === address && `${mail.subject} ${mail.text}`.includes(headline))
        .map(({ subject }) => (subject.includes('What waits for you') ? 'digest' : 'single')),
  };
  return reader;
};
