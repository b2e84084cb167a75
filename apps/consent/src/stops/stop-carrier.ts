import type { StopAnswer } from '@accord/contracts/internal/stops';
import { Injectable } from '@nestjs/common';

import type { Stop } from '../domain/stop.js';
import type { StopOutcome } from '../domain/stopping.js';
import { AnswerStop } from './answer-stop.js';
import { CarryOutStop } from './carry-out-stop.js';
import { StopFigures } from './stop-figures.js';

/** For those who ask for a stop and are told how far it is. */
@Injectable()
export class StopCarrier {
  constructor(
    private readonly stops: CarryOutStop,
    private readonly answers: AnswerStop,
    private readonly figures: StopFigures,
  ) {}

  carryOut(stop: Stop): Promise<StopOutcome | { readonly kind: 'left' }> {
    return this.stops.execute(stop);
  }

  async waitFor(id: string, waitMs: number): Promise<StopAnswer> {
    const started = performance.now();
    const answer = await this.answers.waitFor(id, waitMs);
    this.figures.answered(answer.state, (performance.now() - started) / 1_000);
    return answer;
  }
}
