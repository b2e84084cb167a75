import { offerRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified } from '@accord/contracts/events/offer-verified';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { digestOf } from '@accord/receipts/digest';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { anOffer } from './an-offer.js';
import type { APublisher } from './a-publisher.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, draft, to } from './drafts.js';

const postingOf = (decision: PublicationDecided | undefined, partner: string) =>
  decision?.postings.find((one) => one.partner === partner);

const edited = { ...anOffer, title: 'Boulanger confirmé / Boulangère confirmée (H/F)' };

describe('decisions', () => {
  let consent: ConsentUnderTest;
  let publisher: APublisher;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    publisher = await consent.publisher();
  });
  afterAll(() => consent.stop());

  /** An offer of an employer of its own, and the first agreement for it. */
  const agreedOffer = async (change: Parameters<ConsentUnderTest['offerOnShow']>[0] = {}) => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ ...change, holder: employer.holder });
    const agreement = await employer.give(draft(offerId));
    const decision = await consent.wanted(offerId, { 'emploi-public': 'show' });
    return { employer, offerId, agreement, decision };
  };

  it('an agreement with a second partner re-sends nothing to the first; an edit does', async () => {
    const { employer, offerId, decision: first } = await agreedOffer();
    await employer.give(draft(offerId, to('jobs-prive')));
    const second = await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    expect(second.version).toBeGreaterThan(first.version);
    expect(postingOf(second, 'emploi-public')).toEqual(postingOf(first, 'emploi-public'));

    await consent.revised({ offerId, holder: employer.holder, version: 2, revision: 2, offer: edited });
    await consent.verified({ offerId, version: 2, revision: 2, approvedRevision: 2 });
    await eventually(async () => {
      const third = await consent.decision(offerId);
      expect(third?.offer).toMatchObject({ revision: 2, title: edited.title });
      for (const partner of ['emploi-public', 'jobs-prive']) {
        const posting = postingOf(third, partner);
        expect(posting).toMatchObject({ wanted: 'show', revision: 2, digest: digestOf(third?.offer) });
        expect(posting?.version).toBeGreaterThan(postingOf(second, partner)?.version ?? Infinity);
      }
    });
  });

  it('an edit that is not approved changes nothing on show, unless moderation takes the offer down', async () => {
    const { employer, offerId, decision } = await agreedOffer();
    const { holder } = employer;
    await consent.revised({ offerId, holder, version: 2, revision: 2, offer: edited });
    await consent.verified({ offerId, version: 2, revision: 2, verdict: 'inReview', approvedRevision: 1 });
    await consent.verified({ offerId, version: 3, revision: 2, verdict: 'changesRequested', approvedRevision: 1 });
    await consent.handled('verdict', offerId, 3);
    expect(await consent.decision(offerId)).toEqual(decision);

    await consent.verified({
      offerId,
      version: 4,
      revision: 2,
      verdict: 'rejected',
      takeDown: true,
      approvedRevision: undefined,
    });
    await consent.wanted(offerId, {});
    expect(await consent.decision(offerId)).toMatchObject({ standing: 'rejected', ownPortal: false, offer: null });
  });

  it('a verdict that is heard before its offer counts when the offer is heard', async () => {
    const offerId = uuid();
    await consent.verified({ offerId });
    await consent.handled('verdict', offerId, 1);
    await consent.revised({ offerId });
    await eventually(async () => expect(await consent.decision(offerId)).toMatchObject({ standing: 'published' }));
  });

  it('what may be at a partner is to be removed until the removal is confirmed, and then leaves the list', async () => {
    const { employer, offerId, agreement, decision } = await agreedOffer();
    const shown = postingOf(decision, 'emploi-public')?.version ?? 0;
    await publisher.send(offerId, 'emploi-public');
    await consent.outcome({ offerId, partner: 'emploi-public', version: 3, wantedVersion: shown, knownVersion: shown });
    await employer.withdraw(agreement.id);
    const removing = await consent.wanted(offerId, { 'emploi-public': 'remove' });
    const removal = postingOf(removing, 'emploi-public')?.version ?? 0;
    expect(removal).toBeGreaterThan(shown);

    const partner = 'emploi-public';
    // A word on what was shown before, and one that says that it may still be there: neither confirms.
    await consent.outcome({ offerId, partner, version: 4, state: 'removed', wantedVersion: shown, mayHold: false });
    await consent.outcome({ offerId, partner, version: 5, state: 'removalUnconfirmed', wantedVersion: removal });
    await consent.handled('outcome', offerId, 5);
    expect(await consent.decision(offerId)).toEqual(removing);
    await consent.outcome({ offerId, partner, version: 6, state: 'removed', wantedVersion: removal, mayHold: false });
    await consent.wanted(offerId, {});
    expect(await consent.decision(offerId)).toMatchObject({ standing: 'published', ownPortal: true });
  });

  it('a partner that was never given a permit just leaves the list', async () => {
    const { employer, offerId, agreement } = await agreedOffer();
    await employer.withdraw(agreement.id);
    await consent.wanted(offerId, {});
  });

  it('what comes again, late or in another order changes nothing', async () => {
    const { employer, offerId } = await agreedOffer();
    const { holder } = employer;
    await publisher.send(offerId, 'emploi-public');
    const [first, second] = [
      { offerId, holder },
      { offerId, holder, version: 3, revision: 2, offer: edited },
    ];
    const earlier = [
      consent.event(offerRevised, consent.revision(first)),
      consent.event(offerVerified, consent.verdict({ offerId })),
      consent.event(offerRevised, consent.revision({ ...first, version: 2, intent: 'suspended', reason: 'x' })),
      consent.event(
        offerVerified,
        consent.verdict({ offerId, version: 2, verdict: 'rejected', approvedRevision: undefined }),
      ),
      consent.event(postingChanged, consent.posting({ offerId, partner: 'emploi-public', version: 1 })),
    ];
    const latest = [
      consent.event(offerRevised, consent.revision(second)),
      consent.event(offerVerified, consent.verdict({ offerId, version: 3, revision: 2, approvedRevision: 2 })),
      consent.event(postingChanged, consent.posting({ offerId, partner: 'emploi-public', version: 4 })),
    ];
    await consent.write(...latest);
    const decision = await eventually(async () => {
      const now = await consent.decision(offerId);
      expect(now).toMatchObject({ standing: 'published', offer: { revision: 2 } });
      return now;
    });
    await consent.handled('outcome', offerId, 4);
    await consent.write(...earlier, ...latest, ...[...earlier].reverse(), ...latest);
    // The next version of each key tells that all before it were handled.
    await consent.revised({ ...second, version: 4 });
    await consent.verified({ offerId, version: 4, revision: 2, approvedRevision: 2 });
    await consent.outcome({ offerId, partner: 'emploi-public', version: 5 });
    await consent.handled('offer', offerId, 4);
    await consent.handled('verdict', offerId, 4);
    await consent.handled('outcome', offerId, 5);
    expect(await consent.decision(offerId)).toEqual(decision);
  });

  it('an offer never changes hands', async () => {
    const { offerId, decision } = await agreedOffer();
    const other = await consent.employer();
    await consent.revised({ offerId, holder: other.holder, version: 2, revision: 2, offer: edited });
    const operator = await consent.operator();
    await eventually(async () => {
      const { body } = await operator.get('/v1/dead-letters?state=open&topic=offer.revisions');
      expect(body).toMatchObject({ items: [{ key: offerId, version: 2 }] });
    });
    expect((await consent.decision(offerId))?.holder).toBe(decision.holder);
  });

  it('an erased offer is removed, and nothing of its text is left', async () => {
    const { offerId } = await agreedOffer();
    await publisher.send(offerId, 'emploi-public');
    await consent.write(consent.record(offerRevised, offerId, 2, null));
    const removing = await consent.wanted(offerId, { 'emploi-public': 'remove' });
    expect(removing).toMatchObject({ standing: 'withdrawn', ownPortal: false, offer: null });
    expect(await consent.one('select from offer_revision where offer_id = $1', [offerId])).toBeUndefined();
    await consent.revised({ offerId, holder: removing.holder, version: 3, revision: 3 });
    await consent.verified({ offerId, version: 3, revision: 3, approvedRevision: 3 });
    await consent.handled('verdict', offerId, 3);
    expect(await consent.decision(offerId)).toEqual(removing);
  });

  it('contact data goes along sealed, and what is internal or would name an anonymous employer does not', async () => {
    const sealed = { keyId: 'k1', box: Buffer.alloc(60, 7).toString('base64url') };
    const offer = {
      ...anOffer,
      apply: { form: true, sealed },
      finalClient: { name: 'Secret Client' },
      occupation: { ...anOffer.occupation, confidence: 0.4 },
    };
    const { decision } = await agreedOffer({ offer });
    expect(decision.offer?.apply).toEqual({ form: true, sealed });
    expect(JSON.stringify(decision)).not.toMatch(/Secret Client|confidence/);

    const employer = await consent.employer();
    const hidden = await consent.offerOnShow({
      holder: employer.holder,
      offer: { ...offer, employer: { ...anOffer.employer, anonymous: true } },
    });
    const shown = (await consent.decision(hidden))?.offer;
    expect(shown).toMatchObject({ employer: { anonymous: true }, apply: { form: true } });
    expect(JSON.stringify(shown)).not.toMatch(/Fournil|000100016|REF-1|sealed/);
  });

  it('a partner whose category, conditions or status change loses what rested on them', async () => {
    const employer = await consent.employer();
    await consent.registered(
      { partner: 'mairies' },
      { partner: 'a-un-clic', conditions: ['oneClick'] },
      { partner: 'pause' },
    );
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    await employer.give(draft(offerId, { audience: { kind: 'allPublic' } }));
    await employer.give(draft(offerId, { ...to('a-un-clic'), conditions: ['oneClick'] }));
    const all = { 'a-un-clic': 'show', 'emploi-public': 'show', mairies: 'show', pause: 'show' } as const;
    await consent.wanted(offerId, all);
    for (const partner of ['a-un-clic', 'mairies', 'pause']) await publisher.send(offerId, partner);

    const changes = [
      { partner: 'mairies', category: 'private' },
      { partner: 'a-un-clic' },
      { partner: 'pause', status: 'suspended' },
    ] as const;
    await consent.registered(...changes.map((change) => ({ ...change, conditions: [], version: 2 })));
    await consent.wanted(offerId, {
      'a-un-clic': 'remove',
      'emploi-public': 'show',
      mairies: 'remove',
      pause: 'remove',
    });
    for (const { partner } of changes) expect(await consent.stopsOf('partner', partner)).toEqual(['partner-changed']);
    await consent.registered(
      { partner: 'mairies', version: 3 },
      { partner: 'a-un-clic', version: 3, conditions: ['oneClick'] },
      { partner: 'pause', version: 3 },
    );
    await consent.wanted(offerId, all);
  });

  it('an offer that leaves the filter of an agreement by an edit comes down', async () => {
    const employer = await consent.employer();
    const { holder } = employer;
    const offerId = await consent.offerOnShow({ holder });
    await employer.give(allowAll({ offers: 'filter', filter: { occupations: ['D11'], departments: ['35'] } }));
    await consent.wanted(offerId, { 'emploi-public': 'show' });
    await publisher.send(offerId, 'emploi-public');
    const moved = { ...anOffer, workplaces: [{ communeInsee: '75056', postalCode: '75001', country: 'FR' }] };
    await consent.revised({ offerId, holder, version: 2, revision: 2, offer: moved });
    await consent.verified({ offerId, version: 2, revision: 2, approvedRevision: 2 });
    await consent.wanted(offerId, { 'emploi-public': 'remove' });
    expect(await consent.stopsOf('offer', offerId)).toEqual(['text-replaced']);
  });
});
