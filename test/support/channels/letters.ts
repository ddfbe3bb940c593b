// What messages of the hub say, composed as when they are sent.
import { COMPOSERS } from '../../../src/service/channel/composers.ts';
import { openTurn } from '../../../src/service/channel/send/turn.ts';
import type { ChannelDeliveryRow } from '../../../src/store/delivery/channel-deliveries.ts';
import type { TestHub } from '../hub.ts';

/** The subject of each, or how it ends without being sent. */
export const subjectsOf = async (
  { hub }: Pick<TestHub, 'hub'>,
  rows: readonly ChannelDeliveryRow[],
): Promise<string[]> => {
  const turn = await openTurn(hub, rows);
  const endpoints = await hub.endpoints.byIds(rows.map(({ endpoint }) => endpoint));
  const subjects: string[] = [];
  for (const delivery of rows) {
    const endpoint = endpoints.find(({ id }) => id === delivery.endpoint);
    if (endpoint === undefined) throw new Error('no such endpoint');
    const composed = await COMPOSERS[delivery.occasion](hub, turn, { delivery, endpoint });
    subjects.push('letter' in composed ? composed.letter.subject : composed.cause);
  }
  return subjects;
};
