import { createRequire } from 'node:module';

/** Ends tracing: what was recorded is sent. */
export type StopTracing = () => Promise<void>;

/**
 * Loads OpenTelemetry, 50 MB and a second of boot, only where there is somewhere to send spans to. Loaded before the database
 * and the broker are; the libraries are fetched by `require` once, so that their classes are patched in place for the
 * `import`s that follow.
 */
export async function startTracing(service: string, endpoint: string | undefined): Promise<StopTracing> {
  if (endpoint === undefined) return async () => undefined;
  const [
    { NodeSDK },
    { OTLPTraceExporter },
    { HttpInstrumentation },
    { PgInstrumentation },
    { KafkaJsInstrumentation },
  ] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-pg'),
    import('@opentelemetry/instrumentation-kafkajs'),
  ]);
  const sdk = new NodeSDK({
    serviceName: `accord-${service}`,
    autoDetectResources: false,
    traceExporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url }) => /^\/(health|metrics)/.test(url ?? ''),
        // A query may hold what someone searched for: spans keep the path.
        startIncomingSpanHook: ({ url }) => addressAttributes(url?.split('?')[0] ?? ''),
        applyCustomAttributesOnSpan: (span) => span.setAttributes({ 'url.query': '' }),
      }),
      new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false }),
      new KafkaJsInstrumentation(),
    ],
  });
  sdk.start();
  const load = createRequire(import.meta.url);
  for (const library of ['http', 'https', 'pg', 'kafkajs']) load(library);
  return () => sdk.shutdown();
}

/** Under the names of both editions of the conventions. */
const addressAttributes = (path: string) => ({
  'http.target': path,
  'http.url': path,
  'url.path': path,
  'url.query': '',
});
