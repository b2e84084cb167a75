import type { EventContract } from '@accord/contracts/define-event';
import { type BaseRpcContext, Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';

import type { EventBatch } from './event-batch.js';
import type { EventContext } from './event-context.js';
import type { Route } from './event-router.js';
import type { Messaging } from './messaging.js';
import { ACCORD_EVENTS } from './on-event.js';

/**
 * Nest's door to our topics: `app.connectMicroservice({ strategy: app.get(EventServer) })`. It gathers the `@OnEvent`
 * handlers and has them run by the consumption, each in the transaction that stores the next offset.
 */
export class EventServer extends Server implements CustomTransportStrategy {
  override readonly transportId = ACCORD_EVENTS;
  /** So that Nest does not log what we handle. */
  override readonly propagatesEventHandlerErrors = true;

  constructor(private readonly messaging: Messaging) {
    super();
  }

  /** @throws Error for a second handler of an event: both would run at once in one transaction */
  override addHandler(pattern: unknown, callback: MessageHandler, isEventHandler = false, extras = {}): void {
    if (this.messageHandlers.has(this.normalizePattern(String(pattern))))
      throw new Error(`${String(pattern)} has two handlers in this service; make them one`);
    super.addHandler(pattern, callback, isEventHandler, extras);
  }

  async listen(callback: (...given: unknown[]) => void): Promise<void> {
    try {
      await this.messaging.start([...this.messageHandlers.values()].map((handler) => this.routeOf(handler)));
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    await this.messaging.stopReading();
  }

  on(): never {
    throw new Error('the event server emits nothing');
  }

  unwrap<T>(): T {
    throw new Error('the client behind the event server is not to be had');
  }

  private routeOf(handler: MessageHandler): Route {
    const contract: EventContract | undefined = handler.extras?.['contract'];
    if (contract === undefined) throw new Error('handlers of events are made by @OnEvent and @OnEvents');
    return handler.extras?.['handles'] === 'together'
      ? { contract, kind: 'together', handle: (all, batch) => this.run(handler, all, batch) }
      : { contract, kind: 'each', handle: (data, event) => this.run(handler, data, event) };
  }

  /** Settles with the handler itself, whatever a processing hook of the application makes of it. */
  private run(handler: MessageHandler, data: unknown, context: EventContext | EventBatch): Promise<void> {
    return new Promise((resolve, reject) => {
      this.runWithProcessingHooks(context, (end) => settled(handler, data, context).finally(end).then(resolve, reject));
    });
  }
}

/**
 * Nest answers a failing handler not by a rejection but by an Observable that errors: unless it is unwrapped here, inside the
 * transaction, the transaction would commit.
 */
async function settled(handler: MessageHandler, data: unknown, context: BaseRpcContext): Promise<void> {
  const result: unknown = await handler(data, context);
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
}
