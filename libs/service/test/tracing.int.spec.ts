import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';

import { dropService, migrateService } from '@accord/database/migrate';
import { adminDatabaseUrl, kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { ServiceProcess } from '@accord/testing/service-process';
import { z } from 'zod';

import { demoService } from './demo-service.js';

const suffix = `t${randomBytes(5).toString('hex')}`;
const main = new URL('./demo-main.ts', import.meta.url);
const schema = { service: demoService.name, migrations: demoService.migrations };
const span = z.object({ traceId: z.string(), name: z.string(), parentSpanId: z.string().optional() });
const batch = z.object({
  resourceSpans: z.array(
    z.object({ scopeSpans: z.array(z.object({ scope: z.object({ name: z.string() }), spans: z.array(span) })) }),
  ),
});

let collector: Server;
let endpoint = '';
let received = '';
let env: Record<string, string>;

beforeAll(async () => {
  collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => (received += chunk.toString()));
    request.on('end', () => {
      received += '\n';
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const address = collector.address();
  if (typeof address === 'object' && address !== null) endpoint = `http://127.0.0.1:${address.port}`;
  const { appUrl } = await migrateService({ adminUrl: adminDatabaseUrl, schema, suffix });
  env = {
    DATABASE_URL: appUrl,
    KAFKA_BROKERS: kafkaBrokers.join(','),
    ISSUER_URL: 'http://127.0.0.1:9/oidc',
    TOPIC_PREFIX: `${suffix}.`,
  };
});

afterAll(async () => {
  collector.close();
  await dropService(adminDatabaseUrl, demoService.name, suffix);
});

const spans = () =>
  received
    .trim()
    .split('\n')
    .flatMap((line) => batch.parse(JSON.parse(line)).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap(({ scope, spans: all }) => all.map((one) => ({ ...one, by: scope.name })));

it('sends a request’s spans, its queries’ too, in the trace it came in, without any value', async () => {
  const one = ServiceProcess.start(main, {
    ...env,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  const url = await one.ready();
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const answer = await fetch(`${url}/v1/things?occupation=CANRY`, {
    headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
  });
  expect(answer.headers.get('x-request-id')).toBe(traceId);
  await eventually(() => {
    const ours = spans().filter((one) => one.traceId === traceId);
    expect(ours.map(({ by }) => by)).toEqual(
      expect.arrayContaining(['@opentelemetry/instrumentation-http', '@opentelemetry/instrumentation-pg']),
    );
  });
  one.signal('SIGTERM');
  expect(await one.exited).toEqual({ code: 0, signal: null });
  expect(received).not.toContain('CANRY');
  expect(one.lines.find(({ event }) => event === 'http.request')).toMatchObject({ trace_id: traceId });
});
