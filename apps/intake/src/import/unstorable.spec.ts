import { offerDraft } from '@accord/contracts/offer';

import { sampleDraft } from '../../test/sample-draft.js';
import type { ImportRecord } from './record.js';
import { dataExceptionIn, unstorableError } from './unstorable.js';

const record = (change: object): ImportRecord => ({
  kind: 'offer',
  position: 1,
  line: 1,
  reference: 'A',
  notes: [],
  draft: { ...offerDraft.parse(sampleDraft()), ...change },
});
const driverSays = (code: string) => Object.assign(new Error('query failed'), { driverError: { code } });

describe('a record that the database cannot store', () => {
  it.each(['22003', '22P05', '22021'])('shows in SQLSTATE %s', (code) => {
    expect(dataExceptionIn(driverSays(code))).toBe(code);
    expect(dataExceptionIn(Object.assign(new Error('x'), { code }))).toBe(code);
  });

  it.each(['23505', '57P01', '40001', '08006'])('is not what SQLSTATE %s is about', (code) =>
    expect(dataExceptionIn(driverSays(code))).toBeUndefined(),
  );

  it.each<[string, object, string]>([
    ['a NUL', { employer: { siret: '00010001600013', name: 'a\u0000b' } }, '/employer/name'],
    ['half a character', { workplaces: [{ label: 'x' }, { label: '\ud800' }] }, '/workplaces/1/label'],
    ['a number beyond all', { openings: 1e300 }, '/openings'],
    ['what does not show', {}, ''],
  ])('is told where %s stands', (_name, change, pointer) => {
    const error = unstorableError(record(change), '22P05');
    expect(error).toMatchObject({ pointer, code: 'cannot-be-stored' });
    expect(error.message).toContain('22P05');
  });
});
