// The limits of this room are those of the hub's configuration (trust.md §5).
import type { Hub } from '../../hub.ts';

export type Limits = Hub['config']['limits'];
