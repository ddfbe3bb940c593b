// The persons of a member: invited, changed, deactivated; and their contact details.

import { type Person, writtenAs } from '../../../domain/person.ts';
import { accepted, type Outcome } from '../../../domain/problem.ts';
import { changePerson } from '../../../service/person/change-person.ts';
import { confirmPerson } from '../../../service/person/confirm-person.ts';
import { deactivatePerson, reinvitePerson } from '../../../service/person/deactivate-person.ts';
import { type InvitedOnce, invitedBefore, invitePerson } from '../../../service/person/invite-person.ts';
import { listPersons, shownPerson } from '../../../service/person/list-persons.ts';
import { shownOnce } from '../../../service/record/once.ts';
import { act, actOnce } from '../../act.ts';
import { given } from '../../present/given.ts';
import { valueIn } from '../../present/page.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const changed = (outcome: Outcome<Person>, { hub, observe }: RequestContext) => {
  if (outcome.ok) return { person: shownPerson(outcome.value, hub.clock.now()), ends: null, refusals: [] };
  for (const { code } of outcome.problems) observe.refused(code);
  return { person: null, ends: null, refusals: outcome.problems };
};

const invited = (outcome: Outcome<InvitedOnce>, { hub, observe }: RequestContext) => {
  if (outcome.ok) {
    const { person, link } = outcome.value;
    const shown = shownPerson(person, hub.clock.now());
    if (link === null) return { person: shown, link: null, expiresAt: null, refusals: [NO_LINK] };
    return { person: shown, link: link.token, expiresAt: link.expiresAt, refusals: [] };
  }
  for (const { code } of outcome.problems) observe.refused(code);
  return { person: null, link: null, expiresAt: null, refusals: outcome.problems };
};

const NO_LINK = shownOnce('$.link', 'Invite the person again (`reinvitePerson`); the former link ends.');

export const personResolvers = {
  Query: {
    persons: async (_, __, { hub, actor }) => valueIn(await listPersons(hub, actor)),
    contacts: async (_, { member }, { loaders, foundNothing }) => {
      const contacts = await loaders.contacts().load(member);
      if (contacts.length === 0) foundNothing();
      return contacts;
    },
  },
  Mutation: {
    invitePerson: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const outcome = await underKey<InvitedOnce>({
        act: () => invitePerson(hub, actor, given(input)),
        again: (id) => invitedBefore(hub, actor, id),
      });
      return invited(outcome, context);
    }),
    changePerson: act('REQUEST', async (_, { input }, context) => {
      // Null takes the time zone away; of the other fields it changes nothing.
      const { timeZone, ...others } = input;
      const change = { ...given(others), ...(timeZone === undefined ? {} : { timeZone }) };
      return changed(await changePerson(context.hub, context.actor, change), context);
    }),
    deactivatePerson: act('REQUEST', async (_, { input }, context) => {
      const isTrial = input.dryRun === true;
      const outcome = await deactivatePerson(context.hub, context.actor, input.person, { isTrial });
      if (!outcome.ok) return changed(outcome, context);
      const { person, ends } = outcome.value;
      return { ...changed(accepted(person), context), ends };
    }),
    reinvitePerson: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const outcome = await underKey<InvitedOnce>({
        act: () => reinvitePerson(hub, actor, input.person),
        again: (id) => invitedBefore(hub, actor, id),
      });
      return invited(outcome, context);
    }),
    confirmPerson: act('REQUEST', async (_, { input }, context) =>
      changed(await confirmPerson(context.hub, context.actor, input.person), context),
    ),
  },
  Person: { personId: ({ id }) => id, written: (person) => writtenAs(person) },
} satisfies Partial<Resolvers>;
