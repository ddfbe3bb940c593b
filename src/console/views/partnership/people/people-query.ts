// The persons of one's member, and oneself.
import { ask } from '../../../app/ask.ts';
import {
  PeopleDocument,
  ProfileDocument,
  ReachDocument,
  type ShownPersonFragment,
} from '../../../operations/graphql.generated.ts';

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
