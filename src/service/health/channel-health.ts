// How the channels are doing, in numbers: what waits, how endpoints and secrets are, and whom nothing reaches.
import type { Hub } from '../../hub.ts';
import { keyIdIn } from '../../outside/secrets.ts';
import { type ChannelFigures, readChannelFigures } from '../../store/delivery/channel-figures.ts';

/** LOCKED: sealed by a key that this process has not. CLEAR: not sealed yet. */
export type SecretState = 'SEALED' | 'CLEAR' | 'LOCKED';

export type ChannelState = ChannelFigures & {
  readonly now: Date;
  readonly secrets: Readonly<Record<SecretState, number>>;
};

export const channelState = async (
  hub: Pick<Hub, 'database' | 'endpointSecrets' | 'secrets' | 'clock'>,
): Promise<ChannelState> => {
  const now = hub.clock.now();
  const [figures, rows, ids] = await Promise.all([
    readChannelFigures(hub.database, now),
    hub.endpointSecrets.all(),
    hub.secrets.ids(),
  ]);
  const secrets = { SEALED: 0, CLEAR: 0, LOCKED: 0 };
  for (const { secret } of rows) {
    const key = keyIdIn(secret);
    secrets[key === null ? 'CLEAR' : ids.includes(key) ? 'SEALED' : 'LOCKED'] += 1;
  }
  return { ...figures, now, secrets };
};
