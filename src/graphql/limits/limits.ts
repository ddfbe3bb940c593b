// The limits on queries come from the hub's configuration.
import type { Hub } from '../../hub.ts';

export type Limits = Hub['config']['limits'];
