import fc from 'fast-check';

import type { Course } from './publishers.js';
import { offers, partners, type World } from './world.js';

const constant = <T extends string>(what: T) => fc.constant(what);
// Mostly the same posting, so that much meets there.
const offer = fc.constantFrom(offers[0], offers[0], ...offers);
const partner = fc.constantFrom(partners[0], partners[0], ...partners);
const two = fc.nat(1);

const course: fc.Arbitrary<Course> = fc.record({
  consent: two,
  mode: fc.constantFrom('skip', 'skip', 'wait'),
  loses: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'ask', 'answer'),
  twice: fc.integer({ min: 0, max: 4 }).map((one) => one === 4),
  lasts: fc.nat(60),
  again: fc.boolean(),
});

const scope = fc.oneof(
  fc.constant({ offers: 'all' as const }),
  offer.map((offerId) => ({ offers: 'one' as const, offerId })),
  fc.constantFrom('D11', 'M18').map((code) => ({ offers: 'filter' as const, filter: { occupations: [code] } })),
);
const audience = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.constant({ kind: 'allPublic' as const }),
  partner.map((one) => ({ kind: 'partners' as const, partners: [one] })),
);
const haltScope = fc.oneof(
  partner.map((id) => ({ kind: 'partner' as const, id })),
  offer.map((id) => ({ kind: 'offer' as const, id })),
  fc.constant({ kind: 'holder' as const, id: '000100016' }),
);

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

/** What may happen, in whichever order; `go` lets those go on that are under way, `inTurn` each in its turn. */
const command = fc.oneof(
  weighted(26, fc.record({ do: constant('go'), choices: fc.array(fc.nat(59), { minLength: 1, maxLength: 50 }) })),
  weighted(6, fc.record({ do: constant('inTurn'), steps: fc.nat(120) })),
  weighted(12, fc.record({ do: constant('attempt'), publisher: two, offer, partner, course })),
  weighted(
    5,
    fc.record({ do: constant('allow'), scope, audience, windowMs: fc.constantFrom(0, 0, 40, 400), consent: two }),
  ),
  weighted(2, fc.record({ do: constant('refuse'), scope, audience, consent: two })),
  weighted(4, fc.record({ do: constant('withdraw'), which: fc.nat(5), consent: two })),
  weighted(2, fc.record({ do: constant('edit'), offer })),
  weighted(2, fc.record({ do: constant('halt'), haltScope, lifted: fc.constantFrom(false, true, true), consent: two })),
  weighted(
    1,
    fc.record({ do: constant('intend'), offer, intent: fc.constantFrom('show', 'show', 'suspended'), consent: two }),
  ),
  weighted(
    1,
    fc.record({
      do: constant('register'),
      partner,
      isPublic: fc.boolean(),
      isActive: fc.constantFrom(true, true, false),
    }),
  ),
  weighted(7, fc.record({ do: constant('work'), consent: two })),
  weighted(7, fc.record({ do: constant('hear'), which: fc.option(fc.nat(30), { nil: undefined, freq: 1 }) })),
  weighted(1, fc.record({ do: constant('killConsent'), at: two })),
  weighted(1, fc.record({ do: constant('startConsent'), at: two })),
  weighted(1, fc.record({ do: constant('killPublisher'), at: two })),
  weighted(1, fc.record({ do: constant('fence'), consent: two })),
  weighted(1, fc.record({ do: constant('pause'), at: two, isPaused: fc.boolean() })),
  weighted(1, fc.record({ do: constant('pass'), ms: fc.constantFrom(10, 100, 1_000, 2_000) })),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** A run: what happens, and who goes on when. It shrinks to what is needed. */
export const schedules = fc.noBias(fc.array(command, { minLength: 1, maxLength: 90, size: 'max' }));

/** @throws Violation */
export async function follow(world: World, commands: readonly Command[]): Promise<void> {
  await world.begin();
  for (const one of commands) {
    if (one.do === 'go') await world.go(one.choices);
    else if (one.do === 'inTurn') await world.run(0, one.steps);
    else happen(world, one);
  }
  await world.drain();
}

function happen(world: World, one: Exclude<Command, { do: 'go' | 'inTurn' }>): void {
  switch (one.do) {
    case 'attempt':
      return world.attempt(one.publisher, one.offer, one.partner, one.course);
    case 'allow':
      return world.allow({ ...one.scope, audience: one.audience }, one.windowMs, one.consent);
    case 'refuse':
      return world.give({ ...one.scope, audience: one.audience, effect: 'refuse' }, one.consent);
    case 'withdraw':
      return world.withdraw(one.which, one.consent);
    case 'edit':
      return world.edit(one.offer);
    case 'halt':
      return world.halt(one.haltScope, one.lifted, one.consent);
    case 'intend':
      return world.intend(one.offer, one.intent, one.consent);
    case 'register':
      return world.register(one.partner, one.isPublic ? 'public' : 'private', one.isActive);
    case 'work':
      return world.work(one.consent);
    case 'hear':
      return world.hear(one.which);
    case 'killConsent':
      return world.killConsent(one.at);
    case 'startConsent':
      return world.startConsent(one.at);
    case 'killPublisher':
      return world.killPublisher(one.at);
    case 'fence':
      return world.fence(one.consent);
    case 'pause':
      return world.pause(one.at, one.isPaused);
    case 'pass':
      return world.pass(one.ms);
  }
}
