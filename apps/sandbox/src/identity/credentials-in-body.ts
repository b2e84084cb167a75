import express, { type Express, type NextFunction, type Request } from 'express';
import { z } from 'zod';

const form = z.record(z.string(), z.string());
const readForm = express.urlencoded({ extended: false, limit: '16kb' });

/**
 * The provider knows one way for each client to prove itself, HTTP Basic; many libraries send id and secret in the form
 * instead. This turns the second into the first.
 */
export function mountCredentialsInBody(app: Express): void {
  app.post('/token', (request, response, next) => {
    if (request.headers.authorization !== undefined) next();
    else readForm(request, response, (error?: unknown) => (error === undefined ? moved(request, next) : next(error)));
  });
}

function moved(request: Request, next: NextFunction): void {
  const parsed = form.safeParse(request.body);
  if (parsed.success) {
    const { client_id: id, client_secret: secret, ...rest } = parsed.data;
    if (id !== undefined && secret !== undefined) {
      const pair = [id, secret].map(encodeURIComponent).join(':');
      request.headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
      request.body = rest;
    }
  }
  next();
}
