// A publisher reminds those who have not answered: those that it sees, by name or by number, or all of them, also those that it
// does not see. It learns of none of these, nor how many they are: a worker reminds them (remind-members.ts).
import { askedBy } from '../../domain/answer/asked-by.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { namelessId } from '../../domain/delivery.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';
import { listDeliveries } from '../delivery/list-deliveries.ts';
import { inTurn } from '../in-turn.ts';
import type { Item } from '../item/item.ts';
import { readWarning } from '../item/read-warning.ts';

export type RemindRequest = {
  readonly warning: string;
  /** Slugs of members that the publisher sees; with no organisation either, everybody who has not answered. */
  readonly members: readonly string[];
  /** Numbers of organisations without a name. */
  readonly organisations: readonly number[];
};

/** A quarter of an hour between two reminders of one version. */
const EACH_MS = 15 * 60_000;
const PAGE = 200;

/** The number of those who are reminded, of those that the publisher sees. */
export const remindRecipients = async (
  hub: Hub,
  actor: Actor,
  request: RemindRequest,
): Promise<Outcome<number>> => {
  const item = await readWarning(hub, actor, request.warning);
  if (item === null) return notFound('$.warning');
  const permission = mayAct(actor, 'delivery.list', item.access);
  if (!permission.allowed) return refused(permission.problem);
  if (askedBy(item.summary) === null) return refused(notAsked());
  if (request.members.length + request.organisations.length > PAGE) return refused(tooMany());
  // Refused before they are read: a warning may have ten thousand deliveries.
  if (await wasLately(hub, item, hub.clock.now())) return refused(lately());
  const seen = await inTurn(actor.member.id, () => openOnes(hub, actor, item));
  const directory = await hub.directory.current();
  const chosen = [
    ...request.members.map((slug) =>
      seen.find(
        ({ member, organisation }) =>
          organisation === undefined && directory.members.get(member)?.slug === slug,
      ),
    ),
    ...request.organisations.map((number) => seen.find(({ organisation }) => organisation === number)),
  ];
  const missing = chosen.indexOf(undefined);
  if (missing >= 0) return refused(unknown(missing, request));
  const isAll = chosen.length === 0;
  const known = chosen.filter((each) => each !== undefined);
  const { id: warning, version } = item.summary;
  const at = hub.clock.now();
  const key = keyOf(item, at.getTime());
  const reminded = isAll ? seen.length : known.length;
  const ids = isAll ? null : await ownIds(hub, item, known);
  const isDone = await hub.members.write(async (session) => {
    if (await wasLately(hub, item, at, session)) return false;
    await hub.deliveries.askAgain({ warning, version, ids }, { at, by: actor.person }, session);
    const facts = { version, reminded, isAll };
    const act = { by: actor, members: [item.access.publisher], warning, facts };
    await recordAct(hub, { ...act, event: 'warning.reminded', key }, session);
    return true;
  });
  return isDone ? accepted(reminded) : refused(lately());
};

const keyOf = ({ summary: { id, version } }: Item, ms: number): string =>
  `asked:${id}.${version}:${Math.floor(ms / EACH_MS)}`;

/** The quarter of the clock decides between two at once, and the one before it whether there is a quarter of an hour between. */
const wasLately = async (
  { entries }: Pick<Hub, 'entries'>,
  item: Item,
  at: Date,
  session?: Session,
): Promise<boolean> => {
  if (await entries.hasKey(keyOf(item, at.getTime()), session)) return true;
  const before = await entries.keyedAt(keyOf(item, at.getTime() - EACH_MS), session);
  return before !== null && at.getTime() - before.getTime() < EACH_MS;
};

/** Those that the publisher sees and that have not answered. */
const openOnes = async (hub: Hub, actor: Actor, item: Item): Promise<Delivery[]> => {
  const found: Delivery[] = [];
  let after: string | null = null;
  for (;;) {
    const outcome = await listDeliveries(hub, actor, item, { first: PAGE, after });
    if (outcome === null || !outcome.ok) return found;
    found.push(...outcome.value.deliveries.map(({ delivery }) => delivery));
    after = outcome.value.deliveries.at(-1)?.cursor ?? null;
    if (!outcome.value.hasNextPage || after === null) break;
  }
  return found.filter(({ isOpen }) => isOpen === true);
};

/** The ids by which deliveries are stored: of one without a name its publisher knows another. */
const ownIds = async (hub: Hub, { summary }: Item, known: readonly Delivery[]): Promise<string[]> => {
  const rows = await hub.deliveries.ofMembers({
    warning: summary.id,
    version: summary.version,
    members: known.map(({ member }) => member),
  });
  const wanted = new Set(known.map(({ id }) => id));
  return rows.flatMap(({ _id }) =>
    wanted.has(_id) || wanted.has(namelessId(hub.nameKey, _id)) ? [_id] : [],
  );
};

const tooMany = (): Problem =>
  problem('TOO_MANY', '$.members', `At most ${PAGE} of them.`, 'Name fewer, or none for all of them.');

const notAsked = (): Problem =>
  problem(
    'ANSWER_NOT_ASKED',
    '$.warning',
    'It asks for no answer.',
    'Correct it with a level that does, and say by when.',
  );

const unknown = (at: number, { members }: RemindRequest): Problem =>
  problem(
    'NOT_FOUND',
    at < members.length ? `$.members[${at}]` : `$.organisations[${at - members.length}]`,
    'Nobody whom you see and who has not answered is named so.',
    'Query deliveries for those who have not.',
  );

const lately = (): Problem =>
  problem(
    'REMINDED_LATELY',
    '$.warning',
    'It was reminded of within the quarter of an hour.',
    'Call those who have not answered, or wait.',
  );
