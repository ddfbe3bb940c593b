// Jest as Stryker runs it (stryker.config.mjs): the unit tests of the part that is changed, which need no server.
import base from './jest.config.mjs';

export default { ...base, roots: ['<rootDir>/test'], testMatch: ['<rootDir>/test/mutation/unit-tests.ts'] };
