// Recovery of the last administrator of a member, active or dormant, whom nobody of the member can restore: two operators of
// the hub agree, and either of them may then make the code, once, within a quarter of an hour. The code itself is in no record.
import { z } from 'zod';
import { personWritten, writtenIn } from '../../../domain/directory.ts';
import { maySignIn, type Person } from '../../../domain/person.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { isHubOperator } from '../../../policy/two-persons.ts';
import { recordAct } from '../../audit/record-act.ts';
import { type Approvable, inOneChange } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';

type Recovering = { readonly person: string };

/** By id or as people write it. */
const lastAdmin = async (
  hub: Pick<Hub, 'directory'>,
  { person: named }: Recovering,
): Promise<Outcome<Person>> => {
  const directory = await hub.directory.current();
  const { persons } = directory;
  const person = personWritten(directory, named, null);
  if (person === undefined) return notFound('$.payload.person');
  // Where all are dormant, each is the last: nobody is left who could bring one back.
  const isElse = [...persons.values()].some(
    ({ id, member, roles, ...each }) =>
      id !== person.id && member === person.member && roles.includes('member-admin') && maySignIn(each),
  );
  if (isElse) return refused(notOfLast(ANOTHER));
  if (!person.roles.includes('member-admin')) return refused(notOfLast(NO_ADMIN));
  if (maySignIn(person) || person.state === 'DORMANT') return accepted(person);
  return refused(notOfLast(person.state === 'INVITED' ? NOT_JOINED : TAKEN_OUT));
};

const notOfLast = ([message, remedy]: readonly [string, string]) =>
  problem('RECOVERY_NOT_OF_LAST', '$.payload.person', message, remedy);
const ANOTHER = [
  'This is not the only administrator of its organisation.',
  'Another administrator of that organisation makes the recovery code.',
] as const;
const NO_ADMIN = [
  'This person does not administer its organisation.',
  'Its administrator makes the recovery code; name that one where it is the last.',
] as const;
const NOT_JOINED = [
  'This person is invited, and has not joined yet: there is no access to restore.',
  'Give it a new link: tocsin person reinvite.',
] as const;
const TAKEN_OUT = [
  'This person was taken out: there is no access to restore.',
  'On the machine of the hub its operator lets an administrator in: tocsin key create --person.',
] as const;

export const recoverLastAdmin: Approvable<Recovering> = {
  about: 'restore the access of the last administrator of an organisation',
  payloadAbout: '`person`, as `<member slug>/<name>` or by its id',
  read: readPayload(z.strictObject({ person: z.string().min(3).max(200) })),
  sentence: ({ person }) =>
    `Let an operator of the hub make a recovery code for ${person}, within 15 minutes.`,
  lines: async (hub, actor, { person: named }) => {
    if (!isHubOperator(actor)) return [];
    const directory = await hub.directory.current();
    const person = personWritten(directory, named, null);
    const organisation = directory.members.get(person?.member ?? '');
    return person === undefined || organisation === undefined
      ? []
      : [`It is ${writtenIn(directory, person.id) ?? person.id}, of ${organisation.name}.`];
  },
  check: async (hub, _, payload) => {
    const found = await lastAdmin(hub, payload);
    return found.ok ? accepted({ members: [found.value.member], person: found.value.id }) : found;
  },
  perform: inOneChange(async (hub, { payload, by }, session) => {
    const found = await lastAdmin(hub, payload);
    if (!found.ok) return found;
    const { id, member } = found.value;
    const facts = { issuedBy: 'HUB_OPERATORS', state: 'ALLOWED' };
    await recordAct(hub, { event: 'person.recovered', by, members: [member], person: id, facts }, session);
    return accepted({ result: id });
  }),
};
