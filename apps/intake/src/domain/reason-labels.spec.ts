import { readFile } from 'node:fs/promises';

import { reasonLabel } from './reason-labels.js';
import { reasonsOf } from './stop-reason.js';

const intents = ['filled', 'withdrawn', 'suspended'] as const;
const codes = intents.flatMap((intent) => reasonsOf(intent).map((code) => [intent, code] as const));

describe('a reason’s label', () => {
  it.each(codes)('of an offer that is %s for %s stands in docs/reasons.md, in both languages', async (intent, code) => {
    const docs = await readFile(new URL('../../../../docs/reasons.md', import.meta.url), 'utf8');
    const section = docs.split(/^## /m).find((text) => text.startsWith(`\`${intent}\``)) ?? '';
    const rows = section.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const { fr, en } = reasonLabel(intent, code) ?? {};
    expect(rows).toContainEqual(['', `\`${code}\``, fr, en, '']);
  });

  it.each(intents)('is another one for each code of what is %s', (intent) => {
    const labels = reasonsOf(intent).map((code) => reasonLabel(intent, code));
    for (const language of ['fr', 'en'] as const)
      expect(new Set(labels.map((label) => label?.[language])).size).toBe(labels.length);
  });

  it.each([
    ['withdrawn', 'D92-AN', 'Motif France Travail AN'],
    ['suspended', 'employer-request', 'À la demande de l’employeur'],
    ['filled', 'abandoned', 'Autres postes abandonnés'],
    ['withdrawn', 'abandoned', 'Recrutement abandonné'],
    ['suspended', 'renovation', undefined],
    ['suspended', 'constructor', undefined],
    ['show', 'other', undefined],
  ] as const)('of an offer that is %s for %s is %s', (intent, code, fr) =>
    expect(reasonLabel(intent, code)?.fr).toBe(fr),
  );
});
