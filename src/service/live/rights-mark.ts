// Stands for what a reader may read and do at this moment: a client that comes back after a break tells by it whether what it shows
// may not be its own any more, which no event would say. It says nothing to anybody else.
import { createHmac } from 'node:crypto';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { rightsText } from '../../policy/partnership/has-lost.ts';

const LENGTH = 22;

export const rightsMark = ({ signInKey, clock }: Pick<Hub, 'signInKey' | 'clock'>, actor: Actor): string =>
  createHmac('sha256', signInKey)
    .update('rights')
    .update(rightsText({ of: actor, atMs: clock.now().getTime() }))
    .digest('base64url')
    .slice(0, LENGTH);
