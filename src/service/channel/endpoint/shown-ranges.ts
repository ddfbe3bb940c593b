// The ranges that two operators of the hub allowed, for an operator.
import type { AllowedRange } from '../../../domain/channel/address.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Hub } from '../../../hub.ts';
import { mayAct } from '../../../policy/decide.ts';

export const shownRanges = async (
  { allowedRanges }: Pick<Hub, 'allowedRanges'>,
  actor: Actor,
): Promise<AllowedRange[]> => (mayAct(actor, 'member.administer', null).allowed ? allowedRanges.all() : []);
