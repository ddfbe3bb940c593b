// Tracing: a request may name its trace (W3C Trace Context, `traceparent`); the entries of its act keep it, and their jobs
// continue it. With an OpenTelemetry SDK in the process (docs/OPERATING.md) each step is a span; without one, a request
// that names no trace costs two comparisons.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  type ProxyTracerProvider,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';

export type Step = {
  /** A route or a job; never user input. */
  readonly name: string;
  readonly kind: 'request' | 'job';
  /** The incoming traceparent; anything malformed counts as none. */
  readonly parent: string | undefined;
  readonly attributes?: Attributes;
};

export type Trace = {
  /** Runs `work` as a step. `outcome` reports how it ended. */
  run<Value>(step: Step, work: () => Promise<Value>, outcome?: (value: Value) => Outcome): Promise<Value>;
  /** The traceparent of the current step; null outside any trace. */
  current(): string | null;
};

export type Outcome = { readonly attributes?: Attributes; readonly hasFailed?: boolean };

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;
const KINDS = { request: SpanKind.SERVER, job: SpanKind.CONSUMER } as const;

type Parent = { readonly traceId: string; readonly spanId: string; readonly traceFlags: number };

/** Version ff is forbidden, 00 has exactly four parts, and all-zero ids are invalid (W3C Trace Context §3.2.2). */
export const parseTraceparent = (header: string | undefined): Parent | null => {
  if (header === undefined || header.length > 512) return null;
  const [whole, version, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(header) ?? [];
  if (whole === undefined || version === 'ff' || (version === '00' && header.length !== 55)) return null;
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 };
  return isSpanContextValid(parent) ? parent : null;
};

const formatted = ({ traceId, spanId, traceFlags }: Parent): string =>
  `00-${traceId}-${spanId}-0${traceFlags & 1}`;

/** The tracer of an SDK registered before the process began its work; undefined without one. */
const registeredTracer = (): Tracer | undefined => {
  const provider = trace.getTracerProvider() as Partial<ProxyTracerProvider>;
  return provider.getDelegateTracer?.('tocsin') ?? undefined;
};

export const openTrace = (): Trace => {
  const running = new AsyncLocalStorage<string>();
  const tracer = registeredTracer();
  return {
    current: () => running.getStore() ?? null,
    run: (step, work, outcome) => {
      const parent = parseTraceparent(step.parent);
      if (tracer !== undefined)
        return inSpan(tracer, running, { ...step, context: contextOf(parent) }, work, outcome);
      return parent === null ? work() : running.run(formatted(parent), work);
    },
  };
};

const contextOf = (parent: Parent | null): Context =>
  parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });

const inSpan = async <Value>(
  tracer: Tracer,
  running: AsyncLocalStorage<string>,
  step: Step & { readonly context: Context },
  work: () => Promise<Value>,
  outcome?: (value: Value) => Outcome,
): Promise<Value> => {
  const { name, kind, attributes = {} } = step;
  const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, step.context);
  const within = () => context.with(trace.setSpan(step.context, span), work);
  try {
    const value = await running.run(formatted(span.spanContext()), within);
    end(span, outcome?.(value) ?? {});
    return value;
  } catch (error) {
    // Only its class: a message may quote user input.
    end(span, {
      hasFailed: true,
      attributes: { 'error.type': error instanceof Error ? error.name : 'failure' },
    });
    throw error;
  }
};

const end = (span: Span, { attributes = {}, hasFailed = false }: Outcome): void => {
  span.setAttributes(attributes);
  if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};
