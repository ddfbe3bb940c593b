// How long each class is kept. An operator of the hub lengthens it; shortening removes what cannot be brought back, so that
// two persons do it.

import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import {
  isRetentionClass,
  MOST_DAYS,
  RETENTION_CLASSES,
  type RetentionClass,
} from '../../domain/retention/classes.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import type { Kept } from '../../store/retention/retention.ts';
import { recordAct } from '../audit/record-act.ts';

export type RetentionChange = { readonly name: RetentionClass; readonly days: number };

export type ShownClass = Kept & {
  readonly about: string;
  readonly from: string;
  readonly isDefault: boolean;
};

export const listRetention = async ({ retention }: Pick<Hub, 'retention'>): Promise<readonly ShownClass[]> =>
  (await retention.all()).map((kept) => {
    const { about, from } = factsOf(kept.name);
    return { ...kept, about, from, isDefault: kept.changedAt === null };
  });

const factsOf = (name: RetentionClass) => {
  const found = RETENTION_CLASSES.find((each) => each.name === name);
  if (found === undefined) throw new Error('a class of retention without its facts');
  return found;
};

/** The problem with a change, or null; paths begin with `path`. */
export const changeProblem = (name: string, days: number, path: string): Problem | null => {
  if (!isRetentionClass(name)) {
    const names = RETENTION_CLASSES.map((each) => each.name).join(', ');
    return problem(
      'RETENTION_CLASS_UNKNOWN',
      `${path}.name`,
      `There is no class "${name.slice(0, 64)}" of retention.`,
      `Use one of ${names}.`,
    );
  }
  const { least } = factsOf(name);
  return Number.isInteger(days) && days >= least && days <= MOST_DAYS
    ? null
    : problem(
        'RETENTION_OUT_OF_RANGE',
        `${path}.days`,
        `The class ${name} is kept ${least} to ${MOST_DAYS} days.`,
        'Give a whole number of days within these bounds.',
      );
};

export const changeRetention = async (
  hub: Pick<Hub, 'retention' | 'members' | 'acts' | 'entries' | 'clock' | 'entropy'>,
  actor: Actor,
  { name, days }: { readonly name: string; readonly days: number },
): Promise<Outcome<ShownClass>> => {
  if (!mayAct(actor, 'retention.change', null).allowed) return refused(notOperator());
  const wrong = changeProblem(name, days, '$');
  if (wrong !== null || !isRetentionClass(name)) return refused(...(wrong === null ? [] : [wrong]));
  const [kept] = (await listRetention(hub)).filter((each) => each.name === name);
  if (kept !== undefined && days < kept.days) return refused(needsTwo());
  const isDone = await hub.members.change(async (session) => {
    // Asked again: somebody else may have lengthened it meanwhile.
    if (days < (await keptDays(hub, name, session))) return false;
    await writeRetention(hub, actor, { name, days }, session);
    return true;
  });
  if (!isDone) return refused(needsTwo());
  const [changed] = (await listRetention(hub)).filter((each) => each.name === name);
  return changed === undefined ? refused(needsTwo()) : accepted(changed);
};

const keptDays = async (
  { retention }: Pick<Hub, 'retention'>,
  name: RetentionClass,
  session: Session,
): Promise<number> => (await retention.all(session)).find((each) => each.name === name)?.days ?? 0;

/** Within `members.change`. */
export const writeRetention = async (
  hub: Pick<Hub, 'retention' | 'acts' | 'entries' | 'clock' | 'entropy'>,
  actor: Actor,
  { name, days }: RetentionChange,
  session: Session,
): Promise<void> => {
  const before = await keptDays(hub, name, session);
  await hub.retention.change(name, days, { at: hub.clock.now(), person: actor.person }, session);
  const facts = { class: name, from: before, to: days };
  await recordAct(hub, { event: 'retention.changed', by: actor, members: [], subject: name, facts }, session);
};

const notOperator = () =>
  problem(
    'ROLE_MAY_NOT',
    '$',
    'How long things are kept is changed by: hub-operator.',
    'Ask an operator of the hub.',
  );

const needsTwo = () =>
  problem(
    'APPROVAL_NEEDED',
    '$.days',
    'A shorter time removes what cannot be brought back: two persons decide.',
    'Propose SHORTEN_RETENTION; another operator of the hub approves it.',
  );
