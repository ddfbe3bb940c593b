// How large a body may be, by what the key may do.
import type { Actor } from '../../domain/member.ts';
import { mayAct } from '../../policy/decide.ts';

type Most = { readonly publishBytes: number; readonly queryBytes: number };

/** Bytes of a request: bundles come with a publication alone. */
export const bodyBytesOf = (actor: Actor, { publishBytes, queryBytes }: Most): number =>
  mayPublish(actor) ? publishBytes : queryBytes;

/** Whether the key may do any of what counts as a publication. */
export const mayPublish = (actor: Actor): boolean =>
  mayAct(actor, 'warning.publish', null).allowed || mayAct(actor, 'practice.publish', null).allowed;
