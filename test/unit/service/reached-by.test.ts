// What a publisher is told of a delivery that did not arrive: nothing of a recipient where the fault was the hub's own.
import { expect, test } from '@jest/globals';
import { failureOf } from '../../../src/service/delivery/reached-by.ts';

test.each([
  ['RETRYING', 'MAIL_SERVER_AWAY', 'HUB'],
  ['DEAD', 'MAIL_NOT_CONFIGURED', 'HUB'],
  ['RETRYING', 'DELIVERY_BROKEN', 'HUB'],
  ['RETRYING', 'MAIL_DEFERRED', 'UNREACHABLE'],
  ['DEAD', 'ENDPOINT_TLS', 'UNREACHABLE'],
  ['DEAD', 'MAIL_REFUSED', 'REFUSED'],
  ['WITHHELD', 'POLICY_NO_LONGER_ALLOWS', 'POLICY'],
  ['CANCELLED', 'SUPERSEDED', 'OVER'],
  ['SENT', null, null],
  ['PENDING', null, null],
] as const)('%s by %s is %s', (state, cause, failure) => {
  expect(failureOf({ state, cause })).toBe(failure);
});
