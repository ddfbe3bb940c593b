// The roll-up of the answers to a warning, for its publisher: of recipients that it sees among the recipients and that everybody
// may know of. A member that is unlisted to anybody, or reached by what somebody declared, changes nothing in it (I32).

import {
  type Answerer,
  type AnswersBySector,
  answersBySector,
} from '../../domain/effect/answers-by-sector.ts';
import type { Actor } from '../../domain/member.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import { readAnswers } from '../delivery/read-answers.ts';
import { settleListing } from '../delivery/settle-listing.ts';
import type { Item } from '../item/item.ts';

/** More recipients than a partnership has. */
const MOST = 5_000;

/** Null for everybody but the publisher, and whoever may see its deliveries. */
export const readAnswersBySector = async (
  hub: Pick<Hub, 'deliveries' | 'directory' | 'clock'>,
  actor: Actor,
  { summary: { id: warning, version }, access }: Pick<Item, 'summary' | 'access'>,
): Promise<AnswersBySector | null> => {
  if (!mayAct(actor, 'delivery.list', access).allowed) return null;
  await settleListing(hub, { warning, version, access });
  const { members } = await hub.directory.current();
  const listed = await hub.deliveries.listed({ warning, version, absent: [], unless: undefined }, MOST, 0);
  const rows = listed.flatMap(({ row }) => (row.isListed === true ? [row] : []));
  const stands = await standingAnswers(hub, access.publisher, rows);
  return answersBySector(
    rows.flatMap((row): Answerer[] => {
      const member = members.get(row.member);
      if (member?.isActive !== true || member.isUnlisted === true) return [];
      const [first] = member.sectors;
      const sector = first === undefined ? null : (sectorAndAncestors(first).at(-1) ?? null);
      return [{ id: member.id, clients: member.clients, sector, answer: stands.get(row._id) ?? null }];
    }),
  );
};

/** By delivery. An answer to a version before stands where this one asks for no other. */
const standingAnswers = async (
  hub: Pick<Hub, 'deliveries'>,
  publisher: string,
  rows: readonly DeliveryRow[],
): Promise<ReadonlyMap<string, DeliveryRow['answer']>> => {
  const own = new Map(rows.map(({ _id, answer }) => [_id, answer]));
  const before = rows.filter(
    ({ answer, isOpen, version }) => answer === null && isOpen !== true && version > 1,
  );
  const asked = before.map(({ warning, version, member, channel }) => ({
    warning,
    version,
    member,
    channel,
  }));
  const found = await readAnswers(hub, publisher, asked);
  return new Map([...own, ...before.map(({ _id }, at) => [_id, found[at]?.[0]?.answer ?? null] as const)]);
};
