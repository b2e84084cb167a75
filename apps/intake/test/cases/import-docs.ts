import { csvColumnNames, csvColumns } from '@accord/offer-formats/read/csv-columns';
import { franceTravailFieldNames, franceTravailFields } from '@accord/offer-formats/read/france-travail-fields';

import { fileOf, imported } from '../bulk-client.js';
import { intake } from '../intake-harness.js';

const page = fileOf('docs/import.md').toString('utf8');
const example = /<!-- sent as ([^:]+): (.+) -->\n\n(?:<!-- prettier-ignore -->\n)?```\w+\n([\s\S]*?)```/g;
const examples = [...page.matchAll(example)].map(([, type = '', expected = '', body = '']) => ({
  type,
  expected,
  body,
}));
const curl = /^curl -sS "\$ACCORD\/v1\/offers\/bulk(\??[^"]*)" .*-H 'content-type: ([^']+)' --data-binary @(\S+)$/gm;
const curls = [...page.matchAll(curl)].map(([, query = '', type = '', file = '']) => ({ query, type, file }));

describe('docs/import.md', () => {
  beforeEach(() => (intake().consent.mode = 'stopped'));

  it('has an example of each form, and a line of curl', () => {
    expect(new Set(examples.map(({ type }) => type)).size).toBe(6);
    expect(new Set(curls.map(({ file }) => file)).size).toBe(6);
  });

  it.each(examples)('an example as $type: $expected', async ({ type, expected, body }) => {
    const receipts = await imported(body, type);
    expect(receipts.map(({ line, status }) => `${line} ${status}`).join(', ')).toBe(expected);
  });

  it.each(curls)('a line of curl that sends $file', async ({ query, type, file }) => {
    const receipts = await imported(fileOf(file), type, { query });
    expect(receipts.length).toBeGreaterThan(0);
    expect(receipts.filter(({ status }) => status !== 'created' && status !== 'unchanged')).toEqual([]);
  });

  it('shows a receipt as it is', async () => {
    const [, shown = ''] = /<!-- an answer -->\n\n```json\n([\s\S]*?)```/.exec(page) ?? [];
    const sent = examples.find(({ body }) => body.includes('DOC-CSV-2'));
    const receipts = await imported(sent?.body ?? '', 'text/csv');
    const { remedy: _cut, ...finding } = JSON.parse(shown).findings[0];
    expect(receipts[1]).toMatchObject({ ...JSON.parse(shown), findings: [finding] });
  });

  it.each(csvColumnNames)('tells of the column %s, and where it goes', (name) => {
    const { pointer, aliases } = csvColumns[name];
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
    for (const word of [pointer ?? '', ...aliases]) expect(row).toContain(word);
  });

  it.each(franceTravailFieldNames.filter((name) => franceTravailFields[name].pointer !== null))(
    'tells of the field %s',
    (name) => {
      expect(page).toMatch(new RegExp(`\`${name.replace(/_2$/, '_1')}\``));
    },
  );
});
