import { Readable } from 'node:stream';

import { Client } from 'undici';
import { z } from 'zod';

import { nowUs } from './clock.js';
import { Failures } from './failures.js';
import type { Errors } from './load.calls.js';

const receipt = z.looseObject({ status: z.string() });

interface Import {
  readonly url: string;
  readonly token: string;
  readonly records: readonly string[];
}

/** One bulk import in NDJSON, as fast as it is taken; a receipt a record is read meanwhile. */
export async function sendImport({ url, token, records }: Import): Promise<{
  created: number;
  beganUs: number;
  endedUs: number;
  errors: Errors;
}> {
  const failures = new Failures();
  const client = new Client(url);
  const beganUs = nowUs();
  let created = 0;
  try {
    const { statusCode, body } = await client.request({
      path: '/v1/offers/bulk',
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: Readable.from(records.map((record) => `${record}\n`)),
    });
    const text = await body.text();
    if (statusCode !== 200) failures.add(`${statusCode} ${text}`);
    for (const line of statusCode === 200 ? text.trim().split('\n') : []) {
      const { status } = receipt.parse(JSON.parse(line));
      if (status === 'created') created += 1;
      else failures.add(line);
    }
  } catch (error) {
    failures.add(String(error));
  } finally {
    await client.close();
  }
  return { created, beganUs, endedUs: nowUs(), errors: failures.all };
}
