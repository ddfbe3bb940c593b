// Rights are taken away while warnings flow over two hubs, and while a thousand webhooks and mails are queued: nothing reaches
// whoever lost them after the act is answered.
import { QUEUE_TAKINGS, type QueueTaking, takeWithQueue } from '../../support/channels/rights.ts';
import { openTwoHubs, TAKINGS, type Taking, takeUnderLoad } from '../../support/rights-under-load.ts';
import type { ChunkOptions, ChunkResult, Suite } from '../suite.ts';

const LOAD = { events: 500, streams: 50 };
const QUEUED = 1_000;
const CLOSED_MS = 1_000;

const underLoad = async (taking: Taking, { say }: ChunkOptions): Promise<ChunkResult> => {
  const hubs = await openTwoHubs();
  try {
    const found = await takeUnderLoad(hubs, taking, LOAD);
    const { received, late, closedMs, answeredMs } = found;
    say(`${taking}: ${received} events before, ${late} after; answered in ${Math.round(answeredMs)} ms`);
    return {
      counted: received,
      failures: [
        ...(late === 0 ? [] : [`${taking}: ${late} events arrived after the answer`]),
        ...(received === 0 ? [`${taking}: nothing arrived before it`] : []),
        ...(closedMs < CLOSED_MS
          ? []
          : [`${taking}: the last stream ended after ${Math.round(closedMs)} ms`]),
      ],
      figures: { 'answer ms': Math.round(answeredMs), 'last stream ends after ms': Math.round(closedMs) },
    };
  } finally {
    await hubs.close();
  }
};

const withQueue = async (taking: QueueTaking, { say }: ChunkOptions): Promise<ChunkResult> => {
  const { queued, underWay, before, late, answeredMs } = await takeWithQueue(taking, QUEUED);
  say(
    `${taking} with ${queued} queued, ${underWay} under way: ${before} before, ${late} after; answered in ${Math.round(answeredMs)} ms`,
  );
  return {
    counted: queued,
    failures: late === 0 ? [] : [`${taking}: ${late} webhooks or mails left after the answer`],
    figures: { 'answer with a queue ms': Math.round(answeredMs) },
  };
};

export const suite: Suite = {
  id: 'T8',
  promise:
    'A revoked key, a suspended member, a changed role, an ended session, a removed registration and a community that was left are in effect on two hubs before the act is answered, and so are ends of accounts and endpoints with 1,000 webhooks and mails queued: nothing arrives afterwards.',
  chunks: TAKINGS.length + QUEUE_TAKINGS.length,
  runChunk: (options) => {
    const { chunk } = options;
    const queued = QUEUE_TAKINGS[chunk - TAKINGS.length];
    return queued === undefined
      ? underLoad(TAKINGS[chunk] ?? 'REVOCATION', options)
      : withQueue(queued, options);
  },
};
