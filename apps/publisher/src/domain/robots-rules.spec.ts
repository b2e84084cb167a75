import { robotsRules } from './robots-rules.js';

const address = 'https://jobs.example/robots.txt';
const ad = 'https://jobs.example/offres/4711';
const rules = (text: string, status = 200) => robotsRules(address, { status, text });

describe('what a site allows', () => {
  it.each([
    ['what it does not forbid', rules('User-agent: *\nDisallow: /admin'), true],
    ['nothing that it forbids all', rules('User-agent: *\nDisallow: /offres'), false],
    ['what it allows us alone', rules('User-agent: *\nDisallow: /\n\nUser-agent: Accord\nAllow: /'), true],
    ['nothing that it forbids us alone', rules('User-agent: Accord\nDisallow: /'), false],
    ['everything, where it has no such file', rules('', 404), true],
    ['nothing for now, where the file cannot be had', rules('', 503), false],
    ['nothing for now, where there is no answer', robotsRules(address, undefined), false],
  ])('%s', (_what, said, may) => expect(said.mayRead(ad)).toBe(may));

  it('says how long to wait between two pages, an hour at most', () => {
    expect(rules('User-agent: *\nCrawl-delay: 7').crawlDelayMs).toBe(7_000);
    expect(rules('User-agent: *\nCrawl-delay: 99999').crawlDelayMs).toBe(3_600_000);
    expect(rules('').crawlDelayMs).toBeUndefined();
  });
});
