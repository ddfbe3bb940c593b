// A client's trace continues through the entries of its act into their jobs, with or without an OpenTelemetry SDK in the
// process. With one, requests and jobs are its spans, and carry no user content.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Attributes,
  type Context,
  INVALID_SPAN_CONTEXT,
  type Span,
  type SpanOptions,
  trace,
} from '@opentelemetry/api';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;
const PUBLISH = `mutation ($input: PublishWarningInput!) {
  publishWarning(input: $input) { warning { id } refusals { code } }
}`;

const publish = async (endpoint: TestEndpoint, headline: string, headers: Record<string, string> = {}) => {
  const { kind: _, ...input } = draft({ headline });
  const { body } = await endpoint.ask(await endpoint.token('cyberAgency'), PUBLISH, { input }, headers);
  expect(body.data.publishWarning.refusals).toEqual([]);
  const { id } = body.data.publishWarning.warning;
  await endpoint.drain();
  const rows = await endpoint.hub.entries.rows
    .find({ 'subject.warning': id })
    .sort({ sequence: 1 })
    .toArray();
  expect(rows.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['warning.published', 'warning.targeted', 'delivery.sent']),
  );
  return rows;
};

describe('without an SDK', () => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await openTestEndpoint();
  });
  afterAll(() => endpoint.close());

  test('the entries of an act and of its jobs keep the traceparent', async () => {
    const rows = await publish(endpoint, 'Traced', { traceparent: TRACEPARENT });
    expect(new Set(rows.map((row) => row.trace))).toEqual(new Set([TRACEPARENT]));
  });

  test('with none, or an invalid one, an entry has none', async () => {
    for (const headers of [
      {},
      { traceparent: 'not-a-trace' },
      { traceparent: `00-${'0'.repeat(32)}-x-01` },
    ]) {
      const rows = await publish(endpoint, 'Untraced', headers as Record<string, string>);
      expect(rows.filter((row) => 'trace' in row)).toEqual([]);
    }
  });

  test('two concurrent acts keep their own', async () => {
    const token = await endpoint.token('cyberAgency');
    const spans = Array.from({ length: 8 }, (_, index) => `${index + 1}`.padStart(16, '0'));
    const ids = await Promise.all(
      spans.map(async (span, index) => {
        const { kind: _, ...input } = draft({ headline: `Parallel ${index}` });
        const headers = index % 2 === 0 ? { traceparent: `00-${TRACE}-${span}-00` } : undefined;
        const { body } = await endpoint.ask(token, PUBLISH, { input }, headers);
        return body.data.publishWarning.warning.id as string;
      }),
    );
    await endpoint.drain();
    for (const [index, id] of ids.entries()) {
      const rows = await endpoint.hub.entries.rows.find({ 'subject.warning': id }).toArray();
      const wanted = index % 2 === 0 ? `00-${TRACE}-${spans[index]}-00` : undefined;
      expect(new Set(rows.map((row) => row.trace))).toEqual(new Set([wanted]));
    }
  });
});

/** A minimal SDK for the OpenTelemetry API: records each span. */
type Noted = {
  readonly name: string;
  readonly id: string;
  readonly traceId: string;
  readonly parent: string | undefined;
  readonly attributes: Attributes;
  isEnded: boolean;
};
const noted: Noted[] = [];
const startSpan = (name: string, options: SpanOptions = {}, within?: Context): Span => {
  const parent = within === undefined ? undefined : trace.getSpanContext(within);
  const id = `${noted.length + 1}`.padStart(16, 'a');
  const traceId = parent?.traceId ?? `${noted.length + 1}`.padStart(32, 'b');
  const note: Noted = {
    name,
    id,
    traceId,
    parent: parent?.spanId,
    attributes: { ...options.attributes },
    isEnded: false,
  };
  noted.push(note);
  const span = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  return Object.assign(Object.create(span) as Span, {
    spanContext: () => ({ traceId, spanId: id, traceFlags: 1 }),
    setAttributes: (more: Attributes) => {
      Object.assign(note.attributes, more);
      return span;
    },
    setStatus: () => span,
    end: () => {
      note.isEnded = true;
    },
  });
};

describe('with an SDK', () => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    trace.setGlobalTracerProvider({
      getTracer: () => ({ startSpan, startActiveSpan: () => undefined as never }),
    });
    endpoint = await openTestEndpoint();
  });
  afterAll(async () => {
    trace.disable();
    await endpoint.close();
  });

  test('the request is a span of the trace, and each job is a child of the step that caused it', async () => {
    const rows = await publish(endpoint, 'A headline that no span may hold', { traceparent: TRACEPARENT });
    const request = noted.find(({ name }) => name === 'POST /graphql');
    expect(request).toMatchObject({
      traceId: TRACE,
      parent: 'b7ad6b7169203331',
      attributes: { 'http.response.status_code': 200 },
      isEnded: true,
    });
    const published = rows.find(({ event }) => event === 'warning.published');
    expect(published?.trace).toBe(`00-${TRACE}-${request?.id}-01`);
    const targeting = noted.find(({ name }) => name === 'target-warning');
    expect(targeting).toMatchObject({ traceId: TRACE, parent: request?.id, isEnded: true });
    const delivering = noted.find(({ name }) => name === 'deliver-warning');
    expect(delivering).toMatchObject({ traceId: TRACE, parent: targeting?.id, isEnded: true });
    expect(JSON.stringify(noted)).not.toContain('headline');
  });

  test('a request without a trace starts one, and a refused one ends its span with its status', async () => {
    noted.length = 0;
    await endpoint.get(null, '/warnings/warning--x');
    expect(noted).toEqual([
      expect.objectContaining({
        name: 'GET /warnings/:id',
        parent: undefined,
        attributes: { 'http.response.status_code': 401 },
        isEnded: true,
      }),
    ]);
  });
});
