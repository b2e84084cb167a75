import { readFileSync } from 'node:fs';

import { webhookBody } from '@accord/contracts/webhook';
import { offerDraft } from '@accord/contracts/offer';
import { showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';
import fc from 'fast-check';

import { deliveredOffer } from './delivered-offer.js';
import { formatNamed, mappingVersion } from './formats.js';
import { removeMessage, showMessage, testMessage, type MessageFacts } from './webhook-message.js';

const offerId = '0199f3a0-0000-7000-8000-000000000001';
const facts: MessageFacts = {
  postingId: '0199f3a0-0000-7000-8000-000000000002',
  offerId,
  version: 3,
  format: 'canonical-json',
  at: '2026-11-24T08:00:00.000Z',
};

/** The offer of `examples/`, as a partner may see it. */
function sampleView(): ShowableOffer {
  const example: unknown = JSON.parse(readFileSync(new URL('../../../examples/offer.json', import.meta.url), 'utf8'));
  const { email, phone, contactName, ...apply } = offerDraft.parse(example).apply;
  return showableOffer.parse({
    ...offerDraft.parse(example),
    closesOn: '2027-06-30',
    apply: { ...apply, sealed: { keyId: 'k1', box: 'c2VjcmV0' } },
    offerId,
    revision: 1,
    createdAt: facts.at,
    updatedAt: facts.at,
  });
}

const contact = { email: 'recrutement@fournil-des-remparts.example', contactName: 'Camille Le Goff' };

describe('an offer in a webhook', () => {
  it('is the whole showable view under its own names', () => {
    const body = webhookBody.parse(
      JSON.parse(showMessage('published', facts, deliveredOffer(sampleView(), undefined))),
    );
    const { sealed, ...apply } = sampleView().apply;
    expect(body).toEqual({
      type: 'offer.published',
      timestamp: facts.at,
      data: {
        postingId: facts.postingId,
        offerId,
        version: 3,
        format: 'canonical-json',
        offer: { ...sampleView(), apply },
      },
    });
  });

  it('carries the contact where it was opened', () => {
    const body: unknown = JSON.parse(showMessage('updated', facts, deliveredOffer(sampleView(), contact)));
    expect(webhookBody.parse(body)).toMatchObject({ type: 'offer.updated', data: { offer: { apply: contact } } });
  });

  it.each([undefined, contact])('never holds the sealed box (contact: %j)', (opened) => {
    const text = showMessage('published', facts, deliveredOffer(sampleView(), opened));
    expect(text).not.toContain('sealed');
    expect(text).not.toContain('c2VjcmV0');
  });

  it('has the same bytes however often it is written', () =>
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('published', 'updated'), (version, kind) => {
        const write = () => showMessage(kind, { ...facts, version }, deliveredOffer(sampleView(), contact));
        return write() === write();
      }),
      { numRuns: 20 },
    ));
});

describe('a removal', () => {
  it('names the posting and holds nothing of the offer', () => {
    const body = webhookBody.parse(JSON.parse(removeMessage(facts)));
    expect(body).toEqual({
      type: 'offer.removed',
      timestamp: facts.at,
      data: { postingId: facts.postingId, offerId, version: 3, format: 'canonical-json' },
    });
  });
});

describe('a test event', () => {
  it('is about no offer', () =>
    expect(webhookBody.parse(JSON.parse(testMessage(facts.at, 'Bonjour')))).toEqual({
      type: 'partner.test',
      timestamp: facts.at,
      data: { message: 'Bonjour' },
    }));
});

describe('a format', () => {
  it('is found by its name, and its version is what an attempt keeps', () =>
    expect(mappingVersion(formatNamed('canonical-json'))).toBe('canonical-json@1'));
  it('loses nothing when it is our own', () =>
    expect(formatNamed('canonical-json').render(deliveredOffer(sampleView(), contact)).losses).toEqual([]));
});
