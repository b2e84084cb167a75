import { savedFrom } from './saved.js';

const token = 'e30.e30.c2ln';

describe('what somebody kept', () => {
  it.each([
    ['an entry of an inbox', JSON.stringify({ receivedAt: 'x', headers: { 'Webhook-Id': 'm' }, body: '{"a":1}' })],
    ['an entry with headers as lists', JSON.stringify({ headers: { 'webhook-id': ['m'] }, body: '{"a":1}' })],
    ['an HTTP message', 'POST /hook HTTP/1.1\r\nWebhook-Id: m \r\n\r\n{"a":1}'],
    ['an HTTP message with plain line ends', 'webhook-id:m\n\n{"a":1}'],
  ])('is a delivery: %s', (_what, text) =>
    expect(savedFrom(text)).toEqual({
      kind: 'delivery',
      delivery: { headers: { 'webhook-id': 'm' }, body: '{"a":1}' },
    }),
  );
  it('keeps the body byte by byte, empty lines in it too', () =>
    expect(savedFrom('a: b\n\n{\n\n}\n')).toMatchObject({ delivery: { body: '{\n\n}\n' } }));
  it.each([
    ['a token', `${token}\n`],
    ['an agreement’s answer', JSON.stringify({ id: 'x', receipt: token })],
    ['a passport', JSON.stringify({ offerId: 'x', signed: token })],
  ])('is a token: %s', (_what, text) => expect(savedFrom(text)).toEqual({ kind: 'token', token }));
  it.each(['', '{}', '[]', 'a.b', 'hello'])('is nothing of ours: %p', (text) =>
    expect(() => savedFrom(text)).toThrow(/nothing that can be verified/),
  );
});
