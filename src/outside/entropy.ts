// Randomness: ids, salts and keys. A test may replace it to get the same ids each time.
import { randomBytes, randomUUID } from 'node:crypto';

export type Entropy = { uuid(): string; bytes(count: number): Buffer };
export const systemEntropy: Entropy = { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) };
