// Takes from decided applications whom to call and what was said against them. One that nobody decides lapses: else it would keep
// both for ever.
import { type Application, lastChangeOf } from '../../domain/partnership/admission.ts';
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import { tryEach } from '../job/try-each.ts';
import { NAME, type Sweep, type SweepOf } from './sweep.ts';

const AT_ONCE = 500;

export const sweepApplications: SweepOf = async (hub, sweep) => {
  if (!sweep.isTrial) await lapseOpen(hub, sweep);
  let count = 0;
  let after = '';
  while (!sweep.isEnding()) {
    const rows = await hub.wornOut.applications(sweep.before, AT_ONCE, after);
    const gone = rows.filter((row) => !isKept(row, sweep)).map(({ id }) => id);
    count += sweep.isTrial ? gone.length : await hub.wornOut.bareApplications(gone);
    after = rows.at(-1)?.id ?? after;
    if (rows.length < AT_ONCE) break;
  }
  return count;
};

type Concerned = Pick<Application, 'member' | 'sponsors' | 'objections'>;

/** A hold on whoever wrote something of it keeps it, and one on what it became. */
const isKept = ({ member, sponsors, objections }: Concerned, { isHeld }: Sweep): boolean =>
  isHeld({ member }) || [...sponsors, ...objections].some((each) => isHeld(each));

/** Its contact goes when it has been over as long as any other. */
const lapseOpen = async (hub: Hub, sweep: Sweep): Promise<void> => {
  const isOver = (each: Application): boolean => lastChangeOf(each) < sweep.before && !isKept(each, sweep);
  const over = (await hub.applications.open()).filter(isOver);
  const pieces = over.map(({ id }) => ({
    about: id,
    subject: {},
    exercise: null,
    act: () => (sweep.isEnding() ? Promise.resolve() : lapse(hub, id, isOver)),
  }));
  await tryEach(hub, NAME, pieces);
};

const lapse = (hub: Hub, id: string, isOver: (each: Application) => boolean): Promise<void> =>
  hub.members.change(async (session) => {
    const open = (await hub.applications.open(session)).find((each) => each.id === id);
    if (open === undefined || !isOver(open)) return;
    const decidedAt = hub.clock.now();
    await hub.applications.save({ ...open, stage: 'WITHDRAWN', decidedAt }, session);
    const facts = { stage: 'WITHDRAWN', act: 'LAPSED' };
    const act = { event: 'member.advanced', by: { way: 'HUB' }, members: [], subject: id, facts } as const;
    await recordAct(hub, act, session);
  });
