// Job pair-warnings: which warnings of others tell the same as a version.
import { pairWarnings } from '../src/service/duplicate/pair-warnings.ts';
import type { Handler } from './handler.ts';

export const pair: Handler = (hub, entry) => pairWarnings(hub, entry);
