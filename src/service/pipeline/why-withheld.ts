// Why a delivery of a version is withheld from a member: decided as of now, when it is to be sent.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { personsNamedBy } from '../../domain/audience.ts';
import type { Directory } from '../../domain/directory.ts';
import { isRollShownTo } from '../../domain/partnership/disclosure.ts';
import type { ProblemCode } from '../../domain/problem-codes/catalogue.ts';
import type { Hub } from '../../hub.ts';
import { anyPerson, decideMember } from '../../policy/decide.ts';
import { disclosedRelationIn } from '../../policy/disclosed-relation.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import { personsWhoSignIn } from '../access/persons-who-sign-in.ts';

/**
 * Why a member may not have it now: each of `inForce` must let it read; null where they do. One that is listed is decided by
 * what its publisher may know: its state must not tell that a declared relation still lets the member read (I32).
 */
export const whyWithheldIn = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  inForce: readonly AccessFacts[],
  directory: Directory,
): Promise<(delivery: Pick<DeliveryRow, 'member' | 'isListed'>) => ProblemCode | null> => {
  const nowMs = hub.clock.now().getTime();
  const named = inForce
    .filter(({ tlp }) => tlp === 'RED')
    .flatMap(({ audience, holders }) => [...personsNamedBy(audience), ...(holders?.persons ?? [])]);
  const isRed = inForce.some(({ tlp }) => tlp === 'RED');
  const whoSignIn = isRed ? await personsWhoSignIn(hub, [...new Set(named)]) : null;
  const canSignIn = (person: string): boolean => whoSignIn?.has(person) !== false;
  const isRollShownIn =
    ({ publisher }: AccessFacts) =>
    (slug: string): boolean =>
      isRollShownTo(directory, slug, publisher);
  const mayHave = (
    { member: id, isListed }: Pick<DeliveryRow, 'member' | 'isListed'>,
    counts: (person: string) => boolean,
  ): boolean => {
    const member = directory.members.get(id);
    if (member === undefined) return false;
    const reader = { member, providers: directory.providersOf(id), counts };
    return inForce.every((access) =>
      isListed === true
        ? disclosedRelationIn(access, nowMs, counts, isRollShownIn(access))(member)?.allowed === true
        : decideMember(reader, access, nowMs).allowed,
    );
  };
  return (delivery) => {
    if (!mayHave(delivery, anyPerson)) return 'POLICY_NO_LONGER_ALLOWS';
    return mayHave(delivery, canSignIn) ? null : 'NOBODY_CAN_SIGN_IN';
  };
};
