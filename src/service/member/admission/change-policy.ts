// The hub's admission policy: how many sponsors, how long for objections, how long a probation. Each change is kept.
import type { Actor } from '../../../domain/member.ts';
import {
  type AdmissionPolicy,
  type PolicyParts,
  policyFault,
} from '../../../domain/partnership/admission.ts';
import { accepted, type Outcome, problem, refused } from '../../../domain/problem.ts';
import { mayAct } from '../../../policy/decide.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { AdmissionDeps } from './application.ts';

export const changeAdmissionPolicy = async (
  hub: AdmissionDeps,
  actor: Actor,
  change: Partial<PolicyParts>,
): Promise<Outcome<AdmissionPolicy>> => {
  const permission = mayAct(actor, 'member.administer', null);
  if (!permission.allowed) return refused(permission.problem);
  return hub.members.change(async (session): Promise<Outcome<AdmissionPolicy>> => {
    const before = await hub.applications.policy(session);
    const parts = {
      sponsors: change.sponsors ?? before.sponsors,
      objectionDays: change.objectionDays ?? before.objectionDays,
      probationDays: change.probationDays ?? before.probationDays,
    };
    const fault = policyFault(parts);
    if (fault !== null) {
      const message = `A whole number from 0 to ${fault.most}.`;
      return refused(problem('POLICY_OUT_OF_RANGE', `$.${fault.part}`, message, '0 switches it off.'));
    }
    const policy = {
      ...parts,
      version: before.version + 1,
      at: hub.clock.now(),
      by: actor.person ?? actor.key,
    };
    await hub.applications.addPolicy(policy, session);
    const facts = { ...parts, policy: policy.version };
    await recordAct(hub, { event: 'hub.configured', by: actor, members: [], facts }, session);
    return accepted(policy);
  });
};
