import { z } from 'zod';

import { Secret } from './secret.js';

/** A TCP port to listen on; 0 takes any free one. */
export const listenPort = (byDefault: number) =>
  z.coerce
    .number({ error: 'must be a port, 0 to 65535' })
    .int('must be a port, 0 to 65535')
    .min(0, 'must be a port, 0 to 65535')
    .max(65_535, 'must be a port, 0 to 65535')
    .default(byDefault);

/** Values separated by commas, each checked. */
export const list = <S extends z.ZodType<unknown, string>>(item: S) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item).min(1));

/** A value that never shows again once it is read. */
export const secret = () =>
  z
    .string()
    .min(16, 'must have at least 16 characters')
    .transform((text) => new Secret(text));

/** `name:secret,name:secret` as a map; absent means none. */
export const secretsByName = () =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const secrets = new Map<string, Secret>();
      for (const part of text.split(',').filter((one) => one.trim() !== '')) {
        const at = part.indexOf(':');
        const name = part.slice(0, at).trim();
        const value = part.slice(at + 1).trim();
        if (at < 1 || value.length < 16) {
          context.addIssue({
            code: 'custom',
            message: 'must be name:token pairs, each token of at least 16 characters',
          });
          return z.NEVER;
        }
        secrets.set(name, new Secret(value));
      }
      return secrets;
    });

/** `true`/`1` and `false`/`0`. */
export const flag = (byDefault: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .default(byDefault ? 'true' : 'false')
    .transform((text) => text === 'true' || text === '1');
