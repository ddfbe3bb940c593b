// Admitting an applicant where the admission policy asks for less than every hub begins with.
import { z } from 'zod';
import { accepted, notFound, refused } from '../../../domain/problem.ts';
import { valueInWords } from '../../../domain/reading/value-in-words.ts';
import { isHubOperator } from '../../../policy/two-persons.ts';
import { admissionFault, admitted, asOfNow, takenBy } from '../../member/admission/decide-application.ts';
import { type Approvable, inOneChange } from '../approvable.ts';
import { readPayload } from '../read-payload.ts';

const shape = z.strictObject({ application: z.string().max(64) });

type Payload = { readonly application: string };

export const admitMember: Approvable<Payload> = {
  about: 'admit an applicant under a lowered admission policy, or past an objection',
  payloadAbout: '`application`, the id of an application whose time for objections is over',
  read: readPayload(shape),
  sentence: ({ application }) =>
    `Admit ${application} to the partnership, under a policy that asks for less, or past an objection.`,
  lines: async (hub, actor, { application: id }) => {
    // Whoever proposed it may run the hub no longer, and reads the proposal yet.
    if (!isHubOperator(actor)) return [];
    const application = await hub.applications.byId(id);
    if (application === null) return [];
    const { members } = await hub.directory.current();
    const { facts, sponsors, objections } = application;
    const slugs = (rows: readonly { readonly member: string }[]): string =>
      rows.map(({ member }) => members.get(member)?.slug ?? member).join(', ') || 'nobody';
    const aside = objections.filter(({ setAsideAt }) => setAsideAt != null);
    return [
      `${facts.name} (${facts.slug}): ${valueInWords(facts.kind)} in ${facts.country}.`,
      `Members that answer for it: ${slugs(sponsors)}.`,
      ...aside.map(({ member, reason }) => `Objection set aside, of ${slugs([{ member }])}: ${reason}`),
    ];
  },
  check: async (hub, _, { application: id }) => {
    const application = await hub.applications.byId(id);
    if (application === null) return notFound('$.payload.application');
    const fault = admissionFault(application, await asOfNow(hub));
    if (fault !== null && fault.code !== 'APPROVAL_NEEDED') return refused(fault);
    return accepted({ members: [], facts: { application: id } });
  },
  perform: inOneChange(async (hub, { payload, by }, session) => {
    const application = await hub.applications.byId(payload.application, session);
    if (application === null) return notFound('$.payload.application');
    const fault = admissionFault(application, await asOfNow(hub, session));
    if (fault !== null && fault.code !== 'APPROVAL_NEEDED') return refused(fault);
    const taken = await takenBy(hub, application, session);
    if (taken !== null) return refused(taken);
    const member = await admitted(hub, application, by, session);
    return accepted({ result: member.id });
  }),
};
