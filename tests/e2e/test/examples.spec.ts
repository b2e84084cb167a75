import { createServer } from 'node:http';

import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { Accord } from './support/accord.js';
import { type Given, Givens } from './support/example-givens.js';
import { callsWithBody, type Example, exampleFiles, examples, exampleText, mediaTypeOf } from './support/examples.js';

const all = examples();
const PLACEHOLDER = '00000000-0000-7000-8000-000000000000';
const object = z.record(z.string(), z.unknown());

describe('an example', () => {
  let accord: Accord;
  let offerId: string;
  let givens: ReadonlyMap<Example, Given>;
  const software = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end());
  });
  afterAll(() => software.close());
  beforeAll(async () => {
    accord = await Accord.open();
    await new Promise<void>((listening) => software.listen(0, '127.0.0.1', listening));
    const address = software.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const given = new Givens(accord, `http://127.0.0.1:${port ?? 0}/events`);
    offerId = await accord.submit();
    givens = new Map(await Promise.all(all.map(async (one) => [one, await given.for(one.call)] as const)));
  });

  /** Only what the index says is replaced. */
  const bodyOf = ({ file }: Example, given: Given): string => {
    const text = exampleText(file).replaceAll(PLACEHOLDER, offerId);
    if (file.startsWith('import/')) return text;
    const body = object.parse(JSON.parse(text));
    const own = 'reference' in body ? { reference: `EXAMPLE-${uuid()}` } : {};
    return JSON.stringify({ ...body, ...own, ...given.body });
  };

  it.each(all.map((one) => [one.file, one.call, one] as const))('%s is a body of %s', async (_file, _call, one) => {
    const given = givens.get(one) ?? {};
    const [method = '', path = ''] = one.call
      .replace('{id}', given.id ?? 'nobody-made-one')
      .replace('{version}', String(given.version))
      .split(' ');
    const answer = await accord.as(one.by === 'anyone' ? undefined : one.by).send(method, path, {
      headers: { 'content-type': mediaTypeOf(one.file), 'idempotency-key': uuid(), ...given.headers },
      body: bodyOf(one, given),
    });
    await given.after?.();
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: one.status });
    if (one.file.startsWith('import/')) expect(answer.body).not.toContain('"status":"refused"');
  });

  it('is there for every call that takes a body', () => {
    const shown = new Set(all.map(({ call }) => call.replace(/\?.*/, '')));
    expect(callsWithBody().filter((call) => !shown.has(call))).toEqual([]);
  });
  it('stands in the index', () => {
    const listed = new Set(all.map(({ file }) => file));
    expect(exampleFiles().filter((file) => !listed.has(file))).toEqual([]);
  });
});
