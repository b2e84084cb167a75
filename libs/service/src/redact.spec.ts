import { isHiddenName, redacted } from './redact.js';

const shown = (value: unknown): string => JSON.stringify(redacted(value));

describe('what a log may show', () => {
  it.each([
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'contact',
    'contact_email',
    'recruiterPhone',
    'firstName',
    'password',
    'clientSecret',
    'SERVICE_TOKEN',
    'accord-front-door-token',
    'DATABASE_URL',
    'body',
    'requestBody',
    'webhook-signature',
    'sealed',
  ])('hides a field named %s, whatever it holds', (name) => {
    expect(isHiddenName(name)).toBe(true);
    expect(shown({ [name]: { deep: 'Jeanne' } })).not.toContain('Jeanne');
  });

  it.each(['offerId', 'partner', 'ms', 'status', 'route', 'revision', 'event', 'siret', 'topic', 'subject'])(
    'shows a field named %s',
    (name) => expect(isHiddenName(name)).toBe(false),
  );

  it.each([
    ['an e-mail address', 'failed for jeanne.dupont+x@exemple.fr today'],
    ['an accented e-mail address', 'héloïse@exämple.fr'],
    ['a French phone number', 'call 06 12 34 56 78 now'],
    ['an international phone number', 'call +33 6 12 34 56 78 now'],
    ['a token', 'Bearer abcdefghijklmnop'],
    ['a JWT', 'got eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2ln'],
    ['a password in a URL', 'connect to postgres://intake_app:hunter22@db:5432/x'],
  ])('takes %s out of any text, also of errors and their causes', (_what, text) => {
    const canary = /jeanne|hélo|12 34 56|abcdefgh|eyJ|hunter22/;
    expect(shown({ note: text })).not.toMatch(canary);
    expect(shown(new Error(text, { cause: new Error(text) }))).not.toMatch(canary);
  });

  it('keeps ids, times and sizes whole', () => {
    const kept = {
      id: '01932b3c-7f3e-7c1a-9d2b-0123456789ab',
      siret: '73282932000074',
      at: '2026-11-24T03:52:57.000Z',
      n: 0.5,
    };
    expect(redacted(kept)).toEqual(kept);
  });

  it('shows none of the values that a database error carries', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (name)=(Jeanne)',
      parameters: ['Jeanne'],
    });
    expect(shown(error)).toContain('23505');
    expect(shown(error)).not.toContain('Jeanne');
  });

  it('survives circles, depth and size', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(shown(circle)).toContain('[deeper]');
    expect(shown({ text: 'x'.repeat(100_000) }).length).toBeLessThan(5_000);
    expect(shown(Array.from({ length: 10_000 }, (_, n) => n)).length).toBeLessThan(1_000);
  });
});
