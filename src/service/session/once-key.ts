// The key that seals what counts once: a challenge, a link that answers. A restore has forgotten what was used before it, so that
// what was sealed then is void.
import { createHmac } from 'node:crypto';
import type { Hub } from '../../hub.ts';

export type OnceDeps = {
  readonly signInKey: Hub['signInKey'];
  readonly restored: Pick<Hub['restored'], 'epoch'>;
};

export const onceKeyOf = ({ signInKey, restored: { epoch } }: OnceDeps): Buffer =>
  epoch === null ? signInKey : createHmac('sha256', signInKey).update(`once, since ${epoch}`).digest();
