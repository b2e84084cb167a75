import { problemOf } from './problem.js';

const of = (status: number, text: string, retryAfter?: number) =>
  problemOf({ response: new Response(null, { status, statusText: 'Bad Gateway' }), text }, retryAfter);

describe('a refusal', () => {
  it('reads well: what, why, and each field', () => {
    const problem = of(
      400,
      JSON.stringify({
        type: 'https://accord.example/problems/invalid-request',
        title: 'The request does not validate',
        status: 400,
        detail: 'See errors.',
        errors: [
          { pointer: '/pay/min', code: 'too_small', message: 'must be at least 0' },
          { pointer: '/if-match', in: 'header', code: 'stale', message: 'the current version is "2"' },
          { pointer: '', code: 'x', message: 'is no object' },
        ],
      }),
    );
    expect(problem.message).toBe(
      [
        '400 The request does not validate: See errors.',
        '  /pay/min: must be at least 0',
        '  header if-match: the current version is "2"',
        '  (the whole body): is no object',
      ].join('\n'),
    );
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problem.errors).toHaveLength(3);
  });
  it('says when to come again', () =>
    expect(of(429, JSON.stringify({ title: 'Too many requests' }), 1_500).message).toBe(
      '429 Too many requests Try again in 2 s.',
    ));
  it.each(['<html>502</html>', '', '[]', 'null', '{"title":7,"errors":"x"}', '{"errors":[null,{"pointer":1}]}'])(
    'is one also where the body is %p',
    (text) => expect(of(502, text)).toMatchObject({ status: 502, message: '502 Bad Gateway', errors: [] }),
  );
  it('of an identity provider says what it said', () =>
    expect(of(401, '{"error":"invalid_client","error_description":"client authentication failed"}').message).toBe(
      '401 invalid_client: client authentication failed',
    ));
});
