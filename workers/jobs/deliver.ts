// Job deliver-warning: a chunk of recipients, each decided again as of now.
import { deliverWarning } from '../../src/service/pipeline/deliver-warning.ts';
import type { Handler } from './handler.ts';

export const deliver: Handler = (hub, entry) => deliverWarning(hub, entry);
