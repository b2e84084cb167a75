import type { Client, ClientPathsWithMethod, FetchOptions, MethodResponse } from 'openapi-fetch';

import type { Paths } from './generated/paths.js';

export type Verb = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The paths that have a call of this method. */
export type PathOf<V extends Verb> = ClientPathsWithMethod<Client<Paths>, V>;

type Options<Operation> = Pick<FetchOptions<Operation>, 'params' | 'body' | 'headers' | 'signal'>;
type Needed<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type Init<Operation> =
  Needed<Options<Operation>> extends never ? [init?: Options<Operation>] : [init: Options<Operation>];

/** `params` (path, query, header) and `body`, as the call needs them; `headers` and a `signal` besides. */
export type InitOf<P extends PathOf<V>, V extends Verb> = Init<Paths[P][V]>;

type Known<T> = [T] extends [never] ? unknown : T;

/** What a call answers when it is not refused; `unknown` where its OpenAPI document does not say. */
export type AnswerOf<P extends PathOf<V>, V extends Verb> = Known<MethodResponse<Client<Paths>, V, P>>;

/** The JSON body of a call. */
export type BodyOf<P extends PathOf<V>, V extends Verb> = Paths[P][V] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
