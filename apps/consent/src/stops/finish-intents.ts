import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import type { ConsentConfig } from '../consent.config.js';
import { stop } from '../domain/stop.js';
import { readRows } from '../rows/read-rows.js';
import { CarryOutStop } from './carry-out-stop.js';
import { forgetIntents } from './intents.js';

const intentRow = z.object({ stop_id: z.string(), change: stop });
/** Whoever stood in line for so long is gone. */
const LINE_AGE = '10 seconds';

/** Finishes the stops whose instance died between their intent and their change; each carries all that is needed. */
@Injectable()
export class FinishIntents {
  constructor(
    private readonly db: DataSource,
    private readonly stops: CarryOutStop,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: ConsentConfig,
  ) {}

  async turn(): Promise<boolean> {
    await this.db.query(
      `delete from stop_intent where change is null and created_at < clock_timestamp() - interval '${LINE_AGE}'`,
    );
    const left = await readRows(
      this.db,
      intentRow,
      `select stop_id, change from stop_intent
        where change is not null and created_at < clock_timestamp() - $1::int * interval '1 ms' order by created_at`,
      [this.config.INTENT_AGE_MS],
    );
    for (const { stop_id: id, change } of left) {
      try {
        await this.stops.finish(change);
      } catch (error) {
        this.log.error('stop.cannot-be-finished', error, { stop: id });
        if (error instanceof Error && error.name === 'ForeignOffer') await forgetIntents(this.db, [id]);
      }
    }
    return false;
  }
}
