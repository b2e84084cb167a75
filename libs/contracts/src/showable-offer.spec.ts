import { sampleSealed } from '../test/sample-offer.js';
import { showableView } from './showable-offer.js';

const shown = {
  offerId: '01890000-0000-7000-8000-000000000001',
  revision: 1,
  createdAt: '2026-03-01T08:00:00Z',
  updatedAt: '2026-03-01T08:00:00Z',
};
const client = {
  finalClient: { name: 'CANARY-client' },
  mandate: { holderSiren: '123456789', kind: 'agency' as const },
};

describe('the showable view', () => {
  it('is dated and carries the sealed contact, never what is internal', () => {
    const view = showableView(sampleSealed(client), shown);
    expect(view).toMatchObject({ ...shown, apply: { sealed: { keyId: 'k1' } }, employer: { anonymous: false } });
    expect(JSON.stringify(view)).not.toContain('CANARY');
    expect(view).not.toHaveProperty('mandate');
  });

  it('of an anonymous employer holds nothing that names, places or reaches it', () => {
    const offer = sampleSealed({
      ...client,
      reference: 'CANARY-reference',
      employer: {
        siret: '12345678901234',
        name: 'CANARY-name',
        brand: 'CANARY-brand',
        description: 'CANARY-description',
        website: 'https://canary.example',
        naf: '10.71C',
        anonymous: true,
      },
      workplaces: [
        {
          communeInsee: '35238',
          postalCode: '35000',
          street: 'CANARY-street',
          label: 'CANARY',
          lat: 48.1,
          lon: -1.6,
          country: 'FR',
        },
      ],
      apply: {
        url: 'https://canary.example/apply',
        instructions: 'CANARY-instructions',
        sealed: { keyId: 'k', box: 'AA' },
      },
    });
    const view = showableView(offer, shown);
    expect(JSON.stringify(view).toLowerCase()).not.toContain('canary');
    expect(view.employer).toEqual({ anonymous: true, naf: '10.71C' });
    expect(view.apply).toEqual({ form: true });
    expect(view.workplaces).toEqual([{ communeInsee: '35238', postalCode: '35000', country: 'FR' }]);
  });
});
