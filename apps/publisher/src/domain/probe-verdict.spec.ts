import { marksOf, ownIdOf } from './offer-marks.js';
import { type Look, pageVerdict } from './probe-verdict.js';
import { showable } from '../../test/support/showable.js';
import { offerId } from '../../test/support/postings.js';

const marks = marksOf(showable(offerId, { reference: 'REF-2026-0042' }));
const address = 'https://jobs.example/offres/4711-boulanger';
const ad = `<html><head><title>Boulanger / Boulangère H/F</title></head><body><h1>BOULANGER - Boulangère</h1>
  <b>Fournil des remparts</b><p>Vous préparez et cuisez&nbsp;les pains <i>et</i> les viennoiseries de notre fournil.</p></body></html>`;
const page = (html: string, change: Partial<Extract<Look, { kind: 'page' }>> = {}): Look => ({
  kind: 'page',
  status: 200,
  url: address,
  html,
  whole: true,
  ...change,
});
const verdict = (look: Look) => pageVerdict(look, marks, address);

describe('what a look at a partner’s page says', () => {
  it.each([
    ['404', page('', { status: 404 }), 'gone', 'http-404'],
    ['410', page(ad, { status: 410 }), 'gone', 'http-410'],
    ['the ad itself', page(ad), 'stillVisible', 'ad-shown'],
    ['title and company', page('<h1>Boulanger Boulangère</h1> Fournil des Remparts'), 'stillVisible', 'ad-named'],
    ['its reference', page('<p>Réf. ref 2026 0042</p>'), 'stillVisible', 'ad-named'],
    [
      'the ad in linked data only, as of a page drawn by scripts',
      page(
        `<script type="application/ld+json">{"title":"Boulanger / Boulang\\u00e8re","hiringOrganization":{"name":"Fournil des Remparts"}}</script>`,
      ),
      'stillVisible',
      'ad-named',
    ],
    [
      'its name beside word that it is closed',
      page('<h1>Boulanger Boulangère</h1> Fournil des Remparts. Cette offre n’est plus disponible.'),
      'gone',
      'said-closed',
    ],
    ['the whole ad beside such a word', page(`${ad} Cette autre offre a été pourvue`), 'stillVisible', 'ad-shown'],
    ['the title at another company', page('<h1>Boulanger Boulangère</h1> Au Bon Pain'), 'unknown', 'not-recognised'],
    [
      'another page of the site',
      page('<p>Toutes nos offres</p>', { url: 'https://jobs.example/offres' }),
      'gone',
      'moved-on',
    ],
    [
      'the ad under another name',
      page('<p>…</p>', { url: 'https://jobs.example/o/4711' }),
      'unknown',
      'not-recognised',
    ],
    ['a wall', page('Are you human?', { status: 403 }), 'unknown', 'http-403'],
    ['a fault', page(ad, { status: 500 }), 'unknown', 'http-500'],
    ['the beginning of a long page', page('<p>…</p> a expiré', { whole: false }), 'unknown', 'too-long'],
    ['nothing', { kind: 'none', why: 'robots' }, 'unknown', 'robots'],
  ] as const)('%s', (_what, look, seen, why) => expect(verdict(look)).toEqual({ seen, why }));

  it('never recognises an ad that nothing is known of', () =>
    expect(pageVerdict(page(ad), undefined, address)).toEqual({ seen: 'unknown', why: 'not-recognised' }));
});

describe('the number of an ad in its address', () => {
  it.each([
    [address, '4711'],
    ['https://a.example/ad?id=123456&from=accord', '123456'],
    ['https://a.example/0199f3a0-0000-7000-8000-000000000001', '0199f3a0-0000-7000-8000-000000000001'],
    ['https://a.example/jobs', undefined],
  ])('%s', (url, id) => expect(ownIdOf(url)).toBe(id));

  // Half a megabyte of each: a pattern that looks ahead without a bound takes minutes, and nobody is sent anything meanwhile.
  it.each(['<title', '<script type="application/ld+json">', '<meta content="', '<div>', '<', '"a <b>",'])(
    'nothing, of a page that says only %s, again and again',
    (what) =>
      expect(verdict(page(what.repeat(500_000 / what.length)))).toEqual({ seen: 'unknown', why: 'not-recognised' }),
  );
});
