import { z } from 'zod';

import { classed, classedFields, classKeeper } from './field-class.js';
import { offerContent } from './offer.js';
import { sealedOffer } from './sealed-offer.js';
import { showableOffer } from './showable-offer.js';

const schema = z.strictObject({
  title: classed('PUBLIC', z.string()),
  people: classed('PUBLIC', z.array(z.strictObject({ role: z.string(), name: classed('CONTACT', z.string()) }))),
  forgotten: z.string(),
});
const value = { title: 'Boulanger', people: [{ role: 'RH', name: 'Ada' }], forgotten: 'x' };

describe('classes of fields', () => {
  it('keeps only the classes named, in lists and groups too', () => {
    expect(classKeeper(schema, ['PUBLIC'])(value)).toEqual({ title: 'Boulanger', people: [{ role: 'RH' }] });
  });

  it('keeps the same of many values', () => {
    const keeper = classKeeper(schema, ['PUBLIC']);
    for (const title of ['Boulanger', 'Pâtissier'])
      expect(keeper({ ...value, title })).toEqual({ title, people: [{ role: 'RH' }] });
  });

  it('drops a field that nobody gave a class', () => {
    expect(classKeeper(schema, ['PUBLIC', 'PARTNER', 'INTERNAL', 'CONTACT', 'SECRET'])(value)).not.toHaveProperty(
      'forgotten',
    );
  });

  it('drops what the schema does not know', () => {
    expect(classKeeper(schema, ['PUBLIC'])({ ...value, extra: 1 })).not.toHaveProperty('extra');
  });

  it('keeps a group that may be seen when nothing is left in it, and drops one that may not', () => {
    const groups = z.strictObject({
      open: classed('PUBLIC', z.strictObject({ key: classed('SECRET', z.string()) })),
      closed: classed('INTERNAL', z.strictObject({ note: z.string() })),
    });
    expect(classKeeper(groups, ['PUBLIC'])({ open: { key: 'k' }, closed: { note: 'n' } })).toEqual({ open: {} });
  });

  it.each([
    ['offer', offerContent],
    ['sealed offer', sealedOffer],
    ['showable offer', showableOffer],
  ])('every field of the %s has a class', (_name, offer) => {
    expect(classedFields(offer).filter(({ fieldClass }) => fieldClass === undefined)).toEqual([]);
  });

  it('calls contact data what names or reaches a person, and nothing of it stays in the sealed offer', () => {
    const contact = (fields: ReturnType<typeof classedFields>) =>
      fields.filter(({ fieldClass }) => fieldClass === 'CONTACT').map(({ pointer }) => pointer);
    expect(contact(classedFields(offerContent))).toEqual(['/apply/email', '/apply/phone', '/apply/contactName']);
    expect(contact(classedFields(sealedOffer))).toEqual([]);
  });

  it('shows nothing internal', () => {
    expect(classedFields(showableOffer).filter(({ fieldClass }) => fieldClass === 'INTERNAL')).toEqual([]);
  });
});
