// Cases as each side sees them: whoever helps and the publisher, who see the member that asks by the rule of naming, and that
// member itself.
import type { Case } from '../../domain/case/case.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { mayRole } from '../../policy/grants.ts';
import { isListedTo } from '../../policy/naming.ts';
import { mayNamePublisher } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { publishersDelivery } from '../delivery/delivery-of.ts';

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

const MOST = 200;

/** Those who follow up what their member published or took over, and those who answer for the member that asks. */
const hasPart = (actor: Actor, { owner, publisher, member }: Case): boolean => {
  if (!actor.member.isActive) return false;
  const helps = owner === actor.member.id || publisher === actor.member.id;
  return (
    (helps && mayRole(actor.roles, 'delivery.list')) ||
    (member === actor.member.id && mayRole(actor.roles, 'warning.acknowledge'))
  );
};

export const listCases = async (hub: Deps, actor: Actor): Promise<readonly ShownCase[]> => {
  const found = (await hub.cases.listed(actor.member.id, MOST)).filter((each) => hasPart(actor, each));
  return shownIn(hub, actor, found);
};

export const readCase = async (hub: Deps, actor: Actor, id: string): Promise<ShownCase | null> => {
  const found = await hub.cases.byId(id);
  if (found === null || !hasPart(actor, found)) return null;
  return (await shownIn(hub, actor, [found]))[0] ?? null;
};

/** Those of these cases whose publisher the actor may name, by id: by what it may read of the warning now. */
const withNamedPublisher = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  cases: readonly Case[],
): Promise<ReadonlySet<string>> => {
  const isOwn = ({ publisher }: Case): boolean => publisher === actor.member.id;
  const others = new Set(cases.flatMap((each) => (isOwn(each) ? [] : [each.warning])));
  const nowMs = hub.clock.now().getTime();
  const named = new Set<string>();
  for (const { warning, content } of others.size === 0 ? [] : await hub.warnings.heads([...others])) {
    const { access } = contentOf(content);
    if (decide(actor, access, nowMs).allowed && mayNamePublisher(actor, access)) named.add(warning);
  }
  return new Set(cases.flatMap((each) => (isOwn(each) || named.has(each.warning) ? [each.id] : [])));
};

export const mayNamePublisherOf = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  each: Case,
): Promise<boolean> => (await withNamedPublisher(hub, actor, [each])).has(each.id);

const shownIn = async (hub: Deps, actor: Actor, cases: readonly Case[]): Promise<ShownCase[]> => {
  const rows = await hub.deliveries.byIds([...new Set(cases.map(({ delivery }) => delivery))]);
  const byId = new Map(rows.map((row) => [row._id, row]));
  const directory = await hub.directory.current();
  const named = await withNamedPublisher(hub, actor, cases);
  const now = hub.clock.now();
  return cases.flatMap((each): ShownCase[] => {
    const helper = each.owner !== each.publisher || named.has(each.id) ? each.owner : null;
    const facts = { case: each, helper, isOverdue: each.state === 'OPEN' && each.dueAt <= now };
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
