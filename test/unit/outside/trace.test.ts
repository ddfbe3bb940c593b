// What the hub accepts as a traceparent: the rules of W3C Trace Context (§3.2), as one table.
import { expect, test } from '@jest/globals';
import { parseTraceparent } from '../../../src/outside/trace.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

test.each([
  ['sampled', `00-${TRACE}-${SPAN}-01`, 1],
  ['not sampled', `00-${TRACE}-${SPAN}-00`, 0],
  ['unknown flags of later versions', `00-${TRACE}-${SPAN}-ff`, 1],
  ['a later version', `cc-${TRACE}-${SPAN}-01`, 1],
  ['a later version with more parts', `cc-${TRACE}-${SPAN}-01-what-the-future-will-be-like`, 1],
])('is accepted: %s', (_rule, header, traceFlags) => {
  expect(parseTraceparent(header)).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags });
});

test.each([
  ['nothing', undefined],
  ['empty', ''],
  ['words', 'hello'],
  ['version ff', `ff-${TRACE}-${SPAN}-01`],
  ['version 00 with more parts', `00-${TRACE}-${SPAN}-01-x`],
  ['version 00 with a dash at its end', `00-${TRACE}-${SPAN}-01-`],
  ['capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
  ['a trace of zeroes', `00-${'0'.repeat(32)}-${SPAN}-01`],
  ['a span of zeroes', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['too short', `00-${TRACE.slice(1)}-${SPAN}-01`],
  ['no flags', `00-${TRACE}-${SPAN}`],
  ['a later version with something glued to its flags', `cc-${TRACE}-${SPAN}-01.x`],
  ['very long', `cc-${TRACE}-${SPAN}-01-${'x'.repeat(1_000)}`],
])('is ignored: %s', (_rule, header) => {
  expect(parseTraceparent(header)).toBeNull();
});
