import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { pageQuery } from '@accord/service/cursor';
import { discardRest } from '@accord/service/discard-rest';
import { StreamedBody } from '@accord/service/json-body';
import { Log } from '@accord/service/logging';
import { Cost } from '@accord/service/rate-limit';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { type Employer, scopeOf } from '../employer.js';
import { CurrentEmployer, ForEmployers } from '../mandates/acting.js';
import { bodyForm, formatName, importMediaTypes } from './formats.js';
import { ImportOffers } from './import-offers.js';
import { ImportStore } from './import.store.js';
import { importReceipt, type ImportReceipt, importView, type ImportView } from './receipt.js';
import { ShowImport } from './show-import.js';

const bulkQuery = z.strictObject({ format: formatName.optional() });
const page = z.strictObject({
  ...pageQuery,
  /** How many receipts you have already: the answer goes on behind them. */
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

/** Offers by the thousand. */
@ApiTags('imports')
@ApiBearerAuth()
@Controller('v1')
@ForEmployers()
export class ImportsController {
  constructor(
    private readonly importOffers: ImportOffers,
    private readonly showImport: ShowImport,
    private readonly imports: ImportStore,
    private readonly log: Log,
  ) {}

  /** A stream in, a stream out: one receipt a record, in order. `Location` is where receipts can be fetched again. */
  @Post('offers/bulk')
  @StreamedBody()
  @Cost(20)
  @ApiConsumes(...importMediaTypes)
  @ApiBody({ description: 'Offers, in the form of the media type; docs/import.md', schema: { type: 'string' } })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ standardSchema: importReceipt })
  async bulk(
    @CurrentEmployer() employer: Employer,
    @Query({ schema: bulkQuery }) query: z.infer<typeof bulkQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const form = bodyForm(request.headers, query.format);
    const id = uuid();
    await this.imports.begin(id, scopeOf(employer));
    response.status(200).set({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      location: `/v1/imports/${id}`,
    });
    response.flushHeaders();
    const receipts = this.importOffers.execute(id, employer, { body: request, ...form });
    try {
      await pipeline(Readable.from(lines(receipts), { objectMode: false, highWaterMark: 65_536 }), response);
    } catch (error) {
      // The answer has begun: it is cut, so that it cannot look whole. What has a receipt is done.
      this.log.warn('import.broken', { importId: id, cause: error });
      response.destroy();
    } finally {
      discardRest(request);
    }
  }

  @Get('imports/:id')
  @ApiOkResponse({ standardSchema: importView })
  show(
    @CurrentEmployer() employer: Employer,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: page }) query: z.infer<typeof page>,
  ): Promise<ImportView> {
    return this.showImport.execute(scopeOf(employer), id, query);
  }
}

async function* lines(batches: AsyncIterable<ImportReceipt[]>): AsyncGenerator<string> {
  for await (const receipts of batches) yield receipts.map((receipt) => `${JSON.stringify(receipt)}\n`).join('');
}
