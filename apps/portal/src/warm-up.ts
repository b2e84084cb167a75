import { setImmediate as breathe } from 'node:timers/promises';

import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { theGazetteer } from './domain/query/gazetteer.js';
import { theLexicon } from './domain/query/lexicon.js';
import { theSuggestions } from './domain/suggest/suggestions.js';

/** Makes what searches look words up in before somebody waits for it, letting requests in between its parts. */
@Injectable()
export class WarmUp implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopped = false;

  onApplicationBootstrap(): void {
    void this.run();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    for (const made of [theLexicon, theGazetteer, theSuggestions]) {
      while (!this.stopped && made.step()) await breathe();
    }
  }
}
