// What test files import as `@jest/globals`. The runner puts all but the fake timers, which it offers in part, on globalThis.
import { ModernFakeTimers } from '@jest/fake-timers';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } = globalThis;
export const jest = new ModernFakeTimers({ config: { fakeTimers: {} }, global: globalThis });
