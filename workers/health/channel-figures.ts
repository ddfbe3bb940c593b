// Prometheus metrics of mail and webhooks. Labels are channels, states and classes of failure: no member, no endpoint, no address
// (I11).
import { Counter, Gauge, type Registry } from 'prom-client';
import { ENDPOINT_CHANNELS } from '../../src/domain/channel/endpoint.ts';
import type { Hub } from '../../src/hub.ts';
import type { ChannelObserver } from '../../src/service/channel/observer.ts';
import { failureOf } from '../../src/service/delivery/reached-by.ts';
import { atMostEach } from '../../src/service/health/at-most-each.ts';
import { type ChannelState, channelState } from '../../src/service/health/channel-health.ts';

/** It counts rows that wait. */
const COUNT_MS = 5_000;

const ENDS = ['sent', 'retrying', 'dead', 'withheld', 'cancelled'] as const;
const WAITING = ['PENDING', 'RETRYING', 'GATHERED'] as const;
const STATES = ['UNPROVED', 'ACTIVE', 'PAUSED', 'DISABLED'] as const;
const SECRETS = ['SEALED', 'CLEAR', 'LOCKED'] as const;
const BOUNCES = ['FAILED', 'BLOCKED', 'GIVEN_UP', 'COMPLAINED', 'PASSING', 'DOUBTED', 'UNKNOWN'] as const;

export const openChannelFigures = (hub: Hub, registers: Registry[]): ChannelObserver => {
  const state = atMostEach(COUNT_MS, () => channelState(hub).catch(() => null));
  const gauge = gaugesOf(state, registers);
  waitingGauges(gauge);
  endpointGauges(gauge);
  return observed(registers);
};

const observed = (registers: Registry[]): ChannelObserver => {
  const deliveries = new Counter({
    name: 'tocsin_channel_deliveries_total',
    help: 'What came of deliveries to endpoints, by channel, end (retrying: it failed and is tried again) and class of failure.',
    labelNames: ['channel', 'end', 'failure'],
    registers,
  });
  // Counters start at 0, so that the first failure has a rate.
  for (const channel of ENDPOINT_CHANNELS)
    for (const end of ENDS) deliveries.inc({ channel, end, failure: 'none' }, 0);
  const digests = new Counter({ name: 'tocsin_digests_total', help: 'Digests that were made.', registers });
  const bounces = new Counter({
    name: 'tocsin_mail_bounces_total',
    help: 'Reports in the mailbox of bounces, by kind; blocked: this hub may not send there; doubted: may be forged, and nothing follows yet; unknown: of no mail of this hub.',
    labelNames: ['kind'],
    registers,
  });
  for (const kind of BOUNCES) bounces.inc({ kind: kind.toLowerCase() }, 0);
  return {
    delivery: ({ channel, state, cause }) => {
      const failure = failureOf({ state, cause }) ?? 'NONE';
      deliveries.inc({ channel, end: state.toLowerCase(), failure: failure.toLowerCase() });
    },
    digests: (count) => digests.inc(count),
    bounce: (kind) => bounces.inc({ kind: kind.toLowerCase() }),
  };
};

type State = () => Promise<ChannelState | null>;

type Sample = readonly [Record<string, string>, number];
/** Declares a gauge; it has no samples while what is known of channels cannot be read. */
type Declare = (
  name: string,
  help: string,
  labelNames: readonly string[],
  samples: (known: ChannelState) => readonly Sample[],
) => Gauge;

const gaugesOf =
  (state: State, registers: Registry[]): Declare =>
  (name, help, labelNames, samples) =>
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers,
      async collect() {
        const known = await state();
        this.reset();
        for (const [labels, value] of known === null ? [] : samples(known)) this.set(labels, value);
      },
    });

const waitingGauges = (gauge: Declare): void => {
  gauge(
    'tocsin_channel_waiting',
    'Deliveries to endpoints that wait, by channel and state; gathered: for a digest.',
    ['channel', 'state'],
    ({ waiting }) => [
      ...ENDPOINT_CHANNELS.flatMap((channel) =>
        WAITING.map((each): Sample => [{ channel, state: each.toLowerCase() }, 0]),
      ),
      ...waiting.map(({ channel, state, count }): Sample => [{ channel, state: state.toLowerCase() }, count]),
    ],
  );
  gauge(
    'tocsin_channel_oldest_due_seconds',
    'How long the oldest delivery to an endpoint has been due, by channel.',
    ['channel'],
    ({ waiting, now }) =>
      ENDPOINT_CHANNELS.map((channel) => {
        const since = waiting.flatMap((each) =>
          each.channel === channel && each.due !== null ? [now.getTime() - each.due.getTime()] : [],
        );
        return [{ channel }, Math.max(0, ...since) / 1_000];
      }),
  );
};

const endpointGauges = (gauge: Declare): void => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  gauge('tocsin_endpoints', 'Endpoints by channel and state.', ['channel', 'state'], ({ endpoints }) =>
    ENDPOINT_CHANNELS.flatMap((channel) =>
      STATES.map((each) => [
        { channel, state: each.toLowerCase() },
        sum(endpoints.map((of) => (of.channel === channel && of.state === each ? of.count : 0))),
      ]),
    ),
  );
  gauge(
    'tocsin_endpoint_breakers',
    'Active endpoints by channel and breaker: closed, failing (the last attempt failed), open (nothing is tried for a time).',
    ['channel', 'state'],
    ({ endpoints }) =>
      ENDPOINT_CHANNELS.flatMap((channel) => {
        const of = endpoints.filter((each) => each.channel === channel && each.state === 'ACTIVE');
        const [all, failing, open] = [
          sum(of.map((each) => each.count)),
          sum(of.map((each) => each.failing)),
          sum(of.map((each) => each.resting)),
        ];
        return [
          [{ channel, state: 'closed' }, all - Math.max(failing, open)],
          [{ channel, state: 'failing' }, Math.max(failing - open, 0)],
          [{ channel, state: 'open' }, open],
        ];
      }),
  );
  gauge(
    'tocsin_endpoint_secrets',
    'Secrets of webhooks: sealed, clear (an earlier release stored them so), locked (this worker has not the key).',
    ['state'],
    ({ secrets }) => SECRETS.map((each) => [{ state: each.toLowerCase() }, secrets[each]]),
  );
  gauge('tocsin_mail_suppressed', 'Mail addresses that get nothing more.', [], ({ suppressed }) => [
    [{}, suppressed],
  ]);
  gauge('tocsin_members_silent', 'Members that nothing has reached for 30 days.', [], ({ silent }) => [
    [{}, silent],
  ]);
};
