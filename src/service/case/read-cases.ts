// Cases as each side sees them: whoever helps and the publisher, who see the member that asks by the rule of naming, and that
// member itself. What was written is about the warning: who may not read that any more keeps what its own member asked.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { mayKey, mayRole, type Verb } from '../../policy/grants.ts';
import { isListedTo } from '../../policy/naming.ts';
import { mayNamePublisher } from '../../policy/view.ts';
import type { CaseSearch } from '../../store/case/cases.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { publishersDelivery } from '../delivery/delivery-of.ts';
import { openTimed, sealTimed, sealTimedEnd } from '../timed-cursor.ts';

export type ShownCase = {
  readonly case: Case;
  /** Id of the member that asks; null where it is an organisation without a name. */
  readonly asker: string | null;
  readonly organisation: number | null;
  /** Id of the member that helps; null for a publisher that the reader may not name. */
  readonly helper: string | null;
  readonly isOverdue: boolean;
};

type Deps = Pick<Hub, 'cases' | 'deliveries' | 'directory' | 'clock' | 'warnings'>;

const mayDo = (actor: Actor, verb: Verb): boolean => mayRole(actor.roles, verb) && mayKey(actor, verb);

/** Those who follow up what their member published or took over, and those who answer for the member that asks. */
const hasPart = (actor: Actor, { owner, publisher, member }: Case): boolean => {
  if (!actor.member.isActive) return false;
  const helps = owner === actor.member.id || publisher === actor.member.id;
  return (
    (helps && mayDo(actor, 'delivery.list')) ||
    (member === actor.member.id && mayDo(actor, 'warning.acknowledge'))
  );
};

/** The rows that `hasPart` would not pass over: others are not read, and use up nothing. */
const partsOf = (actor: Actor): CaseSearch['parts'] => ({
  helps: actor.member.isActive && mayDo(actor, 'delivery.list'),
  asks: actor.member.isActive && mayDo(actor, 'warning.acknowledge'),
});

export type CasePage = {
  readonly cases: readonly { readonly cursor: string; readonly shown: ShownCase }[];
  readonly hasNextPage: boolean;
  /** Where the search ended, also when it found nothing. */
  readonly endCursor: string | null;
};

export type CasesRequest = {
  readonly first: number;
  /** Cursor of the page before. */
  readonly after: string | null;
  readonly onlyOpen: boolean;
};

const STEP = 200;
/** Rows that a page looks at; after that it ends, and says where to go on. */
const MOST_READ = 4_000;

/** The newest first. */
export const listCases = async (
  hub: Deps & Pick<Hub, 'config' | 'cursorKey'>,
  actor: Actor,
  { first, after, onlyOpen }: CasesRequest,
): Promise<Outcome<CasePage>> => {
  const wrong = pageSizeProblem(first, hub.config.limits);
  if (wrong !== null) return refused(wrong);
  const list = { binding: `cases:${actor.member.id}:${onlyOpen}`, prefix: 'case--' };
  const place = openTimed(hub.cursorKey, list, after);
  if (!place.ok) return place;
  const found: ShownCase[] = [];
  const search = { member: actor.member.id, parts: partsOf(actor), onlyOpen };
  let from: CaseSearch['after'] =
    place.value === null ? null : { openedAt: place.value.at, id: place.value.id };
  let isMore = search.parts.helps || search.parts.asks;
  for (let read = 0; isMore && found.length <= first && read < MOST_READ; read += STEP) {
    const rows = await hub.cases.listed({ ...search, after: from }, STEP);
    const own = rows.filter((each) => hasPart(actor, each));
    found.push(...(await shownIn(hub, actor, own)));
    from = rows.at(-1) ?? from;
    isMore = rows.length === STEP;
  }
  const cases = found.slice(0, first).map((shown) => ({
    cursor: sealTimed(hub.cursorKey, list, { at: shown.case.openedAt, id: shown.case.id }),
    shown,
  }));
  // A search that stopped before the page was full stopped at a row that may not be shown.
  const isCut = isMore && found.length <= first && from !== null;
  return accepted({
    cases,
    hasNextPage: found.length > first || isCut,
    endCursor:
      isCut && from !== null
        ? sealTimedEnd(hub.cursorKey, list, { at: from.openedAt, id: from.id })
        : (cases.at(-1)?.cursor ?? null),
  });
};

export const readCase = async (hub: Deps, actor: Actor, id: string): Promise<ShownCase | null> => {
  const found = await hub.cases.byId(id);
  if (found === null || !hasPart(actor, found)) return null;
  return (await shownIn(hub, actor, [found]))[0] ?? null;
};

/** What the actor may read of the warnings of these cases now: one that it may not read is absent. */
const readableIn = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, AccessFacts>> => {
  const ids = [...new Set(cases.map(({ warning }) => warning))];
  const nowMs = hub.clock.now().getTime();
  const heads = ids.length === 0 ? [] : await hub.warnings.heads(ids);
  const facts = heads.map(({ warning, content }) => [warning, contentOf(content).access] as const);
  return new Map(facts.filter(([, access]) => decide(actor, access, nowMs).allowed));
};

const mayName = (actor: Actor, { publisher }: Case, access: AccessFacts | undefined): boolean =>
  publisher === actor.member.id || (access !== undefined && mayNamePublisher(actor, access));

export const mayNamePublisherOf = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  each: Case,
): Promise<boolean> => mayName(actor, each, (await readableIn(hub, actor, [each])).get(each.warning));

/** Of a recall, its holders read that it was recalled, and nothing that others wrote of it. */
const notesFor = (actor: Actor, { publisher, notes }: Case, access: AccessFacts | undefined) => {
  const own = actor.member.id;
  const isOpen = access !== undefined && (access.holders === undefined || publisher === own);
  return isOpen ? notes : notes.filter(({ member }) => member === own);
};

const shownIn = async (hub: Deps, actor: Actor, cases: readonly Case[]): Promise<ShownCase[]> => {
  const rows = await hub.deliveries.byIds([...new Set(cases.map(({ delivery }) => delivery))]);
  const byId = new Map(rows.map((row) => [row._id, row]));
  const directory = await hub.directory.current();
  const readable = await readableIn(hub, actor, cases);
  const now = hub.clock.now();
  return cases.flatMap((each): ShownCase[] => {
    const access = readable.get(each.warning);
    const helper = each.owner !== each.publisher || mayName(actor, each, access) ? each.owner : null;
    const shown = { ...each, notes: notesFor(actor, each, access) };
    const facts = { case: shown, helper, isOverdue: each.state === 'OPEN' && each.dueAt <= now };
    if (each.member === actor.member.id) return [{ ...facts, asker: each.member, organisation: null }];
    const row = byId.get(each.delivery);
    const seen: Delivery | null =
      row === undefined ? null : publishersDelivery(directory, { publisher: each.publisher }, row);
    if (seen === null) return [];
    const member = directory.members.get(each.member);
    // Who took it over knows no more of the member than the publisher does, and than it is told itself.
    const isNamed =
      seen.organisation === undefined &&
      member !== undefined &&
      isListedTo(directory, member, actor.member.id);
    const isKnown = isNamed || (each.publisher === actor.member.id && seen.organisation === undefined);
    return [{ ...facts, asker: isKnown ? each.member : null, organisation: seen.organisation ?? null }];
  });
};
