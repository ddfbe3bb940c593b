// The roll-up of the answers to a warning, for its publisher: of recipients that it sees among the recipients and that everybody
// may know of. A member that is unlisted to anybody, or reached by what somebody declared, changes nothing in it, nor does who is a
// client of whom (I32).

import { type AcknowledgementAnswer, answersIn, type GivenAnswer } from '../../domain/delivery.ts';
import {
  type Answerer,
  type AnswersBySector,
  answersBySector,
} from '../../domain/effect/answers-by-sector.ts';
import type { Actor } from '../../domain/member.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { OwnAnswer } from '../../store/effect/courses.ts';
import { settleListing } from '../delivery/settle-listing.ts';
import { deliveredVersion } from '../item/delivered-version.ts';
import type { Item } from '../item/item.ts';

/** More recipients than a partnership has. */
const MOST = 5_000;
/** Versions before this one that are looked at. */
const MOST_VERSIONS = 20;

/** Null for everybody but the publisher, and whoever may see its deliveries. */
export const readAnswersBySector = async (
  hub: Pick<Hub, 'courses' | 'warnings' | 'deliveries' | 'directory' | 'clock'>,
  actor: Actor,
  item: Pick<Item, 'summary' | 'access' | 'isQuiet'>,
): Promise<AnswersBySector | null> => {
  const { summary, access } = item;
  if (!mayAct(actor, 'delivery.list', access).allowed) return null;
  const [warning, version] = [summary.id, await deliveredVersion(hub, item)];
  await settleListing(hub, { warning, version, access });
  const { members } = await hub.directory.current();
  const rows = await hub.courses.answersTo({ warning, version }, MOST);
  const former = await formerAnswers(hub, { warning, version }, rows);
  return answersBySector(
    rows.flatMap(({ member: id, answer }): Answerer[] => {
      const member = members.get(id);
      if (member?.isActive !== true || member.isUnlisted === true) return [];
      const [first] = member.sectors;
      const sector = first === undefined ? null : (sectorAndAncestors(first).at(-1) ?? null);
      return [{ sector, answer: answer ?? former.get(id) ?? null }];
    }),
  );
};

/** By member. An answer to a version before stands where this one asks for no other. */
const formerAnswers = async (
  hub: Pick<Hub, 'courses'>,
  of: { readonly warning: string; readonly version: number },
  rows: readonly OwnAnswer[],
): Promise<ReadonlyMap<string, AcknowledgementAnswer>> => {
  const without = rows.flatMap(({ member, answer, isOpen }) =>
    answer === null && isOpen !== true ? [member] : [],
  );
  const last = new Map<string, GivenAnswer>();
  if (of.version === 1 || without.length === 0) return new Map();
  for await (const { member, ...row } of hub.courses.answersBefore(of, without, MOST_VERSIONS)) {
    for (const given of answersIn({ ...row, note: null, acknowledgedBy: null })) {
      const known = last.get(member);
      if (known === undefined || known.at < given.at) last.set(member, given);
    }
  }
  return new Map([...last].map(([member, { answer }]) => [member, answer]));
};
