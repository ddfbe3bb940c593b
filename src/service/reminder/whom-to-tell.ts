// Whom a step tells, and by which endpoints: those that may bring it now. A step that nothing brings to anybody says so, since its
// publisher would wait for whom nobody has called.
import type { Reminder, ReminderStep } from '../../domain/answer/asking.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import type { Directory } from '../../domain/directory.ts';
import { strictest } from '../../domain/marking.ts';
import type { Hub } from '../../hub.ts';
import { carriedTo } from '../../policy/channel/carried-to.ts';
import { anyPerson, decide, decideMember } from '../../policy/decide.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import type { Content } from '../../store/warnings.ts';
import { carryingNow } from '../channel/carrying-now.ts';
import { askedForExercise } from '../subscription/asked-for-exercise.ts';
import { endpointReader } from '../subscription/endpoint-reader.ts';

export type Told = {
  readonly facts: Pick<Reminder, 'persons' | 'outside' | 'skipped'>;
  readonly endpoints: readonly Endpoint[];
};

type Step = { readonly row: DeliveryRow; readonly step: ReminderStep; readonly content: Content };

export const whomToTell = async (hub: Hub, directory: Directory, of: Step): Promise<Told> => {
  const { row, step } = of;
  if (step === 'ALTERNATES') return alternatesOf(hub, directory, of);
  if (step === 'OUTSIDE') return outsideOf(hub, directory, of);
  const { known, own } = await endpointsOf(hub, row);
  const open = await openAmong(hub, directory, of, known);
  return toldAt({}, open.length > 0 ? open : await openAmong(hub, directory, of, own));
};

const toldAt = (facts: Told['facts'], endpoints: readonly Endpoint[]): Told => ({
  facts: endpoints.length > 0 ? facts : { ...facts, skipped: 'NOBODY_REACHED' },
  endpoints,
});

const nobody = (skipped: Reminder['skipped'] & string): Told => ({ facts: { skipped }, endpoints: [] });

const alternatesOf = async (hub: Hub, directory: Directory, of: Step): Promise<Told> => {
  const { member } = of.row;
  const plan = await hub.answerPlans.of(member);
  const named = (plan?.alternates ?? []).filter((id) => directory.persons.get(id)?.state === 'ACTIVE');
  if (named.length === 0) return nobody('NOBODY_NAMED');
  const theirs = (await hub.endpoints.ofMembers([member], ['ACTIVE'])).filter(
    ({ person }) => person !== null && named.includes(person),
  );
  const endpoints = await openAmong(hub, directory, of, theirs);
  const persons = named.filter((id) => endpoints.some(({ person }) => person === id));
  return toldAt(persons.length === 0 ? {} : { persons }, endpoints);
};

const outsideOf = async (hub: Hub, directory: Directory, of: Step): Promise<Told> => {
  const outside = (await hub.answerPlans.of(of.row.member))?.outside ?? null;
  if (outside === null) return nobody('NOBODY_NAMED');
  if (!mayRead(hub, directory, outside, of.content)) return nobody('MAY_NOT_READ');
  const theirs = (await hub.endpoints.ofMembers([outside], ['ACTIVE'])).filter(
    ({ person }) => person === null,
  );
  return toldAt({ outside }, await openAmong(hub, directory, of, theirs));
};

export const mayRead = (
  hub: Pick<Hub, 'clock'>,
  directory: Directory,
  id: string,
  { access }: Pick<Content, 'access'>,
): boolean => {
  const member = directory.members.get(id);
  if (member === undefined) return false;
  const candidate = { member, providers: directory.providersOf(id), counts: anyPerson };
  return decideMember(candidate, access, hub.clock.now().getTime()).allowed;
};

type Endpoints = { readonly known: readonly Endpoint[]; readonly own: readonly Endpoint[] };

/** Those to which the version was to go; for where none of them may bring it, the member's own that work. */
const endpointsOf = async (hub: Hub, { warning, version, member }: DeliveryRow): Promise<Endpoints> => {
  const all = await hub.endpoints.ofMembers([member], ['ACTIVE']);
  const sent = await hub.channelDeliveries.ofVersion(warning, version, [member]);
  const used = new Set(sent.map(({ endpoint }) => endpoint));
  return {
    known: all.filter(({ id }) => used.has(id)),
    own: all.filter(({ person }) => person === null),
  };
};

/** Those where whoever reads may read the warning, that may bring something of it, and, of an exercise, that asked for it. */
const openAmong = async (
  hub: Hub,
  directory: Directory,
  { content: { access, summary } }: Pick<Step, 'content'>,
  endpoints: readonly Endpoint[],
): Promise<readonly Endpoint[]> => {
  const now = hub.clock.now();
  const marked = { tlp: strictest(access.tlp, summary.tlp), handling: summary.handling };
  const open = endpoints.filter((endpoint) => {
    const reader = endpointReader(directory, endpoint);
    return (
      reader !== null &&
      decide(reader, access, now.getTime()).allowed &&
      carriedTo(carryingNow(endpoint, now), marked) !== 'NOTHING'
    );
  });
  return askedForExercise(hub, access.exercise, open);
};
