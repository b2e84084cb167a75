import { CredentialTokens } from './access-token.js';

describe('the secret of a client', () =>
  it('is not sent without TLS by a provider that is asked with it', async () => {
    const asked: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      asked.push(url);
      return Response.json({ token_endpoint: 'http://id.example/token', access_token: 'a', expires_in: 60 });
    };
    const tokens = new CredentialTokens({ issuer: 'https://id.example', id: 'a', secret: 'b', fetch });
    await expect(tokens.token()).rejects.toThrow('without TLS');
    expect(asked).toEqual(['https://id.example/.well-known/openid-configuration']);
  }));
