// Letting webhooks into a private network, or to further ports of a public one: operators do sit on private networks, and a hub
// that connects there by anybody's word would be a way into its own.
import { z } from 'zod';
import { isAllowable } from '../../../domain/channel/address.ts';
import { accepted, notFound, problem, refused } from '../../../domain/problem.ts';
import { recordAct } from '../../audit/record-act.ts';
import { type Approvable, inOneChange } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';

const MOST_PORTS = 20;

const allowed = z.strictObject({
  range: z.string().max(64),
  ports: z.array(z.int().min(1).max(65_535)).min(1).max(MOST_PORTS),
});

type Allowed = z.infer<typeof allowed>;

const notAllowable = () =>
  problem(
    'RANGE_NOT_ALLOWABLE',
    '$.payload.range',
    'This range is not inside one private network, and not small and public.',
    'Give a range such as 10.20.0.0/16; a public one has /24 (IPv6 /48) or less.',
  );

export const allowRange: Approvable<Allowed> = {
  about: 'let webhooks go to a network that is not public, or to further ports',
  payloadAbout: '`range`, such as 10.20.0.0/16, and its `ports`',
  read: readPayload(allowed),
  sentence: ({ range, ports }) => `Let webhooks go to ${range}, port ${ports.join(', ')}.`,
  check: async (_, __, { range, ports }) =>
    isAllowable(range)
      ? accepted({ members: [], facts: { range, ports: ports.map(String) } })
      : refused(notAllowable()),
  perform: inOneChange(async (hub, { payload, by }, session) => {
    if (!isAllowable(payload.range)) return refused(notAllowable());
    await hub.allowedRanges.put(payload, hub.clock.now(), session);
    const facts = { ports: payload.ports.map(String) };
    await recordAct(hub, { event: 'range.allowed', by, members: [], subject: payload.range, facts }, session);
    return accepted({ result: payload.range });
  }),
};

const withdrawn = z.strictObject({ range: z.string().max(64) });

export const withdrawRange: Approvable<z.infer<typeof withdrawn>> = {
  about: 'withdraw such a network again',
  payloadAbout: '`range`, as it was allowed',
  read: readPayload(withdrawn),
  sentence: ({ range }) => `Let webhooks go to ${range} no more.`,
  check: async (hub, _, { range }) =>
    (await hub.allowedRanges.all()).some((each) => each.range === range)
      ? accepted({ members: [], facts: { range } })
      : notFound('$.payload.range'),
  perform: inOneChange(async (hub, { payload: { range }, by }, session) => {
    if (!(await hub.allowedRanges.withdraw(range, hub.clock.now(), session)))
      return notFound('$.payload.range');
    await recordAct(hub, { event: 'range.withdrawn', by, members: [], subject: range }, session);
    return accepted({ result: null });
  }),
};
