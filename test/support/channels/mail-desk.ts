// A hub with a real mail server, and what tests of mail do at it: register and prove addresses, publish, and see what came.
import { addMailAddress, type MailDraft } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { proveEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import type { CastName } from '../cast.ts';
import { good } from '../outcome.ts';
import { publishBy } from '../publish.ts';
import { openMailServer, type Received } from './mail-server.ts';
import { openChannelWorld } from './world.ts';

/** Its default address is a member's, shown in full up to AMBER. */
const DRAFT = { label: 'desk', form: 'FULL', ceiling: 'AMBER', isOwn: false, certificate: null } as const;

export const codeIn = ({ raw }: Received): string => /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(raw)?.[0] ?? '';

export type MailDesk = Awaited<ReturnType<typeof openMailDesk>>;

export const openMailDesk = async () => {
  const server = await openMailServer();
  const mail = { url: server.url, from: 'Tocsin <hub@hub.example>', bounces: 'bounces@hub.example' };
  const world = await openChannelWorld({ mail });
  const admin = (of: CastName) => world.actor(of, 'member-admin');
  const mailsTo = (address: string): Received[] => server.mails.filter((each) => each.to === address);
  const register = async (
    of: CastName,
    address: string,
    changes: Partial<MailDraft> = {},
  ): Promise<string> => {
    const { endpoint } = good(
      await addMailAddress(world.hub, await admin(of), { ...DRAFT, address, ...changes }),
    );
    await world.drain();
    return endpoint.id;
  };
  return {
    world,
    server,
    admin,
    mailsTo,
    register,
    proved: async (of: CastName, address: string, changes: Partial<MailDraft> = {}): Promise<string> => {
      const id = await register(of, address, changes);
      const [challenge] = mailsTo(address);
      if (challenge === undefined) throw new Error('no challenge came');
      good(await proveEndpoint(world.hub, await admin(of), id, codeIn(challenge)));
      return id;
    },
    /** Each at a time of its own: the clock moves by hand alone. */
    publish: (by: CastName, changes: Parameters<typeof publishBy>[2]): Promise<string> => {
      world.clock.add(1_000);
      return publishBy(world, by, changes);
    },
    stateOf: async (id: string) => (await world.hub.endpoints.byId(id))?.state,
    /** The newest delivery of a warning to it. */
    rowOf: async (endpoint: string) => {
      const [row] = await world.hub.channelDeliveries.rows
        .find({ endpoint, occasion: 'WARNING' })
        .sort({ at: -1 })
        .toArray();
      return row;
    },
    close: async (): Promise<void> => {
      await world.close();
      await server.close();
    },
  };
};
