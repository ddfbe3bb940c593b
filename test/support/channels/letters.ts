// What messages of the hub say, composed as when they are sent.

import type { Composed, Letter } from '../../../src/service/channel/compose/letter.ts';
import { COMPOSERS } from '../../../src/service/channel/composers.ts';
import { openTurn } from '../../../src/service/channel/send/turn.ts';
import type { ChannelDeliveryRow } from '../../../src/store/delivery/channel-deliveries.ts';
import type { TestHub } from '../hub.ts';

type World = Pick<TestHub, 'hub'>;

const composedOf = async ({ hub }: World, rows: readonly ChannelDeliveryRow[]): Promise<Composed[]> => {
  const turn = await openTurn(hub, rows);
  const endpoints = await hub.endpoints.byIds(rows.map(({ endpoint }) => endpoint));
  const found: Composed[] = [];
  for (const delivery of rows) {
    const endpoint = endpoints.find(({ id }) => id === delivery.endpoint);
    if (endpoint === undefined) throw new Error('no such endpoint');
    found.push(await COMPOSERS[delivery.occasion](hub, turn, { delivery, endpoint }));
  }
  return found;
};

/** The subject of each, or how it ends without being sent. */
export const subjectsOf = async (world: World, rows: readonly ChannelDeliveryRow[]): Promise<string[]> =>
  (await composedOf(world, rows)).map((each) => ('letter' in each ? each.letter.subject : each.cause));

/** Those that would be sent. */
export const lettersOf = async (world: World, rows: readonly ChannelDeliveryRow[]): Promise<Letter[]> =>
  (await composedOf(world, rows)).flatMap((each) => ('letter' in each ? [each.letter] : []));
