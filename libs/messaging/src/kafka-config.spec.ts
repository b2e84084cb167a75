import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { kafkaEnvironment, kafkaSettings } from './kafka-config.js';

const read = (env: Record<string, string>) => {
  const parsed = z.object(kafkaEnvironment).parse(env);
  return kafkaSettings({ KAFKA_BROKERS: ['a:9092'], ...parsed }, 'accord-intake');
};

describe('settings of Kafka', () => {
  it('are plain where nothing is said', () =>
    expect(read({})).toEqual({ brokers: ['a:9092'], clientId: 'accord-intake' }));
  it('name a principal and the authority to trust', () => {
    const ca = join(mkdtempSync(join(tmpdir(), 'accord-ca-')), 'ca.pem');
    writeFileSync(ca, 'PEM');
    const settings = read({
      KAFKA_TLS: 'true',
      KAFKA_TLS_CA_FILE: ca,
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'accord-intake',
      KAFKA_SASL_PASSWORD: 'secret',
    });
    expect(settings.tls).toEqual({ ca: 'PEM', cert: undefined, key: undefined });
    expect(settings.sasl).toEqual({ mechanism: 'scram-sha-512', username: 'accord-intake', password: 'secret' });
  });
  it('given by halves are refused, and the message repeats no secret', () => {
    expect(() => read({ KAFKA_SASL_PASSWORD: 'hush' })).toThrow(
      'KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD go together',
    );
    expect(() => read({ KAFKA_TLS: 'true', KAFKA_TLS_CERT_FILE: '/x' })).toThrow('go together');
    expect(() => read({ KAFKA_TLS: 'true', KAFKA_TLS_CA_FILE: '/no/such' })).toThrow(
      'KAFKA_TLS_CA_FILE: cannot read /no/such',
    );
  });
});
