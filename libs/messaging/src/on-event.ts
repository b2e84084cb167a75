import type { EventContract, EventData } from '@accord/contracts/define-event';
import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';

import type { EventBatch, ReceivedEvent } from './event-batch.js';
import type { EventContext } from './event-context.js';
import type { Route } from './event-router.js';
import { RethrowFilter } from './rethrow.filter.js';

/** Tells our transport's handlers from others'. */
export const ACCORD_EVENTS = Symbol('accord:events');

type Handler<C extends EventContract> = (data: EventData<C> | null, event: EventContext) => unknown;

/**
 * Makes a controller's method the service's handler of an event: `(@Payload() data, @Ctx() event: EventContext)`. Null data
 * says that the key's state is erased. It runs in the transaction `event.tx`; it may run again, and for older versions
 * than it saw, so it keeps the highest version (see `keepHighest`). One handler an event and service.
 *
 * A `Poison` it throws sends the event to the dead letters at once; any other error after a few tries; a database or
 * dependency that is out of order (`TemporaryFailure`) makes the partition wait.
 */
export function OnEvent<C extends EventContract>(contract: C) {
  return binding<Handler<C>>(contract, 'each');
}

type HandlerOfMany<C extends EventContract> = (
  all: readonly ReceivedEvent<EventData<C>>[],
  batch: EventBatch,
) => unknown;

/**
 * The same for many at once, on the hot paths: `(@Payload() all: readonly ReceivedEvent[], @Ctx() { tx }: EventBatch)`. The
 * events are in the order of their keys, and no key comes twice. What it throws is everybody's fault: it is called again with
 * fewer, until whoever is at fault is alone.
 */
export function OnEvents<C extends EventContract>(contract: C) {
  return binding<HandlerOfMany<C>>(contract, 'together');
}

function binding<H>(contract: EventContract, handles: Route['kind']) {
  const bind = applyDecorators(
    EventPattern<string>(contract.type, ACCORD_EVENTS, { contract, handles }),
    UseFilters(RethrowFilter),
  );
  return <M extends H>(target: object, name: string | symbol, method: TypedPropertyDescriptor<M>): void =>
    bind(target, name, method);
}
