import { offerDraft } from '@accord/contracts/offer';

import { sampleDraft } from '../../test/sample-draft.js';
import { cleanDraft } from './clean-draft.js';

describe('cleaning a draft', () => {
  it('leaves a plain one as it is', () => {
    const draft = offerDraft.parse(sampleDraft());
    expect(cleanDraft(draft)).toEqual(draft);
  });

  it('turns HTML into text, wherever it stands', () => {
    const draft = offerDraft.parse({
      ...sampleDraft(),
      title: 'Boulanger <b>F/H</b>',
      description: '<p>Vous pétrissez &amp; cuisez.</p><p>Du mardi au samedi.</p><script>alert(1)</script>',
    });
    draft.requirements.softSkills = ['<i>Soin</i>', 'R&D'];
    draft.employer.description = 'Un fournil<br>de quartier';
    expect(cleanDraft(draft)).toMatchObject({
      title: 'Boulanger F/H',
      description: 'Vous pétrissez & cuisez.\n\nDu mardi au samedi.',
      requirements: { softSkills: ['Soin', 'R&D'] },
      employer: { description: 'Un fournil\nde quartier' },
    });
  });

  it('leaves addresses alone', () => {
    const url = 'https://jobs.example/apply?a=1&copy=2&lt=3';
    const draft = offerDraft.parse({ ...sampleDraft(), apply: { url, email: 'a+b@x.example' } });
    expect(cleanDraft(draft)).toMatchObject({ apply: { url, email: 'a+b@x.example' } });
  });

  it('may leave a text too short, which parsing again finds', () => {
    const draft = offerDraft.parse({ ...sampleDraft(), title: '<b> </b><img src="x">' });
    const again = offerDraft.safeParse(cleanDraft(draft));
    expect(again.error?.issues[0]?.path).toEqual(['title']);
  });
});
