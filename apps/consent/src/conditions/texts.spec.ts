import { condition } from '@accord/contracts/code-lists';

import { conditionTexts } from './texts.js';

describe('the vocabulary of conditions', () => {
  it.each(condition.options)('%s has a title and a definition of its own in French and in English', (one) => {
    const { fr, en } = conditionTexts[one];
    const texts = [fr.title, fr.definition, en.title, en.definition];
    expect(new Set(texts).size).toBe(4);
    for (const { title, definition } of [fr, en]) {
      expect(title.length).toBeLessThanOrEqual(60);
      expect(definition).toMatch(/^\p{Lu}.{40,}\.$/u);
    }
  });
});
