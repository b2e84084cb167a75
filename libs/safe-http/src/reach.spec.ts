import { endpointFault, reachOf } from './reach.js';

describe('how far a deployment reaches', () => {
  it('is the public internet, and no further', () => expect(reachOf({ ACCORD_PROFILE: 'production' })).toEqual({}));
  it('includes a sandbox beside it', () =>
    expect(reachOf({ ACCORD_PROFILE: 'production', OUTGOING_ALLOW: ['127.0.0.1/32'] })).toEqual({
      allow: ['127.0.0.1/32'],
      allowHttp: true,
      ports: 'any',
    }));
  it('is the sandbox alone in the test profile', () =>
    expect(
      reachOf({ ACCORD_PROFILE: 'test', OUTGOING_ALLOW: ['127.0.0.1/32'], DNS_SERVERS: ['127.0.0.1:53'] }),
    ).toMatchObject({ confined: true, allow: ['127.0.0.1/32'], dnsServers: ['127.0.0.1:53'] }));
  it('is nothing at all in a test profile without a sandbox', () =>
    expect(reachOf({ ACCORD_PROFILE: 'test' })).toEqual({ confined: true }));
  it('takes no name servers outside the test profile', () =>
    expect(reachOf({ ACCORD_PROFILE: 'production', DNS_SERVERS: ['127.0.0.1:53'] })).toEqual({}));
});

describe('an endpoint’s address', () => {
  it.each([
    ['https://jobs.example/hook', undefined],
    ['http://jobs.example/hook', 'scheme'],
    ['https://jobs.example:8443/hook', 'port'],
    ['https://user:word@jobs.example/hook', 'userinfo'],
    ['hook', 'invalid-url'],
    ['ftp://jobs.example', 'scheme'],
  ])('%s: %s', (url, code) => expect(endpointFault(url, {})?.code).toBe(code));
  it('may be a sandbox’s where there is one', () =>
    expect(endpointFault('http://127.0.0.1:9000/hook', { OUTGOING_ALLOW: ['127.0.0.1/32'] })).toBeUndefined());
});
