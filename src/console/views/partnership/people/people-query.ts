// The persons of one's member, and oneself.
import { type Acting, ask } from '../../../app/ask.ts';
import {
  ChangePersonDocument,
  type ChangePersonInput,
  PeopleDocument,
  ProfileDocument,
  ReachDocument,
  type ShownPersonFragment,
} from '../../../operations/graphql.generated.ts';
import { merged } from '../act/lists.ts';

export type Person = ShownPersonFragment;

export const peopleQuery = {
  queryKey: ['people'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly Person[]> =>
    (await ask(PeopleDocument, {}, { signal })).persons,
};

export const profileQuery = {
  queryKey: ['profile'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Person | null> =>
    (await ask(ProfileDocument, {}, { signal })).me.profile,
};

/** The ways to reach the persons of a member that one may see. */
export const reachQuery = (member: string) => ({
  queryKey: ['reach', member],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await ask(ReachDocument, { member }, { signal })).contacts,
});

export type OfPerson = { readonly person: Person; readonly close: () => void };

/** As the hub has it at the press; as it was shown, where it shows it no more and refuses the act for that. */
const asOfNow = async (person: Person): Promise<Person> => {
  const isMeant = ({ personId }: Person): boolean => personId === person.personId;
  const { me } = await ask(ProfileDocument, {});
  if (me.profile !== null && isMeant(me.profile)) return me.profile;
  return (await ask(PeopleDocument, {})).persons.find(isMeant) ?? person;
};

type Lists = Pick<Person, 'roles' | 'contacts'>;

/** What the last press came to: an attempt after a lost answer sends just that, under the same key. */
let pressed: { readonly key: string | undefined; readonly input: ChangePersonInput } | null = null;

/** Lists of a person are written whole: what another changed in them since the dialog was opened stays. */
export const changingList = <Name extends keyof Lists>(person: Person, name: Name, chosen: Lists[Name]) => ({
  asked: [person.personId, name, person[name], chosen],
  send: async (options: Acting) => {
    const key = options.idempotencyKey;
    if (pressed === null || pressed.key !== key) {
      const now = await asOfNow(person);
      const list = merged<unknown>(person[name], chosen, now[name]);
      pressed = { key, input: { person: person.personId, [name]: list } };
    }
    return (await ask(ChangePersonDocument, { input: pressed.input }, options)).result;
  },
});
