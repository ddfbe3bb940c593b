// Cases as each side sees them: whoever helps and the publisher, who see the member that asks by the rule of naming, and that
// member itself.
import type { Case } from '../../domain/case/case.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { mayRole } from '../../policy/grants.ts';
import { isListedTo } from '../../policy/naming.ts';
import { publishersDelivery } from '../delivery/delivery-of.ts';

export type ShownCase = {
  readonly case: Case;
  /** Id of the member that asks; null where it is an organisation without a name. */
  readonly asker: string | null;
  readonly organisation: number | null;
  readonly isOverdue: boolean;
};

type Deps = Pick<Hub, 'cases' | 'deliveries' | 'directory' | 'clock'>;

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

const shownIn = async (hub: Deps, actor: Actor, cases: readonly Case[]): Promise<ShownCase[]> => {
  const rows = await hub.deliveries.byIds([...new Set(cases.map(({ delivery }) => delivery))]);
  const byId = new Map(rows.map((row) => [row._id, row]));
  const directory = await hub.directory.current();
  const now = hub.clock.now();
  return cases.flatMap((each): ShownCase[] => {
    const facts = { case: each, isOverdue: each.state === 'OPEN' && each.dueAt <= now };
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
