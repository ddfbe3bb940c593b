// Job target-warning: one delivery per recipient, each with its reason.
import { targetWarning } from '../../src/service/pipeline/target-warning.ts';
import type { Handler } from './handler.ts';

export const target: Handler = (hub, entry) => targetWarning(hub, entry);
