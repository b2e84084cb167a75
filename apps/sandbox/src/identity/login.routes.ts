import { html, page } from '@accord/service/html';
import { Problem } from '@accord/service/problem';
import express, { type Express } from 'express';
import type Provider from 'oidc-provider';
import { z } from 'zod';

import type { SandboxClient } from '../sandbox.config.js';

const roles: Readonly<Record<SandboxClient['role'], string>> = {
  employer: 'employer',
  moderator: 'moderator',
  partner: 'partner portal',
  operator: 'operator of the platform',
  jobseeker: 'job seeker',
};

const choice = z.object({ account: z.string() });

/** The log-in page: whoever comes says who they want to be. There are no passwords, since there is nothing to protect. */
export function mountLogin(app: Express, provider: Provider, clients: readonly SandboxClient[]): void {
  app.get('/interaction/:uid', async (request, response) => {
    const { uid, prompt, params } = await provider.interactionDetails(request, response);
    if (prompt.name !== 'login')
      throw new Problem('conflict', `Unexpected step "${prompt.name}": start again from the application.`);
    response.set('cache-control', 'no-store');
    // Browsers apply form-action to the redirects that follow as well.
    response.set('content-security-policy', contentPolicy(params.redirect_uri));
    response.type('html').send(loginPage(uid, clients));
  });
  app.post(
    '/interaction/:uid/login',
    express.urlencoded({ extended: false, limit: '2kb' }),
    async (request, response) => {
      const { account } = choice.parse(request.body);
      if (!clients.some(({ id }) => id === account))
        throw new Problem('not-found', 'There is nobody of this name here.');
      await provider.interactionFinished(
        request,
        response,
        { login: { accountId: account } },
        { mergeWithLastSubmission: false },
      );
    },
  );
}

function contentPolicy(redirectUri: unknown): string {
  const origin = typeof redirectUri === 'string' && URL.canParse(redirectUri) ? new URL(redirectUri).origin : '';
  return `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${origin}; frame-ancestors 'none'; base-uri 'none'`;
}

const loginPage = (uid: string, clients: readonly SandboxClient[]): string =>
  page(
    'Log in to the sandbox',
    html`<p class="note">For trying and testing only: no password is asked, and everybody here is invented.</p>
      <form method="post" action="/interaction/${uid}/login">
        <fieldset>
          <legend>Who do you want to be?</legend>
          ${clients.map(
            ({ id, name, role, subject }, at) =>
              html`<p>
                <label
                  ><input type="radio" name="account" value="${id}" required ${at === 0 && 'checked'} /> ${name}:
                  ${roles[role]} ${subject}</label
                >
              </p>`,
          )}
        </fieldset>
        <p><button type="submit">Log in</button></p>
      </form>`,
  );
